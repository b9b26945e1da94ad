import Survey

/// Which texts and numbers of a column mean that there is no answer, and what each is called.
struct CSVMissing: Sendable {
  /// `empty`, `NA`, one per configured code, and `unreadable` last: the reasons by the index that `MissingValue` stores.
  let reasons: [String]
  var unreadable: Int { reasons.count - 1 }

  static let empty = 0
  static let notAvailable = 1
  /// What programs write for a missing value: R, Python, SQL, SPSS and spreadsheets.
  private static let words = ["NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "#N/A", "#NULL!"]

  private let texts: [(bytes: [UInt8], reason: Int)]
  private let longest: Int
  /// The numeric codes and their reasons.
  let numbers: [(value: Double, reason: Int)]

  /// - Throws: `DataFault.tooManyMissingCodes`.
  init(codes: [String]) throws {
    var reasons = ["empty", "NA"]
    var texts = Self.words.map { (bytes: Array($0.utf8), reason: Self.notAvailable) }
    var numbers: [(value: Double, reason: Int)] = []
    for code in codes {
      let bytes = Array(Array(code.utf8).trimmingBlanks())
      guard !bytes.isEmpty, !texts.contains(where: { $0.bytes == bytes }) else { continue }
      let value = bytes.withUnsafeBufferPointer {
        CSVNumber.parse($0.baseAddress!, $0.baseAddress! + $0.count, mark: CSVByte.point)
      }
      let reason: Int
      if let value, let known = numbers.first(where: { $0.value == value }) {
        reason = known.reason
      } else {
        reason = reasons.count
        reasons.append("code " + String(decoding: bytes, as: UTF8.self))
        if let value { numbers.append((value, reason)) }
      }
      texts.append((bytes, reason))
    }
    guard reasons.count < MissingValue.reasonLimit else {
      throw DataFault.tooManyMissingCodes(limit: MissingValue.reasonLimit - 3)
    }
    self.reasons = reasons + ["unreadable"]
    self.texts = texts
    self.numbers = numbers
    longest = texts.reduce(0) { max($0, $1.bytes.count) }
  }

  /// The rules without the configured codes, for weights, strata and clusters; the reasons keep their indices.
  private init(withoutCodes other: CSVMissing) {
    reasons = other.reasons
    texts = other.texts.filter { $0.reason <= Self.notAvailable }
    longest = other.longest
    numbers = []
  }

  var withoutCodes: CSVMissing { CSVMissing(withoutCodes: self) }

  /// The reason why this (trimmed) text is no answer, or `nil` when it is one. A lone point counts as missing in a column
  /// of numbers (SAS, Stata), in a column of text it is text.
  func reason(
    _ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, inNumbers: Bool
  ) -> Int? {
    let count = stop - start
    if count == 0 { return Self.empty }
    if count > longest { return nil }
    if inNumbers, count == 1, start[0] == CSVByte.point { return Self.notAvailable }
    for text in texts where text.bytes.count == count {
      if text.bytes.withUnsafeBufferPointer({
        $0.elementsEqual(UnsafeBufferPointer(start: start, count: count))
      }) {
        return text.reason
      }
    }
    return nil
  }

  @inline(__always)
  func reason(_ value: Double) -> Int? {
    for number in numbers where number.value == value { return number.reason }
    return nil
  }
}
