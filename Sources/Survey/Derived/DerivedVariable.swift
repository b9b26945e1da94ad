/// A column made of others: `promoter: top2(recommend)`.
///
/// | expression | what it is |
/// |---|---|
/// | `top2(x)`, `bottom3(x)`, also with a scale `top2(x, 0:10)` | 1 for one of the two best (three worst) answers of the scale, else 0 |
/// | `mean(a:d)`, `sum(a,b)`, also `mean(a:d, answered=3)` | over the answered items, at least so many (all, when it is not said) |
/// | `recode(x, 1:2 = low, 3 = middle, else = high)` | a value for numbers, ranges, texts or labels; `else = missing`, `else = keep` |
/// | `standardize(x)` | (x − mean)/standard deviation over all rows with an answer, unweighted, n − 1 |
/// | `is(x, 2, 3)` | 1 for one of the values (numbers, texts or labels), else 0 |
/// | `year(d)`, `quarter(d)`, `month(d)`, `week(d)`, also `quarter(d, dmy)` | of a date, as text that sorts in time: `2024-Q1` |
///
/// A missing answer stays missing for its reason.
public struct DerivedVariable: Sendable, Equatable {
  public let name: String
  /// The expression as written.
  public let text: String
  let function: Function
  /// Columns (names, ranges or globs) that it is made of.
  public let sources: [String]

  enum Function: Sendable, Equatable {
    case box(count: Int, isTop: Bool, scale: RatingScale?)
    case mean(answered: Int?)
    case sum(answered: Int?)
    case recode([Recoding], rest: Rest)
    case standardize
    case isOne([String])
    case period(DatePeriod, DateOrder?)
  }

  /// What some answers become.
  struct Recoding: Sendable, Equatable {
    var code: MissingCode
    var value: String
  }

  /// What answers become that no recoding names.
  enum Rest: Sendable, Equatable {
    case refused, missing, kept
    case value(String)
  }

  /// Throws `SyntaxFault.derivation` with the place of what is not understood.
  public init(name: String, _ text: String) throws {
    self.name = name
    self.text = text
    func fault(_ position: Int, _ problem: Sentence, _ suggestion: Sentence?) -> SyntaxFault {
      SyntaxFault.derivation(
        name: name, text: text, position: position, problem: problem, suggestion: suggestion)
    }
    let trimmed = Selection.trimmed(text)
    let start = text.distance(from: text.startIndex, to: text.firstIndex { !$0.isWhitespace } ?? text.startIndex)
    guard let open = trimmed.firstIndex(of: "("), trimmed.last == ")" else {
      throw fault(
        start + 1, "an expression is a function of columns in parentheses", "Write for example top2(recommend).")
    }
    let word = Selection.trimmed(String(trimmed[..<open])).lowercased()
    let place = start + trimmed.distance(from: trimmed.startIndex, to: open) + 2
    let arguments = Selection.split(String(trimmed[trimmed.index(after: open)...].dropLast()))
    guard let first = arguments.first else { throw fault(place, "\(word)(…) names no column", nil) }
    let rest = Array(arguments.dropFirst())
    func position(_ argument: String) -> Int {
      text.firstRange(of: argument).map { text.distance(from: text.startIndex, to: $0.lowerBound) + 1 } ?? place
    }
    /// `answered=3`, which may stand behind the columns.
    func split() throws -> (columns: [String], answered: Int?) {
      guard let last = arguments.last, let pair = Selection.assignment(last) else { return (arguments, nil) }
      guard pair.name == "answered", let count = Int(pair.value), count > 0 else {
        throw fault(position(last), "'\(last)' is not understood", "Write answered=3 for at least three answers.")
      }
      return (Array(arguments.dropLast()), count)
    }
    if let (count, isTop) = Self.box(word) {
      guard rest.count <= 1 else { throw fault(position(rest[1]), "'\(rest[1])' is one argument too many", nil) }
      let scale = try rest.first.map { text -> RatingScale in
        guard let scale = RatingScale(text) else {
          throw fault(position(text), "'\(text)' is no scale", "Write the bad end, a colon and the good end: 0:10.")
        }
        return scale
      }
      (function, sources) = (.box(count: count, isTop: isTop, scale: scale), [first])
      return
    }
    switch word {
    case "mean", "sum":
      let (columns, answered) = try split()
      guard !columns.isEmpty else { throw fault(place, "\(word)(…) names no column", nil) }
      (function, sources) = (word == "mean" ? .mean(answered: answered) : .sum(answered: answered), columns)
    case "standardize", "standardise":
      guard rest.isEmpty else { throw fault(position(rest[0]), "'\(rest[0])' is one argument too many", nil) }
      (function, sources) = (.standardize, [first])
    case "is":
      guard !rest.isEmpty else { throw fault(place, "is(…) names no value", "Write for example is(region, North).") }
      (function, sources) = (.isOne(rest.map(Selection.unquoted)), [first])
    case "recode":
      var recodings: [Recoding] = []
      var other = Rest.refused
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
        recodings.append(Recoding(code: code, value: Selection.unquoted(pair.to)))
      }
      guard !recodings.isEmpty else {
        throw fault(
          place, "recode(…) names no new values", "Write for example recode(age, 18:34 = young, 35: = older).")
      }
      (function, sources) = (.recode(recodings, rest: other), [first])
    case "year", "quarter", "month", "week":
      let order = try rest.first.map { word -> DateOrder in
        guard let order = DateOrder(rawValue: word.lowercased()) else {
          throw fault(position(word), "'\(word)' is no order of a date", "Write dmy, mdy or ymd.")
        }
        return order
      }
      (function, sources) = (.period(DatePeriod(rawValue: word)!, order), [first])
    default:
      let known = ["top2", "bottom2", "mean", "sum", "recode", "standardize", "is", "year", "quarter", "month", "week"]
      let near = Spelling.nearest(to: word, among: known, limit: 1).first
      throw fault(
        start + 1, "there is no function '\(word)'",
        near.map { "Did you mean '\($0)'?" } ?? "There are \(known.joined(separator: ", ")).")
    }
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
