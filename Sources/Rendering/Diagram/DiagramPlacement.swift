/// Where nodes of a diagram stand, given their columns and the order in each.
///
/// Across, columns follow each other with a gutter for arrows between them. Down, each node is drawn to the mean height of
/// what it is joined to, a column at a time: of all heights that keep the order and the distances those with the least sum
/// of squared differences from the wanted ones, which pooling of adjacent violators finds (Barlow et al. 1972).
package struct DiagramPlacement {
  private(set) var centers: [Place] = []
  private(set) var fans: [DiagramBody.Fan] = []
  private(set) var sides: [DiagramBody.Side] = []

  /// Free height kept between what stands above each other.
  private static let gap = 18.0
  /// Half of the height that the place of an arrow takes.
  private static let corridor = 9.0

  /// - Parameters:
  ///   - gutter: least width between columns.
  ///   - rise: least length of arrows within a column.
  init(
    _ diagram: ModelDiagram, _ bodies: [DiagramBody], column: [Int], order: DiagramOrder, gutter: Double, rise: Double
  ) {
    sides = Self.sides(diagram, column: column, order: order)
    let own = bodies.indices.map { bodies[$0].fan(sides[$0]) }
    let frames = bodies.indices.map { node in own[node].bounds.map { bodies[node].core.union($0) } ?? bodies[node].core
    }
    let across = Self.across(frames, column: column, count: order.columns.count, gutter: gutter)
    let down = Self.down(diagram, bodies, frames, order: order, rise: rise)
    centers = bodies.indices.map { Place(across[column[$0]], down[$0]) }
    fans = bodies.indices.map { own[$0].moved(by: centers[$0].x, centers[$0].y) }
  }

  /// Boxes stand where arrows do not come: left of the first column, right of the last, above and below those between.
  static func sides(_ diagram: ModelDiagram, column: [Int], order: DiagramOrder) -> [DiagramBody.Side] {
    var sides = Array(repeating: DiagramBody.Side.left, count: column.count)
    let last = order.columns.count - 1
    for (c, items) in order.columns.enumerated() where c > 0 {
      let nodes = items.filter { order.isNode($0) }
      for (place, node) in nodes.enumerated() {
        if c == last {
          sides[node] = .right
        } else if nodes.count == 1 {
          let above = items.firstIndex(of: node) ?? 0
          sides[node] = above <= items.count - 1 - above ? .above : .below
        } else if place == nodes.count - 1 {
          sides[node] = .below
        } else {
          let isTied = place > 0 && diagram.arrows.contains { Set([$0.from, $0.to]) == [nodes[place - 1], node] }
          sides[node] = isTied ? .below : .above
        }
      }
    }
    return sides
  }

  private static func across(_ frames: [Rect], column: [Int], count: Int, gutter: Double) -> [Double] {
    var places: [Double] = []
    var edge = 0.0
    for c in 0..<count {
      let own = frames.indices.filter { column[$0] == c }.map { frames[$0] }
      let left = own.map { -$0.x }.max() ?? 0
      let right = own.map(\.right).max() ?? 0
      places.append(edge + left)
      edge += left + right + gutter
    }
    return places
  }

  private static func down(
    _ diagram: ModelDiagram, _ bodies: [DiagramBody], _ frames: [Rect], order: DiagramOrder, rise: Double
  ) -> [Double] {
    var joined: [Set<Int>] = bodies.map { _ in [] }
    for arrow in diagram.arrows {
      joined[arrow.from].insert(arrow.to)
      joined[arrow.to].insert(arrow.from)
    }
    for tie in diagram.ties {
      guard case .node(let a) = tie.first, case .node(let b) = tie.second else { continue }
      joined[a].insert(b)
      joined[b].insert(a)
    }
    /// Distance of centres of what stands above each other.
    func distance(_ a: Int, _ b: Int) -> Double {
      let below = order.isNode(a) ? frames[a].bottom : corridor
      let above = order.isNode(b) ? -frames[b].y : corridor
      guard order.isNode(a), order.isNode(b) else { return below + above + 10 }
      let least = below + above + gap
      return joined[a].contains(b) ? max(least, bodies[a].ry + bodies[b].ry + rise) : least
    }
    let distances = order.columns.map { items in zip(items, items.dropFirst()).map { distance($0, $1) } }
    let count = (order.columns.joined().max() ?? -1) + 1
    var heights = Array(repeating: 0.0, count: count)
    for (items, distances) in zip(order.columns, distances) {
      var y = -distances.reduce(0, +) / 2
      for (place, item) in items.enumerated() {
        heights[item] = y
        if place < distances.count { y += distances[place] }
      }
    }
    var neighbours: [[(item: Int, weight: Double)]] = Array(repeating: [], count: count)
    for (left, right) in order.gutters.joined() {
      // Long arrows should be straight.
      let weight = order.isNode(left) && order.isNode(right) ? 1.0 : 2
      neighbours[left].append((right, weight))
      neighbours[right].append((left, weight))
    }
    for round in 0..<12 {
      let columns = round % 2 == 0 ? Array(order.columns.indices) : order.columns.indices.reversed()
      for c in columns {
        let items = order.columns[c]
        let wanted = items.map { item -> (value: Double, weight: Double) in
          let weight = neighbours[item].reduce(0) { $0 + $1.weight }
          guard weight > 0 else { return (heights[item], 0.05) }
          return (neighbours[item].reduce(0) { $0 + $1.weight * heights[$1.item] } / weight, weight)
        }
        for (item, height) in zip(items, pooled(wanted, distances: distances[c])) { heights[item] = height }
      }
    }
    return Array(heights.prefix(bodies.count))
  }

  /// Values at least so far apart, the nearest to those wanted in weighted least squares.
  package static func pooled(_ wanted: [(value: Double, weight: Double)], distances: [Double]) -> [Double] {
    var offsets = [0.0]
    for distance in distances { offsets.append(offsets[offsets.count - 1] + distance) }
    var blocks: [(value: Double, weight: Double, count: Int)] = []
    for (index, value) in wanted.enumerated() {
      blocks.append((value.value - offsets[index], value.weight, 1))
      while blocks.count > 1, blocks[blocks.count - 2].value > blocks[blocks.count - 1].value {
        let last = blocks.removeLast()
        let before = blocks.removeLast()
        let weight = last.weight + before.weight
        blocks.append(
          ((last.value * last.weight + before.value * before.weight) / weight, weight, last.count + before.count))
      }
    }
    let levels = blocks.flatMap { Array(repeating: $0.value, count: $0.count) }
    return zip(levels, offsets).map { $0 + $1 }
  }
}
