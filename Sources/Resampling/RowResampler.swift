package import Probability

/// Resamples of the rows of a survey, as weights: a row drawn twice gets weight two, one not drawn gets zero.
///
/// What is drawn with replacement is a *unit*: a cluster where there are clusters, else a respondent; within each stratum
/// as many units as it has, so a stratum's number of units stays fixed. Sampling and precision weights stay glued to
/// their rows: the drawn count multiplies them. Frequency weights say how many respondents a row stands for: Σw
/// respondents are drawn, each row in proportion to its weight, just as if the rows were repeated. With clusters the
/// frequency multiplies the count of its cluster.
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
  let unitCount: Int

  /// The units of one stratum, and how many are drawn from them.
  struct Stratum: Sendable {
    let units: [Int32]
    let draws: Int
    /// Unequal chances (frequencies); `nil` for equal ones.
    let table: AliasTable?
    /// The units are 0, 1, 2, …
    let isWhole: Bool
  }

  /// - Parameters:
  ///   - frequency: whole numbers ≥ 0, one per row.
  ///   - multiplier: sampling or precision weights, one per row; not together with `frequency`.
  ///   - clusters: 0-based cluster of each row.
  ///   - strata: 0-based stratum of each row; a cluster belongs to the stratum of its first row.
  package init(
    rowCount: Int, frequency: [Double]? = nil, multiplier: [Double]? = nil, clusters: [Int32]? = nil,
    strata: [Int32]? = nil
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
    self.strata = unitsOfStratum.filter { !$0.isEmpty }.map { [unitCount] units in
      let weights = frequencyOfUnit.map { w in units.map { w[Int($0)] } }
      let total = weights?.reduce(0, +)
      return Stratum(
        units: units, draws: total.map { Int($0.rounded()) } ?? units.count,
        table: weights.map(AliasTable.init), isWhole: units.count == unitCount)
    }
  }

  /// Draws one resample.
  /// - Parameter weights: `rowCount` numbers, overwritten.
  package func draw(stream: inout RandomStream, into weights: UnsafeMutableBufferPointer<Double>) {
    precondition(weights.count == rowCount, "one weight per row")
    weights.update(repeating: 0)
    var source = BoundedDraws(stream)
    for stratum in strata {
      if let table = stratum.table {
        for _ in 0..<stratum.draws { weights[Int(stratum.units[table.draw(&source)])] += 1 }
      } else if let members {
        for _ in 0..<stratum.draws {
          let unit = Int(stratum.units[source.below(stratum.units.count)])
          for k in Int(members.start[unit])..<Int(members.start[unit + 1]) { weights[Int(members.rows[k])] += 1 }
        }
      } else if stratum.isWhole {
        for _ in 0..<stratum.draws { weights[source.below(rowCount)] += 1 }
      } else {
        for _ in 0..<stratum.draws { weights[Int(stratum.units[source.below(stratum.units.count)])] += 1 }
      }
    }
    stream = source.stream
    if let multiplier {
      for i in 0..<rowCount { weights[i] *= multiplier[i] }
    }
  }

  /// The weights of the sample itself: ones, or the weights given.
  package func baseWeights(into weights: UnsafeMutableBufferPointer<Double>) {
    precondition(weights.count == rowCount, "one weight per row")
    for i in 0..<rowCount { weights[i] = multiplier?[i] ?? frequency?[i] ?? 1 }
  }
}

/// The rows that belong to each unit.
struct UnitMembers: Sendable {
  /// Unit u has the rows `rows[start[u] ..< start[u + 1]]`.
  let start: [Int32]
  let rows: [Int32]
  var count: Int { start.count - 1 }

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
