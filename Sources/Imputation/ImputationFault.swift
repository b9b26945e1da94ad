public import Survey

/// Why missing answers cannot be imputed.
public enum ImputationFault: Sendable, Equatable {
  /// Nothing is known of what a variable goes with where another is answered.
  case neverTogether(a: String, b: String)
  /// Hardly more respondents answered both of a pair than there are predictors.
  case tooFewPairs(a: String, b: String, rows: Int, predictors: Int)
  /// Fewer respondents answered a variable than a regression of it needs.
  case tooFewAnswers(variable: String, answers: Int, predictors: Int)
  /// A method that does not suit the variable.
  case method(variable: String, method: String, problem: Sentence, suggestion: Sentence)
  /// A variable that is not imputed.
  case notImputed(variable: String)
  /// More drawn answers than memory should hold.
  case tooMany(answers: Int, imputations: Int)
  /// Something that completed answers have no place for.
  case unsuitable(what: Sentence, suggestion: Sentence)
  /// A driver that other drivers determine in some of the completed data.
  case unequalModels(outcome: String)
}

extension ImputationFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .neverTogether(let a, let b):
      "Nobody answered both '\(a)' and '\(b)', so the data do not say how they go together, and imputation would invent it. Leave one of them out."
    case .tooFewPairs(let a, let b, let rows, let predictors):
      rows == 1
        ? "Only one respondent answered both '\(a)' and '\(b)', too few to impute one from the other beside the rest: more than \(predictors) are needed. Leave one of them out, or take fewer variables."
        : "Only \(rows) respondents answered both '\(a)' and '\(b)', too few to impute one from the other beside the rest: more than \(predictors) are needed. Leave one of them out, or take fewer variables."
    case .tooFewAnswers(let variable, let answers, let predictors):
      answers == 1
        ? "Only one respondent answered '\(variable)', too few for a regression on \(predictors) others, from which the missing answers are drawn. Leave it out, or take fewer variables."
        : "Only \(answers) respondents answered '\(variable)', too few for a regression on \(predictors) others, from which the missing answers are drawn. Leave it out, or take fewer variables."
    case .method(let variable, let method, let problem, let suggestion):
      "The missing answers to '\(variable)' cannot be drawn by \(method): \(problem). \(suggestion)"
    case .notImputed(let variable):
      "A method of imputation is given for '\(variable)', which has no part in the analysis. Correct the name, or name it with \(setting: .auxiliary)."
    case .tooMany(let answers, let imputations):
      "\(answers) missing answers drawn \(imputations) times are more than fit into memory. Use fewer \(setting: .imputations, "20"), or \(setting: .missing, "em")."
    case .unsuitable(let what, let suggestion):
      "\(what) does not go together with multiple imputation (\(setting: .missing, "impute")). \(suggestion)"
    case .unequalModels(let outcome):
      "In some of the completed data drivers of '\(outcome)' determine each other, and in others they do not, so their coefficients cannot be pooled. Leave out one of the drivers that say the same."
    }
  }

  /// 64, usage, for what is asked; 65 for what is in the data.
  public var exitStatus: Int32 {
    switch self {
    case .method, .notImputed, .unsuitable, .tooMany: 64
    default: 65
    }
  }
}
