import Survey

/// The numbers of a column counted in one pass.
struct AnswerTally {
  private(set) var distinct = 0
  private(set) var answered = 0
  private(set) var sum = 0.0
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  private(set) var isWhole = true
  /// Every number is larger than those before it.
  private(set) var isRising = true
  /// In ascending order with their counts; empty of more than `limit`.
  private(set) var values: [(value: Double, count: Int)] = []

  static let limit = 40

  init(_ column: ColumnValues) {
    switch column {
    case .int8(let numbers):
      countSmall(numbers, floor: MissingValue.int8Floor, lowest: Int(Int8.min), size: 256)
    case .int16(let numbers):
      countSmall(numbers, floor: MissingValue.int16Floor, lowest: Int(Int16.min), size: 65536)
    case .double(let numbers): count(numbers)
    case .text: break
    }
  }

  private mutating func countSmall<Number: FixedWidthInteger>(
    _ numbers: [Number], floor: Number, lowest: Int, size: Int
  ) {
    var counts = [Int](repeating: 0, count: size)
    var last = lowest - 1
    for number in numbers where number >= floor {
      let value = Int(number)
      counts[value - lowest] += 1
      if value <= last { isRising = false }
      last = value
    }
    finish(counts.enumerated().filter { $0.element > 0 }.map { (Double($0.offset + lowest), $0.element) })
  }

  private mutating func count(_ numbers: [Double]) {
    var counts: [Double: Int] = [:]
    var last = -Double.infinity
    for value in numbers where !value.isNaN {
      counts[value, default: 0] += 1
      if value <= last { isRising = false }
      if value != value.rounded() { isWhole = false }
      last = value
    }
    finish(counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private mutating func finish(_ counted: [(value: Double, count: Int)]) {
    distinct = counted.count
    for (value, count) in counted {
      answered += count
      sum += value * Double(count)
    }
    (low, high) = (counted.first?.value ?? .infinity, counted.last?.value ?? -.infinity)
    if counted.count <= Self.limit { values = counted }
  }
}
