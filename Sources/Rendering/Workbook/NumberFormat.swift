/// How a workbook shows the numbers of a column: the number itself is always whole.
enum NumberFormat {
  /// The format of one number of a style, such as `0.000`. It shows what text shows: as many decimals, an exponent where text has one.
  static func code(of number: Double, _ style: Table.Style) -> String {
    switch style {
    case .text: return "General"
    case .percent(let count): return decimals(count) + " %"
    case .pValue: return "[<0.001]\"< .001\";.000"
    case .integer: return "0"
    case .decimals, .significant, .proportion:
      let text = NumberText(unicode: false).string(number, style)
      let mantissa = text.prefix { $0 != "e" }
      let places = mantissa.lastIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 } ?? 0
      if mantissa.count < text.count { return decimals(places) + "E+00" }
      if case .proportion = style, abs(number) < 1, places > 0 { return "." + String(repeating: "0", count: places) }
      return decimals(places)
    }
  }

  /// The format of an axis or of a block of numbers.
  static func code(_ style: Table.Style) -> String {
    switch style {
    case .percent(let count): decimals(count) + " %"
    case .decimals(let count), .proportion(let count): decimals(count)
    case .integer: "0"
    case .text, .pValue, .significant: "General"
    }
  }

  private static func decimals(_ count: Int) -> String { count > 0 ? "0." + String(repeating: "0", count: count) : "0" }
}
