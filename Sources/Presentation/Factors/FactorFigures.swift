import Factors
import LinearAlgebra
import Rendering
import Studies
import Survey

/// The pictures of `factor`.
private enum FactorFigure: String, CaseIterable {
  /// Every loading of size as a coloured cell.
  case loadings
  /// Eigenvalues beside those of random data.
  case scree
  /// Items and factors with the loadings that matter.
  case diagram
}

enum FactorFigures {
  static let contracts = [
    FigureContract("loadings", verb: "factor", "loadings as coloured fields, items by their factor"),
    FigureContract("scree", verb: "factor", "eigenvalues beside those of random data"),
    FigureContract("diagram", verb: "factor", "arrows from factors to the items that load on them"),
  ]

  /// All that can be drawn of these groups.
  static func all(_ groups: [FactorGroup], cut: Double, labels: [String: String], title: String?) -> [Figure] {
    FactorFigure.allCases.map { kind in
      let panels = groups.flatMap { Self.panels(kind, $0.fit, cut: cut, labels: labels, group: $0.title) }
      return Figure(
        name: kind.rawValue, title: title ?? said("Factors"),
        subtitle: groups.count > 1
          ? FigureWords.panels(groups.count, by: groups.first?.by, sharing: "colours mean the same in all")
          : "",
        caption: caption(groups.map(\.fit), kind), panels: panels
      ).limited().aligned()
    }
  }

  private static func panels(
    _ kind: FactorFigure, _ fit: FactorExploration.Fit, cut: Double, labels: [String: String], group: String?
  ) -> [Figure.Panel] {
    switch kind {
    case .loadings: [.heatMap(loadings(fit, cut: cut, labels: labels, group: group))]
    case .scree: scree(fit, group: group).map { .lines($0) }
    case .diagram: [.paths(diagram(fit, cut: cut, labels: labels, group: group))]
    }
  }

  private static func title(_ words: String, _ group: String?) -> String { group.map { "\(words) (\($0))" } ?? words }

  private static func name(_ item: String, _ labels: [String: String]) -> String {
    labels[item].map { "\(item): \($0)" } ?? item
  }

  private static func loadings(
    _ fit: FactorExploration.Fit, cut: Double, labels: [String: String], group: String?
  ) -> HeatMap {
    let solution = fit.solution
    // Items by their factor: what loads together stands together.
    let order = FactorTables.order(solution, isSorted: true)
    return HeatMap(
      title: title(said("Loadings"), group), rows: order.map { name(solution.names[$0], labels) },
      columns: solution.factorNames,
      // Two decimals: a field has no room for the digits of what is nearly nothing.
      values: order.map { i in
        (0..<solution.specification.factors).map { factor -> Double? in
          let loading = solution.loadings[i, factor]
          return abs(loading) >= cut ? (loading * 100).rounded() / 100 : nil
        }
      },
      keyTitle: said(
        cut > 0
          ? "Loadings, the deeper the larger; those under \(Words.proportion(cut, 2)) in size are left blank"
          : "Loadings, the deeper the larger"))
  }

  private static func scree(_ fit: FactorExploration.Fit, group: String?) -> [LineChart] {
    let data = LineChart.Series(label: said("data"), values: fit.solution.eigenvalues, look: .marked)
    guard let parallel = fit.count.parallel ?? fit.count.permuted else {
      return [
        LineChart(
          title: title(said("Components"), group), xTitle: said("Component"),
          yAxis: Axis(title: said("Eigenvalue"), style: .decimals(1)),
          series: [data], level: 1)
      ]
    }
    let random: Sentence = parallel.source == .normal ? "random data" : "permuted answers"
    let (highest, middle) = (said("95th percentile of \(random)"), said("mean of \(random)"))
    return [
      LineChart(
        title: title(said("Components"), group), xTitle: said("Component"),
        yAxis: Axis(title: said("Eigenvalue"), style: .decimals(1)),
        series: [
          data,
          LineChart.Series(label: highest, values: parallel.componentPercentiles, look: .dashed),
          LineChart.Series(label: middle, values: parallel.componentMeans, look: .dotted),
        ], level: 1),
      LineChart(
        title: title(said("Common factors (squared multiple correlations in the diagonal)"), group),
        xTitle: said("Factor"), yAxis: Axis(title: said("Eigenvalue"), style: .decimals(1)),
        series: [
          LineChart.Series(label: said("data"), values: parallel.commonFactors, look: .marked),
          LineChart.Series(
            label: highest, values: parallel.commonFactorPercentiles, look: .dashed),
          LineChart.Series(label: middle, values: parallel.commonFactorMeans, look: .dotted),
        ], level: 0),
    ]
  }

  private static func diagram(
    _ fit: FactorExploration.Fit, cut: Double, labels: [String: String], group: String?
  ) -> PathDiagram {
    let solution = fit.solution
    // Lines cross least when items stand by their factors.
    let order = FactorTables.order(solution, isSorted: true)
    let factors = 0..<solution.specification.factors
    var paths: [PathDiagram.Path] = []
    for (box, i) in order.enumerated() {
      for j in factors where abs(solution.loadings[i, j]) >= cut {
        paths.append(PathDiagram.Path(box: box, circle: j, value: solution.loadings[i, j]))
      }
    }
    var ties: [PathDiagram.Tie] = []
    // Brackets of more than six factors would hide what they show.
    if solution.isOblique, factors.count <= 6 {
      for r in factors {
        for s in 0..<r { ties.append(PathDiagram.Tie(first: s, second: r, value: solution.factorCorrelations[r, s])) }
      }
    }
    // Near ones first, so that their brackets stand inside those of far ones.
    ties.sort { ($0.second - $0.first, $0.first) < ($1.second - $1.first, $1.first) }
    return PathDiagram(
      title: title(said("Items and factors"), group), boxes: order.map { name(solution.names[$0], labels) },
      circles: solution.factorNames, paths: paths, ties: ties,
      key: said(
        "Arrows: loadings of at least \(Words.proportion(cut, 2)) in size, the thicker the larger, dashed when negative."
      )
        + (ties.isEmpty ? "" : said(" Brackets: correlations of factors.")))
  }

  /// What a reader must know of a picture that stands alone.
  private static func caption(_ fits: [FactorExploration.Fit], _ kind: FactorFigure) -> String {
    guard let first = fits.first else { return "" }
    var parts: [String] = []
    let counts = fits.map { $0.solution.input.n.map(Words.count) ?? said("unknown") }
    parts.append("n = \(counts.joined(separator: " + ")).")
    if kind != .scree {
      let specification = first.solution.specification
      parts.append(
        said(
          "Extraction: \(specification.extraction.words). Rotation: \(specification.rotation.criterion.rawValue)."))
    }
    if kind == .scree, let parallel = first.count.parallel ?? first.count.permuted {
      parts.append(said("Parallel analysis of \(Words.count(Double(parallel.replicates))) samples."))
    }
    return parts.joined(separator: " ")
  }
}

extension FactorAnalysis.Extraction {
  /// Its name as a message.
  var words: Sentence { Sentence(stringLiteral: title) }
}

extension FactorCount.Rule {
  /// Its name as a message.
  var words: Sentence { Sentence(stringLiteral: title) }
}
