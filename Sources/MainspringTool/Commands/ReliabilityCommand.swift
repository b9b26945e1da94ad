import ArgumentParser
import LinearAlgebra
import Measures
import Presentation
import Reliability
import Rendering
import Resampling
import Survey

struct ReliabilityCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "reliability",
    abstract: "How well constructs are measured by their items, and whether they are distinct.",
    discussion: """
      Examples:
        mainspring reliability webshop
        mainspring datasets webshop --copy my-study
        mainspring reliability my-study/webshop.csv --missing-codes 9 \\
          --group 'staff=sc1:sc4' --group 'product=pq1:pq4'
        mainspring reliability webshop --variables 'pq*' --table item_statistics
        mainspring reliability webshop --by segment --output reliability.png
      Tables: reliability (the default for csv), discriminant, item_statistics, one_factor, split_halves, common_method.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: .customLong("variables"),
    help: ArgumentHelp("The items of one construct: names, ranges first:last in column order, globs.", valueName: "a,b")
  )
  var variables: String?

  @Option(
    help: ArgumentHelp(
      "A construct's items (repeatable). Without it the constructs and the satisfaction of the study.",
      valueName: "name=a,b"))
  var group: [String] = []

  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if data.stream { throw ValidationError("reliability: --stream is for `drivers` and `ipa`.") }
    if variables != nil, !group.isEmpty {
      throw ValidationError("reliability: --variables names one construct, --group several; give one of them.")
    }
  }

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: true, command: "reliability", source: data.source)
    var choice: ConstructChoice?
    let source = try SourceLoader(options: data, outputs: output.output, quiet: output.quiet).load {
      resampling.overlay(&$0)
    } resolve: { study, names, text in
      let chosen = try ConstructChoice(
        study, variables: variables.map { Selection.split($0) },
        groups: group.map { try OptionText.group($0, option: "--group") }, columns: names, text: text)
      choice = chosen
      return (chosen.roles, chosen.notes)
    }
    let analysis = try analysis(source, choice?.constructs ?? [])
    var notes = source.notes
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut) { part in
      ReliabilityGroup(by: part.by, value: part.value, fit: try fit(part, source, analysis))
    }
    try emitter.emit(
      ReliabilityDocuments.make(
        groups, labels: labels(source.roles), title: source.study.title, run: description(source, analysis, groups),
        notes: notes
      ).naming(notDrawn: leftOut))
  }

  private func analysis(_ source: LoadedSource, _ constructs: [ConstructChoice.Construct]) throws
    -> ReliabilityAnalysis
  {
    let places = Dictionary(
      source.roles.players.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let bounds = source.roles.players.map(\.items.first?.scale)
    let study = source.study
    let interval =
      try study.bootstrap.interval.map { try AnalysisWords.choice($0, "interval", IntervalKind.self) } ?? .percentile
    return ReliabilityAnalysis(
      scales: constructs.map { construct in
        let chosen = construct.items.compactMap { places[$0] }
        return ReliabilityAnalysis.Scale(
          name: construct.name, label: construct.label, items: chosen, bounds: chosen.map { bounds[$0] })
      },
      bootstrap: BootstrapSpecification(
        replicates: study.bootstrap.replicates ?? 1000, seed: study.bootstrap.seed ?? 1, interval: interval,
        confidence: study.confidence ?? 0.95))
  }

  private func labels(_ roles: AnalysisRoles) -> [String: String] {
    Dictionary(
      roles.players.compactMap { player in player.label.map { (player.name, $0) } }, uniquingKeysWith: { a, _ in a })
  }

  private func fit(
    _ part: LoadedSource.Part, _ source: LoadedSource, _ analysis: ReliabilityAnalysis
  ) throws -> ReliabilityAnalysis.Fit {
    let progress = Progress(
      "reliability", part, total: analysis.bootstrap.replicates,
      quiet: output.quiet)
    defer { progress.finish() }
    let jobs = data.threads
    switch part.content {
    case .rows(let dataset):
      let frame = try ModelFrame.ofOwnRows(dataset, roles: source.roles)
      return try analysis.fit(to: frame, jobs: jobs) { progress.report($0) }
    case .moments(let moments):
      let model = try ModelMoments(moments, roles: source.roles)
      return try analysis.fit(to: model.moments, jobs: jobs) { progress.report($0) }
    case .stream:
      throw DataFault.needsRows(analysis: "reliability", suggestion: "Give a file that fits into memory.")
    }
  }

  private func description(
    _ source: LoadedSource, _ analysis: ReliabilityAnalysis, _ groups: [ReliabilityGroup]
  ) -> RunDescription {
    let resamples = groups.contains { $0.fit.replicatesUsed > 0 }
    let used = groups.compactMap(\.fit.rowsUsed)
    return RunDescription(
      source: source.name, digest: source.digest, rowsRead: source.rowsRead,
      rowsUsed: used.isEmpty ? nil : used.reduce(0, +), condition: source.study.condition, wave: source.chosenWave,
      seed: resamples ? analysis.bootstrap.seed : nil, replicates: analysis.bootstrap.replicates,
      interval: resamples ? (analysis.bootstrap.interval == .basic ? "basic" : "percentile") : "feldt",
      confidence: analysis.bootstrap.confidence, methods: [], weights: source.roles.weights?.kind.rawValue,
      blas: blasConfiguration(),
      diagonal: source.study.diagonal?.rawValue)
  }
}
