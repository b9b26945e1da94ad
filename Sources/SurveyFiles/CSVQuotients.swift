/// The quotients m / 10ᵏ of short decimal numbers, divided once: a division takes longer than all else that reading such a
/// number does. `free` must be called in the end.
struct CSVQuotients {
  private static let limit = 1000
  private static let decimals = 4
  private let table: UnsafeMutablePointer<Double>

  init() {
    table = .allocate(capacity: Self.limit * Self.decimals)
    for k in 0..<Self.decimals {
      for m in 0..<Self.limit { table[k * Self.limit + m] = CSVNumber.value(UInt64(m), UInt64(k)) }
    }
  }

  func free() { table.deallocate() }

  /// digits / 10^decimals.
  @inline(__always)
  func value(_ digits: UInt64, _ decimals: UInt64) -> Double {
    digits < UInt64(Self.limit) && decimals < UInt64(Self.decimals)
      ? table[Int(decimals) &* Self.limit &+ Int(digits)] : CSVNumber.value(digits, decimals)
  }
}
