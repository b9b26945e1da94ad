import Insight
import Measures
import Rendering
import Studies
import Survey

/// The pictures of `ipa`: the matrix of each outcome and group, with bubbles, and with arrows from group to group.
enum MatrixFigures {
  static let contracts = [
    FigureContract("matrix", verb: "ipa", "importance and performance, a panel for each outcome and group"),
    FigureContract("bubbles", verb: "ipa", "the matrix, a point's area its potential"),
    FigureContract(
      "waves", verb: "ipa", "the matrix of the last group of --by, with arrows from the groups before it",
      needs: "It needs --by with a column of at least two values, such as the wave."),
    FigureContract("potential", verb: "ipa", "points of the outcome to gain if performance were perfect"),
    FigureContract("importance", verb: "ipa", "shares of importance, of every method that is asked for"),
    FigureContract("coefficients", verb: "ipa", "coefficients with their intervals (a forest plot)"),
  ]

  /// All that can be drawn of these groups.
  static func all(_ groups: [AnalysedGroup], title: String?) -> [Figure] {
    var figures = [matrix(groups, title: title, isWeighted: false), matrix(groups, title: title, isWeighted: true)]
    if groups.count(where: { $0.matrix != nil }) > 1 { figures.append(waves(groups, title: title)) }
    figures.append(potential(groups, title: title))
    figures.append(DriverFigures.importance(groups, title: title))
    figures.append(CoefficientFigure.make(groups, title: title))
    return figures
  }

  private static func caption(_ groups: [AnalysedGroup]) -> String {
    DriverFigures.caption(groups.map(\.drivers)) + said(" Crosshair: \(groups.first?.matrix?.rule.name ?? "mean").")
  }

  private static func matrix(_ groups: [AnalysedGroup], title: String?, isWeighted: Bool) -> Figure {
    var panels = DriverPanels()
    for group in groups {
      for map in group.matrix?.maps ?? [] {
        var drawn = self.map(map, group.drivers)
        if isWeighted { weigh(&drawn, map) }
        panels.add(.quadrants(drawn), outcome: map.outcome.title, group: group.title)
      }
    }
    return panels.figure(
      name: isWeighted ? "bubbles" : "matrix", title: title, one: { "Importance and performance: \($0)" },
      several: "Importance and performance", by: groups.first?.by, caption: caption(groups),
      intervals: DriverFigures.intervals(groups.map(\.drivers)))
  }

  /// The matrix of one outcome.
  static func map(_ map: ImportancePerformance.Map, _ fit: DriverAnalysis.Fit) -> QuadrantMap {
    let isStated = map.importance == .stated
    var drawn = QuadrantMap(
      title: map.outcome.title,
      xAxis: Axis(title: said("Performance (mean, 0–100 of the scale)"), style: .decimals(0)),
      yAxis: Axis(
        title: said(isStated ? "Stated importance (mean, 0–100)" : "Importance (share, \(map.importance.name))"),
        style: isStated ? .decimals(0) : .percent(0)),
      crosshairX: map.crosshair.performance, crosshairY: map.crosshair.importance,
      quadrants: quadrants.map(\.said), points: map.positions.map(point),
      flagMeaning: said("Hollow: negative coefficient in the full model"))
    drawn.firmness = firmness(map)
    drawn.meanings.shade =
      said("A field's colour is the deeper the more often its drivers are there in what the data leave open")
    // Where chance may explain all there is no driver to begin with, as the sentences say.
    if let outcome = fit.outcomes.first(where: { $0.outcome.name == map.outcome.name }),
      !Answers.chanceMayExplain(outcome, fit),
      let best = map.positions.firstIndex(where: { $0.priority == 1 })
    {
      drawn.points[best].isFirst = true
      let rivals = WorkWords.rivals(map, of: map.positions[best])
      drawn.meanings.first = said(
        rivals.isEmpty
          ? "Ring: work on this first"
          : "Ring: work on this first (the data leave \(Words.few(rivals)) open)")
    }
    return drawn
  }

  private static let quadrants: [Quadrant] = [.concentrateHere, .keepUpTheGoodWork, .lowPriority, .possibleOverkill]

  /// A driver without one of the two, or in no field, has no place and is named under the map.
  private static func point(_ position: ImportancePerformance.Position) -> QuadrantMap.Point {
    QuadrantMap.Point(
      label: position.driver.title,
      x: Estimate(
        position.quadrant == nil ? .nan : position.performance.value ?? .nan, low: position.performance.low,
        high: position.performance.high),
      y: Estimate(position.importance.value ?? .nan, low: position.importance.low, high: position.importance.high),
      isFlagged: (position.effect ?? 0) < 0)
  }

  /// How often the drivers of each field are there, on average; empty without resamples. A field without drivers is faint.
  private static func firmness(_ map: ImportancePerformance.Map) -> [Double] {
    guard map.positions.contains(where: { $0.frequencies != nil }) else { return [] }
    return quadrants.map { quadrant in
      let own = map.positions.filter { $0.quadrant == quadrant }.compactMap { $0.frequencies?[quadrant] ?? 0 }
      return own.isEmpty ? 0 : own.reduce(0, +) / Double(own.count)
    }
  }

  private static func weigh(_ drawn: inout QuadrantMap, _ map: ImportancePerformance.Map) {
    let potentials = map.positions.map { max(0, $0.potential.value ?? 0) }
    guard let most = potentials.max(), most > 0 else { return }
    for (place, potential) in potentials.enumerated() { drawn.points[place].weight = potential }
    drawn.meanings.weight =
      said(
        "Area: potential, points of \(map.outcome.title) if performance were perfect; the largest \(Words.fixed(most, 2))"
      )
  }

  /// The map of the last group, the points of the groups before it where arrows begin.
  private static func waves(_ groups: [AnalysedGroup], title: String?) -> Figure {
    let own = groups.filter { $0.matrix != nil }
    guard let last = own.last, let matrix = last.matrix else { return Figure(title: "", caption: "", panels: []) }
    let names = own.map { $0.title ?? "" }
    let panels = matrix.maps.map { map in
      var drawn = self.map(map, last.drivers)
      if matrix.maps.count == 1 { drawn.title = "" }
      for place in drawn.points.indices {
        let name = map.positions[place].driver.name
        drawn.points[place].earlier = own.dropLast().compactMap { group in
          let before = group.matrix?.maps.first {
            $0.outcome.name == map.outcome.name && $0.importance == map.importance
          }?.positions.first { $0.driver.name == name }
          guard let before, before.quadrant != nil, let x = before.performance.value, let y = before.importance.value
          else { return nil }
          return QuadrantMap.Spot(x: x, y: y)
        }
      }
      drawn.meanings.arrow = said("From \(Words.list(Array(names.dropLast()))) to \(names[names.count - 1])")
      return Figure.Panel.quadrants(drawn)
    }
    let outcomes = Set(matrix.maps.map(\.outcome.title))
    let words = said(
      outcomes.count == 1
        ? "How importance and performance moved: \(matrix.maps[0].outcome.title)"
        : "How importance and performance moved")
    return Figure(
      name: "waves", title: FigureWords.title(title, words),
      subtitle: FigureWords.panels(panels.count, others: ["outcome"], by: nil, sharing: "axes are the same in all"),
      caption: caption(own) + said(" Lines, fields and intervals are those of \(names[names.count - 1])."),
      intervals: DriverFigures.intervals([last.drivers]), panels: panels
    ).aligned()
  }

  private static func potential(_ groups: [AnalysedGroup], title: String?) -> Figure {
    var panels = DriverPanels()
    for group in groups {
      var done: Set<String> = []
      for map in group.matrix?.maps ?? [] where done.insert(map.outcome.name).inserted {
        panels.add(bars(map), outcome: map.outcome.title, group: group.title)
      }
    }
    return panels.figure(
      name: "potential", title: title, one: { "What there is to gain: \($0)" }, several: "What there is to gain",
      by: groups.first?.by, caption: caption(groups), intervals: DriverFigures.intervals(groups.map(\.drivers)))
  }

  private static func bars(_ map: ImportancePerformance.Map) -> Figure.Panel? {
    let ranked = map.positions.filter { $0.potential.value != nil }
      .sorted { ($0.priority ?? Int.max, $1.potential.value!) < ($1.priority ?? Int.max, $0.potential.value!) }
    guard !ranked.isEmpty else { return nil }
    return .bars(
      BarChart(
        title: "",
        axis: Axis(title: said("Points of the outcome if performance were perfect"), style: .decimals(2), range: 0...0),
        bars: ranked.map { position in
          BarChart.Bar(
            label: position.driver.title,
            estimate: Estimate(
              position.potential.value!, low: position.potential.low, high: position.potential.high),
            isFlagged: (position.effect ?? 0) < 0)
        }, flagMeaning: said("negative coefficient in the full model")))
  }
}
