import LinearAlgebra
import Platform
import Probability
public import Survey

/// What is missing in the answers to some variables: how much, together with what, for which reason, of whom, and what each treatment
/// of it costs.
public struct MissingDescription: Sendable {
  /// One variable.
  public struct Item: Sendable, Equatable {
    /// Its name.
    public var variable: String
    /// Its label, where it has one.
    public var label: String?
    /// Respondents with and without an answer; with frequency weights their sum.
    public var n: Double
    /// Respondents without an answer.
    public var missing: Double
    /// Respondents who left out nothing else: leaving the variable out would keep them.
    public var onlyHere: Double
    /// Of all respondents.
    public var share: Double { n + missing > 0 ? missing / (n + missing) : 0 }
  }

  /// Respondents who left out the same variables.
  public struct Pattern: Sendable, Equatable {
    /// Their names; none for those who answered everything.
    public var missing: [String]
    /// Respondents; with frequency weights their sum.
    public var n: Double
    /// Of all respondents.
    public var share: Double
  }

  /// Why answers to a variable are missing.
  public struct Reason: Sendable, Equatable {
    /// Its name.
    public var variable: String
    /// Its label, where it has one.
    public var label: String?
    /// What the data say; `empty` without a word.
    public var reason: String
    /// Respondents; with frequency weights their sum.
    public var n: Double
    /// Of all respondents.
    public var share: Double
  }

  /// What a treatment leaves to work with.
  public struct Treatment: Sendable, Equatable {
    /// Which treatment.
    public var treatment: MissingTreatment
    /// Those who count: with pairwise deletion the fewest of any pair.
    public var n: Double
    /// Of all respondents, who does not count.
    public var lost: Double
    /// How many complete respondents of equal weight would tell as much of the mean that is known least; `nil` where it is not
    /// known.
    public var effective: Double?
  }

  /// How what somebody answered goes with leaving a variable out.
  public struct Predictor: Sendable, Equatable {
    /// Its name.
    public var variable: String
    /// The variable that tells of it.
    public var predictor: String
    /// The odds of leaving it out, for one standard deviation more of the predictor.
    public var oddsRatio: Double
    /// Lower end of the interval of the odds ratio.
    public var low: Double
    /// Upper end of it.
    public var high: Double
    /// Of the hypothesis that the odds are equal.
    public var pValue: Double
    /// Respondents who answered all predictors.
    public var n: Double
  }

  /// Every variable, in its order.
  public var items: [Item] = []
  /// The most frequent first.
  public var patterns: [Pattern] = []
  /// What the data say; `empty` without a word.
  public var reasons: [Reason] = []
  /// What each treatment leaves.
  public var treatments: [Treatment] = []
  /// Who drops out.
  public var predictors: [Predictor] = []
  /// `nil` with weights, and where there is nothing to test.
  public var little: LittleTest?
  /// Respondents who answered anything.
  public var respondents: Double = 0
  /// Which treatment, and why: one sentence.
  public var recommendation: Sentence = ""
  /// What a reader must know.
  public var notes: [Note] = []

  /// Losses up to this share of respondents are not worth a model of the answers.
  static let smallLoss = 0.05
  /// Predictors of leaving something out are variables that so many left out at most.
  static let mostMissingOfPredictor = 0.1
  /// Who is compared must be so many on either side.
  static let fewestCompared = 20
}

extension MissingDescription {
  /// Of the variables that are a frame's players, with rows kept that left some of them out.
  ///
  /// - Parameters:
  ///   - dataset: the rows that the frame is of, for the reasons.
  ///   - confidence: of the intervals of odds ratios.
  public init(_ frame: ModelFrame, of dataset: Dataset, confidence: Double = 0.95) {
    let columns = frame.players
    let rows = frame.rowCount
    let frequencies = frame.weightsKind == .frequency ? frame.weights : nil
    func count(_ i: Int) -> Double { frequencies?[i] ?? 1 }
    let isMissing = columns.map { block in
      (0..<rows).map { frame.values[block.columns.lowerBound * rows + $0].isNaN }
    }
    let left = (0..<rows).map { i in isMissing.count { $0[i] } }
    respondents = (0..<rows).reduce(0) { $0 + count($1) }
    for (k, block) in columns.enumerated() {
      var item = Item(variable: block.name, label: block.label, n: 0, missing: 0, onlyHere: 0)
      for i in 0..<rows {
        if isMissing[k][i] { item.missing += count(i) } else { item.n += count(i) }
        if isMissing[k][i], left[i] == 1 { item.onlyHere += count(i) }
      }
      items.append(item)
    }
    var found: [[Bool]: Double] = [:]
    for i in 0..<rows { found[isMissing.map { $0[i] }, default: 0] += count(i) }
    patterns = found.map { key, n in
      Pattern(missing: zip(columns, key).filter(\.1).map(\.0.name), n: n, share: n / respondents)
    }.sorted { ($1.n, $0.missing.count, $0.missing.joined()) < ($0.n, $1.missing.count, $1.missing.joined()) }
    addReasons(dataset)
    let complete = (0..<rows).filter { left[$0] == 0 }
    addTreatments(frame, complete: complete)
    addPredictors(frame, columns, isMissing, frequencies, confidence)
    let everything = complete.reduce(0) { $0 + count($1) }
    recommend(everything)
  }

  /// Adds a variable that nobody answered, which no treatment can take in.
  package mutating func addUnanswered(_ name: String, label: String?) {
    items.append(Item(variable: name, label: label, n: 0, missing: respondents, onlyHere: 0))
  }

  private mutating func addReasons(_ dataset: Dataset) {
    for item in items where item.missing > 0 {
      guard let variable = dataset[item.variable],
        let table = try? AnswerTable(variable, scale: nil, weights: nil, in: dataset)
      else { continue }
      for (at, entry) in table.missing.enumerated() where entry.rows > 0 {
        let reason = at < variable.missingReasons.count ? variable.missingReasons[at].description : "missing"
        reasons.append(
          Reason(
            variable: item.variable, label: item.label, reason: reason, n: entry.rows,
            share: entry.rows / Double(max(1, dataset.rowCount))))
      }
    }
  }

  private mutating func addTreatments(_ frame: ModelFrame, complete: [Int]) {
    func size(_ rows: [Int]) -> (n: Double, effective: Double) {
      guard let weights = frame.weights, frame.weightsKind != .precision else {
        return (Double(rows.count), Double(rows.count))
      }
      let sum = rows.reduce(0) { $0 + weights[$1] }
      if frame.weightsKind == .frequency { return (sum, sum) }
      let squares = rows.reduce(0) { $0 + weights[$1] * weights[$1] }
      return (Double(rows.count), squares > 0 ? sum * sum / squares : 0)
    }
    func lost(_ n: Double) -> Double { respondents > 0 ? 1 - n / respondents : 0 }
    let listwise = size(complete)
    treatments.append(
      Treatment(
        treatment: .listwise, n: listwise.n, lost: lost(listwise.n), effective: listwise.effective))
    var fewest: (n: Double, effective: Double)?
    for a in 0..<frame.columnCount {
      for b in 0..<a {
        let both = (0..<frame.rowCount).filter {
          !frame.values[a * frame.rowCount + $0].isNaN && !frame.values[b * frame.rowCount + $0].isNaN
        }
        let own = size(both)
        if own.n < fewest?.n ?? .infinity { fewest = own }
      }
    }
    if let fewest {
      treatments.append(
        Treatment(treatment: .pairwise, n: fewest.n, lost: lost(fewest.n), effective: fewest.effective))
    }
    var open = frame
    open.missing = .em
    do {
      let found = try MaximumLikelihoodMoments(open)
      let effective = Self.effectiveSize(found)
      treatments.append(Treatment(treatment: .em, n: found.moments.n, lost: 0, effective: effective))
      if frame.weights == nil || frame.weightsKind == .sampling {
        // Of few imputations variances are (1 + γ/m) times those of very many, with γ the fraction of missing information.
        let imputed = effective.map { $0 / (1 + max(0, 1 - $0 / found.moments.n) / Self.imputations) }
        treatments.append(Treatment(treatment: .impute, n: found.moments.n, lost: 0, effective: imputed))
      }
      if frame.weights == nil, found.patternCount > 1 { little = try LittleTest(found) }
    } catch let fault as any Fault {
      notes.append(
        Note(.maximumLikelihood, "There are no maximum likelihood moments of these variables. \(fault.sentence)"))
    } catch {}
  }

  /// Draws of what is missing when nobody says how many.
  private static let imputations = 20.0

  /// The least of σ²/Var(μ) over the variables: complete respondents that would tell as much.
  private static func effectiveSize(_ found: MaximumLikelihoodMoments) -> Double? {
    guard let information = NormalInformation(found) else { return nil }
    let moments = found.moments
    let size = information.covariance.order
    return moments.names.indices.map { k -> Double in
      let variance: Double
      if moments.treatment.weights == .sampling {
        let part = information.parts([(0..<size).map { $0 == k ? 1 : 0 }])[0]
        variance = part.reduce(0) { $0 + $1 * $1 }
      } else {
        variance = information.covariance[k, k]
      }
      return moments.scatter[k, k] / moments.sumOfWeights / variance
    }.min()
  }

  /// A logit of leaving a variable out on those that nearly everybody answered.
  private mutating func addPredictors(
    _ frame: ModelFrame, _ columns: [ModelFrame.Block], _ isMissing: [[Bool]], _ frequencies: [Double]?,
    _ confidence: Double
  ) {
    let rows = frame.rowCount
    let known = columns.indices.filter {
      items[$0].share <= Self.mostMissingOfPredictor && columns[$0].columns.count == 1
    }
    let quantile = Normal().quantile((1 + confidence) / 2)
    for k in columns.indices where items[k].missing > 0 {
      let others = known.filter { $0 != k }
      guard !others.isEmpty else { continue }
      let used = (0..<rows).filter { i in others.allSatisfy { !isMissing[$0][i] } }
      let outcome = used.map { isMissing[k][$0] }
      let without = outcome.count { $0 }
      guard min(without, outcome.count - without) >= max(Self.fewestCompared, 5 * others.count) else { continue }
      let values = others.map { other -> [Double] in
        let own = used.map { frame.values[columns[other].columns.lowerBound * rows + $0] }
        let mean = own.reduce(0, +) / Double(own.count)
        let deviation = (own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(own.count - 1)).squareRoot()
        return own.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
      }
      guard
        let fit = LogisticRegression(outcome, columns: values, weights: frequencies.map { all in used.map { all[$0] } })
      else { continue }
      for (place, other) in others.enumerated() {
        let (b, error) = (fit.coefficients[place], fit.errors[place])
        predictors.append(
          Predictor(
            variable: columns[k].name, predictor: columns[other].name, oddsRatio: exp(b),
            low: exp(b - quantile * error), high: exp(b + quantile * error), pValue: fit.pValues[place],
            n: used.reduce(0) { $0 + (frequencies?[$1] ?? 1) }))
      }
    }
  }

  private mutating func recommend(_ complete: Double) {
    let loss = respondents > 0 ? 1 - complete / respondents : 0
    let percent = "\((loss * 100).rounded() == 0 ? "under 1" : "\(Int((loss * 100).rounded()))") %"
    let (all, out) = (Int(respondents), Int(respondents - complete))
    if loss == 0 {
      recommendation = "Everybody answered everything: all treatments give the same."
    } else if loss <= Self.smallLoss {
      recommendation =
        "Use \(setting: .missing, "listwise"): it leaves out \(out) of \(all) respondents (\(percent)), too few to change much."
    } else if treatments.contains(where: { $0.treatment == .em }) {
      let differ: String
      if let little, let p = little.pValue, p < 0.05 {
        differ = ", and those it keeps differ from the others in what they answered (Little's test)"
      } else {
        differ = ""
      }
      recommendation =
        "Use \(setting: .missing, "em"): listwise deletion leaves out \(out) of \(all) respondents (\(percent))\(differ), while maximum likelihood counts everybody with what was answered."
    } else {
      recommendation =
        "Leave out the variables that fewest answered together: listwise deletion leaves out \(out) of \(all) respondents (\(percent)), and maximum likelihood is not to be had with them."
    }
  }
}
