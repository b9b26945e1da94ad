import Rendering
import Studies

/// The page of study keys, made of the one table of them.
package enum StudyPage {
  /// The table in Markdown.
  ///
  /// `Sources/Mainspring/Mainspring.docc/StudyFile.md` holds this text between its markers; a test compares them.
  package static var table: String {
    "| key | value | option |\n|---|---|---|\n"
      + StudyKeys.ofStudy.map { key in
        "| `\(key.name)` | \(key.meaning) | \(key.options.map(word).joined(separator: ", ")) |\n"
      }.joined()
  }

  /// The source is an argument, everything else an option.
  private static func word(_ option: String) -> String { option == "SOURCE" ? "`SOURCE`" : "`--\(option)`" }

  /// `mainspring explain study`.
  static var document: Document {
    var methods = ExplanationColumns.methods.table([("study", "Keys of a study file")], group: nil)
    methods.isShown = false
    return Document(
      version: Version.current, command: "explain", title: "Keys of a study file",
      blocks: [
        .heading("Keys of a study file"),
        .paragraph(
          "A study is YAML beside the data. Every key may be left out, and an option of the command line overrides it."),
        .markdown(table), .table(methods),
      ], defaultTable: "methods")
  }
}
