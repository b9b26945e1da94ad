/// Recursive descent over the tokens of a `RowCondition`; depth is bounded, chains of `and` and `or` are loops.
struct RowConditionParser {
  private static let depthLimit = 200

  private let text: String
  private let tokens: [RowConditionToken]
  private var next = 0
  private var depth = 0

  init(_ text: String) throws {
    self.text = text
    tokens = try RowConditionToken.all(in: text)
  }

  mutating func parse() throws -> RowCondition.Node {
    if token.kind == .end { throw fault("the condition is empty", "Write for example: wave = 2") }
    let node = try disjunction()
    switch token.kind {
    case .end: return node
    case .close: throw fault("there is a ')' too many", nil)
    default: throw fault("'\(token.text)' cannot stand here", "Join conditions with 'and' or 'or'.")
    }
  }

  // MARK: Grammar

  private mutating func disjunction() throws -> RowCondition.Node {
    var parts = [try conjunction()]
    while accept(word: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws -> RowCondition.Node {
    var parts = [try factor()]
    while accept(word: "and") { parts.append(try factor()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func factor() throws -> RowCondition.Node {
    // A run of `not` is counted, not nested.
    var isNegated = false
    while accept(word: "not") { isNegated.toggle() }
    let node: RowCondition.Node
    if token.kind == .open {
      depth += 1
      guard depth <= RowConditionParser.depthLimit else {
        throw fault(
          "parentheses are nested more than \(RowConditionParser.depthLimit) deep", "Use 'in (…)' for long lists.")
      }
      let opened = token
      next += 1
      node = try disjunction()
      guard token.kind == .close else {
        if token.kind == .end { throw fault("this '(' is never closed", "Add a ')'.", at: opened) }
        throw fault("'\(token.text)' cannot stand here", "Join conditions with 'and' or 'or'.")
      }
      next += 1
      depth -= 1
    } else {
      node = .test(try test())
    }
    return isNegated ? node.negated : node
  }

  private mutating func test() throws -> RowCondition.Test {
    let column = token
    switch column.kind {
    case .word where !RowConditionToken.reserved.contains(column.text.lowercased()), .backquoted, .doubleQuoted:
      next += 1
    case .end: throw fault("a column name is missing at the end", nil)
    case .number, .singleQuoted:
      throw fault("a comparison begins with a column, not with a value", "Write for example: \(turned(column))")
    default: throw fault("a column name is expected, not '\(column.text)'", "Quote odd names in backquotes.")
    }
    var test = RowCondition.Test(column: column.text, position: column.position, relation: .equal, operands: [])

    if token.kind == .relation {
      let sign = token.text
      next += 1
      switch sign {
      case "=", "==": test.relation = .equal
      case "!=", "<>":
        test.relation = .equal
        test.isNegated = true
      case "<": test.relation = .less
      case "<=": test.relation = .lessOrEqual
      case ">": test.relation = .greater
      case ">=": test.relation = .greaterOrEqual
      default:
        throw fault("'\(sign)' is not a comparison", "Use = != < <= > >=, and, or, not.", at: tokens[next - 1])
      }
      test.operands = [try operand()]
      if token.kind == .relation {
        throw fault("two comparisons in a row", "Use 'between … and …', or join them with 'and'.")
      }
      return test
    }
    if accept(word: "is") {
      test.isNegated = accept(word: "not")
      guard accept(word: "missing") else { throw fault("'missing' is expected after 'is'", "Use 'is missing'.") }
      test.relation = .missing
      return test
    }
    test.isNegated = accept(word: "not")
    if accept(word: "in") {
      test.relation = .oneOf
      test.operands = try list()
      return test
    }
    if accept(word: "between") {
      test.relation = .between
      let low = try operand()
      guard accept(word: "and") else { throw fault("'between' needs two values joined by 'and'", nil) }
      test.operands = [low, try operand()]
      return test
    }
    throw fault(
      token.kind == .end ? "a comparison is missing after '\(column.text)'" : "'\(token.text)' is not a comparison",
      "Use = != < <= > >=, in (…), between … and …, is missing.")
  }

  private mutating func list() throws -> [RowCondition.Test.Operand] {
    guard token.kind == .open else { throw fault("'in' needs a list in parentheses", "Write for example: in (1, 2)") }
    next += 1
    var operands = [try operand()]
    while token.kind == .comma {
      next += 1
      operands.append(try operand())
    }
    guard token.kind == .close else { throw fault("the list is not closed", "Separate values by ',' and add a ')'.") }
    next += 1
    return operands
  }

  private mutating func operand() throws -> RowCondition.Test.Operand {
    let value = token
    switch value.kind {
    case .number, .singleQuoted, .doubleQuoted: break
    case .word where !RowConditionToken.reserved.contains(value.text.lowercased()): break
    case .word where value.text.lowercased() == "missing":
      throw fault("a missing value is equal to nothing", "Use 'is missing' or 'is not missing'.")
    case .backquoted:
      throw fault("a column is compared with a number or a text, not with another column", nil)
    case .end: throw fault("a value is missing at the end", nil)
    default: throw fault("a value is expected, not '\(value.text)'", "Put text in quotes.")
    }
    next += 1
    let number = Double(value.text).flatMap { $0.isNaN ? nil : $0 }
    return RowCondition.Test.Operand(
      text: value.text, number: number, isText: value.kind != .number, position: value.position)
  }

  // MARK: Tokens

  private var token: RowConditionToken { tokens[next] }

  private mutating func accept(word: String) -> Bool {
    guard token.kind == .word, token.text.lowercased() == word else { return false }
    next += 1
    return true
  }

  private func turned(_ value: RowConditionToken) -> String {
    let sign = tokens[next + 1]
    guard value.kind == .number, sign.kind == .relation, tokens[next + 2].kind == .word else { return "wave = 2" }
    let mirror = ["<": ">", ">": "<", "<=": ">=", ">=": "<="]
    return "\(tokens[next + 2].text) \(mirror[sign.text] ?? sign.text) \(value.text)"
  }

  private func fault(_ problem: Sentence, _ suggestion: Sentence?, at place: RowConditionToken? = nil) -> SyntaxFault {
    SyntaxFault.expression(
      text: text, position: (place ?? token).position, problem: problem, suggestion: suggestion)
  }
}

/// A word, number, quoted text or sign of a condition, and where it begins (1 is the first character).
struct RowConditionToken {
  enum Kind { case word, number, singleQuoted, doubleQuoted, backquoted, relation, open, close, comma, end }

  static let reserved: Set<String> = ["and", "or", "not", "in", "is", "between", "missing"]

  var kind: Kind
  var text: String
  var position: Int

  static func all(in text: String) throws -> [RowConditionToken] {
    let characters = Array(text)
    var tokens: [RowConditionToken] = []
    var i = 0
    while i < characters.count {
      let c = characters[i]
      let start = i
      func add(_ kind: Kind, _ text: String) {
        tokens.append(RowConditionToken(kind: kind, text: text, position: start + 1))
      }
      if c.isWhitespace {
        i += 1
      } else if c == "(" || c == ")" || c == "," {
        i += 1
        add(c == "(" ? .open : c == ")" ? .close : .comma, String(c))
      } else if isSign(c) {
        while i < characters.count, isSign(characters[i]) { i += 1 }
        add(.relation, String(characters[start..<i]))
      } else if c == "'" || c == "\"" || c == "`" {
        let content = try quoted(characters, &i, text)
        add(c == "'" ? .singleQuoted : c == "\"" ? .doubleQuoted : .backquoted, content)
      } else if isWord(c) {
        while i < characters.count, isWord(characters[i]) { i += 1 }
        let word = String(characters[start..<i])
        let isNumber = (c.isNumber || "+-.".contains(c)) && Double(word) != nil
        add(isNumber ? .number : .word, word)
      } else {
        throw SyntaxFault.expression(
          text: text, position: i + 1, problem: "'\(c)' has no meaning here",
          suggestion: "Put column names in backquotes and text in quotes.")
      }
    }
    tokens.append(RowConditionToken(kind: .end, text: "", position: characters.count + 1))
    return tokens
  }

  /// The content of the quotes at `i`; a doubled quote inside stands for one.
  private static func quoted(_ characters: [Character], _ i: inout Int, _ text: String) throws -> String {
    let quote = characters[i]
    let start = i
    var content = ""
    i += 1
    while i < characters.count {
      if characters[i] == quote {
        i += 1
        guard i < characters.count, characters[i] == quote else { return content }
      }
      content.append(characters[i])
      i += 1
    }
    throw SyntaxFault.expression(
      text: text, position: start + 1, problem: "this quote is never closed", suggestion: "Add a \(quote).")
  }

  private static func isSign(_ c: Character) -> Bool { "=<>!&|".contains(c) }
  private static func isWord(_ c: Character) -> Bool { c.isLetter || c.isNumber || "_.+-$#@%/:".contains(c) }
}
