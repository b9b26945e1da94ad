/// The order of what stands in each column, so that few arrows cross.
///
/// An arrow over several columns has a place in each of those between, so that it finds room there. Columns are ordered by
/// the means of their neighbours' places, to and fro, then neighbours are exchanged as long as that helps (Sugiyama, Tagawa
/// and Toda 1981).
struct DiagramOrder {
  /// Nodes by their number, then places of arrows.
  private(set) var columns: [[Int]]
  /// Arrows from one column to the next, as pairs of what they join.
  private(set) var gutters: [[(Int, Int)]]
  /// Of nodes in one column that should be neighbours, and what each that stands between them costs.
  private var together: [(Int, Int, Double)] = []
  /// Where each stands in its column.
  private var places: [Int]
  private let nodes: Int

  /// - Parameter column: of each node.
  init(_ diagram: ModelDiagram, column: [Int]) {
    let count = (column.max() ?? -1) + 1
    nodes = column.count
    columns = (0..<count).map { c in column.indices.filter { column[$0] == c } }
    gutters = Array(repeating: [], count: max(0, count - 1))
    var next = nodes
    for arrow in diagram.arrows where arrow.from != arrow.to {
      let (left, right) =
        column[arrow.from] <= column[arrow.to] ? (arrow.from, arrow.to) : (arrow.to, arrow.from)
      if column[left] == column[right] {
        together.append((left, right, 3))
        continue
      }
      var before = left
      for c in (column[left] + 1)..<(column[right] + 1) {
        let item = c == column[right] ? right : next
        if item == next {
          columns[c].append(next)
          next += 1
        }
        gutters[c - 1].append((before, item))
        before = item
      }
    }
    for tie in diagram.ties {
      guard case .node(let a) = tie.first, case .node(let b) = tie.second, column[a] == column[b] else { continue }
      together.append((a, b, 0.4))
    }
    places = Array(repeating: 0, count: next)
    for c in columns.indices { number(c) }
  }

  /// Whether it is a node, and no place of an arrow.
  func isNode(_ item: Int) -> Bool { item < nodes }

  private mutating func number(_ c: Int) {
    for (place, item) in columns[c].enumerated() { places[item] = place }
  }

  mutating func improve() {
    var best = self
    var least = cost()
    for round in 0..<6 {
      let isForward = round % 2 == 0
      for c in isForward ? Array(columns.indices) : columns.indices.reversed() { sweep(c, isForward: isForward) }
      let cost = cost()
      if cost < least { (best, least) = (self, cost) }
    }
    self = best
    for _ in 0..<8 where exchange() {}
  }

  /// Orders a column by the mean place of neighbours in the column before it, or behind it.
  private mutating func sweep(_ c: Int, isForward: Bool) {
    let gutter = isForward ? c - 1 : c
    guard gutters.indices.contains(gutter) else { return }
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for (left, right) in gutters[gutter] {
      let (own, other) = isForward ? (right, left) : (left, right)
      // Columns of different length are compared by shares of it.
      let length = Double(columns[isForward ? c - 1 : c + 1].count)
      let old = sums[own] ?? (0, 0)
      sums[own] = (old.sum + (Double(places[other]) + 0.5) / length, old.count + 1)
    }
    let length = Double(columns[c].count)
    let wanted = columns[c].map { item in
      sums[item].map { $0.sum / $0.count } ?? (Double(places[item]) + 0.5) / length
    }
    let order = columns[c].indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    columns[c] = order.map { columns[c][$0] }
    number(c)
  }

  /// Exchanges neighbours where that lessens the cost; whether any were.
  private mutating func exchange() -> Bool {
    var isBetter = false
    for c in columns.indices where columns[c].count > 1 {
      for place in 0..<(columns[c].count - 1) {
        let before = cost(around: c)
        columns[c].swapAt(place, place + 1)
        number(c)
        if cost(around: c) < before - 1e-9 {
          isBetter = true
        } else {
          columns[c].swapAt(place, place + 1)
          number(c)
        }
      }
    }
    return isBetter
  }

  private func cost() -> Double {
    gutters.indices.reduce(0) { $0 + crossings($1) } + columns.indices.reduce(0) { $0 + apart($1) }
  }

  private func cost(around c: Int) -> Double {
    (c > 0 ? crossings(c - 1) : 0) + (c < gutters.count ? crossings(c) : 0) + apart(c)
  }

  private func crossings(_ gutter: Int) -> Double {
    let pairs = gutters[gutter].map { (places[$0.0], places[$0.1]) }
    var count = 0
    for i in pairs.indices {
      for j in 0..<i where (pairs[i].0 - pairs[j].0) * (pairs[i].1 - pairs[j].1) < 0 { count += 1 }
    }
    return Double(count)
  }

  /// What stands between nodes of a column that should be neighbours.
  private func apart(_ c: Int) -> Double {
    let own = Set(columns[c])
    return together.reduce(0) { sum, pair in
      own.contains(pair.0) ? sum + pair.2 * Double(abs(places[pair.0] - places[pair.1]) - 1) : sum
    }
  }
}
