import LinearAlgebra
import Optimization

/// Standard errors of rotated loadings and factor correlations by maximum likelihood.
///
/// The parameters are Λ, Φ, Ψ and the items' standard deviations D of Σ = D(ΛΦΛ' + Ψ)D, for it is correlations that are
/// analysed: diag(ΛΦΛ' + Ψ) = 1. Their information under normality is ½n·tr(Σ⁻¹∂Σ Σ⁻¹∂Σ). It is singular, since rotations
/// and scales leave Σ as it is; the conditions that the rotated solution obeys take their place: L'·∂f/∂L·Φ⁻¹ diagonal when
/// oblique, L'·∂f/∂L symmetric when orthogonal (Jennrich 1973, doi:10.1007/BF02291497; 1974, doi:10.1007/BF02291483),
/// Λ'Ψ⁻¹Λ diagonal without rotation. With Z a basis of the directions that keep the conditions, the covariances are
/// Z(Z'IZ)⁻¹Z'. The conditions are differentiated numerically, which is exact to some nine digits.
struct LoadingErrors {
  let loadings: Matrix
  let correlations: SymmetricMatrix

  /// `nil` where the theory does not hold or does not say: without n or normal theory, at a bound, for promax (which is no
  /// minimum of a function), or when the information is singular.
  init?(_ fit: FactorAnalysis.Fit) {
    let rotation = fit.specification.rotation
    guard let n = fit.input.n, fit.input.isNormalTheory, fit.heywoodItems.isEmpty,
      rotation.criterion != .promax || fit.specification.factors == 1
    else { return nil }
    let conditions = RotationConditions(fit)
    let parameters = conditions.count
    guard let basis = LoadingErrors.freeDirections(conditions) else { return nil }
    guard let information = LoadingErrors.information(fit, n: n, parameters) else { return nil }
    let order = basis.columns
    // Z'IZ, by columns of IZ.
    var product = Matrix(rows: parameters, columns: order)
    for j in 0..<order {
      for l in 0..<parameters {
        let factor = basis[l, j]
        if factor != 0 { for i in 0..<parameters { product[i, j] += information[i, l] * factor } }
      }
    }
    var reduced = SymmetricMatrix(order: order)
    for i in 0..<order {
      for j in 0...i {
        var sum = 0.0
        for l in 0..<parameters { sum += basis[l, i] * product[l, j] }
        reduced[i, j] = sum
      }
    }
    guard let factor = try? Cholesky(reduced) else { return nil }
    let inverse = factor.inverse
    func variance(_ at: Int) -> Double {
      var sum = 0.0
      for i in 0..<order {
        var inner = 0.0
        for j in 0..<order { inner += inverse[i, j] * basis[at, j] }
        sum += basis[at, i] * inner
      }
      return sum
    }
    let p = fit.names.count
    let k = fit.specification.factors
    var errors = Matrix(rows: p, columns: k)
    for at in 0..<p * k { errors.storage[at] = max(0, variance(at)).squareRoot() }
    loadings = errors
    var phiErrors = SymmetricMatrix(order: k)
    if conditions.hasPhi {
      for r in 0..<k { for s in 0..<r { phiErrors[r, s] = max(0, variance(conditions.phi(r, s))).squareRoot() } }
    }
    correlations = phiErrors
  }

  /// An orthonormal basis of the directions in which no condition changes.
  private static func freeDirections(_ conditions: RotationConditions) -> Matrix? {
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
    return basis
  }

  /// ½n·tr(Σ⁻¹∂ₐΣ Σ⁻¹∂ᵦΣ). Every derivative is cₐ(uv' + vu'), and then the trace is
  /// 2cₐcᵦ((u'Σ⁻¹x)(v'Σ⁻¹y) + (u'Σ⁻¹y)(v'Σ⁻¹x)).
  private static func information(_ fit: FactorAnalysis.Fit, n: Double, _ count: Int) -> Matrix? {
    let p = fit.names.count
    let k = fit.specification.factors
    var model = SymmetricMatrix(order: p)
    for i in 0..<p {
      for j in 0..<i { model[i, j] = fit.input.correlation[i, j] - fit.residuals[i, j] }
      model[i, i] = 1
    }
    guard let factor = try? Cholesky(model) else { return nil }
    var u = Matrix(rows: p, columns: count)
    var v = Matrix(rows: p, columns: count)
    var scale = [Double](repeating: 1, count: count)
    var at = 0
    for j in 0..<k {
      for i in 0..<p {
        u[i, at] = 1
        for l in 0..<p { v[l, at] = fit.structure[l, j] }
        at += 1
      }
    }
    if fit.isOblique {
      for r in 0..<k {
        for s in 0..<r {
          for l in 0..<p {
            u[l, at] = fit.loadings[l, r]
            v[l, at] = fit.loadings[l, s]
          }
          at += 1
        }
      }
    }
    for i in 0..<p {
      u[i, at] = 1
      v[i, at] = 1
      scale[at] = 0.5
      at += 1
    }
    for i in 0..<p {
      u[i, at] = 1
      for l in 0..<p { v[l, at] = model[l, i] }
      at += 1
    }
    let su = factor.solve(u)
    let sv = factor.solve(v)
    func dot(_ a: Matrix, _ i: Int, _ b: Matrix, _ j: Int) -> Double {
      var sum = 0.0
      for l in 0..<p { sum += a[l, i] * b[l, j] }
      return sum
    }
    var result = Matrix(rows: count, columns: count)
    for a in 0..<count {
      for b in 0...a {
        let value =
          n * scale[a] * scale[b]
          * (dot(u, a, su, b) * dot(v, a, sv, b) + dot(u, a, sv, b) * dot(v, a, su, b))
        result[a, b] = value
        result[b, a] = value
      }
    }
    return result
  }
}

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
