import LinearAlgebra
public import Measures
import Probability
public import Survey

/// How well a regression predicts respondents that it has not seen: R² of k-fold cross-validation,
///
///     R²cv = 1 − Σw(y − ŷ₋f)² / Σw(y − ȳ₋f)²,
///
/// where ŷ₋f and the mean ȳ₋f of a respondent in fold f come from the other folds (Hawinkel, Waegeman & Maere 2024,
/// doi:10.1080/00031305.2023.2216252). It is below R², near the adjusted one, and negative when the mean predicts better.
///
/// Folds are dealt at random by the seed: clusters whole, strata spread over all folds (Wieczorek, Guerin & McMahon 2022,
/// doi:10.1002/sta4.454); a frequency counts as so many respondents; other weights stay with their rows. Moments are
/// summed once per fold, and the moments of "all but one" are merged from them: k refits cost hardly more than one.
public struct CrossValidation: Sendable, Equatable {
  /// Parts that are left out in turn.
  public var folds: Int
  /// Of the stream that deals rows into folds.
  public var seed: UInt64

  /// Parts when nobody asks for a number.
  public static let defaultFolds = 10
  /// Without being asked no more rows are cross-validated: there R²cv and the adjusted R² differ in no digit that is shown.
  public static let defaultRowLimit = RandomBlocks.smallestSample - 1

  public init(folds: Int = CrossValidation.defaultFolds, seed: UInt64 = 1) {
    precondition(folds >= 2, "at least two folds")
    self.folds = folds
    self.seed = seed
  }

  /// How well the model tells rows that it has not seen.
  public struct Fit: Sendable, Equatable {
    /// By outcome of the frame; `nil` where it is not defined.
    public var rSquared: [Double?]
    /// What the analyst should know.
    public var notes: [Note]
  }

  /// How many units can be dealt to folds: clusters, else respondents.
  public static func unitCount(_ frame: ModelFrame) -> Int {
    if let clusters = frame.clusters { return Set(clusters).count }
    return frame.weightsKind == .frequency ? Int(frame.weights!.reduce(0, +)) : frame.rowCount
  }

  /// Cross-validates the regressions of all outcomes.
  ///
  /// - Precondition: rows are complete, and there are as many units as folds.
  public func fit(to frame: ModelFrame) -> Fit {
    precondition(frame.missing == .listwise, "pairwise data have no complete rows to predict")
    precondition(CrossValidation.unitCount(frame) >= folds, "no more folds than units")
    let dealt = deal(frame)
    let parts = (0..<folds).map { dealt.products(ofFold: $0) }
    var sums = [(model: Double, mean: Double)](repeating: (0, 0), count: frame.outcomes.count)
    let predictors = (frame.always + frame.players).flatMap { Array($0.columns) }
    var isShort = false
    for fold in 0..<folds {
      var training = CenteredProducts(width: frame.columnCount)
      for other in 0..<folds where other != fold { training.merge(parts[other]) }
      let rows = dealt.start[folds] - (dealt.start[fold + 1] - dealt.start[fold])
      if rows < predictors.count + 2 { isShort = true }
      for (o, outcome) in frame.outcomes.enumerated() {
        let equation = equation(training, predictors, outcome.columns.lowerBound) { dealt.without(fold, of: frame) }
        dealt.addSquares(ofFold: fold, equation, to: &sums[o])
      }
    }
    if isShort {
      return Fit(
        rSquared: frame.outcomes.map { _ in nil },
        notes: [
          Note(
            .noCrossValidation,
            "There is no cross-validated R²: without one of \(folds) folds too few respondents are left for the regression."
          )
        ])
    }
    return Fit(rSquared: sums.map { $0.mean > 0 ? 1 - $0.model / $0.mean : nil }, notes: [])
  }

  /// The rows of each fold (0-based, of the frame), as they are dealt; a frequency may be dealt to several.
  package func rows(of frame: ModelFrame) -> [[Int]] {
    let dealt = deal(frame)
    return (0..<folds).map { fold in dealt.rows[dealt.start[fold]..<dealt.start[fold + 1]].map { Int($0) } }
  }

  // MARK: Equations

  /// ŷ = ȳ + Σb(x − x̄) of the respondents left in.
  struct Equation {
    var outcome: Int
    /// ȳ.
    var mean: Double
    /// What is added to Σb(x − x̄): ȳ, or the intercept where x̄ is put to zero.
    var constant: Double
    /// Columns with a coefficient, their means, their coefficients.
    var columns: [Int]
    var means: [Double]
    var coefficients: [Double]
  }

  /// By sweeps; columns that are constant or depend on others among these respondents have no coefficient. Beyond a condition
  /// number of 10⁴ moments lose too many digits, and the rows are factored.
  private func equation(
    _ training: CenteredProducts, _ predictors: [Int], _ outcome: Int, rows: () -> ModelFrame
  ) -> Equation {
    let order = predictors + [outcome]
    let scales = order.map { column -> Double in
      let square = training.scatter[column, column]
      return square > 0 ? 1 / square.squareRoot() : 0
    }
    var correlations = SymmetricMatrix(order: order.count)
    for i in order.indices {
      for j in 0...i { correlations[i, j] = training.scatter[order[i], order[j]] * scales[i] * scales[j] }
    }
    var sweep = Sweep(correlations)
    let kept = predictors.indices.filter { sweep.sweep($0) }
    var equation = Equation(
      outcome: outcome, mean: training.means[outcome], constant: training.means[outcome],
      columns: kept.map { predictors[$0] }, means: kept.map { training.means[predictors[$0]] }, coefficients: [])
    let last = order.count - 1
    equation.coefficients = kept.map { scales[last] > 0 ? sweep.matrix[last, $0] * scales[$0] / scales[last] : 0 }
    if !kept.isEmpty, SymmetricEigen(correlations.selecting(kept)).conditionNumber > 1e4 {
      refine(&equation, rows(), predictors)
    }
    return equation
  }

  private func refine(_ equation: inout Equation, _ frame: ModelFrame, _ predictors: [Int]) {
    let index = frame.outcomes.firstIndex { $0.columns.lowerBound == equation.outcome }!
    // A column that is constant without one fold is a fault there; the sweeps have passed over it.
    guard let fit = try? LinearRegression(errors: .classical).fit(to: frame, outcome: index) else { return }
    let estimates = zip(predictors, fit.terms.dropFirst()).compactMap { column, term in
      term.estimate.map { (column, $0) }
    }
    equation.columns = estimates.map(\.0)
    equation.coefficients = estimates.map(\.1)
    equation.constant = fit.terms[0].estimate ?? equation.constant
    equation.means = estimates.map { _ in 0 }
  }

  // MARK: Folds

  /// The respondents in the order of their folds.
  struct Dealt {
    var count: Int { rows.count }
    /// The frame's row of each respondent.
    var rows: [Int32]
    /// Fold f has the respondents `start[f] ..< start[f + 1]`.
    var start: [Int]
    /// Column-major.
    var columns: [Double]
    var width: Int
    var weights: [Double]?

    func products(ofFold fold: Int) -> CenteredProducts {
      columns.withUnsafeBufferPointer { columns in
        let pointers = (0..<width).map { columns.baseAddress! + $0 * count + start[fold] }
        let size = start[fold + 1] - start[fold]
        guard let weights else { return CenteredProducts(columns: pointers, rowCount: size) }
        return weights.withUnsafeBufferPointer {
          CenteredProducts(columns: pointers, rowCount: size, weights: $0.baseAddress! + start[fold])
        }
      }
    }

    /// Adds Σw(y − ŷ)² and Σw(y − ȳ)² of a fold.
    func addSquares(ofFold fold: Int, _ equation: Equation, to sums: inout (model: Double, mean: Double)) {
      let range = start[fold]..<start[fold + 1]
      columns.withUnsafeBufferPointer { columns in
        for i in range {
          let value = columns[equation.outcome * count + i]
          let difference = value - equation.mean
          var error = value - equation.constant
          for (k, column) in equation.columns.enumerated() {
            error -= equation.coefficients[k] * (columns[column * count + i] - equation.means[k])
          }
          let weight = weights?[i] ?? 1
          sums.model += weight * error * error
          sums.mean += weight * difference * difference
        }
      }
    }

    /// The rows of all other folds as a frame without a design.
    func without(_ fold: Int, of frame: ModelFrame) -> ModelFrame {
      let kept = rows.indices.filter { $0 < start[fold] || $0 >= start[fold + 1] }
      var copy = frame
      copy.rowCount = kept.count
      copy.values = (0..<width).flatMap { column in kept.map { columns[column * count + $0] } }
      // The rows are no longer those that the remainders of products belong to, and a prediction does not need them.
      copy.remainders = [:]
      copy.weights = weights.map { weights in kept.map { weights[$0] } }
      copy.weightsKind = weights == nil ? nil : frame.weightsKind
      copy.clusters = nil
      copy.subunits = nil
      copy.strata = nil
      copy.rowNumbers = []
      return copy
    }
  }

  private func deal(_ frame: ModelFrame) -> Dealt {
    let isFrequency = frame.weightsKind == .frequency
    var respondents: [Int32] = []
    for row in 0..<frame.rowCount {
      let copies = isFrequency ? Int(frame.weights![row]) : 1
      for _ in 0..<copies { respondents.append(Int32(row)) }
    }
    // Units in the order of strata, each stratum shuffled, are dealt like cards: every fold gets its part of every stratum.
    let unitOfRespondent = frame.clusters.map { clusters in respondents.map { Int(clusters[Int($0)]) } }
    let unitCount = (unitOfRespondent?.max()).map { $0 + 1 } ?? respondents.count
    var unitsOfStratum: [Int: [Int]] = [:]
    var isSeen = [Bool](repeating: false, count: unitCount)
    for (i, row) in respondents.enumerated() {
      let unit = unitOfRespondent?[i] ?? i
      if isSeen[unit] { continue }
      isSeen[unit] = true
      unitsOfStratum[frame.strata.map { Int($0[Int(row)]) } ?? 0, default: []].append(unit)
    }
    // A stream that no replicate owns.
    var stream = RandomStream(seed: seed, stream: .max - 2)
    var foldOfUnit = [Int](repeating: 0, count: unitCount)
    var card = 0
    for stratum in unitsOfStratum.keys.sorted() {
      var units = unitsOfStratum[stratum]!
      for i in stride(from: units.count - 1, to: 0, by: -1) { units.swapAt(i, stream.below(i + 1)) }
      for unit in units {
        foldOfUnit[unit] = card % folds
        card += 1
      }
    }
    var start = [Int](repeating: 0, count: folds + 1)
    let foldOf = respondents.indices.map { foldOfUnit[unitOfRespondent?[$0] ?? $0] }
    for fold in foldOf { start[fold + 1] += 1 }
    for fold in 0..<folds { start[fold + 1] += start[fold] }
    var next = start
    var rows = [Int32](repeating: 0, count: respondents.count)
    for (i, fold) in foldOf.enumerated() {
      rows[next[fold]] = respondents[i]
      next[fold] += 1
    }
    var columns: [Double] = []
    columns.reserveCapacity(rows.count * frame.columnCount)
    frame.values.withUnsafeBufferPointer { values in
      for j in 0..<frame.columnCount { for row in rows { columns.append(values[j * frame.rowCount + Int(row)]) } }
    }
    return Dealt(
      rows: rows, start: start, columns: columns, width: frame.columnCount,
      weights: isFrequency ? nil : frame.weights.map { weights in rows.map { weights[Int($0)] } })
  }
}
