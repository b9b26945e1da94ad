import ArgumentParser
import Importance
import Insight
import Languages
import Measures
import Regression
import Rendering
import Studies
import Survey

// An option overrides what the study says. Each group of options changes its own fields of the study.

extension Study {
  /// The study of a source as the options on data change it; what it reads is safe from the outputs.
  init(_ data: DataOptions, outputs: [String]) throws {
    if let moments = data.moments {
      try self.init(path: data.source, moments: moments)
    } else {
      try self.init(path: data.source)
    }
    if let path = dataPath { try OutputPlaces.check(outputs, source: path, is: "it holds the data of the study") }
    try data.overlay(&self)
  }
}

extension Study {
  /// Adds variables to what the study derives; one of the same name takes its place.
  mutating func derive(_ texts: [String]) throws {
    for text in texts {
      let (name, expression) = try OptionText.pair(text, option: "--derive", example: "promoter=top2(recommend)")
      let variable = try DerivedVariable(name: name, expression)
      if let known = specification.derived.firstIndex(where: { $0.name == name }) {
        specification.derived[known] = variable
      } else {
        specification.derived.append(variable)
      }
    }
  }
}

extension OutputOptions {
  /// What of a document is recorded, so that it can be made again.
  func overlay(_ study: inout Study) {
    study.settings.table = table
    if let language { study.settings.language = language }
    if decimalComma { study.settings.usesDecimalComma = true }
  }
}

extension Study {
  /// Makes and writes a document in the language of the study, with its numbers as the study wants them.
  func worded(_ work: () throws -> Void) rethrows {
    try (settings.language ?? .english).worded {
      try NumberStyle.$usesDecimalComma.withValue(settings.usesDecimalComma ?? false, operation: work)
    }
  }
}

extension Language {
  /// Does what is worded in this language.
  func worded(_ work: () throws -> Void) rethrows { try Language.$current.withValue(self, operation: work) }
}

extension DataOptions {
  func overlay(_ study: inout Study) throws {
    if let n { study.specification.n = n }
    if let diagonal { study.specification.diagonal = diagonal }
    if let condition = self.where { study.specification.condition = condition }
    if let by { study.specification.by = Selection.split(by) }
    if let wave { study.specification.chosenWave = wave }
    if let missingCodes { study.specification.missingCodes = Selection.split(missingCodes) }
    if let missing { study.specification.missing = missing }
    if let categorical { study.specification.categorical = Selection.split(categorical) }
    if let headerRows { study.specification.headerRows = headerRows }
    for text in scale { try OptionText.scale(text, into: &study.specification) }
    if let weights {
      study.specification.weights = AnalysisRoles.Weighting(variable: weights, kind: weightsKind ?? .sampling)
    } else if let weightsKind {
      guard study.specification.weights != nil else {
        throw DataFault.request(
          problem: "--weights-kind says what weights mean, but there are none",
          suggestion: "Name the column with --weights.")
      }
      study.specification.weights?.kind = weightsKind
    }
    if let strata { study.specification.strata = strata }
    if let cluster { study.specification.cluster = cluster }
    if let fpc { study.specification.populationSize = fpc }
    if let lonely { study.specification.lonely = lonely }
    if let replicateWeights { study.specification.replicateWeights = Selection.split(replicateWeights) }
    if let replicateType { study.specification.replicateKind = try OptionText.replicateKind(replicateType) }
    if let replicateScale { study.specification.replicateScale = replicateScale }
    if let replicateRscales { study.specification.replicateRscales = try OptionText.factors(replicateRscales) }
    if replicateMse { study.specification.replicateMSE = true }
    if let separator { study.settings.separator = separator }
    if let decimal { study.settings.decimal = decimal }
    try study.derive(derive)
    if !levels.isEmpty { study.settings.levels = try levels.map(OptionText.levels) }
    if let sheet { study.settings.sheet = sheet }
    if let encoding { study.settings.encoding = encoding }
    if stream { study.settings.keepsNoRows = true }
  }
}

extension DriverOptions {
  func overlay(_ study: inout Study) throws {
    try roles.overlay(&study)
    if let drivers { study.specification.drivers = Selection.split(drivers) }
    if !group.isEmpty {
      study.specification.groups = try group.map { try OptionText.groupOrSet($0, option: "--group") }
    }
    if !terms.isEmpty { study.specification.terms = terms.flatMap(Selection.split) }
    auxiliary.overlay(&study)
    imputation.overlay(&study)
    if let players { study.specification.players = players }
    if let methods { study.settings.methods = try OptionText.methods(methods) }
    if let errors { study.settings.errors = errors }
    if let correlation { study.settings.correlation = correlation }
    if let scoreMethod { study.settings.scoreMethod = scoreMethod }
    if let correct { study.settings.correction = try OptionText.correction(correct) }
    for text in reliability {
      let (name, value) = try OptionText.pair(text, option: "--reliability", example: "recommend=0.8")
      guard let number = Double(value), SettingLimits.reliability(number) == nil else {
        throw ValidationError("--reliability \(text): give a number above 0 and at most 1, such as \(name)=0.8.")
      }
      study.settings.reliabilities[Selection.unquoted(name)] = number
    }
  }
}

extension ResamplingOptions {
  func overlay(_ study: inout Study) {
    if let bootstrap { study.settings.bootstrap.replicates = bootstrap }
    if let interval { study.settings.bootstrap.interval = interval }
    if let seed { study.settings.bootstrap.seed = seed }
    if let confidence { study.settings.confidence = confidence }
  }
}
