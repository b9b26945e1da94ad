import Platform

/// The quotients m / 10ᵏ of short decimal numbers, divided once: a division takes longer than all else that reading such a
/// number does.
struct CSVQuotients: ~Copyable {
  private static let limit = 1000
  private static let decimals = 4
  private let table: OwnedBuffer<Double>

  init() {
    table = OwnedBuffer(count: Self.limit * Self.decimals)
    for k in 0..<Self.decimals {
      for m in 0..<Self.limit { table[k * Self.limit + m] = CSVNumber.value(UInt64(m), UInt64(k)) }
    }
  }

  /// For the loop over fields; not to be kept longer than this.
  var kernel: Kernel { Kernel(table: table.pointer) }

  struct Kernel {
    fileprivate let table: UnsafeMutablePointer<Double>

    /// digits / 10^decimals.
    @inline(__always)
    func value(_ digits: UInt64, _ decimals: UInt64) -> Double {
      digits < UInt64(limit) && decimals < UInt64(CSVQuotients.decimals)
        ? table[Int(decimals) &* limit &+ Int(digits)] : CSVNumber.value(digits, decimals)
    }
  }
}
