package import Probability

/// From the moments of a replicate to all its numbers: what a family of methods contributes.
///
/// The family knows which column of the numbers is what; resampling knows only that there are `width` of them.
package protocol ReplicateMap: Sendable {
  /// What one thread works in, beside the moments that are drawn for it.
  associatedtype Workspace

  /// Numbers per replicate.
  var width: Int { get }

  /// Called once per thread; the moments are those that will be drawn into.
  func makeWorkspace(_ moments: ReplicateMoments) -> Workspace

  /// Works the moments out without allocating; may change them. What stays NaN is not defined in the replicate.
  /// - Parameters:
  ///   - stream: of the replicate, behind what the source drew from it.
  ///   - row: `width` numbers, NaN so far.
  /// - Returns: why the replicate has no numbers, or `nil`.
  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure?
}

/// The replicates of any method on any data: a source of moments × a map from moments to numbers.
///
/// Replicate i draws from stream i of the seed, so that the result is the same to the last bit for any number of threads. When
/// BCa intervals are asked for and the source has rows, the same map is evaluated without each of them (`Jackknife`).
package struct ReplicatePlan<Map: ReplicateMap>: Sendable {
  package let source: ReplicateSource
  package let map: Map
  package let specification: BootstrapSpecification
  private let firstStream: UInt64

  /// - Parameter firstStream: replicate i owns stream `firstStream` + i.
  package init(
    _ source: ReplicateSource, _ map: Map, _ specification: BootstrapSpecification, firstStream: UInt64 = 0
  ) {
    self.source = source
    self.map = map
    self.specification = specification
    self.firstStream = firstStream
  }

  /// - Parameters:
  ///   - jobs: threads; the result does not depend on it.
  ///   - progress: told now and then how many replicates are done.
  package func run(jobs: Int, progress: (@Sendable (Int) -> Void)? = nil) -> Resampled {
    let (source, map, seed, first) = (source, map, specification.seed, firstStream)
    let make: @Sendable () -> Worker = {
      let draws = source.makeDraws()
      return Worker(draws: draws, workspace: map.makeWorkspace(draws.moments))
    }
    let given = source.rows?.given
    let bootstrap = ReplicateRunner.run(
      count: given?.count ?? specification.replicates, width: map.width, jobs: jobs, seed: specification.seed,
      firstStream: firstStream,
      progress: progress, makeWorkspace: make
    ) { worker, replicate, stream, row in
      let failure = source.draw(replicate, worker.draws, stream: &stream) {
        RandomStream(seed: seed, stream: first &+ UInt64($0))
      }
      if let failure { return failure }
      return map.evaluate(worker.workspace, stream: &stream, into: row)
    }
    if let given {
      return resampled(bootstrap, given, jobs: jobs, make)
    }
    guard specification.interval == .bca, let rows = source.rows else {
      return Resampled(bootstrap: bootstrap, degrees: source.rows?.degrees)
    }
    let jackknife = Jackknife(rows, seed: specification.seed)
    let left = ReplicateRunner.run(
      count: jackknife.count, width: map.width, jobs: jobs, seed: specification.seed, makeWorkspace: make
    ) { worker, group, stream, row in
      if let failure = source.omit(group, of: jackknife, worker.draws, stream: &stream) { return failure }
      return map.evaluate(worker.workspace, stream: &stream, into: row)
    }
    return Resampled(
      bootstrap: bootstrap, jackknife: left, multiplicities: (0..<jackknife.count).map(jackknife.multiplicity),
      degrees: rows.degrees)
  }

  /// What replicates say whose weights were given.
  private func resampled(
    _ bootstrap: Replicates, _ given: GivenReplicates, jobs: Int, _ make: @escaping @Sendable () -> Worker
  ) -> Resampled {
    guard let variance = given.variance else {
      var resampled = Resampled(bootstrap: bootstrap, degrees: given.degrees)
      resampled.isGiven = true
      return resampled
    }
    let (source, map) = (source, map)
    let point = ReplicateRunner.run(
      count: 1, width: map.width, jobs: 1, seed: specification.seed, makeWorkspace: make
    ) { worker, _, stream, row in
      if let failure = source.drawBase(worker.draws, stream: &stream) { return failure }
      return map.evaluate(worker.workspace, stream: &stream, into: row)
    }
    return Resampled(
      bootstrap: bootstrap, variance: variance, point: point.values, draws: specification.replicates,
      seed: specification.seed)
  }

  private struct Worker {
    let draws: ReplicateSource.Draws
    let workspace: Map.Workspace
  }
}
