import Rendering
import Factors
import Importance
import Imputation
import Insight
import Measures
import Regression
import Reliability
import Structural
import Studies
public import Survey

extension NoteKind {
  /// Every family's kinds, in the order of the page.
  package static let families: [Family] = [
    surveyFamily, measuresFamily, imputationFamily, regressionFamily, importanceFamily, insightFamily, factorsFamily,
    reliabilityFamily, structuralFamily, studiesFamily, outputFamily,
  ]

  /// Every kind of note that a result may carry.
  public static var all: [NoteKind] { families.flatMap(\.kinds) }

  /// The kind of that name.
  public static func named(_ name: String) -> NoteKind? { all.first { $0.name == name.lowercased() } }

  /// The kinds in Markdown, as the documentation shows them.
  ///
  /// `Sources/Mainspring/Mainspring.docc/Notes.md` holds this text between its markers; a test compares them.
  package static var page: String {
    families.map { family in
      "## \(family.title)\n\n| kind | when | what to do |\n|---|---|---|\n"
        + family.kinds.map { "| `\($0.name)` | \($0.occasion.withOptions) | \($0.advice.withOptions) |\n" }.joined()
    }.joined(separator: "\n")
  }
}

extension ExplanationDocuments {
  /// The page of one kind of note.
  static func document(_ kind: NoteKind) -> Document {
    var table = ExplanationColumns.methods.table([(kind.name, "A kind of note")], group: nil)
    table.isShown = false
    return Document(
      version: Version.current, command: "explain", title: "The note \(kind.name)",
      blocks: blocks(kind) + [.table(table)], defaultTable: "methods")
  }

  /// When a note is made, and what to do then.
  static func blocks(_ kind: NoteKind) -> [Document.Block] {
    let occasion = kind.occasion.withOptions
    return [
      .heading("The note \(kind.name)"),
      .paragraph("It says: \(occasion)."),
      .heading("What to do"), .paragraph(kind.advice.withOptions),
    ]
  }

  /// The closed list of kinds, as the documentation has it.
  static func notes() -> Document {
    var table = ExplanationColumns.methods.table([("notes", "Kinds of notes")], group: nil)
    table.isShown = false
    return Document(
      version: Version.current, command: "explain", title: "Kinds of notes",
      blocks: [.markdown(NoteKind.page), .table(table)], defaultTable: "methods")
  }
}
