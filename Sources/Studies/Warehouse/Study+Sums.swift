import Measures
import Survey
import SurveyFiles

/// How a table is summed.
public struct SumsSettings: Sendable, Equatable {
  /// Blocks of rows whose sums are kept apart, for intervals.
  public var blocks: Int
  /// A column of whole numbers whose hash deals rows into blocks; `nil`: at random.
  public var key: String?
  /// The table's columns in their order; `nil`: those of the study's data, or else those that the study names.
  public var columns: [String]?

  /// How rows are summed by an engine.
  public init(blocks: Int = 200, key: String? = nil, columns: [String]? = nil) {
    (self.blocks, self.key, self.columns) = (blocks, key, columns)
  }
}

extension Study {
  /// One query that has an engine sum the study's columns: its result, as CSV, stands in for the data (`init(path:moments:)`).
  ///
  /// - Parameters:
  ///   - table: what stands after FROM, as the engine writes it.
  /// - Throws: `DataFault` for a study that needs rows, for names that the engine cannot have, and for a result too wide.
  public func sumsQuery(_ dialect: SQLDialect, table: String, _ settings: SumsSettings = SumsSettings()) throws
    -> String
  {
    if let derived = specification.derived.first {
      throw DataFault.needsRows(
        analysis: "The derived column '\(derived.name)'",
        suggestion: "Make it a column of the table, or of a view of it, and leave it out here.")
    }
    let names = try settings.columns ?? columnsOfData() ?? NamedColumns(specification, settings: self.settings).names
    let roles = try sumsRoles(names)
    let rules = try specification.missingRules(in: names)
    let plan = try plan(roles, names, rules, settings)
    func codes(_ column: String) -> [MissingCode] { rules.codes(of: column).map { MissingCode($0) } }
    let conditions = SQLCondition(dialect: dialect, codes: codes)
    var tests: [String] = []
    if let text = specification.condition {
      let condition = try RowCondition(text)
      for name in condition.variables where !names.contains(name) {
        throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: names))
      }
      tests.append(try conditions.text(condition))
    }
    if let wave = try chosenWave() { tests.append(try conditions.equals(wave.column, wave.value)) }
    return try SQLQuery(
      dialect: dialect, plan: plan, table: SQLTable.checked(table),
      condition: tests.isEmpty ? nil : tests.joined(separator: " AND "), codes: codes
    ).text()
  }

  /// The sums of the study's data as CSV, in constant memory: what a query gives.
  ///
  /// Throws as `sumsQuery`, and what reading throws.
  public func sums(_ settings: SumsSettings = SumsSettings(), _ execution: StudyExecution = StudyExecution()) throws
    -> [UInt8]
  {
    let loader = SourceLoader(study: self, need: .sums, execution: execution) { _, names, _ in
      (try sumsRoles(names), [])
    }
    return SumsFile.bytes(of: try loader.summed(settings, wave: chosenWave()))
  }

  /// Adds sums of distinct rows, such as days, waves or shards, that were made alike. The paths are of tables of sums.
  ///
  /// Throws `SumsFault` for tables that are of different columns or rules, or that are the same one, and what reading throws.
  public static func mergedSums(_ paths: [String]) throws -> [UInt8] {
    var merged: SumsTable?
    var tables: [SumsTable] = []
    for path in paths {
      var options = ReadingOptions()
      options.csv.decimalComma = false
      let reader = try SurveyFile.reader(path: path, options: options)
      guard SumsTable.looksLikeSums(names: reader.names) else {
        throw SumsFault.table(
          source: path, problem: "it holds no sums by block",
          suggestion: "Give what `moments` writes, or the result of its query.")
      }
      let table = try SumsFile.table(try reader.rows(ReadingRequest()), source: path)
      if let first = tables.first, first.plan != table.plan {
        throw SumsFault.table(
          source: path,
          problem: "its sums differ from those of \(paths[0]) in \(first.plan.differences(from: table.plan))",
          suggestion: "Make both with the same study and settings.")
      }
      if let same = tables.firstIndex(where: { $0 == table }) {
        throw SumsFault.table(
          source: path, problem: "it is the same as \(paths[same]), whose rows would count twice",
          suggestion: "Give each part of the rows once.")
      }
      tables.append(table)
      if merged == nil { merged = table } else { merged!.merge(table) }
    }
    guard var result = merged else { return [] }
    result.query = ContentDigest.of(Array(tables.map(\.query).sorted().joined(separator: " ").utf8))
    return SumsFile.bytes(of: result)
  }

  // MARK: Roles

  private func sumsRoles(_ names: [String]) throws -> AnalysisRoles {
    if let variables = settings.variables {
      var chosen = specification
      chosen.drivers = variables
      return try VariableChoice(study: chosen, isNamed: true).roles(in: names, text: []).roles
    }
    if specification.drivers == nil, specification.constructs.isEmpty, specification.groups.isEmpty {
      throw DataFault.missingRole(
        role: "driver",
        suggestion:
          "Name what is to be summed with \(setting: .drivers) and \(setting: .outcomes), or with \(setting: .variables)."
      )
    }
    return try specification.resolved(in: names, text: []).roles
  }

  private func plan(
    _ roles: AnalysisRoles, _ names: [String], _ rules: MissingRules, _ settings: SumsSettings
  ) throws -> SumsPlan {
    try SumsPlan(
      roles, columns: names, by: try Selection.resolve(specification.by, in: names),
      key: settings.key.map { Selection.unquoted($0) }, blocks: settings.blocks
    ) { rules.codes(of: $0) }
  }

  /// The plan of sums of these columns.
  func sumsPlan(_ names: [String], _ settings: SumsSettings) throws -> SumsPlan {
    try plan(try sumsRoles(names), names, try specification.missingRules(in: names), settings)
  }

  /// The wave that rows are chosen by; `nil` for all rows.
  private func chosenWave() throws -> (column: String, value: String)? {
    guard let column = specification.wave else {
      if specification.chosenWave != nil {
        throw DataFault.missingRole(
          role: "column of waves",
          suggestion: "Say in a study which column holds the wave, or use \(setting: .`where`, "'wave = 2'").")
      }
      return nil
    }
    if specification.by.contains(column) || specification.chosenWave == "all" { return nil }
    guard let value = specification.chosenWave else {
      throw DataFault.request(
        problem: "The study has waves, and which is the latest is known only at the end",
        suggestion:
          "Name one with \(setting: .wave), say \(setting: .wave, "all"), or take each with \(setting: .by, "\(column)")."
      )
    }
    return (column, value)
  }

  /// The columns of the study's data; `nil` where there are none to be read.
  private func columnsOfData() throws -> [String]? {
    switch source {
    case .bytes(let bytes, let name): try SurveyFile.reader(bytes: bytes, name: name).names
    case .path(let path) where path != "-" && StudyPaths.exists(path): try SurveyFile.reader(path: path).names
    default: nil
    }
  }
}

extension SumsPlan {
  /// In what two plans differ, in words.
  fileprivate func differences(from other: SumsPlan) -> String {
    var parts: [String] = []
    if terms != other.terms || columns != other.columns || ratings != other.ratings { parts.append("their columns") }
    if numbers != other.numbers { parts.append("scales or codes of missing answers") }
    if weights != other.weights { parts.append("weights") }
    if by != other.by { parts.append("groups") }
    if key != other.key { parts.append("the key of the blocks") }
    if blocks != other.blocks { parts.append("the number of blocks") }
    return parts.joined(separator: ", ")
  }
}
