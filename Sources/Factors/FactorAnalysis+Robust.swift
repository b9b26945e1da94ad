import LinearAlgebra
import Measures
import Survey

extension FactorAnalysis.Fit {
  /// Puts in place of χ² and the errors that assume normal answers of independent respondents those that the rows themselves give
  /// (`RobustFactors`). What the rows do not allow stays as it is, with a note.
  ///
  /// - Parameters:
  ///   - frame: rows whose columns are the items.
  ///   - engine: makes the correlations; `nil` for Pearson's.
  ///   - found: maximum likelihood moments of the rows, which the correlations are of; `nil` of others.
  mutating func makeRobust(
    _ frame: ModelFrame, engine: CorrelationEngine?, _ found: MaximumLikelihoodMoments? = nil
  ) {
    if let found {
      makeRobust(
        NormalInformation(found).flatMap {
          SampledUnits(
            $0, found.moments, frame: frame, columns: Array(frame.columns.indices), correlation: input.correlation)
        })
      return
    }
    guard !(frame.missing == .pairwise && frame.values.contains(where: \.isNaN)) else { return }
    makeRobust(SampledUnits(frame, correlation: input.correlation, engine: engine))
  }

  /// - Parameter units: `nil` where what they do is not defined.
  mutating func makeRobust(_ units: SampledUnits?) {
    guard let n = input.n, let estimator = specification.extraction.estimator else { return }
    guard let units,
      let robust = RobustFactors(
        loadings: unrotated, uniquenesses: uniquenesses, correlation: input.correlation, estimator: estimator,
        units: units, n: n)
    else {
      if input.isNormalTheory {
        notes.append(
          Note(
            .normalTheory,
            "χ² and the errors of loadings assume normal answers: there are too many items, or the solution is improper, so that they cannot be made from the rows themselves."
          ))
      }
      return
    }
    if let note = units.note { notes.append(note) }
    statistics = FactorFitStatistics(self, robust: robust)
    if specification.extraction == .maximumLikelihood {
      let errors = LoadingErrors(self, robust: robust)
      loadingErrors = errors?.loadings
      correlationErrors = errors?.correlations
    }
    if statistics.chiSquared != nil { notes.removeAll { $0.kind == .noChiSquared } }
  }
}

extension FactorAnalysis.Extraction {
  /// What the loadings minimise; `nil` of components. Generalised least squares has the weight of maximum likelihood.
  var estimator: RobustFactors.Estimator? {
    switch self {
    case .minres, .principalAxis: .leastSquares
    case .maximumLikelihood, .generalizedLeastSquares: .likelihood
    case .components: nil
    }
  }
}
