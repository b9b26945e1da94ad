import Languages
import Platform

/// How numbers are written for people. Machine formats never come here: they carry the shortest exact decimal.
package struct NumberText: Sendable {
  /// Whether `–` and `∞` may be used.
  package var unicode: Bool

  package init(unicode: Bool) { self.unicode = unicode }

  package var missing: String { unicode ? "–" : "-" }

  /// A cell as its column shows it, with the decimal mark of `NumberStyle`.
  package func string(_ cell: Cell, _ style: Table.Style) -> String {
    switch cell {
    case .missing: missing
    case .text(let text): TextFlow.clean(text)
    case .flag(let flag): Language.current.word(flag ? "yes" : "no")
    case .integer(let integer):
      switch style {
      case .percent, .pValue: string(Double(integer), style)
      default: String(integer)
      }
    case .number(let number): string(number, style)
    }
  }

  package func string(_ number: Double, _ style: Table.Style) -> String {
    NumberStyle.localized(plain(number, style))
  }

  private func plain(_ number: Double, _ style: Table.Style) -> String {
    if number.isNaN { return missing }
    if number.isInfinite { return (number < 0 ? "-" : "") + (unicode ? "∞" : "inf") }
    switch style {
    case .text: return shortest(number)
    case .integer: return decimals(number, 0, keepsSmall: false)
    case .decimals(let count): return decimals(number, count, keepsSmall: true)
    case .percent(let count): return decimals(number * 100, count, keepsSmall: false) + " %"
    case .pValue: return pValue(number)
    case .proportion(let count): return Self.withoutZero(decimals(number, count, keepsSmall: true))
    case .significant(let count): return significant(number, count)
    }
  }

  /// Low to high as one text: `31.2–43.0 %`; `-0.12 to 0.30` where a sign would read as a dash.
  package func interval(low: Double?, high: Double?, _ style: Table.Style) -> String {
    interval(low: low, high: high) { string($0, style) }
  }

  /// The number at a bar: whole per cents have one decimal below 10 %, where a whole one says too little of a small share, and
  /// where they would read as all of it.
  package func bar(_ number: Double, _ style: Table.Style) -> String {
    guard case .percent(0) = style, number != 0, abs(number) < 0.1 || (number >= 0.995 && number < 1) else {
      return string(number, style)
    }
    let fine = string(number, .percent(1))
    // 9.96 % is 10 %.
    return fine.hasPrefix(NumberStyle.localized("10.0")) || fine.hasPrefix("100")
      || fine.hasPrefix(NumberStyle.localized("-10.0")) ? string(number, style) : fine
  }

  /// The interval at a bar.
  package func barInterval(low: Double?, high: Double?, _ style: Table.Style) -> String {
    interval(low: low, high: high) { bar($0, style) }
  }

  private func interval(low: Double?, high: Double?, _ text: (Double) -> String) -> String {
    var left = low.map(text) ?? missing
    let right = high.map(text) ?? missing
    if low != nil, high != nil, left.hasSuffix(" %"), right.hasSuffix(" %") { left.removeLast(2) }
    let isPlain = unicode && low.map { $0 >= 0 } == true && high.map { $0 >= 0 } == true
    return isPlain ? "\(left)–\(right)" : Language.current.message("{0} to {1}", left, right)
  }

  /// A number of at least 10⁹ is written with an exponent. One that would be rounded to nothing keeps two significant
  /// digits when `keepsSmall`: a coefficient of 0.00004 is not 0.000.
  private func decimals(_ number: Double, _ count: Int, keepsSmall: Bool) -> String {
    let size = abs(number)
    if size >= 1e9 { return scientific(number, 2) }
    let text = fixed(number, decimals: count)
    guard keepsSmall, size > 0, !text.contains(where: { ("1"..."9").contains($0) }) else { return text }
    return significant(number, 2, trimming: true)
  }

  /// Three decimals without the leading zero, since a p-value never exceeds one.
  private func pValue(_ number: Double) -> String {
    number < 0.001 ? "< .001" : Self.withoutZero(fixed(number, decimals: 3))
  }

  /// `.04` of `0.04`, `-.04` of `-0.04`.
  private static func withoutZero(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.dropFirst(sign.count)
    return digits.hasPrefix("0.") ? sign + digits.dropFirst() : text
  }

  private func significant(_ number: Double, _ count: Int, trimming: Bool = false) -> String {
    if number == 0 { return "0" }
    let digits = max(1, count)
    let written = scientific(number, digits - 1)
    // The exponent after rounding: 9.996 to three digits is 10.0, one place up.
    let exponent = written.split(separator: "e").last.flatMap { Int($0) } ?? 0
    guard exponent >= -4 && exponent < max(digits, 9) else { return written }
    var text = fixed(number, decimals: max(0, digits - 1 - exponent))
    if trimming { while text.contains(".") && text.hasSuffix("0") { text.removeLast() } }
    return text
  }

  private func scientific(_ number: Double, _ decimals: Int) -> String { printed("%.*e", decimals, number) }
}

/// A number with a fixed number of decimals, correctly rounded; never `-0.00`.
package func fixed(_ number: Double, decimals: Int) -> String {
  let text = printed("%.*f", max(0, decimals), number)
  return text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) } ? String(text.dropFirst()) : text
}

/// The shortest decimal that reads back the same, whole numbers without `.0`.
package func shortest(_ number: Double) -> String {
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// Through the C library, which rounds the exact binary value. The longest double takes 309 digits before the point.
private func printed(_ format: String, _ decimals: Int, _ number: Double) -> String {
  let places = min(decimals, 40)
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
    let length = withVaList([CInt(places), number]) { vsnprintf(buffer.baseAddress!, 400, format, $0) }
    let text = UnsafeRawBufferPointer(start: buffer.baseAddress!, count: min(399, max(0, Int(length))))
    return String(decoding: text, as: UTF8.self)
  }
}
