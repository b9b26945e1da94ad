import LinearAlgebra
import Measures
import Platform
import Resampling
import Survey

/// Correlations of one kind between a group's variables, with what each respondent does to them, which their errors come from.
struct CorrelationMoments: Sendable {
  /// R.
  let matrix: SymmetricMatrix
  /// Γ.
  let covariance: MomentCovariance
  /// With the model's observed variables in their order.
  let frame: ModelFrame
  /// Makes the correlations again from other weights.
  let engine: CorrelationEngine
  /// How respondents add up.
  let units: ScoreUnits

  /// - Parameters:
  ///   - frame: with the model's observed variables in their order, all of them answered.
  ///   - group: from 1; `nil` where there is one.
  ///   - meanWeight: see `ScoreUnits`.
  /// - Throws: what `CorrelationEngine` throws; `StructuralFault.notPositiveDefinite`, `DataFault.tooFewClusters`, `DesignFault`.
  init(_ frame: ModelFrame, _ method: CorrelationMethod, group: Int?, meanWeight: Double) throws {
    let (p, rows) = (frame.columnCount, frame.rowCount)
    let engine = try CorrelationEngine(frame, columns: Array(0..<p), method: method)
    let weights = frame.weights ?? [Double](repeating: 1, count: rows)
    let packed = engine.correlations(weights)
    let matrix = SymmetricMatrix(order: p, packed: packed)
    let influence = CorrelationInfluence(engine, weights: weights)
    let sum = weights.reduce(0, +)
    let pairs = p * (p - 1) / 2
    // What a row of weight 1 does, times the sum of weights.
    var scores = [Double](repeating: 0, count: rows * pairs)
    var at = 0
    for i in 0..<p {
      for j in 0..<i {
        guard let parts = influence.parts(i, j, correlation: matrix[i, j]) else {
          throw StructuralFault.notPositiveDefinite(
            group: group, what: Self.name(method), variables: matrix.dependent(engine.names))
        }
        for row in 0..<rows where weights[row] > 0 { scores[row * pairs + at] = parts[row] * sum / weights[row] }
        at += 1
      }
    }
    guard Definiteness(matrix).isDefinite else {
      throw StructuralFault.notPositiveDefinite(
        group: group, what: Self.name(method), variables: matrix.dependent(engine.names))
    }
    units = try ScoreUnits(frame, meanWeight: meanWeight)
    covariance = MomentCovariance(correlations: units.covariance(scores, count: pairs), variables: p)
    (self.matrix, self.frame) = (matrix, frame)
    self.engine = engine.starting(at: packed)
  }

  private static func name(_ method: CorrelationMethod) -> String {
    "The matrix of the variables' correlations (\(method.rawValue))"
  }
}
