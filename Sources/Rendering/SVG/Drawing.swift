/// A picture as shapes and texts with their places: what the SVG is written from, and what can be checked without
/// reading it.
package struct Drawing: Sendable {
  /// One line of text with the rectangle it takes.
  package struct TextBox: Sendable {
    package var text: String
    package var rect: Rect
    var anchor: Anchor
    var size: Double
    var isBold: Bool
    var color: String
    /// Read from bottom to top: turned by 90° to the left.
    var isVertical: Bool
  }

  enum Anchor: String, Sendable {
    case start, middle, end
  }

  enum Fill: Sendable, Equatable {
    case color(String)
    /// Stripes of a colour on white.
    case hatched(String)
  }

  enum Shape: Sendable {
    case rectangle(Rect, fill: Fill, opacity: Double = 1, outline: String? = nil)
    case line(Segment, color: String, width: Double, dash: String? = nil, opacity: Double = 1)
    case circle(Place, radius: Double, fill: String, outline: String, opacity: Double = 1)
    case ellipse(Place, rx: Double, ry: Double, fill: String, outline: String)
    /// A chain of straight lines whose corners are rounded from `rounding` before them.
    case chain([Place], rounding: Double, color: String, width: Double, dash: String? = nil)
    /// Filled, without an outline; the ends of arrows.
    case polygon([Place], fill: String)
  }

  package var width: Double
  package var height: Double
  /// What it is drawn with.
  let palette: Palette
  /// In the order they are drawn; texts are drawn above all of them.
  var shapes: [Shape] = []
  package var texts: [TextBox] = []

  init(width: Double, height: Double, palette: Palette) {
    self.width = width
    self.height = height
    self.palette = palette
  }

  /// Writes one line: `place` is the anchor on the baseline.
  @discardableResult
  mutating func write(
    _ text: String, at place: Place, size: Double, anchor: Anchor = .start, isBold: Bool = false,
    color: String? = nil
  ) -> Rect {
    let rect = Drawing.rect(of: text, at: place, size: size, anchor: anchor, isBold: isBold)
    texts.append(
      TextBox(
        text: text, rect: rect, anchor: anchor, size: size, isBold: isBold, color: color ?? palette.ink,
        isVertical: false))
    return rect
  }

  /// Writes lines under one another; `top` is the upper edge of the first.
  ///
  /// - Returns: the lower edge of the last.
  @discardableResult
  mutating func write(
    _ lines: [String], x: Double, top: Double, size: Double, anchor: Anchor = .start, isBold: Bool = false,
    color: String? = nil
  ) -> Double {
    var bottom = top
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let baseline = top + (FontMetrics.ascent + Double(index) * FontMetrics.lineHeight) * size
      bottom =
        write(line, at: Place(x, baseline), size: size, anchor: anchor, isBold: isBold, color: color).bottom
    }
    return bottom
  }

  /// Writes one line from bottom to top, centred on `center`; its left edge is `left`.
  mutating func writeVertically(_ text: String, left: Double, center: Double, size: Double, color: String) {
    let length = FontMetrics.width(text, size: size)
    let rect = Rect(
      x: left, y: center - length / 2, width: size * (FontMetrics.ascent + FontMetrics.descent), height: length)
    texts.append(
      TextBox(
        text: text, rect: rect, anchor: .middle, size: size, isBold: false, color: color, isVertical: true))
  }

  static func rect(of text: String, at place: Place, size: Double, anchor: Anchor, isBold: Bool) -> Rect {
    let width = FontMetrics.width(text, size: size, isBold: isBold)
    let left =
      switch anchor {
      case .start: place.x
      case .middle: place.x - width / 2
      case .end: place.x - width
      }
    return Rect(
      x: left, y: place.y - FontMetrics.ascent * size, width: width,
      height: (FontMetrics.ascent + FontMetrics.descent) * size)
  }

  /// A line with a head at its end, which touches the end exactly.
  mutating func arrow(_ line: Segment, color: String, width: Double, dash: String? = nil, opacity: Double = 1) {
    let length = line.from.distance(to: line.to)
    guard length > 0 else { return }
    let (dx, dy) = ((line.to.x - line.from.x) / length, (line.to.y - line.from.y) / length)
    let head = min(length, 7 + 1.6 * width)
    let half = head * 0.42
    let base = Place(line.to.x - dx * head, line.to.y - dy * head)
    shapes.append(
      .line(
        Segment(from: line.from, to: Place(line.to.x - dx * head * 0.7, line.to.y - dy * head * 0.7)), color: color,
        width: width, dash: dash, opacity: opacity))
    shapes.append(
      .polygon(
        [line.to, Place(base.x - dy * half, base.y + dx * half), Place(base.x + dy * half, base.y - dx * half)],
        fill: color))
  }

  /// A chain of lines with heads at its ends, which touch the ends exactly.
  ///
  /// - Parameters:
  ///   - heads: whether there is one at the beginning, and at the end.
  ///   - headScale: heads of drawings made smaller are smaller.
  mutating func stroke(
    _ points: [Place], color: String, width: Double, dash: String? = nil, heads: (Bool, Bool), headScale: Double = 1,
    rounding: Double = 0
  ) {
    guard points.count > 1, points[0] != points[points.count - 1] else { return }
    var line = points
    let size = 6 * headScale + 1.6 * width
    if heads.1 { shapes.append(head(&line, size)) }
    if heads.0 {
      line.reverse()
      shapes.append(head(&line, size))
      line.reverse()
    }
    shapes.append(.chain(line, rounding: rounding, color: color, width: width, dash: dash))

    /// The head at the end of a chain, which is cut where the head begins.
    func head(_ line: inout [Place], _ size: Double) -> Shape {
      let tip = line[line.count - 1]
      while line.count > 2, line[line.count - 2].distance(to: tip) < size { line.remove(at: line.count - 2) }
      let from = line[line.count - 2]
      let length = max(1e-9, from.distance(to: tip))
      let head = min(length, size)
      let (dx, dy) = ((tip.x - from.x) / length, (tip.y - from.y) / length)
      let base = Place(tip.x - dx * head, tip.y - dy * head)
      line[line.count - 1] = Place(tip.x - dx * head * 0.7, tip.y - dy * head * 0.7)
      let half = head * 0.42
      return .polygon(
        [tip, Place(base.x - dy * half, base.y + dx * half), Place(base.x + dy * half, base.y - dx * half)],
        fill: color)
    }
  }

  /// The height that lines of text take.
  static func height(of lines: Int, size: Double) -> Double {
    lines == 0 ? 0 : (FontMetrics.ascent + FontMetrics.descent + Double(lines - 1) * FontMetrics.lineHeight) * size
  }

  /// Draws another drawing with its upper left corner at (x, y).
  mutating func add(_ other: Drawing, x: Double, y: Double) {
    func moved(_ place: Place) -> Place { Place(place.x + x, place.y + y) }
    for shape in other.shapes {
      switch shape {
      case .rectangle(let rect, let fill, let opacity, let outline):
        shapes.append(.rectangle(rect.moved(by: x, y), fill: fill, opacity: opacity, outline: outline))
      case .line(let line, let color, let width, let dash, let opacity):
        let line = Segment(from: moved(line.from), to: moved(line.to))
        shapes.append(.line(line, color: color, width: width, dash: dash, opacity: opacity))
      case .circle(let center, let radius, let fill, let outline, let opacity):
        shapes.append(.circle(moved(center), radius: radius, fill: fill, outline: outline, opacity: opacity))
      case .ellipse(let center, let rx, let ry, let fill, let outline):
        shapes.append(.ellipse(moved(center), rx: rx, ry: ry, fill: fill, outline: outline))
      case .chain(let places, let rounding, let color, let width, let dash):
        shapes.append(.chain(places.map(moved), rounding: rounding, color: color, width: width, dash: dash))
      case .polygon(let places, let fill):
        shapes.append(.polygon(places.map(moved), fill: fill))
      }
    }
    for var text in other.texts {
      text.rect = text.rect.moved(by: x, y)
      texts.append(text)
    }
  }
}
