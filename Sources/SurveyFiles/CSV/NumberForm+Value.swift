import Survey

extension NumberForm {
  /// The number that fills `start ..< stop` when it is written in this form, and whether it is written as only people do
  /// (a typographic minus or space, parentheses); `nil` when it is not.
  ///
  /// A number without grouping is taken in a form with grouping too, so that `950` and `1,234` stand in one column.
  func value(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> (value: Double, isOdd: Bool)? {
    if let value = CSVNumber.parse(start, stop, mark: mark), dress != .percent { return (value, false) }
    guard let text = NumberText(start, stop), accepts(text.dress), let value = value(of: text) else { return nil }
    return (value, text.isOdd)
  }

  private func accepts(_ found: Dress) -> Bool {
    switch dress {
    case .percent: found == .percent
    case .none, .currency, .label: found == .none || found == dress
    }
  }

  /// The number of a text that has been taken apart, its dress set aside.
  func value(of text: NumberText) -> Double? {
    if text.dress == .label, text.body.contains(where: { $0 &- 0x30 >= 10 }) { return nil }
    guard let plain = ungrouped(text.body) else { return nil }
    let value = plain.withUnsafeBufferPointer {
      CSVNumber.parse($0.baseAddress!, $0.baseAddress! + $0.count, mark: mark)
    }
    return value.map { text.isNegative && $0 != 0 ? -$0 : $0 }
  }

  /// The digits without what groups them; `nil` when a group is not of three digits, or another mark stands among them.
  private func ungrouped(_ body: [UInt8]) -> [UInt8]? {
    // A sign belongs to the exponent only: the number's own has been taken.
    guard let first = body.first, first != 0x2B, first != 0x2D else { return nil }
    guard let separator = grouping.byte else { return body }
    let whole = body.prefix { $0 &- 0x30 < 10 || $0 == separator }
    let rest = body.dropFirst(whole.count)
    guard !rest.contains(separator) else { return nil }
    let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
    guard groups.count > 1 else { return body }
    guard 1...3 ~= groups[0].count, groups[0].first != 0x30, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    return groups.flatMap { $0 } + rest
  }
}

extension NumberForm.Grouping {
  /// What `NumberText.body` holds between groups.
  var byte: UInt8? {
    switch self {
    case .none: nil
    case .comma: CSVByte.comma
    case .point: CSVByte.point
    case .apostrophe: 0x27
    case .space: CSVByte.space
    }
  }

  /// The word of a sentence.
  var separated: Sentence? {
    switch self {
    case .none: nil
    case .comma: "with thousands separated by commas"
    case .point: "with thousands separated by points"
    case .apostrophe: "with thousands separated by apostrophes"
    case .space: "with thousands separated by spaces"
    }
  }
}
