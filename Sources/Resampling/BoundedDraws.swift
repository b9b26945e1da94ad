import Probability

/// Draws of whole numbers below a bound, two from each 64-bit word of a stream: what a bootstrap does most.
struct BoundedDraws {
  private(set) var stream: RandomStream
  private var spare: UInt64 = 0
  private var hasSpare = false

  init(_ stream: RandomStream) { self.stream = stream }

  @inline(__always)
  mutating func word() -> UInt32 {
    if hasSpare {
      hasSpare = false
      return UInt32(truncatingIfNeeded: spare)
    }
    spare = stream.next()
    hasSpare = true
    return UInt32(truncatingIfNeeded: spare >> 32)
  }

  /// A number in 0 ..< bound, without bias (Lemire 2019, doi:10.1145/3230636); the bound is below 2³².
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    let n = UInt64(UInt32(bound))
    var product = UInt64(word()) &* n
    if product & 0xFFFF_FFFF < n {
      let threshold = (0x1_0000_0000 &- n) % n
      while product & 0xFFFF_FFFF < threshold { product = UInt64(word()) &* n }
    }
    return Int(product >> 32)
  }
}

/// Draws with unequal chances in constant time: Walker's alias method in Vose's (1991, doi:10.1109/32.92917) form.
struct AliasTable: Sendable {
  /// Entry i stands for itself when a 32-bit draw is below `threshold[i]`, else for `other[i]`.
  private let threshold: [UInt64]
  private let other: [Int32]

  /// Chances in proportion to the weights; equal ones when all are zero.
  init(_ weights: [Double]) {
    let n = weights.count
    let total = weights.reduce(0, +)
    var scaled = weights.map { total > 0 ? $0 * Double(n) / total : 1 }
    var threshold = [UInt64](repeating: 1 << 32, count: n)
    var other = (0..<Int32(n)).map { $0 }
    var small: [Int] = []
    var large: [Int] = []
    for i in 0..<n { if scaled[i] < 1 { small.append(i) } else { large.append(i) } }
    while let s = small.last, let l = large.last {
      small.removeLast()
      threshold[s] = UInt64((scaled[s] * 0x1p32).rounded())
      other[s] = Int32(l)
      scaled[l] -= 1 - scaled[s]
      if scaled[l] < 1 {
        large.removeLast()
        small.append(l)
      }
    }
    // What rounding leaves over among the small ones is one but for rounding; a weight of zero must stay impossible.
    if let fallback = weights.firstIndex(where: { $0 == weights.max() }) {
      for s in small where weights[s] == 0 && total > 0 {
        threshold[s] = 0
        other[s] = Int32(fallback)
      }
    }
    self.threshold = threshold
    self.other = other
  }

  @inline(__always)
  func draw(_ source: inout BoundedDraws) -> Int {
    let i = source.below(threshold.count)
    return UInt64(source.word()) < threshold[i] ? i : Int(other[i])
  }
}

/// Draws from a binomial distribution in constant time, from a table of its chances.
///
/// Numbers less likely than 10⁻¹⁸ times the likeliest are left out: no draw of 32 bits would find them.
struct BinomialTable: Sendable {
  private let first: Int
  private let table: AliasTable

  /// - Parameter chance: of one draw, between 0 and 1, ends excluded.
  init(draws n: Int, chance p: Double) {
    precondition(n > 0 && p > 0 && p < 1, "a binomial number of draws varies")
    let mode = min(n, Int(Double(n + 1) * p))
    let odds = p / (1 - p)
    var below: [Double] = []
    var weight = 1.0
    var k = mode
    // P(k − 1)/P(k) = k/((n − k + 1)·odds)
    while k > 0 {
      weight *= Double(k) / (Double(n - k + 1) * odds)
      if weight < 1e-18 { break }
      below.append(weight)
      k -= 1
    }
    var weights = Array(below.reversed()) + [1]
    weight = 1
    k = mode
    while k < n {
      weight *= Double(n - k) * odds / Double(k + 1)
      if weight < 1e-18 { break }
      weights.append(weight)
      k += 1
    }
    first = mode - below.count
    table = AliasTable(weights)
  }

  @inline(__always)
  func draw(_ source: inout BoundedDraws) -> Int { first + table.draw(&source) }
}
