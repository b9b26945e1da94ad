package import Survey

/// Takes in a survey block by block: a small one is kept, a large one summed.
///
/// Rows wait until there are so many that resampling goes by blocks (`RandomBlocks.smallestSample`); then they are summed,
/// and so is every row that follows. Whether a survey is large depends on its rows alone, not on where they come from.
package struct SurveyIntake {
  package enum Outcome {
    /// Fewer rows than that: all of them.
    case rows(Dataset)
    case sums(ModelMoments)
  }

  private var accumulator: MomentsAccumulator
  private var waiting: [Dataset] = []
  private var rowCount = 0
  private let largestKept: Int

  /// - Parameters:
  ///   - resampling: the seed of replicates; `nil` when there will be none.
  ///   - keepsSmall: `false` sums a survey of any size.
  ///   - countsPairs: whether pairs of answers are counted beside.
  ///   - jobs: threads that sum; no result depends on it.
  package init(
    roles: AnalysisRoles, resampling: UInt64?, keepsSmall: Bool = true, countsPairs: Bool = false, jobs: Int = 1
  ) {
    accumulator = MomentsAccumulator(
      roles: roles, dealing: resampling.map { RandomBlocks(seed: $0) }, countsPairs: countsPairs, jobs: jobs)
    largestKept = keepsSmall ? RandomBlocks.smallestSample - 1 : -1
  }

  /// Adds the chosen rows of one block. Throws what `ModelFrame.init` throws about the values of a row; counts in such a
  /// fault are of this block.
  package mutating func add(_ block: Dataset) throws {
    let wasLarge = rowCount > largestKept
    rowCount += block.rowCount
    if wasLarge { return try accumulator.add(block) }
    waiting.append(block)
    guard rowCount > largestKept else { return }
    for block in waiting { try accumulator.add(block) }
    waiting = []
  }

  /// Throws what `ModelFrame.init` throws about columns and counts of rows, when the survey is large.
  package func finish() throws -> Outcome {
    rowCount > largestKept ? .sums(try accumulator.finish()) : .rows(Dataset(joining: waiting))
  }
}
