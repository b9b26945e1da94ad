/// Weighted means and scatter of fixed columns for many vectors of weights: the inner loop of every bootstrap.
///
/// The columns are shifted once, at the start, to about zero: by their mean, or by the whole number nearest to it when all
/// their values are whole. So sums of whole numbers stay exact, and taking the mean's part out of the sums at the end costs
/// no digits.
package struct WeightedProducts: Sendable {
  package let rowCount: Int
  package let columnCount: Int
  /// Column-major, shifted.
  private let columns: [Double]
  private let shifts: [Double]

  /// Rows worked on at a time: two copies of a block of 20 columns fill 40 kB.
  private static let blockRows = 128
  /// From so many columns on the products are left to BLAS, with more rows at a time and this many columns.
  private static let wide = 48
  private static let wideRows = 256
  private static let wideColumns = 64
  /// A variance below this part of the mean square about the shift is rounding, hence zero.
  private static let rounding = 1e-13

  /// - Parameter columns: column-major, `rowCount` × `columnCount`; all finite.
  package init(columns: [Double], rowCount: Int, columnCount: Int) {
    precondition(columns.count == rowCount * columnCount, "the columns have rowCount × columnCount numbers")
    self.rowCount = rowCount
    self.columnCount = columnCount
    var shifted = columns
    var shifts = [Double](repeating: 0, count: columnCount)
    for j in 0..<columnCount where rowCount > 0 {
      let range = j * rowCount..<(j + 1) * rowCount
      // The mean about the first value: sums of large, close numbers would lose digits.
      let first = columns[range.lowerBound]
      var sum = 0.0
      var isWhole = true
      for i in range {
        sum += columns[i] - first
        if columns[i] != columns[i].rounded() || abs(columns[i]) > 0x1p31 { isWhole = false }
      }
      let mean = first + sum / Double(rowCount)
      shifts[j] = isWhole ? mean.rounded() : mean
      for i in range { shifted[i] -= shifts[j] }
    }
    self.columns = shifted
    self.shifts = shifts
  }

  /// Numbers that `scatter` needs to work in.
  package var scratchCount: Int {
    let rows = columnCount < WeightedProducts.wide ? WeightedProducts.blockRows : WeightedProducts.wideRows
    return 2 * rows * columnCount + columnCount + (columnCount < WeightedProducts.wide ? 0 : columnCount * columnCount)
  }

  /// Σw(x − x̄)(y − ȳ) over all pairs of columns, and the weighted means.
  ///
  /// A column that is constant among the rows with weight gets exact zeros in its row. Rows of weight zero cost little.
  ///
  /// - Parameters:
  ///   - weights: `rowCount` numbers ≥ 0.
  ///   - chosen: some of the columns, in the order wanted; `nil` for all.
  ///   - scatter: the packed lower triangle, q(q + 1)/2 numbers of q (chosen) columns, overwritten.
  ///   - means: q numbers, overwritten; or `nil`.
  ///   - scratch: `scratchCount` numbers.
  /// - Returns: Σw. When it is zero, means and scatter are zero.
  @discardableResult
  package func scatter(
    weights: UnsafePointer<Double>, columns chosen: UnsafeBufferPointer<Int32>? = nil,
    into scatter: UnsafeMutablePointer<Double>, means: UnsafeMutablePointer<Double>? = nil,
    scratch: UnsafeMutablePointer<Double>
  ) -> Double {
    let q = chosen?.count ?? columnCount
    // Where there is no BLAS its work is done here.
    let lapack = q < WeightedProducts.wide ? nil : try? LAPACK.loaded.get()
    let block = lapack == nil ? WeightedProducts.blockRows : WeightedProducts.wideRows
    let plain = scratch
    let weighted = scratch + block * q
    let sums = scratch + 2 * block * q
    let square = sums + q
    if lapack != nil { square.update(repeating: 0, count: q * q) }
    for k in 0..<q * (q + 1) / 2 { scatter[k] = 0 }
    for j in 0..<q { sums[j] = 0 }
    var total = 0.0
    columns.withUnsafeBufferPointer { columns in
      guard let base = columns.baseAddress else {
        for i in 0..<rowCount { total += weights[i] }
        return
      }
      var start = 0
      while start < rowCount {
        let count = min(block, rowCount - start)
        let used = WeightedProducts.gather(
          base + start, stride: rowCount, columns: q, chosen: chosen?.baseAddress, weights: weights + start,
          count: count, block: block, plain: plain, weighted: weighted, sums: sums, total: &total)
        if let lapack {
          WeightedProducts.addProducts(plain, weighted, columns: q, rows: used, lapack, into: square)
        } else {
          WeightedProducts.addProducts(plain, weighted, columns: q, rows: used, into: scatter)
        }
        start += count
      }
    }
    if lapack != nil {
      for i in 0..<q { for j in 0...i { scatter[i * (i + 1) / 2 + j] = square[i + j * q] } }
    }
    takeOutMeans(scatter, sums, total, chosen, means, count: q)
    return total
  }

  /// Copies the rows of a block that have weight, once as they are and once weighted, padded with zeros to an even number.
  @inline(__always)
  private static func gather(
    _ x: UnsafePointer<Double>, stride: Int, columns q: Int, chosen indices: UnsafePointer<Int32>?,
    weights: UnsafePointer<Double>, count: Int, block blockRows: Int, plain: UnsafeMutablePointer<Double>,
    weighted: UnsafeMutablePointer<Double>,
    sums: UnsafeMutablePointer<Double>, total: inout Double
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: blockRows) { chosen in
      var used = 0
      for i in 0..<count {
        chosen[used] = Int32(truncatingIfNeeded: i)
        total += weights[i]
        used += weights[i] != 0 ? 1 : 0
      }
      let padded = (used + 1) & ~1
      for j in 0..<q {
        let column = x + (indices.map { Int($0[j]) } ?? j) * stride
        let p = plain + j * blockRows
        let w = weighted + j * blockRows
        var sum = 0.0
        for k in 0..<used {
          let i = Int(chosen[k])
          let value = column[i]
          let product = value * weights[i]
          p[k] = value
          w[k] = product
          sum += product
        }
        if padded > used {
          p[used] = 0
          w[used] = 0
        }
        sums[j] += sum
      }
      return padded
    }
  }

  /// Adds the same to the lower triangle of a square by BLAS, some columns at a time. A product of whole numbers is exact in any
  /// order.
  private static func addProducts(
    _ plain: UnsafePointer<Double>, _ weighted: UnsafePointer<Double>, columns q: Int, rows: Int, _ lapack: LAPACK,
    into square: UnsafeMutablePointer<Double>
  ) {
    guard rows > 0 else { return }
    for j in Swift.stride(from: 0, to: q, by: wideColumns) {
      lapack.addProducts(
        plain + j * wideRows, columns: q - j, weighted + j * wideRows, columns: min(wideColumns, q - j), rows: rows,
        stride: wideRows, to: square + j + j * q, lead: q)
    }
  }

  /// Adds Σ over the block's rows of x·(w y) to every pair of columns, three by two pairs at a time.
  @inline(__always)
  private static func addProducts(
    _ plain: UnsafePointer<Double>, _ weighted: UnsafePointer<Double>, columns q: Int, rows: Int,
    into scatter: UnsafeMutablePointer<Double>
  ) {
    typealias Pair = SIMD2<Double>
    let pairs = rows / 2
    let stride = blockRows / 2
    let x = UnsafeRawPointer(plain).assumingMemoryBound(to: Pair.self)
    let y = UnsafeRawPointer(weighted).assumingMemoryBound(to: Pair.self)
    var i = 0
    while i < q {
      let height = min(2, q - i)
      let x0 = x + i * stride
      let x1 = x + (i + height - 1) * stride
      let last = i + height - 1
      var j = 0
      while j <= last {
        // A tile may reach over the diagonal: what lies beyond is computed and not stored.
        let y0 = y + j * stride
        let y1 = y + min(j + 1, q - 1) * stride
        let y2 = y + min(j + 2, q - 1) * stride
        var s00 = Pair.zero, s01 = Pair.zero, s02 = Pair.zero
        var s10 = Pair.zero, s11 = Pair.zero, s12 = Pair.zero
        for k in 0..<pairs {
          let a0 = x0[k], a1 = x1[k]
          let b0 = y0[k], b1 = y1[k], b2 = y2[k]
          s00 += a0 * b0
          s01 += a0 * b1
          s02 += a0 * b2
          s10 += a1 * b0
          s11 += a1 * b1
          s12 += a1 * b2
        }
        let row0 = scatter + i * (i + 1) / 2
        if j <= i { row0[j] += s00.sum() }
        if j + 1 <= i { row0[j + 1] += s01.sum() }
        if j + 2 <= i { row0[j + 2] += s02.sum() }
        if height == 2 {
          let row1 = scatter + (i + 1) * (i + 2) / 2
          row1[j] += s10.sum()
          if j + 1 <= i + 1 { row1[j + 1] += s11.sum() }
          if j + 2 <= i + 1 { row1[j + 2] += s12.sum() }
        }
        j += 3
      }
      i += 2
    }
  }

  /// Σwxy − (Σwx)(Σwy)/Σw, and the means.
  private func takeOutMeans(
    _ scatter: UnsafeMutablePointer<Double>, _ sums: UnsafePointer<Double>, _ total: Double,
    _ chosen: UnsafeBufferPointer<Int32>?, _ means: UnsafeMutablePointer<Double>?, count q: Int
  ) {
    guard total > 0 else {
      for k in 0..<q * (q + 1) / 2 { scatter[k] = 0 }
      if let means { for j in 0..<q { means[j] = 0 } }
      return
    }
    for i in 0..<q {
      let row = scatter + i * (i + 1) / 2
      let meanSquare = row[i]
      for j in 0...i { row[j] -= sums[i] * sums[j] / total }
      if row[i] <= WeightedProducts.rounding * meanSquare { row[i] = 0 }
    }
    for i in 0..<q where scatter[i * (i + 1) / 2 + i] == 0 {
      for j in 0..<q { scatter[SymmetricMatrix.position(i, j)] = 0 }
    }
    if let means { for j in 0..<q { means[j] = shifts[chosen.map { Int($0[j]) } ?? j] + sums[j] / total } }
  }
}
