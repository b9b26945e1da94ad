/// Ways of lines between nodes that touch nothing else.
///
/// A straight line where it is free; otherwise the shortest way round the corners of what stands between, in the visibility
/// graph of rectangles somewhat larger than those (Lozano-Pérez and Wesley 1979, doi:10.1145/359156.359164).
struct DiagramRouter {
  let bodies: [DiagramBody]
  let centers: [Place]
  /// The forms of nodes.
  let cores: [Rect]
  /// Boxes beside them with their arrows.
  let fans: [Rect?]

  init(_ bodies: [DiagramBody], _ placement: DiagramPlacement) {
    self.bodies = bodies
    centers = placement.centers
    cores = bodies.indices.map { bodies[$0].core.moved(by: placement.centers[$0].x, placement.centers[$0].y) }
    fans = placement.fans.map(\.bounds)
  }

  /// What a line between two nodes must not touch.
  private func obstacles(_ first: Int, _ second: Int) -> [Rect] {
    cores.indices.filter { $0 != first && $0 != second }.map { cores[$0] } + fans.compactMap { $0 }
  }

  /// Whether the straight line between places of two nodes is free.
  func isClear(_ line: Segment, _ first: Int, _ second: Int) -> Bool {
    !obstacles(first, second).contains { line.length(inside: $0.grown(by: 5)) > 0 }
  }

  /// Whether a bent line keeps off everything but the two nodes.
  func isClear(_ points: [Place], _ first: Int, _ second: Int) -> Bool {
    let rects = obstacles(first, second).map { $0.grown(by: 4) }
    return zip(points, points.dropFirst()).allSatisfy { a, b in
      !rects.contains { Segment(from: a, to: b).length(inside: $0) > 0 }
    }
  }

  /// The way from one node to another between their edges; `nil` where there is none.
  ///
  /// - Parameter margins: distances from corners, the first that leaves a way is taken.
  func detour(from first: Int, to second: Int, margins: [Double]) -> [Place]? {
    for margin in margins {
      if let way = shortest(first, second, margin: margin) { return trimmed(way, first, second) }
    }
    return nil
  }

  private func shortest(_ first: Int, _ second: Int, margin: Double) -> [Place]? {
    let rects = obstacles(first, second)
    let walls = rects.map { $0.grown(by: margin - 1) }
    var places = [centers[first], centers[second]]
    for rect in rects.map({ $0.grown(by: margin) }) {
      for corner in [
        Place(rect.x, rect.y), Place(rect.right, rect.y), Place(rect.x, rect.bottom), Place(rect.right, rect.bottom),
      ] where !walls.contains(where: { $0.contains(corner) }) { places.append(corner) }
    }
    var far = Array(repeating: Double.infinity, count: places.count)
    var before = Array(repeating: -1, count: places.count)
    var isDone = Array(repeating: false, count: places.count)
    far[0] = 0
    while let here = places.indices.filter({ !isDone[$0] && far[$0].isFinite }).min(by: { far[$0] < far[$1] }) {
      if here == 1 { break }
      isDone[here] = true
      for there in places.indices where !isDone[there] {
        // A bend costs something, so that few are made.
        let length = far[here] + places[here].distance(to: places[there]) + (there == 1 ? 0 : 25)
        guard length < far[there] else { continue }
        let line = Segment(from: places[here], to: places[there])
        if walls.contains(where: { line.length(inside: $0) > 0 }) { continue }
        (far[there], before[there]) = (length, here)
      }
    }
    guard far[1].isFinite else { return nil }
    var way = [1]
    while let last = way.last, before[last] >= 0 { way.append(before[last]) }
    return way.reversed().map { places[$0] }
  }

  /// From edge to edge of the two nodes instead of their centres.
  func trimmed(_ way: [Place], _ first: Int, _ second: Int) -> [Place] {
    guard way.count > 1 else { return way }
    var copy = way
    copy[0] = edge(of: first, from: way[0], toward: way[1])
    copy[way.count - 1] = edge(of: second, from: way[way.count - 1], toward: way[way.count - 2])
    return copy
  }

  private func edge(of node: Int, from inner: Place, toward outer: Place) -> Place {
    let center = centers[node]
    let place = bodies[node].boundary(
      from: Place(inner.x - center.x, inner.y - center.y), toward: Place(outer.x - center.x, outer.y - center.y))
    return Place(place.x + center.x, place.y + center.y)
  }
}
