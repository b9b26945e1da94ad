/// Places for the numbers of lines: on their line, where they touch no other text, no node, and no other line if that can be.
///
/// Each number has candidate places along its line with a price: covering another line is dear, standing close to one, to a
/// node or far from the middle costs something, and so does standing close to another number. Those with the fewest places
/// are placed first; one that finds none pushes at most two others to places of theirs. At the end none has a cheaper place
/// beside the others as they stand.
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

  /// Between candidate places along a line.
  private static let step = 5.0
  /// Kept free between numbers.
  private static let gap = 3.0
  /// From where on lines, nodes and numbers are too far away to be taken for each other's.
  private static let ease = 9.0

  /// - Parameters:
  ///   - texts: what no number may touch.
  ///   - others: lines without numbers of these, which none should cover either.
  init(_ labels: [Label], lines: [DiagramLine], texts: [Rect], others: [Segment]) {
    let segments = lines.map(\.segments)
    candidates = labels.map { label in
      let strange = segments.enumerated().flatMap { $0.offset == label.line ? [] : $0.element } + others
      return Self.candidates(label, on: lines[label.line], texts: texts, strange: strange)
    }
    places = Array(repeating: nil, count: labels.count)
    search()
  }

  private static func candidates(
    _ label: Label, on line: DiagramLine, texts: [Rect], strange: [Segment]
  ) -> [Candidate] {
    guard let first = line.points.first, let last = line.points.last else { return [] }
    let count = max(36, Int(0.8 * line.length / step))
    var candidates: [Candidate] = []
    for index in 0...count {
      let share = 0.1 + 0.8 * Double(index) / Double(count)
      let center = line.place(at: share)
      let rect = Rect(
        x: center.x - label.width / 2, y: center.y - label.height / 2, width: label.width, height: label.height)
      let guarded = rect.grown(by: 2)
      if texts.contains(where: { $0.intersects(guarded) }) { continue }
      // Something of the line must be seen at both ends, with room for the head.
      if rect.grown(by: 4).contains(first) || rect.grown(by: 12).contains(last) { continue }
      var price = abs(share - 0.5) * 30
      let (near, wide) = (rect.grown(by: 1), rect.grown(by: ease))
      for segment in strange {
        let struck = segment.length(inside: near)
        if struck > 0 { price += 100 + struck } else { price += 0.5 * segment.length(inside: wide) }
      }
      for text in texts where text.intersects(rect.grown(by: 6)) { price += 6 }
      // Where a line turns it is not seen which way it goes.
      if !line.isArc, line.points.dropFirst().dropLast().contains(where: near.contains) { price += 10 }
      candidates.append(Candidate(rect: rect, price: price))
    }
    return candidates.sorted { ($0.price, $0.rect.x, $0.rect.y) < ($1.price, $1.rect.x, $1.rect.y) }
  }

  private mutating func search() {
    let order = candidates.indices.sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
    for label in order { places[label] = cheapest(label) }
    for _ in 0..<3 {
      for label in order where places[label] == nil { push(label) }
      settle(order)
    }
  }

  /// Moves one after the other to the cheapest place until all stand there.
  private mutating func settle(_ order: [Int]) {
    for _ in 0..<12 {
      let before = places
      for label in order { places[label] = cheapest(label) ?? places[label] }
      if before == places { return }
    }
  }

  /// The cheapest place beside all others as they stand.
  private func cheapest(_ label: Int) -> Rect? {
    let others = places.enumerated().compactMap { $0.offset == label ? nil : $0.element }
    var best: (rect: Rect, price: Double)?
    for candidate in candidates[label] {
      if let best, candidate.price >= best.price { break }
      if others.contains(where: { $0.grown(by: Self.gap).intersects(candidate.rect) }) { continue }
      let close = others.filter { $0.grown(by: Self.ease).intersects(candidate.rect) }.count
      let price = candidate.price + 8 * Double(close)
      if best.map({ price < $0.price }) ?? true { best = (candidate.rect, price) }
    }
    return best?.rect
  }

  private mutating func push(_ label: Int) {
    let before = places
    for candidate in candidates[label] {
      places = before
      let touched = places.indices.filter { other in
        other != label && places[other].map { $0.grown(by: Self.gap).intersects(candidate.rect) } ?? false
      }
      guard touched.count <= 2 else { continue }
      for other in touched { places[other] = nil }
      places[label] = candidate.rect
      for other in touched { places[other] = cheapest(other) }
      if touched.allSatisfy({ places[$0] != nil }) { return }
    }
    places = before
  }
}
