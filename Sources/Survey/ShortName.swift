/// Names made of question texts, which are too long to be typed: the same text gives the same name.
///
/// Up to 24 characters of the words that say something, in lower case and joined by underscores. Of a question with parts
/// (`How satisfied are you with: - Delivery`, `… [Delivery]`) the part is named, and its question only to tell it from others.
package enum ShortName {
  /// Names are short enough up to so many characters, or when they have fewer than four words.
  private static let longest = 32
  private static let size = 24

  /// Whether a name is a question's text.
  package static func isNeeded(for name: String) -> Bool {
    name.count > longest && name.split(separator: " ").count > 3
  }

  /// Short names in place of the long ones, different from each other and from the names that stay.
  package static func names(for names: [String]) -> [String] {
    let isLong = names.map(isNeeded)
    let taken = Set(zip(names, isLong).filter { !$0.1 }.map(\.0))
    func count(_ short: [String?]) -> [String: Int] {
      short.reduce(into: [:]) { if let name = $1 { $0[name, default: 0] += 1 } }
    }
    let plain = zip(names, isLong).map { $0.1 ? of($0.0) : nil }
    let plainCounts = count(plain)
    let full = zip(names, plain).map { name, short in
      short.map { plainCounts[$0]! > 1 || taken.contains($0) ? withQuestion(name) : $0 }
    }
    let fullCounts = count(full)
    var known = taken
    var numbers: [String: Int] = [:]
    return zip(names, full).map { name, short in
      guard let short else { return name }
      var unique = short
      // Names that are still alike are numbered, the first too.
      while fullCounts[short]! > 1 && unique == short || !known.insert(unique).inserted {
        numbers[short, default: 0] += 1
        unique = "\(short)_\(numbers[short]!)"
      }
      return unique
    }
  }

  /// What a long name may be called among these; `nil` when it is none of them.
  static func known(_ name: String, in contains: (String) -> Bool) -> String? {
    if let coded = CodedQuestion(name), contains(coded.code) { return coded.code }
    guard isNeeded(for: name) else { return nil }
    return [of(name), withQuestion(name)].first(where: contains)
  }

  /// Of the part alone, where there is one.
  package static func of(_ text: String) -> String {
    let (question, part) = parts(text)
    return joined(words(part ?? question))
  }

  /// Of the question's first words and the part.
  static func withQuestion(_ text: String) -> String {
    let (question, part) = parts(text)
    return joined(words(question).prefix(part == nil ? 99 : 2) + words(part ?? ""), size: size + 12)
  }

  /// A question and its part.
  package static func parts(_ text: String) -> (question: String, part: String?) {
    if text.last == "]", let open = text.lastIndex(of: "["), open > text.startIndex {
      let part = Selection.trimmed(String(text[text.index(after: open)...].dropLast()))
      if !part.isEmpty { return (Selection.trimmed(String(text[..<open])), part) }
    }
    var search = text[...]
    while let space = search.lastIndex(where: \.isWhitespace) {
      let before = text[..<space]
      if let mark = before.last, "-\u{2013}\u{2014}".contains(mark) {
        let question = before.dropLast()
        let part = Selection.trimmed(String(text[space...]))
        if let last = question.last, last.isWhitespace, !part.isEmpty {
          return (Selection.trimmed(String(question)), part)
        }
      }
      search = before
    }
    return (text, nil)
  }

  private static func words(_ text: String) -> [String] {
    // Check-in and Wi-Fi are words.
    let all = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }
      .map { String($0.filter { $0 != "-" }) }.filter { !$0.isEmpty }
    let telling = all.filter { !fillers.contains($0) }
    return telling.isEmpty ? all : telling
  }

  private static func joined(_ words: some Collection<String>, size: Int = size) -> String {
    var name = ""
    for word in words where name.isEmpty || name.count + word.count < size {
      name += (name.isEmpty ? "" : "_") + word.prefix(size)
    }
    guard let first = name.first else { return "question" }
    return first.isNumber ? "q_" + name : name
  }

  /// Words that questions share.
  private static let fillers: Set<String> = [
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "could", "did", "do", "does",
    "each", "else", "for", "from",
    "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "me", "much", "my", "of", "on", "or", "our",
    "please", "rate", "s", "select", "should", "so",
    "that", "the", "their", "there", "these", "they", "this", "to", "us", "was", "we", "were", "what", "when", "which",
    "will", "with", "would", "you",
    "your", "following", "statement", "statements", "extent", "scale", "aspect", "aspects", "agree", "than", "then",
    "very",
    // Dutch, German
    "de", "het", "een", "en", "van", "u", "uw", "je", "jij", "hoe", "wat", "in", "op", "met", "voor", "is", "zijn",
    "bent", "der", "die", "das", "ein", "eine", "und",
    "von", "sie", "ihr", "ihre", "ihrer", "ihrem", "wie", "was", "mit", "für", "ist", "sind", "waren", "haben", "zu",
    "zum", "zur", "den", "dem", "im", "auf",
    // Norwegian, Danish, Swedish
    "hvor", "hva", "hvad", "er", "du", "din", "ditt", "dine", "med", "av", "af", "og", "och", "för", "til", "till",
    "hur", "vad", "är", "ett", "et", "på", "i", "det", "som",
    // French, Spanish
    "le", "la", "les", "un", "une", "des", "du", "et", "vous", "votre", "vos", "est", "sont", "dans", "pour", "avec",
    "que", "quel", "quelle", "dans", "sur",
    "el", "los", "las", "una", "del", "y", "su", "sus", "es", "con", "por", "qué", "cómo", "está", "usted", "para",
    "tan",
  ]
}
