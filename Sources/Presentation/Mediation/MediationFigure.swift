import Insight
import Rendering
import Resampling
import Studies
import Survey

/// The effect of each driver in all, and its two parts, with intervals: a panel per outcome and group.
enum MediationFigure {
  static let contract = FigureContract(
    "effects", verb: "mediate", "the effect of each driver: what is carried, what goes past, and in all")

  static func make(_ groups: [MediationGroup], title: String?) -> Figure {
    var panels = DriverPanels()
    for group in groups {
      let fit = group.fit
      var outcomes: [String] = []
      for effect in fit.effects where !outcomes.contains(effect.outcome) { outcomes.append(effect.outcome) }
      for outcome in outcomes {
        panels.add(panel(fit, outcome), outcome: fit.title(outcome), group: group.title)
      }
    }
    let fits = groups.map(\.fit)
    let mediators = fits.first.map { fit in said(Words.few(fit.specification.mediators.map(fit.title))) } ?? ""
    return panels.figure(
      name: "effects", title: title, one: { "What goes through \(mediators) to \($0)" },
      several: "What goes through \(mediators)", by: groups.first?.by,
      caption: "n = \(fits.map { Words.count($0.n) }.joined(separator: " + ")).", intervals: intervals(fits.first))
  }

  private static func panel(_ fit: MediationAnalysis.Fit, _ outcome: String) -> Figure.Panel? {
    let own = fit.foremostEffects.filter { $0.outcome == outcome && $0.isWhole }
    guard !own.isEmpty else { return nil }
    func drawn(_ estimate: MediationAnalysis.Estimate?) -> Estimate? {
      estimate.map { Estimate($0.value, low: $0.low, high: $0.high) }
    }
    return .groupedBars(
      GroupedBarChart(
        title: "",
        axis: Axis(
          title: own[0].answer.map { said("Chance of the answer \(Sentence.number($0)): \(fit.title(outcome))") }
            ?? said("\(fit.title(outcome)) per one more of the driver"), style: .decimals(2), range: 0...0),
        series: [said("carried"), said("directly"), said("in all")],
        rows: own.map {
          GroupedBarChart.Row(
            label: fit.title($0.driver), estimates: [drawn($0.indirect), drawn($0.direct), drawn($0.total)])
        }))
  }

  private static func intervals(_ fit: MediationAnalysis.Fit?) -> String {
    guard let fit, fit.effects.contains(where: { $0.indirect.low != nil }) else { return "" }
    let confidence = Words.percent(fit.specification.bootstrap.confidence)
    guard fit.inference == .bootstrap else { return said("Whiskers: \(confidence) intervals.") }
    let bootstrap = fit.specification.bootstrap
    return said(
      "Intervals: \(confidence) \(bootstrap.interval.rawValue), \(Words.count(Double(bootstrap.replicates))) resamples."
    )
  }
}
