import Languages

/// A quadrant map as a drawing: axes, tinted quadrants with their names, points with intervals and labels, and below
/// the axis a key of what the plot could not say.
struct QuadrantDrawing {
  let map: QuadrantMap
  let width: Double
  /// Points that have a position; the others are named in the key.
  let shown: [QuadrantMap.Point]
  let radius = 6.5
  let labelSize = 15.0
  private let tickSize = 13.5
  private let titleSize = 15.0
  private var axes: PlotAxes { PlotAxes(x: map.xAxis, y: map.yAxis, tickSize: tickSize, titleSize: titleSize) }

  private init(_ map: QuadrantMap, width: Double) {
    self.map = map
    self.width = width
    shown = map.points.filter { $0.x.value.isFinite && $0.y.value.isFinite }
  }

  /// Draws the map at this width; as high as its labels need.
  static func draw(_ map: QuadrantMap, width: Double, height: Double) -> Drawing {
    let drawing = QuadrantDrawing(map, width: width)
    var height = height
    while true {
      if let finished = drawing.draw(plotHeight: height) { return finished }
      height *= 1.25
    }
  }

  /// - Returns: nil if some point can have neither its label nor its number.
  private func draw(plotHeight: Double) -> Drawing? {
    let (plot, xScale, yScale) = scales(plotHeight: plotHeight)
    var drawing = Drawing(width: width, height: 0)
    let names = drawQuadrants(plot, xScale, yScale, &drawing)
    let quadrants = quadrants(plot, xScale, yScale)
    let bottom = axes.draw(plot, xScale, yScale, &drawing)
    let lines = drawIntervals(xScale, yScale, plot, &drawing)
    let places = shown.map { Place(xScale.position($0.x.value), yScale.position($0.y.value)) }
    // By the data, not by the pixel: a point beside a line is in its quadrant.
    let homes = quadrants.isEmpty ? [] : shown.map { quadrants[quadrant(of: $0)] }
    guard let numbered = drawLabels(places, homes, plot: plot, names: names, lines: lines, &drawing) else { return nil }
    // Flagged points last: one in the same place as another must be seen.
    for (point, place) in zip(shown, places).sorted(by: { !$0.0.isFlagged && $1.0.isFlagged }) {
      drawing.shapes.append(
        .circle(place, radius: radius, fill: point.isFlagged ? "#FFFFFF" : Palette.point, outline: Palette.point))
    }
    drawing.height = drawKey(numbered, top: bottom, &drawing)
    return drawing
  }

  // MARK: Axes

  private func scales(plotHeight: Double) -> (plot: Rect, x: AxisScale, y: AxisScale) {
    let top = 8.0
    func ends(_ estimates: [Estimate]) -> [Double] {
      estimates.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }
    }
    var y = AxisScale(
      values: ends(shown.map(\.y)) + [map.crosshairY], declared: map.yAxis.range, room: 0.07, start: top + plotHeight,
      end: top)
    // Lines of names are counted in a little less width than they get: longer numbers at the padded axis take some of it.
    let leastWidth = width - axes.leftMargin(y, plotHeight: plotHeight) - 24 - 30
    let nameHeights = map.quadrants.map {
      Drawing.height(of: nameLines($0, width: leastWidth * 0.3).count, size: titleSize)
    }
    if map.crosshairY.isFinite {
      func share(_ names: [Int]) -> Double {
        min(0.4, ((names.map { nameHeights[$0] }.max() ?? 0) + 24) / plotHeight)
      }
      y.keep(map.crosshairY, from: share([2, 3]), from: share([0, 1]))
      // The names stand in a strip of their own at each edge, which no point and no finite interval reaches.
      y.pad(
        ends(shown.map(\.y)) + [map.crosshairY], declared: map.yAxis.range, below: share([2, 3]), above: share([0, 1]))
    }
    let left = axes.leftMargin(y, plotHeight: plotHeight)
    let plot = Rect(x: left, y: top, width: width - left - 24, height: plotHeight)
    var x = AxisScale(
      values: ends(shown.map(\.x)) + [map.crosshairX], declared: map.xAxis.range, room: 0.07, start: plot.x,
      end: plot.right)
    if map.crosshairX.isFinite {
      func share(_ names: [Int]) -> Double {
        let widest = names.flatMap { nameLines(map.quadrants[$0], width: plot.width * 0.3) }.map {
          FontMetrics.width($0, size: titleSize, isBold: true)
        }.max()
        return min(0.4, ((widest ?? 0) + 24) / plot.width)
      }
      x.keep(map.crosshairX, from: share([0, 2]), from: share([1, 3]))
    }
    return (plot, x, y)
  }

  // MARK: Quadrants

  private func nameLines(_ name: String, width: Double) -> [String] {
    let whole = FontMetrics.width(name, size: titleSize, isBold: true)
    return whole <= width ? [name] : FontMetrics.balanced(name, width: width, size: titleSize, isBold: true)
  }

  /// The quadrants of the plot in the order of their names.
  func quadrants(_ plot: Rect, _ x: AxisScale, _ y: AxisScale) -> [Rect] {
    guard map.crosshairX.isFinite, map.crosshairY.isFinite else { return [] }
    let cross = Place(x.position(map.crosshairX), y.position(map.crosshairY))
    return [
      Rect(x: plot.x, y: plot.y, width: cross.x - plot.x, height: cross.y - plot.y),
      Rect(x: cross.x, y: plot.y, width: plot.right - cross.x, height: cross.y - plot.y),
      Rect(x: plot.x, y: cross.y, width: cross.x - plot.x, height: plot.bottom - cross.y),
      Rect(x: cross.x, y: cross.y, width: plot.right - cross.x, height: plot.bottom - cross.y),
    ]
  }

  /// Tints, names and crosshair.
  ///
  /// - Returns: the rectangles of the names.
  private func drawQuadrants(
    _ plot: Rect, _ x: AxisScale, _ y: AxisScale, _ drawing: inout Drawing
  ) -> [Rect] {
    let quadrants = quadrants(plot, x, y)
    let whiskers = whiskers(x, y)
    for (rect, tint) in zip(quadrants, Palette.tints) {
      drawing.shapes.append(.rectangle(rect, fill: .color(tint)))
    }
    for line in crosshair(plot, x, y) {
      drawing.shapes.append(.line(line, color: Palette.soft, width: 1.3, dash: "6 4"))
    }
    let before = drawing.texts.count
    for (index, quadrant) in quadrants.enumerated() {
      let lines = nameLines(map.quadrants[index], width: max(plot.width * 0.3, quadrant.width - 24))
      let size = (
        width: lines.map { FontMetrics.width($0, size: titleSize, isBold: true) }.max() ?? 0,
        height: Drawing.height(of: lines.count, size: titleSize)
      )
      let isRight = index % 2 == 1
      let isBottom = index >= 2
      // In the outer corner; along the outer edge if an interval without an end runs there.
      let room = max(0, quadrant.width - size.width - 20)
      let places = [0, 0.25, 0.5, 0.75, 1].map { share in
        Rect(
          x: isRight ? quadrant.right - 10 - size.width - share * room : quadrant.x + 10 + share * room,
          y: isBottom ? quadrant.bottom - 8 - size.height : quadrant.y + 8, width: size.width, height: size.height)
      }
      let covered = places.map { place in whiskers.count { $0.length(inside: place.grown(by: 2)) > 0 } }
      let rect = places[covered.firstIndex(of: covered.min() ?? 0) ?? 0]
      drawing.write(
        lines, x: isRight ? rect.right : rect.x, top: rect.y, size: titleSize, anchor: isRight ? .end : .start,
        isBold: true, color: Palette.quadrantNames[index])
    }
    return drawing.texts[before...].map(\.rect)
  }

  /// The quadrant of a point; one on a line belongs to the higher side.
  private func quadrant(of point: QuadrantMap.Point) -> Int {
    (point.x.value >= map.crosshairX ? 1 : 0) + (point.y.value >= map.crosshairY ? 0 : 2)
  }

  func crosshair(_ plot: Rect, _ x: AxisScale, _ y: AxisScale) -> [Segment] {
    guard map.crosshairX.isFinite, map.crosshairY.isFinite else { return [] }
    let cross = Place(x.position(map.crosshairX), y.position(map.crosshairY))
    return [
      Segment(from: Place(cross.x, plot.y), to: Place(cross.x, plot.bottom)),
      Segment(from: Place(plot.x, cross.y), to: Place(plot.right, cross.y)),
    ]
  }

  // MARK: Key

  /// Numbers with their names in columns, what hollow points mean, and points without a position.
  ///
  /// - Returns: the lower edge.
  private func drawKey(_ numbered: [QuadrantMap.Point], top: Double, _ drawing: inout Drawing) -> Double {
    var bottom = top
    let size = 14.0
    if let meaning = map.flagMeaning, shown.contains(where: \.isFlagged) {
      let lines = FontMetrics.wrap(meaning, width: width - 40, size: size)
      let height = Drawing.height(of: 1, size: size)
      drawing.shapes.append(
        .circle(
          Place(radius + 2, bottom + 12 + height / 2), radius: radius, fill: "#FFFFFF", outline: Palette.point))
      bottom = drawing.write(lines, x: 24, top: bottom + 12, size: size, color: Palette.soft)
    }
    if !numbered.isEmpty {
      bottom = drawNumbers(numbered, top: bottom + 12, size: size, &drawing)
    }
    let lost = map.points.filter { !$0.x.value.isFinite || !$0.y.value.isFinite }.map(\.label)
    if !lost.isEmpty {
      let text = Language.current.message("Without a position: {0}", lost.joined(separator: ", "))
      let lines = FontMetrics.wrap(text, width: width, size: size)
      bottom = drawing.write(lines, x: 0, top: bottom + 12, size: size, color: Palette.soft)
    }
    return bottom
  }

  private func drawNumbers(
    _ points: [QuadrantMap.Point], top: Double, size: Double, _ drawing: inout Drawing
  ) -> Double {
    let indent = FontMetrics.width("\(points.count)", size: size, isBold: true) + 8
    let widest = points.map { FontMetrics.width(TextFlow.clean($0.label), size: size) }.max() ?? 0
    let columns = max(1, min(4, Int((width + 20) / (min(widest, width / 2) + indent + 20))))
    let column = (width + 20) / Double(columns)
    let perColumn = (points.count + columns - 1) / columns
    var bottom = top
    for start in stride(from: 0, to: points.count, by: perColumn) {
      var y = top
      let x = Double(start / perColumn) * column
      for index in start..<min(points.count, start + perColumn) {
        drawing.write(["\(index + 1)"], x: x + indent - 8, top: y, size: size, anchor: .end, isBold: true)
        let lines = FontMetrics.wrap(points[index].label, width: column - indent - 20, size: size)
        y = drawing.write(lines, x: x + indent, top: y, size: size) + 4
      }
      bottom = max(bottom, y - 4)
    }
    return bottom
  }
}

extension AxisScale {
  /// About `count` ticks, fewer where their labels would touch.
  func spacedTicks(_ count: Int, style: Table.Style, size: Double) -> (values: [Double], labels: [String]) {
    for wanted in stride(from: count, through: 1, by: -1) {
      let ticks = ticks(wanted)
      let labels = labels(ticks, style: style)
      let boxes = zip(ticks.values, labels).map { value, label in
        (position(value), FontMetrics.width(label, size: size) / 2)
      }
      if zip(boxes, boxes.dropFirst()).allSatisfy({ $0.0 + $0.1 + 10 < $1.0 - $1.1 }) { return (ticks.values, labels) }
    }
    return ([], [])
  }
}
