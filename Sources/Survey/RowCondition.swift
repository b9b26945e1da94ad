/// A condition on rows, as `--where` takes it: `wave = 2 and (segment in (new, returning) or age >= 50)`.
///
/// * Comparisons: `= == != <> < <= > >=`, `in (…)`, `not in (…)`, `between … and …`, `not between`, `is missing`,
///   `is not missing`; joined by `and`, `or`, `not` and parentheses (`not` binds tightest, then `and`, then `or`).
/// * A column stands on the left: bare, or in backquotes or double quotes. On the right stand numbers, text in single or
///   double quotes, or bare words, which are text.
/// * Where answers have labels, a text is looked up among them: `region = 'North'`, `satisfied in ('Very', 'Quite')`.
/// * A missing value makes every comparison false, under `not` too: a row counts only when the condition surely holds.
/// * Text compares equal letter by letter, and is ordered by its Unicode code points.
public struct RowCondition: Sendable, Equatable {
  /// The condition as written.
  public let text: String
  /// The columns it asks for, in order of appearance.
  public let variables: [String]
  let root: Node

  /// Throws `SyntaxFault.expression` with the place, the problem and what to write instead.
  public init(_ text: String) throws {
    var parser = try RowConditionParser(text)
    self.text = text
    root = try parser.parse()
    var names: [String] = []
    for test in root.tests where !names.contains(test.column) { names.append(test.column) }
    variables = names
  }

  /// Throws `SyntaxFault.column` at the first column that is none of these.
  package func check(columns names: [String]) throws {
    let known = Set(names)
    guard let test = root.tests.first(where: { !known.contains($0.column) }) else { return }
    throw test.unknown(among: names, condition: text)
  }

  /// The rows (0-based, ascending) for which the condition holds.
  ///
  /// A text that cannot be read as a number counts as missing, so that a condition can leave its row out.
  ///
  /// Throws `SyntaxFault.column`, `DataFault.notNumeric` when such a text stands in a row that is chosen (by `is missing`, or
  /// by another part of the condition), and `.expression` when numbers are compared with text.
  public func rows(in data: Dataset) throws -> [Int32] {
    let mask = try root.mask(of: data, condition: text)
    var rows: [Int32] = []
    rows.reserveCapacity(mask.reduce(0) { $0 + ($1 ? 1 : 0) })
    for i in mask.indices where mask[i] { rows.append(Int32(i)) }
    let doubted = variables.compactMap { data[$0] }.filter { $0.unreadable != nil }
    if !doubted.isEmpty {
      let numbers = Set(rows.map { data.rowNumber(Int($0)) })
      for variable in doubted {
        if let bad = variable.unreadable?.keeping(numbers.contains) {
          throw DataFault.notNumeric(variable: variable.name, row: bad.row, value: bad.value, count: bad.count)
        }
      }
    }
    return rows
  }

  /// A condition free of `not`: negation is carried to the tests while parsing.
  indirect enum Node: Sendable, Equatable {
    case all([Node])
    case any([Node])
    case test(Test)

    /// The node for "surely not": De Morgan, down to tests that are false for a missing value either way.
    var negated: Node {
      switch self {
      case .all(let parts): .any(parts.map(\.negated))
      case .any(let parts): .all(parts.map(\.negated))
      case .test(let test): .test(test.negated)
      }
    }

    /// In order of appearance.
    var tests: [Test] {
      switch self {
      case .all(let parts), .any(let parts): parts.flatMap(\.tests)
      case .test(let test): [test]
      }
    }

    func mask(of data: Dataset, condition: String) throws -> [Bool] {
      switch self {
      case .test(let test): return try test.mask(of: data, condition: condition)
      case .all(let parts), .any(let parts):
        let isAll = if case .all = self { true } else { false }
        var mask = try parts[0].mask(of: data, condition: condition)
        for part in parts.dropFirst() {
          let other = try part.mask(of: data, condition: condition)
          for i in mask.indices { mask[i] = isAll ? mask[i] && other[i] : mask[i] || other[i] }
        }
        return mask
      }
    }
  }

  /// One comparison of one column.
  struct Test: Sendable, Equatable {
    enum Relation: Sendable, Equatable {
      case equal, less, lessOrEqual, greater, greaterOrEqual, oneOf, between, missing
    }

    /// A number or text to compare with, and where it stands.
    struct Operand: Sendable, Equatable {
      var text: String
      var number: Double?
      /// The text was quoted, or is no number.
      var isText: Bool
      var position: Int
    }

    var column: String
    var position: Int
    var relation: Relation
    var operands: [Operand]
    var isNegated = false

    var negated: Test {
      var copy = self
      copy.isNegated.toggle()
      return copy
    }
  }
}
