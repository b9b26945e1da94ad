import Platform

/// Bits of a number, to the precision of 32, that ascend as the numbers do.
private func orderedBits(_ number: Double) -> UInt32 {
  let bits = Float(number).bitPattern
  return bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
}

/// The order of numbers by size, to the precision of 32 bits: three passes of eleven bits. Numbers that differ by less keep
/// their places.
final class RankSorter {
  private let count: Int
  /// Positions, the smallest number's first.
  let order: OwnedBuffer<Int32>
  private let other: OwnedBuffer<Int32>
  private let keys: OwnedBuffer<UInt32>
  private let counts: OwnedBuffer<Int32>

  init(count: Int) {
    self.count = count
    order = OwnedBuffer(repeating: 0, count: count)
    other = OwnedBuffer(repeating: 0, count: count)
    keys = OwnedBuffer(repeating: 0, count: count)
    counts = OwnedBuffer(repeating: 0, count: 2048)
  }

  func sort(_ numbers: UnsafePointer<Double>) {
    for i in 0..<count {
      keys[i] = orderedBits(numbers[i])
      order[i] = Int32(i)
    }
    var (from, to) = (order.pointer, other.pointer)
    for shift: UInt32 in [0, 11, 22] {
      for k in 0..<2048 { counts[k] = 0 }
      for i in 0..<count { counts[Int((keys[i] >> shift) & 2047)] += 1 }
      var sum: Int32 = 0
      for k in 0..<2048 { (counts[k], sum) = (sum, sum + counts[k]) }
      for i in 0..<count {
        let place = from[i]
        let key = Int((keys[Int(place)] >> shift) & 2047)
        to[Int(counts[key])] = place
        counts[key] += 1
      }
      (from, to) = (to, from)
    }
    // After three passes the order stands in the other buffer.
    order.update(from: from, count: count)
  }
}

/// Replaces numbers by a few levels of given frequencies, rank by rank, in the order of `RankSorter` but without sorting.
///
/// Numbers, nearly normal ones of variance 1, are dealt into cells by size. All members of a cell get one level, but where a
/// level ends within it: only those few cells are sorted.
final class RankCells {
  private static let cells = 2048
  /// Cells per unit.
  private static let fineness: Float = 256
  private static let open: UInt8 = .max
  private let count: Int
  private let cellOf: OwnedBuffer<UInt16>
  /// By cell: its members, then the members of all before it.
  private let starts: OwnedBuffer<Int32>
  private let levelOf: OwnedBuffer<UInt8>
  /// Key and place of the members of open cells.
  private var members: [UInt64] = []

  init(count: Int) {
    self.count = count
    cellOf = OwnedBuffer(count: count)
    starts = OwnedBuffer(count: Self.cells + 1)
    levelOf = OwnedBuffer(count: Self.cells)
  }

  /// - Parameters:
  ///   - levels: fewer than 255.
  ///   - ends: how many numbers get one of the levels up to each; the last is `count`.
  func write(
    _ numbers: UnsafePointer<Double>, _ levels: [Int16], ends: [Int], into target: UnsafeMutablePointer<Int16>
  ) {
    deal(numbers)
    assign(ends)
    members.removeAll(keepingCapacity: true)
    levels.withUnsafeBufferPointer { levels in
      for i in 0..<count {
        let level = levelOf[Int(cellOf[i])]
        if level == Self.open {
          members.append(UInt64(orderedBits(numbers[i])) << 32 | UInt64(i))
        } else {
          target[i] = levels[Int(level)]
        }
      }
    }
    members.sort()
    var (cell, rank, level) = (-1, 0, 0)
    for member in members {
      let place = Int(member & 0xFFFF_FFFF)
      let own = Int(cellOf[place])
      if own != cell { (cell, rank) = (own, Int(starts[own])) }
      while ends[level] <= rank { level += 1 }
      target[place] = levels[level]
      rank += 1
    }
  }

  private func deal(_ numbers: UnsafePointer<Double>) {
    starts.pointer.update(repeating: 0, count: Self.cells + 1)
    let half = Float(Self.cells / 2)
    for i in 0..<count {
      let position = Float(numbers[i]) * Self.fineness + half
      let cell = UInt16(min(max(position, 0), 2 * half - 1))
      cellOf[i] = cell
      starts[Int(cell) + 1] += 1
    }
    for cell in 0..<Self.cells { starts[cell + 1] += starts[cell] }
  }

  /// The level of every cell, or that it is open.
  private func assign(_ ends: [Int]) {
    var level = 0
    for cell in 0..<Self.cells {
      let (start, end) = (Int(starts[cell]), Int(starts[cell + 1]))
      while ends[level] <= start && level < ends.count - 1 { level += 1 }
      levelOf[cell] = end <= ends[level] ? UInt8(level) : Self.open
    }
  }
}
