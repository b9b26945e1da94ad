import Platform

/// What `mainspring` alone says: what to type, with the files of the working folder where there are some.
enum StartPage {
  static func text(files: [String]) -> String {
    var text = """
      Mainspring finds what drives recommendation and repurchase, how sure that is,
      and what to work on first.

      A first look, on data that come with the program:
        mainspring drivers webshop
        mainspring ipa webshop --output matrix.png

      """
    let studies = files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    let surveys = files.filter { name in Self.suffixes.contains { name.lowercased().hasSuffix($0) } }
    if let study = studies.first {
      text += """

        A study lies here:
          mainspring drivers \(ShellWord.quoted(study))

        """
    }
    text += """

      \(surveys.isEmpty ? "Your own survey: draft its study file, correct it, then ask:" : "A survey lies here: draft its study file, correct it, then ask:")
        mainspring init \(surveys.first.map(ShellWord.quoted) ?? "survey.csv")
        mainspring drivers study.yaml
        mainspring ipa study.yaml --output matrix.png

      All verbs: mainspring --help. One verb: mainspring drivers --help.
      A method in plain words: mainspring explain lmg.

      """
    return text
  }

  /// Data files of one kind or another.
  private static let suffixes = [".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".xpt", ".xlsx", ".ods", ".csv", ".tsv"]
}

/// Names as a shell reads them back.
enum ShellWord {
  static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || [45, 46, 47, 95].contains($0)
    }
    return isPlain && !path.hasPrefix("-") ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }
}
