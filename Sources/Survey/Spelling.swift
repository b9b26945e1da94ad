/// Finds what somebody may have meant by a name that does not exist.
public enum Spelling {
  /// Up to `limit` candidates within a small edit distance, nearest first; case and punctuation count for little.
  public static func nearest(to word: String, among candidates: [String], limit: Int = 3) -> [String] {
    let tolerance = max(1, word.count / 3)
    let folded = fold(word)
    return
      Set(candidates)
      .map { ($0, distance(folded, fold($0))) }
      .filter { $0.1 <= tolerance || (folded.count > 2 && fold($0.0).starts(with: folded)) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .prefix(limit)
      .map(\.0)
  }

  private static func fold(_ word: String) -> [Character] {
    word.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  /// Edits between two words, letters exchanged with their neighbour counting as one (optimal string alignment).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var edits = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, before[j - 1] + 1) }
        next.append(edits)
      }
      before = row
      row = next
    }
    return row[b.count]
  }
}
