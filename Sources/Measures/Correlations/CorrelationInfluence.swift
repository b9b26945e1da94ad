import LinearAlgebra

/// What each row does to a correlation: its part in the estimate's deviation from the truth, weight included, so that the
/// variance is the sum of the squared parts (of clusters, their sums). The parts of a correlation sum to zero.
///
/// - pearson: w/W·(z_x z_y − r/2·(z_x² + z_y²)), the influence function of r (Devlin, Gnanadesikan & Kettenring 1975);
///   partial: the same of residuals.
/// - spearman: that of Pearson's r in the ranks, and what the row does to the ranks of others.
/// - kendall: 2(hᵢ − T)/√(Tx·Ty) and the same of the ties' shares; hᵢ is the row's concordance with all others.
/// - polychoric, polyserial: the score in ρ less what the first step's estimates take of it.
package struct CorrelationInfluence {
  let engine: CorrelationEngine
  let weights: [Double]
  let thresholds: [[Double]]
  let margins: [[Double]]
  private let residuals: Residuals?
  private let information: MeasuredInformation
  /// Of the measured variables beside ratings.
  let steps: [MeasuredStep?]

  /// - Parameter information: of measured variables beside ratings.
  package init(_ engine: CorrelationEngine, weights: [Double], information: MeasuredInformation = .answers) {
    self.engine = engine
    self.weights = weights
    self.information = information
    let isLatent = [.polychoric, .polyserial, .mixed].contains(engine.method)
    steps = engine.columns.map { column in
      isLatent && !column.isOrdinal ? MeasuredStep(column, weights: weights, information: information) : nil
    }
    margins = engine.columns.map { column in
      guard column.isOrdinal else { return [] }
      return [Double](unsafeUninitializedCapacity: column.count) { buffer, count in
        weights.withUnsafeBufferPointer { column.margin($0.baseAddress!, into: buffer.baseAddress!) }
        count = column.count
      }
    }
    thresholds = margins.map { margin in
      guard !margin.isEmpty else { return [] }
      return [Double](unsafeUninitializedCapacity: margin.count) { buffer, count in
        margin.withUnsafeBufferPointer {
          Thresholds.fill(margin: $0.baseAddress!, count: margin.count, into: buffer.baseAddress!)
        }
        count = margin.count
      }
    }
    residuals =
      engine.method == .partial && engine.columns.allSatisfy { !$0.hasMissing }
      ? CorrelationInfluence.residuals(engine, weights) : nil
  }

  /// The parts of all rows in the correlation of two columns (numbered without covariates); `nil` when they are not defined.
  package func parts(_ i: Int, _ j: Int, correlation: Double) -> [Double]? {
    guard correlation.isFinite else { return nil }
    let (a, b) = (i + engine.alwaysCount, j + engine.alwaysCount)
    let (x, y) = (engine.columns[a], engine.columns[b])
    switch engine.methods[SymmetricMatrix.position(a, b)] {
    case .pearson:
      if information == .scores, let one = steps[a], let other = steps[b] { return byScores(one, other, correlation) }
      return productMoment(x.values, y.values, CommonRows(x, y))
    case .partial:
      guard let residuals else { return nil }
      return productMoment(
        residuals.values[i], residuals.values[j], CommonRows(x, y),
        givenAll: residuals.isGivenAll ? correlation : nil)
    case .spearman: return spearman(x, y)
    case .kendall: return kendall(x, y)
    case .polychoric: return polychoric(a, b, correlation)
    case .polyserial: return x.isOrdinal ? polyserial(b, a, correlation) : polyserial(a, b, correlation)
    case .mixed: return nil
    }
  }

  /// `givenAll`: of residuals on all other variables, which run against each other where the variables run together:
  /// dρ = w/W·(ab + ρ/2·(a² + b²)), from dP = P − (Pz)(Pz)′.
  private func productMoment(
    _ x: [Double], _ y: [Double], _ rows: CommonRows, givenAll: Double? = nil
  ) -> [Double] {
    let moment = moment(x, y, rows)
    let r = moment.correlation
    return x.indices.map { i in
      guard rows.contains(i) else { return 0 }
      let zx = (x[i] - moment.means.x) / moment.deviations.x
      let zy = (y[i] - moment.means.y) / moment.deviations.y
      return weights[i] / moment.total * (zx * zy - (givenAll.map { -$0 } ?? r) / 2 * (zx * zx + zy * zy))
    }
  }

  private func moment(_ x: [Double], _ y: [Double], _ rows: CommonRows) -> CommonRows.ProductMoment {
    weights.withUnsafeBufferPointer { w in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeBufferPointer { y in
          rows.productMoment(x.baseAddress!, y.baseAddress!, w.baseAddress!)
        }
      }
    }
  }

  private func spearman(_ x: CorrelationColumn, _ y: CorrelationColumn) -> [Double] {
    let rows = CommonRows(x, y)
    let count = engine.rowCount
    func filled(_ body: (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void) -> [Double] {
      var result = [Double](repeating: 0, count: count)
      weights.withUnsafeBufferPointer { w in
        result.withUnsafeMutableBufferPointer { body(w.baseAddress!, $0.baseAddress!) }
      }
      return result
    }
    var g = filled { MidRanks.fill(x, weights: $0, also: y, into: $1) }
    var h = filled { MidRanks.fill(y, weights: $0, also: x, into: $1) }
    let moment = moment(g, h, rows)
    for i in 0..<count {
      g[i] = rows.contains(i) ? g[i] - 0.5 : 0
      h[i] = rows.contains(i) ? h[i] - 0.5 : 0
    }
    let total = moment.total
    func upper(_ column: CorrelationColumn, _ other: CorrelationColumn, _ values: [Double]) -> [Double] {
      values.withUnsafeBufferPointer { values in
        filled { MidRanks.upperSums(column, weights: $0, also: other, y: values.baseAddress!, total: total, into: $1) }
      }
    }
    let (gh, hg, gg, hh) = (upper(x, y, h), upper(y, x, g), upper(x, y, g), upper(y, x, h))
    let r = moment.correlation
    let varianceX = moment.deviations.x * moment.deviations.x
    let varianceY = moment.deviations.y * moment.deviations.y
    let scale = moment.deviations.x * moment.deviations.y
    let covariance = r * scale
    return (0..<count).map { i in
      guard rows.contains(i) else { return 0 }
      let common = (g[i] * h[i] + gh[i] + hg[i] - 3 * covariance) / scale
      let ownX = (g[i] * g[i] + 2 * gg[i] - 3 * varianceX) / varianceX
      let ownY = (h[i] * h[i] + 2 * hh[i] - 3 * varianceY) / varianceY
      return weights[i] / total * (common - r / 2 * (ownX + ownY))
    }
  }

  private func kendall(_ x: CorrelationColumn, _ y: CorrelationColumn) -> [Double] {
    let rows = CommonRows(x, y)
    let count = engine.rowCount
    var parts = [Double](repeating: 0, count: count)
    var scratch = [Double](repeating: 0, count: KendallPair.scratchCount(x, y))
    let pair = weights.withUnsafeBufferPointer { w in
      parts.withUnsafeMutableBufferPointer { parts in
        scratch.withUnsafeMutableBufferPointer {
          KendallPair(x, y, weights: w.baseAddress!, parts: parts.baseAddress!, scratch: $0.baseAddress!)
        }
      }
    }
    var (marginX, marginY) = ([Double](repeating: 0, count: x.count), [Double](repeating: 0, count: y.count))
    for i in 0..<count where rows.contains(i) {
      marginX[Int(x.places[i])] += weights[i]
      marginY[Int(y.places[i])] += weights[i]
    }
    let scale = (pair.differing.x * pair.differing.y).squareRoot()
    return (0..<count).map { i in
      guard rows.contains(i) else { return 0 }
      let unequalX = (pair.total - marginX[Int(x.places[i])]) / pair.total
      let unequalY = (pair.total - marginY[Int(y.places[i])]) / pair.total
      let ties =
        (unequalX - pair.differing.x) / pair.differing.x + (unequalY - pair.differing.y) / pair.differing.y
      return weights[i] / pair.total
        * (2 * (parts[i] - pair.concordance) / scale - pair.correlation * ties)
    }
  }

  /// Whether, without each respondent in turn, the correlation of two columns is known; and the variance of its Fisher's z then.
  func deleted(_ i: Int, _ j: Int, isFrequency: Bool) -> Double? {
    let (x, y) = (engine.columns[i + engine.alwaysCount], engine.columns[j + engine.alwaysCount])
    return DeletedCorrelation(
      x.values, y.values, rows: CommonRows(x, y), weights: weights, isFrequency: isFrequency
    ).variance
  }

  /// 1 − h of each row, h being its leverage in the regression that leaves the residuals of partial correlations; `nil` where
  /// there are no such residuals.
  func remainders(isFrequency: Bool) -> [Double]? {
    guard let residuals else { return nil }
    let total = weights.reduce(0, +)
    return weights.indices.map { 1 - (isFrequency ? 1 : weights[$0]) * (1 + residuals.distances[$0]) / total }
  }

  /// What the score test of no correlation correlates.
  func scoreTest(_ i: Int, _ j: Int) -> ScoreTest {
    let (a, b) = (i + engine.alwaysCount, j + engine.alwaysCount)
    let (x, y) = (engine.columns[a], engine.columns[b])
    func scores(_ at: Int) -> [Double] {
      let column = engine.columns[at]
      guard column.isOrdinal else { return column.values }
      let own = ScoreTest.normalScores(margin: margins[at], thresholds: thresholds[at])
      return column.places.map { $0 >= 0 ? own[Int($0)] : .nan }
    }
    return ScoreTest(columns: (scores(a), scores(b)), rows: CommonRows(x, y))
  }

  /// What partial correlations are of.
  private struct Residuals {
    var values: [[Double]]
    var isGivenAll: Bool
    /// z′R⁻¹z of each row, z its standardised values of what is held constant (of all variables, when that is all others).
    var distances: [Double]
  }

  private static func residuals(_ engine: CorrelationEngine, _ weights: [Double]) -> Residuals? {
    let count = engine.rowCount
    var matrix = SymmetricMatrix(order: engine.columns.count)
    var standardized: [[Double]] = []
    for column in engine.columns {
      var z = [Double](repeating: 0, count: count)
      weights.withUnsafeBufferPointer { w in
        _ = z.withUnsafeMutableBufferPointer { column.standardize(w.baseAddress!, into: $0.baseAddress!) }
      }
      standardized.append(z)
    }
    let total = weights.reduce(0, +)
    for i in standardized.indices {
      for j in 0...i {
        var sum = 0.0
        for k in 0..<count { sum += weights[k] * standardized[i][k] * standardized[j][k] }
        matrix[i, j] = i == j ? 1 : sum / total
      }
    }
    guard let partial = PartialCorrelations(matrix, always: engine.alwaysCount) else { return nil }
    let values = (0..<engine.order).map { i in
      var result = [Double](repeating: 0, count: count)
      for (k, z) in standardized.enumerated() where partial.residuals[i, k] != 0 {
        for row in 0..<count { result[row] += partial.residuals[i, k] * z[row] }
      }
      return result
    }
    var distances = [Double](repeating: 0, count: count)
    if engine.alwaysCount == 0 {
      for (z, own) in zip(standardized, values) { for row in 0..<count { distances[row] += z[row] * own[row] } }
    } else if let factor = try? Cholesky(matrix.selecting(Array(0..<engine.alwaysCount))) {
      for row in 0..<count {
        let z = (0..<engine.alwaysCount).map { standardized[$0][row] }
        distances[row] = zip(z, factor.solve(z)).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return Residuals(values: values, isGivenAll: engine.alwaysCount == 0, distances: distances)
  }
}
