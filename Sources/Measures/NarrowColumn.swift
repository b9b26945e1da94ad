import LinearAlgebra
import Survey

/// A column of one or two bytes per row (or one category of a text column) as 16-bit lanes: origin ± x.
struct NarrowColumn {
  private var values: ColumnValues
  private var code: Int32 = 0
  private var origin: Int16 = 0
  private var isTurned = false
  /// The largest size of any value.
  private(set) var magnitude = 1.0

  /// 1 where the category is `code`.
  init(values: ColumnValues, code: Int32) {
    self.values = values
    self.code = code
  }

  /// `nil` when the column is of doubles or its values leave 16 bits.
  init?(_ values: ColumnValues, _ scan: ColumnScan, _ rescaling: Rescaling) {
    switch values {
    case .int8, .int16: break
    case .double, .text: return nil
    }
    guard rescaling.keepsWhole, abs(rescaling.origin) < 10_000 else { return nil }
    self.values = values
    isTurned = rescaling.factor < 0
    origin = Int16(rescaling.origin)
    magnitude = scan.answered == 0 ? 0 : max(abs(rescaling(scan.low)), abs(rescaling(scan.high)))
  }

  /// Writes the lanes of some rows, 0 where `mask` is set. A missing answer is only met in a masked row.
  func write(_ rows: Range<Int>, _ mask: UnsafePointer<UInt8>?, _ lanes: UnsafeMutablePointer<Int16>) {
    switch values {
    case .int8(let v): v.withUnsafeBufferPointer { convert($0.baseAddress! + rows.lowerBound, rows.count, mask, lanes) }
    case .int16(let v):
      v.withUnsafeBufferPointer { convert($0.baseAddress! + rows.lowerBound, rows.count, mask, lanes) }
    case .text(let codes, _):
      codes.withUnsafeBufferPointer { codes in
        for i in 0..<rows.count { lanes[i] = codes[rows.lowerBound + i] == code ? 1 : 0 }
      }
      blank(mask, rows.count, lanes)
    case .double: break
    }
  }

  @inline(__always)
  private func convert<T: FixedWidthInteger & SignedInteger>(
    _ p: UnsafePointer<T>, _ count: Int, _ mask: UnsafePointer<UInt8>?, _ lanes: UnsafeMutablePointer<Int16>
  ) {
    if isTurned {
      for i in 0..<count { lanes[i] = origin &- Int16(truncatingIfNeeded: p[i]) }
    } else {
      for i in 0..<count { lanes[i] = Int16(truncatingIfNeeded: p[i]) }
    }
    blank(mask, count, lanes)
  }

  @inline(__always)
  private func blank(_ mask: UnsafePointer<UInt8>?, _ count: Int, _ lanes: UnsafeMutablePointer<Int16>) {
    guard let mask else { return }
    for i in 0..<count { lanes[i] = mask[i] == 0 ? lanes[i] : 0 }
  }
}

extension IntegerProducts {
  /// Adds the rows of a block that `mask` leaves open.
  mutating func addNarrow(_ columns: [NarrowColumn], mask: [UInt8]?, rowCount: Int) {
    let magnitude = columns.reduce(1) { max($0, $1.magnitude) }
    let width = columns.count
    func add(_ mask: UnsafePointer<UInt8>?) {
      addNarrow(rowCount: rowCount, magnitude: magnitude) { column, rows, lanes in
        let part = mask.map { $0 + rows.lowerBound }
        if column < width {
          columns[column].write(rows, part, lanes)
        } else {
          for i in 0..<rows.count { lanes[i] = part.map { $0[i] == 0 ? 1 : 0 } ?? 1 }
        }
      }
    }
    if let mask { mask.withUnsafeBufferPointer { add($0.baseAddress) } } else { add(nil) }
  }
}
