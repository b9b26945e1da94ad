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
    case .diagram: [.model(diagram(fit, cut: cut, labels: labels, group: group))]
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

  /// Each item stands beside the factor that it loads on most.
  private static func diagram(
    _ fit: FactorExploration.Fit, cut: Double, labels: [String: String], group: String?
  ) -> ModelDiagram {
    let solution = fit.solution
    let factors = 0..<solution.specification.factors
    var nodes = solution.factorNames.map { ModelDiagram.Node(label: $0) }
    var crossings: [ModelDiagram.CrossLoading] = []
    var without: [String] = []
    for i in FactorTables.order(solution, isSorted: true) {
      let sizes = factors.map { abs(solution.loadings[i, $0]) }
      guard let own = factors.max(by: { sizes[$0] < sizes[$1] }), sizes[own] >= cut else {
        without.append(solution.names[i])
        continue
      }
      let place = nodes[own].indicators.count
      nodes[own].indicators.append(
        ModelDiagram.Indicator(
          name: solution.names[i], label: labels[solution.names[i]] ?? "",
          value: Estimate(solution.loadings[i, own])))
      crossings += factors.filter { $0 != own && sizes[$0] >= cut }.map {
        ModelDiagram.CrossLoading(from: $0, to: own, indicator: place, value: Estimate(solution.loadings[i, $0]))
      }
    }
    let ties =
      solution.isOblique
      ? factors.flatMap { r in
        (0..<r).map { s in
          ModelDiagram.Tie(.node(s), .node(r), value: Estimate(solution.factorCorrelations[r, s]))
        }
      } : []
    var key = [said("Arrows: loadings of at least \(Words.proportion(cut, 2)) in size, the thicker the larger.")]
    if !ties.isEmpty { key.append(said("Arrows with two heads: correlations.")) }
    if !without.isEmpty { key.append(said("Not drawn: \(without.joined(separator: ", ")).")) }
    var diagram = ModelDiagram(
      title: title(said("Items and factors"), group), nodes: nodes, arrows: [], ties: ties,
      key: key.joined(separator: " "), negatives: said("In the other colour: negative."))
    diagram.crossLoadings = crossings
    return diagram
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
