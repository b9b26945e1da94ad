import Rendering

/// What a column's closure may give: a cell, or a value that is one.
protocol CellValue: SendableMetatype {
  /// What kind of cell it is; `nil` where only the column's style tells.
  static var kind: TableContract.Kind? { get }
  var cell: Cell { get }
}

extension Cell: CellValue {
  static var kind: TableContract.Kind? { nil }
  var cell: Cell { self }
}
extension Double: CellValue {
  static var kind: TableContract.Kind? { .number }
  var cell: Cell { .number(self) }
}
extension Int: CellValue {
  static var kind: TableContract.Kind? { .integer }
  var cell: Cell { .integer(self) }
}
extension String: CellValue {
  static var kind: TableContract.Kind? { .text }
  var cell: Cell { .text(self) }
}
extension Bool: CellValue {
  static var kind: TableContract.Kind? { .flag }
  var cell: Cell { .flag(self) }
}
extension Optional: CellValue where Wrapped: CellValue {
  static var kind: TableContract.Kind? { Wrapped.kind }
  var cell: Cell { map(\.cell) ?? .missing }
}

/// One column of a table of `Row`s: name, heading, format, meaning, and where its value comes from.
///
/// The contract, the table, the page of columns and `mainspring explain output` are all made of it.
struct Column<Row>: Sendable {
  let contract: TableContract.Column
  let value: @Sendable (Row) -> Cell
  /// The column of the labels of this one's names, which stands at the end of the table.
  let label: (contract: TableContract.Column, value: @Sendable (Row) -> Cell)?

  /// - Parameters:
  ///   - name: in JSON and CSV, from the field's words.
  ///   - heading: what people see above it.
  ///   - meaning: for the page of columns; of a name that the data give, `label` says what its label is of.
  ///   - isShown: to people; the rest is for programs.
  init<Value: CellValue>(
    _ name: String, _ heading: String, _ style: Table.Style, _ meaning: String, shown isShown: Bool = true,
    value: @escaping @Sendable (Row) -> Value
  ) {
    contract = TableContract.Column(name, heading, style, meaning, shown: isShown, kind: Value.kind)
    self.value = { value($0).cell }
    label = nil
  }

  /// A column of names, which people read as labels where there are some.
  init(
    names name: String, _ heading: String, _ meaning: String, value: @escaping @Sendable (Row) -> String?,
    labels labelMeaning: String, label: @escaping @Sendable (Row) -> String?
  ) {
    contract = TableContract.Column(name, heading, .text, meaning)
    self.value = { Cell(value($0)) }
    self.label = (
      TableContract.Column("\(name)_label", "Label", .text, labelMeaning, shown: false), { Cell(label($0)) }
    )
  }
}

/// Columns written one under the other.
@resultBuilder enum ColumnBuilder<Row> {
  static func buildExpression(_ column: Column<Row>) -> Column<Row> { column }
  static func buildBlock(_ columns: Column<Row>...) -> [Column<Row>] { columns }
}
