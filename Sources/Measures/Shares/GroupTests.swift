import LinearAlgebra
import Probability
public import Survey

/// Whether groups of respondents differ in one variable, all groups at once.
public struct GroupTest: Sendable, Equatable {
  /// What is compared.
  public enum Kind: String, Sendable, CaseIterable {
    /// How often each answer was given: Pearson's χ² of answers by groups, with Rao and Scott's second correction for the design.
    case distribution
    /// The means: Wald's test that they are equal.
    case mean
  }

  public var variable: String
  public var label: String?
  public var kind: Kind
  /// Respondents compared.
  public var n: Double
  /// Of F.
  public var statistic: Double
  /// Degrees of freedom of the numerator, not whole under a design; and of the denominator.
  public var modelDegrees: Double
  public var residualDegrees: Double
  public var pValue: Double
  /// Holm's, over the variables of one kind of test.
  public var adjusted: Double?
}

extension Dataset {
  /// Tests of the distribution and of the mean of each item between groups; what has too many answers has no distribution, texts have no
  /// mean, and what cannot be compared is passed over.
  ///
  /// The distribution: F = X²/tr Δ on d and d·ν degrees of freedom, X² Pearson's χ² of the weighted shares of n respondents, Δ the
  /// design effects of the interaction's contrasts, d = (tr Δ)²/tr Δ² and ν the design's degrees of freedom (Rao & Scott 1984,
  /// doi:10.1214/aos/1176346391; R's `svychisq`). The means: F = b'V⁻¹b/q of the contrasts b with the first group on q and ν − q
  /// degrees of freedom (R's `regTermTest` of `svyglm`).
  ///
  /// - Parameter groups: what each row belongs to, from 0; below zero for none.
  /// - Throws: as `describe`.
  public func groupTests(
    _ items: [AnalysisRoles.Item], groups: [Int], design roles: AnalysisRoles
  ) throws -> [GroupTest] {
    precondition(groups.count == rowCount, "a group for every row")
    let weights = try roles.weights.map { try checkedWeights($0, in: self) }
    let sample = try roles.sample ?? sampledDesign(roles)
    guard let means = try MeanVariance(self, roles, sample: sample, weights: weights, always: true) else { return [] }
    var found: [GroupTest] = []
    for item in items {
      let variable = try variable(item.name)
      let table = GroupTable(variable, groups: groups, weights: weights, isFrequency: roles.weights?.kind == .frequency)
      guard table.groups > 1 else { continue }
      for kind in GroupTest.Kind.allCases {
        guard var test = try kind == .mean ? table.means(means) : table.distribution(means) else { continue }
        (test.variable, test.label) = (item.name, item.label ?? variable.label)
        found.append(test)
      }
    }
    for kind in GroupTest.Kind.allCases {
      let places = found.indices.filter { found[$0].kind == kind }
      let adjusted = PValueAdjustment.holm.adjust(places.map { found[$0].pValue })
      for (place, value) in zip(places, adjusted) { found[place].adjusted = value }
    }
    return found
  }
}

/// Answers of one variable by groups.
private struct GroupTable {
  /// Place of each row's answer among those given, and of its group; −1 where it does not count.
  private let answers: [Int]
  private let places: [Int]
  private let values: [Double]
  private let weights: [Double]
  private let n: Double
  private let isText: Bool
  private let distinct: Int
  let groups: Int

  /// Contrasts above which a table is not tested.
  private static let mostContrasts = 120

  init(_ variable: Variable, groups: [Int], weights: [Double]?, isFrequency: Bool) {
    let values = variable.isText ? variable.doubles.map { $0 < 0 ? .nan : $0 } : variable.doubles
    let own = weights ?? [Double](repeating: 1, count: values.count)
    let counted = values.indices.map { !values[$0].isNaN && groups[$0] >= 0 && own[$0] > 0 }
    let known = Set(values.indices.filter { counted[$0] }.map { values[$0] }).sorted()
    let present = Set(values.indices.filter { counted[$0] }.map { groups[$0] }).sorted()
    let answerPlaces = Dictionary(uniqueKeysWithValues: zip(known, known.indices))
    let groupPlaces = Dictionary(uniqueKeysWithValues: zip(present, present.indices))
    answers = values.indices.map { counted[$0] ? answerPlaces[values[$0]]! : -1 }
    places = values.indices.map { counted[$0] ? groupPlaces[groups[$0]]! : -1 }
    n = values.indices.reduce(0) { $0 + (counted[$1] ? (isFrequency ? own[$1] : 1) : 0) }
    (self.values, self.weights, isText) = (values, own, variable.isText)
    (distinct, self.groups) = (known.count, present.count)
  }

  private func test(_ kind: GroupTest.Kind, _ f: Double, _ numerator: Double, _ denominator: Double) -> GroupTest? {
    guard f.isFinite, numerator > 0, denominator > 0 else { return nil }
    return GroupTest(
      variable: "", kind: kind, n: n, statistic: f, modelDegrees: numerator, residualDegrees: denominator,
      pValue: FDistribution(numerator: numerator, denominator: denominator).upperTail(f))
  }

  func distribution(_ means: MeanVariance) throws -> GroupTest? {
    let contrasts = (distinct - 1) * (groups - 1)
    guard distinct > 1, contrasts <= Self.mostContrasts else { return nil }
    let total = weights.indices.reduce(0) { $0 + (places[$1] >= 0 ? weights[$1] : 0) }
    var shares = [Double](repeating: 0, count: distinct * groups)
    for i in places.indices where places[i] >= 0 { shares[answers[i] * groups + places[i]] += weights[i] / total }
    let rows = (0..<distinct).map { a in (0..<groups).reduce(0) { $0 + shares[a * groups + $1] } }
    let columns = (0..<groups).map { g in (0..<distinct).reduce(0) { $0 + shares[$1 * groups + g] } }
    var pearson = 0.0
    for a in 0..<distinct {
      for g in 0..<groups {
        let expected = rows[a] * columns[g]
        pearson += n * (shares[a * groups + g] - expected) * (shares[a * groups + g] - expected) / expected
      }
    }
    // Tables that add up to zero by answers and by groups: what is left beside the margins.
    func contrast(_ k: Int, _ answer: Int, _ group: Int) -> Double {
      let (a, g) = (k / (groups - 1), k % (groups - 1))
      let own = answer == a ? 1.0 : answer == distinct - 1 ? -1 : 0
      return own * (group == g ? 1.0 : group == groups - 1 ? -1 : 0)
    }
    let parts = (0..<contrasts).map { k in
      places.indices.map { i -> Double? in
        guard places[i] >= 0 else { return nil }
        return weights[i] / total * contrast(k, answers[i], places[i]) / shares[answers[i] * groups + places[i]]
      }
    }
    var simple = SymmetricMatrix(order: contrasts)
    for k in 0..<contrasts {
      for l in 0...k {
        for a in 0..<distinct {
          for g in 0..<groups where shares[a * groups + g] > 0 {
            simple[k, l] += contrast(k, a, g) * contrast(l, a, g) / shares[a * groups + g] / n
          }
        }
      }
    }
    guard let (design, degrees) = try means.covariance(ofParts: parts), let factor = try? Cholesky(simple) else {
      return nil
    }
    // Δ = simple⁻¹·design.
    var delta = [[Double]](repeating: [], count: contrasts)
    for l in 0..<contrasts { delta[l] = factor.solve((0..<contrasts).map { design[max($0, l), min($0, l)] }) }
    var (trace, squared) = (0.0, 0.0)
    for k in 0..<contrasts {
      trace += delta[k][k]
      for l in 0..<contrasts { squared += delta[l][k] * delta[k][l] }
    }
    guard trace > 0, squared > 0 else { return nil }
    let numerator = trace * trace / squared
    return test(.distribution, pearson / trace, numerator, numerator * degrees)
  }

  func means(_ means: MeanVariance) throws -> GroupTest? {
    guard !isText, distinct > 1 else { return nil }
    var totals = [Double](repeating: 0, count: groups)
    var centres = totals
    for i in places.indices where places[i] >= 0 {
      totals[places[i]] += weights[i]
      centres[places[i]] += weights[i] * values[i]
    }
    for g in 0..<groups { centres[g] /= totals[g] }
    let count = groups - 1
    // Each other group less the first.
    let parts = (1...count).map { g in
      places.indices.map { i -> Double? in
        guard places[i] >= 0 else { return nil }
        let own = places[i]
        guard own == 0 || own == g else { return 0 }
        return (own == 0 ? -1 : 1) * weights[i] * (values[i] - centres[own]) / totals[own]
      }
    }
    guard let (covariance, degrees) = try means.covariance(ofParts: parts), let factor = try? Cholesky(covariance)
    else {
      return nil
    }
    let differences = (1...count).map { centres[$0] - centres[0] }
    let wald = zip(differences, factor.solve(differences)).reduce(0) { $0 + $1.0 * $1.1 }
    return test(.mean, wald / Double(count), Double(count), degrees - Double(count))
  }
}
