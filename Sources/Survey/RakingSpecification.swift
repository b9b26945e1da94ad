/// What a sample's weights are to add up to, and how they are made to.
public struct RakingSpecification: Sendable, Equatable {
  /// How far each respondent's weight is moved (Deville & Särndal 1992, doi:10.1080/01621459.1992.10475217).
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// Weights are multiplied by factors of the categories, as iterative proportional fitting does: never negative.
    case raking
    /// Factors are added: the generalised regression estimator's weights, which can be negative.
    case linear
    /// Between two bounds, and smoothly so.
    case logit
  }

  /// Targets of one variable, or of the cells of several.
  public struct Margin: Sendable, Equatable {
    /// One target.
    public struct Target: Sendable, Equatable {
      /// The variable's values as they are written, or what their labels say; of several variables one each.
      public var cell: [String]
      /// A share, a percentage or a count.
      public var value: Double

      public init(cell: [String], value: Double) {
        self.cell = cell
        self.value = value
      }

      /// `young:north`.
      public var title: String { cell.joined(separator: ":") }
    }

    /// The columns whose cells have targets; most often one.
    public var variables: [String]
    public var targets: [Target]

    public init(variables: [String], targets: [Target]) {
      self.variables = variables
      self.targets = targets
    }

    /// `age:region`.
    public var title: String { variables.joined(separator: ":") }
  }

  /// In order; at least one.
  public var margins: [Margin]
  /// A file of margins with the columns margin, category and target, beside those above.
  public var table: String?
  /// `nil`: raking.
  public var method: Method?
  /// How many times the weight that a respondent comes with the raked one may be, least and most; `nil`: any.
  public var bounds: [Double]?
  /// The least and the largest raked weight, in mean weights; `nil`: any.
  public var trim: [Double]?

  public init(
    margins: [Margin] = [], table: String? = nil, method: Method? = nil, bounds: [Double]? = nil, trim: [Double]? = nil
  ) {
    self.margins = margins
    self.table = table
    self.method = method
    self.bounds = bounds
    self.trim = trim
  }

  /// The parts of `age:region`, quotes around one with a colon of its own.
  package static func parts(_ title: String) -> [String] {
    Selection.pieces(title, at: ":").map { Selection.unquoted($0.text) }
  }

  /// The parts together again, quotes around one that holds a colon.
  package static func title(_ parts: [String]) -> String {
    parts.map { $0.contains(":") ? "'\($0)'" : $0 }.joined(separator: ":")
  }

  /// Every column that has a part in it.
  public var variables: [String] {
    var names: [String] = []
    for name in margins.flatMap(\.variables) where !names.contains(name) { names.append(name) }
    return names
  }
}
