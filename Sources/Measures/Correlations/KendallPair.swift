/// Kendall's τ-b of two columns, and each row's part in it.
///
/// τ = T/√(Tx·Ty) with T = Σᵢⱼ wᵢwⱼ sgn(xᵢ − xⱼ)sgn(yᵢ − yⱼ)/W², Tx the share of weighted pairs that differ in x. Knight's
/// (1966, doi:10.1080/01621459.1966.10480879) O(n log n): rows are taken in ascending order of x, and a tree of the weights
/// met so far, indexed by y, says how many lie below and above (Fenwick 1994). When both columns have few different answers
/// their table says it at once.
struct KendallPair {
  /// τ-b; NaN when a column does not vary among the rows with weight.
  private(set) var correlation = Double.nan
  private(set) var total = 0.0
  private(set) var concordance = 0.0
  /// The shares of pairs that differ in x and in y.
  private(set) var differing = (x: 0.0, y: 0.0)

  /// - Parameters:
  ///   - parts: one number per row, Σⱼ wⱼ sgn·sgn/W, zero for rows that do not count; or `nil`.
  ///   - scratch: `KendallPair.scratchCount(x, y)` numbers.
  init(
    _ x: CorrelationColumn, _ y: CorrelationColumn, weights: UnsafePointer<Double>,
    parts: UnsafeMutablePointer<Double>? = nil, scratch: UnsafeMutablePointer<Double>
  ) {
    let marginX = scratch
    let marginY = scratch + x.count
    let rest = scratch + x.count + y.count
    for i in 0..<x.count + y.count { scratch[i] = 0 }
    x.places.withUnsafeBufferPointer { px in
      y.places.withUnsafeBufferPointer { py in
        for i in px.indices where px[i] >= 0 && py[i] >= 0 {
          marginX[Int(px[i])] += weights[i]
          marginY[Int(py[i])] += weights[i]
          total += weights[i]
        }
      }
    }
    if let parts { for i in x.places.indices { parts[i] = 0 } }
    guard total > 0 else { return }
    differing.x = KendallPair.differing(marginX, x.count, total)
    differing.y = KendallPair.differing(marginY, y.count, total)
    if KendallPair.usesTable(x, y) {
      fromTable(x, y, weights, parts, rest)
    } else {
      fromTree(x, y, weights, parts, rest)
    }
    guard differing.x > 1e-14, differing.y > 1e-14 else { return }
    correlation = max(-1, min(1, concordance / (differing.x * differing.y).squareRoot()))
  }

  static func scratchCount(_ x: CorrelationColumn, _ y: CorrelationColumn) -> Int {
    x.count + y.count + (usesTable(x, y) ? 2 * (x.count + 1) * (y.count + 1) : y.count + 1)
  }

  private static func usesTable(_ x: CorrelationColumn, _ y: CorrelationColumn) -> Bool {
    x.count * y.count <= max(400, 2 * x.values.count)
  }

  /// 1 − Σ shares².
  private static func differing(_ margin: UnsafePointer<Double>, _ count: Int, _ total: Double) -> Double {
    // Each share times what is not it: no difference of nearly equal numbers.
    var sum = 0.0
    for i in 0..<count { sum += margin[i] / total * ((total - margin[i]) / total) }
    return sum
  }

  private mutating func fromTable(
    _ x: CorrelationColumn, _ y: CorrelationColumn, _ weights: UnsafePointer<Double>,
    _ parts: UnsafeMutablePointer<Double>?, _ scratch: UnsafeMutablePointer<Double>
  ) {
    // sums[a][b]: weight of the answers below a and below b.
    let (p, q) = (x.count, y.count)
    let width = q + 1
    let sums = scratch
    let signed = scratch + (p + 1) * width
    for i in 0..<2 * (p + 1) * width { scratch[i] = 0 }
    for i in x.places.indices {
      let (a, b) = (x.places[i], y.places[i])
      if a >= 0 && b >= 0 { sums[Int(a + 1) * width + Int(b + 1)] += weights[i] }
    }
    for a in 1...p {
      var row = 0.0
      for b in 1...q {
        row += sums[a * width + b]
        signed[a * width + b] = sums[a * width + b]
        sums[a * width + b] = row + sums[(a - 1) * width + b]
      }
    }
    let all = sums[p * width + q]
    var sum = 0.0
    for a in 1...p {
      for b in 1...q {
        let cell = signed[a * width + b]
        let lowLow = sums[(a - 1) * width + b - 1]
        let lowHigh = sums[(a - 1) * width + q] - sums[(a - 1) * width + b]
        let highLow = sums[p * width + b - 1] - sums[a * width + b - 1]
        let highHigh = all - sums[a * width + q] - sums[p * width + b] + sums[a * width + b]
        signed[a * width + b] = (lowLow + highHigh - lowHigh - highLow) / total
        sum += cell / total * signed[a * width + b]
      }
    }
    concordance = sum
    guard let parts else { return }
    for i in x.places.indices {
      let (a, b) = (x.places[i], y.places[i])
      if a >= 0 && b >= 0 { parts[i] = signed[Int(a + 1) * width + Int(b + 1)] }
    }
  }

  private mutating func fromTree(
    _ x: CorrelationColumn, _ y: CorrelationColumn, _ weights: UnsafePointer<Double>,
    _ parts: UnsafeMutablePointer<Double>?, _ tree: UnsafeMutablePointer<Double>
  ) {
    let size = y.count
    var sum = 0.0
    // Ascending, what was met lies below in x; descending, above: only the parts of rows need both.
    for pass in 0..<(parts == nil ? 1 : 2) {
      for i in 0...size { tree[i] = 0 }
      var met = 0.0
      for step in 0..<x.count {
        let g = pass == 0 ? step : x.count - 1 - step
        let group = Int(x.starts[g])..<Int(x.starts[g + 1])
        for at in group {
          let row = Int(x.order[at])
          guard y.places[row] >= 0, weights[row] > 0 else { continue }
          let place = Int(y.places[row])
          let below = KendallPair.sum(tree, place)
          let above = met - KendallPair.sum(tree, place + 1)
          let part = pass == 0 ? below - above : above - below
          if pass == 0 { sum += weights[row] * part }
          parts?[row] += part / total
        }
        for at in group {
          let row = Int(x.order[at])
          guard y.places[row] >= 0, weights[row] > 0 else { continue }
          KendallPair.add(tree, size, Int(y.places[row]), weights[row])
          met += weights[row]
        }
      }
    }
    concordance = 2 * sum / total / total
  }

  /// The sum of the first `count` entries.
  @inline(__always)
  private static func sum(_ tree: UnsafePointer<Double>, _ count: Int) -> Double {
    var result = 0.0
    var i = count
    while i > 0 {
      result += tree[i]
      i &= i - 1
    }
    return result
  }

  @inline(__always)
  private static func add(_ tree: UnsafeMutablePointer<Double>, _ size: Int, _ place: Int, _ value: Double) {
    var i = place + 1
    while i <= size {
      tree[i] += value
      i += i & -i
    }
  }
}
