package import LinearAlgebra
package import Measures
import Resampling
package import Survey

/// What each independent unit of a sample does to the correlations that factors are fitted to: from these matrices D the
/// covariance of the correlations is Σ f·DD'.
///
/// Of Pearson's correlations D is the sum over the unit's rows of w/W·(zz' − R), z the standardised items: what the unit does to
/// the covariances, so that a scale of items is estimated too. Of others it is what the rows do to each correlation
/// (`CorrelationInfluence`), with zeros in the diagonal. A unit is a row, or a cluster; f is 1, of a row that stands for several
/// respondents their number, with clusters or strata what `StratumScales` says of the stratum. That units deviate about their
/// stratum's mean is a last matrix per stratum, with −f·c. Units of a second stage of sampling stand behind those of the first, with the
/// clusters as their strata (`SecondStage`). Of raked or calibrated weights D is what the margins leave of it, and units are those of the
/// whole sample (`CalibratedVariance`).
package struct SampledUnits: Sendable {
  package let order: Int
  /// Clusters, strata or sampling weights: rows are not respondents drawn alike.
  package let isDesign: Bool
  /// Standardised items exist: correlations are Pearson's.
  package let isPearson: Bool
  /// Row-major, rows × items.
  private let standardized: [Double]
  /// Pair by pair, each a column of rows.
  private let influences: [[Double]]
  /// w/W.
  private let shares: [Double]
  /// Rows of each unit, unit after unit.
  private var rows: [Int32]
  /// Where units begin in `rows`; one more than there are units.
  private var starts: [Int]
  private var factors: [Double]
  private var strata: [Int32]
  /// Of each stratum; empty where rows are drawn alike.
  private var centring: [Double]
  /// Units, and strata, of the first stage of sampling.
  private var firstCount: Int
  private var firstStrata: Int
  /// Rows that each row taken stands for.
  package let step: Double
  /// m/(m − 1) of m units that are blocks.
  private let inflation: Double
  private let correlation: SymmetricMatrix
  /// Of calibrated weights: rows of the sample take the place of rows at hand.
  private var calibration: Calibrated?
  /// Of units that are sums of rows: each one's matrix (p × p) and means, unit after unit.
  private var summed: [Double]

  /// Of more independent rows than so many multiplications allow every second, third, … counts for those between.
  private static let mostWork = 2e9
  /// How many numbers influences on correlations may take.
  private static let mostNumbers = 20_000_000

  /// - Parameters:
  ///   - frame: complete rows whose columns are the items.
  ///   - engine: makes the correlations; `nil` for Pearson's.
  /// - Returns: `nil` with missing answers, where a stratum has one unit, and where what rows do is not defined or too much.
  package init?(_ frame: ModelFrame, correlation: SymmetricMatrix, engine: CorrelationEngine? = nil) {
    let (p, n) = (frame.columnCount, frame.rowCount)
    guard n > 1, p == correlation.order, !frame.values.contains(where: \.isNaN) else { return nil }
    order = p
    self.correlation = correlation
    summed = []
    isPearson = engine == nil
    isDesign = frame.hasSamplingDesign || frame.clusters != nil
    let weights = frame.weights ?? [Double](repeating: 1, count: n)
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    shares = weights.map { $0 / total }
    if let engine {
      guard p * (p - 1) / 2 * n <= Self.mostNumbers,
        let parts = Self.influences(engine, weights: weights, correlation: correlation)
      else { return nil }
      influences = parts
      standardized = []
    } else {
      influences = []
      standardized = Self.standardize(frame, shares: shares)
    }
    let isGrouped = Self.isGrouped(frame)
    let step = isGrouped || frame.replicates != nil ? 1 : max(1, Int(Double(n) * Double(p * p * p) / Self.mostWork))
    let units = Self.units(frame, step: step)
    self.step = Double(step)
    inflation = 1
    (rows, starts) = (units.rows, units.starts)
    strata = units.strata
    (firstCount, firstStrata) = (strata.count, 1)
    // Of a row that stands for f respondents f parts of 1/W each.
    (factors, centring) = (frame.weightsKind == .frequency ? weights.map { $0 > 0 ? 1 / $0 : 0 } : [], [])
    if isGrouped, !takeDesign(frame) { return nil }
    if let given = frame.replicates, let spread = given.variance { take(given, spread, weights: weights) }
  }

  /// What units of a sample with calibrated weights need.
  private struct Calibrated {
    let variance: CalibratedVariance
    /// The row at hand that each row of the sample is; −1: none.
    let rowOfPlace: [Int32]
    /// What the margins tell of a row's D and means, per weight.
    let coefficients: [Double]
  }

  /// Strata, and units of a second stage; whether there is such a covariance.
  private mutating func takeDesign(_ frame: ModelFrame) -> Bool {
    if frame.weightsKind == .frequency, frame.unitClusters == nil { return false }
    do {
      if let calibrated = try CalibratedVariance(frame.design, rowNumbers: frame.rowNumbers) {
        take(calibrated)
        return true
      }
    } catch {
      return false
    }
    guard
      let scales = try? StratumScales(
        frame.design, present: frame.presentUnits, isClustered: frame.unitClusters != nil)
    else { return false }
    (factors, centring, firstStrata) = (scales.scales, scales.centring, scales.scales.count)
    do {
      if let second = try SecondStage(frame) { append(second) }
    } catch {
      return false
    }
    return true
  }

  /// Units of the whole sample, whose weights the margins fix.
  private mutating func take(_ calibrated: CalibratedVariance) {
    let sample = calibrated.sample
    let p = order
    let coefficients = calibrated.coefficients(width: p * p + p) { row, own in
      fill([Int32(row)], own, own + p * p)
    }
    var rowOfPlace = [Int32](repeating: -1, count: sample.base.count)
    for (row, place) in calibrated.places.enumerated() where place >= 0 { rowOfPlace[place] = Int32(row) }
    calibration = Calibrated(variance: calibrated, rowOfPlace: rowOfPlace, coefficients: coefficients)
    (rows, starts, strata) = Self.units(sample.base.count, clusters: sample.clusters, strata: sample.strata)
    let scales = calibrated.scales
    (factors, centring, firstStrata) = (scales.scales, scales.centring, scales.scales.count)
    firstCount = strata.count
    if let second = calibrated.second { append(second) }
  }

  /// The units of a second stage behind the others, cluster by cluster.
  private mutating func append(_ second: SecondStage) {
    let order = second.rows
    for (at, row) in order.enumerated() {
      let unit = second.unitOfRow[Int(row)]
      if at == 0 || unit != second.unitOfRow[Int(order[at - 1])] {
        starts[starts.count - 1] = rows.count
        starts.append(rows.count)
        strata.append(Int32(firstStrata) + second.clusterOfUnit[Int(unit)])
      }
      rows.append(row)
    }
    starts[starts.count - 1] = rows.count
    factors += second.scales
    centring += second.centring
  }

  /// Replicates in place of units: what the rows do to the correlations, each in proportion to its weight there.
  private mutating func take(_ given: GivenReplicates, _ spread: ReplicateVariance, weights: [Double]) {
    let p = order
    let width = p * p + p
    var totals = [Double](repeating: 0, count: given.count * width)
    var own = [Double](repeating: 0, count: width)
    for unit in 0..<firstCount {
      own.withUnsafeMutableBufferPointer { fill(unit, $0.baseAddress!, $0.baseAddress! + p * p) }
      let row = Int(rows[starts[unit]])
      guard weights[row] > 0 else { continue }
      for replicate in 0..<given.count {
        let share = given.weights[replicate * given.rowCount + row] / weights[row]
        if share == 0 { continue }
        for k in 0..<width { totals[replicate * width + k] += share * own[k] }
      }
    }
    // At the estimate the rows' parts add up to zero.
    if !spread.isAboutEstimate {
      let counted = spread.factors.indices.filter { spread.factors[$0] > 0 }
      for k in 0..<width {
        let mean = counted.reduce(0) { $0 + totals[$1 * width + k] } / Double(max(1, counted.count))
        for replicate in 0..<given.count { totals[replicate * width + k] -= mean }
      }
    }
    for (replicate, factor) in spread.factors.enumerated() {
      for k in 0..<width { totals[replicate * width + k] *= factor.squareRoot() }
    }
    summed = totals
    (rows, factors) = ([], [])
    starts = Array(0...given.count)
    strata = [Int32](repeating: 0, count: given.count)
    firstCount = given.count
  }

  /// Random blocks of independent rows that were summed: what a block does to the correlations is the sum of what its rows do.
  ///
  /// - Parameters:
  ///   - blocks: sums of the items.
  ///   - moments: of all rows.
  package init?(_ blocks: BlockProducts, moments: Moments, correlation: SymmetricMatrix) {
    let p = blocks.width
    guard p == correlation.order, let centre = moments.means, moments.sumOfWeights > 0 else { return nil }
    let deviations = (0..<p).map { (moments.scatter[$0, $0] / moments.sumOfWeights).squareRoot() }
    guard deviations.allSatisfy({ $0 > 0 }) else { return nil }
    order = p
    isPearson = true
    isDesign = moments.treatment.weights == .sampling
    (standardized, influences, shares, rows) = ([], [], [], [])
    self.correlation = correlation
    step = 1
    centring = []
    let total = moments.sumOfWeights
    var summed: [Double] = []
    var count = 0
    blocks.forEachBlock(about: centre) { weight, sums, products in
      count += 1
      for j in 0..<p {
        for i in 0..<p {
          let (a, b) = (max(i, j), min(i, j))
          let own = products[a * (a + 1) / 2 + b] / (deviations[i] * deviations[j])
          summed.append((own - weight * correlation[a, b]) / total)
        }
      }
      for j in 0..<p { summed.append(sums[j] / deviations[j] / total) }
    }
    guard count > 1 else { return nil }
    self.summed = summed
    starts = Array(0...count)
    strata = [Int32](repeating: 0, count: count)
    (firstCount, firstStrata) = (count, 1)
    factors = []
    inflation = Double(count) / Double(count - 1)
  }

  /// Rows with missing answers, and what each of them does to maximum likelihood moments: with these the scaled χ² is that of the
  /// robust two-stage method (Savalei & Falk 2014, doi:10.1080/10705511.2014.882692).
  ///
  /// - Parameters:
  ///   - columns: the items among the frame's columns.
  ///   - correlation: of these items.
  /// - Returns: `nil` where a stratum has one unit, and where the numbers are too many.
  package init?(
    _ information: NormalInformation, _ moments: Moments, frame: ModelFrame, columns: [Int],
    correlation: SymmetricMatrix
  ) {
    let (p, n) = (columns.count, frame.rowCount)
    guard n > 1, p == correlation.order, p * (p + 1) / 2 * n <= Self.mostNumbers else { return nil }
    order = p
    self.correlation = correlation
    summed = []
    standardized = []
    isPearson = false
    isDesign = frame.hasSamplingDesign || frame.clusters != nil
    let weights = frame.weights ?? [Double](repeating: 1, count: n)
    let total = weights.reduce(0, +)
    shares = weights.map { $0 / total }
    let width = information.width
    // Of maximum likelihood, as the information is.
    let deviations = columns.map { (moments.scatter[$0, $0] / moments.sumOfWeights).squareRoot() }
    var directions: [[Double]] = []
    for i in 0..<p {
      for j in 0...i {
        var direction = [Double](repeating: 0, count: NormalInformation.parameterCount(width))
        direction[width + SymmetricMatrix.position(columns[i], columns[j])] = 1 / (deviations[i] * deviations[j])
        directions.append(direction)
      }
    }
    influences = information.parts(directions)
    step = 1
    inflation = 1
    let units = Self.units(frame, step: 1)
    (rows, starts) = (units.rows, units.starts)
    strata = units.strata
    let isGrouped = Self.isGrouped(frame)
    (firstCount, firstStrata) = (strata.count, 1)
    (factors, centring) = (frame.weightsKind == .frequency ? weights.map { $0 > 0 ? 1 / $0 : 0 } : [], [])
    if isGrouped, !takeDesign(frame) { return nil }
    if let given = frame.replicates, let spread = given.variance { take(given, spread, weights: weights) }
  }

  /// Units of the first stage, and their strata.
  package var count: Int { firstCount }
  var strataCount: Int { firstStrata }

  /// That not every row was taken.
  package var note: Note? {
    guard step > 1 else { return nil }
    return Note(
      .rowsSampled,
      "The scaling of χ² and the errors are from one of \(Int(step)) rows, \(count) in all: more would change little and take long."
    )
  }

  /// Calls `body` with every unit's matrix (p × p, both triangles), its mean standardised items times its share of the weights,
  /// and f; and with one matrix a stratum that takes their mean away.
  package func forEach(_ body: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>, Double) -> Void) {
    let p = order
    let isGrouped = !centring.isEmpty
    let width = p * p + p
    var own = [Double](repeating: 0, count: width)
    var sums = [Double](repeating: 0, count: (isGrouped ? firstStrata : 0) * width)
    // Units of the second stage stand cluster by cluster: one sum is enough.
    var within = [Double](repeating: 0, count: firstCount < strata.count ? width : 0)
    own.withUnsafeMutableBufferPointer { own in
      let (d, m) = (own.baseAddress!, own.baseAddress! + p * p)
      func centre(_ stratum: Int, _ sum: UnsafePointer<Double>) {
        guard factors[stratum] * centring[stratum] > 0 else { return }
        d.update(from: sum, count: width)
        body(d, m, -factors[stratum] * centring[stratum])
      }
      for unit in strata.indices {
        let stratum = Int(strata[unit])
        if unit > firstCount, strata[unit - 1] != strata[unit] {
          centre(Int(strata[unit - 1]), within)
          for k in 0..<width { within[k] = 0 }
        }
        fill(unit, d, m)
        guard isGrouped else {
          body(d, m, inflation * step * (factors.isEmpty ? 1 : factors[Int(rows[starts[unit]])]))
          continue
        }
        if unit < firstCount {
          for k in 0..<width { sums[stratum * width + k] += d[k] }
        } else {
          for k in 0..<width { within[k] += d[k] }
        }
        body(d, m, factors[stratum])
      }
      guard isGrouped else { return }
      if let last = strata.last, firstCount < strata.count { centre(Int(last), within) }
      sums.withUnsafeBufferPointer { sums in
        for stratum in 0..<firstStrata { centre(stratum, sums.baseAddress! + stratum * width) }
      }
    }
  }

  private func fill(_ unit: Int, _ d: UnsafeMutablePointer<Double>, _ m: UnsafeMutablePointer<Double>) {
    let p = order
    if !summed.isEmpty {
      let width = p * p + p
      summed.withUnsafeBufferPointer { values in
        let own = values.baseAddress! + unit * width
        d.update(from: own, count: p * p)
        m.update(from: own + p * p, count: p)
      }
      return
    }
    let members = rows[starts[unit]..<starts[unit + 1]]
    guard let calibration else { return fill(members, d, m) }
    fill(members.lazy.map { calibration.rowOfPlace[Int($0)] }.filter { $0 >= 0 }, d, m)
    let width = p * p + p
    for place in members.lazy.map({ Int($0) }) {
      let weight = calibration.variance.sample.weights[place]
      for a in calibration.variance.parameters(of: place) {
        for k in 0..<p * p { d[k] -= weight * calibration.coefficients[a * width + k] }
        for k in 0..<p { m[k] -= weight * calibration.coefficients[a * width + p * p + k] }
      }
    }
  }

  /// The sums over some rows.
  private func fill(
    _ members: some Sequence<Int32>, _ d: UnsafeMutablePointer<Double>, _ m: UnsafeMutablePointer<Double>
  ) {
    let p = order
    for k in 0..<p * p { d[k] = 0 }
    for k in 0..<p { m[k] = 0 }
    var weight = 0.0
    for row in members.lazy.map({ Int($0) }) {
      if isPearson {
        let share = shares[row]
        weight += share
        standardized.withUnsafeBufferPointer { values in
          let z = values.baseAddress! + row * p
          for i in 0..<p {
            let scaled = share * z[i]
            m[i] += scaled
            for j in 0...i { d[i + j * p] += scaled * z[j] }
          }
        }
      } else {
        var pair = 0
        // Of maximum likelihood moments the variances are influenced too.
        let isOfCovariances = influences.count > p * (p - 1) / 2
        for i in 0..<p {
          for j in 0..<(isOfCovariances ? i + 1 : i) {
            d[i + j * p] += influences[pair][row]
            pair += 1
          }
        }
      }
    }
    for i in 0..<p {
      for j in 0...i {
        if isPearson { d[i + j * p] -= weight * correlation[i, j] }
        d[j + i * p] = d[i + j * p]
      }
    }
  }
}
