import LinearAlgebra
import Measures
import Survey

extension LinearRegression {
  /// Variance inflation above which a coefficient says nothing that could be acted on: its standard error is more than ten
  /// times what it would be were the driver unrelated to the others.
  package static let largestInflation = 100.0
}

extension LeastSquares {
  /// Which predictors share a dimension of a condition index above 30 (Belsley, Kuh & Welsch 1980, doi:10.1002/0471725153),
  /// and by it more than half of the variance of their coefficients.
  ///
  /// A dimension that only one predictor shares with the intercept is no dependency of drivers, and is left to the
  /// diagnostics.
  func sharedDimensions(amongPredictors: Bool) -> [Note] {
    let names = hasIntercept && means != nil ? collinearityTerms : kept.map { terms[$0] }
    return collinearity().filter { $0.conditionIndex > RegressionDiagnostics.harmfulConditionIndex }.compactMap {
      found in
      let sharing = zip(names, found.proportions).filter { $0.1 > 0.5 }.map(\.0)
      // A product goes with its factors by nature, and where zero lies decides how much.
      if amongPredictors, blocks.contains(where: { !$0.powers.isEmpty && sharing.contains($0.name) }) { return nil }
      guard sharing.count(where: { !amongPredictors || $0 != "(Intercept)" }) > 1 else { return nil }
      return Note(
        .nearDependency,
        "\(quotedList(sharing)) share a dimension of condition index \(Int(min(found.conditionIndex, 1e15).rounded())): their coefficients cannot be told apart well. Leave one out, or put them into one driver."
      )
    }
  }
}
