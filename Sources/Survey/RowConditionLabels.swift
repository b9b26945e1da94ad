extension RowCondition.Test {
  /// The test with its texts replaced by the answers that they are labels of: `region = 'North'` asks for 1 where 1 is
  /// called North.
  ///
  /// * In a column of numbers a text in quotes, or a bare word, is looked up among the labels; a number that is not quoted
  ///   is always the answer itself. A label counts letter by letter, and in whatever case where none does.
  /// * In a column of texts an answer is found by itself and by its label.
  /// * A label of several answers finds all of them with `=`, `!=` and `in`, and has no place in an order.
  ///
  /// Throws `SyntaxFault.expression` at the text that no answer is called, or that is one answer and the label of another.
  func withLabels(of variable: Variable, condition: String) throws -> RowCondition.Test {
    let labels = variable.details.valueLabels
    guard !labels.isEmpty, relation != .missing else { return self }
    var found: [[Operand]] = []
    for operand in operands { found.append(try answers(operand, labels, isText: variable.isText, condition)) }
    var copy = self
    switch relation {
    case .equal, .oneOf:
      copy.operands = found.flatMap { $0 }
      if copy.operands.count > 1 { copy.relation = .oneOf }
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .between, .missing:
      // Texts are ordered as they are written.
      if variable.isText { return self }
      if let place = found.firstIndex(where: { $0.count > 1 }) {
        throw SyntaxFault.expression(
          text: condition, position: operands[place].position,
          problem: "several answers of column '\(column)' are called '\(operands[place].text)'",
          suggestion: "Compare it with one of them: \(found[place].map(\.text).joined(separator: ", ")).")
      }
      copy.operands = found.flatMap { $0 }
    }
    return copy
  }

  /// The answers that one operand stands for.
  private func answers(
    _ operand: Operand, _ labels: [VariableDetails.ValueLabel], isText: Bool, _ condition: String
  ) throws -> [Operand] {
    guard operand.isText else {
      // A column of categories may hold the labels instead of the numbers that they belong to.
      return [operand]
        + (isText ? labels.filter { $0.value == operand.number.map { .number($0) } } : []).map {
          Operand(text: $0.label, number: nil, isText: true, position: operand.position)
        }
    }
    let exact = labels.filter { $0.label == operand.text }
    let near = exact.isEmpty ? labels.filter { $0.label.lowercased() == operand.text.lowercased() } : exact
    let named = near.map { label in
      switch label.value {
      case .number(let number):
        Operand(text: Sentence.number(number), number: number, isText: isText, position: operand.position)
      case .text(let text): Operand(text: text, number: nil, isText: true, position: operand.position)
      }
    }
    if named.isEmpty {
      if isText || operand.number != nil { return [operand] }
      throw SyntaxFault.expression(
        text: condition, position: operand.position,
        problem: "'\(operand.text)' is neither a number nor a label of column '\(column)'",
        suggestion: Self.offer(labels, near: operand.text))
    }
    // A text that is an answer as well as the label of another one is nobody's to guess.
    let isAnswer =
      isText
      ? labels.contains { $0.value == .text(operand.text) && $0.label != operand.text }
      : labels.contains { $0.value == operand.number.map { .number($0) } && $0.label != operand.text }
    if isAnswer {
      throw SyntaxFault.expression(
        text: condition, position: operand.position,
        problem:
          "'\(operand.text)' may be the answer itself, or the label of \(named.map(\.text).joined(separator: ", ")) in column '\(column)'",
        suggestion: isText
          ? "Compare it with the other's own answer, or label."
          : "Write an answer without quotes, such as \(named[0].text).")
    }
    return (isText ? [operand] : []) + named
  }

  /// Labels that a sentence has room for.
  private static let mostOffered = 8

  private static func offer(_ labels: [VariableDetails.ValueLabel], near text: String) -> Sentence {
    let names = labels.map(\.label)
    let nearest = Spelling.nearest(to: text, among: names, limit: 1)
    let near: Sentence = nearest.isEmpty ? "" : "Did you mean '\(nearest[0])'? "
    let all = names.prefix(mostOffered).map { "'\($0)'" }.joined(separator: ", ")
    return near + "Its labels are \(all)\(names.count > mostOffered ? " …" : "")."
  }
}
