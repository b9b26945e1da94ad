/// Exact two-sided p-values of rank correlations of a few respondents without ties: all n! orders of one variable beside the
/// other are equally likely when they have nothing to do with each other.
///
/// Twice the smaller tail, the observed value counted, at most 1, as R's `cor.test` has it (Kendall & Gibbons 1990, Rank
/// Correlation Methods, ch. 5). Counts are whole numbers below 2⁵³, hence exact.
enum ExactRankTests {
  /// More respondents make the approximations good, and the orders many.
  static let largestCount = 9

  /// Of Kendall's τ: the number of orders with each count of concordant pairs is the coefficient of the product of
  /// (1 + x + … + xᵏ⁻¹) over k = 1 … n.
  static func kendall(_ correlation: Double, n: Int) -> Double {
    var orders = [1.0]
    for k in 1...n {
      var next = [Double](repeating: 0, count: orders.count + k - 1)
      for (at, count) in orders.enumerated() { for more in 0..<k { next[at + more] += count } }
      orders = next
    }
    let concordant = Int(((correlation + 1) / 2 * Double(n * (n - 1) / 2)).rounded())
    return twoSided(orders, at: concordant)
  }

  /// Of Spearman's ρ by Σd², d the difference of a respondent's two ranks: respondents are given the ranks that are left, so
  /// that orders of the same set of ranks with the same sum are counted together.
  static func spearman(_ correlation: Double, n: Int) -> Double {
    let most = n * (n * n - 1) / 3
    var bySet = [[Double]](repeating: [], count: 1 << n)
    bySet[0] = [Double](repeating: 0, count: most + 1)
    bySet[0][0] = 1
    for set in 1..<(1 << n) {
      let place = set.nonzeroBitCount - 1
      var sums = [Double](repeating: 0, count: most + 1)
      for rank in 0..<n where set >> rank & 1 == 1 {
        let square = (rank - place) * (rank - place)
        let before = bySet[set & ~(1 << rank)]
        for at in 0..<max(0, most + 1 - square) where before[at] > 0 { sums[at + square] += before[at] }
      }
      bySet[set] = sums
    }
    // ρ = 1 − 6·Σd²/(n³ − n).
    let squares = Int(((1 - correlation) * Double(n * (n * n - 1)) / 6).rounded())
    return twoSided(bySet[(1 << n) - 1], at: squares)
  }

  private static func twoSided(_ orders: [Double], at observed: Int) -> Double {
    let all = orders.reduce(0, +)
    let lower = orders.prefix(observed + 1).reduce(0, +)
    let upper = orders.dropFirst(observed).reduce(0, +)
    return min(1, 2 * min(lower, upper) / all)
  }
}
