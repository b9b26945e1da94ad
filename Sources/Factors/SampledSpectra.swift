import LinearAlgebra
import Platform
import Probability
import Resampling

/// Eigenvalues of the correlations of many random samples.
///
/// Sample i draws from stream `firstStream` + i of the seed and writes row i, so the result is the same to the last bit for any
/// number of threads.
struct SampledSpectra: Sendable {
  /// What is asked of each sample.
  enum Numbers: Equatable {
    /// All eigenvalues, descending.
    case components
    /// These, and those with squared multiple correlations in the diagonal.
    case componentsAndFactors
    /// The one at a place, from 0.
    case one(Int)
  }

  var order: Int
  var numbers: Numbers
  var count: Int
  var seed: UInt64
  var firstStream: UInt64 = 0
  var jobs: Int

  private var width: Int {
    switch numbers {
    case .components: order
    case .componentsAndFactors: 2 * order
    case .one: 1
    }
  }

  /// - Parameters:
  ///   - makeWorkspace: called once per thread.
  ///   - draw: writes a scatter matrix into the spectra, and its Cholesky factor too where factors are asked for.
  func run<Workspace>(
    makeWorkspace: @escaping @Sendable () -> Workspace,
    draw: @escaping @Sendable (inout Workspace, inout RandomStream, Spectra) -> ReplicateFailure?
  ) -> Replicates {
    var values = [Double](repeating: .nan, count: count * width)
    var reasons = [ReplicateFailure?](repeating: nil, count: count)
    let batch = order <= EigenvalueLanes.mostOrder ? EigenvalueLanes.count : 1
    values.withUnsafeMutableBufferPointer { values in
      reasons.withUnsafeMutableBufferPointer { reasons in
        let rows = Rows(values: values, reasons: reasons)
        TaskSharing.run(
          tasks: (count + batch - 1) / batch, jobs: jobs, makeWorkspace: { (makeWorkspace(), Worker(self)) }
        ) { workspace, task in
          let samples = task * batch..<min(count, (task + 1) * batch)
          for i in samples {
            var stream = RandomStream(seed: seed, stream: firstStream &+ UInt64(i))
            let spectra = workspace.1.spectra
            rows.reasons[i] = draw(&workspace.0, &stream, spectra)
            if rows.reasons[i] == nil, !workspace.1.take(lane: i - samples.lowerBound, into: row(i, rows)) {
              rows.reasons[i] = .eigenvaluesNotFound
            }
          }
          workspace.1.settle()
          for i in samples where rows.reasons[i] == nil {
            if !workspace.1.write(lane: i - samples.lowerBound, into: row(i, rows)) {
              rows.reasons[i] = .eigenvaluesNotFound
            }
          }
        }
      }
    }
    return Replicates(count: count, width: width, values: values, reasons: reasons)
  }

  private func row(_ i: Int, _ rows: Rows) -> UnsafeMutablePointer<Double> { rows.values.baseAddress! + i * width }

  /// The rows that the threads fill; no two write the same one.
  private struct Rows: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<Double>
    let reasons: UnsafeMutableBufferPointer<ReplicateFailure?>
  }

  /// What one thread works in.
  private final class Worker {
    let spectra: Spectra
    private let numbers: Numbers
    private let components: EigenvalueLanes?
    private let factors: EigenvalueLanes?
    private let chosen = OwnedBuffer<Double>(repeating: 0, count: EigenvalueLanes.count)
    private let all: OwnedBuffer<Double>

    init(_ plan: SampledSpectra) {
      spectra = Spectra(order: plan.order)
      numbers = plan.numbers
      let isSmall = plan.order <= EigenvalueLanes.mostOrder
      components = isSmall ? EigenvalueLanes(order: plan.order) : nil
      factors = isSmall && plan.numbers == .componentsAndFactors ? EigenvalueLanes(order: plan.order) : nil
      all = OwnedBuffer(count: plan.order)
    }

    /// Takes the scatter just drawn: into its lane, or, of large matrices, straight to the numbers.
    func take(lane: Int, into row: UnsafeMutablePointer<Double>) -> Bool {
      guard let components else {
        switch numbers {
        case .components: return spectra.components(into: row)
        case .componentsAndFactors: return spectra.eigenvalues(into: row)
        case .one(let place):
          guard spectra.components(into: all.pointer) else { return false }
          row[0] = all[place]
          return true
        }
      }
      guard let correlations = spectra.correlations() else { return false }
      components.load(correlations, lane: lane)
      if let factors {
        factors.load(correlations, lane: lane)
        let communalities = spectra.communalities()
        factors.loadDiagonal(lane: lane) { communalities[$0] }
      }
      return true
    }

    /// When all lanes are taken.
    func settle() {
      components?.reduce()
      factors?.reduce()
      if case .one(let place) = numbers { components?.writeOne(place, into: chosen.pointer) }
    }

    func write(lane: Int, into row: UnsafeMutablePointer<Double>) -> Bool {
      guard let components else { return true }
      if case .one = numbers {
        row[0] = chosen[lane]
        return true
      }
      return components.writeAll(lane: lane, into: row)
        && factors?.writeAll(lane: lane, into: row + spectra.order) ?? true
    }
  }
}
