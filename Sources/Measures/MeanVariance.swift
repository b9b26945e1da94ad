import LinearAlgebra
import Resampling
import Survey

/// The variances of means of variables, each of those who answered it, as the design of the sample says.
///
/// The mean x̄ = Σwx/Σw is linear in u = w(x − x̄)/Σw near its value; the variance is that of the total of u over the sample
/// (`InfluenceVariance`), in which who did not answer counts with zero: R's `svymean` on a subset of the design.
struct MeanVariance {
  private let weights: [Double]?
  private let kind: WeightsKind?
  private let strata: [Int32]?
  private let clusters: [Int32]?
  private let subunits: [Int32]?
  private let design: FrameDesign
  /// Weights in every replicate, of the rows whose weight is above zero.
  private let replicates: GivenReplicates?
  /// In the source, where weights are calibrated.
  private let rowNumbers: [Int32]

  /// `nil` when rows are a simple sample, or only weighted: then what is needed follows from a table of answers.
  ///
  /// - Parameter always: of a simple sample too.
  init?(
    _ dataset: Dataset, _ roles: AnalysisRoles, sample: SampledDesign, weights: [Double]?, always: Bool = false
  ) throws {
    let own = try (roles.sampleReplicates ?? dataset.sampleReplicates(roles))?.of(
      (0..<dataset.rowCount).filter { weights == nil || weights![$0] > 0 }
        .map { Int32(dataset.rowNumber($0)) })
    replicates = own?.variance == nil ? nil : own
    rowNumbers = roles.calibration == nil ? [] : (0..<dataset.rowCount).map { Int32(dataset.rowNumber($0)) }
    guard
      always || replicates != nil || roles.calibration != nil || roles.strata != nil || roles.populationSize != nil
        || (roles.cluster != nil && !sample.rowsAreUnits)
    else { return nil }
    let codes = try DesignCodes(roles, dataset, rows: nil)
    self.weights = weights
    kind = roles.weights?.kind
    strata = codes.strata
    clusters = sample.rowsAreUnits ? nil : codes.clusters
    subunits = codes.subunits
    design = FrameDesign(sample, codes: codes, lonely: roles.lonely, calibration: roles.calibration)
  }

  /// The same of a frame's rows.
  init?(_ frame: ModelFrame) {
    replicates = frame.replicates?.variance == nil ? nil : frame.replicates?.prefix(frame.rowCount)
    rowNumbers = frame.rowNumbers
    guard
      replicates != nil || frame.design.calibration != nil || frame.strata != nil || frame.unitClusters != nil
        || frame.design.isFinite
    else {
      return nil
    }
    weights = frame.weights
    kind = frame.weightsKind
    strata = frame.strata
    clusters = frame.unitClusters
    subunits = frame.subunits
    design = frame.design
  }

  /// The standard error of a mean, and the degrees of freedom of its t: units less strata, of those who answered. `nil` where
  /// there are none.
  ///
  /// Throws `DesignFault.loneUnit` and `DataFault.tooFewClusters`.
  func error(of values: [Double], mean: Double) throws -> (standardError: Double, degrees: Double)? {
    if let replicates {
      let counted = values.indices.filter { weights?[$0] != 0 }.map { values[$0] }
      return error(replicates, estimate: mean) { own in
        var (sum, total) = (0.0, 0.0)
        for i in counted.indices where !counted[i].isNaN {
          sum += own[i] * (counted[i] - mean)
          total += own[i]
        }
        return mean + sum / total
      }
    }
    let answered = values.indices.map { !values[$0].isNaN && weights?[$0] != 0 }
    let total = values.indices.reduce(0) { $0 + (answered[$1] ? weights?[$1] ?? 1 : 0) }
    guard total > 0 else { return nil }
    let parts = values.indices.map { answered[$0] ? (weights?[$0] ?? 1) * (values[$0] - mean) / total : 0 }
    let variance = try InfluenceVariance(
      design, strata: strata, clusters: clusters, subunits: subunits,
      frequencies: kind == .frequency ? weights : nil, answered: answered, rowNumbers: rowNumbers)
    return variance.degrees > 0 ? (variance.variance(parts).squareRoot(), variance.degrees) : nil
  }

  /// With replicate weights, the standard error of any function of the weights of the rows whose own is above zero.
  private func error(
    _ replicates: GivenReplicates, estimate: Double, _ value: (UnsafeBufferPointer<Double>) -> Double
  ) -> (standardError: Double, degrees: Double)? {
    guard let spread = replicates.variance, spread.degrees > 0,
      let variance = spread.variance(replicates.values(value), estimate: estimate)
    else { return nil }
    return (variance.squareRoot(), spread.degrees)
  }

  /// The standard error of a difference of means of two groups of rows, the first less the second, by the replicates or to first
  /// order by the design.
  ///
  /// - Parameters:
  ///   - values: NaN where a row has none.
  ///   - groups: 1 and −1 of the rows compared, 0 of others.
  func error(
    ofDifferenceIn values: [Double], groups: [Int], parts: [Double?]
  ) throws -> (standardError: Double, degrees: Double)? {
    guard let replicates else { return try error(ofParts: parts) }
    let rows = values.indices.filter { weights?[$0] != 0 }
    func difference(_ weight: (Int) -> Double) -> Double {
      var sums = (first: 0.0, firstTotal: 0.0, second: 0.0, secondTotal: 0.0)
      for (place, row) in rows.enumerated() where groups[row] != 0 && !values[row].isNaN {
        let own = weight(place)
        if groups[row] > 0 {
          sums.first += own * values[row]
          sums.firstTotal += own
        } else {
          sums.second += own * values[row]
          sums.secondTotal += own
        }
      }
      return sums.first / sums.firstTotal - sums.second / sums.secondTotal
    }
    return error(replicates, estimate: difference { weights?[rows[$0]] ?? 1 }) { own in difference { own[$0] } }
  }

  /// The standard error of an estimate from what each row does to it, and the degrees of freedom; rows without a part are
  /// not in its domain.
  func error(ofParts parts: [Double?]) throws -> (standardError: Double, degrees: Double)? {
    let variance = try InfluenceVariance(
      design, strata: strata, clusters: clusters, subunits: subunits,
      frequencies: kind == .frequency ? weights : nil,
      answered: parts.map { $0 != nil }, rowNumbers: rowNumbers)
    return variance.degrees > 0 ? (variance.variance(parts.map { $0 ?? 0 }).squareRoot(), variance.degrees) : nil
  }

  /// The covariance of estimates from what each row does to them, and the degrees of freedom; rows without a part are not in their
  /// domain. With replicate weights it is that of the replicates to first order.
  func covariance(ofParts columns: [[Double?]]) throws -> (SymmetricMatrix, degrees: Double)? {
    let rows = columns[0].indices.filter { columns[0][$0] != nil }
    let parts = columns.map { column in column.map { $0 ?? 0 } }
    if let replicates, let spread = replicates.variance {
      let counted = parts[0].indices.filter { weights?[$0] != 0 }
      let shares = parts.map { part in counted.map { part[$0] / (weights?[$0] ?? 1) } }
      let totals = shares.map { own in
        replicates.values { weights in own.indices.reduce(0) { $0 + own[$1] * weights[$1] } }
      }
      return (spread.covariance(totals, estimates: parts.map { $0.reduce(0, +) }), spread.degrees)
    }
    let isIn = Set(rows)
    let variance = try InfluenceVariance(
      design, strata: strata, clusters: clusters, subunits: subunits,
      frequencies: kind == .frequency ? weights : nil,
      answered: parts[0].indices.map { isIn.contains($0) }, rowNumbers: rowNumbers)
    guard variance.degrees > 0 else { return nil }
    var result = SymmetricMatrix(order: columns.count)
    for a in columns.indices { result[a, a] = variance.variance(parts[a]) }
    for a in columns.indices {
      for b in 0..<a {
        result[a, b] = (variance.variance(zip(parts[a], parts[b]).map { $0 + $1 }) - result[a, a] - result[b, b]) / 2
      }
    }
    return (result, variance.degrees)
  }

  /// By how much the design changes the variance of a mean: it over s²/n, that of as many respondents drawn one by one with equal
  /// chances (R's `svymean(deff = "replace")`), s² the weighted variance. `nil` without spread, and where a stratum's only unit
  /// leaves no variance.
  func effect(of values: [Double]) -> (size: Double, respondents: Double)? {
    var (respondents, total, sum, squares) = (0.0, 0.0, 0.0, 0.0)
    for i in values.indices where !values[i].isNaN && weights?[i] != 0 {
      let w = weights?[i] ?? 1
      respondents += kind == .frequency ? w : 1
      total += w
      sum += w * values[i]
    }
    guard respondents > 1, total > 0 else { return nil }
    let mean = sum / total
    for i in values.indices where !values[i].isNaN {
      squares += (weights?[i] ?? 1) * (values[i] - mean) * (values[i] - mean)
    }
    guard squares > 0, let error = try? error(of: values, mean: mean)?.standardError, error > 0 else { return nil }
    return (error * error * total * (respondents - 1) / squares, respondents)
  }

  /// How many respondents drawn one by one would give means as sure as these; `nil` where nothing is known of any.
  func note(on variables: [(name: String, values: [Double])]) -> Note? {
    let known = variables.compactMap { variable in
      effect(of: variable.values).map { (name: variable.name, effect: $0.size, worth: $0.respondents / $0.size) }
    }
    guard let worst = known.max(by: { $0.effect < $1.effect }), let best = known.min(by: { $0.effect < $1.effect })
    else {
      return nil
    }
    func rounded(_ effect: Double) -> String { "\((effect * 100).rounded() / 100)" }
    guard worst.name != best.name else {
      return Note(
        .effectiveSampleSize,
        "The design makes the mean of '\(worst.name)' as sure as that of \(Int(worst.worth.rounded())) respondents drawn one by one (design effect \(rounded(worst.effect)))."
      )
    }
    return Note(
      .effectiveSampleSize,
      "The design makes means as sure as those of \(Int(worst.worth.rounded())) ('\(worst.name)') to \(Int(best.worth.rounded())) ('\(best.name)') respondents drawn one by one (design effects \(rounded(worst.effect)) to \(rounded(best.effect)))."
    )
  }
}
