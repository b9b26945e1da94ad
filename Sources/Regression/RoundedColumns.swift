import LinearAlgebra
package import Measures
package import Survey

/// Sums and means of other columns that were rounded before they were saved.
///
/// A mean rounded to two decimals beside its items is not a combination of them for arithmetic, and a regression would give
/// it a coefficient that rests on nothing but the rounding. What its digits can say decides: when the other predictors
/// determine a column of decimals to within one unit of its last decimal in every row, the column says nothing of its own,
/// and it is taken to be that combination. The policy of ranks then treats it as any exact combination (see `RankPolicy`).
/// Whole numbers are left as they are: an answer that others nearly determine is still an answer.
package enum RoundedColumns {
  /// Below this variance inflation no column can be such a combination.
  private static let leastInflation = 50.0
  /// Columns with more decimals than that are not rounded as far as doubles can tell.
  private static let mostDecimals = 12

  /// The frame with such columns in place of the rounded ones; notes name them. Without any the frame comes back as it is.
  ///
  /// - Parameter moments: those of the frame.
  package static func settled(_ frame: ModelFrame, moments: Moments) -> (frame: ModelFrame, notes: [Note])? {
    guard frame.missing == .listwise, frame.rowCount > 2 else { return nil }
    let predictors = (frame.always + frame.players).filter { !$0.isCategorical }.flatMap { Array($0.columns) }
    let candidates = inflated(predictors, moments).compactMap { column -> (column: Int, unit: Double)? in
      guard !frame.columns[column].isWhole, frame.remainders[column] == nil else { return nil }
      return unit(of: frame, column).map { (column, $0) }
    }
    guard !candidates.isEmpty else { return nil }
    var result = frame
    var names: [String] = []
    // The later one of two first: the earlier keeps its own numbers.
    for (column, unit) in candidates.reversed() {
      let others = predictors.filter { $0 != column }
      guard others.count < frame.rowCount - 1, let combination = combination(result, column, others),
        zip(combination, values(result, column)).allSatisfy({ abs($0 - $1) <= unit })
      else { continue }
      result.values.replaceSubrange(column * frame.rowCount..<(column + 1) * frame.rowCount, with: combination)
      names.append(frame.columns[column].term)
    }
    guard !names.isEmpty else { return nil }
    return (
      result,
      [
        Note(
          .roundedCombination,
          names.count == 1
            ? "\(quotedList(names)) is a combination of the other predictors to the last decimal, as a sum or mean of them that was rounded, and counts as one: it adds nothing of its own."
            : "\(quotedList(names.reversed())) are a combination of the other predictors to the last decimal, as a sum or mean of them that was rounded, and count as one: they add nothing of their own."
        )
      ]
    )
  }

  private static func values(_ frame: ModelFrame, _ column: Int) -> ArraySlice<Double> {
    frame.values[column * frame.rowCount..<(column + 1) * frame.rowCount]
  }

  /// Columns that the others determine nearly: 1/(1 − R²) by sweeps on the correlations; a dependent column is one.
  private static func inflated(_ columns: [Int], _ moments: Moments) -> [Int] {
    let scales = columns.map { column -> Double in
      let square = moments.scatter[column, column]
      return square > 0 && square.isFinite ? 1 / square.squareRoot() : 0
    }
    guard scales.allSatisfy({ $0 > 0 }) else { return [] }
    var correlations = SymmetricMatrix(order: columns.count)
    for i in columns.indices {
      for j in 0..<i { correlations[i, j] = moments.scatter[columns[i], columns[j]] * scales[i] * scales[j] }
      // A trace of a ridge keeps the inverse finite where columns depend on each other exactly.
      correlations[i, i] = 1 + 1e-9
    }
    guard let inverse = try? Cholesky(correlations).inverse else { return columns }
    return columns.indices.filter { inverse[$0, $0] > leastInflation }.map { columns[$0] }
  }

  /// The unit of the last decimal when every value has few; `nil` when one has more.
  private static func unit(of frame: ModelFrame, _ column: Int) -> Double? {
    var decimals = 1
    var factor = 10.0
    for value in values(frame, column) {
      while (value * factor).rounded() / factor != value {
        decimals += 1
        factor *= 10
        if decimals > mostDecimals { return nil }
      }
    }
    return 1 / factor
  }

  /// The column's projection on the others, row by row.
  private static func combination(_ frame: ModelFrame, _ column: Int, _ others: [Int]) -> [Double]? {
    let n = frame.rowCount
    func centred(_ column: Int) -> (numbers: [Double], mean: Double) {
      let own = values(frame, column)
      let mean = own.reduce(0, +) / Double(n)
      return (own.map { $0 - mean }, mean)
    }
    let numbers = others.map { centred($0).numbers }
    let factorization = HouseholderQR(Matrix(rows: n, columns: others.count, storage: numbers.flatMap { $0 }))
    let target = centred(column)
    let coefficients = factorization.backSubstitute(factorization.transposedProduct(target.numbers))
    var result = [Double](repeating: target.mean, count: n)
    for (position, coefficient) in zip(factorization.kept, coefficients) {
      for i in 0..<n { result[i] += coefficient * numbers[position][i] }
    }
    return result.allSatisfy(\.isFinite) ? result : nil
  }
}
