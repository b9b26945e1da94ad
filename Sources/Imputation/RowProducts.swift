/// Sums over rows that lie one after the other, `stride` numbers each, a multiple of four.
enum RowProducts {
  @inline(__always)
  static func load(_ pointer: UnsafePointer<Double>) -> SIMD4<Double> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD4<Double>.self)
  }

  @inline(__always)
  static func store(_ value: SIMD4<Double>, _ pointer: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD4<Double>.self)
  }

  /// Σ z z′ of some rows, its lower triangle and what of the upper lies in the same four.
  static func sum(
    _ z: UnsafePointer<Double>, _ rows: UnsafePointer<Int32>, _ count: Int, width: Int, stride: Int,
    into sums: UnsafeMutablePointer<Double>
  ) {
    for k in 0..<width * stride { sums[k] = 0 }
    var at = 0
    // Four rows at a time, so that each sum is fetched once for four products.
    while at + 4 <= count {
      let a = z + Int(rows[at]) * stride
      let b = z + Int(rows[at + 1]) * stride
      let c = z + Int(rows[at + 2]) * stride
      let d = z + Int(rows[at + 3]) * stride
      for i in 0..<width {
        let target = sums + i * stride
        let (ai, bi, ci, di) = (a[i], b[i], c[i], d[i])
        var k = 0
        while k <= i {
          var value = load(target + k)
          value += ai * load(a + k)
          value += bi * load(b + k)
          value += ci * load(c + k)
          value += di * load(d + k)
          store(value, target + k)
          k += 4
        }
      }
      at += 4
    }
    while at < count {
      let a = z + Int(rows[at]) * stride
      for i in 0..<width { add(a[i], a, upTo: i, to: sums + i * stride) }
      at += 1
    }
  }

  /// Adds w·z z′ of one row.
  @inline(__always)
  static func add(
    _ weight: Double, _ z: UnsafePointer<Double>, width: Int, stride: Int, to sums: UnsafeMutablePointer<Double>
  ) {
    for i in 0..<width { add(weight * z[i], z, upTo: i, to: sums + i * stride) }
  }

  @inline(__always)
  private static func add(
    _ factor: Double, _ z: UnsafePointer<Double>, upTo last: Int, to target: UnsafeMutablePointer<Double>
  ) {
    var k = 0
    while k <= last {
      store(load(target + k) + factor * load(z + k), target + k)
      k += 4
    }
  }

  /// Σ of z·b over one row.
  @inline(__always)
  static func dot(_ z: UnsafePointer<Double>, _ b: UnsafePointer<Double>, stride: Int) -> Double {
    var sum = SIMD4<Double>.zero
    var k = 0
    while k < stride {
      sum += load(z + k) * load(b + k)
      k += 4
    }
    return sum.sum()
  }
}

/// The factor of a small matrix of sums of products, in whose place it stands, rows of `order`. A column that those before it
/// determine has a zero on the diagonal, and no coefficient: of two that say the same the first predicts.
struct SkippingFactor {
  let l: UnsafeMutablePointer<Double>
  let order: Int

  /// What is left of a column beside those before it, as a share of it, below which it is determined by them.
  private static let tolerance = 1e-9

  /// Factors in place; gives how many columns count.
  func factor() -> Int {
    var rank = 0
    for i in 0..<order {
      let row = l + i * order
      let whole = row[i]
      for j in 0..<i {
        let other = l + j * order
        var sum = row[j]
        for k in 0..<j { sum -= row[k] * other[k] }
        row[j] = other[j] > 0 ? sum / other[j] : 0
      }
      var pivot = whole
      for k in 0..<i { pivot -= row[k] * row[k] }
      if pivot > Self.tolerance * whole, pivot.isFinite {
        row[i] = pivot.squareRoot()
        rank += 1
      } else {
        for k in 0...i { row[k] = 0 }
      }
    }
    return rank
  }

  /// x ← L⁻¹x.
  func solveLower(_ x: UnsafeMutablePointer<Double>) {
    for i in 0..<order {
      let row = l + i * order
      guard row[i] > 0 else {
        x[i] = 0
        continue
      }
      var sum = x[i]
      for k in 0..<i { sum -= row[k] * x[k] }
      x[i] = sum / row[i]
    }
  }

  /// x ← L⁻′x.
  func solveUpper(_ x: UnsafeMutablePointer<Double>) {
    for i in (0..<order).reversed() {
      let row = l + i * order
      guard row[i] > 0 else {
        x[i] = 0
        continue
      }
      x[i] /= row[i]
      for k in 0..<i { x[k] -= row[k] * x[i] }
    }
  }
}
