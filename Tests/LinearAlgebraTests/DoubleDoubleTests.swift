import LinearAlgebra
import Testing

/// Pseudo-random whole numbers below 2^bits in size, of either sign.
private struct Wholes {
  var state: UInt64
  mutating func next(bits: UInt64) -> Int64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let size = Int64(state >> (64 - bits))
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 63 == 0 ? size : -size
  }
}

/// The number as a whole one; it must be.
private func whole(_ x: DoubleDouble) -> Int128 { Int128(x.high) + Int128(x.low) }

@Suite struct DoubleDoubleTests {
  @Test("sums and products of two doubles are exact: whole numbers of 53 bits in 128-bit arithmetic")
  func exact() {
    var wholes = Wholes(state: 1)
    for _ in 0..<2000 {
      let a = wholes.next(bits: 53)
      let b = wholes.next(bits: 30)
      #expect(whole(DoubleDouble.product(Double(a), Double(b))) == Int128(a) * Int128(b))
      let c = wholes.next(bits: 53)
      #expect(whole(DoubleDouble.product(Double(a), Double(c))) == Int128(a) * Int128(c))
      // Numbers of very unequal size, in either order.
      let far = Double(a) * 0x1p40
      #expect(whole(DoubleDouble.sum(far, Double(b))) == Int128(a) << 40 + Int128(b))
      #expect(whole(DoubleDouble.sum(Double(b), far)) == Int128(a) << 40 + Int128(b))
      #expect(whole(DoubleDouble(high: Double(b), low: far)) == Int128(a) << 40 + Int128(b))
    }
  }

  @Test("sums and products of pairs are exact while 106 bits hold them, and whole numbers become pairs")
  func pairs() {
    var wholes = Wholes(state: 2)
    for _ in 0..<2000 {
      let a = Int128(wholes.next(bits: 50)) << 45 + Int128(wholes.next(bits: 40))
      let b = Int128(wholes.next(bits: 50)) << 40 + Int128(wholes.next(bits: 40))
      let x = DoubleDouble(whole: a)
      let y = DoubleDouble(whole: b)
      #expect(whole(x) == a && whole(y) == b)
      #expect(whole(x + y) == a + b && whole(x - y) == a - b)
      #expect((x < y) == (a < b) && (x > y) == (a > b))
      let small = DoubleDouble(whole: Int128(wholes.next(bits: 60)))
      let factor = wholes.next(bits: 40)
      #expect(whole(small * Double(factor)) == whole(small) * Int128(factor))
    }
    #expect(DoubleDouble(whole: Int128.max).high == 0x1p127)
  }

  @Test("quotients and roots turn back into what they came from, to 100 bits")
  func inverses() {
    var wholes = Wholes(state: 3)
    for _ in 0..<2000 {
      let a = DoubleDouble(whole: Int128(wholes.next(bits: 53)) << 40 + Int128(wholes.next(bits: 39)))
      let b = DoubleDouble(whole: Int128(wholes.next(bits: 53)) + 1)
      #expect(abs(((a / b) * b - a).high) <= abs(a.high) * 0x1p-100)
      let root = (a * a).squareRoot()
      let size = a < .zero ? -a : a
      #expect(abs((root - size).high) <= size.high * 0x1p-100)
    }
    // 1/3 in binary is 0.0101…: the pair holds its first 106 bits.
    let third = DoubleDouble(1) / DoubleDouble(3)
    #expect(third.high == 0x1.5555555555555p-2)
    #expect(third.low == 0x1.5555555555555p-56)
    // √2 to 40 digits is 1.4142135623730950488016887242096980785697 (the difference from the double is 9.667e-17 less).
    #expect(DoubleDouble(2).squareRoot().high == 1.4142135623730951)
    #expect(abs(DoubleDouble(2).squareRoot().low + 9.667293313452913e-17) < 1e-31)
    #expect(DoubleDouble(0).squareRoot() == .zero && DoubleDouble(-1).squareRoot().high.isNaN)
    #expect((DoubleDouble(1) / DoubleDouble(0)).high == .infinity)
  }
}

@Suite struct TwofoldKernelsTests {
  @Test("long sums of whole numbers and their products are exact", arguments: [0, 1, 3, 4, 7, 1001])
  func exactSums(count: Int) {
    var wholes = Wholes(state: UInt64(count) + 5)
    let a = (0..<count).map { _ in wholes.next(bits: 50) }
    let b = (0..<count).map { _ in wholes.next(bits: 45) }
    let sum = a.reduce(Int128(0)) { $0 + Int128($1) }
    let dot = zip(a, b).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
    #expect(whole(DoubleDouble.sum(of: a.map(Double.init))) == sum)
    #expect(whole(DoubleDouble.dotProduct(a.map(Double.init), b.map(Double.init))) == dot)
  }

  @Test("a sum that cancels down to its smallest terms keeps them")
  func cancellation() {
    // 1 + 2⁶⁰ + … − 2⁶⁰ …: plain sums give 0.
    let x = [0x1p60, 1, -0x1p60, 0x1p70, 0x1p-20, -0x1p70, 3, 0x1p-30, 0]
    #expect(DoubleDouble.sum(of: x) == DoubleDouble(high: 4, low: 0x1p-20 + 0x1p-30))
    #expect(
      DoubleDouble.dotProduct(x, Array(repeating: 3, count: 9))
        == DoubleDouble(high: 12, low: 3 * (0x1p-20 + 0x1p-30)))
  }

  @Test("low parts count: products of columns of pairs, and y − xb, against whole arithmetic")
  func lowParts() {
    var wholes = Wholes(state: 11)
    let count = 103
    // Whole numbers of some 70 bits, so that both parts are in use.
    func column() -> [Int128] {
      (0..<count).map { _ in Int128(wholes.next(bits: 40)) << 30 + Int128(wholes.next(bits: 29)) }
    }
    func parts(_ x: [Int128]) -> TwofoldColumn {
      TwofoldColumn(
        high: x.map { DoubleDouble(whole: $0).high }, low: x.map { DoubleDouble(whole: $0).low })
    }
    let x = column()
    let small = (0..<count).map { _ in Int128(wholes.next(bits: 30)) }
    let pairs = parts(x)
    let plain = TwofoldColumn(high: parts(small).high)
    func dot(_ a: TwofoldColumn, _ b: TwofoldColumn) -> DoubleDouble {
      a.withPointers { a in b.withPointers { TwofoldKernels.dotProduct(a, $0, count: count) } }
    }
    let exact = DoubleDouble(whole: zip(x, small).reduce(Int128(0)) { $0 + $1.0 * $1.1 })
    let size = zip(x, small).reduce(0.0) { $0 + abs(Double($1.0) * Double($1.1)) }
    #expect(abs((dot(pairs, plain) - exact).high) <= size * 0x1p-98)
    #expect(abs((dot(plain, pairs) - exact).high) <= size * 0x1p-98)
    let squares = x.reduce(DoubleDouble.zero) { $0 + DoubleDouble(whole: $1) * DoubleDouble(whole: $1) }
    #expect(abs((dot(pairs, pairs) - squares).high) <= squares.high * 0x1p-98)

    let y = column()
    let start = parts(y)
    var high = start.high
    var low = start.low!
    let b = 12_345
    pairs.withPointers {
      TwofoldKernels.subtract($0, times: DoubleDouble(Double(b)), fromHigh: &high, low: &low, count: count)
    }
    TwofoldKernels.normalize(high: &high, low: &low, count: count)
    for i in 0..<count { #expect(Int128(high[i]) + Int128(low[i]) == y[i] - Int128(b) * x[i]) }

    pairs.withPointers {
      TwofoldKernels.multiply(plain.high, $0, high: &high, low: &low, count: count)
    }
    for i in 0..<count {
      let exact = DoubleDouble(whole: x[i] * small[i])
      #expect(abs((DoubleDouble(high: high[i], low: low[i]) - exact).high) <= abs(exact.high) * 0x1p-100)
    }
  }
}
