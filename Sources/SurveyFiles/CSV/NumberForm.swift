/// How the numbers of one column are written.
///
/// Surveys come out of spreadsheets and platforms: one column holds `4,5`, the next `1.234`, `$5,211.53`, `53%`,
/// `(12.00)` or `5 - Very satisfied`. A column is read in one form, and only in one that fits all of its values.
public struct NumberForm: Sendable, Equatable {
  /// What stands between groups of three digits.
  public enum Grouping: UInt8, Sendable, CaseIterable {
    case none, comma, point, apostrophe, space
  }

  /// What stands beside the digits.
  public enum Dress: Sendable, Equatable {
    case none
    /// `53%` is read as 53.
    case percent
    /// The sign, or the letters, of one currency before or behind the number.
    case currency(String)
    /// `5 - Very satisfied` or `Very satisfied (5)` is read as 5; the answers between may be bare numbers.
    case label
  }

  /// `true` when 4,5 is four and a half, `false` when 4.5 is.
  public var decimalComma: Bool
  /// What stands between thousands.
  public var grouping: Grouping
  /// What stands around a number.
  public var dress: Dress

  public init(decimalComma: Bool = false, grouping: Grouping = .none, dress: Dress = .none) {
    self.decimalComma = decimalComma
    self.grouping = grouping
    self.dress = dress
  }

  /// `.` or `,`.
  var mark: UInt8 { decimalComma ? CSVByte.comma : CSVByte.point }

  /// Digits, sign, mark and exponent, nothing else.
  public var isPlain: Bool { grouping == .none && dress == .none }
}

/// One field that may be a number, taken apart: what is beside its digits, and which marks stand among them.
struct NumberText {
  var isNegative = false
  var dress = NumberForm.Dress.none
  /// The label of `5 - Very satisfied`.
  var label = ""
  /// A sign, spaces or parentheses that only people write.
  var isOdd = false
  /// Digits, points, commas, and blanks as spaces; the exponent too.
  var body: [UInt8] = []

  /// Takes apart the (trimmed) text of a field; `nil` when it is no number in any form.
  ///
  /// In order: blanks of any width around it, parentheses as a minus sign, a sign, a percent sign, a currency; what is left
  /// begins and ends with a digit or a decimal mark, and holds no more than digits, marks and an exponent. Failing that, a
  /// whole number with a label before or behind it.
  init?(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) {
    guard stop - start <= 200 else { return nil }
    let scalars = String(decoding: UnsafeBufferPointer(start: start, count: stop - start), as: UTF8.self).unicodeScalars
    guard scalars.contains(where: { "0"..."9" ~= $0 }) else { return nil }
    if let number = NumberText(number: Array(scalars)) {
      self = number
    } else if let labelled = NumberText(labelled: scalars) {
      self = labelled
    } else {
      return nil
    }
  }

  private init?(number text: [Unicode.Scalar]) {
    var rest = text[...]
    trim(&rest)
    if rest.first == "(", rest.last == ")" {
      (isNegative, isOdd) = (true, true)
      rest = rest.dropFirst().dropLast()
      trim(&rest)
    }
    guard takeSign(&rest), takeDress(&rest), takeSign(&rest) else { return nil }
    for scalar in rest {
      switch scalar {
      case "0"..."9", ".", ",", "e", "E", "+", "-": body.append(UInt8(scalar.value))
      case "'", "\u{2019}": body.append(0x27)
      case _ where NumberText.isBlank(scalar): body.append(CSVByte.space)
      default: return nil
      }
    }
    guard let first = body.first, let last = body.last else { return nil }
    guard first &- 0x30 < 10 || first == CSVByte.point || first == CSVByte.comma,
      last &- 0x30 < 10 || last == CSVByte.point || last == CSVByte.comma
    else { return nil }
  }

  private mutating func trim(_ text: inout ArraySlice<Unicode.Scalar>) {
    while let first = text.first, NumberText.isBlank(first) {
      if first.value > 0x20 { isOdd = true }
      text.removeFirst()
    }
    while let last = text.last, NumberText.isBlank(last) {
      if last.value > 0x20 { isOdd = true }
      text.removeLast()
    }
  }

  /// One sign at the most, before or behind a currency; false when there is a second one.
  private mutating func takeSign(_ text: inout ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, "+-\u{2212}\u{2013}\u{FE63}\u{FF0D}".unicodeScalars.contains(first) else {
      return true
    }
    if isNegative { return false }
    if first.value > 0x7F { isOdd = true }
    isNegative = first != "+"
    text.removeFirst()
    trim(&text)
    return true
  }

  private mutating func takeDress(_ text: inout ArraySlice<Unicode.Scalar>) -> Bool {
    if let last = text.last, last == "%" || last == "\u{FF05}" {
      dress = .percent
      text.removeLast()
      trim(&text)
      return true
    }
    let isNumeric = { (scalar: Unicode.Scalar) in
      "0"..."9" ~= scalar || ".,+-\u{2212}\u{2013}".unicodeScalars.contains(scalar) || NumberText.isBlank(scalar)
    }
    let before = text.prefix { !isNumeric($0) }
    let behind = Array(text.reversed().prefix { !isNumeric($0) }.reversed())
    guard before.isEmpty || behind.isEmpty else { return false }
    let found = before.isEmpty ? behind : Array(before)
    if found.isEmpty { return true }
    guard let currency = NumberText.currency(found) else { return false }
    dress = .currency(currency)
    if before.isEmpty { text.removeLast(found.count) } else { text.removeFirst(found.count) }
    // Letters right before a digit are a code (`NOK1`, `Rs4`), not money.
    if !before.isEmpty, found.last!.properties.isAlphabetic, let next = text.first, "0"..."9" ~= next { return false }
    // `kr.` and `Rs.` end with a point that is no decimal mark.
    if !before.isEmpty, text.first == ".", text.dropFirst().first.map(NumberText.isBlank) ?? false {
      text.removeFirst()
    }
    trim(&text)
    return true
  }

  /// Letters that mean money where no sign does.
  private static let currencyWords: Set<String> = [
    "kr", "Kr", "KR", "CHF", "Fr", "USD", "EUR", "GBP", "SEK", "NOK", "DKK", "JPY", "AUD", "CAD", "INR", "Rs", "zł",
    "Kč", "Ft", "lei", "US$", "A$", "C$", "R$",
  ]

  private static func currency(_ scalars: [Unicode.Scalar]) -> String? {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    let isSign = scalars.count == 1 && scalars[0].properties.generalCategory == .currencySymbol
    return isSign || currencyWords.contains(text) ? text : nil
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator
  }

  // MARK: Labelled numbers

  private init?(labelled text: String.UnicodeScalarView) {
    var rest = Array(text)[...]
    trim(&rest)
    isOdd = false
    guard let (digits, words) = NumberText.leading(rest) ?? NumberText.trailing(rest) else { return nil }
    body = digits.map { UInt8($0.value) }
    label.unicodeScalars.append(contentsOf: words)
    dress = .label
  }

  /// `5 - Very satisfied`, `5 = Very satisfied`, `5: …`, `5) …`, `5. …`: at most three digits, a separator, words.
  private static func leading(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (digits: [Unicode.Scalar], words: [Unicode.Scalar])? {
    let digits = text.prefix { "0"..."9" ~= $0 }
    guard 1...3 ~= digits.count else { return nil }
    var rest = text.dropFirst(digits.count).drop(while: isBlank)
    guard let separator = rest.first, "-\u{2013}\u{2014}\u{2212}:=.)".unicodeScalars.contains(separator) else {
      return nil
    }
    rest = rest.dropFirst().drop(while: isBlank)
    return isWords(rest) ? (Array(digits), Array(rest)) : nil
  }

  /// `Very satisfied (5)`.
  private static func trailing(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (digits: [Unicode.Scalar], words: [Unicode.Scalar])? {
    guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
    let digits = text[(open + 1)...].dropLast()
    guard 1...3 ~= digits.count, digits.allSatisfy({ "0"..."9" ~= $0 }) else { return nil }
    let words = text[..<open]
    return isWords(words) ? (Array(digits), Array(words)) : nil
  }

  /// A label begins with a letter and holds two: `3 - 4 times` and `18-24` are ranges, not labelled numbers.
  private static func isWords(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first(where: { !isBlank($0) && !"\"'(".unicodeScalars.contains($0) }) else { return false }
    return first.properties.isAlphabetic && text.count { $0.properties.isAlphabetic } >= 2
  }
}
