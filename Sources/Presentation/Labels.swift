import Rendering

/// Labels of variables and constructs: machines get them beside the names, people in their place.
struct Labels {
  /// By name.
  let byName: [String: String]

  init(_ byName: [String: String]) { self.byName = byName }

  init(_ names: [String], _ labels: [String?]) {
    byName = Dictionary(
      zip(names, labels).compactMap { name, label in label.map { (name, $0) } }, uniquingKeysWith: { a, _ in a })
  }

  /// The label; missing where there is none.
  func cell(_ name: String) -> Cell { Cell(byName[name]) }

  func title(_ name: String) -> String { byName[name] ?? name }

  /// The table, and, when it is one that people see and has labels, a view of it with labels in place of names.
  ///
  /// - Parameter columns: those that hold names; each has its labels in the column `<name>_label`.
  func blocks(_ table: Table, naming columns: [String]) -> [Document.Block] {
    guard !byName.isEmpty, table.isShown else { return [.table(table)] }
    var machine = table
    machine.isShown = false
    return [.table(machine), .view(view(table, columns))]
  }

  private func view(_ table: Table, _ columns: [String]) -> Table {
    let places = table.columns.indices.filter { columns.contains(table.columns[$0].name) }
    var view = Table(
      name: table.name, title: table.title, columns: table.columns,
      rows: table.rows.map { row in
        var named = row
        for place in places { if case .text(let name) = row[place] { named[place] = .text(title(name)) } }
        return named
      }, caption: table.caption)
    view.shownRows = table.shownRows
    return view
  }
}
