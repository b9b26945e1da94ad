import Factors
import Insight
import LinearAlgebra
import Measures
import Probability
import Regression
import Reliability
import Resampling
import Studies
import Survey
import SurveyFiles
import Testing

/// Every verb from sums of rows that nobody keeps, against the same rows in memory.
@Suite struct SumsOfVerbsTests {
  /// Ratings with a common part, weights of each kind, and a group of 60,000, one of 55,000 and one of 2,000 rows.
  private static let text: [UInt8] = {
    var random = RandomStream(seed: 8, stream: 1)
    var text = "y,x1,x2,x3,x4,w,f,g\n"
    for row in 0..<117_000 {
      let common = random.normal()
      func rating(_ own: Double) -> Int { min(7, max(1, Int((4 + common + own * random.normal()).rounded()))) }
      let (a, b, c, d) = (rating(0.9), rating(1.1), rating(1.2), rating(1))
      let spread = 0.3 + 0.5 * Double((a - 4) * (a - 4))
      let y = Int((Double(a + b) * 0.5 + spread * random.normal()).rounded())
      let w = (random.normal() * random.normal()).magnitude + 0.1
      let group = row % 117 < 60 ? "b" : row % 117 < 115 ? "a" : "small"
      text += "\(y),\(a),\(b),\(c),\(d),\(Double(Int(w * 1000)) / 1000),\(1 + row % 3),\(group)\n"
    }
    return Array(text.utf8)
  }()

  private func study() -> Study {
    var study = Study(source: .bytes(Self.text, name: "survey.csv"))
    study.specification.outcomes = ["y"]
    study.specification.drivers = ["x1:x4"]
    study.settings.bootstrap.replicates = 50
    return study
  }

  private func rows(_ study: Study) throws -> (frame: ModelFrame, roles: AnalysisRoles) {
    let reader = try SurveyFile.reader(bytes: Self.text, name: "survey.csv")
    let roles = try study.specification.resolved(in: reader.names, text: ["g"]).roles
    return (try ModelFrame(try reader.rows(ReadingRequest()), roles: roles), roles)
  }

  private func close(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 1e-9 * max(1, abs(b))
  }

  @Test(
    "drivers, whatever the weights",
    arguments: [(nil, nil), ("w", .sampling), ("w", .precision), ("f", .frequency)] as [(String?, WeightsKind?)])
  func drivers(weights: String?, kind: WeightsKind?) throws {
    var study = study()
    if let weights { study.specification.weights = AnalysisRoles.Weighting(variable: weights, kind: kind!) }
    let summed = try study.drivers().groups[0].fit.drivers
    let kept = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 50)).fit(to: try rows(study).frame)
    let (a, b) = (summed.outcomes[0], kept.outcomes[0])
    #expect(a.regression.errors == .jackknife && b.regression.errors == .jackknife)
    for (own, other) in zip(a.regression.terms, b.regression.terms) {
      #expect(close(own.estimate, other.estimate) && close(own.stdError, other.stdError) && close(own.low, other.low))
    }
    #expect(close(a.regression.logLikelihood.map { $0 / 1e6 }, b.regression.logLikelihood.map { $0 / 1e6 }))
    #expect(close(a.regression.sigma, b.regression.sigma) && close(a.regression.fStatistic, b.regression.fStatistic))
    #expect(close(a.rSquared.low, b.rSquared.low) && close(a.rSquared.high, b.rSquared.high))
    for (own, other) in zip(a.methods[0].drivers, b.methods[0].drivers) {
      #expect(close(own.share.value, other.share.value) && close(own.share.low, other.share.low))
      #expect(close(own.frequencyOfFirst, other.frequencyOfFirst))
    }
    for (own, other) in zip(summed.performance, kept.performance) {
      #expect(close(own.value, other.value) && close(own.high, other.high))
    }
  }

  @Test("errors from blocks are those of rows but for what a thousand blocks leave") func errors() throws {
    for weights in [nil, "w"] {
      var study = study()
      study.settings.bootstrap.replicates = 0
      study.specification.weights = weights.map { AnalysisRoles.Weighting(variable: $0, kind: .sampling) }
      let blocks = try study.drivers().groups[0].fit.drivers.outcomes[0].regression
      study.settings.errors = weights == nil ? .hc3 : .design
      let own = try study.drivers().groups[0].fit.drivers.outcomes[0].regression
      // A standard error from a thousand blocks has an error of 2.2 %.
      for (a, b) in zip(blocks.terms, own.terms) { #expect(abs(a.stdError! / b.stdError! - 1) < 0.09) }
      #expect(abs((blocks.rSquaredHigh! - blocks.rSquaredLow!) / (own.rSquaredHigh! - own.rSquaredLow!) - 1) < 0.09)
      // Spread that grows with a driver: classical errors are wrong here.
      study.settings.errors = .classical
      study.specification.weights = nil
      let classical = try study.drivers().groups[0].fit.drivers.outcomes[0].regression
      #expect(abs(classical.terms[1].stdError! / blocks.terms[1].stdError! - 1) > 0.1)
    }
  }

  @Test("groups are summed or kept by their own size, and are those of a condition") func groups() throws {
    var parted = study()
    parted.specification.by = ["g"]
    let result = try parted.drivers()
    #expect(result.groups.map(\.value) == ["a", "b", "small"])
    for group in result.groups {
      var one = study()
      one.specification.condition = "g = '\(group.value!)'"
      let alone = try one.drivers().groups[0].fit.drivers
      let own = group.fit.drivers
      #expect(
        own.rowsUsed == alone.rowsUsed && own.outcomes[0].regression.errors == alone.outcomes[0].regression.errors)
      for (a, b) in zip(own.outcomes[0].regression.terms, alone.outcomes[0].regression.terms) {
        #expect(close(a.estimate, b.estimate) && close(a.stdError, b.stdError))
      }
      for (a, b) in zip(own.outcomes[0].methods[0].drivers, alone.outcomes[0].methods[0].drivers) {
        #expect(close(a.share.low, b.share.low))
      }
    }
    #expect(result.groups[2].fit.drivers.outcomes[0].regression.errors == .hc3)
  }

  @Test("correlations, partial ones and weighted ones", arguments: [CorrelationMethod.pearson, .partial])
  func correlations(method: CorrelationMethod) throws {
    for weights in [nil, "w"] {
      var study = study()
      study.settings.correlate.method = method
      study.settings.variables = ["y", "x1:x4"]
      study.specification.weights = weights.map { AnalysisRoles.Weighting(variable: $0, kind: .sampling) }
      for replicates in [0, 50] {
        study.settings.bootstrap.replicates = replicates
        let summed = try study.correlations().groups[0].fit
        var asked = self.study()
        asked.specification.outcomes = []
        asked.specification.drivers = ["y", "x1:x4"]
        asked.specification.weights = study.specification.weights
        let kept = try CorrelationAnalysis(method: method, bootstrap: BootstrapSpecification(replicates: replicates))
          .fit(to: try rows(asked).frame)
        #expect(summed.names == kept.names && summed.rowsUsed == kept.rowsUsed)
        for (a, b) in zip(summed.pairs, kept.pairs) {
          #expect(close(a.correlation, b.correlation) && close(a.low, b.low) && close(a.pValue, b.pValue))
          #expect(a.standardError! > 0.001 && a.standardError! < 0.01)
        }
      }
    }
  }

  @Test("the interval of a correlation from blocks is that of leaving out each respondent") func oneByOne() throws {
    var study = study()
    study.settings.variables = ["y", "x1"]
    study.settings.bootstrap.replicates = 0
    let blocks = try study.correlations().groups[0].fit.pairs[0]
    // Fewer rows than blocks stand for: every one is left out in turn.
    let reader = try SurveyFile.reader(bytes: Self.text, name: "survey.csv")
    let data = try reader.rows(ReadingRequest(columns: ["y", "x1"]))
    let half = data.selecting((0..<49_000).map { Int32($0) })
    let roles = AnalysisRoles(
      outcomes: [],
      players: ["y", "x1"].map { AnalysisRoles.Player(name: $0, kind: .variable, items: [.init(name: $0)]) })
    let rows = try CorrelationAnalysis().fit(to: try ModelFrame(half, roles: roles, ratings: false)).pairs[0]
    let ratio = blocks.standardError! * (117_000.0 / 49_000).squareRoot() / rows.standardError!
    #expect(abs(ratio - 1) < 0.09, "\(ratio)")
  }

  @Test("factors: loadings, χ² and resampled errors") func factors() throws {
    var study = study()
    study.settings.variables = ["x1:x4"]
    study.settings.factor.factors = .number(1)
    study.settings.factor.parallel = 50
    study.settings.factor.extraction = .maximumLikelihood
    let summed = try study.factors().result.groups[0].fit
    var asked = self.study()
    asked.specification.outcomes = []
    let frame = try rows(asked).frame
    let exploration = FactorExploration(
      factors: 1, analysis: FactorAnalysis(factors: 1, extraction: .maximumLikelihood),
      parallelReplicates: 50, bootstrap: BootstrapSpecification(replicates: 50))
    let kept = try exploration.fit(to: frame)
    #expect(summed.rowsUsed == 117_000 && kept.rowsUsed == 117_000)
    for k in 0..<4 {
      #expect(close(summed.solution.loadings.storage[k], kept.solution.loadings.storage[k]))
      #expect(close(summed.loadingSpread(k).standardError, kept.loadingSpread(k).standardError))
    }
    #expect(close(summed.solution.statistics.chiSquared, kept.solution.statistics.chiSquared))
    #expect(summed.solution.statistics.chiSquared != nil && summed.notes.contains { $0.kind.name == "summed_factors" })
  }

  @Test("the errors of loadings from blocks are those from rows") func loadingErrors() throws {
    var study = study()
    study.settings.variables = ["x1:x4"]
    study.settings.factor.factors = .number(1)
    study.settings.factor.parallel = 0
    study.settings.factor.extraction = .maximumLikelihood
    study.settings.bootstrap.replicates = 0
    let summed = try study.factors().result.groups[0].fit
    var asked = self.study()
    asked.specification.outcomes = []
    // Rows below the number from which on blocks stand for them.
    let reader = try SurveyFile.reader(bytes: Self.text, name: "survey.csv")
    let half = try reader.rows(ReadingRequest()).selecting((0..<49_000).map { Int32($0) })
    let part = try ModelFrame(half, roles: try asked.specification.resolved(in: reader.names, text: ["g"]).roles)
    let own = try FactorExploration(
      factors: 1, analysis: FactorAnalysis(factors: 1, extraction: .maximumLikelihood), parallelReplicates: 0,
      bootstrap: BootstrapSpecification(replicates: 0)
    ).fit(to: part)
    for k in 0..<4 {
      let ratio =
        summed.loadingSpread(k).standardError! * (117_000.0 / 49_000).squareRoot()
        / own.loadingSpread(k).standardError!
      #expect(abs(ratio - 1) < 0.1, "\(ratio)")
    }
  }

  @Test("reliability: coefficients, intervals, χ² of one factor") func reliability() throws {
    var study = study()
    study.settings.variables = ["x1:x4"]
    let summed = try study.reliability().groups[0].fit
    var asked = self.study()
    asked.specification.outcomes = []
    let frame = try rows(asked).frame
    let kept = try ReliabilityAnalysis(
      scales: [.init(name: "items", items: [0, 1, 2, 3])], bootstrap: BootstrapSpecification(replicates: 50)
    ).fit(to: frame)
    let (a, b) = (summed.scales[0], kept.scales[0])
    #expect(close(a.alpha.value, b.alpha.value) && close(a.alpha.interval?.low, b.alpha.interval?.low))
    #expect(close(a.omegaTotal.interval?.high, b.omegaTotal.interval?.high) && a.omegaTotal.interval != nil)
    #expect(close(a.check?.chiSquared, b.check?.chiSquared) && a.check?.chiSquared != nil)
    // Complete rows taken pair by pair are the same respondents, each by himself.
    asked.specification.missing = .pairwise
    let pairs = try ReliabilityAnalysis(
      scales: [.init(name: "items", items: [0, 1, 2, 3])], bootstrap: BootstrapSpecification(replicates: 0)
    ).fit(to: try rows(asked).frame).scales[0]
    for (own, other) in [
      (a.ordinalAlpha, pairs.ordinalAlpha), (a.ordinalOmega, pairs.ordinalOmega),
      (a.ordinalSumOmega, pairs.ordinalSumOmega), (b.ordinalAlpha, pairs.ordinalAlpha),
    ] { #expect(abs(try #require(own) - (try #require(other))) < 1e-7) }
  }

  @Test(
    "ranks and ratings from counts of pairs of answers",
    arguments: [CorrelationMethod.polychoric, .kendall, .spearman, .mixed])
  func tables(method: CorrelationMethod) throws {
    var study = study()
    study.settings.correlate.method = method
    study.settings.variables = ["x1:x4"]
    study.settings.bootstrap.replicates = 0
    let counted = try study.correlations().groups[0].fit
    var asked = self.study()
    asked.specification.outcomes = []
    asked.specification.missing = .pairwise
    let rows = try CorrelationAnalysis(method: method).fit(to: try rows(asked).frame)
    #expect(counted.rowsUsed == 117_000 && counted.n == rows.n)
    for (a, b) in zip(counted.pairs, rows.pairs) {
      #expect(abs(a.correlation - b.correlation) < 1e-9 && a.n == b.n && a.method == b.method)
      #expect(abs(a.low! - b.low!) < 1e-7 && close(a.pValue, b.pValue))
    }
  }

  @Test("a variable of many answers is ranked by its rows") func many() throws {
    var study = study()
    study.settings.correlate.method = .spearman
    study.settings.variables = ["w", "x1"]
    study.settings.bootstrap.replicates = 0
    #expect(try study.correlations().groups[0].fit.rowsUsed == 117_000)
  }

  /// One respondent of 60,000 has another answer to `b`; weights hide him from the sums.
  private func lone(_ weighted: Bool) -> Study {
    var random = RandomStream(seed: 2, stream: 0)
    var text = "y,a,b,w\n"
    for row in 0..<60_000 {
      let a = 1 + Int(5 * random.uniform())
      text += "\(a + Int(3 * random.uniform())),\(a),\(row == 777 ? 1 : 0),\(1 + Int(3 * random.uniform())).5\n"
    }
    var study = Study(source: .bytes(Array(text.utf8), name: "lone.csv"))
    study.specification.outcomes = ["y"]
    study.specification.drivers = ["a", "b"]
    study.settings.bootstrap.replicates = 50
    if weighted { study.specification.weights = AnalysisRoles.Weighting(variable: "w", kind: .sampling) }
    return study
  }

  @Test(
    "a coefficient that rests on one respondent has no interval, and a note", arguments: [false, true], [false, true])
  func lone(weighted: Bool, keepsRows: Bool) throws {
    var study = lone(weighted)
    study.settings.keepsNoRows = !keepsRows
    let fit = try study.drivers().groups[0].fit.drivers
    #expect(
      fit.outcomes[0].regression.term("b")?.stdError == nil && fit.outcomes[0].regression.term("a")?.stdError != nil)
    #expect(
      fit.outcomes[0].methods[0].drivers[1].share.low == nil && fit.outcomes[0].methods[0].drivers[0].share.low != nil)
    #expect(fit.notes.contains { $0.kind.name == "leverage_one" })
  }
}
