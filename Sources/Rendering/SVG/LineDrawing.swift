/// A line chart as a drawing: marked, dashed and dotted lines over light grid lines, a key above, places below.
struct LineDrawing {
  private static let labelSize = 15.0
  private static let tickSize = 13.5

  static func draw(_ chart: LineChart, width: Double, height: Double, palette: Palette) -> Drawing {
    var drawing = Drawing(width: width, height: 0, palette: palette)
    let count = chart.series.map(\.values.count).max() ?? 0
    let values = chart.series.flatMap(\.values).filter(\.isFinite) + (chart.level.map { [$0] } ?? [])
    // Room for the numbers of the axis is known only after the axis: the widest tick decides.
    let scaleForLabels = AxisScale(values: values + [0], declared: chart.yAxis.range, room: 0.05, start: height, end: 0)
    let labels = scaleForLabels.labels(scaleForLabels.ticks(7), style: chart.yAxis.style)
    let left = 34 + (labels.map { FontMetrics.width($0, size: tickSize) }.max() ?? 0)
    let top = key(chart, x: left, width: width - left, &drawing)
    let plot = Rect(x: left, y: top, width: width - left - 12, height: height)
    let y = AxisScale(values: values + [0], declared: chart.yAxis.range, room: 0.05, start: plot.bottom, end: plot.y)
    let x = { (place: Int) in plot.x + plot.width * (Double(place) - 0.5) / Double(max(1, count)) }
    drawing.shapes.append(.rectangle(plot, fill: .color(drawing.palette.field)))
    let ticks = y.ticks(7)
    for (tick, label) in zip(ticks.values, y.labels(ticks, style: chart.yAxis.style)) {
      let at = y.position(tick)
      drawing.shapes.append(
        .line(Segment(from: Place(plot.x, at), to: Place(plot.right, at)), color: drawing.palette.grid, width: 1))
      drawing.write(
        label, at: Place(plot.x - 8, at + tickSize * 0.36), size: tickSize, anchor: .end, color: drawing.palette.soft)
    }
    if let level = chart.level {
      let at = y.position(level)
      drawing.shapes.append(
        .line(Segment(from: Place(plot.x, at), to: Place(plot.right, at)), color: drawing.palette.ink, width: 1))
    }
    for series in chart.series { draw(series, x: x, y: y, &drawing) }
    // Every place has its number while there is room.
    let each = max(1, Int((26 * Double(count) / max(1, plot.width)).rounded(.up)))
    var bottom = plot.bottom
    for place in stride(from: 1, through: max(1, count), by: each) {
      bottom = drawing.write(
        ["\(place)"], x: x(place), top: plot.bottom + 6, size: tickSize, anchor: .middle, color: drawing.palette.soft)
    }
    bottom = drawing.write([chart.xTitle], x: plot.center.x, top: bottom + 4, size: labelSize, anchor: .middle)
    drawing.writeVertically(
      chart.yAxis.title, left: 0, center: plot.center.y, size: labelSize, color: drawing.palette.ink)
    drawing.height = bottom
    return drawing
  }

  private static func draw(
    _ series: LineChart.Series, x: (Int) -> Double, y: AxisScale, _ drawing: inout Drawing
  ) {
    let places = series.values.enumerated().filter { $0.element.isFinite }
      .map { Place(x($0.offset + 1), y.position($0.element)) }
    for (from, to) in zip(places, places.dropFirst()) {
      drawing.shapes.append(line(Segment(from: from, to: to), series.look, drawing.palette))
    }
    if series.look == .marked {
      for place in places {
        drawing.shapes.append(
          .circle(place, radius: 4, fill: drawing.palette.background, outline: drawing.palette.point))
      }
    }
  }

  private static func line(_ segment: Segment, _ look: LineChart.Series.Look, _ palette: Palette) -> Drawing.Shape {
    switch look {
    case .marked: .line(segment, color: palette.point, width: 2.2)
    case .dashed: .line(segment, color: palette.negative, width: 2, dash: "8 5")
    case .dotted: .line(segment, color: palette.soft, width: 2, dash: "2 4")
    case .thin: .line(segment, color: palette.point, width: 0.8)
    }
  }

  /// Names of the lines, each behind a sample. Returns where the plot begins.
  private static func key(_ chart: LineChart, x: Double, width: Double, _ drawing: inout Drawing) -> Double {
    var place = Place(x, 4)
    let size = tickSize
    let height = FontMetrics.lineHeight * size
    for series in chart.series where !series.label.isEmpty {
      let length = 44 + FontMetrics.width(series.label, size: size)
      if place.x > x && place.x + length > x + width { place = Place(x, place.y + height + 4) }
      let middle = place.y + height / 2
      let sample = Segment(from: Place(place.x, middle), to: Place(place.x + 34, middle))
      drawing.shapes.append(line(sample, series.look, drawing.palette))
      if series.look == .marked {
        drawing.shapes.append(
          .circle(
            Place(place.x + 17, middle), radius: 4, fill: drawing.palette.background, outline: drawing.palette.point))
      }
      drawing.write([series.label], x: place.x + 42, top: place.y, size: size)
      place = Place(place.x + length + 26, place.y)
    }
    return place.y + height + 10
  }
}
