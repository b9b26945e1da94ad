import Languages

/// A quadrant map as a drawing: axes, tinted quadrants with their names, points with intervals and labels, and below
/// the axis a key of what the plot could not say.
struct QuadrantDrawing {
  let map: QuadrantMap
  let width: Double
  let palette: Palette
  /// Points that have a position; the others are named in the key.
  let shown: [QuadrantMap.Point]
  let labelSize = 15.0
  private let plainRadius = 6.5
  private let ring = 4.5
  private let tickSize = 13.5
  private let titleSize = 15.0
  private var axes: PlotAxes { PlotAxes(x: map.xAxis, y: map.yAxis, tickSize: tickSize, titleSize: titleSize) }

  private init(_ map: QuadrantMap, width: Double, palette: Palette) {
    self.map = map
    self.width = width
    self.palette = palette
    shown = map.points.filter { $0.x.value.isFinite && $0.y.value.isFinite }
  }

  /// Draws the map at this width; as high as its labels need.
  ///
  /// Labels stand clear of every interval as long as a map of twice the height has room for that.
  static func draw(_ map: QuadrantMap, width: Double, height: Double, palette: Palette) -> Drawing {
    let drawing = QuadrantDrawing(map, width: width, palette: palette)
    var current = height
    while true {
      if let finished = drawing.draw(plotHeight: current, isClear: current < 2.4 * height) { return finished }
      current *= 1.25
    }
  }

  /// - Parameter isClear: no label may touch an interval.
  /// - Returns: nil if some point can have neither its label nor its number.
  private func draw(plotHeight: Double, isClear: Bool) -> Drawing? {
    let (plot, xScale, yScale) = scales(plotHeight: plotHeight)
    var drawing = Drawing(width: width, height: 0, palette: palette)
    let names = drawQuadrants(plot, xScale, yScale, &drawing)
    let quadrants = quadrants(plot, xScale, yScale)
    let bottom = axes.draw(plot, xScale, yScale, &drawing)
    let whiskers = drawIntervals(xScale, yScale, &drawing)
    let trails = drawTrails(xScale, yScale, &drawing)
    let places = shown.map { Place(xScale.position($0.x.value), yScale.position($0.y.value)) }
    // By the data, not by the pixel: a point beside a line is in its quadrant.
    let homes = quadrants.isEmpty ? [] : shown.map { quadrants[quadrant(of: $0)] }
    let obstacles = whiskers + trails
    let placement = LabelPlacement(
      frame: plot.grown(by: -4), points: places, radii: shown.indices.map { reach(of: $0) },
      texts: names.map { $0.grown(by: 6) }, lines: crosshair(plot, xScale, yScale) + (isClear ? [] : obstacles),
      barriers: isClear ? obstacles : [], homes: homes)
    guard let numbered = drawLabels(placement, names: names, &drawing) else { return nil }
    // Large points first, flagged ones last: one in the same place as another must be seen.
    let order = shown.indices.sorted { a, b in
      let (one, other) = (shown[a], shown[b])
      if one.isFlagged != other.isFlagged { return other.isFlagged }
      return radius(of: a) != radius(of: b) ? radius(of: a) > radius(of: b) : a < b
    }
    for index in order {
      mark(shown[index], at: places[index], radius: radius(of: index), &drawing)
    }
    drawing.height = drawKey(numbered, top: bottom, &drawing)
    return drawing
  }

  /// By area where points have weights.
  private func radius(of point: Int) -> Double {
    let most = shown.compactMap(\.weight).filter(\.isFinite).max() ?? 0
    guard most > 0 else { return plainRadius }
    let weight = shown[point].weight.map { $0.isFinite ? max(0, $0) : 0 } ?? 0
    return 4 + 18 * (weight / most).squareRoot()
  }

  /// With the ring around it.
  private func reach(of point: Int) -> Double { radius(of: point) + (shown[point].isFirst ? ring : 0) }

  private func mark(_ point: QuadrantMap.Point, at place: Place, radius: Double, _ drawing: inout Drawing) {
    let isBubble = point.weight != nil
    drawing.shapes.append(
      .circle(
        place, radius: radius, fill: point.isFlagged ? palette.background : palette.point, outline: palette.point,
        opacity: isBubble && !point.isFlagged ? 0.55 : 1))
    if point.isFirst {
      drawing.shapes.append(.circle(place, radius: radius + ring, fill: "none", outline: palette.accent))
    }
  }

  // MARK: Axes

  private func scales(plotHeight: Double) -> (plot: Rect, x: AxisScale, y: AxisScale) {
    let top = 8.0
    func ends(_ estimates: [Estimate]) -> [Double] {
      estimates.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }
    }
    let earlier = shown.flatMap(\.earlier)
    let yEnds = ends(shown.map(\.y)) + earlier.map(\.y) + [map.crosshairY]
    var y = AxisScale(
      values: yEnds, declared: map.yAxis.range, room: 0.07, start: top + plotHeight,
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
      for line in [map.crosshairY] + map.crosshairs.map(\.y) where line.isFinite {
        y.keep(line, from: share([2, 3]), from: share([0, 1]))
      }
      // The names stand in a strip of their own at each edge, which no point and no finite interval reaches.
      y.pad(
        yEnds, declared: map.yAxis.range, below: share([2, 3]), above: share([0, 1]))
    }
    let left = axes.leftMargin(y, plotHeight: plotHeight)
    let plot = Rect(x: left, y: top, width: width - left - 24, height: plotHeight)
    var x = AxisScale(
      values: ends(shown.map(\.x)) + earlier.map(\.x) + [map.crosshairX], declared: map.xAxis.range, room: 0.07,
      start: plot.x,
      end: plot.right)
    if map.crosshairX.isFinite {
      func share(_ names: [Int]) -> Double {
        let widest = names.flatMap { nameLines(map.quadrants[$0], width: plot.width * 0.3) }.map {
          FontMetrics.width($0, size: titleSize, isBold: true)
        }.max()
        return min(0.4, ((widest ?? 0) + 24) / plot.width)
      }
      // Twice, since room around one line takes of that around another.
      for line in [map.crosshairX] + map.crosshairs.map(\.x) + map.crosshairs.map(\.x) where line.isFinite {
        x.keep(line, from: share([0, 2]), from: share([1, 3]))
      }
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
    for (index, rect) in quadrants.enumerated() {
      let firmness = map.firmness.indices.contains(index) ? min(1, max(0, map.firmness[index])) : 1
      drawing.shapes.append(
        .rectangle(rect, fill: .color(palette.tints[index]), opacity: 0.2 + 0.8 * firmness))
    }
    for line in crosshair(plot, x, y) {
      drawing.shapes.append(.line(line, color: palette.soft, width: 1.3, dash: "6 4"))
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
        isBold: true, color: palette.quadrantNames[index])
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

  /// What marks mean, numbers with their names in columns, and points without a position.
  ///
  /// - Returns: the lower edge.
  private func drawKey(_ numbered: [QuadrantMap.Point], top: Double, _ drawing: inout Drawing) -> Double {
    var bottom = top
    let size = 14.0
    let middle = Drawing.height(of: 1, size: size) / 2
    /// A line of the key behind a sample of the mark.
    func line(_ words: String?, _ isUsed: Bool, _ sample: (Place, inout Drawing) -> Void) {
      guard isUsed, let words else { return }
      sample(Place(plainRadius + ring + 1, bottom + 12 + middle), &drawing)
      let lines = FontMetrics.wrap(words, width: width - 44, size: size)
      bottom = drawing.write(lines, x: 30, top: bottom + 12, size: size, color: palette.soft)
    }
    let meanings = map.meanings
    line(meanings.first, shown.contains(where: \.isFirst)) { place, drawing in
      drawing.shapes.append(.circle(place, radius: plainRadius, fill: palette.point, outline: palette.point))
      drawing.shapes.append(.circle(place, radius: plainRadius + ring, fill: "none", outline: palette.accent))
    }
    line(meanings.flag, shown.contains(where: \.isFlagged)) { place, drawing in
      drawing.shapes.append(.circle(place, radius: plainRadius, fill: palette.background, outline: palette.point))
    }
    line(meanings.weight, shown.contains { $0.weight != nil }) { place, drawing in
      drawing.shapes.append(.circle(place, radius: 9, fill: palette.point, outline: palette.point, opacity: 0.55))
    }
    line(meanings.arrow, shown.contains { !$0.earlier.isEmpty }) { place, drawing in
      let start = Place(place.x - 11, place.y)
      drawing.shapes.append(.circle(start, radius: 3, fill: palette.background, outline: palette.point))
      drawing.arrow(
        Segment(from: Place(start.x + 3, start.y), to: Place(place.x + 13, place.y)), color: palette.point, width: 1.6)
    }
    line(meanings.shade, !map.firmness.isEmpty) { place, drawing in
      for (k, share) in [0.2, 0.6, 1].enumerated() {
        let box = Rect(x: place.x - 11 + 8 * Double(k), y: place.y - 6, width: 8, height: 12)
        drawing.shapes.append(.rectangle(box, fill: .color(palette.tints[0]), opacity: share))
      }
    }
    if !numbered.isEmpty {
      bottom = drawNumbers(numbered, top: bottom + 12, size: size, &drawing)
    }
    let lost = map.points.filter { !$0.x.value.isFinite || !$0.y.value.isFinite }.map(\.label)
    if !lost.isEmpty {
      let text = Language.current.message("Without a position: {0}", lost.joined(separator: ", "))
      let lines = FontMetrics.wrap(text, width: width, size: size)
      bottom = drawing.write(lines, x: 0, top: bottom + 12, size: size, color: palette.soft)
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
