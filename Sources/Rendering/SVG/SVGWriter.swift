/// A drawing written as SVG.
struct SVGWriter {
  let drawing: Drawing
  /// Width and height of the picture; the drawing is made larger or smaller to fill it.
  let size: (width: Double, height: Double)
  /// The family that is asked for first.
  let font: String?

  static func write(
    _ drawing: Drawing, size: (width: Double, height: Double), title: String, description: String, font: String?
  ) -> String {
    SVGWriter(drawing: drawing, size: size, font: font).write(title: title, description: description)
  }

  private func write(title: String, description: String) -> String {
    let (width, height) = (number(drawing.width), number(drawing.height))
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(number(size.width))" height="\(number(size.height))" \
      viewBox="0 0 \(width) \(height)" font-family="\(escaped(FontFamilies.stack(font)))">
      <title>\(escaped(title))</title>
      <desc>\(escaped(description))</desc>
      <defs>
      \(hatches.map(pattern).joined(separator: "\n"))
      </defs>
      <rect width="\(width)" height="\(height)" fill="\(drawing.palette.background)"/>

      """
    for shape in drawing.shapes { text += element(shape) + "\n" }
    for box in drawing.texts { text += element(box) + "\n" }
    return text + "</svg>\n"
  }

  /// The colours of the stripes in use, the bars' own always.
  private var hatches: [String] {
    var colors = [drawing.palette.bar]
    for case .rectangle(_, .hatched(let color), _, _) in drawing.shapes where !colors.contains(color) {
      colors.append(color)
    }
    return colors
  }

  private func hatch(_ color: String) -> String {
    color == drawing.palette.bar ? "hatch" : "hatch-\(color.dropFirst())"
  }

  private func pattern(_ color: String) -> String {
    """
    <pattern id="\(hatch(color))" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="\(drawing.palette.background)"/><rect width="2.2" height="6" fill="\(color)"/>
    </pattern>
    """
  }

  private func element(_ shape: Drawing.Shape) -> String {
    switch shape {
    case .rectangle(let rect, let fill, let opacity, let outline):
      let paint =
        switch fill {
        case .color(let color): color
        case .hatched(let color): "url(#\(hatch(color)))"
        }
      return "<rect x=\"\(number(rect.x))\" y=\"\(number(rect.y))\" width=\"\(number(max(0, rect.width)))\" "
        + "height=\"\(number(max(0, rect.height)))\" fill=\"\(paint)\""
        + (opacity < 1 ? " fill-opacity=\"\(number(opacity))\"" : "")
        + (outline.map { " stroke=\"\($0)\" stroke-width=\"1\"" } ?? "") + "/>"
    case .line(let line, let color, let width, let dash, let opacity):
      return "<line x1=\"\(number(line.from.x))\" y1=\"\(number(line.from.y))\" x2=\"\(number(line.to.x))\" "
        + "y2=\"\(number(line.to.y))\" stroke=\"\(color)\" stroke-width=\"\(number(width))\""
        + (dash.map { " stroke-dasharray=\"\($0)\"" } ?? "")
        + (opacity < 1 ? " stroke-opacity=\"\(number(opacity))\"" : "") + "/>"
    case .circle(let center, let radius, let fill, let outline, let opacity):
      return "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\" "
        + "fill=\"\(fill)\" stroke=\"\(outline)\" stroke-width=\"\(radius < 4 ? "1" : "2")\""
        // Not `opacity`, for which a renderer paints every circle on a layer of its own.
        + (opacity < 1 ? " fill-opacity=\"\(number(opacity))\" stroke-opacity=\"\(number(opacity))\"" : "") + "/>"
    case .ellipse(let center, let rx, let ry, let fill, let outline):
      return "<ellipse cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" rx=\"\(number(rx))\" ry=\"\(number(ry))\" "
        + "fill=\"\(fill)\" stroke=\"\(outline)\" stroke-width=\"1.5\"/>"
    case .chain(let places, let rounding, let color, let width, let dash):
      return
        "<path d=\"\(path(places, rounding: rounding))\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"\(number(width))\""
        + (dash.map { " stroke-dasharray=\"\($0)\"" } ?? "") + "/>"
    case .polygon(let places, let fill):
      let points = places.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
      return "<polygon points=\"\(points)\" fill=\"\(fill)\"/>"
    }
  }

  /// Straight lines, and quadratic curves about the corners.
  private func path(_ places: [Place], rounding: Double) -> String {
    func text(_ place: Place) -> String { "\(number(place.x)) \(number(place.y))" }
    guard let first = places.first, let last = places.last else { return "" }
    var path = "M\(text(first))"
    for (before, (corner, after)) in zip(places, zip(places.dropFirst(), places.dropFirst(2))) {
      func near(_ other: Place) -> Place {
        let length = corner.distance(to: other)
        let share = length > 0 ? min(rounding, length / 2) / length : 0
        return Place(corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share)
      }
      path += rounding > 0 ? "L\(text(near(before)))Q\(text(corner)) \(text(near(after)))" : "L\(text(corner))"
    }
    return path + "L\(text(last))"
  }

  private func element(_ box: Drawing.TextBox) -> String {
    let rect = box.rect
    let isRightToLeft = FontFamilies.isRightToLeft(box.text)
    // A text whose width is only assumed begins at its left edge: what it then takes less stays inside its rectangle,
    // where anchored at its end or middle it could be drawn over its neighbours. One from right to left is anchored in its
    // middle, which both directions have in common.
    let anchor: Drawing.Anchor =
      isRightToLeft ? .middle : box.isVertical || FontMetrics.isMeasured(box.text) ? box.anchor : .start
    let place: String
    if box.isVertical {
      let x = rect.x + FontMetrics.ascent * box.size
      let y = rect.center.y
      place = "transform=\"translate(\(number(x)) \(number(y))) rotate(-90)\""
    } else {
      let x =
        switch anchor {
        case .start: rect.x
        case .middle: rect.center.x
        case .end: rect.right
        }
      place = "x=\"\(number(x))\" y=\"\(number(rect.y + FontMetrics.ascent * box.size))\""
    }
    return "<text \(place) font-size=\"\(number(box.size))\""
      + (box.isBold ? " font-weight=\"bold\"" : "")
      + (FontFamilies.ofScripts(in: box.text, font).map { " font-family=\"\(escaped($0))\"" } ?? "")
      + (isRightToLeft ? " direction=\"rtl\" unicode-bidi=\"embed\"" : "")
      + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
      + " fill=\"\(box.color)\">\(escaped(box.text))</text>"
  }

  /// Two decimals at most.
  private func number(_ value: Double) -> String {
    var text = fixed(value, decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Text as XML carries it: controls are spelled, and what XML 1.0 cannot carry at all becomes a replacement character.
  private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in TextFlow.clean(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case _ where scalar.value & 0xFFFE == 0xFFFE: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
