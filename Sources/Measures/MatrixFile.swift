import LinearAlgebra
public import Survey

/// A square matrix of correlations or covariances as published tables print it.
///
/// The header names the variables; the first column may repeat the names (then the rows may stand in another order, and
/// rows named `mean`, `sd` or `n` may follow). One triangle may be blank, and so may the diagonal of correlations. With
/// 1 throughout the diagonal the numbers are correlations, otherwise covariances.
extension Moments {
  /// Whether a small table is such a matrix rather than respondents' answers: rows named like the columns, or as many
  /// rows as columns with a diagonal and two triangles that belong together.
  public static func looksLikeMatrix(_ dataset: Dataset) -> Bool {
    if let first = dataset.variables.first, first.isText {
      let columns = dataset.names.dropFirst()
      let rows = first.strings.compactMap { $0 }
      return columns.count >= 2 && Set(columns).isSubset(of: rows)
        && rows.allSatisfy { columns.contains($0) || MatrixFile.isSummary($0) }
    }
    let order = dataset.variables.count
    guard order >= 2, dataset.rowCount == order, !dataset.variables.contains(where: \.isText) else { return false }
    let columns = dataset.variables.map(\.doubles)
    let diagonal = (0..<order).map { columns[$0][$0] }
    let isBlank = diagonal.allSatisfy(\.isNaN)
    if !isBlank && !diagonal.allSatisfy({ $0 > 0 }) { return false }
    var pairs = 0
    var agreeing = 0
    for i in 0..<order {
      for j in 0..<i {
        let (lower, upper) = (columns[j][i], columns[i][j])
        if lower.isNaN && upper.isNaN { return false }
        if !isBlank && max(abs(lower), abs(upper)) > (diagonal[i] * diagonal[j]).squareRoot() * 1.000001 {
          return false
        }
        pairs += 1
        agreeing += lower.isNaN || upper.isNaN || lower == upper ? 1 : 0
      }
    }
    // One misprint must not turn a table of correlations into a survey: their diagonal says what they are.
    return agreeing == pairs || (diagonal.allSatisfy { $0 == 1 } && agreeing * 2 > pairs)
  }
}

enum MatrixFile {
  /// A row below the matrix that holds a number for each variable.
  static func isSummary(_ name: String) -> Bool { summary(name) != nil }

  static func summary(_ name: String) -> String? {
    switch name.lowercased() {
    case "mean", "means", "m": "mean"
    case "sd", "std", "stddev", "standard_deviation", "standard deviation": "sd"
    case "n": "n"
    default: nil
    }
  }
}

extension MomentEntries {
  /// Reads a square matrix.
  init(matrix dataset: Dataset, source: String) throws {
    self.init(source: source)
    let isNamed = dataset.variables.first?.isText == true
    let columns = Array(dataset.variables.dropFirst(isNamed ? 1 : 0))
    names = columns.map(\.name)
    if Set(names).count < names.count { throw fault("two columns have the same name") }
    guard columns.count >= 2 else {
      throw fault(
        "it is neither a table with the columns statistic, a, b, value nor a square matrix with variable names")
    }
    let rows = isNamed ? dataset.variables[0].strings : names.map(Optional.some)
    guard rows.count == dataset.rowCount else {
      throw fault(
        "n was given, so this should be a square matrix, but it has \(dataset.rowCount) rows and \(columns.count) columns of numbers; if the rows are respondents leave --n (or n: of the study) out"
      )
    }
    let values = try columns.map { try $0.momentNumbers(in: dataset) }
    var seen: Set<String> = []
    var diagonal: [String: Double] = [:]
    var entries: [(String, String, Double)] = []
    for (i, row) in rows.enumerated() {
      guard let row else { throw fault("row \(dataset.rowNumber(i)) of the matrix has no name") }
      if !names.contains(row), let statistic = MatrixFile.summary(row) {
        try addSummary(statistic, values.map { $0[i] })
        continue
      }
      if !names.contains(row) { throw fault("row '\(row)' of the matrix has no column of that name") }
      if !seen.insert(row).inserted { throw fault("two rows of the matrix are named '\(row)'") }
      for (k, name) in names.enumerated() where !values[k][i].isNaN {
        if name == row { diagonal[row] = values[k][i] } else { entries.append((row, name, values[k][i])) }
      }
    }
    if let missing = names.first(where: { !seen.contains($0) }) {
      throw fault("column '\(missing)' of the matrix has no row of that name")
    }
    let ones = names.filter { diagonal[$0] == 1 }.count
    let areCorrelations = diagonal.isEmpty || ones * 2 > names.count
    let table = areCorrelations ? \MomentEntries.correlations : \.covariances
    for (a, b, value) in entries { try set(table, a, b, value) }
    for name in names where diagonal[name] != nil { try set(table, name, name, diagonal[name]!) }
  }

  private mutating func addSummary(_ statistic: String, _ values: [Double]) throws {
    for (name, value) in zip(names, values) where !value.isNaN {
      switch statistic {
      case "mean": try set(\.means, name, value, "mean")
      case "sd":
        if value < 0 { throw fault("the sd of '\(name)' is \(plain(value)); it must be positive") }
        try set(\.variances, name, value * value, "spread")
      // Counts by variable: the smallest is the safe one.
      default: n = min(n ?? value, value)
      }
    }
  }
}
