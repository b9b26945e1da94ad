import Importance
import Insight
import Measures
import Rendering
import Resampling
import Studies
import Survey

/// Importance as a picture: one panel per outcome, and per group when there are groups.
enum DriverFigures {
  /// Importance of every outcome, and of every group.
  static func importance(_ groups: [AnalysedGroup], title: String?) -> Figure {
    var panels = DriverPanels()
    for group in groups {
      for outcome in group.drivers.outcomes {
        panels.add(panel(outcome, fit: group.drivers), outcome: outcome.outcome.title, group: group.title)
        for method in undefined(outcome) { panels.addNotDrawn(said("\(method.rawValue) (not defined)")) }
      }
    }
    let fits = groups.map(\.drivers)
    return panels.figure(
      name: "importance", title: title, one: { "What drives \($0)" }, several: "What drives the outcomes",
      by: groups.first?.by, caption: caption(fits), intervals: intervals(fits))
  }

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

  private static func title(_ words: String, _ group: String?) -> String { group.map { "\(words) (\($0))" } ?? words }

  /// What a reader must know of a picture that stands alone, and its titles do not say.
  static func caption(_ fits: [DriverAnalysis.Fit]) -> String {
    fits.isEmpty ? "" : "n = \(fits.map { Words.count($0.n) }.joined(separator: " + "))."
  }

  /// What its intervals are; empty where there are none.
  static func intervals(_ fits: [DriverAnalysis.Fit]) -> String {
    guard let first = fits.first, first.resampled != nil else { return "" }
    let bootstrap = first.specification.bootstrap
    return said(
      "Intervals: \(Words.percent(bootstrap.confidence)) \(bootstrap.interval.rawValue), \(Words.count(Double(bootstrap.replicates))) resamples."
    )
  }
}
