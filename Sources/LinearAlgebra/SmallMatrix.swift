/// Products and inverses of matrices of a few rows, in buffers of the caller: column-major, without checks.
package enum SmallMatrix {
  /// C = A·B with A rows × inner and B inner × columns.
  package static func multiply(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, rows: Int, inner: Int, columns: Int,
    into c: UnsafeMutablePointer<Double>
  ) {
    for j in 0..<columns {
      let out = c + j * rows
      for i in 0..<rows { out[i] = 0 }
      for l in 0..<inner {
        let factor = b[l + j * inner]
        let source = a + l * rows
        for i in 0..<rows { out[i] += factor * source[i] }
      }
    }
  }

  /// C = A'·B with A and B rows × columns.
  package static func multiplyTransposed(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, rows: Int, columns: Int,
    into c: UnsafeMutablePointer<Double>
  ) {
    for j in 0..<columns {
      for i in 0..<columns {
        var sum = 0.0
        for l in 0..<rows { sum += a[l + i * rows] * b[l + j * rows] }
        c[i + j * columns] = sum
      }
    }
  }

  /// A⁻¹ by Gauss and Jordan with row exchanges; `false` when a pivot vanishes. `work` has order² numbers.
  package static func invert(
    _ a: UnsafePointer<Double>, order k: Int, into inverse: UnsafeMutablePointer<Double>,
    work: UnsafeMutablePointer<Double>
  ) -> Bool {
    work.update(from: a, count: k * k)
    var largest = 0.0
    for i in 0..<k * k {
      inverse[i] = i / k == i % k ? 1 : 0
      largest = max(largest, abs(work[i]))
    }
    for pivot in 0..<k {
      var best = pivot
      for i in pivot + 1..<max(k, pivot + 1) where abs(work[i + pivot * k]) > abs(work[best + pivot * k]) { best = i }
      let value = work[best + pivot * k]
      guard abs(value) > 1e-13 * largest else { return false }
      for j in 0..<k {
        let (x, y) = (work[best + j * k], inverse[best + j * k])
        work[best + j * k] = work[pivot + j * k]
        inverse[best + j * k] = inverse[pivot + j * k]
        work[pivot + j * k] = x / value
        inverse[pivot + j * k] = y / value
      }
      for i in 0..<k where i != pivot {
        let factor = work[i + pivot * k]
        if factor == 0 { continue }
        for j in 0..<k {
          work[i + j * k] -= factor * work[pivot + j * k]
          inverse[i + j * k] -= factor * inverse[pivot + j * k]
        }
      }
    }
    return true
  }
}
