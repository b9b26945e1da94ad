/// What is wrong with a column of weights. Rows count from 1.
public enum WeightFault: Sendable, Equatable {
  /// No weight in a row.
  case weightMissing(variable: String, row: Int)
  /// Below zero.
  case weightNegative(variable: String, row: Int, value: Double)
  /// So large that its square is no number.
  case weightTooLarge(variable: String, row: Int, value: Double)
  /// A frequency that is not whole.
  case weightNotWhole(variable: String, row: Int, value: Double)
  /// All are zero.
  case noWeight(variable: String)
}

extension WeightFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .weightMissing(let variable, let row):
      "Weight '\(variable)', row \(row): the weight is missing. Every respondent needs one; give 0 to leave a respondent out."
    case .weightNegative(let variable, let row, let value):
      "Weight '\(variable)', row \(row): \(Sentence.number(value)) is negative. A weight is zero or positive."
    case .weightTooLarge(let variable, let row, let value):
      "Weight '\(variable)', row \(row): \(Sentence.number(value)) is too large for a weight. Correct it, or divide all weights by one number."
    case .weightNotWhole(let variable, let row, let value):
      "Weight '\(variable)', row \(row): \(Sentence.number(value)) is not a whole number, which a frequency must be. For survey weights say \(setting: .weightsKind, "sampling")."
    case .noWeight(let variable):
      "Weight '\(variable)' is zero in every row used, so nobody is left."
    }
  }
}
