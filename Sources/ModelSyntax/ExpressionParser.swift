/// Recursive descent over the tokens of a formula; depth is bounded, sums and products are loops.
struct ExpressionParser {
  private static let depthLimit = 100

  let tokens: ArraySlice<ModelToken>
  private var next: Int
  private var depth = 0

  init(tokens: ArraySlice<ModelToken>) {
    self.tokens = tokens
    next = tokens.startIndex
  }

  mutating func parse() throws(ModelSyntaxError) -> ModelExpression {
    let expression = try sum()
    guard let token else { return expression }
    if token.kind == .close { throw ModelSyntaxError(token.place, "there is a ')' too many", nil) }
    throw ModelSyntaxError(
      token.place, "'\(token.text)' cannot stand here", "Join names and numbers with '+', '-', '*', '/' or '^'.")
  }

  private var token: ModelToken? { next < tokens.endIndex ? tokens[next] : nil }

  private mutating func accept(_ sign: String) -> Bool {
    guard let token, token.kind == .sign, token.text == sign else { return false }
    next += 1
    return true
  }

  private mutating func sum() throws(ModelSyntaxError) -> ModelExpression {
    var result = try product()
    while true {
      if accept("+") {
        result = .sum(result, try product())
      } else if accept("-") {
        result = .difference(result, try product())
      } else {
        return result
      }
      try deepen(result)
    }
  }

  private mutating func product() throws(ModelSyntaxError) -> ModelExpression {
    var result = try signed()
    while true {
      if accept("*") {
        result = .product(result, try signed())
      } else if accept("/") {
        result = .quotient(result, try signed())
      } else {
        return result
      }
      try deepen(result)
    }
  }

  /// A chain of a thousand sums is as deep a value as brackets are.
  private mutating func deepen(_ expression: ModelExpression) throws(ModelSyntaxError) {
    guard next - tokens.startIndex <= 2000 else {
      throw ModelSyntaxError(tokens.first!.place, "this formula is too long", "Part it into several definitions.")
    }
  }

  /// −a², with the power before the sign.
  private mutating func signed() throws(ModelSyntaxError) -> ModelExpression {
    var isNegative = false
    while true {
      if accept("-") {
        isNegative.toggle()
      } else if !accept("+") {
        break
      }
    }
    let value = try power()
    return isNegative ? .negative(value) : value
  }

  private mutating func power() throws(ModelSyntaxError) -> ModelExpression {
    let base = try atom()
    guard accept("^") else { return base }
    depth += 1
    defer { depth -= 1 }
    try checkDepth()
    return .power(base, try signed())
  }

  private func checkDepth() throws(ModelSyntaxError) {
    guard depth <= Self.depthLimit else {
      throw ModelSyntaxError(
        (token ?? tokens.last!).place, "brackets are nested more than \(Self.depthLimit) deep",
        "Part the formula into several definitions.")
    }
  }

  private mutating func atom() throws(ModelSyntaxError) -> ModelExpression {
    guard let token else {
      throw ModelSyntaxError(
        tokens.last!.place, "a name or a number is missing after this", "Write for example: indirect := a*b")
    }
    next += 1
    switch token.kind {
    case .number(let value): return .number(value)
    case .name:
      if self.token?.kind == .open { return try call(token) }
      return .name(token.text, token.place)
    case .open: return try closed(after: token)
    default:
      throw ModelSyntaxError(
        token.place, "'\(token.text)' stands where a label or a number is expected",
        token.kind == .quoted ? "Labels in formulas are written without quotes." : nil)
    }
  }

  private mutating func closed(after opened: ModelToken) throws(ModelSyntaxError) -> ModelExpression {
    depth += 1
    defer { depth -= 1 }
    try checkDepth()
    let inner = try sum()
    guard token?.kind == .close else {
      if let token {
        throw ModelSyntaxError(token.place, "'\(token.text)' cannot stand here", "Close the bracket, or write a sign.")
      }
      throw ModelSyntaxError(opened.place, "this '(' is never closed", "Add a ')'.")
    }
    next += 1
    return inner
  }

  private mutating func call(_ name: ModelToken) throws(ModelSyntaxError) -> ModelExpression {
    guard let function = ModelExpression.Function(rawValue: name.text) else {
      throw ModelSyntaxError(
        name.place, "there is no function '\(name.text)'",
        "There are \(ModelExpression.Function.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let opened = token!
    next += 1
    return .function(function, try closed(after: opened))
  }
}
