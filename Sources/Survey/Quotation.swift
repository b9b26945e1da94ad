/// Names and cells in messages, none longer than a line: a remark of a thousand words in a column of numbers, told whole, would
/// bury the sentence that says what is wrong with it.
package enum Quotation {
  /// Characters of a name or cell that a message shows.
  package static let limit = 80

  /// The beginning of a text that is longer than a message shows.
  package static func cut(_ text: String) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    return String(text.prefix(limit)) + "…"
  }

  /// A sentence whose long quotations in single quotes are cut. A quotation begins and ends where no letter or digit touches the
  /// quote from outside.
  package static func cutQuotations(in sentence: String) -> String {
    guard sentence.utf8.count > limit else { return sentence }
    let characters = Array(sentence)
    func isWord(_ index: Int) -> Bool {
      characters.indices.contains(index) && (characters[index].isLetter || characters[index].isNumber)
    }
    var result = ""
    var i = 0
    while i < characters.count {
      result.append(characters[i])
      i += 1
      guard characters[i - 1] == "'", !isWord(i - 2) else { continue }
      let end = (i..<characters.count).first { characters[$0] == "'" && !isWord($0 + 1) }
      guard let end else { continue }
      result += cut(String(characters[i..<end])) + "'"
      i = end + 1
    }
    return result
  }
}
