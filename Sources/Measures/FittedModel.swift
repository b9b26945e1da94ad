public import LinearAlgebra
import Platform
import Probability
public import Resampling
public import Survey

/// A model that has been fitted. It tells little; what every model has follows from that.
///
/// Models of other kinds (ordinal, logit, covariance structures) conform with the same few members, and whatever reads a fitted
/// model reads them.
public protocol FittedModel: Sendable {
  /// Every coefficient's name, the intercept's `(Intercept)`.
  var coefficientNames: [String] { get }
  /// In that order; `nil` where the data do not determine it.
  var estimates: [Double?] { get }
  /// Of the coefficients with an estimate, in their order, of the kind that the fit was made with or given afterwards; `nil` when
  /// it is not known.
  var covariance: SymmetricMatrix? { get }
  /// Degrees of freedom of the coefficients' tests; `nil` for the normal distribution.
  var testDegrees: Double? { get }
  /// At the estimates; `nil` where there is no likelihood.
  var logLikelihood: Double? { get }
  /// Respondents: rows, or the sum of frequency weights.
  var n: Double { get }
  /// Free parameters that information criteria count, those of the error's distribution included.
  var parameterCount: Double { get }
  /// What the analyst should know.
  var notes: [Note] { get }
}

extension FittedModel {
  /// Roots of the covariance's diagonal; `nil` without an estimate or where the error is not known.
  public var standardErrors: [Double?] {
    guard let covariance else { return estimates.map { _ in nil } }
    var row = 0
    return estimates.map { estimate in
      guard estimate != nil else { return nil }
      defer { row += 1 }
      let variance = covariance[row, row]
      return variance.isFinite && variance >= 0 ? variance.squareRoot() : nil
    }
  }

  /// Two-sided p-values of the coefficients; `nil` where there is no error, or an estimate of zero has none.
  public var pValues: [Double?] {
    zip(estimates, standardErrors).map { estimate, error in
      guard let estimate, let error, estimate != 0 || error > 0 else { return nil }
      let statistic = estimate / error
      return testDegrees.map { StudentT(degrees: $0).twoSided(statistic) } ?? Normal().twoSided(statistic)
    }
  }

  /// Estimate ± quantile·error; `nil` where there is no error.
  public func intervals(confidence: Double) -> [Interval?] {
    let tail = (1 - confidence) / 2
    let quantile = testDegrees.map { -StudentT(degrees: $0).quantile(tail) } ?? -Normal().quantile(tail)
    return zip(estimates, standardErrors).map { estimate, error in
      guard let estimate, let error else { return nil }
      return Interval(low: estimate - quantile * error, high: estimate + quantile * error)
    }
  }

  /// Akaike's criterion, −2·logLikelihood + 2·parameters.
  public var aic: Double? { logLikelihood.map { -2 * $0 + 2 * parameterCount } }

  /// Schwarz's criterion, −2·logLikelihood + ln n·parameters.
  public var bic: Double? { logLikelihood.map { -2 * $0 + log(n) * parameterCount } }
}
