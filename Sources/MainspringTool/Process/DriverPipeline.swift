import Importance
import Insight
import LinearAlgebra
import Measures
import Presentation
import Regression
import Rendering
import Resampling
import Survey

/// From options to analysed groups: what `drivers` and `ipa` share.
struct DriverPipeline {
  let command: String
  let data: DataOptions
  let drivers: DriverOptions
  let resampling: ResamplingOptions
  let output: OutputOptions

  private var quiet: Bool { output.quiet }

  struct Result {
    var groups: [AnalysedGroup]
    var title: String?
    var run: RunDescription
    var notes: [Note]
    /// Groups that could not be analysed.
    var leftOut: [String]
  }

  /// - Parameters:
  ///   - overlay: what the verb's own options change in the study.
  ///   - matrix: the importance–performance matrix to make of each analysis; `required` says that drivers without
  ///     performance are an error.
  func run(
    overlay: (inout StudySpecification) throws -> Void = { _ in },
    matrix: (StudySpecification) throws -> (specification: ImportancePerformance, required: Bool)
  ) throws -> Result {
    let loader = SourceLoader(options: data, outputs: output.output, takesSums: true, quiet: quiet)
    var source = try loader.load {
      try drivers.overlay(&$0)
      resampling.overlay(&$0)
      try overlay(&$0)
    } resolve: { study, names, text in
      try Self.roles(study, names, text)
    }
    if case .stream(let model) = source.content, let withRows = source.withRows, !LinearRegression.trusts(model) {
      // Nearly collinear drivers, or hardly any residual: the rows have digits that their sums have lost.
      source = try withRows()
    }
    let map = try matrix(source.study)
    var analysis = try AnalysisWords.analysis(source.study, axes: map.specification.axes)
    if command == "drivers" {
      analysis.blocks = source.roles.blocks
    } else {
      (analysis.permutations, analysis.folds, analysis.diagnostics) = (0, 0, false)
    }
    let jobs = data.threads

    var notes = source.notes
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut) { part in try analyse(part, source, analysis, map, jobs)
    }
    let selects = source.study.condition != nil || !source.study.by.isEmpty || source.chosenWave != nil
    if selects, source.roles.cluster != nil, analysis.bootstrap.replicates > 0 {
      notes.append(
        Note(
          .domainDesign,
          "Design-based errors count every cluster of the sample, those without a selected respondent too; resampled intervals draw only clusters that have one, which can make them a little narrower."
        ))
    }
    return Result(
      groups: groups, title: source.study.title, run: description(source, analysis, groups), notes: notes,
      leftOut: leftOut)
  }

  private func analyse(
    _ part: LoadedSource.Part, _ source: LoadedSource, _ analysis: DriverAnalysis,
    _ map: (specification: ImportancePerformance, required: Bool), _ jobs: Int
  ) throws -> AnalysedGroup {
    let progress = Progress(
      command, part, total: analysis.bootstrap.replicates, quiet: quiet)
    defer { progress.finish() }
    let fit: DriverAnalysis.Fit
    switch part.content {
    case .rows(let dataset):
      if analysis.scoring.needsItems {
        let frame = try ModelFrame(dataset, roles: ConstructScoring.itemRoles(source.roles))
        fit = try analysis.fit(toItems: frame, roles: source.roles, jobs: jobs) { progress.report($0) }
      } else {
        let frame = try ModelFrame(dataset, roles: source.roles)
        fit = try analysis.fit(to: frame, jobs: jobs) { progress.report($0) }
      }
    case .moments(let moments) where analysis.scoring.needsItems:
      fit = try analysis.fit(toItems: moments, roles: source.roles, jobs: jobs) { progress.report($0) }
    case .moments(let moments):
      fit = try analysis.fit(to: moments, roles: source.roles, jobs: jobs) { progress.report($0) }
    case .stream(let model):
      fit = try analysis.fit(to: model, roles: source.roles, jobs: jobs) { progress.report($0) }
    }
    var group = AnalysedGroup(by: part.by, value: part.value, drivers: fit)
    var specification = map.specification
    // What to work on is read off the method that the answer is about.
    if !map.required, let method = ImportancePerformance.firstDefined(fit) { specification.axes = [.derived(method)] }
    if map.required || ImportancePerformance.isPossible(fit) { group.matrix = try specification.fit(fit) }
    return group
  }

  private static func roles(
    _ study: StudySpecification, _ names: [String], _ text: Set<String>
  ) throws -> (roles: AnalysisRoles, notes: [Note]) {
    guard !study.outcomes.isEmpty else {
      throw DataFault.missingRole(
        role: "outcome", suggestion: "Name what is to be explained with --outcome, such as --outcome recommend.")
    }
    if study.drivers == nil, study.constructs.isEmpty, study.groups.isEmpty, study.blocks.isEmpty {
      throw DataFault.missingRole(
        role: "driver",
        suggestion:
          "Name the drivers with --drivers, such as --drivers pq1:sc4, or --drivers '*' for every column without another role."
      )
    }
    let resolved = try study.resolved(in: names, text: text)
    guard !resolved.roles.players.isEmpty else {
      throw DataFault.missingRole(
        role: "driver", suggestion: "Name the drivers with --drivers, such as --drivers pq1:sc4.")
    }
    return resolved
  }

  private func description(
    _ source: LoadedSource, _ analysis: DriverAnalysis, _ groups: [AnalysedGroup]
  ) -> RunDescription {
    let resamples = analysis.bootstrap.replicates > 0
    let outcomes = groups.flatMap(\.drivers.outcomes)
    let isCrossValidated = outcomes.contains { $0.crossValidatedRSquared != nil }
    let isRandom = resamples || analysis.permutations > 0 || isCrossValidated
    let used = groups.compactMap(\.drivers.rowsUsed)
    return RunDescription(
      source: source.name, digest: source.digest, rowsRead: source.rowsRead,
      rowsUsed: used.isEmpty ? nil : used.reduce(0, +), condition: source.study.condition,
      wave: source.chosenWave, seed: isRandom ? analysis.bootstrap.seed : nil,
      replicates: analysis.bootstrap.replicates, interval: resamples ? analysis.bootstrap.interval.rawValue : nil,
      confidence: analysis.bootstrap.confidence,
      errors: groups.first?.drivers.outcomes.first?.regression.errors.rawValue,
      methods: analysis.methods.map(\.rawValue), weights: source.roles.weights?.kind.rawValue,
      blas: blasConfiguration(),
      permutations: analysis.permutations > 0 ? analysis.permutations : nil,
      folds: isCrossValidated ? analysis.folds ?? CrossValidation.defaultFolds : nil,
      diagonal: source.study.diagonal?.rawValue)
  }
}
