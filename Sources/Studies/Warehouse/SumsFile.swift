import Measures
import Survey
import SurveyFiles

/// A table of sums as CSV: what queries give, and what `moments` writes.
enum SumsFile {
  // MARK: Writing

  static func bytes(of table: SumsTable) -> [UInt8] {
    let plan = table.plan
    let fields = SumsTable.fields(plan)
    var text = ([SumsTable.query, SumsTable.plan, SumsTable.block] + SumsTable.groupColumns(plan) + [SumsTable.total])
      .joined(separator: ",")
    for field in fields { text += "," + field.name }
    text += "\n"
    let total = CSVWriter.text(of: table.rows)
    for entry in table.entries {
      text += "\(table.query),\(plan.text),\(entry.block)"
      for value in entry.group { text += "," + quoted(value) }
      text += "," + total
      for field in fields {
        let value = entry.cell[field.field]
        // An item that nobody of a block answers has no bounds.
        text += value.isFinite ? "," + CSVWriter.text(of: value) : ","
      }
      text += "\n"
    }
    return Array(text.utf8)
  }

  private static func quoted(_ value: String) -> String {
    value.contains(where: { ",\"\n\r".contains($0) }) ? "\"\(value.replacing("\"", with: "\"\""))\"" : value
  }

  // MARK: Reading

  /// Throws `SumsFault`, and what `SumsTable.check` throws.
  static func table(_ dataset: Dataset, source: String) throws -> SumsTable {
    func fault(_ problem: Sentence) -> SumsFault {
      .table(source: source, problem: problem, suggestion: "Save the whole result of the query, with its header.")
    }
    let columns = Dictionary(
      dataset.variables.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    func column(_ name: String) throws -> Variable {
      guard let column = columns[name] else { throw fault("it has no column '\(name)'") }
      return column
    }
    guard dataset.rowCount > 0 else {
      throw SumsFault.table(
        source: source, problem: "it has no rows",
        suggestion: "The table that was summed is empty, or no row meets the condition.")
    }
    let query = try one(column(SumsTable.query), "query", dataset, source)
    let text = try one(column(SumsTable.plan), "plan", dataset, source)
    guard let plan = SumsPlan(text: text) else {
      throw fault("its plan, which says what the sums are of, cannot be read")
    }
    let known =
      [SumsTable.query, SumsTable.plan, SumsTable.block, SumsTable.total] + SumsTable.groupColumns(plan)
      + SumsTable.fields(plan).map(\.name)
    if let other = dataset.names.first(where: { !known.contains($0.lowercased()) }) {
      throw fault("it has a column '\(other)', which is none of its plan")
    }
    let blocks = try numbers(column(SumsTable.block), dataset, source)
    let totals = try numbers(column(SumsTable.total), dataset, source)
    let groups = try SumsTable.groupColumns(plan).map { RowKeys(try column($0)) }
    var cells = [SumsCell](repeating: SumsCell(plan), count: dataset.rowCount)
    for (name, field) in SumsTable.fields(plan) {
      let isBound = name.hasPrefix("low_") || name.hasPrefix("high_")
      let values = try numbers(column(name), dataset, source, mayLack: isBound)
      for row in cells.indices where !values[row].isNaN { cells[row][field] = values[row] }
    }
    var entries: [SumsTable.Entry] = []
    for row in cells.indices {
      guard let block = Int(exactly: blocks[row]) else { throw fault("\(blocks[row]) is no block") }
      entries.append(SumsTable.Entry(group: groups.map { $0[row] }, block: block, cell: cells[row]))
    }
    if Set(totals).count > 1 {
      throw fault("its rows count the rows of the table differently: they are of several runs")
    }
    let table = SumsTable(plan: plan, query: query, entries: entries)
    try table.check(total: totals[0], source: source)
    return table
  }

  /// The one value of a column that is the same in every row.
  private static func one(_ variable: Variable, _ what: String, _ dataset: Dataset, _ source: String) throws -> String {
    let keys = RowKeys(variable)
    let first = keys[0]
    if let row = (0..<dataset.rowCount).first(where: { keys[$0] != first }) {
      throw SumsFault.table(
        source: source,
        problem:
          "row \(dataset.rowNumber(row)) is of another \(what) than the rows before it: results of two queries are mixed",
        suggestion: "Give the result of one query, or add results of the same sums with `mainspring moments merge`.")
    }
    return first
  }

  private static func numbers(
    _ variable: Variable, _ dataset: Dataset, _ source: String, mayLack: Bool = false
  ) throws -> [Double] {
    let values: [Double]
    if case .text(let codes, let categories) = variable.values {
      values = try codes.enumerated().map { row, code in
        if code < 0 { return .nan }
        // Engines write infinities as words.
        let text = categories[Int(code)]
        guard let value = Double(text) else {
          throw SumsFault.table(
            source: source, problem: "row \(dataset.rowNumber(row)) has '\(text)' in the column '\(variable.name)'",
            suggestion: "A sum is a number: run the query anew.")
        }
        return value.isNaN ? .infinity : value
      }
    } else {
      if let bad = variable.unreadable, Double(bad.value) != nil {
        throw SumsFault.data(
          source: source,
          problem: "row \(bad.row) has '\(bad.value)', no finite number, in the column '\(variable.name)'",
          suggestion: "A column that was summed holds an infinite number: correct it in the table.")
      }
      if let bad = variable.unreadable {
        throw SumsFault.table(
          source: source, problem: "row \(bad.row) has '\(bad.value)' in the column '\(variable.name)'",
          suggestion: "A sum is a number: run the query anew.")
      }
      values = variable.doubles
    }
    if !mayLack, let row = values.firstIndex(where: \.isNaN) {
      throw SumsFault.table(
        source: source, problem: "row \(dataset.rowNumber(row)) has no number in the column '\(variable.name)'",
        suggestion: "Save the whole result of the query.")
    }
    return values
  }

  /// The values of a column as titles.
  private struct RowKeys {
    let variable: Variable
    init(_ variable: Variable) { self.variable = variable }
    subscript(row: Int) -> String { RowKey(variable, row: row).title }
  }
}
