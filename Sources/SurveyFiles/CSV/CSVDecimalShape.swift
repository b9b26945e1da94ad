/// The shape of the short decimal numbers of a column: so many digits, the mark, so many digits, the end; together at most
/// eight bytes.
///
/// The next number of a column is mostly of the shape of the last one. Then one comparison says so, and where the field
/// behind it begins is known before its digits are looked at: the processor need not wait for one field to begin the next.
struct CSVDecimalShape {
  /// Zeros as digits, the mark, the end.
  private var pattern: UInt64 = 0
  /// 0x76 at each digit, which reaches the high bit from 10 on.
  private var excess: UInt64 = 0
  /// What must be zero: the high bit of each digit, all bits of mark and end.
  private var test: UInt64 = .max
  private var whole: UInt64 = 0
  private var fraction: UInt64 = 0
  private var shift: UInt64 = 0
  private(set) var decimals: UInt64 = 0
  /// Bytes, the end included; 0 while no shape is known.
  private(set) var length = 0

  /// Learns the shape of a number of `digits` digits, `decimals` of them behind the mark.
  mutating func learn(digits: Int, decimals: Int, mark: UInt8, end: UInt8) {
    let before = digits - decimals
    length = digits + (decimals > 0 ? 1 : 0) + 1
    guard length <= 8, before > 0 else {
      self = CSVDecimalShape()
      return
    }
    (pattern, excess, test, whole, fraction) = (0, 0, 0, 0, 0)
    for place in 0..<length {
      let at = UInt64(8 * place)
      let isMark = decimals > 0 && place == before
      if isMark || place == length - 1 {
        pattern |= UInt64(isMark ? mark : end) << at
        test |= 0xFF << at
        continue
      }
      pattern |= 0x30 << at
      excess |= 0x76 << at
      test |= 0x80 << at
      if place < before { whole |= 0xF << at } else { fraction |= 0xF << (at - 8) }
    }
    shift = UInt64(8 * (8 - digits))
    self.decimals = UInt64(decimals)
  }

  /// The digits of the number at `p`, eight readable bytes, without the mark; `nil` when it is of another shape.
  @inline(__always)
  func digits(_ p: UnsafePointer<UInt8>) -> UInt64? {
    // Without a shape eight bytes of zero would look like one.
    guard length > 0 else { return nil }
    let word = UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self)) ^ pattern
    // Digits that are none may carry into the next byte, but then their own high bit is set already.
    guard (word | ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ excess)) & test == 0 else { return nil }
    return CSVNumber.joined(((word & whole) | (word &>> 8 & fraction)) &<< shift)
  }
}
