import LinearAlgebra
import Optimization
import Platform

/// What is left unexplained by the best k factors with given uniquenesses, as a function of these, with exact first and
/// second derivatives.
///
/// With the eigenvalues θ and eigenvectors ω of a matrix M(Ψ), of which the k that the factors take are left out, the
/// function is f = Σφ(θₘ), its gradient gᵢ = Σwₘω²ᵢₘ:
///
/// | | M | variable | φ | wₘ | pairs of left-out vectors in the second derivatives |
/// |---|---|---|---|---|---|
/// | minres | R − Ψ | ψ | θ²/2 | −θ | B∘B |
/// | ml | Ψ^−½RΨ^−½ | ln ψ | θ − ln θ − 1 | 1 − θ | A∘B |
/// | gls | Ψ^½R⁻¹Ψ^½ | ln ψ | (θ − 1)²/2 | θ² − θ | A₂∘B + A∘A − A∘B |
///
/// with B = Σωₘωₘ', A = Σθₘωₘωₘ', A₂ = Σθ²ₘωₘωₘ' and ∘ the product by elements. A pair of a left-out vector m and a taken
/// one n adds c·ωᵢₘωₗₘωᵢₙωₗₙ, with c = 2θₘ/(θₘ − θₙ) (minres) or ±wₘ(θₘ + θₙ)/(θₘ − θₙ) (− for ml). An eigenvalue that no
/// real loading could make (below 0, or on the wrong side of 1) is left out as well. Jöreskog 1967
/// (doi:10.1007/BF02289658), Clarke 1970 (doi:10.1111/j.2044-8317.1970.tb00433.x), Jöreskog & Goldberger 1972
/// (doi:10.1007/BF02306782).
package final class Discrepancy: TwiceDifferentiable {
  package enum Kind { case leastSquares, likelihood, weighted }

  package let kind: Kind
  package let dimension: Int
  let factors: Int
  /// Column-major: R, or for weighted least squares R⁻¹.
  let given: OwnedBuffer<Double>
  private let solver: EigenSolver
  private let roots: OwnedBuffer<Double>
  private let sums: OwnedBuffer<Double>
  private let pair: OwnedBuffer<Double>
  private var packedCount: Int { dimension * (dimension + 1) / 2 }

  package init(_ kind: Kind, items: Int, factors: Int) {
    precondition(factors >= 1 && factors < items, "fewer factors than items")
    self.kind = kind
    self.factors = factors
    dimension = items
    given = OwnedBuffer(repeating: 0, count: items * items)
    solver = EigenSolver(order: items)
    roots = OwnedBuffer(count: items)
    let packed = items * (items + 1) / 2
    sums = OwnedBuffer(count: 3 * packed)
    pair = OwnedBuffer(count: packed)
  }

  /// The variable of a uniqueness, and back.
  func variable(_ uniqueness: Double) -> Double { kind == .leastSquares ? uniqueness : log(uniqueness) }
  func uniqueness(_ variable: Double) -> Double { kind == .leastSquares ? variable : exp(variable) }

  /// Takes packed correlations, or for weighted least squares their inverse.
  package func load(_ packed: UnsafePointer<Double>) {
    var at = 0
    for i in 0..<dimension {
      for j in 0...i {
        given[i + j * dimension] = packed[at]
        given[j + i * dimension] = packed[at]
        at += 1
      }
    }
  }

  /// The eigenvectors that the factors take: from the upper end, for weighted least squares from the lower.
  private var taken: Range<Int> {
    let p = dimension
    let theta = solver.values.pointer
    switch kind {
    case .leastSquares:
      var count = factors
      while count > 0 && !(theta[p - count] > 0) { count -= 1 }
      return p - count..<p
    case .likelihood:
      var count = factors
      while count > 0 && !(theta[p - count] > 1) { count -= 1 }
      return p - count..<p
    case .weighted:
      var count = factors
      while count > 0 && !(theta[count - 1] < 1) { count -= 1 }
      return 0..<count
    }
  }

  private var leftOut: Range<Int> {
    kind == .weighted ? taken.upperBound..<dimension : 0..<taken.lowerBound
  }

  package func value(at point: UnsafePointer<Double>) -> Double {
    let p = dimension
    let matrix = solver.matrix.pointer
    switch kind {
    case .leastSquares:
      matrix.update(from: given.pointer, count: p * p)
      for i in 0..<p { matrix[i + i * p] -= point[i] }
    case .likelihood, .weighted:
      let sign: Double = kind == .likelihood ? -0.5 : 0.5
      for i in 0..<p { roots[i] = exp(sign * point[i]) }
      for j in 0..<p {
        for i in 0..<p { matrix[i + j * p] = given[i + j * p] * roots[i] * roots[j] }
      }
    }
    guard solver.decompose(vectors: true) else { return .nan }
    var value = 0.0
    for m in leftOut {
      let theta = solver.values[m]
      switch kind {
      case .leastSquares: value += 0.5 * theta * theta
      case .likelihood: value += theta > 0 ? excess(theta) : .infinity
      case .weighted: value += 0.5 * (theta - 1) * (theta - 1)
      }
    }
    return value
  }

  /// θ − ln θ − 1 without loss of digits near 1.
  private func excess(_ theta: Double) -> Double { (theta - 1) - log1p(theta - 1) }

  private func weight(_ theta: Double) -> Double {
    switch kind {
    case .leastSquares: -theta
    case .likelihood: 1 - theta
    case .weighted: theta * (theta - 1)
    }
  }

  package func derivatives(
    gradient: UnsafeMutablePointer<Double>, hessian: UnsafeMutablePointer<Double>,
    fallback: UnsafeMutablePointer<Double>
  ) {
    let p = dimension
    let theta = solver.values.pointer
    let vectors = solver.matrix.pointer
    let b = sums.pointer
    let a = sums + packedCount
    let squared = a + packedCount
    for i in 0..<3 * packedCount { sums[i] = 0 }
    for i in 0..<p { gradient[i] = 0 }
    // What the factors leave of the unit matrix: they are the fewer.
    for n in taken { add(vectors + n * p, -1, to: b) }
    for i in 0..<p { b[i * (i + 1) / 2 + i] += 1 }
    for m in leftOut {
      let omega = vectors + m * p
      let w = weight(theta[m])
      for i in 0..<p { gradient[i] += w * omega[i] * omega[i] }
    }
    if kind != .leastSquares { add(leftOut, to: a) { theta[$0] } }
    if kind == .weighted { add(leftOut, to: squared) { theta[$0] * theta[$0] } }
    for at in 0..<packedCount {
      switch kind {
      case .leastSquares:
        fallback[at] = b[at] * b[at]
        hessian[at] = fallback[at]
      case .likelihood:
        fallback[at] = a[at] * b[at]
        hessian[at] = fallback[at]
      case .weighted:
        fallback[at] = b[at] * b[at]
        hessian[at] = squared[at] * b[at] + a[at] * a[at] - a[at] * b[at]
      }
    }
    for n in taken {
      for at in 0..<packedCount { pair[at] = 0 }
      add(leftOut, to: pair.pointer) { m in
        let w = weight(theta[m])
        return switch kind {
        case .leastSquares: 2 * theta[m] / (theta[m] - theta[n])
        case .likelihood: -w * (theta[m] + theta[n]) / (theta[m] - theta[n])
        case .weighted: w * (theta[m] + theta[n]) / (theta[m] - theta[n])
        }
      }
      let omega = vectors + n * p
      var at = 0
      for i in 0..<p {
        for l in 0...i { hessian[at + l] += omega[i] * omega[l] * pair[at + l] }
        at += i + 1
      }
    }
  }

  /// Adds Σ factor·ωω' over some eigenvectors to a packed triangle, four at a time: the triangle passes through the
  /// processor's caches a quarter as often.
  private func add(_ range: Range<Int>, to packed: UnsafeMutablePointer<Double>, factor: (Int) -> Double) {
    let p = dimension
    var m = range.lowerBound
    while m + 4 <= range.upperBound {
      let first = solver.matrix + m * p
      let (second, third, fourth) = (first + p, first + 2 * p, first + 3 * p)
      let (f, g, h, k) = (factor(m), factor(m + 1), factor(m + 2), factor(m + 3))
      var row = packed
      for i in 0..<p {
        let (fi, gi) = (f * first[i], g * second[i])
        let (hi, ki) = (h * third[i], k * fourth[i])
        for l in 0...i { row[l] += (fi * first[l] + gi * second[l]) + (hi * third[l] + ki * fourth[l]) }
        row += i + 1
      }
      m += 4
    }
    while m < range.upperBound {
      add(solver.matrix + m * p, factor(m), to: packed)
      m += 1
    }
  }

  /// Adds factor·ωω' to a packed triangle.
  private func add(_ omega: UnsafePointer<Double>, _ factor: Double, to packed: UnsafeMutablePointer<Double>) {
    var row = packed
    for i in 0..<dimension {
      let scaled = factor * omega[i]
      for l in 0...i { row[l] += scaled * omega[l] }
      row += i + 1
    }
  }

  /// The loadings at the point of the last value, column-major, p × k, in the order of the eigenvalues; a factor that
  /// takes nothing gets zeros.
  func loadings(at point: UnsafePointer<Double>, into loadings: UnsafeMutablePointer<Double>) {
    let p = dimension
    for i in 0..<p * factors { loadings[i] = 0 }
    let taken = taken
    for j in 0..<taken.count {
      let n = kind == .weighted ? taken.lowerBound + j : taken.upperBound - 1 - j
      let theta = solver.values[n]
      let length =
        switch kind {
        case .leastSquares: theta.squareRoot()
        case .likelihood: (theta - 1).squareRoot()
        case .weighted: (1 / theta - 1).squareRoot()
        }
      for i in 0..<p {
        let scale = kind == .leastSquares ? length : length * exp(0.5 * point[i])
        loadings[i + j * p] = scale * solver.matrix[i + n * p]
      }
    }
  }
}
