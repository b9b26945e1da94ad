/// The families of letters that a figure asks for: one list for all text, and for scripts that DejaVu Sans lacks families
/// that have them, so that what draws the picture need not guess.
enum FontFamilies {
  /// Families in the order in which they are tried.
  static func stack(_ font: String?) -> String {
    let own = font.map { ["'\(name($0))'"] } ?? []
    return (own + ["'DejaVu Sans'", "Helvetica", "Arial", "sans-serif"]).joined(separator: ", ")
  }

  /// The list of a text with letters of such scripts; `nil` where the list for all text will do.
  static func ofScripts(in text: String, _ font: String?) -> String? {
    var families: [String] = []
    for script in scripts where text.unicodeScalars.contains(where: { script.holds($0.value) }) {
      families += script.families
    }
    guard !families.isEmpty else { return nil }
    let own = font.map { ["'\(name($0))'"] } ?? []
    return (own + ["'DejaVu Sans'"] + families.map { "'\($0)'" } + ["sans-serif"]).joined(separator: ", ")
  }

  /// Whether the first letter with a direction is of a script that is written from right to left.
  static func isRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      if rightToLeft.contains(where: { $0.contains(scalar.value) }) { return true }
      if scalar.properties.isAlphabetic { return false }
    }
    return false
  }

  /// Quotes would end the attribute's own.
  private static func name(_ font: String) -> String { font.filter { $0 != "'" && $0 != "\"" && $0 != "\\" } }

  private struct Script {
    var ranges: [ClosedRange<UInt32>]
    var families: [String]
    func holds(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } }
  }

  private static let rightToLeft: [ClosedRange<UInt32>] = [
    0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
  ]

  private static let scripts = [
    Script(ranges: [0x3040...0x30FF, 0x31F0...0x31FF], families: ["Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic"]),
    Script(
      ranges: [0xAC00...0xD7AF, 0x1100...0x11FF, 0x3130...0x318F],
      families: ["Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic"]),
    Script(
      ranges: [0x2E80...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF],
      families: ["Noto Sans CJK SC", "Noto Sans CJK JP", "PingFang SC", "Microsoft YaHei"]),
    Script(ranges: [0x590...0x5FF, 0xFB1D...0xFB4F], families: ["Noto Sans Hebrew", "Arial Hebrew"]),
    Script(
      ranges: [0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF],
      families: ["Noto Sans Arabic", "Geeza Pro", "Segoe UI"]),
    Script(ranges: [0x900...0x97F], families: ["Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI"]),
    Script(ranges: [0x980...0x9FF], families: ["Noto Sans Bengali", "Nirmala UI"]),
    Script(ranges: [0xB80...0xBFF], families: ["Noto Sans Tamil", "Nirmala UI"]),
    Script(ranges: [0xE00...0xE7F], families: ["Noto Sans Thai", "Thonburi", "Leelawadee UI"]),
  ]
}
