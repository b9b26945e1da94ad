import Regression

extension DriverAnalysis.Fit {
  /// The p-value of the test that all drivers together explain nothing of an outcome beyond the covariates that always stay;
  /// `nil` where it is not known.
  ///
  /// Beside robust errors it is that of F: an outcome that has nothing to do with the drivers has errors of equal variance, and
  /// Wald's test from hc3 rejects too often when drivers are many for the respondents (13 % instead of 5 with ten of them and 60).
  /// Maximum likelihood from incomplete answers takes Wald's: F from R² would take every respondent for complete.
  package func jointPValue(of outcome: DriverAnalysis.OutcomeFit) -> Double? {
    let regression = outcome.regression
    let covariates = regression.blocks.count - players.count
    func wald() -> Double? { regression.waldTest(ofBlocks: covariates..<regression.blocks.count)?.pValue }
    if countsIncomplete { return wald() }
    switch regression.errors {
    case .hc0, .hc1, .hc2, .hc3, .hc4, .jackknife:
      return regression.changeTest(of: max(0, regression.rSquared - outcome.rSquaredAlways), fromBlock: covariates)
    case .classical, .cluster, .design, .bootstrap, .replicates:
      return covariates > 0 ? wald() : regression.pValue
    }
  }
}
