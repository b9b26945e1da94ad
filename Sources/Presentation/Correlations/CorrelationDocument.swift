import LinearAlgebra
public import Measures
public import Rendering
import Resampling
public import Survey
public import Studies

/// The document of `correlate`: the matrix as people print it, every pair with its interval for machines, a heat map.
public enum CorrelationDocument: VerbPresentation {
  package static var tables: [TableContract] {
    [CorrelationColumns.correlations.contract]
  }
  package static var pages: [Explanation] { Explanation.correlationKinds }
  package static var figures: [FigureContract] {
    [
      FigureContract("correlations", verb: "correlate", "correlations as coloured fields (a heat map)"),
      FigureContract("intervals", verb: "correlate", "correlations with their intervals, the strongest first"),
    ]
  }

  public typealias Group = GroupedFit<CorrelationAnalysis.Fit>

  /// Pairs above which the table of intervals is left to files and `--table`.
  private static let shownPairs = 15

  /// - Parameter isClustered: variables in the order of clusters (`ClusterOrder`) in the matrix and the heat map; else as given.
  public static func make(
    _ groups: [Group], isClustered: Bool = false, title: String?, run: RunDescription, notes: [Note]
  ) -> Document {
    var blocks: [Document.Block] = []
    for group in groups {
      if let title = group.title { blocks.append(.heading(title)) }
      blocks.append(.paragraph(said(answer(group.fit))))
      let order = order(group.fit, isClustered: isClustered)
      let titles = order.map { Self.title(group.fit, $0) }
      let numbers = rows(group.fit, order)
      blocks.append(
        .fitted(
          { CorrelationMatrixText(names: titles, rows: numbers, width: $0).text },
          asTable: CorrelationMatrixTable.table(names: titles, rows: numbers)))
      blocks.append(.table(table(group)))
    }
    if let figure = figure(groups, title, isClustered) { blocks.append(.figure(figure)) }
    if !groups.isEmpty { blocks.append(.figure(intervals(groups, title))) }
    return Document(
      version: Version.current, command: "correlate", title: title ?? said("Correlations"), run: run.documented,
      blocks: blocks,
      notes: .lines(notes, groups.map { ($0.title, $0.fit.notes) }),
      defaultTable: "correlations", brevity: Document.Brevity(["correlations"]))
  }

  private static func order(_ fit: CorrelationAnalysis.Fit, isClustered: Bool) -> [Int] {
    isClustered ? ClusterOrder(fit.matrix).order : Array(fit.names.indices)
  }

  /// The lower triangle, variables in that order.
  private static func rows(_ fit: CorrelationAnalysis.Fit, _ order: [Int]) -> [[Double?]] {
    let matrix = fit.matrix
    return order.indices.map { i in (0..<i).map { matrix[order[i], order[$0]] } }
  }

  /// What was correlated, on how many, and which pair is strongest.
  private static func answer(_ fit: CorrelationAnalysis.Fit) -> Sentence {
    let counts = fit.pairs.map(\.n)
    let largest = counts.max() ?? fit.n
    let n: Sentence =
      largest != fit.n
      ? "\(Words.count(fit.n)) to \(Words.count(largest)) respondents a pair"
      : fit.missing == .listwise && fit.rowsUsed != nil
        ? "\(Words.count(fit.n)) respondents with every answer" : "\(Words.count(fit.n)) respondents"
    let variables = Words.plural(fit.names.count, { "\($0) variable" }, { "\($0) variables" })
    var text: Sentence = "\(description(fit)) of \(variables), \(n)."
    if let loss = fit.rowLoss, loss.share > Basis.worthSaying {
      text += " Of \(Words.count(Double(loss.read))) respondents \(Basis.lost(loss))"
    }
    let strongest = fit.pairs.max { abs($0.correlation) < abs($1.correlation) }
    if fit.pairs.count > 1, let strongest {
      text += " Strongest: \(title(fit, strongest.b)) with \(title(fit, strongest.a)), \(number(strongest))."
      if let negative = fit.pairs.min(by: { $0.correlation < $1.correlation }), negative.correlation < 0,
        negative != strongest
      {
        text += " Most negative: \(title(fit, negative.b)) with \(title(fit, negative.a)), \(number(negative))."
      }
    }
    return text
  }

  private static func title(_ fit: CorrelationAnalysis.Fit, _ variable: Int) -> String {
    fit.labels[variable] ?? fit.names[variable]
  }

  private static func number(_ pair: CorrelationAnalysis.Pair) -> Sentence {
    let r = Words.proportion(pair.correlation, 2)
    guard let low = pair.low, let high = pair.high else { return Sentence(r) }
    return "\(r) (interval \(Words.proportion(low, 2)) to \(Words.proportion(high, 2)))"
  }

  private static func description(_ fit: CorrelationAnalysis.Fit) -> Sentence {
    switch fit.specification.method {
    case .pearson: "Pearson correlations"
    case .spearman: "Spearman's rank correlations"
    case .kendall: "Kendall's τ-b"
    case .partial:
      fit.always.isEmpty
        ? "Partial correlations given all other variables" : "Partial correlations given \(Words.list(fit.always))"
    case .polychoric: "Polychoric correlations"
    case .polyserial, .mixed: "Polychoric, polyserial and Pearson correlations, as each pair's measurement says,"
    }
  }

  private static func table(_ group: Group) -> Table {
    let fit = group.fit
    var hidden: Set<String> = []
    if Set(fit.pairs.map(\.method)).count == 1 { hidden.insert("method") }
    if Set(fit.pairs.map(\.n)).count == 1 { hidden.insert("n") }
    if fit.pairs.allSatisfy({ $0.low == nil && $0.high == nil }) { hidden.formUnion(["conf_low", "conf_high"]) }
    if fit.pairs.allSatisfy({ $0.pValue == nil }) { hidden.insert("p_value") }
    let rows = fit.pairs.map { pair in
      CorrelationColumns.PairRow(fit.names[pair.b], fit.names[pair.a], fit.labels[pair.b], fit.labels[pair.a], pair)
    }
    var table = CorrelationColumns.correlations.table(rows, group: group.key, hiding: hidden)
    table.isShown = fit.pairs.count <= shownPairs
    if fit.specification.adjustment != .none {
      table.caption = said(
        "p-values are adjusted for \(fit.pairs.count) tests (\(fit.specification.adjustment.rawValue)).")
    }
    return table
  }

  private static func figure(_ groups: [Group], _ title: String?, _ isClustered: Bool) -> Figure? {
    guard let first = groups.first else { return nil }
    return Figure(
      name: "correlations", title: said(title.map { "Correlations: \($0)" } ?? "Correlations"),
      subtitle: FigureWords.panels(groups.count, by: groups.first?.by, sharing: "colours mean the same in all"),
      caption:
        said("\(description(first.fit)). n = \(groups.map { Words.count($0.fit.n) }.joined(separator: " + ")).")
        + (isClustered ? said(" Variables that correlate in size stand together.") : ""),
      panels: groups.map { group in
        let fit = group.fit
        let order = order(fit, isClustered: isClustered)
        let titles = order.map { fit.labels[$0] ?? fit.names[$0] }
        let rows = rows(fit, order)
        return .heatMap(
          HeatMap(
            title: group.title ?? "", rows: Array(titles.dropFirst()), columns: Array(titles.dropLast()),
            values: rows.dropFirst().map { row in
              row + [Double?](repeating: nil, count: fit.names.count - 1 - row.count)
            }, keyTitle: said("correlation")))
      }
    ).limited().aligned()
  }

  /// Pairs that a figure can hold.
  private static let mostPairs = 60

  /// Pairs by the size of their correlation, with intervals; of many the strongest.
  private static func intervals(_ groups: [Group], _ title: String?) -> Figure {
    let isDodged = groups.count <= ForestPlot.mostSeries
    let first = groups[0].fit
    let order = first.pairs.indices.sorted {
      (-abs(first.pairs[$0].correlation), $0) < (-abs(first.pairs[$1].correlation), $1)
    }
    let shown = order.prefix(mostPairs)
    let labels = shown.map { "\(Self.title(first, first.pairs[$0].b)) – \(Self.title(first, first.pairs[$0].a))" }
    func plot(_ groups: [Group], _ title: String) -> Figure.Panel {
      .forest(
        ForestPlot(
          title: title, axis: Axis(title: said("Correlation"), style: .decimals(2)),
          series: groups.map { $0.title ?? "" },
          rows: zip(shown, labels).map { pair, label in
            let (a, b) = (first.names[first.pairs[pair].a], first.names[first.pairs[pair].b])
            return ForestPlot.Row(
              label: label,
              estimates: groups.map { group in
                group.fit.pairs.first { group.fit.names[$0.a] == a && group.fit.names[$0.b] == b }.map {
                  Estimate($0.correlation, low: $0.low, high: $0.high)
                }
              })
          }))
    }
    let panels = isDodged ? [plot(groups, "")] : groups.map { plot([$0], $0.title ?? "") }
    let left = order.count - shown.count
    return Figure(
      name: "intervals", title: said(title.map { "Correlations: \($0)" } ?? "Correlations"),
      subtitle: FigureWords.panels(panels.count, by: groups.first?.by),
      caption: said("\(description(first)). n = \(groups.map { Words.count($0.fit.n) }.joined(separator: " + "))."),
      intervals: first.pairs.contains { $0.low != nil }
        ? said("Whiskers: \(Words.percent(first.specification.bootstrap.confidence)) intervals.") : "",
      panels: panels,
      notDrawn: left > 0 ? [said(Words.plural(left, { "\($0) weaker pair" }, { "\($0) weaker pairs" }))] : []
    ).limited().aligned()
  }
}
