import Factors
import Foundation
import LinearAlgebra
import Measures
import Probability
import Reliability
import Resampling
import Survey
import SurveyFiles
import TestSupport
import Testing

/// Against R (psych, lavaan, definitions): `Tests/References/reliability/reliability.R` made the figures.
@Suite("Reliability as psych and lavaan give it") struct ReliabilityReferenceTests {
  static let root = PackageFiles.root
  static var reference: [String: Any] { (try? PackageFiles.json("reliability/reliability.json")) ?? [:] }

  static func frame(_ data: Dataset) throws -> ModelFrame {
    let items = data.names.map { AnalysisRoles.Player(name: $0, items: [AnalysisRoles.Item(name: $0)]) }
    return try ModelFrame(data, roles: AnalysisRoles(outcomes: [], players: items), ratings: false)
  }

  static func read(_ path: String) throws -> Dataset {
    let file = root.appending(path: "datasets/\(path)")
    return try CSVReader(bytes: [UInt8](Data(contentsOf: file)), name: path).read(jobs: 1)
  }

  /// The twelve items of the second wave as the script takes them.
  static func webshop() throws -> Dataset {
    let data = try read("webshop/webshop.csv")
    let wave = data["wave"]!.doubles
    let rows = data.rowCount
    let items = ["pq", "pe", "sc"].flatMap { prefix in (1...4).map { "\(prefix)\($0)" } }.map { name in
      Variable(name: name, values: .double(data[name]!.doubles.map { $0 == 9 ? .nan : $0 }))
    }
    return Dataset(variables: items, rowCount: rows).selecting(
      (0..<Int32(rows)).filter { row in
        wave[Int(row)] == 2 && items.allSatisfy { !$0.doubles[Int(row)].isNaN }
      })
  }

  static let webshopScales = [
    ReliabilityAnalysis.Scale(name: "pq", items: Array(0..<4)),
    ReliabilityAnalysis.Scale(name: "pe", items: Array(4..<8)),
    ReliabilityAnalysis.Scale(name: "sc", items: Array(8..<12)),
  ]

  private func check(_ own: ReliabilityAnalysis.ScaleFit, _ name: String, _ moments: Moments) throws {
    let correlation = moments.selecting(own.scale.items).correlation
    let reference = try #require(Self.reference[name] as? [String: Any])
    func agree(_ value: Double?, _ key: String, _ tolerance: Double) throws {
      let expected = try #require((reference[key] as? NSNumber)?.doubleValue, "\(key)")
      let value = try #require(value, "\(name) \(key)")
      #expect(abs(value - expected) <= tolerance * max(1, abs(expected)), "\(name) \(key): \(value) \(expected)")
    }
    func agree(_ values: [Double?], _ key: String, _ tolerance: Double) throws {
      let expected = try #require(reference[key] as? [NSNumber], "\(key)").map(\.doubleValue)
      #expect(values.count == expected.count)
      for (value, other) in zip(values, expected) {
        #expect(
          abs((value ?? .nan) - other) <= tolerance * max(1, abs(other)), "\(name) \(key): \(value ?? .nan) \(other)")
      }
    }
    try agree(own.alpha.value, "alpha", 1e-12)
    try agree(own.standardizedAlpha, "standardized", 1e-12)
    try agree(own.lambda2, "lambda2", 1e-12)
    try agree(own.lambda6, "lambda6", 1e-12)
    try agree(own.halves?.best, "best", 1e-12)
    try agree(own.halves?.worst, "worst", 1e-12)
    try agree(own.halves?.mean, "mean", 1e-12)
    try agree(own.omegaTotal.value, "omega", 1e-9)
    try agree(own.compositeReliability.value, "composite", 1e-6)
    try agree(own.averageVarianceExtracted.value, "ave", 1e-6)
    let scaled = try #require(own.check)
    let model = try #require(OneFactorCheck(correlation: correlation, n: own.n))
    #expect(model.scaling == nil && model.loadings == scaled.loadings && model.srmr == scaled.srmr)
    let factor = scaled.scaling ?? 1
    #expect(abs(scaled.chiSquared! * factor - model.chiSquared!) < 1e-9 * (1 + model.chiSquared!))
    try agree(model.loadings, "loadings", 1e-6)
    try agree(model.chiSquared, "chisq", 1e-6)
    #expect(Double(model.degreesOfFreedom) == (reference["df"] as? NSNumber)?.doubleValue)
    try agree(model.pValue, "pvalue", 1e-6)
    try agree(model.cfi, "cfi", 1e-7)
    try agree(model.rmsea, "rmsea", 1e-6)
    try agree(model.rmseaLow, "rmsea.ci.lower", 1e-4)
    try agree(model.rmseaHigh, "rmsea.ci.upper", 1e-4)
    try agree(model.srmr, "srmr", 1e-6)
    try agree(own.items.map(\.itemTotal), "item_total", 1e-12)
    try agree(own.items.map(\.itemRest), "item_rest", 1e-12)
    try agree(own.items.map(\.alphaIfDropped), "dropped", 1e-12)
    try agree(own.items.map(\.mean), "mean_item", 1e-12)
    try agree(own.items.map(\.standardDeviation), "sd_item", 1e-12)
    let feldt = try #require(reference["feldt"] as? [NSNumber]).map(\.doubleValue)
    #expect(abs(own.alpha.interval!.low - feldt[0]) < 1e-10 && abs(own.alpha.interval!.high - feldt[1]) < 1e-10)
    if reference["ordinal_alpha"] != nil {
      try agree(own.ordinalAlpha, "ordinal_alpha", 1e-5)
      try agree(own.ordinalOmega, "ordinal_omega", 1e-5)
    }
  }

  @Test("one scale: α, λ, ω, halves, items, one factor") func attitude() throws {
    let frame = try Self.frame(Self.read("attitude/attitude.csv"))
    let analysis = ReliabilityAnalysis(
      scales: [.init(name: "attitude", items: Array(0..<7))], bootstrap: BootstrapSpecification(replicates: 0))
    let fit = try analysis.fit(to: frame)
    try check(fit.scales[0], "attitude", Moments(frame))
    // Published figures of the same data.
    #expect(abs(fit.scales[0].alpha.value! - 0.84314) < 5e-6)
    #expect(abs(fit.scales[0].standardizedAlpha! - 0.83908) < 5e-6)
    #expect(abs(fit.scales[0].lambda6! - 0.87522) < 5e-6)
    #expect(fit.commonMethod == nil && fit.pairs.isEmpty)
  }

  @Test("three constructs, and how distinct they are") func webshop() throws {
    let frame = try Self.frame(Self.webshop())
    let fit = try ReliabilityAnalysis(scales: Self.webshopScales, bootstrap: BootstrapSpecification(replicates: 0))
      .fit(to: frame)
    for own in fit.scales { try check(own, own.scale.name, Moments(frame)) }
    let pairs = try #require(Self.reference["pairs"] as? [String: [String: NSNumber]])
    #expect(fit.pairs.count == 3)
    for pair in fit.pairs {
      let key = "\(fit.scales[pair.a].scale.name)_\(fit.scales[pair.b].scale.name)"
      let expected = try #require(pairs[key])
      #expect(abs(pair.htmt.value! - expected["htmt"]!.doubleValue) < 1e-12)
      #expect(abs(pair.htmt2.value! - expected["htmt2"]!.doubleValue) < 1e-12)
      #expect(abs(pair.correlation.value! - expected["correlation"]!.doubleValue) < 1e-9)
    }
    let harman = try #require(Self.reference["harman"] as? [String: NSNumber])
    #expect(abs(fit.commonMethod!.componentShare - harman["component"]!.doubleValue) < 1e-12)
    #expect(abs(fit.commonMethod!.factorShare! - harman["factor"]!.doubleValue) < 1e-8)
  }

  /// psych's rotation stops at 1e-5.
  @Test("ω hierarchical of Thurstone's tests") func thurstone() throws {
    let moments = try Self.matrix("thurstone", n: 213)
    let reference = try #require(Self.reference["thurstone"] as? [String: NSNumber])
    let schmid = try #require(SchmidLeiman(CorrelationInput(moments)))
    #expect(abs(schmid.omegaHierarchical - reference["omega_h"]!.doubleValue) < 1e-4)
    #expect(abs(schmid.omegaTotal - reference["omega_t"]!.doubleValue) < 1e-4)
    #expect(abs(schmid.omegaHierarchical - 0.73607) < 1e-4 && abs(schmid.omegaTotal - 0.93083) < 1e-4)
    let fit = try ReliabilityAnalysis(
      scales: [.init(name: "all", items: Array(0..<9))], bootstrap: BootstrapSpecification(replicates: 200)
    ).fit(to: moments)
    let own = fit.scales[0]
    #expect(abs(own.alpha.value! - 0.89146) < 5e-6 && abs(own.lambda6! - 0.90818) < 5e-6)
    #expect(own.omegaHierarchical == schmid.omegaHierarchical)
    // Wishart draws, and Feldt's interval, are of the same normal samples.
    let feldt = FeldtInterval.of(alpha: own.alpha.value!, n: 213, items: 9)
    #expect(abs(own.alpha.interval!.low - feldt.low) < 0.02 && abs(own.alpha.interval!.high - feldt.high) < 0.02)
    #expect(own.items.allSatisfy { $0.mean == nil && $0.standardDeviation == nil })
  }

  @Test("heterotrait–monotrait ratios of Holzinger and Swineford's tests") func holzinger() throws {
    let scales = (0..<3).map { s in
      ReliabilityAnalysis.Scale(name: "f\(s)", items: Array(3 * s..<3 * s + 3))
    }
    let fit = try ReliabilityAnalysis(scales: scales, bootstrap: BootstrapSpecification(replicates: 0))
      .fit(to: Self.matrix("holzinger", n: 301))
    for (pair, expected) in zip(fit.pairs, [(0.424, 0.384), (0.467, 0.387), (0.290, 0.280)]) {
      #expect(abs(pair.htmt.value! - expected.0) < 5e-4, "\(pair)")
      #expect(abs(pair.htmt2.value! - expected.1) < 5e-4, "\(pair)")
    }
  }

  static func matrix(_ name: String, n: Double) throws -> Moments {
    let file = root.appending(path: "Tests/References/factors/\(name).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let names = lines[0].dropFirst().map(String.init)
    var correlation = SymmetricMatrix(order: names.count)
    for i in names.indices {
      for j in 0...i { correlation[i, j] = Double(lines[i + 1][j + 1].filter { $0 != " " })! }
    }
    return Moments(
      names: names, n: n, sumOfWeights: n, sumOfSquaredWeights: n, means: nil,
      scatter: SymmetricMatrix(order: names.count, packed: correlation.packed.map { $0 * (n - 1) }),
      isCorrelation: true)
  }
}
