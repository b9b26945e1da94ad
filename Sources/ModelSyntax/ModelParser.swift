/// Statements of a model, one after the other: which sign is between the sides decides how they are read.
struct ModelParser {
  let tokens: [ModelToken]
  private var model = ModelSyntax()

  init(tokens: [ModelToken]) { self.tokens = tokens }

  mutating func parse() throws(ModelSyntaxError) -> ModelSyntax {
    for statement in statements() { try read(statement) }
    return model
  }

  /// Tokens parted at semicolons and line ends; a line goes on where a sign or a bracket is open, or where the next line begins
  /// with one.
  private func statements() -> [ArraySlice<ModelToken>] {
    var result: [ArraySlice<ModelToken>] = []
    var kept: [ModelToken] = []
    var depth = 0
    func isOpen(_ next: Int) -> Bool {
      if depth > 0 { return true }
      if let last = kept.last, last.kind == .sign || last.kind == .comma { return true }
      var at = next
      while at < tokens.count, tokens[at].kind == .end, tokens[at].text == "\n" { at += 1 }
      guard at < tokens.count, tokens[at].kind == .sign else { return false }
      return tokens[at].text != "-"
    }
    for (index, token) in tokens.enumerated() {
      if token.kind == .end {
        if token.text == "\n", isOpen(index + 1) { continue }
        if !kept.isEmpty { result.append(kept[...]) }
        kept = []
        depth = 0
        continue
      }
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth = max(0, depth - 1) }
      kept.append(token)
    }
    if !kept.isEmpty { result.append(kept[...]) }
    return result
  }

  private mutating func read(_ statement: ArraySlice<ModelToken>) throws(ModelSyntaxError) {
    var depth = 0
    var split: Int?
    for index in statement.indices {
      let token = statement[index]
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
      guard depth == 0, token.kind == .sign else { continue }
      if ModelToken.operators.contains(token.text) {
        if let first = split {
          throw ModelSyntaxError(
            token.place,
            "a second '\(token.text)' stands in a statement that already has '\(statement[first].text)'",
            "Begin a new line, or part statements by ';'.")
        }
        split = index
      } else if token.text == "=" || token.text == ":" {
        try refuse(token, statement)
      }
    }
    guard let split else {
      throw ModelSyntaxError(
        statement.first!.place, "this line says nothing: it has no '=~', '~', '~~', ':=' or '=='",
        "Write for example: satisfaction =~ sat1 + sat2 + sat3")
    }
    let sign = statement[split]
    let (left, right) = (statement[..<split], statement[(split + 1)...])
    guard !left.isEmpty else {
      throw ModelSyntaxError(sign.place, "nothing stands before '\(sign.text)'", "Name a variable before it.")
    }
    guard !right.isEmpty else {
      throw ModelSyntaxError(sign.place, "nothing stands after '\(sign.text)'", "Name a variable after it.")
    }
    switch sign.text {
    case ":=": try define(left, right)
    case "==": try constrain(.equal, left, right, sign)
    case "<", "<=": try constrain(.less, left, right, sign)
    case ">", ">=": try constrain(.greater, left, right, sign)
    default: try relate(ModelSyntax.Relation(rawValue: sign.text)!, left, right)
    }
  }

  private func refuse(_ token: ModelToken, _ statement: ArraySlice<ModelToken>) throws(ModelSyntaxError) {
    if token.text == ":" {
      let isBlock = statement.count <= 3 && ["group", "block", "level"].contains(statement.first!.text)
      throw ModelSyntaxError(
        token.place, isBlock ? "models are not written group by group" : "a ':' cannot stand here",
        isBlock
          ? "Give each group's value with c(…), as in c(1, 0.5)*x1."
          : "For a product of variables make a variable of it first; a definition is written ':='.")
    }
    throw ModelSyntaxError(
      token.place, "a single '=' means nothing here",
      "Write '=~' for a construct's indicators, '==' for a constraint, ':=' for a definition.")
  }

  // MARK: Formulas

  private func text(_ tokens: ArraySlice<ModelToken>) -> String { tokens.map(\.text).joined() }

  private mutating func define(
    _ left: ArraySlice<ModelToken>, _ right: ArraySlice<ModelToken>
  ) throws(ModelSyntaxError) {
    let name = left.first!
    guard left.count == 1, name.kind == .name else {
      throw ModelSyntaxError(name.place, "before ':=' stands one name", "Write for example: indirect := a*b")
    }
    if model.definitions.contains(where: { $0.name == name.text }) {
      throw ModelSyntaxError(name.place, "'\(name.text)' is defined twice", "Give one of them another name.")
    }
    var reader = ExpressionParser(tokens: right)
    model.definitions.append(
      .init(name: name.text, expression: try reader.parse(), text: text(right), place: name.place))
  }

  private mutating func constrain(
    _ kind: ModelSyntax.Constraint.Kind, _ left: ArraySlice<ModelToken>, _ right: ArraySlice<ModelToken>,
    _ sign: ModelToken
  ) throws(ModelSyntaxError) {
    var (first, second) = (ExpressionParser(tokens: left), ExpressionParser(tokens: right))
    model.constraints.append(
      .init(
        left: try first.parse(), kind: kind, right: try second.parse(), leftText: text(left), rightText: text(right),
        place: sign.place))
  }

  // MARK: Relations

  private mutating func relate(
    _ relation: ModelSyntax.Relation, _ left: ArraySlice<ModelToken>, _ right: ArraySlice<ModelToken>
  ) throws(ModelSyntaxError) {
    var names: [ModelToken] = []
    for (index, token) in left.enumerated() {
      if index.isMultiple(of: 2), token.kind == .name || token.kind == .quoted {
        names.append(token)
      } else if index.isMultiple(of: 2) || token.text != "+" || index == left.count - 1 {
        throw ModelSyntaxError(
          token.place, "'\(token.text)' cannot stand before '\(relation.rawValue)'",
          "Only names joined by '+' stand there; labels and numbers belong to the right side.")
      }
    }
    let reader = TermParser(tokens: right, relation: relation)
    for term in try reader.parse() {
      for name in names {
        var kind = relation
        if term.isConstant {
          guard relation == .regressedOn else {
            throw ModelSyntaxError(
              term.place, "a number alone cannot stand after '\(relation.rawValue)'",
              "Join it to a variable with '*', as in 1*\(name.text).")
          }
          kind = .intercept
        }
        if name.text == term.name, relation == .measuredBy || relation == .regressedOn || relation == .formedBy {
          throw ModelSyntaxError(
            term.place, "'\(name.text)' cannot stand on both sides of '\(relation.rawValue)'",
            "For its variance write \(name.text) ~~ \(name.text).")
        }
        try model.append(
          .init(
            left: name.text, relation: kind, right: term.name, modifiers: term.modifiers, place: term.place,
            leftPlace: name.place))
      }
    }
  }
}
