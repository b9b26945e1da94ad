package import Measures

extension LinearRegression {
  /// Whether regressions of a stream's outcomes are as good from its moments as from its rows: see `EstimationPolicy`.
  /// What cannot be estimated at all is told when it is estimated.
  package static func trusts(_ model: ModelMoments) -> Bool {
    model.outcomes.allSatisfy { outcome in
      guard
        let estimate = try? LeastSquares(
          model.moments, outcome: outcome.columns.lowerBound, predictors: model.always + model.players)
      else { return true }
      return EstimationPolicy.trusts(estimate)
    }
  }
}
