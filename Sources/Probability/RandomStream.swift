/// A stream of random numbers named by a seed and a number: replicate *i* owns stream *i*, so that results never depend
/// on the number of threads or the order of work.
///
/// xoshiro256++ (Blackman & Vigna 2021, doi:10.1145/3460772), its state filled by SplitMix64 from the seed and the
/// stream's number. The draws below are our own and fixed forever: `Int.random(in:using:)` may change between releases
/// of Swift, and then a seed would no longer mean the same sample.
public struct RandomStream: RandomNumberGenerator, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  public init(seed: UInt64, stream: UInt64) {
    var first = seed
    // The stream's number enters after one round of mixing, so that (seed, stream) pairs do not run along a line.
    var state = RandomStream.splitMix(&first) ^ (stream &* 0xD1B5_4A32_D192_ED03)
    s0 = RandomStream.splitMix(&state)
    s1 = RandomStream.splitMix(&state)
    s2 = RandomStream.splitMix(&state)
    s3 = RandomStream.splitMix(&state)
  }

  private static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  @inline(__always)
  private static func rotate(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }

  /// The next 64 bits of the stream.
  public mutating func next() -> UInt64 {
    let result = RandomStream.rotate(s0 &+ s3, 23) &+ s0
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = RandomStream.rotate(s3, 45)
    return result
  }

  /// A number in 0 ..< bound, without bias (Lemire 2019, doi:10.1145/3230636).
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "an empty range has no members to draw")
    let n = UInt64(bound)
    var product = next().multipliedFullWidth(by: n)
    if product.low < n {
      let threshold = (0 &- n) % n
      while product.low < threshold { product = next().multipliedFullWidth(by: n) }
    }
    return Int(product.high)
  }

  /// A number in the open interval (0, 1): the middle of one of 2⁵² equal cells. With one bit more the topmost middle
  /// would round to 1.
  public mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }
}
