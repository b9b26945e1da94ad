import Factors
import LinearAlgebra
import Measures
import Probability
import Reliability
import Resampling
import Survey
import TestSupport
import Testing

@Suite struct OrdinalSumTests {
  private static let unresampled = BootstrapSpecification(replicates: 0)

  private static func frame(_ columns: [(String, [Double])], cluster: [Double]? = nil) throws -> ModelFrame {
    var variables = columns.map { Variable(name: $0.0, values: .double($0.1)) }
    if let cluster { variables.append(Variable(name: "g", values: .double(cluster))) }
    return try ModelFrame(
      Dataset(variables: variables, rowCount: columns[0].1.count),
      roles: AnalysisRoles(
        outcomes: [], players: columns.map { .init(name: $0.0, items: [.init(name: $0.0)]) },
        cluster: cluster == nil ? nil : "g"), ratings: false)
  }

  /// `References/reliability/green-yang.R`.
  @Test(arguments: [("four", 4), ("eight", 8)])
  func `ω of a sum of ratings is Green and Yang's`(name: String, count: Int) throws {
    let table = try ReferenceCSV("factors/robust.csv")
    let columns = (1...count).map { ("x\($0)", table.numbers("x\($0)")) }
    let fit = try ReliabilityAnalysis(
      scales: [.init(name: "x", items: Array(0..<count))], bootstrap: Self.unresampled
    ).fit(to: Self.frame(columns))
    let expected = try PackageFiles.json("reliability/green-yang.json")[name] as? [String: Any]
    let omega = try #require(expected?["omega"] as? Double)
    // lavaan's polychorics stop 1e-5 short.
    #expect(abs(try #require(fit.scales[0].ordinalSumOmega) - omega) < 2e-5)
    // Answers that say only part of what lies behind them measure it less well.
    #expect(fit.scales[0].ordinalSumOmega! < fit.scales[0].ordinalOmega!)
  }

  /// References/factors/robust.R: `estimator = "MLR"` with `cluster`, and `"MLM"`.
  @Test(arguments: [("one_cluster", true), ("one_mlm", false)])
  func `the check of one factor is lavaan's scaled one`(name: String, isClustered: Bool) throws {
    let table = try ReferenceCSV("factors/clustered.csv")
    let columns = (1...6).map { ("i\($0)", table.numbers("i\($0)")) }
    let fit = try ReliabilityAnalysis(
      scales: [.init(name: "i", items: Array(0..<6))], bootstrap: Self.unresampled
    ).fit(to: Self.frame(columns, cluster: isClustered ? table.numbers("g") : nil))
    let expected = try #require(try PackageFiles.json("factors/robust.json")[name] as? [String: Any])
    func number(_ key: String) -> Double { expected[key] as? Double ?? .nan }
    let check = try #require(fit.scales[0].check)
    #expect(abs(check.chiSquared! / number("scaled") - 1) < 1e-6)
    #expect(abs(check.scaling! / number("scaling") - 1) < 1e-6)
    #expect(abs(check.cfi! - number("cfi")) < 1e-6)
    #expect(abs(check.rmsea! - number("rmsea")) < 1e-6)
  }

  @Test func `an item is only let go where the gain's interval lies above zero`() throws {
    let table = try ReferenceCSV("factors/robust.csv")
    var stream = RandomStream(seed: 3, stream: 1)
    let noise = table.numbers("x1").map { _ in Double(1 + stream.below(5)) }
    let columns = ["x1", "x2", "x3"].map { ($0, table.numbers($0)) } + [("noise", noise)]
    func fit(_ replicates: Int) throws -> ReliabilityAnalysis.ScaleFit {
      try ReliabilityAnalysis(
        scales: [.init(name: "x", items: [0, 1, 2, 3])], bootstrap: BootstrapSpecification(replicates: replicates)
      ).fit(to: Self.frame(columns)).scales[0]
    }
    let own = try fit(200)
    #expect(own.dispensableItems.map(\.item.variable) == ["noise"])
    for (item, gain) in zip(own.items, own.alphaGains) {
      let expected: Double = item.alphaIfDropped! - own.alpha.value!
      #expect(abs(gain.value! - expected) < 1e-12)
      #expect(gain.interval!.low <= gain.value! && gain.value! <= gain.interval!.high)
    }
    #expect(try fit(0).dispensableItems.isEmpty && fit(0).quality == nil)
    #expect(own.quality == MeasurementQuality(omega: own.omegaTotal.interval!.low))
  }

  /// Items of one unit are the same standardised or not; with unlike deviations they are not.
  @Test func `ω of the items as they are weighs them by their deviations`() throws {
    let table = try ReferenceCSV("factors/robust.csv")
    func fit(_ scales: [Double]) throws -> ReliabilityAnalysis.ScaleFit {
      let columns = (1...4).map { k in ("x\(k)", table.numbers("x\(k)").map { $0 * scales[k - 1] }) }
      return try ReliabilityAnalysis(
        scales: [.init(name: "x", items: [0, 1, 2, 3])], bootstrap: Self.unresampled
      ).fit(to: Self.frame(columns)).scales[0]
    }
    let frame = try Self.frame((1...4).map { ("x\($0)", table.numbers("x\($0)")) })
    let deviations = Moments(frame).standardDeviations
    let equal = try fit(deviations.map { 1 / $0 })
    #expect(abs(equal.rawOmega! - equal.omegaTotal.value!) < 1e-9)
    let unequal = try fit([1, 1, 1, 200])
    // Almost only the last item counts: its own reliability λ².
    let loading = try FactorAnalysis(factors: 1).fit(to: CorrelationInput(Moments(frame))).loadings[3, 0]
    let own: Double = loading * loading
    #expect(abs(unequal.rawOmega! - own) < 0.02)
    #expect(unequal.rawOmega! < unequal.omegaTotal.value! - 0.1)
  }
}
