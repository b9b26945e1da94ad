import ArgumentParser
import Measures
import Presentation
import Survey

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Items one by one: mean with interval, spread, shape, answers, and what is missing for which reason.",
    discussion: """
      Examples:
        mainspring describe webshop
        mainspring describe webshop --variables 'pq*' --table frequencies
        mainspring datasets webshop --copy my-study
        mainspring describe my-study/webshop.csv --missing-codes 9 --by segment
      Tables: items (the default for csv), frequencies.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customLong("variables"), .customLong("drivers")],
    help: ArgumentHelp(
      "The columns: names, ranges, globs. Without it those of the study, or all.", valueName: "a,b,c"))
  var variables: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Coverage of the intervals of means. Default: 0.95.", valueName: "share"))
  var confidence: Double?

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if data.strata != nil || data.cluster != nil {
      throw ValidationError(
        "describe: intervals of means under strata or clusters are not built yet; leave --strata and --cluster out.")
    }
    if data.stream { throw ValidationError("describe: --stream is for `drivers` and `ipa`.") }
    try OptionText.check(confidence, "--confidence", SettingLimits.confidence)
  }

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: false, command: "describe", source: data.source)
    let source = try SourceLoader(
      options: data, outputs: output.output, takesRepeatedNames: variables == nil, quiet: output.quiet
    ).load {
      if let variables { $0.drivers = Selection.split(variables) }
      if let confidence { $0.confidence = confidence }
    } resolve: { study, names, text in
      try describedItems(study, names, text)
    }
    let coverage = source.study.confidence ?? 0.95
    var notes = source.notes + Self.notes(source)
    var groups: [DescribeDocument.Group] = []
    for part in try source.parts(&notes) {
      guard case .rows(let dataset) = part.content else {
        throw DataFault.needsRows(analysis: "describe", suggestion: "Give the data file.")
      }
      if let weights = source.roles.weights { notes += try dataset.notes(onWeights: weights) }
      groups.append(
        DescribeDocument.Group(
          by: part.by, value: part.value,
          items: try dataset.describe(
            source.roles.players.flatMap(\.items), weights: source.roles.weights, confidence: coverage)))
    }
    try emitter.emit(
      DescribeDocument.make(
        groups, title: source.study.title,
        run: RunDescription(
          source: source.name, digest: source.digest, rowsRead: source.rowsRead, condition: source.study.condition,
          wave: source.chosenWave, confidence: coverage, weights: source.roles.weights?.kind.rawValue),
        notes: notes))
  }

  /// What the description leaves out of account.
  private static func notes(_ source: LoadedSource) -> [Note] {
    var notes: [Note] = []
    if source.study.strata != nil || source.study.cluster != nil {
      notes.append(
        Note(
          .designIgnored,
          "Intervals of means take respondents as independent: strata and clusters are left out of account."))
    }
    let turned = source.roles.players.flatMap(\.items).filter { $0.scale?.isReversed ?? false }.map(\.name)
    if !turned.isEmpty {
      notes.append(
        Note(
          .asAnswered,
          "\(turned.joined(separator: ", ")): described as answered, not turned round; top box is the good end of the scale."
        ))
    }
    return notes
  }

  /// Every variable becomes an item: those named, else those that the study speaks of, else all.
  private func describedItems(
    _ study: StudySpecification, _ names: [String], _ text: Set<String>
  ) throws -> (roles: AnalysisRoles, notes: [Note]) {
    var chosen: [String]
    var known: [String: AnalysisRoles.Item] = [:]
    if !study.constructs.isEmpty || !study.outcomes.isEmpty || study.drivers == nil {
      var items = study
      items.drivers = study.constructs.isEmpty ? study.drivers : nil
      items.players = .items
      items.terms = []
      let resolved = try items.resolved(in: names, text: text).roles
      for item in resolved.players.flatMap(\.items) + resolved.outcomes { known[item.name] = item }
    }
    if variables != nil {
      chosen = try Selection.resolve(study.drivers ?? [], in: names)
    } else if study.constructs.isEmpty && study.outcomes.isEmpty && study.drivers == nil {
      let design = [study.weights?.variable, study.strata, study.cluster].compactMap { $0.map(Selection.unquoted) }
      chosen = names.filter { !design.contains($0) }
    } else {
      let satisfaction = Set(try Selection.resolve(study.satisfaction, in: names))
      chosen = names.filter { known[$0] != nil || satisfaction.contains($0) }
    }
    let outcomes = Set(try Selection.resolve(study.outcomes, in: names))
    let items = chosen.map { name in
      let entry = study.variables[name]
      // The study's scale is for items: an outcome has only its own.
      return known[name]
        ?? AnalysisRoles.Item(
          name: name, label: entry?.label,
          scale: entry?.scale ?? (outcomes.contains(name) || text.contains(name) ? nil : study.scale))
    }
    let weights = study.weights.map {
      AnalysisRoles.Weighting(variable: Selection.unquoted($0.variable), kind: $0.kind)
    }
    return (
      AnalysisRoles(
        outcomes: [], players: items.map { AnalysisRoles.Player(name: $0.name, items: [$0]) }, weights: weights), []
    )
  }
}
