import Importance
import Resampling

extension ImportancePerformance {
  /// Importance, performance, crosshair and quadrant again in every replicate, with the shares drawn in towards each other
  /// (`Shrinkage`): of drivers that are much alike plain resamples put the same ones above the line too often. Stated
  /// importance, which is a mean, is taken as it is resampled.
  ///
  /// - Returns: for each driver, how often it is in each quadrant; empty without a performance. `nil` without resamples.
  func quadrantFrequencies(
    _ analysis: DriverAnalysis.Fit, outcomeIndex: Int, axis: Importance
  ) -> [[Quadrant: Double]]? {
    guard let replicates = analysis.resampled?.bootstrap else { return nil }
    let layout = analysis.layout
    let performance = replicates.rows(layout.performance)
    let importance: [(replicate: Int, values: [Double])]
    switch axis {
    case .derived(let method):
      let index = analysis.specification.methods.firstIndex(of: method)!
      let columns = layout.importance(outcomeIndex, method: index)
      importance =
        ShareUncertainty(
          shares: ImportanceFit.shares(Array(analysis.point[columns])),
          replicates: replicates.rows(columns).map { ImportanceFit.shares($0) },
          confidence: analysis.specification.bootstrap.confidence
        ).draws.filter { !$0.values.contains(where: \.isNaN) }
    case .stated:
      importance = replicates.rows(layout.stated).enumerated().map { ($0, $1) }
    }
    guard !importance.isEmpty else { return nil }
    var counts = [[Quadrant: Int]](repeating: [:], count: layout.players)
    for draw in importance {
      let rated = performance[draw.replicate]
      let lines = crosshair.crosshair(
        importance: draw.values, performance: rated, importanceIsStated: axis == .stated)
      for k in 0..<layout.players {
        counts[k][
          Quadrant(importance: draw.values[k], performance: rated[k], crosshair: lines), default: 0] += 1
      }
    }
    return counts.enumerated().map { k, count in
      // Without a performance there is no place in the matrix.
      analysis.performance[k].value == nil
        ? [:]
        : Dictionary(
          uniqueKeysWithValues: Quadrant.allCases.map { ($0, Double(count[$0] ?? 0) / Double(importance.count)) })
    }
  }
}
