import Factors
public import Survey

/// How constructs become columns of the analysis, and whether the error of their measurement is taken out. A specification.
///
/// A construct's score is the mean of its items, or a factor score of one factor (minimum residuals): Thurstone's regression
/// score, with which a driver's coefficient is consistent, or Bartlett's, which suits an outcome (Skrondal & Laake 2001,
/// doi:10.1007/BF02296196). Correction takes the error's share out of the variance of every driver and outcome whose
/// reliability is known, and leaves covariances as they are: importance is computed on disattenuated correlations (Spearman
/// 1904). The reliability of a mean of items is ω of one factor; of a single item it must be given. Or importance is that of the
/// constructs themselves: on the covariances that a factor model of all items has of them (`LatentMoments`).
public struct ConstructScoring: Sendable, Equatable {
  /// How a construct's items become one column.
  public enum Scores: String, CaseIterable, Sendable, Codable {
    case mean, regression, bartlett

    var method: FactorScores.Method? {
      switch self {
      case .mean: nil
      case .regression: .regression
      case .bartlett: .bartlett
      }
    }
  }

  /// How constructs are scored.
  public var scores: Scores
  /// Importance is of correlations corrected for the error of measurement.
  public var correctsReliability: Bool
  /// Importance is of the constructs of a factor model of all their items.
  public var isLatent: Bool
  /// Given reliabilities of drivers, covariates and outcomes by name, above 0 and at most 1; they go before ω.
  public var reliabilities: [String: Double]

  public init(
    scores: Scores = .mean, correctsReliability: Bool = false, isLatent: Bool = false,
    reliabilities: [String: Double] = [:]
  ) {
    precondition(!(correctsReliability && isLatent), "error is taken out in one way")
    precondition(reliabilities.values.allSatisfy { $0 > 0 && $0 <= 1 }, "a reliability lies between 0 and 1")
    self.scores = scores
    self.correctsReliability = correctsReliability
    self.isLatent = isLatent
    self.reliabilities = reliabilities
  }

  /// Whether the analysis needs the items of constructs side by side; else means of items are formed row by row.
  public var needsItems: Bool { scores != .mean || removesError }

  /// Whether the error of measurement is taken out, in either way.
  var removesError: Bool { correctsReliability || isLatent }

  /// The largest share of inadmissible resamples with which intervals are given.
  public static let largestInadmissibleShare = 0.05

  /// The roles of a frame that holds the items of every construct as columns of their own.
  public static func itemRoles(_ roles: AnalysisRoles) -> AnalysisRoles {
    var copy = roles
    for k in copy.players.indices where copy.players[k].kind == .composite { copy.players[k].kind = .group }
    return copy
  }
}
