extension RowCondition.Test {
  /// For each row whether the test surely holds.
  func mask(of data: Dataset, condition: String) throws -> [Bool] {
    let variable = try data.variable(column)
    if relation == .missing {
      let wanted = !isNegated
      return switch variable.values {
      case .int8(let v): v.map { ($0 < MissingValue.int8Floor) == wanted }
      case .int16(let v): v.map { ($0 < MissingValue.int16Floor) == wanted }
      case .double(let v): v.map { $0.isNaN == wanted }
      case .text(let codes, _): codes.map { ($0 < 0) == wanted }
      }
    }
    switch variable.values {
    case .text(let codes, let categories):
      let holds = try textTest(condition, variable.details.valueLabels)
      let table = categories.map(holds)
      return codes.map { $0 >= 0 && table[Int($0)] }
    case .int8(let v):
      // 256 answers, worked out once.
      let holds = try numberTest(condition, variable.details.valueLabels)
      let table = (Int(Int8.min)...Int(Int8.max)).map { $0 >= Int(MissingValue.int8Floor) && holds(Double($0)) }
      return v.map { table[Int($0) - Int(Int8.min)] }
    case .int16(let v):
      let holds = try numberTest(condition, variable.details.valueLabels)
      return v.map { $0 >= MissingValue.int16Floor && holds(Double($0)) }
    case .double(let v):
      let holds = try numberTest(condition, variable.details.valueLabels)
      return v.map { !$0.isNaN && holds($0) }
    }
  }

  private func numberTest(
    _ condition: String, _ labels: [VariableDetails.ValueLabel]
  ) throws -> (Double) -> Bool {
    let numbers = try operands.map { operand in
      if let number = operand.isText ? labelled(operand.text, labels) ?? operand.number : operand.number {
        return number
      }
      let known = labels.prefix(8).map { "'\($0.label)'" }.joined(separator: ", ")
      throw SyntaxFault.expression(
        text: condition, position: operand.position,
        problem: labels.isEmpty
          ? "column '\(column)' holds numbers, and '\(operand.text)' is not a number"
          : "'\(operand.text)' is neither a number nor a label of column '\(column)'",
        suggestion: labels.isEmpty
          ? "Compare it with a number, or use 'is missing'." : "Its labels are \(known)\(labels.count > 8 ? " …" : "")."
      )
    }
    let isWanted = !isNegated
    let a = numbers[0]
    switch relation {
    case .equal: return { ($0 == a) == isWanted }
    case .less: return { ($0 < a) == isWanted }
    case .lessOrEqual: return { ($0 <= a) == isWanted }
    case .greater: return { ($0 > a) == isWanted }
    case .greaterOrEqual: return { ($0 >= a) == isWanted }
    case .between:
      let b = numbers[1]
      return { (a <= $0 && $0 <= b) == isWanted }
    case .oneOf, .missing:
      let set = Set(numbers)
      return { set.contains($0) == isWanted }
    }
  }

  /// The number that a label stands for, in whatever case it is typed.
  private func labelled(_ text: String, _ labels: [VariableDetails.ValueLabel]) -> Double? {
    let own = labels.first { $0.label == text } ?? labels.first { $0.label.lowercased() == text.lowercased() }
    if case .number(let number)? = own?.value { return number }
    return nil
  }

  /// The other wording of each operand: the label of a code, and the code of a label.
  private func otherWords(_ labels: [VariableDetails.ValueLabel]) -> [String] {
    operands.flatMap { operand in
      labels.flatMap { entry -> [String] in
        switch entry.value {
        case .text(let code):
          code == operand.text ? [entry.label] : entry.label.lowercased() == operand.text.lowercased() ? [code] : []
        case .number(let number): number == operand.number && !operand.isText ? [entry.label] : []
        }
      }
    }
  }

  private func textTest(
    _ condition: String, _ labels: [VariableDetails.ValueLabel]
  ) throws -> (String) -> Bool {
    let isWanted = !isNegated
    let texts = operands.map(\.text)
    switch relation {
    case .equal, .oneOf, .missing:
      // A number as written finds the same number in a column of text: 2 finds "2" and "2.0".
      let numbers = Set(operands.filter { !$0.isText }.compactMap(\.number))
      let words = Set(texts + otherWords(labels))
      return { value in
        (words.contains(value) || (!numbers.isEmpty && (Double(value).map(numbers.contains) ?? false))) == isWanted
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .between:
      if let operand = operands.first(where: { !$0.isText }) {
        throw SyntaxFault.expression(
          text: condition, position: operand.position,
          problem: "column '\(column)' holds text, so it is neither more nor less than the number \(operand.text)",
          suggestion: "Use '=' or 'in', or quote the value to compare by alphabet.")
      }
      let a = texts[0]
      switch relation {
      case .less: return { before($0, a) == isWanted }
      case .lessOrEqual: return { before(a, $0) != isWanted }
      case .greater: return { before(a, $0) == isWanted }
      case .greaterOrEqual: return { before($0, a) != isWanted }
      default:
        let b = texts[1]
        return { (!before($0, a) && !before(b, $0)) == isWanted }
      }
    }
  }
}

private func before(_ a: String, _ b: String) -> Bool {
  a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
}
