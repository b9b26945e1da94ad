import SurveyFiles

/// The number that a text stands for in a given form, worked out with strings.
enum NaiveNumber {
  static func value(_ text: String, _ form: NumberForm) -> Double? {
    let mark: UInt8 = form.decimalComma ? 0x2C : 0x2E
    if form.dress != .percent, let plain = NaiveSurvey.number(text, mark) { return plain }
    guard text.utf8.count <= 200, text.contains(where: { "0"..."9" ~= $0 }) else { return nil }
    let scalars = Array(text.unicodeScalars)
    if let (isNegative, dress, body) = takenApart(scalars) {
      guard dress == form.dress || dress == .none && form.dress != .percent else { return nil }
      guard let plain = ungrouped(body, form.grouping), let value = NaiveSurvey.number(plain, mark) else { return nil }
      return isNegative && value != 0 ? -value : value
    }
    return form.dress == .label ? labelled(trimmed(scalars)).flatMap { Double($0) } : nil
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private static func trimmed(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    text.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static let money: Set<String> = [
    "kr", "Kr", "KR", "CHF", "Fr", "USD", "EUR", "GBP", "SEK", "NOK", "DKK", "JPY", "AUD", "CAD", "INR", "Rs", "zł",
    "Kč", "Ft", "lei", "US$", "A$", "C$", "R$",
  ]

  private static func isMoney(_ text: [Unicode.Scalar]) -> Bool {
    text.count == 1 && text[0].properties.generalCategory == .currencySymbol || money.contains(string(text))
  }

  private static func takenApart(
    _ text: [Unicode.Scalar]
  ) -> (isNegative: Bool, dress: NumberForm.Dress, body: String)? {
    var rest = trimmed(text)
    var signs = 0
    var isNegative = false
    if rest.first == "(", rest.last == ")", rest.count > 1 {
      (isNegative, signs) = (true, 1)
      rest = trimmed(Array(rest.dropFirst().dropLast()))
    }
    func takeSign() -> Bool {
      guard let first = rest.first, [0x2B, 0x2D, 0x2212, 0x2013, 0xFE63, 0xFF0D].contains(first.value) else {
        return true
      }
      if isNegative { return false }
      signs += 1
      isNegative = first != "+"
      rest = trimmed(Array(rest.dropFirst()))
      return true
    }
    guard takeSign() else { return nil }
    var dress = NumberForm.Dress.none
    if rest.last == "%" || rest.last == "\u{FF05}" {
      dress = .percent
      rest = trimmed(Array(rest.dropLast()))
    } else {
      let isPart = { (scalar: Unicode.Scalar) in
        isDigit(scalar) || isBlank(scalar) || [0x2E, 0x2C, 0x2B, 0x2D, 0x2212, 0x2013].contains(scalar.value)
      }
      let before = Array(rest.prefix { !isPart($0) })
      let behind = Array(rest.reversed().prefix { !isPart($0) }.reversed())
      if !before.isEmpty, !behind.isEmpty { return nil }
      if !(before + behind).isEmpty {
        guard isMoney(before + behind) else { return nil }
        dress = .currency(string(before + behind))
        rest = Array(rest.dropFirst(before.count).dropLast(behind.count))
        if let last = before.last {
          if last.properties.isAlphabetic, let next = rest.first, isDigit(next) { return nil }
          if rest.first == ".", rest.count > 1, isBlank(rest[1]) { rest.removeFirst() }
        }
        rest = trimmed(rest)
      }
    }
    guard takeSign() else { return nil }
    let body = string(rest.map { isBlank($0) ? " " : $0 == "\u{2019}" ? "'" : $0 })
    guard body.allSatisfy({ "0123456789.,eE+-' ".contains($0) }), let first = body.first, let last = body.last,
      "0123456789.,".contains(first), "0123456789.,".contains(last)
    else { return nil }
    return (isNegative, dress, body)
  }

  private static func ungrouped(_ body: String, _ grouping: NumberForm.Grouping) -> String? {
    let separators: [NumberForm.Grouping: Character] = [.comma: ",", .point: ".", .apostrophe: "'", .space: " "]
    guard let separator = separators[grouping] else { return body }
    let whole = body.prefix { "0123456789".contains($0) || $0 == separator }
    let rest = body.dropFirst(whole.count)
    if rest.contains(separator) { return nil }
    let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
    if groups.count == 1 { return body }
    guard 1...3 ~= groups[0].count, groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    return groups.joined() + rest
  }

  /// The number of `5 - Very satisfied` or `Very satisfied (5)`.
  private static func labelled(_ text: [Unicode.Scalar]) -> String? {
    func isWords(_ words: some Collection<Unicode.Scalar>) -> Bool {
      let first = words.first { !isBlank($0) && ![0x22, 0x27, 0x28].contains($0.value) }
      return first?.properties.isAlphabetic ?? false && words.count { $0.properties.isAlphabetic } >= 2
    }
    let digits = text.prefix(while: isDigit)
    let rest = text.dropFirst(digits.count).drop(while: isBlank)
    if 1...3 ~= digits.count, let mark = rest.first,
      [0x2D, 0x2013, 0x2014, 0x2212, 0x3A, 0x3D, 0x2E, 0x29].contains(mark.value), isWords(rest.dropFirst())
    {
      return string(digits)
    }
    guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
    let inner = text[(open + 1)...].dropLast()
    return 1...3 ~= inner.count && inner.allSatisfy(isDigit) && isWords(text[..<open]) ? string(inner) : nil
  }
}
