import ModelSyntax
import Survey

/// Where a parameter stands in the matrices of a group; variables by their place in `ParameterTable.variables`.
enum ParameterPlace: Hashable {
  /// B: the effect of one variable on another.
  case directed(to: Int, from: Int)
  /// Ψ, the first not below the second.
  case symmetric(Int, Int)
  /// α.
  case mean(Int)
  /// Of the thresholds of all variables, one after the other.
  case threshold(Int)

  var isThreshold: Bool {
    if case .threshold = self { return true }
    return false
  }
}

/// One parameter of one group.
struct ModelParameter {
  var left: String
  var relation: ModelSyntax.Relation
  var right: String
  /// From 0.
  var group: Int
  var place: ParameterPlace
  var label: String?
  /// Which of the free parameters it is; `nil` where it is fixed. Equal ones share a number.
  var free: Int?
  /// Its value where it is fixed.
  var value = 0.0
  var start: Double?
  /// The sample's own variance, covariance or mean.
  var isSample = false
  /// What is left of a variance of 1: the residual of an ordered variable.
  var isDerived = false
  /// Somebody wrote it.
  var isWritten: Bool
  /// Of an auxiliary variable.
  var isAuxiliary = false

  var name: String { relation == .intercept ? "\(left) ~ 1" : "\(left) \(relation.rawValue) \(right)" }
}

/// Every parameter of a model, those written first, then those that the conventions of the field add.
struct ParameterTable {
  /// Observed variables first, in the order in which the text names them, then auxiliary ones, then constructs.
  var variables: [String] = []
  /// With the auxiliary ones.
  var observedCount = 0
  /// Observed variables beside the model.
  var auxiliary: Range<Int> = 0..<0
  /// Observed variables that nothing points at and of which nothing is said: taken as they are.
  var exogenous: [Int] = []
  var parameters: [ModelParameter] = []
  var freeCount = 0
  var groupCount = 1
  var hasMeans = false
  /// Where the thresholds of each observed variable begin, and the end, measured ones having none; empty where no variable is ordered.
  var thresholdStarts: [Int] = []
  var labels: [String: Int] = [:]
  /// Labels of parameters that are fixed.
  var constants: [String: Double] = [:]
  var definitions: [ModelSyntax.Definition] = []
  var constraints: [ModelSyntax.Constraint] = []

  /// Observed variables that the model speaks of.
  var modelledCount: Int { observedCount - auxiliary.count }

  /// Its answers have thresholds between them.
  func isOrdered(_ variable: Int) -> Bool {
    variable < observedCount && !thresholdStarts.isEmpty && thresholdStarts[variable + 1] > thresholdStarts[variable]
  }

  func index(_ name: String) -> Int { variables.firstIndex(of: name)! }

  /// The first parameter with each free number.
  func name(ofFree index: Int) -> String {
    guard let parameter = parameters.first(where: { $0.free == index }) else { return "" }
    return parameter.name + (groupCount > 1 ? " (group \(parameter.group + 1))" : "")
  }

  /// Which observed variables a text needs, and which names are constructs.
  static func roles(_ syntax: ModelSyntax) -> (observed: [String], latent: [String]) {
    let latent = syntax.constructs
    let set = Set(latent)
    return (syntax.names.filter { !set.contains($0) }, latent)
  }
}
