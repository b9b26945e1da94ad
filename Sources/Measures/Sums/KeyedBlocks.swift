/// The block of a key: a hash of whole numbers that every engine computes alike, with products below 2⁶³ and remainders.
///
/// Two rounds of a multiplication and a square modulo the prime p = 2³¹ − 1: keys that follow each other fall into blocks as
/// if at random, and rows of one key, such as the answers of one household, into one block.
package enum KeyedBlocks {
  package static let modulus: Int64 = 2_147_483_647
  /// A multiplier with good spectra for that prime (Fishman & Moore 1986, doi:10.1137/0907002), and Lewis, Goodman & Miller's.
  package static let multipliers: [Int64] = [742_938_285, 48_271]
  package static let increments: [Int64] = [11, 7]

  package static func block(of key: Int64, count: Int) -> Int {
    var first = key % modulus
    if first < 0 { first += modulus }
    let a = (first * multipliers[0] + increments[0]) % modulus
    let b = (a * a + first) % modulus
    let c = (b * multipliers[1] + increments[1]) % modulus
    let d = (c * c + a) % modulus
    return Int(d % Int64(count))
  }
}
