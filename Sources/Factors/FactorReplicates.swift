import LinearAlgebra
import Optimization
import Platform
import Probability
import Resampling

/// Extracts and rotates one matrix after the other, from the solution of the sample on, and matches its factors.
///
/// A replicate's unrotated loadings are first turned towards the sample's (orthogonal Procrustes: the polar factor of their
/// cross product, by Newton's iteration; Higham 1986, doi:10.1137/0907079), so that the sample's transformation is a good
/// start; after rotation each of the sample's columns in turn takes the one left that is closest by Tucker's congruence, turned
/// round where that is negative.
struct FactorReplicates: ReplicateMap {
  private let specification: FactorAnalysis
  private let items: Int
  private let factors: Int
  private let uniquenesses: [Double]
  /// The sample's loadings before and after rotation, column-major, in the order of this type's own search.
  private let unrotated: [Double]
  private let rotated: [Double]
  private let transformation: [Double]

  /// Loadings, communalities, factor correlations, whether there is a Heywood case.
  var width: Int { items * factors + items + factors * (factors - 1) / 2 + 1 }

  init(_ fit: FactorAnalysis.Fit) {
    specification = fit.specification
    items = fit.names.count
    factors = fit.specification.factors
    uniquenesses = fit.uniquenesses
    rotated = fit.loadings.storage
    unrotated = fit.unrotated.storage
    // The search once more, for the transformation before columns were put in order.
    let rotator = Rotator(fit.specification.rotation, items: items, factors: factors)
    defer { withExtendedLifetime(rotator) {} }
    let outcome = unrotated.withUnsafeBufferPointer {
      rotator.rotate($0.baseAddress!, starts: fit.specification.starts, seed: fit.specification.seed)
    }
    let count = factors * factors
    transformation =
      outcome == nil
      ? (0..<count).map { [factors] in $0 / factors == $0 % factors ? 1 : 0 }
      : Array(UnsafeBufferPointer(start: rotator.searchTransformation, count: count))
  }

  final class Workspace {
    fileprivate let moments: ReplicateMoments
    fileprivate let turned: OwnedBuffer<Double>
    fileprivate let small: OwnedBuffer<Double>
    fileprivate let scales: OwnedBuffer<Double>
    fileprivate let extractor: Extractor
    fileprivate let rotator: Rotator

    init(_ replicates: FactorReplicates, _ moments: ReplicateMoments) {
      precondition(moments.order == replicates.items, "a column per item")
      self.moments = moments
      let p = replicates.items
      let k = replicates.factors
      turned = OwnedBuffer(count: p * k)
      small = OwnedBuffer(count: 4 * k * k)
      scales = OwnedBuffer(count: p)
      extractor = Extractor(replicates.specification, items: p)
      rotator = Rotator(replicates.specification.rotation, items: p, factors: k)
    }
  }

  func makeWorkspace(_ moments: ReplicateMoments) -> Workspace { Workspace(self, moments) }

  /// Works on the scatter that was drawn, which it turns into correlations.
  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    let p = items
    let scatter = workspace.moments.scatter
    for i in 0..<p {
      let variance = scatter[i * (i + 1) / 2 + i]
      guard variance > 0 else { return .itemConstant }
      workspace.scales[i] = 1 / variance.squareRoot()
    }
    for i in 0..<p {
      for j in 0..<i { scatter[i * (i + 1) / 2 + j] *= workspace.scales[i] * workspace.scales[j] }
      scatter[i * (i + 1) / 2 + i] = 1
    }
    let extractor = workspace.extractor
    for i in 0..<p { extractor.uniquenesses[i] = uniquenesses[i] }
    let (story, isFailed) = extractor.extract(scatter, isWarm: true)
    if isFailed || story?.isConverged == false { return .extractionFailed }
    turn(workspace)
    let rotator = workspace.rotator
    let outcome = transformation.withUnsafeBufferPointer {
      rotator.rotate(
        workspace.turned.pointer, starts: 1, seed: specification.seed,
        warm: specification.rotation.criterion == .none ? nil : $0.baseAddress!)
    }
    if outcome?.story.isConverged == false { return .rotationFailed }
    match(rotator)
    write(workspace, into: row)
    return nil
  }

  /// Unrotated loadings turned towards the sample's; without rotation they stay as they are.
  private func turn(_ workspace: Workspace) {
    let p = items
    let k = factors
    let own = workspace.extractor.loadings.pointer
    workspace.turned.update(from: own, count: p * k)
    guard specification.rotation.criterion != .none, k > 1 else { return }
    let q = workspace.small.pointer
    let inverse = workspace.small + k * k
    unrotated.withUnsafeBufferPointer {
      SmallMatrix.multiplyTransposed(own, $0.baseAddress!, rows: p, columns: k, into: q)
    }
    for _ in 0..<40 {
      guard SmallMatrix.invert(q, order: k, into: inverse, work: workspace.small + 2 * k * k) else { return }
      // Scaled so that the first steps do not crawl.
      var own = 0.0
      var other = 0.0
      for i in 0..<k * k {
        own += q[i] * q[i]
        other += inverse[i] * inverse[i]
      }
      let scale = (other / own).squareRoot().squareRoot()
      var change = 0.0
      for j in 0..<k {
        for i in 0..<k {
          let next = 0.5 * (scale * q[i + j * k] + inverse[j + i * k] / scale)
          change = max(change, abs(next - q[i + j * k]))
          // The old matrix is needed until the sweep is done.
          workspace.small[3 * k * k + i + j * k] = next
        }
      }
      q.update(from: workspace.small + 3 * k * k, count: k * k)
      if change < 1e-12 { break }
    }
    SmallMatrix.multiply(own, q, rows: p, inner: k, columns: k, into: workspace.turned.pointer)
  }

  /// Puts the replicate's columns in the order and direction of the sample's.
  private func match(_ rotator: Rotator) {
    let p = items
    let k = factors
    rotated.withUnsafeBufferPointer { sample in
      for place in 0..<k {
        var best = place
        var largest = -1.0
        for j in place..<k {
          let congruence = abs(self.congruence(sample.baseAddress! + place * p, rotator.loadings.pointer + j * p))
          if congruence > largest {
            largest = congruence
            best = j
          }
        }
        if best != place { rotator.swap(best, place) }
        if congruence(sample.baseAddress! + place * p, rotator.loadings.pointer + place * p) < 0 { rotator.flip(place) }
      }
    }
  }

  private func congruence(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>) -> Double {
    var ab = 0.0
    var aa = 0.0
    var bb = 0.0
    for i in 0..<items {
      ab += a[i] * b[i]
      aa += a[i] * a[i]
      bb += b[i] * b[i]
    }
    return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : 0
  }

  private func write(_ workspace: Workspace, into row: UnsafeMutableBufferPointer<Double>) {
    let p = items
    let k = factors
    let rotator = workspace.rotator
    for at in 0..<p * k { row[at] = rotator.loadings[at] }
    var isHeywood = 0.0
    for i in 0..<p {
      var communality = 0.0
      for j in 0..<k {
        for l in 0..<k {
          communality += rotator.loadings[i + j * p] * rotator.correlations[j + l * k] * rotator.loadings[i + l * p]
        }
      }
      row[p * k + i] = communality
      if specification.isHeywood(workspace.extractor.uniquenesses[i]) { isHeywood = 1 }
    }
    var at = p * k + p
    for r in 0..<k {
      for s in 0..<r {
        row[at] = rotator.correlations[r + s * k]
        at += 1
      }
    }
    row[at] = isHeywood
  }
}
