/// The words and signs of a model's text.
struct ModelToken: Equatable {
  enum Kind: Equatable {
    /// A name of a variable, a label or a function.
    case name
    /// A text between double or single quotes: a label, or a name that holds signs.
    case quoted
    case number(Double)
    /// `=~`, `+`, `*` and the like.
    case sign
    case open
    case close
    case comma
    /// A line's end or a semicolon.
    case end
  }

  var kind: Kind
  var text: String
  var place: ModelSyntaxError.Place

  /// Signs between the two sides of a statement, the longer ones first.
  static let operators = ["~*~", "=~", "<~", "~~", ":=", "==", ">=", "<=", "~", "<", ">", "|"]
  private static let signs = operators + ["+", "-", "*", "/", "^", "%", "?", ":", "="]

  /// All tokens of a text; comments (from `#` or `!` to the line's end) are left out.
  static func all(in text: String) throws(ModelSyntaxError) -> [ModelToken] {
    var reader = Reader(characters: Array(text))
    var tokens: [ModelToken] = []
    while let token = try reader.next() { tokens.append(token) }
    return tokens
  }

  private struct Reader {
    let characters: [Character]
    var index = 0
    var line = 1
    var lineStart = 0

    var place: ModelSyntaxError.Place { .init(line: line, column: index - lineStart + 1) }

    mutating func next() throws(ModelSyntaxError) -> ModelToken? {
      skipBlanks()
      guard index < characters.count else { return nil }
      let character = characters[index]
      let start = place
      if character.isNewline {
        index += 1
        line += 1
        lineStart = index
        return ModelToken(kind: .end, text: "\n", place: start)
      }
      switch character {
      case ";": return single(.end, start)
      case "(": return single(.open, start)
      case ")": return single(.close, start)
      case ",": return single(.comma, start)
      case "\"", "'", "`": return try quotation(character, start)
      default: break
      }
      if character.isNumber || (character == "." && index + 1 < characters.count && characters[index + 1].isNumber) {
        return try number(start)
      }
      if Self.beginsName(character) { return name(start) }
      for sign in ModelToken.signs where starts(with: sign) {
        index += sign.count
        return ModelToken(kind: .sign, text: sign, place: start)
      }
      throw ModelSyntaxError(
        start, "the character '\(character)' cannot stand here",
        "Put a name that holds other signs than letters, digits, '.' and '_' between double quotes.")
    }

    private mutating func single(_ kind: Kind, _ start: ModelSyntaxError.Place) -> ModelToken {
      index += 1
      return ModelToken(kind: kind, text: String(characters[index - 1]), place: start)
    }

    private func starts(with sign: String) -> Bool {
      var at = index
      for character in sign {
        guard at < characters.count, characters[at] == character else { return false }
        at += 1
      }
      return true
    }

    private mutating func skipBlanks() {
      while index < characters.count {
        let character = characters[index]
        if character == "#" || character == "!" {
          while index < characters.count, !characters[index].isNewline { index += 1 }
        } else if character.isWhitespace && !character.isNewline {
          index += 1
        } else {
          return
        }
      }
    }

    private static func beginsName(_ character: Character) -> Bool {
      character.isLetter || character == "_" || character == "."
    }

    private mutating func name(_ start: ModelSyntaxError.Place) -> ModelToken {
      let first = index
      while index < characters.count, Self.beginsName(characters[index]) || characters[index].isNumber { index += 1 }
      return ModelToken(kind: .name, text: String(characters[first..<index]), place: start)
    }

    private mutating func quotation(
      _ quote: Character, _ start: ModelSyntaxError.Place
    ) throws(ModelSyntaxError) -> ModelToken {
      let first = index + 1
      index = first
      while index < characters.count, characters[index] != quote, !characters[index].isNewline { index += 1 }
      guard index < characters.count, characters[index] == quote else {
        throw ModelSyntaxError(start, "this quotation is never closed", "Add a \(quote) on the same line.")
      }
      let text = String(characters[first..<index])
      index += 1
      if text.isEmpty { throw ModelSyntaxError(start, "there is nothing between the quotes", "Name a variable.") }
      return ModelToken(kind: quote == "`" ? .name : .quoted, text: text, place: start)
    }

    /// Digits with a point and an exponent; letters right after them are a mistake.
    private mutating func number(_ start: ModelSyntaxError.Place) throws(ModelSyntaxError) -> ModelToken {
      let first = index
      func isDigit(_ at: Int) -> Bool { at < characters.count && characters[at].isASCII && characters[at].isNumber }
      while isDigit(index) { index += 1 }
      if index < characters.count, characters[index] == "." {
        index += 1
        while isDigit(index) { index += 1 }
      }
      if index < characters.count, characters[index] == "e" || characters[index] == "E" {
        let sign = index + 1 < characters.count && (characters[index + 1] == "-" || characters[index + 1] == "+")
        if isDigit(index + (sign ? 2 : 1)) {
          index += sign ? 2 : 1
          while isDigit(index) { index += 1 }
        }
      }
      let isGlued = index < characters.count && (Self.beginsName(characters[index]) || characters[index].isNumber)
      let text = String(characters[first..<max(index, first + (isGlued ? 1 : 0))])
      guard !isGlued, let value = Double(text), value.isFinite else {
        throw ModelSyntaxError(
          start, "'\(text)\(isGlued ? String(characters[index]) : "")…' is neither a number nor a name",
          "A number stands before its variable with '*', as in 0.5*x1; a name that begins with a digit goes between double quotes."
        )
      }
      return ModelToken(kind: .number(value), text: text, place: start)
    }
  }
}
