import Rendering

/// Labels of variables and constructs: tables hold them beside the names (`Table.Column.labelColumn`).
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
}
