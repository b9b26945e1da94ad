import LinearAlgebra
import Optimization

/// The conditions that a rotated solution obeys, as functions of Λ (column by column), Φ below the diagonal (when oblique),
/// Ψ and D.
struct RotationConditions {
  private let fit: FactorAnalysis.Fit
  private let p: Int
  private let k: Int
  let hasPhi: Bool
  private let criterion: SimplicityCriterion

  init(_ fit: FactorAnalysis.Fit) {
    self.fit = fit
    p = fit.names.count
    k = fit.specification.factors
    hasPhi = fit.isOblique
    criterion = SimplicityCriterion(fit.specification.rotation, rows: p, columns: k)
  }

  private var phiCount: Int { hasPhi ? k * (k - 1) / 2 : 0 }
  /// Parameters: Λ, Φ, Ψ, D.
  var count: Int { p * k + phiCount + 2 * p }
  func phi(_ r: Int, _ s: Int) -> Int { p * k + r * (r - 1) / 2 + s }

  private var rotationCount: Int { k == 1 ? 0 : hasPhi ? k * (k - 1) : k * (k - 1) / 2 }

  private var parameters: [Double] {
    var result = fit.loadings.storage
    if hasPhi { for r in 0..<k { for s in 0..<r { result.append(fit.factorCorrelations[r, s]) } } }
    return result + fit.uniquenesses + [Double](repeating: 1, count: p)
  }

  /// Their gradients, one column per condition.
  func jacobian() -> Matrix {
    let point = parameters
    var result = Matrix(rows: count, columns: p + rotationCount)
    let step = 1e-5
    // D is in none of them.
    for a in 0..<count - p {
      var moved = point
      moved[a] = point[a] + step
      let above = values(moved)
      moved[a] = point[a] - step
      let below = values(moved)
      for (c, pair) in zip(above, below).enumerated() { result[a, c] = (pair.0 - pair.1) / (2 * step) }
    }
    return result
  }

  private func values(_ point: [Double]) -> [Double] {
    let loadings = Matrix(rows: p, columns: k, storage: Array(point[0..<p * k]))
    var correlations = SymmetricMatrix(order: k)
    for r in 0..<k {
      correlations[r, r] = 1
      if hasPhi { for s in 0..<r { correlations[r, s] = point[phi(r, s)] } }
    }
    let uniquenesses = point[p * k + phiCount..<p * k + phiCount + p]
    let structure = FactorAnalysis.Fit.structure(loadings, correlations)
    var result: [Double] = []
    var communalities: [Double] = []
    for i in 0..<p {
      let communality = (0..<k).reduce(0) { $0 + loadings[i, $1] * structure[i, $1] }
      communalities.append(communality)
      result.append(communality + uniquenesses[uniquenesses.startIndex + i])
    }
    return k == 1 ? result : result + rotationValues(loadings, correlations, communalities, Array(uniquenesses))
  }

  private func rotationValues(
    _ loadings: Matrix, _ correlations: SymmetricMatrix, _ communalities: [Double], _ uniquenesses: [Double]
  ) -> [Double] {
    var scaled = loadings
    var gradient = Matrix(rows: p, columns: k)
    let rotation = fit.specification.rotation
    if rotation.criterion == .none {
      for j in 0..<k { for i in 0..<p { gradient[i, j] = loadings[i, j] / uniquenesses[i] } }
      return (0..<k).flatMap { r in
        (0..<r).map { s in (0..<p).reduce(0) { $0 + loadings[$1, r] * gradient[$1, s] } }
      }
    }
    if rotation.isNormalized {
      for j in 0..<k { for i in 0..<p { scaled[i, j] /= max(communalities[i], 1e-300).squareRoot() } }
    }
    scaled.storage.withUnsafeBufferPointer { l in
      gradient.storage.withUnsafeMutableBufferPointer { g in
        _ = criterion.evaluate(l.baseAddress!, gradient: g.baseAddress!)
      }
    }
    var product = Matrix(rows: k, columns: k)
    for r in 0..<k {
      for s in 0..<k { product[r, s] = (0..<p).reduce(0) { $0 + scaled[$1, r] * gradient[$1, s] } }
    }
    guard hasPhi else {
      return (0..<k).flatMap { r in (0..<r).map { s in product[r, s] - product[s, r] } }
    }
    // M·Φ⁻¹ = (Φ⁻¹M')'.
    var transposed = Matrix(rows: k, columns: k)
    for r in 0..<k { for s in 0..<k { transposed[s, r] = product[r, s] } }
    guard let factor = try? Cholesky(correlations) else { return [Double](repeating: .nan, count: k * (k - 1)) }
    let solved = factor.solve(transposed)
    return (0..<k).flatMap { r in (0..<k).filter { $0 != r }.map { s in solved[s, r] } }
  }
}

/// The directions in which a rotated solution may move: no condition changes.
struct FreeDirections {
  let conditions: RotationConditions
  /// Orthonormal columns, in the parameters of the conditions.
  let basis: Matrix

  /// - Returns: `nil` at a bound, for promax (which is no minimum of a function), and when conditions depend on each other.
  init?(_ fit: FactorAnalysis.Fit) {
    guard fit.heywoodItems.isEmpty,
      fit.specification.rotation.criterion != .promax || fit.specification.factors == 1
    else { return nil }
    conditions = RotationConditions(fit)
    let jacobian = conditions.jacobian()
    // The columns are the conditions' gradients.
    let factorization = HouseholderQR(jacobian, tolerance: 1e-7)
    guard factorization.rank == jacobian.columns else { return nil }
    let count = conditions.count
    var basis = Matrix(rows: count, columns: count - factorization.rank)
    for j in 0..<basis.columns {
      var unit = [Double](repeating: 0, count: count)
      unit[factorization.rank + j] = 1
      for (i, value) in factorization.product(unit).enumerated() { basis[i, j] = value }
    }
    self.basis = basis
  }

  /// The same directions in unrotated loadings and uniquenesses, which move Σ = D(ΛΦΛ' + Ψ)D alike: of dΛ it is dΛX⁻¹, of dΦ
  /// ½UXdΦX', of dD dDU and 2dDΨ, where U = ΛX⁻¹.
  func unrotated(_ fit: FactorAnalysis.Fit) -> Matrix {
    let p = fit.names.count
    let k = fit.specification.factors
    let (unrotated, x) = (fit.unrotated, fit.transformation)
    // Φ = X⁻¹X⁻ᵀ, so that X⁻¹ = ΦX'.
    let back = Matrix(fit.factorCorrelations) * x.transposed
    let turned = unrotated * x
    let phiCount = conditions.hasPhi ? k * (k - 1) / 2 : 0
    var result = Matrix(rows: p * (k + 1), columns: basis.columns)
    for c in 0..<basis.columns {
      var loadings = Matrix(rows: p, columns: k)
      for at in 0..<p * k { loadings.storage[at] = basis[at, c] }
      var moved = loadings * back
      if conditions.hasPhi {
        var phi = Matrix(rows: k, columns: k)
        for r in 0..<k {
          for s in 0..<r {
            phi[r, s] = 0.5 * basis[conditions.phi(r, s), c]
            phi[s, r] = phi[r, s]
          }
        }
        let part = turned * (phi * x.transposed)
        for at in 0..<p * k { moved.storage[at] += part.storage[at] }
      }
      for i in 0..<p {
        let scale = basis[p * k + phiCount + p + i, c]
        for a in 0..<k { result[a * p + i, c] = moved[i, a] + scale * unrotated[i, a] }
        result[p * k + i, c] = basis[p * k + phiCount + i, c] + 2 * scale * fit.uniquenesses[i]
      }
    }
    return result
  }
}
