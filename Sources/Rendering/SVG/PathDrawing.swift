/// Boxes, circles and what ties them as a drawing.
struct PathDrawing {
  private static let labelSize = 14.5
  private static let numberSize = 12.5

  static func draw(_ diagram: PathDiagram, width: Double) -> Drawing {
    var drawing = Drawing(width: width, height: 0)
    let labels = diagram.boxes.map { shortened($0, to: width * 0.3) }
    let boxWidth = max(70, (labels.map { FontMetrics.width($0, size: labelSize) }.max() ?? 0) + 20)
    let step = max(32, 60 * Double(diagram.circles.count) / Double(max(1, diagram.boxes.count)))
    let boxes = labels.indices.map { Rect(x: 0, y: 6 + Double($0) * step, width: boxWidth, height: 25) }
    let height = 12 + Double(labels.count) * step
    let names = diagram.circles.map { shortened($0, to: 120) }
    let radius = max(24, (names.map { FontMetrics.width($0, size: labelSize) }.max() ?? 0) / 2 + 9)
    let ties = diagram.ties
    // Between boxes and circles there is room for arrows; brackets get what is left, up to what they need.
    let heights = placed(diagram, boxes, height: height, radius: radius)
    let order = heights.indices.sorted { (heights[$0], $0) < (heights[$1], $1) }
    let spans = ties.map { tie in
      let ends = [order.firstIndex(of: tie.first)!, order.firstIndex(of: tie.second)!]
      return ends.min()!...ends.max()!
    }
    let lanes = PathDrawing.lanes(spans)
    let laneCount = Double((lanes.max() ?? -1) + 1)
    let room = width - boxWidth - 190 - 2 * radius
    let laneWidth = laneCount > 0 ? min(50, max(6, (room - 30) / laneCount)) : 0
    let brackets = laneCount > 0 ? 24 + laneWidth * (laneCount - 0.5) : 0
    let circleX = max(boxWidth + 120 + radius, width - radius - brackets - 4)
    let circles = heights.map { Place(circleX, $0) }
    let numbers = NumberText(unicode: true)
    func text(_ value: Double) -> String { numbers.string(.number(value), diagram.style).replacing("-", with: "−") }

    var taken: [Rect] = []
    for path in diagram.paths {
      let from = circles[path.circle]
      let to = Place(boxes[path.box].right, boxes[path.box].center.y)
      let far = from.distance(to: to)
      let start = Place(from.x + (to.x - from.x) * radius / far, from.y + (to.y - from.y) * radius / far)
      let width = 0.8 + 3.2 * min(1, abs(path.value))
      drawing.shapes.append(
        .line(
          Segment(from: start, to: to), color: path.value < 0 ? "#8A3F08" : Palette.point, width: width,
          dash: path.value < 0 ? "7 4" : nil))
      // The number stands on its line, near the box, where lines of one circle are far apart; a number that finds no free
      // place is left to the tables.
      let label = text(path.value)
      for share in stride(from: 0.16, through: 0.8, by: 0.08) {
        let place = Place(to.x + (start.x - to.x) * share, to.y + (start.y - to.y) * share + numberSize * 0.36)
        let rect = Drawing.rect(of: label, at: place, size: numberSize, anchor: .middle, isBold: false)
        if taken.contains(where: { $0.intersects(rect) }) { continue }
        drawing.shapes.append(.rectangle(rect.grown(by: 1), fill: .color("#FFFFFF")))
        drawing.write(label, at: place, size: numberSize, anchor: .middle)
        taken.append(rect)
        break
      }
    }
    for (index, box) in boxes.enumerated() {
      drawing.shapes.append(.rectangle(box, fill: .color("#FFFFFF"), outline: Palette.ink))
      drawing.write(
        labels[index], at: Place(box.center.x, box.center.y + labelSize * 0.36), size: labelSize, anchor: .middle)
    }
    for (index, circle) in circles.enumerated() {
      drawing.shapes.append(.circle(circle, radius: radius, fill: "#DDECF8", outline: Palette.point))
      drawing.write(
        names[index], at: Place(circle.x, circle.y + labelSize * 0.36), size: labelSize, anchor: .middle)
    }
    draw(ties, lanes, laneWidth: laneWidth, circles: circles, radius: radius, text, &drawing)
    let lines = FontMetrics.wrap(diagram.key, width: width, size: 13.5)
    drawing.height = drawing.write(lines, x: 0, top: max(height, 0) + 8, size: 13.5, color: Palette.soft)
    return drawing
  }

  /// Each circle at the mean height of its strongest boxes, pushed apart where they would touch.
  private static func placed(
    _ diagram: PathDiagram, _ boxes: [Rect], height: Double, radius: Double
  ) -> [Double] {
    let wanted = diagram.circles.indices.map { circle in
      let own = diagram.paths.filter { $0.circle == circle }
      let weight = own.reduce(0) { $0 + $1.value * $1.value }
      return weight > 0
        ? own.reduce(0) { $0 + $1.value * $1.value * boxes[$1.box].center.y } / weight : height / 2
    }
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var heights = wanted
    let gap = min(2 * radius + 12, height / Double(max(1, wanted.count)))
    for (previous, next) in zip(order, order.dropFirst()) {
      heights[next] = max(heights[next], heights[previous] + gap)
    }
    // What was pushed below the picture is pushed up again.
    var limit = max(height - radius - 4, radius)
    for index in order.reversed() {
      heights[index] = min(heights[index], limit)
      limit = heights[index] - gap
    }
    return heights
  }

  /// The column in which each bracket stands, the nearest that is free over its whole length.
  static func lanes(_ spans: [ClosedRange<Int>]) -> [Int] {
    var taken: [[ClosedRange<Int>]] = []
    return spans.map { span in
      // Brackets that only meet at a circle may share a column: each leaves the circle at a height of its own.
      let lane =
        taken.firstIndex { others in
          others.allSatisfy { $0.upperBound <= span.lowerBound || span.upperBound <= $0.lowerBound }
        } ?? taken.count
      if lane == taken.count { taken.append([]) }
      taken[lane].append(span)
      return lane
    }
  }

  private static func draw(
    _ ties: [PathDiagram.Tie], _ lanes: [Int], laneWidth: Double, circles: [Place], radius: Double,
    _ text: (Double) -> String, _ drawing: inout Drawing
  ) {
    // At every circle its brackets fan out: those that go up above those that go down, the nearer column further out.
    func place(_ tie: Int, at circle: Int) -> Place {
      let own = ties.indices.filter { ties[$0].first == circle || ties[$0].second == circle }
      func other(_ index: Int) -> Int { ties[index].first == circle ? ties[index].second : ties[index].first }
      let order = own.sorted { a, b in
        let (up, down) = (circles[other(a)].y < circles[circle].y, circles[other(b)].y < circles[circle].y)
        if up != down { return up }
        return up ? lanes[a] < lanes[b] : lanes[a] > lanes[b]
      }
      let step = min(9, 1.6 * radius / Double(max(1, own.count)))
      let shift = (Double(order.firstIndex(of: tie)!) - Double(own.count - 1) / 2) * step
      return Place(
        circles[circle].x + max(0, radius * radius - shift * shift).squareRoot(), circles[circle].y + shift)
    }
    var labels: [Rect] = []
    for (index, tie) in ties.enumerated() {
      let x = circles[tie.first].x + radius + 24 + laneWidth * Double(lanes[index])
      let (from, to) = (place(index, at: tie.first), place(index, at: tie.second))
      for segment in [
        Segment(from: from, to: Place(x, from.y)), Segment(from: Place(x, from.y), to: Place(x, to.y)),
        Segment(from: Place(x, to.y), to: to),
      ] { drawing.shapes.append(.line(segment, color: Palette.leader, width: 1.2)) }
    }
    for (index, tie) in ties.enumerated() {
      let x = circles[tie.first].x + radius + 24 + laneWidth * Double(lanes[index])
      let (from, to) = (place(index, at: tie.first), place(index, at: tie.second))
      let label = text(tie.value)
      for share in [0.5, 0.4, 0.6, 0.3, 0.7] {
        let rect = Drawing.rect(
          of: label, at: Place(x, from.y + (to.y - from.y) * share + numberSize * 0.36), size: numberSize,
          anchor: .middle, isBold: false)
        if labels.contains(where: { $0.intersects(rect) }) || rect.right > drawing.width { continue }
        drawing.shapes.append(.rectangle(rect.grown(by: 1), fill: .color("#FFFFFF")))
        drawing.write(
          label, at: Place(x, from.y + (to.y - from.y) * share + numberSize * 0.36), size: numberSize,
          anchor: .middle, color: Palette.soft)
        labels.append(rect)
        break
      }
    }
  }

  private static func shortened(_ text: String, to width: Double) -> String {
    var text = TextFlow.clean(text)
    guard FontMetrics.width(text, size: labelSize) > width else { return text }
    while !text.isEmpty, FontMetrics.width(text + "…", size: labelSize) > width { text.removeLast() }
    return text + "…"
  }
}
