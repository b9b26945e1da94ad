import Platform

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
  }

  package var width: Double
  package var height: Double
  /// In the order they are drawn; texts are drawn above all of them.
  var shapes: [Shape] = []
  package var texts: [TextBox] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Writes one line: `place` is the anchor on the baseline.
  @discardableResult
  mutating func write(
    _ text: String, at place: Place, size: Double, anchor: Anchor = .start, isBold: Bool = false,
    color: String = Palette.ink
  ) -> Rect {
    let rect = Drawing.rect(of: text, at: place, size: size, anchor: anchor, isBold: isBold)
    texts.append(
      TextBox(
        text: text, rect: rect, anchor: anchor, size: size, isBold: isBold, color: color, isVertical: false))
    return rect
  }

  /// Writes lines under one another; `top` is the upper edge of the first.
  ///
  /// - Returns: the lower edge of the last.
  @discardableResult
  mutating func write(
    _ lines: [String], x: Double, top: Double, size: Double, anchor: Anchor = .start, isBold: Bool = false,
    color: String = Palette.ink
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
      }
    }
    for var text in other.texts {
      text.rect = text.rect.moved(by: x, y)
      texts.append(text)
    }
  }
}

/// Colours that stay apart for every kind of colour vision and, by their lightness, in grey.
package enum Palette {
  static let ink = "#1A1A1A"
  static let soft = "#555555"
  static let grid = "#D9D9D9"
  static let point = "#15487A"
  static let bar = "#6FA3D0"
  static let trend = "#B4510B"
  /// Bars of several series: neighbours differ in lightness, too. After Okabe and Ito's palette.
  static let series = ["#6FA3D0", "#B4510B", "#E8B54A", "#15487A", "#5FB39B", "#8C5A83", "#B9B9B9", "#3D3D3D"]
  static let leader = "#777777"
  /// Top left, top right, bottom left, bottom right; four steps of lightness.
  static let tints = ["#F8D5B8", "#DDECF8", "#FAFAFA", "#F0F0F0"]
  static let quadrantNames = ["#8A3F08", "#15487A", "#5A5A5A", "#4A4A4A"]

  /// Black or white, whichever stands out more from a field of that colour (`#RRGGBB`): the larger ratio
  /// (L₁ + 0.05)/(L₂ + 0.05) of relative luminances (WCAG 2.2, contrast ratio). One of the two has at least √21 = 4.58, where 4.5 is asked for.
  package static func ink(on field: String) -> String {
    let (black, white) = ("#000000", "#FFFFFF")
    return contrast(black, field) >= contrast(white, field) ? black : white
  }

  package static func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  /// Of 0 (black) to 1 (white), from sRGB.
  private static func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    func linear(_ shift: Int) -> Double {
      let channel = Double(value >> shift & 0xFF) / 255
      return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
