/// A heat map as a drawing: names at the left and above, a coloured field for each number, which is written in it where
/// there is room, and a key of the colours below.
package struct HeatMapDrawing {
  private let map: HeatMap
  private let width: Double
  private let palette: Palette
  /// The side of a field.
  private let side: Double
  private let labelSize: Double
  private let rowLabels: [String]
  private let columnLabels: [String]
  private let rowWidth: Double

  static func draw(_ map: HeatMap, width: Double, palette: Palette) -> Drawing {
    HeatMapDrawing(map, width: width, palette: palette).draw()
  }

  private init(_ map: HeatMap, width: Double, palette: Palette) {
    self.map = map
    self.width = width
    self.palette = palette
    // Few columns leave their room to the names.
    let room = max(width * 0.3, min(width * 0.55, width - Double(map.columns.count) * 58 - 12))
    func side(_ rowWidth: Double) -> Double {
      let columns = Double(max(1, map.columns.count))
      return max(4, min(58, (width - rowWidth - 12) / columns))
    }
    // Names are written no larger than a field is high; with many fields they shrink, and so leave more room for these.
    var size = 15.0
    for _ in 0..<3 {
      let widest = map.rows.map { FontMetrics.width(TextFlow.clean($0), size: size) }.max() ?? 0
      size = min(15, side(min(room, widest)) / 1.3)
    }
    labelSize = size
    rowLabels = map.rows.map { HeatMapDrawing.fitted($0, room, size) }
    columnLabels = map.columns.map { HeatMapDrawing.fitted($0, 170, size) }
    rowWidth = rowLabels.map { FontMetrics.width($0, size: size) }.max() ?? 0
    self.side = side(rowWidth)
  }

  private static func fitted(_ label: String, _ room: Double, _ size: Double) -> String {
    var text = TextFlow.clean(label)
    guard FontMetrics.width(text, size: size) > room else { return text }
    while !text.isEmpty && FontMetrics.width(text + "…", size: size) > room { text.removeLast() }
    return text + "…"
  }

  private func draw() -> Drawing {
    var drawing = Drawing(width: width, height: 0, palette: palette)
    let widths = columnLabels.map { FontMetrics.width($0, size: labelSize) }
    let isUpright = widths.allSatisfy { $0 <= side - 4 }
    let head = isUpright ? labelSize * 1.3 : (widths.max() ?? 0)
    let left = rowWidth + 10
    let top = head + 8
    for (j, label) in columnLabels.enumerated() {
      let center = left + (Double(j) + 0.5) * side
      if isUpright {
        drawing.write([label], x: center, top: 2, size: labelSize, anchor: .middle)
      } else {
        let half = labelSize * (FontMetrics.ascent + FontMetrics.descent) / 2
        drawing.writeVertically(
          label, left: center - half, center: head - widths[j] / 2, size: labelSize, color: palette.ink)
      }
    }
    let texts = map.values.map { row in
      row.map { $0.map { NumberText(unicode: true).string($0, map.style).replacing("-", with: "−") } }
    }
    let widest = texts.joined().map { FontMetrics.width($0 ?? "", size: 1) }.max() ?? 0
    let numberSize = min(14, (side - 6) / max(widest, 0.1))
    for (i, label) in rowLabels.enumerated() {
      let y = top + Double(i) * side
      let baseline = y + side / 2 + labelSize * 0.36
      drawing.write(label, at: Place(rowWidth, baseline), size: labelSize, anchor: .end)
      for (j, value) in map.values[i].enumerated() {
        guard let value, value.isFinite else { continue }
        let rect = Rect(x: left + Double(j) * side, y: y, width: side, height: side)
        let field = palette.diverging(value / map.deepest)
        drawing.shapes.append(.rectangle(rect, fill: .color(field), outline: drawing.palette.background))
        // Below that nobody can read it.
        guard numberSize >= 8, let text = texts[i][j] else { continue }
        drawing.write(
          text, at: Place(rect.center.x, rect.center.y + numberSize * 0.36), size: numberSize, anchor: .middle,
          color: Palette.ink(on: field))
      }
    }
    drawing.height = drawKey(left: left, top: top + Double(map.rows.count) * side + 16, &drawing)
    return drawing
  }

  /// The scale of colours over the range in use, with the limits that it marks. Returns the lower edge.
  private func drawKey(left: Double, top: Double, _ drawing: inout Drawing) -> Double {
    let size = 13.0
    let steps = 20
    let deepest = map.deepest
    let range = map.range
    let step = min(10, (width - left) / Double(steps) / 1.6)
    func text(_ value: Double, _ style: Table.Style) -> String {
      NumberText(unicode: true).string(value, style).replacing("-", with: "−")
    }
    var x = left
    x =
      drawing.write(
        text(range.lowerBound, map.keyStyle), at: Place(x, top + 11), size: size, color: drawing.palette.soft
      )
      .right + 6
    let start = x
    let span = range.upperBound - range.lowerBound
    for k in 0..<steps {
      let value = range.lowerBound + (Double(k) + 0.5) / Double(steps) * span
      drawing.shapes.append(
        .rectangle(
          Rect(x: x, y: top, width: step, height: 14), fill: .color(palette.diverging(value / deepest))))
      x += step
    }
    var bottom = top + 16
    for mark in map.marks where range.contains(mark) {
      let at = start + (mark - range.lowerBound) / span * Double(steps) * step
      drawing.shapes.append(
        .line(Segment(from: Place(at, top - 2), to: Place(at, top + 17)), color: drawing.palette.ink, width: 1.5))
      bottom = max(
        bottom,
        drawing.write(
          [text(mark, map.style)], x: at, top: top + 18, size: size, anchor: .middle, color: drawing.palette.soft))
    }
    x =
      drawing.write(
        text(range.upperBound, map.keyStyle), at: Place(x + 6, top + 11), size: size, color: drawing.palette.soft
      )
      .right + 14
    let lines = FontMetrics.wrap(map.keyTitle, width: max(80, width - x), size: size)
    return max(bottom, drawing.write(lines, x: x, top: top - 1, size: size, color: drawing.palette.soft))
  }
}
