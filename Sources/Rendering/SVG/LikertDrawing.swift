/// Diverging bars as a drawing: a legend of the answers, names at the left, for each question a bar whose middle answer
/// stands on the line in the middle, the shares of the worse and the better answers at its sides.
struct LikertDrawing {
  private let chart: LikertChart
  private let width: Double
  private let palette: Palette
  private let labelSize = 15.0
  private let numberSize = 12.5
  private let thickness = 22.0

  static func draw(_ chart: LikertChart, width: Double, palette: Palette) -> Drawing {
    LikertDrawing(chart: chart, width: width, palette: palette).draw()
  }

  /// From the worst through grey to the best; neighbours differ in lightness.
  private func color(_ answer: Int) -> String {
    let last = Double(chart.answers.count - 1)
    guard last > 0 else { return palette.bar }
    let place = 2 * Double(answer) / last - 1
    if palette.isGrey { return Palette.mix(palette.ink, palette.background, 0.82 - 0.37 * (place + 1)) }
    guard place != 0 else { return Palette.mix(palette.soft, palette.background, 0.28) }
    // Never the ground itself.
    return Palette.mix(place < 0 ? palette.low : palette.high, palette.background, 0.22 + 0.73 * abs(place))
  }

  /// What a row has on the worse and on the better side of the middle; half of a middle answer belongs to each.
  private func sides(_ shares: [Double]) -> (worse: Double, middle: Double, better: Double) {
    let half = shares.count / 2
    let middle = shares.count % 2 == 1 ? shares[half] : 0
    return (
      shares.prefix(half).reduce(0, +), middle, shares.suffix(half).reduce(0, +)
    )
  }

  private func percent(_ share: Double) -> String {
    NumberText(unicode: true).string(share, .percent(0)).replacing("-", with: "−")
  }

  private func draw() -> Drawing {
    var drawing = Drawing(width: width, height: 0, palette: palette)
    let labels = chart.rows.map { BarDrawing.lines(of: $0.label, room: width * 0.34, size: labelSize) }
    let labelWidth = labels.joined().map { FontMetrics.width($0, size: labelSize) }.max() ?? 0
    let remarks = chart.rows.map { TextFlow.clean($0.remark) }
    let remarkWidth = remarks.map { FontMetrics.width($0, size: numberSize) }.max() ?? 0
    let side = FontMetrics.width("100 %", size: numberSize, isBold: true) + 8
    let hasRemarks = remarkWidth > 0 && width - labelWidth - remarkWidth - 2 * side > 220
    let left = labelWidth + 14 + side
    let right = width - side - (hasRemarks ? remarkWidth + 12 : 0)
    let heights = labels.map { max(thickness + 10, Drawing.height(of: $0.count, size: labelSize) + 8) }
    let frame = Rect(x: left, y: drawLegend(&drawing) + 10, width: max(60, right - left), height: heights.reduce(4, +))
    let extents = chart.rows.map { row -> (Double, Double) in
      let sides = sides(row.shares)
      return (sides.worse + sides.middle / 2, sides.better + sides.middle / 2)
    }
    let (worst, best) = (extents.map(\.0).max() ?? 0, extents.map(\.1).max() ?? 0)
    let unit = worst + best > 0 ? frame.width / (worst + best) : 0
    let middle = frame.x + worst * unit
    // Under the bars, so that it strikes no number through.
    let line = Segment(from: Place(middle, frame.y), to: Place(middle, frame.bottom))
    drawing.shapes.append(.line(line, color: palette.ink, width: 1.2, dash: "3 3"))
    var y = frame.y + 2
    for (index, row) in chart.rows.enumerated() {
      let center = y + heights[index] / 2
      drawing.write(
        labels[index], x: labelWidth, top: center - Drawing.height(of: labels[index].count, size: labelSize) / 2,
        size: labelSize, anchor: .end)
      draw(row, from: middle - extents[index].0 * unit, unit: unit, center: center, &drawing)
      let baseline = center + numberSize * 0.36
      let sides = sides(row.shares)
      drawing.write(
        percent(sides.worse), at: Place(middle - extents[index].0 * unit - 6, baseline), size: numberSize,
        anchor: .end, isBold: true)
      drawing.write(
        percent(sides.better), at: Place(middle + extents[index].1 * unit + 6, baseline), size: numberSize, isBold: true
      )
      if hasRemarks, !remarks[index].isEmpty {
        drawing.write(
          remarks[index], at: Place(width, baseline), size: numberSize, anchor: .end, color: palette.soft)
      }
      y += heights[index]
    }
    drawing.height = frame.bottom + 4
    return drawing
  }

  /// One bar, with the shares that find room in their fields.
  private func draw(
    _ row: LikertChart.Row, from start: Double, unit: Double, center: Double, _ drawing: inout Drawing
  ) {
    var x = start
    for (answer, share) in row.shares.enumerated() where share > 0 {
      let rect = Rect(x: x, y: center - thickness / 2, width: share * unit, height: thickness)
      let fill = color(answer)
      drawing.shapes.append(
        .rectangle(rect, fill: .color(fill), outline: palette.isGrey ? palette.soft : palette.background))
      let text = NumberText(unicode: true).string(share * 100, .decimals(0))
      if FontMetrics.width(text, size: numberSize) + 6 <= rect.width {
        drawing.write(
          text, at: Place(rect.center.x, center + numberSize * 0.36), size: numberSize, anchor: .middle,
          color: Palette.ink(on: fill))
      }
      x += rect.width
    }
  }

  /// The answers behind their colours, the worst first. Returns the lower edge.
  private func drawLegend(_ drawing: inout Drawing) -> Double {
    let size = 14.0
    let height = Drawing.height(of: 1, size: size)
    var (x, top) = (0.0, 4.0)
    for (index, answer) in chart.answers.enumerated() {
      let name = BarDrawing.lines(of: answer, room: width - 40, size: size)[0]
      let needed = 26 + FontMetrics.width(name, size: size)
      if x > 0, x + needed > width { (x, top) = (0, top + height + 5) }
      let box = Rect(x: x + 1, y: top + (height - 13) / 2, width: 18, height: 13)
      drawing.shapes.append(.rectangle(box, fill: .color(color(index)), outline: palette.soft))
      drawing.write([name], x: x + 26, top: top, size: size)
      x += needed + 18
    }
    return top + height
  }
}
