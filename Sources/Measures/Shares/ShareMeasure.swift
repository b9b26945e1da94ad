public import Survey

/// A figure that companies report of an outcome: every answer has a score, and the figure is the mean of the scores.
public enum ShareMeasure: String, Sendable, CaseIterable {
  /// Net promoter score (Reichheld 2003): the share of 9 and 10 less the share of 0 to 6 on a scale from 0 to 10, in points
  /// from −100 to 100.
  case netPromoterScore = "nps"
  /// The share of answers at the best point of the scale.
  case topBox = "top_box"
  /// The share at the best two points.
  case topTwoBox = "top_two_box"
  /// The share at the worst point.
  case bottomBox = "bottom_box"
  /// Customer effort score: the share that agree at least somewhat (the best three of seven points) that something was made easy.
  case customerEffort = "ces"

  /// What is reported of an outcome on this scale.
  ///
  /// - Parameter isEffort: the question is about effort or ease.
  public static func measures(on scale: RatingScale, isEffort: Bool = false) -> [ShareMeasure] {
    if scale.low == 0 && scale.high == 10 { return [.netPromoterScore] }
    let points = scale.high - scale.low
    var measures: [ShareMeasure] = isEffort && points == 6 ? [.customerEffort] : []
    measures.append(.topBox)
    // Of three points or fewer the best two are most of the scale.
    if points > 2 { measures.append(.topTwoBox) }
    return measures + [.bottomBox]
  }

  /// The score of an answer: 1, 0 or −1.
  func score(_ value: Double, on scale: RatingScale) -> Double {
    let best = abs(scale.last - value)
    switch self {
    case .netPromoterScore: return best <= 1 ? 1 : best >= 4 ? -1 : 0
    case .topBox: return best == 0 ? 1 : 0
    case .topTwoBox: return best <= 1 ? 1 : 0
    case .bottomBox: return value == scale.first ? 1 : 0
    case .customerEffort: return best <= 2 ? 1 : 0
    }
  }
}

/// How the interval of a share, or of a difference of shares, is made of a simple sample.
public enum ShareIntervalKind: String, Sendable, CaseIterable {
  /// Wald's after answers were added: ¾ of a promoter, ¾ of a detractor and 1½ passives (Rocks 2016, arXiv:1601.07235);
  /// of a single share z²/2 with and z²/2 without (Agresti & Coull 1998, doi:10.1080/00031305.1998.10480550).
  case adjusted
  /// Estimate ± z·standard error: too narrow in small samples and near the ends.
  case wald
  /// All values that the score test does not reject: Tango's (1998) for the difference of two shares of one sample,
  /// Wilson's (1927) for a single share.
  case score
}
