import Insight
import Measures
import Regression
import Rendering
import Studies
import Survey

/// Coefficients as a forest plot: a panel for each outcome, the groups beneath each other in each row.
enum CoefficientFigure {
  static func make(_ groups: [AnalysedGroup], title: String?) -> Figure {
    let outcomes = groups.first?.drivers.outcomes.map(\.outcome) ?? []
    var panels: [Figure.Panel] = []
    // So many groups that marks could not tell them apart have panels of their own.
    let isDodged = groups.count <= ForestPlot.mostSeries
    for outcome in outcomes {
      if isDodged {
        panels.append(.forest(plot(groups, outcome, title: outcomes.count > 1 ? outcome.title : "")))
      } else {
        for group in groups {
          let words = outcomes.count > 1 ? "\(outcome.title) (\(group.title ?? ""))" : group.title ?? ""
          panels.append(.forest(plot([group], outcome, title: words)))
        }
      }
    }
    let words = said(
      outcomes.count == 1
        ? "Coefficients of the regression of \(outcomes[0].title)" : "Coefficients of the regressions")
    let regression = groups.first?.drivers.outcomes.first?.regression
    return Figure(
      name: "coefficients", title: FigureWords.title(title, words),
      subtitle: FigureWords.panels(
        panels.count, others: outcomes.count > 1 ? ["outcome"] : [], by: isDodged ? nil : groups.first?.by,
        sharing: outcomes.count > 1
          ? "the order is the same in all, each outcome has its own axis" : "order and axes are the same in all"),
      caption: DriverFigures.caption(groups.map(\.drivers))
        + said(" Each coefficient holds the other terms where they are."),
      intervals: regression.map {
        said("Whiskers: \(Words.percent($0.confidence)) intervals, \($0.errors.rawValue) errors.")
      } ?? "", panels: panels
    ).limited().aligned()
  }

  /// The terms of one outcome without the intercept, in the order of the model.
  private static func plot(_ groups: [AnalysedGroup], _ outcome: ModelFrame.Block, title: String) -> ForestPlot {
    let fits = groups.map { group in
      group.drivers.outcomes.first { $0.outcome.name == outcome.name }?.regression
    }
    var names: [String] = []
    var labels: [String: String] = [:]
    for fit in fits {
      for term in fit?.terms ?? [] where term.blockIndex != nil && labels[term.name] == nil {
        names.append(term.name)
        labels[term.name] = fit?.label(of: term) ?? term.name
      }
    }
    let rows = names.map { name in
      ForestPlot.Row(
        label: labels[name] ?? name,
        estimates: fits.map { fit in
          fit?.terms.first { $0.name == name }.flatMap { term in
            term.estimate.map { Estimate($0, low: term.low, high: term.high) }
          }
        })
    }
    let largest = rows.flatMap(\.estimates).compactMap { $0.map { abs($0.value) } }.filter(\.isFinite).max() ?? 1
    return ForestPlot(
      title: title,
      axis: Axis(
        title: said("Coefficient: points of \(outcome.title) per point of the term"),
        style: .decimals(largest >= 0.1 ? 2 : largest >= 0.01 ? 3 : 4)), series: groups.map { $0.title ?? "" },
      rows: rows)
  }
}
