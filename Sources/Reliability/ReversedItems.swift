import LinearAlgebra

/// Items that are worded the other way round, by the signs on the first principal component of a construct's correlations: the
/// fewer of the two sides, or the weaker when both are equally many.
///
/// Item–rest correlations mislead here: with two of five items turned round, sound ones correlate negatively with the rest.
/// Items that hardly load are left alone, those whose correlation with the rest, once they are turned, is within the chance of
/// so few respondents, and everything when turning does not make α larger.
struct ReversedItems {
  /// Ascending.
  let positions: [Int]

  /// A component's loading below this part of the largest one says nothing of direction.
  private static let leastShare = 0.15

  /// - Parameters:
  ///   - covariance: of at least two items.
  ///   - n: respondents; `nil` when it is not known.
  init(covariance: SymmetricMatrix, n: Double?) {
    let correlation = ScaleCoefficients.correlations(covariance)
    let eigen = SymmetricEigen(correlation)
    let loadings = (0..<correlation.order).map { eigen.vectors[$0, 0] }
    let largest = loadings.reduce(0) { max($0, abs($1)) }
    let clear = loadings.indices.filter { abs(loadings[$0]) > ReversedItems.leastShare * largest }
    let sides = [clear.filter { loadings[$0] > 0 }, clear.filter { loadings[$0] < 0 }]
    func strength(_ side: [Int]) -> Double { side.reduce(0) { $0 + abs(loadings[$1]) } }
    let turned =
      sides[0].count != sides[1].count
      ? sides.min { $0.count < $1.count }! : sides.min { strength($0) < strength($1) }!
    // Twice the standard error of a correlation of zero.
    let chance = n.map { 2 / $0.squareRoot() } ?? 0
    let aligned = ReversedItems.turning(turned, of: covariance)
    let rests = ItemStatistics.of(
      names: loadings.map { _ in "" }, covariance: aligned, means: nil, isCorrelation: false
    ).map(\.itemRest)
    let sure = turned.filter { rests[$0] > chance }
    let gain =
      ScaleCoefficients.alpha(ReversedItems.turning(sure, of: covariance)) - ScaleCoefficients.alpha(covariance)
    positions = !sure.isEmpty && gain > 0 ? sure : []
  }

  private static func turning(_ items: [Int], of covariance: SymmetricMatrix) -> SymmetricMatrix {
    var result = covariance
    for i in 0..<covariance.order {
      for j in 0...i where items.contains(i) != items.contains(j) { result[i, j] = -covariance[i, j] }
    }
    return result
  }
}
