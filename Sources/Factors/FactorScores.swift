public import LinearAlgebra
import Platform
import Survey

/// Factor scores as weighted sums of standardised items.
public struct FactorScores: Sendable, Equatable {
  /// How a factor's score is made of items.
  public enum Method: String, CaseIterable, Sendable, Codable {
    /// R⁻¹ΛΦ: closest to the factors, not unbiased (Thurstone 1935).
    case regression
    /// Ψ⁻¹Λ(Λ'Ψ⁻¹Λ)⁻¹: unbiased given the factors (Bartlett 1937).
    case bartlett
    /// Scores that correlate exactly as the factors do (ten Berge, Krijnen, Wansbeek & Shapiro 1999,
    /// doi:10.1016/S0024-3795(97)10007-6).
    case tenBerge = "ten-berge"
  }

  /// How the scores are made.
  public var method: Method
  /// p × k, for items of mean 0 and variance 1.
  public var weights: Matrix
  /// The correlation of each score with its factor. Of regression scores it is the largest there can be (Guttman 1955): the
  /// factor's determinacy.
  public var determinacies: [Double]
  /// 2ρ² − 1 with ρ the determinacy of regression scores: how far two equally good sets of scores of one factor may differ.
  public var leastCorrelations: [Double]

  /// - Throws: `DataFault.notPositiveDefinite`; `.request` for Bartlett's scores of components.
  public init(_ fit: FactorAnalysis.Fit, method: Method = .regression) throws {
    let factor = try fit.input.factor
    let k = fit.specification.factors
    let p = fit.names.count
    let regression = factor.solve(fit.structure)
    self.method = method
    switch method {
    case .regression: weights = regression
    case .bartlett:
      guard fit.specification.extraction != .components else {
        throw DataFault.request(
          problem: "Components have no uniquenesses, which Bartlett's scores need",
          suggestion: "Use \(setting: .scoreMethod, "regression"), which gives the components exactly.")
      }
      weights = try FactorScores.bartlett(fit)
    case .tenBerge: weights = try FactorScores.tenBerge(fit)
    }
    let weights = weights
    // cor(score, factor) = w's/√(w'Rw), as the factor has variance 1.
    determinacies = (0..<k).map { j in
      var covariance = 0.0
      var variance = 0.0
      for i in 0..<p {
        covariance += weights[i, j] * fit.structure[i, j]
        for l in 0..<p { variance += weights[i, j] * weights[l, j] * fit.input.correlation[i, l] }
      }
      return variance > 0 ? min(1, covariance / variance.squareRoot()) : 0
    }
    leastCorrelations = (0..<k).map { j in
      let squared = (0..<p).reduce(0) { $0 + regression[$1, j] * fit.structure[$1, j] }
      return 2 * min(1, squared) - 1
    }
  }

  private static func bartlett(_ fit: FactorAnalysis.Fit) throws -> Matrix {
    let k = fit.specification.factors
    let p = fit.names.count
    var scaled = fit.loadings
    for j in 0..<k { for i in 0..<p { scaled[i, j] /= fit.uniquenesses[i] } }
    var gram = SymmetricMatrix(order: k)
    for r in 0..<k {
      for s in 0...r { gram[r, s] = (0..<p).reduce(0) { $0 + fit.loadings[$1, r] * scaled[$1, s] } }
    }
    guard let factor = try? Cholesky(gram) else {
      throw DataFault.request(
        problem: "A factor without loadings has no Bartlett scores", suggestion: "Ask for fewer factors.")
    }
    // (gram⁻¹·scaled')'.
    let solved = factor.solve(transposed(scaled))
    return transposed(solved)
  }

  /// W = R^−½ C Φ^½ with L = ΛΦ^½ and C = R^−½ L(L'R⁻¹L)^−½.
  private static func tenBerge(_ fit: FactorAnalysis.Fit) throws -> Matrix {
    let phiRoot = SymmetricEigen(fit.factorCorrelations).power(0.5)
    let l = product(fit.loadings, phiRoot)
    let inverseRoot = SymmetricEigen(fit.input.correlation).power(-0.5)
    let whitened = product(inverseRoot, l)
    let k = l.columns
    var gram = SymmetricMatrix(order: k)
    for r in 0..<k {
      for s in 0...r { gram[r, s] = (0..<l.rows).reduce(0) { $0 + whitened[$1, r] * whitened[$1, s] } }
    }
    let c = product(whitened, SymmetricEigen(gram).power(-0.5))
    return product(inverseRoot, product(c, phiRoot))
  }

  /// The scores of rows: standardised by the given means and deviations, times the weights.
  ///
  /// - Parameters:
  ///   - values: column-major, one column per item; NaN where an answer is missing.
  /// - Returns: one column per factor; NaN for a row with a missing answer.
  public func scores(of values: [Double], rowCount: Int, means: [Double], deviations: [Double]) -> [[Double]] {
    precondition(values.count == rowCount * weights.rows, "a column of values per item")
    precondition(means.count == weights.rows && deviations.count == weights.rows, "a mean and a deviation per item")
    return (0..<weights.columns).map { j in
      var column = [Double](repeating: 0, count: rowCount)
      for i in 0..<weights.rows {
        let factor = weights[i, j] / deviations[i]
        let mean = means[i]
        for row in 0..<rowCount { column[row] += factor * (values[i * rowCount + row] - mean) }
      }
      return column
    }
  }
}

func transposed(_ matrix: Matrix) -> Matrix {
  var result = Matrix(rows: matrix.columns, columns: matrix.rows)
  for j in 0..<matrix.columns { for i in 0..<matrix.rows { result[j, i] = matrix[i, j] } }
  return result
}

func product(_ a: Matrix, _ b: SymmetricMatrix) -> Matrix {
  precondition(a.columns == b.order, "matrices that fit together")
  var result = Matrix(rows: a.rows, columns: b.order)
  for j in 0..<b.order { for l in 0..<b.order { for i in 0..<a.rows { result[i, j] += a[i, l] * b[l, j] } } }
  return result
}

func product(_ a: SymmetricMatrix, _ b: Matrix) -> Matrix {
  precondition(a.order == b.rows, "matrices that fit together")
  var result = Matrix(rows: a.order, columns: b.columns)
  for j in 0..<b.columns { for l in 0..<a.order { for i in 0..<a.order { result[i, j] += a[i, l] * b[l, j] } } }
  return result
}
