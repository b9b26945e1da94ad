import Probability
public import Survey

/// What `describe` says of one variable: counts, centre, spread, shape, and how often each answer was given.
public struct ItemDescription: Sendable, Equatable {
  /// How often one answer was given.
  public struct Frequency: Sendable, Equatable {
    /// The answer as it is written: a number or a text.
    public var value: String
    /// The answer as a number; `nil` in a text column.
    public var number: Double?
    /// Rows; with frequency weights their sum.
    public var n: Double
    /// The weighted share of those who answered, 0–1.
    public var share: Double
    /// What the answer stands for; `nil` where nothing says so.
    public var label: String?
  }

  /// More distinct answers than that are not listed one by one.
  public static let frequencyLimit = 25

  /// The column's name.
  public var variable: String
  /// Its label, when the study gives one.
  public var label: String?
  /// Its values are texts: it has frequencies, and no mean.
  public var isText: Bool
  /// Rows with an answer (and a weight above zero); with frequency weights their sum.
  public var n: Double
  /// Rows without one.
  public var missing: Double
  /// The same by reason, in the order of the variable's reasons; only those that occur.
  public var missingByReason: [(reason: String, n: Double)] { zip(reasons, reasonCounts).map { ($0, $1) } }
  /// Different answers.
  public var distinct: Int
  /// Weighted mean and its confidence interval: by Student's t with n − 1 degrees of freedom; under sampling weights the
  /// standard error is linearised, √(N/(N−1)·Σ(w(x−x̄)/Σw)²), each respondent of the whole sample (N) a unit; under strata,
  /// clusters or a known population it is the design's (R's `svymean`), with units less strata as degrees of freedom. `nil`
  /// for text and without answers; bounds `nil` below two answers.
  public var mean: Double?
  /// Lower end of the mean's confidence interval; `nil` where the mean is.
  public var meanLow: Double?
  /// Upper end of it.
  public var meanHigh: Double?
  /// √(Σw(x−x̄)²/Σw·n/(n−1)).
  public var standardDeviation: Double?
  /// Smallest answer; `nil` of text.
  public var minimum: Double?
  /// Largest answer.
  public var maximum: Double?
  /// Skewness and excess kurtosis as SPSS prints them (type 2 of Joanes & Gill 1998, doi:10.1111/1467-9884.00122), the
  /// weights taken for frequencies; sampling and precision weights are first scaled to a mean of 1. `nil` below three
  /// (four) answers and without spread.
  public var skewness: Double?
  /// Excess over the normal distribution's, SPSS's (type 2); `nil` of fewer than four answers.
  public var kurtosis: Double?
  /// The weighted share of answers at the good end of the declared scale, 0–1; `nil` without a scale.
  public var topBox: Double?
  /// The weighted shares of answers at the lowest and the highest number of the scale, 0–1; `nil` without one. Where many stand
  /// at an end, the question cannot tell them apart.
  public var floor: Double?
  /// The same of the best answer.
  public var ceiling: Double?
  /// The scale that is declared, or that answers in words are on.
  public var scale: RatingScale?
  /// What the file says may be done with the values.
  public var level: VariableDetails.Level?
  /// Numbers in ascending order, or none when there are more than `frequencyLimit` of them; texts the most frequent
  /// first, at most `frequencyLimit`.
  public var frequencies: [Frequency]
  /// Quartiles with their intervals; empty of texts and without answers.
  public var quantiles: [QuantileEstimate] = []
  /// Net promoter score, top box and the like of an outcome; empty of other variables.
  public var shares: [ShareEstimate] = []

  var reasons: [String]
  var reasonCounts: [Double]
}

extension Dataset {
  /// Describes variables one by one, each on all the respondents who answered it.
  ///
  /// Numbers are taken as they were answered: reversed items are not turned round. Text in a column of numbers counts as
  /// missing here, so that one can see it. Throws `DataFault.noSuchVariable`, `.outsideScale`, `.notFinite`, and the
  /// faults of weights.
  public func describe(
    _ items: [AnalysisRoles.Item], weights: AnalysisRoles.Weighting? = nil, confidence: Double = 0.95
  ) throws -> [ItemDescription] {
    try describe(items, design: AnalysisRoles(outcomes: [], players: [], weights: weights), confidence: confidence)
  }

  /// The same of a sample with a design: errors of means are those of its weights, strata and clusters, and these rows may be a
  /// part of the sample.
  ///
  /// - Parameter roles: what it says of weights, strata, clusters, the population and the sample.
  /// - Throws: as above, and `DesignFault.loneUnit`, `DataFault.tooFewClusters`.
  public func describe(
    _ items: [AnalysisRoles.Item], design roles: AnalysisRoles, confidence: Double = 0.95
  ) throws -> [ItemDescription] {
    precondition(confidence > 0 && confidence < 1, "a confidence level lies between 0 and 1")
    let all = try roles.weights.map { try checkedWeights($0, in: self) }
    if let weights = roles.weights, let all, rowCount > 0, all.allSatisfy({ $0 == 0 }) {
      throw WeightFault.noWeight(variable: weights.variable)
    }
    let sample = try roles.sample ?? sampledDesign(roles)
    let means = try MeanVariance(self, roles, sample: sample, weights: all)
    return try items.map { item in
      let variable = try variable(item.name)
      let table = try AnswerTable(variable, scale: item.scale, weights: all, in: self)
      return try ItemDescription(
        item, variable, table, kind: roles.weights?.kind, confidence: confidence,
        sampled: means == nil ? sample.strata[""]?.units : nil, means: means)
    }
  }

  /// The rows whose stratum and cluster are known; without them a respondent stands for nobody.
  package func withKnownUnits(_ roles: AnalysisRoles) throws -> Dataset {
    var mask = [UInt8](repeating: 0, count: rowCount)
    for name in roles.unitColumns { _ = try variable(name).markMissing(&mask) }
    guard mask.contains(where: { $0 != 0 }) else { return self }
    return selecting((0..<Int32(rowCount)).filter { mask[Int($0)] == 0 })
  }

  /// What to know about weights and design: rows of weight zero, and how many respondents drawn one by one the others are worth,
  /// by their weights (Kish), or under strata and clusters by the design effects of the means of these items.
  public func notes(on items: [AnalysisRoles.Item], design roles: AnalysisRoles) throws -> [Note] {
    let all = try roles.weights.map { try checkedWeights($0, in: self) }
    var notes: [Note] = []
    if let all, let note = FrameRecipe.noteOnZeroWeights(all.count { !($0 > 0) }) { notes.append(note) }
    let sample = try roles.sample ?? sampledDesign(roles)
    if let means = try MeanVariance(self, roles, sample: sample, weights: all) {
      let numbers = try items.map { try variable($0.name) }.filter { !$0.isText }
      if let note = means.note(on: numbers.map { ($0.name, $0.doubles) }) { notes.append(note) }
    } else if let kish = KishSize(weights: all?.filter { $0 > 0 }, kind: roles.weights?.kind) {
      notes.append(kish.note)
    }
    return notes
  }
}

extension ItemDescription {
  init(
    _ item: AnalysisRoles.Item, _ variable: Variable, _ table: AnswerTable, kind: WeightsKind?, confidence: Double,
    sampled: Double?, means: MeanVariance?
  ) throws {
    self.variable = variable.name
    label = item.label ?? variable.label
    // Only frequencies make one row several respondents.
    func respondents(_ rows: Double, _ weight: Double) -> Double { kind == .frequency ? weight : rows }
    let rows = table.entries.reduce(0) { $0 + $1.rows }
    let total = table.entries.reduce(0) { $0 + $1.weight }
    n = respondents(rows, total)
    let missing = table.missing.map { respondents($0.rows, $0.weight) }
    self.missing = missing.reduce(0, +)
    let occurring = missing.indices.filter { missing[$0] > 0 }
    reasons = occurring.map { $0 < variable.missingReasons.count ? variable.missingReasons[$0].description : "missing" }
    reasonCounts = occurring.map { missing[$0] }

    let isText = variable.isText
    self.isText = isText
    distinct = table.distinct
    let labels = Dictionary(
      variable.details.valueLabels.map { ($0.value.text, $0.label) }, uniquingKeysWith: { first, _ in first })
    frequencies = table.frequencies.map { entry in
      let value = entry.text ?? plain(entry.value)
      return Frequency(
        value: value, number: isText ? nil : entry.value, n: respondents(entry.rows, entry.weight),
        share: entry.weight / total, label: labels[value])
    }
    level = variable.details.level
    scale = isText ? nil : item.scale
    if isText || table.entries.isEmpty { return }
    minimum = table.entries.lazy.map(\.value).min()
    maximum = table.entries.lazy.map(\.value).max()
    if let scale = item.scale {
      func share(_ value: Double) -> Double {
        table.entries.reduce(0) { $0 + ($1.value == value ? $1.weight : 0) } / total
      }
      topBox = share(scale.last)
      (floor, ceiling) = (share(scale.low), share(scale.high))
    }
    let shape = AnswerShape(table.entries, n: n, kind: kind, sampled: sampled)
    mean = shape.mean
    standardDeviation = shape.standardDeviation
    skewness = shape.skewness
    kurtosis = shape.kurtosis
    let values = means == nil ? [] : variable.doubles
    let design = try means?.error(of: values, mean: shape.mean)
    if let error = sampled == nil ? design?.standardError : shape.standardError {
      let margin = error * StudentT(degrees: design?.degrees ?? n - 1).quantile((1 + confidence) / 2)
      meanLow = shape.mean - margin
      meanHigh = shape.mean + margin
    }
    let distribution = AnswerDistribution(table.ascending, n: n, kind: kind, sampled: sampled)
    quantiles = try QuantileEstimate.probabilities.map { probability in
      try distribution.quantile(probability, confidence: confidence) { answer, share in
        try means?.error(of: values.map { $0.isNaN ? .nan : $0 <= answer ? 1 : 0 }, mean: share)
      }
    }
  }
}
