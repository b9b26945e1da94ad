/// Columns of numbers of twice the precision, each with a low part only where it needs one; column-major.
package struct TwofoldMatrix: Sendable {
  package let rows: Int
  package private(set) var columns = 0
  private var high: [Double] = []
  private var low: [Double] = []
  /// Where the low part of each column starts in `low`; `nil`: it has none.
  private var lowStarts: [Int?] = []

  package init(rows: Int, reservingColumns count: Int) {
    self.rows = rows
    high.reserveCapacity(rows * count)
  }

  package mutating func append(_ column: TwofoldColumn) {
    precondition(column.high.count == rows, "a column of \(column.high.count) numbers for \(rows) rows")
    high += column.high
    lowStarts.append(column.low.map { _ in low.count })
    if let part = column.low { low += part }
    columns += 1
  }

  /// Calls `body` with a function that gives the buffers of a column; they are good until it returns.
  func withColumns<Result>(_ body: ((Int) -> Twofold) -> Result) -> Result {
    high.withUnsafeBufferPointer { high in
      low.withUnsafeBufferPointer { low in
        body { j in
          precondition(j < columns, "column \(j) of \(columns)")
          return Twofold(
            high: high.baseAddress.map { $0 + j * rows },
            low: lowStarts[j].flatMap { start in low.baseAddress.map { $0 + start } })
        }
      }
    }
  }
}

/// Σw, Σwx and Σwxy of columns in twice the precision.
package struct TwofoldProducts: Sendable {
  package let order: Int
  package private(set) var sumOfWeights = DoubleDouble.zero
  package private(set) var sums: [DoubleDouble]
  /// The lower triangle row by row, as in `SymmetricMatrix`.
  package private(set) var packed: [DoubleDouble]

  /// Rows worked on at a time: a block of twenty columns stays in the second-level cache.
  private static let blockRows = 512

  /// Of the columns numbered `chosen`, in that order. Weights are not negative.
  package init(_ matrix: TwofoldMatrix, columns chosen: [Int], weights: [Double]?) {
    order = chosen.count
    sums = [DoubleDouble](repeating: .zero, count: chosen.count)
    packed = [DoubleDouble](repeating: .zero, count: chosen.count * (chosen.count + 1) / 2)
    sumOfWeights = weights.map { DoubleDouble.sum(of: $0) } ?? DoubleDouble(Double(matrix.rows))
    var weightedHigh = [Double](repeating: 0, count: TwofoldProducts.blockRows)
    var weightedLow = weightedHigh
    matrix.withColumns { column in
      var row = 0
      while row < matrix.rows {
        let count = min(TwofoldProducts.blockRows, matrix.rows - row)
        for i in chosen.indices {
          let x = column(chosen[i]).from(row)
          if let weights {
            weights.withUnsafeBufferPointer { weights in
              weightedHigh.withUnsafeMutableBufferPointer { high in
                weightedLow.withUnsafeMutableBufferPointer { low in
                  TwofoldKernels.multiply(
                    weights.baseAddress! + row, x, high: high.baseAddress!, low: low.baseAddress!, count: count)
                  let product = Twofold(high: UnsafePointer(high.baseAddress!), low: UnsafePointer(low.baseAddress!))
                  add(product, row: i, count: count) { column(chosen[$0]).from(row) }
                }
              }
            }
          } else {
            add(x, row: i, count: count) { column(chosen[$0]).from(row) }
          }
        }
        row += count
      }
    }
  }

  private mutating func add(_ x: Twofold, row i: Int, count: Int, other: (Int) -> Twofold) {
    sums[i] += TwofoldKernels.sum(UnsafeBufferPointer(start: x.high, count: count))
    if let low = x.low { sums[i] += TwofoldKernels.sum(UnsafeBufferPointer(start: low, count: count)) }
    for j in 0...i {
      packed[SymmetricMatrix.position(i, j)] += TwofoldKernels.dotProduct(x, other(j), count: count)
    }
  }

  /// Σwxy − Σwx·Σwy/Σw.
  package var centred: [DoubleDouble] {
    var result = packed
    for i in 0..<order {
      for j in 0...i { result[SymmetricMatrix.position(i, j)] -= sums[i] * sums[j] / sumOfWeights }
    }
    return result
  }
}
