import Rendering

/// The table of `explain`.
enum ExplanationColumns {
  typealias PageRow = (name: String, title: String)

  static let methods = TableDeclaration<PageRow>(
    "methods", "Methods", verb: "explain"
  ) {
    Column("name", "Name", .text, "what to write after `mainspring explain` and, for importance methods, `--methods`") {
      $0.name
    }
    Column("title", "Title", .text, "what it is") { $0.title }
  }
}
