import LinearAlgebra
import Measures
import Platform
import Probability

/// The answers of a sample as a population of comparison data holds them: each item's in order of size, as many as the
/// population has members.
struct PopulationAnswers: Sendable {
  let size: Int
  let items: Int
  /// Of each item: its different answers, ascending, and how many members have one up to each.
  let levels: [[Double]]
  let ends: [[Int]]
  /// What is subtracted from each item's answers so that whole ones fit 16 bits; `nil` when they are not all whole and few.
  let shifts: [Double]?
  /// The largest of what is left.
  let magnitude: Double

  /// More different answers than so many are no rating.
  private static let mostLevels = 64

  /// - Parameter frame: complete rows whose columns are the items.
  init(_ frame: ModelFrame, size: Int) {
    let (p, n) = (frame.columnCount, frame.rowCount)
    self.size = size
    items = p
    var levels: [[Double]] = []
    var ends: [[Int]] = []
    for j in 0..<p {
      let sorted = frame.values[j * n..<(j + 1) * n].sorted()
      var own: [Double] = []
      var last: [Int] = []
      for place in 0..<size {
        let value = sorted[place * n / size]
        if own.last == value {
          last[last.count - 1] = place + 1
        } else {
          own.append(value)
          last.append(place + 1)
        }
      }
      levels.append(own)
      ends.append(last)
    }
    self.levels = levels
    self.ends = ends
    let whole = WholeAnswers(ranges: levels.map { ($0.first!, $0.last!) })
    magnitude = whole.magnitude
    let isRating = levels.allSatisfy { $0.count <= Self.mostLevels && $0.allSatisfy { $0 == $0.rounded() } }
    shifts = isRating && whole.areSmall ? whole.shifts : nil
  }
}

/// What is subtracted from columns of whole numbers so that they are as small as can be.
struct WholeAnswers: Sendable {
  let shifts: [Double]
  /// The largest of what is left.
  let magnitude: Double

  /// - Parameter ranges: of each column, its smallest and largest number.
  init(ranges: [(low: Double, high: Double)]) {
    let shifts = ranges.map { (($0.low + $0.high) / 2).rounded() }
    self.shifts = shifts
    magnitude = zip(ranges, shifts).reduce(1) { max($0, $1.0.high - $1.1, $1.1 - $1.0.low) }
  }

  /// Whether they fit what products of 16 bits can add up.
  var areSmall: Bool { IntegerProducts.chunkLength(magnitude: magnitude) != nil }

  /// The columns of a frame in 16 bits, column-major; `nil` when some are not whole, or too large.
  static func columns(_ frame: ModelFrame) -> (values: [Int16], magnitude: Double)? {
    let (p, n) = (frame.columnCount, frame.rowCount)
    guard n > 0, frame.values.allSatisfy({ $0 == $0.rounded() && abs($0) < 1e9 }) else { return nil }
    let whole = WholeAnswers(
      ranges: (0..<p).map { j in
        let column = frame.values[j * n..<(j + 1) * n]
        return (column.min()!, column.max()!)
      })
    guard whole.areSmall else { return nil }
    return (frame.values.indices.map { Int16(frame.values[$0] - whole.shifts[$0 / n]) }, whole.magnitude)
  }
}

/// The items of a population, column-major; whole answers in 16 bits, less the item's shift.
enum PopulationColumns: Sendable {
  case whole([Int16], items: Int, magnitude: Double)
  case real([Double], items: Int)

  /// Σ(x − x̄)(y − ȳ) over the whole population.
  func scatter() -> SymmetricMatrix {
    switch self {
    case .whole(let values, let items, let magnitude):
      let size = values.count / items
      return Self.scatter(items: items, rows: size, magnitude: magnitude) { item, rows, lanes in
        values.withUnsafeBufferPointer {
          lanes.update(from: $0.baseAddress! + item * size + rows.lowerBound, count: rows.count)
        }
      }
    case .real(let values, let items):
      let size = values.count / items
      return values.withUnsafeBufferPointer { values in
        CenteredProducts(columns: (0..<items).map { values.baseAddress! + $0 * size }, rowCount: size).scatter
      }
    }
  }

  /// The same over some of its members.
  /// - Parameter scratch: as many numbers as members × items.
  func scatter(
    _ members: UnsafePointer<Int32>, count: Int, scratch: UnsafeMutablePointer<Double>
  ) -> SymmetricMatrix {
    switch self {
    case .whole(let values, let items, let magnitude):
      let size = values.count / items
      return Self.scatter(items: items, rows: count, magnitude: magnitude) { item, rows, lanes in
        values.withUnsafeBufferPointer {
          let column = $0.baseAddress! + item * size
          let chosen = members + rows.lowerBound
          for i in 0..<rows.count { lanes[i] = column[Int(chosen[i])] }
        }
      }
    case .real(let values, let items):
      let size = values.count / items
      values.withUnsafeBufferPointer { values in
        for j in 0..<items {
          let (column, target) = (values.baseAddress! + j * size, scratch + j * count)
          for i in 0..<count { target[i] = column[Int(members[i])] }
        }
      }
      return CenteredProducts(columns: (0..<items).map { UnsafePointer(scratch + $0 * count) }, rowCount: count).scatter
    }
  }

  /// Of columns of whole numbers that `fill` writes, rows of them at a time.
  static func scatter(
    items: Int, rows: Int, magnitude: Double, fill: (Int, Range<Int>, UnsafeMutablePointer<Int16>) -> Void
  ) -> SymmetricMatrix {
    IntegerProducts.narrowScatter(width: items, rowCount: rows, magnitude: magnitude) { item, rows, lanes in
      if item == items {
        for i in 0..<rows.count { lanes[i] = 1 }
      } else {
        fill(item, rows, lanes)
      }
    }
  }
}
