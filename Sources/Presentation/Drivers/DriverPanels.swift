import Rendering
import Survey

/// The panels of a figure by outcome and group. What all have in common is said once, in the figure's title; what is
/// not drawn is named.
struct DriverPanels {
  /// A taller picture could not be read: a PNG ends at 32,767 pixels, and two columns of twelve panels take half of them.
  private static let most = 24

  private struct Entry {
    var panel: Figure.Panel?
    var outcome: String
    var group: String?

    var title: String { group.map { "\(outcome) (\($0))" } ?? outcome }
  }

  private var entries: [Entry] = []
  private var others: [String] = []

  /// - Parameter panel: `nil` when there is nothing to draw.
  mutating func add(_ panel: Figure.Panel?, outcome: String, group: String?) {
    entries.append(Entry(panel: panel, outcome: outcome, group: group))
  }

  /// Something that has no place in any panel.
  mutating func addNotDrawn(_ name: String) {
    if !others.contains(name) { others.append(name) }
  }

  /// - Parameters:
  ///   - title: of the study.
  ///   - one: the figure's title for one outcome; `several`: for more.
  func figure(title: String?, one: (String) -> Sentence, several: Sentence, caption: String) -> Figure {
    let (drawn, left) = divided()
    let outcomes = Set(entries.map(\.outcome))
    let words = said(outcomes.count == 1 ? one(entries[0].outcome) : several)
    let panels = drawn.compactMap { entry in
      entry.panel?.titled(outcomes.count == 1 ? entry.group ?? "" : entry.title)
    }
    return Figure(
      title: title.map { "\($0): \(Words.continued(words))" } ?? words, caption: caption,
      panels: Self.aligned(panels), notDrawn: left + others)
  }

  /// Whole groups as long as there is room, and the names of the rest.
  private func divided() -> (drawn: [Entry], left: [String]) {
    var groups: [(title: String?, entries: [Entry])] = []
    for entry in entries {
      if let last = groups.indices.last, groups[last].title == entry.group {
        groups[last].entries.append(entry)
      } else {
        groups.append((entry.group, [entry]))
      }
    }
    var drawn: [Entry] = []
    var left: [String] = []
    for group in groups {
      let own = group.entries.filter { $0.panel != nil }
      guard !own.isEmpty, drawn.isEmpty || drawn.count + own.count <= Self.most else {
        left += group.title.map { [$0] } ?? group.entries.map(\.title)
        continue
      }
      drawn += own
      left += group.entries.filter { $0.panel == nil }.map(\.title)
    }
    return (drawn, left)
  }

  /// Panels are compared with each other: all get the axis that holds every one of them.
  private static func aligned(_ panels: [Figure.Panel]) -> [Figure.Panel] {
    func union(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double>? {
      guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
      return low...high
    }
    func range(_ estimates: [Estimate]) -> [ClosedRange<Double>] {
      estimates.filter { !$0.value.isNaN }.map {
        min($0.value, $0.low ?? $0.value)...max($0.value, $0.high ?? $0.value)
      }
    }
    var bars: [ClosedRange<Double>] = [0...0]
    var x: [ClosedRange<Double>] = []
    var y: [String: [ClosedRange<Double>]] = [:]
    for panel in panels {
      switch panel {
      case .bars(let chart): bars += range(chart.bars.map(\.estimate))
      case .groupedBars(let chart): bars += range(chart.rows.flatMap(\.estimates).compactMap { $0 })
      case .quadrants(let map):
        let points = map.points.filter { !$0.x.value.isNaN && !$0.y.value.isNaN }
        x += range(points.map(\.x)) + [map.crosshairX...map.crosshairX]
        y[map.yAxis.title, default: []] += range(points.map(\.y)) + [map.crosshairY...map.crosshairY]
      case .scatter, .heatMap, .lines, .paths: break
      }
    }
    return panels.map { panel in
      switch panel {
      case .bars(var chart):
        chart.axis.range = union(bars)
        return .bars(chart)
      case .groupedBars(var chart):
        chart.axis.range = union(bars)
        return .groupedBars(chart)
      case .quadrants(var map):
        if panels.count > 1 {
          map.xAxis.range = union(x)
          map.yAxis.range = union(y[map.yAxis.title] ?? [])
        }
        return .quadrants(map)
      case .scatter, .heatMap, .lines, .paths: return panel
      }
    }
  }
}

extension Figure.Panel {
  fileprivate func titled(_ title: String) -> Figure.Panel {
    switch self {
    case .bars(var chart):
      chart.title = title
      return .bars(chart)
    case .groupedBars(var chart):
      chart.title = title
      return .groupedBars(chart)
    case .quadrants(var map):
      map.title = title
      return .quadrants(map)
    case .scatter, .heatMap, .lines, .paths: return self
    }
  }
}
