import Imputation
import Rendering
import Studies
import Survey

/// The pictures of `impute`: whether the answers drawn look like those given, and whether chains have met.
enum ImputationFigures {
  static let contracts = [
    FigureContract(
      "distributions", verb: "impute", "answers given beside answers drawn, a panel for each variable",
      needs: "It needs missing answers."),
    FigureContract(
      "trace", verb: "impute", "means of the answers drawn, sweep by sweep, a line for each imputation",
      needs: "It needs missing answers to numbers."),
  ]

  /// Lines that an eye can still follow.
  private static let mostChains = 20

  /// All that can be drawn of these groups.
  static func all(_ groups: [ImputationDocuments.Group], title: String?) -> [Figure] {
    [distributions(groups, title), trace(groups, title)].filter { !$0.panels.isEmpty }.map { $0.limited() }
  }

  private static func distributions(_ groups: [ImputationDocuments.Group], _ title: String?) -> Figure {
    let panels = groups.flatMap { group in
      group.fit.distributions.map { of in
        GroupedBarChart(
          title: named(of.label ?? of.variable, group.title),
          axis: Axis(title: said("Share of the answers"), style: .percent(0)),
          series: [said("answers given"), said("answers drawn")],
          rows: of.levels.map { level in
            .init(label: level.name, estimates: [Estimate(level.given), Estimate(level.drawn)])
          })
      }
    }
    return Figure(
      name: "distributions", title: FigureWords.title(title, said("Answers given and answers drawn")),
      caption: caption(groups)
        + said(
          "Who did not answer may differ from who did, so the two need not be alike; what the drawn answers should be is possible: no answer that nobody could give, no heap that nothing explains."
        ), panels: panels.map { .groupedBars($0) })
  }

  private static func trace(_ groups: [ImputationDocuments.Group], _ title: String?) -> Figure {
    let panels = groups.flatMap { group in
      group.fit.variables.compactMap { variable -> LineChart? in
        guard let mean = variable.observedMean, let deviation = variable.observedDeviation, deviation > 0 else {
          return nil
        }
        let steps = group.fit.trace.filter { $0.variable == variable.variable }
        let chains = Dictionary(grouping: steps, by: \.imputation).sorted { $0.key < $1.key }.prefix(mostChains)
        guard !chains.isEmpty else { return nil }
        return LineChart(
          title: named(variable.label ?? variable.variable, group.title), xTitle: said("Sweep"),
          yAxis: Axis(title: said("Mean, in SD of the answers given"), style: .decimals(2)),
          series: chains.map { chain in
            LineChart.Series(label: "", values: chain.value.map { ($0.mean - mean) / deviation }, look: .thin)
          }, level: 0)
      }
    }
    return Figure(
      name: "trace", title: FigureWords.title(title, said("Do the imputations still depend on where they began?")),
      caption: caption(groups)
        + said(
          "A line for each imputation, \(mostChains) at most; 0 is the mean of the answers given. Lines should cross freely, without a common rise or fall, and without staying apart."
        ), panels: panels.map { .lines($0) })
  }

  private static func named(_ variable: String, _ group: String?) -> String {
    group.map { "\(variable) (\($0))" } ?? variable
  }

  private static func caption(_ groups: [ImputationDocuments.Group]) -> String {
    "n = \(groups.map { Words.count(Double($0.fit.respondents)) }.joined(separator: " + ")). "
  }
}
