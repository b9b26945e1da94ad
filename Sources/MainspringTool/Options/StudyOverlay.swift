import ArgumentParser
import Insight
import Measures
import Regression
import Resampling
import Survey

// An option overrides what the study says. Each group of options changes its own fields of the specification.

extension DataOptions {
  func overlay(_ study: inout StudySpecification) throws {
    if let n { study.n = n }
    if let diagonal { study.diagonal = diagonal }
    if let condition = self.where { study.condition = condition }
    if let by { study.by = Selection.split(by) }
    if let wave { study.chosenWave = wave }
    if let missingCodes { study.missingCodes = Selection.split(missingCodes) }
    if let missing { study.missing = missing }
    if let categorical { study.categorical = Selection.split(categorical) }
    if let headerRows { study.headerRows = headerRows }
    for text in scale { try OptionText.scale(text, into: &study) }
    if let weights {
      study.weights = AnalysisRoles.Weighting(variable: weights, kind: weightsKind ?? .sampling)
    } else if let weightsKind {
      guard study.weights != nil else {
        throw DataFault.request(
          problem: "--weights-kind says what weights mean, but there are none",
          suggestion: "Name the column with --weights.")
      }
      study.weights?.kind = weightsKind
    }
    if let strata { study.strata = strata }
    if let cluster { study.cluster = cluster }
  }
}

extension DriverOptions {
  func overlay(_ study: inout StudySpecification) throws {
    if let outcome {
      study.otherOutcomes = study.outcomes
      study.outcomes = Selection.split(outcome)
    }
    for text in reference {
      let (name, level) = try OptionText.pair(text, option: "--reference", example: "region=north")
      study.references[Selection.unquoted(name)] = Selection.unquoted(level)
    }
    if let drivers { study.drivers = Selection.split(drivers) }
    if !group.isEmpty { study.groups = try group.map { try OptionText.group($0, option: "--group") } }
    if !terms.isEmpty { study.terms = terms.flatMap(Selection.split) }
    if let always { study.always = Selection.split(always) }
    if let players { study.players = players }
    if let methods { study.methods = Selection.split(methods) }
    if let errors { study.errors = errors.rawValue }
    if let correlation { study.correlation = correlation.rawValue }
    if let scoreMethod { study.scoreMethod = scoreMethod.rawValue }
    if let correct { study.correct = correct }
    for text in reliability {
      let (name, value) = try OptionText.pair(text, option: "--reliability", example: "recommend=0.8")
      guard let number = Double(value), SettingLimits.reliability(number) == nil else {
        throw ValidationError("--reliability \(text): give a number above 0 and at most 1, such as \(name)=0.8.")
      }
      study.reliabilities[Selection.unquoted(name)] = number
    }
  }
}

extension ResamplingOptions {
  func overlay(_ study: inout StudySpecification) {
    if let bootstrap { study.bootstrap.replicates = bootstrap }
    if let interval { study.bootstrap.interval = interval.rawValue }
    if let seed { study.bootstrap.seed = seed }
    if let confidence { study.confidence = confidence }
  }
}

/// The small languages of option values.
enum OptionText {
  /// Throws what is wrong with the number of an option, by the rule that the key of a study follows too.
  static func check<Value>(
    _ value: Value?, _ option: String, _ problem: (Value) -> String?, _ words: (Value) -> String
  ) throws {
    guard let value, let problem = problem(value) else { return }
    throw ValidationError("\(option) \(words(value)): \(problem).")
  }

  static func check(_ value: Int?, _ option: String, _ problem: (Int) -> String?) throws {
    try check(value, option, problem) { "\($0)" }
  }

  /// A whole number is shown without a decimal point, as it was typed.
  static func check(_ value: Double?, _ option: String, _ problem: (Double) -> String?) throws {
    try check(value, option, problem) { Int(exactly: $0).map(String.init) ?? "\($0)" }
  }

  /// `1:7` for drivers and their items, `name=0:10` for one variable; the bad end comes first.
  static func scale(_ text: String, into study: inout StudySpecification) throws {
    let parts = Selection.assignment(text)
    guard let scale = RatingScale(parts?.value ?? text) else {
      throw ValidationError(
        "--scale \(text): write the bad end, a colon and the good end, such as 1:7 or recommend=0:10.")
    }
    guard let parts else {
      study.scale = scale
      return
    }
    for name in Selection.split(parts.name) {
      study.variables[name, default: StudySpecification.CodebookEntry()].scale = scale
    }
  }

  /// `product=prod1,prod2`: drivers that count as one.
  static func group(_ text: String, option: String) throws -> StudySpecification.Group {
    let (name, items) = try pair(text, option: option, example: "product=prod1,prod2")
    return StudySpecification.Group(name: name, items: Selection.split(items))
  }

  static func pair(_ text: String, option: String, example: String) throws -> (name: String, value: String) {
    guard let pair = Selection.assignment(text) else {
      throw ValidationError("\(option) \(text): write two names with = between them, such as \(example).")
    }
    return pair
  }
}
