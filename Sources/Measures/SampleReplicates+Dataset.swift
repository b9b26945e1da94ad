package import Resampling
package import Survey

extension Dataset {
  /// The replicate weights of a sample, before rows are selected; `nil` without any. Rows whose own weight is not above zero do not
  /// count.
  ///
  /// Throws `ReplicateFault`, and `DataFault.textVariable` and `.notNumeric` for columns that hold no numbers.
  package func sampleReplicates(_ roles: AnalysisRoles) throws -> SampleReplicates? {
    guard let replicates = roles.replicates else { return nil }
    guard let weighting = roles.weights else { throw ReplicateFault.withoutWeights }
    guard weighting.kind == .sampling else { throw ReplicateFault.notSampling(kind: weighting.kind) }
    let factors = try replicates.factors()
    let own = try variable(weighting.variable).doubles
    let rows = own.indices.filter { own[$0] > 0 }
    var weights: [Double] = []
    weights.reserveCapacity(rows.count * factors.count)
    for name in replicates.variables {
      let column = try replicateWeights(name)
      guard rows.isEmpty || rows.contains(where: { column[$0] > 0 }) else {
        throw ReplicateFault.noWeight(variable: name)
      }
      for row in rows { weights.append(column[row]) }
    }
    return SampleReplicates(
      rowNumbers: rows.map { Int32(rowNumber($0)) }, weights: weights, factors: factors,
      isAboutEstimate: replicates.isAboutEstimate)
  }

  /// One column of them, of all rows.
  private func replicateWeights(_ name: String) throws -> [Double] {
    let variable = try variable(name)
    if variable.isText { throw DataFault.textVariable(variable: name, role: "a replicate weight") }
    if let bad = variable.unreadable {
      throw DataFault.notNumeric(variable: name, row: bad.row, value: bad.value, count: bad.count)
    }
    let values = variable.doubles
    for (row, value) in values.enumerated() where !(value >= 0 && value < 1e100) {
      let number = rowNumber(row)
      if value.isNaN { throw ReplicateFault.missing(variable: name, row: number) }
      if value < 0 { throw ReplicateFault.negative(variable: name, row: number, value: value) }
      throw ReplicateFault.tooLarge(variable: name, row: number, value: value)
    }
    return values
  }
}

extension SampleReplicates {
  /// The replicates of some rows, with degrees of freedom of these: the rank of their weights less one, as R's `degf` of a subset
  /// has it.
  package func of(_ numbers: [Int32]) -> GivenReplicates? {
    guard !numbers.isEmpty else { return nil }
    let own = weights(ofRows: numbers)
    if isResampled { return GivenReplicates(rowCount: numbers.count, weights: own, variance: nil, degrees: degrees) }
    let rank = degrees ?? Double(ReplicateRank.rank(own, rowCount: numbers.count, count: count) - 1)
    return GivenReplicates(
      rowCount: numbers.count, weights: own,
      variance: ReplicateVariance(factors: factors, isAboutEstimate: isAboutEstimate, degrees: rank))
  }
}
