import Insight
import Measures
import Regression
import Rendering
import Studies
import Survey

/// The picture of residuals: per outcome, and per group, whether their middle bends and their spread grows with the fitted
/// value, and whether they are normal. The rows that move the coefficients most have their number.
enum ResidualFigures {
  /// How many rows are named.
  private static let named = 5

  static func figure(_ groups: [AnalysedGroup], title: String?) -> Figure {
    var panels: [Figure.Panel] = []
    for group in groups {
      for outcome in group.drivers.outcomes {
        guard let diagnostics = outcome.diagnostics else { continue }
        let words = group.title.map { "\(outcome.outcome.title) (\($0))" } ?? outcome.outcome.title
        let rows = mostInfluential(diagnostics.influence)
        panels.append(.scatter(againstFitted(diagnostics.influence, rows, words)))
        panels.append(.scatter(againstNormal(diagnostics, rows, words)))
      }
    }
    return Figure(
      name: "residuals", title: said(title.map { "Residuals: \($0)" } ?? "Residuals of the regression"),
      caption:
        "n = \(groups.map { Words.count($0.drivers.n) }.joined(separator: " + ")). "
        + said(
          "Numbers: the rows of the largest Cook's distance. Left: the line is a loess of the residuals (lowess, span 2/3); it should keep to zero, and the points should spread alike from left to right. Right: normal residuals follow the dashed line."
        )
        + (panels.contains(where: isCrowded)
          ? said(" A disc stands for all points of its place, its area for their number.") : ""),
      panels: panels
    ).limited()
  }

  private static func isCrowded(_ panel: Figure.Panel) -> Bool {
    if case .scatter(let plot) = panel { plot.isCrowded } else { false }
  }

  /// Rows by their position, those of the largest distance first.
  private static func mostInfluential(_ rows: [RegressionDiagnostics.Influence]) -> Set<Int> {
    let ranked = rows.indices.filter { (rows[$0].cooksDistance ?? 0) > 0 }
      .sorted { (-rows[$0].cooksDistance!, $0) < (-rows[$1].cooksDistance!, $1) }
    return Set(ranked.prefix(named))
  }

  private static func againstFitted(
    _ rows: [RegressionDiagnostics.Influence], _ named: Set<Int>, _ words: String
  ) -> ScatterPlot {
    ScatterPlot(
      title: said("Residuals against fitted values: \(words)"),
      xAxis: Axis(title: said("Fitted value"), style: .decimals(1)),
      yAxis: Axis(title: said("Residual"), style: .decimals(1)),
      points: rows.indices.map { i in
        ScatterPlot.Point(x: rows[i].fitted, y: rows[i].residual, label: named.contains(i) ? "\(rows[i].row)" : nil)
      }, reference: .zero, trend: course(rows))
  }

  /// The loess of the residuals along the fitted values, a point for each place.
  private static func course(_ rows: [RegressionDiagnostics.Influence]) -> [ScatterPlot.Point] {
    let ordered = rows.indices.filter { rows[$0].fitted.isFinite && rows[$0].residual.isFinite }
      .sorted { (rows[$0].fitted, $0) < (rows[$1].fitted, $1) }
    guard ordered.count >= 5 else { return [] }
    let x = ordered.map { rows[$0].fitted }
    let course = Lowess().smooth(x, ordered.map { rows[$0].residual })
    // Nobody sees more places than a few hundred.
    let least = (x[x.count - 1] - x[0]) / 200
    var points: [ScatterPlot.Point] = []
    for (index, place) in x.enumerated() {
      if let last = points.last, place - last.x <= least, index < x.count - 1 { continue }
      points.append(ScatterPlot.Point(x: place, y: course[index]))
    }
    return points
  }

  private static func againstNormal(
    _ diagnostics: RegressionDiagnostics, _ named: Set<Int>, _ words: String
  ) -> ScatterPlot {
    let rows = diagnostics.influence
    return ScatterPlot(
      title: said("Are the residuals normal? \(words)"),
      xAxis: Axis(title: said("Normal quantile"), style: .decimals(1)),
      yAxis: Axis(title: said("Studentised residual"), style: .decimals(1)),
      points: zip(rows.indices, diagnostics.normalScores()).compactMap { i, score in
        guard let score, let residual = rows[i].studentised else { return nil }
        return ScatterPlot.Point(x: score, y: residual, label: named.contains(i) ? "\(rows[i].row)" : nil)
      }, reference: .diagonal)
  }
}
