import LinearAlgebra
import Resampling
import Survey

/// What the analyst must know of a set of correlations.
struct CorrelationNotes {
  private(set) var notes: [Note] = []

  init(
    _ fit: CorrelationAnalysis.Fit, _ engine: CorrelationEngine, _ weights: [Double], _ counts: PairCounts,
    _ replicates: Replicates?
  ) {
    if counts.differ {
      notes.append(
        Note(
          .pairwiseCounts,
          "Each pair of variables is on the respondents who answered both: between \(plain(counts.smallest)) and \(plain(counts.largest)) of them. Models that start from this matrix take the smallest count for their n."
        ))
    }
    levels(
      fit, ratings: engine.columns.filter(\.isOrdinal).map(\.name),
      measured: engine.columns.filter { !$0.isOrdinal }.map(\.name))
    emptyCells(CorrelationNotes.cells(engine, weights))
    perfect(fit)
    approximateTests(fit)
    definiteness(fit)
    let unknown = fit.pairs.filter { $0.method == .pearson && $0.low == nil && abs($0.correlation) < 1 && $0.n > 3 }
    if replicates == nil, fit.specification.errors == .influence, !unknown.isEmpty {
      notes.append(
        Note(
          .analyticErrors,
          "\(pairs(unknown, fit)): without one respondent nothing is left to correlate, or the rest correlate perfectly. How much the correlation may vary these answers do not tell; there is no interval."
        ))
    }
    if let replicates {
      let undefined = fit.pairs.filter { $0.low == nil && abs($0.correlation) < 1 }
      if !undefined.isEmpty {
        notes.append(
          Note(
            .replicatesFailed,
            "\(pairs(undefined, fit)): of the \(replicates.count) resamples too many have no such correlation; there is no interval."
          ))
      }
    }
    if fit.specification.method == .partial, counts.differ, replicates == nil {
      notes.append(
        Note(
          .analyticErrors,
          "Partial correlations of pairs on different respondents have no analytic errors: \(setting: .bootstrap, "1000") gives intervals, \(setting: .missing, "listwise") gives both."
        ))
    }
  }

  /// Of pairs of answers that were counted.
  init(ofPatterns fit: CorrelationAnalysis.Fit, _ cells: CellCounts) {
    levels(fit, ratings: fit.names, measured: [])
    emptyCells(cells)
    perfect(fit)
    approximateTests(fit)
    definiteness(fit)
  }

  /// Of sums of rows.
  init(ofSums fit: CorrelationAnalysis.Fit) {
    perfect(fit)
    definiteness(fit)
  }

  private mutating func perfect(_ fit: CorrelationAnalysis.Fit) {
    let atBound = fit.pairs.filter { abs($0.correlation) == 1 }
    if let first = atBound.first {
      notes.append(
        Note(
          .perfectCorrelation,
          [.polychoric, .polyserial].contains(first.method)
            ? "\(pairs(atBound, fit)) correlate perfectly: the likelihood has no maximum inside −1 … 1 (pairs of answers that never occur let it rise to the end). There is neither an interval nor a p-value."
            : "\(pairs(atBound, fit)) correlate perfectly: one can be computed from the other. There is no interval."))
    }
  }

  private mutating func definiteness(_ fit: CorrelationAnalysis.Fit) {
    let definiteness = Definiteness(fit.matrix)
    if !definiteness.isDefinite {
      notes.append(
        Note(
          .notPositiveDefinite,
          definiteness.isSemidefinite
            ? "The matrix is singular: some variables are determined by the others."
            : "The matrix is not positive definite: its correlations, estimated pair by pair, contradict each other. Models start from the nearest matrix that is one."
        ))
    }
  }

  /// Rank tests are exact of a few respondents without ties, and approximate otherwise.
  private mutating func approximateTests(_ fit: CorrelationAnalysis.Fit) {
    let method = fit.specification.method
    guard method == .spearman || method == .kendall else { return }
    let tested = fit.pairs.filter { $0.pValue != nil }
    let approximate = tested.filter { !$0.isExact }
    guard let first = approximate.first else { return }
    let test: Sentence =
      method == .spearman ? "Student's t" : "the normal distribution, corrected for ties"
    let limit = ExactRankTests.largestCount
    let text: Sentence
    if approximate.count == tested.count {
      text =
        "The p-values are approximate (\(test)); exact ones are given for at most \(limit) respondents without equal answers."
    } else if approximate.count == 1 {
      text =
        "The p-value of \(named(first, fit)) is approximate (\(test)); exact ones are given for at most \(limit) respondents without equal answers."
    } else {
      text =
        "\(approximate.count) of the \(tested.count) p-values are approximate (\(test)); exact ones are given for at most \(limit) respondents without equal answers."
    }
    notes.append(Note(.approximateP, text))
  }

  private func named(_ pair: CorrelationAnalysis.Pair, _ fit: CorrelationAnalysis.Fit) -> Sentence {
    "'\(fit.names[pair.b])' and '\(fit.names[pair.a])'"
  }

  /// The first of some pairs, and how many more there are.
  private func pairs(_ pairs: [CorrelationAnalysis.Pair], _ fit: CorrelationAnalysis.Fit) -> Sentence {
    pairs.count > 1
      ? "\(named(pairs[0], fit)) and \(pairs.count - 1) more pairs" : named(pairs[0], fit)
  }

  /// Which variables count as ratings.
  private mutating func levels(_ fit: CorrelationAnalysis.Fit, ratings: [String], measured: [String]) {
    guard [.mixed, .polyserial].contains(fit.specification.method) else { return }
    func list(_ names: [String]) -> Sentence {
      names.isEmpty
        ? "none" : Sentence(names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : ""))
    }
    notes.append(
      Note(
        .measurementLevels,
        "Whole numbers with at most \(CorrelationAnalysis.largestScale) different answers count as ratings, unless the options say otherwise (ratings: \(list(ratings)); measured: \(list(measured)))."
      ))
  }

  private static func cells(_ engine: CorrelationEngine, _ weights: [Double]) -> CellCounts {
    var cells = CellCounts()
    var table = [Double](repeating: 0, count: engine.scale * engine.scale)
    for i in engine.columns.indices {
      for j in 0..<i where engine.methods[SymmetricMatrix.position(i, j)] == .polychoric {
        let (a, b) = (engine.columns[i], engine.columns[j])
        weights.withUnsafeBufferPointer { w in
          table.withUnsafeMutableBufferPointer { a.table(with: b, w.baseAddress!, into: $0.baseAddress!) }
        }
        cells.add(empty: table.prefix(a.count * b.count).count { $0 == 0 }, names: (b.name, a.name))
      }
    }
    return cells
  }

  private mutating func emptyCells(_ cells: CellCounts) {
    guard let first = cells.first else { return }
    notes.append(
      Note(
        .emptyCells,
        cells.empty == 1
          ? "In \(cells.withEmpty) of \(cells.tables) tables of two ratings some pairs of answers never occur (\(cells.empty) cell in all, first of \(first)). They count as they are: nothing is added to them."
          : "In \(cells.withEmpty) of \(cells.tables) tables of two ratings some pairs of answers never occur (\(cells.empty) cells in all, first of \(first)). They count as they are: nothing is added to them."
      ))
  }
}
