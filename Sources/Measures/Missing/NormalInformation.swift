package import LinearAlgebra
import Platform

/// What the answers tell of means and covariances, and what each respondent does to them.
///
/// The parameters θ are the means and then the covariances, packed lower triangle, each pair once. The observed information is
/// −∂²log L/∂θ² at the estimates, summed over patterns from their W, Σwu and M = Σwuu′ (`NormalLikelihood`):
///
///     μₖ, μₗ:      Σ w Wₖₗ
///     μₖ, σ_cd:    Σ Wₖc t_d + Wₖd t_c                              t = Σ w u
///     σ_ab, σ_cd:  Σ tr(E_ab W E_cd (M − ½wW))
///
/// with E_ab = ∂Σ/∂σ_ab. Its inverse is the covariance of θ under the model; what a respondent does to θ is that times the scores
/// (Savalei & Bentler 2009, doi:10.1080/10705510903008238; Yuan & Bentler 2000, doi:10.1111/0081-1750.00078 for answers that are not normal).
package struct NormalInformation: Sendable {
  /// Columns.
  package let width: Int
  /// Of θ under the normal model: the inverse of the observed information; in the units and order of the table.
  package let covariance: SymmetricMatrix
  private let fit: MaximumLikelihoodMoments
  /// The place in θ, in the order of the table, of each of θ in that of the patterns; and what it is multiplied by.
  private let places: [Int]
  private let units: [Double]

  /// Beyond so many parameters the matrix takes seconds.
  package static let mostParameters = 2000

  package static func parameterCount(_ width: Int) -> Int { width + width * (width + 1) / 2 }

  /// - Returns: `nil` with more than `mostParameters`, and when the information is not positive definite.
  package init?(_ fit: MaximumLikelihoodMoments) {
    let patterns = fit.patterns
    let p = patterns.width
    guard Self.parameterCount(p) <= Self.mostParameters else { return nil }
    width = p
    self.fit = fit
    var places = Array(patterns.columnAt)
    var units = patterns.scales
    for a in 0..<p {
      for b in 0...a {
        places.append(p + SymmetricMatrix.position(patterns.columnAt[a], patterns.columnAt[b]))
        units.append(patterns.scales[a] * patterns.scales[b])
      }
    }
    (self.places, self.units) = (places, units)
    guard let information = Self.information(NormalLikelihood(fit.patterns, weights: fit.weights), at: fit.estimate),
      let factor = try? Cholesky(information)
    else { return nil }
    let inverse = factor.inverse
    var own = SymmetricMatrix(order: places.count)
    for i in places.indices {
      for j in 0...i { own[places[i], places[j]] = units[i] * units[j] * inverse[i, j] }
    }
    covariance = own
  }

  /// At means and covariances that need not be the most likely, summed over respondents; in the units and order of the patterns.
  ///
  /// - Parameters:
  ///   - theta: means, then the packed lower triangle of the covariances.
  ///   - isExpected: under the normal model given who answered what: M is wW and t is zero.
  /// - Returns: `nil` where the covariances are not positive definite.
  package static func information(
    _ likelihood: NormalLikelihood, at theta: [Double], isExpected: Bool = false
  ) -> SymmetricMatrix? {
    let p = likelihood.width
    let q = p * (p + 1) / 2
    // Σ vech(W) vech(M − ½wW)′, Σ W ⊗ t and Σ w W.
    let products = OwnedBuffer<Double>(repeating: 0, count: q * q)
    let crossed = OwnedBuffer<Double>(repeating: 0, count: q * p)
    let means = OwnedBuffer<Double>(repeating: 0, count: q)
    let own = OwnedBuffer<Double>(count: q)
    let at = OwnedBuffer<Int>(repeating: 0, count: q)
    let done: Double? = theta.withUnsafeBufferPointer { theta in
      likelihood.forEachPattern(mean: theta.baseAddress!, covariance: theta.baseAddress! + p) { answered, weight in
        let (w, m, t) = (likelihood.precision.pointer, likelihood.squares.pointer, likelihood.scores.pointer)
        var count = 0
        for a in answered.indices {
          let place = answered[a]
          for b in 0...a {
            at[count] = place * (place + 1) / 2 + answered[b]
            own[count] = isExpected ? weight / 2 * w[a * p + b] : m[a * p + b] - weight / 2 * w[a * p + b]
            count += 1
          }
        }
        var first = 0
        for a in answered.indices {
          for b in 0...a {
            let value = w[a * p + b]
            let row = products + at[first] * q
            for k in 0..<count { row[at[k]] += value * own[k] }
            let line = crossed + at[first] * p
            if !isExpected { for k in answered.indices { line[answered[k]] += value * t[k] } }
            means[at[first]] += weight * value
            first += 1
          }
        }
      }
    }
    guard done != nil else { return nil }
    var result = SymmetricMatrix(order: p + q)
    for k in 0..<q { result.packed[k] = means[k] }
    func position(_ a: Int, _ b: Int) -> Int { SymmetricMatrix.position(a, b) }
    for a in 0..<p {
      for b in 0...a {
        let i = p + position(a, b)
        for k in 0..<p {
          result[i, k] =
            crossed[position(k, a) * p + b] + (a == b ? 0 : crossed[position(k, b) * p + a])
        }
        for c in 0...a {
          for d in 0...c where p + position(c, d) <= i {
            var sum = products[position(b, c) * q + position(d, a)]
            if c != d { sum += products[position(b, d) * q + position(c, a)] }
            if a != b {
              sum += products[position(a, c) * q + position(d, b)]
              if c != d { sum += products[position(a, d) * q + position(c, b)] }
            }
            result[i, p + position(c, d)] = sum
          }
        }
      }
    }
    return result
  }

  /// The variance of a function of θ under the normal model, from its derivatives.
  package func variance(_ direction: [Double]) -> Double {
    var sum = 0.0
    for i in direction.indices where direction[i] != 0 {
      for j in direction.indices where direction[j] != 0 { sum += direction[i] * direction[j] * covariance[i, j] }
    }
    return sum
  }

  /// What each respondent does to θ, weight included: the covariance of θ whatever the answers' distribution is the sum of the
  /// squared parts (of clusters, their sums). Parts sum to zero.
  ///
  /// - Parameters:
  ///   - directions: functions of θ, each as its derivatives in θ, in the units and order of the table.
  /// - Returns: for each direction a part per row.
  package func parts(_ directions: [[Double]]) -> [[Double]] {
    let p = width
    let rowCount = fit.patterns.rows.count
    // A direction times the inverse information, in the units of the patterns.
    let lines = directions.map { direction -> [Double] in
      var line = [Double](repeating: 0, count: places.count)
      for i in places.indices {
        var sum = 0.0
        for j in places.indices where direction[j] != 0 { sum += covariance[places[i], j] * direction[j] }
        line[i] = sum / units[i]
      }
      return line
    }
    var result = [[Double]](repeating: [Double](repeating: 0, count: rowCount), count: directions.count)
    let likelihood = NormalLikelihood(fit.patterns, weights: fit.weights)
    fit.estimate.withUnsafeBufferPointer { theta in
      likelihood.forEachRow(mean: theta.baseAddress!, covariance: theta.baseAddress! + p) {
        row, weight, answered, u in
        let w = likelihood.precision.pointer
        for (k, line) in lines.enumerated() {
          var sum = 0.0
          for a in answered.indices {
            let place = answered[a]
            sum += line[place] * u[a]
            let start = p + place * (place + 1) / 2
            for b in 0..<a { sum += line[start + answered[b]] * (u[a] * u[b] - w[a * p + b]) }
            sum += line[start + place] / 2 * (u[a] * u[a] - w[a * p + a])
          }
          result[k][row] = weight * sum
        }
      }
    }
    return result
  }
}
