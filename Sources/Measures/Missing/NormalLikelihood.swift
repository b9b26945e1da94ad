import LinearAlgebra
package import Platform

/// The likelihood of normal answers of which some are missing, pattern by pattern, with its derivatives.
///
/// With o the columns that a row answers, r = y − μ_o and W = Σ_oo⁻¹, all else is made of W and u = W·r:
///
///     log L = −½ Σ w [ln |Σ_oo| + r′W r + k ln 2π]        k the number of answers
///     ∂/∂μ = Σ w u        ∂/∂Σ = ½ Σ w (u u′ − W)
///
/// with zeros where nothing is answered. A pattern with many rows gives its mean and scatter, which are summed once; of one with
/// fewer rows than these have numbers the answers themselves are kept. Everything is in the units and order of
/// `AnswerPatterns`. One object serves one thread: it allocates nothing after its making.
package final class NormalLikelihood {
  package let patterns: AnswerPatterns
  /// Columns.
  package let width: Int
  /// Σw.
  package private(set) var total = 0.0
  /// The place whose pivot vanished when `evaluate` gave nothing.
  private(set) var failed = 0

  /// Σw of each pattern.
  private let weight: OwnedBuffer<Double>
  /// Of each row, pattern after pattern.
  private let weights: OwnedBuffer<Double>
  /// Where the mean and scatter of each pattern stand; −1 where its rows are kept.
  private let sumsAt: [Int]
  private let sums: OwnedBuffer<Double>
  /// L and L⁻¹ of the pattern at hand, rows of `width`.
  private let factor: OwnedBuffer<Double>
  private let inverse: OwnedBuffer<Double>
  /// Of the pattern at hand, rows of `width`, lower triangles: W and Σ w u u′; and Σ w u.
  package let precision: OwnedBuffer<Double>
  package let squares: OwnedBuffer<Double>
  package let scores: OwnedBuffer<Double>
  private let work: OwnedBuffer<Double>
  private let residual: OwnedBuffer<Double>
  private var last: [Int] = []
  private let logDeterminants: OwnedBuffer<Double>
  /// Room to see which pairs of columns somebody answers; empty where there are so many that resamples have them too.
  private let seen: OwnedBuffer<UInt8>
  private let isSparse: Bool

  /// Pairs that more respondents answered than that are in practically every resample.
  private static let sparsePairs = 40.0

  package init(_ patterns: AnswerPatterns, weights given: [Double]? = nil) {
    self.patterns = patterns
    width = patterns.width
    let p = patterns.width
    weight = OwnedBuffer(repeating: 0, count: max(1, patterns.patterns.count))
    weights = OwnedBuffer(repeating: 1, count: max(1, patterns.rows.count))
    var room = 0
    sumsAt = patterns.patterns.map { pattern in
      let k = pattern.answered.count
      guard pattern.rows.count > k else { return -1 }
      defer { room += k + k * k }
      return room
    }
    sums = OwnedBuffer(repeating: 0, count: max(1, room))
    factor = OwnedBuffer(repeating: 0, count: p * p)
    inverse = OwnedBuffer(repeating: 0, count: p * p)
    precision = OwnedBuffer(repeating: 0, count: p * p)
    squares = OwnedBuffer(repeating: 0, count: p * p)
    scores = OwnedBuffer(repeating: 0, count: p)
    work = OwnedBuffer(repeating: 0, count: 2 * p * p)
    residual = OwnedBuffer(repeating: 0, count: 2 * p)
    logDeterminants = OwnedBuffer(repeating: 0, count: p)
    isSparse = patterns.pairCounts.packed.contains { $0 < Self.sparsePairs }
    seen = OwnedBuffer(repeating: 0, count: p * p)
    if let given {
      given.withUnsafeBufferPointer { reweight($0.baseAddress!) }
    } else {
      gather()
    }
  }

  /// Takes other weights, one per row of the table, and sums the patterns anew.
  package func reweight(_ given: UnsafePointer<Double>) {
    for (at, row) in patterns.rows.enumerated() { weights[at] = given[Int(row)] }
    gather()
  }

  /// Whether under the present weights somebody answers both of every pair of columns.
  package var coversPairs: Bool {
    guard isSparse else { return true }
    let p = width
    for k in 0..<p * p { seen[k] = 0 }
    for (j, pattern) in patterns.patterns.enumerated() where weight[j] > 0 {
      for (k, a) in pattern.answered.enumerated() { for b in pattern.answered[...k] { seen[a * p + b] = 1 } }
    }
    for a in 0..<p { for b in 0...a where seen[a * p + b] == 0 { return false } }
    return true
  }

  private func gather() {
    total = 0
    for (j, pattern) in patterns.patterns.enumerated() {
      var own = 0.0
      for at in pattern.rows { own += weights[at] }
      weight[j] = own
      total += own
      if sumsAt[j] >= 0, own > 0 { sum(pattern, own, into: sums + sumsAt[j]) }
    }
  }

  /// The mean and, about it, the lower triangle of the scatter, rows of as many as there are answers.
  private func sum(_ pattern: AnswerPatterns.Pattern, _ own: Double, into mean: UnsafeMutablePointer<Double>) {
    let k = pattern.answered.count
    let scatter = mean + k
    for a in 0..<k + k * k { mean[a] = 0 }
    patterns.values.withUnsafeBufferPointer { values in
      let start = values.baseAddress! + pattern.start
      for at in 0..<pattern.rows.count {
        let w = weights[pattern.rows.lowerBound + at]
        let y = start + at * k
        for a in 0..<k { mean[a] += w * y[a] }
      }
      for a in 0..<k { mean[a] /= own }
      let d = residual.pointer
      for at in 0..<pattern.rows.count {
        let w = weights[pattern.rows.lowerBound + at]
        if w == 0 { continue }
        let y = start + at * k
        for a in 0..<k { d[a] = y[a] - mean[a] }
        for a in 0..<k {
          let scaled = w * d[a]
          let row = scatter + a * k
          for b in 0...a { row[b] += scaled * d[b] }
        }
      }
    }
  }

  /// Visits the patterns that weigh something; `body` finds W, Σ w u u′ and Σ w u in `precision`, `squares` and `scores`.
  ///
  /// - Parameters:
  ///   - mean: one number per place.
  ///   - covariance: packed lower triangle.
  ///   - body: is given the pattern's columns and weight.
  /// - Returns: log L, or `nil` when a pattern's covariances are not positive definite.
  package func forEachPattern(
    mean: UnsafePointer<Double>, covariance: UnsafePointer<Double>, _ body: ([Int], Double) -> Void
  ) -> Double? {
    last = []
    var sum = 0.0
    for (j, pattern) in patterns.patterns.enumerated() where weight[j] > 0 {
      let k = pattern.answered.count
      guard factorize(pattern.answered, covariance) else { return nil }
      var logDeterminant = 0.0
      for a in 0..<k { logDeterminant += logDeterminants[a] }
      invert(k)
      let distance =
        sumsAt[j] >= 0
        ? summed(pattern, weight[j], sums + sumsAt[j], mean) : counted(pattern, mean)
      sum += weight[j] * (2 * logDeterminant + Double(k) * log(2 * Double.pi)) + distance
      body(pattern.answered, weight[j])
    }
    return -sum / 2
  }

  /// Scores and log L; see the type.
  ///
  /// - Parameters:
  ///   - first: Σ w u.
  ///   - second: Σ w (u u′ − W), packed lower triangle.
  package func evaluate(
    mean: UnsafePointer<Double>, covariance: UnsafePointer<Double>, first: UnsafeMutablePointer<Double>,
    second: UnsafeMutablePointer<Double>
  ) -> Double? {
    let p = width
    for a in 0..<p { first[a] = 0 }
    for a in 0..<p * (p + 1) / 2 { second[a] = 0 }
    let (w, m, t) = (precision.pointer, squares.pointer, scores.pointer)
    return forEachPattern(mean: mean, covariance: covariance) { answered, weight in
      answered.withUnsafeBufferPointer { answered in
        for a in 0..<answered.count {
          let place = answered[a]
          first[place] += t[a]
          let row = second + place * (place + 1) / 2
          for b in 0...a { row[answered[b]] += m[a * p + b] - weight * w[a * p + b] }
        }
      }
    }
  }

  // MARK: One pattern

  /// Rows of L and L⁻¹ from the first that differs from the pattern before.
  private func factorize(_ answered: [Int], _ covariance: UnsafePointer<Double>) -> Bool {
    let p = width
    var shared = 0
    while shared < min(last.count, answered.count), last[shared] == answered[shared] { shared += 1 }
    last = answered
    let (l, inv) = (factor.pointer, inverse.pointer)
    for i in shared..<max(answered.count, shared) {
      let place = answered[i]
      let source = covariance + place * (place + 1) / 2
      let row = l + i * p
      for j in 0..<i {
        let other = l + j * p
        var sum = source[answered[j]]
        for k in 0..<j { sum -= row[k] * other[k] }
        row[j] = sum * inv[j * p + j]
      }
      var pivot = source[place]
      for k in 0..<i { pivot -= row[k] * row[k] }
      guard pivot > RankPolicy.variance * source[place], pivot.isFinite else {
        (failed, last) = (place, [])
        return false
      }
      let root = pivot.squareRoot()
      row[i] = root
      logDeterminants[i] = log(root)
      // Row i of L⁻¹ is (eᵢ − Σ Lᵢₖ L⁻¹ₖ)/Lᵢᵢ.
      let own = inv + i * p
      for k in 0..<i { own[k] = 0 }
      for k in 0..<i {
        let factor = row[k]
        let other = inv + k * p
        for c in 0...k { own[c] -= factor * other[c] }
      }
      let scale = 1 / root
      for k in 0..<i { own[k] *= scale }
      own[i] = scale
    }
    return true
  }

  /// W = L⁻ᵀL⁻¹.
  private func invert(_ k: Int) {
    let p = width
    let (w, inv) = (precision.pointer, inverse.pointer)
    for a in 0..<k { for b in 0...a { w[a * p + b] = 0 } }
    for c in 0..<k {
      let row = inv + c * p
      for a in 0...c {
        let factor = row[a]
        let target = w + a * p
        for b in 0...a { target[b] += factor * row[b] }
      }
    }
  }

  /// Of rows that are kept; gives Σ w r′W r.
  private func counted(_ pattern: AnswerPatterns.Pattern, _ mean: UnsafePointer<Double>) -> Double {
    let (p, k) = (width, pattern.answered.count)
    let (m, t, inv) = (squares.pointer, scores.pointer, inverse.pointer)
    let (v, u) = (residual.pointer, residual + p)
    for a in 0..<k {
      t[a] = 0
      for b in 0...a { m[a * p + b] = 0 }
    }
    var distance = 0.0
    patterns.values.withUnsafeBufferPointer { values in
      pattern.answered.withUnsafeBufferPointer { answered in
        for at in 0..<pattern.rows.count {
          let w = weights[pattern.rows.lowerBound + at]
          if w == 0 { continue }
          distance += w * row(values.baseAddress! + pattern.start + at * k, answered, mean, v, u, inv)
          for a in 0..<k {
            let scaled = w * u[a]
            t[a] += scaled
            let target = m + a * p
            for b in 0...a { target[b] += scaled * u[b] }
          }
        }
      }
    }
    return distance
  }

  /// u of one row in `u`; gives r′W r. `v` is worked in.
  @inline(__always)
  private func row(
    _ y: UnsafePointer<Double>, _ answered: UnsafeBufferPointer<Int>, _ mean: UnsafePointer<Double>,
    _ v: UnsafeMutablePointer<Double>, _ u: UnsafeMutablePointer<Double>, _ inv: UnsafePointer<Double>
  ) -> Double {
    let (p, k) = (width, answered.count)
    for a in 0..<k { v[a] = y[a] - mean[answered[a]] }
    for a in 0..<k { u[a] = 0 }
    var distance = 0.0
    for a in 0..<k {
      let source = inv + a * p
      var sum = 0.0
      for b in 0...a { sum += source[b] * v[b] }
      distance += sum * sum
      for b in 0...a { u[b] += sum * source[b] }
    }
    return distance
  }

  /// Of rows that are summed: with S their scatter about μ, Σ w u u′ = W S W; gives tr(W S).
  private func summed(
    _ pattern: AnswerPatterns.Pattern, _ own: Double, _ sums: UnsafePointer<Double>, _ mean: UnsafePointer<Double>
  ) -> Double {
    let (p, k) = (width, pattern.answered.count)
    let (w, m, t) = (precision.pointer, squares.pointer, scores.pointer)
    let (s, half, d) = (work.pointer, work + p * p, residual.pointer)
    for a in 0..<k { d[a] = sums[a] - mean[pattern.answered[a]] }
    for a in 0..<k {
      for b in 0...a {
        let value = sums[k + a * k + b] + own * d[a] * d[b]
        s[a * p + b] = value
        s[b * p + a] = value
        w[b * p + a] = w[a * p + b]
      }
    }
    var distance = 0.0
    for a in 0..<k {
      let target = half + a * p
      for b in 0..<k { target[b] = 0 }
      var score = 0.0
      for c in 0..<k {
        let factor = w[a * p + c]
        let source = s + c * p
        score += factor * d[c]
        for b in 0..<k { target[b] += factor * source[b] }
      }
      t[a] = own * score
      distance += target[a]
    }
    for a in 0..<k {
      let target = m + a * p
      for b in 0...a { target[b] = 0 }
      for c in 0..<k {
        let factor = half[a * p + c]
        let source = w + c * p
        for b in 0...a { target[b] += factor * source[b] }
      }
    }
    return distance
  }

  /// Visits every row with its u, its weight and, in `precision`, the W of its pattern.
  ///
  /// - Parameter body: is given the row of the table, its weight, its columns and u.
  package func forEachRow(
    mean: UnsafePointer<Double>, covariance: UnsafePointer<Double>,
    _ body: (Int, Double, [Int], UnsafePointer<Double>) -> Void
  ) {
    last = []
    let (v, u) = (residual.pointer, residual + width)
    for (j, pattern) in patterns.patterns.enumerated() where weight[j] > 0 {
      guard factorize(pattern.answered, covariance) else { return }
      let k = pattern.answered.count
      invert(k)
      patterns.values.withUnsafeBufferPointer { values in
        pattern.answered.withUnsafeBufferPointer { answered in
          for (at, index) in pattern.rows.enumerated() {
            _ = row(values.baseAddress! + pattern.start + at * k, answered, mean, v, u, inverse.pointer)
            body(Int(patterns.rows[index]), weights[index], pattern.answered, u)
          }
        }
      }
    }
  }
}
