/// How many terminal columns text takes: two for East Asian wide and full-width characters and for emoji, none for
/// combining marks and invisible format characters, one for the rest.
///
/// A grapheme cluster counts as what its first scalar takes, so `e` + U+0301 is one column and a family emoji two;
/// ambiguous characters (UAX #11 class A) count as one, as terminals outside East Asian locales draw them.
package func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count { $0 >= 0x20 && $0 != 0x7F } }
  return text.reduce(0) { $0 + displayWidth($1) }
}

package func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if first.value < 0x20 || (0x7F..<0xA0).contains(first.value) { return 0 }
  if first.value < 0x300 && scalars.count == 1 { return first.value == 0xAD ? 0 : 1 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
  default: break
  }
  if isWide(first) || scalars.contains("\u{FE0F}") || scalars.contains("\u{20E3}") { return 2 }
  return 1
}

/// Whether a scalar is East Asian wide or full-width (UAX #11 classes W and F) or drawn as an emoji by default.
package func isWide(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.value >= 0x1100 else { return false }
  if scalar.properties.isEmojiPresentation || (0x1F1E6...0x1F1FF).contains(scalar.value) { return true }
  return wideRanges.contains { $0.contains(scalar.value) }
}

/// The blocks of UAX #11 classes W and F, merged; emoji are asked of the standard library.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
  0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
]
