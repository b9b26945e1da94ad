import ArgumentParser
import Synchronization

/// What the verb on the command line takes of the options that several verbs share: help offers nothing that the verb refuses.
///
/// A hidden option is still understood, so that its refusal can say why.
enum Offer {
  /// The verb that is run, or that help is asked for.
  private static var verb: String? { asked.withLock { $0 } ?? typed }

  private static let typed: String? = CommandLine.arguments.dropFirst().first { $0 != "help" }.flatMap { word in
    VerbChoice.named(word)?.configuration.commandName ?? word
  }

  /// The verb that a page of help is made of.
  private static let asked = Mutex<String?>(nil)

  /// What `work` finds when `verb` is the one asked for.
  static func asking<Result>(of verb: String?, _ work: () -> Result) -> Result {
    let before = asked.withLock { $0 }
    asked.withLock { $0 = verb }
    defer { asked.withLock { $0 = before } }
    return work()
  }

  private static let refused: [String: Set<String>] = [
    "ipa": ["terms"], "describe": ["stream", "n", "diagonal", "moments"],
    "rake": ["stream", "n", "diagonal", "moments", "by"],
    "missing": ["stream", "n", "diagonal", "moments"],
    "impute": ["stream", "n", "diagonal", "moments", "impute-resamples"],
    "moments": ["stream", "n", "diagonal", "moments"], "correlate": ["stream"],
    "factor": ["stream"], "reliability": ["stream"], "mediate": ["stream"],
    "sem": ["stream", "impute-resamples"],
    "report": ["stream"], "explain": ["full"], "datasets": ["full"],
    "validate": ["full"],
  ]

  static func visibility(_ option: String) -> ArgumentVisibility {
    verb.flatMap { refused[$0] }?.contains(option) == true ? .hidden : .default
  }

  /// Whether the verb has a figure for a picture file.
  static var hasFigure: Bool {
    !["missing", "rake", "datasets", "validate", "explain", "moments"].contains(verb)
  }

  /// Whether files of `--output` may hold the data that the verb makes.
  static var writesData: Bool { verb == "impute" }

  /// Whether the verb's results are pooled over imputations.
  static var imputes: Bool { !["correlate", "factor", "reliability", "sem"].contains(verb) }

  /// Resamples of the verb when neither an option nor a study says how many.
  static var resamples: String { ["correlate", "factor", "sem"].contains(verb) ? "0, no resampling" : "1000" }

  /// Whether a file of moments or correlations will do.
  static var takesMatrix: Bool { !["describe", "missing", "impute", "rake", "moments"].contains(verb) }
}
