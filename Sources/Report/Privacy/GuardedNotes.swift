/// Notes in which no count of few respondents stands, and no number of a row.
package enum GuardedNotes {
  private static let people: Set<String> = [
    "respondent", "respondents", "row", "rows", "answer", "answers", "interview", "interviews", "person", "persons",
    "case", "cases", "was", "were", "have", "has",
  ]

  /// "3 of 1200 respondents were left out" is "fewer than 5 of 1200 respondents were left out".
  package static func message(_ text: String, smallest: Int) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for place in words.indices {
      guard let count = Int(words[place]), count > 0, count < smallest else { continue }
      var next = place + 1
      if next + 1 < words.count, words[next] == "of", isNumber(words[next + 1]) { next += 2 }
      guard next < words.count, people.contains(words[next].filter(\.isLetter).lowercased()) else { continue }
      words[place] = "fewer than \(smallest)"
    }
    return words.joined(separator: " ")
  }

  private static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { $0.isNumber || $0 == "," }
  }
}
