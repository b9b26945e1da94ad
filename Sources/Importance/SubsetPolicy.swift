/// Whether all subsets of the players are walked, or orders of entry sampled: decided here, by the work it takes.
///
/// The measure is the walk over all subsets of so many single drivers: `players` of them in one evaluation, fewer in each
/// replicate of a bootstrap. Groups of many columns reach its work with fewer players, and up to twice of it is allowed; nor
/// are there ever more players than that, whatever their work.
struct SubsetPolicy {
  /// Players whose subsets may all be walked.
  let players: Int

  static let single = SubsetPolicy(players: ImportanceEngine.exactLimit)
  static let replicate = SubsetPolicy(players: ImportanceEngine.replicateExactLimit)

  /// - Parameter walk: over the players in question.
  func allowsAll(_ walk: SubsetWalk) -> Bool {
    walk.playerCount <= players && walk.work <= 2 * SubsetWalk(playerSizes: [Int](repeating: 1, count: players)).work
  }
}

extension ImportanceEngine {
  /// Drivers of one column whose subsets are all walked in one evaluation.
  package static let exactLimit = 30
  /// The same in each replicate of a bootstrap.
  package static let replicateExactLimit = 22

  /// All subsets where `SubsetPolicy` allows it; beyond, orders of entry, drawn once.
  ///
  /// Where factors precede their products, the sets that hold a product only with its factors are counted by the players
  /// that make them.
  package static func subsets(for problem: ImportanceProblem, inReplicates: Bool, seed: UInt64) -> Subsets {
    if problem.isHierarchical {
      let limit = inReplicates ? HierarchicalWalk.replicateLimit : ClosedSets.limit
      // Where not even orders can be drawn there is no lmg, and a note says so.
      if problem.players.count <= limit || problem.precedence.bound.count > ClosedSets.limit { return .all }
      let pairs = inReplicates ? PermutationSample.defaultReplicatePairs : PermutationSample.defaultPairs
      return .sampled(PermutationSample(problem, pairs: pairs, seed: seed))
    }
    let sizes = problem.players.map(\.count)
    let policy = inReplicates ? SubsetPolicy.replicate : .single
    if policy.allowsAll(SubsetWalk(playerSizes: sizes)) { return .all }
    return .halved(HalvingSample(playerSizes: sizes, inReplicates: inReplicates, seed: seed))
  }
}
