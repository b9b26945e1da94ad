import LinearAlgebra

/// All differences of p estimates, studentised by the spread of their replicates: what is sure about ranks, and about who may be
/// first, is read off them.
///
/// For every ordered pair (j, k) with σ̂ⱼₖ the standard deviation of Dⱼₖ* = θⱼ* − θₖ* over the replicates, the statistic is
/// (θ̂ⱼ − θ̂ₖ)/σ̂ⱼₖ and each replicate's deviation (Dⱼₖ* − D̂ⱼₖ)/σ̂ⱼₖ. Those of (k, j) are the same with the sign turned.
package struct RankComparison: Sendable {
  private let estimates: [Double]
  /// Those without an undefined value.
  private let replicates: ReplicateColumns
  /// σ̂ⱼₖ, p × p; 0 where a difference does not vary.
  private let errors: [Double]
  private var p: Int { estimates.count }

  /// - Returns: `nil` when there is nothing to compare, or fewer than two usable replicates.
  package init?(_ estimates: [Double], _ replicates: ReplicateColumns) {
    precondition(replicates.width == estimates.count, "a replicate has one value per estimate")
    let p = estimates.count
    let usable = replicates.usable.columns
    guard p > 1, usable.count > 1, estimates.allSatisfy({ $0.isFinite }) else { return nil }
    self.estimates = estimates
    self.replicates = usable
    let n = usable.count
    let least = RankUncertainty.tieTolerance * estimates.reduce(0) { max($0, abs($1)) }
    var errors = [Double](repeating: 0, count: p * p)
    usable.values.withUnsafeBufferPointer { values in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: n) { buffer in
        let difference = buffer.baseAddress!
        for j in 0..<p {
          for k in 0..<j {
            let (a, b) = (values.baseAddress! + j * n, values.baseAddress! + k * n)
            for i in 0..<n { difference[i] = a[i] - b[i] }
            let mean = LaneSums.total(difference, n) / Double(n)
            let error = (LaneSums.squares(difference, about: mean, n) / Double(n - 1)).squareRoot()
            guard error > least else { continue }
            errors[j * p + k] = error
            errors[k * p + j] = error
          }
        }
      }
    }
    self.errors = errors
  }

  /// Intervals for all ranks at once: see `RankUncertainty.intervals`.
  package func rankIntervals(confidence: Double) -> [(low: Int, high: Int)] {
    var pairs: [Pair] = []
    for j in 0..<p {
      for k in 0..<j where errors[j * p + k] > 0 { pairs.append(Pair(first: j, second: k)) }
    }
    var surelyAbove = [Int](repeating: 0, count: p)
    var surelyBelow = [Int](repeating: 0, count: p)
    var maxima = [Double](repeating: 0, count: replicates.count)
    while !pairs.isEmpty {
      fill(&maxima, pairs)
      let critical = Quantile.of(maxima, [confidence])[0]
      var isDone = true
      for at in pairs.indices {
        let pair = pairs[at]
        let statistic = statistic(pair.first, pair.second)
        if pair.isFirstOpen, !(statistic <= critical) {
          surelyAbove[pair.second] += 1
          surelyBelow[pair.first] += 1
          pairs[at].isFirstOpen = false
          isDone = false
        }
        if pair.isSecondOpen, !(-statistic <= critical) {
          surelyAbove[pair.first] += 1
          surelyBelow[pair.second] += 1
          pairs[at].isSecondOpen = false
          isDone = false
        }
      }
      if isDone { break }
      pairs.removeAll { !$0.isFirstOpen && !$0.isSecondOpen }
    }
    return (0..<p).map { (low: 1 + surelyAbove[$0], high: p - surelyBelow[$0]) }
  }

  /// Which values may be the largest: see `RankUncertainty.mayBeFirst`.
  package func mayBeFirst(confidence: Double) -> [Bool] {
    var maxima = [Double](repeating: 0, count: replicates.count)
    return estimates.indices.map { j in
      let others = estimates.indices.filter { errors[j * p + $0] > 0 }
      guard !others.isEmpty else { return true }
      let statistic = others.reduce(-Double.infinity) { max($0, self.statistic($1, j)) }
      guard statistic > 0 else { return true }
      fill(&maxima, others.map { Pair(first: $0, second: j, isSecondOpen: false) })
      return statistic <= Quantile.of(maxima, [confidence])[0]
    }
  }

  private struct Pair {
    let first: Int
    let second: Int
    /// Whether the first may still be the lower one, and the second.
    var isFirstOpen = true
    var isSecondOpen = true
  }

  private func statistic(_ j: Int, _ k: Int) -> Double { (estimates[j] - estimates[k]) / errors[j * p + k] }

  /// The largest deviation of each replicate over the pairs still open.
  private func fill(_ maxima: inout [Double], _ pairs: [Pair]) {
    let n = replicates.count
    maxima.withUnsafeMutableBufferPointer { maxima in
      replicates.values.withUnsafeBufferPointer { values in
        let largest = maxima.baseAddress!
        largest.update(repeating: -.infinity, count: n)
        for pair in pairs {
          let a = values.baseAddress! + pair.first * n
          let b = values.baseAddress! + pair.second * n
          let difference = estimates[pair.first] - estimates[pair.second]
          let error = errors[pair.first * p + pair.second]
          switch (pair.isFirstOpen, pair.isSecondOpen) {
          case (true, true):
            for i in 0..<n {
              let deviation = abs((a[i] - b[i] - difference) / error)
              largest[i] = largest[i] < deviation ? deviation : largest[i]
            }
          case (true, false):
            for i in 0..<n {
              let deviation = (a[i] - b[i] - difference) / error
              largest[i] = largest[i] < deviation ? deviation : largest[i]
            }
          default:
            for i in 0..<n {
              let deviation = -((a[i] - b[i] - difference) / error)
              largest[i] = largest[i] < deviation ? deviation : largest[i]
            }
          }
        }
      }
    }
  }
}
