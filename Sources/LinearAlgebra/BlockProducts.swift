/// Weighted sums of products of columns, kept apart for some hundreds of blocks of rows: what a bootstrap of very many
/// rows reweights instead of the rows.
///
/// Rows wait until there are enough of them to be sorted by block; then each block's rows run through the same loop as
/// `CenteredProducts`. Values are taken about a fixed shift near their mean, a whole number for columns of whole numbers:
/// their sums are exact while they stay below 2⁵³. Which rows are added together depends on their order alone, never on
/// how they arrive.
package struct BlockProducts: Sendable {
  package let blockCount: Int
  package private(set) var width: Int
  private var shifts: [Double]
  private var hasShifts = false
  /// By block the packed lower triangle of Σw·z·z', where z is 1, then the shifted columns, then zero when that makes
  /// the number of columns even.
  private var table: [Double]
  private var waiting: Waiting

  /// Rows that wait, column-major; column 0 is the column of ones.
  private struct Waiting: Sendable {
    var count = 0
    var isWeighted = false
    var columns: [Double]
    var weights: [Double]
    var blocks: [Int32]

    init(columns: Int) {
      self.columns = [Double](repeating: 0, count: columns * BlockProducts.capacity)
      weights = [Double](repeating: 1, count: BlockProducts.capacity)
      blocks = [Int32](repeating: 0, count: BlockProducts.capacity)
    }
  }

  /// Rows that wait at most: a column of them fits the second-level cache.
  private static let capacity = 16_384
  /// A variance below this part of the mean square about the shift is rounding, hence zero.
  private static let rounding = 1e-13

  /// Columns with the ones, made even.
  private static func padded(_ width: Int) -> Int { (width + 2) / 2 * 2 }
  private static func entries(_ width: Int) -> Int { padded(width) * (padded(width) + 1) / 2 }

  package init(width: Int, blockCount: Int) {
    precondition(width >= 0 && blockCount > 0, "some blocks of rows")
    self.width = width
    self.blockCount = blockCount
    shifts = [Double](repeating: 0, count: width)
    table = [Double](repeating: 0, count: blockCount * BlockProducts.entries(width))
    waiting = Waiting(columns: BlockProducts.padded(width))
  }

  /// Adds rows: row i of column k is `columns[k][i]`, a finite number, and belongs to block `blocks[i]`.
  ///
  /// - Parameters:
  ///   - weights: not negative; ones when `nil`.
  ///   - source: entry i is row `source[i]` of the columns, so that a row may count in several blocks; `nil` for i itself.
  package mutating func add(
    columns: [UnsafePointer<Double>], count: Int, weights: [Double]?, blocks: [Int32], source: [Int32]? = nil
  ) {
    precondition(columns.count == width, "one pointer per column")
    precondition(blocks.count == count && (source?.count ?? count) == count, "a block for every entry")
    guard count > 0 else { return }
    var done = 0
    while done < count {
      let start = waiting.count
      let taken = min(count - done, BlockProducts.capacity - start)
      for k in 0..<width {
        let values = columns[k]
        waiting.columns.withUnsafeMutableBufferPointer { buffer in
          let out = buffer.baseAddress! + (k + 1) * BlockProducts.capacity + start
          if let source {
            for i in 0..<taken { out[i] = values[Int(source[done + i])] }
          } else {
            let values = values + done
            for i in 0..<taken { out[i] = values[i] }
          }
        }
      }
      for i in 0..<taken {
        waiting.blocks[start + i] = blocks[done + i]
        waiting.weights[start + i] = weights?[done + i] ?? 1
      }
      if weights != nil { waiting.isWeighted = true }
      waiting.count += taken
      done += taken
      if waiting.count == BlockProducts.capacity { settle() }
    }
  }

  /// The shift is the mean of the first rows that waited, rounded when these are whole.
  private mutating func settleShifts() {
    if hasShifts { return }
    hasShifts = true
    for k in 0..<width {
      let start = (k + 1) * BlockProducts.capacity
      let first = waiting.columns[start]
      var sum = 0.0
      var isWhole = true
      for i in start..<start + waiting.count {
        sum += waiting.columns[i] - first
        if waiting.columns[i] != waiting.columns[i].rounded() { isWhole = false }
      }
      let mean = first + sum / Double(waiting.count)
      shifts[k] = isWhole ? mean.rounded() : mean
    }
  }

  /// Adds the waiting rows to their blocks.
  package mutating func settle() {
    let count = waiting.count
    guard count > 0 else { return }
    settleShifts()
    let columns = BlockProducts.padded(width)
    let entries = BlockProducts.entries(width)
    let capacity = BlockProducts.capacity
    // Where each block's rows begin, and each row's place among them.
    var starts = [Int](repeating: 0, count: blockCount + 1)
    for i in 0..<count { starts[Int(waiting.blocks[i]) + 1] += 1 }
    for b in 0..<blockCount { starts[b + 1] += starts[b] }
    var next = starts
    let places = (0..<count).map { i -> Int32 in
      let block = Int(waiting.blocks[i])
      next[block] += 1
      return Int32(next[block] - 1)
    }
    let isWeighted = waiting.isWeighted
    withUnsafeTemporaryAllocation(of: Double.self, capacity: (isWeighted ? 2 : 1) * columns * capacity) { buffer in
      let plain = buffer.baseAddress!
      let weighted = isWeighted ? plain + columns * capacity : plain
      for k in 0..<columns {
        let out = plain + k * capacity
        let product = weighted + k * capacity
        if k == 0 || k > width {
          for i in 0..<count { out[i] = k == 0 ? 1 : 0 }
        } else {
          waiting.columns.withUnsafeBufferPointer { values in
            let values = values.baseAddress! + k * capacity
            let shift = shifts[k - 1]
            for i in 0..<count { out[Int(places[i])] = values[i] - shift }
          }
        }
        if isWeighted {
          for i in 0..<count {
            let place = Int(places[i])
            product[place] = out[place] * waiting.weights[i]
          }
        }
      }
      table.withUnsafeMutableBufferPointer { table in
        for b in 0..<blockCount where starts[b + 1] > starts[b] {
          accumulateTiles(
            weighted + starts[b], plain + starts[b], stride: capacity, columns: columns,
            rows: starts[b + 1] - starts[b], into: table.baseAddress! + b * entries)
        }
      }
    }
    waiting.count = 0
    waiting.isWeighted = false
  }

  /// Adds columns at the end that were zero in every row so far.
  package mutating func widen(to newWidth: Int) {
    precondition(newWidth >= width, "columns are never taken away")
    guard newWidth > width else { return }
    settle()
    var wider = BlockProducts(width: newWidth, blockCount: blockCount)
    wider.hasShifts = hasShifts
    for k in 0..<width { wider.shifts[k] = shifts[k] }
    let (old, new) = (BlockProducts.entries(width), BlockProducts.entries(newWidth))
    let kept = (width + 1) * (width + 2) / 2
    for b in 0..<blockCount { for e in 0..<kept { wider.table[b * new + e] = table[b * old + e] } }
    self = wider
  }

  /// The columns in another order, and only those; nothing waits afterwards.
  package func selecting(_ order: [Int]) -> BlockProducts {
    var settled = self
    settled.settle()
    var result = BlockProducts(width: order.count, blockCount: blockCount)
    result.hasShifts = settled.hasShifts
    result.shifts = order.map { settled.shifts[$0] }
    let (old, new) = (BlockProducts.entries(width), BlockProducts.entries(order.count))
    let rows = [0] + order.map { $0 + 1 }
    for b in 0..<blockCount {
      for i in rows.indices {
        for j in 0...i {
          result.table[b * new + SymmetricMatrix.position(i, j)] =
            settled.table[b * old + SymmetricMatrix.position(rows[i], rows[j])]
        }
      }
    }
    return result
  }

  // MARK: - Replicates

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
    precondition(waiting.count == 0, "the last rows are settled")
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

  /// Calls `body` with the scatter (packed) and the means of all rows, and then of all but one block's, for every block that
  /// holds rows and not all of them; before them the block's share of Σw, 0 of none.
  ///
  /// - Precondition: nothing waits.
  package func forEachDeletion(_ body: (Double, UnsafePointer<Double>, UnsafePointer<Double>) -> Void) {
    precondition(waiting.count == 0, "the last rows are settled")
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
      waiting.count == 0 && centre.count == width, "the last rows are settled, and every column has a centre")
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

  // MARK: - Sums from elsewhere

  /// What is known of one block.
  ///
  /// - Precondition: nothing waits (see `settle`).
  /// - Returns: Σw·(x − shift) by column, and the packed lower triangle of Σw·(x − shift)(y − shift).
  package func sums(ofBlock block: Int) -> (shifts: [Double], sums: [Double], products: [Double]) {
    precondition(waiting.count == 0, "the last rows are settled")
    let start = block * BlockProducts.entries(width)
    let sums = (0..<width).map { table[start + ($0 + 1) * ($0 + 2) / 2] }
    var products: [Double] = []
    for i in 0..<width { for j in 0...i { products.append(table[start + SymmetricMatrix.position(i + 1, j + 1)]) } }
    return (shifts, sums, products)
  }

  /// Sums that others made, about common shifts: of each block Σw, and what `sums(ofBlock:)` gives.
  package init(shifts: [Double], blocks: [(weight: Double, sums: [Double], products: [Double])]) {
    self.init(width: shifts.count, blockCount: blocks.count)
    self.shifts = shifts
    hasShifts = true
    for (b, block) in blocks.enumerated() {
      precondition(block.sums.count == width && block.products.count == width * (width + 1) / 2, "a sum per column")
      let start = b * BlockProducts.entries(width)
      table[start] = block.weight
      var place = 0
      for i in 0..<width {
        table[start + (i + 1) * (i + 2) / 2] = block.sums[i]
        for j in 0...i {
          table[start + SymmetricMatrix.position(i + 1, j + 1)] = block.products[place]
          place += 1
        }
      }
    }
  }
}
