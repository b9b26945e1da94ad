import Survey
import SurveyFiles

/// Finds where a study names a column that the data do not have.
enum StudyPlace {
  /// A fault with the line of the study, when the name stands in one; else the fault without a place.
  static func fault(
    _ name: String, _ nearest: [String], in file: String?, otherwise plain: any Fault
  ) -> any Fault {
    guard let file, let text = try? YAMLFile.text(path: file) else { return plain }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let column = place(of: name, in: line) else { continue }
      return SyntaxFault.study(
        file: file, line: number + 1, column: column, problem: "the data have no column '\(name)'",
        suggestion: nearest.isEmpty
          ? nil : "Did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?")
    }
    return plain
  }

  /// The column of the name as a word of its own, before any comment.
  private static func place(of name: String, in line: Substring) -> Int? {
    let characters = Array(line.prefix { $0 != "#" })
    let word = Array(name)
    guard !word.isEmpty, characters.count >= word.count else { return nil }
    func isWord(_ index: Int) -> Bool {
      guard characters.indices.contains(index) else { return false }
      return characters[index].isLetter || characters[index].isNumber || characters[index] == "_"
    }
    for start in 0...(characters.count - word.count)
    where Array(characters[start..<start + word.count]) == word && !isWord(start - 1) && !isWord(start + word.count) {
      return start + 1
    }
    return nil
  }
}
