import LinearAlgebra
import Measures
import Platform
import Probability
import Survey

extension LinearRegression.Fit {
  /// One regression of the fits of several completed data, by Rubin's rules (`PooledEstimate`): each coefficient with degrees of
  /// freedom of its own, all together tested as `PooledVector` does.
  ///
  /// Standardised coefficients, partial correlations, inflation factors, R² and σ are means over the completed data. The interval of R²
  /// is pooled on the scale of artanh √R², where it is nearly normal. There is no likelihood.
  ///
  /// - Returns: `nil` when a term has a coefficient in some of the fits and none in others.
  package static func pooled(_ fits: [LinearRegression.Fit]) -> LinearRegression.Fit? {
    precondition(fits.count > 1, "several completed data")
    var result = fits[0]
    let reported = result.terms.indices.filter { result.terms[$0].estimate != nil }
    for fit in fits where fit.terms.indices.filter({ fit.terms[$0].estimate != nil }) != reported { return nil }
    func mean(_ value: (LinearRegression.Fit) -> Double?) -> Double? {
      let values = fits.compactMap(value)
      return values.count == fits.count ? values.reduce(0, +) / Double(values.count) : nil
    }
    for t in result.terms.indices {
      result.terms[t].estimate = mean { $0.terms[t].estimate }
      result.terms[t].beta = mean { $0.terms[t].beta }
      result.terms[t].partialCorrelation = mean { $0.terms[t].partialCorrelation }
      result.terms[t].partCorrelation = mean { $0.terms[t].partCorrelation }
      result.terms[t].vif = mean { $0.terms[t].vif }
    }
    result.rSquared = mean(\.rSquared) ?? .nan
    result.adjustedRSquared = mean(\.adjustedRSquared) ?? .nan
    result.sigma = mean(\.sigma) ?? .nan
    result.logLikelihood = nil
    result.settle(fits, reported)
    result.settleRSquared(fits)
    result.renoteSigns()
    return result
  }

  /// Everything that depends on errors.
  private mutating func settle(_ fits: [LinearRegression.Fit], _ reported: [Int]) {
    (covariance, knownCovariance, pooled) = (nil, nil, nil)
    (fStatistic, pValue) = (nil, nil)
    for t in terms.indices {
      (terms[t].stdError, terms[t].statistic, terms[t].df) = (nil, nil, nil)
      (terms[t].pValue, terms[t].low, terms[t].high) = (nil, nil, nil)
    }
    let complete = fits[0].dfResidual
    dfResidual = nil
    let covariances = fits.compactMap(\.covariance)
    guard covariances.count == fits.count else { return }
    let vector = PooledVector(
      estimates: fits.map { fit in reported.map { fit.terms[$0].estimate! } }, covariances: covariances,
      degrees: complete ?? .infinity)
    for (k, t) in reported.enumerated() {
      guard
        let own = PooledEstimate(
          estimates: fits.map { $0.terms[t].estimate! }, variances: covariances.map { max(0, $0[k, k]) },
          degrees: complete ?? .infinity), own.degrees > 0
      else { continue }
      let error = own.standardError
      let isNormal = own.degrees.isInfinite
      let quantile =
        isNormal
        ? Normal().quantile((1 + confidence) / 2) : StudentT(degrees: own.degrees).quantile((1 + confidence) / 2)
      terms[t].stdError = error
      terms[t].df = isNormal ? nil : own.degrees
      terms[t].low = own.estimate - quantile * error
      terms[t].high = own.estimate + quantile * error
      guard error > 0 else { continue }
      let statistic = own.estimate / error
      terms[t].statistic = statistic
      terms[t].pValue = isNormal ? Normal().twoSided(statistic) : StudentT(degrees: own.degrees).twoSided(statistic)
    }
    covariance = vector.covariance
    knownCovariance = covariance
    pooled = vector
    let predictors = reported.indices.filter { terms[reported[$0]].blockIndex != nil }
    dfResidual = complete
    guard let test = vector.test(of: predictors) else { return }
    fStatistic = test.statistic
    dfResidual = test.degrees.isFinite ? test.degrees : nil
    pValue = test.pValue
  }

  private mutating func settleRSquared(_ fits: [LinearRegression.Fit]) {
    (rSquaredBasis, rSquaredLow, rSquaredHigh) = (nil, nil, nil)
    let degrees = fits[0].dfResidual ?? .infinity
    let wide = degrees.isFinite ? StudentT(degrees: degrees) : nil
    let tail = (1 + confidence) / 2
    let quantile = wide?.quantile(tail) ?? Normal().quantile(tail)
    var (centres, variances) = ([Double](), [Double]())
    for fit in fits {
      guard let low = fit.rSquaredLow, let high = fit.rSquaredHigh, low > 0, high < 1 else { return }
      let (a, b) = (atanh(low.squareRoot()), atanh(high.squareRoot()))
      let error = (b - a) / 2 / quantile
      centres.append((a + b) / 2)
      variances.append(error * error)
    }
    guard let own = PooledEstimate(estimates: centres, variances: variances, degrees: degrees), own.degrees > 0 else {
      return
    }
    let t =
      own.degrees.isFinite ? StudentT(degrees: own.degrees).quantile(tail) : Normal().quantile(tail)
    let (low, high) = (tanh(max(0, own.estimate - t * own.standardError)), tanh(own.estimate + t * own.standardError))
    (rSquaredLow, rSquaredHigh) = (low * low, high * high)
  }
}
