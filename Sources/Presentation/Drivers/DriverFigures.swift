import Importance
import Insight
import Measures
import Rendering
import Resampling
import Survey

/// The pictures of `drivers` and `ipa`: one panel per outcome, and per group when there are groups.
enum DriverFigures {
  /// Shares of importance in a picture: of every method that is defined; `nil` if none is.
  static func panel(_ outcome: DriverAnalysis.OutcomeFit, fit: DriverAnalysis.Fit) -> Figure.Panel? {
    let methods = outcome.methods.filter(isDefined)
    guard let first = Answers.headline(outcome, fit) ?? methods.first else { return nil }
    guard methods.count > 1 else { return .bars(bars(outcome, method: first, fit: fit, group: nil)) }
    let order = first.drivers.indices.filter { k in methods.contains { $0.drivers[k].share.value != nil } }
      .sorted { (first.drivers[$0].rank ?? Int.max, $0) < (first.drivers[$1].rank ?? Int.max, $1) }
    return .groupedBars(
      GroupedBarChart(
        title: "", axis: Axis(title: said("Share of importance"), style: .percent(0), range: 0...0),
        series: methods.map(\.method.rawValue),
        rows: order.map { k in
          GroupedBarChart.Row(
            label: fit.players[k].title,
            estimates: methods.map { method in
              let share = method.drivers[k].share
              return share.value.map { Estimate($0, low: share.low, high: share.high) }
            }, isFlagged: (outcome.signs[k] ?? 0) < 0)
        }, flagMeaning: said("negative coefficient in the full model")))
  }

  private static func isDefined(_ method: DriverAnalysis.MethodFit) -> Bool {
    method.drivers.contains { $0.share.value != nil }
  }

  /// The methods that have no share to draw.
  static func undefined(_ outcome: DriverAnalysis.OutcomeFit) -> [ImportanceMethod] {
    outcome.methods.filter { !isDefined($0) }.map(\.method)
  }

  /// Shares of importance as bars, the largest first.
  static func bars(
    _ outcome: DriverAnalysis.OutcomeFit, method: DriverAnalysis.MethodFit, fit: DriverAnalysis.Fit, group: String?
  ) -> BarChart {
    let order = method.drivers.indices.filter { method.drivers[$0].share.value != nil }
      .sorted { (method.drivers[$0].rank ?? Int.max, $0) < (method.drivers[$1].rank ?? Int.max, $1) }
    return BarChart(
      title: title(said("What drives \(outcome.outcome.title)"), group),
      axis: Axis(title: said("Share of importance (\(method.method.rawValue))"), style: .percent(0), range: 0...0),
      bars: order.map { k in
        let driver = method.drivers[k]
        return BarChart.Bar(
          label: fit.players[k].title,
          estimate: Estimate(driver.share.value!, low: driver.share.low, high: driver.share.high),
          isFlagged: (outcome.signs[k] ?? 0) < 0,
          remark: driver.frequencyOfFirst.map { said(Words.first($0)) })
      },
      flagMeaning: said("negative coefficient in the full model"))
  }

  static func map(_ map: ImportancePerformance.Map) -> QuadrantMap {
    let isStated = map.importance == .stated
    return QuadrantMap(
      title: map.outcome.title,
      xAxis: Axis(title: said("Performance (mean, 0–100 of the scale)"), style: .decimals(0)),
      yAxis: Axis(
        title: said(isStated ? "Stated importance (mean, 0–100)" : "Importance (share, \(map.importance.name))"),
        style: isStated ? .decimals(0) : .percent(0)),
      crosshairX: map.crosshair.performance, crosshairY: map.crosshair.importance,
      quadrants: [Quadrant.concentrateHere, .keepUpTheGoodWork, .lowPriority, .possibleOverkill].map(\.said),
      // A driver without one of the two, or in no field, has no place and is named under the map.
      points: map.positions.map { position in
        QuadrantMap.Point(
          label: position.driver.title,
          x: Estimate(
            position.quadrant == nil ? .nan : position.performance.value ?? .nan, low: position.performance.low,
            high: position.performance.high),
          y: Estimate(
            position.importance.value ?? .nan, low: position.importance.low, high: position.importance.high),
          isFlagged: (position.effect ?? 0) < 0)
      },
      flagMeaning: said("negative coefficient in the full model"))
  }

  private static func title(_ words: String, _ group: String?) -> String { group.map { "\(words) (\($0))" } ?? words }

  /// What a reader must know of a picture that stands alone, and its titles do not say.
  static func caption(_ fits: [DriverAnalysis.Fit]) -> String {
    guard let first = fits.first else { return "" }
    var parts: [String] = []
    let counts = fits.map { Words.count($0.n) }
    parts.append("n = \(counts.joined(separator: " + ")).")
    if first.resampled != nil {
      let bootstrap = first.specification.bootstrap
      parts.append(
        said(
          "Intervals: \(Words.percent(bootstrap.confidence)) \(bootstrap.interval.rawValue), \(Words.count(Double(bootstrap.replicates))) resamples."
        )
      )
    }
    return parts.joined(separator: " ")
  }
}
