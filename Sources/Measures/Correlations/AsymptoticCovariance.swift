package import LinearAlgebra
import Survey

/// What is estimated of ratings and of the measured variables beside them, one by one and pair by pair, with what each respondent does
/// to every estimate (Muthén 1984, doi:10.1007/BF02294210): thresholds of ratings, means and variances of measured variables,
/// polychoric correlations, and covariances of which a measured variable has part. The weight matrix of (diagonally) weighted least
/// squares is made of it.
package struct AsymptoticCovariance: Sendable {
  /// One of the estimates.
  package enum Parameter: Sendable, Equatable {
    case threshold(variable: Int, answer: Int)
    case mean(variable: Int)
    case variance(variable: Int)
    /// Of two ratings.
    case correlation(Int, Int)
    /// Of two variables that are not both ratings; of a rating the normal variable behind the answers, with variance 1.
    case covariance(Int, Int)
  }

  /// Thresholds, means and variances variable by variable, then correlations and covariances down the columns of the lower triangle.
  package let parameters: [Parameter]
  package let estimates: [Double]
  /// Of each estimate what every row does to it, the row's weight included: they sum to zero, their squares to its variance.
  package let parts: [[Double]]
  /// Respondents.
  package let n: Double
  /// Measured variables that are far from normal, by their place; see `MeasuredStep.isNormal`.
  package let notNormal: [Int]
  /// Respondents that each row stands for; `nil`: one.
  private let frequencies: [Double]?

  /// - Parameters:
  ///   - columns: the frame's columns.
  ///   - ratings: those of them that are ratings, by name; `nil`: all.
  ///   - information: of measured variables.
  /// - Throws: `DataFault.notOrdinal`.
  /// - Returns: `nil` when a correlation is ±1, or information has no inverse.
  package init?(
    _ frame: ModelFrame, columns: [Int], ratings: [String]? = nil, information: MeasuredInformation = .scores
  ) throws {
    let names = columns.map { frame.columns[$0].term }
    let engine = try CorrelationEngine(
      frame, columns: columns, method: ratings == nil ? .polychoric : .mixed, ordinal: ratings ?? [],
      continuous: ratings.map { ratings in names.filter { !ratings.contains($0) } } ?? [])
    let weights = frame.weights ?? [Double](repeating: 1, count: frame.rowCount)
    let influence = CorrelationInfluence(engine, weights: weights, information: information)
    var own = Estimates()
    guard own.addVariables(influence, count: columns.count), own.addPairs(influence, engine.correlations(weights))
    else { return nil }
    (parameters, estimates, parts) = (own.parameters, own.estimates, own.parts)
    notNormal = columns.indices.filter { influence.measured($0)?.isNormal == false }
    frequencies = frame.weightsKind == .frequency ? weights : nil
    n = frame.respondents
  }

  /// n times the covariance of the estimates of independent respondents (lavaan's NACOV, its `gamma`).
  package var matrix: SymmetricMatrix {
    let rowCount = parts.first?.count ?? 0
    // Rows that stand for f respondents: Σ f·u·u′ with parts f·u.
    let roots = frequencies?.map { $0.squareRoot() }
    var columns: [Double] = []
    columns.reserveCapacity(parts.count * rowCount)
    for part in parts {
      if let roots { columns.append(contentsOf: zip(part, roots).lazy.map { $0 / $1 }) } else { columns += part }
    }
    var result = SymmetricMatrix(crossProductsOf: columns, order: parts.count, rows: rowCount)
    for k in result.packed.indices { result.packed[k] *= n }
    return result
  }

  /// The diagonal of `matrix`.
  package var variances: [Double] {
    parts.map { part in
      n * (frequencies.map { zip(part, $0).reduce(0) { $0 + $1.0 * $1.0 / $1.1 } } ?? part.reduce(0) { $0 + $1 * $1 })
    }
  }
}

/// The estimates as they come.
private struct Estimates {
  var parameters: [AsymptoticCovariance.Parameter] = []
  var estimates: [Double] = []
  var parts: [[Double]] = []

  mutating func add(_ parameter: AsymptoticCovariance.Parameter, _ estimate: Double, _ own: [Double]) {
    parameters.append(parameter)
    estimates.append(estimate)
    parts.append(own)
  }

  /// `false` where a measured variable's information has no inverse.
  mutating func addVariables(_ influence: CorrelationInfluence, count: Int) -> Bool {
    let measured = (0..<count).filter { !influence.isRating($0) }
    for k in 0..<count where influence.isRating(k) {
      for (c, part) in influence.thresholdParts(k).enumerated() {
        add(.threshold(variable: k, answer: c), influence.threshold(k, c), part)
      }
    }
    for k in measured {
      guard let step = influence.measured(k) else { return false }
      add(.mean(variable: k), step.mean, influence.weighing(step.meanParts, by: step.deviation))
    }
    for k in measured {
      guard let step = influence.measured(k) else { return false }
      let variance = step.deviation * step.deviation
      add(.variance(variable: k), variance, influence.weighing(step.varianceParts, by: variance))
    }
    return true
  }

  /// `false` where a correlation is ±1.
  mutating func addPairs(_ influence: CorrelationInfluence, _ correlations: [Double]) -> Bool {
    let count = influence.count
    for j in 0..<count {
      for i in j + 1..<max(count, j + 1) {
        let r = correlations[SymmetricMatrix.position(i, j)]
        guard var part = influence.parts(i, j, correlation: r) else { return false }
        let steps = [i, j].compactMap(influence.measured)
        guard !steps.isEmpty else {
          add(.correlation(i, j), r, part)
          continue
        }
        // Cov = r·s·t, and s moves with the variance: ds = ½·dv/v·s.
        let scale = steps.reduce(1) { $0 * $1.deviation }
        let moved = steps.map { influence.weighing($0.varianceParts, by: 0.5 * r) }
        for row in part.indices { part[row] = scale * moved.reduce(part[row]) { $0 + $1[row] } }
        add(.covariance(i, j), r * scale, part)
      }
    }
    return true
  }
}
