import Importance
import LinearAlgebra
import Measures
import Survey
import Testing

/// Data that are singular, constant, empty or not data at all.
@Suite struct DegenerateTests {
  private func engine(_ players: [[Int]], always: [Int] = []) -> ImportanceEngine {
    ImportanceEngine(
      problem: ImportanceProblem(always: always, players: players, outcome: 0), methods: ImportanceMethod.allCases)
  }

  @Test func `two identical drivers share, and the later one has no coefficient`() throws {
    let rows = randomRows(40, columns: 4, seed: 9).map { $0 + [$0[2]] }
    let matrix = scatter(rows)
    let fit = try engine([[1], [2], [3], [4]]).fit(momentsOf(matrix))
    let without = try engine([[1], [2], [3]]).fit(momentsOf(matrix))
    #expect(abs(fit.rSquared - without.rSquared) < 1e-12)
    for (m, method) in fit.methods.enumerated() {
      let values = fit.importance[m]
      switch method {
      case .betasq, .pratt:
        #expect(values[3] == nil && values[1] != nil)
      default:
        #expect(abs(values[1]! - values[3]!) < 1e-10, "\(method)")
      }
      if method == .last { #expect(abs(values[1]!) < 1e-12) }
      if method == .lmg || method == .genizi || method == .car {
        #expect(abs(values.reduce(0) { $0 + $1! } - fit.rSquared) < 1e-11, "\(method)")
      }
    }
    #expect(fit.signs[1] != nil && fit.signs[3] == nil)
    #expect(fit.notes.contains { $0.kind.name == "collinear" && $0.message.hasPrefix("x4:") })
  }

  @Test func `a constant driver and one explained by the covariates get nothing`() throws {
    let rows = randomRows(40, columns: 4, seed: 10).map { $0 + [5, 2 * $0[3] + 1] }
    let fit = try engine([[1], [4], [2], [5]], always: [3]).fit(momentsOf(scatter(rows)))
    let plain = try engine([[1], [2]], always: [3]).fit(momentsOf(scatter(rows)))
    for (m, method) in fit.methods.enumerated() where method != .betasq && method != .pratt {
      #expect(abs(fit.importance[m][1]!) < 1e-12 && abs(fit.importance[m][3]!) < 1e-12)
      #expect(abs(fit.importance[m][0]! - plain.importance[m][0]!) < 1e-11, "\(method)")
    }
    #expect(fit.notes.contains { $0.kind == .noVariation && $0.message.hasPrefix("x4, x5:") })
  }

  @Test func `an outcome without variation is the data's fault`() {
    let rows = randomRows(10, columns: 3, seed: 1).map { [7.0] + $0 }
    #expect(throws: DataFault.constant(variable: "x0", value: 0)) {
      try engine([[1], [2]]).fit(momentsOf(scatter(rows)))
    }
  }

  @Test func `infinite, undefined and impossible moments are refused`() {
    for bad in [Double.nan, .infinity] {
      var matrix = scatter(randomRows(10, columns: 3, seed: 1))
      matrix[2, 1] = bad
      #expect(throws: DataFault.momentsNotFinite(variable: "x1")) { try engine([[1], [2]]).fit(momentsOf(matrix)) }
    }
    var impossible = SymmetricMatrix(order: 3, packed: [1, 0.9, 1, 0.9, -0.9, 1])
    #expect(throws: DataFault.self) { try engine([[1], [2]]).fit(momentsOf(impossible)) }
    impossible[2, 1] = 0.9
    #expect(throws: Never.self) { try engine([[1], [2]]).fit(momentsOf(impossible)) }
  }

  @Test func `one driver, no drivers, more drivers than rows`() throws {
    let matrix = scatter(randomRows(30, columns: 3, seed: 2))
    let one = try engine([[2]]).fit(momentsOf(matrix))
    for values in one.importance { #expect(abs(values[0]! - one.rSquared) < 1e-14) }
    #expect(one.shares.allSatisfy { $0[0].map { abs($0 - 1) < 1e-15 } ?? false })
    let none = try engine([], always: [1]).fit(momentsOf(matrix))
    #expect(none.rSquared == none.rSquaredAlways && none.importance.allSatisfy { $0.isEmpty })
    #expect(try engine([]).dominance(momentsOf(matrix)).levels == [])
    let few = scatter(randomRows(4, columns: 9, seed: 3))
    let fit = try engine((1...8).map { [$0] }).fit(momentsOf(few))
    #expect(abs(fit.rSquared - 1) < 1e-9)
    #expect(abs(fit.importance[0].reduce(0) { $0 + $1! } - 1) < 1e-9)
  }

  @Test func `shares need something to share, and ranks share the better place`() throws {
    let matrix = SymmetricMatrix(order: 3, packed: [1, 0, 1, 0, 0, 1])
    let fit = try engine([[1], [2]]).fit(momentsOf(matrix))
    #expect(fit.rSquared == 0)
    #expect(fit.shares.allSatisfy { $0 == [nil, nil] })
    #expect(ImportanceFit.ranks([0.2, 0.5, nil, 0.2, 0.1]) == [2, 1, nil, 2, 4])
  }

  @Test func `huge and tiny units`() throws {
    let rows = randomRows(30, columns: 4, seed: 4)
    let plain = try engine([[1], [2], [3]]).fit(momentsOf(scatter(rows)))
    let scaled = try engine([[1], [2], [3]]).fit(
      momentsOf(scatter(rows.map { [$0[0] * 1e140, $0[1] * 1e-140, $0[2], $0[3] * 1e100] })))
    for (a, b) in zip(plain.importance, scaled.importance) { #expect(close(a.map { $0! }, b.map { $0! }, 1e-12)) }
  }

  @Test func `every method and dominance is described`() {
    for method in ImportanceMethod.allCases {
      let text = MethodDescription.describing(method)
      #expect(text.name == method.rawValue && !text.whenNotToUse.isEmpty && !text.reference.isEmpty)
    }
    #expect(MethodDescription.all.count == ImportanceMethod.allCases.count + 1)
  }
}
