public import Survey

import LinearAlgebra

/// A moments file in long form: one number per row, `statistic,a,b,value`.
///
/// | statistic | a | b | value |
/// |---|---|---|---|
/// | `n` | | | respondents |
/// | `sum_of_weights`, `sum_of_squared_weights` | | | Σw, Σw² of sampling weights (of precisions: `sum_of_precisions`, `sum_of_squared_precisions`) |
/// | `mean`, `sd`, `variance` | variable | | |
/// | `covariance` | variable | variable | with the variances as `a` = `b` |
/// | `correlation` | variable | variable | when no covariances are known |
/// | `pair_n` | variable | variable | respondents who answered both (pairwise deletion) |
extension Moments {
  /// Whether columns of these names are a moments file in long form.
  public static func looksLikeMoments(names: [String]) -> Bool {
    names.count == 4 && names.map { $0.lowercased() } == ["statistic", "a", "b", "value"]
  }

  /// Reads a moments file in long form, or a square matrix of correlations or covariances (see `MatrixFile`).
  ///
  /// `n`, when given, stands above the file's own. Without any, `n` is NaN: see `requireN`. `diagonal` says what the
  /// diagonal of a square matrix holds where its numbers do not tell. Throws `MatrixFault.momentsFile` (what is wrong, with the
  /// variables), `.ambiguousDiagonal`, `.notSymmetric`, `.notPositiveDefinite`, `.notNumeric` and `.notFinite`.
  public init(
    table dataset: Dataset, n: Double? = nil, diagonal: MatrixDiagonal? = nil, source: String = "The moments file"
  ) throws {
    let isLong = Moments.looksLikeMoments(names: dataset.names)
    var entries =
      isLong
      ? try MomentEntries(long: dataset, source: source)
      : try MomentEntries(matrix: dataset, diagonal: diagonal, source: source)
    if isLong, diagonal != nil {
      throw entries.fault("every number says what it is, so what the diagonal holds cannot be said again")
    }
    if let n { entries.n = n }
    self = try entries.moments()
  }

  /// The rows of a moments file in long form that says the same as these moments.
  public var table: [(statistic: String, a: String, b: String, value: Double)] {
    var rows: [(statistic: String, a: String, b: String, value: Double)] = []
    if !n.isNaN { rows.append(("n", "", "", n)) }
    switch treatment.weights {
    case .sampling:
      rows += [("sum_of_weights", "", "", sumOfWeights), ("sum_of_squared_weights", "", "", sumOfSquaredWeights)]
    case .precision:
      rows += [("sum_of_precisions", "", "", sumOfWeights), ("sum_of_squared_precisions", "", "", sumOfSquaredWeights)]
    case .frequency, nil: break
    }
    if let means { rows += zip(names, means).map { ("mean", $0, "", $1) } }
    let matrix = isCorrelation ? correlation : covariance
    for i in names.indices {
      for j in 0...i { rows.append((isCorrelation ? "correlation" : "covariance", names[i], names[j], matrix[i, j])) }
    }
    if let pairCounts, treatment.missing == .pairwise {
      for i in names.indices {
        for j in 0...i { rows.append(("pair_n", names[i], names[j], pairCounts[i, j])) }
      }
    }
    return rows
  }

  /// The number of respondents; throws `MatrixFault.needsN` when the source does not say it.
  public func requireN() throws -> Double {
    if n.isNaN { throw MatrixFault.needsN }
    return n
  }

  /// The means; throws `MatrixFault.needsMeans` when the source gives none.
  public func requireMeans(for analysis: String) throws -> [Double] {
    guard let means else { throw MatrixFault.needsMeans(analysis: analysis) }
    return means
  }

  /// Throws `DataFault.notPositiveDefinite` when no answers have these correlations. Collinear variables (a smallest
  /// eigenvalue of zero) are allowed: they are a matter of the models' rank policy.
  public func requirePositiveDefinite() throws {
    if !Definiteness(correlation).isSemidefinite {
      throw DataFault.notPositiveDefinite(what: "The correlation matrix")
    }
  }

  /// What to know about how these moments were made: pairs on different respondents, and whether they fit together.
  public var notes: [Note] {
    guard treatment.missing == .pairwise, let pairCounts, let largest = pairCounts.packed.max() else { return [] }
    var notes: [Note] = []
    if largest > n {
      notes.append(
        Note(
          .pairwiseCounts,
          "Each pair of variables is on the respondents who answered both: between \(plain(n)) and \(plain(largest)) of them."
        ))
    }
    if !Definiteness(correlation).isSemidefinite {
      notes.append(
        Note(
          .notPositiveDefinite,
          "The correlations from different respondents contradict each other (the matrix is not positive definite); results can be impossible ones. Fewer variables, or those that the same respondents answered, make one that is."
        )
      )
    }
    return notes
  }
}
