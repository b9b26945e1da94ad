package import LinearAlgebra
package import Survey

/// The moments of each random block of a large survey (see `RandomBlocks`), and the sums behind the means of its ratings:
/// all that a replicate needs of the rows.
package struct BlockMoments: Sendable {
  /// In the order of the model's columns.
  package var products: BlockProducts
  /// Items of performance, then of stated importance.
  var ratings: [Rating]
  var sums: RatingBlocks
  /// For player k the positions of its items in the order of `ratings`.
  package var performanceOfPlayer: [[Int]]
  package var statedOfPlayer: [[Int]]
  /// They come from a table of sums, not from rows that this program read.
  package var isSummedElsewhere = false

  package var blockCount: Int { products.blockCount }
  package var itemCount: Int { ratings.count }

  /// Where the mean of an item on 0–100 comes from.
  enum Rating: Sendable {
    /// Sums over the rows that answer but are left out of the model, on the item's own numbers.
    struct Others: Sendable {
      var item: Int
      var factor: Double
      var offset: Double
    }

    /// The mean of a column of the model, times a factor, plus an offset, together with those who are left out of it.
    case column(Int, factor: Double, offset: Double, others: Others?)
    /// Sums over the rows that answer, likewise.
    case sums(Int, factor: Double, offset: Double)
    /// No scale.
    case unknown
  }

  /// The mean of each item on 0–100 when block b counts `weights[b]` times; NaN where nobody answered or no scale is known.
  ///
  /// - Parameter columnMeans: those that `products` gave for the same weights.
  package func ratingMeans(
    weights: UnsafePointer<Double>, columnMeans: UnsafePointer<Double>, into means: UnsafeMutablePointer<Double>
  ) {
    for (k, rating) in ratings.enumerated() {
      switch rating {
      case .column(let column, let factor, let offset, let others):
        means[k] = columnMeans[column] * factor + offset
        guard let others, case let more = sums.weight(others.item, weights: weights), more > 0 else { continue }
        let own = products.total(weights: weights)
        let mean = sums.mean(others.item, weights: weights) * others.factor + others.offset
        means[k] = (means[k] * own + mean * more) / (own + more)
      case .sums(let item, let factor, let offset): means[k] = sums.mean(item, weights: weights) * factor + offset
      case .unknown: means[k] = .nan
      }
    }
  }

  package var note: Note {
    if isSummedElsewhere {
      return Note(
        .blockResampling,
        "Resamples reweight the \(blockCount) blocks that were summed; the intervals are those of resampled rows but for about \(percent) % of their width."
      )
    }
    return Note(
      .blockResampling,
      "With so many rows resamples reweight \(blockCount) random blocks of them, so no row need be kept; the intervals are those of resampled rows but for about \(percent) % of their width."
    )
  }

  /// √(2/m)/2 in per cent, to one decimal.
  private var percent: Double { ((0.5 / Double(blockCount)).squareRoot() * 1000).rounded() / 10 }
}

/// Σw·x and Σw over the rows of each block that answer an item.
struct RatingBlocks: Sendable {
  let blockCount: Int
  /// Item-major.
  private var sums: [Double]
  private var weights: [Double]

  init(items: Int, blockCount: Int) {
    self.blockCount = blockCount
    sums = [Double](repeating: 0, count: items * blockCount)
    weights = sums
  }

  /// Sums that others made, item-major.
  init(blockCount: Int, sums: [Double], weights: [Double]) {
    precondition(sums.count == weights.count && sums.count % blockCount == 0, "a number per item and block")
    self.blockCount = blockCount
    self.sums = sums
    self.weights = weights
  }

  /// Adds entries of one item: entry i is `values[source?[i] ?? i]`, NaN without an answer.
  mutating func add(_ item: Int, _ values: UnsafePointer<Double>, _ entries: RandomBlocks.Entries) {
    let start = item * blockCount
    for (i, block) in entries.blocks.enumerated() {
      let x = values[entries.source.map { Int($0[i]) } ?? i]
      if x.isNaN { continue }
      let w = entries.weights?[i] ?? 1
      sums[start + Int(block)] += w * x
      weights[start + Int(block)] += w
    }
  }

  /// Σw over the rows that answer an item.
  func weight(_ item: Int, weights counts: UnsafePointer<Double>) -> Double {
    var total = 0.0
    for b in 0..<blockCount { total += counts[b] * weights[item * blockCount + b] }
    return total
  }

  func mean(_ item: Int, weights counts: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    var total = 0.0
    for b in 0..<blockCount {
      sum += counts[b] * sums[item * blockCount + b]
      total += counts[b] * weights[item * blockCount + b]
    }
    return total > 0 ? sum / total : .nan
  }
}

extension BlockMoments {
  /// Of rows in memory.
  package init(_ frame: ModelFrame, dealing: RandomBlocks) {
    let numbers = frame.rowNumbers.map { Int($0) }
    let entries = dealing.entries(numbers: numbers, weights: frame.weights, kind: frame.weightsKind)
    var products = BlockProducts(width: frame.columnCount, blockCount: dealing.count)
    let items = [frame.performance, frame.stated]
    let first = frame.performance.names.count
    var sums = RatingBlocks(items: first + frame.stated.names.count, blockCount: dealing.count)
    frame.values.withUnsafeBufferPointer { values in
      products.add(
        columns: (0..<frame.columnCount).map { values.baseAddress! + $0 * frame.rowCount }, count: entries.blocks.count,
        weights: entries.weights, blocks: entries.blocks, source: entries.source)
    }
    products.settle()
    let rated =
      frame.raters == nil
      ? entries
      : dealing.entries(
        numbers: numbers + frame.raters!.rowNumbers.map { Int($0) }, weights: frame.ratingWeights,
        kind: frame.weightsKind)
    var item = 0
    for ratings in items {
      ratings.values.withUnsafeBufferPointer { values in
        for k in ratings.names.indices {
          sums.add(item, values.baseAddress! + k * frame.ratingRowCount, rated)
          item += 1
        }
      }
    }
    self.init(
      products: products, ratings: (0..<item).map { .sums($0, factor: 1, offset: 0) }, sums: sums,
      performanceOfPlayer: frame.performance.columnsOfPlayer,
      statedOfPlayer: frame.stated.columnsOfPlayer.map { $0.map { $0 + first } })
  }
}
