/// Finds places for labels beside their points, so that no two texts touch and few cover a point or a line.
///
/// Each label has candidate places on rings around its point, with a leader line from the second ring on; every
/// candidate has a price (distance, lines under it, points it covers), two candidates that touch exclude each other.
/// Labels are placed in the order of difficulty, the fewest free candidates first, then improved one at a time and by
/// letting an unplaced label push others away. The label that has no place under the price `unplaced` has none: its
/// point gets a number instead. (Christensen, Marks, Shieber 1995, doi:10.1145/212332.212334, compare such methods;
/// annealing, their best, needs random numbers and is not needed for forty labels.)
struct LabelPlacement {
  struct Candidate {
    var rect: Rect
    /// From the point's edge to the label; none where the label stands beside its point.
    var leader: Segment?
    /// What this place costs whatever the other labels do.
    var price: Double
    /// Holds the rectangle and the leader.
    var bounds: Rect
  }

  /// Where labels may stand.
  let frame: Rect
  let points: [Place]
  /// Of each point.
  let radii: [Double]
  /// Texts that have their place already.
  var texts: [Rect]
  /// Lines that a label should rather not be struck through by, such as the crosshair.
  let lines: [Segment]
  /// Lines that no label may touch, such as intervals.
  var barriers: [Segment] = []
  /// Where the label of each point should stand, such as its quadrant; empty if anywhere will do.
  var homes: [Rect] = []
  /// Leaders drawn already.
  var leaders: [Segment] = []

  /// Distance kept between texts beside and above each other: a gap of a word, so that two labels never read as one.
  static func spaced(_ rect: Rect) -> Rect {
    Rect(x: rect.x - 7, y: rect.y - 2, width: rect.width + 14, height: rect.height + 4)
  }

  /// A place for each of the labels (their point and size), or nil for those left without.
  ///
  /// - Parameters:
  ///   - rings: the distances from the point's edge that are tried.
  ///   - unplaced: the price of leaving a label out; infinite if it must have a place.
  func place(
    _ labels: [(point: Int, width: Double, height: Double)], rings: [Double], unplaced: Double
  ) -> [Candidate?] {
    let candidates = labels.map { label in
      self.candidates(label.point, width: label.width, height: label.height, rings: rings, limit: unplaced)
    }
    var search = Search(candidates: candidates, unplaced: unplaced)
    search.run()
    return search.chosen.enumerated().map { label, choice in choice.map { candidates[label][$0] } }
  }

  private func candidates(
    _ point: Int, width: Double, height: Double, rings: [Double], limit: Double
  ) -> [Candidate] {
    let center = points[point]
    let radius = radii[point]
    var candidates: [Candidate] = []
    for (ring, gap) in rings.enumerated() {
      for (dx, dy) in ring == 0 ? Self.near : gap < 60 ? Self.far : Self.farther {
        let reach = radius + gap
        let anchor = Place(center.x + dx * reach, center.y + dy * reach)
        let rect = Rect(
          x: anchor.x - (abs(dx) < 0.3 ? width / 2 : dx > 0 ? 0 : width),
          y: anchor.y - (abs(dy) < 0.3 ? height / 2 : dy > 0 ? 0 : height), width: width, height: height)
        for rect in [rect, pushedHome(rect, of: point)].compactMap({ $0 }) {
          guard let candidate = candidate(rect, of: point, gap: gap), candidate.price < limit else { continue }
          candidates.append(candidate)
        }
      }
    }
    candidates.sort { $0.price < $1.price }
    return candidates
  }

  /// A place that lies beyond an edge of the point's home, moved sideways until it lies within; nil if it does so already,
  /// or cannot.
  private func pushedHome(_ rect: Rect, of point: Int) -> Rect? {
    guard !homes.isEmpty else { return nil }
    let room = homes[point].grown(by: -5)
    guard !homes[point].contains(rect), rect.width <= room.width, rect.y >= room.y, rect.bottom <= room.bottom else {
      return nil
    }
    return Rect(
      x: min(max(rect.x, room.x), room.right - rect.width), y: rect.y, width: rect.width, height: rect.height)
  }

  /// The place with its price, or nil where it leaves the frame or touches a text.
  func candidate(_ rect: Rect, of point: Int, gap: Double) -> Candidate? {
    let spaced = Self.spaced(rect)
    guard frame.contains(rect), !texts.contains(where: { $0.intersects(spaced) }) else { return nil }
    let guarded = rect.grown(by: 1)
    if barriers.contains(where: { $0.length(inside: guarded) > 0 }) { return nil }
    let center = points[point]
    let radius = radii[point]
    let target = rect.nearest(to: center)
    let distance = center.distance(to: target) - radius
    guard distance >= 0 else { return nil }
    var leader: Segment?
    if distance > 7 {
      let share = radius / (distance + radius)
      let edge = Place(center.x + (target.x - center.x) * share, center.y + (target.y - center.y) * share)
      leader = Segment(from: edge, to: target)
    }
    var price = distance * 0.8 + (leader == nil ? 0 : 12)
    // More than the longest way to a free place nearby, less than what a name is worth.
    if !homes.isEmpty, !homes[point].contains(rect) { price += 130 }
    for line in lines {
      let struck = line.length(inside: rect)
      if struck > 0 { price += 30 + 0.25 * struck }
    }
    for (other, place) in points.enumerated() where other != point && place != center {
      let beside = rect.nearest(to: place).distance(to: place) - radii[other]
      // A label over a point hides it; one as near to another point as to its own is read as the other's.
      if beside < 0 {
        price += 300
      } else if beside < 3 {
        price += 60
      } else if leader == nil && beside < distance + 3 {
        price += 40
      }
      if let leader, leader.distance(to: place) < radii[other] + 1 { price += 90 }
    }
    if let leader {
      // Along an arm of the cross it would be taken for an interval.
      let (across, along) = (abs(leader.from.x - leader.to.x), abs(leader.from.y - leader.to.y))
      if min(across, along) < 0.2 * max(across, along) { price += 35 }
      for other in leaders where other.crosses(leader) { price += 60 }
      for text in texts where leader.length(inside: text) > 0 { price += 200 }
    }
    for other in leaders where other.length(inside: rect) > 0 { price += 200 }
    let bounds = leader.map { rect.union($0.bounds) } ?? rect
    return Candidate(rect: rect, leader: leader, price: price, bounds: Self.spaced(bounds))
  }

  /// Between the arms of the point's intervals first.
  private static let near: [(Double, Double)] = directions(8)
  private static let far: [(Double, Double)] = directions(24)
  /// With those half-way between: labels far from a crowd need narrower steps.
  private static let farther: [(Double, Double)] =
    far
    + zip(far, far.dropFirst() + far.prefix(1)).map { one, next in
      let (x, y) = (one.0 + next.0, one.1 + next.1)
      let length = (x * x + y * y).squareRoot()
      return (x / length, y / length)
    }

  private static func directions(_ count: Int) -> [(Double, Double)] {
    // cos and sin of multiples of 15°, written out: the same on every machine.
    let sines = [
      0, 0.25881904510252074, 0.5, 0.7071067811865476, 0.8660254037844386, 0.9659258262890683, 1,
    ]
    func sine(_ step: Int) -> Double {
      let step = (step % 24 + 24) % 24
      return step <= 6 ? sines[step] : step <= 12 ? sines[12 - step] : -sine(step - 12)
    }
    return (0..<count).map { index in
      let step = index * 24 / count
      return (sine(step + 6), -sine(step))
    }
  }
}

/// The choice among candidates: greedy, then improved until nothing gets better.
private struct Search {
  let candidates: [[LabelPlacement.Candidate]]
  let unplaced: Double
  private(set) var chosen: [Int?]

  init(candidates: [[LabelPlacement.Candidate]], unplaced: Double) {
    self.candidates = candidates
    self.unplaced = unplaced
    chosen = Array(repeating: nil, count: candidates.count)
  }

  mutating func run() {
    let order = candidates.indices.sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
    for label in order { chosen[label] = best(label) }
    for _ in 0..<6 {
      let before = chosen
      for label in order { chosen[label] = best(label) }
      for label in order where price(of: label) > 60 { push(label) }
      if chosen == before { break }
    }
  }

  /// The cheapest candidate beside all others as they stand; nil if leaving the label out is cheaper.
  private func best(_ label: Int) -> Int? {
    var best: Int?
    var least = unplaced
    for (index, candidate) in candidates[label].enumerated() {
      if candidate.price >= least { break }
      let price = candidate.price + conflicts(candidate, of: label, below: least - candidate.price)
      if price < least { (best, least) = (index, price) }
    }
    return best
  }

  private func conflicts(_ candidate: LabelPlacement.Candidate, of label: Int, below limit: Double) -> Double {
    var sum = 0.0
    for other in chosen.indices where other != label {
      guard let choice = chosen[other] else { continue }
      sum += conflict(candidate, candidates[other][choice])
      if sum >= limit { return .infinity }
    }
    return sum
  }

  private func conflict(_ one: LabelPlacement.Candidate, _ other: LabelPlacement.Candidate) -> Double {
    guard one.bounds.intersects(other.bounds) else { return 0 }
    if LabelPlacement.spaced(one.rect).intersects(other.rect) { return .infinity }
    var price = 0.0
    if let leader = one.leader, leader.length(inside: other.rect) > 0 { price += 200 }
    if let leader = other.leader, leader.length(inside: one.rect) > 0 { price += 200 }
    if let first = one.leader, let second = other.leader, first.crosses(second) { price += 60 }
    return price
  }

  private func price(of label: Int) -> Double {
    guard let choice = chosen[label] else { return min(unplaced, 1e6) }
    let candidate = candidates[label][choice]
    return candidate.price + conflicts(candidate, of: label, below: .infinity)
  }

  /// What these labels cost, and their conflicts with each other and with all the rest.
  private func energy(of labels: [Int]) -> Double {
    var sum = 0.0
    for (position, label) in labels.enumerated() {
      guard let choice = chosen[label] else {
        sum += min(unplaced, 1e6)
        continue
      }
      let candidate = candidates[label][choice]
      sum += candidate.price
      for (other, choice) in chosen.enumerated() {
        guard let choice, other != label, !labels[..<position].contains(other) else { continue }
        sum += conflict(candidate, candidates[other][choice])
      }
    }
    return sum
  }

  /// Gives the label each of its cheapest places in turn, lets the at most two labels in the way find others, and keeps
  /// the best outcome if it is better than what was.
  private mutating func push(_ label: Int) {
    let before = chosen
    var gain = 1e-9
    var best = before
    for (index, candidate) in candidates[label].prefix(60).enumerated() {
      let touched = before.indices.filter { other in
        guard other != label, let choice = before[other] else { return false }
        return conflict(candidate, candidates[other][choice]) > 0
      }
      guard touched.count <= 2 else { continue }
      let changed = [label] + touched
      chosen = before
      let was = energy(of: changed)
      for other in touched { chosen[other] = nil }
      chosen[label] = index
      for other in touched { chosen[other] = self.best(other) }
      let gained = was - energy(of: changed)
      if gained > gain { (gain, best) = (gained, chosen) }
    }
    chosen = best
  }
}
