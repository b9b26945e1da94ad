import LinearAlgebra
public import Survey

/// A square matrix of correlations or covariances as published tables print it.
///
/// The header names the variables; the first column may repeat the names (then the rows may stand in another order, and
/// rows named `mean`, `sd` or `n` may follow). One triangle may be blank, and so may the diagonal of correlations. With
/// 1 throughout the diagonal, up to the rounding of what wrote it (10⁻⁸), the numbers are correlations; with anything else
/// they are covariances, unless no number lies outside −1 to 1: then a table of constructs with √AVE or α on its diagonal
/// looks the same, and whoever knows must say (`MatrixDiagonal`).
extension Moments {
  /// Whether a small table is such a matrix rather than respondents' answers: rows named like the columns, or as many
  /// rows as columns with a diagonal and two triangles that belong together.
  public static func looksLikeMatrix(_ dataset: Dataset) -> Bool {
    if let first = dataset.variables.first, first.isText {
      let columns = Set(dataset.names.dropFirst())
      let rows = first.strings.compactMap { $0 }
      return columns.count >= 2 && columns.isSubset(of: rows)
        && rows.allSatisfy { columns.contains($0) || MatrixFile.isSummary($0) }
    }
    if MatrixFile.rowNames(of: dataset) != nil {
      return looksLikeMatrix(Dataset(variables: Array(dataset.variables.dropFirst()), rowCount: dataset.rowCount))
    }
    let order = dataset.variables.count
    guard order >= 2, dataset.rowCount == order, !dataset.variables.contains(where: \.isText) else { return false }
    let columns = dataset.variables.map(\.doubles)
    let diagonal = (0..<order).map { columns[$0][$0] }
    let isBlank = diagonal.allSatisfy(\.isNaN)
    if !isBlank && !diagonal.allSatisfy({ $0 > 0 }) { return false }
    // Reliabilities on the diagonal may be smaller than a correlation beside them, variances never are.
    let isBounded = diagonal.allSatisfy { $0 <= 1 + MatrixFile.tolerance }
    var pairs = 0
    var agreeing = 0
    for i in 0..<order {
      for j in 0..<i {
        let (lower, upper) = (columns[j][i], columns[i][j])
        if lower.isNaN && upper.isNaN { return false }
        let size = isBlank || isBounded ? 1 : (diagonal[i] * diagonal[j]).squareRoot()
        if !isBlank && max(abs(lower), abs(upper)) > size * 1.000001 { return false }
        pairs += 1
        agreeing += lower.isNaN || upper.isNaN || abs(lower - upper) <= MatrixFile.tolerance * size ? 1 : 0
      }
    }
    // One misprint must not turn a table of correlations into a survey: their diagonal says what they are.
    return agreeing == pairs || (diagonal.allSatisfy(MatrixFile.isOne) && agreeing * 2 > pairs)
  }

  /// What the diagonal of a square matrix holds, by variable; without those that are blank.
  public static func diagonal(of dataset: Dataset) -> [String: Double] {
    let named = MatrixFile.rowNames(of: dataset)
    var diagonal: [String: Double] = [:]
    let rows = named ?? dataset.names.map(Optional.some)
    for variable in dataset.variables.dropFirst(named == nil ? 0 : 1) where !variable.isText {
      guard let row = rows.prefix(dataset.rowCount).firstIndex(of: variable.name) else { continue }
      let value = variable.doubles[row]
      if !value.isNaN { diagonal[variable.name] = value }
    }
    return diagonal
  }
}

enum MatrixFile {
  /// What programs that compute correlations in double precision leave between numbers that are the same.
  static let tolerance = 1e-8

  static func isOne(_ value: Double) -> Bool { abs(value - 1) <= tolerance }

  /// The first column, when it names the rows: with texts, or with the numbers that the columns have for names, in their order.
  static func rowNames(of dataset: Dataset) -> [String?]? {
    guard let first = dataset.variables.first else { return nil }
    if first.isText { return first.strings }
    guard dataset.variables.count == dataset.rowCount + 1, dataset.rowCount >= 2 else { return nil }
    let rows = first.strings
    return rows == dataset.names.dropFirst().map(Optional.some) ? rows : nil
  }

  /// What a row below the matrix holds for each variable.
  enum Summary {
    case mean, deviation, count

    /// `nil` for a row of another name.
    init?(rowName name: String) {
      switch name.lowercased() {
      case "mean", "means", "m": self = .mean
      case "sd", "std", "stddev", "standard_deviation", "standard deviation": self = .deviation
      case "n": self = .count
      default: return nil
      }
    }
  }

  static func isSummary(_ name: String) -> Bool { Summary(rowName: name) != nil }
}

extension MomentEntries {
  /// Reads a square matrix.
  ///
  /// - Parameter holds: what the diagonal holds, where the numbers do not tell.
  init(matrix dataset: Dataset, diagonal holds: MatrixDiagonal? = nil, source: String) throws {
    self.init(source: source)
    let named = MatrixFile.rowNames(of: dataset)
    let columns = Array(dataset.variables.dropFirst(named == nil ? 0 : 1))
    names = columns.map(\.name)
    if Set(names).count < names.count { throw fault("two columns have the same name") }
    guard columns.count >= 2 else {
      throw fault(
        "it is neither a table with the columns statistic, a, b, value nor a square matrix with variable names")
    }
    let rows = named ?? names.map(Optional.some)
    guard rows.count == dataset.rowCount else {
      let given = holds == nil ? "n was given" : "what the diagonal holds was given"
      let setting: Sentence =
        holds == nil ? "\(setting: .n) (or n: of the study)" : "\(setting: .diagonal) (or diagonal: of the study)"
      throw fault(
        "\(given), so this should be a square matrix, but it has \(dataset.rowCount) rows and \(columns.count) columns of numbers; if the rows are respondents leave \(setting) out"
      )
    }
    let values = try columns.map { try $0.momentNumbers(in: dataset) }
    let column = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var seen: Set<String> = []
    var diagonal: [String: Double] = [:]
    var entries: [(a: String, b: String, value: Double)] = []
    for (i, row) in rows.enumerated() {
      guard let row else { throw fault("row \(dataset.rowNumber(i)) of the matrix has no name") }
      if column[row] == nil, let statistic = MatrixFile.Summary(rowName: row) {
        try addSummary(statistic, values.map { $0[i] })
        continue
      }
      if column[row] == nil { throw fault("row '\(row)' of the matrix has no column of that name") }
      if !seen.insert(row).inserted { throw fault("two rows of the matrix are named '\(row)'") }
      for (k, name) in names.enumerated() where !values[k][i].isNaN {
        if name == row { diagonal[row] = values[k][i] } else { entries.append((row, name, values[k][i])) }
      }
    }
    if let missing = names.first(where: { !seen.contains($0) }) {
      throw fault("column '\(missing)' of the matrix has no row of that name")
    }
    let areCorrelations = try areCorrelations(&diagonal, entries.map(\.value), holds)
    let table = areCorrelations ? \MomentEntries.correlations : \.covariances
    var known: [Pair: Double] = [:]
    for (a, b, value) in entries {
      let size = areCorrelations ? 1 : abs(diagonal[a, default: 0] * diagonal[b, default: 0]).squareRoot()
      if let other = known[Pair(a, b)] {
        guard abs(other - value) <= MatrixFile.tolerance * size else { throw MatrixFault.notSymmetric(a: a, b: b) }
        known[Pair(a, b)] = (other + value) / 2
      } else {
        known[Pair(a, b)] = value
      }
    }
    self[keyPath: table] = known
    for name in names where diagonal[name] != nil { try set(table, name, name, diagonal[name]!) }
  }

  /// Whether the numbers are correlations, whose diagonal is then left to be 1.
  private func areCorrelations(
    _ diagonal: inout [String: Double], _ others: [Double], _ holds: MatrixDiagonal?
  ) throws -> Bool {
    switch holds {
    case .variances: return false
    case .ones:
      diagonal = [:]
      return true
    case .reliability:
      func isReliability(_ value: Double) -> Bool { value > 0 && value <= 1 + MatrixFile.tolerance }
      if let name = names.first(where: { diagonal[$0].map { !isReliability($0) } ?? false }) {
        throw fault(
          "the diagonal holds \(plain(diagonal[name]!)) for '\(name)', and a reliability lies between 0 and 1")
      }
      diagonal = [:]
      return true
    case nil: break
    }
    let ones = names.filter { diagonal[$0].map(MatrixFile.isOne) ?? false }.count
    if ones == diagonal.count { return true }
    // √AVE, α, and variances below 1 all look like this.
    let bound = 1 + MatrixFile.tolerance
    if diagonal.values.allSatisfy({ $0 > 0 && $0 <= bound }), others.allSatisfy({ abs($0) <= bound }),
      let name = names.first(where: { diagonal[$0].map { !MatrixFile.isOne($0) } ?? false })
    {
      throw MatrixFault.ambiguousDiagonal(source: source, variable: name, value: diagonal[name]!)
    }
    return ones * 2 > names.count
  }

  private mutating func addSummary(_ statistic: MatrixFile.Summary, _ values: [Double]) throws {
    for (name, value) in zip(names, values) where !value.isNaN {
      switch statistic {
      case .mean: try set(\.means, name, value, "mean")
      case .deviation:
        if value < 0 { throw fault("the sd of '\(name)' is \(plain(value)); it must be positive") }
        try set(\.variances, name, value * value, "spread")
      // Counts by variable: the smallest is the safe one.
      case .count: n = min(n ?? value, value)
      }
    }
  }
}
