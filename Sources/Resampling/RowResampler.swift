package import Probability

/// Resamples of the rows of a survey, as weights: a row drawn twice gets weight two, one not drawn gets zero.
///
/// What is drawn with replacement is a *unit*: a cluster where there are clusters, else a respondent. Respondents of a simple
/// sample are drawn as many as there are. Of the n_h units of a stratum (of all clusters, without strata) n_h − 1 are drawn and
/// count n_h/(n_h − 1) times (Rao & Wu 1988, doi:10.1080/01621459.1988.10478591): drawing n_h would make the spread of
/// replicates too small by (n_h − 1)/n_h. Where a share f_h of the stratum's population was drawn the weight of a unit drawn k
/// times is 1 − λ + λ·k·n_h/(n_h − 1) with λ = √(1 − f_h) (Rao, Wu & Yue 1992), never negative.
///
/// Of a second stage n_c − 1 of the n_c units within each cluster are drawn in the same way, and the weight they give multiplies
/// that of the cluster, with μ = √(f_h·(1 − f_c)/(2 − f_h)) in place of λ. The weight a of a cluster has E a² = 2 − f_h, and so the
/// variance of a total over resamples is that of the clusters plus Σ_c f_h·(1 − f_c)·n_c/(n_c − 1)·Σ (t − t̄)²: what both stages
/// make of it (`SecondStage`). Preston (2009) adds the parts of the stages instead, to the same variances, and so does not keep
/// weights from falling below zero where nearly all clusters were drawn.
///
/// The units are those of the whole sample: some may have no row here. They are drawn as well, so that the number of units that
/// have rows varies from resample to resample as it would from sample to sample.
///
/// Sampling and precision weights stay glued to their rows: the drawn count multiplies them. Frequency weights say how many
/// respondents a row stands for: each row is drawn in proportion to its weight, just as if the rows were repeated. With clusters
/// the frequency multiplies the count of its cluster.
///
/// Drawing rows in proportion to a *sampling* weight and then fitting unweighted would treat it as a frequency.
package struct RowResampler: Sendable {
  package let rowCount: Int
  /// What a drawn row counts for: sampling or precision weights, or frequencies within clusters.
  let multiplier: [Double]?
  /// How many respondents each row stands for, when rows are drawn one by one.
  let frequency: [Double]?
  /// The rows of each unit; `nil` when each row is one.
  let members: UnitMembers?
  let strata: [Stratum]
  /// The units of the second stage: the rows of each, and how they are drawn within every cluster of which not all is there.
  private let subunits: (members: UnitMembers, clusters: [Stratum])?
  let unitCount: Int
  /// Units with a row less strata, of those that vary, where units are drawn by Rao and Wu.
  package let degrees: Double?
  /// What each row has before anything is drawn; `nil` for zeros.
  private let start: [Double]?
  /// Weights of replicates that are there already: nothing is drawn then.
  package let given: GivenReplicates?

  /// What is known of the sample beyond the rows.
  package struct Design: Sendable {
    /// By stratum: the units of the whole sample, and the share of the population's units that they are.
    package var units: [Double]
    package var fractions: [Double]
    /// A stratum's only unit stays as it is; else it is drawn twice or not at all.
    package var keepsLoneUnits: Bool
    /// Units are drawn by Rao and Wu; else as many as there are.
    package var isRescaled: Bool
    /// By cluster: the units of a second stage in the whole sample, and the share of the cluster's that they are; empty without one.
    package var clusterUnits: [Double] = []
    package var clusterFractions: [Double] = []

    package init(units: [Double], fractions: [Double], keepsLoneUnits: Bool, isRescaled: Bool) {
      self.units = units
      self.fractions = fractions
      self.keepsLoneUnits = keepsLoneUnits
      self.isRescaled = isRescaled
    }
  }

  /// - Parameters:
  ///   - frequency: whole numbers ≥ 0, one per row.
  ///   - multiplier: sampling or precision weights, one per row; not together with `frequency`.
  ///   - clusters: 0-based cluster of each row.
  ///   - subunits: 0-based unit of the second stage of each row, within its cluster.
  ///   - strata: 0-based stratum of each row; a cluster belongs to the stratum of its first row.
  ///   - design: `nil` where the rows are the whole sample, a small part of the population; lone units then stay.
  package init(
    rowCount: Int, frequency: [Double]? = nil, multiplier: [Double]? = nil, clusters: [Int32]? = nil,
    subunits: [Int32]? = nil, strata: [Int32]? = nil, design: Design? = nil
  ) {
    precondition(rowCount >= 0, "a count of rows is not negative")
    precondition(frequency == nil || multiplier == nil, "weights are of one kind")
    for column in [frequency, multiplier] {
      precondition(column == nil || column!.count == rowCount, "one weight per row")
      precondition(column?.allSatisfy { $0 >= 0 && $0.isFinite } ?? true, "weights are finite and not negative")
    }
    precondition(clusters == nil || clusters!.count == rowCount, "one cluster per row")
    precondition(strata == nil || strata!.count == rowCount, "one stratum per row")
    self.rowCount = rowCount
    let members = clusters.map { UnitMembers(unitOfRow: $0) }
    let frequencyOfUnit = clusters == nil ? frequency : nil
    self.members = members
    self.frequency = frequencyOfUnit
    self.multiplier = multiplier ?? (clusters == nil ? nil : frequency)
    unitCount = members?.count ?? rowCount

    var unitsOfStratum: [[Int32]] = [[]]
    for unit in 0..<unitCount {
      var stratum = 0
      if let strata {
        let row = members.map { Int($0.rows[Int($0.start[unit])]) } ?? unit
        stratum = Int(strata[row])
      }
      while unitsOfStratum.count <= stratum { unitsOfStratum.append([]) }
      unitsOfStratum[stratum].append(Int32(unit))
    }
    let isRescaled = design?.isRescaled ?? (clusters != nil || strata != nil)
    self.strata = unitsOfStratum.indices.filter { !unitsOfStratum[$0].isEmpty }.map { [unitCount] h in
      Stratum(
        units: unitsOfStratum[h], isWhole: unitsOfStratum[h].count == unitCount,
        frequencies: frequencyOfUnit.map { f in unitsOfStratum[h].map { f[Int($0)] } },
        sampled: design?.units[h] ?? 0, fraction: design?.fractions[h] ?? 0,
        keepsLoneUnit: design?.keepsLoneUnits ?? true, isRescaled: isRescaled)
    }
    var inner: [Stratum] = []
    if let design, let clusters, let subunits, !design.clusterUnits.isEmpty {
      let members = UnitMembers(unitOfRow: subunits)
      inner = RowResampler.subunits(
        members, strata: self.strata, clusterOfUnit: self.members!.rowsFirst.map { clusters[$0] },
        clusterOfRow: clusters, design)
      self.subunits = inner.isEmpty ? nil : (members, inner)
    } else {
      self.subunits = nil
    }
    // Where every cluster was drawn, the units within them are what varies.
    let outer = self.strata.filter(\.isDrawn)
    let varying = outer.isEmpty ? inner.filter(\.isDrawn) : outer
    degrees = isRescaled ? varying.reduce(0) { $0 + $1.present } - Double(varying.count) : nil
    start = RowResampler.start(self.strata, members, frequencyOfUnit, rowCount)
    given = nil
  }

  /// Replicates whose weights are given; the first rows of theirs are these.
  ///
  /// - Parameter weights: of the sample itself.
  package init(_ given: GivenReplicates, rowCount: Int, weights: [Double]) {
    precondition(rowCount <= given.rowCount && weights.count == rowCount, "one weight per row")
    self.rowCount = rowCount
    (multiplier, frequency, members, strata, unitCount, start) = (weights, nil, nil, [], rowCount, nil)
    subunits = nil
    degrees = given.variance?.degrees ?? given.degrees
    self.given = given
  }

  /// What rows have before anything is drawn, where some have something.
  private static func start(
    _ strata: [Stratum], _ members: UnitMembers?, _ frequency: [Double]?, _ rowCount: Int
  ) -> [Double]? {
    guard strata.contains(where: { $0.start > 0 }) else { return nil }
    var start = [Double](repeating: 0, count: rowCount)
    for stratum in strata {
      for unit in stratum.units.lazy.map({ Int($0) }) {
        guard let members else {
          start[unit] = stratum.start * (frequency?[unit] ?? 1)
          continue
        }
        for k in Int(members.start[unit])..<Int(members.start[unit + 1]) { start[Int(members.rows[k])] = stratum.start }
      }
    }
    return start
  }

  /// Draws one resample.
  /// - Parameter weights: `rowCount` numbers, overwritten.
  package func draw(stream: inout RandomStream, into weights: UnsafeMutableBufferPointer<Double>) {
    precondition(weights.count == rowCount, "one weight per row")
    if let start {
      _ = weights.update(fromContentsOf: start)
    } else {
      weights.update(repeating: 0)
    }
    var source = BoundedDraws(stream)
    for stratum in strata {
      let share = stratum.share
      let draws = stratum.draws(&source)
      if let table = stratum.table {
        for _ in 0..<draws { weights[Int(stratum.units[table.draw(&source)])] += share }
      } else if let members {
        for _ in 0..<draws {
          let unit = Int(stratum.units[source.below(stratum.units.count)])
          for k in Int(members.start[unit])..<Int(members.start[unit + 1]) { weights[Int(members.rows[k])] += share }
        }
      } else if stratum.isWhole {
        for _ in 0..<draws { weights[source.below(rowCount)] += share }
      } else {
        for _ in 0..<draws { weights[Int(stratum.units[source.below(stratum.units.count)])] += share }
      }
    }
    if let subunits { RowResampler.drawWithin(subunits.members, subunits.clusters, &source, weights) }
    stream = source.stream
    if let multiplier {
      for i in 0..<rowCount { weights[i] *= multiplier[i] }
    }
  }

  /// How units are drawn within clusters; of clusters that add nothing there are none.
  private static func subunits(
    _ members: UnitMembers, strata: [Stratum], clusterOfUnit: [Int32], clusterOfRow: [Int32], _ design: Design
  ) -> [Stratum] {
    var (share, square) = ([Double](repeating: 0, count: design.clusterUnits.count), [Double]())
    square = share
    for stratum in strata {
      for unit in stratum.units {
        share[Int(clusterOfUnit[Int(unit)])] = stratum.fraction
        // E a² of the cluster's own weight.
        square[Int(clusterOfUnit[Int(unit)])] = stratum.varies ? 2 - stratum.fraction : 1
      }
    }
    var units = [[Int32]](repeating: [], count: share.count)
    for (unit, row) in members.rowsFirst.enumerated() { units[Int(clusterOfRow[row])].append(Int32(unit)) }
    return units.indices.compactMap { cluster in
      guard !units[cluster].isEmpty, share[cluster] > 0 else { return nil }
      let spread = share[cluster] * (1 - min(1, design.clusterFractions[cluster])) / square[cluster]
      guard spread > 1e-14 else { return nil }
      let own = Stratum(
        units: units[cluster], isWhole: false, frequencies: nil, sampled: design.clusterUnits[cluster],
        fraction: 1 - spread, keepsLoneUnit: design.keepsLoneUnits, isRescaled: true)
      return own.varies ? own : nil
    }
  }

  /// Multiplies the weights of clusters by those of the units drawn within them.
  private static func drawWithin(
    _ members: UnitMembers, _ clusters: [Stratum], _ source: inout BoundedDraws,
    _ weights: UnsafeMutableBufferPointer<Double>
  ) {
    var counts: [Double] = []
    for cluster in clusters {
      let units = cluster.units
      counts.removeAll(keepingCapacity: true)
      counts.append(contentsOf: repeatElement(cluster.start, count: units.count))
      for _ in 0..<cluster.draws(&source) { counts[source.below(units.count)] += cluster.share }
      for (place, unit) in units.enumerated() {
        for k in Int(members.start[Int(unit)])..<Int(members.start[Int(unit) + 1]) {
          weights[Int(members.rows[k])] *= counts[place]
        }
      }
    }
  }

  /// The weights of the sample itself: ones, or the weights given.
  package func baseWeights(into weights: UnsafeMutableBufferPointer<Double>) {
    precondition(weights.count == rowCount, "one weight per row")
    for i in 0..<rowCount { weights[i] = multiplier?[i] ?? frequency?[i] ?? 1 }
  }
}

extension RowResampler {
  /// The units of one stratum, and how they are drawn.
  struct Stratum: Sendable {
    let units: [Int32]
    /// Units that have a row, and units of the whole sample.
    let present: Double
    let sampled: Int
    /// Units drawn, those without a row too.
    private let total: Int
    /// How many of the units drawn have a row; `nil`: all.
    private let presence: BinomialTable?
    /// The only unit is drawn or not, with equal chances.
    private let isTossed: Bool
    /// Unequal chances (frequencies); `nil` for equal ones.
    let table: AliasTable?
    /// The units are 0, 1, 2, …
    let isWhole: Bool
    /// The share of the population's units that was drawn.
    let fraction: Double
    /// What a unit has before anything is drawn, and what each draw adds.
    let start: Double
    let share: Double

    init(
      units: [Int32], isWhole: Bool, frequencies: [Double]?, sampled: Double, fraction: Double, keepsLoneUnit: Bool,
      isRescaled: Bool
    ) {
      self.units = units
      self.isWhole = isWhole
      table = frequencies.map(AliasTable.init)
      let present = frequencies.map { Int($0.reduce(0, +).rounded()) } ?? units.count
      self.present = Double(present)
      let all = max(present, Int(sampled.rounded()))
      self.sampled = all
      self.fraction = min(1, fraction)
      let spread = (1 - self.fraction).squareRoot()
      let isLone = isRescaled && all == 1
      isTossed = isLone && !keepsLoneUnit
      guard isRescaled, all > 0 else {
        (total, start, share) = (all, 0, 1)
        presence = present < all ? BinomialTable(draws: all, chance: Double(present) / Double(all)) : nil
        return
      }
      if isLone {
        (total, start, share) = keepsLoneUnit ? (0, 1, 0) : (1, 1 - spread, 2 * spread)
        presence = nil
        return
      }
      total = spread > 0 ? all - 1 : 0
      start = 1 - spread
      share = spread * Double(all) / Double(all - 1)
      presence =
        present < all && total > 0 ? BinomialTable(draws: total, chance: Double(present) / Double(all)) : nil
    }

    /// Whether its units vary from resample to resample.
    var isDrawn: Bool { total > 0 }

    /// A unit's weight is not the same in all resamples.
    var varies: Bool { total > 0 && share > 0 }

    /// How many units with a row are drawn.
    func draws(_ source: inout BoundedDraws) -> Int {
      if isTossed { return Int(source.word() >> 31) }
      return presence?.draw(&source) ?? total
    }
  }
}

/// The rows that belong to each unit.
struct UnitMembers: Sendable {
  /// Unit u has the rows `rows[start[u] ..< start[u + 1]]`.
  let start: [Int32]
  let rows: [Int32]
  var count: Int { start.count - 1 }
  /// The first row of each unit.
  var rowsFirst: [Int] { (0..<count).map { Int(rows[Int(start[$0])]) } }

  /// Numbers that no row uses are left out, so that every unit has a row.
  init(unitOfRow: [Int32]) {
    precondition(unitOfRow.allSatisfy { $0 >= 0 }, "clusters are numbered from 0")
    var sizes = [Int](repeating: 0, count: (unitOfRow.max().map(Int.init) ?? -1) + 1)
    for unit in unitOfRow { sizes[Int(unit)] += 1 }
    var start: [Int32] = [0]
    var position = [Int](repeating: 0, count: sizes.count)
    for (unit, size) in sizes.enumerated() where size > 0 {
      position[unit] = Int(start[start.count - 1])
      start.append(Int32(position[unit] + size))
    }
    var rows = [Int32](repeating: 0, count: unitOfRow.count)
    for (row, unit) in unitOfRow.enumerated() {
      rows[position[Int(unit)]] = Int32(row)
      position[Int(unit)] += 1
    }
    self.start = start
    self.rows = rows
  }
}
