import LinearAlgebra
import Platform
package import Resampling
import Survey

/// Finds maximum likelihood moments anew under other weights of the same rows, from the sample's own estimate on: what a replicate
/// needs. One object serves one thread.
final class MaximumLikelihoodSearch {
  private let fit: MaximumLikelihoodMoments
  private let climb: LikelihoodClimb

  /// A resample's own error is far larger.
  private static let tolerance = 1e-7
  private static let mostEvaluations = 1000

  init(_ fit: MaximumLikelihoodMoments) {
    self.fit = fit
    climb = LikelihoodClimb(NormalLikelihood(fit.patterns, weights: fit.weights))
  }

  /// - Parameters:
  ///   - weights: one per row of the table.
  ///   - places: where each column of the table goes; −1 for one that is not wanted.
  ///   - scatter: Σw times the covariances, packed lower triangle.
  /// - Returns: Σw; `nil` when there are no such moments.
  func find(
    weights: UnsafePointer<Double>, places: [Int], scatter: UnsafeMutablePointer<Double>,
    means: UnsafeMutablePointer<Double>
  ) -> Double? {
    let likelihood = climb.likelihood
    likelihood.reweight(weights)
    guard likelihood.coversPairs else { return nil }
    fit.estimate.withUnsafeBufferPointer { climb.estimate.update(from: $0.baseAddress!, count: $0.count) }
    guard let story = climb.climb(tolerance: Self.tolerance, mostEvaluations: Self.mostEvaluations),
      story.isConverged
    else { return nil }
    let patterns = fit.patterns
    let p = patterns.width
    let total = likelihood.total
    for a in 0..<p {
      let place = places[patterns.columnAt[a]]
      if place < 0 { continue }
      means[place] = patterns.centers[a] + patterns.scales[a] * climb.estimate[a]
      for b in 0...a {
        let other = places[patterns.columnAt[b]]
        if other < 0 { continue }
        scatter[SymmetricMatrix.position(place, other)] =
          total * patterns.scales[a] * patterns.scales[b] * climb.estimate[p + a * (a + 1) / 2 + b]
      }
    }
    return total
  }
}

extension ReplicateSource {
  /// Rows with missing answers; the moments of each replicate are those of maximum likelihood.
  ///
  /// - Parameters:
  ///   - fit: of all columns of the frame.
  ///   - columns: those wanted, in order; `nil` for all. The others help to find them.
  package static func maximumLikelihood(
    _ frame: ModelFrame, _ fit: MaximumLikelihoodMoments, columns: [Int]? = nil
  ) -> ReplicateSource {
    let wanted = columns ?? Array(frame.columns.indices)
    var places = [Int](repeating: -1, count: fit.moments.names.count)
    for (place, column) in wanted.enumerated() { places[column] = place }
    let share = 1 - 1 / Double(frame.rowCount)
    return ReplicateSource(rows: frame.resampler, order: wanted.count) { [places] in
      let search = MaximumLikelihoodSearch(fit)
      return { moments, _ in
        guard
          let total = search.find(
            weights: UnsafePointer(moments.weights.baseAddress!), places: places, scatter: moments.scatter,
            means: moments.means)
        else { return .momentsNotFound }
        moments.unit = total * share
        return nil
      }
    }
  }
}
