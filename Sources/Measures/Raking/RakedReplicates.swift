import Resampling
package import Survey

extension SampleRaking {
  /// Replicate weights raked to the same targets, one after the other.
  ///
  /// Throws `RakingFault.replicateNotReached`.
  package func raked(_ replicates: SampleReplicates, names: [String]) throws -> SampleReplicates {
    precondition(replicates.rowNumbers == rowNumbers, "replicates are of the sample")
    var weights: [Double] = []
    weights.reserveCapacity(replicates.weights.count)
    for replicate in 0..<replicates.count {
      let own = Array(replicates.weights[replicate * rowNumbers.count..<(replicate + 1) * rowNumbers.count])
      let result = calibration.weights(own)
      guard result.isConverged, result.weights.allSatisfy({ $0 >= 0 }) else {
        throw RakingFault.replicateNotReached(
          name: names.indices.contains(replicate) ? names[replicate] : "\(replicate + 1)")
      }
      weights += result.weights
    }
    return SampleReplicates(
      rowNumbers: rowNumbers, weights: weights, factors: replicates.factors,
      isAboutEstimate: replicates.isAboutEstimate, degrees: replicates.degrees)
  }

  /// Numbers that the weights of all resamples may take.
  private static let mostNumbers = 60_000_000
  private static let fewest = 200

  /// Resamples of the whole sample, by its design, each raked to the targets: what intervals are made of that carry the raking.
  ///
  /// - Returns: those that reached the targets, and what is to be said of them.
  package func resamples(
    _ dataset: Dataset, _ roles: AnalysisRoles, count: Int, seed: UInt64, jobs: Int
  ) throws -> (replicates: SampleReplicates?, note: Note) {
    let rows = rowNumbers.count
    let drawn = min(count, max(Self.fewest, Self.mostNumbers / rows))
    let resampler = try dataset.resampler(roles, weights: base, rowNumbers: rowNumbers)
    let calibration = self.calibration
    let found = ReplicateRunner.run(
      count: drawn, width: rows, jobs: jobs, seed: seed, makeWorkspace: { [Double](repeating: 0, count: rows) }
    ) { weights, _, stream, row in
      weights.withUnsafeMutableBufferPointer { resampler.draw(stream: &stream, into: $0) }
      let result = calibration.weights(weights)
      guard result.isConverged, result.weights.allSatisfy({ $0 >= 0 }) else { return .rakingFailed }
      _ = row.update(fromContentsOf: result.weights)
      return nil
    }
    let failed = found.failureCount
    let share = Double(failed) / Double(drawn)
    guard share <= Interval.largestUndefinedShare else {
      return (
        nil,
        Note(
          .rakedResamples,
          "In \(failed) of \(drawn) resamples the targets cannot be reached, since some category is nearly empty in the sample. Intervals take the raked weights for given; join small categories."
        )
      )
    }
    let weights = failed == 0 ? found.values : found.rows(0..<rows).flatMap { $0 }
    let replicates = SampleReplicates(
      rowNumbers: rowNumbers, weights: weights, factors: [Double](repeating: 1, count: drawn - failed),
      isAboutEstimate: false, degrees: resampler.degrees, isResampled: true)
    return (
      replicates,
      Note(
        .rakedResamples,
        failed == 0
          ? "Each of \(drawn) resamples is raked to the targets again, so that resampled intervals carry the raking."
          : "Each of \(drawn) resamples is raked to the targets again, so that resampled intervals carry the raking; \(failed) could not be and are left out."
      )
    )
  }
}

extension SampleRaking {
  /// What errors must know of the weights.
  package func design(_ dataset: Dataset, _ roles: AnalysisRoles, _ raked: RakedSample) throws -> SampleCalibration {
    let codes = try dataset.codes(roles, rowNumbers: rowNumbers)
    let sample = try roles.sample ?? dataset.sampledDesign(roles)
    let design = FrameDesign(sample, codes: codes, lonely: roles.lonely)
    return SampleCalibration(
      rowNumbers: rowNumbers, base: base, weights: raked.weights, margins: calibration.margins.map(\.codes),
      sizes: calibration.margins.map(\.targets.count), strata: codes.strata, strataNames: codes.strataNames,
      clusters: sample.rowsAreUnits ? nil : codes.clusters, subunits: codes.subunits, clusterSizes: design.clusters,
      clusterNames: design.clusterNames)
  }
}

extension Dataset {
  /// Strata and clusters of the rows that are raked, all of which must have theirs.
  fileprivate func codes(_ roles: AnalysisRoles, rowNumbers: [Int32]) throws -> DesignCodes {
    let known = Set(rowNumbers)
    let rows = (0..<Int32(rowCount)).filter { known.contains(Int32(rowNumber(Int($0)))) }
    for name in roles.unitColumns {
      let values = try variable(name).doubles
      let lacking = rows.filter { values[Int($0)].isNaN }
      if let first = lacking.first {
        throw RakingFault.withoutAnswer(variable: name, rows: lacking.count, row: rowNumber(Int(first)))
      }
    }
    return try DesignCodes(roles, self, rows: rows)
  }

  /// Draws units of a whole sample by its design, with the weights to start from.
  fileprivate func resampler(_ roles: AnalysisRoles, weights: [Double], rowNumbers: [Int32]) throws -> RowResampler {
    let codes = try codes(roles, rowNumbers: rowNumbers)
    let sample = try roles.sample ?? sampledDesign(roles)
    let design = FrameDesign(sample, codes: codes, lonely: roles.lonely)
    let clusters = sample.rowsAreUnits ? nil : codes.clusters
    return RowResampler(
      rowCount: rowNumbers.count, multiplier: weights, clusters: clusters, subunits: codes.subunits,
      strata: codes.strata,
      design: RowResampler.Design(
        design, isRescaled: clusters != nil || codes.strata != nil || design.isFinite))
  }
}
