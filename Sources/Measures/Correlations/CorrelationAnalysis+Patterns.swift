import LinearAlgebra
import Resampling
import Survey

/// Correlations of very many ratings by the pairs of answers that occur (`PairTables`): each pair of variables is analysed as the
/// cells of its table, the respondents in a cell for a frequency.
extension CorrelationAnalysis {
  /// Rows from which on counting the pairs of answers pays.
  static let fewestForPatterns = 5_000

  /// Whether tables of pairs of answers tell all that is asked.
  package var isOfTables: Bool {
    switch method {
    case .spearman, .kendall: bootstrap.replicates == 0
    case .polychoric, .mixed: bootstrap.replicates == 0 && ordinal.isEmpty && continuous.isEmpty
    case .pearson, .partial, .polyserial: false
    }
  }

  /// - Returns: `nil` where rows are few, or some variable has many answers, or rows are no respondents drawn alike.
  func fitPatterns(_ frame: ModelFrame) throws -> Fit? {
    guard frame.rowCount >= Self.fewestForPatterns, isOfTables, frame.missing == .listwise,
      frame.weightsKind == nil || frame.weightsKind == .frequency, frame.clusters == nil, frame.strata == nil,
      !frame.design.isFinite,
      let tables = PairTables(frame, columns: frame.players.flatMap { Array($0.columns) }), areRatings(tables)
    else { return nil }
    let total = frame.weights?.reduce(0, +) ?? Double(frame.rowCount)
    return try fit(
      to: tables, labels: frame.players.flatMap(labels), n: total, weightsKind: frame.weightsKind,
      rowsUsed: frame.rowCount, rowLoss: RowLoss(frame), notes: frame.notes)
  }

  /// Correlates the pairs of answers of very many rows that nobody keeps; `nil` where they were not counted, or some variable is
  /// no rating.
  func fitTables(of model: ModelMoments) throws -> Fit? {
    guard let tables = model.pairs, areRatings(tables) else { return nil }
    try check(players: model.players, always: model.always, weights: model.moments.treatment.weights)
    return try fit(
      to: tables, labels: model.players.flatMap(labels), n: model.moments.n,
      weightsKind: model.moments.treatment.weights, rowsUsed: model.rowCount, rowLoss: RowLoss(model),
      notes: model.notes)
  }

  private func fit(
    to tables: PairTables, labels: [String?], n: Double, weightsKind: WeightsKind?, rowsUsed: Int?, rowLoss: RowLoss?,
    notes: [Note]
  ) throws -> Fit {
    var pairs: [Pair] = []
    var cells = CellCounts()
    for i in tables.names.indices {
      for j in 0..<i {
        var pair = try fit(to: try tables.frame(i, j)).pairs[0]
        (pair.a, pair.b) = (i, j)
        pairs.append(pair)
        if pair.method == .polychoric {
          cells.add(empty: tables.emptyCells(i, j), names: (tables.names[j], tables.names[i]))
        }
      }
    }
    for (i, value) in adjustment.adjust(pairs.map(\.pValue)).enumerated() { pairs[i].pValue = value }
    var fit = Fit(
      specification: self, names: tables.names, labels: labels, pairs: pairs, always: [], n: n, sumOfWeights: n,
      sumOfSquaredWeights: n, missing: .listwise, weightsKind: weightsKind, rowsUsed: rowsUsed, rowLoss: rowLoss,
      replicatesUsed: 0, notes: notes)
    fit.notes += CorrelationNotes(ofPatterns: fit, cells).notes
    return fit
  }

  /// Whether the method ranks the variables, or takes them all for ratings.
  private func areRatings(_ tables: PairTables) -> Bool {
    guard method == .polychoric || method == .mixed else { return true }
    return tables.names.indices.allSatisfy { column in
      let margin = tables.margin(column)
      return margin.count <= Self.largestScale && margin.allSatisfy { $0.answer == $0.answer.rounded() }
    }
  }
}

/// Tables of two ratings with cells that hold nobody.
struct CellCounts {
  private(set) var tables = 0
  private(set) var withEmpty = 0
  private(set) var empty = 0
  private(set) var first: String?

  mutating func add(empty none: Int, names: (a: String, b: String)) {
    tables += 1
    guard none > 0 else { return }
    withEmpty += 1
    empty += none
    first = first ?? "'\(names.a)' and '\(names.b)'"
  }
}
