import LinearAlgebra
import Measures
import Platform
import Survey

/// What ordered answers of one group say of the normal variables behind them: thresholds and polychoric correlations, with their
/// covariance (Muthén 1984, doi:10.1007/BF02294210).
struct OrderedMoments: Sendable {
  /// Variable by variable, ascending.
  let thresholds: [Double]
  /// Where those of each variable begin, and the end.
  let starts: [Int]
  let correlations: SymmetricMatrix
  /// n times the covariance of thresholds, then correlations down the columns of the lower triangle.
  let covariance: SymmetricMatrix
  let n: Double

  var variables: Int { correlations.order }
  /// Thresholds and correlations.
  var count: Int { covariance.order }

  /// - Parameters:
  ///   - frame: with the model's observed variables in their order, ratings all.
  ///   - group: from 1; `nil` where there is one.
  /// - Throws: `DataFault.notOrdinal`, `StructuralFault`.
  init(_ frame: ModelFrame, group: Int?) throws {
    let p = frame.columnCount
    guard let asymptotic = try AsymptoticCovariance(frame, columns: Array(0..<p)) else {
      throw StructuralFault.notPositiveDefinite(group: group, what: "The matrix of polychoric correlations")
    }
    var (thresholds, starts) = ([Double](), [Int](repeating: 0, count: p + 1))
    var correlations = SymmetricMatrix(order: p)
    for i in 0..<p { correlations[i, i] = 1 }
    for (parameter, estimate) in zip(asymptotic.parameters, asymptotic.estimates) {
      switch parameter {
      case .threshold(let variable, _):
        thresholds.append(estimate)
        starts[variable + 1] += 1
      case .correlation(let i, let j): correlations[i, j] = estimate
      }
    }
    for i in 0..<p { starts[i + 1] += starts[i] }
    (self.thresholds, self.starts, self.correlations) = (thresholds, starts, correlations)
    (covariance, n) = (asymptotic.matrix, asymptotic.n)
  }
}

/// Least squares of thresholds and polychoric correlations, each weighted by the inverse of its own variance:
/// F = Σ (s − σ)²/γ, of which errors and χ² are then those that the whole Γ says (Muthén, du Toit & Spisic 1997).
///
/// The variables behind the answers have variance 1 (delta parametrisation): what a model leaves of it is the residual's.
final class OrderedDiscrepancy: DeltaDiscrepancy {
  let moments: OrderedMoments
  /// 1/γ.
  let weights: [Double]
  private var residuals: [Double]
  private var weighted: [Double]

  init(_ moments: OrderedMoments, structure: CovarianceStructure) {
    self.moments = moments
    weights = (0..<moments.count).map { 1 / moments.covariance[$0, $0] }
    residuals = [Double](repeating: 0, count: moments.count)
    weighted = residuals
    super.init(kind: .diagonal, structure: structure, withMeans: false)
  }

  private var thresholdCount: Int { moments.thresholds.count }

  override func take(_ covariance: UnsafePointer<Double>, means: UnsafePointer<Double>?) -> Bool {
    for i in 0..<p {
      for j in 0...i {
        let value = covariance[i * (i + 1) / 2 + j]
        (sample[i * p + j], sample[j * p + i]) = (value, value)
      }
    }
    return true
  }

  override func value() -> Double {
    forget()
    guard structure.update() else { return .infinity }
    for k in 0..<thresholdCount { residuals[k] = moments.thresholds[k] - structure.thresholds[k] }
    var at = thresholdCount
    for j in 0..<p {
      for i in j + 1..<max(p, j + 1) {
        residuals[at] = sample[i * p + j] - structure.implied[SymmetricMatrix.position(i, j)]
        at += 1
      }
    }
    var sum = 0.0
    for k in residuals.indices {
      weighted[k] = weights[k] * residuals[k]
      sum += weighted[k] * residuals[k]
    }
    return sum
  }

  override func prepareSlopes() {}

  override func slope(_ place: ParameterPlace) -> Double { -delta(place).product(weighted) }

  override func prepareInformation() {}

  override func makeDelta(_ place: ParameterPlace) -> [Double] {
    var result = [Double](repeating: 0, count: moments.count)
    if case .threshold(let index) = place {
      result[index] = 1
      return result
    }
    let moved = structure.residualSlopes(place)
    var at = thresholdCount
    for j in 0..<p {
      for i in j + 1..<max(p, j + 1) {
        result[at] = structure.derivative(ofCovariance: i, j, place, residuals: moved)
        at += 1
      }
    }
    return result
  }

  override func weigh(_ column: [Double]) -> [Double] { column.indices.map { weights[$0] * column[$0] } }

  /// Thresholds are each their own moment: they share nothing with other parameters.
  override func addInformation(
    _ free: [(index: Int, place: ParameterPlace)], _ share: Double, to matrix: UnsafeMutablePointer<Double>
  ) {
    add(free.filter { !$0.place.isThreshold }, share, weigh) { matrix[$0] += $1 }
    for (index, place) in free {
      if case .threshold(let own) = place { matrix[index * (index + 1) / 2 + index] += share * weights[own] }
    }
  }
}

/// Errors and χ² of diagonally weighted least squares: with E = Δ'WΔ and U = W − WΔE⁻¹Δ'W the estimates' covariance is
/// E⁻¹Δ'WΓWΔE⁻¹/n, and χ² = n·F becomes a·χ² + b with a = √(df/tr(UΓUΓ)) and b = df − a·tr(UΓ), so that mean and variance are
/// those of its degrees of freedom (Asparouhov & Muthén 2010, "Simple second order chi-square correction").
struct OrderedRobustness {
  let meat: SymmetricMatrix
  let inverse: SymmetricMatrix
  /// tr(UΓ) and tr(UΓUΓ).
  let trace: Double
  let squares: Double

  /// Of a fitted problem, at the point of its last value.
  init(_ problem: StructuralProblem, tangent: Tangent) throws {
    let count = problem.count
    let information = problem.information()
    inverse = tangent.expand(try Cholesky(tangent.project(information)).inverse)
    var (meat, squared) = (SymmetricMatrix(order: count), SymmetricMatrix(order: count))
    var (trace, squares) = (0.0, 0.0)
    for (g, group) in problem.groups.enumerated() {
      guard let own = group as? OrderedDiscrepancy else { continue }
      let (w, gamma, share) = (own.weights, own.moments.covariance, problem.shares[g])
      var columns = [[Double]](repeating: [Double](repeating: 0, count: w.count), count: count)
      for (index, place) in problem.free[g] {
        for (k, value) in own.delta(place).enumerated() where value != 0 { columns[index][k] += w[k] * value }
      }
      // ΓWΔ.
      let products = columns.map { gamma.times($0) }
      let scaled = products.map { product in product.indices.map { w[$0] * product[$0] } }
      for i in 0..<count {
        for j in 0...i {
          meat[i, j] += share * columns[j].product(products[i])
          squared[i, j] += share * products[j].product(scaled[i])
        }
      }
      var at = 0
      for i in w.indices {
        trace += w[i] * gamma.packed[at + i]
        var row = 0.0
        for j in 0..<i { row += w[j] * gamma.packed[at + j] * gamma.packed[at + j] }
        let diagonal = w[i] * gamma.packed[at + i]
        squares += 2 * w[i] * row + diagonal * diagonal
        at += i + 1
      }
    }
    self.meat = meat
    let sandwich = inverse.sandwiching(meat)
    self.trace = trace - inverse.traceOfProduct(meat)
    self.squares = squares - 2 * inverse.traceOfProduct(squared) + sandwich.traceOfProduct(meat)
  }

  /// One respondent's.
  var covariance: SymmetricMatrix { inverse.sandwiching(meat) }
}

extension OrderedMoments {
  /// tr(UΓ) and tr(UΓUΓ) of the baseline, in which nothing correlates: U has 1/γ of the correlations alone.
  var baselineTraces: (trace: Double, squares: Double) {
    let first = thresholds.count
    var squares = 0.0
    for i in first..<max(count, first) {
      for j in first...i {
        let value = covariance[i, j]
        squares += (i == j ? 1 : 2) * value * value / (covariance[i, i] * covariance[j, j])
      }
    }
    return (Double(count - first), squares)
  }
}
