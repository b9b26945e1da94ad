import Platform

/// A number as the unevaluated sum of two doubles, `high` the double nearest to it: twice the precision, about 32 digits,
/// with the range of a double.
///
/// Sums and products of two doubles are exact here: the rounding error of either is itself a double, found by Knuth's
/// two-sum and by one fused multiply-add (Dekker 1971, doi:10.1007/BF01397083; Ogita, Rump & Oishi 2005,
/// doi:10.1137/030601818). The operations on pairs err by a few units in the last of 106 bits (the bounds are those of
/// Joldes, Muller & Popescu 2017, doi:10.1145/3121432). Products assume that nothing underflows: bring data to size about
/// one first. This type is for small systems and for the last steps of sums; long loops are in `TwofoldKernels`.
public struct DoubleDouble: Sendable, Hashable {
  /// The double nearest to the number.
  public private(set) var high: Double
  /// What `high` lacks: at most half a unit in its last place.
  public private(set) var low: Double

  @inlinable public init(_ value: Double) { self.init(unchecked: value, 0) }

  /// high + low, whatever the sizes of the two.
  @inlinable public init(high: Double, low: Double) { self = DoubleDouble.sum(high, low) }

  /// A whole number, rounded to 106 bits.
  public init(whole: Int128) {
    let top = Double(whole)
    // The rounded number fits 128 bits except at the very end of their range.
    guard abs(top) < 0x1p126 else {
      self.init(top)
      return
    }
    self = DoubleDouble.sum(top, Double(whole - Int128(top)))
  }

  /// Takes |low| to be at most half a unit in the last place of `high`.
  @usableFromInline init(unchecked high: Double, _ low: Double) {
    self.high = high
    self.low = low
  }

  /// 0, exactly.
  public static let zero = DoubleDouble(0)

  /// a + b exactly (Knuth's two-sum: no condition on the sizes).
  @inlinable public static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let t = s - a
    return DoubleDouble(unchecked: s, (a - (s - t)) + (b - t))
  }

  /// a·b exactly.
  @inlinable public static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    return DoubleDouble(unchecked: p, (-p).addingProduct(a, b))
  }

  /// a + b when |a| ≥ |b| or a = 0 (Dekker's fast two-sum).
  @usableFromInline static func ordered(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(unchecked: s, b - (s - a))
  }

  @inlinable public static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(unchecked: -a.high, -a.low)
  }

  /// The sum, to about 106 bits.
  public static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let v = ordered(s.high, s.low + t.high)
    return ordered(v.high, t.low + v.low)
  }

  public static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
    let s = sum(a.high, b)
    return ordered(s.high, s.low + a.low)
  }

  public static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }
  public static func - (a: DoubleDouble, b: Double) -> DoubleDouble { a + -b }

  /// The product, to about 104 bits.
  public static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return ordered(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  public static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let p = product(a.high, b)
    return ordered(p.high, p.low.addingProduct(a.low, b))
  }

  /// The quotient, to about 104 bits.
  public static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let q = a.high / b.high
    guard q.isFinite else { return DoubleDouble(q) }
    // One Newton step: what q leaves of a, over b.
    let rest = a - b * q
    return ordered(q, rest.high / b.high)
  }

  public static func / (a: DoubleDouble, b: Double) -> DoubleDouble { a / DoubleDouble(b) }

  public static func += (a: inout DoubleDouble, b: DoubleDouble) { a = a + b }
  public static func += (a: inout DoubleDouble, b: Double) { a = a + b }
  public static func -= (a: inout DoubleDouble, b: DoubleDouble) { a = a - b }
  public static func *= (a: inout DoubleDouble, b: DoubleDouble) { a = a * b }

  /// Adds x·y, the product exact.
  public mutating func add(product x: Double, _ y: Double) { self = self + DoubleDouble.product(x, y) }

  /// √a; NaN below zero.
  public func squareRoot() -> DoubleDouble {
    let root = high.squareRoot()
    guard root > 0, root.isFinite else { return DoubleDouble(root) }
    let rest = self - DoubleDouble.product(root, root)
    return DoubleDouble.ordered(root, rest.high / (2 * root))
  }

  /// Times 2^exponent, exactly while nothing underflows.
  public func scaled(by exponent: Int) -> DoubleDouble {
    DoubleDouble(unchecked: scalbn(high, Int32(exponent)), scalbn(low, Int32(exponent)))
  }

  @inlinable public static func < (a: DoubleDouble, b: DoubleDouble) -> Bool {
    a.high < b.high || a.high == b.high && a.low < b.low
  }
  @inlinable public static func > (a: DoubleDouble, b: DoubleDouble) -> Bool { b < a }
}

extension DoubleDouble {
  /// Σx in twice the precision.
  public static func sum(of values: [Double]) -> DoubleDouble {
    values.withUnsafeBufferPointer { TwofoldKernels.sum($0) }
  }

  /// Σxy in twice the precision: as if computed exactly in 106 bits and more than once as long a sum.
  public static func dotProduct(_ x: [Double], _ y: [Double]) -> DoubleDouble {
    precondition(x.count == y.count, "columns of \(x.count) and \(y.count) numbers")
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        TwofoldKernels.dotProduct(Twofold(high: x.baseAddress), Twofold(high: y.baseAddress), count: x.count)
      }
    }
  }
}
