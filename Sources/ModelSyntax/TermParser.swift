/// The right side of a relation: variables joined by `+`, each with what stands before it and a `*`.
struct TermParser {
  struct Term {
    /// Empty where it is the constant of an intercept.
    var name = ""
    var isConstant = false
    var modifiers = ModelSyntax.Modifiers()
    var place: ModelSyntaxError.Place
  }

  let tokens: ArraySlice<ModelToken>
  let relation: ModelSyntax.Relation

  func parse() throws(ModelSyntaxError) -> [Term] {
    var terms: [Term] = []
    for part in split(tokens, at: "+") {
      guard let tokens = part.tokens else {
        throw ModelSyntaxError(part.place, "a variable is missing beside this '+'", "Name one, or leave the '+' out.")
      }
      terms.append(try term(tokens))
    }
    return terms
  }

  private func term(_ tokens: ArraySlice<ModelToken>) throws(ModelSyntaxError) -> Term {
    let factors = split(tokens, at: "*")
    let last = factors.last!
    guard let variable = last.tokens else {
      throw ModelSyntaxError(last.place, "nothing stands after this '*'", "Name the variable that it belongs to.")
    }
    var term = Term(place: variable.first!.place)
    let isName = variable.first!.kind == .name || variable.first!.kind == .quoted
    if variable.count == 1, isName {
      term.name = variable.first!.text
    } else if variable.count == 1, case .number(let value) = variable.first!.kind {
      term.isConstant = true
      guard value == 1 || value == 0 else {
        throw ModelSyntaxError(
          term.place, "a number stands where a variable is expected",
          relation == .regressedOn
            ? "Write \(variable.first!.text)*1 for an intercept of \(variable.first!.text)."
            : "Name a variable after a '*'.")
      }
      if value == 0 { term.modifiers.fixed = [0] }
    } else {
      let stranger = isName && variable.count > 1 ? variable[variable.startIndex + 1] : variable.first!
      throw ModelSyntaxError(
        stranger.place, "'\(stranger.text)' cannot stand here",
        stranger.kind == .name || stranger.kind == .quoted
          ? "Join variables with '+', and a label to its variable with '*'." : "Only names, '+' and '*' stand there.")
    }
    for factor in factors.dropLast() {
      guard let tokens = factor.tokens else {
        throw ModelSyntaxError(factor.place, "nothing stands before this '*'", "Write a number or a label, as in a*x1.")
      }
      try add(tokens, to: &term.modifiers)
    }
    return term
  }

  /// What stands between signs at depth zero, with the place of the sign that follows, or comes before at the end.
  private func split(
    _ tokens: ArraySlice<ModelToken>, at sign: String
  ) -> [(tokens: ArraySlice<ModelToken>?, place: ModelSyntaxError.Place)] {
    var parts: [(ArraySlice<ModelToken>?, ModelSyntaxError.Place)] = []
    var (depth, start) = (0, tokens.startIndex)
    var place = tokens.first!.place
    for index in tokens.indices {
      if tokens[index].kind == .open { depth += 1 }
      if tokens[index].kind == .close { depth -= 1 }
      guard depth == 0, tokens[index].kind == .sign, tokens[index].text == sign else { continue }
      place = tokens[index].place
      parts.append((start == index ? nil : tokens[start..<index], place))
      start = index + 1
    }
    parts.append((start == tokens.endIndex ? nil : tokens[start...], place))
    return parts
  }

  // MARK: Modifiers

  private func add(
    _ tokens: ArraySlice<ModelToken>, to modifiers: inout ModelSyntax.Modifiers
  ) throws(ModelSyntaxError) {
    let first = tokens.first!
    let isCall = tokens.count >= 2 && first.kind == .name && tokens[tokens.startIndex + 1].kind == .open
    if !isCall || ModelExpression.Function(rawValue: first.text) != nil {
      try addPlain([tokens], to: &modifiers)
      return
    }
    let arguments = try arguments(tokens)
    switch first.text {
    case "c": try addPlain(arguments, to: &modifiers)
    case "start":
      if modifiers.start != nil { throw twice(first, "a start value") }
      modifiers.start = try values(unpacked(arguments))
    case "label":
      if modifiers.label != nil { throw twice(first, "a label") }
      modifiers.label = try labels(unpacked(arguments))
    case "equal":
      if modifiers.equal != nil { throw twice(first, "an equality") }
      modifiers.equal = try labels(unpacked(arguments)).map { $0 ?? "NA" }
    default:
      let known = ["start", "equal", "label", "c"]
      throw ModelSyntaxError(
        first.place, "there is no '\(first.text)(…)'", "There are \(known.map { "\($0)(…)" }.joined(separator: ", ")).")
    }
  }

  /// Numbers fix, `NA` sets free, names and quotations label: one value, or one for each group.
  private func addPlain(
    _ parts: [ArraySlice<ModelToken>], to modifiers: inout ModelSyntax.Modifiers
  ) throws(ModelSyntaxError) {
    let first = parts.first!.first!
    let isLabels = parts.contains { part in
      part.count == 1 && part.first!.text != "NA" && (part.first!.kind == .name || part.first!.kind == .quoted)
    }
    if isLabels {
      if modifiers.label != nil { throw twice(first, "a label") }
      modifiers.label = try labels(parts)
    } else {
      if modifiers.fixed != nil { throw twice(first, "a value") }
      modifiers.fixed = try values(parts)
    }
  }

  private func twice(_ token: ModelToken, _ what: String) -> ModelSyntaxError {
    ModelSyntaxError(token.place, "the parameter has \(what) already", "Leave one of them out.")
  }

  private func labels(_ parts: [ArraySlice<ModelToken>]) throws(ModelSyntaxError) -> [String?] {
    var labels: [String?] = []
    for part in parts { labels.append(part.count == 1 && part.first!.text == "NA" ? nil : try label(part)) }
    return labels
  }

  private func label(_ tokens: ArraySlice<ModelToken>) throws(ModelSyntaxError) -> String {
    let token = tokens.first!
    guard tokens.count == 1, token.kind == .name || token.kind == .quoted else {
      throw ModelSyntaxError(
        token.place, "'\(tokens.map(\.text).joined())' is no label", "A label is one name, as in a*x1.")
    }
    return token.text
  }

  private func values(_ parts: [ArraySlice<ModelToken>]) throws(ModelSyntaxError) -> [Double?] {
    var values: [Double?] = []
    for part in parts {
      if part.count == 1, part.first!.text == "NA" {
        values.append(nil)
        continue
      }
      var reader = ExpressionParser(tokens: part)
      guard let value = try reader.parse().constant, value.isFinite else {
        throw ModelSyntaxError(
          part.first!.place, "'\(part.map(\.text).joined())' is no number",
          "A value is a number, NA, or a calculation with numbers.")
      }
      values.append(value)
    }
    return values
  }

  /// `start(c(1, 2))` is `start(1, 2)`.
  private func unpacked(
    _ arguments: [ArraySlice<ModelToken>]
  ) throws(ModelSyntaxError) -> [ArraySlice<ModelToken>] {
    guard arguments.count == 1, let only = arguments.first, only.count >= 2, only.first!.text == "c",
      only[only.startIndex + 1].kind == .open
    else { return arguments }
    return try self.arguments(only)
  }

  /// What stands between the brackets of a call, parted at commas.
  private func arguments(_ tokens: ArraySlice<ModelToken>) throws(ModelSyntaxError) -> [ArraySlice<ModelToken>] {
    let open = tokens.startIndex + 1
    guard tokens.last!.kind == .close else {
      throw ModelSyntaxError(tokens[open].place, "this '(' is never closed", "Add a ')'.")
    }
    var parts: [ArraySlice<ModelToken>] = []
    var (depth, start) = (0, open + 1)
    for index in (open + 1)..<tokens.endIndex {
      let token = tokens[index]
      if token.kind == .open { depth += 1 }
      let isEnd = depth == 0 && (token.kind == .comma || token.kind == .close)
      if token.kind == .close { depth -= 1 }
      guard isEnd else { continue }
      guard start < index else {
        throw ModelSyntaxError(token.place, "a value is missing here", "Write one for each group, as in c(1, 1).")
      }
      if token.kind == .close, index != tokens.endIndex - 1 {
        throw ModelSyntaxError(tokens[index + 1].place, "'\(tokens[index + 1].text)' cannot stand here", "Write a '*'.")
      }
      parts.append(tokens[start..<index])
      start = index + 1
    }
    return parts
  }
}
