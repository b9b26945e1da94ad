import LinearAlgebra
import Platform
import Probability
import Resampling
import Survey

extension CorrelationAnalysis {
  /// Correlates rows with missing answers by maximum likelihood moments.
  ///
  /// Errors on Fisher's scale come from what each respondent does to the correlation, dρ = dσ_ab/(s_a s_b) − ρ/2·(dσ_aa/σ_aa +
  /// dσ_bb/σ_bb), of which a partial correlation is the same on the inverse; classical ones from the observed information. Tests
  /// are of that scale too. n is all respondents who count.
  ///
  /// - Throws: `DataFault.request` for other methods than pearson and partial, `MissingFault`.
  func fitMaximumLikelihood(
    to frame: ModelFrame, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    guard method == .pearson || method == .partial else {
      throw DataFault.request(
        problem:
          "Maximum likelihood moments (\(setting: .missing, "em")) are product moments, which \(setting: .method, method.rawValue) is not",
        suggestion: "Use \(setting: .method, "pearson") or partial, or \(setting: .missing, "pairwise").")
    }
    let always = method == .partial ? frame.always.flatMap { Array($0.columns) } : []
    let indices = always + frame.players.flatMap { Array($0.columns) }
    let found = try MaximumLikelihoodMoments(frame)
    let chosen = found.moments.selecting(indices)
    let matrix = try correlations(chosen, always: always.count)
    let names = Array(chosen.names.dropFirst(always.count))
    let information = NormalInformation(found)
    let variance = try InfluenceVariance(frame)
    let order = frame.columnCount
    let covariance = found.moments.likelihoodCovariance
    let quantile =
      variance.degrees.isFinite && variance.degrees > 0
      ? StudentT(degrees: variance.degrees).quantile((1 + bootstrap.confidence) / 2)
      : Normal().quantile((1 + bootstrap.confidence) / 2)
    var pairs: [Pair] = []
    var directions: [[Double]] = []
    for i in names.indices {
      for j in 0..<i {
        pairs.append(Pair(a: i, b: j, method: method, correlation: settled(matrix[i, j]), n: found.moments.n))
        // A partial correlation is one given all others, or given the covariates.
        let given =
          method == .pearson
          ? [] : always.isEmpty ? indices.filter { $0 != indices[i] && $0 != indices[j] } : always
        directions.append(
          CorrelationDirection(
            covariance, a: indices[i + always.count], b: indices[j + always.count], given: given, order: order
          ).derivatives)
      }
    }
    if let information {
      let parts = errors == .influence || variance.isDesign ? information.parts(directions) : []
      for k in pairs.indices where abs(pairs[k].correlation) < 1 {
        let r = pairs[k].correlation
        let squared = parts.isEmpty ? information.variance(directions[k]) : variance.variance(parts[k])
        guard squared > 0, squared.isFinite, !(variance.isDesign && variance.degrees <= 0) else { continue }
        let onZ = squared.squareRoot() / ((1 - r) * (1 + r))
        pairs[k].standardError = squared.squareRoot()
        CorrelationInference.set(&pairs[k], error: onZ, quantile: quantile)
        let z = atanh(r) / onZ
        pairs[k].pValue =
          variance.degrees.isFinite ? StudentT(degrees: variance.degrees).twoSided(z) : Normal().twoSided(z)
      }
    }
    var resampled: Resampled?
    if bootstrap.replicates > 0 {
      let map = MaximumLikelihoodCorrelations(order: indices.count, always: always.count, isPartial: method == .partial)
      resampled = ReplicatePlan(
        .maximumLikelihood(frame, found, columns: indices), map, bootstrap
      ).run(jobs: jobs, progress: progress)
    }
    if let resampled { apply(resampled, to: &pairs) }
    for (i, value) in adjustment.adjust(pairs.map(\.pValue)).enumerated() { pairs[i].pValue = value }
    var fit = Fit(
      specification: self, names: names, labels: frame.players.flatMap(labels), pairs: pairs,
      always: frame.always.map(\.name), n: found.moments.n, sumOfWeights: found.moments.sumOfWeights,
      sumOfSquaredWeights: found.moments.sumOfSquaredWeights, missing: frame.missing,
      weightsKind: frame.weightsKind, rowsUsed: frame.rowCount, rowLoss: RowLoss(frame),
      replicatesUsed: resampled?.bootstrap.successCount ?? 0, notes: frame.notes + [found.note])
    if let drawn = resampled?.bootstrap, drawn.failureCount > 0 { fit.notes.append(noteOnFailures(drawn)) }
    return fit
  }

  private func noteOnFailures(_ drawn: Replicates) -> Note {
    let reasons = Sentence.joined(
      drawn.failuresByReason.map { "\(Sentence(stringLiteral: $0.reason.words)) (\($0.count))" }, separator: "; ")
    return Note(.replicatesFailed, "\(drawn.failureCount) of \(drawn.count) resamples gave no result: \(reasons).")
  }

  private func correlations(_ moments: Moments, always: Int) throws -> SymmetricMatrix {
    guard method == .partial else { return moments.correlation }
    guard let partial = PartialCorrelations(moments.correlation, always: always) else {
      throw DataFault.dependentVariable(
        variable: moments.names[PartialCorrelations.dependent(moments.correlation, always: always) ?? 0],
        analysis: "the partial correlations")
    }
    return partial.matrix
  }
}

/// The derivatives of a correlation, or of a partial one, in means and covariances.
///
/// Given others g the covariances are those of residuals, C = Σ_{ab·g} = Σ_ab − Σ_ag Σ_gg⁻¹ Σ_gb, and dC = M dΣ M′ with M = (I, −Σ_ag
/// Σ_gg⁻¹); then dρ = dC_ab/(s_a s_b) − ρ/2·(dC_aa/C_aa + dC_bb/C_bb).
private struct CorrelationDirection {
  var derivatives: [Double]

  init(_ covariance: SymmetricMatrix, a: Int, b: Int, given: [Int], order: Int) {
    derivatives = [Double](repeating: 0, count: order + order * (order + 1) / 2)
    // Rows of M for a and b, over all columns.
    var rows = [[Double]](repeating: [Double](repeating: 0, count: order), count: 2)
    (rows[0][a], rows[1][b]) = (1, 1)
    if !given.isEmpty, let factor = try? Cholesky(covariance.selecting(given)) {
      for (k, own) in [a, b].enumerated() {
        let slopes = factor.solve(given.map { covariance[$0, own] })
        for (g, slope) in zip(given, slopes) { rows[k][g] = -slope }
      }
    }
    func residual(_ x: [Double], _ y: [Double]) -> Double {
      var sum = 0.0
      for i in 0..<order where x[i] != 0 {
        for j in 0..<order where y[j] != 0 { sum += x[i] * y[j] * covariance[i, j] }
      }
      return sum
    }
    let (va, vb, cab) = (residual(rows[0], rows[0]), residual(rows[1], rows[1]), residual(rows[0], rows[1]))
    let scale = (va * vb).squareRoot()
    let r = cab / scale
    // dρ = tr(H dΣ) with H = (m_a m_b′ + m_b m_a′)/2/(s_a s_b) − ρ/2 (m_a m_a′/C_aa + m_b m_b′/C_bb).
    for i in 0..<order {
      for j in 0...i {
        let cross = (rows[0][i] * rows[1][j] + rows[1][i] * rows[0][j]) / 2 / scale
        let own = r / 2 * (rows[0][i] * rows[0][j] / va + rows[1][i] * rows[1][j] / vb)
        derivatives[order + SymmetricMatrix.position(i, j)] = (i == j ? 1 : 2) * (cross - own)
      }
    }
  }
}

/// From the scatter of a replicate to its correlations, packed.
private struct MaximumLikelihoodCorrelations: ReplicateMap {
  let order: Int
  let always: Int
  let isPartial: Bool
  var width: Int { (order - always) * (order - always + 1) / 2 }

  func makeWorkspace(_ moments: ReplicateMoments) -> ReplicateMoments { moments }

  func evaluate(
    _ moments: ReplicateMoments, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    let scatter = moments.scatter
    var matrix = SymmetricMatrix(order: order)
    for i in 0..<order {
      for j in 0...i {
        let roots = (scatter[SymmetricMatrix.position(i, i)] * scatter[SymmetricMatrix.position(j, j)]).squareRoot()
        matrix[i, j] = i == j ? 1 : max(-1, min(1, scatter[SymmetricMatrix.position(i, j)] / roots))
      }
    }
    guard isPartial else {
      for k in 0..<width { row[k] = matrix.packed[k] }
      return nil
    }
    guard let partial = PartialCorrelations(matrix, always: always) else { return .correlationsIndefinite }
    for k in 0..<width { row[k] = partial.matrix.packed[k] }
    return nil
  }
}
