/// The explained variance of every subset of players, and which driver of each pair it favours.
///
/// Only complete dominance needs the table: 8 bytes for each of 2^p subsets.
struct SubsetValues: Sendable {
  /// Players up to which the table is made: 32 MB.
  static let limit = 22
  /// Two values that differ by less than this part of the outcome's variance tie, and a tie is no dominance.
  static let tie = 1e-12

  let playerCount: Int
  /// By bit mask of players as the problem numbers them.
  private(set) var values: [Double]

  init(_ walk: SubsetWalk, root: UnsafePointer<Double>, tolerance: Double) {
    precondition(
      walk.playerCount <= SubsetValues.limit, "the table of all subsets is kept to \(SubsetValues.limit) players")
    playerCount = walk.playerCount
    values = [Double](repeating: 0, count: 1 << walk.playerCount)
    let size = walk.rowCount * (walk.rowCount + 1) / 2
    // One block per number of players left on the way down.
    let blocks = UnsafeMutablePointer<Double>.allocate(capacity: size * max(1, walk.playerCount))
    defer { blocks.deallocate() }
    values.withUnsafeMutableBufferPointer { values in
      SubsetValues.fill(
        values.baseAddress!, walk, blocks: blocks, size: size, block: root, players: walk.playerCount, mask: 0,
        value: 0,
        tolerance: tolerance)
    }
  }

  private static func fill(
    _ values: UnsafeMutablePointer<Double>, _ walk: SubsetWalk, blocks: UnsafeMutablePointer<Double>, size: Int,
    block: UnsafePointer<Double>, players: Int, mask: Int, value: Double, tolerance: Double
  ) {
    values[mask] = value
    for level in 0..<players {
      let end = walk.rowStart[level + 1]
      let target = blocks + size * level
      target.update(from: block, count: end * (end + 1) / 2)
      let gain = SubsetWalk.takeIn(target, rows: walk.rowStart[level]..<end, tolerance: tolerance)
      fill(
        values, walk, blocks: blocks, size: size, block: target, players: level,
        mask: mask | 1 << walk.playerAtLevel[level], value: value + gain, tolerance: tolerance)
    }
  }

  /// For each pair (i, j) the proportion of the 2^(p − 2) sets of other drivers to which i adds more than j does.
  /// Row-major p × p; the diagonal is zero.
  func comparisonsWon(jobs: Int) -> [Double] {
    let p = playerCount
    guard p > 1 else { return [Double](repeating: 0, count: p * p) }
    // The subsets in chunks; whole numbers add up the same in any order.
    let chunks = max(1, (1 << p) / 65536)
    let width = p * p
    var counts = [Int](repeating: 0, count: chunks * width)
    values.withUnsafeBufferPointer { values in
      counts.withUnsafeMutableBufferPointer { counts in
        let shared = Shared(values: values, counts: counts)
        let span = (1 << p) / chunks
        TaskSharing.run(tasks: chunks, jobs: jobs) {
          [Double](repeating: 0, count: p)
        } body: { with, chunk in
          SubsetValues.count(
            shared.values, players: p, subsets: chunk * span..<(chunk + 1) * span, with: &with,
            into: shared.counts.baseAddress! + chunk * width)
        }
      }
    }
    var won = [Int](repeating: 0, count: width)
    for (k, count) in counts.enumerated() { won[k % width] += count }
    let comparisons = Double(1 << (p - 2))
    return won.map { Double($0) / comparisons }
  }

  private static func count(
    _ values: UnsafeBufferPointer<Double>, players p: Int, subsets: Range<Int>, with: inout [Double],
    into won: UnsafeMutablePointer<Int>
  ) {
    with.withUnsafeMutableBufferPointer { with in
      for mask in subsets {
        for i in 0..<p { with[i] = mask >> i & 1 == 0 ? values[mask | 1 << i] : .nan }
        // A comparison with NaN is false: players in the set itself win and lose nothing.
        for i in 1..<p {
          let a = with[i]
          for j in 0..<i {
            let difference = a - with[j]
            won[i * p + j] += difference > tie ? 1 : 0
            won[j * p + i] += difference < -tie ? 1 : 0
          }
        }
      }
    }
  }

  private struct Shared: @unchecked Sendable {
    let values: UnsafeBufferPointer<Double>
    let counts: UnsafeMutableBufferPointer<Int>
  }
}
