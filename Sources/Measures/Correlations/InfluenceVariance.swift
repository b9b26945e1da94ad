import Survey

/// The variance of an estimate from what each row does to it, as the design of the sample says.
///
/// Independent rows: Σ t² (a row that stands for f respondents has f·u, and Σ f·u² = Σ t²/f). With sampling weights, clusters
/// or strata: Σ_h m_h/(m_h − 1)·Σ_c (t_hc − t̄_h)² over the sums by cluster within strata, with Σ m_h − H degrees of freedom;
/// a row is its own cluster where there are none, and sampled clusters without a row count as zero.
struct InfluenceVariance {
  let isDesign: Bool
  /// Of t tests; infinite without a design.
  let degrees: Double
  private let frequencies: [Double]?
  private let strata: [Int32]?
  private let clusters: [Int32]?
  /// Units of each stratum.
  private let sizes: [Double]

  /// Throws `DataFault.tooFewClusters` and `.loneCluster`.
  init(_ frame: ModelFrame) throws {
    isDesign = frame.weightsKind == .sampling || frame.clusters != nil || frame.strata != nil
    frequencies = frame.weightsKind == .frequency ? frame.weights : nil
    strata = frame.strata
    clusters = frame.clusters
    guard isDesign else {
      degrees = .infinity
      sizes = []
      return
    }
    var present = [Set<Int32>](repeating: [], count: max(1, frame.strataNames.count))
    var rows = [Double](repeating: 0, count: present.count)
    for i in 0..<frame.rowCount {
      let stratum = frame.strata.map { Int($0[i]) } ?? 0
      if let clusters = frame.clusters { present[stratum].insert(clusters[i]) }
      rows[stratum] += frequencies?[i] ?? 1
    }
    let counted = frame.clusters == nil ? rows : present.map { Double($0.count) }
    let sampled = frame.clusters == nil ? nil : frame.sampledClusters
    let sizes = counted.enumerated().map { k, count in max(count, Double(sampled?[k] ?? 0)) }
    if let lone = sizes.firstIndex(where: { $0 < 2 }) {
      if frame.strata == nil { throw DataFault.tooFewClusters(clusters: Int(sizes[lone])) }
      throw DataFault.loneCluster(stratum: frame.strataNames[lone])
    }
    self.sizes = sizes
    degrees = sizes.reduce(0, +) - Double(sizes.count)
  }

  /// - Parameter parts: one per row.
  func variance(_ parts: [Double]) -> Double {
    guard isDesign else {
      guard let frequencies else { return parts.reduce(0) { $0 + $1 * $1 } }
      return zip(parts, frequencies).reduce(0) { $0 + ($1.1 > 0 ? $1.0 * $1.0 / $1.1 : 0) }
    }
    var sums = [Double](repeating: 0, count: sizes.count)
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
    return sizes.indices.reduce(0) { total, h in
      total + sizes[h] / (sizes[h] - 1) * max(0, squares[h] - sums[h] * sums[h] / sizes[h])
    }
  }
}
