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
    let seed = blockSeed
    var taken = try SummedRows(specification, names: reader.names, jobs: execution.threads) {
      try resolve($0, reader.names, $1)
    } makeIntake: {
      SurveyIntake(roles: $0, resampling: seed, keepsSmall: keepsSmall, countsPairs: need == .tables, jobs: $1)
    }
    let reading = ReadingNotes(reader: reader, study: specification, roles: taken.resolved.roles)
    if !takesRepeatedNames { try reading.refuseRepeatedNames() }
    let rows = reader.stream(
      ReadingRequest(
        columns: taken.columns, missing: try specification.missingRules(in: reader.names),
        categorical: try categorical(reader), jobs: execution.threads))
    try rows.forEachBlock { try taken.add($0) }
    let groups = try taken.finish()
    // A small survey is read again as one.
    let hasSums = groups.contains { if case .stream = $0.content { true } else { false } }
    if isReadAgain, !hasSums { return nil }
    if taken.rowCount == 0, let text = specification.condition {
      throw DataFault.noRowsLeft(after: "the condition '\(text)'")
    }
    if groups.isEmpty { throw DataFault.allMissing(variable: specification.by[0]) }
    execution.observer?.didRead(reader.report)
    return LoadedSource(
      study: study, content: taken.by.isEmpty ? groups[0].content : .groups(groups, taken.groupLabels),
      roles: taken.resolved.roles, name: reader.report.source, digest: reader.digest, rowsRead: reader.report.rows,
      chosenWave: taken.waveTitle,
      notes: taken.resolved.notes + (try reading.notes) + taken.notes + reading.notes(onUnreadable: taken.unreadable))
  }

  /// The seed by which rows are dealt into blocks, for replicates and for errors; `nil` where neither is asked for, or there is a
  /// design, which has no blocks.
  private var blockSeed: UInt64? {
    let hasDesign = specification.hasDesign
    let isUnasked = study.settings.bootstrap.replicates == 0 && study.settings.errors == .classical
    guard !specification.keepsIncompleteRows, !hasDesign, !isUnasked else { return nil }
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
    if specification.hasDesign {
      throw refusal("resampling a design needs them", without)
    }
    if specification.keepsIncompleteRows { throw refusal("resampling pairs of answers needs them", without) }
  }
}
