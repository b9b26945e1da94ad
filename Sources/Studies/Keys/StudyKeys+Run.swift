import Survey
import SurveyFiles

extension StudyKeys {
  /// What only options say, and a result records so that it can be made again.
  static let ofRun: [StudyKey] = [
    StudyKey("constructs", .mapping(.construct), read: readConstructs) { study in
      study.specification.drivers == nil ? nil : constructs(study.specification.constructs)
    }.ofRun(options: ["drivers"]),
    StudyKey.texts("other_outcomes", \.specification.otherOutcomes).ofRun(
      options: ["outcome"]),
    StudyKey.text("chosen_wave", \.specification.chosenWave).ofRun(options: ["wave"]),
    StudyKey.word("separator", \.settings.separator).ofRun(options: ["separator"]),
    StudyKey.word("decimal", \.settings.decimal).ofRun(options: ["decimal"]),
    StudyKey.flag("stream", \.settings.keepsNoRows).ofRun(options: ["stream"], verbs: .ofDrivers),
    StudyKey("named_variables", .list(.text)) {
      $1.settings.variables = try $0.texts()
    } write: { study in
      study.settings.variables.map { .list($0.map(SettingValue.text)) }
    }.ofRun(options: ["variables"], verbs: [.describe, .missing, .impute, .correlate, .factor, .reliability]),
    StudyKey.groups("named_constructs", \.settings.namedConstructs).ofRun(options: ["group"], verbs: [.reliability]),
    StudyKey.object(
      "correlate",
      [
        .word("method", \.settings.correlate.method), .word("adjust", \.settings.correlate.adjustment),
        .texts("always", \.settings.correlate.given), .texts("ordinal", \.settings.correlate.ordinal),
        .texts("continuous", \.settings.correlate.continuous), .word("order", \.settings.correlate.order),
        .word("errors", \.settings.correlate.errors),
      ]
    ).ofRun(
      options: ["method", "adjust", "always", "ordinal", "continuous", "order", "errors"], verbs: [.correlate]),
    StudyKey.object(
      "factoring",
      [
        .flag("kaiser", \.settings.factor.isNormalized), .number("gamma", \.settings.factor.gamma, SettingLimits.gamma),
        .number("kappa", \.settings.factor.kappa, SettingLimits.kappa),
        .number("delta", \.settings.factor.delta, SettingLimits.delta),
        .count("starts", \.settings.factor.starts, SettingLimits.starts),
        .count("parallel", \.settings.factor.parallel, SettingLimits.parallelSamples),
        .flag("sort", \.settings.factor.isSorted),
      ]
    ).ofRun(
      options: ["kaiser", "gamma", "kappa", "delta", "starts", "parallel", "sort"], verbs: [.factor]),
    StudyKey.text("table", \.settings.table).ofRun(options: ["table"]),
  ]
}
