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
    guard let replicates = analysis.resampled?.draws else { return nil }
    let layout = analysis.layout
    let performance = replicates.rows(layout.performance)
    let importance: ShrunkenDraws?
    switch axis {
    case .derived(let method):
      importance = analysis.outcomes[outcomeIndex].methods.first { $0.method == method }?.draws
    case .stated: importance = ShrunkenDraws(replicates.columns(layout.stated))
    }
    guard let importance else { return nil }
    var drawCount = 0
    let quadrants = Quadrant.allCases
    var counts = [[Int]](repeating: [Int](repeating: 0, count: quadrants.count), count: layout.players)
    for draw in importance {
      if axis != .stated, draw.values.contains(where: \.isNaN) { continue }
      drawCount += 1
      let rated = performance[draw.replicate]
      let lines = crosshair.crosshair(
        importance: draw.values, performance: rated, importanceIsStated: axis == .stated)
      for k in 0..<layout.players {
        let quadrant = Quadrant(importance: draw.values[k], performance: rated[k], crosshair: lines)
        counts[k][quadrants.firstIndex(of: quadrant)!] += 1
      }
    }
    guard drawCount > 0 else { return nil }
    return counts.enumerated().map { k, count in
      // Without a performance there is no place in the matrix.
      analysis.performance[k].value == nil
        ? [:]
        : Dictionary(
          uniqueKeysWithValues: zip(quadrants, count.map { Double($0) / Double(drawCount) }))
    }
  }
}
