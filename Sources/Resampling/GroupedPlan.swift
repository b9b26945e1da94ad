import Probability

/// From the moments of one replicate of several groups to all its numbers.
package protocol GroupedReplicateMap: ReplicateMap {
  /// Called once per thread; the moments of each group are those that will be drawn into.
  func makeWorkspace(_ moments: [ReplicateMoments]) -> Workspace
}

extension GroupedReplicateMap {
  package func makeWorkspace(_ moments: ReplicateMoments) -> Workspace { makeWorkspace([moments]) }
}

/// The replicates of a method that takes several groups at once, each of which is a sample of its own: every replicate draws every
/// group from its own rows, so that as many units of each stand behind it as behind the sample (resampling stratified by group).
///
/// The first group draws from the seed itself, as if there were no other, the next from seeds that differ from it.
package struct GroupedPlan<Map: GroupedReplicateMap>: Sendable {
  package let sources: [ReplicateSource]
  package let map: Map
  package let specification: BootstrapSpecification

  package init(_ sources: [ReplicateSource], _ map: Map, _ specification: BootstrapSpecification) {
    precondition(!sources.isEmpty, "at least one group")
    self.sources = sources
    self.map = map
    self.specification = specification
  }

  /// - Parameters:
  ///   - jobs: threads; the result does not depend on it.
  ///   - progress: told now and then how many replicates are done.
  package func run(jobs: Int, progress: (@Sendable (Int) -> Void)? = nil) -> Resampled {
    if sources.count == 1 {
      return ReplicatePlan(sources[0], map, specification).run(jobs: jobs, progress: progress)
    }
    precondition(sources.allSatisfy { $0.rows?.given == nil }, "replicates of several groups are drawn")
    let (sources, map) = (sources, map)
    let seeds = sources.indices.map { specification.seed &+ UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    let make: @Sendable () -> Worker = {
      let draws = sources.map { $0.makeDraws() }
      return Worker(draws: draws, workspace: map.makeWorkspace(draws.map(\.moments)))
    }
    let bootstrap = ReplicateRunner.run(
      count: specification.replicates, width: map.width, jobs: jobs, seed: specification.seed, progress: progress,
      makeWorkspace: make
    ) { worker, replicate, stream, row in
      for (g, source) in sources.enumerated() {
        var own = RandomStream(seed: seeds[g], stream: UInt64(replicate))
        let failure = source.draw(replicate, worker.draws[g], stream: &own) {
          RandomStream(seed: seeds[g], stream: UInt64($0))
        }
        if let failure { return failure }
      }
      return map.evaluate(worker.workspace, stream: &stream, into: row)
    }
    var resampled = Resampled(bootstrap: bootstrap, degrees: sources.compactMap { $0.rows?.degrees }.min())
    if specification.interval == .bca { leaveOut(&resampled, seeds, jobs: jobs, make) }
    return resampled
  }

  /// The sample without each unit of each group: of several samples the acceleration is
  /// Σ_g Σ_i l³/n_g³ / (6·(Σ_g Σ_i l²/n_g²)^{3/2}) with l = (n_g − 1)(mean of the group's values − value) (Davison & Hinkley 1997,
  /// section 5.3.2): what `JackknifeValues` makes of values that are l/n_g, from the mean of all.
  private func leaveOut(
    _ resampled: inout Resampled, _ seeds: [UInt64], jobs: Int, _ make: @escaping @Sendable () -> Worker
  ) {
    guard sources.allSatisfy({ $0.rows != nil }) else { return }
    let (sources, map) = (sources, map)
    var values: [Double] = []
    var reasons: [ReplicateFailure?] = []
    var multiplicities: [Double] = []
    for (g, source) in sources.enumerated() {
      let jackknife = Jackknife(source.rows!, seed: seeds[g])
      let left = ReplicateRunner.run(
        count: jackknife.count, width: map.width, jobs: jobs, seed: specification.seed, makeWorkspace: make
      ) { worker, unit, stream, row in
        for (h, other) in sources.enumerated() {
          let failure =
            h == g
            ? other.omit(unit, of: jackknife, worker.draws[h], stream: &stream)
            : other.drawBase(worker.draws[h], stream: &stream)
          if let failure { return failure }
        }
        return map.evaluate(worker.workspace, stream: &stream, into: row)
      }
      let own = (0..<jackknife.count).map(jackknife.multiplicity)
      values += Self.influences(left, own)
      reasons += left.failure.map { $0 < 0 ? nil : left.reasons[Int($0)] }
      multiplicities += own
    }
    resampled.jackknife = Replicates(count: reasons.count, width: map.width, values: values, reasons: reasons)
    resampled.multiplicities = multiplicities
  }

  /// l/n of every value, column by column, with the sign that `JackknifeValues` gives back.
  private static func influences(_ left: Replicates, _ multiplicities: [Double]) -> [Double] {
    var values = left.values
    let n = multiplicities.reduce(0, +)
    for j in 0..<left.width {
      let places = (0..<left.count).map { $0 * left.width + j }
      let mean = zip(places, multiplicities).reduce(0) { $0 + left.values[$1.0] * $1.1 } / n
      for place in places { values[place] = (n - 1) / n * (left.values[place] - mean) }
    }
    return values
  }

  private struct Worker {
    let draws: [ReplicateSource.Draws]
    let workspace: Map.Workspace
  }
}
