import LinearAlgebra
import Measures
import Platform
import Resampling
import Survey

extension StructuralModel {
  /// Fits ordered answers.
  ///
  /// - Throws: `DataFault.notOrdinal`, `StructuralFault`.
  func fitOrdered(
    to frames: [ModelFrame], jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    try check(columns: frames[0].columns.map(\.term))
    let names = observed
    let own = frames.map { $0.selecting(names) }
    let answers = try commonAnswers(own, names)
    let table = try ParameterTable(
      self, groups: frames.count, hasMeans: false, thresholds: answers.map { $0.count - 1 })
    let groups = try own.enumerated().map { try OrderedMoments($1, group: frames.count > 1 ? $0 + 1 : nil) }
    let samples = estimator.sharing(
      groups.map {
        SampleMoments(names: names, n: $0.n, respondents: $0.n, covariance: $0.correlations, means: nil)
      })
    let estimation = StructuralEstimation(
      model: self, table: table, samples: samples, rows: nil, moments: [], ordered: groups)
    var fit = try estimation.fit()
    if bootstrap.replicates > 0, frames.count == 1 {
      try resample(&fit, table, own[0], groups[0], samples, jobs: jobs, progress: progress)
    }
    return drawing(fit)
  }

  /// The different answers to each variable, which all groups must give.
  private func commonAnswers(_ frames: [ModelFrame], _ names: [String]) throws -> [[Double]] {
    try names.enumerated().map { k, name in
      let answers = frames.map { frame in
        Set(frame.values[k * frame.rowCount..<(k + 1) * frame.rowCount].filter { !$0.isNaN })
      }
      let all = answers.reduce(into: Set<Double>()) { $0.formUnion($1) }
      for (g, own) in answers.enumerated() {
        if let missing = all.subtracting(own).min() {
          throw StructuralFault.emptyCategory(variable: name, answer: missing, group: g + 1)
        }
      }
      if all.count < 2 { throw DataFault.constant(variable: name, value: all.first ?? .nan) }
      return all.sorted()
    }
  }

  /// Replicates take polychoric correlations anew, weighted as the sample's.
  private func resample(
    _ fit: inout Fit, _ table: ParameterTable, _ frame: ModelFrame, _ moments: OrderedMoments,
    _ samples: [SampleMoments], jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws {
    let order = frame.columnCount
    let engine = try CorrelationEngine(frame, columns: Array(0..<order), method: .polychoric)
      .starting(at: moments.correlations.packed)
    let numbers = ReplicatedNumbers(fit)
    var map = StructuralReplicates(
      table: table, kind: estimator.kind, groups: [.init(columns: Array(0..<order), unit: 1, factor: 1)],
      start: fit.freeEstimates, output: .numbers(numbers), ordered: [moments], samples: samples)
    map.prepare()
    let resampled = ReplicatePlan(.correlations(frame, engine, .each), map, bootstrap).run(
      jobs: jobs, progress: progress)
    fit.take(resampled, numbers, bootstrap)
    fit.notes += StructuralNotes.resampling(resampled, bootstrap)
  }
}
