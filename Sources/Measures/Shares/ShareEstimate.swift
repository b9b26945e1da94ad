import Probability
public import Survey

/// One figure of one outcome, with its interval.
public struct ShareEstimate: Sendable, Equatable {
  /// The outcome's column, and what is told of it.
  public var variable: String
  /// What share it is.
  public var measure: ShareMeasure
  /// A share in per cent; a net promoter score in points from −100 to 100. Weighted where there are weights.
  public var estimate: Double
  /// Ends of its confidence interval, in the same unit; `nil` where there is nothing to estimate an error of: one answer, or under a
  /// design answers that do not differ.
  public var low: Double?
  /// Upper end of the interval.
  public var high: Double?
  /// Answers; with frequency weights their sum.
  public var n: Double
  /// Of a net promoter score: weighted shares of 9–10, 7–8 and 0–6, 0–1.
  public var promoters: Double?
  /// Those between, in per cent.
  public var passives: Double?
  /// Those who would not recommend, in per cent.
  public var detractors: Double?

  /// Shares of scores 1 and −1.
  var plus: Double
  var minus: Double
  /// From weights or design; `nil` of a simple sample.
  var standardError: Double?
}

/// A difference of one figure between two groups of respondents.
public struct ShareDifference: Sendable, Equatable {
  /// The outcome.
  public var variable: String
  /// Which figure.
  public var measure: ShareMeasure
  /// The values of the grouping columns.
  public var group: String
  /// The other group.
  public var versus: String
  /// What the groups are called, where their values have labels.
  public var groupLabel: String?
  /// The other's.
  public var versusLabel: String?
  /// The first group's estimate less the second's, in the unit of the estimates.
  public var difference: Double
  /// Lower end of its interval.
  public var low: Double?
  /// Upper end of its interval.
  public var high: Double?
  /// A z; with weights or a design a t.
  public var statistic: Double?
  /// Two-sided.
  public var pValue: Double?
  /// Holm's, over the pairs of groups of this figure.
  public var adjusted: Double?
}

extension Dataset {
  /// The figures of outcomes on declared scales.
  ///
  /// Of a simple sample, or one with frequency weights, the interval is of the kind asked for. Under sampling or precision weights, strata and
  /// clusters it is the estimate ± t·s with the linearised standard error s of `describe`'s means.
  ///
  /// Throws as `describe` does.
  public func shares(
    _ items: [AnalysisRoles.Item], design roles: AnalysisRoles, interval: ShareIntervalKind = .adjusted,
    confidence: Double = 0.95
  ) throws -> [ShareEstimate] {
    let weights = try roles.weights.map { try checkedWeights($0, in: self) }
    let sample = try roles.sample ?? sampledDesign(roles)
    let means = try MeanVariance(self, roles, sample: sample, weights: weights)
    return try items.flatMap { item -> [ShareEstimate] in
      let variable = try variable(item.name)
      guard let scale = item.scale, !variable.isText else { return [] }
      let table = try AnswerTable(variable, scale: scale, weights: weights, in: self)
      guard !table.entries.isEmpty else { return [] }
      return try ShareMeasure.measures(on: scale, isEffort: item.asksEffort(variable)).map { measure in
        try ShareEstimate(
          item.name, measure, table, scale: scale, kind: roles.weights?.kind, interval: interval,
          confidence: confidence, sampled: means == nil ? sample.strata[""]?.units : nil
        ) { mean in
          try means?.error(of: variable.doubles.map { measure.score($0, on: scale) + 0 * $0 }, mean: mean)
        }
      }
    }
  }
}

extension ShareEstimate {
  /// - Parameters:
  ///   - sampled: respondents of the whole sample, where its design is that of weights alone.
  ///   - designError: standard error and degrees of freedom of the mean score; `nil` without strata, clusters and population.
  init(
    _ variable: String, _ measure: ShareMeasure, _ table: AnswerTable, scale: RatingScale, kind: WeightsKind?,
    interval: ShareIntervalKind, confidence: Double, sampled: Double?,
    designError: (Double) throws -> (standardError: Double, degrees: Double)?
  ) rethrows {
    var (rows, total, plus, minus) = (0.0, 0.0, 0.0, 0.0)
    var scored = table.entries
    for i in scored.indices {
      let score = measure.score(scored[i].value, on: scale)
      scored[i].value = score
      rows += scored[i].rows
      total += scored[i].weight
      if score > 0 { plus += scored[i].weight }
      if score < 0 { minus += scored[i].weight }
    }
    let n = kind == .frequency ? total : rows
    (self.variable, self.measure, self.n) = (variable, measure, n)
    (self.plus, self.minus) = (plus / total, minus / total)
    let mean = (plus - minus) / total
    estimate = 100 * mean
    if measure == .netPromoterScore {
      (promoters, passives, detractors) = (plus / total, max(0, (total - plus - minus) / total), minus / total)
    }
    let design = sampled == nil ? try designError(mean) : nil
    guard kind == .sampling || kind == .precision || sampled == nil else {
      // Counts: the whole of the answers.
      let ends =
        measure == .netPromoterScore
        ? ShareInterval.difference(plus: plus, minus: minus, of: n, interval, confidence: confidence)
        : ShareInterval.share(plus, of: n, interval, confidence: confidence)
      (low, high) = (100 * ends.low, 100 * ends.high)
      return
    }
    let shape = AnswerShape(scored, n: n, kind: kind, sampled: sampled)
    guard let error = sampled == nil ? design?.standardError : shape.standardError, error > 0 else { return }
    standardError = error
    let t = StudentT(degrees: design?.degrees ?? n - 1).quantile((1 + confidence) / 2)
    let least = measure == .netPromoterScore ? -100.0 : 0
    low = max(least, estimate - 100 * t * error)
    high = min(100, estimate + 100 * t * error)
  }
}

extension AnalysisRoles.Item {
  /// Its name, label or question speaks of effort or ease.
  func asksEffort(_ variable: Variable) -> Bool {
    let words = [name, label, variable.label, variable.details.question].compactMap { $0?.lowercased() }
      .joined(separator: " ").split { !$0.isLetter }
    return words.contains { ["ces", "effort", "easy", "ease", "easily"].contains($0) }
  }
}
