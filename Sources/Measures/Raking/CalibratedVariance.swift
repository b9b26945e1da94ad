package import LinearAlgebra
import Platform
package import Survey

/// Variances of estimates under raked or calibrated weights, by linearisation: a row's part w·u in an estimate gives way to
/// w·(u − x'β), β the regression of u on the margins' indicators x with the weights before; then the design's variance of the total,
/// over the whole sample, for rows outside a domain have a part of −w·x'β too. So has it R's `calibrate`.
package struct CalibratedVariance: Sendable {
  package let sample: SampleCalibration
  /// The row of the sample that each row at hand is; −1: none.
  package let places: [Int]
  package let scales: StratumScales
  package let second: SecondStage?
  /// Where the parameters of each margin begin, and how many there are.
  private let starts: [Int]
  package let order: Int
  private let gram: SymmetricMatrix

  /// - Parameter rowNumbers: of the rows at hand, in the source.
  /// - Returns: `nil` where weights are not calibrated.
  /// - Throws: as `StratumScales`.
  package init?(_ design: FrameDesign, rowNumbers: [Int32]) throws {
    guard let sample = design.calibration else { return nil }
    self.sample = sample
    if rowNumbers == sample.rowNumbers {
      places = Array(rowNumbers.indices)
    } else {
      var known: [Int32: Int] = [:]
      known.reserveCapacity(sample.rowNumbers.count)
      for (place, number) in sample.rowNumbers.enumerated() { known[number] = place }
      places = rowNumbers.map { known[$0] ?? -1 }
    }
    let present = FrameDesign.presentUnits(
      strata: sample.strata, clusters: sample.clusters, frequencies: nil, count: max(1, sample.strataNames.count),
      among: sample.base.indices)
    var whole = design
    whole.names = sample.strataNames
    if !sample.strataNames.isEmpty {
      let known = Dictionary(zip(design.names, design.strata), uniquingKeysWith: { first, _ in first })
      whole.strata = zip(sample.strataNames, present).map { known[$0] ?? .init(units: $1) }
    }
    (whole.clusters, whole.clusterNames) = (sample.clusterSizes, sample.clusterNames)
    second = try SecondStage(whole, strata: sample.strata, clusters: sample.clusters, subunits: sample.subunits)
    scales = try StratumScales(whole, present: present, isClustered: sample.clusters != nil)
    var starts: [Int] = []
    var next = 0
    for (k, size) in sample.sizes.enumerated() {
      starts.append(k == 0 ? 0 : next - 1)
      next += size - (k == 0 ? 0 : 1)
    }
    self.starts = starts
    order = next
    var gram = SymmetricMatrix(order: next)
    for i in sample.base.indices {
      for k in starts.indices {
        let a = Self.place(starts, sample, k, i)
        guard a >= 0 else { continue }
        for l in 0...k {
          let b = Self.place(starts, sample, l, i)
          if b >= 0 { gram[max(a, b), min(a, b)] += sample.base[i] }
        }
      }
    }
    self.gram = gram
  }

  private static func place(_ starts: [Int], _ sample: SampleCalibration, _ margin: Int, _ row: Int) -> Int {
    let code = sample.margins[margin][row]
    return margin > 0 && code == 0 ? -1 : starts[margin] + Int(code)
  }

  /// The parameters of the margins that a row of the sample has.
  package func parameters(of place: Int) -> [Int] {
    starts.indices.map { Self.place(starts, sample, $0, place) }.filter { $0 >= 0 }
  }

  /// What the margins tell of rows' parts: the parameters of the regression of u = part/w on the margins, `width` of them after each
  /// other for each of the margins' parameters.
  ///
  /// - Parameters:
  ///   - width: numbers in a row's part.
  ///   - part: writes the part of a row at hand.
  package func coefficients(width: Int, _ part: (Int, UnsafeMutablePointer<Double>) -> Void) -> [Double] {
    var right = [Double](repeating: 0, count: order * width)
    var own = [Double](repeating: 0, count: width)
    own.withUnsafeMutableBufferPointer { own in
      for (row, place) in places.enumerated() where place >= 0 && sample.weights[place] > 0 {
        part(row, own.baseAddress!)
        let share = sample.base[place] / sample.weights[place]
        for a in parameters(of: place) { for k in 0..<width { right[a * width + k] += share * own[k] } }
      }
    }
    for k in 0..<width {
      let solved = Calibration.solve(gram, (0..<order).map { right[$0 * width + k] })
      for a in 0..<order { right[a * width + k] = solved[a] }
    }
    return right
  }

  /// What the margins leave of the rows' parts, of all rows of the sample.
  private func residuals(_ parts: [Double]) -> [Double] {
    var left = [Double](repeating: 0, count: sample.base.count)
    for (row, place) in places.enumerated() where place >= 0 { left[place] += parts[row] / sample.weights[place] }
    var right = [Double](repeating: 0, count: order)
    for i in left.indices where left[i] != 0 {
      for k in starts.indices {
        let a = Self.place(starts, sample, k, i)
        if a >= 0 { right[a] += sample.base[i] * left[i] }
      }
    }
    let beta = Calibration.solve(gram, right)
    for i in left.indices {
      var fitted = 0.0
      for k in starts.indices {
        let a = Self.place(starts, sample, k, i)
        if a >= 0 { fitted += beta[a] }
      }
      left[i] = sample.weights[i] * (left[i] - fitted)
    }
    return left
  }

  /// The covariance of the estimates whose rows' parts these are.
  package func covariance(_ columns: [[Double]]) -> SymmetricMatrix {
    let rest = columns.map(residuals)
    let p = columns.count
    let strata = scales.scales.count
    var sums = [Double](repeating: 0, count: strata * p)
    var result = SymmetricMatrix(order: p)
    func stratum(_ i: Int) -> Int { sample.strata.map { Int($0[i]) } ?? 0 }
    for i in sample.base.indices { for a in 0..<p { sums[stratum(i) * p + a] += rest[a][i] } }
    if let clusters = sample.clusters {
      let count = Int(clusters.max() ?? -1) + 1
      var totals = [Double](repeating: 0, count: count * p)
      var stratumOfCluster = [Int](repeating: 0, count: count)
      for i in sample.base.indices {
        stratumOfCluster[Int(clusters[i])] = stratum(i)
        for a in 0..<p { totals[Int(clusters[i]) * p + a] += rest[a][i] }
      }
      for cluster in 0..<count {
        let scale = scales.scales[stratumOfCluster[cluster]]
        for a in 0..<p { for b in 0...a { result[a, b] += scale * totals[cluster * p + a] * totals[cluster * p + b] } }
      }
    } else {
      for i in sample.base.indices {
        let scale = scales.scales[stratum(i)]
        for a in 0..<p { for b in 0...a { result[a, b] += scale * rest[a][i] * rest[b][i] } }
      }
    }
    for h in 0..<strata {
      let factor = scales.scales[h] * scales.centring[h]
      for a in 0..<p { for b in 0...a { result[a, b] -= factor * sums[h * p + a] * sums[h * p + b] } }
    }
    if let second {
      let rows = sample.base.indices.flatMap { i in rest.map { $0[i] } }
      second.add(rows, width: p, to: &result.packed)
    }
    return result
  }

  package func variance(_ parts: [Double]) -> Double { max(0, covariance([parts])[0, 0]) }
}
