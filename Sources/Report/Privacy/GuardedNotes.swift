import Measures
import Presentation
import Rendering
package import Survey

/// Notes and sentences in which no count of few respondents stands, and no number of a row.
package enum GuardedNotes {
  private static let people: Set<String> = [
    "respondent", "respondents", "row", "rows", "answer", "answers", "interview", "interviews", "person", "persons",
    "case", "cases", "was", "were", "have", "has",
  ]

  /// A note as the page tells it.
  static func message(of note: Note, smallest: Int) -> String {
    let sentence =
      note.kind == .rowsDropped
      // It names the questions whose answers are missing, with counts.
      ? withoutCounts(note.sentence, smallest: smallest) : sentence(note.sentence, smallest: smallest)
    return Document.NoteLine(Note(note.kind, sentence)).message
  }

  /// "3 of 1200 respondents were left out" is "fewer than 5 of 1200 respondents were left out", in every language.
  package static func sentence(_ sentence: Sentence, smallest: Int) -> Sentence {
    sentence.replacingValues { value, following in
      guard let count = Int(value) else {
        let guarded = message(value, smallest: smallest)
        return guarded == value ? nil : Sentence(guarded)
      }
      let isFew = count > 0 && count < smallest && isOfPeople(words(following).drop { $0.isEmpty })
      return isFew ? "fewer than \(smallest)" : nil
    }
  }

  /// The same of a text that is the data's own, or English.
  package static func message(_ text: String, smallest: Int) -> String {
    var words = words(text)
    for place in words.indices {
      guard let count = Int(words[place]), count > 0, count < smallest, isOfPeople(words[(place + 1)...]) else {
        continue
      }
      words[place] = "fewer than \(smallest)"
    }
    return words.joined(separator: " ")
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether the words behind a number say that it counts respondents or their answers.
  private static func isOfPeople(_ following: ArraySlice<String>) -> Bool {
    var rest = following
    if rest.count > 1, rest.first == "of", isNumber(rest[rest.startIndex + 1]) { rest = rest.dropFirst(2) }
    guard let next = rest.first else { return false }
    // "3 of 'quality'": of those with scores.
    let isPart = next == "of" && rest.dropFirst().first?.hasPrefix("'") ?? false
    return isPart || people.contains(next.filter(\.isLetter).lowercased())
  }

  /// Every small number of a sentence that holds nothing but counts; and of a small first count no share that would tell it.
  private static func withoutCounts(_ sentence: Sentence, smallest: Int) -> Sentence {
    var counts: [Int] = []
    _ = sentence.replacingValues { value, _ in
      if let count = Int(value) { counts.append(count) }
      return nil
    }
    let isFew = counts.first.map { $0 > 0 && $0 < smallest } ?? false
    let few: Sentence = "fewer than \(smallest)"
    return sentence.replacingValues { value, following in
      if let count = Int(value) {
        return count > 0 && count < smallest && !following.hasPrefix(" %") ? few : nil
      }
      if value.hasSuffix(" %") {
        guard isFew, counts.count > 1, counts[1] > 0 else { return nil }
        return "under \((100 * smallest + counts[1] - 1) / counts[1]) %"
      }
      var words = value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      for place in words.indices {
        let digits = words[place].prefix { $0.isNumber }
        let isShare = place + 1 < words.count && words[place + 1].hasPrefix("%")
        guard let count = Int(digits), count > 0, count < smallest, !isShare,
          words[place].dropFirst(digits.count).allSatisfy({ ",.;".contains($0) })
        else { continue }
        words[place] = said(few) + words[place].dropFirst(digits.count)
      }
      return Sentence(words.joined(separator: " "))
    }
  }

  private static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { $0.isNumber || $0 == "," || $0 == "\u{A0}" }
  }
}
