/// Four subtrees of the walk over all subsets, worked on side by side: every operation does four times the work.
typealias Lanes = SIMD4<Double>

extension SIMD4<Double> {
  /// 1/x, or 0 where x is a pivot at or below the tolerance: a driver that depends on those taken in adds nothing.
  @inline(__always)
  func reciprocal(above tolerance: Double) -> SIMD4<Double> {
    (1 / self).replacing(with: 0, where: self .<= tolerance)
  }
}

/// Taking players in, four subtrees at once.
struct LaneElimination {
  let tolerance: Double
  private let rowStart: UnsafePointer<Int>
  private let levels: UnsafeMutablePointer<Lanes>
  private let offsets: UnsafePointer<Int>

  init(
    tolerance: Double, rowStart: UnsafeMutablePointer<Int>, levels: UnsafeMutablePointer<Lanes>,
    offsets: UnsafeMutablePointer<Int>
  ) {
    self.tolerance = tolerance
    self.rowStart = UnsafePointer(rowStart)
    self.levels = levels
    self.offsets = UnsafePointer(offsets)
  }

  /// Where the block goes that is left when a level has been taken in.
  @inline(__always)
  func target(_ level: Int) -> UnsafeMutablePointer<Lanes> { levels + offsets[level] }

  /// Eliminates the rows of one level from the block before them; returns the gain in explained variance.
  @inline(__always)
  func takeIn(_ block: UnsafePointer<Lanes>, level: Int, into target: UnsafeMutablePointer<Lanes>) -> Lanes {
    let first = rowStart[level]
    var r = rowStart[level + 1] - 1
    if r < first {
      // A player without columns changes nothing.
      for k in 0..<first * (first + 1) / 2 { target[k] = block[k] }
      return .zero
    }
    var gain = eliminate(block, row: r, into: target)
    while r > first {
      r -= 1
      gain += eliminate(target, row: r, into: target)
    }
    return gain
  }

  @inline(__always)
  private func eliminate(
    _ block: UnsafePointer<Lanes>, row r: Int, into target: UnsafeMutablePointer<Lanes>
  ) -> Lanes {
    let row = block + r * (r + 1) / 2
    let inverse = row[r].reciprocal(above: tolerance)
    var position = 0
    for i in 0..<r {
      let factor = row[i] * inverse
      for j in 0...i { target[position + j] = block[position + j] - factor * row[j] }
      position += i + 1
    }
    return row[0] * row[0] * inverse
  }
}

/// The explained variances of the subsets of three players a, b, c (rows 1, 2, 3 of a block whose row 0 is the outcome).
struct ThreeGains {
  let a: Lanes
  let b: Lanes
  let ab: Lanes
  let c: Lanes
  /// Beyond c.
  let aAfterC: Lanes
  let bAfterC: Lanes
  let abAfterC: Lanes

  @inline(__always)
  init(_ s: UnsafePointer<Lanes>, tolerance: Double) {
    (a, b, ab) = ThreeGains.two(ya: s[1], aa: s[2], yb: s[3], ab: s[4], bb: s[5], tolerance)
    let inverse = s[9].reciprocal(above: tolerance)
    let fa = s[7] * inverse
    let fb = s[8] * inverse
    c = s[6] * s[6] * inverse
    (aAfterC, bAfterC, abAfterC) = ThreeGains.two(
      ya: s[1] - s[6] * fa, aa: s[2] - s[7] * fa, yb: s[3] - s[6] * fb, ab: s[4] - s[7] * fb, bb: s[5] - s[8] * fb,
      tolerance)
  }

  @inline(__always)
  private static func two(
    ya: Lanes, aa: Lanes, yb: Lanes, ab: Lanes, bb: Lanes, _ tolerance: Double
  ) -> (Lanes, Lanes, Lanes) {
    let inverseA = aa.reciprocal(above: tolerance)
    let inverseB = bb.reciprocal(above: tolerance)
    let factor = ab * inverseA
    let restOfB = bb - ab * factor
    let restOfY = yb - ya * factor
    let gainA = ya * ya * inverseA
    return (gainA, yb * yb * inverseB, gainA + restOfY * restOfY * restOfB.reciprocal(above: tolerance))
  }
}
