import Rendering
import Survey

/// The panels of a figure by outcome and group. What all have in common is said once, in the figure's title; what is
/// not drawn is named.
struct DriverPanels {
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
  ///   - name: by which the figure is asked for.
  ///   - title: of the study.
  ///   - one: the figure's title for one outcome; `several`: for more.
  ///   - by: the grouping columns.
  func figure(
    name: String, title: String?, one: (String) -> Sentence, several: Sentence, by: String? = nil, caption: String,
    intervals: String = ""
  ) -> Figure {
    let (drawn, left) = divided()
    let outcomes = Set(entries.map(\.outcome))
    let words = said(outcomes.count == 1 ? one(entries[0].outcome) : several)
    let panels = drawn.compactMap { entry in
      entry.panel?.titled(outcomes.count == 1 ? entry.group ?? "" : entry.title)
    }
    return Figure(
      name: name, title: FigureWords.title(title, words),
      subtitle: FigureWords.panels(
        panels.count, others: Set(drawn.map(\.outcome)).count > 1 ? ["outcome"] : [],
        by: Set(drawn.compactMap(\.group)).count > 1 ? by : nil,
        sharing: panels.contains { if case .quadrants = $0 { true } else { false } }
          ? "axes are the same in all" : "order and axes are the same in all"),
      caption: caption, intervals: intervals, panels: panels, notDrawn: left + others
    ).aligned()
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
      guard !own.isEmpty, drawn.isEmpty || drawn.count + own.count <= Figure.mostPanels else {
        left += group.title.map { [$0] } ?? group.entries.map(\.title)
        continue
      }
      drawn += own
      left += group.entries.filter { $0.panel == nil }.map(\.title)
    }
    return (drawn, left)
  }
}
