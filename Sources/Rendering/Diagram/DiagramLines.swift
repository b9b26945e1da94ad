/// A line of a diagram as a chain of places.
struct DiagramLine {
  /// What it stands for, by its place in the diagram.
  enum Kind: Equatable {
    case arrow(Int), tie(Int), crossLoading(Int)
  }
  var kind: Kind
  var points: [Place]
  /// Corners are rounded; an arc is smooth by itself.
  var isArc = false

  /// Drawn thin, with a small number.
  var isMinor: Bool { if case .arrow = kind { false } else { true } }

  var segments: [Segment] { zip(points, points.dropFirst()).map { Segment(from: $0, to: $1) } }
  var length: Double { segments.reduce(0) { $0 + $1.from.distance(to: $1.to) } }

  /// The place at a share of the length.
  func place(at share: Double) -> Place {
    var left = share * length
    for segment in segments {
      let own = segment.from.distance(to: segment.to)
      if left <= own, own > 0 {
        return Place(
          segment.from.x + (segment.to.x - segment.from.x) * left / own,
          segment.from.y + (segment.to.y - segment.from.y) * left / own)
      }
      left -= own
    }
    return points.last ?? Place(0, 0)
  }

  /// Whether it runs across more than down at the place of it that is nearest to `place`.
  func isFlat(near place: Place) -> Bool {
    guard let segment = segments.min(by: { $0.distance(to: place) < $1.distance(to: place) }) else { return false }
    return abs(segment.to.y - segment.from.y) < 0.35 * abs(segment.to.x - segment.from.x)
  }

  /// A curve from place to place that bulges to one side by `bulge`: a Bézier curve of third degree.
  static func arc(_ from: Place, _ to: Place, dx: Double, dy: Double) -> [Place] {
    // Control places at 4/3 of the bulge make the middle of the curve reach it.
    let (a, b) = (
      Place(from.x + dx * 4 / 3, from.y + dy * 4 / 3), Place(to.x + dx * 4 / 3, to.y + dy * 4 / 3)
    )
    return (0...20).map { step in
      let t = Double(step) / 20
      let s = 1 - t
      let (w0, w1, w2, w3) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      return Place(
        w0 * from.x + w1 * a.x + w2 * b.x + w3 * to.x, w0 * from.y + w1 * a.y + w2 * b.y + w3 * to.y)
    }
  }
}

/// Arrows and ties of a diagram whose nodes have their places.
struct DiagramLines {
  private let diagram: ModelDiagram
  private let bodies: [DiagramBody]
  private let column: [Int]
  private let placement: DiagramPlacement
  let router: DiagramRouter
  private(set) var lines: [DiagramLine] = []
  /// Ties that have no line.
  private(set) var lost: [Int] = []
  /// Arrows whose straight line is not free.
  private(set) var blocked: [Int] = []

  /// Ties of nodes, and of indicators, beyond which none is drawn.
  static let most = 15

  init(_ diagram: ModelDiagram, _ bodies: [DiagramBody], column: [Int], placement: DiagramPlacement) {
    self.diagram = diagram
    self.bodies = bodies
    self.column = column
    self.placement = placement
    router = DiagramRouter(bodies, placement)
    let aims = aims()
    for (index, arrow) in diagram.arrows.enumerated() where arrow.from != arrow.to {
      let line = Segment(from: aims[index].0, to: aims[index].1)
      if !router.isClear(line, arrow.from, arrow.to) { blocked.append(index) }
      lines.append(
        DiagramLine(kind: .arrow(index), points: router.trimmed([line.from, line.to], arrow.from, arrow.to)))
    }
  }

  /// Places within the two nodes that each arrow leads from and to: those that come from one side stand apart.
  private func aims() -> [(Place, Place)] {
    let centers = placement.centers
    func offset(_ arrow: Int, at node: Int) -> Double {
      func other(_ index: Int) -> Int {
        diagram.arrows[index].from == node ? diagram.arrows[index].to : diagram.arrows[index].from
      }
      func side(_ index: Int) -> Int { column[other(index)] - column[node] }
      guard side(arrow) != 0 else {
        // Of two arrows there and back each has its own track.
        return 0
      }
      let own = diagram.arrows.indices.filter { index in
        let ends = diagram.arrows[index]
        return (ends.from == node || ends.to == node) && ends.from != ends.to && (side(index) > 0) == (side(arrow) > 0)
      }.sorted { (centers[other($0)].y, $0) < (centers[other($1)].y, $1) }
      let step = min(16, 1.3 * bodies[node].ry / Double(max(1, own.count)))
      return (Double(own.firstIndex(of: arrow) ?? 0) - Double(own.count - 1) / 2) * step
    }
    return diagram.arrows.indices.map { index in
      let arrow = diagram.arrows[index]
      var (from, to) = (centers[arrow.from], centers[arrow.to])
      from.y += offset(index, at: arrow.from)
      to.y += offset(index, at: arrow.to)
      if column[arrow.from] == column[arrow.to],
        diagram.arrows.contains(where: { $0.from == arrow.to && $0.to == arrow.from })
      {
        // As far apart as numbers are wide, where both forms are.
        let room = 0.6 * min(bodies[arrow.from].rx, bodies[arrow.to].rx)
        let shift = arrow.from < arrow.to ? -room : room
        from.x += shift
        to.x += shift
      }
      return (from, to)
    }
  }

  /// Leads blocked arrows round what is in their way, and adds the ties.
  mutating func finish() {
    for (turn, index) in blocked.enumerated() {
      let arrow = diagram.arrows[index]
      // Detours round the same corner keep apart.
      let margin = 12 + 7 * Double(turn % 3)
      guard let way = router.detour(from: arrow.from, to: arrow.to, margins: [margin, 12, 8, 5]),
        let place = lines.firstIndex(where: { $0.kind == .arrow(index) })
      else { continue }
      lines[place].points = way
    }
    addCrossLoadings()
    addTies()
  }

  /// From the side of the form where the boxes are, so that what lies between belongs to nobody.
  private mutating func addCrossLoadings() {
    for (index, crossing) in diagram.crossLoadings.enumerated() {
      let (from, to) = (crossing.from, crossing.to)
      let boxes = placement.fans[to].boxes
      guard boxes.indices.contains(crossing.indicator), column[from] == column[to],
        placement.sides[from] == placement.sides[to], [.left, .right].contains(placement.sides[to])
      else { continue }
      let (box, center) = (boxes[crossing.indicator], placement.centers[from])
      let isLeft = placement.sides[to] == .left
      // Beside the arrow of the box's own node.
      let shift = center.y < placement.centers[to].y ? -0.28 : 0.28
      let end = Place(isLeft ? box.right : box.x, box.center.y + shift * box.height)
      lines.append(
        DiagramLine(
          kind: .crossLoading(index),
          points: [Place(center.x + (isLeft ? -1 : 1) * bodies[from].rx, center.y), end]))
    }
  }

  private func pair(_ tie: ModelDiagram.Tie) -> (Int, Int)? {
    guard case .node(let a) = tie.first, case .node(let b) = tie.second, a != b else { return nil }
    return placement.centers[a].y <= placement.centers[b].y ? (a, b) : (b, a)
  }

  private mutating func addTies() {
    let pairs = diagram.ties.indices.filter { pair(diagram.ties[$0]) != nil }
    let others = diagram.ties.indices.filter { pair(diagram.ties[$0]) == nil }
    if pairs.count > Self.most { lost += pairs } else { addNodeTies(pairs) }
    if others.count > Self.most { lost += others } else { addBoxTies(others) }
  }

  private mutating func addNodeTies(_ ties: [Int]) {
    var bent: [(tie: Int, first: Int, second: Int)] = []
    for tie in ties {
      guard let (first, second) = pair(diagram.ties[tie]) else { continue }
      let line = Segment(from: placement.centers[first], to: placement.centers[second])
      if router.isClear(line, first, second) {
        lines.append(DiagramLine(kind: .tie(tie), points: router.trimmed([line.from, line.to], first, second)))
      } else {
        bent.append((tie, first, second))
      }
    }
    // Short ones inside long ones.
    bent.sort { a, b in
      func span(_ pair: (tie: Int, first: Int, second: Int)) -> Double {
        placement.centers[pair.second].y - placement.centers[pair.first].y
      }
      return (span(a), a.tie) < (span(b), b.tie)
    }
    let lanes = Self.lanes(bent.map { span($0.first, $0.second) })
    for (place, (pair, lane)) in zip(bent, lanes).enumerated() {
      let (first, second) = (pair.first, pair.second)
      // At a node those that go to one side stand apart, the longest nearest to the middle.
      let leaving = bent.indices.filter { bent[$0].first == first }
      let coming = bent.indices.filter { bent[$0].second == second }
      let heights = (
        Self.height(leaving.firstIndex(of: place) ?? 0, of: leaving.count),
        Self.height(coming.firstIndex(of: place) ?? 0, of: coming.count)
      )
      if column[first] == column[second], let arc = arc(first, second, heights, lane: lane) {
        lines.append(DiagramLine(kind: .tie(pair.tie), points: arc, isArc: true))
      } else if let way = router.detour(from: first, to: second, margins: [10, 8, 5]) {
        lines.append(DiagramLine(kind: .tie(pair.tie), points: way))
      } else {
        lost.append(pair.tie)
      }
    }
  }

  /// The lane in which each stands, the nearest that is free over its whole length.
  private static func lanes(_ spans: [ClosedRange<Int>]) -> [Int] {
    var taken: [[ClosedRange<Int>]] = []
    return spans.map { span in
      // Those that only meet at a node may share a lane.
      let lane =
        taken.firstIndex { others in
          others.allSatisfy { $0.upperBound <= span.lowerBound || span.upperBound <= $0.lowerBound }
        } ?? taken.count
      if lane == taken.count { taken.append([]) }
      taken[lane].append(span)
      return lane
    }
  }

  /// Where on the half of a form the arc of that place meets it, as a share of half its height.
  private static func height(_ place: Int, of count: Int) -> Double {
    count < 2 ? 0.45 : 0.7 - 0.55 * Double(place) / Double(count - 1)
  }

  /// Places in their column from one to the other.
  private func span(_ first: Int, _ second: Int) -> ClosedRange<Int> {
    let own = column.indices.filter { column[$0] == column[first] }
      .sorted { (placement.centers[$0].y, $0) < (placement.centers[$1].y, $1) }
    let ends = [own.firstIndex(of: first) ?? 0, own.firstIndex(of: second) ?? 0]
    return (ends.min() ?? 0)...(ends.max() ?? 0)
  }

  /// A curve beside the column, on the side where it crosses fewer lines.
  ///
  /// - Parameter heights: where it leaves the lower half of the first form and meets the upper half of the second.
  private func arc(_ first: Int, _ second: Int, _ heights: (Double, Double), lane: Int) -> [Place]? {
    func end(_ node: Int, _ height: Double, side: Double) -> Place {
      let body = bodies[node]
      let across = body.isEllipse ? (1 - height * height).squareRoot() : 1
      return Place(
        placement.centers[node].x + side * across * body.rx, placement.centers[node].y + height * body.ry)
    }
    let isLast = column[first] == column.max() && column[first] > 0
    let tried = (isLast ? [-1.0, 1] : [1, -1]).compactMap { side -> (points: [Place], crossings: Int)? in
      let points = DiagramLine.arc(
        end(first, heights.0, side: side), end(second, -heights.1, side: side), dx: side * (30 + 40 * Double(lane)),
        dy: 0)
      return router.isClear(points, first, second) ? (points, crossings(points)) : nil
    }
    return tried.min { $0.crossings < $1.crossings }?.points
  }

  private func crossings(_ points: [Place]) -> Int {
    let own = zip(points, points.dropFirst()).map { Segment(from: $0, to: $1) }
    return lines.reduce(0) { sum, line in
      sum + line.segments.reduce(0) { count, other in count + own.count { $0.crosses(other) } }
    }
  }

  /// Of the residuals of indicators: curves outside their boxes.
  private mutating func addBoxTies(_ ties: [Int]) {
    struct Bent {
      var tie: Int
      var first: Rect
      var second: Rect
      var side: DiagramBody.Side
      var column: Int
    }
    var bent: [Bent] = []
    for tie in ties {
      guard case .indicator(let a, let i) = diagram.ties[tie].first,
        case .indicator(let b, let j) = diagram.ties[tie].second, placement.fans[a].boxes.indices.contains(i),
        placement.fans[b].boxes.indices.contains(j), placement.sides[a] == placement.sides[b],
        column[a] == column[b],
        a == b || [.left, .right].contains(placement.sides[a])
      else {
        lost.append(tie)
        continue
      }
      let rects = [placement.fans[a].boxes[i], placement.fans[b].boxes[j]].sorted { ($0.y, $0.x) < ($1.y, $1.x) }
      bent.append(Bent(tie: tie, first: rects[0], second: rects[1], side: placement.sides[a], column: column[a]))
    }
    bent.sort { a, b in
      func span(_ own: Bent) -> Double { own.first.center.distance(to: own.second.center) }
      return (span(a), a.tie) < (span(b), b.tie)
    }
    for side in [DiagramBody.Side.left, .right, .above, .below] {
      let own = bent.filter { $0.side == side }
      let isFlat = side == .above || side == .below
      let lanes = Self.lanes(
        own.map { pair in
          let ends = isFlat ? (pair.first.center.x, pair.second.center.x) : (pair.first.center.y, pair.second.center.y)
          return Int(min(ends.0, ends.1))...Int(max(ends.0, ends.1))
        })
      for (pair, lane) in zip(own, lanes) {
        let bulge = 22 + 32 * Double(lane)
        let points =
          switch side {
          case .left:
            DiagramLine.arc(
              Place(pair.first.x, pair.first.center.y + 2), Place(pair.second.x, pair.second.center.y - 2), dx: -bulge,
              dy: 0)
          case .right:
            DiagramLine.arc(
              Place(pair.first.right, pair.first.center.y + 2), Place(pair.second.right, pair.second.center.y - 2),
              dx: bulge, dy: 0)
          case .above:
            DiagramLine.arc(
              Place(pair.first.center.x, pair.first.y), Place(pair.second.center.x, pair.second.y), dx: 0,
              dy: -14 - 18 * Double(lane))
          case .below:
            DiagramLine.arc(
              Place(pair.first.center.x, pair.first.bottom), Place(pair.second.center.x, pair.second.bottom), dx: 0,
              dy: 14 + 18 * Double(lane))
          }
        let rects = router.cores + router.fans.compactMap { $0 }
        let inner = rects.contains { rect in
          zip(points.dropFirst(2), points.dropFirst(3).dropLast(2)).contains {
            Segment(from: $0, to: $1).length(inside: rect) > 0
          }
        }
        if inner {
          lost.append(pair.tie)
        } else {
          lines.append(DiagramLine(kind: .tie(pair.tie), points: points, isArc: true))
        }
      }
    }
  }
}
