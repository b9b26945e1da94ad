/// A bar chart as a drawing: names at the left, horizontal bars with whiskers over light grid lines, the value and its
/// interval at the right, an axis below.
struct BarDrawing {
  private let chart: BarChart
  private let width: Double
  private let palette: Palette
  private let labelSize = 15.0
  private let tickSize = 13.5
  private let thickness = 20.0

  private init(_ chart: BarChart, width: Double, palette: Palette) {
    self.chart = chart
    self.width = width
    self.palette = palette
  }

  static func draw(_ chart: BarChart, width: Double, palette: Palette) -> Drawing {
    BarDrawing(chart, width: width, palette: palette).draw()
  }

  private func draw() -> Drawing {
    var drawing = Drawing(width: width, height: 0, palette: palette)
    let labels = chart.bars.map { lines(of: $0.label) }
    let values = chart.bars.map { text(NumberText(unicode: true).bar($0.estimate.value, chart.axis.style)) }
    let intervals = chart.bars.map { bar in
      bar.estimate.low == nil && bar.estimate.high == nil
        ? ""
        : text(
          NumberText(unicode: true).barInterval(low: bar.estimate.low, high: bar.estimate.high, chart.axis.style))
    }
    let labelWidth = labels.joined().map { FontMetrics.width($0, size: labelSize) }.max() ?? 0
    let valueWidth = values.map { FontMetrics.width($0, size: labelSize, isBold: true) }.max() ?? 0
    let intervalWidth = intervals.map { FontMetrics.width($0, size: tickSize) }.max() ?? 0

    let heights = labels.map { max(thickness + 14, Drawing.height(of: $0.count, size: labelSize) + 10) }
    let left = labelWidth + 14
    let narrow = width - valueWidth - 22
    // A narrow picture says the intervals by whiskers alone.
    let hasIntervals = intervalWidth > 0 && narrow - intervalWidth - 14 - left >= 150
    let right = narrow - (hasIntervals ? intervalWidth + 14 : 0)
    let plot = Rect(x: left, y: 4, width: max(60, right - left), height: heights.reduce(8, +))
    var ends = chart.bars.flatMap { [$0.estimate.value, $0.estimate.low, $0.estimate.high].compactMap { $0 } }
    ends.append(0)
    let scale = AxisScale(bars: ends, declared: chart.axis.range, start: plot.x, end: plot.right)

    let (ticks, tickLabels) = scale.spacedTicks(7, style: chart.axis.style, size: tickSize)
    drawing.shapes.append(.rectangle(plot, fill: .color(drawing.palette.field)))
    for tick in ticks {
      let line = Segment(from: Place(scale.position(tick), plot.y), to: Place(scale.position(tick), plot.bottom))
      drawing.shapes.append(.line(line, color: drawing.palette.grid, width: 1))
    }
    var top = plot.y + 4
    for (index, bar) in chart.bars.enumerated() {
      let middle = top + heights[index] / 2
      draw(bar, middle: middle, scale, &drawing)
      let labelTop = middle - Drawing.height(of: labels[index].count, size: labelSize) / 2
      drawing.write(labels[index], x: labelWidth, top: labelTop, size: labelSize, anchor: .end)
      let baseline = middle + labelSize * 0.36
      drawing.write(
        values[index], at: Place(plot.right + 22 + valueWidth, baseline), size: labelSize, anchor: .end, isBold: true)
      if hasIntervals, !intervals[index].isEmpty {
        drawing.write(
          intervals[index], at: Place(plot.right + 22 + valueWidth + 14, baseline), size: tickSize,
          color: drawing.palette.soft)
      }
      top += heights[index]
    }
    let zero = Segment(from: Place(scale.position(0), plot.y), to: Place(scale.position(0), plot.bottom))
    drawing.shapes.append(.line(zero, color: drawing.palette.ink, width: 1.4))

    var bottom = plot.bottom
    for (tick, label) in zip(ticks, tickLabels) {
      bottom = drawing.write(
        [label], x: scale.position(tick), top: plot.bottom + 8, size: tickSize, anchor: .middle,
        color: drawing.palette.soft)
    }
    let title = FontMetrics.balanced(chart.axis.title, width: plot.width + valueWidth, size: labelSize)
    bottom = drawing.write(title, x: plot.center.x, top: bottom + 5, size: labelSize, anchor: .middle)
    drawing.height = drawKey(top: bottom, &drawing)
    return drawing
  }

  private func lines(of label: String) -> [String] { Self.lines(of: label, room: width * 0.32, size: labelSize) }

  /// Up to three lines of this width.
  static func lines(of label: String, room: Double, size labelSize: Double) -> [String] {
    guard FontMetrics.width(label, size: labelSize) > room else { return [TextFlow.clean(label)] }
    var lines = FontMetrics.balanced(label, width: room, size: labelSize)
    guard lines.count > 3 else { return lines }
    var last = lines[2]
    while !last.isEmpty && FontMetrics.width(last + "…", size: labelSize) > room { last.removeLast() }
    lines = [lines[0], lines[1], last + "…"]
    return lines
  }

  private func text(_ number: String) -> String { number.replacing("-", with: "−") }

  private func draw(_ bar: BarChart.Bar, middle: Double, _ scale: AxisScale, _ drawing: inout Drawing) {
    let zero = scale.position(0)
    if bar.estimate.value.isFinite {
      let end = scale.position(bar.estimate.value)
      let rect = Rect(
        x: min(zero, end), y: middle - thickness / 2, width: abs(end - zero), height: thickness)
      drawing.shapes.append(
        .rectangle(
          rect, fill: bar.isFlagged ? .hatched(drawing.palette.bar) : .color(drawing.palette.bar),
          outline: drawing.palette.point))
    }
    Self.drawWhisker(bar.estimate, middle: middle, cap: 5.5, line: 1.8, scale, &drawing)
  }

  /// The interval as a line with a cap at each finite end.
  static func drawWhisker(
    _ estimate: Estimate, middle: Double, cap half: Double, line width: Double, _ scale: AxisScale,
    _ drawing: inout Drawing
  ) {
    guard let low = estimate.low, let high = estimate.high, !low.isNaN, !high.isNaN else { return }
    let (from, to) = (scale.position(low), scale.position(high))
    let line = Segment(from: Place(from, middle), to: Place(to, middle))
    drawing.shapes.append(.line(line, color: drawing.palette.ink, width: width))
    for (value, place) in [(low, from), (high, to)] where value.isFinite {
      let cap = Segment(from: Place(place, middle - half), to: Place(place, middle + half))
      drawing.shapes.append(.line(cap, color: drawing.palette.ink, width: width))
    }
  }

  /// What hatched bars mean. Returns the lower edge.
  private func drawKey(top: Double, _ drawing: inout Drawing) -> Double {
    guard let meaning = chart.flagMeaning, chart.bars.contains(where: \.isFlagged) else { return top }
    let size = 14.0
    let box = Rect(x: 1, y: top + 13, width: 26, height: 14)
    drawing.shapes.append(.rectangle(box, fill: .hatched(drawing.palette.bar), outline: drawing.palette.point))
    let lines = FontMetrics.wrap(meaning, width: width - 40, size: size)
    return drawing.write(lines, x: 36, top: top + 12, size: size, color: drawing.palette.soft)
  }
}

extension AxisScale {
  /// The scale of bars: from zero, with room only where bars end.
  init(bars values: [Double], declared: ClosedRange<Double>?, start: Double, end: Double) {
    self.init(values: values, declared: declared, room: 0.04, start: start, end: end)
    standOnZero()
  }
}
