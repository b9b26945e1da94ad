extension RowCondition.Test {
  /// For each row whether the test surely holds.
  func mask(of data: Dataset, condition: String) throws -> [Bool] {
    guard let variable = data[column] else { throw unknown(among: data.names, condition: condition) }
    if relation == .missing {
      let wanted = !isNegated
      return switch variable.values {
      case .int8(let v): v.map { ($0 < MissingValue.int8Floor) == wanted }
      case .int16(let v): v.map { ($0 < MissingValue.int16Floor) == wanted }
      case .double(let v): v.map { $0.isNaN == wanted }
      case .text(let codes, _): codes.map { ($0 < 0) == wanted }
      }
    }
    return try withLabels(of: variable, condition: condition).comparison(variable.values, condition)
  }

  /// The fault that there is no such column.
  func unknown(among names: [String], condition: String) -> SyntaxFault {
    .column(
      name: column, nearest: Spelling.nearest(to: column, among: names), text: condition, position: position,
      derived: nil)
  }

  private func comparison(_ values: ColumnValues, _ condition: String) throws -> [Bool] {
    switch values {
    case .text(let codes, let categories):
      let holds = try textTest(condition)
      let table = categories.map(holds)
      return codes.map { $0 >= 0 && table[Int($0)] }
    case .int8(let v):
      // 256 answers, worked out once.
      let holds = try numberTest(condition)
      let table = (Int(Int8.min)...Int(Int8.max)).map { $0 >= Int(MissingValue.int8Floor) && holds(Double($0)) }
      return v.map { table[Int($0) - Int(Int8.min)] }
    case .int16(let v):
      let holds = try numberTest(condition)
      return v.map { $0 >= MissingValue.int16Floor && holds(Double($0)) }
    case .double(let v):
      let holds = try numberTest(condition)
      return v.map { !$0.isNaN && holds($0) }
    }
  }

  private func numberTest(_ condition: String) throws -> (Double) -> Bool {
    let numbers = try operands.map { operand in
      guard let number = operand.number else {
        throw SyntaxFault.expression(
          text: condition, position: operand.position,
          problem: "column '\(column)' holds numbers, and '\(operand.text)' is not a number",
          suggestion: "Compare it with a number, or use 'is missing'.")
      }
      return number
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

  private func textTest(_ condition: String) throws -> (String) -> Bool {
    let isWanted = !isNegated
    let texts = operands.map(\.text)
    switch relation {
    case .equal, .oneOf, .missing:
      // A number as written finds the same number in a column of text: 2 finds "2" and "2.0".
      let numbers = Set(operands.filter { !$0.isText }.compactMap(\.number))
      let words = Set(texts)
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
