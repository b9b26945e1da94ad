package import Survey

/// The strata and clusters of the rows used, as small numbers.
///
/// Clusters are numbered within strata, so that the same cluster number in two strata means two clusters.
struct DesignCodes: Sendable {
  var clusters: [Int32]?
  var clusterCount = 0
  var strata: [Int32]?
  var strataNames: [String] = []

  init(_ roles: AnalysisRoles, _ dataset: Dataset, rows: [Int32]?) throws {
    if let name = roles.strata {
      let (codes, names) = DesignCodes.codes(try dataset.variable(name), rows)
      strata = codes
      strataNames = names
    }
    if let name = roles.cluster {
      let (codes, names) = DesignCodes.codes(try dataset.variable(name), rows)
      guard let strata else {
        clusters = codes
        clusterCount = names.count
        return
      }
      var numbers: [Int64: Int32] = [:]
      clusters = zip(strata, codes).map { stratum, cluster in
        let key = Int64(stratum) << 32 | Int64(cluster)
        if let known = numbers[key] { return known }
        let next = Int32(numbers.count)
        numbers[key] = next
        return next
      }
      clusterCount = numbers.count
    }
  }

  /// Each row's value as the order of its first appearance, and what the values are called.
  private static func codes(_ variable: Variable, _ rows: [Int32]?) -> ([Int32], [String]) {
    let chosen = rows.map { variable.selecting($0) } ?? variable
    let values = chosen.doubles
    var numbers: [Double: Int32] = [:]
    var distinct: [Double] = []
    let codes = values.map { value in
      if let known = numbers[value] { return known }
      let next = Int32(distinct.count)
      numbers[value] = next
      distinct.append(value)
      return next
    }
    if case .text(_, let categories) = variable.values { return (codes, distinct.map { categories[Int($0)] }) }
    return (codes, distinct.map { plain($0) })
  }
}

extension Dataset {
  /// The clusters of each stratum, by the stratum's value (the empty text without strata): what a sample has before rows are
  /// selected. `nil` without clusters. Rows whose cluster or stratum is missing, or whose weight is not above zero, do not
  /// count.
  package func sampledClusters(_ roles: AnalysisRoles) throws -> [String: Int]? {
    guard roles.cluster != nil else { return nil }
    var complete = [Bool](repeating: true, count: rowCount)
    for name in [roles.strata, roles.cluster].compactMap({ $0 }) {
      for (row, value) in try variable(name).doubles.enumerated() where value.isNaN { complete[row] = false }
    }
    if let weights = roles.weights {
      for (row, value) in try variable(weights.variable).doubles.enumerated() where !(value > 0) {
        complete[row] = false
      }
    }
    let rows = (0..<Int32(rowCount)).filter { complete[Int($0)] }
    let codes = try DesignCodes(roles, self, rows: rows)
    var clusters = [Set<Int32>](repeating: [], count: max(1, codes.strataNames.count))
    for (row, cluster) in (codes.clusters ?? []).enumerated() {
      clusters[codes.strata.map { Int($0[row]) } ?? 0].insert(cluster)
    }
    let names = roles.strata == nil ? [""] : codes.strataNames
    return Dictionary(uniqueKeysWithValues: zip(names, clusters.map(\.count)))
  }
}

/// A number as a reader writes it: without a decimal point when it is whole.
func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
