import Importance
import Insight
import Measures
import Regression
import Resampling
import Survey

extension StudySettings {
  /// Throws `DataFault.request` for settings of an analysis of drivers that contradict each other.
  ///
  /// - Parameter map: the importance–performance matrix, when it is asked for.
  func checkDrivers(_ map: ImportancePerformance?) throws {
    if let map, case .given(_, let importance) = map.crosshair, importance > 1,
      map.axes.contains(where: { $0 != .stated })
    {
      throw DataFault.request(
        problem: "The crosshair puts importance at \(importance), and derived importance is a share of 1",
        suggestion: "Write for example 70,0.25.")
    }
    if errors == .bootstrap, bootstrap.replicates == 0 {
      throw DataFault.request(
        problem: "\(setting: .errors, "bootstrap") needs resamples, and \(setting: .bootstrap, "0") switches them off",
        suggestion: "Give a number of resamples, such as \(setting: .bootstrap, "1000").")
    }
    if correction == nil, !reliabilities.isEmpty {
      throw DataFault.request(
        problem: "A reliability is given, and nothing is corrected by it",
        suggestion: "Add \(setting: .correct, "reliability").")
    }
  }

  /// The analysis of drivers that the settings mean.
  ///
  /// - Parameter axes: the measures that the importance–performance matrix needs; they come first.
  func driverAnalysis(axes: [ImportancePerformance.Importance]) -> DriverAnalysis {
    var methods: [ImportanceMethod] = []
    for case .derived(let method) in axes + self.methods where !methods.contains(method) { methods.append(method) }
    return DriverAnalysis(
      methods: methods.isEmpty ? [.lmg] : methods, errors: errors, bootstrap: bootstrap(replicates: 1000),
      permutations: permutations ?? 0, folds: folds, diagnostics: diagnostics ?? false,
      correlation: correlation ?? .pearson,
      scoring: ConstructScoring(
        scores: scoreMethod ?? .mean, correctsReliability: correction == .reliability,
        isLatent: correction == .cfa, reliabilities: reliabilities))
  }

  /// The matrix of `ipa`: an axis for each measure, lmg when none is named.
  func matrix() -> ImportancePerformance {
    ImportancePerformance(axes: methods.isEmpty ? [.derived(.lmg)] : methods, crosshair: crosshair ?? .mean)
  }

  /// What `drivers` says of what to work on is read off the first measure that is asked for, and no other is added for it.
  func advice() -> ImportancePerformance {
    let axis = methods.first { $0 != .stated } ?? .derived(.lmg)
    return ImportancePerformance(axes: [axis], crosshair: crosshair ?? .mean)
  }
}
