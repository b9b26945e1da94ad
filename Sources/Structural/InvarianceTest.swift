import Probability

/// One model of the steps of measurement invariance, beside the step before it.
public struct InvarianceTest: Sendable {
  /// What is the same in all groups, one step after the other (Meredith 1993, doi:10.1007/BF02294825).
  public enum Level: String, CaseIterable, Sendable {
    /// The same model.
    case configural
    /// The same loadings.
    case metric
    /// The same loadings and intercepts; means of constructs are free in all groups but the first.
    case scalar
    /// The same residual variances too.
    case strict

    package var equal: Set<StructuralModel.Invariance> {
      switch self {
      case .configural: []
      case .metric: [.loadings]
      case .scalar: [.loadings, .intercepts]
      case .strict: [.loadings, .intercepts, .residuals]
      }
    }
  }

  public var level: Level
  public var statistics: StructuralStatistics
  /// χ² and df more than those of the step before, and the p-value; of robust estimators scaled after Satorra and Bentler (2001,
  /// doi:10.1007/BF02296192). `nil` of the first step, and where the scaling is not positive.
  public var difference: (chiSquared: Double, degrees: Int, pValue: Double)?

  package init(_ level: Level, _ statistics: StructuralStatistics, before: StructuralStatistics?) {
    (self.level, self.statistics) = (level, statistics)
    guard let before, let own = statistics.chiSquared, let other = before.chiSquared else { return }
    let degrees = statistics.degreesOfFreedom - before.degreesOfFreedom
    guard degrees > 0 else { return }
    var scaling = 1.0
    if let c1 = statistics.meanScaling {
      let c0 = before.meanScaling ?? 0
      scaling =
        (Double(statistics.degreesOfFreedom) * c1 - Double(before.degreesOfFreedom) * c0) / Double(degrees)
    }
    guard scaling > 0 else { return }
    let chiSquared = max(0, (own - other) / scaling)
    difference = (chiSquared, degrees, ChiSquared(degrees: Double(degrees)).upperTail(chiSquared))
  }
}
