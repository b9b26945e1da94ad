import Platform

/// What every set of players is worth, and which of each pair it favours.
///
/// The table takes 8 bytes for each of 2^p sets; only complete dominance needs it.
public struct SubsetValues: Sendable {
  /// Players up to which the table is made: 32 MB.
  public static let limit = 22
  /// Two values that differ by less than this part of the outcome's variance tie, and a tie is no dominance.
  static let tie = 1e-12

  /// Players, one bit of a mask each.
  public let playerCount: Int
  /// By bit mask of players as the problem numbers them; that of nobody is 0.
  public private(set) var values: [Double]

  init(values: [Double], playerCount: Int) {
    precondition(values.count == 1 << playerCount, "a value for every set")
    self.values = values
    self.playerCount = playerCount
  }

  /// All sets in one pass, from the residual block of the moments.
  init(_ walk: SubsetWalk, root: UnsafePointer<Double>, tolerance: Double) {
    precondition(
      walk.playerCount <= SubsetValues.limit, "the table of all subsets is kept to \(SubsetValues.limit) players")
    playerCount = walk.playerCount
    values = [Double](repeating: 0, count: 1 << walk.playerCount)
    let size = walk.rowCount * (walk.rowCount + 1) / 2
    // One block per number of players left on the way down.
    let blocks = OwnedBuffer<Double>(count: size * max(1, walk.playerCount))
    withExtendedLifetime(blocks) {
      values.withUnsafeMutableBufferPointer { values in
        SubsetValues.fill(
          values.baseAddress!, walk, blocks: blocks.pointer, size: size, block: root, players: walk.playerCount,
          mask: 0, value: 0, tolerance: tolerance)
      }
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
  public func comparisonsWon(jobs: Int) -> [Double] {
    let p = playerCount
    guard p > 1 else { return [Double](repeating: 0, count: p * p) }
    // One task for each pair; whole numbers add up the same in any order.
    let pairs = (1..<p).flatMap { i in (0..<i).map { j in (i, j) } }
    var won = [Int](repeating: 0, count: p * p)
    values.withUnsafeBufferPointer { values in
      won.withUnsafeMutableBufferPointer { won in
        let shared = Shared(values: values, won: won)
        TaskSharing.run(tasks: pairs.count, jobs: jobs) {
        } body: { _, task in
          let (i, j) = pairs[task]
          let (wins, losses) = SubsetValues.compare(i, j, shared.values)
          shared.won[i * p + j] = wins
          shared.won[j * p + i] = losses
        }
      }
    }
    let comparisons = Double(1 << (p - 2))
    return won.map { Double($0) / comparisons }
  }

  /// To how many sets of other players i adds more than j does, and the reverse; j is below i.
  ///
  /// Sets that differ in players below j stand side by side, with i added and with j added: two stretches of 2^j numbers,
  /// compared four at a time. For the first two players the stretches are shorter than that and picked out of eight.
  private static func compare(_ i: Int, _ j: Int, _ values: UnsafeBufferPointer<Double>) -> (wins: Int, losses: Int) {
    let (high, low) = (1 << i, 1 << j)
    let base = values.baseAddress!
    var tally = Tally()
    if high < 8 {
      for mask in 0..<values.count where mask & (high | low) == 0 {
        tally.add(Lanes(base[mask | high] - base[mask | low], 0, 0, 0))
      }
      return tally.sums
    }
    for above in stride(from: 0, to: values.count, by: 2 * high) {
      switch low {
      case 1:
        for k in stride(from: above, to: above + high, by: 8) {
          tally.add(load(base + (k + high)).evenHalf - load(base + k).oddHalf)
        }
      case 2:
        for k in stride(from: above, to: above + high, by: 8) {
          let (x, y) = (load(base + (k + high)), load(base + k))
          tally.add(
            Lanes(lowHalf: x.lowHalf.lowHalf, highHalf: x.highHalf.lowHalf)
              - Lanes(lowHalf: y.lowHalf.highHalf, highHalf: y.highHalf.highHalf))
        }
      default:
        for between in stride(from: above, to: above + high, by: 2 * low) {
          for k in stride(from: between, to: between + low, by: 4) {
            tally.add(four(base + (k + high)) - four(base + (k + low)))
          }
        }
      }
    }
    return tally.sums
  }

  /// How many differences were above, and how many below, what counts as a tie.
  private struct Tally {
    private var wins = SIMD4<Int64>()
    private var losses = SIMD4<Int64>()

    @inline(__always)
    mutating func add(_ differences: Lanes) {
      let one = SIMD4<Int64>(repeating: 1)
      wins &+= SIMD4<Int64>().replacing(with: one, where: differences .> SubsetValues.tie)
      losses &+= SIMD4<Int64>().replacing(with: one, where: differences .< -SubsetValues.tie)
    }

    var sums: (wins: Int, losses: Int) { (Int(wins.wrappedSum()), Int(losses.wrappedSum())) }
  }

  @inline(__always)
  private static func load(_ p: UnsafePointer<Double>) -> SIMD8<Double> {
    UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Double>.self)
  }

  @inline(__always)
  private static func four(_ p: UnsafePointer<Double>) -> Lanes {
    UnsafeRawPointer(p).loadUnaligned(as: Lanes.self)
  }

  private struct Shared: @unchecked Sendable {
    let values: UnsafeBufferPointer<Double>
    let won: UnsafeMutableBufferPointer<Int>
  }
}
