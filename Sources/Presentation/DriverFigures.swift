import Importance
import Insight
import Measures
import Rendering
import Resampling

/// The pictures of `drivers` and `ipa`: one panel per outcome, and per group when there are groups.
enum DriverFigures {
  /// Shares of importance as bars, the largest first.
  static func bars(
    _ outcome: DriverAnalysis.OutcomeFit, method: DriverAnalysis.MethodFit, fit: DriverAnalysis.Fit, group: String?
  ) -> BarChart {
    let order = method.drivers.indices.filter { method.drivers[$0].share.value != nil }
      .sorted { (method.drivers[$0].rank ?? Int.max, $0) < (method.drivers[$1].rank ?? Int.max, $1) }
    return BarChart(
      title: title("What drives \(outcome.outcome.title)", group),
      axis: Axis(title: "Share of importance (\(method.method.rawValue))", style: .percent(0), range: 0...0),
      bars: order.map { k in
        let driver = method.drivers[k]
        return BarChart.Bar(
          label: fit.players[k].title,
          estimate: Estimate(driver.share.value!, low: driver.share.low, high: driver.share.high),
          isFlagged: (outcome.signs[k] ?? 0) < 0,
          remark: driver.frequencyOfFirst.map(Words.first))
      },
      flagMeaning: "negative coefficient in the full model")
  }

  static func map(_ map: ImportancePerformance.Map, group: String?) -> QuadrantMap {
    let isStated = map.importance == .stated
    return QuadrantMap(
      title: title("Importance and performance: \(map.outcome.title)", group),
      xAxis: Axis(title: "Performance (mean, 0–100 of the scale)", style: .decimals(0)),
      yAxis: Axis(
        title: isStated ? "Stated importance (mean, 0–100)" : "Importance (share, \(map.importance.name))",
        style: isStated ? .decimals(0) : .percent(0)),
      crosshairX: map.crosshair.performance, crosshairY: map.crosshair.importance,
      quadrants: [Quadrant.concentrateHere, .keepUpTheGoodWork, .lowPriority, .possibleOverkill].map(\.title),
      points: map.positions.compactMap { position in
        guard let x = position.performance.value, let y = position.importance.value else { return nil }
        return QuadrantMap.Point(
          label: position.driver.title,
          x: Estimate(x, low: position.performance.low, high: position.performance.high),
          y: Estimate(y, low: position.importance.low, high: position.importance.high),
          isFlagged: (position.effect ?? 0) < 0)
      },
      flagMeaning: "negative coefficient in the full model")
  }

  private static func title(_ words: String, _ group: String?) -> String { group.map { "\(words) (\($0))" } ?? words }

  /// What a reader must know of a picture that stands alone.
  static func caption(_ fits: [DriverAnalysis.Fit], methods: [String]) -> String {
    guard let first = fits.first else { return "" }
    var parts: [String] = []
    let counts = fits.map { Words.count($0.n) }
    parts.append("n = \(counts.joined(separator: " + ")).")
    parts.append(
      "Outcome\(first.outcomes.count == 1 ? "" : "s"): \(Words.list(first.outcomes.map { $0.outcome.title })).")
    var seen: Set<String> = []
    let names = methods.filter { seen.insert($0).inserted }
    parts.append("Importance: \(Words.list(names)).")
    if first.resampled != nil {
      let bootstrap = first.specification.bootstrap
      parts.append(
        "Intervals: \(Words.percent(bootstrap.confidence)) \(bootstrap.interval.rawValue), \(Words.count(Double(bootstrap.replicates))) resamples."
      )
    }
    return parts.joined(separator: " ")
  }
}
