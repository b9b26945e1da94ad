import LinearAlgebra
import Measures
public import Survey

/// How important each driver is in the population itself: the truth that a sample estimates.
public struct PopulationShares: Sendable, Equatable {
  /// Its name.
  public var outcome: String
  /// Of the population: what all drivers explain together.
  public var rSquared: Double
  /// In the order of `importance` and `shares`.
  public var drivers: [String]
  /// LMG: the average increase of R² over all orders of the drivers; sums to R².
  public var importance: [Double]
  /// Importance over R²; zeros when nothing is explained.
  public var shares: [Double]
}

extension SurveyModel {
  /// The most players whose subsets are all worked out.
  public static let playerLimit = 20

  /// LMG of the drivers for every outcome, from the exact moments of the population.
  ///
  /// Throws `PopulationFault.tooManyPlayers` above `playerLimit`, and what `populationMoments` throws.
  public func populationShares(
    players: StudySpecification.Players = .composites, wave: String? = nil, segment: String? = nil,
    answeredShare: Double = 0.5
  ) throws -> [PopulationShares] {
    let moments = try populationMoments(
      players: players, wave: wave, segment: segment, answeredShare: answeredShare)
    let columns = moments.names.count - outcomes.count
    let constructs = drivers.compactMap { factor($0) }
    var blocks = (0..<columns).map { $0..<$0 + 1 }
    if players == .groups {
      blocks = []
      for construct in constructs {
        let start = blocks.last?.upperBound ?? 0
        blocks.append(start..<start + construct.items.count)
      }
    }
    guard blocks.count <= SurveyModel.playerLimit else {
      throw PopulationFault.tooManyPlayers(
        count: blocks.count, limit: SurveyModel.playerLimit, analysis: "The population's own importance")
    }
    let names = players == .items ? Array(moments.names[..<columns]) : constructs.map(\.name)
    // What is constant in this part of the population keeps only rounding; it neither explains nor is explained.
    var scatter = moments.scatter
    for i in moments.names.indices {
      let scale = (1 + (moments.means?[i] ?? 0) * (moments.means?[i] ?? 0)) * (moments.n - 1)
      guard scatter[i, i] <= 1e-12 * scale else { continue }
      for j in moments.names.indices { scatter[i, j] = 0 }
    }
    return outcomes.indices.map { o in
      let selected = scatter.selecting(Array(0..<columns) + [columns + o])
      let importance = SubsetValues(selected, blocks: blocks).shapley()
      let rSquared = importance.reduce(0, +)
      return PopulationShares(
        outcome: outcomes[o].name, rSquared: rSquared, drivers: names, importance: importance,
        shares: importance.map { rSquared > 0 ? $0 / rSquared : 0 })
    }
  }
}

/// R² of the outcome (the last row) on every subset of blocks of columns.
struct SubsetValues {
  private var values: [Double]
  private let count: Int

  init(_ matrix: SymmetricMatrix, blocks: [Range<Int>]) {
    count = blocks.count
    values = [Double](repeating: 0, count: 1 << blocks.count)
    let total = matrix[matrix.order - 1, matrix.order - 1]
    let tolerances = (0..<matrix.order).map { matrix[$0, $0] * 1e-11 }
    var found = values

    /// Decides the blocks from k on; `rest` holds their columns and the outcome, swept by what was taken in.
    func decide(_ k: Int, _ subset: Int, _ rest: SymmetricMatrix) {
      guard k < blocks.count else {
        found[subset] = total > 0 ? 1 - rest[0, 0] / total : 0
        return
      }
      let width = blocks[k].count
      let kept = Array(width..<rest.order)
      decide(k + 1, subset, rest.selecting(kept))
      var swept = rest
      for c in 0..<width {
        let pivot = swept[c, c]
        // A column that is a combination of those before it adds nothing.
        guard pivot > tolerances[blocks[k].lowerBound + c] else { continue }
        for i in (c + 1)..<swept.order {
          let factor = swept[i, c] / pivot
          for j in (c + 1)...i { swept[i, j] -= factor * swept[j, c] }
        }
      }
      decide(k + 1, subset | 1 << k, swept.selecting(kept))
    }
    decide(0, 0, matrix)
    values = found
  }

  /// φᵢ = Σ over subsets S without i of |S|!(p − |S| − 1)!/p! · (v(S ∪ i) − v(S)).
  func shapley() -> [Double] {
    var weights = [1 / Double(count)]
    // |S|!(p−|S|−1)!/p! by its ratio to the one before.
    for s in 1..<max(count, 1) { weights.append(weights[s - 1] * Double(s) / Double(count - s)) }
    return (0..<count).map { i in
      var sum = 0.0
      for subset in values.indices where subset >> i & 1 == 0 {
        sum += weights[subset.nonzeroBitCount] * (values[subset | 1 << i] - values[subset])
      }
      return sum
    }
  }
}
