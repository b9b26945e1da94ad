/// Why moments, a replicate's or the sample's, gave no numbers. Counted by kind; worded here alone.
package enum ReplicateFailure: Hashable, Sendable {
  // MARK: Moments
  case momentsNotFinite
  case outcomeConstant
  /// R² would exceed 1.
  case momentsImpossible
  case correlationUndefined
  /// Of maximum likelihood.
  case momentsNotFound
  case correlationsIndefinite
  case eigenvaluesNotFound

  // MARK: Factors
  case itemConstant
  case extractionFailed
  case rotationFailed

  // MARK: Constructs
  case constructFactorNotFound
  case noReliability
  /// Corrected for error, the correlations are not positive definite.
  case correctedInadmissible

  // MARK: Missing answers
  /// Too little is answered in the resample.
  case imputationFailed

  // MARK: Weights
  case rakingFailed

  // MARK: Models of constructs and paths
  case modelNotFound

  /// A whole analysis that was tried once more stopped, with these words.
  case stopped(String)

  /// As a part of a sentence.
  package var words: String {
    switch self {
    case .momentsNotFinite: "the moments are not finite"
    case .outcomeConstant: "the outcome does not vary"
    case .momentsImpossible: "the moments are not those of any data: R² would exceed 1"
    case .momentsNotFound: "maximum likelihood moments not found: too little is answered together"
    case .correlationUndefined: "a correlation is not defined in the resample"
    case .correlationsIndefinite: "the correlations of the resample are not positive definite"
    case .eigenvaluesNotFound: "eigenvalues not found"
    case .itemConstant: "an item without variation"
    case .extractionFailed: "the extraction found no solution"
    case .rotationFailed: "the rotation found no solution"
    case .constructFactorNotFound: "a construct's factor was not found"
    case .noReliability: "a construct has no reliability above zero"
    case .correctedInadmissible: "corrected correlations that contradict each other"
    case .imputationFailed: "too little is answered in the resample to impute the rest"
    case .rakingFailed: "the targets of raking cannot be reached"
    case .modelNotFound: "the model's estimates were not found"
    case .stopped(let words): words
    }
  }
}
