extension Figure.Panel {
  /// Above the panel.
  public var title: String {
    get {
      switch self {
      case .quadrants(let map): map.title
      case .bars(let chart): chart.title
      case .groupedBars(let chart): chart.title
      case .scatter(let plot): plot.title
      case .heatMap(let map): map.title
      case .lines(let chart): chart.title
      case .model(let diagram): diagram.title
      case .forest(let plot): plot.title
      case .likert(let chart): chart.title
      }
    }
    set {
      switch self {
      case .quadrants(var map):
        map.title = newValue
        self = .quadrants(map)
      case .bars(var chart):
        chart.title = newValue
        self = .bars(chart)
      case .groupedBars(var chart):
        chart.title = newValue
        self = .groupedBars(chart)
      case .scatter(var plot):
        plot.title = newValue
        self = .scatter(plot)
      case .heatMap(var map):
        map.title = newValue
        self = .heatMap(map)
      case .lines(var chart):
        chart.title = newValue
        self = .lines(chart)
      case .model(var diagram):
        diagram.title = newValue
        self = .model(diagram)
      case .forest(var plot):
        plot.title = newValue
        self = .forest(plot)
      case .likert(var chart):
        chart.title = newValue
        self = .likert(chart)
      }
    }
  }

  /// The same panel under that title.
  public func titled(_ title: String) -> Figure.Panel {
    var copy = self
    copy.title = title
    return copy
  }
}

extension Figure {
  /// A taller picture could not be read: a PNG ends at 32,767 pixels, and two columns of twelve panels take half of them.
  public static let mostPanels = 24

  /// The first panels, and the titles of the rest among what is not drawn.
  public func limited(to most: Int = Figure.mostPanels) -> Figure {
    guard panels.count > most else { return self }
    var copy = self
    copy.panels = Array(panels.prefix(most))
    copy.notDrawn = panels.dropFirst(most).map(\.title) + notDrawn
    return copy
  }

  /// The figure without any interval, and without the words on them.
  func withoutIntervals() -> Figure {
    func bare(_ estimate: Estimate) -> Estimate { Estimate(estimate.value) }
    var copy = self
    copy.intervals = ""
    copy.panels = panels.map { panel in
      switch panel {
      case .quadrants(var map):
        for k in map.points.indices {
          map.points[k].x = bare(map.points[k].x)
          map.points[k].y = bare(map.points[k].y)
        }
        return .quadrants(map)
      case .bars(var chart):
        for k in chart.bars.indices { chart.bars[k].estimate = bare(chart.bars[k].estimate) }
        return .bars(chart)
      case .groupedBars(var chart):
        for k in chart.rows.indices { chart.rows[k].estimates = chart.rows[k].estimates.map { $0.map(bare) } }
        return .groupedBars(chart)
      case .forest(var plot):
        for k in plot.rows.indices { plot.rows[k].estimates = plot.rows[k].estimates.map { $0.map(bare) } }
        return .forest(plot)
      case .model(var diagram):
        for k in diagram.arrows.indices { diagram.arrows[k].value = diagram.arrows[k].value.map(bare) }
        for k in diagram.ties.indices { diagram.ties[k].value = diagram.ties[k].value.map(bare) }
        for node in diagram.nodes.indices {
          for k in diagram.nodes[node].indicators.indices {
            diagram.nodes[node].indicators[k].value = diagram.nodes[node].indicators[k].value.map(bare)
          }
        }
        return .model(diagram)
      case .scatter, .heatMap, .lines, .likert: return panel
      }
    }
    return copy
  }

  /// Panels are compared with each other: those of a kind get the order of rows, the axes and the colours that hold for all.
  ///
  /// Rows of bars stand by the mean of their first series over the panels, the largest first.
  public func aligned() -> Figure {
    var copy = self
    let order = PanelOrder(panels)
    let ranges = PanelRanges(panels)
    copy.panels = panels.map { ranges.applied(to: order.applied(to: $0)) }
    return copy
  }
}

/// One order of rows for all bars of a figure.
private struct PanelOrder {
  /// Places by label; empty when the panels' own order stands.
  private var places: [String: Int] = [:]

  init(_ panels: [Figure.Panel]) {
    var values: [String: [Double]] = [:]
    var first: [String] = []
    var charts = 0
    for panel in panels {
      let rows: [(String, Double?)]
      switch panel {
      case .bars(let chart): rows = chart.bars.map { ($0.label, $0.estimate.value) }
      case .groupedBars(let chart): rows = chart.rows.map { ($0.label, $0.estimates.first??.value) }
      default: continue
      }
      charts += 1
      // Rows of one name in one panel could not be told apart.
      guard Set(rows.map(\.0)).count == rows.count else { return }
      for (label, value) in rows {
        if values[label] == nil { first.append(label) }
        values[label, default: []] += value.map { $0.isFinite ? [$0] : [] } ?? []
      }
    }
    guard charts > 1 else { return }
    func mean(_ label: String) -> Double {
      let own = values[label] ?? []
      return own.isEmpty ? -.infinity : own.reduce(0, +) / Double(own.count)
    }
    let sorted = first.indices.sorted { (-mean(first[$0]), $0) < (-mean(first[$1]), $1) }
    for (place, index) in sorted.enumerated() { places[first[index]] = place }
  }

  func applied(to panel: Figure.Panel) -> Figure.Panel {
    guard !places.isEmpty else { return panel }
    switch panel {
    case .bars(var chart):
      chart.bars.sort { (places[$0.label] ?? 0) < (places[$1.label] ?? 0) }
      return .bars(chart)
    case .groupedBars(var chart):
      chart.rows.sort { (places[$0.label] ?? 0) < (places[$1.label] ?? 0) }
      return .groupedBars(chart)
    default: return panel
    }
  }
}

/// The ranges that hold every panel of a kind.
private struct PanelRanges {
  private let count: Int
  private var bars: [ClosedRange<Double>] = []
  private var forests: [String: [ClosedRange<Double>]] = [:]
  private var x: [String: [ClosedRange<Double>]] = [:]
  private var y: [String: [ClosedRange<Double>]] = [:]
  private var crosshairs: [String: [QuadrantMap.Spot]] = [:]
  private var heat: [String: [ClosedRange<Double>]] = [:]

  init(_ panels: [Figure.Panel]) {
    count = panels.count
    for panel in panels {
      switch panel {
      case .bars(let chart): bars += Self.ranges(chart.bars.map(\.estimate)) + [chart.axis.range].compactMap { $0 }
      case .groupedBars(let chart):
        bars += Self.ranges(chart.rows.flatMap(\.estimates).compactMap { $0 }) + [chart.axis.range].compactMap { $0 }
      case .forest(let plot):
        forests[plot.axis.title, default: []] +=
          Self.ranges(plot.rows.flatMap(\.estimates).compactMap { $0 }) + [plot.axis.range].compactMap { $0 }
      case .quadrants(let map):
        let points = map.points.filter { !$0.x.value.isNaN && !$0.y.value.isNaN }
        x[map.xAxis.title, default: []] +=
          Self.ranges(points.map(\.x)) + [map.crosshairX...map.crosshairX]
          + points.flatMap { $0.earlier.map { $0.x...$0.x } }
        y[map.yAxis.title, default: []] +=
          Self.ranges(points.map(\.y)) + [map.crosshairY...map.crosshairY]
          + points.flatMap { $0.earlier.map { $0.y...$0.y } }
        crosshairs[map.xAxis.title + "\n" + map.yAxis.title, default: []].append(
          QuadrantMap.Spot(x: map.crosshairX, y: map.crosshairY))
      case .heatMap(let map): heat[map.keyTitle, default: []].append(map.range)
      case .scatter, .lines, .model, .likert: break
      }
    }
  }

  private static func ranges(_ estimates: [Estimate]) -> [ClosedRange<Double>] {
    estimates.filter { !$0.value.isNaN }.map {
      min($0.value, $0.low ?? $0.value)...max($0.value, $0.high ?? $0.value)
    }
  }

  private func union(_ ranges: [ClosedRange<Double>]?) -> ClosedRange<Double>? {
    guard let ranges, let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else {
      return nil
    }
    return low...high
  }

  func applied(to panel: Figure.Panel) -> Figure.Panel {
    switch panel {
    case .bars(var chart):
      chart.axis.range = union(bars)
      return .bars(chart)
    case .groupedBars(var chart):
      chart.axis.range = union(bars)
      return .groupedBars(chart)
    case .forest(var plot):
      if count > 1 { plot.axis.range = union(forests[plot.axis.title]) }
      return .forest(plot)
    case .quadrants(var map):
      if count > 1 {
        map.xAxis.range = union(x[map.xAxis.title])
        map.yAxis.range = union(y[map.yAxis.title])
        map.crosshairs = crosshairs[map.xAxis.title + "\n" + map.yAxis.title] ?? []
      }
      return .quadrants(map)
    case .heatMap(var map):
      if count > 1 { map.sharedRange = union(heat[map.keyTitle]) }
      return .heatMap(map)
    case .scatter, .lines, .model, .likert: return panel
    }
  }
}
