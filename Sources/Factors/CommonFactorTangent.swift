import LinearAlgebra

/// How Σ = ΛΛ' + Ψ moves with its parameters, at one point: information, and scores of deviations of the correlations.
///
/// The parameters are Λ (column by column) and Ψ, p(k + 1) of them; scales of items are among these already. With K = Σ⁻¹,
/// C = K·R·K and T(M, N)ₐᵦ = ½tr(∂ₐΣ·M·∂ᵦΣ·N) the expected information of one respondent is T(K, K), the observed one
/// T(K, C) + T(C, K) − T(K, K) + ½tr((K − C)∂ₐᵦΣ). Rotations leave Σ as it is: in these directions, ΛA with A' = −A, both are
/// zero.
struct CommonFactorTangent {
  let p: Int
  let k: Int
  /// p × k, any rotation with ΛΛ' the common part.
  let loadings: Matrix
  let uniquenesses: [Double]
  let model: SymmetricMatrix
  /// K and C.
  private let inverse: Matrix
  private let curved: Matrix

  var count: Int { p * (k + 1) }

  /// - Returns: `nil` when Σ is not positive definite.
  init?(loadings: Matrix, uniquenesses: [Double], correlation: SymmetricMatrix) {
    p = loadings.rows
    k = loadings.columns
    self.loadings = loadings
    self.uniquenesses = uniquenesses
    var model = SymmetricMatrix(order: p)
    for i in 0..<p {
      for j in 0...i { for a in 0..<k { model[i, j] += loadings[i, a] * loadings[j, a] } }
      model[i, i] += uniquenesses[i]
    }
    self.model = model
    guard let factor = try? Cholesky(model) else { return nil }
    inverse = Matrix(factor.inverse)
    curved = inverse * (Matrix(correlation) * inverse)
  }

  /// Of the correlations as they are: no loadings, Σ = R.
  ///
  /// - Returns: `nil` when they are not positive definite.
  init?(saturated correlation: SymmetricMatrix) {
    p = correlation.order
    k = 0
    loadings = Matrix(rows: p, columns: 0)
    uniquenesses = []
    model = correlation
    guard let factor = try? Cholesky(correlation) else { return nil }
    inverse = Matrix(factor.inverse)
    curved = inverse
  }

  /// Expected or observed.
  func information(isObserved: Bool) -> SymmetricMatrix {
    var result = products(inverse, inverse)
    if isObserved {
      let mixed = products(inverse, curved)
      let other = products(curved, inverse)
      for at in result.packed.indices {
        result.packed[at] = mixed.packed[at] + other.packed[at] - result.packed[at]
      }
      for a in 0..<k {
        for i in 0..<p { for l in 0...i { result[a * p + i, a * p + l] += inverse[i, l] - curved[i, l] } }
      }
    }
    return result
  }

  /// The information filled up in the directions of rotations, so that it has an inverse: that changes nothing for scores, which
  /// have no part in them.
  func filled(_ information: SymmetricMatrix) -> SymmetricMatrix {
    var result = information
    for a in 0..<k {
      for b in 0..<a {
        var direction = [Double](repeating: 0, count: p * k)
        var squares = 0.0
        for i in 0..<p {
          direction[b * p + i] = loadings[i, a]
          direction[a * p + i] = -loadings[i, b]
          squares += loadings[i, a] * loadings[i, a] + loadings[i, b] * loadings[i, b]
        }
        guard squares > 0 else { continue }
        for i in direction.indices where direction[i] != 0 {
          for j in 0...i { result[i, j] += direction[i] * direction[j] / squares }
        }
      }
    }
    return result
  }

  /// T(M, N).
  private func products(_ m: Matrix, _ n: Matrix) -> SymmetricMatrix {
    let (ml, nl) = (m * loadings, n * loadings)
    let (lml, lnl) = (loadings.transposed * ml, loadings.transposed * nl)
    var result = SymmetricMatrix(order: count)
    for b in 0..<k {
      for l in 0..<p {
        for a in 0...b {
          for i in 0..<p where a * p + i <= b * p + l {
            result[b * p + l, a * p + i] =
              0.5 * (ml[i, b] * nl[l, a] + lml[b, a] * n[i, l] + m[l, i] * lnl[a, b] + ml[l, a] * nl[i, b])
          }
        }
      }
    }
    for l in 0..<p {
      for a in 0..<k {
        for i in 0..<p {
          result[k * p + l, a * p + i] = 0.5 * (m[l, i] * nl[l, a] + ml[l, a] * n[i, l])
        }
      }
      for i in 0...l { result[k * p + l, k * p + i] = 0.5 * m[l, i] * n[l, i] }
    }
    return result
  }

  /// ½tr(∂Σ·K·D·K) for every parameter, and ½tr(KDKD), of a deviation D of the correlations.
  ///
  /// - Parameter scratch: 2p² numbers.
  func scores(
    of deviation: UnsafePointer<Double>, into scores: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Double>
  ) -> Double {
    // D's own row times K, then K times that.
    let (half, whole) = (scratch, scratch + p * p)
    inverse.storage.withUnsafeBufferPointer { inverse in
      multiply(deviation, inverse.baseAddress!, p, into: half)
      multiply(inverse.baseAddress!, half, p, into: whole)
    }
    var square = 0.0
    for i in 0..<p { for j in 0..<p { square += half[i + j * p] * half[j + i * p] } }
    loadings.storage.withUnsafeBufferPointer { multiply(whole, $0.baseAddress!, k, into: scores) }
    for i in 0..<p { scores[k * p + i] = 0.5 * whole[i + i * p] }
    return 0.5 * square
  }

  /// A·B with A p × p and B p × columns, column-major.
  private func multiply(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ columns: Int, into c: UnsafeMutablePointer<Double>
  ) {
    for j in 0..<columns {
      let target = c + j * p
      for i in 0..<p { target[i] = 0 }
      for l in 0..<p {
        let factor = b[l + j * p]
        let source = a + l * p
        for i in 0..<p { target[i] += factor * source[i] }
      }
    }
  }

  /// m'Σ⁻¹m.
  func distance(_ m: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for i in 0..<p { for j in 0..<p { sum += m[i] * inverse[i, j] * m[j] } }
    return sum
  }
}

extension Matrix {
  init(_ symmetric: SymmetricMatrix) {
    let n = symmetric.order
    self.init(rows: n, columns: n)
    for i in 0..<n { for j in 0..<n { self[i, j] = symmetric[i, j] } }
  }

  var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
    return result
  }

  static func * (a: Matrix, b: Matrix) -> Matrix {
    var result = Matrix(rows: a.rows, columns: b.columns)
    for j in 0..<b.columns {
      for l in 0..<a.columns {
        let factor = b[l, j]
        if factor != 0 { for i in 0..<a.rows { result[i, j] += a[i, l] * factor } }
      }
    }
    return result
  }
}
