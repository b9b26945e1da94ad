public import Survey

/// What keeps the population of a model from being worked out.
public enum PopulationFault: Fault {
  case tooManyPlayers(count: Int, limit: Int, analysis: String)

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .tooManyPlayers(let count, let limit, let analysis):
      "\(analysis) of \(count) drivers is beyond the limit of \(limit). Group drivers with \(setting: .groups), or choose fewer."
    }
  }
}
