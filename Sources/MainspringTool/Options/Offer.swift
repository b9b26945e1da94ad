import ArgumentParser

/// What the verb on the command line takes of the options that several verbs share: help offers nothing that the verb refuses.
///
/// A hidden option is still understood, so that its refusal can say why.
enum Offer {
  /// The verb that is run, or that help is asked for.
  private static let verb: String? = CommandLine.arguments.dropFirst().first { $0 != "help" }

  private static let refused: [String: Set<String>] = [
    "ipa": ["terms"], "describe": ["stream", "n", "diagonal", "moments"],
    "moments": ["stream", "n", "diagonal", "moments"], "correlate": ["stream"],
    "factor": ["stream"], "reliability": ["stream"], "explain": ["full"], "datasets": ["full"], "validate": ["full"],
  ]

  static func visibility(_ option: String) -> ArgumentVisibility {
    verb.flatMap { refused[$0] }?.contains(option) == true ? .hidden : .default
  }

  /// Whether the verb has a figure for a picture file.
  static var hasFigure: Bool { !["datasets", "validate", "explain", "moments"].contains(verb) }

  /// Resamples of the verb when neither an option nor a study says how many.
  static var resamples: String { ["correlate", "factor"].contains(verb) ? "0, no resampling" : "1000" }

  /// Whether a file of moments or correlations will do.
  static var takesMatrix: Bool { !["describe", "moments"].contains(verb) }
}
