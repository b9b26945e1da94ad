/// A column of numbers of twice the precision in one buffer or two: the doubles nearest to them, and what those lack.
///
/// `low` is `nil` when nothing is lacking, which saves its part of the work.
public struct Twofold {
  public var high: UnsafePointer<Double>?
  public var low: UnsafePointer<Double>?

  @inlinable public init(high: UnsafePointer<Double>?, low: UnsafePointer<Double>? = nil) {
    self.high = high
    self.low = low
  }

  /// From row `row` on.
  func from(_ row: Int) -> Twofold { Twofold(high: high.map { $0 + row }, low: low.map { $0 + row }) }
}

/// A column of numbers of twice the precision that owns its storage.
public struct TwofoldColumn: Sendable {
  public var high: [Double]
  /// `nil`: nothing is lacking.
  public var low: [Double]?

  public init(high: [Double], low: [Double]? = nil) {
    precondition(low == nil || low!.count == high.count, "a low part for every number")
    self.high = high
    self.low = low
  }

  /// Calls `body` with buffers that are good until it returns.
  public func withPointers<Result>(_ body: (Twofold) -> Result) -> Result {
    high.withUnsafeBufferPointer { high in
      guard let low else { return body(Twofold(high: high.baseAddress)) }
      return low.withUnsafeBufferPointer { body(Twofold(high: high.baseAddress, low: $0.baseAddress)) }
    }
  }
}

/// The loops of twofold arithmetic over rows: sums, products of columns and y − Xb.
///
/// A sum is kept as two running sums, of the doubles and of all that their additions and multiplications round away
/// (`Sum2` and `Dot2` of Ogita, Rump & Oishi 2005, doi:10.1137/030601818): the result is as good as if it had been
/// computed in 106 bits. The rounding of a product is found by Dekker's splitting (1971, doi:10.1007/BF01397083), not
/// by a fused multiply-add: Swift's is a call into the C library unless the program is built for newer processors only,
/// and the splitting fills vector registers (1–2 ns a product against 3). Numbers must be below 2⁹⁹⁶ in size, and their
/// products must not underflow.
public enum TwofoldKernels {
  fileprivate typealias Lanes = SIMD4<Double>
  private static let width = 4

  /// Σx.
  public static func sum(_ values: UnsafeBufferPointer<Double>) -> DoubleDouble {
    var high = Lanes.zero
    var low = Lanes.zero
    guard let x = values.baseAddress else { return .zero }
    var i = 0
    while i + width <= values.count {
      addExactly(load(x + i), to: &high, rest: &low)
      i += width
    }
    var total = collected(high, low)
    while i < values.count {
      total += x[i]
      i += 1
    }
    return total
  }

  /// Σxy over `count` rows.
  public static func dotProduct(_ x: Twofold, _ y: Twofold, count: Int) -> DoubleDouble {
    guard let a = x.high, let b = y.high, count > 0 else { return .zero }
    var high = Lanes.zero
    var low = Lanes.zero
    let whole = count / width * width
    var i = 0
    // One loop per case: a test within would cost more than the products.
    switch (x.low, y.low) {
    case (nil, nil):
      while i < whole {
        addProduct(load(a + i), load(b + i), to: &high, rest: &low)
        i += width
      }
    case (let c?, nil):
      while i < whole {
        let v = load(b + i)
        addProduct(load(a + i), v, to: &high, rest: &low)
        low += load(c + i) * v
        i += width
      }
    case (nil, let d?):
      while i < whole {
        let u = load(a + i)
        addProduct(u, load(b + i), to: &high, rest: &low)
        low += u * load(d + i)
        i += width
      }
    case (let c?, let d?):
      while i < whole {
        let u = load(a + i)
        let v = load(b + i)
        addProduct(u, v, to: &high, rest: &low)
        low += load(c + i) * v + u * load(d + i)
        i += width
      }
    }
    var total = collected(high, low)
    while i < count {
      total += DoubleDouble.product(a[i], b[i])
      total += (x.low.map { $0[i] } ?? 0) * b[i] + a[i] * (y.low.map { $0[i] } ?? 0)
      i += 1
    }
    return total
  }

  /// z ← z − x·b over `count` rows, z in two buffers.
  public static func subtract(
    _ x: Twofold, times b: DoubleDouble, fromHigh high: UnsafeMutablePointer<Double>,
    low: UnsafeMutablePointer<Double>, count: Int
  ) {
    guard let x0 = x.high else { return }
    let factor = Lanes(repeating: -b.high)
    let factorRest = Lanes(repeating: -b.low)
    let whole = count / width * width
    var i = 0
    while i < whole {
      let u = load(x0 + i)
      var z = load(high + i)
      var rest = load(low + i)
      addProduct(u, factor, to: &z, rest: &rest)
      rest += u * factorRest
      if let x1 = x.low { rest += load(x1 + i) * factor }
      store(z, high + i)
      store(rest, low + i)
      i += width
    }
    while i < count {
      let product = DoubleDouble.product(x0[i], -b.high)
      let sum = DoubleDouble.sum(high[i], product.high)
      high[i] = sum.high
      low[i] += sum.low + product.low - x0[i] * b.low - (x.low.map { $0[i] } ?? 0) * b.high
      i += 1
    }
  }

  /// Brings each pair to the form in which the first number is the double nearest to the sum.
  public static func normalize(
    high: UnsafeMutablePointer<Double>, low: UnsafeMutablePointer<Double>, count: Int
  ) {
    for i in 0..<count {
      let s = high[i] + low[i]
      let t = s - high[i]
      low[i] = (high[i] - (s - t)) + (low[i] - t)
      high[i] = s
    }
  }

  /// w·x, each product exact in its two parts but for what a low part of x brings in beyond twice the precision.
  public static func multiply(
    _ weights: UnsafePointer<Double>, _ x: Twofold, high: UnsafeMutablePointer<Double>,
    low: UnsafeMutablePointer<Double>, count: Int
  ) {
    guard let x0 = x.high else { return }
    for i in 0..<count {
      let p = weights[i] * x0[i]
      low[i] = roundingOfProduct(weights[i], x0[i], p) + (x.low.map { $0[i] } ?? 0) * weights[i]
      high[i] = p
    }
  }

  private static func collected(_ high: Lanes, _ low: Lanes) -> DoubleDouble {
    var total = DoubleDouble.zero
    for k in 0..<width { total += high[k] }
    for k in 0..<width { total += low[k] }
    return total
  }
}

/// 2²⁷ + 1: x·s − (x·s − x) keeps the leading 26 bits of x.
private let splitter = 134_217_729.0

/// x·y − p for p the rounded product, by Dekker's splitting.
@inline(__always) private func roundingOfProduct(_ x: Double, _ y: Double, _ p: Double) -> Double {
  let xs = splitter * x
  let x1 = xs - (xs - x)
  let x2 = x - x1
  let ys = splitter * y
  let y1 = ys - (ys - y)
  let y2 = y - y1
  return x2 * y2 - (((p - x1 * y1) - x2 * y1) - x1 * y2)
}

@inline(__always) private func addExactly(
  _ x: SIMD4<Double>, to high: inout SIMD4<Double>, rest low: inout SIMD4<Double>
) {
  let s = high + x
  let t = s - high
  low += (high - (s - t)) + (x - t)
  high = s
}

@inline(__always) private func addProduct(
  _ x: SIMD4<Double>, _ y: SIMD4<Double>, to high: inout SIMD4<Double>, rest low: inout SIMD4<Double>
) {
  let p = x * y
  let xs = x * splitter
  let x1 = xs - (xs - x)
  let x2 = x - x1
  let ys = y * splitter
  let y1 = ys - (ys - y)
  let y2 = y - y1
  low += x2 * y2 - (((p - x1 * y1) - x2 * y1) - x1 * y2)
  addExactly(p, to: &high, rest: &low)
}

@inline(__always) private func load(_ p: UnsafePointer<Double>) -> SIMD4<Double> {
  UnsafeRawPointer(p).loadUnaligned(as: SIMD4<Double>.self)
}

@inline(__always) private func load(_ p: UnsafeMutablePointer<Double>) -> SIMD4<Double> {
  UnsafeRawPointer(p).loadUnaligned(as: SIMD4<Double>.self)
}

@inline(__always) private func store(_ x: SIMD4<Double>, _ p: UnsafeMutablePointer<Double>) {
  UnsafeMutableRawPointer(p).storeBytes(of: x, as: SIMD4<Double>.self)
}
