import LinearAlgebra
import Measures
import Platform
import Survey

/// What the answers of one group say of ordered and measured variables: thresholds, means, variances, polychoric correlations and the
/// covariances of which a measured variable has part, with their covariance (Muthén 1984, doi:10.1007/BF02294210).
struct OrderedMoments: Sendable {
  /// Variable by variable, ascending.
  let thresholds: [Double]
  /// Where those of each variable begin, and the end; a measured variable has none.
  let starts: [Int]
  /// Measured variables, ascending, and their means.
  let measured: [Int]
  let means: [Double]
  /// Covariances, the variables behind ordered answers with variance 1.
  let sample: SymmetricMatrix
  /// n times the covariance of thresholds, means, variances of measured variables, then covariances down the columns of the lower
  /// triangle.
  let covariance: SymmetricMatrix
  /// The same, its diagonal alone, of independent respondents: what weighs the moments.
  let variances: [Double]
  /// Measured variables that are far from normal.
  let notNormal: [Int]
  /// n, where sampling weights have mean 1 over all groups, and rows.
  let n: Double
  let respondents: Double
  /// How respondents add up.
  let units: ScoreUnits

  var variables: Int { sample.order }
  /// `sample` with ones on the diagonal.
  var correlations: SymmetricMatrix {
    var result = sample
    let deviations = (0..<variables).map { sample[$0, $0].squareRoot() }
    for i in 0..<variables {
      for j in 0...i { result[i, j] = i == j ? 1 : sample[i, j] / (deviations[i] * deviations[j]) }
    }
    return result
  }
  /// Of all moments.
  var count: Int { variances.count }
  /// The place of the first covariance.
  var firstCovariance: Int { thresholds.count + 2 * measured.count }
  /// Of each threshold the variable that it belongs to.
  var thresholdVariables: [Int] {
    (0..<variables).flatMap { [Int](repeating: $0, count: starts[$0 + 1] - starts[$0]) }
  }

  /// - Parameters:
  ///   - frame: with the model's observed variables in their order.
  ///   - ordered: which of them are.
  ///   - group: from 1; `nil` where there is one.
  ///   - meanWeight: see `ScoreUnits`.
  /// - Throws: `StructuralFault`, `DataFault.tooFewClusters`, `DesignFault`.
  init(
    _ frame: ModelFrame, ordered: [Bool], information: MeasuredInformation, group: Int?, meanWeight: Double
  ) throws {
    let p = frame.columnCount
    let ratings = (0..<p).filter { ordered[$0] }.map { frame.columns[$0].term }
    let found = try AsymptoticCovariance(
      frame, columns: Array(0..<p), ratings: ratings, information: information)
    guard let asymptotic = found else {
      throw StructuralFault.notPositiveDefinite(group: group, what: "The matrix of polychoric correlations")
    }
    var (thresholds, starts, means) = ([Double](), [Int](repeating: 0, count: p + 1), [Double]())
    var sample = SymmetricMatrix(order: p)
    for i in 0..<p { sample[i, i] = 1 }
    for (parameter, estimate) in zip(asymptotic.parameters, asymptotic.estimates) {
      switch parameter {
      case .threshold(let variable, _):
        thresholds.append(estimate)
        starts[variable + 1] += 1
      case .mean: means.append(estimate)
      case .variance(let i): sample[i, i] = estimate
      case .correlation(let i, let j), .covariance(let i, let j): sample[i, j] = estimate
      }
    }
    for i in 0..<p { starts[i + 1] += starts[i] }
    (self.thresholds, self.starts, self.means, self.sample) = (thresholds, starts, means, sample)
    notNormal = asymptotic.notNormal
    measured = (0..<p).filter { !ordered[$0] }
    units = try ScoreUnits(frame, meanWeight: meanWeight)
    (n, respondents) = (units.total, asymptotic.n)
    let scale = n / respondents
    variances = asymptotic.variances.map { $0 * scale }
    covariance = units.isDesign ? Self.covariance(asymptotic, frame, units) : asymptotic.matrix
  }

  /// Of what respondents do to the estimates, as the design adds them up.
  private static func covariance(
    _ asymptotic: AsymptoticCovariance, _ frame: ModelFrame, _ units: ScoreUnits
  ) -> SymmetricMatrix {
    let (count, rows) = (asymptotic.parts.count, frame.rowCount)
    let sum = frame.weights?.reduce(0, +) ?? Double(rows)
    var scores = [Double](repeating: 0, count: rows * count)
    // What a row of weight 1 does, times the sum of weights.
    for row in 0..<rows {
      let scale = sum / (frame.weights?[row] ?? 1)
      for k in 0..<count { scores[row * count + k] = asymptotic.parts[k][row] * scale }
    }
    let whole = units.covariance(scores, count: count)
    // Of a design it is over n, what follows divides by n − 1.
    let share = (units.total - 1) / units.total
    return SymmetricMatrix(order: count, packed: whole.packed.map { $0 * share })
  }
}

extension OrderedMoments {
  /// F of the baseline, in which no variables covary, and tr(UΓ) and tr(UΓUΓ): U has the weights of the covariances alone.
  var baseline: (value: Double, trace: Double, squares: Double) {
    let first = firstCovariance
    var (value, trace, squares) = (0.0, 0.0, 0.0)
    var at = first
    for j in 0..<variables {
      for i in j + 1..<max(variables, j + 1) {
        value += sample[i, j] * sample[i, j] / variances[at]
        at += 1
      }
    }
    for i in first..<max(count, first) {
      trace += covariance[i, i] / variances[i]
      for j in first...i {
        squares += (i == j ? 1 : 2) * covariance[i, j] * covariance[i, j] / (variances[i] * variances[j])
      }
    }
    return (value, trace, squares)
  }
}
