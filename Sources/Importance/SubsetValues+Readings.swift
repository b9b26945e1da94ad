/// The ways of dividing what all players are worth, read off the worth of every set.
extension SubsetValues {
  /// Works the worth of every set out.
  ///
  /// - Parameter jobs: threads; the numbers do not depend on it.
  /// - Precondition: at most 22 players.
  public init(of worth: some Worth, jobs: Int = 1) throws {
    precondition(worth.playerCount <= SubsetValues.limit, "every set of up to \(SubsetValues.limit) players")
    self.init(values: try worth.ofEverySet(jobs: jobs), playerCount: worth.playerCount)
  }

  /// What all players are worth together.
  public var whole: Double { values[values.count - 1] }

  /// What each player is worth alone.
  public var first: [Double] { (0..<playerCount).map { values[1 << $0] } }

  /// What each player adds to all others.
  public var last: [Double] { (0..<playerCount).map { whole - values[values.count - 1 - 1 << $0] } }

  /// By player and number of others present (0 … p − 1): what it adds on average over the sets of that size.
  public var levels: [[Double]] {
    let p = playerCount
    var sums = [[Double]](repeating: [Double](repeating: 0, count: p), count: p)
    for mask in values.indices {
      let size = mask.nonzeroBitCount
      for player in 0..<p where mask >> player & 1 == 0 {
        sums[player][size] += values[mask | 1 << player] - values[mask]
      }
    }
    // Sets of s among p − 1 others.
    var sets = 1.0
    for size in 0..<p {
      for player in 0..<p { sums[player][size] /= sets }
      sets *= Double(p - 1 - size) / Double(size + 1)
    }
    return sums
  }

  /// Shapley values: the mean over the levels, which for R² is lmg. They add up to `whole`.
  public var shapley: [Double] { levels.map { $0.reduce(0, +) / Double(playerCount) } }

  /// Complete, conditional and general dominance.
  public func dominance(jobs: Int = 1) -> DominanceFit {
    let (p, levels) = (playerCount, levels)
    let won = comparisonsWon(jobs: jobs)
    return DominanceFit(
      levels: levels, general: levels.map { $0.reduce(0, +) / Double(p) },
      complete: (0..<p).map { i in (0..<p).map { j in i == j ? nil : won[i * p + j] } },
      conditional: DominanceFit.conditional(levels), notes: [])
  }
}
