import Factors
import Foundation
import LinearAlgebra
import Measures
import Reliability
import Resampling
import Survey
import SurveyFiles
import Testing

/// Real scales at the edge: items turned round, a single factor, answers at the ceiling, everybody's own rows.
@Suite("Reliability at the edge") struct ReliabilityEdgeTests {
  private static let folder = ReliabilityReferenceTests.root.appending(path: "Tests/References")
  private static let none = BootstrapSpecification(replicates: 0)

  private static func lines(_ path: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func read(_ path: String) throws -> Dataset {
    try CSVReader(bytes: [UInt8](Data(contentsOf: folder.appending(path: path))), name: path).read(jobs: 1)
  }

  private static func roles(_ items: [String], cluster: String? = nil) -> AnalysisRoles {
    AnalysisRoles(
      outcomes: [], players: items.map { .init(name: $0, items: [AnalysisRoles.Item(name: $0)]) }, cluster: cluster)
  }

  /// Tests/References/reliability/scales.csv: written by scales.R; the questionnaire's key says which items are turned.
  @Test(
    "items turned round are those that the questionnaire's key names",
    arguments: [("C", ["C4", "C5"]), ("O", ["O2", "O5"]), ("E", ["E1", "E2"]), ("N", [])])
  func reversed(_ scale: String, _ key: [String]) throws {
    let row = try #require(try Self.lines("reliability/scales.csv").first { $0[0] == scale })
    let n = try #require(Double(row[1]))
    var matrix = SymmetricMatrix(order: 5)
    let values = row[2].split(separator: " ").compactMap { Double($0) }
    for i in 0..<5 {
      for j in 0..<i { matrix[i, j] = values[i * (i - 1) / 2 + j] }
      matrix[i, i] = 1
    }
    let names = (1...5).map { "\(scale)\($0)" }
    let moments = Moments(
      names: names, n: n, sumOfWeights: n, sumOfSquaredWeights: n, means: nil,
      scatter: SymmetricMatrix(order: 5, packed: matrix.packed.map { $0 * (n - 1) }), isCorrelation: true)
    let bounds = [RatingScale?](repeating: RatingScale(1, 6), count: 5)
    func fit(_ moments: Moments) throws -> ReliabilityAnalysis.Fit {
      try ReliabilityAnalysis(
        scales: [.init(name: scale, items: Array(0..<5), bounds: bounds)], bootstrap: Self.none
      ).fit(to: moments)
    }
    let own = try fit(moments)
    #expect(own.scales[0].turned.map { names[$0] } == key)
    let note = own.notes.first { $0.kind == .reversedItems }?.message
    #expect((note == nil) == key.isEmpty)
    for item in key { #expect(note?.contains("scale: \(item)=6:1") == true, "\(note ?? "")") }
    // The advice followed: nothing is left to turn, and α is larger.
    var turned = moments
    for i in 0..<5 {
      for j in 0..<i where key.contains(names[i]) != key.contains(names[j]) { turned.scatter[i, j] *= -1 }
    }
    let after = try fit(turned)
    #expect(after.scales[0].turned.isEmpty)
    #expect(try #require(after.scales[0].alpha.value) >= #require(own.scales[0].alpha.value))
  }

  @Test("noise turns no item") func noise() throws {
    // Of 22 answers at the ceiling one item correlates −.09 with the others.
    let fit = try Self.ceiling(replicates: 0)
    #expect(fit.scales[0].turned.isEmpty)
  }

  /// Ten items simulated from one factor; psych's omega says .967 of three factors, one of which is the first again.
  @Test("a scale with one factor has no ω hierarchical, and says so") func oneFactor() throws {
    let data = try Self.read("reliability/one-factor.csv")
    let fit = try ReliabilityAnalysis(
      scales: [.init(name: "g", items: Array(0..<10))], bootstrap: Self.none
    ).fit(to: ModelFrame(data, roles: Self.roles(data.names), ratings: false))
    #expect(fit.scales[0].omegaHierarchical == nil)
    #expect(try #require(fit.scales[0].omegaTotal.value) > 0.96)
    #expect(fit.notes.contains { $0.kind == .noGeneralFactor })
  }

  /// 22 respondents: three items at the ceiling, of which more than half of the resamples leave one without variation.
  private static func ceiling(replicates: Int) throws -> ReliabilityAnalysis.Fit {
    func fives(but fours: Set<Int>) -> [Double] { (0..<22).map { (i: Int) -> Double in fours.contains(i) ? 4 : 5 } }
    let (a1, a2, a3) = (fives(but: [1]), fives(but: [11]), fives(but: [0, 5]))
    let b1: [Double] = [5, 2, 5, 3, 4, 4, 5, 4, 4, 4, 3, 5, 4, 3, 4, 3, 5, 5, 3, 5, 4, 4]
    let b2: [Double] = [4, 2, 5, 4, 3, 3, 5, 3, 5, 5, 1, 5, 4, 3, 3, 5, 5, 5, 5, 4, 5, 4]
    return try ReliabilityAnalysis(
      scales: [.init(name: "A", items: [0, 1, 2]), .init(name: "B", items: [3, 4])],
      bootstrap: BootstrapSpecification(replicates: replicates, seed: 1)
    ).fit(to: ReliabilityPropertyTests.frame([a1, a2, a3, b1, b2]))
  }

  @Test("no interval where more than 5 % of the resamples fail, and ordinal α above 1 is none") func failures() throws {
    let fit = try Self.ceiling(replicates: 400)
    let a = fit.scales[0]
    #expect(a.alpha.value != nil && a.alpha.interval == nil && a.omegaTotal.interval == nil)
    #expect(a.compositeReliability.interval == nil && a.averageVarianceExtracted.interval == nil)
    #expect(a.undefinedReplicates > 200)
    #expect(fit.notes.contains { $0.kind == .replicatesFailed && $0.message.contains("'A'") })
    #expect(fit.pairs[0].htmt.interval == nil && fit.pairs[0].correlation.interval == nil)
    #expect(a.ordinalAlpha == nil && a.ordinalOmega == nil)
    #expect(fit.notes.contains { $0.kind == .noOrdinalAlpha })
    // The other construct varies in every resample.
    #expect(fit.scales[1].omegaTotal.interval != nil)
    #expect(fit.notes.contains { $0.kind == .beyondOne } == ((fit.pairs[0].htmt.value ?? 0) > 1))
  }

  /// Tests/References/reliability/own-rows.csv: written by own-rows.R.
  @Test("every construct is on its own complete rows, every pair on those of both") func ownRows() throws {
    var expected: [String: Double] = [:]
    for row in try Self.lines("reliability/own-rows.csv").dropFirst() {
      expected["\(row[0]) \(row[1])"] = Double(row[2])
    }
    let data = try Self.read("correlations/survey.csv")
    let items = ["q1", "q2", "q4", "q3", "nps", "yes", "rare", "wait"]
    let analysis = ReliabilityAnalysis(
      scales: [
        .init(name: "first", items: [0, 1, 2]), .init(name: "second", items: [3, 4, 5]),
        .init(name: "third", items: [6, 7]),
      ], bootstrap: BootstrapSpecification(replicates: 60, seed: 1))
    let frame = try ModelFrame.ofOwnRows(data, roles: Self.roles(items))
    let fit = try analysis.fit(to: frame)
    for own in fit.scales {
      #expect(own.n == expected["n \(own.scale.name)"])
      #expect(abs(try #require(own.alpha.value) - expected["alpha \(own.scale.name)"]!) < 1e-12)
      #expect(own.alpha.interval != nil && own.check?.chiSquared != nil || own.scale.items.count < 3)
    }
    for pair in fit.pairs {
      let name = "\(fit.scales[pair.b].scale.name)-\(fit.scales[pair.a].scale.name)"
      #expect(pair.n == expected["pair_n \(name)"])
      #expect(abs(try #require(pair.htmt.value) - expected["htmt \(name)"]!) < 1e-12)
    }
    #expect(fit.rowLoss?.used == 343 && fit.rowLoss?.read == 400)
    #expect(fit.notes.contains { $0.kind == .beyondOne })
    // Threads change nothing; a construct's figures are those of its rows alone.
    #expect(try analysis.fit(to: frame, jobs: 3).pairs == fit.pairs)
    let alone = try ReliabilityAnalysis(
      scales: [.init(name: "first", items: [0, 1, 2])], bootstrap: BootstrapSpecification(replicates: 0)
    ).fit(to: ModelFrame(data, roles: Self.roles(["q1", "q2", "q4"]), ratings: false))
    #expect(alone.scales[0].omegaTotal.value == fit.scales[0].omegaTotal.value)
    #expect(alone.scales[0].items == fit.scales[0].items)
  }

  @Test("constructs that nobody answered together keep their own figures and have no HTMT") func disjoint() throws {
    func half(_ values: [Double], _ isFirst: Bool) -> [Double] {
      values.indices.map { (i: Int) -> Double in (i < 30) == isFirst ? values[i] : .nan }
    }
    let x: [Double] = (0..<60).map { (i: Int) -> Double in Double(i * 7 % 11) }
    let y: [Double] = (0..<60).map { (i: Int) -> Double in
      let shifted = i * 7 % 11 + i % 3
      return Double(shifted % 7)
    }
    let columns: [[Double]] = [half(x, true), half(y, true), half(x, false), half(y, false)]
    let variables: [Variable] = columns.indices.map { Variable(name: "x\($0)", values: .double(columns[$0])) }
    let frame = try ModelFrame.ofOwnRows(
      Dataset(variables: variables, rowCount: 60), roles: Self.roles(variables.map(\.name)))
    let fit = try ReliabilityAnalysis(
      scales: [.init(name: "a", items: [0, 1]), .init(name: "b", items: [2, 3])],
      bootstrap: BootstrapSpecification(replicates: 50)
    ).fit(to: frame)
    #expect(fit.scales.map(\.n) == [30, 30] && fit.scales.allSatisfy { $0.alpha.value != nil })
    #expect(fit.pairs[0].n == 0 && fit.pairs[0].htmt.value == nil && fit.commonMethod == nil)
  }

  @Test("under clusters χ² is scaled, and Feldt's interval is none") func clusters() throws {
    let data = try Self.read("reliability/one-factor.csv")
    let groups: [Double] = (0..<data.rowCount).map { (i: Int) -> Double in Double(i / 10) }
    let clustered = Dataset(
      variables: data.names.map { data[$0]! } + [Variable(name: "g", values: .double(groups))],
      rowCount: data.rowCount)
    let scales = [ReliabilityAnalysis.Scale(name: "x", items: [0, 1, 2, 3])]
    let items = Array(data.names.prefix(4))
    let naive = try ReliabilityAnalysis(scales: scales, bootstrap: Self.none)
      .fit(to: ModelFrame(data, roles: Self.roles(items), ratings: false))
    let fit = try ReliabilityAnalysis(scales: scales, bootstrap: Self.none)
      .fit(to: ModelFrame(clustered, roles: Self.roles(items, cluster: "g"), ratings: false))
    #expect(naive.scales[0].check?.chiSquared != nil && naive.scales[0].alpha.interval != nil)
    let (own, other) = (try #require(fit.scales[0].check), try #require(naive.scales[0].check))
    #expect(own.chiSquared != other.chiSquared && own.loadings == other.loadings)
    #expect(abs(own.chiSquared! * own.scaling! - other.chiSquared! * other.scaling!) < 1e-9)
    #expect(fit.scales[0].alpha.interval == nil && fit.scales[0].alpha.value == naive.scales[0].alpha.value)
    #expect(fit.notes.contains { $0.kind == .feldtInterval } && !fit.notes.contains { $0.kind == .noChiSquared })
  }
}
