import Survey

/// A `--where` condition evaluated while it is read, row by row, in three-valued logic: a comparison with a missing value is
/// neither true nor false (Kleene), and a row counts when the whole is true.
struct NaiveCondition {
  struct Refused: Error {}

  private enum Token: Equatable {
    case word(String), number(String), single(String), double(String), back(String), sign(String)
    case open, close, comma, end
  }

  /// The columns asked for, in order of appearance.
  private(set) var variables: [String] = []
  private let tokens: [Token]
  private var next = 0
  private var depth = 0
  private let data: Dataset
  private var row = 0

  /// For each row whether the condition is surely true; throws `Refused` when it cannot be read or does not fit the data.
  static func evaluate(_ text: String, on data: Dataset) throws -> (rows: [Int32], variables: [String]) {
    var condition = NaiveCondition(tokens: try tokens(Array(text)), data: data)
    var rows: [Int32] = []
    for row in 0..<data.rowCount {
      condition.next = 0
      condition.row = row
      let isTrue = try condition.either()
      guard condition.token == .end else { throw Refused() }
      if isTrue == true { rows.append(Int32(row)) }
    }
    // What cannot be read is missing, and stops the condition only in a row that it chooses.
    for variable in data.variables where condition.variables.contains(variable.name) {
      let bad = variable.unreadable?.rows ?? []
      if rows.contains(where: { bad.contains(data.rowNumber(Int($0))) }) { throw Refused() }
    }
    return (rows, condition.variables)
  }

  private init(tokens: [Token], data: Dataset) {
    self.tokens = tokens
    self.data = data
  }

  // MARK: - Grammar

  private var token: Token { tokens[next] }

  private mutating func take(_ word: String) -> Bool {
    guard case .word(let text) = token, text.lowercased() == word else { return false }
    next += 1
    return true
  }

  private mutating func either() throws -> Bool? {
    var result = try both()
    while take("or") {
      let other = try both()
      result = result == true || other == true ? true : result == nil || other == nil ? nil : false
    }
    return result
  }

  private mutating func both() throws -> Bool? {
    var result = try single()
    while take("and") {
      let other = try single()
      result = result == false || other == false ? false : result == nil || other == nil ? nil : true
    }
    return result
  }

  private mutating func single() throws -> Bool? {
    var isNegated = false
    while take("not") { isNegated.toggle() }
    let result: Bool?
    if token == .open {
      next += 1
      depth += 1
      guard depth <= 200 else { throw Refused() }
      result = try either()
      guard token == .close else { throw Refused() }
      next += 1
      depth -= 1
    } else {
      result = try test()
    }
    return result.map { $0 != isNegated }
  }

  private mutating func test() throws -> Bool? {
    let name: String
    switch token {
    case .word(let text) where !NaiveCondition.isReserved(text): name = text
    case .back(let text), .double(let text): name = text
    default: throw Refused()
    }
    next += 1
    if !variables.contains(name) { variables.append(name) }

    if case .sign(let sign) = token {
      next += 1
      guard ["=", "==", "!=", "<>", "<", "<=", ">", ">="].contains(sign) else { throw Refused() }
      let value = try operand()
      if case .sign = token { throw Refused() }
      return try compare(name, sign, value)
    }
    if take("is") {
      let isNegated = take("not")
      guard take("missing") else { throw Refused() }
      return (try cell(name) == nil) != isNegated
    }
    let isNegated = take("not")
    let result: Bool?
    if take("in") {
      guard token == .open else { throw Refused() }
      var values: [Operand] = []
      repeat {
        next += 1
        values.append(try operand())
      } while token == .comma
      guard token == .close else { throw Refused() }
      next += 1
      let isAny = try values.map { try compare(name, "=", $0) }
      result = isAny.contains(nil) ? nil : isAny.contains(true)
    } else if take("between") {
      let low = try operand()
      guard take("and") else { throw Refused() }
      let high = try operand()
      let (above, below) = (try compare(name, ">=", low), try compare(name, "<=", high))
      result = above == nil || below == nil ? nil : above! && below!
    } else {
      throw Refused()
    }
    return result.map { $0 != isNegated }
  }

  // MARK: - Values

  private struct Operand {
    var text: String
    var isNumber: Bool
    var number: Double? { Double(text).flatMap { $0.isNaN ? nil : $0 } }
  }

  private mutating func operand() throws -> Operand {
    let value: Operand
    switch token {
    case .number(let text): value = Operand(text: text, isNumber: true)
    case .single(let text), .double(let text): value = Operand(text: text, isNumber: false)
    case .word(let text) where !NaiveCondition.isReserved(text): value = Operand(text: text, isNumber: false)
    default: throw Refused()
    }
    next += 1
    return value
  }

  private enum Cell: Equatable { case number(Double), text(String) }

  /// What stands in the row at hand; `nil` when it is missing.
  private func cell(_ name: String) throws -> Cell? {
    guard let variable = data.variables.first(where: { $0.name == name }) else { throw Refused() }
    if case .text(let codes, let categories) = variable.values {
      return codes[row] < 0 ? nil : .text(categories[Int(codes[row])])
    }
    let value = variable.doubles[row]
    return value.isNaN ? nil : .number(value)
  }

  private func compare(_ name: String, _ sign: String, _ operand: Operand) throws -> Bool? {
    let isText = data.variables.first { $0.name == name }?.isText ?? false
    let isOrder = sign.first == "<" && sign != "<>" || sign.first == ">"
    if isText ? isOrder && operand.isNumber : operand.number == nil { throw Refused() }
    guard let cell = try cell(name) else { return nil }
    switch cell {
    case .number(let value):
      return holds(sign, value < operand.number!, value == operand.number!)
    case .text(let value):
      let (a, b) = (value.unicodeScalars.map(\.value), operand.text.unicodeScalars.map(\.value))
      let isSameNumber = operand.isNumber && operand.number != nil && Double(value) == operand.number
      let isSame = value == operand.text || isSameNumber
      // Order goes by code points, so two spellings of one text are not the same there.
      return holds(sign, a.lexicographicallyPrecedes(b), isOrder ? a == b : isSame)
    }
  }

  private func holds(_ sign: String, _ isLess: Bool, _ isEqual: Bool) -> Bool {
    switch sign {
    case "=", "==": isEqual
    case "!=", "<>": !isEqual
    case "<": isLess
    case "<=": isLess || isEqual
    case ">": !isLess && !isEqual
    default: !isLess
    }
  }

  // MARK: - Tokens

  private static func isReserved(_ word: String) -> Bool {
    ["and", "or", "not", "in", "is", "between", "missing"].contains(word.lowercased())
  }

  private static func tokens(_ text: [Character]) throws -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let c = rest.first {
      func run(_ isPart: (Character) -> Bool) -> String {
        let part = rest.prefix(while: isPart)
        rest = rest.dropFirst(part.count)
        return String(part)
      }
      let isWord = { (c: Character) in c.isLetter || c.isNumber || "_.+-$#@%/:".contains(c) }
      switch c {
      case _ where c.isWhitespace: rest.removeFirst()
      case "(", ")", ",":
        tokens.append(c == "(" ? .open : c == ")" ? .close : .comma)
        rest.removeFirst()
      case "=", "<", ">", "!", "&", "|": tokens.append(.sign(run { "=<>!&|".contains($0) }))
      case "'", "\"", "`":
        var content = ""
        rest.removeFirst()
        while true {
          content += run { $0 != c }
          guard rest.first == c else { throw Refused() }
          rest.removeFirst()
          guard rest.first == c else { break }
          rest.removeFirst()
          content.append(c)
        }
        tokens.append(c == "'" ? .single(content) : c == "\"" ? .double(content) : .back(content))
      case _ where isWord(c):
        let word = run(isWord)
        tokens.append((c.isNumber || "+-.".contains(c)) && Double(word) != nil ? .number(word) : .word(word))
      default: throw Refused()
      }
    }
    return tokens + [.end]
  }
}
