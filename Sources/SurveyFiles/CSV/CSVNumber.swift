/// Reads decimal numbers exactly: the result is the double nearest to the digits, ties to even.
///
/// Grammar: an optional sign, digits with at most one decimal mark and at least one digit, an optional exponent
/// (`1.5e-3`). No thousands separators, no hexadecimal, no words: those are text. Out of range gives an infinity or
/// zero. A negative zero is read as zero, so that it does not matter in how wide a column it lands.
package enum CSVNumber {
  /// The number that fills `start ..< stop`, or `nil`. `mark` is the decimal mark (`.` or `,`).
  package static func parse(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, mark: UInt8) -> Double? {
    guard let (value, end) = prefix(start, stop, mark: mark), end == stop else { return nil }
    return value
  }

  /// The longest number at `start`, and where it ends.
  @inline(__always)
  static func prefix(
    _ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, mark: UInt8
  ) -> (value: Double, end: UnsafePointer<UInt8>)? {
    if let short = short(start, stop, mark: mark) { return short }
    var p = start
    guard p < stop else { return nil }
    let isNegative = p[0] == 0x2D
    if isNegative || p[0] == 0x2B { p += 1 }

    var mantissa: UInt64 = 0
    var exponent = 0
    let digits = p
    while p < stop, p[0] &- 0x30 < 10 {
      mantissa = mantissa &* 10 &+ UInt64(p[0] &- 0x30)
      p += 1
    }
    var digitCount = p - digits
    if p < stop, p[0] == mark {
      p += 1
      let fraction = p
      while p < stop, p[0] &- 0x30 < 10 {
        mantissa = mantissa &* 10 &+ UInt64(p[0] &- 0x30)
        p += 1
      }
      exponent = fraction - p
      digitCount += p - fraction
    }
    guard digitCount > 0 else { return nil }
    var isExact = true
    // Nineteen digits fit in 64 bits; of more, leading zeros do not count.
    if digitCount > 19 { (mantissa, exponent, isExact) = significant(digits, p) }
    if p < stop, p[0] | 0x20 == 0x65 {
      // Without digits behind it the letter is not part of the number.
      var q = p + 1
      let isDown = q < stop && q[0] == 0x2D
      if q < stop, isDown || q[0] == 0x2B { q += 1 }
      let powerStart = q
      var power = 0
      while q < stop {
        let digit = Int(q[0] &- 0x30)
        guard digit < 10 else { break }
        // Beyond this any number of digits that fits in memory is zero or infinite.
        if power < 1 << 40 { power = power &* 10 &+ digit }
        q += 1
      }
      if q > powerStart {
        exponent += isDown ? -power : power
        p = q
      }
    }
    if mantissa == 0 { return (0, p) }

    let magnitude: Double
    if isExact, mantissa <= 1 << 53, -22...22 ~= exponent {
      // Both factors are exact, so the one rounding of the operation is the only one (Clinger 1990, doi:10.1145/93542.93557).
      magnitude = exponent < 0 ? Double(mantissa) / powersOfTen[-exponent] : Double(mantissa) * powersOfTen[exponent]
    } else {
      magnitude = harder(mantissa, exponent, isExact: isExact, digits, p, mark)
    }
    return (isNegative && magnitude > 0 ? -magnitude : magnitude, p)
  }

  /// As `prefix` for a number without sign and exponent that ends within seven bytes, all bytes at once; `nil` when it is
  /// another sort of number, or none.
  @inline(__always)
  private static func short(
    _ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, mark: UInt8
  ) -> (value: Double, end: UnsafePointer<UInt8>)? {
    guard let (digits, decimals, end) = shortDigits(start, stop, mark: mark) else { return nil }
    return (value(digits, decimals), end)
  }

  /// digits / 10^decimals.
  @inline(__always)
  static func value(_ digits: UInt64, _ decimals: UInt64) -> Double { Double(digits) / shortPower(decimals) }

  /// The same without the mark, and how many of its digits stood behind it.
  @inline(__always)
  static func shortDigits(
    _ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, mark: UInt8
  ) -> (digits: UInt64, decimals: UInt64, end: UnsafePointer<UInt8>)? {
    guard stop - start >= 8 else { return nil }
    let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    // Digits become 0 … 9; `others` has the high bit of every byte that is none.
    let values = word ^ 0x3030_3030_3030_3030
    let others = (((values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    guard others != 0 else { return nil }
    let whole = UInt64(others.trailingZeroBitCount) &>> 3
    guard whole > 0 else { return nil }
    var digits = values & ((1 &<< (whole &* 8)) &- 1)
    var length = whole
    var decimals: UInt64 = 0
    if UInt8(truncatingIfNeeded: word &>> (whole &* 8)) == mark {
      let behind = others & (others &- 1)
      guard behind != 0 else { return nil }
      length = UInt64(behind.trailingZeroBitCount) &>> 3
      decimals = length &- whole &- 1
      let fraction = (values &>> ((whole &+ 1) &* 8)) & ((1 &<< (decimals &* 8)) &- 1)
      digits |= fraction &<< (whole &* 8)
    }
    if UInt8(truncatingIfNeeded: word &>> (length &* 8)) | 0x20 == 0x65 { return nil }
    // Flush right, then neighbours are joined: digits to pairs, pairs to fours, fours to eight.
    digits &<<= (8 &- whole &- decimals) &* 8
    return (joined(digits), decimals, start + Int(length))
  }

  /// The number of eight digits, one in each byte, the first in the lowest.
  @inline(__always)
  static func joined(_ digits: UInt64) -> UInt64 {
    let pairs = (digits &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return (fours &* 42_949_672_960_001) &>> 32
  }

  /// The first nineteen significant digits of `start ..< stop`, which holds digits and at most one decimal mark; the power
  /// of ten to multiply them by; and whether these are all.
  @inline(never)
  private static func significant(
    _ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>
  ) -> (mantissa: UInt64, exponent: Int, isExact: Bool) {
    var mantissa: UInt64 = 0
    var (count, exponent, isExact, isFraction) = (0, 0, true, false)
    for byte in UnsafeBufferPointer(start: start, count: stop - start) {
      let digit = byte &- 0x30
      if digit >= 10 {
        isFraction = true
      } else if count < 19 {
        mantissa = mantissa * 10 + UInt64(digit)
        if mantissa != 0 { count += 1 }
        if isFraction { exponent -= 1 }
      } else {
        isExact = false
        if !isFraction { exponent += 1 }
      }
    }
    return (mantissa, exponent, isExact)
  }

  @inline(never)
  private static func harder(
    _ mantissa: UInt64, _ exponent: Int, isExact: Bool, _ digits: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    _ mark: UInt8
  ) -> Double {
    guard isExact, -27...27 ~= exponent else { return slow(digits, end, mark) }
    return exponent < 0 ? quotient(mantissa, -exponent) : product(mantissa, exponent)
  }

  /// 10ᵏ for the decimals of a short number, without the checks that a table in memory brings.
  @inline(__always)
  private static func shortPower(_ decimals: UInt64) -> Double {
    switch decimals {
    case 0: 1e0
    case 1: 1e1
    case 2: 1e2
    case 3: 1e3
    case 4: 1e4
    case 5: 1e5
    default: 1e6
    }
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// 5⁰ … 5²⁷, the powers that fit in 63 bits.
  private static let powersOfFive: [UInt64] = (0...27).map { exponent in
    (0..<exponent).reduce(UInt64(1)) { power, _ in power * 5 }
  }

  /// m·10ᵏ = (m·5ᵏ)·2ᵏ, with m·5ᵏ exact in 128 bits.
  private static func product(_ m: UInt64, _ k: Int) -> Double {
    let (high, low) = m.multipliedFullWidth(by: powersOfFive[k])
    if high == 0 { return rounded(low, rest: false, exponent: k) }
    let shift = high.leadingZeroBitCount
    let top = shift == 0 ? high : high << UInt64(shift) | low >> UInt64(64 - shift)
    return rounded(top, rest: low << UInt64(shift) != 0, exponent: k + 64 - shift)
  }

  /// m·10⁻ᵏ = (m / 5ᵏ)·2⁻ᵏ: 63 or 64 bits of the quotient, and whether anything is left over.
  private static func quotient(_ m: UInt64, _ k: Int) -> Double {
    let five = powersOfFive[k]
    let (a, b) = (m.leadingZeroBitCount, five.leadingZeroBitCount)
    let numerator = m << UInt64(a)
    let division = (five << UInt64(b)).dividingFullWidth((numerator >> 1, numerator << 63))
    return rounded(division.quotient, rest: division.remainder != 0, exponent: b - a - 63 - k)
  }

  /// The double nearest to (value + rest)·2^exponent, where 0 ≤ rest < 1 matters only to break a tie.
  private static func rounded(_ value: UInt64, rest: Bool, exponent: Int) -> Double {
    let shift = value.leadingZeroBitCount
    let bits = value << UInt64(shift)
    var mantissa = bits >> 11
    let cut = bits & 0x7FF
    if cut > 0x400 || (cut == 0x400 && (rest || mantissa & 1 == 1)) { mantissa += 1 }
    return Double(sign: .plus, exponent: exponent - shift + 11, significand: Double(mantissa))
  }

  /// The standard library's conversion, which does not look at the locale.
  private static func slow(
    _ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, _ mark: UInt8
  ) -> Double {
    var text = String(
      decoding: UnsafeBufferPointer(start: start, count: stop - start), as: UTF8.self)
    if mark != 0x2E, let comma = text.firstIndex(of: ",") {
      text.replaceSubrange(comma...comma, with: ".")
    }
    return Double(text) ?? .nan
  }
}
