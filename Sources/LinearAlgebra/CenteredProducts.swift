/// Means and scatter Σw(x − x̄)(y − ȳ) of columns of doubles, by two passes: the second sums products of deviations, so
/// that a large mean beside a small spread costs no digits (Chan, Golub & LeVeque 1983,
/// doi:10.1080/00031305.1983.10483115).
///
/// Two such values over different rows merge exactly by their formula (Pébay 2008), which is how a stream is summed.
package struct CenteredProducts: Sendable, Equatable {
  package private(set) var width: Int
  /// Σw, and Σw².
  package private(set) var sumOfWeights = 0.0
  package private(set) var sumOfSquaredWeights = 0.0
  package private(set) var means: [Double]
  /// Σw(x − x̄)(y − ȳ).
  package private(set) var scatter: SymmetricMatrix

  package init(width: Int) {
    self.width = width
    means = [Double](repeating: 0, count: width)
    scatter = SymmetricMatrix(order: width)
  }

  package init(sumOfWeights: Double, sumOfSquaredWeights: Double, means: [Double], scatter: SymmetricMatrix) {
    width = means.count
    self.sumOfWeights = sumOfWeights
    self.sumOfSquaredWeights = sumOfSquaredWeights
    self.means = means
    self.scatter = scatter
  }

  /// Of rows: row i of column k is `columns[k][i]`, weights are not negative (1 when `nil`).
  package init(columns: [UnsafePointer<Double>], rowCount: Int, weights: UnsafePointer<Double>? = nil) {
    self.init(width: columns.count)
    guard rowCount > 0 else { return }
    if let weights {
      for i in 0..<rowCount {
        sumOfWeights += weights[i]
        sumOfSquaredWeights += weights[i] * weights[i]
      }
    } else {
      sumOfWeights = Double(rowCount)
      sumOfSquaredWeights = Double(rowCount)
    }
    // Rows without any weight leave everything zero.
    guard sumOfWeights > 0 else { return }
    for k in 0..<width {
      // From the first value on, so that a constant column has exactly its value as mean; then once more, because the
      // first mean carries the rounding of its sum.
      var center = columns[k][0]
      for _ in 0..<2 {
        center += weightedDeviation(columns[k], from: center, rowCount: rowCount, weights: weights) / sumOfWeights
      }
      means[k] = center
    }
    addProducts(columns, rowCount, weights)
  }

  /// Deviations of a chunk of rows are laid out column by column, then multiplied two columns by two.
  private mutating func addProducts(
    _ columns: [UnsafePointer<Double>], _ rowCount: Int, _ weights: UnsafePointer<Double>?
  ) {
    let length = 256
    let padded = width + width % 2
    var totals = [Double](repeating: 0, count: padded * (padded + 1) / 2)
    var residues = [Double](repeating: 0, count: width)
    let means = means
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * padded * length) { buffer in
      let plain = buffer.baseAddress!
      let weighted = weights == nil ? plain : plain + padded * length
      // The column that pads an odd width; the others are written before they are read.
      if padded > width {
        (plain + width * length).update(repeating: 0, count: length)
        (weighted + width * length).update(repeating: 0, count: length)
      }
      totals.withUnsafeMutableBufferPointer { totals in
        guard let totals = totals.baseAddress else { return }
        var row = 0
        while row < rowCount {
          let n = min(length, rowCount - row)
          for k in 0..<width {
            let values = columns[k] + row
            let out = plain + k * length
            let center = means[k]
            for i in 0..<n { out[i] = values[i] - center }
            if let weights {
              let product = weighted + k * length
              for i in 0..<n { product[i] = out[i] * weights[row + i] }
            }
            residues[k] += total(weighted + k * length, n)
          }
          accumulateTiles(weighted, plain, stride: length, columns: padded, rows: n, into: totals)
          row += n
        }
      }
    }
    for i in 0..<width {
      for j in 0...i {
        // The deviations' own sum is the rounding of the mean: Σw(x − c)(y − c') − Σw(x − c)·Σw(y − c')/Σw.
        let at = SymmetricMatrix.position(i, j)
        scatter.packed[at] = totals[at] - residues[i] * residues[j] / sumOfWeights
      }
    }
  }

  /// Adds other rows of the same columns.
  package mutating func merge(_ other: CenteredProducts) {
    precondition(other.width == width, "sums of the same columns")
    guard other.sumOfWeights > 0 else { return }
    let total = sumOfWeights + other.sumOfWeights
    let differences = (0..<width).map { other.means[$0] - means[$0] }
    let factor = sumOfWeights / total * other.sumOfWeights
    for i in 0..<width {
      for j in 0...i {
        let at = SymmetricMatrix.position(i, j)
        scatter.packed[at] += other.scatter.packed[at] + differences[i] * differences[j] * factor
      }
    }
    for i in 0..<width { means[i] += differences[i] * (other.sumOfWeights / total) }
    sumOfWeights = total
    sumOfSquaredWeights += other.sumOfSquaredWeights
  }

  /// Adds columns at the end that were zero in every row so far.
  package mutating func widen(to newWidth: Int) {
    precondition(newWidth >= width, "columns are never taken away")
    means += [Double](repeating: 0, count: newWidth - width)
    let packed = scatter.packed
    scatter = SymmetricMatrix(
      order: newWidth,
      packed: packed + [Double](repeating: 0, count: newWidth * (newWidth + 1) / 2 - packed.count))
    width = newWidth
  }
}

private func weightedDeviation(
  _ values: UnsafePointer<Double>, from center: Double, rowCount: Int, weights: UnsafePointer<Double>?
) -> Double {
  var sum = 0.0
  var row = 0
  // Sums of chunks keep the rounding small: it grows with the chunk's length plus the number of chunks.
  while row < rowCount {
    let n = min(1024, rowCount - row)
    var lanes = SIMD8<Double>()
    var i = 0
    if let weights {
      while i + 8 <= n {
        lanes += (load(values + row + i) - center) * load(weights + row + i)
        i += 8
      }
    } else {
      while i + 8 <= n {
        lanes += load(values + row + i) - center
        i += 8
      }
    }
    var chunk = lanes.sum()
    while i < n {
      chunk += (values[row + i] - center) * (weights?[row + i] ?? 1)
      i += 1
    }
    sum += chunk
    row += n
  }
  return sum
}

private func total(_ values: UnsafePointer<Double>, _ count: Int) -> Double {
  var lanes = SIMD8<Double>()
  var i = 0
  while i + 8 <= count {
    lanes += load(values + i)
    i += 8
  }
  var sum = lanes.sum()
  while i < count {
    sum += values[i]
    i += 1
  }
  return sum
}

@inline(__always) private func load(_ p: UnsafePointer<Double>) -> SIMD8<Double> {
  UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Double>.self)
}

@inline(__always) private func load2(_ p: UnsafePointer<Double>) -> SIMD2<Double> {
  UnsafeRawPointer(p).loadUnaligned(as: SIMD2<Double>.self)
}

/// Adds Σxy over the rows of one chunk for all pairs of columns, two by two; x is weighted, y is not.
func accumulateTiles(
  _ weighted: UnsafePointer<Double>, _ plain: UnsafePointer<Double>, stride: Int, columns: Int, rows: Int,
  into totals: UnsafeMutablePointer<Double>
) {
  for i in Swift.stride(from: 0, to: columns, by: 2) {
    let a0 = weighted + i * stride
    let a1 = a0 + stride
    for j in Swift.stride(from: 0, through: i, by: 2) {
      let b0 = plain + j * stride
      let b1 = b0 + stride
      var s00 = SIMD2<Double>()
      var s01 = SIMD2<Double>()
      var s10 = SIMD2<Double>()
      var s11 = SIMD2<Double>()
      var t00 = SIMD2<Double>()
      var t01 = SIMD2<Double>()
      var t10 = SIMD2<Double>()
      var t11 = SIMD2<Double>()
      var r = 0
      while r + 4 <= rows {
        let x0 = load2(a0 + r)
        let x1 = load2(a1 + r)
        let y0 = load2(b0 + r)
        let y1 = load2(b1 + r)
        s00 += x0 * y0
        s01 += x0 * y1
        s10 += x1 * y0
        s11 += x1 * y1
        let u0 = load2(a0 + r + 2)
        let u1 = load2(a1 + r + 2)
        let v0 = load2(b0 + r + 2)
        let v1 = load2(b1 + r + 2)
        t00 += u0 * v0
        t01 += u0 * v1
        t10 += u1 * v0
        t11 += u1 * v1
        r += 4
      }
      var c00 = (s00 + t00).sum()
      var c01 = (s01 + t01).sum()
      var c10 = (s10 + t10).sum()
      var c11 = (s11 + t11).sum()
      while r < rows {
        c00 += a0[r] * b0[r]
        c01 += a0[r] * b1[r]
        c10 += a1[r] * b0[r]
        c11 += a1[r] * b1[r]
        r += 1
      }
      let first = i * (i + 1) / 2 + j
      let second = (i + 1) * (i + 2) / 2 + j
      totals[first] += c00
      if j < i { totals[first + 1] += c01 }
      totals[second] += c10
      totals[second + 1] += c11
    }
  }
}
