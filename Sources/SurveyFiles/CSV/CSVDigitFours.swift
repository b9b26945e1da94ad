import Platform
import Survey

/// The quickest way through a survey: four fields at a time, when each is one digit and its expected end.
///
/// Eight bytes are compared with the pattern digit–end–digit–end–… of the four columns in a handful of operations on one
/// 64-bit word. A column that holds texts, or met a value too wide for a byte, closes the way for the four groups of
/// columns that it belongs to. This is plain memory without reference counts, as in `CSVColumnStore`.
struct CSVDigitFours: ~Copyable {
  /// For the four columns from each on: zeros as digits, and the ends.
  private let patterns: OwnedBuffer<UInt64>
  /// Where each column's values go, and what is stored there for the digits 0 … 9.
  private let targets: OwnedBuffer<UnsafeMutablePointer<Int8>>
  private let digits: OwnedBuffer<UnsafeMutablePointer<Int8>>
  private let columnCount: Int

  /// Matches no text: a byte 0x80 behind a digit is not UTF-8. Hence only bytes that are known to be text may be taken.
  private static let closed: UInt64 = 0x8030_8030_8030_8030

  init(columnCount: Int) {
    self.columnCount = columnCount
    patterns = OwnedBuffer(count: columnCount)
    targets = OwnedBuffer(count: columnCount)
    digits = OwnedBuffer(count: columnCount)
  }

  /// Begins a block; the stores have begun it.
  func begin(_ stores: UnsafeMutablePointer<CSVColumnStore>) {
    for column in 0..<columnCount {
      (targets + column).initialize(to: stores[column].bytes.pointer)
      (digits + column).initialize(to: stores[column].small.pointer)
      var pattern: UInt64 = 0
      var isOpen = column + 4 <= columnCount
      for place in 0..<4 where isOpen {
        let end = stores[column + place].quickEnd
        isOpen = end < 0x100
        pattern |= (UInt64(end) << 8 | 0x30) << UInt64(16 * place)
      }
      (patterns + column).initialize(to: isOpen ? pattern : Self.closed)
    }
  }

  /// For the loop over fields; not to be kept longer than this.
  var kernel: Kernel { Kernel(patterns: patterns.pointer, targets: targets.pointer, digits: digits.pointer) }

  struct Kernel {
    fileprivate let patterns: UnsafeMutablePointer<UInt64>
    fileprivate let targets: UnsafeMutablePointer<UnsafeMutablePointer<Int8>>
    fileprivate let digits: UnsafeMutablePointer<UnsafeMutablePointer<Int8>>

    /// The column's values no longer go to bytes.
    func close(_ column: Int) {
      for first in max(0, column - 3)...column { patterns[first] = CSVDigitFours.closed }
    }

    /// Stores the four fields at `p`, eight bytes of checked text, when they are what this way is for.
    @inline(__always)
    func take(_ p: UnsafePointer<UInt8>, _ column: Int, _ row: Int) -> Bool {
      let word = UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self)) ^ patterns[column]
      // Digits have become 0 … 9: adding 0x76 reaches the high bit from 10 on. Ends have become 0.
      let isOther = (word | ((word & 0x00FF_00FF_00FF_00FF) &+ 0x0076_0076_0076_0076)) & 0xFF80_FF80_FF80_FF80
      guard isOther == 0 else { return false }
      let targets = targets + column
      let digits = digits + column
      targets[0][row] = digits[0][Int(word & 0xF)]
      targets[1][row] = digits[1][Int(word &>> 16 & 0xF)]
      targets[2][row] = digits[2][Int(word &>> 32 & 0xF)]
      targets[3][row] = digits[3][Int(word &>> 48 & 0xF)]
      return true
    }
  }
}
