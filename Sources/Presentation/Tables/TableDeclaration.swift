import Rendering
import Studies
import Survey

/// A table of the closed list, declared once: what it holds, and how it is made of its rows.
struct TableDeclaration<Row>: Sendable {
  let contract: TableContract
  private let columns: [Column<Row>]

  /// - Parameters:
  ///   - sections: a column whose value many rows share (see `Table.sectionColumn`).
  ///   - isOfGroups: it compares the groups of `--by`: empty without it, and no columns say which group a row is of.
  ///   - empty: why it may have no rows.
  init(
    _ name: String, _ title: String, verb: String, shown isShown: Bool = true, sections: String? = nil,
    isOfGroups: Bool = false, empty: EmptyTable? = nil, @ColumnBuilder<Row> columns: () -> [Column<Row>]
  ) {
    let columns = columns()
    self.columns = columns
    contract = TableContract(
      name: name, title: title, verb: verb, columns: columns.map(\.contract) + columns.compactMap(\.label?.contract),
      isShown: isShown, sections: sections, isOfGroups: isOfGroups, empty: empty)
  }

  /// The table of these rows.
  ///
  /// - Parameters:
  ///   - group: the `--by` variable and the group's value; `nil` for the whole.
  ///   - hidden: columns that people need not see here.
  func table(
    _ rows: [Row], group: GroupKey?, caption: Sentence? = nil, hiding hidden: Set<String> = []
  ) -> Table {
    var table = contract.table(by: group != nil, caption: caption, hiding: hidden)
    let key: [Cell] = group.map { [.text($0.by), .text($0.value)] } ?? []
    let keyLabel: [Cell] = group.map { [Cell($0.label)] } ?? []
    let labels = columns.compactMap(\.label)
    for row in rows { table.append(key + columns.map { $0.value(row) } + labels.map { $0.value(row) } + keyLabel) }
    return table
  }
}
