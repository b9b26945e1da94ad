import LinearAlgebra

/// The sums of one block of rows of one group.
package struct SumsCell: Sendable, Equatable {
  /// Over the rows that answer an item and have a weight above zero.
  package struct Rating: Sendable, Equatable {
    /// Rows; with frequencies their sum.
    package var n = 0.0
    package var weight = 0.0
    package var sum = 0.0
    /// Bounds of the answers; infinite without any.
    package var low = Double.infinity
    package var high = -Double.infinity

    package init() {}

    mutating func merge(_ other: Rating) {
      n += other.n
      weight += other.weight
      sum += other.sum
      low = min(low, other.low)
      high = max(high, other.high)
    }
  }

  /// Rows read.
  package var rows = 0.0
  /// Respondents used: rows, or with frequencies their sum; and rows used.
  package var n = 0.0
  package var used = 0.0
  /// Rows of weight zero, without a weight, and with one that cannot be.
  package var zeroWeights = 0.0
  package var noWeights = 0.0
  package var badWeights = 0.0
  /// Rows whose key is no whole number.
  package var badKeys = 0.0
  /// Σw and Σw² over the rows used.
  package var weight = 0.0
  package var squares = 0.0
  /// By term a number near its mean, Σw(x − shift), and rows without an answer.
  package var shifts: [Double]
  package var sums: [Double]
  package var lost: [Double]
  /// By pair of terms Σw(x − shift)(y − shift), the packed lower triangle.
  package var products: [Double]
  /// By number, answers that are off its scale, and texts that are no numbers.
  package var offScale: [Double]
  package var texts: [Double]
  package var ratings: [Rating]

  package init(_ plan: SumsPlan) {
    let terms = plan.terms.count
    shifts = [Double](repeating: 0, count: terms)
    (sums, lost) = (shifts, shifts)
    products = [Double](repeating: 0, count: terms * (terms + 1) / 2)
    offScale = [Double](repeating: 0, count: plan.numbers.count)
    texts = offScale
    ratings = plan.ratings.map { _ in Rating() }
  }

  /// The mean of a term; `nil` without rows.
  package func mean(_ term: Int) -> Double? { weight > 0 ? shifts[term] + sums[term] / weight : nil }

  /// Counts the sums from other numbers: Σw(x − s') = Σw(x − s) + W(s − s'), and so for products.
  package mutating func move(to other: [Double]) {
    guard other != shifts else { return }
    let by = zip(shifts, other).map { $0 - $1 }
    for i in sums.indices {
      for j in 0...i {
        products[SymmetricMatrix.position(i, j)] += by[i] * sums[j] + by[j] * sums[i] + weight * by[i] * by[j]
      }
    }
    for i in sums.indices { sums[i] += weight * by[i] }
    shifts = other
  }

  /// Adds the sums of other rows.
  ///
  /// Counted from a common number these add term by term. Where the numbers differ both move to the common mean, about which
  /// the formula of `move` is that of Chan, Golub & LeVeque (1983, doi:10.1080/00031305.1983.10483115): the scatters and
  /// W₁W₂/(W₁ + W₂) times the product of the differences of means.
  package mutating func merge(_ other: SumsCell) {
    var other = other
    if other.shifts != shifts {
      if weight == 0 {
        move(to: other.shifts)
      } else if other.weight == 0 {
        other.move(to: shifts)
      } else {
        let total = weight + other.weight
        let common = shifts.indices.map { (mean($0)! * weight + other.mean($0)! * other.weight) / total }
        move(to: common)
        other.move(to: common)
      }
    }
    for path in [
      \SumsCell.rows, \.n, \.used, \.zeroWeights, \.noWeights, \.badWeights, \.badKeys, \.weight, \.squares,
    ] { self[keyPath: path] += other[keyPath: path] }
    for path in [\SumsCell.sums, \.lost, \.products, \.offScale, \.texts] {
      for i in self[keyPath: path].indices { self[keyPath: path][i] += other[keyPath: path][i] }
    }
    for i in ratings.indices { ratings[i].merge(other.ratings[i]) }
  }
}
