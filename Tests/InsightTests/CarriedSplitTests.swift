import LinearAlgebra
import Measures
import Resampling
import Survey
import Testing

import Insight

/// Importance that mediators carry, against closed forms and identities.
@Suite struct CarriedSplitTests {
  /// Uncorrelated drivers, m = Σ a·x + u, y = Σ c·x + b·m + v, as a matrix of covariances.
  private static func independent(
    _ variances: [Double], a: [Double], c: [Double], b: Double, u: Double = 1, v: Double = 1
  ) -> Moments {
    let p = variances.count
    // Rows of what each column is made of: the drivers, u, v.
    var rows = (0..<p).map { k in (0..<p + 2).map { $0 == k ? 1.0 : 0 } }
    let mediator = a + [1, 0]
    rows.append(mediator)
    rows.append(zip(c + [0, 1], mediator).map { $0 + b * $1 })
    let parts = variances + [u, v]
    var scatter = SymmetricMatrix(order: p + 2)
    for i in 0..<p + 2 {
      for j in 0...i { scatter[i, j] = 99 * parts.indices.reduce(0) { $0 + rows[i][$1] * rows[j][$1] * parts[$1] } }
    }
    return Moments(
      names: (1...p).map { "x\($0)" } + ["m", "y"], n: 100, sumOfWeights: 100, sumOfSquaredWeights: 100,
      means: [Double](repeating: 0, count: p + 2), scatter: scatter)
  }

  private static func roles(_ drivers: [String], mediators: [String] = ["m"]) -> AnalysisRoles {
    var roles = AnalysisRoles(
      outcomes: [.init(name: "y")], players: drivers.map { .init(name: $0, items: [.init(name: $0)]) })
    roles.mediators = mediators.map { .init(name: $0, items: [.init(name: $0)]) }
    return roles
  }

  private static func split(_ moments: Moments, _ drivers: [String]) throws -> [DriverAnalysis.CarriedImportance] {
    let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0))
    return try #require(try analysis.fit(to: moments, roles: roles(drivers)).through).importance
  }

  @Test("with independent drivers the parts are a·b·(a·b + c)·s²/s²_y and c·(a·b + c)·s²/s²_y") func closedForm() throws
  {
    let (variances, a, c, b) = ([1.0, 4, 0.25], [0.5, -0.3, 2], [0.2, 0.6, -0.4], 0.7)
    let moments = Self.independent(variances, a: a, c: c, b: b)
    let rows = try Self.split(moments, ["x1", "x2", "x3"])
    let outcome = moments.covariance[4, 4]
    for k in 0..<3 {
      let total = a[k] * b + c[k]
      #expect(abs((rows[k].carried.value ?? .nan) - a[k] * b * total * variances[k] / outcome) < 1e-14)
      #expect(abs((rows[k].direct.value ?? .nan) - c[k] * total * variances[k] / outcome) < 1e-14)
    }
    // Where both ways have opposite signs one part is below zero, and the other more than the importance.
    #expect((rows[1].carried.value ?? 0) < 0 && (rows[1].directShare.value ?? 0) > (rows[1].share ?? 1))
  }

  @Test("a mediator that is all of the outcome but error carries all, one without effect nothing") func ends() throws {
    let all = try Self.split(Self.independent([1, 1], a: [1, 0.5], c: [0, 0], b: 1, v: 1e-6), ["x1", "x2"])
    let none = try Self.split(Self.independent([1, 1], a: [1, 0.5], c: [1, 1], b: 0), ["x1", "x2"])
    #expect(all.allSatisfy { abs(($0.portion.value ?? 0) - 1) < 1e-9 })
    #expect(none.allSatisfy { abs($0.portion.value ?? 1) < 1e-12 })
  }

  @Test("with many drivers, whose subsets are sampled, parts still add up, and intervals are about them")
  func many() throws {
    let data = Samples.ratings(150, drivers: 33)
    var roles = Samples.roles(drivers: 33)
    let last = roles.players.removeLast()
    roles.mediators = [last]
    let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 60), dominance: false, folds: 0)
    let through = try #require(try analysis.fit(to: ModelFrame(data, roles: roles), jobs: 2).through)
    for row in through.importance where row.driver != nil {
      let (carried, direct) = (row.carried.value ?? .nan, row.direct.value ?? .nan)
      #expect(abs(carried + direct - (row.importance ?? .nan)) < 1e-12)
      #expect(row.carried.low ?? 1 <= carried + 0.02 && row.carried.high ?? -1 >= carried - 0.02)
    }
  }

  @Test("a driver that others determine has no effect to split") func dependent() throws {
    var moments = Self.independent([1, 1], a: [1, 1], c: [1, 1], b: 1)
    for k in 0..<4 where k != 1 { moments.scatter[max(k, 1), min(k, 1)] = moments.scatter[max(k, 0), 0] }
    moments.scatter[1, 1] = moments.scatter[0, 0]
    #expect(throws: MediationFault.self) { try Self.split(moments, ["x1", "x2"]) }
  }
}
