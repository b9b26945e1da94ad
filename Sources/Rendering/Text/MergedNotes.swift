/// Notes as the items of a list, those of one kind together: what several groups or outcomes have in common is said once.
///
///     segment = new / returning: The weights make 262 / 335 respondents as informative as 245 / 314 of equal weight.
///
/// Nothing is left out: notes of one kind that differ in more than numbers and names are lines of one item.
enum MergedNotes {
  private struct Member {
    var subject: String?
    var words: [Substring]
    var message: String
  }

  private struct Entry {
    var kind: String
    var lines: [[Member]]
  }

  /// The lines of each item, in the order in which their kinds first come.
  static func items(_ notes: [Document.NoteLine]) -> [[String]] {
    var entries: [Entry] = []
    for note in notes {
      let (subject, body) = parts(note.message)
      let member = Member(subject: subject, words: body.split(separator: " "), message: note.message)
      add(member, of: note.kind, to: &entries)
    }
    return entries.map { $0.lines.map(sentence) }
  }

  private static func add(_ member: Member, of kind: String, to entries: inout [Entry]) {
    for index in entries.indices where entries[index].kind == kind {
      for line in entries[index].lines.indices where isAlike(entries[index].lines[line], member) {
        entries[index].lines[line].append(member)
        return
      }
    }
    if member.subject != nil,
      let index = entries.firstIndex(where: { $0.kind == kind && $0.lines[0][0].subject != nil })
    {
      entries[index].lines.append([member])
    } else {
      entries.append(Entry(kind: kind, lines: [[member]]))
    }
  }

  /// Whom a note is about (`segment = new`, `Would recommend`), and what it says of it.
  private static func parts(_ message: String) -> (subject: String?, body: Substring) {
    var body = message[...]
    // A group's outcome stands behind the group.
    var mayFollow = true
    while mayFollow, let colon = body.firstRange(of: ": ") {
      let part = body[..<colon.lowerBound]
      if part.count > 40 || part.contains(". ") { break }
      body = body[colon.upperBound...]
      mayFollow = part.contains(" = ")
    }
    guard body.startIndex > message.startIndex else { return (nil, body) }
    return (String(message[..<message.index(body.startIndex, offsetBy: -2)]), body)
  }

  /// Whether a note says the same as those of a line, but for numbers and names in quotes.
  private static func isAlike(_ line: [Member], _ member: Member) -> Bool {
    guard let first = line.first, (first.subject == nil) == (member.subject == nil),
      first.words.count == member.words.count
    else { return false }
    var differing = 0
    for (a, b) in zip(first.words, member.words) where a != b {
      guard isSlot(a), isSlot(b), lead(a) == lead(b), trail(a) == trail(b) else { return false }
      differing += 1
    }
    // Without a subject one place may differ: with two it would not be plain which belongs to which.
    return member.subject == nil ? differing <= 1 : differing <= 6
  }

  private static func isSlot(_ word: Substring) -> Bool {
    word.contains(where: \.isNumber) || word.hasPrefix("'") && word.dropFirst().contains("'")
  }

  /// The punctuation at the end of a word.
  private static func trail(_ word: Substring) -> Substring {
    word.suffix(from: word.lastIndex { !",.;:)".contains($0) }.map(word.index(after:)) ?? word.startIndex)
  }

  /// The parentheses before a word.
  private static func lead(_ word: Substring) -> Substring { word.prefix { $0 == "(" } }

  private static func sentence(_ line: [Member]) -> String {
    guard line.count > 1 else { return line[0].message }
    let words = line[0].words.indices.map { place in
      let all = line.map { $0.words[place] }
      if all.allSatisfy({ $0 == all[0] }) { return String(all[0]) }
      let (begin, end) = (lead(all[0]), trail(all[0]))
      return begin + all.map { String($0.dropFirst(begin.count).dropLast(end.count)) }.joined(separator: " / ") + end
    }
    let body = words.joined(separator: " ")
    let subjects = line.compactMap(\.subject)
    return subjects.isEmpty ? body : "\(joined(subjects)): \(body)"
  }

  /// `segment = new / returning` of `segment = new` and `segment = returning`.
  private static func joined(_ subjects: [String]) -> String {
    let words = subjects.map { $0.split(separator: " ") }
    guard let shortest = words.map(\.count).min(), !subjects.contains(where: { $0.contains(":") }) else {
      return subjects.joined(separator: " / ")
    }
    let start = (0..<shortest).first { place in words.contains { $0[place] != words[0][place] } } ?? shortest
    let middles = words.map { $0.dropFirst(start).joined(separator: " ") }
    guard start > 0, !middles.contains("") else { return subjects.joined(separator: " / ") }
    return words[0].prefix(start).joined(separator: " ") + " " + middles.joined(separator: " / ")
  }
}
