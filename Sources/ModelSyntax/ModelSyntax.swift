/// A model as lavaan's syntax writes it: what is measured by what, what is regressed on what, which parameters are fixed,
/// labelled or constrained. A value without data.
///
/// ```
/// satisfaction =~ sat1 + sat2 + sat3       # a construct and its indicators
/// recommend ~ b*satisfaction + quality     # a regression; b labels its parameter
/// sat1 ~~ sat2                             # a covariance, of residuals where there are some
/// indirect := a*b                          # a parameter defined of others
/// ```
public struct ModelSyntax: Sendable, Equatable {
  /// The sign between the two sides of a parameter.
  public enum Relation: String, Sendable, CaseIterable, Codable {
    /// The left one is a construct, the right one its indicator.
    case measuredBy = "=~"
    /// The left one is a composite made of the right one.
    case formedBy = "<~"
    /// The left one depends on the right one.
    case regressedOn = "~"
    /// A covariance, or a variance where both sides are the same.
    case covaries = "~~"
    /// A mean or an intercept; nothing stands on the right.
    case intercept = "~1"
    /// A threshold of ordered answers.
    case threshold = "|"
    /// A scaling factor of an ordered variable's latent answer.
    case scaling = "~*~"
  }

  /// What was written before a variable, one value for every group.
  public struct Modifiers: Sendable, Equatable {
    /// The value at which the parameter is held; a `nil` inside is `NA`, which sets free what would be held.
    public var fixed: [Double?]?
    /// The value from which the search begins; one for each group.
    public var start: [Double?]?
    /// The label, or where a label was written as `NA` none.
    public var label: [String?]?
    /// The parameter it is equal to, as `equal("visual=~x2")` names it.
    public var equal: [String]?

    /// Nothing written.
    public init() {}
    /// Nothing was written.
    public var isEmpty: Bool { self == Modifiers() }
  }

  /// One parameter of the model, in all groups.
  public struct Term: Sendable, Equatable {
    /// The variable on the left.
    public var left: String
    /// What stands between.
    public var relation: Relation
    /// Empty for intercepts.
    public var right: String
    /// What was written before the right side.
    public var modifiers: Modifiers
    /// Of the right side.
    public var place: ModelSyntaxError.Place
    /// Of the left side.
    public var leftPlace: ModelSyntaxError.Place
  }

  /// A parameter defined of others, `name := expression`.
  public struct Definition: Sendable, Equatable {
    /// The name of the new parameter.
    public var name: String
    /// What it is worked out from.
    public var expression: ModelExpression
    /// The expression as it was written.
    public var text: String
    /// Where it was written.
    public var place: ModelSyntaxError.Place
  }

  /// A condition on parameters, `left == right`, `left < right` or `left > right`.
  public struct Constraint: Sendable, Equatable {
    /// Equal, or on which side.
    public enum Kind: String, Sendable {
      case equal = "=="
      case less = "<"
      case greater = ">"
    }

    /// The left side.
    public var left: ModelExpression
    /// Which condition.
    public var kind: Kind
    /// The right side.
    public var right: ModelExpression
    /// The left side as written.
    public var leftText: String
    /// The right side as written.
    public var rightText: String
    /// Where it was written.
    public var place: ModelSyntaxError.Place
  }

  /// In the order of the text; the same parameter stands once, with all that was written of it.
  public var terms: [Term] = []
  /// Parameters defined of others.
  public var definitions: [Definition] = []
  /// Conditions on parameters.
  public var constraints: [Constraint] = []

  /// A model without parameters.
  public init() {}

  /// Reads a text.
  ///
  /// - Throws: the first mistake, with its line and column.
  public init(_ text: String) throws(ModelSyntaxError) {
    var parser = ModelParser(tokens: try ModelToken.all(in: text))
    self = try parser.parse()
  }

  /// Adds a parameter; what is already known of it is kept, and what this one adds is added.
  mutating func append(_ term: Term) throws(ModelSyntaxError) {
    let found = terms.firstIndex {
      $0.relation == term.relation
        && ($0.left == term.left && $0.right == term.right
          || term.relation == .covaries && $0.left == term.right && $0.right == term.left)
    }
    guard let found else {
      terms.append(term)
      return
    }
    let (old, new) = (terms[found].modifiers, term.modifiers)
    let isTwice =
      new.isEmpty || (old.fixed != nil && new.fixed != nil && old.fixed != new.fixed)
      || (old.label != nil && new.label != nil && old.label != new.label)
    if isTwice {
      let side = term.right.isEmpty ? "\(term.left) ~ 1" : "\(term.left) \(term.relation.rawValue) \(term.right)"
      throw ModelSyntaxError(
        term.place, "'\(side)' stands twice; the first time in line \(terms[found].place.line)",
        "Leave one of them out.")
    }
    terms[found].modifiers.fixed = old.fixed ?? new.fixed
    terms[found].modifiers.label = old.label ?? new.label
    terms[found].modifiers.start = old.start ?? new.start
    terms[found].modifiers.equal = old.equal ?? new.equal
  }

  /// One text after the other, such as the constructs of a study before what is written of them.
  public func appending(_ other: ModelSyntax) throws(ModelSyntaxError) -> ModelSyntax {
    var joined = self
    for term in other.terms {
      // A construct that both describe is described by the later text.
      try joined.append(term)
    }
    joined.definitions += other.definitions
    joined.constraints += other.constraints
    return joined
  }

  /// A construct measured by these variables, as `name =~ a + b + c` writes it.
  public mutating func measure(_ construct: String, by indicators: [String]) {
    let place = ModelSyntaxError.Place(line: 1, column: 1)
    for indicator in indicators {
      terms.append(
        Term(
          left: construct, relation: .measuredBy, right: indicator, modifiers: Modifiers(), place: place,
          leftPlace: place))
    }
  }

  /// A covariance, as `a ~~ b` writes it; of one with itself its variance.
  public mutating func covary(_ left: String, _ right: String) {
    let place = ModelSyntaxError.Place(line: 1, column: 1)
    terms.append(
      Term(
        left: left, relation: .covaries, right: right, modifiers: Modifiers(), place: place, leftPlace: place))
  }

  /// Every variable and construct that is named, each once, in the order of the text.
  public var names: [String] {
    var seen: Set<String> = []
    // What stands right of `|` are thresholds.
    return terms.flatMap { $0.relation == .threshold ? [$0.left] : [$0.left, $0.right] }.filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
  }

  /// What stands on the left of `=~` or `<~`.
  public var constructs: [String] {
    var seen: Set<String> = []
    return terms.filter { $0.relation == .measuredBy || $0.relation == .formedBy }.map(\.left)
      .filter { seen.insert($0).inserted }
  }

  /// How many groups the longest `c(…)` speaks of; 1 where there is none.
  public var groups: Int {
    terms.map { max($0.modifiers.fixed?.count ?? 1, $0.modifiers.start?.count ?? 1, $0.modifiers.label?.count ?? 1) }
      .max() ?? 1
  }
}
