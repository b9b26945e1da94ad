import Platform

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
  /// Threads that add the waiting rows; no result depends on it.
  private let jobs: Int
  private(set) var shifts: [Double]
  private var hasShifts = false
  /// By block the packed lower triangle of Σw·z·z', where z is 1, then the shifted columns, then zero when that makes
  /// the number of columns even.
  private(set) var table: [Double]
  private var waiting: Waiting
  /// Whether no row waits.
  var isSettled: Bool { waiting.count == 0 }

  /// Rows that wait, column-major; column 0 is the column of ones.
  private struct Waiting: Sendable {
    var count = 0
    var isWeighted = false
    var columns: [Double]
    var weights: [Double]
    var blocks: [Int32]

    /// Without room yet: sums that are only read need none.
    init() { (columns, weights, blocks) = ([], [], []) }

    mutating func makeRoom(columns: Int) {
      guard weights.isEmpty else { return }
      self.columns = [Double](repeating: 0, count: columns * BlockProducts.capacity)
      weights = [Double](repeating: 1, count: BlockProducts.capacity)
      blocks = [Int32](repeating: 0, count: BlockProducts.capacity)
    }
  }

  /// Rows that wait at most: a column of them fits the second-level cache.
  private static let capacity = 16_384
  /// Rows from which on a second thread is worth its start.
  private static let worthThreads = 4096
  /// A variance below this part of the mean square about the shift is rounding, hence zero.
  static let rounding = 1e-13

  /// Columns with the ones, made even.
  private static func padded(_ width: Int) -> Int { (width + 2) / 2 * 2 }
  static func entries(_ width: Int) -> Int { padded(width) * (padded(width) + 1) / 2 }

  package init(width: Int, blockCount: Int, jobs: Int = 1) {
    precondition(width >= 0 && blockCount > 0, "some blocks of rows")
    self.jobs = jobs
    self.width = width
    self.blockCount = blockCount
    shifts = [Double](repeating: 0, count: width)
    table = [Double](repeating: 0, count: blockCount * BlockProducts.entries(width))
    waiting = Waiting()
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
    waiting.makeRoom(columns: BlockProducts.padded(width))
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

  /// Adds the waiting rows to their blocks: sorted by block, each thread takes some of the blocks. Whatever their number, a block's
  /// rows are added in the order in which they came.
  package mutating func settle() {
    let count = waiting.count
    guard count > 0 else { return }
    settleShifts()
    // Where each block's rows begin, and which row stands at each place.
    var starts = [Int](repeating: 0, count: blockCount + 1)
    for i in 0..<count { starts[Int(waiting.blocks[i]) + 1] += 1 }
    for b in 0..<blockCount { starts[b + 1] += starts[b] }
    var next = starts
    var order = [Int32](repeating: 0, count: count)
    for i in 0..<count {
      let block = Int(waiting.blocks[i])
      order[next[block]] = Int32(i)
      next[block] += 1
    }
    let parts = count < BlockProducts.worthThreads ? 1 : max(1, min(jobs, blockCount))
    // Blocks of about as many rows for each part.
    let bounds = (0...parts).map { part in
      part == parts ? blockCount : starts.firstIndex { $0 >= part * count / parts }!
    }
    let (width, isWeighted, shifts, rowsOfBlock) = (width, waiting.isWeighted, shifts, starts)
    let columns = BlockProducts.padded(width)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: (2 * columns + 1) * BlockProducts.capacity) { scratch in
      table.withUnsafeMutableBufferPointer { table in
        waiting.columns.withUnsafeBufferPointer { values in
          waiting.weights.withUnsafeBufferPointer { weights in
            order.withUnsafeBufferPointer { order in
              // Every part reads all and writes at the places of its own blocks alone.
              nonisolated(unsafe) let sorter = Sorter(
                width: width, shifts: shifts, order: order.baseAddress!, values: values.baseAddress!,
                weights: isWeighted ? weights.baseAddress! : nil, scratch: scratch.baseAddress!,
                table: table.baseAddress!)
              TaskSharing.run(tasks: parts, jobs: parts) {
              } body: { _, part in
                sorter.add(blocks: bounds[part]..<bounds[part + 1], starts: rowsOfBlock)
              }
            }
          }
        }
      }
    }
    waiting.count = 0
    waiting.isWeighted = false
  }

  /// Lays out the rows of some blocks side by side, and adds their products.
  private struct Sorter {
    let width: Int
    let shifts: [Double]
    let order: UnsafePointer<Int32>
    let values: UnsafePointer<Double>
    let weights: UnsafePointer<Double>?
    let scratch: UnsafeMutablePointer<Double>
    let table: UnsafeMutablePointer<Double>

    func add(blocks: Range<Int>, starts: [Int]) {
      let (columns, capacity) = (BlockProducts.padded(width), BlockProducts.capacity)
      let places = starts[blocks.lowerBound]..<starts[blocks.upperBound]
      let plain = scratch
      let weighted = weights == nil ? plain : plain + columns * capacity
      let sorted = scratch + 2 * columns * capacity
      if let weights { for place in places { sorted[place] = weights[Int(order[place])] } }
      for k in 0..<columns {
        let out = plain + k * capacity
        if k == 0 || k > width {
          for place in places { out[place] = k == 0 ? 1 : 0 }
        } else {
          let column = values + k * capacity
          let shift = shifts[k - 1]
          for place in places { out[place] = column[Int(order[place])] - shift }
        }
        if weights != nil {
          let product = weighted + k * capacity
          for place in places { product[place] = out[place] * sorted[place] }
        }
      }
      let entries = BlockProducts.entries(width)
      for b in blocks where starts[b + 1] > starts[b] {
        accumulateTiles(
          weighted + starts[b], plain + starts[b], stride: capacity, columns: columns,
          rows: starts[b + 1] - starts[b], into: table + b * entries)
      }
    }
  }

  /// Adds columns at the end that were zero in every row so far.
  package mutating func widen(to newWidth: Int) {
    precondition(newWidth >= width, "columns are never taken away")
    guard newWidth > width else { return }
    settle()
    var wider = BlockProducts(width: newWidth, blockCount: blockCount, jobs: jobs)
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
    settled.waiting = Waiting()
    if order.elementsEqual(0..<width) { return settled }
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
