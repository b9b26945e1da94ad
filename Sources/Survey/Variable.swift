/// One column of a survey: its name, what it is called in reports, and its values.
public struct Variable: Sendable, Equatable {
  /// The column's name in the file; unique within a dataset.
  public var name: String
  /// What reports call it; `nil` when nothing better than the name is known.
  public var label: String?
  /// One for each row.
  public var values: ColumnValues
  /// What each missing reason stands for (`empty`, `NA`, `code 9`, …); at most `MissingValue.reasonLimit`.
  public var missingReasons: [MissingReason]
  /// In a numeric column, the text that could not be read as a number. Such values count as missing (reason
  /// `unreadable`) until somebody uses the column: then they are an error naming row and value.
  public var unreadable: UnreadableText?
  /// What the file says of the column besides: question, value labels, level, user-missing answers.
  public var details: VariableDetails

  public init(
    name: String, label: String? = nil, values: ColumnValues, missingReasons: [MissingReason] = [.empty],
    unreadable: UnreadableText? = nil, details: VariableDetails = VariableDetails()
  ) {
    self.name = name
    self.label = label
    self.values = values
    self.missingReasons = missingReasons
    self.unreadable = unreadable
    self.details = details
  }

  /// How many rows there are.
  public var count: Int { values.count }
  /// The values are texts.
  public var isText: Bool { if case .text = values { true } else { false } }
  /// What a report calls the variable.
  public var title: String { label ?? name }

  /// The values as doubles, a missing one as NaN; a text column gives its category codes.
  public var doubles: [Double] {
    switch values {
    case .int8(let v): v.map { $0 < MissingValue.int8Floor ? .nan : Double($0) }
    case .int16(let v): v.map { $0 < MissingValue.int16Floor ? .nan : Double($0) }
    case .double(let v): v
    case .text(let codes, _): codes.map { $0 < 0 ? .nan : Double($0) }
    }
  }

  /// The values of the given rows (0-based), in that order. `Dataset.selecting` knows which unreadable texts these have.
  public func selecting(_ rows: [Int32]) -> Variable {
    var copy = self
    switch values {
    case .int8(let v): copy.values = .int8(rows.map { v[Int($0)] })
    case .int16(let v): copy.values = .int16(rows.map { v[Int($0)] })
    case .double(let v): copy.values = .double(rows.map { v[Int($0)] })
    case .text(let codes, let categories):
      copy.values = .text(codes: rows.map { codes[Int($0)] }, categories: categories)
    }
    return copy
  }
}

/// Texts found in a column of numbers, at least one.
public struct UnreadableText: Sendable, Equatable {
  /// Their rows in the source, ascending (1 is the first row below the header).
  public private(set) var rows: [Int]
  public private(set) var values: [String]

  /// `nil` without any.
  public init?(_ texts: [(row: Int, text: String)]) {
    if texts.isEmpty { return nil }
    rows = texts.map(\.row)
    values = texts.map(\.text)
  }

  /// The first one's row and text, and how many there are.
  public var row: Int { rows[0] }
  public var value: String { values[0] }
  public var count: Int { rows.count }

  /// Those in rows of the source that are kept; `nil` when none is.
  func keeping(_ isKept: (Int) -> Bool) -> UnreadableText? {
    UnreadableText(zip(rows, values).filter { isKept($0.0) }.map { (row: $0.0, text: $0.1) })
  }

  /// Those of several pieces of one column, in order; `nil` without any.
  public init?(joining parts: [UnreadableText]) {
    if parts.isEmpty { return nil }
    rows = parts.flatMap(\.rows)
    values = parts.flatMap(\.values)
  }
}
