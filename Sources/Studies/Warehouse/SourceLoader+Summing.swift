import Measures
import Survey
import SurveyFiles

extension SourceLoader {
  /// Sums the rows of a file by group and block without keeping them.
  func summed(_ settings: SumsSettings, wave: (column: String, value: String)?) throws -> SumsTable {
    let (loader, reader) = try takingSets(try reader())
    return try loader.summed(reader, settings, wave: wave)
  }

  private func summed(
    _ reader: any SurveyReader, _ settings: SumsSettings, wave: (column: String, value: String)?
  ) throws -> SumsTable {
    let plan = try study.sumsPlan(reader.names, settings)
    let roles = try resolve(specification, reader.names, []).roles
    let condition = try specification.condition.map { try RowCondition($0) }
    var used = roles.columns
    used.formUnion(condition?.variables ?? [])
    used.formUnion(plan.by + [plan.key, wave?.column].compactMap { $0 })
    if let key = plan.key, !reader.names.contains(key) {
      throw DataFault.noSuchVariable(name: key, nearest: Spelling.nearest(to: key, among: reader.names))
    }
    try ReadingNotes(reader: reader, study: specification, roles: roles).refuseRepeatedNames()
    var groups: [[RowKey]: SumsAccumulator] = [:]
    let rows = reader.stream(
      ReadingRequest(
        columns: used, missing: try missingRules(reader, plan), categorical: try categorical(reader),
        jobs: execution.threads))
    try rows.forEachBlock { block in
      var chosen = try condition?.rows(in: block) ?? Array(0..<Int32(block.rowCount))
      if let wave {
        let variable = try block.variable(wave.column)
        chosen = chosen.filter {
          let key = RowKey(variable, row: Int($0))
          return key.title == wave.value || key == Double(wave.value).map(RowKey.number)
        }
      }
      let columns = try plan.by.map { try block.variable($0) }
      var parts: [[RowKey]: [Int32]] = [:]
      if columns.isEmpty {
        parts[[]] = chosen
      } else {
        for row in chosen { parts[columns.map { RowKey($0, row: Int(row)) }, default: []].append(row) }
      }
      for (key, rows) in parts where !rows.isEmpty {
        guard groups.count < 1000 || groups[key] != nil else {
          throw DataFault.request(
            problem: "'\(plan.by.joined(separator: ","))' has more than 1000 different values, too many for groups",
            suggestion: "Name a column with few values, such as a segment or a wave.")
        }
        var accumulator = groups.removeValue(forKey: key) ?? SumsAccumulator(roles, plan: plan, seed: 1)
        try accumulator.add(rows.count == block.rowCount ? block : block.selecting(rows))
        groups[key] = accumulator
      }
    }
    execution.observer?.didRead(reader.report)
    if groups.isEmpty { throw DataFault.noRowsLeft(after: "selecting rows") }
    var entries: [SumsTable.Entry] = []
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      entries += groups[key]!.finish(group: key.map(\.title))
    }
    let made = [reader.digest ?? "", plan.text, specification.condition ?? "", wave?.value ?? ""]
    let table = SumsTable(
      plan: plan, query: ContentDigest.of(Array(made.joined(separator: "\n").utf8)), entries: entries)
    try table.check(total: nil, source: reader.report.source)
    return table
  }

  /// A key has no missing codes: each of its values is one.
  private func missingRules(_ reader: any SurveyReader, _ plan: SumsPlan) throws -> MissingRules {
    var rules = try specification.missingRules(in: reader.names)
    if let key = plan.key { rules.own[key] = [] }
    return rules
  }
}
