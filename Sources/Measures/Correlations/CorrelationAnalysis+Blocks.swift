import LinearAlgebra
import Platform
import Probability
import Resampling
import Survey

extension CorrelationAnalysis {
  /// Whether sums of rows tell all that is asked: Pearson's correlations, and partial ones made of them.
  package var isOfSums: Bool { method == .pearson || method == .partial }

  /// Correlates sums of very many rows that nobody keeps; ranks and ratings by the tables of their pairs. Errors of product moments are those of Fisher's z when each random block of rows is left
  /// out in turn, right under unequal spread and sampling weights; replicates reweight the blocks.
  ///
  /// - Throws: `DataFault.needsRows` where neither tells what is asked; `DataFault.textVariable`, `.dependentVariable`, and `.request` for what does not go together.
  public func fit(
    to model: ModelMoments, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    guard isOfSums else {
      if let counted = try fitTables(of: model) { return counted }
      throw DataFault.needsRows(
        analysis: "\(setting: .method, method.rawValue)",
        suggestion:
          "Give a file that fits into memory, or variables of at most \(PairTables.mostAnswers) different answers.")
    }
    try check(players: model.players, always: model.always, weights: model.moments.treatment.weights)
    let always = method == .partial ? model.always.flatMap { Array($0.columns) } : []
    let indices = always + model.players.flatMap { Array($0.columns) }
    let chosen = model.moments.selecting(indices)
    let matrix = MatrixOfSums(method, covariates: always.count)
    guard let point = matrix.correlations(chosen.scatter) else {
      let plain = chosen.correlation
      throw DataFault.dependentVariable(
        variable: chosen.names[PartialCorrelations.dependent(plain, always: always.count) ?? 0],
        analysis: "the partial correlations")
    }
    let names = Array(chosen.names.dropFirst(always.count))
    let held = method != .partial ? 0 : always.isEmpty ? names.count - 2 : always.count
    var pairs: [Pair] = []
    for i in names.indices {
      for j in 0..<i {
        pairs.append(
          Pair(
            a: i, b: j, method: method, correlation: settled(point[SymmetricMatrix.position(i, j)]), n: chosen.n))
      }
    }
    complete(&pairs, chosen, held, model.blocks?.products.selecting(indices), matrix)
    var resampled: Resampled?
    var notes = model.notes
    if bootstrap.replicates > 0, let blocks = model.blocks {
      var own = blocks
      own.products = blocks.products.selecting(indices)
      resampled = ReplicatePlan(
        .blocks(own, order: indices.count), CorrelationsOfSums(matrix: matrix, width: point.count), bootstrap
      ).run(jobs: jobs, progress: progress)
      notes.append(blocks.note)
    }
    if let resampled { apply(resampled, to: &pairs) }
    for (i, value) in adjustment.adjust(pairs.map(\.pValue)).enumerated() { pairs[i].pValue = value }
    var fit = Fit(
      specification: self, names: names, labels: model.players.flatMap(labels), pairs: pairs,
      always: model.always.map(\.name), n: chosen.n, sumOfWeights: chosen.sumOfWeights,
      sumOfSquaredWeights: chosen.sumOfSquaredWeights, missing: chosen.treatment.missing,
      weightsKind: chosen.treatment.weights, rowsUsed: model.rowCount, rowLoss: RowLoss(model),
      replicatesUsed: resampled?.bootstrap.successCount ?? 0, notes: notes)
    fit.notes += CorrelationNotes(ofSums: fit).notes
    return fit
  }

  /// Errors, intervals and p-values.
  private func complete(
    _ pairs: inout [Pair], _ moments: Moments, _ held: Int, _ blocks: BlockProducts?, _ matrix: MatrixOfSums
  ) {
    let isWeighted = moments.treatment.weights == .sampling
    let tail = (1 + bootstrap.confidence) / 2
    if !isWeighted {
      for k in pairs.indices {
        CorrelationInference.normalTheory(&pairs[k], heldConstant: held, quantile: Normal().quantile(tail))
      }
    }
    guard errors == .influence || isWeighted, let blocks else { return }
    let jackknife = CorrelationJackknife(blocks, matrix)
    if jackknife.errors.isEmpty { return }
    let degrees = isWeighted ? jackknife.degrees : moments.n - 2 - Double(held)
    for k in pairs.indices where abs(pairs[k].correlation) < 1 {
      (pairs[k].standardError, pairs[k].low, pairs[k].high) = (nil, nil, nil)
      let error = jackknife.errors[SymmetricMatrix.position(pairs[k].a, pairs[k].b)]
      guard error > 0, error.isFinite, degrees > 0 else { continue }
      let r = pairs[k].correlation
      pairs[k].standardError = error * (1 - r) * (1 + r)
      CorrelationInference.set(&pairs[k], error: error, quantile: StudentT(degrees: degrees).quantile(tail))
      // The test that unweighted rows have needs no error; a weighted sample's is of z.
      if isWeighted { pairs[k].pValue = StudentT(degrees: degrees).twoSided(atanh(r) / error) }
    }
  }
}

/// The correlations of a scatter, or the partial ones among its last columns.
private struct MatrixOfSums: Sendable {
  let isPartial: Bool
  let covariates: Int

  init(_ method: CorrelationMethod, covariates: Int) {
    isPartial = method == .partial
    self.covariates = covariates
  }

  /// Variables that are correlated, of so many.
  func order(_ width: Int) -> Int { isPartial ? width - covariates : width }

  /// Packed; `nil` where partial correlations are not defined.
  func correlations(_ scatter: SymmetricMatrix) -> [Double]? {
    var matrix = SymmetricMatrix(order: scatter.order)
    for i in 0..<scatter.order {
      for j in 0..<i {
        let size = (scatter[i, i] * scatter[j, j]).squareRoot()
        matrix[i, j] = size > 0 ? min(1, max(-1, scatter[i, j] / size)) : .nan
      }
      matrix[i, i] = 1
    }
    guard isPartial else { return matrix.packed }
    return PartialCorrelations(matrix, always: covariates)?.matrix.packed
  }
}

/// Standard errors of Fisher's z of every pair from leaving out blocks of rows.
private struct CorrelationJackknife {
  /// Packed; NaN where the correlation is not defined without some block.
  private(set) var errors: [Double] = []
  private(set) var degrees = 0.0

  init(_ blocks: BlockProducts, _ matrix: MatrixOfSums) {
    let entries = blocks.width * (blocks.width + 1) / 2
    var deletions: BlockDeletions?
    blocks.forEachDeletion { share, scatter, _ in
      let packed = Array(UnsafeBufferPointer(start: scatter, count: entries))
      let r = matrix.correlations(SymmetricMatrix(order: blocks.width, packed: packed))
      let z = r.map { $0.map { atanh($0) } }
      if share == 0 {
        deletions = z.map { BlockDeletions($0, isCrossed: false) }
      } else if let z {
        deletions?.add(share: share, z)
      } else {
        deletions = nil
      }
    }
    guard let deletions, deletions.count > 1 else { return }
    errors = (0..<(matrix.order(blocks.width) * (matrix.order(blocks.width) + 1) / 2)).map {
      max(0, deletions.variance($0)).squareRoot()
    }
    degrees = Double(deletions.count - 1)
  }
}

/// The correlations of a replicate's moments.
private struct CorrelationsOfSums: ReplicateMap {
  let matrix: MatrixOfSums
  let width: Int

  func makeWorkspace(_ moments: ReplicateMoments) -> ReplicateMoments { moments }

  func evaluate(
    _ moments: ReplicateMoments, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    guard matrix.isPartial else {
      for i in 0..<moments.order {
        let start = i * (i + 1) / 2
        for j in 0..<i {
          let size = (moments.scatter[start + i] * moments.scatter[j * (j + 1) / 2 + j]).squareRoot()
          row[start + j] = size > 0 ? moments.scatter[start + j] / size : .nan
        }
        row[start + i] = 1
      }
      return nil
    }
    let count = moments.order * (moments.order + 1) / 2
    let packed = Array(UnsafeBufferPointer(start: moments.scatter, count: count))
    guard let values = matrix.correlations(SymmetricMatrix(order: moments.order, packed: packed)) else {
      return .correlationUndefined
    }
    _ = row.update(fromContentsOf: values)
    return nil
  }
}
