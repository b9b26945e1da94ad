import Importance
import LinearAlgebra
import Measures
import Probability
import Survey
import Testing

@Suite struct IdentityTests {
  private let allMethods = ImportanceMethod.allCases

  @Test func `Azen and Budescu's table of four predictors`() throws {
    // Azen & Budescu 2003: published averages by level (three decimals), and lmg computed from the same correlations by
    // relaimpo 2.2-7.
    var r = SymmetricMatrix(order: 5, packed: [1, 0.6, 1, 0.3, 0.8, 1, 0.4, 0.1, 0.1, 1, 0.5, 0.3, 0.1, 0.5, 1])
    r[0, 0] = 1
    let engine = ImportanceEngine(
      problem: ImportanceProblem(players: [[1], [2], [3], [4]], outcome: 0), methods: [.lmg, .pratt])
    let fit = try engine.dominance(momentsOf(r))
    let published = [
      [0.360, 0.300, 0.263, 0.246], [0.090, 0.074, 0.069, 0.071], [0.160, 0.095, 0.063, 0.061],
      [0.250, 0.152, 0.073, 0.010],
    ]
    for (levels, expected) in zip(try #require(fit.levels), published) {
      #expect(close(levels.map { $0! }, expected, 0.000501))
    }
    let out = try engine.numbers(r)
    #expect(close(Array(out[2..<6]), [0.292176, 0.075861, 0.094911, 0.121404], 5.1e-7))
    #expect(abs(out[7] + 0.1397) < 5.1e-5)
    let notes = try engine.fit(momentsOf(r)).notes
    #expect(notes.contains { $0.kind.name == "sign_reversal" && $0.message.hasPrefix("x2:") })
  }

  @Test func `orthogonal drivers get their squared correlation by every method`() throws {
    let p = 6
    var r = SymmetricMatrix(order: p + 1)
    let correlations = [0.5, -0.3, 0.2, 0, 0.4, -0.1]
    r[0, 0] = 1
    for i in 1...p {
      r[i, i] = 1
      r[i, 0] = correlations[i - 1]
    }
    let engine = ImportanceEngine(
      problem: ImportanceProblem(players: (1...p).map { [$0] }, outcome: 0), methods: allMethods)
    let out = try engine.numbers(r)
    for m in allMethods.indices {
      #expect(close(Array(out[engine.importanceColumns(method: m)]), correlations.map { $0 * $0 }, 1e-15))
    }
    #expect(Array(out[engine.signColumns]) == [1, -1, 1, 0, 1, -1])
  }

  @Test func `permuted columns, other units and other scales change nothing`() throws {
    let rows = randomRows(60, columns: 7, seed: 21)
    let order = [3, 6, 0, 5, 1, 4, 2]
    let scales = [1e-6, 3, 1e5, 0.01, 42, 1e9, 7]
    let moved = rows.map { row in order.map { row[$0] * scales[$0] + 100 * scales[$0] } }
    let plain = ImportanceEngine(
      problem: ImportanceProblem(always: [6], players: (1...5).map { [$0] }, outcome: 0), methods: allMethods)
    let place = { (column: Int) in order.firstIndex(of: column)! }
    let other = ImportanceEngine(
      problem: ImportanceProblem(always: [place(6)], players: (1...5).map { [place($0)] }, outcome: place(0)),
      methods: allMethods)
    #expect(close(try plain.numbers(scatter(rows)), try other.numbers(scatter(moved)), 1e-10))
  }

  @Test func `relative weights are Johnson's, worked out naively`() throws {
    // Johnson (2000): Z = X P Q' from the singular value decomposition, weights Λ²β² with Λ the correlations of X and Z.
    // Here Λ = R^½ by Newton's iteration for the matrix square root (Denman & Beavers), another way than the engine's.
    let matrix = scatter(randomRows(80, columns: 6, seed: 5))
    let d = (0..<6).map { matrix[$0, $0].squareRoot() }
    var y = (1..<6).map { i in (1..<6).map { j in matrix[i, j] / (d[i] * d[j]) } }
    var z = (0..<5).map { i in (0..<5).map { $0 == i ? 1.0 : 0 } }
    for _ in 0..<40 {
      let (a, b) = (inverse(y), inverse(z))
      for i in 0..<5 {
        for j in 0..<5 {
          let old = y[i][j]
          y[i][j] = (old + b[i][j]) / 2
          z[i][j] = (z[i][j] + a[i][j]) / 2
        }
      }
    }
    let r = (0..<5).map { matrix[$0 + 1, 0] / (d[$0 + 1] * d[0]) }
    let beta = z.map { row in zip(row, r).reduce(0.0) { $0 + $1.0 * $1.1 } }
    let expected = y.map { row in
      zip(row, beta).reduce(0.0) { sum, pair in sum + (pair.0 * pair.1) * (pair.0 * pair.1) }
    }
    let engine = ImportanceEngine(
      problem: ImportanceProblem(players: (1...5).map { [$0] }, outcome: 0), methods: [.relativeWeights, .genizi, .car])
    let out = try engine.numbers(matrix)
    #expect(close(Array(out[2..<7]), expected, 1e-12))
    #expect(Array(out[2..<7]) == Array(out[7..<12]))
    #expect(close(Array(out[12..<17]), beta.map { $0 * $0 }, 1e-12))
    #expect(abs(out[12..<17].reduce(0, +) - out[0]) < 1e-12)
  }

  /// Gauss–Jordan of a positive definite matrix.
  private func inverse(_ matrix: [[Double]]) -> [[Double]] {
    let n = matrix.count
    var a = matrix.enumerated().map { i, row in row + (0..<n).map { $0 == i ? 1.0 : 0 } }
    for k in 0..<n {
      let pivot = a[k][k]
      for j in 0..<2 * n { a[k][j] /= pivot }
      for i in 0..<n where i != k {
        let factor = a[i][k]
        for j in 0..<2 * n { a[i][j] -= factor * a[k][j] }
      }
    }
    return a.map { Array($0[n...]) }
  }

  @Test func `groups of columns do not depend on their coding, and a categorical variable is one player`() throws {
    let rows = randomRows(50, columns: 5, seed: 3)
    // The second and third column replaced by two other combinations of them.
    let recoded = rows.map { [$0[0], 2 * $0[1] - $0[2], $0[1] + 3 * $0[2], $0[3], $0[4]] }
    let problem = ImportanceProblem(
      players: [[3], [1, 2], [4]], isCategorical: [false, true, false], outcome: 0)
    let engine = ImportanceEngine(problem: problem, methods: [.lmg, .last, .first, .pratt, .car])
    let a = try engine.numbers(scatter(rows))
    let b = try engine.numbers(scatter(recoded))
    for (x, y) in zip(a, b) { #expect(x.isNaN && y.isNaN || abs(x - y) < 1e-12) }
    let notes = try engine.fit(momentsOf(scatter(rows))).notes
    #expect(notes.map(\.kind.name).contains("undefined_for_groups"))
  }
}
