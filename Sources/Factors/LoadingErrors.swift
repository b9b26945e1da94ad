import LinearAlgebra

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
    guard let n = fit.input.n, fit.input.isNormalTheory, let free = FreeDirections(fit),
      let information = LoadingErrors.information(fit, n: n, free.conditions.count)
    else { return nil }
    let basis = free.basis
    let reduced = LoadingErrors.quadratic(basis) { l, j in
      information[l, j]
    }
    guard let factor = try? Cholesky(reduced) else { return nil }
    self.init(fit, free, covariance: factor.inverse)
  }

  /// The same without the assumption that answers are normal: A⁻¹BA⁻¹, with A the information of the free directions and B the
  /// covariance of their scores (`RobustFactors`).
  init?(_ fit: FactorAnalysis.Fit, robust: RobustFactors) {
    guard let free = FreeDirections(fit) else { return nil }
    let moved = free.unrotated(fit)
    let information = LoadingErrors.quadratic(moved) { robust.information[$0, $1] }
    let meat = LoadingErrors.quadratic(moved) { robust.meat[$0, $1] }
    guard let factor = try? Cholesky(information) else { return nil }
    let half = factor.solve(Matrix(meat))
    let whole = factor.solve(half.transposed)
    var covariance = SymmetricMatrix(order: meat.order)
    for i in 0..<meat.order { for j in 0...i { covariance[i, j] = (whole[i, j] + whole[j, i]) / 2 } }
    self.init(fit, free, covariance: covariance)
  }

  /// Errors from the covariance of the free directions.
  private init(_ fit: FactorAnalysis.Fit, _ free: FreeDirections, covariance: SymmetricMatrix) {
    let (basis, conditions) = (free.basis, free.conditions)
    func error(_ at: Int) -> Double {
      var sum = 0.0
      for i in 0..<basis.columns {
        var inner = 0.0
        for j in 0..<basis.columns { inner += covariance[i, j] * basis[at, j] }
        sum += basis[at, i] * inner
      }
      return max(0, sum).squareRoot()
    }
    let p = fit.names.count
    let k = fit.specification.factors
    var errors = Matrix(rows: p, columns: k)
    for at in 0..<p * k { errors.storage[at] = error(at) }
    loadings = errors
    var phiErrors = SymmetricMatrix(order: k)
    if conditions.hasPhi { for r in 0..<k { for s in 0..<r { phiErrors[r, s] = error(conditions.phi(r, s)) } } }
    correlations = phiErrors
  }

  /// B'MB of a symmetric M.
  private static func quadratic(_ basis: Matrix, _ element: (Int, Int) -> Double) -> SymmetricMatrix {
    var product = Matrix(rows: basis.rows, columns: basis.columns)
    for l in 0..<basis.rows {
      for i in 0..<basis.rows {
        let factor = element(i, l)
        if factor != 0 { for j in 0..<basis.columns { product[i, j] += factor * basis[l, j] } }
      }
    }
    var reduced = SymmetricMatrix(order: basis.columns)
    for i in 0..<basis.columns {
      for j in 0...i {
        var sum = 0.0
        for l in 0..<basis.rows { sum += basis[l, i] * product[l, j] }
        reduced[i, j] = sum
      }
    }
    return reduced
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
