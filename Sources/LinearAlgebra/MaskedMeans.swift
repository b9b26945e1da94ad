/// Weighted means of columns with missing values, for many vectors of weights.
///
/// Σw·x / Σw over the rows that have a value. Missing values are stored as zero beside a mask of ones and zeros, so that
/// the loops have no branch.
package struct MaskedMeans: Sendable {
  package let rowCount: Int
  package let columnCount: Int
  private let values: [Double]
  /// One column of ones and zeros for each column that misses something.
  private let masks: [Double]
  /// Which mask a column uses; −1 for a complete column.
  private let maskOfColumn: [Int]

  /// - Parameter columns: column-major, `rowCount` × `columnCount`; a missing value is NaN.
  package init(columns: [Double], rowCount: Int, columnCount: Int) {
    precondition(columns.count == rowCount * columnCount, "the columns have rowCount × columnCount numbers")
    self.rowCount = rowCount
    self.columnCount = columnCount
    var values = columns
    var masks: [Double] = []
    var maskOfColumn: [Int] = []
    for j in 0..<columnCount {
      let range = j * rowCount..<(j + 1) * rowCount
      guard values[range].contains(where: \.isNaN) else {
        maskOfColumn.append(-1)
        continue
      }
      maskOfColumn.append(masks.count / rowCount)
      for i in range {
        masks.append(values[i].isNaN ? 0 : 1)
        if values[i].isNaN { values[i] = 0 }
      }
    }
    self.values = values
    self.masks = masks
    self.maskOfColumn = maskOfColumn
  }

  /// The mean of each column; NaN where no row with weight has a value.
  ///
  /// - Parameters:
  ///   - weights: `rowCount` numbers ≥ 0.
  ///   - means: `columnCount` numbers, overwritten.
  package func means(weights: UnsafePointer<Double>, into means: UnsafeMutablePointer<Double>) {
    values.withUnsafeBufferPointer { values in
      masks.withUnsafeBufferPointer { masks in
        let total = sum(weights)
        for j in 0..<columnCount {
          guard rowCount > 0 else {
            means[j] = .nan
            continue
          }
          let weight =
            maskOfColumn[j] < 0 ? total : product(weights, masks.baseAddress! + maskOfColumn[j] * rowCount)
          means[j] = weight > 0 ? product(weights, values.baseAddress! + j * rowCount) / weight : .nan
        }
      }
    }
  }

  private func sum(_ x: UnsafePointer<Double>) -> Double {
    var lanes = SIMD4<Double>.zero
    var i = 0
    while i + 4 <= rowCount {
      lanes += SIMD4(x[i], x[i + 1], x[i + 2], x[i + 3])
      i += 4
    }
    var total = lanes.sum()
    while i < rowCount {
      total += x[i]
      i += 1
    }
    return total
  }

  private func product(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>) -> Double {
    var lanes = SIMD4<Double>.zero
    var i = 0
    while i + 4 <= rowCount {
      lanes += SIMD4(x[i], x[i + 1], x[i + 2], x[i + 3]) * SIMD4(y[i], y[i + 1], y[i + 2], y[i + 3])
      i += 4
    }
    var total = lanes.sum()
    while i < rowCount {
      total += x[i] * y[i]
      i += 1
    }
    return total
  }
}
