public import Survey

/// What keeps a study from being made again.
public enum StudyFault: Fault {
  /// The data are not those that a result was made of.
  case changedSource(source: String, digest: String, recorded: String)

  /// What is wrong, in a sentence.
  public var words: Sentence {
    switch self {
    case .changedSource(let source, let digest, let recorded):
      "'\(source)' is not what the result was made of: its digest is \(digest), that of the result \(recorded). Put the data as they were beside the result, or run the analysis anew."
    }
  }
}
