/// Exact sums and sums of products of whole-numbered columns: Σf·x and Σf·x·y, with f = 1 or a frequency.
///
/// Ratings are small integers, so that sums over millions of respondents can be exact, and independent of the order
/// and the number of blocks they were taken in. Rows come in chunks that stay in the first-level cache; each chunk is
/// laid out column by column in 16-bit lanes and the products of a 2 × 2 tile of columns run through one loop of
/// multiply-adds of pairs (`pmaddwd`). Chunk totals fit 32 bits by the choice of the chunk's length;
/// the running totals have 128.
package struct IntegerProducts: Sendable, Equatable {
  /// The number of columns.
  package private(set) var width: Int
  /// Σf.
  package private(set) var count: Int128 = 0
  /// Σf·x by column.
  package private(set) var sums: [Int128]
  /// Σf·x·y, the lower triangle row by row as in `SymmetricMatrix`.
  package private(set) var products: [Int128]

  package init(width: Int) {
    self.width = width
    sums = [Int128](repeating: 0, count: width)
    products = [Int128](repeating: 0, count: width * (width + 1) / 2)
  }

  /// The longest chunk of rows for whole values up to `magnitude` in size whose totals fit 32 bits; `nil` when it would be too
  /// short to pay.
  package static func chunkLength(magnitude: Double) -> Int? {
    guard magnitude <= 32_000 else { return nil }
    let bound = max(1, Int(magnitude))
    let length = min(1024, Int(Int32.max) / (bound * bound)) / 8 * 8
    return length >= 64 ? length : nil
  }

  /// Adds rows whose values are at most `magnitude` in size.
  ///
  /// `fill(column, rows, lanes)` writes the values of one column for a range of rows; the column numbered `width` is that
  /// of ones: it writes 1 for a row that counts and 0 for one that does not (whose values must then be 0 throughout).
  package mutating func addNarrow(
    rowCount: Int, magnitude: Double, fill: (Int, Range<Int>, UnsafeMutablePointer<Int16>) -> Void
  ) {
    let totals = IntegerProducts.narrowTotals(width: width, rowCount: rowCount, magnitude: magnitude, fill: fill)
    for i in 0..<width {
      sums[i] += Int128(totals[width * (width + 1) / 2 + i])
      for j in 0...i { products[i * (i + 1) / 2 + j] += Int128(totals[i * (i + 1) / 2 + j]) }
    }
    count += Int128(totals[width * (width + 1) / 2 + width])
  }

  /// Σ(x − x̄)(y − ȳ) of the rows that `fill` writes, as `addNarrow` and `scatter` would have it: for small samples by the
  /// thousand, where numbers of 128 bits take longer than the products.
  package static func narrowScatter(
    width: Int, rowCount: Int, magnitude: Double, fill: (Int, Range<Int>, UnsafeMutablePointer<Int16>) -> Void
  ) -> SymmetricMatrix {
    let totals = narrowTotals(width: width, rowCount: rowCount, magnitude: magnitude, fill: fill)
    let sums = width * (width + 1) / 2
    let count = totals[sums + width]
    var result = SymmetricMatrix(order: width)
    for i in 0..<width {
      for j in 0...i {
        let at = i * (i + 1) / 2 + j
        let (left, leftOverflows) = count.multipliedReportingOverflow(by: totals[at])
        let (right, rightOverflows) = totals[sums + i].multipliedReportingOverflow(by: totals[sums + j])
        let (difference, overflows) = left.subtractingReportingOverflow(right)
        result.packed[at] =
          leftOverflows || rightOverflows || overflows
          ? Double(totals[at]) - Double(totals[sums + i]) * (Double(totals[sums + j]) / Double(count))
          : Double(difference) / Double(count)
      }
    }
    return result
  }

  /// Σx·y of all columns, that of ones the last, as a lower triangle row by row.
  private static func narrowTotals(
    width: Int, rowCount: Int, magnitude: Double, fill: (Int, Range<Int>, UnsafeMutablePointer<Int16>) -> Void
  ) -> [Int64] {
    guard let length = IntegerProducts.chunkLength(magnitude: max(1, magnitude)) else {
      preconditionFailure("values too large for 16-bit products")
    }
    let all = width + 1
    // One column more than needed makes the number of columns even, so that every tile is whole.
    let padded = all + all % 2
    var totals = [Int64](repeating: 0, count: padded * (padded + 1) / 2)
    withUnsafeTemporaryAllocation(byteCount: padded * length * 2, alignment: 64) { raw in
      let lanes = raw.bindMemory(to: Int16.self)
      let start = lanes.baseAddress!
      // The column of padding; the others are written before they are read.
      if padded > all { (start + all * length).update(repeating: 0, count: length) }
      totals.withUnsafeMutableBufferPointer { totals in
        var row = 0
        while row < rowCount {
          let end = min(row + length, rowCount)
          // Whole vectors of eight rows: the rows past the end are zero.
          let rows = (end - row + 7) / 8 * 8
          for column in 0..<all {
            fill(column, row..<end, start + column * length)
            for i in end - row..<rows { start[column * length + i] = 0 }
          }
          accumulateTiles(start, stride: length, columns: padded, rows: rows, into: totals.baseAddress!)
          row = end
        }
      }
    }
    return totals
  }

  /// Adds columns of doubles that hold whole numbers below 2³¹ in size; row i of column k is `columns[k][i]`.
  /// Frequencies, when given, are whole as well.
  package mutating func add(
    columns: [UnsafePointer<Double>], rowCount: Int, magnitude: Double, frequencies: UnsafePointer<Double>? = nil
  ) {
    precondition(columns.count == width, "one pointer per column")
    if frequencies == nil && IntegerProducts.chunkLength(magnitude: magnitude) != nil {
      addNarrow(rowCount: rowCount, magnitude: magnitude) { [width] column, rows, lanes in
        if column == width {
          for i in 0..<rows.count { lanes[i] = 1 }
        } else {
          let values = columns[column] + rows.lowerBound
          // Adding 1.5·2⁵² leaves a small whole number, in two's complement, in the lowest bits of the significand:
          // a conversion that fills vector registers on every processor.
          for i in 0..<rows.count { lanes[i] = Int16(truncatingIfNeeded: (values[i] + wholeShift).bitPattern) }
        }
      }
    } else {
      addWide(columns: columns, rowCount: rowCount, frequencies: frequencies)
    }
  }

  private mutating func addWide(
    columns: [UnsafePointer<Double>], rowCount: Int, frequencies: UnsafePointer<Double>?
  ) {
    let length = 256
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: (2 * width + 1) * length) { buffer in
      let plain = buffer.baseAddress!
      let weighted = plain + width * length
      let weights = weighted + width * length
      var row = 0
      while row < rowCount {
        let n = min(length, rowCount - row)
        for i in 0..<n { weights[i] = frequencies.map { Int64($0[row + i]) } ?? 1 }
        for k in 0..<width {
          let values = columns[k] + row
          for i in 0..<n {
            plain[k * length + i] = Int64(values[i])
            weighted[k * length + i] = Int64(values[i]) * weights[i]
          }
        }
        for i in 0..<n { count += Int128(weights[i]) }
        for a in 0..<width {
          let x = weighted + a * length
          var sum: Int128 = 0
          for i in 0..<n { sum &+= Int128(x[i]) }
          sums[a] += sum
          for b in 0...a {
            let y = plain + b * length
            var total: Int128 = 0
            for i in 0..<n { total &+= Int128(x[i]) &* Int128(y[i]) }
            products[a * (a + 1) / 2 + b] += total
          }
        }
        row += n
      }
    }
  }

  /// Adds the sums of other rows of the same columns.
  package mutating func merge(_ other: IntegerProducts) {
    precondition(other.width == width, "sums of the same columns")
    count += other.count
    for i in sums.indices { sums[i] += other.sums[i] }
    for i in products.indices { products[i] += other.products[i] }
  }

  /// Adds columns at the end that were zero in every row so far.
  package mutating func widen(to newWidth: Int) {
    precondition(newWidth >= width, "columns are never taken away")
    width = newWidth
    sums += [Int128](repeating: 0, count: newWidth - sums.count)
    products += [Int128](repeating: 0, count: newWidth * (newWidth + 1) / 2 - products.count)
  }

  /// Σf·x / Σf.
  package var means: [Double] { sums.map { Double($0) / Double(count) } }

  /// Σf(x − x̄)(y − ȳ) = (N·Σfxy − Σfx·Σfy) / N with N = Σf, rounded once in the numerator and once in the quotient.
  package var scatter: SymmetricMatrix {
    var result = SymmetricMatrix(order: width)
    let total = Double(count)
    for i in 0..<width {
      for j in 0...i {
        let at = i * (i + 1) / 2 + j
        let (left, leftOverflows) = count.multipliedReportingOverflow(by: products[at])
        let (right, rightOverflows) = sums[i].multipliedReportingOverflow(by: sums[j])
        let (difference, overflows) = left.subtractingReportingOverflow(right)
        // Beyond 128 bits only the leading digits matter, unless the mean is huge beside the spread.
        result.packed[at] =
          leftOverflows || rightOverflows || overflows
          ? Double(products[at]) - Double(sums[i]) * (Double(sums[j]) / total) : Double(difference) / total
      }
    }
    return result
  }
}

private let wholeShift = 6_755_399_441_055_744.0

@inline(__always) private func load(_ p: UnsafePointer<Int16>) -> SIMD8<Int16> {
  UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Int16>.self)
}

/// Products of eight rows, added up in neighbouring pairs. In this form the compiler finds the one instruction for it; a
/// plain loop over the rows takes twice as long.
@inline(__always) private func multiplyAdd(_ x: SIMD8<Int16>, _ y: SIMD8<Int16>) -> SIMD4<Int32> {
  let products = SIMD8<Int32>(truncatingIfNeeded: x) &* SIMD8<Int32>(truncatingIfNeeded: y)
  return products.evenHalf &+ products.oddHalf
}

/// Adds Σxy over the rows of one chunk, a multiple of eight, for all pairs of columns, two by two.
private func accumulateTiles(
  _ lanes: UnsafePointer<Int16>, stride: Int, columns: Int, rows: Int, into totals: UnsafeMutablePointer<Int64>
) {
  for i in Swift.stride(from: 0, to: columns, by: 2) {
    let a0 = lanes + i * stride
    let a1 = a0 + stride
    for j in Swift.stride(from: 0, through: i, by: 2) {
      let b0 = lanes + j * stride
      let b1 = b0 + stride
      var s00 = SIMD4<Int32>()
      var s01 = SIMD4<Int32>()
      var s10 = SIMD4<Int32>()
      var s11 = SIMD4<Int32>()
      var r = 0
      while r < rows {
        let x0 = load(a0 + r)
        let x1 = load(a1 + r)
        let y0 = load(b0 + r)
        let y1 = load(b1 + r)
        s00 &+= multiplyAdd(x0, y0)
        s01 &+= multiplyAdd(x0, y1)
        s10 &+= multiplyAdd(x1, y0)
        s11 &+= multiplyAdd(x1, y1)
        r += 8
      }
      let first = i * (i + 1) / 2 + j
      let second = (i + 1) * (i + 2) / 2 + j
      totals[first] += Int64(s00.wrappedSum())
      if j < i { totals[first + 1] += Int64(s01.wrappedSum()) }
      totals[second] += Int64(s10.wrappedSum())
      totals[second + 1] += Int64(s11.wrappedSum())
    }
  }
}
