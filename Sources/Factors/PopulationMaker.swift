import LinearAlgebra
import Platform
import Probability

/// Makes populations of the same normal numbers under other loadings, with the answers in their order.
final class PopulationMaker: @unchecked Sendable {
  private let answers: PopulationAnswers
  private let factors: Int
  private let shared: [Double]
  private let unique: [Double]
  /// The items, column-major: whole answers less their shift, or any.
  private var whole: [Int16]
  private var real: [Double]

  init(_ answers: PopulationAnswers, factors: Int, seed: UInt64) {
    self.answers = answers
    self.factors = factors
    let (size, p) = (answers.size, answers.items)
    var stream = RandomStream(seed: seed, stream: UInt64(factors) << 32 | 0xFFFF_FFFF)
    shared = (0..<size * factors).map { _ in stream.normal() }
    unique = (0..<size * p).map { _ in stream.normal() }
    whole = [Int16](repeating: 0, count: answers.shifts == nil ? 0 : size * p)
    real = [Double](repeating: 0, count: answers.shifts == nil ? size * p : 0)
  }

  var columns: PopulationColumns {
    answers.shifts == nil
      ? .real(real, items: answers.items) : .whole(whole, items: answers.items, magnitude: answers.magnitude)
  }

  /// - Parameters:
  ///   - loadings: column-major, items × factors.
  ///   - jobs: threads; the population does not depend on it.
  func make(_ loadings: [Double], jobs: Int) {
    let (answers, size) = (answers, answers.size)
    if let shifts = answers.shifts {
      whole.withUnsafeMutableBufferPointer { values in
        let target = Target(values: values.baseAddress!)
        share(jobs) { [unowned self] worker, item in
          worker.normals(of: item, loadings, self)
          worker.ranks.write(
            worker.column.pointer, answers.levels[item].map { Int16($0 - shifts[item]) }, ends: answers.ends[item],
            into: target.values + item * size)
        }
      }
      return
    }
    real.withUnsafeMutableBufferPointer { values in
      let target = Target(values: values.baseAddress!)
      share(jobs) { [unowned self] worker, item in
        worker.normals(of: item, loadings, self)
        worker.sorter.sort(worker.column.pointer)
        let column = target.values + item * size
        var place = 0
        for (level, end) in zip(answers.levels[item], answers.ends[item]) {
          for at in place..<end { column[Int(worker.sorter.order[at])] = level }
          place = end
        }
      }
    }
  }

  /// Packed.
  func correlations() -> [Double] {
    let items = answers.items
    var packed = columns.scatter().packed
    let scales = (0..<items).map { 1 / packed[SymmetricMatrix.position($0, $0)].squareRoot() }
    for i in 0..<items { for j in 0...i { packed[SymmetricMatrix.position(i, j)] *= scales[i] * scales[j] } }
    return packed
  }

  private func share(_ jobs: Int, _ body: @escaping @Sendable (Worker, Int) -> Void) {
    let size = answers.size
    TaskSharing.run(tasks: answers.items, jobs: jobs, makeWorkspace: { Worker(size: size) }) { body($0, $1) }
  }

  /// The columns that the threads fill; no two write the same one.
  private struct Target<Element>: @unchecked Sendable {
    let values: UnsafeMutablePointer<Element>
  }

  /// What one thread works in.
  private final class Worker {
    let column: OwnedBuffer<Double>
    let ranks: RankCells
    private(set) lazy var sorter = RankSorter(count: column.count)

    init(size: Int) {
      column = OwnedBuffer(count: size)
      ranks = RankCells(count: size)
    }

    /// An item's normal numbers, from factors and its unique part.
    func normals(of item: Int, _ loadings: [Double], _ maker: PopulationMaker) {
      let (size, items) = (maker.answers.size, maker.answers.items)
      let own = (0..<maker.factors).map { max(-1, min(1, loadings[item + $0 * items])) }
      let rest = max(0, 1 - own.reduce(0) { $0 + $1 * $1 }).squareRoot()
      let target = column.pointer
      maker.unique.withUnsafeBufferPointer {
        let source = $0.baseAddress! + item * size
        for i in 0..<size { target[i] = rest * source[i] }
      }
      maker.shared.withUnsafeBufferPointer { shared in
        for (k, loading) in own.enumerated() {
          let factor = shared.baseAddress! + k * size
          for i in 0..<size { target[i] += loading * factor[i] }
        }
      }
    }
  }
}
