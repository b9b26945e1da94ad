import Measures
import Reliability
import Rendering
import Resampling
import Studies
import Survey

/// The pictures of `reliability`: how well constructs are measured, and whether they are distinct.
enum ReliabilityFigures {
  static let contracts = [
    FigureContract("reliability", verb: "reliability", "ω of the constructs, and how alike they are"),
    FigureContract("omega", verb: "reliability", "ω of the constructs with its intervals"),
    FigureContract(
      "htmt", verb: "reliability", "how alike the constructs are (HTMT), as coloured fields",
      needs: "It needs two constructs of at least two items each."),
  ]

  private enum Kind { case omega, htmt }

  /// All that can be drawn of these groups.
  static func all(_ groups: [ReliabilityGroup], title: String?) -> [Figure] {
    let confidence = groups.first?.fit.specification.bootstrap.confidence ?? 0.95
    func figure(_ name: String, _ kinds: Set<Kind>) -> Figure {
      Figure(
        name: name, title: title ?? said("Reliability"),
        subtitle: FigureWords.panels(groups.count, by: groups.first?.by),
        caption: "n = \(groups.map { counts($0.fit) }.joined(separator: " + ")).",
        intervals: kinds.contains(.omega) ? said("Whiskers: \(Words.percent(confidence)) intervals.") : "",
        panels: groups.flatMap { panels($0, kinds) }
      ).limited().aligned()
    }
    let alike = figure("htmt", [.htmt])
    return [figure("reliability", [.omega, .htmt]), figure("omega", [.omega])] + (alike.panels.isEmpty ? [] : [alike])
  }

  /// The n of the constructs: one number, or the least and the greatest.
  private static func counts(_ fit: ReliabilityAnalysis.Fit) -> String {
    let counts = fit.scales.compactMap(\.n)
    guard let least = counts.min(), let most = counts.max() else { return said("unknown") }
    return least < most ? "\(Words.count(least))–\(Words.count(most))" : Words.count(least)
  }

  private static func panels(_ group: ReliabilityGroup, _ kinds: Set<Kind>) -> [Figure.Panel] {
    func title(_ words: String) -> String { group.title.map { "\(words) (\($0))" } ?? words }
    let bars = group.fit.scales.compactMap { own in
      own.omegaTotal.value.map { value in
        BarChart.Bar(
          label: own.scale.title,
          estimate: Estimate(value, low: own.omegaTotal.interval?.low, high: own.omegaTotal.interval?.high))
      }
    }
    var panels: [Figure.Panel] = []
    if !bars.isEmpty, kinds.contains(.omega) {
      var axis = Axis(title: "ω", style: .decimals(2))
      axis.range = 0...1
      panels.append(
        .bars(BarChart(title: title(said("Reliability (ω)")), axis: axis, bars: bars)))
    }
    let names = group.fit.scales.filter { $0.scale.items.count > 1 }.map(\.scale)
    if names.count > 1, kinds.contains(.htmt) {
      // The lower triangle: nothing stands in its first row and last column.
      let values = names.dropFirst().map { row in
        names.dropLast().map { column -> Double? in
          group.fit.pairs.first {
            group.fit.scales[$0.a].scale == row && group.fit.scales[$0.b].scale == column
          }?.htmt.value
        }
      }
      panels.append(
        .heatMap(
          HeatMap(
            title: title(said("Are the constructs distinct? (HTMT)")), rows: names.dropFirst().map(\.title),
            columns: names.dropLast().map(\.title),
            values: values,
            keyTitle: said(
              "HTMT: the darker, the more two constructs are alike; \(Words.proportion(0.85, 2)) is the careful limit"),
            marks: [Distinctness.carefulLimit])))
    }
    return panels
  }
}
