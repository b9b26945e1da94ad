import LinearAlgebra
import Measures
import Platform
import Resampling
import Survey

/// How the scores of a group's respondents add up to the covariance of an estimate's slopes: B = Σ t_u t_u'/n over the units u.
///
/// Respondents are units of their own unless there are clusters; with sampling weights, strata or clusters the covariance is
/// linearised: B = Σ_h s_h·(Σ_u t_u t_u' − c_h·T_h T_h')/n with t_u the sum of a unit's weighted scores, T_h that of its stratum
/// and s_h, c_h of `StratumScales` (Skinner 1989; Asparouhov 2005, doi:10.1207/s15328007sem1203_4). Weights have mean 1 over all
/// groups; frequencies repeat respondents. Without strata the scores of all respondents add up to zero, while those of a group need
/// not; strata are centred in each group, and groups are taken to share no unit. A second stage of sampling adds its part
/// (`SecondStage`).
///
/// Weights that were raked or calibrated to known totals leave to each respondent what a regression on the margins leaves of the
/// weighted score (`CalibratedVariance`), over the whole sample.
///
/// Replicate weights hold the design: B is the covariance that they give of the sums of weighted scores, each replicate's being one
/// step of the model's estimates under its weights, over n.
struct ScoreUnits: Sendable {
  /// Of each row; `nil` where all are 1.
  let weights: [Double]?
  /// Their sum.
  let total: Double
  let isDesign: Bool
  private let clusters: [Int32]?
  private let strata: [Int32]?
  private let scales: StratumScales?
  private let second: SecondStage?
  private let calibrated: CalibratedVariance?
  /// With the scale of the weights.
  private let replicates: (given: GivenReplicates, variance: ReplicateVariance, scale: Double)?
  /// Degrees of freedom of the design: units less strata of clusters or strata, those of replicate weights; `nil` of weights alone,
  /// which leave as many as there are respondents.
  let degrees: Double?

  /// - Parameter meanWeight: of the group's respondents, where those of all groups have mean 1.
  /// - Throws: `DataFault.tooFewClusters`, `DesignFault.loneUnit`, `.loneSubunit`.
  init(_ frame: ModelFrame, meanWeight: Double = 1) throws {
    isDesign = frame.hasSamplingDesign
    var scale = 1.0
    if frame.weightsKind == .frequency {
      weights = frame.weights
      total = frame.respondents
    } else {
      let n = Double(frame.rowCount)
      total = n * meanWeight
      let sum = frame.weights?.reduce(0, +) ?? n
      scale = total / sum
      weights = frame.weights.map { [scale] all in all.map { $0 * scale } }
    }
    if let given = frame.replicates?.prefix(frame.rowCount), let variance = given.variance {
      replicates = (given, variance, scale)
      (clusters, strata, scales, second, calibrated) = (nil, nil, nil, nil, nil)
      degrees = variance.degrees
      return
    }
    replicates = nil
    clusters = isDesign ? frame.unitClusters : nil
    strata = isDesign ? frame.strata : nil
    scales =
      isDesign
      ? try StratumScales(frame.design, present: frame.presentUnits, isClustered: frame.unitClusters != nil) : nil
    second = isDesign ? try SecondStage(frame) : nil
    calibrated = isDesign ? try CalibratedVariance(frame.design, rowNumbers: frame.rowNumbers) : nil
    degrees = clusters == nil && strata == nil ? nil : scales.map { $0.units - $0.strata }
  }

  /// Of each score its weighted sum in every replicate, and in the sample.
  private func replicated(
    _ scores: [Double], _ count: Int, _ replicates: (given: GivenReplicates, variance: ReplicateVariance, scale: Double)
  ) -> (values: [[Double]], sums: [Double]) {
    let rowCount = scores.count / count
    func sums(_ weight: (Int) -> Double) -> [Double] {
      var result = [Double](repeating: 0, count: count)
      scores.withUnsafeBufferPointer { scores in
        for i in 0..<rowCount {
          let own = weight(i)
          if own != 0 { for k in 0..<count { result[k] += own * scores[i * count + k] } }
        }
      }
      return result
    }
    let given = replicates.given
    let all = (0..<given.count).map { r in
      sums { given.weights[r * given.rowCount + $0] * replicates.scale }
    }
    return ((0..<count).map { k in all.map { $0[k] } }, sums { weights?[$0] ?? 1 })
  }

  /// B of a row of `count` scores for each respondent.
  func covariance(_ scores: [Double], count: Int) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: count)
    guard count > 0 else { return result }
    if let replicates {
      let (values, sums) = replicated(scores, count, replicates)
      let covariance = replicates.variance.covariance(values, estimates: sums)
      return SymmetricMatrix(order: count, packed: covariance.packed.map { $0 / total })
    }
    let rowCount = scores.count / count
    if let calibrated {
      let found = calibrated.covariance((0..<count).map { parts(scores, count, $0) })
      return SymmetricMatrix(order: count, packed: found.packed.map { $0 / total })
    }
    func add(_ x: UnsafePointer<Double>, _ factor: Double) {
      result.packed.withUnsafeMutableBufferPointer { packed in
        var row = packed.baseAddress!
        for i in 0..<count {
          let own = factor * x[i]
          if own != 0 { for j in 0...i { row[j] += own * x[j] } }
          row += i + 1
        }
      }
    }
    scores.withUnsafeBufferPointer { scores in
      guard let scales else {
        for i in 0..<rowCount { add(scores.baseAddress! + i * count, (weights?[i] ?? 1) / total) }
        return
      }
      let units = sums(scores, count, rowCount)
      for unit in 0..<units.strata.count {
        let scale = scales.scales[units.strata[unit]] / total
        units.values.withUnsafeBufferPointer { add($0.baseAddress! + unit * count, scale) }
      }
      for h in scales.scales.indices where strata != nil && scales.scales[h] * scales.centring[h] != 0 {
        var whole = [Double](repeating: 0, count: count)
        for unit in units.strata.indices where units.strata[unit] == h {
          for k in 0..<count { whole[k] += units.values[unit * count + k] }
        }
        add(whole, -scales.scales[h] * scales.centring[h] / total)
      }
      if let second {
        second.forEachTotal(of: weighted(scores, count, rowCount), width: count) { add($0, $1 / total) }
      }
    }
    return result
  }

  /// tr B.
  func trace(_ scores: [Double], count: Int) -> Double {
    guard count > 0 else { return 0 }
    if let replicates {
      let (values, sums) = replicated(scores, count, replicates)
      return zip(values, sums).reduce(0) { $0 + (replicates.variance.variance($1.0, estimate: $1.1) ?? .nan) } / total
    }
    let rowCount = scores.count / count
    if let calibrated {
      return (0..<count).reduce(0) { $0 + calibrated.variance(parts(scores, count, $1)) } / total
    }
    return scores.withUnsafeBufferPointer { scores -> Double in
      func square(_ x: UnsafePointer<Double>) -> Double { LaneSums.product(x, x, count) }
      guard let scales else {
        return (0..<rowCount).reduce(0) { $0 + (weights?[$1] ?? 1) * square(scores.baseAddress! + $1 * count) } / total
      }
      let units = sums(scores, count, rowCount)
      var sum = 0.0
      units.values.withUnsafeBufferPointer { values in
        for unit in units.strata.indices {
          sum += scales.scales[units.strata[unit]] * square(values.baseAddress! + unit * count)
        }
      }
      for h in scales.scales.indices where strata != nil && scales.scales[h] * scales.centring[h] != 0 {
        var whole = [Double](repeating: 0, count: count)
        for unit in units.strata.indices where units.strata[unit] == h {
          for k in 0..<count { whole[k] += units.values[unit * count + k] }
        }
        sum -= scales.scales[h] * scales.centring[h] * square(whole)
      }
      if let second {
        second.forEachTotal(of: weighted(scores, count, rowCount), width: count) { sum += $1 * square($0) }
      }
      return sum / total
    }
  }

  /// The weighted scores of one kind.
  private func parts(_ scores: [Double], _ count: Int, _ k: Int) -> [Double] {
    (0..<scores.count / count).map { (weights?[$0] ?? 1) * scores[$0 * count + k] }
  }

  private func weighted(_ scores: UnsafeBufferPointer<Double>, _ count: Int, _ rowCount: Int) -> [Double] {
    (0..<rowCount * count).map { (weights?[$0 / count] ?? 1) * scores[$0] }
  }

  /// Weighted scores of each unit, and its stratum.
  private func sums(
    _ scores: UnsafeBufferPointer<Double>, _ count: Int, _ rowCount: Int
  ) -> (values: [Double], strata: [Int]) {
    var numbers: [Int32: Int] = [:]
    var unitOf = Array(0..<rowCount)
    if let clusters {
      for i in 0..<rowCount {
        let unit = numbers[clusters[i]] ?? numbers.count
        numbers[clusters[i]] = unit
        unitOf[i] = unit
      }
    }
    let unitCount = clusters == nil ? rowCount : numbers.count
    var values = [Double](repeating: 0, count: unitCount * count)
    var own = [Int](repeating: 0, count: unitCount)
    for i in 0..<rowCount {
      let weight = weights?[i] ?? 1
      for k in 0..<count { values[unitOf[i] * count + k] += weight * scores[i * count + k] }
      own[unitOf[i]] = strata.map { Int($0[i]) } ?? 0
    }
    return (values, own)
  }
}
