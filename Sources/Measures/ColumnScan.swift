import Survey

/// What one pass over a column's storage tells: how many answers it has, between which bounds, and whether all are
/// whole numbers below 2³¹ in size.
struct ColumnScan: Sendable, Equatable {
  var answered = 0
  var low = Double.infinity
  var high = -Double.infinity
  var isWhole = true

  /// Values whose squares leave the range of double precision cannot be summed.
  static let largest = 1e150

  /// The largest size of any answer.
  var magnitude: Double { answered == 0 ? 0 : max(abs(low), abs(high)) }

  mutating func merge(_ other: ColumnScan) {
    answered += other.answered
    low = min(low, other.low)
    high = max(high, other.high)
    isWhole = isWhole && other.isWhole
  }

  init() {}

  /// Scans a column of numbers; of a text column only the answers are counted.
  init(_ values: ColumnValues) {
    switch values {
    case .int8(let v): self = v.withUnsafeBufferPointer { ColumnScan(integers: $0, floor: MissingValue.int8Floor) }
    case .int16(let v): self = v.withUnsafeBufferPointer { ColumnScan(integers: $0, floor: MissingValue.int16Floor) }
    case .double(let v): self = v.withUnsafeBufferPointer { ColumnScan(doubles: $0) }
    case .text(let codes, _):
      answered = codes.reduce(0) { $0 + ($1 < 0 ? 0 : 1) }
      isWhole = false
    }
  }

  /// Blocks of 128 rows, so that the counter has the width of a byte and the loop fills whole vector registers.
  @inline(__always)
  private init<T: FixedWidthInteger & SignedInteger>(integers p: UnsafeBufferPointer<T>, floor: T) {
    var least = T.max
    var greatest = T.min
    var start = 0
    while start < p.count {
      let end = min(start + 128, p.count)
      var present: UInt8 = 0
      for i in start..<end {
        let isMissing = p[i] < floor
        present &+= isMissing ? 0 : 1
        let x = isMissing ? T.max : p[i]
        least = x < least ? x : least
        // Missing markers lie below every value, so that they never win here.
        greatest = p[i] > greatest ? p[i] : greatest
      }
      answered += Int(present)
      start = end
    }
    if answered > 0 {
      low = Double(least)
      high = Double(greatest)
    }
  }

  init(doubles p: UnsafeBufferPointer<Double>) {
    // Adding and subtracting 1.5·2⁵² rounds to a whole number without a call for every element.
    let shift = 6_755_399_441_055_744.0
    var present = 0
    var fractions = 0
    var least = Double.infinity
    var greatest = -Double.infinity
    for x in p {
      let isMissing = x != x
      present &+= isMissing ? 0 : 1
      fractions &+= isMissing || (x + shift) - shift == x ? 0 : 1
      least = x < least ? x : least
      greatest = x > greatest ? x : greatest
    }
    answered = present
    low = least
    high = greatest
    isWhole = fractions == 0 && magnitude < 2_147_483_648
  }
}

extension Variable {
  /// Scans the column after checking what can be wrong with it as a column of numbers in the given role.
  ///
  /// Throws `DataFault.textVariable`, `.notNumeric` (text in a column of numbers), `.notFinite` (also above 1e150) and,
  /// when a scale is declared, `.outsideScale` with the first such row and the count.
  func scanned(role: String, scale: RatingScale?, in dataset: Dataset) throws -> ColumnScan {
    if isText { throw DataFault.textVariable(variable: name, role: role) }
    if let bad = unreadable {
      throw DataFault.notNumeric(variable: name, row: bad.row, value: bad.value, count: bad.count)
    }
    let scan = ColumnScan(values)
    if scan.magnitude > ColumnScan.largest {
      let row = doubles.firstIndex { abs($0) > ColumnScan.largest } ?? 0
      throw DataFault.notFinite(variable: name, row: dataset.rowNumber(row), value: doubles[row])
    }
    try check(scan, against: scale, in: dataset)
    return scan
  }

  func check(_ scan: ColumnScan, against scale: RatingScale?, in dataset: Dataset) throws {
    guard let scale, scan.answered > 0, scan.low < scale.low || scan.high > scale.high else { return }
    let all = doubles
    let outside = all.indices.filter { !all[$0].isNaN && !scale.contains(all[$0]) }
    throw DataFault.outsideScale(
      variable: name, row: dataset.rowNumber(outside[0]), value: all[outside[0]], low: scale.low, high: scale.high,
      count: outside.count)
  }

  /// Marks in `mask` (one byte per row) the rows that have no answer; returns how many unmarked ones it met.
  func markMissing(_ mask: inout [UInt8]) -> Int {
    mask.withUnsafeMutableBufferPointer { m in
      switch values {
      case .int8(let v): v.withUnsafeBufferPointer { mark($0, m) { $0 < MissingValue.int8Floor } }
      case .int16(let v): v.withUnsafeBufferPointer { mark($0, m) { $0 < MissingValue.int16Floor } }
      case .double(let v): v.withUnsafeBufferPointer { mark($0, m) { $0 != $0 } }
      case .text(let codes, _): codes.withUnsafeBufferPointer { mark($0, m) { $0 < 0 } }
      }
    }
  }

  /// Writes the answers of the given rows (all when `nil`), rescaled, a missing one as NaN.
  func fill(_ out: UnsafeMutablePointer<Double>, rows: [Int32]?, by rescaling: Rescaling) {
    switch values {
    case .int8(let v):
      v.withUnsafeBufferPointer { p in
        spread(p, rows, out, rescaling) { $0 < MissingValue.int8Floor ? .nan : Double($0) }
      }
    case .int16(let v):
      v.withUnsafeBufferPointer { p in
        spread(p, rows, out, rescaling) { $0 < MissingValue.int16Floor ? .nan : Double($0) }
      }
    case .double(let v): v.withUnsafeBufferPointer { p in spread(p, rows, out, rescaling) { $0 } }
    case .text(let codes, _):
      codes.withUnsafeBufferPointer { p in spread(p, rows, out, rescaling) { $0 < 0 ? .nan : Double($0) } }
    }
  }
}

/// The rows of `mask` that carry `droppedForGood` were dropped before and are nobody's loss.
let droppedForGood: UInt8 = 2

@inline(__always)
private func mark<T>(
  _ values: UnsafeBufferPointer<T>, _ mask: UnsafeMutableBufferPointer<UInt8>, _ isMissing: (T) -> Bool
) -> Int {
  var lost = 0
  var start = 0
  while start < values.count {
    let end = min(start + 128, values.count)
    var count: UInt8 = 0
    for i in start..<end {
      let missing: UInt8 = isMissing(values[i]) ? 1 : 0
      count &+= missing & ~(mask[i] >> 1)
      mask[i] |= missing
    }
    lost += Int(count)
    start = end
  }
  return lost
}

@inline(__always)
private func spread<T>(
  _ values: UnsafeBufferPointer<T>, _ rows: [Int32]?, _ out: UnsafeMutablePointer<Double>, _ rescaling: Rescaling,
  _ number: (T) -> Double
) {
  if let rows {
    rows.withUnsafeBufferPointer { r in
      if rescaling.isIdentity {
        for i in 0..<r.count { out[i] = number(values[Int(r[i])]) }
      } else {
        for i in 0..<r.count { out[i] = rescaling(number(values[Int(r[i])])) }
      }
    }
  } else if rescaling.isIdentity {
    for i in 0..<values.count { out[i] = number(values[i]) }
  } else {
    for i in 0..<values.count { out[i] = rescaling(number(values[i])) }
  }
}
