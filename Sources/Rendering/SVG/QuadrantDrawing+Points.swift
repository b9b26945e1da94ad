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

  /// - Returns: the intervals as lines.
  func drawIntervals(_ x: AxisScale, _ y: AxisScale, _ drawing: inout Drawing) -> [Segment] {
    let lines = whiskers(x, y)
    for line in lines {
      drawing.shapes.append(.line(line, color: palette.point, width: 1.6, opacity: 0.42))
    }
    return lines
  }

  /// Arrows from where points stood before to where they stand, the earlier the fainter.
  ///
  /// - Returns: the arrows as lines.
  func drawTrails(_ x: AxisScale, _ y: AxisScale, _ drawing: inout Drawing) -> [Segment] {
    var lines: [Segment] = []
    for point in shown where !point.earlier.isEmpty {
      let before = point.earlier.filter { $0.x.isFinite && $0.y.isFinite }.map {
        Place(x.position($0.x), y.position($0.y))
      }
      let all = before + [Place(x.position(point.x.value), y.position(point.y.value))]
      for (step, (from, to)) in zip(all, all.dropFirst()).enumerated() {
        let length = from.distance(to: to)
        let isLast = step + 2 == all.count
        drawing.shapes.append(.circle(from, radius: 3, fill: palette.background, outline: palette.point))
        lines.append(Segment(from: Place(from.x - 4, from.y), to: Place(from.x + 4, from.y)))
        lines.append(Segment(from: Place(from.x, from.y - 4), to: Place(from.x, from.y + 4)))
        // A head that ends at the point's edge.
        let short = isLast ? 8.0 : 4
        guard length > short + 4 else { continue }
        func along(_ distance: Double) -> Place {
          Place(from.x + (to.x - from.x) * distance / length, from.y + (to.y - from.y) * distance / length)
        }
        let line = Segment(from: along(3.5), to: along(length - short))
        drawing.arrow(line, color: palette.point, width: isLast ? 1.8 : 1.3)
        lines.append(line)
      }
    }
    return lines
  }

  /// - Returns: the points that got a number instead of their name, by number; nil if there was no room even for that.
  func drawLabels(
    _ free: LabelPlacement, names: [Rect], _ drawing: inout Drawing
  ) -> [QuadrantMap.Point]? {
    var placement = free
    let places = placement.points
    let room = min(190, width * 0.3)
    let texts = shown.map { point in
      let whole = FontMetrics.width(point.label, size: labelSize, isBold: point.isFirst)
      return whole <= room
        ? TextFlow.words(point.label).joined(separator: " ").isEmpty ? [] : [TextFlow.clean(point.label)]
        : FontMetrics.balanced(point.label, width: room, size: labelSize, isBold: point.isFirst, limit: 3)
    }
    let named = shown.indices.filter { !texts[$0].isEmpty }
    // A map of more points is read by its key.
    let labels = (named.count > 60 ? [] : named).map { index in
      (
        point: index,
        width: texts[index].map { FontMetrics.width($0, size: labelSize, isBold: shown[index].isFirst) }.max() ?? 0,
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
        write(texts[index], beside: places[index], candidate, isBold: shown[index].isFirst, &drawing)
      }
      for (group, candidate) in zip(groups, numbers) {
        write([group.text], beside: places[group.points[0]], candidate, isBold: true, &drawing)
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

  /// A label with its leader, on no plate: that would erase what runs beneath.
  private func write(
    _ text: [String], beside point: Place, _ candidate: LabelPlacement.Candidate, isBold: Bool,
    _ drawing: inout Drawing
  ) {
    let rect = candidate.rect
    if let leader = candidate.leader { drawing.shapes.append(.line(leader, color: palette.leader, width: 1)) }
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
