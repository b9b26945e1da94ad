package import LinearAlgebra
import Platform

/// What a sample that need not be normal, nor of independent respondents, makes of the test of a factor model and of the errors
/// of its parameters.
///
/// χ² is divided by c, its mean over degrees of freedom when the model holds. With U what the model leaves of the weight W =
/// ½(Σ⁻¹ ⊗ Σ⁻¹) and V = Σ f·DD' the covariance of the correlations (`SampledUnits`), c·df = n·tr(UV) (Satorra & Bentler 1994;
/// 2001, doi:10.1007/BF02296192), as lavaan's `estimator = "MLM"`. Under weights, strata and clusters maximum likelihood of
/// Pearson's correlations has the observed information in place of the expected one, the means counted along, and the saturated
/// model at its own estimate: c·df = tr(B₁A₁⁻¹) − tr(B₀A₀⁻¹) (Yuan & Bentler 2000, doi:10.1111/0081-1750.00078; Asparouhov &
/// Muthén 2005), as lavaan's `"MLR"`. Least squares is no minimum of that function: the residuals that it leaves are weighted by
/// W, c·df = n·tr(P'WPV) with P what least squares makes of a deviation.
package struct RobustFactors: Sendable, Equatable {
  /// Which function the loadings minimise.
  package enum Estimator: Sendable {
    case likelihood
    case leastSquares
  }

  /// n·tr(UV): c times the degrees of freedom.
  package private(set) var trace = 0.0
  /// The same of the model without factors, for p(p − 1)/2 degrees of freedom.
  package private(set) var baselineTrace = 0.0
  /// Of one respondent, in Λ unrotated and Ψ; expected or observed.
  private(set) var information: SymmetricMatrix
  /// Covariance of the scores' sum over n: Σ f·ss'.
  private(set) var meat: SymmetricMatrix
  /// The design's kind of test: observed information and means.
  package let isDesign: Bool
  /// Units beyond strata, of a design.
  private let freeUnits: Int

  /// Beyond these it would take minutes.
  static let mostItems = 80
  static let mostParameters = 1200

  /// - Parameters:
  ///   - loadings: unrotated, p × k.
  ///   - n: respondents.
  /// - Returns: `nil` with too many items or parameters, or when a matrix is not positive definite.
  package init?(
    loadings: Matrix, uniquenesses: [Double], correlation: SymmetricMatrix, estimator: Estimator, units: SampledUnits,
    n: Double
  ) {
    let p = correlation.order
    guard p <= Self.mostItems, p * (loadings.columns + 1) <= Self.mostParameters,
      let tangent = CommonFactorTangent(loadings: loadings, uniquenesses: uniquenesses, correlation: correlation)
    else { return nil }
    isDesign = units.isDesign && units.isPearson && estimator == .likelihood
    freeUnits = units.isDesign ? units.count - units.strataCount : .max
    information = tangent.information(isObserved: isDesign)
    meat = SymmetricMatrix(order: tangent.count)
    guard let factor = try? Cholesky(tangent.filled(information)) else { return nil }
    let leastSquares = estimator == .leastSquares ? LeastSquaresResiduals(loadings, correlation) : nil
    if estimator == .leastSquares, leastSquares == nil { return nil }
    let saturated = isDesign ? CommonFactorTangent(saturated: correlation) : nil
    if isDesign, saturated == nil { return nil }
    let scores = OwnedBuffer<Double>(repeating: 0, count: tangent.count)
    let scratch = OwnedBuffer<Double>(repeating: 0, count: 2 * p * p)
    var (total, baseline) = (0.0, 0.0)
    let isDesign = isDesign
    var products = [Double](repeating: 0, count: meat.packed.count)
    let order = tangent.count
    products.withUnsafeMutableBufferPointer { products in
      units.forEach { d, m, f in
        var pairs = 0.0
        for i in 0..<p { for j in 0..<i { pairs += d[i + j * p] * d[i + j * p] } }
        if let leastSquares {
          baseline += f * pairs
          leastSquares.leave(d)
        }
        let square = tangent.scores(of: d, into: scores.pointer, scratch: scratch.pointer)
        if leastSquares == nil {
          Self.add(scores.pointer, f, to: products.baseAddress!, order: order)
        }
        guard isDesign, let saturated else {
          if leastSquares == nil { baseline += f * pairs }
          total += f * square
          return
        }
        let own = saturated.scores(of: d, into: scores.pointer, scratch: scratch.pointer) + saturated.distance(m)
        total += f * (own - tangent.distance(m))
        var (diagonal, means) = (0.0, 0.0)
        for i in 0..<p {
          diagonal += d[i + i * p] * d[i + i * p]
          means += m[i] * m[i]
        }
        baseline += f * (own - 0.5 * diagonal - means)
      }
    }
    meat.packed = products
    if leastSquares == nil {
      let inverse = factor.inverse
      for i in 0..<order { for j in 0...i { total -= (i == j ? 1 : 2) * inverse[i, j] * meat[i, j] } }
    }
    trace = n * total
    baselineTrace = n * baseline
    guard trace.isFinite, baselineTrace.isFinite else { return nil }
  }

  private static func add(
    _ scores: UnsafeMutablePointer<Double>, _ f: Double, to products: UnsafeMutablePointer<Double>, order: Int
  ) {
    var row = products
    for i in 0..<order {
      let scaled = f * scores[i]
      if scaled != 0 { for j in 0...i { row[j] += scaled * scores[j] } }
      row += i + 1
    }
  }

  /// Whether χ² can be tested: with fewer units of a design than degrees of freedom nothing is known of some of its directions.
  package func allowsTest(degrees: Int) -> Bool { freeUnits >= degrees }

  /// The factor that χ² with so many degrees of freedom is divided by; `nil` without any.
  package func scaling(degrees: Int) -> Double? {
    degrees > 0 && trace > 0 ? trace / Double(degrees) : nil
  }
}

/// What least squares of the residual correlations leaves of a deviation of the correlations.
private final class LeastSquaresResiduals {
  private let p: Int
  private let k: Int
  private let loadings: Matrix
  private let correlation: SymmetricMatrix
  private let factor: Cholesky

  init?(_ loadings: Matrix, _ correlation: SymmetricMatrix) {
    p = loadings.rows
    k = loadings.columns
    self.loadings = loadings
    self.correlation = correlation
    // Products of the correlations' derivatives over the pairs of items; filled up where rotations make them zero.
    var gram = SymmetricMatrix(order: p * k)
    for b in 0..<k {
      for a in 0...b {
        var all = 0.0
        for j in 0..<p { all += loadings[j, a] * loadings[j, b] }
        for l in 0..<p {
          for i in 0..<p where a * p + i <= b * p + l {
            gram[b * p + l, a * p + i] =
              i == l ? all - loadings[i, a] * loadings[i, b] : loadings[l, a] * loadings[i, b]
          }
        }
      }
    }
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
          for j in 0...i { gram[i, j] += direction[i] * direction[j] / squares }
        }
      }
    }
    guard let factor = try? Cholesky(gram) else { return nil }
    self.factor = factor
  }

  /// Turns a deviation of covariances into that of correlations, less what the loadings take up. In place.
  func leave(_ d: UnsafeMutablePointer<Double>) {
    let diagonal = (0..<p).map { d[$0 + $0 * p] }
    for i in 0..<p {
      for j in 0..<i {
        let value = d[i + j * p] - 0.5 * correlation[i, j] * (diagonal[i] + diagonal[j])
        d[i + j * p] = value
        d[j + i * p] = value
      }
      d[i + i * p] = 0
    }
    var right = [Double](repeating: 0, count: p * k)
    for a in 0..<k {
      for j in 0..<p {
        let loading = loadings[j, a]
        for i in 0..<p { right[a * p + i] += d[i + j * p] * loading }
      }
    }
    let moved = factor.solve(right)
    for i in 0..<p {
      for j in 0..<i {
        var taken = 0.0
        for a in 0..<k { taken += moved[a * p + i] * loadings[j, a] + moved[a * p + j] * loadings[i, a] }
        d[i + j * p] -= taken
        d[j + i * p] = d[i + j * p]
      }
    }
  }
}
