import Measures
import Survey
import SurveyFiles

extension SourceLoader {
  /// Sums the rows of a large survey without keeping them; of a small one these are its rows, or `nil` when it can be read
  /// again.
  func loadSums(_ reader: any SurveyReader, keepsSmall: Bool = true, isReadAgain: Bool = false) throws -> LoadedSource?
  {
    if study.settings.keepsNoRows { try refuse() }
    let resolved = try resolve(specification, reader.names, [])
    let condition = try specification.condition.map { try RowCondition($0) }
    try condition?.check(columns: reader.names)
    var used = resolved.roles.columns
    used.formUnion(condition?.variables ?? [])
    let wave = specification.chosenWave == "all" ? nil : specification.wave
    if let wave { used.insert(wave) }
    let reading = ReadingNotes(reader: reader, study: specification, roles: resolved.roles)
    if !takesRepeatedNames { try reading.refuseRepeatedNames() }
    let rows = reader.stream(
      ReadingRequest(
        columns: used, missing: try specification.missingRules(in: reader.names),
        categorical: try categorical(reader), jobs: execution.threads))
    let hasReplicates = study.settings.bootstrap.replicates != 0
    var intake = SurveyIntake(
      roles: resolved.roles, resampling: hasReplicates ? study.settings.bootstrap.seed ?? 1 : nil,
      keepsSmall: keepsSmall)
    var passedOver: [String: [UnreadableText]] = [:]
    var waveTitle = specification.chosenWave
    try rows.forEachBlock { read in
      let block = read.labelled(by: specification)
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
      try intake.add(chosen.map { block.selecting($0) } ?? block)
    }
    let content: LoadedSource.Content
    switch try intake.finish() {
    case .sums(let model): content = .stream(model)
    case .rows(let dataset):
      if isReadAgain { return nil }
      if dataset.rowCount == 0, let text = specification.condition {
        throw DataFault.noRowsLeft(after: "the condition '\(text)'")
      }
      content = .rows(dataset)
    }
    execution.observer?.didRead(reader.report)
    return LoadedSource(
      study: study, content: content, roles: resolved.roles, name: reader.report.source, digest: reader.digest,
      rowsRead: reader.report.rows, chosenWave: waveTitle,
      notes: resolved.notes + (try reading.notes)
        + reading.notes(
          onUnreadable: passedOver.sorted { $0.key < $1.key }.compactMap { name, parts in
            UnreadableText(joining: parts).map { (name, $0) }
          }))
  }

  /// What `--stream` cannot do.
  private func refuse() throws {
    func refusal(_ what: Sentence, _ suggestion: Sentence) -> DataFault {
      DataFault.request(problem: "\(setting: .stream) keeps no rows, and \(what)", suggestion: suggestion)
    }
    if !specification.by.isEmpty {
      throw refusal("\(setting: .by) needs them", "Choose a group with \(setting: .`where`).")
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
