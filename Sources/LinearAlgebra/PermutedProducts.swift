/// Cross products of a few columns whose rows are exchanged with all columns that stay: the inner loop of a permutation
/// test.
///
/// What stays is kept once as w(z − z̄), whose sum is zero. So Σw(z − z̄)(x − x̄) is Σ[w(z − z̄)]·x for any x, and exchanging
/// the rows of one column costs rows × columns multiplications and nothing else.
package struct PermutedProducts: Sendable {
  package let rowCount: Int
  package let columnCount: Int
  /// Column-major, z − z̄ and w(z − z̄); the second is empty without weights.
  private let centred: [Double]
  private let weighted: [Double]
  private let weights: [Double]?
  private let sumOfWeights: Double

  /// - Parameters:
  ///   - columns: column-major, `rowCount` × `columnCount`; all finite.
  ///   - weights: one per row, not negative; `nil` for ones.
  package init(columns: [Double], rowCount: Int, columnCount: Int, weights: [Double]? = nil) {
    precondition(columns.count == rowCount * columnCount, "the columns have rowCount × columnCount numbers")
    precondition(weights == nil || weights!.count == rowCount, "one weight per row")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.weights = weights
    let total = weights?.reduce(0, +) ?? Double(rowCount)
    sumOfWeights = total
    var centred = columns
    for j in 0..<columnCount where rowCount > 0 && total > 0 {
      let start = j * rowCount
      // Twice: the mean of the differences is what the first mean lost to rounding.
      for _ in 0..<2 {
        var sum = 0.0
        for i in 0..<rowCount { sum += centred[start + i] * (weights?[i] ?? 1) }
        let mean = sum / total
        for i in 0..<rowCount { centred[start + i] -= mean }
      }
    }
    self.centred = centred
    guard let weights else {
      weighted = []
      return
    }
    for j in 0..<columnCount { for i in 0..<rowCount { centred[j * rowCount + i] *= weights[i] } }
    weighted = centred
  }

  /// Numbers that `exchange` needs to work in.
  package func scratchCount(moved: Range<Int>) -> Int { rowCount * moved.count }

  /// Writes the rows and columns `moved` of a scatter as they are when row i of those columns takes the values of row
  /// `order[i]`; weights and all other columns stay where they are.
  ///
  /// - Parameters:
  ///   - scatter: the packed lower triangle of Σw(x − x̄)(y − ȳ); what does not concern `moved` is left alone.
  ///   - scratch: `scratchCount(moved:)` numbers.
  package func exchange(
    _ moved: Range<Int>, order: UnsafePointer<Int32>, into scatter: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Double>
  ) {
    centred.withUnsafeBufferPointer { centred in
      guard let base = centred.baseAddress else { return }
      for (k, column) in moved.enumerated() {
        let source = base + column * rowCount
        let target = scratch + k * rowCount
        for i in 0..<rowCount { target[i] = source[Int(order[i])] }
      }
      weighted.withUnsafeBufferPointer { weighted in
        let fixed = weights == nil ? base : weighted.baseAddress!
        for (k, column) in moved.enumerated() {
          for other in 0..<columnCount where !moved.contains(other) {
            scatter[SymmetricMatrix.position(column, other)] = PermutedProducts.dot(
              fixed + other * rowCount, scratch + k * rowCount, rowCount)
          }
        }
      }
    }
    // Without weights the moved columns only change places: what they have with each other stays.
    if let weights { writeOwnProducts(moved, weights, scatter, scratch) }
  }

  /// Under weights another row of the column counts more: its mean and spread change too.
  private func writeOwnProducts(
    _ moved: Range<Int>, _ weights: [Double], _ scatter: UnsafeMutablePointer<Double>,
    _ scratch: UnsafeMutablePointer<Double>
  ) {
    weights.withUnsafeBufferPointer { w in
      for (a, column) in moved.enumerated() {
        for (b, other) in moved.enumerated().prefix(a + 1) {
          let x = scratch + a * rowCount
          let y = scratch + b * rowCount
          var product = 0.0
          var sumX = 0.0
          var sumY = 0.0
          for i in 0..<rowCount {
            product += w[i] * x[i] * y[i]
            sumX += w[i] * x[i]
            sumY += w[i] * y[i]
          }
          scatter[SymmetricMatrix.position(column, other)] =
            sumOfWeights > 0 ? product - sumX * sumY / sumOfWeights : 0
        }
      }
    }
  }

  /// Σab in eight running sums.
  @inline(__always)
  private static func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double {
    var first = SIMD4<Double>.zero
    var second = SIMD4<Double>.zero
    let (x, y) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    let whole = count & ~7
    var i = 0
    while i < whole {
      let at = i * 8
      first +=
        x.loadUnaligned(fromByteOffset: at, as: SIMD4<Double>.self)
        * y.loadUnaligned(fromByteOffset: at, as: SIMD4<Double>.self)
      second +=
        x.loadUnaligned(fromByteOffset: at + 32, as: SIMD4<Double>.self)
        * y.loadUnaligned(fromByteOffset: at + 32, as: SIMD4<Double>.self)
      i += 8
    }
    var rest = 0.0
    while i < count {
      rest += a[i] * b[i]
      i += 1
    }
    return (first + second).sum() + rest
  }
}
