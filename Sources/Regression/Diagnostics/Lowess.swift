/// The course of points by local straight lines (Cleveland 1979, doi:10.1080/01621459.1979.10481038): at each place the line
/// of least squares through the nearest share of points, near ones weighing more by (1 − d³)³, then again with points far
/// from the course weighing less by (1 − (r/6m)²)², m the median size of residuals.
///
/// As R's `lowess(x, y, f, iter, delta)`, to its last digits: places nearer than `delta` to each other are interpolated.
public struct Lowess: Sendable {
  /// The share of points that a local line is fitted to.
  public var span: Double
  /// Rounds of weighing down what lies far off.
  public var rounds: Int

  public init(span: Double = 2.0 / 3, rounds: Int = 3) {
    precondition(span > 0 && span <= 1 && rounds >= 0, "a share of the points, and no fewer than no rounds")
    self.span = span
    self.rounds = rounds
  }

  /// The course at every x, in their order.
  ///
  /// - Parameters:
  ///   - x: in ascending order, finite.
  ///   - delta: in units of x; `nil`: a hundredth of their range, as R takes it.
  public func smooth(_ x: [Double], _ y: [Double], delta: Double? = nil) -> [Double] {
    precondition(x.count == y.count, "a y for each x")
    precondition(zip(x, x.dropFirst()).allSatisfy { $0 <= $1 }, "x in ascending order")
    let n = x.count
    guard n > 1 else { return y }
    let near = max(2, min(n, Int(span * Double(n) + 1e-7)))
    let delta = delta ?? 0.01 * (x[n - 1] - x[0])
    var course = [Double](repeating: 0, count: n)
    var trust = [Double](repeating: 1, count: n)
    for round in 0...rounds {
      pass(x, y, near: near, delta: delta, trust: round > 0 ? trust : nil, &course)
      guard round < rounds, let next = weights(zip(y, course).map { abs($0 - $1) }) else { break }
      trust = next
    }
    return course
  }

  /// The course with these weights of points.
  private func pass(
    _ x: [Double], _ y: [Double], near: Int, delta: Double, trust: [Double]?, _ course: inout [Double]
  ) {
    let n = x.count
    var local = [Double](repeating: 0, count: n)
    var (left, right) = (0, near - 1)
    var last = -1
    var place = 0
    while true {
      while right < n - 1, x[place] - x[left] > x[right + 1] - x[place] { (left, right) = (left + 1, right + 1) }
      course[place] = fitted(x, y, at: x[place], left, right, trust, &local) ?? y[place]
      if last >= 0, last < place - 1 {
        let stretch = x[place] - x[last]
        for j in last + 1..<place {
          let share = (x[j] - x[last]) / stretch
          course[j] = share * course[place] + (1 - share) * course[last]
        }
      }
      last = place
      // The next place is the last within delta, or else the one after; equal places have one course.
      let limit = x[last] + delta
      place = last + 1
      while place < n, x[place] <= limit {
        if x[place] == x[last] {
          course[place] = course[last]
          last = place
        }
        place += 1
      }
      place = max(last + 1, place - 1)
      if last >= n - 1 { return }
    }
  }

  /// The local line at `place`; `nil` where no point has a weight.
  private func fitted(
    _ x: [Double], _ y: [Double], at place: Double, _ left: Int, _ right: Int, _ trust: [Double]?,
    _ weights: inout [Double]
  ) -> Double? {
    let n = x.count
    let reach = max(place - x[left], x[right] - place)
    var sum = 0.0
    var end = left
    // Points at the same distance as the last are taken too.
    while end < n {
      let distance = abs(x[end] - place)
      weights[end] = 0
      if distance <= 0.999 * reach {
        let share = distance / reach
        let cube = 1 - share * share * share
        weights[end] = (distance <= 0.001 * reach ? 1 : cube * cube * cube) * (trust?[end] ?? 1)
        sum += weights[end]
      } else if x[end] > place {
        break
      }
      end += 1
    }
    guard sum > 0 else { return nil }
    let members = left..<end
    for j in members { weights[j] /= sum }
    if reach > 0 {
      let mean = members.reduce(0) { $0 + weights[$1] * x[$1] }
      let spread = members.reduce(0) { $0 + weights[$1] * (x[$1] - mean) * (x[$1] - mean) }
      // Points in one place have no slope.
      if spread.squareRoot() > 0.001 * (x[n - 1] - x[0]) {
        let slope = (place - mean) / spread
        for j in members { weights[j] *= slope * (x[j] - mean) + 1 }
      }
    }
    return members.reduce(0) { $0 + weights[$1] * y[$1] }
  }

  /// Of points by the size of their residuals; `nil` where these are nothing beside their mean: then the course stands.
  private func weights(_ sizes: [Double]) -> [Double]? {
    let n = sizes.count
    let ordered = sizes.sorted()
    let limit = 3 * (ordered[n / 2] + ordered[n - n / 2 - 1])
    guard limit >= 1e-7 * sizes.reduce(0, +) / Double(n) else { return nil }
    return sizes.map { size in
      if size <= 0.001 * limit { return 1 }
      if size > 0.999 * limit { return 0 }
      let share = 1 - (size / limit) * (size / limit)
      return share * share
    }
  }
}
