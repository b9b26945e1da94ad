package import Survey

extension Dataset {
  /// The design of a sample, before rows are selected: the units of each stratum, and the share of the population's that they
  /// are. Rows whose cluster or stratum is missing, or whose weight is not above zero, do not count.
  ///
  /// Throws `DesignFault`, `DataFault.notNumeric` and `.textVariable` for a population's size that is none.
  package func sampledDesign(_ roles: AnalysisRoles) throws -> SampledDesign {
    var complete = [Bool](repeating: true, count: rowCount)
    for name in roles.unitColumns {
      for (row, value) in try variable(name).doubles.enumerated() where value.isNaN { complete[row] = false }
    }
    let weights = try roles.weights.map { try variable($0.variable).doubles }
    if let weights { for (row, value) in weights.enumerated() where !(value > 0) { complete[row] = false } }
    let rows = (0..<Int32(rowCount)).filter { complete[Int($0)] }
    let codes = try DesignCodes(roles, self, rows: rows)
    let names = roles.strata == nil ? [""] : codes.strataNames
    let isFrequency = roles.weights?.kind == .frequency
    var units = [Double](repeating: 0, count: names.count)
    var isSeen = [Bool](repeating: false, count: codes.clusterCount)
    for (place, row) in rows.enumerated() {
      let stratum = codes.strata.map { Int($0[place]) } ?? 0
      if let cluster = codes.clusters.map({ Int($0[place]) }) {
        units[stratum] += isSeen[cluster] ? 0 : 1
        isSeen[cluster] = true
      } else {
        units[stratum] += isFrequency ? weights![Int(row)] : 1
      }
    }
    let fractions =
      try roles.populationSize.map { name in
        try SampledFractions(name, in: self, rows: rows, strata: codes.strata, names: names, units: units).fractions
      } ?? [Double](repeating: 0, count: names.count)
    let clusters = try sampledClusters(roles, codes, rows: rows)
    return SampledDesign(
      strata: Dictionary(
        uniqueKeysWithValues: names.indices.map { (names[$0], .init(units: units[$0], fraction: fractions[$0])) }),
      clusters: clusters,
      rowsAreUnits: codes.clusters == nil
        || (clusters.isEmpty && codes.clusterCount == rows.count && !isFrequency))
  }

  /// The second stage: the units drawn within each cluster, and the share of its own that they are; empty without one.
  private func sampledClusters(
    _ roles: AnalysisRoles, _ codes: DesignCodes, rows: [Int32]
  ) throws -> [SampledDesign.Cluster: SampledDesign.Stratum] {
    guard let clusters = codes.clusters, let subunits = codes.subunits else { return [:] }
    if roles.subcluster == nil, roles.weights?.kind == .frequency {
      throw DataFault.request(
        problem: "Respondents are the units drawn within clusters, and rows of frequencies stand for several of them",
        suggestion: "Give every respondent a row, or name the units of the second stage in \(setting: .cluster).")
    }
    var units = [Double](repeating: 0, count: codes.clusterCount)
    var isSeen = [Bool](repeating: false, count: codes.subunitCount)
    for (cluster, subunit) in zip(clusters, subunits) where !isSeen[Int(subunit)] {
      units[Int(cluster)] += 1
      isSeen[Int(subunit)] = true
    }
    let fractions =
      try roles.subpopulationSize.map { name in
        try SampledFractions(
          name, in: self, rows: rows, strata: clusters, names: codes.clusterNames.map(\.name), units: units,
          ofClusters: true
        ).fractions
      } ?? [Double](repeating: 0, count: units.count)
    return Dictionary(
      uniqueKeysWithValues: units.indices.map {
        (codes.clusterNames[$0], .init(units: units[$0], fraction: fractions[$0]))
      })
  }
}

/// The share of each stratum's population that was drawn, from a column of population counts N (then it is n/N) or of the
/// shares themselves: numbers up to 1 throughout are shares, as R's `svydesign(fpc =)` has it. Of a second stage the strata are the clusters.
private struct SampledFractions {
  private(set) var fractions: [Double]

  init(
    _ name: String, in dataset: Dataset, rows: [Int32], strata: [Int32]?, names: [String], units: [Double],
    ofClusters isCluster: Bool = false
  ) throws {
    let variable = try dataset.variable(name)
    if variable.isText { throw DataFault.textVariable(variable: name, role: "the population's size") }
    if let bad = variable.unreadable {
      throw DataFault.notNumeric(variable: name, row: bad.row, value: bad.value, count: bad.count)
    }
    let values = variable.doubles
    var sizes = [Double?](repeating: nil, count: names.count)
    var (share, count): (Int?, Int?) = (nil, nil)
    for (place, row) in rows.enumerated() {
      let (value, number) = (values[Int(row)], dataset.rowNumber(Int(row)))
      let stratum = strata.map { Int($0[place]) } ?? 0
      guard value > 0, value.isFinite else {
        throw DesignFault.populationSize(variable: name, row: number, value: value)
      }
      if value < 1 { share = share ?? Int(row) }
      if value > 1 { count = count ?? Int(row) }
      if let share, let count {
        throw DesignFault.sharesAndCounts(
          variable: name, share: values[share], shareRow: dataset.rowNumber(share), count: values[count],
          countRow: dataset.rowNumber(count))
      }
      if let known = sizes[stratum], known != value {
        throw DesignFault.twoPopulations(
          variable: name, row: number, value: value, other: known, stratum: strata == nil ? nil : names[stratum],
          isCluster: isCluster)
      }
      sizes[stratum] = value
    }
    fractions = sizes.map { $0 ?? 0 }
    guard count != nil else { return }
    for (stratum, size) in sizes.enumerated() {
      guard let size else { continue }
      if units[stratum] > size {
        throw DesignFault.populationTooSmall(
          variable: name, units: units[stratum], population: size, stratum: strata == nil ? nil : names[stratum],
          isCluster: isCluster)
      }
      fractions[stratum] = units[stratum] / size
    }
  }
}
