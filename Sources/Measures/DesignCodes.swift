import Survey

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

/// A number as a reader writes it: without a decimal point when it is whole.
func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
