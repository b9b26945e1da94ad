/// Boxes, circles and what ties them as a drawing.
struct PathDrawing {
  private static let labelSize = 14.5
  private static let numberSize = 12.5

  static func draw(_ diagram: PathDiagram, width: Double, palette: Palette) -> Drawing {
    var drawing = Drawing(width: width, height: 0, palette: palette)
    let labels = diagram.boxes.map { PathDrawing.wrapped($0, width: width * 0.34) }
    let boxWidth = max(70, (labels.joined().map { FontMetrics.width($0, size: labelSize) }.max() ?? 0) + 20)
    let least = max(32, 60 * Double(diagram.circles.count) / Double(max(1, diagram.boxes.count)))
    var boxes: [Rect] = []
    var height = 6.0
    for label in labels {
      let own = Drawing.height(of: label.count, size: labelSize) + 8
      boxes.append(Rect(x: 0, y: height, width: boxWidth, height: own))
      height += max(least, own + 7)
    }
    height += 6
    let names = diagram.circles.map { FontMetrics.balanced($0, width: 110, size: labelSize) }
    let radius = max(24, names.map { circleRadius($0) }.max() ?? 0)
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
    let room = width - boxWidth - 170 - 2 * radius
    let laneWidth = laneCount > 0 ? min(50, max(6, (room - 30) / laneCount)) : 0
    let brackets = laneCount > 0 ? 24 + laneWidth * (laneCount - 0.5) : 0
    let circleX = max(boxWidth + 70 + radius, width - radius - brackets - 4)
    let circles = heights.map { Place(circleX, $0) }
    let numbers = NumberText(unicode: true)
    func text(_ value: Double) -> String { numbers.string(.number(value), diagram.style).replacing("-", with: "−") }

    var taken: [Rect] = []
    var arrows: [Segment] = []
    for path in diagram.paths {
      let from = circles[path.circle]
      let to = Place(boxes[path.box].right, boxes[path.box].center.y)
      let far = from.distance(to: to)
      let start = Place(from.x + (to.x - from.x) * radius / far, from.y + (to.y - from.y) * radius / far)
      let width = 0.8 + 3.2 * min(1, abs(path.value))
      drawing.arrow(
        Segment(from: start, to: to), color: path.value < 0 ? palette.negative : palette.point, width: width,
        dash: path.value < 0 ? "7 4" : nil)
      arrows.append(Segment(from: start, to: to))
    }
    // A number stands on its line, near the box, where lines of one circle are far apart, and where it hides no other line
    // if there is such a place; a number that finds no free place is left to the tables.
    for (own, path) in diagram.paths.enumerated() {
      let (start, to) = (arrows[own].from, arrows[own].to)
      let label = text(path.value)
      let places = stride(from: 0.14, through: 0.8, by: 0.04).map { share in
        Place(to.x + (start.x - to.x) * share, to.y + (start.y - to.y) * share + numberSize * 0.36)
      }
      let free = places.map { place in
        (place, Drawing.rect(of: label, at: place, size: numberSize, anchor: .middle, isBold: false))
      }.filter { _, rect in !taken.contains { $0.intersects(rect.grown(by: 1)) } }
      let clear = free.first { _, rect in
        !arrows.enumerated().contains { $0.offset != own && $0.element.length(inside: rect.grown(by: 1)) > 0 }
      }
      guard let (place, rect) = clear ?? free.first else { continue }
      drawing.shapes.append(.rectangle(rect.grown(by: 1), fill: .color(palette.background)))
      drawing.write(label, at: place, size: numberSize, anchor: .middle)
      taken.append(rect)
    }
    for (index, box) in boxes.enumerated() {
      drawing.shapes.append(.rectangle(box, fill: .color(palette.background), outline: palette.ink))
      drawing.write(labels[index], x: box.center.x, top: box.y + 4, size: labelSize, anchor: .middle)
    }
    for (index, circle) in circles.enumerated() {
      drawing.shapes.append(.circle(circle, radius: radius, fill: palette.circle, outline: palette.point))
      drawing.write(
        names[index], x: circle.x, top: circle.y - Drawing.height(of: names[index].count, size: labelSize) / 2,
        size: labelSize, anchor: .middle)
    }
    draw(ties, lanes, laneWidth: laneWidth, circles: circles, radius: radius, text, &drawing)
    let lines = FontMetrics.wrap(diagram.key, width: width, size: 13.5)
    drawing.height = drawing.write(lines, x: 0, top: max(height, 0) + 8, size: 13.5, color: drawing.palette.soft)
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
      ] { drawing.shapes.append(.line(segment, color: drawing.palette.leader, width: 1.2)) }
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
        drawing.shapes.append(.rectangle(rect.grown(by: 1), fill: .color(drawing.palette.background)))
        drawing.write(
          label, at: Place(x, from.y + (to.y - from.y) * share + numberSize * 0.36), size: numberSize,
          anchor: .middle, color: drawing.palette.soft)
        labels.append(rect)
        break
      }
    }
  }

  /// The whole label, over as many lines as it needs.
  private static func wrapped(_ label: String, width: Double) -> [String] {
    let text = TextFlow.clean(label)
    return FontMetrics.width(text, size: labelSize) <= width
      ? [text] : FontMetrics.balanced(text, width: width, size: labelSize)
  }

  /// Of a circle around these lines.
  private static func circleRadius(_ lines: [String]) -> Double {
    let half = Drawing.height(of: lines.count, size: labelSize) / 2
    let wide = (lines.map { FontMetrics.width($0, size: labelSize) }.max() ?? 0) / 2
    // Corners of several lines reach further out than their middle.
    return (lines.count > 1 ? (half * half + wide * wide).squareRoot() : wide) + 8
  }
}
