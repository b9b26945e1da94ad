package import Survey

import Probability

/// How the rows of a large survey are dealt into blocks, so that resampling need not keep them.
///
/// **The policy.** From 50,000 rows on (after a selection of rows, before any is left out for a missing answer) replicates
/// reweight 1000 random blocks of rows instead of the rows. A bootstrap that draws m blocks with replacement has the right
/// variance in expectation, because a block's sum is the sum of its rows' and the dealing makes blocks exchangeable; as an
/// estimate from m blocks that variance has a relative error of about √(2/m), and a standard error or the width of an
/// interval half of that: 2.2 % for 1000 blocks, less than 1000 replicates add by themselves. The gain is a cost that
/// does not grow with the rows, and that no row is kept. With fewer rows drawing them one by one is quick enough.
///
/// Each row draws its block by itself, from the seed and its number in the source: so neither threads nor the cutting of
/// the file can change anything. Dealing out every thousand rows one to each block would make the blocks' sizes equal, but
/// files are often sorted, and then such blocks would be too much alike and every interval too narrow. Unequal sizes
/// (1000 ± 32 rows) do no harm: everything computed is a ratio.
///
/// Clusters, strata and pairwise deletion need the rows and have no blocks.
package struct RandomBlocks: Sendable, Equatable {
  /// Rows from which on blocks are drawn instead of rows.
  package static let smallestSample = 50_000
  package static let count = 1000

  package let count: Int
  private let key: UInt64

  /// - Parameter seed: that of the resampling.
  package init(seed: UInt64, count: Int = RandomBlocks.count) {
    precondition(count > 0 && count < 1 << 24, "a number of blocks")
    self.count = count
    // A stream that no replicate owns, and the jackknife neither.
    var stream = RandomStream(seed: seed, stream: .max - 1)
    key = stream.next()
  }

  /// Whether a survey of so many rows is resampled in blocks.
  package static func apply(rows: Int, missing: MissingTreatment, hasDesign: Bool) -> Bool {
    rows >= smallestSample && missing == .listwise && !hasDesign
  }

  /// The block of the row of that number, 0 ..< count. A row that stands for several respondents deals each of them.
  package func block(row: Int, respondent: Int = 0) -> Int32 {
    // SplitMix64 at position `row` of the sequence that starts at the key (Steele, Lea & Flood 2014,
    // doi:10.1145/2660193.2660195); the topmost 32 bits times the count.
    var z = key &+ UInt64(truncatingIfNeeded: row) &* 0x9E37_79B9_7F4A_7C15
    z &+= UInt64(truncatingIfNeeded: respondent) &* 0xD1B5_4A32_D192_ED03
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Int32(truncatingIfNeeded: ((z >> 32) &* UInt64(count)) >> 32)
  }

  /// The entries that rows make: one each, or, with frequencies, one for each block that some of the respondents fell into.
  struct Entries {
    var blocks: [Int32]
    /// The row (0-based, among those that count) of each entry; `nil` when entries are rows.
    var source: [Int32]?
    var weights: [Double]?
  }

  func entries(numbers: [Int], weights: [Double]?, kind: WeightsKind?) -> Entries {
    guard kind == .frequency, let weights else {
      return Entries(blocks: numbers.map { block(row: $0) }, source: nil, weights: weights)
    }
    var result = Entries(blocks: [], source: [], weights: [])
    var counts = [Double](repeating: 0, count: count)
    for (i, number) in numbers.enumerated() {
      let frequency = Int(weights[i])
      var met: [Int] = []
      for respondent in 0..<frequency {
        let block = Int(block(row: number, respondent: respondent))
        if counts[block] == 0 { met.append(block) }
        counts[block] += 1
      }
      for block in met {
        result.blocks.append(Int32(block))
        result.source!.append(Int32(i))
        result.weights!.append(counts[block])
        counts[block] = 0
      }
    }
    return result
  }
}
