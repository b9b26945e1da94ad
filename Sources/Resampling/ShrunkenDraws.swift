import LinearAlgebra
import Platform

/// Draws of several true values (`Shrinkage.draws`), each with the number of its replicate.
package struct ShrunkenDraws: RandomAccessCollection, Sendable {
  /// Numbers per draw.
  package let width: Int
  package let replicates: [Int]
  /// Draw by draw.
  package internal(set) var values: [Double]

  init(width: Int, replicates: [Int]) {
    self.width = width
    self.replicates = replicates
    values = [Double](repeating: 0, count: replicates.count * width)
  }

  /// The replicates themselves, where nothing can be drawn in.
  package init(_ rows: ReplicateColumns) {
    width = rows.width
    replicates = Array(0..<rows.count)
    values = (0..<rows.count).flatMap(rows.row)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { replicates.count }
  package subscript(position: Int) -> (replicate: Int, values: [Double]) {
    (replicates[position], Array(values[position * width..<(position + 1) * width]))
  }

  /// One estimate in all draws.
  package func column(_ k: Int) -> [Double] { replicates.indices.map { values[$0 * width + k] } }

  package var columns: ReplicateColumns {
    values.withUnsafeBufferPointer { values in
      ReplicateColumns(count: count, width: width) { values[$0 * width + $1] }
    }
  }
}

extension Shrinkage {
  /// Draws of the true values: each replicate's deviations from the replicates' mean, made as wide as what is left open, about
  /// the means of several components, taken in proportion to their weights. A draw keeps the replicate's number, so that other
  /// numbers of the same replicate go with it.
  ///
  /// - Parameters:
  ///   - replicates: the estimates again in each replicate; those with an undefined value are passed over.
  ///   - jobs: threads; the draws do not depend on it.
  package func draws(_ replicates: ReplicateColumns, jobs: Int = 1) -> ShrunkenDraws {
    let p = means.count
    let (usable, places) = replicates.usable
    let n = usable.count
    let perReplicate = Shrinkage.drawsPerReplicate(p)
    var result = ShrunkenDraws(width: p, replicates: places.flatMap { [Int](repeating: $0, count: perReplicate) })
    guard n > 0 else { return result }
    let whitened = Whitened(factor, common: common)
    let deviations = whitenedDeviations(usable)
    let draws = drawsOfComponents(n, perReplicate)
    result.values.withUnsafeMutableBufferPointer { values in
      let target = Target(values: values)
      TaskSharing.run(tasks: components.count, jobs: jobs, makeWorkspace: { Worker(order: p) }) { worker, c in
        guard !draws[c].isEmpty else { return }
        deviations.withUnsafeBufferPointer {
          worker.draw(
            draws[c], perReplicate: perReplicate, components[c], whitened, factor, deviations: $0.baseAddress!,
            into: target.values.baseAddress!)
        }
      }
    }
    return result
  }

  /// Which draws are of each component, in order of the draws.
  private func drawsOfComponents(_ replicates: Int, _ perReplicate: Int) -> [[Int]] {
    var ends: [Double] = []
    for component in components { ends.append((ends.last ?? 0) + component.weight) }
    var result = [[Int]](repeating: [], count: components.count)
    for number in 0..<replicates {
      // The golden ratio's multiples fill the interval evenly whatever their number.
      let start = (Double(number) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1)
      for d in 0..<perReplicate {
        let at = (Double(d) + start) / Double(perReplicate)
        result[ends.firstIndex { at < $0 } ?? components.count - 1].append(number * perReplicate + d)
      }
    }
    return result
  }

  /// L⁻¹ times each replicate's deviations from the mean, replicate by replicate.
  private func whitenedDeviations(_ replicates: ReplicateColumns) -> [Double] {
    let (p, n) = (replicates.width, replicates.count)
    var result = [Double](repeating: 0, count: n * p)
    replicates.values.withUnsafeBufferPointer { values in
      for k in 0..<p {
        let centre = LaneSums.total(values.baseAddress! + k * n, n) / Double(n)
        for i in 0..<n { result[i * p + k] = values[k * n + i] - centre }
      }
    }
    result.withUnsafeMutableBufferPointer { result in
      factor.packed.withUnsafeBufferPointer { l in
        for i in 0..<n { PackedCholesky.solveLower(l.baseAddress!, order: p, result.baseAddress! + i * p) }
      }
    }
    return result
  }

  /// The rows that the threads fill; no two write the same one.
  private struct Target: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<Double>
  }
}

/// Draws of one component after the other, in buffers that stay.
private final class Worker {
  private let p: Int
  private let eigen: EigenSolver
  private let roots: OwnedBuffer<Double>
  private let narrowed: OwnedBuffer<Double>
  /// L·Q√(Λ/(1 + Λ))Q', by columns.
  private let whole: OwnedBuffer<Double>

  init(order p: Int) {
    self.p = p
    eigen = EigenSolver(order: p)
    roots = OwnedBuffer(count: p)
    narrowed = OwnedBuffer(count: p)
    whole = OwnedBuffer(count: p * p)
  }

  /// Writes c + L·Q√(Λ/(1 + Λ))Q'·z of some draws.
  func draw(
    _ draws: [Int], perReplicate: Int, _ component: Shrinkage.Component, _ whitened: Whitened, _ factor: Cholesky,
    deviations: UnsafePointer<Double>, into values: UnsafeMutablePointer<Double>
  ) {
    whitened.fill(eigen.matrix.pointer, component)
    // The matrix is finite and symmetric, so that LAPACK's iteration ends; else nothing is narrowed to a number.
    guard eigen.decompose(vectors: true) else {
      for draw in draws { (values + draw * p).update(repeating: .nan, count: p) }
      return
    }
    for k in 0..<p { roots[k] = (max(eigen.values[k], 0) / (1 + max(eigen.values[k], 0))).squareRoot() }
    // One matrix for all draws where these are many.
    let isMultiplied = draws.count > p
    factor.packed.withUnsafeBufferPointer { l in
      if isMultiplied { multiply(l.baseAddress!) }
      component.mean.withUnsafeBufferPointer { mean in
        for draw in draws {
          let z = deviations + draw / perReplicate * p
          let row = values + draw * p
          row.update(from: mean.baseAddress!, count: p)
          if isMultiplied {
            for k in 0..<p { add(whole + k * p, times: z[k], to: row) }
          } else {
            narrow(z)
            for i in 0..<p { row[i] += LaneSums.product(l.baseAddress! + i * (i + 1) / 2, narrowed.pointer, i + 1) }
          }
        }
      }
    }
  }

  private func multiply(_ l: UnsafePointer<Double>) {
    whole.pointer.update(repeating: 0, count: p * p)
    for k in 0..<p {
      let q = eigen.matrix + k * p
      for i in 0..<p { narrowed[i] = roots[k] * LaneSums.product(l + i * (i + 1) / 2, q, i + 1) }
      for j in 0..<p { add(narrowed.pointer, times: q[j], to: whole + j * p) }
    }
  }

  private func add(_ x: UnsafePointer<Double>, times factor: Double, to target: UnsafeMutablePointer<Double>) {
    for i in 0..<p { target[i] += factor * x[i] }
  }

  /// Q√(Λ/(1 + Λ))Q'·z.
  private func narrow(_ z: UnsafePointer<Double>) {
    let q = eigen.matrix.pointer
    let target = narrowed.pointer
    target.update(repeating: 0, count: p)
    for k in 0..<p {
      let column = q + k * p
      add(column, times: roots[k] * LaneSums.product(column, z, p), to: target)
    }
  }
}

/// The prior in the coordinates in which the errors are independent and of size one: z = L⁻¹θ.
///
/// With L⁻¹ΣL⁻ᵀ = QΛQ' deviations with covariance V become the true values' by LQ·√(Λ/(1 + Λ))·Q'L⁻¹.
private struct Whitened {
  let common: Double
  /// L⁻¹, by columns.
  let inverse: [[Double]]
  /// L⁻¹·1.
  let ones: [Double]
  /// L⁻¹L⁻ᵀ.
  let identity: SymmetricMatrix

  init(_ factor: Cholesky, common: Double) {
    let p = factor.order
    self.common = common
    func solved(_ b: [Double]) -> [Double] {
      var b = b
      factor.forward(&b)
      return b
    }
    inverse = (0..<p).map { k in solved((0..<p).map { $0 == k ? 1 : 0 }) }
    ones = solved([Double](repeating: 1, count: p))
    var identity = SymmetricMatrix(order: p)
    for column in inverse { identity.add(column) }
    self.identity = identity
  }

  /// Writes the prior's covariance of one component, the lower triangle by columns.
  func fill(_ matrix: UnsafeMutablePointer<Double>, _ component: Shrinkage.Component) {
    let p = ones.count
    let outlier = component.outlier
    let column = outlier.map { inverse[$0.index] } ?? ones
    let more = outlier?.variance ?? 0
    for j in 0..<p {
      for i in j..<p {
        matrix[i + j * p] =
          component.variance * identity[i, j] + common * ones[i] * ones[j] + more * column[i] * column[j]
      }
    }
  }
}

extension Cholesky {
  /// Overwrites b with L⁻¹·b.
  fileprivate func forward(_ b: inout [Double]) {
    packed.withUnsafeBufferPointer { l in
      b.withUnsafeMutableBufferPointer { PackedCholesky.solveLower(l.baseAddress!, order: order, $0.baseAddress!) }
    }
  }
}

extension SymmetricMatrix {
  /// Adds x·x'.
  fileprivate mutating func add(_ x: [Double]) {
    var position = 0
    for i in 0..<order {
      for j in 0...i {
        packed[position] += x[i] * x[j]
        position += 1
      }
    }
  }
}
