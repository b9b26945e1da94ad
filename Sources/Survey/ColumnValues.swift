/// The values of one column, stored in the narrowest type that holds them.
///
/// Ratings are small integers, so most columns of a survey take one byte per respondent. A missing value is kept in the
/// column itself together with *why* it is missing: see `MissingValue`.
public enum ColumnValues: Sendable, Equatable {
  case int8([Int8])
  case int16([Int16])
  case double([Double])
  /// `codes[i]` indexes `categories`; a negative code is missing.
  case text(codes: [Int32], categories: [String])

  public static func == (a: ColumnValues, b: ColumnValues) -> Bool {
    switch (a, b) {
    case (.int8(let x), .int8(let y)): x == y
    case (.int16(let x), .int16(let y)): x == y
    case (.double(let x), .double(let y)):
      // By bit pattern, so that two missing values of the same reason are equal.
      x.count == y.count && zip(x, y).allSatisfy { $0.bitPattern == $1.bitPattern }
    case (.text(let x, let p), .text(let y, let q)): x == y && p == q
    default: false
    }
  }

  public var count: Int {
    switch self {
    case .int8(let v): v.count
    case .int16(let v): v.count
    case .double(let v): v.count
    case .text(let codes, _): codes.count
    }
  }
}

/// How a column stores that a value is missing, and for which reason.
///
/// Reason `r` (0 … 15, an index into `Variable.missingReasons`) is stored as the `r`-th value from the bottom of an
/// integer type, as a NaN with payload `r` in a double, and as `-1 - r` in a text column. A reader that meets real
/// values down there (−113 in eight bits) stores the column one width up.
public enum MissingValue {
  public static let reasonLimit = 16

  @inlinable public static func int8(_ reason: Int) -> Int8 { Int8.min + Int8(reason) }
  @inlinable public static func int16(_ reason: Int) -> Int16 { Int16.min + Int16(reason) }
  @inlinable public static func double(_ reason: Int) -> Double { Double(nan: UInt64(reason), signaling: false) }
  @inlinable public static func text(_ reason: Int) -> Int32 { -1 - Int32(reason) }

  /// The smallest value that is not a missing marker.
  public static let int8Floor = Int8.min + 16
  public static let int16Floor = Int16.min + 16

  @inlinable public static func reason(_ value: Int8) -> Int? {
    value < int8Floor ? Int(value) - Int(Int8.min) : nil
  }
  @inlinable public static func reason(_ value: Int16) -> Int? {
    value < int16Floor ? Int(value) - Int(Int16.min) : nil
  }
  @inlinable public static func reason(_ value: Double) -> Int? {
    value.isNaN ? Int(value.bitPattern & 0xF) : nil
  }
  @inlinable public static func reason(text code: Int32) -> Int? { code < 0 ? Int(-1 - code) : nil }
}

extension ColumnValues {
  /// Numbers and missing marks in the narrowest type that holds them.
  package init(narrowest numbers: some RandomAccessCollection<Double>) {
    var (low, high) = (0.0, 0.0)
    for number in numbers where !number.isNaN {
      guard number.rounded() == number, abs(number) <= 32767, !(number == 0 && number.sign == .minus) else {
        self = .double(Array(numbers))
        return
      }
      low = min(low, number)
      high = max(high, number)
    }
    if low >= Double(MissingValue.int8Floor), high <= 127 {
      self = .int8(numbers.map { number in MissingValue.reason(number).map { MissingValue.int8($0) } ?? Int8(number) })
    } else if low >= Double(MissingValue.int16Floor) {
      self = .int16(
        numbers.map { number in MissingValue.reason(number).map { MissingValue.int16($0) } ?? Int16(number) })
    } else {
      self = .double(Array(numbers))
    }
  }

  /// As doubles whose missing marks keep their reason, which `Variable.doubles` does not promise; of texts none.
  package var numbersWithReasons: [Double] {
    switch self {
    case .int8(let v): v.map { value in MissingValue.reason(value).map { MissingValue.double($0) } ?? Double(value) }
    case .int16(let v): v.map { value in MissingValue.reason(value).map { MissingValue.double($0) } ?? Double(value) }
    case .double(let v): v
    case .text(let codes, _): codes.map { _ in MissingValue.double(0) }
    }
  }
}
