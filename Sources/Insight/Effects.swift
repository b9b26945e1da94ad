import LinearAlgebra
import Measures
import Probability
import Regression
import Resampling
import Survey

/// One coefficient's part in a player's effect.
package struct EffectTerm: Sendable {
  /// Into the regression's terms.
  package let term: Int
  /// Ten points of performance in units of its column.
  package let weight: Double
}

extension Subject {
  /// Fills in what ten points more of each player's performance go with.
  ///
  /// The floor is the effect: b times ten points in units of the column, the others held where they are; of a group all items rise by
  /// ten points together. The ceiling, cov(x, y)/var(x) for the same ten points, lets the others move along as they do among
  /// the respondents; x is the mean of a group's items in points of performance.
  func addEffects(of fit: LinearRegression.Fit, slopes: [[Double]?], to result: inout DriverAnalysis.OutcomeFit) {
    let column = outcomes.firstIndex { $0.name == result.outcome.name }.map(outcomeColumn)
    result.mean = column.flatMap { moments.means?[$0] }
    result.effectTerms = effectTerms(fit, slopes: slopes)
    result.effects = result.effectTerms.map { terms in
      terms.map { $0.reduce(0) { $0 + fit.terms[$1.term].estimate! * $1.weight } }
    }
    result.effectCovariance = covariance(fit, result.effectTerms)
    result.effectIntervals = result.effectTerms.indices.map { k in
      result.effectTerms[k].flatMap { interval(fit, $0, effect: result.effects[k]!, result.effectCovariance?[k, k]) }
    }
    result.effectQuantile = quantile(fit)
    if let column {
      let movement = PlayerMovement(moments.covariance, outcome: column, players: players, slopes: slopes)
      result.ceilings = players.indices.map(movement.ceiling)
      result.movement = movement
    }
  }

  private func quantile(_ fit: LinearRegression.Fit) -> Double {
    let tail = (1 - fit.confidence) / 2
    return fit.testDegrees.map { -StudentT(degrees: $0).quantile(tail) } ?? -Normal().quantile(tail)
  }

  /// Which coefficients make up each player's effect; `nil` without a scale, for categories, and for players so determined by others
  /// that their coefficient says nothing. A dropped column has no part of its own.
  private func effectTerms(_ fit: LinearRegression.Fit, slopes: [[Double]?]) -> [[EffectTerm]?] {
    let first = always.count
    return players.indices.map { k in
      guard let slope = slopes[k], !players[k].isCategorical else { return nil }
      let own = fit.terms.indices.filter { fit.terms[$0].blockIndex == first + k }
      guard own.count == slope.count, !isInflated(own.map { fit.terms[$0] }) else { return nil }
      let parts = zip(own, slope).compactMap { term, unit in
        fit.terms[term].estimate != nil && unit != 0 ? EffectTerm(term: term, weight: 10 / unit) : nil
      }
      return parts.isEmpty ? nil : parts
    }
  }

  /// The covariance of the effects, NaN where it is not known; `nil` without errors.
  private func covariance(_ fit: LinearRegression.Fit, _ parts: [[EffectTerm]?]) -> SymmetricMatrix? {
    guard let known = fit.covariance else { return nil }
    var rows = [Int](repeating: 0, count: fit.terms.count)
    var next = 0
    for (t, term) in fit.terms.enumerated() where term.estimate != nil {
      rows[t] = next
      next += 1
    }
    var result = SymmetricMatrix(order: parts.count)
    for k in parts.indices {
      for l in 0...k {
        guard let a = parts[k], let b = parts[l] else {
          result[k, l] = .nan
          continue
        }
        result[k, l] = a.reduce(0) { sum, x in
          sum + b.reduce(0) { $0 + x.weight * $1.weight * known[rows[x.term], rows[$1.term]] }
        }
      }
    }
    return result
  }

  /// Of one coefficient its own interval; of several that of their sum.
  private func interval(
    _ fit: LinearRegression.Fit, _ parts: [EffectTerm], effect: Double, _ variance: Double?
  ) -> Interval? {
    if parts.count == 1 {
      guard let low = fit.terms[parts[0].term].low, let high = fit.terms[parts[0].term].high else { return nil }
      let ends = [low * parts[0].weight, high * parts[0].weight]
      return Interval(low: ends.min()!, high: ends.max()!)
    }
    guard let variance, variance >= 0 else { return nil }
    let quantile = quantile(fit)
    return Interval(low: effect - quantile * variance.squareRoot(), high: effect + quantile * variance.squareRoot())
  }
}
