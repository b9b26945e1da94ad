/// Sums in eight running parts: in order the additions would wait for each other.
package enum LaneSums {
  /// Σx.
  package static func total(_ x: UnsafePointer<Double>, _ count: Int) -> Double {
    sum(count) {
      UnsafeRawPointer(x + $0).loadUnaligned(as: SIMD8<Double>.self)
    } rest: {
      x[$0]
    }
  }

  /// Σxy.
  package static func product(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
    sum(count) {
      UnsafeRawPointer(x + $0).loadUnaligned(as: SIMD8<Double>.self)
        * UnsafeRawPointer(y + $0).loadUnaligned(as: SIMD8<Double>.self)
    } rest: {
      x[$0] * y[$0]
    }
  }

  /// Σ(x − c)².
  package static func squares(_ x: UnsafePointer<Double>, about centre: Double, _ count: Int) -> Double {
    sum(count) {
      let deviations = UnsafeRawPointer(x + $0).loadUnaligned(as: SIMD8<Double>.self) - centre
      return deviations * deviations
    } rest: {
      (x[$0] - centre) * (x[$0] - centre)
    }
  }

  @inline(__always)
  private static func sum(
    _ count: Int, _ eight: (Int) -> SIMD8<Double>, rest: (Int) -> Double
  ) -> Double {
    var lanes = SIMD8<Double>.zero
    let whole = count & ~7
    for i in stride(from: 0, to: whole, by: 8) { lanes += eight(i) }
    var sum = lanes.sum()
    for i in whole..<count { sum += rest(i) }
    return sum
  }
}
