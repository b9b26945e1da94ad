package import Survey
import SurveyFiles

extension NaiveSurvey {
  /// The variables that `CSVReader.read` has to give for these columns.
  package func variables(keeping kept: Set<String>?) -> [Variable] {
    columns.filter { kept?.contains($0.name) ?? true }.map { column in
      let values = values(of: column)
      return Variable(
        name: column.name, values: values, missingReasons: column.missing.reasons,
        unreadable: isNumeric(column) ? UnreadableText(column.unreadable) : nil)
    }
  }

  /// A column that looked like numbers is text when more of its answers turn out to be text.
  package func isNumeric(_ column: Column) -> Bool {
    guard column.isNumber else { return false }
    let numbers = column.cells.count { if case .number = $0 { true } else { false } }
    return column.unreadable.count <= numbers
  }

  /// The values in the narrowest type that holds them.
  private func values(of column: Column) -> ColumnValues {
    guard isNumeric(column) else { return text(of: column) }
    let values = column.cells.map { cell -> Double in
      switch cell {
      case .number(let value): value
      case .missing(let reason): MissingValue.double(reason)
      case .text: preconditionFailure("a column of numbers holds no text")
      }
    }
    let present = values.filter { !$0.isNaN }
    if present.allSatisfy({ $0 == $0.rounded() && -112...127 ~= $0 }) {
      return .int8(values.map { MissingValue.reason($0).map { MissingValue.int8($0) } ?? Int8($0) })
    }
    if present.allSatisfy({ $0 == $0.rounded() && -32752...32767 ~= $0 }) {
      return .int16(values.map { MissingValue.reason($0).map { MissingValue.int16($0) } ?? Int16($0) })
    }
    return .double(values)
  }

  private func text(of column: Column) -> ColumnValues {
    var categories: [String] = []
    let unreadable = Dictionary(uniqueKeysWithValues: column.unreadable.map { ($0.row, $0.text) })
    let codes = column.cells.enumerated().map { index, cell -> Int32 in
      let text: String
      switch cell {
      case .missing(let reason):
        guard let found = unreadable[index + 1] else { return MissingValue.text(reason) }
        text = found
      case .number(let value): text = CSVWriter.text(of: value)
      case .text(let written): text = written
      }
      if let code = categories.firstIndex(of: text) { return Int32(code) }
      categories.append(text)
      return Int32(categories.count - 1)
    }
    return .text(codes: codes, categories: categories)
  }

  /// Every cell as a word, as a stream of blocks gives it: a column stays what it looked like at first.
  package func words(keeping kept: Set<String>?) -> [[String]] {
    columns.filter { kept?.contains($0.name) ?? true }.map { column in
      column.cells.map { cell in
        switch cell {
        case .number(let value): "\(value)"
        case .missing(let reason): "missing \(reason)"
        case .text(let text): text
        }
      }
    }
  }
}

extension ColumnValues {
  /// Every value as a word, so that widths do not matter.
  package var words: [String] {
    switch self {
    case .int8(let v): v.map { MissingValue.reason($0).map { "missing \($0)" } ?? "\(Double($0))" }
    case .int16(let v): v.map { MissingValue.reason($0).map { "missing \($0)" } ?? "\(Double($0))" }
    case .double(let v): v.map { MissingValue.reason($0).map { "missing \($0)" } ?? "\($0)" }
    case .text(let codes, let categories): codes.map { $0 < 0 ? "missing \(-1 - $0)" : categories[Int($0)] }
    }
  }
}
