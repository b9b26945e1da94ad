import LinearAlgebra
import Probability
import Resampling
public import Survey

extension CorrelationAnalysis {
  /// Correlates the players of a frame (its covariates held constant, when the method is partial).
  ///
  /// - Parameters:
  ///   - jobs: threads; the result does not depend on it.
  ///   - progress: told now and then how many replicates are done.
  /// - Throws: `DataFault.textVariable`, `.notOrdinal`, `.dependentVariable` (partial), `.tooFewRows`, `DesignFault.loneUnit`, and
  ///   `.request` for what does not go together.
  public func fit(
    to frame: ModelFrame, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    try frame.refuseImputation()
    if isOfSums, let model = ModelMoments(dealing: frame, seed: bootstrap.seed) {
      return try fit(to: model, jobs: jobs, progress: progress)
    }
    try check(players: frame.players, always: frame.always, weights: frame.weightsKind)
    if bootstrap.replicates > 0 { try frame.requireUnits() }
    if frame.missing == .em { return try fitMaximumLikelihood(to: frame, jobs: jobs, progress: progress) }
    if let counted = try fitPatterns(frame) { return counted }
    let always = method == .partial ? frame.always.flatMap { Array($0.columns) } : []
    let indices = always + frame.players.flatMap { Array($0.columns) }
    let engine = try CorrelationEngine(
      frame, columns: indices, always: always.count, method: method, ordinal: ordinal, continuous: continuous)
    let names = Array(engine.names.dropFirst(always.count))
    let weights = frame.weights ?? [Double](repeating: 1, count: frame.rowCount)
    let counts = PairCounts(frame, Array(indices.dropFirst(always.count)))
    let point = engine.correlations(weights)
    if method == .partial, point.contains(where: \.isNaN) { throw dependent(engine, weights) }

    let inference = try CorrelationInference(self, engine, frame, weights: weights)
    var pairs: [Pair] = []
    for i in names.indices {
      for j in 0..<i {
        let at = SymmetricMatrix.position(i, j)
        let kind = engine.methods[SymmetricMatrix.position(i + always.count, j + always.count)]
        if point[at].isNaN {
          throw DataFault.tooFewCommonRows(a: names[i], b: names[j], rows: Int(counts.rows[at]))
        }
        var pair = Pair(a: i, b: j, method: kind, correlation: settled(point[at]), n: counts.n[at])
        // A partial correlation is not of one pair's rows alone.
        if method == .partial { pair.n = counts.smallest }
        if !(method == .partial && counts.differ) { inference.complete(&pair, frame: frame) }
        pairs.append(pair)
      }
    }
    let resampled = resample(frame, engine.starting(at: point), point, jobs: jobs, progress: progress)
    if let resampled { apply(resampled, to: &pairs) }
    for (i, value) in adjustment.adjust(pairs.map(\.pValue)).enumerated() { pairs[i].pValue = value }

    var fit = Fit(
      specification: self, names: names, labels: frame.players.flatMap(labels), pairs: pairs,
      always: frame.always.map(\.name), n: counts.smallest,
      sumOfWeights: counts.sumOfWeights, sumOfSquaredWeights: counts.sumOfSquaredWeights, missing: frame.missing,
      weightsKind: frame.weightsKind, rowsUsed: frame.rowCount, rowLoss: RowLoss(frame),
      replicatesUsed: resampled?.bootstrap.successCount ?? 0,
      notes: frame.notes)
    fit.notes += CorrelationNotes(fit, engine, weights, counts, resampled?.bootstrap).notes
    return fit
  }

  /// Correlates published moments: product moments and partial correlations only.
  ///
  /// - Throws: `DataFault.needsRows` for other methods, `.needsN`, `.dependentVariable`.
  public func fit(to moments: Moments, roles: AnalysisRoles) throws -> Fit {
    guard method == .pearson || method == .partial else {
      throw DataFault.needsRows(
        analysis: "\(setting: .method, method.rawValue)", suggestion: "A matrix allows pearson and partial.")
    }
    let n = try moments.requireN()
    let model = try ModelMoments(moments, roles: roles)
    let always = method == .partial ? model.always.flatMap { Array($0.columns) } : []
    let indices = always + model.players.flatMap { Array($0.columns) }
    let chosen = model.moments.selecting(indices)
    var matrix = chosen.correlation
    var held = 0
    if method == .partial {
      guard let partial = PartialCorrelations(matrix, always: always.count) else {
        throw DataFault.dependentVariable(
          variable: chosen.names[PartialCorrelations.dependent(matrix, always: always.count) ?? 0],
          analysis: "the partial correlations")
      }
      matrix = partial.matrix
      held = partial.heldConstant
    }
    let names = Array(chosen.names.dropFirst(always.count))
    let quantile = Normal().quantile((1 + bootstrap.confidence) / 2)
    var pairs: [Pair] = []
    for i in names.indices {
      for j in 0..<i {
        var pair = Pair(a: i, b: j, method: method, correlation: settled(matrix[i, j]), n: n)
        if method == .pearson, let counts = chosen.pairCounts { pair.n = counts[i, j] }
        if chosen.treatment.hasNormalTheory, method == .pearson || chosen.treatment.missing == .listwise {
          CorrelationInference.normalTheory(&pair, heldConstant: held, quantile: quantile)
        }
        pairs.append(pair)
      }
    }
    for (i, value) in adjustment.adjust(pairs.map(\.pValue)).enumerated() { pairs[i].pValue = value }
    return Fit(
      specification: self, names: names, labels: model.players.flatMap(labels), pairs: pairs,
      always: model.always.map(\.name), n: n, sumOfWeights: chosen.sumOfWeights,
      sumOfSquaredWeights: chosen.sumOfSquaredWeights, missing: chosen.treatment.missing,
      weightsKind: chosen.treatment.weights, rowsUsed: nil, rowLoss: nil, replicatesUsed: 0, notes: model.notes)
  }

  func check(players: [ModelFrame.Block], always: [ModelFrame.Block], weights: WeightsKind?) throws {
    for block in players + (method == .partial ? always : []) where block.isCategorical {
      throw DataFault.textVariable(variable: block.name, role: "correlated")
    }
    if method != .partial, let first = always.first {
      throw DataFault.request(
        problem: "'\(first.name)' is to be held constant, which only partial correlations do",
        suggestion: "Add \(setting: .method, "partial"), or leave \(setting: .always) out.")
    }
    if weights == .precision, method != .pearson, method != .partial {
      throw DataFault.request(
        problem: "Precision weights say how exactly a number was measured, which ranks and ratings do not have",
        suggestion:
          "Use \(setting: .method, "pearson"), or say what the weights are with \(setting: .weightsKind, "sampling") or frequency."
      )
    }
    let columns = players.reduce(0) { $0 + $1.columns.count }
    if columns < 2 {
      throw DataFault.missingRole(
        role: "pair of variables",
        suggestion: "Name at least two with \(setting: .variables), such as \(setting: .variables, "pq1:pq4").")
    }
  }

  /// A correlation within rounding of ±1 is perfect.
  func settled(_ r: Double) -> Double { 1 - abs(r) < 1e-14 ? (r < 0 ? -1 : 1) : r }

  func labels(_ block: ModelFrame.Block) -> [String?] { block.columns.map { _ in block.label } }

  private func dependent(_ engine: CorrelationEngine, _ weights: [Double]) -> DataFault {
    let plain = engine.asPearson.correlations(weights)
    let matrix = SymmetricMatrix(order: engine.columns.count, packed: plain.map { $0.isNaN ? 0 : $0 })
    let column = PartialCorrelations.dependent(matrix, always: engine.alwaysCount) ?? engine.columns.count - 1
    return DataFault.dependentVariable(
      variable: engine.names[column], analysis: "the partial correlations")
  }
}

/// How many respondents answered both of each pair.
struct PairCounts {
  /// Packed lower triangle: rows, and respondents (with frequency weights their sum).
  private(set) var rows: [Double]
  private(set) var n: [Double]
  /// Over pairs of different variables.
  private(set) var smallest: Double
  private(set) var largest: Double
  private(set) var sumOfWeights: Double
  private(set) var sumOfSquaredWeights: Double
  var differ: Bool { largest > smallest }

  init(_ frame: ModelFrame, _ columns: [Int]) {
    let count = columns.count
    let isFrequency = frame.weightsKind == .frequency
    rows = [Double](repeating: Double(frame.rowCount), count: count * (count + 1) / 2)
    let total = frame.weights?.reduce(0, +) ?? Double(frame.rowCount)
    n = [Double](repeating: isFrequency ? total : Double(frame.rowCount), count: rows.count)
    smallest = n.first ?? 0
    largest = smallest
    sumOfWeights = total
    sumOfSquaredWeights = isFrequency ? total : frame.weights?.reduce(0) { $0 + $1 * $1 } ?? total
    guard frame.missing == .pairwise else { return }
    (smallest, largest) = (.infinity, 0)
    for i in 0..<count {
      for j in 0...i {
        var (met, weight, squares) = (0.0, 0.0, 0.0)
        for row in 0..<frame.rowCount {
          let x = frame.values[columns[i] * frame.rowCount + row]
          let y = frame.values[columns[j] * frame.rowCount + row]
          if x.isNaN || y.isNaN { continue }
          let w = frame.weights?[row] ?? 1
          met += 1
          weight += w
          squares += w * w
        }
        let at = SymmetricMatrix.position(i, j)
        rows[at] = met
        n[at] = isFrequency ? weight : met
        if i == j { continue }
        largest = max(largest, n[at])
        if n[at] < smallest {
          smallest = n[at]
          sumOfWeights = weight
          sumOfSquaredWeights = isFrequency ? weight : squares
        }
      }
    }
  }
}
