public import Measures
import Regression

extension DriverAnalysis {
  /// Robust errors are sums over residuals, ranks and tables of answers are made of rows, constructs are scored from the items
  /// of complete rows, and whoever is exchanged, predicted or looked at is a row.
  public var need: DataNeed {
    let hasErrors = errors == nil || errors == .classical || errors == .bootstrap || errors == .jackknife
    let looksAtRows = diagnostics || permutations > 0 || folds ?? 0 > 0
    return hasErrors && correlation == .pearson && !scoring.needsItems && !looksAtRows ? .sums : .rows
  }
}
