/// Places for the numbers of lines: on their line, where they touch no other text, no node, and no other line if that can be.
///
/// Each number has candidate places along its line with a price. Those with the fewest are placed first; one that finds no
/// place pushes at most two others to places of theirs.
struct DiagramLabels {
  struct Label {
    var line: Int
    var width: Double
    var height: Double
  }
  private struct Candidate {
    var rect: Rect
    var price: Double
  }

  /// Of each label its place; `nil` where there is none.
  private(set) var places: [Rect?]
  private let candidates: [[Candidate]]

  /// - Parameter texts: what no number may touch.
  init(_ labels: [Label], lines: [DiagramLine], texts: [Rect]) {
    let segments = lines.map(\.segments)
    candidates = labels.map { label in
      let line = lines[label.line]
      let own = line.length
      var candidates: [Candidate] = []
      for step in 0...36 {
        let share = 0.1 + 0.8 * Double(step) / 36
        let center = line.place(at: share)
        let rect = Rect(
          x: center.x - label.width / 2, y: center.y - label.height / 2, width: label.width, height: label.height)
        let guarded = rect.grown(by: 2)
        if texts.contains(where: { $0.intersects(guarded) }) { continue }
        // Something of the line must be seen at both ends, with room for the head.
        guard let first = line.points.first, let last = line.points.last,
          !rect.grown(by: 4).contains(first), !rect.grown(by: 12).contains(last)
        else { continue }
        var price = abs(share - 0.5) * 30 + own * 0
        for (other, parts) in segments.enumerated() where other != label.line {
          let struck = parts.reduce(0) { $0 + $1.length(inside: rect.grown(by: 1)) }
          if struck > 0 { price += 100 + struck }
        }
        candidates.append(Candidate(rect: rect, price: price))
      }
      return candidates.sorted { ($0.price, $0.rect.x, $0.rect.y) < ($1.price, $1.rect.x, $1.rect.y) }
    }
    places = Array(repeating: nil, count: labels.count)
    search()
  }

  private mutating func search() {
    let order = candidates.indices.sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
    for label in order { places[label] = free(label) }
    for _ in 0..<3 {
      for label in order where places[label] == nil { push(label) }
      // What was pushed aside may return.
      for label in order { places[label] = free(label) ?? places[label] }
    }
  }

  /// The cheapest place beside all others as they stand.
  private func free(_ label: Int) -> Rect? {
    candidates[label].first { candidate in
      !places.enumerated().contains { other, place in
        other != label && place.map { $0.grown(by: 3).intersects(candidate.rect) } ?? false
      }
    }?.rect
  }

  private mutating func push(_ label: Int) {
    let before = places
    for candidate in candidates[label] {
      places = before
      let touched = places.indices.filter { other in
        other != label && places[other].map { $0.grown(by: 3).intersects(candidate.rect) } ?? false
      }
      guard touched.count <= 2 else { continue }
      for other in touched { places[other] = nil }
      places[label] = candidate.rect
      for other in touched { places[other] = free(other) }
      if touched.allSatisfy({ places[$0] != nil }) { return }
    }
    places = before
  }
}
