/// The frame of a plot of two axes: ticks with their numbers, and titles that wrap.
struct PlotAxes {
  let x: Axis
  let y: Axis
  let tickSize: Double
  let titleSize: Double

  /// The room that the vertical axis needs left of the plot.
  func leftMargin(_ scale: AxisScale, plotHeight: Double) -> Double {
    let widest = scale.labels(scale.ticks(6), style: y.style).map { FontMetrics.width($0, size: tickSize) }.max() ?? 0
    let titleLines = FontMetrics.balanced(y.title, width: plotHeight, size: titleSize).count
    return Drawing.height(of: titleLines, size: titleSize) + 12 + widest + 10
  }

  /// - Returns: the lower edge of the axis title.
  func draw(_ plot: Rect, _ xScale: AxisScale, _ yScale: AxisScale, _ drawing: inout Drawing) -> Double {
    drawing.shapes.append(.rectangle(plot, fill: .color("none"), outline: drawing.palette.soft))
    let yTicks = yScale.ticks(6)
    for (value, label) in zip(yTicks.values, yScale.labels(yTicks, style: y.style)) {
      let place = yScale.position(value)
      let tick = Segment(from: Place(plot.x - 5, place), to: Place(plot.x, place))
      drawing.shapes.append(.line(tick, color: drawing.palette.soft, width: 1))
      drawing.write(
        label, at: Place(plot.x - 9, place + tickSize * 0.36), size: tickSize, anchor: .end, color: drawing.palette.soft
      )
    }
    let (ticks, labels) = xScale.spacedTicks(8, style: x.style, size: tickSize)
    for (value, label) in zip(ticks, labels) {
      let place = xScale.position(value)
      let tick = Segment(from: Place(place, plot.bottom), to: Place(place, plot.bottom + 5))
      drawing.shapes.append(.line(tick, color: drawing.palette.soft, width: 1))
      drawing.write(
        [label], x: place, top: plot.bottom + 11, size: tickSize, anchor: .middle, color: drawing.palette.soft)
    }
    for (index, line) in FontMetrics.balanced(y.title, width: plot.height, size: titleSize).enumerated()
    where !line.isEmpty {
      drawing.writeVertically(
        line, left: Double(index) * FontMetrics.lineHeight * titleSize, center: plot.center.y, size: titleSize,
        color: drawing.palette.ink)
    }
    let lines = FontMetrics.balanced(x.title, width: plot.width, size: titleSize)
    let top = plot.bottom + 11 + Drawing.height(of: 1, size: tickSize) + 6
    return drawing.write(lines, x: plot.center.x, top: top, size: titleSize, anchor: .middle)
  }
}
