extension TableContract {
  /// The tables and columns in Markdown, as the documentation shows them.
  ///
  /// `Sources/Mainspring/Mainspring.docc/Output.md` holds this text between its markers; a test compares them.
  package static var page: String {
    var text = ""
    var verb = ""
    for table in all {
      if table.verb != verb {
        verb = table.verb
        text += "## `mainspring \(verb)`\n\n"
      }
      text += "### `\(table.name)`\n\n\(table.title).\n\n| column | meaning |\n|---|---|\n"
      for column in table.columns { text += "| `\(column.name)` | \(column.meaning) |\n" }
      text += "\n"
    }
    text +=
      "## With `--by`\n\nEvery table but `congruence`, `share_differences` and `group_tests` begins with the first two of these columns and ends with the third; people read the label in place of the value.\n\n| column | meaning |\n|---|---|\n"
    for column in groupColumns + [groupLabel] { text += "| `\(column.name)` | \(column.meaning) |\n" }
    return text
  }
}
