import Probability

/// The sample with one unit, or one group of units, left out: for the acceleration of BCa intervals.
///
/// Up to 1000 units each is left out once. Beyond, the units are dealt at random into 500 to 1000 groups of (almost) equal
/// size and each group is left out once: the cost stays the same, and so, nearly, does the acceleration.
/// A row with frequency f stands for f respondents: one of them is left out, and the group counts f times.
package struct Jackknife: Sendable {
  /// Units above which groups are left out.
  package static let largestDeleteOne = 1000

  package let resampler: RowResampler
  /// Number of groups.
  package let count: Int
  private let unitsOfGroup: [[Int32]]
  private let stratumOfUnit: [Int32]

  package init(_ resampler: RowResampler, seed: UInt64) {
    self.resampler = resampler
    // Who is certain to be in the sample is in it without anybody else too.
    var units = resampler.strata.filter(\.isDrawn).flatMap(\.units)
    if let frequency = resampler.frequency { units.removeAll { frequency[Int($0)] == 0 } }
    if units.count <= Jackknife.largestDeleteOne {
      unitsOfGroup = units.map { [$0] }
    } else {
      // A stream that no replicate owns.
      var stream = RandomStream(seed: seed, stream: .max)
      for i in stride(from: units.count - 1, to: 0, by: -1) { units.swapAt(i, stream.below(i + 1)) }
      // Of the possible numbers of groups the one whose sizes differ least; the largest such.
      let groups = (500...1000).min { (units.count % $0, -$0) < (units.count % $1, -$1) }!
      var dealt = [[Int32]](repeating: [], count: groups)
      for (k, unit) in units.enumerated() { dealt[k % groups].append(unit) }
      unitsOfGroup = dealt
    }
    count = unitsOfGroup.count
    var stratumOfUnit = [Int32](repeating: 0, count: resampler.unitCount)
    for (h, stratum) in resampler.strata.enumerated() {
      for unit in stratum.units { stratumOfUnit[Int(unit)] = Int32(h) }
    }
    self.stratumOfUnit = stratumOfUnit
  }

  /// How many respondents share the value of a group: the row's frequency, else 1.
  package func multiplicity(of group: Int) -> Double {
    guard let frequency = resampler.frequency, unitsOfGroup[group].count == 1 else { return 1 }
    return frequency[Int(unitsOfGroup[group][0])]
  }

  /// The weights without one group; the other units of its strata are weighted up so that each stratum keeps its total
  /// when there are several strata.
  /// - Parameter weights: one per row, overwritten.
  package func omit(_ group: Int, into weights: UnsafeMutableBufferPointer<Double>) {
    resampler.baseWeights(into: weights)
    let units = unitsOfGroup[group]
    if resampler.strata.count > 1 {
      for (h, stratum) in resampler.strata.enumerated() {
        let removed = units.count(where: { stratumOfUnit[Int($0)] == Int32(h) })
        guard removed > 0, removed < stratum.units.count else { continue }
        let whole = resampler.frequency == nil ? stratum.sampled : stratum.units.count
        let factor = Double(whole) / Double(whole - removed)
        for unit in stratum.units { forEachRow(of: Int(unit)) { weights[$0] *= factor } }
      }
    }
    let leavesOneRespondent = resampler.frequency != nil && units.count == 1
    for unit in units {
      forEachRow(of: Int(unit)) { weights[$0] = leavesOneRespondent ? max(0, weights[$0] - 1) : 0 }
    }
  }

  private func forEachRow(of unit: Int, _ body: (Int) -> Void) {
    guard let members = resampler.members else { return body(unit) }
    for k in Int(members.start[unit])..<Int(members.start[unit + 1]) { body(Int(members.rows[k])) }
  }
}
