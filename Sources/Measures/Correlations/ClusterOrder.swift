public import LinearAlgebra

/// An order of variables in which those that correlate stand together: the leaves of a tree of average linkage on 1 − |r|
/// (Sokal & Michener 1958), the two parts of every node joined at the ends that are closest.
public struct ClusterOrder: Sendable, Equatable {
  /// Positions of the variables.
  public let order: [Int]

  public init(_ correlation: SymmetricMatrix) {
    let count = correlation.order
    func distance(_ a: Int, _ b: Int) -> Double { 1 - abs(correlation[max(a, b), min(a, b)]) }
    var clusters = (0..<count).map { [$0] }
    // Mean distances of all clusters to each other; ties go to the earlier pair.
    var means = (0..<count).map { a in (0..<count).map { distance(a, $0) } }
    while clusters.count > 1 {
      var (first, second) = (0, 1)
      for i in clusters.indices {
        for j in 0..<i where means[j][i] < means[first][second] - 1e-12 { (first, second) = (j, i) }
      }
      let (a, b) = (clusters[first], clusters[second])
      let joined = ClusterOrder.joined(a, b, distance)
      let (p, q) = (Double(a.count), Double(b.count))
      for k in clusters.indices {
        let mean = (p * means[first][k] + q * means[second][k]) / (p + q)
        (means[first][k], means[k][first]) = (mean, mean)
      }
      clusters[first] = joined
      clusters.remove(at: second)
      means.remove(at: second)
      for k in means.indices { means[k].remove(at: second) }
    }
    order = clusters.first ?? []
  }

  /// The four ways to put two rows end to end; the one whose ends are closest, the first variable's side first among equals.
  private static func joined(_ a: [Int], _ b: [Int], _ distance: (Int, Int) -> Double) -> [Int] {
    let ways = [
      (a, b), (a, Array(b.reversed())), (Array(a.reversed()), b), (Array(a.reversed()), Array(b.reversed())),
    ]
    let best = ways.min { distance($0.0.last!, $0.1[0]) < distance($1.0.last!, $1.1[0]) - 1e-12 }!
    return best.0 + best.1
  }
}
