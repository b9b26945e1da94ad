import Measures
import Survey
import SurveyFiles

extension SourceLoader {
  /// The sums by block that a query gave.
  func loadSummed(_ reader: any SurveyReader) throws -> LoadedSource {
    if !study.settings.takesMoments, study.source != .path("-") {
      var loader = self
      loader.study.settings.takesMoments = true
      return try loader.loadSummed(loader.reader())
    }
    let source = reader.report.source
    if specification.condition != nil || specification.chosenWave.map({ $0 != "all" }) ?? false {
      let setting: Sentence = specification.condition != nil ? "\(setting: .`where`)" : "\(setting: .wave)"
      throw DataFault.needsRows(
        analysis: "Choosing rows by \(setting)",
        suggestion: "Give it to `mainspring moments sql`, and leave it out here.")
    }
    if need == .rows {
      throw DataFault.needsRows(
        analysis: "What is asked for",
        suggestion:
          "Sums by block give coefficients, importance, intervals and matrices of Pearson's correlations: leave the other settings out."
      )
    }
    let dataset = try reader.rows(ReadingRequest(jobs: execution.threads))
    let table = try SumsFile.table(dataset, source: source)
    try checkWeights(table.plan, source)
    let columns = need == .moments ? table.plan.terms.map(\.name) : table.plan.columns
    // Only what the study names has to be found; no sums are of it.
    let extra =
      (specification.weights == nil ? [] : [table.plan.weights?.variable].compactMap { $0 })
      + (specification.by.isEmpty ? [] : table.plan.by)
    let names = columns + extra.filter { !columns.contains($0) }
    // What chose and grouped rows has done so; stated importance is among the sums where it was asked for.
    var specification = specification
    specification.wave = specification.wave.flatMap { names.contains($0) ? $0 : nil }
    specification.segment = specification.segment.flatMap { names.contains($0) ? $0 : nil }
    specification.variables = specification.variables.filter { names.contains($0.key) }
    specification.reversed = specification.reversed.filter { (try? Selection.resolve([$0], in: names)) != nil }
    specification.satisfaction = specification.satisfaction.filter { (try? Selection.resolve([$0], in: names)) != nil }
    specification.stated = specification.stated.filter { names.contains($0.value) }
    if !isExplaining {
      specification.outcomes = specification.outcomes.filter { (try? Selection.resolve([$0], in: names)) != nil }
    }
    try checkGroups(table.plan, source)
    var resolved = try resolve(specification, names, [])
    // The sums know their weights.
    resolved.roles.weights = nil
    let (parts, notes) = try summedParts(table, resolved.roles, source)
    resolved.roles.weights = need == .moments ? nil : table.plan.weights
    var loaded = LoadedSource(
      study: study, content: parts[0].content, roles: resolved.roles, name: source, digest: reader.digest,
      rowsRead: Int(table.rows), chosenWave: nil, notes: resolved.notes + notes)
    if !specification.by.isEmpty { loaded.summedParts = parts }
    return loaded
  }

  private func checkGroups(_ plan: SumsPlan, _ source: String) throws {
    guard !specification.by.isEmpty, specification.by.map(Selection.unquoted) != plan.by else { return }
    throw SumsFault.table(
      source: source,
      problem: plan.by.isEmpty
        ? "its sums are not by group" : "its sums are by \(plan.by.map { "'\($0)'" }.joined(separator: ", "))",
      suggestion: "Give \(setting: .by) to the query too, or leave it out.")
  }

  private func checkWeights(_ plan: SumsPlan, _ source: String) throws {
    guard let asked = specification.weights, asked != plan.weights else { return }
    let own = plan.weights.map { "are weighted by '\($0.variable)' (\($0.kind.rawValue))" } ?? "have no weights"
    throw SumsFault.table(
      source: source, problem: "its sums \(own), and the study weights by '\(asked.variable)' (\(asked.kind.rawValue))",
      suggestion: "Make the query anew with the study as it is.")
  }

  /// The groups that can be analysed, with notes on the others; the whole where no groups are asked for.
  private func summedParts(
    _ table: SumsTable, _ roles: AnalysisRoles, _ source: String
  ) throws -> (parts: [SourcePart], notes: [Note]) {
    guard !specification.by.isEmpty else {
      return ([SourcePart(content: try content(table, nil, roles, source))], [])
    }
    let by = table.plan.by.joined(separator: ", ")
    var notes: [Note] = []
    let without = table.entries.filter { $0.group.contains("") }.reduce(0) { $0 + $1.cell.rows }
    if without > 0, without < table.rows {
      notes.append(
        Note(
          .noGroup,
          "\(Int(without)) of \(Int(table.rows)) respondents have no group, because '\(by)' is missing, and are left out."
        ))
    }
    let groups = table.groups.filter { !$0.contains("") }.sorted(by: Self.precedes)
    guard !groups.isEmpty else { throw DataFault.allMissing(variable: table.plan.by[0]) }
    var parts: [SourcePart] = []
    var firstFault: (any Fault)?
    for (place, group) in groups.enumerated() {
      let value = group.joined(separator: ", ")
      do {
        let content = try content(table, group, roles, source)
        parts.append(SourcePart(by: by, value: value, content: content, place: place, count: groups.count))
      } catch let fault as any Fault where groups.count > 1 {
        firstFault = firstFault ?? fault
        notes.append(Note(.groupLeftOut, "\(by) = \(value) is left out: \(fault.sentence)"))
      }
    }
    if parts.isEmpty, let firstFault { throw firstFault }
    return (parts, notes)
  }

  private func content(
    _ table: SumsTable, _ group: [String]?, _ roles: AnalysisRoles, _ source: String
  ) throws -> LoadedSource.Content {
    if need == .moments { return .moments(try Moments(table, group: group, source: source)) }
    let model = try ModelMoments(table, roles: roles, group: group, source: source)
    guard model.blocks != nil || study.settings.bootstrap.replicates == 0 else {
      throw SumsFault.table(
        source: source,
        problem: "it has \(table.cells(of: group).count) blocks, and intervals need at least \(SumsPlan.fewestBlocks)",
        suggestion: "Make the query anew with more blocks, or switch resampling off with \(setting: .bootstrap, "0").")
    }
    return .stream(model)
  }

  /// Numbers by size before texts by letters, as `RowKey` has it.
  private static func precedes(_ a: [String], _ b: [String]) -> Bool {
    func keys(_ group: [String]) -> [RowKey] { group.map { text in Double(text).map { .number($0) } ?? .text(text) } }
    return keys(a).lexicographicallyPrecedes(keys(b))
  }
}
