import Rendering
import Studies
import Survey

/// The schemas that `mainspring schema` prints, made of the tables from which results are written and studies are read.
package enum Schemas: String, CaseIterable, Sendable {
  case output, study

  /// The schema as JSON, ended by LF.
  package var text: String {
    switch self {
    case .output: Self.ofOutput
    case .study: Self.ofStudy
    }
  }

  private typealias Entry = JSONSchema.Entry

  // MARK: The study file

  private static var ofStudy: String {
    JSONSchema.document(
      "Study of mainspring",
      "A study file: what every analysis of a survey needs, said once. Every key may be left out.",
      JSONSchema.object(
        StudyKeys.ofStudy.map { key in
          Entry(
            key.name,
            .object(
              [
                Entry("description", JSONSchema.text(plain(key.meaning))),
                Entry("markdownDescription", JSONSchema.text(key.meaning)),
              ] + JSONSchema.orNothing(key.shape, .written)))
        }))
  }

  /// Without the marks of code, which only some editors understand.
  private static func plain(_ markdown: String) -> String { markdown.filter { $0 != "`" } }

  // MARK: Results

  private static var ofOutput: String {
    let tables = TableContract.all
    var verbs: [String] = []
    for table in tables where !verbs.contains(table.verb) { verbs.append(table.verb) }
    let kinds = NoteKind.all.map(\.name)
    let note = JSONSchema.object(
      [
        Entry(
          "kind", .object([Entry("enum", JSONSchema.texts(kinds.contains("infinite") ? kinds : kinds + ["infinite"]))])),
        Entry("message", .object([JSONSchema.type("string")])),
      ], required: ["kind", "message"])
    return JSONSchema.document(
      "Result of mainspring", "What --format json prints and --output result.json writes.",
      JSONSchema.object(
        [
          Entry("mainspring", described("the version of the program", [JSONSchema.type("string")])),
          Entry("command", described("the verb", [Entry("enum", JSONSchema.texts(verbs))])),
          Entry("run", .object(run)),
          Entry("tables", described("by name; each is a list of rows", [JSONSchema.type("object")])),
          Entry("notes", .object([JSONSchema.type("array"), Entry("items", .object(note))])),
        ], required: ["mainspring", "command", "run", "tables", "notes"],
        and: [Entry("allOf", .list(verbs.map(condition)))])
        + [
          Entry(
            "$defs", .object(verbs.map { verb in Entry(verb, .object(ofTables(tables.filter { $0.verb == verb }))) }))
        ])
  }

  private static func described(_ words: String, _ entries: [Entry]) -> Document.RunValue {
    .object([Entry("description", JSONSchema.text(words))] + entries)
  }

  /// Which tables a verb makes.
  private static func condition(_ verb: String) -> Document.RunValue {
    let isVerb = Document.RunValue.object([Entry("const", JSONSchema.text(verb))])
    let own = Document.RunValue.object([Entry("$ref", JSONSchema.text("#/$defs/\(verb)"))])
    var then = [Entry("tables", own)]
    if Verb(rawValue: verb) != nil {
      then.append(Entry("run", .object([Entry("properties", .object([Entry("settings", .object(settings))]))])))
    }
    return .object([
      Entry("if", .object([Entry("properties", .object([Entry("command", isVerb)]))])),
      Entry("then", .object([Entry("properties", .object(then))])),
    ])
  }

  /// What a result tells of its run. `explain` and `datasets` tell nothing.
  private static var run: [Entry] {
    JSONSchema.object(
      RunDescription.fields.map { field in
        Entry(field.name, described(field.meaning, JSONSchema.entries(field.shape, .recorded)))
      })
  }

  /// The settings of a verb that analyses a study.
  private static var settings: [Entry] {
    JSONSchema.object(StudyKeys.all.map { Entry($0.name, .object(JSONSchema.entries($0.shape, .recorded))) })
  }

  private static func ofTables(_ tables: [TableContract]) -> [Entry] {
    JSONSchema.object(
      tables.map { table in
        Entry(
          table.name,
          described(
            table.title, [JSONSchema.type("array"), Entry("items", .object(row(of: table)))]))
      })
  }

  private static func row(of table: TableContract) -> [Entry] {
    let groups = table.isOfGroups ? [] : TableContract.groupColumns + [TableContract.groupLabel]
    return JSONSchema.object(
      (table.columns + groups).map { column in
        Entry(column.name, described(column.meaning, [type(of: column)]))
      }, required: table.columns.map(\.name))
  }

  /// Any cell may be missing; a number that is not finite is.
  private static func type(of column: TableContract.Column) -> Entry {
    switch column.kind {
    case .text: JSONSchema.type("string", "null")
    case .integer: JSONSchema.type("integer", "null")
    case .number: JSONSchema.type("number", "null")
    case .flag: JSONSchema.type("boolean", "null")
    }
  }
}
