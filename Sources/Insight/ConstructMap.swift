import Factors
import LinearAlgebra
import Measures
import Platform
import Resampling
import Structural
import Survey

/// Turns moments of items into moments of covariates, players and outcomes, for one matrix after the other without
/// allocating: P = W S W', the weights of factor scores estimated from the matrix itself, and the diagonal of P times the
/// reliabilities when error is to be taken out.
struct ConstructMap: Sendable {
  /// One column of the analysis: a column of the items' frame, or a construct.
  struct Row: Sendable {
    var name: String
    var columns: [Int]
    /// What an item's unit counts in the construct's: 1, or 100 over its range when scales differ.
    var units: [Double]
    var isConstruct: Bool
    /// Given; `nil` of a construct is to be estimated, of anything else is 1.
    var reliability: Double?
  }

  let rows: [Row]
  let scoring: ConstructScoring
  /// Columns of the items' frame.
  let itemCount: Int
  /// Of the constructs themselves; `nil`: they are scored.
  var latent: LatentMoments?

  final class Workspace {
    /// Of the items, packed.
    let scatter: OwnedBuffer<Double>
    let means: OwnedBuffer<Double>
    /// One row of W after the other.
    fileprivate(set) var weights: [[Double]]
    /// As used for the correction: 1 where nothing is corrected.
    fileprivate(set) var reliabilities: [Double]
    fileprivate let models: [OneFactorModel?]
    let latent: LatentMoments.Workspace?
    fileprivate let own: OwnedBuffer<Double>
    fileprivate let deviations: OwnedBuffer<Double>
    fileprivate let factor: OwnedBuffer<Double>
    /// Uniquenesses of the sample, where the searches of replicates begin.
    var starts: [[Double]] = []

    init(_ map: ConstructMap) {
      let p = map.itemCount
      let q = map.rows.count
      scatter = OwnedBuffer(count: p * (p + 1) / 2)
      means = OwnedBuffer(repeating: 0, count: p)
      weights = map.rows.map { row in row.units.map { $0 / Double(row.units.count) } }
      reliabilities = [Double](repeating: 1, count: q)
      models = map.rows.map { $0.isConstruct ? OneFactorModel(items: $0.columns.count) : nil }
      latent = map.latent.map { LatentMoments.Workspace($0) }
      let largest = map.rows.map(\.columns.count).max() ?? 1
      own = OwnedBuffer(count: largest * (largest + 1) / 2)
      deviations = OwnedBuffer(count: largest)
      factor = OwnedBuffer(count: q * (q + 1) / 2)
    }

    /// Remembers where the searches ended.
    func keepStarts() {
      starts = models.map { model in model.map { m in (0..<m.items).map { m.uniquenesses[$0] } } ?? [] }
    }
  }

  /// Below this part of a variance what the others leave of it is rounding.
  private static let tolerance = 1e-10

  /// Works on the items' scatter and means in the workspace.
  ///
  /// - Parameters:
  ///   - unit: what the scatter is divided by to be a covariance.
  ///   - scatter: packed, one row per column of the analysis, overwritten.
  ///   - means: one per column of the analysis, overwritten; factor scores have mean zero.
  /// - Returns: why there is no result, or `nil`.
  func apply(
    _ workspace: Workspace, unit: Double, scatter: UnsafeMutablePointer<Double>,
    means: UnsafeMutablePointer<Double>
  ) -> ReplicateFailure? {
    if let latent, let own = workspace.latent {
      return apply(latent, own, workspace, unit: unit, scatter: scatter, means: means)
    }
    for (k, row) in rows.enumerated() {
      if row.isConstruct, let failure = score(k, row, workspace, unit: unit) { return failure }
      if scoring.correctsReliability, !row.isConstruct || row.reliability != nil {
        workspace.reliabilities[k] = row.reliability ?? 1
      }
      var mean = 0.0
      for (i, column) in row.columns.enumerated() { mean += workspace.weights[k][i] * workspace.means[column] }
      means[k] = row.isConstruct && scoring.scores != .mean ? 0 : mean
    }
    for k in rows.indices {
      for l in 0...k {
        var sum = 0.0
        for (i, a) in rows[k].columns.enumerated() {
          var part = 0.0
          for (j, b) in rows[l].columns.enumerated() {
            part += workspace.weights[l][j] * workspace.scatter[SymmetricMatrix.position(max(a, b), min(a, b))]
          }
          sum += workspace.weights[k][i] * part
        }
        scatter[SymmetricMatrix.position(k, l)] = sum
      }
      scatter[SymmetricMatrix.position(k, k)] *= workspace.reliabilities[k]
    }
    return scoring.correctsReliability ? admission(scatter, workspace) : nil
  }

  /// The constructs themselves; what is no construct has its own variance, less its error where its reliability is given.
  private func apply(
    _ latent: LatentMoments, _ own: LatentMoments.Workspace, _ workspace: Workspace, unit: Double,
    scatter: UnsafeMutablePointer<Double>, means: UnsafeMutablePointer<Double>
  ) -> ReplicateFailure? {
    if let failure = latent.apply(own, scatter: workspace.scatter.pointer, unit: unit, into: scatter) {
      return failure
    }
    for (k, row) in rows.enumerated() {
      means[k] = row.isConstruct ? 0 : workspace.means[row.columns[0]]
      guard let reliability = row.reliability else { continue }
      workspace.reliabilities[k] = reliability
      scatter[SymmetricMatrix.position(k, k)] *= reliability
    }
    return admission(scatter, workspace)
  }

  /// Why the corrected moments are none of any data, or `nil`.
  private func admission(_ scatter: UnsafeMutablePointer<Double>, _ workspace: Workspace) -> ReplicateFailure? {
    do {
      try PackedCholesky.factor(
        scatter, order: rows.count, tolerance: ConstructMap.tolerance, into: workspace.factor.pointer)
      return nil
    } catch {
      return .correctedInadmissible
    }
  }

  /// What the factor model takes the rows for.
  var latentRows: [LatentMoments.Row] {
    rows.map { row in
      row.isConstruct
        ? .construct(.init(name: row.name, items: row.columns, units: row.units)) : .column(row.columns[0])
    }
  }

  /// The weights of a construct's factor score, or the reliability of its mean.
  private func score(_ k: Int, _ row: Row, _ workspace: Workspace, unit: Double) -> ReplicateFailure? {
    let needsModel = scoring.scores != .mean || scoring.correctsReliability && row.reliability == nil
    guard needsModel, let model = workspace.models[k] else { return nil }
    for (i, column) in row.columns.enumerated() {
      let variance = workspace.scatter[SymmetricMatrix.position(column, column)] / unit
      guard variance > 0 else { return .itemConstant }
      workspace.deviations[i] = variance.squareRoot() * row.units[i]
    }
    var at = 0
    for (i, a) in row.columns.enumerated() {
      for j in 0...i {
        let b = row.columns[j]
        let covariance = workspace.scatter[SymmetricMatrix.position(max(a, b), min(a, b))] / unit
        workspace.own[at] =
          i == j
          ? 1 : covariance * row.units[i] * row.units[j] / (workspace.deviations[i] * workspace.deviations[j])
        at += 1
      }
    }
    let isWarm = !workspace.starts.isEmpty
    if isWarm { model.uniquenesses.update(from: workspace.starts[k], count: row.columns.count) }
    guard model.fit(workspace.own.pointer, isWarm: isWarm) else { return .constructFactorNotFound }
    guard let method = scoring.scores.method else {
      let omega = model.omega(deviations: workspace.deviations.pointer)
      guard omega > 0 else { return .noReliability }
      workspace.reliabilities[k] = omega
      return nil
    }
    workspace.weights[k].withUnsafeMutableBufferPointer { weights in
      model.scoreWeights(method, into: weights.baseAddress!)
      for i in row.columns.indices { weights[i] *= row.units[i] / workspace.deviations[i] }
    }
    return nil
  }
}
