import Resampling
import Survey

extension ModelFrame {
  /// Whether each row answers all of the columns.
  package func isComplete(on indices: [Int]) -> [Bool] {
    var result = [Bool](repeating: true, count: rowCount)
    values.withUnsafeBufferPointer { values in
      for column in indices {
        for i in 0..<rowCount where values[column * rowCount + i].isNaN { result[i] = false }
      }
    }
    return result
  }

  /// Columns that help to find maximum likelihood moments and are not analysed.
  package var auxiliaryColumns: Range<Int> {
    let last = (always + players + outcomes).map(\.columns.upperBound).max() ?? columnCount
    return last..<columnCount
  }

  /// Without the columns that are not analysed.
  package var withoutAuxiliary: ModelFrame {
    auxiliaryColumns.isEmpty ? self : complete(on: Array(0..<auxiliaryColumns.lowerBound))
  }

  /// The frame of some columns and the rows that answer all of them (all rows, where incomplete ones are kept), the columns in the
  /// order given and without roles.
  package func complete(on indices: [Int]) -> ModelFrame {
    let kept =
      missing.keepsIncompleteRows
      ? Array(0..<rowCount) : isComplete(on: indices).enumerated().filter(\.element).map(\.offset)
    var result = self
    result.columns = indices.map { columns[$0] }
    result.rowCount = kept.count
    result.values = []
    result.values.reserveCapacity(indices.count * kept.count)
    for column in indices { for i in kept { result.values.append(values[column * rowCount + i]) } }
    result.remainders = [:]
    (result.always, result.players, result.outcomes, result.mediators) = ([], [], [], [])
    result.weights = weights.map { all in kept.map { all[$0] } }
    result.clusters = clusters.map { all in kept.map { all[$0] } }
    result.subunits = subunits.map { all in kept.map { all[$0] } }
    result.strata = strata.map { all in kept.map { all[$0] } }
    result.rowNumbers = kept.map { rowNumbers[$0] }
    result.replicates = replicates?.selecting(kept)
    (result.performance, result.stated, result.raters) = (Ratings(), Ratings(), nil)
    return result
  }

  /// Rows without an answer to each column, the most first: what deletion would lose.
  package var unanswered: [(variable: String, rows: Int)] {
    columns.enumerated().map { k, column in
      (variable: column.term, rows: values[k * rowCount..<(k + 1) * rowCount].count { $0.isNaN })
    }.filter { $0.rows > 0 }.sorted { $0.rows > $1.rows }
  }

  /// Respondents: rows, with frequency weights their sum.
  package var respondents: Double { weightsKind == .frequency ? weights?.reduce(0, +) ?? 0 : Double(rowCount) }
}
