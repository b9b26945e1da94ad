import LinearAlgebra
public import Measures
import Survey

extension StructuralModel {
  /// How constructs are estimated for one respondent.
  public enum ScoreMethod: String, CaseIterable, Sendable, Codable {
    /// The expectation of a construct given the answers (Thurstone 1935; Thomson 1934): least mean squared error, drawn to the mean.
    case regression
    /// Weighted least squares of the answers on the constructs (Bartlett 1937): unbiased, not drawn to the mean.
    case bartlett
  }

  /// Constructs' estimates for respondents.
  public struct Scores: Sendable, Equatable {
    public var method: ScoreMethod
    public var constructs: [String]
    /// By construct, then respondent; NaN where nothing is answered that says something of it.
    public var values: [[Double]]
    /// The squared correlation of a construct with its regression score from all answers under the model.
    public var determinacies: [Double]
  }
}

extension StructuralModel.Fit {
  /// The constructs' scores of respondents; who left something out gets them from what was answered.
  ///
  /// With C the covariances of all variables and Σ those of the observed ones, of which y was answered:
  /// regression f̂ = E f + C_fy Σ_yy⁻¹(y − E y); Bartlett f̂ = E f + (Λ'Σ_yy⁻¹Λ)⁻¹Λ'Σ_yy⁻¹(y − E y), Λ the loadings, of constructs that
  /// have indicators and of indicators alone.
  ///
  /// - Parameters:
  ///   - frame: with all observed variables among its columns.
  ///   - group: whose estimates are taken, from 0.
  /// - Throws: `StructuralFault.noSuchVariable`, `.needsMeans`, `.notBuilt` for ordered answers.
  public func scores(
    of frame: ModelFrame, group: Int = 0, method: StructuralModel.ScoreMethod = .regression
  ) throws -> StructuralModel.Scores {
    if specification.estimator.isOrdered { throw StructuralFault.noOrderedScores }
    try specification.check(columns: frame.columns.map(\.term))
    let terms = frame.columns.map(\.term)
    let columns = observed.map { name in terms.firstIndex(of: name)! }
    let scorer = FactorScorer(structures[group], observed: observed.count, method)
    guard let centres = structures[group].centres else { throw StructuralFault.needsMeans }
    let constructs = scorer.constructs.map { latent[$0 - observed.count] }
    var values = [[Double]](repeating: [Double](repeating: .nan, count: frame.rowCount), count: constructs.count)
    var known: [[Bool]: FactorScorer.Weights] = [:]
    for row in 0..<frame.rowCount {
      let y = columns.map { frame.values[$0 * frame.rowCount + row] }
      let answered = y.map { !$0.isNaN }
      let weights = known[answered] ?? scorer.weights(answered)
      known[answered] = weights
      for (k, own) in weights.rows.enumerated() {
        guard let own else { continue }
        values[k][row] = zip(weights.answered, own).reduce(scorer.mean(k)) { $0 + $1.1 * (y[$1.0] - centres[$1.0]) }
      }
    }
    return StructuralModel.Scores(
      method: method, constructs: constructs, values: values, determinacies: scorer.determinacies)
  }
}

/// The weights that make scores of answers, for whoever answered what.
private struct FactorScorer {
  /// Places of the constructs that have scores.
  let constructs: [Int]
  private let structure: FittedStructure
  private let observed: Int
  private let method: StructuralModel.ScoreMethod

  struct Weights {
    /// Places of the variables that count.
    var answered: [Int]
    /// Of each construct one for each of these; `nil` where they say nothing of it.
    var rows: [[Double]?]
  }

  init(_ structure: FittedStructure, observed: Int, _ method: StructuralModel.ScoreMethod) {
    (self.structure, self.observed, self.method) = (structure, observed, method)
    let all = Array(observed..<structure.variables)
    let v = structure.variables
    constructs =
      method == .regression ? all : all.filter { k in (0..<observed).contains { structure.effects[$0 * v + k] != 0 } }
  }

  func mean(_ k: Int) -> Double { structure.means[constructs[k]] }

  private func covariance(_ i: Int, _ j: Int) -> Double { structure.covariance[i * structure.variables + j] }
  private func loading(_ item: Int, _ construct: Int) -> Double {
    structure.effects[item * structure.variables + construct]
  }

  private func factor(_ places: [Int]) -> Cholesky? {
    var matrix = SymmetricMatrix(order: places.count)
    for (a, i) in places.enumerated() { for b in 0...a { matrix[a, b] = covariance(i, places[b]) } }
    return try? Cholesky(matrix)
  }

  func weights(_ isAnswered: [Bool]) -> Weights {
    let answered = isAnswered.indices.filter { isAnswered[$0] }
    switch method {
    case .regression:
      guard !answered.isEmpty, let factor = factor(answered) else { break }
      return Weights(
        answered: answered, rows: constructs.map { k in factor.solve(answered.map { covariance($0, k) }) })
    case .bartlett:
      let items = answered.filter { item in constructs.contains { loading(item, $0) != 0 } }
      // A construct of which nothing is answered takes no part.
      let told = constructs.indices.filter { k in items.contains { loading($0, constructs[k]) != 0 } }
      guard !items.isEmpty, let factor = factor(items) else { break }
      let columns = told.map { k in items.map { loading($0, constructs[k]) } }
      let solved = columns.map { factor.solve($0) }
      var normal = SymmetricMatrix(order: told.count)
      for a in told.indices { for b in 0...a { normal[a, b] = columns[b].product(solved[a]) } }
      guard let inner = try? Cholesky(normal) else { break }
      var rows = [[Double]?](repeating: nil, count: constructs.count)
      for (a, k) in told.enumerated() {
        let unit = told.indices.map { $0 == a ? 1.0 : 0 }
        let mix = inner.solve(unit)
        rows[k] = items.indices.map { item in told.indices.reduce(0) { $0 + mix[$1] * solved[$1][item] } }
      }
      return Weights(answered: items, rows: rows)
    }
    return Weights(answered: [], rows: constructs.map { _ in nil })
  }

  var determinacies: [Double] {
    let places = Array(0..<observed)
    guard let factor = factor(places) else { return constructs.map { _ in .nan } }
    return constructs.map { k in
      let own = places.map { covariance($0, k) }
      return own.product(factor.solve(own)) / covariance(k, k)
    }
  }
}
