import LinearAlgebra
import Measures
import Optimization
import Resampling
import Survey

/// What is drawn again once a model is fitted: rows for the intervals of effects, defined parameters and differences between groups,
/// and rows for which the model holds, for the test of Bollen and Stine. Of several groups each is drawn from its own rows.
struct StructuralResampling {
  /// As it was adapted to the rows.
  let model: StructuralModel
  let fit: StructuralModel.Fit
  let samples: [SampleMoments]
  /// Of each group.
  let moments: [Moments]
  let frames: [ModelFrame]?
  let blocks: [BlockMoments]
  let rows: [StructuralRows]?
  /// Of each group of which correlations are fitted; else empty.
  var correlations: [CorrelationMoments] = []
  let jobs: Int

  /// Observed variables, the auxiliary ones too; columns beside these would be summed in vain.
  private var columns: [String] { Array(fit.table.variables.prefix(fit.table.observedCount)) }
  private var answers: [IncompleteAnswers] { rows?.compactMap(\.answers) ?? [] }

  /// - Throws: `StructuralFault.notBuilt` and `DataFault.needsRows` where a test is asked for that these data do not allow.
  func renew(_ fit: inout StructuralModel.Fit, progress: (@Sendable (Int) -> Void)?) throws {
    let (bootstrap, tests) = (model.bootstrap, model.bollenStine)
    if tests > 0 { try check() }
    guard bootstrap.replicates > 0 || tests > 0 else { return }
    var done = 0
    let sources = sources()
    if bootstrap.replicates > 0, let sources {
      let numbers = ReplicatedNumbers(fit)
      var map = map(.numbers(numbers))
      map.prepare()
      let resampled = GroupedPlan(sources, map, bootstrap).run(jobs: jobs, progress: progress)
      fit.take(resampled, numbers, bootstrap)
      fit.notes += StructuralNotes.resampling(resampled, bootstrap)
      done = bootstrap.replicates
    }
    guard tests > 0, let sources, fit.statistics.degreesOfFreedom > 0 else { return }
    let before = done
    var told: (@Sendable (Int) -> Void)?
    if let progress { told = { progress(before + $0) } }
    test(&fit, sources, tests, progress: told)
  }

  // MARK: Bollen and Stine

  private func check() throws {
    if frames == nil, blocks.isEmpty {
      throw DataFault.needsRows(
        analysis: "\(setting: .bollenStine)",
        suggestion: "Give the data file, or leave \(setting: .bollenStine) out.")
    }
    if !answers.isEmpty || frames?.contains(where: { $0.missing == .pairwise }) ?? false {
      throw StructuralFault.untested(what: "a gap in answers")
    }
    if frames?.contains(where: \.hasSamplingDesign) ?? false {
      throw StructuralFault.untested(what: "a sample with weights, strata or clusters")
    }
  }

  private func test(
    _ fit: inout StructuralModel.Fit, _ sources: [ReplicateSource], _ count: Int,
    progress: (@Sendable (Int) -> Void)?
  ) {
    let transforms = fit.groups.compactMap(BollenStineTransform.init)
    guard transforms.count == fit.groupCount else { return }
    var specification = model.bootstrap
    (specification.replicates, specification.interval) = (count, .percentile)
    let map = map(.discrepancy, transforms)
    let drawn = GroupedPlan(sources, map, specification).run(jobs: jobs, progress: progress).bootstrap
    let test = BollenStineTest(drawn, value: fit.search.end)
    fit.statistics.bollenStine = test
    if test.failed > 0 {
      fit.notes.append(
        StructuralNotes.failures(drawn, "These are too many for the test of Bollen and Stine, which is left out."))
    }
  }

  // MARK: What is drawn

  /// `nil` where nothing can be drawn.
  private func sources() -> [ReplicateSource]? {
    if moments.count > 1, frames?.contains(where: { $0.replicates != nil }) ?? false { return nil }
    if !correlations.isEmpty { return correlations.map { .correlations($0.frame, $0.engine, .each) } }
    let all = moments.indices.map { g -> ReplicateSource? in
      if let answers = rows?[g].answers { return .weights(answers.frame) }
      if let frame = frames?[g].selecting(columns) {
        return frame.missing == .pairwise ? .pairwise(frame, makesDefinite: false) : .rows(frame)
      }
      if !blocks.isEmpty { return .blocks(blocks[g], order: moments[g].names.count) }
      // Of a matrix alone means are not drawn.
      return moments.count > 1 ? nil : .wishart(moments[g])
    }
    let known = all.compactMap { $0 }
    return known.count == all.count ? known : nil
  }

  private func map(
    _ output: StructuralReplicates.Output, _ transforms: [BollenStineTransform] = []
  ) -> StructuralReplicates {
    let groups = moments.indices.map { g in
      let names = frames == nil ? moments[g].names : columns
      let frame = rows?[g].answers?.frame ?? frames?[g]
      let n = moments[g].n
      return StructuralReplicates.Group(
        columns: columns.map { name in names.firstIndex(of: name)! },
        unit: correlations.isEmpty ? moments[g].scatterUnit : 1,
        factor: model.estimator.isLikelihood && correlations.isEmpty ? (n - 1) / n : 1,
        weight: frame.map { $0.weights?.reduce(0, +) ?? Double($0.rowCount) },
        transform: transforms.isEmpty ? nil : transforms[g])
    }
    return StructuralReplicates(
      table: fit.table, kind: model.estimator.kind, groups: groups, start: fit.freeEstimates, output: output,
      answers: answers, samples: samples)
  }
}
