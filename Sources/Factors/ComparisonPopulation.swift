import LinearAlgebra
import Measures
import Platform
import Probability

/// A population of k factors in which every item has the distribution of its answers, and the correlations are as near to the
/// data's as k factors allow (Ruscio & Kaczetow 2008, doi:10.1080/00273170802285693).
///
/// Normal items are made from factors and unique parts, and every item's values are then replaced, rank by rank, by those of
/// the data. That weakens correlations; so the intermediate correlations whose factors are taken move by what the outcome
/// misses, as long as that helps: after each failure by half of it, five times in a row at most.
struct ComparisonPopulation: Sendable {
  /// Column-major, size × items.
  let values: [Double]
  let items: Int
  private var size: Int { values.count / items }

  private static let mostTrials = 5
  /// Where intermediate correlations stop.
  private static let mostCorrelation = 0.995

  /// - Returns: `nil` when no k factors can be extracted.
  init?(_ input: CorrelationInput, _ frame: ModelFrame, factors: Int, seed: UInt64) {
    let p = input.names.count
    let size = ComparisonData.populationSize
    items = p
    let extractor = Extractor(
      FactorAnalysis(factors: factors, extraction: .minres, rotation: Rotation(.none)), items: p)
    let maker = Maker(frame, factors: factors, size: size, seed: seed)
    let target = input.correlation.packed
    var (intermediate, best) = (target, target)
    var bestResiduals = target
    var bestLoadings: [Double] = []
    var least = Double.infinity
    var trials = 0
    while trials < Self.mostTrials {
      let (story, isFailed) = intermediate.withUnsafeBufferPointer {
        extractor.extract($0.baseAddress!, isWarm: !bestLoadings.isEmpty)
      }
      guard !isFailed, story != nil else {
        if bestLoadings.isEmpty { return nil }
        break
      }
      let loadings = Array(UnsafeBufferPointer(start: extractor.loadings.pointer, count: p * factors))
      maker.make(loadings)
      let reached = maker.correlations()
      var squares = 0.0
      var residuals = target
      for at in target.indices {
        residuals[at] = target[at] - reached[at]
        squares += residuals[at] * residuals[at]
      }
      var step = 1.0
      if squares < least {
        (least, best, bestResiduals, bestLoadings, trials) = (squares, intermediate, residuals, loadings, 0)
      } else {
        trials += 1
        for _ in 0..<trials { step /= 2 }
      }
      for at in target.indices {
        intermediate[at] = max(
          -Self.mostCorrelation, min(Self.mostCorrelation, best[at] + step * bestResiduals[at]))
      }
      for i in 0..<p { intermediate[SymmetricMatrix.position(i, i)] = 1 }
    }
    maker.make(bestLoadings)
    values = maker.values
  }

  /// Draws rows with replacement: column-major, n × items.
  func sample(_ n: Int, _ stream: inout RandomStream, into rows: UnsafeMutablePointer<Double>) {
    values.withUnsafeBufferPointer { values in
      for i in 0..<n {
        let row = stream.below(size)
        for j in 0..<items { rows[i + j * n] = values[row + j * size] }
      }
    }
  }

  /// The same normal numbers under other loadings, and the answers in their order.
  private final class Maker {
    let size: Int
    let items: Int
    let factors: Int
    private(set) var values: [Double]
    private let shared: [Double]
    private let unique: [Double]
    /// The answers of each item, ascending, as many as the population has.
    private let answers: [[Double]]
    private let sorter: RankSorter

    init(_ frame: ModelFrame, factors: Int, size: Int, seed: UInt64) {
      let (p, n) = (frame.columnCount, frame.rowCount)
      self.size = size
      self.factors = factors
      items = p
      values = [Double](repeating: 0, count: size * p)
      var stream = RandomStream(seed: seed, stream: UInt64(factors) << 32 | 0xFFFF_FFFF)
      shared = (0..<size * factors).map { _ in stream.normal() }
      unique = (0..<size * p).map { _ in stream.normal() }
      sorter = RankSorter(count: size)
      answers = (0..<p).map { j in
        let sorted = frame.values[j * n..<(j + 1) * n].sorted()
        return (0..<size).map { sorted[$0 * n / size] }
      }
    }

    func make(_ loadings: [Double]) {
      for j in 0..<items {
        let own = (0..<factors).map { max(-1, min(1, loadings[j + $0 * items])) }
        let rest = max(0, 1 - own.reduce(0) { $0 + $1 * $1 }).squareRoot()
        values.withUnsafeMutableBufferPointer { values in
          let column = values.baseAddress! + j * size
          unique.withUnsafeBufferPointer { for i in 0..<size { column[i] = rest * $0[j * size + i] } }
          shared.withUnsafeBufferPointer { shared in
            for (k, loading) in own.enumerated() {
              let factor = shared.baseAddress! + k * size
              for i in 0..<size { column[i] += loading * factor[i] }
            }
          }
          sorter.sort(column)
          answers[j].withUnsafeBufferPointer { answers in
            for i in 0..<size { column[Int(sorter.order[i])] = answers[i] }
          }
        }
      }
    }

    /// Packed.
    func correlations() -> [Double] {
      let products = values.withUnsafeBufferPointer { values in
        CenteredProducts(columns: (0..<items).map { values.baseAddress! + $0 * size }, rowCount: size)
      }
      var packed = products.scatter.packed
      let scales = (0..<items).map { 1 / packed[SymmetricMatrix.position($0, $0)].squareRoot() }
      for i in 0..<items { for j in 0...i { packed[SymmetricMatrix.position(i, j)] *= scales[i] * scales[j] } }
      return packed
    }
  }
}

/// The order of numbers by size, to the precision of 32 bits: three passes of eleven bits. Numbers that differ by less keep
/// their places.
private final class RankSorter {
  private let count: Int
  /// Positions, the smallest number's first.
  let order: OwnedBuffer<Int32>
  private let other: OwnedBuffer<Int32>
  private let keys: OwnedBuffer<UInt32>
  private let counts: OwnedBuffer<Int32>

  init(count: Int) {
    self.count = count
    order = OwnedBuffer(repeating: 0, count: count)
    other = OwnedBuffer(repeating: 0, count: count)
    keys = OwnedBuffer(repeating: 0, count: count)
    counts = OwnedBuffer(repeating: 0, count: 2048)
  }

  func sort(_ numbers: UnsafePointer<Double>) {
    for i in 0..<count {
      // Bits that ascend as the numbers do.
      let bits = Float(numbers[i]).bitPattern
      keys[i] = bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
      order[i] = Int32(i)
    }
    var (from, to) = (order.pointer, other.pointer)
    for shift: UInt32 in [0, 11, 22] {
      for k in 0..<2048 { counts[k] = 0 }
      for i in 0..<count { counts[Int((keys[i] >> shift) & 2047)] += 1 }
      var sum: Int32 = 0
      for k in 0..<2048 { (counts[k], sum) = (sum, sum + counts[k]) }
      for i in 0..<count {
        let place = from[i]
        let key = Int((keys[Int(place)] >> shift) & 2047)
        to[Int(counts[key])] = place
        counts[key] += 1
      }
      (from, to) = (to, from)
    }
    // After three passes the order stands in the other buffer.
    order.update(from: from, count: count)
  }
}
