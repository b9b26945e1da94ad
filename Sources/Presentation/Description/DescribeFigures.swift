import Measures
import Rendering
import Studies
import Survey

/// The pictures of `describe`: answers as diverging bars, means, and scores and shares of outcomes with their intervals.
enum DescribeFigures {
  static let contracts = [
    FigureContract(
      "answers", verb: "describe", "answers of every scale as diverging (Likert) bars",
      needs: "It needs variables with whole numbers on a scale of at most eleven points."),
    FigureContract(
      "means", verb: "describe", "means with their intervals", needs: "It needs variables with numbers."),
    FigureContract(
      "scores", verb: "describe", "net promoter scores and shares with their intervals",
      needs: "It needs an outcome whose scale the study or --scale says."),
  ]

  /// All that can be drawn of these groups, what has nothing to show left out.
  static func all(_ groups: [DescribeDocument.Group], title: String?) -> [Figure] {
    [answers(groups, title: title), means(groups, title: title), scores(groups, title: title)]
      .filter { !$0.panels.isEmpty }.map { $0.limited().aligned() }
  }

  // MARK: Answers

  /// Questions that are answered alike: they share a panel and its legend.
  private struct Battery {
    var low: Double
    var high: Double
    var isReversed: Bool
    var answers: [String]
    var items: [ItemDescription]

    /// The answers from the worst to the best.
    var points: [Double] {
      let points = Array(stride(from: low, through: high, by: 1))
      return isReversed ? points.reversed() : points
    }
  }

  private static func answers(_ groups: [DescribeDocument.Group], title: String?) -> Figure {
    var panels: [Figure.Panel] = []
    for group in groups {
      let batteries = batteries(group.items)
      for battery in batteries {
        let words = said("Answers from \(battery.answers.first ?? "") to \(battery.answers.last ?? "")")
        let name = batteries.count > 1 ? words : ""
        panels.append(
          .likert(
            LikertChart(
              title: [name, group.title.map { name.isEmpty ? $0 : "(\($0))" }].compactMap { $0 }
                .filter { !$0.isEmpty }.joined(separator: " "),
              answers: battery.answers, rows: battery.items.map { row($0, battery.points) })))
      }
    }
    return Figure(
      name: "answers", title: FigureWords.title(title, said("How the questions were answered")),
      subtitle: FigureWords.panels(
        groups.count, by: groups.first?.by, sharing: "order and colours are the same in all"),
      caption:
        said(
          "Shares of those who answered, in per cent. At the sides: the shares below and above the middle of the scale."
        ),
      panels: panels)
  }

  private static func batteries(_ items: [ItemDescription]) -> [Battery] {
    var batteries: [Battery] = []
    for item in items where DistributionText.draws(item) {
      guard let (low, high) = DistributionText.ends(item), high > low else { continue }
      let isReversed = item.scale?.isReversed ?? false
      var own = Battery(low: low, high: high, isReversed: isReversed, answers: [], items: [item])
      let labels = own.points.map { point in item.frequencies.first { $0.number == point }?.label }
      own.answers = zip(own.points, labels).map { point, label in label ?? Words.count(point) }
      // Answers that nobody gave have no label here; numbers of one scale are the same whatever their labels.
      if let place = batteries.firstIndex(where: {
        $0.low == low && $0.high == high && $0.isReversed == isReversed
          && zip($0.answers, own.answers).allSatisfy { a, b in a == b || Double(a) != nil || Double(b) != nil }
      }) {
        batteries[place].items.append(item)
        for k in own.answers.indices where Double(batteries[place].answers[k]) != nil {
          batteries[place].answers[k] = own.answers[k]
        }
      } else {
        batteries.append(own)
      }
    }
    return batteries
  }

  private static func row(_ item: ItemDescription, _ points: [Double]) -> LikertChart.Row {
    let shares = points.map { point in item.frequencies.first { $0.number == point }?.share ?? 0 }
    let sum = shares.reduce(0, +)
    return LikertChart.Row(
      label: item.label ?? item.variable, shares: sum > 0 ? shares.map { $0 / sum } : shares,
      remark: "n = \(Words.count(item.n))")
  }

  // MARK: Means and scores

  private static func means(_ groups: [DescribeDocument.Group], title: String?) -> Figure {
    // Means of answers on different scales have axes of their own.
    struct Scale: Hashable {
      var low: Double?
      var high: Double?
    }
    let items = groups.first?.items.filter { !$0.isText && $0.mean != nil } ?? []
    var scales: [Scale] = []
    for item in items {
      let scale = Scale(low: item.scale?.low, high: item.scale?.high)
      if !scales.contains(scale) { scales.append(scale) }
    }
    let panels = scales.flatMap { scale -> [Figure.Panel] in
      let own = items.filter { Scale(low: $0.scale?.low, high: $0.scale?.high) == scale }
      let words = scale.low.flatMap { low in
        scale.high.map { said("Mean, scale from \(Words.count(low)) to \(Words.count($0))") }
      }
      return forests(groups, title: "", axis: Axis(title: words ?? said("Mean"), style: .decimals(2))) { group in
        own.map { item in
          (
            item.label ?? item.variable,
            group.items.first { $0.variable == item.variable }.flatMap { found in
              found.mean.map { Estimate($0, low: found.meanLow, high: found.meanHigh) }
            }
          )
        }
      }
    }
    return Figure(
      name: "means", title: FigureWords.title(title, said("Means of the answers")), caption: counts(groups),
      intervals: said("Whiskers: intervals of the means."), panels: panels)
  }

  private static func scores(_ groups: [DescribeDocument.Group], title: String?) -> Figure {
    let shares = groups.first?.items.flatMap { item in item.shares.map { (item.label ?? item.variable, $0) } } ?? []
    func panels(_ isScore: Bool) -> [Figure.Panel] {
      let own = shares.filter { ($0.1.measure == .netPromoterScore) == isScore }
      guard !own.isEmpty else { return [] }
      let axis = Axis(
        title: said(isScore ? "Net promoter score, −100 to 100" : "Share of those who answered, in per cent"),
        style: .decimals(0))
      return forests(groups, title: said(isScore ? "Net promoter score" : "Shares"), axis: axis) { group in
        own.map { label, share in
          (
            isScore ? label : "\(label): \(said(words(share.measure)))",
            group.items.flatMap(\.shares).first { $0.variable == share.variable && $0.measure == share.measure }.map {
              Estimate($0.estimate, low: $0.low, high: $0.high)
            }
          )
        }
      }
    }
    return Figure(
      name: "scores", title: FigureWords.title(title, said("Scores and shares")), caption: counts(groups),
      intervals: said("Whiskers: intervals of the scores and shares."), panels: panels(true) + panels(false))
  }

  /// A panel with the groups beneath each other in each row, or one for each of very many groups.
  private static func forests(
    _ groups: [DescribeDocument.Group], title: String, axis: Axis,
    rows: (DescribeDocument.Group) -> [(label: String, estimate: Estimate?)]
  ) -> [Figure.Panel] {
    func plot(_ groups: [DescribeDocument.Group], _ title: String) -> Figure.Panel {
      let columns = groups.map(rows)
      let labels = columns.first?.map(\.label) ?? []
      return .forest(
        ForestPlot(
          title: title, axis: axis, series: groups.map { $0.title ?? "" },
          rows: labels.indices.map { k in ForestPlot.Row(label: labels[k], estimates: columns.map { $0[k].estimate }) },
          reference: nil))
    }
    guard groups.count > ForestPlot.mostSeries else { return [plot(groups, title)] }
    return groups.map { plot([$0], [title, $0.title ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")) }
  }

  private static func words(_ measure: ShareMeasure) -> Sentence {
    switch measure {
    case .netPromoterScore: "net promoter score"
    case .topBox: "best answer"
    case .topTwoBox: "best two answers"
    case .bottomBox: "worst answer"
    case .customerEffort: "customer effort score"
    }
  }

  private static func counts(_ groups: [DescribeDocument.Group]) -> String {
    let counts = groups.map { group in
      let n = group.items.map(\.n)
      guard let least = n.min(), let most = n.max() else { return "0" }
      return least < most ? "\(Words.count(least))–\(Words.count(most))" : Words.count(most)
    }
    return "n = \(counts.joined(separator: " + "))."
  }
}
