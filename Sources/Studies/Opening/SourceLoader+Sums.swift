import Measures
import Regression
import Survey
import SurveyFiles

extension SourceLoader {
  /// Sums the rows of a large survey without keeping them; of a small one these are its rows, or `nil` when it can be read
  /// again.
  func loadSums(_ reader: any SurveyReader, keepsSmall: Bool = true, isReadAgain: Bool = false) throws -> LoadedSource?
  {
    if study.settings.keepsNoRows { try refuse() }
    var specification = specification
    var resolved = try resolve(specification, reader.names, [])
    let condition = try specification.condition.map { try RowCondition($0) }
    let by = specification.by.map(Selection.unquoted)
    try condition?.check(columns: reader.names)
    var used = resolved.roles.columns
    used.formUnion(condition?.variables ?? [])
    used.formUnion(by)
    let wave = specification.chosenWave == "all" || by.contains(specification.wave ?? "") ? nil : specification.wave
    if let wave { used.insert(wave) }
    // A condition may have left them out already.
    var responses = condition == nil ? PlatformResponses(reader.names) : nil
    used.formUnion(responses?.columns ?? [])
    let reading = ReadingNotes(reader: reader, study: specification, roles: resolved.roles)
    if !takesRepeatedNames { try reading.refuseRepeatedNames() }
    let rows = reader.stream(
      ReadingRequest(
        columns: used, missing: try specification.missingRules(in: reader.names),
        categorical: try categorical(reader), jobs: execution.threads))
    let seed = blockSeed
    var intake: GroupedIntake?
    var groupLabels = GroupLabels([])
    var passedOver: [String: [UnreadableText]] = [:]
    var waveTitle = specification.chosenWave
    try rows.forEachBlock { read in
      let block = read.labelled(by: specification)
      if intake == nil {
        // What answers in words were recognised to be on is their scale, and which columns hold text the first block tells.
        let text = Set(block.variables.filter(\.isText).map(\.name))
        if specification.takeScales(of: block) || !text.isEmpty {
          resolved = try resolve(specification, reader.names, text)
        }
        let roles = resolved.roles
        groupLabels = GroupLabels(try by.map { try block.variable($0) })
        intake = GroupedIntake(by: by) {
          SurveyIntake(roles: roles, resampling: seed, keepsSmall: keepsSmall, countsPairs: need == .tables)
        }
      }
      responses?.add(block)
      var chosen = try condition?.rows(in: block)
      for name in condition?.variables ?? [] {
        if let bad = block[name]?.unreadable { passedOver[name, default: []].append(bad) }
      }
      if let wave {
        let variable = try block.variable(wave)
        chosen = (chosen ?? Array(0..<Int32(block.rowCount))).filter {
          let key = RowKey(variable, row: Int($0))
          guard key.isAsked(specification.chosenWave!, variable.details.valueLabels) else { return false }
          waveTitle = key.title
          return true
        }
      }
      try intake!.add(chosen.map { block.selecting($0) } ?? block)
    }
    let taken = intake ?? GroupedIntake(by: by) { SurveyIntake(roles: resolved.roles, resampling: seed) }
    let groups = try taken.finish { outcome in
      switch outcome {
      case .sums(let model): .stream(model)
      case .rows(let dataset): .rows(dataset)
      }
    }
    // A small survey is read again as one.
    let hasSums = groups.contains { if case .stream = $0.content { true } else { false } }
    if isReadAgain, !hasSums { return nil }
    if taken.rowCount == 0, let text = specification.condition {
      throw DataFault.noRowsLeft(after: "the condition '\(text)'")
    }
    if groups.isEmpty { throw DataFault.allMissing(variable: specification.by[0]) }
    execution.observer?.didRead(reader.report)
    let others = [
      responses?.note, SourceGroup.note(ungrouped: taken.ungrouped, of: taken.rowCount, specification.by),
    ].compactMap { $0 }
    return LoadedSource(
      study: study, content: by.isEmpty ? groups[0].content : .groups(groups, groupLabels), roles: resolved.roles,
      name: reader.report.source, digest: reader.digest, rowsRead: reader.report.rows,
      chosenWave: by.contains(specification.wave ?? "") ? nil : waveTitle,
      notes: resolved.notes + (try reading.notes) + others
        + reading.notes(
          onUnreadable: passedOver.sorted { $0.key < $1.key }.compactMap { name, parts in
            UnreadableText(joining: parts).map { (name, $0) }
          }))
  }

  /// The seed by which rows are dealt into blocks, for replicates and for errors; `nil` where neither is asked for, or there is a
  /// design, which has no blocks.
  private var blockSeed: UInt64? {
    let hasDesign =
      specification.strata != nil || specification.cluster != nil || specification.populationSize != nil
    let isUnasked = study.settings.bootstrap.replicates == 0 && study.settings.errors == .classical
    guard specification.missing != .pairwise, !hasDesign, !isUnasked else { return nil }
    return study.settings.bootstrap.seed ?? 1
  }

  /// What `--stream` cannot do.
  private func refuse() throws {
    func refusal(_ what: Sentence, _ suggestion: Sentence) -> DataFault {
      DataFault.request(problem: "\(setting: .stream) keeps no rows, and \(what)", suggestion: suggestion)
    }
    if PassedOver.applies(to: specification) {
      throw refusal("which columns '*' means is seen in them", "Name the drivers with \(setting: .drivers).")
    }
    if specification.drivers == nil, specification.constructs.isEmpty, specification.groups.isEmpty,
      specification.blocks.isEmpty
    {
      throw refusal(
        "which columns hold numbers is known only at the end", "Name the drivers with \(setting: .drivers).")
    }
    if specification.wave != nil, specification.chosenWave == nil {
      throw refusal(
        "the latest wave is known only at the end", "Name it with \(setting: .wave), or say \(setting: .wave, "all").")
    }
    guard study.settings.bootstrap.replicates != 0 else { return }
    let without: Sentence = "Leave \(setting: .stream) out, or add \(setting: .bootstrap) 0."
    if specification.strata != nil || specification.cluster != nil || specification.populationSize != nil {
      throw refusal("resampling a design needs them", without)
    }
    if specification.missing == .pairwise { throw refusal("resampling pairs of answers needs them", without) }
  }
}
