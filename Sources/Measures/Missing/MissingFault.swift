import LinearAlgebra
public import Survey

/// Why answers that are partly missing have no maximum likelihood moments.
public enum MissingFault: Sendable, Equatable {
  /// No respondent answered both: nothing tells how they go together.
  case neverTogether(a: String, b: String)
  /// Hardly more respondents answered both of a pair than there are variables.
  case tooFewPairs(a: String, b: String, rows: Int, variables: Int)
  /// A variable that others determine, among those who answered.
  case dependent(variable: String)
  /// The search did not end.
  case notConverged(evaluations: Int, change: Double)
  /// Something that the normal model of all variables has no place for.
  case unsuitable(what: Sentence, suggestion: Sentence)
  /// An analysis that does not pool completed data.
  case notPooled
}

extension MissingFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .neverTogether(let a, let b):
      "Nobody answered both '\(a)' and '\(b)', so the data do not say how they go together, and no treatment of missing answers can. Leave one of them out."
    case .tooFewPairs(let a, let b, let rows, let variables):
      "Only \(rows) respondent\(rows == 1 ? "" : "s") answered both '\(a)' and '\(b)', too few for maximum likelihood moments of \(variables) variables: more than \(variables) are needed. Leave one of them out, or take fewer variables."
    case .dependent(let variable):
      "Column '\(variable)' is determined by the others where it was answered, so that maximum likelihood moments (\(setting: .missing, "em")) are not defined. Leave it, or one of those that it repeats, out; \(setting: .missing, "listwise") names which."
    case .notConverged(let evaluations, let change):
      "The search for maximum likelihood moments did not end within \(evaluations) steps: the last still moved an estimate by \(Sentence.number(change)) standard deviations. Too little is answered together; leave out the variables that fewest answered."
    case .notPooled:
      "Multiple imputation (\(setting: .missing, "impute")) is pooled by the analysis of drivers and by the importance–performance matrix alone. Use \(setting: .missing, "em"), which this analysis takes too."
    case .unsuitable(let what, let suggestion):
      "\(what) has no place in maximum likelihood moments (\(setting: .missing, "em")). \(suggestion)"
    }
  }

  /// 64, usage, for what is asked; 65 for what is in the data.
  public var exitStatus: Int32 {
    switch self {
    case .unsuitable, .notPooled: 64
    default: 65
    }
  }
}

extension ModelFrame {
  /// Throws `MissingFault.notPooled` of a frame that is to be imputed, for what does not pool.
  package func refuseImputation() throws {
    if missing == .impute { throw MissingFault.notPooled }
  }
}
