import Platform

/// A scatter plot as a drawing: the reference line, the points, their course, and names of the few that have one.
///
/// In a crowded plot the points' places are counted in cells, and a disc's area is in proportion to the cell's count:
/// a picture of a million residuals is as small, and as readable, as one of a thousand.
struct ScatterDrawing {
  private static let columns = 72
  private static let rows = 40
  private let plot: ScatterPlot
  private let width: Double
  private let palette: Palette
  private let radius = 3.2
  private let labelSize = 13.5
  private var axes: PlotAxes { PlotAxes(x: plot.xAxis, y: plot.yAxis, tickSize: 13.5, titleSize: 15) }

  static func draw(_ plot: ScatterPlot, width: Double, height: Double, palette: Palette) -> Drawing {
    ScatterDrawing(plot: plot, width: width, palette: palette).draw(plotHeight: height)
  }

  private init(plot: ScatterPlot, width: Double, palette: Palette) {
    self.plot = plot
    self.width = width
    self.palette = palette
  }

  private func draw(plotHeight: Double) -> Drawing {
    let shown = plot.points.filter { $0.x.isFinite && $0.y.isFinite }
    let top = 8.0
    let y = AxisScale(
      values: shown.map(\.y) + (plot.reference == .zero ? [0] : []), declared: plot.yAxis.range, room: 0.05,
      start: top + plotHeight, end: top)
    let left = axes.leftMargin(y, plotHeight: plotHeight)
    let frame = Rect(x: left, y: top, width: width - left - 24, height: plotHeight)
    let x = AxisScale(
      values: shown.map(\.x), declared: plot.xAxis.range, room: 0.05, start: frame.x, end: frame.right)
    var drawing = Drawing(width: width, height: 0, palette: palette)
    drawReference(frame, x, y, &drawing)
    let places = shown.map { Place(x.position($0.x), y.position($0.y)) }
    let named = shown.indices.filter { shown[$0].label != nil }
    let others = shown.indices.filter { shown[$0].label == nil }.map { places[$0] }
    if plot.isCrowded {
      drawCells(others, frame, &drawing)
    } else {
      for place in others {
        drawing.shapes.append(
          .circle(place, radius: radius, fill: drawing.palette.bar, outline: drawing.palette.point, opacity: 0.6))
      }
    }
    let course = plot.trend.filter { $0.x.isFinite && $0.y.isFinite }.map { Place(x.position($0.x), y.position($0.y)) }
    let lines = zip(course, course.dropFirst()).map { Segment(from: $0, to: $1) }
    for line in lines { drawing.shapes.append(.line(line, color: drawing.palette.accent, width: 2.4)) }
    drawLabels(
      named.map { (shown[$0].label!, places[$0]) }, beside: plot.isCrowded ? [] : others,
      frame,
      lines, &drawing)
    drawing.height = axes.draw(frame, x, y, &drawing)
    return drawing
  }

  private func drawReference(_ frame: Rect, _ x: AxisScale, _ y: AxisScale, _ drawing: inout Drawing) {
    let line: Segment
    switch plot.reference {
    case nil: return
    case .zero: line = Segment(from: Place(frame.x, y.position(0)), to: Place(frame.right, y.position(0)))
    case .diagonal:
      // Only the stretch on which both axes have the value.
      let low = max(x.low, y.low)
      let high = min(x.high, y.high)
      guard low < high else { return }
      line = Segment(from: Place(x.position(low), y.position(low)), to: Place(x.position(high), y.position(high)))
    }
    drawing.shapes.append(.line(line, color: drawing.palette.soft, width: 1.4, dash: "6 4"))
  }

  /// One disc for each cell that holds points, in the middle of them.
  private func drawCells(_ places: [Place], _ frame: Rect, _ drawing: inout Drawing) {
    let (columns, rows) = (ScatterDrawing.columns, ScatterDrawing.rows)
    var counts = [Int](repeating: 0, count: columns * rows)
    var sums = [Place](repeating: Place(0, 0), count: columns * rows)
    for place in places {
      let column = min(columns - 1, max(0, Int((place.x - frame.x) / frame.width * Double(columns))))
      let row = min(rows - 1, max(0, Int((place.y - frame.y) / frame.height * Double(rows))))
      counts[row * columns + column] += 1
      sums[row * columns + column].x += place.x
      sums[row * columns + column].y += place.y
    }
    let largest = Double(counts.max() ?? 1)
    let widest = min(frame.width / Double(columns), frame.height / Double(rows)) * 0.62
    for (count, sum) in zip(counts, sums) where count > 0 {
      let middle = Place(sum.x / Double(count), sum.y / Double(count))
      let radius = max(1, widest * (Double(count) / largest).squareRoot())
      drawing.shapes.append(.circle(middle, radius: radius, fill: drawing.palette.bar, outline: drawing.palette.bar))
    }
  }

  /// Names stand where they find room; a point without room keeps its mark.
  private func drawLabels(
    _ labels: [(text: String, place: Place)], beside others: [Place], _ frame: Rect, _ lines: [Segment],
    _ drawing: inout Drawing
  ) {
    let points = labels.map(\.place) + others
    let placement = LabelPlacement(
      frame: frame.grown(by: -4), points: points, radii: points.map { _ in 5 }, texts: [], lines: lines)
    let height = Drawing.height(of: 1, size: labelSize)
    let found = placement.place(
      labels.indices.map { index in
        (point: index, width: FontMetrics.width(labels[index].text, size: labelSize, isBold: true), height: height)
      }, rings: [1, 6, 12, 20, 30, 42, 56], unplaced: 260)
    for (label, candidate) in zip(labels, found) {
      drawing.shapes.append(
        .circle(label.place, radius: 4.5, fill: drawing.palette.background, outline: drawing.palette.point))
      guard let candidate else { continue }
      if let leader = candidate.leader { drawing.shapes.append(.line(leader, color: drawing.palette.leader, width: 1)) }
      drawing.write([label.text], x: candidate.rect.x, top: candidate.rect.y, size: labelSize, isBold: true)
    }
  }
}
