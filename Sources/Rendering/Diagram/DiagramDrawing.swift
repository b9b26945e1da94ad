import Languages

/// A diagram of a model as a drawing.
struct DiagramDrawing {
  private let diagram: ModelDiagram
  private let layout: DiagramLayout
  private let scale: Double
  private let origin: Place
  private var drawing: Drawing

  static func draw(_ diagram: ModelDiagram, width: Double, palette: Palette) -> Drawing {
    let layout = DiagramLayout(diagram, width: width)
    var own = DiagramDrawing(diagram, layout, width: width, palette: palette)
    own.draw()
    return own.drawing
  }

  private init(_ diagram: ModelDiagram, _ layout: DiagramLayout, width: Double, palette: Palette) {
    self.diagram = diagram
    self.layout = layout
    scale = min(1, width / layout.bounds.width)
    origin = Place(
      (width - layout.bounds.width * scale) / 2 - layout.bounds.x * scale, -layout.bounds.y * scale)
    drawing = Drawing(width: width, height: layout.bounds.height * scale, palette: palette)
  }

  private func placed(_ place: Place) -> Place { Place(origin.x + place.x * scale, origin.y + place.y * scale) }

  private func placed(_ rect: Rect) -> Rect {
    let corner = placed(Place(rect.x, rect.y))
    return Rect(x: corner.x, y: corner.y, width: rect.width * scale, height: rect.height * scale)
  }

  private mutating func draw() {
    let palette = drawing.palette
    for (node, fan) in layout.fans.enumerated() {
      for (index, line) in fan.lines.enumerated() {
        let value = diagram.nodes[node].indicators[index].value
        stroke([line.from, line.to], value, thickness: 1.4, color: palette.leader, heads: (false, true))
      }
    }
    for line in layout.lines {
      switch line.kind {
      case .tie(let index):
        stroke(
          line.points, diagram.ties[index].value, thickness: 1, color: palette.leader, heads: (true, true),
          // Half of each piece: an arc becomes smooth.
          rounding: line.isArc ? 1000 : 16)
      case .crossLoading(let index):
        stroke(
          line.points, diagram.crossLoadings[index].value, thickness: 1, color: palette.leader, heads: (false, true))
      case .arrow(let index):
        stroke(
          line.points, diagram.arrows[index].value, thickness: 4, color: palette.point, heads: (false, true),
          rounding: 16)
      }
    }
    for (line, label) in zip(layout.lines, layout.labels) { if let label { write(label, of: line) } }
    for (node, fan) in layout.fans.enumerated() { write(fan, of: node) }
    for node in layout.bodies.indices { write(node) }
    let lines = FontMetrics.wrap(key, width: drawing.width, size: 13.5)
    drawing.height = drawing.write(lines, x: 0, top: drawing.height + 14, size: 13.5, color: palette.soft)
  }

  /// - Parameters:
  ///   - thickness: added for a value of 1.
  ///   - heads: at the beginning and the end.
  private mutating func stroke(
    _ points: [Place], _ value: Estimate?, thickness: Double, color: String, heads: (Bool, Bool), rounding: Double = 0
  ) {
    let isNegative = (value?.value ?? 0) < 0
    let size = min(1, abs(value?.value ?? 0))
    let width = ((1 + thickness * (size.isFinite ? size : 0)) * scale)
    // Where the interval holds zero the sign itself is open.
    let isOpen = if let low = value?.low, let high = value?.high { low <= 0 && high >= 0 } else { false }
    drawing.stroke(
      points.map(placed), color: isNegative ? drawing.palette.negative : color, width: width,
      dash: isOpen ? "\(6.0 * scale) \(4.0 * scale)" : nil, heads: heads, headScale: scale, rounding: rounding * scale)
  }

  private mutating func write(_ label: DiagramLayout.Label, of line: DiagramLine) {
    let isMinor = line.isMinor
    let palette = drawing.palette
    let rect = placed(label.rect)
    var top = rect.y
    // Each line of text clears its own ground, so that no more of the arrow is hidden than has to be; of a flat arrow, which would
    // show beside the shorter one, all clear the same.
    let isFlat = line.isFlat(near: label.rect.center)
    for (place, text) in label.lines.enumerated() {
      let isNumber = place == 0
      let size =
        (isNumber ? isMinor ? DiagramBody.numberSize : DiagramLayout.valueSize : DiagramLayout.intervalSize) * scale
      let own = FontMetrics.width(text, size: size, isBold: isNumber && !isMinor) + 6 * scale
      let width = isFlat ? rect.width : own
      let height = Drawing.height(of: 1, size: size)
      drawing.shapes.append(
        .rectangle(
          Rect(x: rect.center.x - width / 2, y: top, width: width, height: height), fill: .color(palette.background)))
      top = drawing.write(
        [text], x: rect.center.x, top: top, size: size, anchor: .middle, isBold: isNumber && !isMinor,
        color: isNumber && !isMinor ? palette.ink : palette.soft)
    }
  }

  private mutating func write(_ fan: DiagramBody.Fan, of node: Int) {
    let body = layout.bodies[node]
    for (index, box) in fan.boxes.enumerated() {
      let rect = placed(box)
      drawing.shapes.append(
        .rectangle(rect, fill: .color(drawing.palette.field), outline: drawing.palette.leader))
      let size = DiagramBody.boxSize * scale
      let lines = body.boxes[index]
      drawing.write(
        lines, x: rect.center.x, top: rect.center.y - Drawing.height(of: lines.count, size: size) / 2, size: size,
        anchor: .middle)
      guard fan.numbers[index].width > 0 else { continue }
      let number = placed(fan.numbers[index])
      drawing.shapes.append(.rectangle(number, fill: .color(drawing.palette.background)))
      drawing.write(
        [body.numbers[index]], x: number.center.x, top: number.y, size: DiagramBody.numberSize * scale,
        anchor: .middle, color: drawing.palette.soft)
    }
  }

  private mutating func write(_ node: Int) {
    let body = layout.bodies[node]
    let palette = drawing.palette
    let center = placed(layout.centers[node])
    if body.isEllipse {
      drawing.shapes.append(
        .ellipse(center, rx: body.rx * scale, ry: body.ry * scale, fill: palette.circle, outline: palette.point))
    } else {
      drawing.shapes.append(
        .rectangle(
          placed(body.core.moved(by: layout.centers[node].x, layout.centers[node].y)), fill: .color(palette.field),
          outline: palette.point))
    }
    let (large, small) = (DiagramBody.labelSize * scale, DiagramBody.remarkSize * scale)
    let gap = body.remarks.isEmpty ? 0 : DiagramBody.remarkGap * scale
    let height =
      Drawing.height(of: body.label.count, size: large) + Drawing.height(of: body.remarks.count, size: small) + gap
    let bottom = drawing.write(
      body.label, x: center.x, top: center.y - height / 2, size: large, anchor: .middle, isBold: true)
    drawing.write(body.remarks, x: center.x, top: bottom + gap, size: small, anchor: .middle, color: palette.soft)
  }

  /// What lines mean, and what there was no room for.
  private var key: String {
    let dropped = layout.dropped
    var sentences = [diagram.key]
    if layout.labels.contains(where: { ($0?.lines.count ?? 0) > 1 }) { sentences.append(diagram.brackets) }
    let values = diagram.arrows.map(\.value) + diagram.ties.map(\.value) + diagram.crossLoadings.map(\.value)
    if (values + diagram.nodes.flatMap { $0.indicators.map(\.value) }).contains(where: { ($0?.value ?? 0) < 0 }) {
      sentences.append(diagram.negatives)
    }
    let dashes = drawing.shapes.contains { if case .chain(_, _, _, _, .some) = $0 { true } else { false } }
    if dashes { sentences.append(diagram.dashes) }
    let language = Language.current
    if dropped.intervals { sentences.append(language.message("Intervals found no room: the tables have them.")) }
    if dropped.boxes { sentences.append(language.message("Items found no room: constructs tell their number.")) }
    if dropped.numbers > 0 {
      sentences.append(
        language.message(
          dropped.numbers == 1
            ? "{0} arrow has no number for want of room: the tables have it."
            : "{0} arrows have no number for want of room: the tables have them.", String(dropped.numbers)))
    }
    if dropped.ties > 0 {
      sentences.append(
        language.message(
          dropped.ties == 1
            ? "{0} correlation is not drawn: the tables have it."
            : "{0} correlations are not drawn: the tables have them.", String(dropped.ties)))
    }
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
