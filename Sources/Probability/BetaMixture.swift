import CRmath

/// Weights of a count j = 0, 1, 2, … by which distributions are mixed.
protocol CountWeights {
  func weight(_ j: Double) -> Double
  /// weight(j + 1)/weight(j).
  func ratio(after j: Double) -> Double
}

/// Σⱼ w(j)·I_x(a + j, b), or the same of 1 − I: tails of central distributions mixed by the weights of a count.
///
/// The sum goes from term to term by I_x(a, b) = I_x(a + 1, b) + xᵃ(1 − x)ᵇ/(a·B(a, b)), in the direction in which
/// nothing is subtracted.
struct BetaMixture {
  let x: Double
  /// 1 − x: the smaller of the two is the one to hand on, since the other may round to 1.
  let complement: Double
  let a: Double
  let b: Double
  let lower: Bool

  func tail(_ j: Double) -> Double {
    x <= 0.5 ? rmath_pbeta(x, a + j, b, lower ? 1 : 0) : rmath_pbeta(complement, b, a + j, lower ? 0 : 1)
  }

  /// xᵃ⁺ʲ(1 − x)ᵇ/((a + j)·B(a + j, b)) = I_x(a + j, b) − I_x(a + j + 1, b).
  private func difference(_ j: Double) -> Double {
    let density = x <= 0.5 ? rmath_dbeta(x, a + j, b) : rmath_dbeta(complement, b, a + j)
    return density * x * complement / (a + j)
  }

  /// Σ w(j)·tail(j) over every j from `first` through `last`.
  func sum(from first: Double, through last: Double, _ weights: some CountWeights) -> Double {
    // Below this a product has lost digits, and the next number is computed anew.
    let tiny = 1e-290
    var sum = 0.0
    // The lower tail shrinks with j and is built up from its small end, the upper one from the other.
    var j = lower ? last : first
    var tail = tail(j)
    var step = difference(lower ? j - 1 : j)
    var weight = weights.weight(j)
    while true {
      sum += weight * tail
      if lower {
        if j <= first { return sum }
        tail += step
        weight = weight > tiny ? weight / weights.ratio(after: j - 1) : weights.weight(j - 1)
        j -= 1
        if j > first {
          step = step > tiny ? step * (a + j) / ((a + j - 1 + b) * x) : difference(j - 1)
        }
      } else {
        if j >= last { return sum }
        tail += step
        weight = weight > tiny ? weight * weights.ratio(after: j) : weights.weight(j + 1)
        step = step > tiny ? step * x * (a + j + b) / (a + j + 1) : difference(j + 1)
        j += 1
      }
    }
  }

  /// The same sum from every `step`-th term, where weights and tails are smooth on that scale.
  func sum(from first: Double, through last: Double, by step: Double, _ weights: some CountWeights) -> Double {
    var sum = 0.0
    var j = first
    while j <= last {
      sum += weights.weight(j) * tail(j)
      j += step
    }
    return sum * step
  }
}

/// A Poisson count.
struct PoissonWeights: CountWeights {
  let mean: Double

  func weight(_ j: Double) -> Double { rmath_dpois(j, mean) }
  func ratio(after j: Double) -> Double { mean / (j + 1) }
}

/// A Poisson count whose mean is γ·G, G a gamma number of shape `size`: the negative binomial.
struct GammaPoissonWeights: CountWeights {
  let size: Double
  /// γ > 0.
  let factor: Double

  func weight(_ j: Double) -> Double { rmath_dnbinom(j, size, 1 / (1 + factor)) }
  func ratio(after j: Double) -> Double { (size + j) / (j + 1) * (factor / (1 + factor)) }
}
