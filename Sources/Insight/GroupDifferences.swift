public import Importance
public import Measures

import Probability
import Regression
import Resampling

/// What two groups of respondents differ in: a coefficient, a share of importance, or a performance.
///
/// The interval is made of both groups' own intervals, d − √((a − l_a)² + (u_b − b)²) to d + √((u_a − a)² + (b − l_b)²) (Zou & Donner
/// 2008, doi:10.1002/sim.3095), which takes groups for independent samples. The p-value is that interval's: below 1 − confidence
/// where it leaves out zero, from the normal distribution with the half-width towards zero as its quantile.
public struct GroupDifference: Sendable {
  /// What is compared.
  public enum Quantity: String, Sendable, CaseIterable {
    /// Of the regression, in units of the outcome.
    case coefficient
    /// Of the importance of all drivers, 0–1.
    case share
    /// Mean of the driver's items, 0–100.
    case performance
  }

  public let quantity: Quantity
  /// Whose driver it is; `nil` of a performance, which is every outcome's.
  public let outcome: ModelFrame.Block?
  /// Of a share.
  public let method: ImportanceMethod?
  /// A driver, or a term of the regression.
  public var driver: ModelFrame.Block
  /// Places among the groups that were compared.
  public let group: Int
  /// The other's.
  public let versus: Int
  /// The group's less the other's.
  public let difference: Double
  /// `nil` where one of the groups has no interval.
  public let low: Double?
  public let high: Double?
  public let pValue: Double?
  /// Holm's, over all pairs of groups and all drivers of one quantity of one outcome and method.
  public internal(set) var adjusted: Double?
}

extension GroupDifference {
  /// Groups up to which every pair is compared.
  public static let mostGroups = 20

  /// Every pair of groups once, the earlier first; drivers that one of them has not are passed over. Empty for more than
  /// `mostGroups`.
  public static func between(_ fits: [DriverAnalysis.Fit]) -> [GroupDifference] {
    guard let first = fits.first, fits.count > 1, fits.count <= mostGroups else { return [] }
    var found: [GroupDifference] = []
    for outcome in first.outcomes {
      let own = fits.map { fit in fit.outcomes.first { $0.outcome.name == outcome.outcome.name } }
      found += family(.coefficient, outcome.outcome, nil, own.map { coefficients($0) }, confidence(first))
      for method in outcome.methods {
        let shares = zip(own, fits).map { outcome, fit in
          let drivers = outcome?.methods.first { $0.method == method.method }?.drivers ?? []
          return zip(fit.players, drivers).map { ($0, $1.share) }
        }
        found += family(.share, outcome.outcome, method.method, shares, confidence(first))
      }
    }
    let performances = fits.map { Array(zip($0.players, $0.performance)) }
    return found + family(.performance, nil, nil, performances, confidence(first))
  }

  private static func confidence(_ fit: DriverAnalysis.Fit) -> Double { fit.specification.bootstrap.confidence }

  private static func coefficients(
    _ outcome: DriverAnalysis.OutcomeFit?
  ) -> [(ModelFrame.Block, DriverAnalysis.Estimated)] {
    (outcome?.regression.terms.dropFirst() ?? []).map { term in
      (
        ModelFrame.Block(
          name: term.name, label: nil, columns: 0..<0, isCategorical: false),
        DriverAnalysis.Estimated(value: term.estimate, low: term.low, high: term.high)
      )
    }
  }

  /// One quantity of all drivers and pairs, with p-values adjusted for their number.
  private static func family(
    _ quantity: Quantity, _ outcome: ModelFrame.Block?, _ method: ImportanceMethod?,
    _ groups: [[(ModelFrame.Block, DriverAnalysis.Estimated)]], _ confidence: Double
  ) -> [GroupDifference] {
    var found: [GroupDifference] = []
    for (driver, _) in groups[0] {
      let values = groups.map { group in group.first { $0.0.name == driver.name }?.1 }
      for a in groups.indices {
        for b in groups.indices where b > a {
          guard let x = values[a], let y = values[b], let own = x.value, let other = y.value else { continue }
          var (low, high, p): (Double?, Double?, Double?) = (nil, nil, nil)
          if let lowX = x.low, let highX = x.high, let lowY = y.low, let highY = y.high {
            let ends = ShareInterval.between((own, lowX, highX), (other, lowY, highY))
            (low, high) = (ends.low, ends.high)
            p = pValue(own - other, ends, confidence)
          }
          found.append(
            GroupDifference(
              quantity: quantity, outcome: outcome, method: method, driver: driver, group: a, versus: b,
              difference: own - other, low: low, high: high, pValue: p))
        }
      }
    }
    let adjusted = PValueAdjustment.holm.adjust(found.map(\.pValue))
    for place in found.indices { found[place].adjusted = adjusted[place] }
    return found
  }

  static func pValue(_ difference: Double, _ ends: (low: Double, high: Double), _ confidence: Double) -> Double? {
    let half = difference < 0 ? ends.high - difference : difference - ends.low
    guard half > 0, half.isFinite else { return nil }
    let normal = Normal()
    return normal.twoSided(abs(difference) / half * normal.quantile((1 + confidence) / 2))
  }
}
