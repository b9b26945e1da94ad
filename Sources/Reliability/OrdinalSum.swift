import LinearAlgebra
import Measures
import Probability

/// Reliability of the sum of ratings whose answers are cut from normal variables with one common factor (Green & Yang 2009,
/// doi:10.1007/s11336-008-9099-3, equation 21): the part of the sum's variance that the factor gives it.
///
/// A rating is x = v₀ + Σ(v_c − v_{c−1})·1(y > τ_c), so that cov(xᵢ, xⱼ) = ΣΣΔᵢΔⱼ(P(yᵢ > τᵢ, yⱼ > τⱼ) − P(yᵢ > τᵢ)P(yⱼ > τⱼ)).
/// Above the line y correlate λᵢλⱼ, an item with its like λᵢ²; below it they have their polychoric correlations, and an item its
/// own variance. Ordinal ω is of y in place of x, which nobody observes.
struct OrdinalSum {
  /// Steps from each answer to the next, and the thresholds at which they are taken.
  private struct Item {
    var steps: [Double] = []
    var thresholds: [Double] = []
    var variance = 0.0
  }

  private let items: [Item]

  /// - Parameter frame: complete rows whose columns are the items.
  /// - Returns: `nil` when an item has one answer alone.
  init?(_ frame: ModelFrame) {
    let n = frame.rowCount
    self.init(
      margins: (0..<frame.columnCount).map { j in
        var counts: [Double: Double] = [:]
        for i in 0..<n { counts[frame.values[j * n + i], default: 0] += frame.weights?[i] ?? 1 }
        return counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { (answer: $0.key, count: $0.value) }
      })
  }

  /// - Parameter margins: of each item, how many respondents gave each answer, in ascending order.
  init?(margins: [[(answer: Double, count: Double)]]) {
    var items: [Item] = []
    for answers in margins {
      let total = answers.reduce(0) { $0 + $1.count }
      guard answers.count > 1, total > 0 else { return nil }
      var item = Item()
      let mean = answers.reduce(0) { $0 + $1.answer * $1.count } / total
      item.variance = answers.reduce(0) { $0 + ($1.answer - mean) * ($1.answer - mean) * $1.count } / total
      var below = 0.0
      for (c, answer) in answers.dropLast().enumerated() {
        below += answer.count
        item.steps.append(answers[c + 1].answer - answer.answer)
        item.thresholds.append(Normal().quantile(below / total))
      }
      items.append(item)
    }
    self.items = items
  }

  /// - Parameters:
  ///   - loadings: λ of the normal variables.
  ///   - correlation: their polychoric correlations.
  /// - Returns: `nil` when the sum has no variance.
  func omega(loadings: [Double], correlation: SymmetricMatrix) -> Double? {
    var common = 0.0
    var variance = 0.0
    for i in items.indices {
      for j in 0..<i {
        common += 2 * covariance(i, j, loadings[i] * loadings[j])
        variance += 2 * covariance(i, j, correlation[i, j])
      }
      common += covariance(i, i, min(1, loadings[i] * loadings[i]))
      variance += items[i].variance
    }
    return variance > 0 ? common / variance : nil
  }

  private func covariance(_ i: Int, _ j: Int, _ correlation: Double) -> Double {
    let pair = BivariateNormal(correlation: max(-1, min(1, correlation)))
    let (a, b) = (items[i], items[j])
    var sum = 0.0
    for (step, threshold) in zip(a.steps, a.thresholds) {
      let upper = Normal().upperTail(threshold)
      for (other, at) in zip(b.steps, b.thresholds) {
        sum += step * other * (pair.upperTail(threshold, at) - upper * Normal().upperTail(at))
      }
    }
    return sum
  }
}
