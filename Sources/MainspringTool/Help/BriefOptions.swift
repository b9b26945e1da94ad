/// The options that `--help` shows of a verb that has more than fit a screen; `--help-all` shows them all.
enum BriefOptions {
  /// Options of a verb that are all shown.
  static let screen = 14
  /// How many of more are shown.
  static let count = 10

  private static let chosen: [String: [String]] = [
    "drivers": [
      "outcome", "drivers", "scale", "missing-codes", "weights", "where", "by", "bootstrap", "output", "format",
    ],
    "ipa": ["outcome", "drivers", "scale", "missing-codes", "weights", "where", "by", "stated", "crosshair", "output"],
    "describe": [
      "variables", "missing-codes", "weights", "where", "by", "study", "confidence", "table", "output", "format",
    ],
    "rake": [
      "margins", "margins-table", "method", "bounds", "trim", "weights", "where", "data-output", "output", "format",
    ],
    "missing": [
      "variables", "missing-codes", "where", "by", "wave", "weights", "confidence", "table", "output", "format",
    ],
    "impute": [
      "output", "variables", "imputations", "imputation-methods", "missing-codes", "where", "by", "weights", "seed",
      "format",
    ],
    "correlate": [
      "variables", "method", "always", "adjust", "missing-codes", "where", "by", "bootstrap", "output", "format",
    ],
    "factor": [
      "variables", "factors", "extraction", "rotation", "correlation", "scores", "missing-codes", "by", "output",
      "format",
    ],
    "reliability": [
      "variables", "group", "missing-codes", "weights", "where", "by", "bootstrap", "table", "output", "format",
    ],
    "sem": [
      "model", "group", "estimator", "equal", "invariance", "missing-codes", "where", "by", "bootstrap", "table",
    ],
    "mediate": [
      "outcome", "drivers", "through", "serial", "moderator", "inference", "missing-codes", "by", "bootstrap", "output",
    ],
    "report": [
      "output", "outcome", "drivers", "scale", "missing-codes", "where", "by", "methods", "bootstrap", "min-cell",
    ],
    "init": [
      "output", "by-factors", "force", "missing-codes", "scale", "levels", "weights", "where", "sheet", "encoding",
    ],
  ]

  /// What is asked for most often, for a verb that has no list of its own.
  private static let usual = [
    "dialect", "table", "key", "model", "outcome", "drivers", "variables", "group", "output", "format", "scale",
    "missing-codes", "weights", "where", "by", "bootstrap", "figure", "blocks", "missing",
  ]

  /// - Parameters:
  ///   - command: with the program's name, such as `mainspring drivers`.
  ///   - all: the options that it has, in the order of its help.
  static func names(command: String, of all: [String]) -> [String] {
    let verb = command.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let wanted = (chosen[verb] ?? usual) + usual + all
    var names: [String] = []
    for name in wanted where all.contains(name) && !names.contains(name) && !name.hasPrefix("help") {
      names.append(name)
      if names.count == count { break }
    }
    return names
  }
}
