/// A forest plot as a drawing: a legend where there are several series, names at the left, marks with whiskers over light
/// grid lines, the value and its interval at the right, an axis below.
struct ForestDrawing {
  private let plot: ForestPlot
  private let width: Double
  private let palette: Palette
  private let labelSize = 15.0
  private let numberSize = 13.0
  private let tickSize = 13.5

  static func draw(_ plot: ForestPlot, width: Double, palette: Palette) -> Drawing {
    ForestDrawing(plot: plot, width: width, palette: palette).draw()
  }

  /// From mark to mark of a row: the numbers' lines do not touch.
  private var pitch: Double { plot.series.count > 1 ? 17 : 19 }

  private func color(_ series: Int) -> String {
    plot.series.count > 1 ? palette.series[series % palette.series.count] : palette.point
  }

  private func texts(_ estimate: Estimate?) -> (value: String, interval: String) {
    let numbers = NumberText(unicode: true)
    guard let estimate else { return (numbers.missing, "") }
    func text(_ number: String) -> String { number.replacing("-", with: "−") }
    return (
      text(numbers.bar(estimate.value, plot.axis.style)),
      estimate.low == nil && estimate.high == nil
        ? "" : text(numbers.barInterval(low: estimate.low, high: estimate.high, plot.axis.style))
    )
  }

  private func draw() -> Drawing {
    var drawing = Drawing(width: width, height: 0, palette: palette)
    let labels = plot.rows.map { BarDrawing.lines(of: $0.label, room: width * 0.34, size: labelSize) }
    let numbers = plot.rows.map { $0.estimates.map(texts) }
    let labelWidth = labels.joined().map { FontMetrics.width($0, size: labelSize) }.max() ?? 0
    let valueWidth = numbers.joined().map { FontMetrics.width($0.value, size: numberSize, isBold: true) }.max() ?? 0
    let intervalWidth = numbers.joined().map { FontMetrics.width($0.interval, size: numberSize) }.max() ?? 0
    let block = Double(plot.series.count) * pitch
    let heights = labels.map { max(block, Drawing.height(of: $0.count, size: labelSize)) + 9 }
    let left = labelWidth + 14
    let narrow = width - valueWidth - 22
    let hasIntervals = intervalWidth > 0 && narrow - intervalWidth - 14 - left >= 150
    let right = narrow - (hasIntervals ? intervalWidth + 14 : 0)
    let top = plot.series.count > 1 ? drawLegend(&drawing) + 8 : 4
    let frame = Rect(x: left, y: top, width: max(60, right - left), height: heights.reduce(8, +))
    let ends = plot.rows.flatMap(\.estimates).compactMap { $0 }.flatMap {
      [$0.value, $0.low, $0.high].compactMap { $0 }
    }
    let scale = AxisScale(
      values: ends + [plot.reference].compactMap { $0 }, declared: plot.axis.range, room: 0.05, start: frame.x,
      end: frame.right)
    let (ticks, tickLabels) = scale.spacedTicks(7, style: plot.axis.style, size: tickSize)
    drawing.shapes.append(.rectangle(frame, fill: .color(palette.field)))
    for tick in ticks {
      drawing.shapes.append(.line(vertical(scale.position(tick), frame), color: palette.grid, width: 1))
    }
    if let reference = plot.reference {
      drawing.shapes.append(
        .line(vertical(scale.position(reference), frame), color: palette.soft, width: 1.5, dash: "6 4"))
    }
    var y = frame.y + 4
    for (index, row) in plot.rows.enumerated() {
      let middle = y + heights[index] / 2
      drawing.write(
        labels[index], x: labelWidth, top: middle - Drawing.height(of: labels[index].count, size: labelSize) / 2,
        size: labelSize, anchor: .end)
      for series in plot.series.indices {
        let line = middle - block / 2 + (Double(series) + 0.5) * pitch
        if let estimate = row.estimates[series] { draw(estimate, series, middle: line, scale, &drawing) }
        let end = frame.right + 22 + valueWidth
        let baseline = line + numberSize * 0.36
        let text = numbers[index][series]
        drawing.write(text.value, at: Place(end, baseline), size: numberSize, anchor: .end, isBold: true)
        if hasIntervals, !text.interval.isEmpty {
          drawing.write(text.interval, at: Place(end + 14, baseline), size: numberSize, color: palette.soft)
        }
      }
      y += heights[index]
      if plot.series.count > 1, index + 1 < plot.rows.count {
        let line = Segment(from: Place(frame.x, y), to: Place(frame.right, y))
        drawing.shapes.append(.line(line, color: palette.grid, width: 1, dash: "2 3"))
      }
    }
    var bottom = frame.bottom
    for (tick, label) in zip(ticks, tickLabels) {
      bottom = drawing.write(
        [label], x: scale.position(tick), top: frame.bottom + 8, size: tickSize, anchor: .middle, color: palette.soft)
    }
    let title = FontMetrics.balanced(plot.axis.title, width: frame.width + valueWidth, size: labelSize)
    bottom = drawing.write(title, x: frame.center.x, top: bottom + 5, size: labelSize, anchor: .middle)
    drawing.height = bottom
    return drawing
  }

  private func vertical(_ x: Double, _ frame: Rect) -> Segment {
    Segment(from: Place(x, frame.y), to: Place(x, frame.bottom))
  }

  /// The whisker in the series' colour, the mark on it.
  private func draw(
    _ estimate: Estimate, _ series: Int, middle: Double, _ scale: AxisScale, _ drawing: inout Drawing
  ) {
    let color = color(series)
    if let low = estimate.low, let high = estimate.high, !low.isNaN, !high.isNaN {
      let (from, to) = (scale.position(low), scale.position(high))
      drawing.shapes.append(
        .line(Segment(from: Place(from, middle), to: Place(to, middle)), color: palette.ink, width: 1.8))
      for (value, place) in [(low, from), (high, to)] where value.isFinite {
        drawing.shapes.append(
          .line(
            Segment(from: Place(place, middle - 4), to: Place(place, middle + 4)), color: palette.ink, width: 1.8))
      }
    }
    guard estimate.value.isFinite else { return }
    mark(series, at: Place(scale.position(estimate.value), middle), color, &drawing)
  }

  /// Marks of series differ in shape too: circle, square, diamond, triangle.
  private func mark(_ series: Int, at place: Place, _ color: String, _ drawing: inout Drawing) {
    let r = 5.2
    switch series % 4 {
    case 0: drawing.shapes.append(.circle(place, radius: r, fill: color, outline: palette.ink))
    case 1:
      let square = Rect(x: place.x - r + 0.4, y: place.y - r + 0.4, width: 2 * r - 0.8, height: 2 * r - 0.8)
      drawing.shapes.append(.rectangle(square, fill: .color(color), outline: palette.ink))
    case 2:
      for (size, fill) in [(r + 2.2, palette.ink), (r + 0.6, color)] {
        drawing.shapes.append(
          .polygon(
            [
              Place(place.x, place.y - size), Place(place.x + size, place.y), Place(place.x, place.y + size),
              Place(place.x - size, place.y),
            ], fill: fill))
      }
    default:
      for (size, fill) in [(r + 2.4, palette.ink), (r + 0.4, color)] {
        drawing.shapes.append(
          .polygon(
            [
              Place(place.x, place.y - size), Place(place.x + size, place.y + size * 0.75),
              Place(place.x - size, place.y + size * 0.75),
            ], fill: fill))
      }
    }
  }

  /// The series' names behind their marks, in order, over as many lines as they need.
  ///
  /// - Returns: the lower edge.
  private func drawLegend(_ drawing: inout Drawing) -> Double {
    let size = 14.0
    let height = Drawing.height(of: 1, size: size)
    var (x, top) = (0.0, 4.0)
    for (index, name) in plot.series.enumerated() {
      let name = BarDrawing.lines(of: name, room: width - 40, size: size)[0]
      let needed = 24 + FontMetrics.width(name, size: size)
      if x > 0, x + needed > width { (x, top) = (0, top + height + 5) }
      mark(index, at: Place(x + 9, top + height / 2), color(index), &drawing)
      drawing.write([name], x: x + 24, top: top, size: size)
      x += needed + 24
    }
    return top + height
  }
}
