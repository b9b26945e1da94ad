import LinearAlgebra
import Platform

/// Least squares of thresholds, means, variances and covariances of ordered and measured variables, each weighted by the inverse of its
/// own variance: F = Σ (s − σ)²/γ, of which errors and χ² are then those that the whole Γ says (Muthén, du Toit & Spisic 1997).
///
/// The variables behind ordered answers have variance 1 (delta parametrisation): what a model leaves of it is the residual's. Where
/// they have a mean, as effects of measured variables, thresholds are counted from it.
final class OrderedDiscrepancy: DeltaDiscrepancy {
  let moments: OrderedMoments
  /// 1/γ.
  let weights: [Double]
  private let thresholdVariables: [Int]
  private var residuals: [Double]
  private var weighted: [Double]

  init(_ moments: OrderedMoments, structure: CovarianceStructure) {
    self.moments = moments
    weights = moments.variances.map { 1 / $0 }
    thresholdVariables = moments.thresholdVariables
    residuals = [Double](repeating: 0, count: moments.count)
    weighted = residuals
    super.init(kind: .diagonal, structure: structure, withMeans: false)
  }

  private var thresholdCount: Int { moments.thresholds.count }
  private var hasMeans: Bool { !moments.measured.isEmpty }

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
    for k in 0..<thresholdCount {
      residuals[k] = moments.thresholds[k] - structure.thresholds[k] + structure.means[thresholdVariables[k]]
    }
    var at = thresholdCount
    for (k, i) in moments.measured.enumerated() {
      residuals[at] = moments.means[k] - structure.means[i]
      at += 1
    }
    for i in moments.measured {
      residuals[at] = sample[i * p + i] - structure.implied[SymmetricMatrix.position(i, i)]
      at += 1
    }
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
    var at = thresholdCount
    if hasMeans {
      for k in 0..<thresholdCount { result[k] = -structure.derivative(ofMean: thresholdVariables[k], place) }
      for i in moments.measured {
        result[at] = structure.derivative(ofMean: i, place)
        at += 1
      }
      if case .mean = place { return result }
    }
    let moved = structure.residualSlopes(place)
    for i in moments.measured {
      result[at] = structure.derivative(ofCovariance: i, i, place, residuals: moved)
      at += 1
    }
    for j in 0..<p {
      for i in j + 1..<max(p, j + 1) {
        result[at] = structure.derivative(ofCovariance: i, j, place, residuals: moved)
        at += 1
      }
    }
    return result
  }

  override func weigh(_ column: [Double]) -> [Double] { column.indices.map { weights[$0] * column[$0] } }

  /// Where nothing has a mean thresholds are each their own moment: they share nothing with other parameters.
  override func addInformation(
    _ free: [(index: Int, place: ParameterPlace)], _ share: Double, to matrix: UnsafeMutablePointer<Double>
  ) {
    guard !hasMeans else { return super.addInformation(free, share, to: matrix) }
    add(free.filter { !$0.place.isThreshold }, share, weigh) { matrix[$0] += $1 }
    for (index, place) in free {
      if case .threshold(let own) = place { matrix[index * (index + 1) / 2 + index] += share * weights[own] }
    }
  }
}
