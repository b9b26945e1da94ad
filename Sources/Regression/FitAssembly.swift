public import LinearAlgebra
public import Measures
import Platform
import Probability
import Survey

extension LinearRegression.Fit {
  init(
    _ estimate: LeastSquares, variance: CoefficientVariance?, errors: LinearRegression.ErrorKind, confidence: Double
  ) {
    var small = estimate
    small.rows = nil
    self.estimate = small
    self.errors = errors
    self.confidence = confidence
    outcome = estimate.outcome
    blocks = estimate.blocks
    n = estimate.n
    rSquared = estimate.rSquared
    dfModel = estimate.modelDegrees
    let observations = n - estimate.parameters + estimate.modelDegrees
    adjustedRSquared = 1 - estimate.residual / estimate.total * observations / estimate.residualDegrees
    sigma = estimate.sigma
    logLikelihood = estimate.logLikelihood
    terms = estimate.termsWithoutErrors
    notes = estimate.notes + estimate.sharedDimensions(amongPredictors: true)
    apply(variance)
    if let interval = estimate.rSquaredInterval(
      errors, adjusted: adjustedRSquared, isKnown: variance != nil, confidence: confidence)
    {
      (rSquaredBasis, rSquaredLow, rSquaredHigh) = (interval.basis, interval.low, interval.high)
    }
    if variance == nil, errors == .classical {
      notes.append(
        Note(
          .analyticErrors,
          estimate.isEstimated
            ? "No formula gives the errors of coefficients when scores or reliabilities are themselves estimated; resampling gives intervals, and \(setting: .errors, "bootstrap") standard errors."
            : !estimate.correlation.hasNormalTheory
              ? "No formula gives the errors of coefficients from \(estimate.correlation.rawValue) correlations; resampling gives intervals, and \(setting: .errors, "bootstrap") standard errors."
              : estimate.missing.keepsIncompleteRows
                ? "With \(Sentence(stringLiteral: estimate.missing.words)) standard errors, tests and intervals are not known by formula; resampling gives them."
                : "Sampling-weighted moments do not determine standard errors: give the data, or use \(setting: .errors, "bootstrap")."
        )
      )
    }
    noteSignReversals()
  }

  /// The same estimates with errors of another kind, from the rows that they were fitted to: a fit keeps none itself.
  ///
  /// - Parameters:
  ///   - kind: of the errors; `nil` as the frame's design asks for.
  ///   - frame: what the model was fitted to, with an outcome of its name.
  /// - Throws: as `LinearRegression.fit(to:outcome:)`; `DataFault.noSuchVariable` when the frame has another outcome.
  public func withErrors(_ kind: LinearRegression.ErrorKind?, from frame: ModelFrame) throws -> LinearRegression.Fit {
    guard let index = frame.outcomes.firstIndex(where: { $0.name == outcome }) else {
      throw DataFault.noSuchVariable(name: outcome, nearest: frame.outcomes.map(\.name))
    }
    return try LinearRegression(errors: kind, confidence: confidence, hasIntercept: estimate.hasIntercept)
      .fit(to: frame, outcome: index)
  }

  /// The same estimates with a covariance from elsewhere, as of resamples: the variance is chosen after estimation.
  ///
  /// - Parameters:
  ///   - covariance: of the terms with an estimate, in their order and units.
  ///   - undetermined: positions in the covariance of terms whose error is not known.
  ///   - df: degrees of freedom of the tests; `nil` for the normal distribution.
  ///   - intervals: one per term with an estimate, in place of estimate ± quantile·error.
  ///   - rSquaredInterval: one of R² in place of that which the data told.
  public func withCovariance(
    _ covariance: SymmetricMatrix, df: Double?, undetermined: [Int] = [],
    errors: LinearRegression.ErrorKind = .bootstrap,
    intervals: [(low: Double, high: Double)]? = nil, rSquaredInterval: (low: Double, high: Double)? = nil
  ) -> LinearRegression.Fit {
    let shifts = estimate.reportedExponents
    precondition(covariance.order == shifts.count, "a row of the covariance per term with an estimate")
    precondition(intervals == nil || intervals!.count == shifts.count, "an interval per term with an estimate")
    var scaled = covariance
    for i in 0..<covariance.order {
      for j in 0...i { scaled[i, j] = scalbn(covariance[i, j], Int32(-shifts[i] - shifts[j])) }
    }
    var fit = withScaledCovariance(
      CoefficientVariance(covariance: scaled, degrees: df, undetermined: undetermined), errors: errors)
    if let intervals {
      for (position, interval) in zip(estimate.reportedPositions, intervals) where fit.terms[position].stdError != nil {
        fit.terms[position].low = interval.low
        fit.terms[position].high = interval.high
      }
    }
    if let rSquaredInterval {
      (fit.rSquaredBasis, fit.rSquaredLow, fit.rSquaredHigh) = (nil, rSquaredInterval.low, rSquaredInterval.high)
    }
    return fit
  }

  /// The same with a covariance in scaled units.
  func withScaledCovariance(
    _ variance: CoefficientVariance, errors: LinearRegression.ErrorKind
  ) -> LinearRegression.Fit {
    var fit = self
    fit.errors = errors
    fit.notes.removeAll { $0.kind == .analyticErrors || $0.kind == .signReversal }
    fit.apply(variance)
    fit.noteSignReversals()
    return fit
  }

  /// Fills in everything that depends on the variance.
  private mutating func apply(_ variance: CoefficientVariance?) {
    (covariance, knownCovariance) = (nil, nil)
    (fStatistic, dfResidual, pValue) = (nil, nil, nil)
    guard let variance else {
      // F is a function of R² alone, and classical; without errors it is not known either.
      let isKnown =
        estimate.missing == .listwise && estimate.weightsKind != .sampling && estimate.hasNormalErrors
      dfResidual = isKnown ? estimate.residualDegrees : nil
      return
    }
    notes += variance.notes
    let undetermined = Set(
      estimate.lone.undetermined(errors, hasClusters: estimate.isClustered) + variance.undetermined)
    let shifts = estimate.reportedExponents
    var unscaled = variance.covariance
    for i in 0..<unscaled.order {
      for j in 0...i { unscaled[i, j] = scalbn(unscaled[i, j], Int32(shifts[i] + shifts[j])) }
    }
    covariance = undetermined.isEmpty ? unscaled : nil
    for i in undetermined { for j in 0..<unscaled.order { unscaled[max(i, j), min(i, j)] = .nan } }
    knownCovariance = unscaled
    let tail = (1 - confidence) / 2
    let quantile =
      variance.degrees.map { $0 > 0 ? -StudentT(degrees: $0).quantile(tail) : .nan } ?? -Normal().quantile(tail)
    for (k, position) in estimate.reportedPositions.enumerated() where !undetermined.contains(k) {
      let b = estimate.reportedCoefficients[k]
      let error = max(variance.covariance[k, k], 0).squareRoot()
      let shift = Int32(shifts[k])
      terms[position].stdError = scalbn(error, shift)
      terms[position].df = variance.degrees.flatMap { $0 > 0 ? $0 : nil }
      let statistic = error > 0 ? b / error : b == 0 ? .nan : b > 0 ? Double.infinity : -.infinity
      terms[position].statistic = statistic.isNaN ? nil : statistic
      let hasTest = !statistic.isNaN && !quantile.isNaN
      terms[position].pValue =
        hasTest
        ? variance.degrees.map { StudentT(degrees: $0).twoSided(statistic) } ?? Normal().twoSided(statistic) : nil
      terms[position].low = quantile.isNaN ? nil : scalbn(b - quantile * error, shift)
      terms[position].high = quantile.isNaN ? nil : scalbn(b + quantile * error, shift)
    }
    dfResidual = variance.degrees.flatMap { $0 > 0 ? $0 : nil }
    guard dfModel > 0 else { return }
    if errors == .classical, !estimate.missing.keepsIncompleteRows {
      let mean = estimate.residual / estimate.residualDegrees
      fStatistic = mean > 0 ? estimate.explained / dfModel / mean : .infinity
    } else if estimate.residual == 0 {
      fStatistic = .infinity
    } else if undetermined.isEmpty {
      fStatistic = estimate.wald(variance)
      if fStatistic == nil {
        notes.append(
          Note(
            .noJointTest,
            "There is no test of all predictors together: their covariance is singular, as with fewer clusters than predictors."
          ))
      }
    }
    guard let fStatistic, quantile.isNaN == false else { return }
    pValue = FDistribution(numerator: dfModel, denominator: variance.degrees ?? .infinity).upperTail(fStatistic)
  }

  /// Says anew whose sign is reversed, with the intervals that terms now have.
  mutating func renoteSigns() {
    notes.removeAll { $0.kind == .signReversal }
    noteSignReversals()
  }

  /// Names the terms whose coefficient has the other sign than their own correlation with the outcome, where that
  /// correlation is more than two standard errors (1/√n) from zero.
  private mutating func noteSignReversals() {
    guard estimate.hasIntercept else { return }
    var clear: [String] = []
    var vague: [String] = []
    for (k, term) in estimate.kept.enumerated() {
      guard !blocks[estimate.blockOfTerm[term]].isCategorical else { continue }
      let product = estimate.outcomeProducts[k] * estimate.coefficients[k]
      let correlation = estimate.outcomeProducts[k] / (estimate.scatter[k, k] * estimate.total).squareRoot()
      guard product < 0, correlation * correlation * n > 4 else { continue }
      let row = terms[estimate.position(term)]
      if let low = row.low, let high = row.high, low <= 0, high >= 0 {
        vague.append(row.name)
      } else {
        clear.append(row.name)
      }
    }
    guard !(clear.isEmpty && vague.isEmpty) else { return }
    var message: Sentence = ""
    if !clear.isEmpty {
      message =
        "The sign of the coefficient is against the driver's own correlation with '\(outcome)' for \(quotedList(clear)): other drivers carry what they share (suppression), so read it with care."
    }
    if !vague.isEmpty {
      if !message.isEmpty { message += " " }
      message +=
        "The coefficient of \(quotedList(vague)) has another sign than its own correlation with '\(outcome)', but could be zero."
    }
    notes.append(Note(.signReversal, message))
  }
}
