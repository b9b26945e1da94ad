/// How wide text is in DejaVu Sans, the font that figures name first; text of other scripts as wide as Pango sets it.
///
/// Kerning is not counted: it makes text narrower almost always. The fallbacks that figures name (Helvetica, Arial) are
/// narrower too, so what fits here fits there.
package enum FontMetrics {
  /// Height above and depth below the baseline that a line may take, in em: the font's own line, accents included.
  static let ascent = 1901.0 / 2048
  static let descent = 483.0 / 2048
  /// Distance of baselines, in em.
  static let lineHeight = 1.22

  /// The width of one line, in the unit of `size`.
  package static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let widths = isBold ? FontWidths.bold : FontWidths.regular
    let text = TextFlow.clean(text)
    if !isMeasured(text), let measure = ScriptMeasure.shared {
      // A little room, since the picture may be drawn with another font of the script.
      return measure.width(text, isBold: isBold) * size * 1.02
    }
    var units = 0
    for scalar in text.unicodeScalars { units += advance(scalar, widths) }
    return Double(units) / 2048 * size
  }

  /// Whether every scalar's width is the font's own. Otherwise another font draws some of it, or boxes if there is none.
  static func isMeasured(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if FontWidths.ranges.contains(where: { $0.contains(scalar.value) }) { return true }
      // Marks take no room of their own.
      return [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
    }
  }

  /// Scalars without a number in the table: combining marks and format characters take nothing, emoji may take more
  /// than an em, all else is given one.
  private static func advance(_ scalar: Unicode.Scalar, _ widths: [UInt16]) -> Int {
    var start = 0
    for range in FontWidths.ranges {
      if range.contains(scalar.value) { return Int(widths[start + Int(scalar.value - range.lowerBound)]) }
      start += range.count
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return scalar.properties.isEmojiPresentation ? 2867 : 2048
    }
  }

  /// Lines no wider than `width`.
  static func wrap(_ text: String, width: Double, size: Double, isBold: Bool = false) -> [String] {
    TextFlow.wrap(text, width: width) { self.width($0, size: size, isBold: isBold) }
  }

  /// Lines of about the same length, as few as `width` allows, or of the least width that makes no more than `limit`.
  static func balanced(
    _ text: String, width: Double, size: Double, isBold: Bool = false, limit: Int = .max
  ) -> [String] {
    var high = width
    var lines = wrap(text, width: high, size: size, isBold: isBold)
    let whole = self.width(text, size: size, isBold: isBold)
    while lines.count > limit && high < whole {
      high *= 1.1
      lines = wrap(text, width: high, size: size, isBold: isBold)
    }
    let words = TextFlow.words(text).map { self.width($0, size: size, isBold: isBold) }
    var low = min(high, words.max() ?? 0)
    while high - low > 2 {
      let middle = (low + high) / 2
      let tried = wrap(text, width: middle, size: size, isBold: isBold)
      if tried.count <= lines.count { (high, lines) = (middle, tried) } else { low = middle }
    }
    return lines
  }
}
