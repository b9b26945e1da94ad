import LinearAlgebra
import Measures
import Platform
import Survey

/// Respondents and clusters on whom a coefficient rests alone.
///
/// Without the only respondent who answered otherwise (leverage 1) a coefficient cannot be estimated at all. Its own residual
/// is zero whatever the answer was, so no error that is made of residuals knows how much the estimate might vary: sandwiches
/// and linearised errors leave it out and call the coefficient certain, and so they do where all who differ are in one
/// cluster. Such a coefficient has an error of the classical kind only.
///
/// Whether a unit is such a one is not read off its leverage, which double precision rounds to 1 long before, but off the
/// other rows themselves: without it they determine the coefficient or they do not, by the rank policy. And where they do,
/// what the unit's row departs from their prediction, e/(1 − h), is computed from them too, so that errors change smoothly
/// however far away the row lies.
struct LoneUnits: Sendable {
  /// Rows of the covariance (the intercept first) that no robust error is known of, with errors by row and by cluster.
  var byRow: [Int] = []
  var byCluster: [Int] = []
  /// By row used: what (X'WX)⁻¹x·w·e/(1 − h) is, in the units of the covariance, and 1 − h.
  var deleted: [Int: (influence: [Double], remainder: Double)] = [:]
  var notes: [Note] = []

  /// Coefficients without an error under errors of that kind.
  func undetermined(_ kind: LinearRegression.ErrorKind, hasClusters: Bool) -> [Int] {
    switch kind {
    case .classical: []
    case .hc0, .hc1, .hc2, .hc3, .hc4, .cluster, .design, .bootstrap, .jackknife, .replicates:
      hasClusters ? Array(Set(byRow + byCluster)).sorted() : byRow
    }
  }

  /// The note on a term whose column differs in one row, which only its sums tell.
  static func fromSums(_ term: String) -> Note {
    Note(
      .leverageOne,
      "'\(term)' has one value for all respondents but one, as far as its sums tell: its coefficient rests on that answer alone. How much it might vary only classical errors say, which take that answer to scatter as all others do."
    )
  }

  /// The note on a term that the rows without one random block do not tell.
  static func fromBlocks(_ term: String) -> Note {
    Note(
      .leverageOne,
      "'\(term)' rests on the respondents of one block of rows, perhaps a single one: without them there is no such coefficient. How much it might vary blocks do not say, nor is there an interval of its importance."
    )
  }

  /// Leverage from which the other rows are looked at.
  fileprivate static let suspicious = 1 - 1e-4
  /// Part of a coefficient's variance from which a unit carries it almost alone.
  fileprivate static let almostAlone = 0.99
}

extension LeastSquares {
  /// Looks for rows and clusters that a coefficient rests on, and notes them.
  mutating func findLoneUnits(_ frame: ModelFrame, outcome: Int) {
    guard let rows, !kept.isEmpty, residual > 0 else { return }
    let scores = Scores(
      rows, sumOfWeights: sumOfWeights, isFrequency: weightsKind == .frequency, hasIntercept: hasIntercept)
    var found = LoneUnits()
    let others = OtherRows(frame, outcome: outcome, estimate: self)
    // Worked out once: they are made of all rows.
    let leverages = scores.leverages
    for i in leverages.indices where leverages[i] > LoneUnits.suspicious {
      if weightsKind == .frequency, rows.weights![i] != 1 { continue }
      let rest = others.without([i])
      if rest.lost.isEmpty {
        if let deleted = rest.deleted(i) { found.deleted[i] = deleted }
        let carried = carried(by: scores, row: i)
        if !carried.isEmpty { found.notes.append(almostAlone(carried, row: rows.numbers[i])) }
      } else {
        found.byRow += rest.lost.filter { !found.byRow.contains($0) }
        found.notes.append(aloneOnRow(rest.lost, row: rows.numbers[i]))
      }
    }
    let (units, count) = rows.sampledUnits(byStratum: rows.strata != nil)
    if let units, count > 1 {
      for unit in scores.dominatingUnits(units, count: count) {
        let members = units.indices.filter { units[$0] == Int32(unit) }
        let rest = others.without(Set(members))
        guard !rest.lost.isEmpty, rest.lost.contains(where: { !found.byRow.contains($0) }) else { continue }
        found.byCluster += rest.lost.filter { !found.byCluster.contains($0) }
        found.notes.append(aloneOnCluster(rest.lost, row: rows.numbers[members[0]]))
      }
    }
    found.byRow.sort()
    lone = found
    notes += found.notes
  }

  /// The terms of which the row makes more than 99 % of the variance.
  private func carried(by scores: Scores, row: Int) -> [String] {
    let first = hasIntercept ? 1 : 0
    let inverse = rows!.factorization.inverseTriangle
    let own = scores.row(row)
    return kept.indices.filter { k in
      let part = (k..<kept.count).reduce(0.0) { $0 + inverse[k, $1] * own[$1 + first] }
      let all = (k..<kept.count).reduce(0.0) { $0 + inverse[k, $1] * inverse[k, $1] }
      // Centring leaves a row at most 1 − q̃₀² of it, the constant's part being the intercept's.
      return part * part > LoneUnits.almostAlone * (first == 1 ? 1 - own[0] * own[0] : 1) * all
    }.map { terms[kept[$0]] }
  }

  private func name(_ position: Int) -> String {
    guard hasIntercept else { return terms[kept[position]] }
    return position == 0 ? "(Intercept)" : terms[kept[position - 1]]
  }

  private func aloneOnRow(_ positions: [Int], row: Int32) -> Note {
    let named = quotedList(positions.map(name))
    return Note(
      .leverageOne,
      positions.count == 1
        ? "\(named) rests on one respondent alone (row \(row)): without it there is no such coefficient. How much it might vary only classical errors say, which take that answer to scatter as all others do; robust, clustered, design and bootstrap errors of it do not exist, nor does an interval of its importance."
        : "\(named) rest on one respondent alone (row \(row)): without it there is no such coefficient. How much it might vary only classical errors say, which take that answer to scatter as all others do; robust, clustered, design and bootstrap errors of it do not exist, nor does an interval of its importance."
    )
  }

  private func aloneOnCluster(_ positions: [Int], row: Int32) -> Note {
    let named = quotedList(positions.map(name))
    return Note(
      .leverageOne,
      positions.count == 1
        ? "\(named) rests on one cluster alone (that of row \(row)): without it there is no such coefficient. How much it might vary only classical errors say, which take its answers to scatter as all others do; robust, clustered, design and bootstrap errors of it do not exist, nor does an interval of its importance."
        : "\(named) rest on one cluster alone (that of row \(row)): without it there is no such coefficient. How much it might vary only classical errors say, which take its answers to scatter as all others do; robust, clustered, design and bootstrap errors of it do not exist, nor does an interval of its importance."
    )
  }

  private func almostAlone(_ names: [String], row: Int32) -> Note {
    Note(
      .leverageHigh,
      names.count == 1
        ? "\(quotedList(names)) rests almost wholly on row \(row), which lies far from all others (over 99 % of what is known of the coefficient). Check its answers: a code left over among them looks like that. Errors other than classical and hc3 are far too small here."
        : "\(quotedList(names)) rest almost wholly on row \(row), which lies far from all others (over 99 % of what is known of the coefficient). Check its answers: a code left over among them looks like that. Errors other than classical and hc3 are far too small here."
    )
  }
}

/// The rows of a regression, some of them left out.
private struct OtherRows {
  let frame: ModelFrame
  let used: [Int]
  let columns: [Int]
  let outcome: Int
  let estimate: LeastSquares

  init(_ frame: ModelFrame, outcome index: Int, estimate: LeastSquares) {
    self.frame = frame
    self.estimate = estimate
    used = (0..<frame.rowCount).filter { row in frame.weights.map { $0[row] > 0 } ?? true }
    let predictors = (frame.always + frame.players).flatMap { Array($0.columns) }
    columns = estimate.kept.map { predictors[$0] }
    outcome = frame.outcomes[index].columns.lowerBound
  }

  struct Rest {
    /// Rows of the covariance that the others do not determine.
    var lost: [Int]
    /// The influence of a row that was left out, with its deleted residual, and 1 − h.
    var deleted: (Int) -> (influence: [Double], remainder: Double)?
  }

  private func value(_ column: Int, _ i: Int) -> Double { frame.values[column * frame.rowCount + used[i]] }

  func without(_ left: Set<Int>) -> Rest {
    let rest = used.indices.filter { !left.contains($0) }
    let weights = estimate.rows!.weights
    let total = weights.map { w in rest.reduce(0) { $0 + w[$1] } } ?? Double(rest.count)
    func mean(_ column: Int) -> Double {
      guard estimate.hasIntercept, total > 0, let first = rest.first else { return 0 }
      let center = value(column, first)
      return center + rest.reduce(0) { $0 + (weights?[$1] ?? 1) * (value(column, $1) - center) } / total
    }
    let means = columns.map(mean)
    var matrix = Matrix(rows: rest.count, columns: columns.count)
    for (j, column) in columns.enumerated() {
      var (largest, spread) = (0.0, 0.0)
      for i in left { largest = max(largest, abs(value(column, i))) }
      for (r, i) in rest.enumerated() {
        let deviation = value(column, i) - means[j]
        (largest, spread) = (max(largest, abs(value(column, i))), max(spread, abs(deviation)))
        matrix[r, j] = deviation * (weights.map { $0[i].squareRoot() } ?? 1)
      }
      // What differs by the rounding of numbers as large as the column's does not differ.
      if !frame.columns[column].isWhole, spread <= 8 * largest.ulp {
        for r in rest.indices { matrix[r, j] = 0 }
      }
    }
    let factorization = HouseholderQR(matrix)
    let lost = lost(factorization, means)
    return Rest(lost: lost) { i in
      guard lost.isEmpty else { return nil }
      let mean = mean(outcome)
      var target = rest.map { value(outcome, $0) - mean }
      if let weights { for (r, i) in rest.enumerated() { target[r] *= weights[i].squareRoot() } }
      let coefficients = factorization.backSubstitute(factorization.transposedProduct(target))
      let own = columns.indices.map { value(columns[$0], i) - means[$0] }
      let predicted = zip(coefficients, own).reduce(mean) { $0 + $1.0 * $1.1 }
      let weight = weights?[i] ?? 1
      let half = factorization.forwardSubstitute(own)
      let distance = half.reduce(estimate.hasIntercept ? 1 / total : 0) { $0 + $1 * $1 }
      let remainder = 1 / (1 + weight * distance)
      // (A + w·xx')⁻¹x = A⁻¹x/(1 + w·x'A⁻¹x) with A of the other rows: no small number is a difference of large ones.
      let slopes = factorization.backSubstitute(half)
      let pull = weight * remainder * scalbn(value(outcome, i) - predicted, Int32(-estimate.outcomeExponent))
      var influence = zip(slopes, estimate.exponents).map { scalbn($0 * pull, Int32($1)) }
      if estimate.hasIntercept {
        influence.insert((1 / total - zip(means, slopes).reduce(0) { $0 + $1.0 * $1.1 }) * pull, at: 0)
      }
      guard influence.allSatisfy(\.isFinite), remainder > 0 else { return nil }
      return (influence, remainder)
    }
  }

  /// Each dropped column is fixed by those before it: every coefficient with a part in that can be traded for the others.
  private func lost(_ factorization: HouseholderQR, _ means: [Double]) -> [Int] {
    let first = estimate.hasIntercept ? 1 : 0
    var lost: Set<Int> = []
    for (number, column) in factorization.dropped.enumerated() {
      let weights = factorization.dependence(number)
      var direction = [Double](repeating: 0, count: columns.count)
      direction[column] = 1
      for (k, weight) in weights.enumerated() { direction[factorization.kept[k]] = -weight }
      // In units in which every column of all rows has length one.
      let sizes = columns.indices.map { estimate.scatter[$0, $0].squareRoot() }
      let scaled = columns.indices.map { abs(scalbn(direction[$0], Int32(estimate.exponents[$0]))) * sizes[$0] }
      let largest = scaled.max() ?? 0
      for k in columns.indices where scaled[k] > 1e-7 * largest { lost.insert(k + first) }
      guard first == 1 else { continue }
      let constant = zip(direction, means).reduce(0) { $0 + $1.0 * $1.1 }
      let level = zip(direction, means).reduce(0) { max($0, abs($1.0 * $1.1)) }
      if abs(constant) > 1e-9 * max(level, largest / estimate.n.squareRoot()) { lost.insert(0) }
    }
    return lost.sorted()
  }
}
