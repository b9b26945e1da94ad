import ArgumentParser
import LinearAlgebra
import Measures
import Presentation
import Rendering
import Resampling
import Survey

/// In which order the variables of a matrix are shown.
enum VariableOrder: String, CaseIterable, ExpressibleByArgument {
  case given, clusters
}

struct CorrelateCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate",
    abstract: "Correlations of every kind between variables, with intervals and p-values.",
    discussion: """
      Examples:
        mainspring correlate webshop --variables pq1:sc4
        mainspring correlate webshop --variables pq1:sc4 --method polychoric \\
          --output correlations.png
        mainspring correlate webshop --variables 'pq*' --method partial \\
          --always recommend --adjust holm
      Table: correlations (the default for csv).
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customLong("variables"), .customLong("drivers")],
    help: ArgumentHelp(
      "The variables: names, ranges, globs, constructs of the study. Without it the items and outcomes of the study.",
      valueName: "a,b,c"))
  var variables: String?

  @Option(
    help:
      "What sort of correlation: pearson, spearman, kendall, partial, polychoric (ratings), polyserial, mixed (as each variable is measured). Default: pearson."
  )
  var method: CorrelationMethod = .pearson

  @Option(
    help: ArgumentHelp(
      "Covariates that partial correlations hold constant. Without it each pair is given all other variables.",
      valueName: "a,b"))
  var always: String?

  @Option(help: "Adjust p-values for the number of pairs: none, holm, bh or bonferroni.")
  var adjust: PValueAdjustment = .none

  @Option(help: ArgumentHelp("Variables that mixed takes for ratings.", valueName: "a,b"))
  var ordinal: String?

  @Option(help: ArgumentHelp("Variables that mixed takes for measured.", valueName: "a,b"))
  var continuous: String?

  @Option(
    help:
      "Order of the variables in the matrix and the heat map: given, or clusters (those that correlate stand together). Default: given."
  )
  var order: VariableOrder = .given

  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if data.stream { throw ValidationError("correlate: --stream is for `drivers` and `ipa`.") }
  }

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: true, command: "correlate", source: data.source)
    let source = try SourceLoader(options: data, outputs: output.output, quiet: output.quiet).load {
      resampling.overlay(&$0)
      if let variables { $0.drivers = Selection.split(variables) }
      $0.always = always.map { Selection.split($0) } ?? []
    } resolve: { study, names, text in
      try VariableChoice(study: study, isNamed: variables != nil).roles(in: names, text: text)
    }
    let analysis = try specification(source.study)
    var notes = source.notes
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut) { part in
      CorrelationDocument.Group(by: part.by, value: part.value, fit: try fit(part, source, analysis))
    }
    try emitter.emit(
      CorrelationDocument.make(
        groups, isClustered: order == .clusters, title: source.study.title, run: description(source, analysis, groups),
        notes: notes
      ).naming(notDrawn: leftOut))
  }

  private func fit(
    _ part: LoadedSource.Part, _ source: LoadedSource, _ analysis: CorrelationAnalysis
  ) throws -> CorrelationAnalysis.Fit {
    switch part.content {
    case .rows(let dataset):
      let progress = Progress(
        "correlate", part, total: analysis.bootstrap.replicates, quiet: output.quiet)
      defer { progress.finish() }
      let frame = try ModelFrame(dataset, roles: source.roles, ratings: false)
      return try analysis.fit(to: frame, jobs: data.threads) { progress.report($0) }
    case .moments(let moments): return try analysis.fit(to: moments, roles: source.roles)
    case .stream: throw DataFault.needsRows(analysis: "correlate", suggestion: "Leave --stream out.")
    }
  }

  private func specification(_ study: StudySpecification) throws -> CorrelationAnalysis {
    let interval =
      try study.bootstrap.interval.map { try AnalysisWords.choice($0, "interval", IntervalKind.self) } ?? .percentile
    return CorrelationAnalysis(
      method: method, adjustment: adjust, ordinal: ordinal.map { Selection.split($0).map(Selection.unquoted) } ?? [],
      continuous: continuous.map { Selection.split($0).map(Selection.unquoted) } ?? [],
      bootstrap: BootstrapSpecification(
        replicates: resampling.bootstrap ?? 0, seed: study.bootstrap.seed ?? 1, interval: interval,
        confidence: study.confidence ?? 0.95))
  }

  private func description(
    _ source: LoadedSource, _ analysis: CorrelationAnalysis, _ groups: [CorrelationDocument.Group]
  ) -> RunDescription {
    let resamples = analysis.bootstrap.replicates > 0
    let used = groups.compactMap(\.fit.rowsUsed)
    return RunDescription(
      source: source.name, digest: source.digest, rowsRead: source.rowsRead,
      rowsUsed: used.isEmpty ? nil : used.reduce(0, +), condition: source.study.condition, wave: source.chosenWave,
      seed: resamples ? analysis.bootstrap.seed : nil, replicates: analysis.bootstrap.replicates,
      interval: resamples ? analysis.bootstrap.interval.rawValue : nil, confidence: analysis.bootstrap.confidence,
      methods: [analysis.method.rawValue], weights: source.roles.weights?.kind.rawValue, blas: blasConfiguration(),
      diagonal: source.study.diagonal?.rawValue)
  }
}
