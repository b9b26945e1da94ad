import ArgumentParser
import Factors
import LinearAlgebra
import Measures
import Platform
import Presentation
import Rendering
import Resampling
import Survey
import SurveyFiles

struct FactorCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "factor",
    abstract: "How many factors the items have, what they are, and how well they fit.",
    discussion: """
      Examples:
        mainspring factor webshop
        mainspring factor webshop --factors 3 --extraction ml --sort
        mainspring factor cahps --rotation geomin --output loadings.png
        mainspring factor webshop --variables pq1:sc4 --scores scores.csv
      Tables: loadings (the default for csv), communalities, factor_correlations, variance_explained, fit, factor_count, \
      eigenvalues, suitability, residual_correlations, score_weights, congruence (with --by).
      """)

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Factors") var factors: FactorOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if data.stream { throw ValidationError("factor: --stream is for `drivers` and `ipa`.") }
    // A figure that nothing would show is a mistake worth hearing of.
    if let figure = factors.figure, !output.writesPicture {
      throw ValidationError(
        "--figure \(figure.rawValue): name a picture file too, such as --output \(figure.rawValue).png.")
    }
  }

  func run() throws {
    let emitter = Emitter(options: output)
    let scoresFile = [factors.scores].compactMap { $0 }
    try emitter.check(hasFigure: true, command: "factor", source: data.source, others: scoresFile)
    let loader = SourceLoader(options: data, outputs: output.output + scoresFile, quiet: output.quiet)
    var target: FactorTarget?
    let source = try loader.load {
      try factors.overlay(&$0)
      resampling.overlay(&$0)
    } resolve: { study, names, text in
      if study.factor.rotation == RotationName.target.rawValue {
        target = try FactorTarget(study, columns: names)
        try target?.check(factors: study.factor.factors)
      }
      return try Self.items(study, names, text)
    }
    let exploration = try exploration(source.study, source.roles, target)
    let jobs = data.threads
    var members: [FactorCongruence.Group] = []
    var scored = FactorScoresFile(
      rows: source.rowsRead ?? 0, isGrouped: !source.study.by.isEmpty, spreadsheetSafe: output.spreadsheetSafe)
    var notes = source.notes + [target?.note].compactMap { $0 }
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut) { part in
      let (fit, frame) = try fit(part, source, exploration, jobs, &scored)
      if part.by != nil {
        members.append(FactorCongruence.Group(fit.solution, frame: frame, correlation: exploration.correlation))
      }
      return FactorGroup(by: part.by, value: part.value, fit: fit)
    }
    let congruences = try congruences(groups, members, exploration.bootstrap, jobs, &notes)
    let view = FactorDocuments.View(
      cut: source.study.factor.cut ?? 0.3, isSorted: factors.sort, figure: factors.figure ?? .loadings,
      labels: Self.labels(source.roles))
    let document = FactorDocuments.make(
      groups, congruences: congruences, view: view, title: source.study.title,
      run: description(source, exploration, groups), notes: notes)
    try emitter.emit(
      document.naming(notDrawn: leftOut),
      others: scoresFile.map { AtomicFile.Output(path: $0, bytes: CSVWriter.bytes(of: scored.dataset)) })
  }

  private func fit(
    _ part: LoadedSource.Part, _ source: LoadedSource, _ exploration: FactorExploration, _ jobs: Int,
    _ scored: inout FactorScoresFile
  ) throws -> (FactorExploration.Fit, ModelFrame?) {
    let progress = Progress(
      "factor", part, total: exploration.bootstrap.replicates, quiet: output.quiet)
    defer { progress.finish() }
    switch part.content {
    case .rows(let dataset):
      let frame = try ModelFrame(dataset, roles: source.roles, ratings: false)
      let fit = try exploration.fit(to: frame, jobs: jobs) { progress.report($0) }
      if factors.scores != nil { scored.add(fit, frame, group: part.value) }
      return (fit, frame)
    case .moments(let moments):
      if factors.scores != nil {
        throw DataFault.needsRows(analysis: "--scores", suggestion: "Give the data file, or leave --scores out.")
      }
      let model = try ModelMoments(moments, roles: source.roles)
      return (try exploration.fit(to: model.moments, jobs: jobs) { progress.report($0) }, nil)
    case .stream:
      throw DataFault.needsRows(analysis: "factor", suggestion: "Give a file that fits into memory.")
    }
  }

  /// Every group's factors beside those of the groups before it.
  private func congruences(
    _ groups: [FactorGroup], _ members: [FactorCongruence.Group], _ bootstrap: BootstrapSpecification, _ jobs: Int,
    _ notes: inout [Note]
  ) throws -> [GroupCongruence] {
    guard members.count > 1 else { return [] }
    guard members.count <= 10 else {
      notes.append(Note(.noCongruence, "Factors are compared between at most ten groups, and there are more."))
      return []
    }
    let counts = Set(members.map(\.fit.specification.factors))
    guard counts.count == 1 else {
      notes.append(
        Note(
          .noCongruence,
          "The groups have different numbers of factors, which cannot be compared. Ask for the same with --factors."))
      return []
    }
    var pairs: [GroupCongruence] = []
    for b in members.indices {
      for a in 0..<b {
        pairs.append(
          GroupCongruence(
            a: groups[a].value ?? "", b: groups[b].value ?? "",
            congruence: try FactorCongruence(members[a], members[b], bootstrap, jobs: jobs)))
      }
    }
    return pairs
  }

  /// The items are all that the analysis has: outcomes and covariates play no part.
  private static func items(
    _ study: StudySpecification, _ names: [String], _ text: Set<String>
  ) throws -> (roles: AnalysisRoles, notes: [Note]) {
    var study = study
    study.outcomes = []
    study.always = []
    study.stated = [:]
    study.statedPrefix = nil
    study.players = .items
    let resolved = try study.resolved(in: names, text: text)
    var roles = resolved.roles
    // A group's items are items of their own here.
    roles.players = roles.players.flatMap { player in
      player.items.map { AnalysisRoles.Player(name: $0.name, label: $0.label, items: [$0]) }
    }
    if let item = roles.players.first(where: { text.contains($0.name) }) {
      throw DataFault.textVariable(variable: item.name, role: "an item")
    }
    return (roles, resolved.notes.filter { $0.kind != .driversChosen } + chosen(resolved.notes, roles))
  }

  private static func chosen(_ notes: [Note], _ roles: AnalysisRoles) -> [Note] {
    guard notes.contains(where: { $0.kind == .driversChosen }) else { return [] }
    return [
      Note(
        .itemsChosen,
        "No items were named, so all \(roles.players.count) columns of numbers are factored. Choose with --variables.")
    ]
  }

  private static func labels(_ roles: AnalysisRoles) -> [String: String] {
    Dictionary(
      roles.players.compactMap { player in player.label.map { (player.name, $0) } }, uniquingKeysWith: { a, _ in a })
  }

  private func exploration(
    _ study: StudySpecification, _ roles: AnalysisRoles, _ target: FactorTarget?
  ) throws -> FactorExploration {
    let words = study.factor
    let name = try words.rotation.map { try AnalysisWords.choice($0, "rotation", RotationName.self) } ?? .oblimin
    let extraction =
      try words.extraction.map { try AnalysisWords.choice($0, "extraction", FactorAnalysis.Extraction.self) } ?? .minres
    let scores =
      try words.scores.map { try AnalysisWords.choice($0, "scores", FactorScores.Method.self) } ?? .regression
    let interval =
      try study.bootstrap.interval.map { try AnalysisWords.choice($0, "interval", IntervalKind.self) } ?? .percentile
    let correlation =
      try study.correlation.map { try AnalysisWords.choice($0, "correlation", CorrelationMethod.self) } ?? .pearson
    let rotation = factors.rotation(name, target: target?.pattern(of: roles.players.map(\.name)))
    let seed = study.bootstrap.seed ?? 1
    return FactorExploration(
      factors: target?.names.count ?? words.factors.flatMap { Int($0) },
      analysis: FactorAnalysis(
        factors: 1, extraction: extraction, rotation: rotation, starts: factors.starts, seed: seed),
      parallelReplicates: factors.parallel,
      bootstrap: BootstrapSpecification(
        replicates: resampling.bootstrap ?? 0, seed: seed, interval: interval, confidence: study.confidence ?? 0.95),
      scores: scores, correlation: correlation)
  }

  private func description(
    _ source: LoadedSource, _ exploration: FactorExploration, _ groups: [FactorGroup]
  ) -> RunDescription {
    let resamples = exploration.bootstrap.replicates > 0
    let used = groups.compactMap(\.fit.rowsUsed)
    return RunDescription(
      source: source.name, digest: source.digest, rowsRead: source.rowsRead,
      rowsUsed: used.isEmpty ? nil : used.reduce(0, +), condition: source.study.condition, wave: source.chosenWave,
      seed: exploration.analysis.seed, replicates: exploration.bootstrap.replicates,
      interval: resamples ? exploration.bootstrap.interval.rawValue : nil,
      confidence: exploration.bootstrap.confidence,
      methods: [exploration.analysis.extraction.rawValue, source.study.factor.rotation ?? "oblimin"]
        + (exploration.correlation == .pearson ? [] : [exploration.correlation.rawValue]),
      weights: source.roles.weights?.kind.rawValue, blas: blasConfiguration(),
      diagonal: source.study.diagonal?.rawValue)
  }
}
