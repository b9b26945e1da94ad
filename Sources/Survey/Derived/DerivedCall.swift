/// The expression of a derived variable taken apart: a function's word and its arguments.
struct DerivedCall {
  typealias Meaning = (function: DerivedVariable.Function, columns: [Argument])

  /// What stands between two commas, and where it begins; characters of the expression count from 1.
  struct Argument {
    var text: String
    var place: Int
  }

  private let name: String
  private let text: String
  private let word: String
  /// Characters in front of the word, and the place of what stands in the parentheses.
  private let start: Int
  private let place: Int
  private let arguments: [Argument]

  /// Every function, as messages list them.
  private static let words = [
    "top2", "bottom2", "mean", "sum", "reverse", "recode", "standardize", "is", "dummies", "year", "quarter", "month",
    "week",
  ]

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
    let place = start + trimmed.distance(from: trimmed.startIndex, to: open) + 2
    self.place = place
    arguments = Selection.pieces(String(trimmed[trimmed.index(after: open)...].dropLast()), at: ",")
      .map { Argument(text: $0.text, place: place + $0.offset) }
  }

  private func fault(_ position: Int, _ problem: Sentence, _ suggestion: Sentence?) -> SyntaxFault {
    SyntaxFault.derivation(name: name, text: text, position: position, problem: problem, suggestion: suggestion)
  }

  private func tooMany(_ argument: Argument) -> SyntaxFault {
    fault(argument.place, "'\(argument.text)' is one argument too many", nil)
  }

  /// The function and the columns that it is of.
  func read() throws -> Meaning {
    guard let first = arguments.first else { throw fault(place, "\(word)(…) names no column", nil) }
    let rest = Array(arguments.dropFirst())
    if let (count, isTop) = Self.box(word) {
      return (.box(count: count, isTop: isTop, scale: try scale(rest)), [first])
    }
    switch word {
    case "mean", "sum":
      let (columns, answered) = try answered()
      guard !columns.isEmpty else { throw fault(place, "\(word)(…) names no column", nil) }
      return (word == "mean" ? .mean(answered: answered) : .sum(answered: answered), columns)
    case "reverse": return (.reverse(try scale(rest)), [first])
    case "standardize", "standardise": return (.standardize(isWeighted: try isWeighted(rest)), [first])
    case "is":
      guard !rest.isEmpty else { throw fault(place, "is(…) names no value", "Write for example is(region, North).") }
      return (.isOne(rest.map { .init(code: MissingCode($0.text), place: $0.place) }), [first])
    case "recode": return (try recoding(rest), [first])
    case "dummies":
      if let other = rest.first { throw tooMany(other) }
      return (.dummies, [first])
    case "year", "quarter", "month", "week":
      if rest.count > 1 { throw tooMany(rest[1]) }
      return (.period(DatePeriod(rawValue: word)!, try rest.first.map(order)), [first])
    default:
      let near = Spelling.nearest(to: word, among: Self.words, limit: 1).first
      throw fault(
        start + 1, "there is no function '\(word)'",
        near.map { "Did you mean '\($0)'?" } ?? "There are \(Self.words.joined(separator: ", ")).")
    }
  }

  private func order(_ word: Argument) throws -> DateOrder {
    guard let order = DateOrder(rawValue: word.text.lowercased()) else {
      throw fault(word.place, "'\(word.text)' is no order of a date", "Write dmy, mdy or ymd.")
    }
    return order
  }

  private func isWeighted(_ rest: [Argument]) throws -> Bool {
    if rest.count > 1 { throw tooMany(rest[1]) }
    guard let word = rest.first else { return true }
    guard word.text.lowercased() == "unweighted" else {
      throw fault(word.place, "'\(word.text)' is not understood", "Write unweighted, or leave it out.")
    }
    return false
  }

  /// The scale behind a column, where one is written.
  private func scale(_ rest: [Argument]) throws -> RatingScale? {
    if rest.count > 1 { throw tooMany(rest[1]) }
    return try rest.first.map { written in
      guard let scale = RatingScale(written.text) else {
        throw fault(
          written.place, "'\(written.text)' is no scale", "Write the bad end, a colon and the good end: 0:10.")
      }
      return scale
    }
  }

  /// The columns, and `answered=3`, which may stand behind them.
  private func answered() throws -> (columns: [Argument], answered: Int?) {
    guard let last = arguments.last, let pair = Selection.assignment(last.text) else { return (arguments, nil) }
    guard pair.name == "answered", let count = Int(pair.value), count > 0 else {
      throw fault(last.place, "'\(last.text)' is not understood", "Write answered=3 for at least three answers.")
    }
    return (Array(arguments.dropLast()), count)
  }

  // MARK: Recoding

  private func recoding(_ rest: [Argument]) throws -> DerivedVariable.Function {
    var recodings: [DerivedVariable.Recoding] = []
    var other = DerivedVariable.Rest.refused
    /// Values that wait for the one they become: `1, 4 = low`.
    var waiting: [Argument] = []
    for argument in rest {
      guard let pair = Self.pair(argument.text) else {
        waiting.append(argument)
        continue
      }
      if pair.from == "else" {
        if let stray = waiting.first { throw loose(stray) }
        other = pair.to == "missing" ? .missing : pair.to == "keep" ? .kept : .value(Selection.unquoted(pair.to))
        continue
      }
      for value in waiting + [Argument(text: pair.from, place: argument.place)] {
        let code = MissingCode(value.text)
        if let clash = recodings.first(where: { $0.from.code.meetsSome(code) }) {
          throw fault(
            value.place, "'\(value.text)' overlaps '\(clash.from.code.text)'", "Let every answer have one new value.")
        }
        recodings.append(
          .init(from: .init(code: code, place: value.place), value: Selection.unquoted(pair.to)))
      }
      waiting = []
    }
    if let stray = waiting.first { throw loose(stray) }
    guard !recodings.isEmpty else {
      throw fault(
        place, "recode(…) names no new values", "Write for example recode(age, 18:34 = young, 35: = older).")
    }
    return .recode(recodings, rest: other)
  }

  private func loose(_ argument: Argument) -> SyntaxFault {
    fault(
      argument.place, "'\(argument.text)' is no recoding", "Write for example 1:2 = 1, 3, 5 = 2, or else = missing.")
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
    // In `>=98 = x` the sign that parts the sides is the first one behind something that is no comparison.
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

extension MissingCode {
  /// Whether some answer is meant by both.
  fileprivate func meetsSome(_ other: MissingCode) -> Bool {
    if let mine = numbers, let others = other.numbers { return mine.overlaps(others) }
    return numbers == nil && other.numbers == nil && text == other.text
  }
}
