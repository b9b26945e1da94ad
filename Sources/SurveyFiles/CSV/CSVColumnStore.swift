import Platform
package import Survey

/// The values of one column in the block at hand, in memory that is kept from block to block.
///
/// Numbers go to one byte each at first. A column that meets a value too wide for its type is copied to the next width
/// and goes on there, so that the type is the narrowest that holds the block. This is plain memory without reference
/// counts, because the parser touches it once per field.
struct CSVColumnStore: ~Copyable {
  enum Width: UInt8 { case byte, short, double, text, skip }

  private(set) var width: Width
  /// The byte that ends the field (the separator, or the line end's first byte in the last column) while values go to
  /// bytes, or nowhere, else 0x100, which no byte equals: one comparison says whether the quick way is open.
  private(set) var quickEnd: UInt16 = 0x100
  private(set) var bytes: OwnedBuffer<Int8>
  /// What to store for 0 … 99: the number itself, or a missing marker when it is a code.
  let small: OwnedBuffer<Int8>
  /// Wider values and texts; empty until they are needed.
  private var shorts = OwnedBuffer<Int16>(count: 0)
  private var doubles = OwnedBuffer<Double>(count: 0)
  private(set) var codes = OwnedBuffer<Int32>(count: 0)
  private let kind: CSVPlan.Kind
  /// The column's decimal mark.
  let mark: UInt8
  /// A number without quotes may hold the mark: it is not what separates fields.
  let takesShort: Bool
  /// A bare number is one: not in a column of per cents, where each has its sign.
  let takesBare: Bool
  /// The byte that is expected behind the field.
  let end: UInt8
  private var capacity = 0
  /// The numeric missing codes, as ranges, and their reasons.
  private let missingNumbers: OwnedBuffer<MissingRange>
  private let missingCount: Int

  private struct MissingRange: BitwiseCopyable {
    let low: Double
    let high: Double
    let reason: Int
  }

  init(kind: CSVPlan.Kind, form: NumberForm, separator: UInt8, end: UInt8, missing: CSVMissing) {
    self.kind = kind
    mark = form.mark
    takesShort = mark != separator
    takesBare = form.dress != .percent
    self.end = end
    width = .skip
    bytes = OwnedBuffer(count: 1)
    small = OwnedBuffer(count: 100)
    let codes =
      missing.numbers.map { MissingRange(low: $0.value, high: $0.value, reason: $0.reason) }
      + missing.ranges.map { MissingRange(low: $0.numbers.lowerBound, high: $0.numbers.upperBound, reason: $0.reason) }
    missingCount = codes.count
    missingNumbers = OwnedBuffer(codes)
    for value in 0..<100 {
      small[value] = missing.reason(Double(value)).map { MissingValue.int8($0) } ?? Int8(value)
    }
  }

  /// Begins a block of at most `rows` rows.
  mutating func begin(rows: Int) {
    if rows > capacity {
      capacity = rows
      shorts = OwnedBuffer(count: 0)
      doubles = OwnedBuffer(count: 0)
      if kind == .text {
        codes = OwnedBuffer(count: rows)
      } else {
        // A column that is left out has them too: its quick way is that of the others, and nobody reads what it writes.
        bytes = OwnedBuffer(count: rows)
      }
    }
    switch kind {
    case .number:
      width = .byte
      quickEnd = takesBare ? UInt16(end) : 0x100
    case .text: width = .text
    case .skip:
      width = .skip
      quickEnd = UInt16(end)
    }
  }

  /// Whether a decimal number, or one of several digits, is to be expected; also of a column that is left out.
  var takesDecimals: Bool { width != .byte && width != .text && takesBare }

  // MARK: - One value

  /// Stores a number, or its missing marker when it is a code.
  @inline(__always)
  mutating func store(_ value: Double, at row: Int) {
    for i in 0..<missingCount where missingNumbers[i].low <= value && value <= missingNumbers[i].high {
      storeMissing(missingNumbers[i].reason, at: row)
      return
    }
    if width == .double {
      doubles[row] = value
    } else if width != .skip {
      storeNarrow(value, at: row)
    }
  }

  private mutating func storeNarrow(_ value: Double, at row: Int) {
    let isNear = value >= Double(MissingValue.int16Floor) && value <= 32767
    let whole = isNear ? Int16(value) : 0
    guard isNear, Double(whole) == value else {
      widenToDoubles(row)
      doubles[row] = value
      return
    }
    if width == .byte {
      if whole >= Int16(MissingValue.int8Floor), whole <= 127 {
        bytes[row] = Int8(truncatingIfNeeded: whole)
        return
      }
      widenToShorts(row)
    }
    shorts[row] = whole
  }

  mutating func storeMissing(_ reason: Int, at row: Int) {
    switch width {
    case .byte: bytes[row] = MissingValue.int8(reason)
    case .short: shorts[row] = MissingValue.int16(reason)
    case .double: doubles[row] = MissingValue.double(reason)
    case .text, .skip: break
    }
  }

  private mutating func widenToShorts(_ rows: Int) {
    if shorts.count < capacity { shorts = OwnedBuffer(count: capacity) }
    for row in 0..<rows { shorts[row] = MissingValue.widened(bytes[row]) }
    width = .short
    quickEnd = 0x100
  }

  private mutating func widenToDoubles(_ rows: Int) {
    if doubles.count < capacity { doubles = OwnedBuffer(count: capacity) }
    if width == .byte {
      for row in 0..<rows { doubles[row] = MissingValue.widened(MissingValue.widened(bytes[row])) }
    } else {
      for row in 0..<rows { doubles[row] = MissingValue.widened(shorts[row]) }
    }
    width = .double
    quickEnd = 0x100
  }

  // MARK: - The block's values

  func values(rows: Int, categories: [String]) -> ColumnValues {
    switch width {
    case .byte: .int8(Array(UnsafeBufferPointer(start: bytes.pointer, count: rows)))
    case .short: .int16(Array(UnsafeBufferPointer(start: shorts.pointer, count: rows)))
    case .double: .double(Array(UnsafeBufferPointer(start: doubles.pointer, count: rows)))
    case .text: .text(codes: Array(UnsafeBufferPointer(start: codes.pointer, count: rows)), categories: categories)
    case .skip: .int8([])
    }
  }
}

extension MissingValue {
  /// The same number or missing reason, one width up.
  @inline(__always)
  static func widened(_ value: Int8) -> Int16 { value < int8Floor ? int16(Int(value) - Int(Int8.min)) : Int16(value) }
  @inline(__always)
  static func widened(_ value: Int16) -> Double {
    value < int16Floor ? double(Int(value) - Int(Int16.min)) : Double(value)
  }

  /// How many values are missing for each reason; empty when none is.
  package static func counts(_ values: ColumnValues) -> [Int] {
    var counts = [Int](repeating: 0, count: reasonLimit)
    switch values {
    case .int8(let v):
      // The minimum alone is quick to find, and mostly says that there is nothing to count.
      if v.reduce(Int8.max, { min($0, $1) }) >= int8Floor { return [] }
      for value in v { if let r = reason(value) { counts[r] += 1 } }
    case .int16(let v):
      if v.reduce(Int16.max, { min($0, $1) }) >= int16Floor { return [] }
      for value in v { if let r = reason(value) { counts[r] += 1 } }
    case .double(let v):
      for value in v { if let r = reason(value) { counts[r] += 1 } }
    case .text(let codes, _):
      for code in codes { if let r = reason(text: code) { counts[r] += 1 } }
    }
    return counts.contains { $0 > 0 } ? counts : []
  }
}
