import Languages
package import Rendering
import Survey

/// The closed list of tables and columns that JSON and CSV may hold. A name here is a promise: scripts depend on it.
///
/// Every builder of a table takes its columns from this list, the page `Output.md` is compared with it by the
/// tests, and `mainspring explain output` prints it.
package struct TableContract: Sendable {
  /// What the cells of a column are, unless they are missing.
  package enum Kind: Sendable {
    case text, integer, number, flag
  }

  package struct Column: Sendable {
    package let name: String
    package let heading: String
    package let style: Table.Style
    /// Shown to people in text and Markdown; the rest is for JSON and CSV.
    package let isShown: Bool
    package let meaning: String
    package let kind: Kind

    /// - Parameter kind: of its cells; without it a column of the style `text` holds texts, and others numbers.
    init(
      _ name: String, _ heading: String, _ style: Table.Style, _ meaning: String, shown: Bool = true, kind: Kind? = nil
    ) {
      self.kind = kind ?? (style == .text ? .text : .number)
      self.name = name
      self.heading = heading
      self.style = style
      self.isShown = shown
      self.meaning = meaning
    }
  }

  package let name: String
  package let title: String
  package let verb: String
  package let columns: [Column]
  package let isShown: Bool
  /// A column whose value many rows share.
  let sections: String?
  /// It compares the groups of `--by`: empty without it, and no columns say which group a row is of.
  package let isOfGroups: Bool
  /// Why it may have no rows.
  let empty: EmptyTable?

  /// An empty table of this contract; with `by`, the two columns that say which group a row is of come first, and the
  /// group's label last.
  func table(by: Bool, caption: Sentence? = nil, hiding hidden: Set<String> = []) -> Table {
    var all = columns
    if by { all = TableContract.groupColumns + all + [TableContract.groupLabel] }
    let names = Set(all.map(\.name))
    let language = Language.current
    var table = Table(
      name: name, title: language.word(title),
      columns: all.map { column in
        let label = "\(column.name)_label"
        var shown = Table.Column(
          column.name, language.word(column.heading), column.style,
          isShown: column.isShown && !hidden.contains(column.name),
          labelColumn: names.contains(label) ? label : nil)
        shown.meaning = column.meaning
        return shown
      }, isShown: isShown, caption: caption.map(said))
    table.sectionColumn = sections
    return table
  }

  package static let groupColumns = [
    Column("by", "By", .text, "the variable that `--by` names; absent without `--by`", shown: false),
    Column("group", "Group", .text, "the value of that variable in this group; absent without `--by`"),
  ]

  package static let groupLabel = Column(
    "group_label", "Label", .text,
    "what that value is called, by the value labels of the file or the study; null without one; absent without `--by`",
    shown: false)

  /// Every table of every verb, in the order of the page.
  package static var all: [TableContract] { Verbs.all.flatMap { $0.tables } }

  /// The tables that `--diagnostics` makes.
  package static var ofDiagnostics: [TableContract] {
    [
      DiagnosticColumns.tests.contract, DiagnosticColumns.influence.contract, DiagnosticColumns.collinearity.contract,
      DiagnosticColumns.vif.contract,
    ]
  }

  /// The table of hierarchical blocks.
  package static var ofBlocks: TableContract { DiagnosticColumns.blocks.contract }

  /// The first table of that name, or a verb's own.
  package static func named(_ name: String, verb: String? = nil) -> TableContract? {
    all.first { $0.name == name && (verb == nil || $0.verb == verb) }
  }
}
