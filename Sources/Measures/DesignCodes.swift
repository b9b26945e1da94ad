import Survey

/// The strata and clusters of the rows used, as small numbers.
///
/// Clusters are numbered within strata, so that the same cluster number in two strata means two clusters; units of a second stage
/// within clusters.
struct DesignCodes: Sendable {
  var clusters: [Int32]?
  var clusterCount = 0
  var strata: [Int32]?
  var strataNames: [String] = []
  /// Units of the second stage; `nil` without one that errors take in.
  var subunits: [Int32]?
  var subunitCount = 0
  /// What the clusters are called, where there is a second stage.
  var clusterNames: [SampledDesign.Cluster] = []

  init(_ roles: AnalysisRoles, _ dataset: Dataset, rows: [Int32]?) throws {
    if let name = roles.strata {
      let (codes, names) = DesignCodes.codes(try dataset.variable(name), rows)
      strata = codes
      strataNames = names
    }
    guard let name = roles.cluster else { return }
    let (codes, names) = DesignCodes.codes(try dataset.variable(name), rows)
    if let strata {
      let nested = DesignCodes.nested(codes, in: strata)
      (clusters, clusterCount) = (nested.codes, nested.count)
    } else {
      (clusters, clusterCount) = (codes, names.count)
    }
    guard roles.hasSecondStage, let clusters else { return }
    clusterNames = [SampledDesign.Cluster](repeating: .init(stratum: "", name: ""), count: clusterCount)
    for (row, cluster) in clusters.enumerated() where clusterNames[Int(cluster)].name.isEmpty {
      clusterNames[Int(cluster)] = SampledDesign.Cluster(
        stratum: strata.map { strataNames[Int($0[row])] } ?? "", name: names[Int(codes[row])])
    }
    guard let inner = roles.subcluster else {
      // Respondents are what was drawn within clusters.
      (subunits, subunitCount) = (clusters.indices.map(Int32.init), clusters.count)
      return
    }
    let nested = DesignCodes.nested(DesignCodes.codes(try dataset.variable(inner), rows).codes, in: clusters)
    (subunits, subunitCount) = (nested.codes, nested.count)
  }

  /// Codes that count anew in each group, as numbers in order of appearance.
  private static func nested(_ codes: [Int32], in groups: [Int32]) -> (codes: [Int32], count: Int) {
    var numbers: [Int64: Int32] = [:]
    let result = zip(groups, codes).map { group, code in
      let key = Int64(group) << 32 | Int64(code)
      if let known = numbers[key] { return known }
      let next = Int32(numbers.count)
      numbers[key] = next
      return next
    }
    return (result, numbers.count)
  }

  /// Each row's value as the order of its first appearance, and what the values are called.
  private static func codes(_ variable: Variable, _ rows: [Int32]?) -> (codes: [Int32], names: [String]) {
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
