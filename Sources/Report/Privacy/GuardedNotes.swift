import Measures
import Presentation
import Rendering
import Survey

/// Notes in which no count of few respondents stands, and no number of a row.
package enum GuardedNotes {
  private static let people: Set<String> = [
    "respondent", "respondents", "row", "rows", "answer", "answers", "interview", "interviews", "person", "persons",
    "case", "cases", "was", "were", "have", "has",
  ]

  /// A note as the page tells it.
  static func message(of note: Note, smallest: Int) -> String {
    let text = message(Document.NoteLine(note).message, smallest: smallest)
    // It names the questions whose answers are missing, with counts.
    return note.kind == .rowsDropped ? withoutCounts(text, smallest: smallest) : text
  }

  /// "3 of 1200 respondents were left out" is "fewer than 5 of 1200 respondents were left out".
  package static func message(_ text: String, smallest: Int) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for place in words.indices {
      guard let count = Int(words[place]), count > 0, count < smallest else { continue }
      var next = place + 1
      if next + 1 < words.count, words[next] == "of", isNumber(words[next + 1]) { next += 2 }
      guard next < words.count else { continue }
      // "3 of 'quality'": of those with scores.
      let isPart = words[next] == "of" && next + 1 < words.count && words[next + 1].hasPrefix("'")
      guard isPart || people.contains(words[next].filter(\.isLetter).lowercased()) else { continue }
      words[place] = "fewer than \(smallest)"
    }
    return words.joined(separator: " ")
  }

  /// Every small number of a text that holds nothing but counts, and the share that would tell the first of them.
  private static func withoutCounts(_ text: String, smallest: Int) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if text.contains("fewer than \(smallest)"), let start = words.firstIndex(where: { $0.hasPrefix("(") }),
      let end = words[start...].firstIndex(where: { $0.hasPrefix("%)") || $0.hasSuffix("%)") })
    {
      words.removeSubrange(start...end)
    }
    for place in words.indices {
      let digits = words[place].prefix { $0.isNumber }
      let isShare = place + 1 < words.count && words[place + 1].hasPrefix("%")
      guard let count = Int(digits), count > 0, count < smallest, !isShare,
        words[place].dropFirst(digits.count).allSatisfy({ ",.;".contains($0) })
      else { continue }
      words[place] = "fewer than \(smallest)" + words[place].dropFirst(digits.count)
    }
    return words.joined(separator: " ")
  }

  private static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { $0.isNumber || $0 == "," }
  }
}
