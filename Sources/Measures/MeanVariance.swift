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
  private let design: FrameDesign

  /// `nil` when rows are a simple sample, or only weighted: then what is needed follows from a table of answers.
  init?(_ dataset: Dataset, _ roles: AnalysisRoles, sample: SampledDesign, weights: [Double]?) throws {
    guard roles.strata != nil || roles.populationSize != nil || (roles.cluster != nil && !sample.rowsAreUnits) else {
      return nil
    }
    let codes = try DesignCodes(roles, dataset, rows: nil)
    self.weights = weights
    kind = roles.weights?.kind
    strata = codes.strata
    clusters = sample.rowsAreUnits ? nil : codes.clusters
    design = FrameDesign(sample, names: codes.strataNames, lonely: roles.lonely)
  }

  /// The standard error of a mean, and the degrees of freedom of its t: units less strata, of those who answered. `nil` where
  /// there are none.
  ///
  /// Throws `DataFault.loneUnit` and `.tooFewClusters`.
  func error(of values: [Double], mean: Double) throws -> (standardError: Double, degrees: Double)? {
    let answered = values.indices.map { !values[$0].isNaN && weights?[$0] != 0 }
    let total = values.indices.reduce(0) { $0 + (answered[$1] ? weights?[$1] ?? 1 : 0) }
    guard total > 0 else { return nil }
    let parts = values.indices.map { answered[$0] ? (weights?[$0] ?? 1) * (values[$0] - mean) / total : 0 }
    let variance = try InfluenceVariance(
      design, strata: strata, clusters: clusters, frequencies: kind == .frequency ? weights : nil, answered: answered)
    return variance.degrees > 0 ? (variance.variance(parts).squareRoot(), variance.degrees) : nil
  }
}
