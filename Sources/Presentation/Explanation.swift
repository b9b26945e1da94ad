public import Rendering
import Survey

/// One page of `mainspring explain`: what a method is, when to use it, where it comes from, and a command that runs.
public struct Explanation: Sendable {
  public let name: String
  public let title: String
  public let definition: String
  public let use: String
  public let avoid: String
  public let reference: String
  public let command: String

  public init(
    name: String, title: String, definition: String, use: String, avoid: String, reference: String, command: String
  ) {
    self.name = name
    self.title = title
    self.definition = definition
    self.use = use
    self.avoid = avoid
    self.reference = reference
    self.command = command
  }

  /// All pages: the importance methods, then what is done with them.
  public static var all: [Explanation] {
    importanceMethods + procedures + constructProcedures + correlationKinds + factorProcedures + reliabilityProcedures
      + surveyPages
  }

  /// The page of that name, or the one that tells about a word by which people know it.
  public static func named(_ name: String) -> Explanation? {
    let name = name.lowercased()
    return all.first { $0.name == name } ?? pageOfWord[name].flatMap { page in all.first { $0.name == page } }
  }

  /// The page of a method, or the list when no name is given.
  public static func document(_ name: String?) throws -> Document {
    guard let name else { return list() }
    if name == "output" { return contract() }
    if name == "study" { return StudyPage.document }
    guard let page = named(name) else {
      throw DataFault.request(problem: "There is no page '\(name)'", suggestion: suggestion(for: name))
    }
    var table = TableContract.methods.table(by: false)
    table.isShown = false
    table.append([.text(page.name), .text(page.title)])
    return Document(
      version: Version.current, command: "explain", title: page.title,
      blocks: [
        .heading(page.title), .paragraph(page.definition), .heading("When to use it"), .paragraph(page.use),
        .heading("When not"), .paragraph(page.avoid), .heading("Reference"), .paragraph(page.reference),
        .heading("Try it"), .verbatim(wrapped(page.command)), .table(table),
      ], defaultTable: "methods")
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
    var table = TableContract.methods.table(by: false)
    table.isShown = false
    table.append([.text("output"), .text("Tables and columns")])
    return Document(
      version: Version.current, command: "explain", title: "Tables and columns",
      blocks: [.markdown(TableContract.page), .table(table)], defaultTable: "methods")
  }

  private static func list() -> Document {
    var table = TableContract.methods.table(by: false)
    for page in all { table.append([.text(page.name), .text(page.title)]) }
    table.append([.text("output"), .text("Every table and column that JSON and CSV may hold")])
    table.append([.text("study"), .text("Every key that a study file may have")])
    return Document(
      version: Version.current, command: "explain", title: "Methods",
      blocks: [
        .paragraph("`mainspring explain NAME` tells what a method is, when to use it and when not."), .table(table),
      ], defaultTable: "methods")
  }
}
