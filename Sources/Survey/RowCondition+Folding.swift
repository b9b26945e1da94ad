extension RowCondition {
  /// One comparison of a condition, for whoever words conditions in another language.
  package struct Comparison {
    package enum Relation { case equal, less, lessOrEqual, greater, greaterOrEqual, between, oneOf, missing }

    /// What a column is compared with: a number, or a text as written.
    package enum Operand {
      case number(Double)
      case text(String)
    }

    package var column: String
    package var relation: Relation
    /// The comparison surely does not hold; of a missing answer it is false either way.
    package var isNegated: Bool
    package var operands: [Operand]
  }

  /// Makes something of the whole condition from what is made of its comparisons.
  package func folded<Result>(
    _ comparison: (Comparison) throws -> Result, all: ([Result]) -> Result, any: ([Result]) -> Result
  ) rethrows -> Result {
    func fold(_ node: Node) throws -> Result {
      switch node {
      case .all(let parts): all(try parts.map(fold))
      case .any(let parts): any(try parts.map(fold))
      case .test(let test): try comparison(Comparison(test))
      }
    }
    return try fold(root)
  }
}

extension RowCondition.Comparison {
  fileprivate init(_ test: RowCondition.Test) {
    column = test.column
    isNegated = test.isNegated
    operands = test.operands.map { operand in
      if !operand.isText, let number = operand.number { .number(number) } else { .text(operand.text) }
    }
    relation =
      switch test.relation {
      case .equal: .equal
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .between: .between
      case .oneOf: .oneOf
      case .missing: .missing
      }
  }
}
