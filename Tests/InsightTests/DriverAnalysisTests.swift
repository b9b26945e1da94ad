import Importance
import Insight
import LinearAlgebra
import Measures
import Regression
import Resampling
import Survey
import Testing

/// Identities that hold for every survey: general methods reduce to special ones.
@Suite struct DriverAnalysisTests {
  let none = BootstrapSpecification(replicates: 0)

  func fit(
    _ dataset: Dataset, _ roles: AnalysisRoles, _ methods: [ImportanceMethod] = [.lmg],
    bootstrap: BootstrapSpecification = BootstrapSpecification(replicates: 0), jobs: Int = 1,
    errors: LinearRegression.ErrorKind? = nil
  ) throws -> DriverAnalysis.Fit {
    try DriverAnalysis(methods: methods, errors: errors, bootstrap: bootstrap)
      .fit(to: try ModelFrame(dataset, roles: roles), jobs: jobs)
  }

  func importance(_ fit: DriverAnalysis.Fit, method: Int = 0) -> [Double] {
    fit.outcomes[0].methods[method].drivers.map { $0.importance.value! }
  }

  func expectSame(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-11) {
    #expect(a.count == b.count)
    for (x, y) in zip(a, b) { #expect(abs(x - y) <= tolerance * max(1, abs(x)), "\(x) \(y)") }
  }

  @Test("lmg sums to R², shares to one") func sums() throws {
    let result = try fit(Samples.ratings(200), Samples.roles())
    let outcome = result.outcomes[0]
    #expect(abs(importance(result).reduce(0, +) - outcome.regression.rSquared) < 1e-12)
    #expect(abs(outcome.methods[0].drivers.reduce(0) { $0 + $1.share.value! } - 1) < 1e-12)
  }

  @Test("frequency weights are repeated rows") func frequencies() throws {
    let dataset = Samples.ratings(60)
    let weights = (0..<60).map { Double([1, 3, 0, 2][$0 % 4]) }
    let weighted = try fit(
      dataset.replacing(Variable(name: "w", values: .double(weights))),
      Samples.roles(weights: .init(variable: "w", kind: .frequency)), ImportanceMethod.allCases)
    let repeated = try fit(
      dataset.selecting((0..<60).flatMap { [Int32](repeating: Int32($0), count: Int(weights[$0])) }), Samples.roles(),
      ImportanceMethod.allCases)
    #expect(weighted.n == repeated.n)
    for m in ImportanceMethod.allCases.indices {
      expectSame(importance(weighted, method: m), importance(repeated, method: m))
    }
    expectSame(weighted.performance.map { $0.value! }, repeated.performance.map { $0.value! })
    expectSame(
      weighted.outcomes[0].regression.terms.compactMap(\.stdError),
      repeated.outcomes[0].regression.terms.compactMap(\.stdError))
  }

  @Test("frequency weights are resampled as the respondents they stand for") func frequencyIntervals() throws {
    let dataset = Samples.ratings(120)
    let weights = (0..<120).map { Double([1, 4, 0, 3][$0 % 4]) }
    let bootstrap = BootstrapSpecification(replicates: 4000)
    let weighted = try fit(
      dataset.replacing(Variable(name: "w", values: .double(weights))),
      Samples.roles(weights: .init(variable: "w", kind: .frequency)), bootstrap: bootstrap, jobs: 2)
    let repeated = try fit(
      dataset.selecting((0..<120).flatMap { [Int32](repeating: Int32($0), count: Int(weights[$0])) }), Samples.roles(),
      bootstrap: bootstrap, jobs: 2)
    for (a, b) in zip(weighted.outcomes[0].methods[0].drivers, repeated.outcomes[0].methods[0].drivers) {
      // The ends of two percentile intervals from 4000 replicates differ by about .04 of their width (one standard error).
      let width = b.share.high! - b.share.low!
      #expect(abs(a.share.low! - b.share.low!) < 0.16 * width)
      #expect(abs(a.share.high! - b.share.high!) < 0.16 * width)
    }
    for (a, b) in zip(weighted.performance, repeated.performance) {
      #expect(abs((a.high! - a.low!) / (b.high! - b.low!) - 1) < 0.1)
    }
  }

  @Test("sampling weights of one change no estimate") func unitWeights() throws {
    let dataset = Samples.ratings(80).replacing(
      Variable(name: "w", values: .double([Double](repeating: 1, count: 80))))
    let weighted = try fit(dataset, Samples.roles(weights: .init(variable: "w")))
    let plain = try fit(dataset, Samples.roles())
    expectSame(importance(weighted), importance(plain))
    expectSame(weighted.performance.map { $0.value! }, plain.performance.map { $0.value! })
    expectSame(
      weighted.outcomes[0].regression.terms.map { $0.estimate! },
      plain.outcomes[0].regression.terms.map { $0.estimate! })
  }

  @Test("changes of unit and origin leave importance alone") func affine() throws {
    let dataset = Samples.ratings(100)
    let moved = Samples.dataset(
      dataset.variables.enumerated().map { k, variable in
        // The origin moves by some hundred units, in the new unit: what a sum can hold without losing digits.
        (variable.name, variable.doubles.map { ($0 + Double(k * 100)) * Double([2, -0.5, 1e6, 1e-7, 3][k]) })
      })
    let a = try fit(dataset, Samples.roles(scale: nil), ImportanceMethod.allCases)
    let b = try fit(moved, Samples.roles(scale: nil), ImportanceMethod.allCases)
    for m in ImportanceMethod.allCases.indices {
      expectSame(importance(a, method: m), importance(b, method: m), 1e-9)
    }
  }

  @Test("the order in which drivers are named changes nothing") func permuted() throws {
    let dataset = Samples.ratings(100)
    var roles = Samples.roles()
    let a = try fit(dataset, roles, ImportanceMethod.allCases)
    roles.players = [2, 0, 3, 1].map { roles.players[$0] }
    let b = try fit(dataset, roles, ImportanceMethod.allCases)
    for m in ImportanceMethod.allCases.indices {
      expectSame([2, 0, 3, 1].map { importance(a, method: m)[$0] }, importance(b, method: m))
    }
  }

  @Test("the effect is the coefficient per ten points of performance") func effects() throws {
    // Least squares on the items rescaled to 0–100 is the same model in other units.
    let dataset = Samples.ratings(150)
    let result = try fit(dataset, Samples.roles())
    let rescaled = Samples.dataset(
      dataset.variables.map { variable in
        (variable.name, variable.name == "y" ? variable.doubles : variable.doubles.map { ($0 - 1) / 6 * 100 })
      })
    let frame = try ModelFrame(rescaled, roles: Samples.roles(scale: nil))
    let regression = try LinearRegression().fit(to: frame, outcome: 0)
    expectSame(
      result.outcomes[0].effects.map { $0! }, regression.terms.dropFirst().map { $0.estimate! * 10 }, 1e-10)
  }

  @Test("a reversed scale turns sign, performance and effect round") func reversed() throws {
    let dataset = Samples.ratings(150)
    var turned = dataset
    turned = turned.replacing(
      Variable(name: "x1", values: .double(dataset["x1"]!.doubles.map { 8 - $0 })))
    var roles = Samples.roles()
    let a = try fit(dataset, roles)
    roles.players[0].items[0].scale = RatingScale(7, 1)
    let b = try fit(turned, roles)
    expectSame(importance(a), importance(b))
    expectSame(a.performance.map { $0.value! }, b.performance.map { $0.value! })
    expectSame(a.outcomes[0].effects.map { $0! }, b.outcomes[0].effects.map { $0! })
    #expect(a.outcomes[0].signs == b.outcomes[0].signs)
  }

  @Test("a group of two items and its composite have the performance of the items") func constructs() throws {
    let dataset = Samples.ratings(150)
    var roles = Samples.roles()
    let items = [0, 1].map { roles.players[$0].items[0] }
    roles.players = [.init(name: "both", kind: .group, items: items), roles.players[2], roles.players[3]]
    let group = try fit(dataset, roles)
    roles.players[0].kind = .composite
    let composite = try fit(dataset, roles)
    let mean = (dataset["x1"]!.doubles + dataset["x2"]!.doubles).reduce(0, +) / 300
    for result in [group, composite] {
      #expect(abs(result.performance[0].value! - (mean - 1) / 6 * 100) < 1e-10)
    }
    // The composite's coefficient is per point of both items together.
    let term = composite.outcomes[0].regression.term("both")!
    #expect(abs(composite.outcomes[0].effects[0]! - term.estimate! * 0.6) < 1e-10)
    let parts = ["x1", "x2"].map { group.outcomes[0].regression.term($0)!.estimate! * 0.6 }
    #expect(abs(group.outcomes[0].effects[0]! - parts[0] - parts[1]) < 1e-10)
  }

  @Test("moments give what their rows give") func moments() throws {
    let dataset = Samples.ratings(120)
    let roles = Samples.roles()
    let rows = try fit(dataset, roles, ImportanceMethod.allCases, errors: .classical)
    let moments = Moments(try ModelFrame(dataset, roles: roles))
    let matrix = try DriverAnalysis(methods: ImportanceMethod.allCases, bootstrap: none).fit(to: moments, roles: roles)
    for m in ImportanceMethod.allCases.indices {
      expectSame(importance(rows, method: m), importance(matrix, method: m))
    }
    expectSame(rows.performance.map { $0.value! }, matrix.performance.map { $0.value! })
    expectSame(rows.outcomes[0].effects.map { $0! }, matrix.outcomes[0].effects.map { $0! }, 1e-9)
    expectSame(
      rows.outcomes[0].regression.terms.map { $0.stdError! }, matrix.outcomes[0].regression.terms.map { $0.stdError! },
      1e-9)
  }

  @Test("replicates are the same to the bit for any number of threads, whatever the interval")
  func threads() throws {
    for kind in IntervalKind.allCases {
      let bootstrap = BootstrapSpecification(replicates: 200, seed: 3, interval: kind)
      let dataset = Samples.ratings(90, missing: 0.03)
      let one = try fit(dataset, Samples.roles(), bootstrap: bootstrap, jobs: 1)
      for jobs in [2, 3, 7] {
        let many = try fit(dataset, Samples.roles(), bootstrap: bootstrap, jobs: jobs)
        #expect(one.outcomes[0].methods[0].drivers.map(\.share) == many.outcomes[0].methods[0].drivers.map(\.share))
        #expect(one.performance == many.performance)
      }
    }
  }

  @Test("resampled standard errors are near the heteroscedasticity-consistent ones") func bootstrapErrors() throws {
    let dataset = Samples.ratings(400)
    let resampled = try fit(
      dataset, Samples.roles(), bootstrap: BootstrapSpecification(replicates: 4000), jobs: 2, errors: .bootstrap)
    let robust = try fit(dataset, Samples.roles(), errors: .hc3)
    for (a, b) in zip(resampled.outcomes[0].regression.terms, robust.outcomes[0].regression.terms) {
      // Monte Carlo error of a standard deviation from 4000 replicates is about 1.1 %; HC3 and the bootstrap differ by O(1/n).
      #expect(abs(a.stdError! / b.stdError! - 1) < 0.06, "\(a.name)")
      #expect(a.estimate == b.estimate)
    }
  }

  @Test("intervals of performance agree with the normal theory of a mean") func performanceIntervals() throws {
    let dataset = Samples.ratings(500)
    let result = try fit(
      dataset, Samples.roles(), bootstrap: BootstrapSpecification(replicates: 4000), jobs: 2)
    for (k, estimate) in result.performance.enumerated() {
      let x = dataset["x\(k + 1)"]!.doubles
      let mean = x.reduce(0, +) / 500
      let deviation = (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 499).squareRoot()
      let half = 1.96 * deviation / 500.0.squareRoot() / 6 * 100
      #expect(abs((estimate.high! - estimate.low!) / 2 / half - 1) < 0.08)
    }
  }

  @Test("Wishart intervals of a matrix agree with resampled rows of normal data") func wishart() throws {
    // For ratings that are near normal both describe the same sampling distribution.
    let dataset = Samples.ratings(600)
    let roles = Samples.roles()
    let bootstrap = BootstrapSpecification(replicates: 3000)
    let rows = try fit(dataset, roles, bootstrap: bootstrap, jobs: 2)
    let moments = Moments(try ModelFrame(dataset, roles: roles))
    let matrix = try DriverAnalysis(bootstrap: bootstrap).fit(to: moments, roles: roles, jobs: 2)
    for (a, b) in zip(rows.outcomes[0].methods[0].drivers, matrix.outcomes[0].methods[0].drivers) {
      let width = a.share.high! - a.share.low!
      #expect(abs(a.share.low! - b.share.low!) < 0.15 * width)
      #expect(abs(a.share.high! - b.share.high!) < 0.15 * width)
    }
    for (a, b) in zip(rows.performance, matrix.performance) {
      #expect(abs((a.high! - a.low!) / (b.high! - b.low!) - 1) < 0.1)
    }
  }

  @Test("pairwise deletion of complete rows is listwise deletion") func pairwise() throws {
    let dataset = Samples.ratings(100)
    let list = try fit(dataset, Samples.roles(), bootstrap: BootstrapSpecification(replicates: 60))
    let pair = try fit(dataset, Samples.roles(missing: .pairwise), bootstrap: BootstrapSpecification(replicates: 60))
    expectSame(importance(list), importance(pair))
    for (a, b) in zip(list.outcomes[0].methods[0].drivers, pair.outcomes[0].methods[0].drivers) {
      #expect(abs(a.share.low! - b.share.low!) < 1e-9)
    }
    #expect(pair.outcomes[0].regression.terms.allSatisfy { $0.stdError == nil }, "analytic errors are unknown")
  }

  @Test("replicates that fail are left out, counted and named") func failures() throws {
    // One row in twelve answers 1: about a third of the resamples lack it, and then the outcome is constant.
    let dataset = Samples.ratings(12).replacing(
      Variable(name: "y", values: .double((0..<12).map { $0 == 5 ? 1 : 0 })))
    let result = try fit(dataset, Samples.roles(drivers: 2), bootstrap: BootstrapSpecification(replicates: 1000))
    let failed = result.failures.reduce(0) { $0 + $1.count }
    // (11/12)^12 = .352; three standard errors of a share of 1000 are .045.
    #expect(abs(Double(failed) / 1000 - 0.352) < 0.05)
    #expect(result.replicatesUsed + failed == 1000)
    #expect(result.notes.contains { $0.kind == .replicatesFailed && $0.message.contains("\(failed) of 1000") })
    // Those that are left are the easy ones: no interval is made of them.
    #expect(result.outcomes[0].methods[0].drivers.allSatisfy { $0.share.low == nil && $0.frequencyOfFirst == nil })
    #expect(result.performance.allSatisfy { $0.value != nil && $0.low == nil })
  }
}
