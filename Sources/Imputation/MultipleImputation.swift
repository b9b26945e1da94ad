import Measures
import Platform
import Probability
public import Survey

/// Multiple imputation by chained equations: each missing answer is drawn several times from what the respondent did answer, so that
/// the spread between the completed data says what is not known. A specification: options without data.
///
/// Each variable in turn is regressed on all others, those that were answered and those drawn last, and its missing answers are drawn
/// from that regression with coefficients that are drawn themselves; after `sweeps` rounds the completed data are one imputation
/// (van Buuren & Groothuis-Oudshoorn 2011, doi:10.18637/jss.v045.i03). Means of items follow their items, which are what is imputed.
/// Imputation *m* draws from random stream *m* of the seed, so that it is the same on any number of threads.
///
/// Sampling weights are one more predictor, and the regressions are not weighted by them: what is imputed then has the
/// relation to the weights that the answers have (Reiter, Raghunathan & Kinney 2006).
public struct MultipleImputation: Sendable, Equatable {
  /// Of the variables named; of the others `nil` chooses: a logit for two values, categories for names of categories, matching else.
  public var methods: [String: ImputationMethod]
  /// For every number that has no method of its own; `nil`: as above.
  public var common: ImputationMethod?
  /// Rounds over all variables.
  public var sweeps: Int
  public var seed: UInt64

  /// Rounds after which chains have long forgotten where they began.
  public static let defaultSweeps = 10
  /// Imputations of a pilot, and the fewest that von Hippel's rule leaves.
  public static let fewest = 20
  /// The most that the rule asks for.
  public static let most = 200
  /// The coefficient of variation of standard errors that the rule holds: another run moves them by no more than that.
  public static let variation = 0.05
  /// Bytes of drawn answers that are kept.
  static let room = 1 << 30

  public init(
    methods: [String: ImputationMethod] = [:], common: ImputationMethod? = nil,
    sweeps: Int = MultipleImputation.defaultSweeps, seed: UInt64 = 1
  ) {
    precondition(sweeps > 0, "at least one sweep")
    self.methods = methods
    self.common = common
    self.sweeps = sweeps
    self.seed = seed
  }

  /// How many imputations standard errors need that another run would repeat (von Hippel 2020,
  /// doi:10.1177/0049124117747303): 1 + ½(γ/cv)², with γ the upper end of the 95 % interval of the fraction of missing information
  /// that a pilot found, logit γ ± 1.96·√(2/m).
  ///
  /// - Parameters:
  ///   - fraction: the largest of what is to be estimated.
  ///   - pilot: the imputations that it comes from.
  public static func needed(fraction: Double, pilot: Int) -> Int {
    guard fraction > 0, fraction < 1 else { return fraction > 0 ? most : fewest }
    let logit = log(fraction / (1 - fraction)) + 1.959963984540054 * (2 / Double(pilot)).squareRoot()
    let upper = 1 / (1 + exp(-logit))
    let needed = (1 + 0.5 * (upper / variation) * (upper / variation)).rounded(.up)
    return min(most, max(fewest, Int(needed)))
  }
}

/// What is drawn from: the answers, checked and put into columns.
public struct ImputationModel: Sendable {
  public let specification: MultipleImputation
  /// Its rows are those that are imputed.
  public let dataset: Dataset
  let table: ImputationTable

  /// Missing answers to all variables.
  public var missingCount: Int { table.missingCount }

  /// - Parameters:
  ///   - dataset: the rows.
  ///   - variables: to impute from each other, with their labels and declared scales; each once.
  ///   - complete: columns of numbers without a missing answer that predict besides, such as weights.
  /// - Throws: `DataFault`, `ImputationFault`.
  public init(
    _ specification: MultipleImputation, _ dataset: Dataset, variables: [AnalysisRoles.Item], complete: [String] = []
  ) throws {
    self.specification = specification
    self.dataset = dataset
    var columns: [ImputationTable.Column] = []
    for item in variables {
      if let column = try specification.column(item, in: dataset) { columns.append(column) }
    }
    for name in complete {
      let raw = try dataset.variable(name).doubles
      guard let first = raw.first, raw.contains(where: { $0 != first }) else { continue }
      columns.append(ImputationTable.Column(name: name, method: .matching, raw: raw))
    }
    let known = Set(variables.map(\.name))
    if let stray = specification.methods.keys.sorted().first(where: { !known.contains($0) }) {
      throw ImputationFault.notImputed(variable: stray)
    }
    table = ImputationTable(columns, rowCount: dataset.rowCount)
    try table.requireAnswers()
  }
}

extension MultipleImputation {
  /// A variable as a column of the table; `nil` for one that never varies, is never missing and so tells nothing.
  fileprivate func column(_ item: AnalysisRoles.Item, in dataset: Dataset) throws -> ImputationTable.Column? {
    let variable = try dataset.variable(item.name)
    if let bad = variable.unreadable {
      throw DataFault.notNumeric(variable: variable.name, row: bad.row, value: bad.value, count: bad.count)
    }
    let raw = variable.doubles
    var values = Set<Double>()
    for x in raw where !x.isNaN && values.count < 1000 { values.insert(x) }
    guard let first = values.first else { throw DataFault.allMissing(variable: item.name) }
    let isComplete = !raw.contains(where: \.isNaN)
    if values.count == 1 {
      if isComplete { return nil }
      throw DataFault.constant(variable: item.name, value: variable.isText ? 0 : first)
    }
    let named = methods[item.name]
    let method: ImputationMethod
    if variable.isText {
      method = named ?? .categories
    } else {
      method = named ?? (values.count == 2 && common != .normal ? .logit : common ?? .matching)
    }
    var column = ImputationTable.Column(name: item.name, label: item.label ?? variable.label, method: method, raw: raw)
    try check(method, item, variable, values.count)
    switch method {
    case .logit, .ordinal: column.levels = values.sorted()
    case .categories:
      guard case .text(_, let categories) = variable.values else { break }
      column.levels = values.sorted { categories[Int($0)] < categories[Int($1)] }
    case .matching, .normal: break
    }
    return column
  }

  private func check(
    _ method: ImputationMethod, _ item: AnalysisRoles.Item, _ variable: Variable, _ values: Int
  ) throws {
    func fault(_ problem: Sentence, _ suggestion: Sentence) -> ImputationFault {
      .method(variable: item.name, method: method.rawValue, problem: problem, suggestion: suggestion)
    }
    if variable.isText, method != .categories {
      throw fault("it holds names of categories", "Leave its method out: categories are drawn by logits.")
    }
    switch method {
    case .categories where !variable.isText:
      throw fault("it holds numbers", "Use pmm, or ordinal; or declare it with \(setting: .categorical, item.name).")
    case .normal where item.scale != nil:
      throw fault("draws from a normal distribution leave its scale", "Use pmm, or ordinal.")
    case .logit where values != 2:
      throw fault("it has more than two values", "Use pmm, or ordinal.")
    case .ordinal where values > ImputationMethod.mostLevels:
      throw fault("it has more than \(ImputationMethod.mostLevels) different values", "Use pmm.")
    default: break
    }
  }
}
