import Platform
import Probability

/// Finds for a predicted answer one of the respondents whose own prediction is nearest.
///
/// Predictions are sorted by their first 32 bits in three passes over digits; respondents come in random order, so that of equal
/// predictions none is preferred. One object serves one thread and allocates nothing after its making.
final class DonorSearch {
  /// Respondents among whom one is drawn.
  static let donors = 5

  private let keys: OwnedBuffer<UInt32>
  private let otherKeys: OwnedBuffer<UInt32>
  private let rows: OwnedBuffer<Int32>
  private let otherRows: OwnedBuffer<Int32>
  private let sorted: OwnedBuffer<Double>
  private let counts: OwnedBuffer<Int32>
  private var count = 0

  private static let digit = 11
  private static let cells = 1 << digit

  /// - Parameter capacity: the most respondents.
  init(capacity: Int) {
    let n = max(1, capacity)
    keys = OwnedBuffer(repeating: 0, count: n)
    otherKeys = OwnedBuffer(repeating: 0, count: n)
    rows = OwnedBuffer(repeating: 0, count: n)
    otherRows = OwnedBuffer(repeating: 0, count: n)
    sorted = OwnedBuffer(repeating: 0, count: n)
    counts = OwnedBuffer(repeating: 0, count: 3 * Self.cells)
  }

  /// Takes the predictions of some respondents.
  ///
  /// - Parameter predictions: by row of the table.
  func take(_ observed: [Int32], predictions: UnsafePointer<Double>, stream: inout RandomStream) {
    count = observed.count
    for k in 0..<count { rows[k] = observed[k] }
    var k = count - 1
    while k > 0 {
      let other = Self.below(k + 1, &stream)
      let own = rows[k]
      rows[k] = rows[other]
      rows[other] = own
      k -= 1
    }
    for k in 0..<3 * Self.cells { counts[k] = 0 }
    let mask = UInt32(Self.cells - 1)
    for k in 0..<count {
      let bits = Float(predictions[Int(rows[k])]).bitPattern
      let key = bits >> 31 == 0 ? bits | 0x8000_0000 : ~bits
      keys[k] = key
      counts[Int(key & mask)] += 1
      counts[Self.cells + Int(key >> 11 & mask)] += 1
      counts[2 * Self.cells + Int(key >> 22)] += 1
    }
    pass(0, keys.pointer, rows.pointer, otherKeys.pointer, otherRows.pointer)
    pass(1, otherKeys.pointer, otherRows.pointer, keys.pointer, rows.pointer)
    pass(2, keys.pointer, rows.pointer, otherKeys.pointer, otherRows.pointer)
    for k in 0..<count { sorted[k] = predictions[Int(otherRows[k])] }
  }

  private func pass(
    _ digit: Int, _ fromKeys: UnsafeMutablePointer<UInt32>, _ fromRows: UnsafeMutablePointer<Int32>,
    _ toKeys: UnsafeMutablePointer<UInt32>, _ toRows: UnsafeMutablePointer<Int32>
  ) {
    let own = counts + digit * Self.cells
    var total: Int32 = 0
    for cell in 0..<Self.cells {
      let size = own[cell]
      own[cell] = total
      total += size
    }
    let shift = UInt32(digit * Self.digit)
    let mask = UInt32(Self.cells - 1)
    for k in 0..<count {
      let cell = Int(fromKeys[k] >> shift & mask)
      let place = Int(own[cell])
      own[cell] += 1
      toKeys[place] = fromKeys[k]
      toRows[place] = fromRows[k]
    }
  }

  /// A number below the bound from 32 bits: the bias, below n/2³², is no matter for donors.
  @inline(__always)
  static func below(_ bound: Int, _ stream: inout RandomStream) -> Int {
    Int(((stream.next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// The row of one of the nearest, each as likely as the others.
  func draw(near prediction: Double, stream: inout RandomStream) -> Int32 {
    let chosen = Self.below(min(Self.donors, count), &stream)
    var low = 0
    var length = count
    while length > 0 {
      let half = length >> 1
      let isBelow = sorted[low + half] < prediction
      low = isBelow ? low + half + 1 : low
      length = isBelow ? length - half - 1 : half
    }
    var (left, right) = (low - 1, low)
    var place = 0
    for _ in 0...chosen {
      let takesRight =
        left < 0 || right < count && sorted[right] - prediction < prediction - sorted[left]
      if takesRight {
        place = right
        right += 1
      } else {
        place = left
        left -= 1
      }
    }
    return otherRows[place]
  }
}
