import Resampling
import Survey

/// The variance of an estimate from what each row does to it, as the design of the sample says.
///
/// Independent rows: Σ t² (a row that stands for f respondents has f·u, and Σ f·u² = Σ t²/f). With sampling weights, clusters
/// or strata: Σ_h s_h·(Σ_c t_hc² − c_h·(Σ_c t_hc)²) over the sums by cluster within strata (`StratumScales`); a row is its own
/// cluster where there are none. Where much of a population's clusters was drawn in two stages the second adds its part (`SecondStage`).
/// With replicate weights w_r: the variance of the totals Σ t·w_r/w, which is that of the estimate in the
/// replicates to first order.
package struct InfluenceVariance {
  let isDesign: Bool
  /// Of t tests: units less strata, of those that have a row; infinite without a design.
  package let degrees: Double
  private let frequencies: [Double]?
  private let strata: [Int32]?
  private let clusters: [Int32]?
  private let scales: StratumScales?
  /// Weights of the rows in every replicate, and their own.
  private let replicates: (GivenReplicates, weights: [Double])?
  /// Where weights were made to reach known totals.
  private let calibrated: CalibratedVariance?
  private let second: SecondStage?

  /// Throws `DataFault.tooFewClusters` and `DesignFault.loneUnit`.
  package init(_ frame: ModelFrame) throws {
    isDesign = frame.hasSamplingDesign || frame.clusters != nil
    frequencies = frame.weightsKind == .frequency ? frame.weights : nil
    strata = frame.strata
    clusters = frame.unitClusters
    if let given = frame.replicates, let spread = given.variance {
      replicates = (given, frame.weights ?? [Double](repeating: 1, count: frame.rowCount))
      (degrees, scales, calibrated, second) = (spread.degrees, nil, nil, nil)
      return
    }
    replicates = nil
    guard isDesign else {
      degrees = .infinity
      (scales, calibrated, second) = (nil, nil, nil)
      return
    }
    calibrated = try CalibratedVariance(frame.design, rowNumbers: frame.rowNumbers)
    let scales = try StratumScales(frame.design, present: frame.presentUnits, isClustered: clusters != nil)
    self.scales = scales
    degrees = scales.units - scales.strata
    second = calibrated == nil ? try SecondStage(frame) : nil
  }

  /// The design's, of the rows that are answered; the others have no part.
  ///
  /// Throws `DataFault.tooFewClusters` and `DesignFault.loneUnit`.
  init(
    _ design: FrameDesign, strata: [Int32]?, clusters: [Int32]?, subunits: [Int32]?, frequencies: [Double]?,
    answered: [Bool], rowNumbers: [Int32]
  ) throws {
    isDesign = true
    replicates = nil
    calibrated = try CalibratedVariance(design, rowNumbers: rowNumbers)
    self.frequencies = frequencies
    self.strata = strata
    self.clusters = clusters
    let rows = answered.indices.filter { answered[$0] }
    let present = FrameDesign.presentUnits(
      strata: strata, clusters: clusters, frequencies: frequencies, count: max(1, design.names.count), among: rows)
    let scales = try StratumScales(design, present: present, isClustered: clusters != nil)
    self.scales = scales
    degrees = scales.units - scales.strata
    second =
      calibrated == nil
      ? try SecondStage(design, strata: strata, clusters: clusters, subunits: subunits, rows: rows) : nil
  }

  /// - Parameter parts: one per row.
  package func variance(_ parts: [Double]) -> Double {
    if let (given, weights) = replicates {
      // What a row does to the estimate is in proportion to its weight.
      let shares = zip(parts, weights).map { $1 > 0 ? $0 / $1 : 0 }
      let totals = given.values { own in shares.indices.reduce(0) { $0 + shares[$1] * own[$1] } }
      return given.variance?.variance(totals, estimate: parts.reduce(0, +)) ?? .nan
    }
    if let calibrated { return calibrated.variance(parts) }
    guard let scales else {
      guard let frequencies else { return parts.reduce(0) { $0 + $1 * $1 } }
      return zip(parts, frequencies).reduce(0) { $0 + ($1.1 > 0 ? $1.0 * $1.0 / $1.1 : 0) }
    }
    var sums = [Double](repeating: 0, count: scales.scales.count)
    var squares = sums
    if let clusters {
      var byCluster = [Double](repeating: 0, count: Int(clusters.max() ?? -1) + 1)
      var stratumOfCluster = [Int](repeating: 0, count: byCluster.count)
      for (i, part) in parts.enumerated() {
        byCluster[Int(clusters[i])] += part
        stratumOfCluster[Int(clusters[i])] = strata.map { Int($0[i]) } ?? 0
      }
      for (cluster, sum) in byCluster.enumerated() {
        sums[stratumOfCluster[cluster]] += sum
        squares[stratumOfCluster[cluster]] += sum * sum
      }
    } else {
      for (i, part) in parts.enumerated() {
        let stratum = strata.map { Int($0[i]) } ?? 0
        sums[stratum] += part
        let frequency = frequencies?[i] ?? 1
        squares[stratum] += frequency > 0 ? part * part / frequency : 0
      }
    }
    return sums.indices.reduce(second?.variance(parts) ?? 0) { total, h in
      total + scales.scales[h] * max(0, squares[h] - sums[h] * sums[h] * scales.centring[h])
    }
  }
}
