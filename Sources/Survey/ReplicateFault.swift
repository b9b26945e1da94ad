/// What is wrong with replicate weights. Rows count from 1.
public enum ReplicateFault: Sendable, Equatable {
  /// Fewer than two columns.
  case tooFew(count: Int)
  /// Nothing says how they were made.
  case withoutKind
  /// A kind, scale or factors without columns.
  case withoutColumns(setting: Setting.Name)
  /// JKn without its factors.
  case withoutFactors(count: Int)
  /// As many factors as there are weights are needed.
  case wrongCount(factors: Int, weights: Int)
  /// A factor that is negative or no number.
  case badFactor(place: Int, value: Double)
  /// A scale that is not above zero.
  case badScale(value: Double)
  /// A setting that the kind has no use for.
  case notTaken(kind: ReplicateKind, setting: Setting.Name)
  /// The weight of the sample itself is not named.
  case withoutWeights
  /// Weights that are no sampling weights.
  case notSampling(kind: WeightsKind)
  /// The design is in the replicates already.
  case twoDesigns(setting: Setting.Name)
  /// Nothing in a row.
  case missing(variable: String, row: Int)
  /// Below zero.
  case negative(variable: String, row: Int, value: Double)
  /// Infinite, or so large that its square is none.
  case tooLarge(variable: String, row: Int, value: Double)
  /// Zero in every row.
  case noWeight(variable: String)
  /// Errors, intervals or resamples of another kind than the replicates'.
  case otherErrors(setting: Setting.Name, value: String)
}

extension ReplicateFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .tooFew(let count):
      "\(count == 1 ? "One column holds" : "No column holds") replicate weights, and a variance takes at least two. Name them all with \(setting: .replicateWeights), such as \(setting: .replicateWeights, "rw*")."
    case .withoutKind:
      "Nothing says how the replicate weights were made. The data's documentation does: give \(setting: .replicateType) as \(Sentence(stringLiteral: ReplicateKind.words))."
    case .withoutColumns(let name):
      "\(setting: name) is about replicate weights, and there are none. Name their columns with \(setting: .replicateWeights)."
    case .withoutFactors(let count):
      "Replicate weights of the kind jkn need a factor for each, \(count) in all: (n - 1)/n of the stratum in which a unit was left out. Give them with \(setting: .replicateRscales)."
    case .wrongCount(let factors, let weights):
      "There are \(factors) factors and \(weights) replicate weights. Give one for each in \(setting: .replicateRscales), or correct which columns \(setting: .replicateWeights) names."
    case .badFactor(let place, let value):
      "Factor \(place) of the replicate weights is \(Sentence.number(value)), and it must be zero or positive. Correct \(setting: .replicateRscales)."
    case .badScale(let value):
      "The scale of the replicate weights is \(Sentence.number(value)), and it must be above zero. Correct \(setting: .replicateScale)."
    case .notTaken(let kind, let name):
      "Replicate weights of the kind \(kind.text) have a scale of their own. Leave \(setting: name) out."
    case .withoutWeights:
      "Replicate weights stand beside the weight of the sample itself, which estimates are made with. Name its column with \(setting: .weights)."
    case .notSampling(let kind):
      "Replicate weights belong to sampling weights, and the weights are said to be of the kind \(kind.rawValue). Leave \(setting: .weightsKind) out."
    case .twoDesigns(let name):
      "Replicate weights hold the design of the sample already. Leave \(setting: name) out, or the replicate weights."
    case .missing(let variable, let row):
      "Replicate weight '\(variable)', row \(row): the weight is missing. Every respondent needs one in every replicate; 0 where the replicate leaves a respondent out."
    case .negative(let variable, let row, let value):
      "Replicate weight '\(variable)', row \(row): \(Sentence.number(value)) is negative. A weight is zero or positive."
    case .tooLarge(let variable, let row, let value):
      "Replicate weight '\(variable)', row \(row): \(Sentence.number(value)) is too large for a weight. Correct it, or divide all weights by one number."
    case .noWeight(let variable):
      "Replicate weight '\(variable)' is zero in every row, so the replicate has nobody. Leave the column out, or correct it."
    case .otherErrors(let name, let value):
      "With replicate weights every error and interval comes from them, and \(setting: name, value) asks for others. Leave it out, or the replicate weights."
    }
  }
}
