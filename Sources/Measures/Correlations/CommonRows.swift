import Platform

/// The rows that answer both of two columns.
struct CommonRows {
  private let a: CorrelationColumn
  private let b: CorrelationColumn
  private let isComplete: Bool

  init(_ a: CorrelationColumn, _ b: CorrelationColumn) {
    self.a = a
    self.b = b
    isComplete = !a.hasMissing && !b.hasMissing
  }

  @inline(__always)
  func contains(_ row: Int) -> Bool { isComplete || !(a.values[row].isNaN || b.values[row].isNaN) }

  /// Weighted means, deviations and correlation of two vectors over these rows.
  struct ProductMoment {
    var total = 0.0
    var means = (x: 0.0, y: 0.0)
    var deviations = (x: 0.0, y: 0.0)
    /// NaN when one of them does not vary.
    var correlation = Double.nan
  }

  /// By two passes: the second sums products of deviations.
  func productMoment(
    _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ weights: UnsafePointer<Double>
  ) -> ProductMoment {
    var result = ProductMoment()
    let count = a.values.count
    for i in 0..<count where contains(i) && weights[i] > 0 {
      result.total += weights[i]
      result.means.x += weights[i] * x[i]
      result.means.y += weights[i] * y[i]
    }
    guard result.total > 0 else { return result }
    result.means.x /= result.total
    result.means.y /= result.total
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for i in 0..<count where contains(i) && weights[i] > 0 {
      let dx = x[i] - result.means.x
      let dy = y[i] - result.means.y
      xx += weights[i] * dx * dx
      yy += weights[i] * dy * dy
      xy += weights[i] * dx * dy
    }
    result.deviations = ((xx / result.total).squareRoot(), (yy / result.total).squareRoot())
    let rounding = 1e-14
    guard xx > rounding * rounding * result.means.x * result.means.x * result.total, xx > 0,
      yy > rounding * rounding * result.means.y * result.means.y * result.total, yy > 0
    else { return result }
    result.correlation = max(-1, min(1, xy / xx.squareRoot() / yy.squareRoot()))
    return result
  }
}

extension CorrelationColumn {
  /// The weight of each answer.
  func margin(_ weights: UnsafePointer<Double>, into margin: UnsafeMutablePointer<Double>) {
    for k in 0..<count { margin[k] = 0 }
    places.withUnsafeBufferPointer { places in
      for i in places.indices where places[i] >= 0 { margin[Int(places[i])] += weights[i] }
    }
  }

  /// The weight of each pair of answers, this column's along the rows of the table.
  func table(
    with other: CorrelationColumn, _ weights: UnsafePointer<Double>, into table: UnsafeMutablePointer<Double>
  ) {
    let width = other.count
    for k in 0..<count * width { table[k] = 0 }
    places.withUnsafeBufferPointer { a in
      other.places.withUnsafeBufferPointer { b in
        if hasMissing || other.hasMissing {
          for i in a.indices where a[i] >= 0 && b[i] >= 0 { table[Int(a[i]) * width + Int(b[i])] += weights[i] }
        } else {
          for i in a.indices { table[Int(a[i]) * width + Int(b[i])] += weights[i] }
        }
      }
    }
  }

  /// (x − x̄)/s with the variance Σw(x − x̄)²/Σw of all answers: maximum likelihood's. NaN where the answer is missing, and
  /// throughout when it does not vary.
  @discardableResult
  func standardize(
    _ weights: UnsafePointer<Double>, into z: UnsafeMutablePointer<Double>
  ) -> (mean: Double, deviation: Double, total: Double) {
    var (total, mean, squares) = (0.0, 0.0, 0.0)
    // About the first answer: sums of large, close numbers would lose digits.
    let first = values.first { !$0.isNaN } ?? 0
    for i in values.indices where !values[i].isNaN && weights[i] > 0 {
      total += weights[i]
      mean += weights[i] * (values[i] - first)
    }
    mean = first + mean / total
    for i in values.indices where !values[i].isNaN && weights[i] > 0 {
      squares += weights[i] * (values[i] - mean) * (values[i] - mean)
    }
    let deviation = (squares / total).squareRoot()
    for i in values.indices { z[i] = deviation > 0 ? (values[i] - mean) / deviation : .nan }
    return (mean, deviation, total)
  }
}
