import Factors
import Foundation
import LinearAlgebra
import Measures
import Survey
import TestSupport
import Testing

/// Scaled χ² and sandwich errors against lavaan (`References/factors/robust.R`). lavaan's observed information is differentiated
/// numerically, which is good to some six digits.
@Suite struct RobustReferenceTests {
  private static func frame(
    _ file: String, _ items: [String], cluster: String? = nil, weights: String? = nil
  ) throws -> ModelFrame {
    let table = try ReferenceCSV("factors/\(file)")
    let data = Dataset(
      variables: table.header.map { Variable(name: $0, values: .double(table.numbers($0))) },
      rowCount: table.rows.count)
    return try ModelFrame(
      data,
      roles: AnalysisRoles(
        outcomes: [], players: items.map { .init(name: $0, items: [.init(name: $0)]) },
        weights: weights.map { .init(variable: $0) }, cluster: cluster), ratings: false)
  }

  private static func fit(_ frame: ModelFrame, factors: Int, rotation: Rotation = Rotation(.oblimin)) throws
    -> FactorAnalysis.Fit
  {
    try FactorExploration(
      factors: factors,
      analysis: FactorAnalysis(factors: factors, extraction: .maximumLikelihood, rotation: rotation),
      parallelReplicates: 0
    ).fit(to: frame).solution
  }

  private static func reference(_ name: String) throws -> Results {
    Results(try PackageFiles.json("factors/robust.json"))[name]
  }

  @Test(arguments: [
    ("one_cluster", "clustered.csv", 1, "g", nil), ("one_mlm", "clustered.csv", 1, nil, nil),
    ("two_mlm", "robust.csv", 2, nil, nil), ("two_cluster", "robust.csv", 2, "cluster", nil),
    ("two_weights", "robust.csv", 2, nil, "weight"),
  ])
  func `χ² is scaled as lavaan scales it`(
    name: String, file: String, factors: Int, cluster: String?, weights: String?
  ) throws {
    let expected = try Self.reference(name)
    let items = factors == 1 ? (1...6).map { "i\($0)" } : (1...8).map { "x\($0)" }
    let fit = try Self.fit(Self.frame(file, items, cluster: cluster, weights: weights), factors: factors)
    let n: Double = fit.input.n!
    let p = Double(items.count)
    let k = Double(factors)
    let own = fit.statistics
    let scaling = try #require(own.scaling)
    #expect(abs(scaling / expected.number("scaling")! - 1) < 1e-6)
    // Bartlett's multiplier in place of n.
    let taken: Double = 1 + (2 * p + 5) / 6 + 2 * k / 3
    let multiplier: Double = (n - taken) / n
    let scaled: Double = multiplier * expected.number("scaled")!
    #expect(abs(own.chiSquared! / scaled - 1) < 1e-6)
    #expect(abs(n * own.discrepancy! / expected.number("chi_squared")! - 1) < 1e-8)
    #expect(own.degreesOfFreedom == Int(expected.number("df")!))
    // RMSEA and TLI by their definitions, from lavaan's scalings.
    let (c, df) = (expected.number("scaling")!, Double(own.degreesOfFreedom!))
    let plain: Double = multiplier * expected.number("chi_squared")!
    let excess: Double = max(0, plain - c * df)
    let rmsea: Double = (excess / (df * n)).squareRoot()
    #expect(abs(own.rmsea! - rmsea) < 1e-6)
    let pairs = p * (p - 1) / 2
    let base: Double = n - 1 - (2 * p + 5) / 6
    let null: Double = -base * (try Cholesky(fit.input.correlation)).logDeterminant
    let excess0: Double = null / pairs - expected.number("baseline_scaling")!
    let ratio: Double = multiplier * expected.number("chi_squared")! / df
    let tli: Double = (excess0 - (ratio - c)) / excess0
    #expect(abs(own.tli! - tli) < 1e-6)
  }

  @Test(arguments: [("one_cluster", "g"), ("one_mlm", nil)])
  func `errors of one factor are lavaan's`(name: String, cluster: String?) throws {
    let fit = try Self.fit(Self.frame("clustered.csv", (1...6).map { "i\($0)" }, cluster: cluster), factors: 1)
    let errors = try #require(fit.loadingErrors)
    #expect(distance(errors.storage, try Self.reference(name).numbers("errors")) < 1e-6)
  }

  /// lavaan's errors of standardised rotated loadings are some per cent off the infinitesimal jackknife, which ours are not.
  @Test(arguments: [("rotated_mlm", nil, nil), ("rotated_cluster", "cluster", nil), ("rotated_weights", nil, "weight")])
  func `errors of rotated loadings and of correlations of factors are about lavaan's`(
    name: String, cluster: String?, weights: String?
  ) throws {
    let expected = try Self.reference(name)
    let frame = try Self.frame("robust.csv", (1...8).map { "x\($0)" }, cluster: cluster, weights: weights)
    let fit = try Self.fit(frame, factors: 2)
    let (loadings, errors) = (expected.numbers("loadings"), expected.numbers("errors"))
    // lavaan's factors may stand the other way round.
    let order = abs(fit.loadings[0, 0] - loadings[0]) < 0.1 ? [0, 1] : [1, 0]
    var own: [Double] = []
    var ownErrors: [Double] = []
    let found = try #require(fit.loadingErrors)
    for j in order {
      for i in 0..<8 {
        own.append(fit.loadings[i, j])
        ownErrors.append(found[i, j])
      }
    }
    #expect(distance(own, loadings) < 1e-5)
    for (error, other) in zip(ownErrors, errors) { #expect(abs(error / other - 1) < 0.1, "\(error) \(other)") }
    #expect(abs(fit.factorCorrelations[1, 0] - expected.number("phi")!) < 1e-5)
    let phi = try #require(fit.correlationErrors)[1, 0]
    #expect(abs(phi / expected.number("phi_error")! - 1) < 0.05)
  }

  /// Every respondent's weight is moved a little, up and down, and everything is estimated again: the root of the sum of the
  /// squared derivatives is the sandwich with the observed information, which weights bring about.
  @Test func `errors of rotated loadings are those of the infinitesimal jackknife`() throws {
    let table = try ReferenceCSV("factors/robust.csv")
    let items = (1...8).map { "x\($0)" }
    let n = table.rows.count
    func fit(_ weights: [Double], _ isWhole: Bool) throws -> FactorAnalysis.Fit {
      var variables = items.map { Variable(name: $0, values: .double(table.numbers($0))) }
      variables.append(Variable(name: "w", values: .double(weights)))
      let frame = try ModelFrame(
        Dataset(variables: variables, rowCount: n),
        roles: AnalysisRoles(
          outcomes: [], players: items.map { .init(name: $0, items: [.init(name: $0)]) },
          weights: .init(variable: "w")), ratings: false)
      let analysis = FactorAnalysis(factors: 2, extraction: .maximumLikelihood, starts: 1)
      if !isWhole { return try analysis.fit(to: Moments(frame)) }
      return try FactorExploration(factors: 2, analysis: analysis, parallelReplicates: 0).fit(to: frame).solution
    }
    let ones = [Double](repeating: 1, count: n)
    let whole = try fit(ones, true)
    var squares = [Double](repeating: 0, count: 17)
    let step = 0.02
    for row in 0..<n {
      var moved = ones
      moved[row] = 1 + step
      let above = try fit(moved, false)
      moved[row] = 1 - step
      let below = try fit(moved, false)
      let (a, b) = (
        above.loadings.storage + [above.factorCorrelations[1, 0]],
        below.loadings.storage + [below.factorCorrelations[1, 0]]
      )
      for k in squares.indices { squares[k] += (a[k] - b[k]) * (a[k] - b[k]) / (4 * step * step) }
    }
    let errors = try #require(whole.loadingErrors).storage + [try #require(whole.correlationErrors)[1, 0]]
    for (error, square) in zip(errors, squares) {
      #expect(abs(error / square.squareRoot() - 1) < 2e-3, "\(error) \(square.squareRoot())")
    }
  }

  /// What a row does to the correlations, the naive way: U from the matrix of derivatives, Γ from fourth moments.
  @Test func `the scaling is the trace that defines it`() throws {
    let frame = try Self.frame("robust.csv", (1...8).map { "x\($0)" })
    let fit = try Self.fit(frame, factors: 2, rotation: Rotation(.none))
    let (p, k, n) = (8, 2, frame.rowCount)
    let pairs = (0..<p).flatMap { i in (0...i).map { (i, $0) } }
    var z: [[Double]] = []
    for j in 0..<p { z.append(Self.standardized(Array(frame.values[j * n..<(j + 1) * n]))) }
    var sigma = SymmetricMatrix(order: p)
    for (i, j) in pairs {
      var sum: Double = i == j ? fit.uniquenesses[i] : 0
      for a in 0..<k { sum += fit.unrotated[i, a] * fit.unrotated[j, a] }
      sigma[i, j] = sum
    }
    let inverse = try Cholesky(sigma).inverse
    // Normal theory's weight of vech(S), which has each pair once.
    func weight(_ a: (Int, Int), _ b: (Int, Int)) -> Double {
      var sum: Double = inverse[a.0, b.0] * inverse[a.1, b.1] + inverse[a.0, b.1] * inverse[a.1, b.0]
      if a.0 == a.1 { sum /= 2 }
      if b.0 == b.1 { sum /= 2 }
      return sum
    }
    func dot(_ a: [Double], _ b: [Double]) -> Double {
      var sum = 0.0
      for i in a.indices { sum += a[i] * b[i] }
      return sum
    }
    let weights: [[Double]] = pairs.map { a in pairs.map { b in weight(a, b) } }
    func weighted(_ v: [Double]) -> [Double] { weights.map { dot($0, v) } }
    // Free: all loadings but one of the second factor, and uniquenesses.
    var free: [[Double]] = []
    let turned = Self.echelon(fit.unrotated)
    for a in 0..<k {
      for l in 0..<p where !(a == 1 && l == 0) {
        var own: [Double] = []
        for (i, j) in pairs {
          var value = 0.0
          if i == l { value += turned[j, a] }
          if j == l { value += turned[i, a] }
          own.append(value)
        }
        free.append(own)
      }
    }
    for l in 0..<p {
      var own: [Double] = []
      for (i, j) in pairs { own.append(i == l && j == l ? 1 : 0) }
      free.append(own)
    }
    let weightedFree = free.map(weighted)
    var information = SymmetricMatrix(order: free.count)
    for a in free.indices { for b in 0...a { information[a, b] = dot(free[a], weightedFree[b]) } }
    let solver = try Cholesky(information)
    var total = 0.0
    for row in 0..<n {
      var d: [Double] = []
      for (i, j) in pairs { d.append(z[i][row] * z[j][row] - fit.input.correlation[i, j]) }
      let scores = weightedFree.map { dot($0, d) }
      total += dot(d, weighted(d)) - dot(scores, solver.solve(scores))
    }
    let scaling: Double = total / Double(n) / 13
    #expect(abs(fit.statistics.scaling! - scaling) < 1e-9)
  }

  private static func standardized(_ column: [Double]) -> [Double] {
    let n = Double(column.count)
    let mean: Double = column.reduce(0, +) / n
    var squares = 0.0
    for value in column { squares += (value - mean) * (value - mean) }
    let deviation: Double = (squares / n).squareRoot()
    return column.map { ($0 - mean) / deviation }
  }

  /// Two loadings per item turned so that the first item has none on the second factor.
  private static func echelon(_ loadings: Matrix) -> Matrix {
    let length = (loadings[0, 0] * loadings[0, 0] + loadings[0, 1] * loadings[0, 1]).squareRoot()
    let (c, s) = (loadings[0, 0] / length, loadings[0, 1] / length)
    var result = loadings
    for i in 0..<loadings.rows {
      result[i, 0] = c * loadings[i, 0] + s * loadings[i, 1]
      result[i, 1] = c * loadings[i, 1] - s * loadings[i, 0]
    }
    return result
  }
}
