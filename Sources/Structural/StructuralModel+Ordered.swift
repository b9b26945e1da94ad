import LinearAlgebra
import Measures
import Platform
import Resampling
import Survey

extension StructuralModel {
  /// Fits ordered answers, and measured variables beside them.
  ///
  /// - Throws: `DataFault.constant`, `.tooFewClusters`, `DesignFault`, `StructuralFault`.
  func fitOrdered(
    to frames: [ModelFrame], jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    try check(columns: frames[0].columns.map(\.term))
    let names = observed
    let own = frames.map { $0.selecting(names) }
    let levels = try VariableLevels(self, own)
    let table = try ParameterTable(
      self, groups: frames.count, hasMeans: false, thresholds: levels.thresholds)
    let weights = Self.meanWeights(own)
    let groups = try own.indices.map { g in
      try OrderedMoments(
        own[g], ordered: levels.ordered, information: information == .observed ? .answers : .scores,
        group: frames.count > 1 ? g + 1 : nil, meanWeight: weights[g])
    }
    let samples = estimator.sharing(
      groups.map {
        SampleMoments(names: names, n: $0.n, respondents: $0.respondents, covariance: $0.sample, means: nil)
      })
    let estimation = StructuralEstimation(
      model: self, table: table, samples: samples, rows: nil, moments: [], ordered: groups)
    var fit = try estimation.fit()
    let notNormal = names.indices.filter { k in groups.contains { $0.notNormal.contains(k) } }.map { names[$0] }
    fit.notes = levels.notes(names, notNormal: information == .expected ? notNormal : []) + fit.notes
    if bootstrap.replicates > 0, frames.count == 1 {
      try resample(&fit, table, own[0], groups[0], samples, jobs: jobs, progress: progress)
    }
    return drawing(fit)
  }

  /// Replicates take correlations and variances anew, weighted as the sample's.
  private func resample(
    _ fit: inout Fit, _ table: ParameterTable, _ frame: ModelFrame, _ moments: OrderedMoments,
    _ samples: [SampleMoments], jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws {
    let order = frame.columnCount
    let terms = frame.columns.map(\.term)
    let continuous = moments.measured.map { terms[$0] }
    let engine = try CorrelationEngine(
      frame, columns: Array(0..<order), method: .mixed, ordinal: terms.filter { !continuous.contains($0) },
      continuous: continuous
    ).starting(at: moments.correlations.packed)
    let numbers = ReplicatedNumbers(fit)
    var group = StructuralReplicates.Group(columns: Array(0..<order), unit: 1, factor: 1)
    group.measured = moments.measured.map {
      ($0, Array(frame.values[$0 * frame.rowCount..<($0 + 1) * frame.rowCount]))
    }
    var map = StructuralReplicates(
      table: table, kind: estimator.kind, groups: [group], start: fit.freeEstimates, output: .numbers(numbers),
      ordered: [moments], samples: samples)
    map.prepare()
    let resampled = ReplicatePlan(.correlations(frame, engine, .each), map, bootstrap).run(
      jobs: jobs, progress: progress)
    fit.take(resampled, numbers, bootstrap)
    fit.notes += StructuralNotes.resampling(resampled, bootstrap)
  }
}
