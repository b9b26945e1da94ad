package import LinearAlgebra
import Platform

/// Estimates of several like things, drawn in towards each other as far as their sampling error warrants.
///
/// θ̂ ~ N(θ, V), with V the estimates' covariance. The true values are taken to spread normally about an unknown mean, θₖ ~ N(μ, τ²), and
/// with probability ½ one of them, any, stands out by N(0, ω²) more. τ is averaged over twenty equal steps up to m, the spread if
/// one had everything, m = √(p − 1)·|mean| (or the estimates' own, if that is larger), ω = m/2. Of several near-ties the
/// largest estimate owes its place to chance in part; this takes that part away, where estimates just as they are, or
/// resamples of them, double it (Efron & Morris 1975, doi:10.1080/01621459.1975.10479864, for τ; the one that stands out
/// keeps a driver that really is larger from being drawn in with the others).
///
/// How often such statements are true was counted: see the page on calibration.
package struct Shrinkage: Sendable {
  /// The means of the true values given the estimates.
  package let means: [Double]
  /// V = L·L'.
  private let factor: Cholesky
  /// The variance of the common mean.
  private let common: Double
  private let components: [Component]

  /// One τ and one outstanding driver, or none.
  fileprivate struct Component: Sendable {
    let weight: Double
    /// The mean given this component.
    let mean: [Double]
    /// τ².
    let variance: Double
    /// The one that stands out, and by how much variance.
    let outlier: (index: Int, variance: Double)?
  }

  /// What the true values are taken to be like.
  package struct Prior: Sendable {
    /// Standard deviations about the common mean, each as likely as the others.
    package var spreads: [Double]
    /// That one of them stands out.
    package var outlierProbability: Double
    /// By how much more it then varies.
    package var outlierSpread: Double

    package init(spreads: [Double], outlierProbability: Double, outlierSpread: Double) {
      self.spreads = spreads
      self.outlierProbability = outlierProbability
      self.outlierSpread = outlierSpread
    }

    /// The one described above.
    package init(for estimates: [Double]) {
      let p = Double(estimates.count)
      let mean = estimates.reduce(0, +) / p
      let own = (estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / p).squareRoot()
      let most = max((p - 1).squareRoot() * abs(mean), own)
      self.init(
        spreads: (1...20).map { Double($0) / 20 * most }, outlierProbability: 0.5, outlierSpread: most / 2)
    }
  }

  /// Components with less than this part of the largest weight are left out of the draws.
  private static let negligible = 1e-3
  /// So many components are kept, of the largest weight: the work per component grows with the cube of the estimates.
  private static let mostComponents = 128
  /// Draws made of each replicate: eight up to 64 estimates, of more as many as cost the same, at least two.
  private static func drawsPerReplicate(_ estimates: Int) -> Int { max(2, min(8, 512 / estimates)) }
  /// The variance of the common mean in units of the largest spread's: it is left to the data.
  private static let openMean = 1e3

  /// `nil` when there are fewer than two estimates, one is not finite, or they do not vary.
  package init?(estimates: [Double], covariance: SymmetricMatrix, prior given: Prior? = nil) {
    let p = estimates.count
    precondition(covariance.order == p, "a row of the covariance per estimate")
    guard p > 1, estimates.allSatisfy(\.isFinite), covariance.packed.allSatisfy(\.isFinite) else { return nil }
    let prior = given ?? Prior(for: estimates)
    guard let widest = prior.spreads.max(), widest > 0,
      let error = Shrinkage.definite(covariance), let factor = try? Cholesky(error)
    else { return nil }
    let centre = estimates.reduce(0, +) / Double(p)
    let deviations = estimates.map { $0 - centre }
    let common = Shrinkage.openMean * widest * widest / Double(p)

    let more = prior.outlierSpread * prior.outlierSpread
    var logs: [Double] = []
    var found: [Component] = []
    for spread in prior.spreads {
      var total = error
      for i in 0..<p {
        for j in 0...i { total[i, j] += common }
        total[i, i] += spread * spread
      }
      guard let whole = try? Cholesky(total) else { return nil }
      let solved = whole.solve(deviations)
      let base = -0.5 * (whole.logDeterminant + zip(solved, deviations).reduce(0) { $0 + $1.0 * $1.1 })
      /// c + T·(V + T)⁻¹(θ̂ − c), with T the true values' covariance.
      func add(_ log: Double, _ solved: [Double], outlier: Int?) {
        let shared = centre + common * solved.reduce(0, +)
        var mean = solved.map { shared + spread * spread * $0 }
        if let outlier { mean[outlier] += more * solved[outlier] }
        logs.append(log)
        found.append(
          Component(weight: 0, mean: mean, variance: spread * spread, outlier: outlier.map { ($0, more) }))
      }
      add(base + log(1 - prior.outlierProbability), solved, outlier: nil)
      guard prior.outlierProbability > 0 else { continue }
      // Of a variance more at one place determinant, quadratic form and solution follow by Sherman and Morrison.
      let inverse = whole.inverse
      for k in 0..<p {
        let growth = 1 + more * inverse[k, k]
        let step = more * solved[k] / growth
        add(
          base - 0.5 * log(growth) + 0.5 * step * solved[k] + log(prior.outlierProbability / Double(p)),
          solved.indices.map { solved[$0] - step * inverse[max($0, k), min($0, k)] }, outlier: k)
      }
    }
    let largest = logs.max()!
    let kept = logs.indices.filter { logs[$0] - largest > log(Shrinkage.negligible) }
      .sorted { (logs[$0], -$0) > (logs[$1], -$1) }.prefix(Shrinkage.mostComponents)
    let sum = kept.reduce(0) { $0 + exp(logs[$1] - largest) }
    let components = kept.map { c in
      Component(
        weight: exp(logs[c] - largest) / sum, mean: found[c].mean, variance: found[c].variance,
        outlier: found[c].outlier)
    }
    means = (0..<p).map { k in components.reduce(0) { $0 + $1.weight * $1.mean[k] } }
    self.factor = factor
    self.common = common
    self.components = components
  }

  /// With room for numbers that are a fixed sum of the others, or copies of each other.
  private static func definite(_ covariance: SymmetricMatrix) -> SymmetricMatrix? {
    let p = covariance.order
    let variance = (0..<p).reduce(0) { $0 + covariance[$1, $1] } / Double(p)
    guard variance > 0 else { return nil }
    var result = covariance
    var whole = 0.0
    for i in 0..<p { for j in 0..<p { whole += covariance[i, j] } }
    // Shares add up to 1: their mean has no error, and any will do.
    let isFixed = abs(whole) < 1e-6 * Double(p) * variance
    for i in 0..<p {
      if isFixed { for j in 0...i { result[i, j] += variance / Double(p) } }
      result[i, i] += 1e-9 * variance
    }
    return result
  }

  /// Draws of the true values: each replicate's deviations from the replicates' mean, made as wide as what is left open, about
  /// the means of several components, taken in proportion to their weights. A draw keeps the replicate's number, so that other
  /// numbers of the same replicate go with it.
  ///
  /// - Parameter replicates: the estimates again in each replicate; rows with an undefined value are passed over.
  package func draws(_ replicates: [[Double]]) -> [(replicate: Int, values: [Double])] {
    let p = means.count
    let usable = replicates.indices.filter { replicates[$0].allSatisfy(\.isFinite) }
    guard !usable.isEmpty else { return [] }
    let whitened = Whitened(factor, common: common)
    let narrowings = components.map(whitened.narrowing)
    let centre = (0..<p).map { k in usable.reduce(0) { $0 + replicates[$1][k] } / Double(usable.count) }
    var ends: [Double] = []
    for component in components { ends.append((ends.last ?? 0) + component.weight) }
    let count = Shrinkage.drawsPerReplicate(p)
    var result: [(replicate: Int, values: [Double])] = []
    result.reserveCapacity(usable.count * count)
    var turned = [Double](repeating: 0, count: p)
    for (number, i) in usable.enumerated() {
      var deviations = (0..<p).map { replicates[i][$0] - centre[$0] }
      factor.forward(&deviations)
      // The golden ratio's multiples fill the interval evenly whatever their number.
      let start = (Double(number) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1)
      for d in 0..<count {
        let at = (Double(d) + start) / Double(count)
        let chosen = ends.firstIndex { at < $0 } ?? components.count - 1
        narrowings[chosen].narrow(deviations, into: &turned)
        result.append((i, factor.times(turned, plus: components[chosen].mean)))
      }
    }
    return result
  }
}

/// How a component narrows deviations of size one: eigenvectors of L⁻¹ΣL⁻ᵀ, by columns, and √(λ/(1 + λ)).
private struct Narrowing {
  let vectors: Matrix
  let roots: [Double]

  /// Q·√(Λ/(1 + Λ))·Q'·z.
  func narrow(_ z: [Double], into result: inout [Double]) {
    let p = z.count
    for i in 0..<p { result[i] = 0 }
    vectors.storage.withUnsafeBufferPointer { q in
      z.withUnsafeBufferPointer { z in
        for k in 0..<p {
          let sum = roots[k] * dotProduct(q.baseAddress! + k * p, z.baseAddress!, p)
          for i in 0..<p { result[i] += sum * q[i + k * p] }
        }
      }
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
    for column in inverse { identity.add(column, times: 1) }
    self.identity = identity
  }

  func narrowing(_ component: Shrinkage.Component) -> Narrowing {
    var prior = identity
    for k in prior.packed.indices { prior.packed[k] *= component.variance }
    prior.add(ones, times: common)
    if let outlier = component.outlier { prior.add(inverse[outlier.index], times: outlier.variance) }
    let eigen = SymmetricEigen(prior)
    return Narrowing(
      vectors: eigen.vectors, roots: eigen.values.map { (max($0, 0) / (1 + max($0, 0))).squareRoot() })
  }
}

/// Σxᵢyᵢ, eight at a time: in order the additions would wait for each other.
private func dotProduct(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
  var sums = SIMD8<Double>.zero
  var i = 0
  while i + 8 <= count {
    let a = UnsafeRawPointer(x + i).loadUnaligned(as: SIMD8<Double>.self)
    let b = UnsafeRawPointer(y + i).loadUnaligned(as: SIMD8<Double>.self)
    sums += a * b
    i += 8
  }
  var sum = sums.sum()
  while i < count {
    sum += x[i] * y[i]
    i += 1
  }
  return sum
}

extension Cholesky {
  /// Overwrites b with L⁻¹·b.
  fileprivate func forward(_ b: inout [Double]) {
    packed.withUnsafeBufferPointer { l in
      for i in 0..<order {
        let row = i * (i + 1) / 2
        var sum = b[i]
        for j in 0..<i { sum -= l[row + j] * b[j] }
        b[i] = sum / l[row + i]
      }
    }
  }

  /// L·x + c.
  fileprivate func times(_ x: [Double], plus c: [Double]) -> [Double] {
    packed.withUnsafeBufferPointer { l in
      x.withUnsafeBufferPointer { x in
        (0..<order).map { i in
          c[i] + dotProduct(l.baseAddress! + i * (i + 1) / 2, x.baseAddress!, i + 1)
        }
      }
    }
  }
}

extension SymmetricMatrix {
  /// Adds x·x' times a number.
  fileprivate mutating func add(_ x: [Double], times factor: Double) {
    var position = 0
    for i in 0..<order {
      for j in 0...i {
        packed[position] += factor * x[i] * x[j]
        position += 1
      }
    }
  }
}
