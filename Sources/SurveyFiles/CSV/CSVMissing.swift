import Survey

/// Which texts and numbers of a column mean that there is no answer, and what each is called.
struct CSVMissing: Sendable {
  /// Empty, not available, one per configured code, and unreadable last: the reasons by the index that `MissingValue` stores.
  let reasons: [MissingReason]
  var unreadable: Int { reasons.count - 1 }

  static let empty = 0
  static let notAvailable = 1
  /// What programs write for a missing value: R, Python, SQL, SPSS and spreadsheets.
  private static let words = ["NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "#N/A", "#NULL!"]

  /// Whether programs write this text for a missing value.
  static func isNoAnswer(_ text: String) -> Bool { words.contains(text) }

  private let texts: [(bytes: [UInt8], reason: Int)]
  private let longest: Int
  /// The numeric codes and their reasons: single numbers, and ranges with both ends.
  let numbers: [(value: Double, reason: Int)]
  let ranges: [(numbers: ClosedRange<Double>, reason: Int)]

  /// - Throws: `CSVFault.tooManyMissingCodes`.
  init(codes: [String]) throws {
    var reasons: [MissingReason] = [.empty, .notAvailable]
    var texts = Self.words.map { (bytes: Array($0.utf8), reason: Self.notAvailable) }
    var numbers: [(value: Double, reason: Int)] = []
    var ranges: [(numbers: ClosedRange<Double>, reason: Int)] = []
    for code in codes.map({ MissingCode($0) }) {
      let bytes = Array(code.text.utf8)
      guard !bytes.isEmpty, !texts.contains(where: { $0.bytes == bytes }) else { continue }
      let value = code.isRange ? nil : code.numbers?.lowerBound
      let reason: Int
      if let value, let known = numbers.first(where: { $0.value == value }) {
        reason = known.reason
      } else {
        reason = reasons.count
        reasons.append(.code(code.text))
        if let value { numbers.append((value, reason)) }
        if code.isRange, let range = code.numbers { ranges.append((range, reason)) }
      }
      texts.append((bytes, reason))
    }
    guard reasons.count < MissingValue.reasonLimit else {
      throw CSVFault.tooManyMissingCodes(limit: MissingValue.reasonLimit - 3)
    }
    self.reasons = reasons + [.unreadable]
    self.texts = texts
    self.numbers = numbers
    self.ranges = ranges
    longest = texts.reduce(0) { max($0, $1.bytes.count) }
  }

  /// The reason why this (trimmed) text is no answer, or `nil` when it is one. A lone point counts as missing in a column
  /// of numbers (SAS, Stata), in a column of text it is text.
  func reason(
    _ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, inNumbers: Bool
  ) -> Int? {
    let count = stop - start
    if count == 0 { return Self.empty }
    if count > longest && (inNumbers || ranges.isEmpty) { return nil }
    if inNumbers, count == 1, start[0] == CSVByte.point { return Self.notAvailable }
    for text in texts where text.bytes.count == count {
      if text.bytes.withUnsafeBufferPointer({
        $0.elementsEqual(UnsafeBufferPointer(start: start, count: count))
      }) {
        return text.reason
      }
    }
    // A number in a column of categories.
    if !inNumbers, !ranges.isEmpty, let value = CSVNumber.parse(start, stop, mark: CSVByte.point) {
      return ranges.first { $0.numbers.contains(value) }?.reason
    }
    return nil
  }

  @inline(__always)
  func reason(_ value: Double) -> Int? {
    for number in numbers where number.value == value { return number.reason }
    for range in ranges where range.numbers.contains(value) { return range.reason }
    return nil
  }
}
