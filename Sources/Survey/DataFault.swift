/// What several families find wrong with the data, a file or a request, with the names, rows and values that are to blame.
///
/// `DataFault+Sentence.swift` is the one place that turns a case into words, in which settings are named as in a study; the
/// program names their options.
public enum DataFault: Sendable, Equatable {
  /// How many respondents a variable cost.
  public struct Loss: Sendable, Equatable {
    public var variable: String
    public var rows: Int

    public init(variable: String, rows: Int) {
      self.variable = variable
      self.rows = rows
    }
  }

  // Names
  case noSuchVariable(name: String, nearest: [String])
  case noMatch(pattern: String)
  case twoRoles(name: String, first: String, second: String)
  case missingRole(role: String, suggestion: Sentence)
  // Values
  case notNumeric(variable: String, row: Int, value: String, count: Int)
  case textVariable(variable: String, role: String)
  case notCategorical(variable: String, look: CategoryLook)
  case outsideScale(variable: String, row: Int, value: Double, low: Double, high: Double, count: Int)
  case missingCodeInsideScale(code: Double, variable: String, low: Double, high: Double)
  case notFinite(variable: String, row: Int, value: Double)
  case productTooLarge(term: String, row: Int)
  case constant(variable: String, value: Double)
  case tooLittleVariation(variable: String, low: Double, high: Double)
  case oneCategory(variable: String, category: String)
  case tooManyCategories(variable: String, count: Int, limit: Int)
  case allMissing(variable: String)
  case notOrdinal(variable: String, distinct: Int, limit: Int)
  case dependentVariable(variable: String, analysis: String)
  // Counts
  case noRowsLeft(after: String, lost: [Loss] = [])
  case tooFewRows(rows: Int, needed: Int, analysis: String)
  case tooFewCommonRows(a: String, b: String, rows: Int)
  case tooFewClusters(clusters: Int)
  case tooManyColumns(count: Int, limit: Int, analysis: String)
  // Moments
  case notPositiveDefinite(what: String)
  case momentsNotFinite(variable: String)
  case needsRows(analysis: Sentence, suggestion: Sentence)
  // Requests that the program understands but cannot meet
  case request(problem: Sentence, suggestion: Sentence)

  /// 64, usage, for what is asked; 65 for what is in the data.
  public var exitStatus: Int32 {
    switch self {
    case .missingRole, .request, .twoRoles: 64
    default: 65
    }
  }
}
