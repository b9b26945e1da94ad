/// A = L·Lᵀ in buffers that stay, for one small matrix after the other.
package enum PackedCholesky {
  /// Factors a packed lower triangle (row by row).
  ///
  /// - Parameters:
  ///   - tolerance: a pivot at or below this part of its diagonal entry counts as zero.
  ///   - factor: L, packed like the matrix; may be the matrix itself.
  /// - Returns: `false` when a pivot counts as zero; then `factor` holds nothing of use.
  package static func factor(
    _ matrix: UnsafePointer<Double>, order: Int, tolerance: Double, into factor: UnsafeMutablePointer<Double>
  ) -> Bool {
    for i in 0..<order {
      let start = i * (i + 1) / 2
      let a = factor + start
      for j in 0...i {
        let b = factor + j * (j + 1) / 2
        let entry = matrix[start + j]
        var sum = entry
        for k in 0..<j { sum -= a[k] * b[k] }
        if i == j {
          guard sum > tolerance * entry else { return false }
          a[i] = sum.squareRoot()
        } else {
          a[j] = sum / b[j]
        }
      }
    }
    return true
  }
}
