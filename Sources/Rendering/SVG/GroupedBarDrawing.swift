import Languages

/// Bars of several series as a drawing: a legend, then for each row its name at the left and one narrow bar for each
/// series with its whisker, the value and its interval at the right in the bar's line.
struct GroupedBarDrawing {
  private let chart: GroupedBarChart
  private let width: Double
  private let palette: Palette
  private let labelSize = 15.0
  private let numberSize = 12.5
  private let tickSize = 13.5
  private let thickness = 12.0
  /// From bar to bar of a row: the numbers' lines do not touch.
  private let pitch = 17.0

  static func draw(_ chart: GroupedBarChart, width: Double, palette: Palette) -> Drawing {
    GroupedBarDrawing(chart: chart, width: width, palette: palette).draw()
  }

  private init(chart: GroupedBarChart, width: Double, palette: Palette) {
    self.chart = chart
    self.width = width
    self.palette = palette
  }

  private func color(_ series: Int) -> String { palette.series[series % palette.series.count] }

  private struct Numbers {
    var value: String
    var interval: String
  }

  private func numbers(_ estimate: Estimate?) -> Numbers {
    let numbers = NumberText(unicode: true)
    guard let estimate else { return Numbers(value: numbers.missing, interval: "") }
    func text(_ number: String) -> String { number.replacing("-", with: "−") }
    return Numbers(
      value: text(numbers.bar(estimate.value, chart.axis.style)),
      interval: estimate.low == nil && estimate.high == nil
        ? "" : text(numbers.barInterval(low: estimate.low, high: estimate.high, chart.axis.style)))
  }

  private func draw() -> Drawing {
    var drawing = Drawing(width: width, height: 0, palette: palette)
    let labels = chart.rows.map { BarDrawing.lines(of: $0.label, room: width * 0.32, size: labelSize) }
    let texts = chart.rows.map { $0.estimates.map(numbers) }
    let labelWidth = labels.joined().map { FontMetrics.width($0, size: labelSize) }.max() ?? 0
    let valueWidth = texts.joined().map { FontMetrics.width($0.value, size: numberSize, isBold: true) }.max() ?? 0
    let intervalWidth = texts.joined().map { FontMetrics.width($0.interval, size: numberSize) }.max() ?? 0

    let block = Double(chart.series.count) * pitch
    let heights = labels.map { max(block, Drawing.height(of: $0.count, size: labelSize)) + 12 }
    let left = labelWidth + 14
    let narrow = width - valueWidth - 22
    // A narrow picture says the intervals by whiskers alone.
    let hasIntervals = intervalWidth > 0 && narrow - intervalWidth - 14 - left >= 150
    let right = narrow - (hasIntervals ? intervalWidth + 14 : 0)
    let plot = Rect(
      x: left, y: drawLegend(&drawing) + 8, width: max(60, right - left), height: heights.reduce(8, +))
    let estimates: [Estimate] = chart.rows.flatMap { $0.estimates }.compactMap { $0 }
    var ends: [Double] = estimates.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }
    ends.append(0)
    let scale = AxisScale(bars: ends, declared: chart.axis.range, start: plot.x, end: plot.right)

    let (ticks, tickLabels) = scale.spacedTicks(7, style: chart.axis.style, size: tickSize)
    drawing.shapes.append(.rectangle(plot, fill: .color(drawing.palette.field)))
    for tick in ticks {
      drawing.shapes.append(.line(vertical(scale.position(tick), plot), color: drawing.palette.grid, width: 1))
    }
    var top = plot.y + 4
    for (index, row) in chart.rows.enumerated() {
      let middle = top + heights[index] / 2
      drawing.write(
        labels[index], x: labelWidth, top: middle - Drawing.height(of: labels[index].count, size: labelSize) / 2,
        size: labelSize, anchor: .end)
      for series in chart.series.indices {
        let line = middle - block / 2 + (Double(series) + 0.5) * pitch
        if let estimate = row.estimates[series] {
          draw(estimate, series, isFlagged: row.isFlagged, middle: line, scale, &drawing)
        }
        let end = plot.right + 22 + valueWidth
        var numbers = texts[index][series]
        if !hasIntervals { numbers.interval = "" }
        write(numbers, end: end, baseline: line + numberSize * 0.36, &drawing)
      }
      top += heights[index]
    }
    drawing.shapes.append(.line(vertical(scale.position(0), plot), color: drawing.palette.ink, width: 1.4))

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

  private func vertical(_ x: Double, _ plot: Rect) -> Segment {
    Segment(from: Place(x, plot.y), to: Place(x, plot.bottom))
  }

  private func draw(
    _ estimate: Estimate, _ series: Int, isFlagged: Bool, middle: Double, _ scale: AxisScale, _ drawing: inout Drawing
  ) {
    let color = self.color(series)
    if estimate.value.isFinite {
      let (zero, end) = (scale.position(0), scale.position(estimate.value))
      let rect = Rect(x: min(zero, end), y: middle - thickness / 2, width: abs(end - zero), height: thickness)
      drawing.shapes.append(.rectangle(rect, fill: isFlagged ? .hatched(color) : .color(color), outline: color))
    }
    BarDrawing.drawWhisker(estimate, middle: middle, cap: 3.5, line: 1.4, scale, &drawing)
  }

  private func write(_ numbers: Numbers, end: Double, baseline: Double, _ drawing: inout Drawing) {
    drawing.write(numbers.value, at: Place(end, baseline), size: numberSize, anchor: .end, isBold: true)
    guard !numbers.interval.isEmpty else { return }
    drawing.write(numbers.interval, at: Place(end + 14, baseline), size: numberSize, color: drawing.palette.soft)
  }

  /// The series' names beside their colours, in the order of the bars, over as many lines as they need.
  ///
  /// - Returns: the lower edge.
  private func drawLegend(_ drawing: inout Drawing) -> Double {
    let size = 14.0
    let height = Drawing.height(of: 1, size: size)
    var (x, top) = (0.0, 4.0)
    for (index, name) in chart.series.enumerated() {
      let name = BarDrawing.lines(of: name, room: width - 40, size: size)[0]
      let needed = 30 + FontMetrics.width(name, size: size)
      if x > 0, x + needed > width { (x, top) = (0, top + height + 5) }
      let box = Rect(x: x + 1, y: top + (height - thickness) / 2, width: 22, height: thickness)
      drawing.shapes.append(
        .rectangle(box, fill: .color(color(index)), outline: color(index)))
      drawing.write([name], x: x + 30, top: top, size: size)
      x += needed + 24
    }
    return top + height
  }

  /// What hatched bars mean. Returns the lower edge.
  private func drawKey(top: Double, _ drawing: inout Drawing) -> Double {
    guard let meaning = chart.flagMeaning, chart.rows.contains(where: \.isFlagged) else { return top }
    let size = 14.0
    let box = Rect(x: 1, y: top + 13, width: 26, height: 14)
    drawing.shapes.append(.rectangle(box, fill: .hatched(drawing.palette.soft), outline: drawing.palette.soft))
    let lines = FontMetrics.wrap(Language.current.message("hatched: {0}", meaning), width: width - 40, size: size)
    return drawing.write(lines, x: 36, top: top + 12, size: size, color: drawing.palette.soft)
  }
}
