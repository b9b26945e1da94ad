/// Intervals of a quadrant map's points, and the points' names or numbers.
extension QuadrantDrawing {
  /// The intervals of the points that have a position.
  func whiskers(_ x: AxisScale, _ y: AxisScale) -> [Segment] {
    var lines: [Segment] = []
    for point in shown {
      let place = Place(x.position(point.x.value), y.position(point.y.value))
      if let low = point.x.low, let high = point.x.high, !low.isNaN, !high.isNaN {
        lines.append(Segment(from: Place(x.position(low), place.y), to: Place(x.position(high), place.y)))
      }
      if let low = point.y.low, let high = point.y.high, !low.isNaN, !high.isNaN {
        lines.append(Segment(from: Place(place.x, y.position(low)), to: Place(place.x, y.position(high))))
      }
    }
    return lines
  }

  /// - Returns: the lines that labels should avoid.
  func drawIntervals(
    _ x: AxisScale, _ y: AxisScale, _ plot: Rect, _ drawing: inout Drawing
  ) -> [Segment] {
    let lines = whiskers(x, y)
    for line in lines {
      drawing.shapes.append(.line(line, color: Palette.point, width: 1.6, opacity: 0.42))
    }
    return lines + crosshair(plot, x, y)
  }

  /// - Returns: the points that got a number instead of their name, by number; nil if there was no room even for that.
  func drawLabels(
    _ places: [Place], _ homes: [Rect], plot: Rect, names: [Rect], lines: [Segment], _ drawing: inout Drawing
  ) -> [QuadrantMap.Point]? {
    var placement = LabelPlacement(
      frame: plot.grown(by: -4), points: places, radius: radius, texts: names.map { $0.grown(by: 6) }, lines: lines,
      homes: homes)
    let texts = shown.map { point in
      let whole = FontMetrics.width(point.label, size: labelSize)
      return whole <= 190
        ? TextFlow.words(point.label).joined(separator: " ").isEmpty ? [] : [TextFlow.clean(point.label)]
        : FontMetrics.balanced(point.label, width: 190, size: labelSize, limit: 3)
    }
    let named = shown.indices.filter { !texts[$0].isEmpty }
    // A map of more points is read by its key.
    let labels = (named.count > 60 ? [] : named).map { index in
      (
        point: index, width: texts[index].map { FontMetrics.width($0, size: labelSize) }.max() ?? 0,
        height: Drawing.height(of: texts[index].count, size: labelSize)
      )
    }
    let found = placement.place(labels, rings: [1, 7, 14, 22, 32, 44, 58, 74, 92, 112], unplaced: 260)
    var labelled: [Int: LabelPlacement.Candidate] = [:]
    for (label, candidate) in zip(labels, found) { if let candidate { labelled[label.point] = candidate } }

    // Numbers stand among the names. A name gives way where a number finds no room, or where its leader would strike
    // the name through.
    while true {
      placement.texts = names.map { $0.grown(by: 6) } + labelled.values.map(\.rect)
      placement.leaders = shown.indices.compactMap { labelled[$0]?.leader }
      let unnamed = named.filter { labelled[$0] == nil }
      let groups = coincident(unnamed, places)
      let numbers = number(groups, placement)
      let struck =
        if let numbers {
          labelled.filter { _, label in
            numbers.contains { ($0.leader?.length(inside: label.rect) ?? 0) > 0 }
          }.map(\.key)
        } else {
          labelled.max { ($0.value.price, $0.key) < ($1.value.price, $1.key) }.map { [$0.key] } ?? []
        }
      for index in struck { labelled[index] = nil }
      guard struck.isEmpty else { continue }
      guard let numbers else { return nil }
      for (index, candidate) in labelled.sorted(by: { $0.key < $1.key }) {
        write(texts[index], beside: places[index], candidate, lines, &drawing)
      }
      for (group, candidate) in zip(groups, numbers) {
        write([group.text], beside: places[group.points[0]], candidate, lines, isBold: true, &drawing)
      }
      return groups.flatMap(\.points).map { shown[$0] }
    }
  }

  /// Points in one place share a label, `3–7`: their numbers follow each other.
  private func coincident(_ points: [Int], _ places: [Place]) -> [(points: [Int], text: String)] {
    var groups: [[Int]] = []
    for point in points {
      if let group = groups.firstIndex(where: { places[$0[0]].distance(to: places[point]) < 1.5 }) {
        groups[group].append(point)
      } else {
        groups.append([point])
      }
    }
    var first = 1
    return groups.map { group in
      let last = first + group.count - 1
      defer { first = last + 1 }
      return (group, first == last ? "\(first)" : first + 1 == last ? "\(first), \(last)" : "\(first)–\(last)")
    }
  }

  private func number(
    _ groups: [(points: [Int], text: String)], _ placement: LabelPlacement
  ) -> [LabelPlacement.Candidate]? {
    let height = Drawing.height(of: 1, size: labelSize)
    let labels = groups.map { group in
      (
        point: group.points[0], width: FontMetrics.width(group.text, size: labelSize, isBold: true), height: height
      )
    }
    let rings = [1.0, 6, 12, 20, 30, 42, 56, 72, 90, 110, 135, 165, 200, 240, 290, 350]
    let found = placement.place(labels, rings: rings, unplaced: .infinity)
    return found.contains { $0 == nil } ? nil : found.compactMap { $0 }
  }

  /// A label on a light plate where a line runs under it, with its leader.
  private func write(
    _ text: [String], beside point: Place, _ candidate: LabelPlacement.Candidate, _ lines: [Segment],
    isBold: Bool = false, _ drawing: inout Drawing
  ) {
    let rect = candidate.rect
    if lines.contains(where: { $0.length(inside: rect) > 0 }) {
      drawing.shapes.append(.rectangle(rect.grown(by: 1), fill: .color("#FFFFFF"), opacity: 0.65))
    }
    if let leader = candidate.leader { drawing.shapes.append(.line(leader, color: Palette.leader, width: 1)) }
    // Lines of a label begin, or end, at its point's side.
    let anchor: Drawing.Anchor = rect.x >= point.x ? .start : rect.right <= point.x ? .end : .middle
    let x: Double
    switch anchor {
    case .start: x = rect.x
    case .middle: x = rect.center.x
    case .end: x = rect.right
    }
    drawing.write(text, x: x, top: rect.y, size: labelSize, anchor: anchor, isBold: isBold)
  }
}
