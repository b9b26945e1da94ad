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
    let (n, p, k) = (fit.input.n!, Double(items.count), Double(factors))
    let own = fit.statistics
    let scaling = try #require(own.scaling)
    #expect(abs(scaling / expected.number("scaling")! - 1) < 1e-6)
    // Bartlett's multiplier in place of n.
    let multiplier = (n - 1 - (2 * p + 5) / 6 - 2 * k / 3) / n
    #expect(abs(own.chiSquared! / (multiplier * expected.number("scaled")!) - 1) < 1e-6)
    #expect(abs(n * own.discrepancy! / expected.number("chi_squared")! - 1) < 1e-8)
    #expect(own.degreesOfFreedom == Int(expected.number("df")!))
    // RMSEA and TLI by their definitions, from lavaan's scalings.
    let (c, df) = (expected.number("scaling")!, Double(own.degreesOfFreedom!))
    let excess = max(0, multiplier * expected.number("chi_squared")! - c * df)
    #expect(abs(own.rmsea! - (excess / (df * n)).squareRoot()) < 1e-6)
    let pairs = p * (p - 1) / 2
    let null = -(n - 1 - (2 * p + 5) / 6) * (try Cholesky(fit.input.correlation)).logDeterminant
    let excess0 = null / pairs - expected.number("baseline_scaling")!
    #expect(abs(own.tli! - (excess0 - (multiplier * expected.number("chi_squared")! / df - c)) / excess0) < 1e-6)
  }

  @Test(arguments: [("one_cluster", "g"), ("one_mlm", nil)])
  func `errors of one factor are lavaan's`(name: String, cluster: String?) throws {
    let fit = try Self.fit(Self.frame("clustered.csv", (1...6).map { "i\($0)" }, cluster: cluster), factors: 1)
    let errors = try #require(fit.loadingErrors)
    #expect(distance(errors.storage, try Self.reference(name).numbers("errors")) < 1e-6)
  }

  @Test(arguments: [("rotated_mlm", nil, nil), ("rotated_cluster", "cluster", nil), ("rotated_weights", nil, "weight")])
  func `errors of rotated loadings and of correlations of factors are lavaan's`(
    name: String, cluster: String?, weights: String?
  ) throws {
    let expected = try Self.reference(name)
    let frame = try Self.frame("robust.csv", (1...8).map { "x\($0)" }, cluster: cluster, weights: weights)
    let fit = try Self.fit(frame, factors: 2)
    let (loadings, errors) = (expected.numbers("loadings"), expected.numbers("errors"))
    // lavaan's rotation stops within 1e-6 of the minimum; its factors may stand the other way round.
    let order = abs(fit.loadings[0, 0] - loadings[0]) < 0.1 ? [0, 1] : [1, 0]
    let own = order.flatMap { j in (0..<8).map { fit.loadings[$0, j] } }
    let ownErrors = try #require(fit.loadingErrors)
    #expect(distance(own, loadings) < 5e-6)
    #expect(distance(order.flatMap { j in (0..<8).map { ownErrors[$0, j] } }, errors) < 5e-6)
    #expect(abs(fit.factorCorrelations[1, 0] - expected.number("phi")!) < 5e-6)
    #expect(abs(fit.correlationErrors![1, 0] - expected.number("phi_error")!) < 5e-6)
  }

  /// What a row does to the correlations, the naive way: U from the matrix of derivatives, Γ from fourth moments.
  @Test func `the scaling is the trace that defines it`() throws {
    let frame = try Self.frame("robust.csv", (1...8).map { "x\($0)" })
    let fit = try Self.fit(frame, factors: 2, rotation: Rotation(.none))
    let (p, k, n) = (8, 2, frame.rowCount)
    let pairs = (0..<p).flatMap { i in (0...i).map { (i, $0) } }
    var z = [[Double]](repeating: [], count: p)
    for j in 0..<p {
      let column = Array(frame.values[j * n..<(j + 1) * n])
      let mean = column.reduce(0, +) / Double(n)
      let deviation = (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)).squareRoot()
      z[j] = column.map { ($0 - mean) / deviation }
    }
    var sigma = SymmetricMatrix(order: p)
    for (i, j) in pairs {
      sigma[i, j] = (0..<k).reduce(i == j ? fit.uniquenesses[i] : 0) {
        $0 + fit.unrotated[i, $1] * fit.unrotated[j, $1]
      }
    }
    let inverse = try Cholesky(sigma).inverse
    // Normal theory's weight of vech(S), which has each pair once.
    func weight(_ a: (Int, Int), _ b: (Int, Int)) -> Double {
      let sum = inverse[a.0, b.0] * inverse[a.1, b.1] + inverse[a.0, b.1] * inverse[a.1, b.0]
      return sum * (a.0 == a.1 ? 0.5 : 1) * (b.0 == b.1 ? 1 : 2) * 0.5
    }
    // Free: all loadings but one of the second factor, and uniquenesses.
    var free: [[Double]] = []
    let turned = Self.echelon(fit.unrotated)
    for a in 0..<k {
      for l in 0..<p where !(a == 1 && l == 0) {
        free.append(pairs.map { (i, j) in (i == l ? turned[j, a] : 0) + (j == l ? turned[i, a] : 0) })
      }
    }
    for l in 0..<p { free.append(pairs.map { $0.0 == l && $0.1 == l ? 1 : 0 }) }
    func weighted(_ v: [Double]) -> [Double] {
      pairs.indices.map { a in pairs.indices.reduce(0) { $0 + weight(pairs[a], pairs[$1]) * v[$1] } }
    }
    let weightedFree = free.map(weighted)
    var information = SymmetricMatrix(order: free.count)
    for a in free.indices {
      for b in 0...a { information[a, b] = zip(free[a], weightedFree[b]).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let solver = try Cholesky(information)
    var total = 0.0
    for row in 0..<n {
      let d = pairs.map { (i, j) in z[i][row] * z[j][row] - fit.input.correlation[i, j] }
      let scores = weightedFree.map { zip($0, d).reduce(0) { $0 + $1.0 * $1.1 } }
      total += zip(d, weighted(d)).reduce(0) { $0 + $1.0 * $1.1 }
      total -= zip(scores, solver.solve(scores)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(abs(fit.statistics.scaling! - total / Double(n) / 13) < 1e-9)
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
