/// What replicates make of the blocks: sums under weights, and all but one of them.
extension BlockProducts {
  /// Numbers that `scatter` needs to work in.
  package var scratchCount: Int { BlockProducts.entries(width) }

  /// Σw(x − x̄)(y − ȳ) over all pairs of columns, and the weighted means, when block b counts `weights[b]` times: as
  /// `WeightedProducts.scatter` does for rows.
  ///
  /// - Precondition: nothing waits (see `settle`).
  /// - Returns: Σw. When it is zero, means and scatter are zero.
  @discardableResult
  package func scatter(
    weights: UnsafePointer<Double>, into scatter: UnsafeMutablePointer<Double>,
    means: UnsafeMutablePointer<Double>? = nil, scratch: UnsafeMutablePointer<Double>
  ) -> Double {
    precondition(isSettled, "the last rows are settled")
    let entries = BlockProducts.entries(width)
    scratch.update(repeating: 0, count: entries)
    table.withUnsafeBufferPointer { table in
      for b in 0..<blockCount where weights[b] != 0 {
        let weight = weights[b]
        let block = table.baseAddress! + b * entries
        for e in 0..<entries { scratch[e] += weight * block[e] }
      }
    }
    return centre(scratch, into: scatter, means: means)
  }

  /// The sums under several sets of weights at once, which reads the blocks once for all of them: from each set's
  /// `scratchCount` sums `scatter(sums:into:means:)` makes scatter and means.
  ///
  /// - Precondition: nothing waits.
  /// - Parameters:
  ///   - weights: `sets` × `blockCount`, set by set.
  ///   - sums: `sets` × `scratchCount`, overwritten.
  package func add(weights: UnsafePointer<Double>, sets: Int, into sums: UnsafeMutablePointer<Double>) {
    precondition(isSettled, "the last rows are settled")
    table.withUnsafeBufferPointer { table in
      LAPACK.shared.multiply(
        table.baseAddress!, weights, rows: BlockProducts.entries(width), inner: blockCount, columns: sets, result: sums)
    }
  }

  /// As `scatter(weights:into:means:scratch:)`, of one set's sums.
  @discardableResult
  package func scatter(
    sums: UnsafePointer<Double>, into scatter: UnsafeMutablePointer<Double>, means: UnsafeMutablePointer<Double>?
  ) -> Double {
    centre(sums, into: scatter, means: means)
  }

  /// Scatter and means from the sums of Σw·z·z'; both zero when Σw is.
  private func centre(
    _ scratch: UnsafePointer<Double>, into scatter: UnsafeMutablePointer<Double>, means: UnsafeMutablePointer<Double>?
  ) -> Double {
    let total = scratch[0]
    guard total > 0 else {
      scatter.update(repeating: 0, count: width * (width + 1) / 2)
      means?.update(repeating: 0, count: width)
      return 0
    }
    // Row i of the triangle with ones begins with Σw·x of column i − 1.
    func sum(_ k: Int) -> Double { scratch[(k + 1) * (k + 2) / 2] }
    for i in 0..<width {
      let products = scratch + (i + 1) * (i + 2) / 2 + 1
      let row = scatter + i * (i + 1) / 2
      for j in 0...i { row[j] = products[j] - sum(i) * sum(j) / total }
      if row[i] <= BlockProducts.rounding * products[i] { row[i] = 0 }
    }
    for i in 0..<width where scatter[i * (i + 1) / 2 + i] == 0 {
      for j in 0..<width { scatter[SymmetricMatrix.position(i, j)] = 0 }
    }
    if let means { for j in 0..<width { means[j] = shifts[j] + sum(j) / total } }
    return total
  }

  /// The sums of all rows.
  ///
  /// - Precondition: nothing waits.
  /// - Parameter sumOfSquaredWeights: Σw² of the rows, which no block knows.
  package func total(sumOfSquaredWeights: Double) -> CenteredProducts {
    let weights = [Double](repeating: 1, count: blockCount)
    var scratch = [Double](repeating: 0, count: scratchCount)
    var means = [Double](repeating: 0, count: width)
    var packed = [Double](repeating: 0, count: width * (width + 1) / 2)
    let sum = weights.withUnsafeBufferPointer { weights in
      packed.withUnsafeMutableBufferPointer { packed in
        means.withUnsafeMutableBufferPointer { means in
          scratch.withUnsafeMutableBufferPointer { scratch in
            scatter(
              weights: weights.baseAddress!, into: packed.baseAddress!, means: means.baseAddress!,
              scratch: scratch.baseAddress!)
          }
        }
      }
    }
    return CenteredProducts(
      sumOfWeights: sum, sumOfSquaredWeights: sumOfSquaredWeights, means: means,
      scatter: SymmetricMatrix(order: width, packed: packed))
  }

  /// Calls `body` with the scatter (packed) and the means of all rows, and then of all but one block's, for every block that
  /// holds rows and not all of them; before them the block's share of Σw, 0 of none.
  ///
  /// - Precondition: nothing waits.
  package func forEachDeletion(_ body: (Double, UnsafePointer<Double>, UnsafePointer<Double>) -> Void) {
    precondition(isSettled, "the last rows are settled")
    let entries = BlockProducts.entries(width)
    var totals = [Double](repeating: 0, count: entries)
    var rest = totals
    var scatter = [Double](repeating: 0, count: width * (width + 1) / 2)
    var means = [Double](repeating: 0, count: width)
    for b in 0..<blockCount { for e in 0..<entries { totals[e] += table[b * entries + e] } }
    func visit(_ share: Double) {
      scatter.withUnsafeMutableBufferPointer { scatter in
        means.withUnsafeMutableBufferPointer { means in
          let left = rest.withUnsafeBufferPointer {
            centre($0.baseAddress!, into: scatter.baseAddress!, means: means.baseAddress!)
          }
          if left > 0 { body(share, scatter.baseAddress!, means.baseAddress!) }
        }
      }
    }
    rest = totals
    visit(0)
    for b in 0..<blockCount where table[b * entries] > 0 && table[b * entries] < totals[0] {
      for e in 0..<entries { rest[e] = totals[e] - table[b * entries + e] }
      visit(table[b * entries] / totals[0])
    }
  }

  /// Calls `body` with Σw, Σw(x − c) and Σw(x − c)(y − c)' (packed) of every block that holds rows, c the given centre.
  ///
  /// - Precondition: nothing waits.
  package func forEachBlock(
    about centre: [Double], _ body: (Double, UnsafePointer<Double>, UnsafePointer<Double>) -> Void
  ) {
    precondition(
      isSettled && centre.count == width, "the last rows are settled, and every column has a centre")
    let entries = BlockProducts.entries(width)
    let moves = zip(centre, shifts).map { $0 - $1 }
    var sums = [Double](repeating: 0, count: width)
    var products = [Double](repeating: 0, count: width * (width + 1) / 2)
    for b in 0..<blockCount where table[b * entries] > 0 {
      let weight = table[b * entries]
      for i in 0..<width {
        let row = b * entries + (i + 1) * (i + 2) / 2
        for j in 0...i {
          let other = b * entries + (j + 1) * (j + 2) / 2
          products[i * (i + 1) / 2 + j] =
            table[row + 1 + j] - moves[i] * table[other] - moves[j] * table[row] + weight * moves[i] * moves[j]
        }
        sums[i] = table[row] - weight * moves[i]
      }
      sums.withUnsafeBufferPointer { sums in
        products.withUnsafeBufferPointer { body(weight, sums.baseAddress!, $0.baseAddress!) }
      }
    }
  }

  /// Σw when block b counts `weights[b]` times.
  package func total(weights: UnsafePointer<Double>) -> Double {
    let entries = BlockProducts.entries(width)
    var sum = 0.0
    for b in 0..<blockCount { sum += weights[b] * table[b * entries] }
    return sum
  }

  /// Σw of each block.
  package var blockWeights: [Double] {
    (0..<blockCount).map { table[$0 * BlockProducts.entries(width)] }
  }
}
