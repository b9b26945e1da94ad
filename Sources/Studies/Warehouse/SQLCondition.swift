import Survey

/// A condition on rows as SQL: `wave = 2 and segment in (new, returning)`.
struct SQLCondition {
  let dialect: SQLDialect
  /// What means no answer in a column.
  let codes: (String) -> [MissingCode]

  /// Throws what quoting throws.
  func text(_ condition: RowCondition) throws -> String {
    try condition.folded(
      comparison, all: { "(\($0.joined(separator: " AND ")))" }, any: { "(\($0.joined(separator: " OR ")))" })
  }

  /// Rows of one wave: a number finds the number, whatever its type.
  func equals(_ column: String, _ value: String) throws -> String {
    let operand = operand(Double(value).map { .number($0) } ?? .text(value))
    return "\(try dialect.name(column)) = \(operand)"
  }

  // A comparison with NULL is unknown, under NOT too, as in a condition.
  private func comparison(_ test: RowCondition.Comparison) throws -> String {
    let column = try answer(test)
    let values = test.operands.map(operand)
    func compared(_ sign: String, _ negated: String) -> String {
      "\(column) \(test.isNegated ? negated : sign) \(values[0])"
    }
    switch test.relation {
    case .missing: return "\(column) IS \(test.isNegated ? "NOT " : "")NULL"
    case .equal: return compared("=", "<>")
    case .less: return compared("<", ">=")
    case .lessOrEqual: return compared("<=", ">")
    case .greater: return compared(">", "<=")
    case .greaterOrEqual: return compared(">=", "<")
    case .between: return "\(column) \(test.isNegated ? "NOT " : "")BETWEEN \(values[0]) AND \(values[1])"
    case .oneOf: return "\(column) \(test.isNegated ? "NOT " : "")IN (\(values.joined(separator: ", ")))"
    }
  }

  /// The column, a code in it as NULL. Where only answers that are named are chosen, codes need no care, and an engine
  /// that keeps its table in partitions by the column reads those alone.
  private func answer(_ test: RowCondition.Comparison) throws -> String {
    let column = try dialect.name(test.column)
    let codes = codes(test.column)
    if codes.isEmpty || !test.isNegated && (test.relation == .equal || test.relation == .oneOf) { return column }
    let isOfNumbers = test.operands.contains { if case .number = $0 { true } else { false } }
    let number = dialect.asNumber(column)
    guard let isCode = SQLCodes(dialect).test(codes, column: column, number: isOfNumbers ? number : nil) else {
      return column
    }
    return "(CASE WHEN \(isCode) THEN NULL ELSE \(isOfNumbers ? number : column) END)"
  }

  private func operand(_ operand: RowCondition.Comparison.Operand) -> String {
    switch operand {
    case .text(let text): dialect.text(text)
    // A whole number as one: it is compared with columns of any type of number.
    case .number(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }
  }
}
