public import Rendering
import Survey

/// The documents of `explain`: a page, the list of pages, the page of tables and columns.
public enum ExplanationDocuments: VerbPresentation {
  package static var tables: [TableContract] { [ExplanationColumns.methods.contract] }

  /// The page of a method, or the list when no name is given.
  public static func make(_ name: String?) throws -> Document {
    guard let name else { return list() }
    if name == "output" { return contract() }
    if name == "study" { return StudyPage.document }
    if name == "notes" { return notes() }
    let kind = NoteKind.named(name)
    guard let page = Explanation.named(name) else {
      if let kind { return document(kind) }
      throw DataFault.request(problem: "There is no page '\(name)'", suggestion: Explanation.suggestion(for: name))
    }
    var table = ExplanationColumns.methods.table([(page.name, page.title)], group: nil)
    table.isShown = false
    return Document(
      version: Version.current, command: "explain", title: page.title,
      blocks: [
        .heading(page.title), .paragraph(page.definition), .heading("When to use it"), .paragraph(page.use),
        .heading("When not"), .paragraph(page.avoid), .heading("Reference"), .paragraph(page.reference),
        .heading("Try it"), .verbatim(wrapped(page.command)),
      ] + (kind.map(blocks) ?? []) + [.table(table)], defaultTable: "methods")
  }

  /// On several lines, as a shell takes them, where it is wider than a terminal.
  private static func wrapped(_ command: String) -> String {
    guard command.count > 80 else { return command }
    var lines = [""]
    for part in command.replacing(" --", with: "\n--").split(separator: "\n") {
      let last = lines[lines.count - 1]
      if !last.isEmpty && last.count + part.count > 76 {
        lines[lines.count - 1] += " \\"
        lines.append("  " + part)
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(part) : "\(last) \(part)"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The closed list of tables and columns, as the documentation has it.
  private static func contract() -> Document {
    var table = ExplanationColumns.methods.table([("output", "Tables and columns")], group: nil)
    table.isShown = false
    return Document(
      version: Version.current, command: "explain", title: "Tables and columns",
      blocks: [.markdown(TableContract.page), .table(table)], defaultTable: "methods")
  }

  private static func list() -> Document {
    let pages =
      Explanation.all.map { ($0.name, $0.title) } + [
        ("output", "Every table and column that JSON and CSV may hold"),
        ("study", "Every key that a study file may have"),
        ("notes", "Every kind of note: when it is made, and what to do"),
      ]
    let table = ExplanationColumns.methods.table(pages, group: nil)
    return Document(
      version: Version.current, command: "explain", title: "Methods",
      blocks: [
        .paragraph("`mainspring explain NAME` tells what a method is, when to use it and when not."), .table(table),
      ], defaultTable: "methods")
  }
}
