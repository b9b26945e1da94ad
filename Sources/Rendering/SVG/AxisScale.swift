import Platform

/// A range of values on a stretch of pixels, with round ticks.
struct AxisScale {
  /// The values at the two ends.
  private(set) var low: Double
  private(set) var high: Double
  /// The pixels of the two ends; `start` may be the larger one.
  var start: Double
  var end: Double
  /// Where ticks make sense: not across zero when no value is, not beyond a range that was declared.
  private let meaningful: ClosedRange<Double>

  /// Holds every finite value with some room on both sides.
  ///
  /// Values beyond ±10³⁰⁰ are drawn there, so that differences of any two are finite.
  init(values: [Double], declared: ClosedRange<Double>?, room: Double, start: Double, end: Double) {
    var finite = values.filter(\.isFinite).map(AxisScale.clamped)
    if let declared { finite += [declared.lowerBound, declared.upperBound].filter(\.isFinite).map(AxisScale.clamped) }
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    let (lowest, highest) = (low, high)
    let size = max(abs(low), abs(high))
    if high - low <= max(size * 1e-9, 1e-280) {
      let half = size > 1e-270 ? size * 0.1 : 0.5
      (low, high) = (low - half, high + half)
    }
    // Beyond a declared end there is nothing to show.
    let margin = (high - low) * room
    self.low = low - (declared?.lowerBound == lowest ? margin / 4 : margin)
    self.high = high + (declared?.upperBound == highest ? margin / 4 : margin)
    meaningful =
      declared == nil
      ? (lowest >= 0 ? 0 : -.infinity)...(highest <= 0 ? 0 : .infinity) : lowest...highest
    self.start = start
    self.end = end
  }

  private static func clamped(_ value: Double) -> Double { min(max(value, -1e300), 1e300) }

  func position(_ value: Double) -> Double {
    let share = (AxisScale.clamped(value) - low) / (high - low)
    return start + min(max(share, 0), 1) * (end - start)
  }

  /// Takes the room on the far side of zero away: bars begin at the edge.
  mutating func standOnZero() {
    let (least, greatest) = (low, high)
    if meaningful.lowerBound >= 0 && least < 0 { low = 0 }
    if meaningful.upperBound <= 0 && greatest > 0 { high = 0 }
  }

  /// Widens the range so that `value` leaves at least these shares of it on its low and its high side.
  mutating func keep(_ value: Double, from lowShare: Double, from highShare: Double) {
    precondition(lowShare + highShare < 0.95, "room for both sides")
    let value = AxisScale.clamped(value)
    for _ in 0..<40 {
      if value - low < lowShare * (high - low) { low = value - lowShare / (1 - lowShare) * (high - value) * 1.0001 }
      if high - value < highShare * (high - low) {
        high = value + highShare / (1 - highShare) * (value - low) * 1.0001
      }
    }
  }

  /// Widens the range until every value, and the ends of the declared range, leave at least these shares of it below the
  /// least and above the greatest of them.
  mutating func pad(_ values: [Double], declared: ClosedRange<Double>?, below: Double, above: Double) {
    let ends = (values + (declared.map { [$0.lowerBound, $0.upperBound] } ?? [])).filter(\.isFinite)
    guard let least = ends.min(), let greatest = ends.max() else { return }
    // Room at one end takes of the share at the other.
    for _ in 0..<40 {
      keep(least, from: below, from: 0)
      keep(greatest, from: 0, from: above)
    }
  }

  /// Round values inside the range, about `count` of them, a step of 1, 2 or 5 times a power of ten apart.
  func ticks(_ count: Int) -> (values: [Double], step: Double) {
    let raw = (high - low) / Double(max(1, count))
    let power = pow(10, floor(log10(raw)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= raw * 0.7 } ?? 10 * power
    let first = (max(low, meaningful.lowerBound) / step - 1e-9).rounded(.up)
    let last = (min(high, meaningful.upperBound) / step + 1e-9).rounded(.down)
    guard first <= last, last - first < 1000 else { return ([], step) }
    return (stride(from: first, through: last, by: 1).map { $0 == 0 ? 0 : $0 * step }, step)
  }

  /// Ticks with as many decimals as their step needs.
  func labels(_ ticks: (values: [Double], step: Double), style: Table.Style) -> [String] {
    let isPercent = if case .percent = style { true } else { false }
    let factor: Double = isPercent ? 100 : 1
    let step = ticks.step * factor
    let largest = (ticks.values.map { abs($0) }.max() ?? 0) * factor
    let numbers = NumberText(unicode: true)
    return ticks.values.map { value in
      var text: String
      if largest >= 1e6 || step < 1e-5 {
        text = numbers.string(value * factor, .significant(3))
      } else {
        text = fixed(value * factor, decimals: max(0, Int(-floor(log10(step) + 1e-9))))
      }
      if text.hasPrefix("-") { text = "−" + text.dropFirst() }
      text = NumberStyle.localized(text)
      return isPercent ? text + " %" : text
    }
  }

  /// About `count` ticks, fewer where their labels would touch.
  func spacedTicks(_ count: Int, style: Table.Style, size: Double) -> (values: [Double], labels: [String]) {
    for wanted in stride(from: count, through: 1, by: -1) {
      let ticks = ticks(wanted)
      let labels = labels(ticks, style: style)
      let boxes = zip(ticks.values, labels).map { value, label in
        (position(value), FontMetrics.width(label, size: size) / 2)
      }
      if zip(boxes, boxes.dropFirst()).allSatisfy({ $0.0 + $0.1 + 10 < $1.0 - $1.1 }) { return (ticks.values, labels) }
    }
    return ([], [])
  }
}
