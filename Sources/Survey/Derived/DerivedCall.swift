/// The expression of a derived variable taken apart: a function's word and its arguments.
struct DerivedCall {
  typealias Meaning = (function: DerivedVariable.Function, sources: [String])

  private let name: String
  private let text: String
  private let word: String
  /// Characters in front of the word, and the place of the first argument.
  private let start: Int
  private let place: Int
  private let arguments: [String]

  /// Throws `SyntaxFault.derivation`.
  init(name: String, _ text: String) throws {
    self.name = name
    self.text = text
    let trimmed = Selection.trimmed(text)
    start = text.distance(from: text.startIndex, to: text.firstIndex { !$0.isWhitespace } ?? text.startIndex)
    guard let open = trimmed.firstIndex(of: "("), trimmed.last == ")" else {
      throw SyntaxFault.derivation(
        name: name, text: text, position: start + 1, problem: "an expression is a function of columns in parentheses",
        suggestion: "Write for example top2(recommend).")
    }
    word = Selection.trimmed(String(trimmed[..<open])).lowercased()
    place = start + trimmed.distance(from: trimmed.startIndex, to: open) + 2
    arguments = Selection.split(String(trimmed[trimmed.index(after: open)...].dropLast()))
  }

  private func fault(_ position: Int, _ problem: Sentence, _ suggestion: Sentence?) -> SyntaxFault {
    SyntaxFault.derivation(name: name, text: text, position: position, problem: problem, suggestion: suggestion)
  }

  private func position(_ argument: String) -> Int {
    text.firstRange(of: argument).map { text.distance(from: text.startIndex, to: $0.lowerBound) + 1 } ?? place
  }

  /// The function and the columns that it is of.
  func read() throws -> Meaning {
    guard let first = arguments.first else { throw fault(place, "\(word)(…) names no column", nil) }
    let rest = Array(arguments.dropFirst())
    if let (count, isTop) = Self.box(word) { return (try box(count, isTop: isTop, rest), [first]) }
    switch word {
    case "mean", "sum":
      let (columns, answered) = try answered()
      guard !columns.isEmpty else { throw fault(place, "\(word)(…) names no column", nil) }
      return (word == "mean" ? .mean(answered: answered) : .sum(answered: answered), columns)
    case "standardize", "standardise":
      guard rest.isEmpty else { throw fault(position(rest[0]), "'\(rest[0])' is one argument too many", nil) }
      return (.standardize, [first])
    case "is":
      guard !rest.isEmpty else { throw fault(place, "is(…) names no value", "Write for example is(region, North).") }
      return (.isOne(rest.map(Selection.unquoted)), [first])
    case "recode": return (try recoding(rest), [first])
    case "year", "quarter", "month", "week":
      let order = try rest.first.map { word -> DateOrder in
        guard let order = DateOrder(rawValue: word.lowercased()) else {
          throw fault(position(word), "'\(word)' is no order of a date", "Write dmy, mdy or ymd.")
        }
        return order
      }
      return (.period(DatePeriod(rawValue: word)!, order), [first])
    default:
      let known = ["top2", "bottom2", "mean", "sum", "recode", "standardize", "is", "year", "quarter", "month", "week"]
      let near = Spelling.nearest(to: word, among: known, limit: 1).first
      throw fault(
        start + 1, "there is no function '\(word)'",
        near.map { "Did you mean '\($0)'?" } ?? "There are \(known.joined(separator: ", ")).")
    }
  }

  private func box(_ count: Int, isTop: Bool, _ rest: [String]) throws -> DerivedVariable.Function {
    guard rest.count <= 1 else { throw fault(position(rest[1]), "'\(rest[1])' is one argument too many", nil) }
    let scale = try rest.first.map { text -> RatingScale in
      guard let scale = RatingScale(text) else {
        throw fault(position(text), "'\(text)' is no scale", "Write the bad end, a colon and the good end: 0:10.")
      }
      return scale
    }
    return .box(count: count, isTop: isTop, scale: scale)
  }

  /// The columns, and `answered=3`, which may stand behind them.
  private func answered() throws -> (columns: [String], answered: Int?) {
    guard let last = arguments.last, let pair = Selection.assignment(last) else { return (arguments, nil) }
    guard pair.name == "answered", let count = Int(pair.value), count > 0 else {
      throw fault(position(last), "'\(last)' is not understood", "Write answered=3 for at least three answers.")
    }
    return (Array(arguments.dropLast()), count)
  }

  private func recoding(_ rest: [String]) throws -> DerivedVariable.Function {
    var recodings: [DerivedVariable.Recoding] = []
    var other = DerivedVariable.Rest.refused
    for argument in rest {
      guard let pair = Self.pair(argument) else {
        throw fault(
          position(argument), "'\(argument)' is no recoding", "Write for example 1:2 = 1, or else = missing.")
      }
      if pair.from == "else" {
        other = pair.to == "missing" ? .missing : pair.to == "keep" ? .kept : .value(Selection.unquoted(pair.to))
        continue
      }
      let code = MissingCode(pair.from)
      if let numbers = code.numbers,
        let clash = recodings.first(where: { $0.code.numbers?.overlaps(numbers) ?? false })
      {
        throw fault(
          position(argument), "'\(pair.from)' overlaps '\(clash.code.text)'", "Let every answer have one new value.")
      }
      recodings.append(DerivedVariable.Recoding(code: code, value: Selection.unquoted(pair.to)))
    }
    guard !recodings.isEmpty else {
      throw fault(
        place, "recode(…) names no new values", "Write for example recode(age, 18:34 = young, 35: = older).")
    }
    return .recode(recodings, rest: other)
  }

  private static func box(_ word: String) -> (count: Int, isTop: Bool)? {
    for (prefix, isTop) in [("top", true), ("bottom", false)] where word.hasPrefix(prefix) {
      let digits = word.dropFirst(prefix.count)
      if digits.isEmpty { return (1, isTop) }
      if let count = Int(digits), 1...10 ~= count { return (count, isTop) }
    }
    return nil
  }

  /// `1:2 = low`, where quotes protect either side.
  private static func pair(_ text: String) -> (from: String, to: String)? {
    // `>=98 = x`: the sign that parts the sides is the last one with a blank before it, else the last.
    var parts: (String, String)?
    var quote: Character?
    for index in text.indices {
      let c = text[index]
      if let open = quote {
        if c == open { quote = nil }
      } else if c == "'" || c == "\"" {
        quote = c
      } else if c == "=" {
        let left = Selection.trimmed(String(text[..<index]))
        if left.isEmpty || left.last.map({ "<>".contains($0) }) ?? false { continue }
        parts = (left, Selection.trimmed(String(text[text.index(after: index)...])))
        break
      }
    }
    guard let parts, !parts.1.isEmpty else { return nil }
    return (parts.0, parts.1)
  }
}
