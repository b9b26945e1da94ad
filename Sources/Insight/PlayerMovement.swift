package import LinearAlgebra
import Measures

/// How the performance of players and an outcome vary together among the respondents: what moves along when a driver is moved.
///
/// Performance is in points of 0–100, of a group the mean of its items; the outcome in its own points.
package struct PlayerMovement: Sendable {
  /// Covariances of performance; NaN for a player without a scale and for categories.
  package let performance: SymmetricMatrix
  /// Covariances of each player's performance with the outcome.
  package let withOutcome: [Double]
  /// Variance of the outcome.
  package let ofOutcome: Double

  /// - Parameters:
  ///   - covariance: of the moments' columns, the outcome in column `y`.
  ///   - slopes: points of performance per unit of each of a player's columns.
  init(_ covariance: SymmetricMatrix, outcome y: Int, players: [ModelFrame.Block], slopes: [[Double]?]) {
    /// A column's part in a player's performance.
    typealias Part = (column: Int, weight: Double)
    /// The mean of a player's columns in points of performance.
    let parts = players.indices.map { k -> [Part]? in
      let columns = Array(players[k].columns)
      guard let units = slopes[k], units.count == columns.count, !players[k].isCategorical else { return nil }
      return zip(columns, units).map { Part($0, $1 / Double(columns.count)) }
    }
    func between(_ a: [Part], _ b: [Part]) -> Double {
      var sum = 0.0
      for x in a {
        for z in b { sum += x.weight * z.weight * covariance[x.column, z.column] }
      }
      return sum
    }
    var performance = SymmetricMatrix(order: players.count)
    for k in players.indices {
      for l in 0...k {
        if let a = parts[k], let b = parts[l] { performance[k, l] = between(a, b) } else { performance[k, l] = .nan }
      }
    }
    self.performance = performance
    withOutcome = parts.map { own in own.map { between($0, [Part(y, 1)]) } ?? .nan }
    ofOutcome = covariance[y, y]
  }

  /// Points of the outcome that go with ten points of one player's performance when the others move along: cov(x, y)/var(x).
  func ceiling(_ k: Int) -> Double? {
    performance[k, k] > 0 ? 10 * withOutcome[k] / performance[k, k] : nil
  }
}
