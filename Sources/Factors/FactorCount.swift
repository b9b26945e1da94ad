import LinearAlgebra
public import Measures
public import Survey

/// How many factors the rules of the field would keep, side by side: they disagree, and the analyst must see it.
public struct FactorCount: Sendable, Equatable {
  /// One rule's answer.
  public struct Rule: Sendable, Equatable {
    /// A stable word, such as `parallel_components_95`.
    public var name: String
    /// As it stands in a sentence.
    public var title: String
    /// `nil` where the rule cannot be applied.
    public var factors: Int?
    /// What the answer rests on.
    public var detail: Sentence
  }

  /// Every rule with its answer.
  public var rules: [Rule]
  /// Common factors above the 95th percentile of random ones; without a parallel analysis the minimum average partial. At
  /// least 1, and at most what the items can carry.
  public var recommended: Int
  /// The rule that recommends.
  public var recommendation: String
  /// Against normal random data; `nil` when it was not asked for.
  public var parallel: ParallelAnalysis?
  /// Against permuted answers; `nil` without rows, of very many of them, or when it was not asked for.
  public var permuted: ParallelAnalysis?

  /// - Parameters:
  ///   - frame: the rows, when there are any, with the items as columns: for permutations.
  ///   - method: the kind of the correlations, which permuted answers are correlated by too.
  ///   - replicates: random samples of the parallel analyses; 0 for none of them.
  public init(
    _ input: CorrelationInput, frame: ModelFrame? = nil, method: CorrelationMethod = .pearson, replicates: Int = 1000,
    seed: UInt64 = 1, jobs: Int = 1
  ) {
    let eigenvalues = SymmetricEigen(input.correlation).values
    // Normal samples stand for Pearson's correlations of unweighted complete rows only.
    let parallel =
      replicates > 0 && input.isNormalTheory
      ? ParallelAnalysis(input, replicates: replicates, seed: seed, jobs: jobs) : nil
    // Of many rows permuted answers have the eigenvalues of normal samples, and take long.
    let isLarge = parallel != nil && frame.map { $0.rowCount >= FactorCount.mostPermuted } ?? false
    let permuted =
      replicates > 0 && !isLarge
      ? frame.flatMap {
        ParallelAnalysis(permuting: $0, input, method: method, replicates: replicates, seed: seed, jobs: jobs)
      } : nil
    self.parallel = parallel
    self.permuted = permuted
    var rules: [Rule] = []
    for (analysis, suffix) in [(parallel, ""), (permuted, "_permuted")] {
      rules += FactorCount.parallelRules(analysis, suffix)
    }
    let solutions = MinresSolutions(input)
    rules += FactorCount.simulatedRules(
      solutions, method == .pearson ? frame : nil, replicates: replicates, seed: seed, jobs: jobs)
    let original = FactorCountRules.minimumAveragePartial(input.correlation, power: 2)
    let revised = FactorCountRules.minimumAveragePartial(input.correlation, power: 4)
    rules.append(
      Rule(
        name: "map", title: "minimum average partial (1976)", factors: original.factors,
        detail: "least mean squared partial correlation \(short(original.least))"))
    rules.append(
      Rule(
        name: "map_revised", title: "minimum average partial (2000)", factors: revised.factors,
        detail: "least mean fourth power of partial correlations \(short(revised.least))"))
    let kaiser = FactorCountRules.kaiser(eigenvalues)
    rules.append(
      Rule(
        name: "kaiser", title: "Kaiser", factors: kaiser,
        detail: "eigenvalues above 1; keeps too many, shown because it is asked for"))
    let references = input.n.map { FactorCountRules.empiricalKaiserReferences(eigenvalues, n: $0) }
    rules.append(
      Rule(
        name: "empirical_kaiser", title: "empirical Kaiser",
        factors: references.map { ParallelAnalysis.count(eigenvalues, above: $0) },
        detail: references.map { "eigenvalues above references from \(short($0[0])) down" } ?? "needs n"))
    // Beyond one more than any rule keeps, fit rises by so little that every bend looks sharp.
    let hull = FactorCountRules.hull(solutions, limit: (rules.compactMap(\.factors).max() ?? 1) + 1)
    rules.append(
      Rule(
        name: "hull", title: "hull", factors: hull?.factors,
        detail: hull.map { "sharpest bend \(short($0.bend)) of the common part accounted for" }
          ?? "the hull has no inner point"))
    self.rules = rules
    let limit = max(1, FactorAnalysis.mostFactors(items: input.names.count))
    if let parallel {
      recommended = min(limit, max(1, parallel.commonFactorsAbovePercentile))
      recommendation = "parallel_factors_95"
    } else if let permuted {
      recommended = min(limit, max(1, permuted.commonFactorsAbovePercentile))
      recommendation = "parallel_factors_95_permuted"
    } else {
      recommended = min(limit, max(1, original.factors))
      recommendation = "map"
    }
  }

  /// Rows from which on answers are not permuted where normal samples stand for them.
  static let mostPermuted = 5000

  private static func parallelRules(_ analysis: ParallelAnalysis?, _ suffix: String) -> [Rule] {
    guard let analysis else { return [] }
    let isPermuted = analysis.source != .normal
    func rule(_ name: String, _ title: String, _ factors: Int, _ values: [Double], _ against: [Double]) -> Rule {
      let detail: Sentence =
        factors < values.count
        ? "eigenvalue \(factors + 1) is \(short(values[factors])), random ones reach \(short(against[factors]))"
        : "every eigenvalue is above the random ones"
      return Rule(name: name + suffix, title: title, factors: factors, detail: detail)
    }
    return [
      rule(
        "parallel_factors_95",
        isPermuted
          ? "parallel analysis of common factors against the 95th percentile of permuted answers"
          : "parallel analysis of common factors against the 95th percentile of normal samples",
        analysis.commonFactorsAbovePercentile, analysis.commonFactors, analysis.commonFactorPercentiles),
      rule(
        "parallel_factors_mean",
        isPermuted
          ? "parallel analysis of common factors against the mean of permuted answers"
          : "parallel analysis of common factors against the mean of normal samples",
        analysis.commonFactorsAboveMean,
        analysis.commonFactors, analysis.commonFactorMeans),
      rule(
        "parallel_components_95",
        isPermuted
          ? "parallel analysis of components against the 95th percentile of permuted answers"
          : "parallel analysis of components against the 95th percentile of normal samples",
        analysis.componentsAbovePercentile, analysis.components, analysis.componentPercentiles),
      rule(
        "parallel_components_mean",
        isPermuted
          ? "parallel analysis of components against the mean of permuted answers"
          : "parallel analysis of components against the mean of normal samples", analysis.componentsAboveMean,
        analysis.components, analysis.componentMeans),
    ]
  }

  /// The rules that draw samples of a model with k factors.
  private static func simulatedRules(
    _ solutions: MinresSolutions, _ frame: ModelFrame?, replicates: Int, seed: UInt64, jobs: Int
  ) -> [Rule] {
    guard replicates > 0 else { return [] }
    let input = solutions.input
    let next = NextEigenvalueTest(solutions, replicates: replicates, seed: seed, jobs: jobs)
    let normal: Sentence = input.n == nil ? "needs n" : "needs Pearson correlations of independent respondents"
    let comparison =
      input.isNormalTheory
      ? frame.flatMap { $0.weights == nil ? ComparisonData(input, $0, seed: seed, jobs: jobs) : nil } : nil
    return [
      Rule(
        name: "next_eigenvalue", title: "the next-eigenvalue-sufficiency test", factors: next?.factors,
        detail: next.map { test -> Sentence in
          guard let last = test.steps.last, last.pValue > NextEigenvalueTest.level else {
            return "no number that the items can carry suffices"
          }
          let (own, reference) = (short(last.eigenvalue), short(last.reference))
          switch test.factors {
          case 0: return "eigenvalue 1 is \(own), samples of no factor reach \(reference)"
          case 1: return "eigenvalue 2 is \(own), samples of 1 factor reach \(reference)"
          default:
            return
              "eigenvalue \(test.factors + 1) is \(own), samples of \(test.factors) factors reach \(reference)"
          }
        } ?? (input.n != nil && input.isNormalTheory ? "a model could not be fitted" : normal)),
      Rule(
        name: "comparison_data", title: "comparison data", factors: comparison?.factors,
        detail: comparison.map { data -> Sentence in
          let at = data.factors
          return data.differences.count > at
            ? "eigenvalues differ by \(short(data.differences[at - 1])), with one factor more by \(short(data.differences[at]))"
            : "eigenvalues differ by \(short(data.differences[at - 1])), and the items can carry no more"
        } ?? "needs unweighted rows, at most \(ComparisonData.mostItems) items, and not too many answers"),
    ]
  }

  /// What the analyst must know of the recommendation.
  func notes(n: Double?) -> [Note] {
    guard let analysis = recommendation == "parallel_factors_95" ? parallel : permuted,
      recommendation.hasPrefix("parallel")
    else { return [] }
    let (common, components) = (analysis.commonFactorsAbovePercentile, analysis.componentsAbovePercentile)
    var notes: [Note] = []
    if components < common {
      notes.append(
        Note(
          .componentsDiffer,
          "Components against the 95th percentile keep \(components), common factors \(common): components cannot see factors that correlate above about .6, as the parts of one experience do."
        ))
    }
    if let n, n >= FactorCount.manyRespondents, common > 1 {
      let fewer = rules.compactMap { rule -> Sentence? in
        guard ["next_eigenvalue", "comparison_data"].contains(rule.name), let factors = rule.factors, factors < common
        else { return nil }
        return "\(Sentence(stringLiteral: rule.title)) \(factors)"
      }
      let text: Sentence =
        "With many respondents common factors also finds minor ones, which are real but of little use: see whether every factor has at least three items that load on it alone."
      notes.append(
        Note(
          .minorFactors,
          fewer.isEmpty ? text : text + " Fewer keep: \(Sentence.joined(fewer, separator: ", "))."))
    }
    return notes
  }

  /// From here on, minor factors show.
  static let manyRespondents = 1000.0

  /// What a rule says; `nil` where it is not among them or cannot be applied.
  public func factors(by rule: String) -> Int? { rules.first { $0.name == rule }?.factors }
}

/// Three decimals: details are for people.
private func short(_ value: Double) -> String {
  let thousandths = Int((abs(value) * 1000).rounded())
  let decimals = String(thousandths % 1000)
  let padded = String(repeating: "0", count: 3 - decimals.count) + decimals
  return (value < 0 ? "−" : "") + "\(thousandths / 1000).\(padded)"
}
