import Survey

/// The variance of an estimate from what each row does to it, as the design of the sample says.
///
/// Independent rows: Σ t² (a row that stands for f respondents has f·u, and Σ f·u² = Σ t²/f). With sampling weights, clusters
/// or strata: Σ_h s_h·(Σ_c t_hc² − c_h·(Σ_c t_hc)²) over the sums by cluster within strata (`StratumScales`); a row is its own
/// cluster where there are none.
package struct InfluenceVariance {
  let isDesign: Bool
  /// Of t tests: units less strata, of those that have a row; infinite without a design.
  package let degrees: Double
  private let frequencies: [Double]?
  private let strata: [Int32]?
  private let clusters: [Int32]?
  private let scales: StratumScales?

  /// Throws `DataFault.tooFewClusters` and `DesignFault.loneUnit`.
  package init(_ frame: ModelFrame) throws {
    isDesign = frame.hasSamplingDesign || frame.clusters != nil
    frequencies = frame.weightsKind == .frequency ? frame.weights : nil
    strata = frame.strata
    clusters = frame.unitClusters
    guard isDesign else {
      degrees = .infinity
      scales = nil
      return
    }
    let scales = try StratumScales(frame.design, present: frame.presentUnits, isClustered: clusters != nil)
    self.scales = scales
    degrees = scales.units - scales.strata
  }

  /// The design's, of the rows that are answered; the others have no part.
  ///
  /// Throws `DataFault.tooFewClusters` and `DesignFault.loneUnit`.
  init(
    _ design: FrameDesign, strata: [Int32]?, clusters: [Int32]?, frequencies: [Double]?, answered: [Bool]
  ) throws {
    isDesign = true
    self.frequencies = frequencies
    self.strata = strata
    self.clusters = clusters
    let present = FrameDesign.presentUnits(
      strata: strata, clusters: clusters, frequencies: frequencies, count: max(1, design.names.count),
      among: answered.indices.filter { answered[$0] })
    let scales = try StratumScales(design, present: present, isClustered: clusters != nil)
    self.scales = scales
    degrees = scales.units - scales.strata
  }

  /// - Parameter parts: one per row.
  package func variance(_ parts: [Double]) -> Double {
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
    return sums.indices.reduce(0) { total, h in
      total + scales.scales[h] * max(0, squares[h] - sums[h] * sums[h] * scales.centring[h])
    }
  }
}
