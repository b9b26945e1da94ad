/// A survey in memory: columns of equal length, one row per respondent.
public struct Dataset: Sendable {
  /// The columns in the order of the file.
  public private(set) var variables: [Variable]
  /// Values of every column.
  public let rowCount: Int
  /// The number each row has in its source (1 is the first row below the header). Messages use it, so that a filtered
  /// dataset still points at the file. Empty when the rows are simply `firstRow`, `firstRow + 1`, ….
  public var rowNumbers: [Int32]
  /// The number of the first row in its source: 1, or more in a block of a stream.
  public var firstRow: Int
  private var positions: [String: Int]

  public init(variables: [Variable], rowCount: Int, firstRow: Int = 1, rowNumbers: [Int32] = []) {
    precondition(variables.allSatisfy { $0.count == rowCount }, "columns of unequal length")
    precondition(rowNumbers.isEmpty || rowNumbers.count == rowCount, "a row number for every row, or for none")
    self.variables = variables
    self.rowCount = rowCount
    self.firstRow = firstRow
    self.rowNumbers = rowNumbers
    positions = Dictionary(
      variables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Of the columns, in their order.
  public var names: [String] { variables.map(\.name) }

  public subscript(name: String) -> Variable? { positions[name].map { variables[$0] } }

  /// The variable of that name; throws `DataFault.noSuchVariable` with the nearest names.
  public func variable(_ name: String) throws -> Variable {
    guard let variable = self[name] else {
      throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: names))
    }
    return variable
  }

  /// The number in the source of row `index` (0-based).
  public func rowNumber(_ index: Int) -> Int {
    rowNumbers.isEmpty ? firstRow + index : Int(rowNumbers[index])
  }

  /// The dataset restricted to the given rows (0-based), which keep their row numbers.
  public func selecting(_ rows: [Int32]) -> Dataset {
    let numbers = rows.map { Int32(rowNumber(Int($0))) }
    lazy var kept = Set(numbers)
    let chosen = variables.map { variable in
      var part = variable.selecting(rows)
      part.unreadable = variable.unreadable?.keeping { kept.contains(Int32($0)) }
      return part
    }
    return Dataset(variables: chosen, rowCount: rows.count, firstRow: firstRow, rowNumbers: numbers)
  }

  /// The dataset with one variable replaced, or appended when its name is new.
  public func replacing(_ variable: Variable) -> Dataset {
    precondition(variable.count == rowCount, "columns of unequal length")
    var columns = variables
    if let position = positions[variable.name] { columns[position] = variable } else { columns.append(variable) }
    return Dataset(variables: columns, rowCount: rowCount, firstRow: firstRow, rowNumbers: rowNumbers)
  }
}
