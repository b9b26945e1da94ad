import Factors
import Importance
import Insight
import Measures
import Regression
import Resampling
import Survey
import SurveyFiles

/// Turns the words of a study or of options into the values that the modules understand.
enum AnalysisWords {
  /// The words that a study may use, so that a mistake is an error with its line.
  static let vocabulary = StudyFile.Vocabulary(
    methods: ImportanceMethod.allCases.map(\.rawValue) + ["stated", "all"],
    errors: LinearRegression.ErrorKind.allCases.map(\.rawValue),
    correlations: CorrelationMethod.allCases.map(\.rawValue), intervals: IntervalKind.allCases.map(\.rawValue),
    scores: ConstructScoring.Scores.allCases.map(\.rawValue),
    extractions: FactorAnalysis.Extraction.allCases.map(\.rawValue), rotations: RotationName.allCases.map(\.rawValue),
    factorScores: FactorScores.Method.allCases.map(\.rawValue))

  static func analysis(_ study: StudySpecification, axes: [ImportancePerformance.Importance]) throws -> DriverAnalysis {
    var methods: [ImportanceMethod] = []
    for axis in axes { if case .derived(let method) = axis { methods.append(method) } }
    for name in study.methods where name != "stated" {
      for method in try self.methods(name) where !methods.contains(method) { methods.append(method) }
    }
    var interval = IntervalKind.percentile
    if let word = study.bootstrap.interval { interval = try choice(word, "interval", IntervalKind.self) }
    let errors = try study.errors.map { try choice($0, "errors", LinearRegression.ErrorKind.self) }
    let bootstrap = BootstrapSpecification(
      replicates: study.bootstrap.replicates ?? 1000, seed: study.bootstrap.seed ?? 1, interval: interval,
      confidence: study.confidence ?? 0.95)
    if errors == .bootstrap, bootstrap.replicates == 0 {
      throw DataFault.request(
        problem: "--errors bootstrap needs resamples, and --bootstrap 0 switches them off",
        suggestion: "Give a number of resamples, such as --bootstrap 1000.")
    }
    let correlation = try study.correlation.map { try choice($0, "correlation", CorrelationMethod.self) } ?? .pearson
    return DriverAnalysis(
      methods: methods.isEmpty ? [.lmg] : methods, errors: errors, bootstrap: bootstrap,
      permutations: study.permutations ?? 0, folds: study.folds, diagnostics: study.diagnostics ?? false,
      correlation: correlation, scoring: try scoring(study))
  }

  /// How constructs are scored, and whether importance is corrected.
  private static func scoring(_ study: StudySpecification) throws -> ConstructScoring {
    let scores = try study.scoreMethod.map { try choice($0, "score method", ConstructScoring.Scores.self) } ?? .mean
    if let correct = study.correct, correct != "reliability" {
      throw DataFault.request(
        problem: "Importance cannot be corrected for '\(correct)'", suggestion: "There is: reliability.")
    }
    if study.correct == nil, !study.reliabilities.isEmpty {
      throw DataFault.request(
        problem: "A reliability is given, and nothing is corrected by it", suggestion: "Add --correct reliability.")
    }
    return ConstructScoring(
      scores: scores, correctsReliability: study.correct != nil, reliabilities: study.reliabilities)
  }

  /// The vertical axes of a matrix: the methods that are named, `stated` among them; lmg when none is.
  static func axes(_ study: StudySpecification) throws -> [ImportancePerformance.Importance] {
    var axes: [ImportancePerformance.Importance] = []
    for name in study.methods {
      let named: [ImportancePerformance.Importance] =
        name == "stated" ? [.stated] : try methods(name).map { .derived($0) }
      axes += named.filter { !axes.contains($0) }
    }
    return axes.isEmpty ? [.derived(.lmg)] : axes
  }

  static func crosshair(_ text: String?) throws -> CrosshairRule {
    switch text {
    case nil, "mean": return .mean
    case "median": return .median
    case "scale": return .scale
    case let text?:
      // Options and studies have checked it.
      guard let (performance, importance) = SettingLimits.crosshairNumbers(text) else {
        throw DataFault.request(
          problem: "The crosshair is '\(text)'", suggestion: SettingLimits.crosshair(text).map { "\($0)." } ?? "")
      }
      return .given(performance: performance, importance: importance)
    }
  }

  private static func methods(_ name: String) throws -> [ImportanceMethod] {
    if name == "all" { return ImportanceMethod.allCases }
    return [try choice(name, "method", ImportanceMethod.self)]
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ word: String, _ what: String, _: Choice.Type
  ) throws -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: word) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let near = Spelling.nearest(to: word, among: names, limit: 1)
    throw DataFault.request(
      problem: "There is no \(what) '\(word)'",
      suggestion: (near.first.map { "Did you mean '\($0)'? " } ?? "") + "There are: \(names.joined(separator: ", ")).")
  }
}
