public import Measures
import Survey

extension Study {
  /// Items one by one: mean with interval, spread, shape, answers, and what is missing for which reason. What
  /// `mainspring describe` prints.
  ///
  /// Throws `DataFault` for data that do not allow it.
  public func description(
    _ execution: StudyExecution = StudyExecution()
  ) throws -> StudyResult<[ItemDescription]> {
    var study = self
    if let variables = settings.variables { study.specification.drivers = variables }
    let isNamed = settings.variables != nil
    let source = try SourceLoader(
      study: study, need: .rows, takesRepeatedNames: !isNamed,
      besides: { isNamed ? QualityChecks.columns(in: $0) : Set($0) }, execution: execution
    ) { study, names, text in
      (try DescribedItems(study: study, isNamed: isNamed).roles(in: names, text: text), [])
    }.load()
    let coverage = settings.confidence ?? 0.95
    var notes = source.notes + Self.notes(source)
    let outcomes = try ShareOutcomes(source, specification)
    notes += outcomes.notes
    var quality: [GroupedFit<[QualityCheck]>] = []
    let looks = try source.allRows.map { try QualityChecks($0, specification) }
    let described = Set(source.roles.players.flatMap(\.items).map(\.name))
    notes += ReadingNotes.notes(on: source.responseSets.filter { !described.isDisjoint(with: $0.variables) })
    var groups: [GroupedFit<[ItemDescription]>] = []
    for part in try source.parts(&notes) {
      guard case .rows(let dataset) = part.content else {
        throw DataFault.needsRows(analysis: "describe", suggestion: "Give the data file.")
      }
      let known = try dataset.withKnownUnits(source.roles)
      notes += Self.notes(onUnknownUnits: dataset.rowCount - known.rowCount, of: dataset.rowCount, source.roles)
      guard known.rowCount > 0 else {
        throw DataFault.noRowsLeft(after: "leaving out respondents without a stratum or cluster")
      }
      notes += try known.notes(on: source.roles.players.flatMap(\.items), design: source.roles)
      var items = try known.describe(
        source.roles.players.flatMap(\.items), design: source.roles, confidence: coverage)
      let shares = try known.shares(
        outcomes.items, design: source.roles, interval: settings.shareInterval ?? .adjusted, confidence: coverage)
      for place in items.indices { items[place].shares = shares.filter { $0.variable == items[place].variable } }
      groups.append(GroupedFit(part, fit: items))
      quality.append(GroupedFit(part, fit: looks?.checks(dataset) ?? []))
    }
    var run = RunDescription(
      source: source.name, digest: source.digest, rowsRead: source.rowsRead, condition: specification.condition,
      wave: source.chosenWave, confidence: coverage, weights: source.roles.weights?.kind.rawValue)
    run.recorded = { [self] in StudyKeys.recorded(self, for: .describe) }
    var result = StudyResult(groups: groups, title: specification.title, run: run, notes: notes)
    result.shareDifferences = try outcomes.differences(
      source, interval: settings.shareInterval ?? .adjusted, confidence: coverage)
    result.groupTests = try source.groupTests(source.roles.players.flatMap(\.items))
    result.quality = quality
    return result
  }

  private static func notes(onUnknownUnits count: Int, of all: Int, _ roles: AnalysisRoles) -> [Note] {
    guard count > 0 else { return [] }
    let units = roles.unitColumns.map { "'\($0)'" }
    let columns: Sentence =
      units.count > 1
      ? "\(units.dropLast().joined(separator: ", ")) or \(units.last!)" : Sentence(units.first ?? "")
    return [
      Note(
        .rowsDropped,
        count == 1
          ? "\(count) of \(all) respondents was left out because \(columns) is missing."
          : "\(count) of \(all) respondents were left out because \(columns) is missing.")
    ]
  }

  /// What a reader must know of how variables are described.
  private static func notes(_ source: LoadedSource) -> [Note] {
    var notes: [Note] = []
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
}

/// What is described: the variables that are named, else those that the study speaks of, else all.
private struct DescribedItems {
  let study: StudySpecification
  /// Variables were named; `study.drivers` holds them.
  let isNamed: Bool

  /// Every variable becomes an item.
  func roles(in names: [String], text: Set<String>) throws -> AnalysisRoles {
    var chosen: [String]
    var known: [String: AnalysisRoles.Item] = [:]
    if !study.constructs.isEmpty || !study.outcomes.isEmpty || study.drivers == nil {
      var items = study
      // What was named may be an outcome as well.
      items.drivers = study.constructs.isEmpty && !isNamed ? study.drivers : nil
      items.players = .items
      items.terms = []
      do {
        let resolved = try items.resolved(in: names, text: text).roles
        for item in resolved.players.flatMap(\.items) + resolved.outcomes { known[item.name] = item }
      } catch DataFault.missingRole where study.constructs.isEmpty {
        // Texts alone can be looked at all the same, and so can outcomes beside columns of the design.
        for name in try Selection.resolve(study.outcomes, in: names) {
          let entry = study.variables[name]
          known[name] = AnalysisRoles.Item(name: name, label: entry?.label, scale: entry?.scale)
        }
      }
    }
    if isNamed {
      chosen = try Selection.resolve(study.drivers ?? [], in: names)
    } else if study.constructs.isEmpty && study.outcomes.isEmpty && study.drivers == nil {
      var stages = AnalysisRoles(outcomes: [], players: [])
      try study.applyStages(to: &stages, in: names)
      let design =
        [study.weights?.variable, study.strata].compactMap { $0.map(Selection.unquoted) } + stages.unitColumns
        + stages.populationColumns + [stages.unusedSubcluster].compactMap { $0 }
      let replicates = try study.replicates(in: names)?.variables ?? []
      chosen = names.filter { !design.contains($0) && !replicates.contains($0) }
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
    var roles = AnalysisRoles(
      outcomes: [], players: items.map { AnalysisRoles.Player(name: $0.name, items: [$0]) }, weights: weights,
      strata: study.strata.map(Selection.unquoted))
    try study.applyStages(to: &roles, in: names)
    roles.lonely = study.lonely
    roles.replicates = try study.replicates(in: names)
    return roles
  }
}
