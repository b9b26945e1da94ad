import LinearAlgebra
public import Measures
import Platform

/// What every set of players is worth to an outcome: the seam between models and the ways of dividing what they explain.
///
/// Shapley values, dominance, first and last are readings of it (`SubsetValues`), whatever the model: least squares from moments
/// in one pass (`MomentsWorth`), or any model that is fitted anew for each set (`RefitWorth`).
public protocol Worth: Sendable {
  var playerCount: Int { get }

  /// The worth of each set by its bit mask (bit k: player k), 2^playerCount numbers; nobody, at 0, is worth 0.
  ///
  /// - Parameter jobs: threads; the numbers do not depend on it.
  func ofEverySet(jobs: Int) throws -> [Double]
}

/// Worth is what least squares explains beyond the covariates that always stay, in units of the outcome's variance (R²).
///
/// All sets are worked out in one pass over the lattice, each from the one that lacks a player of it: no model is fitted.
public struct MomentsWorth: Worth {
  private let moments: Moments
  private let engine: ImportanceEngine

  /// - Parameters:
  ///   - outcome: its position in the moments.
  ///   - players: the positions of each player's columns.
  ///   - always: of the covariates that are in every model.
  /// - Precondition: at most 22 players; positions are those of different columns.
  public init(_ moments: Moments, outcome: Int, players: [[Int]], always: [Int] = []) {
    precondition(players.count <= SubsetValues.limit, "every set of up to \(SubsetValues.limit) players")
    self.moments = moments
    engine = ImportanceEngine(
      problem: ImportanceProblem(always: always, players: players, outcome: outcome), methods: [])
  }

  public var playerCount: Int { engine.playerCount }

  /// Throws `DataFault.constant`, `.notPositiveDefinite`, `.momentsNotFinite` as `ImportanceEngine.fit` does.
  public func ofEverySet(jobs: Int) throws -> [Double] { try engine.subsetValues(moments).values }
}

/// Worth is what a model fitted anew to each set says: explained variance, a pseudo R², a log-likelihood ratio.
///
/// The work grows with 2^p fits.
public struct RefitWorth: Worth {
  /// Players up to which all sets are fitted: 65,536 fits.
  public static let limit = 16

  public let playerCount: Int
  private let worth: @Sendable ([Int]) throws -> Double

  /// - Parameter worth: of these players, ascending; the worth of nobody is taken off every set's.
  /// - Precondition: at most `limit` players.
  public init(playerCount: Int, worth: @escaping @Sendable (_ players: [Int]) throws -> Double) {
    precondition((0...RefitWorth.limit).contains(playerCount), "every set of up to \(RefitWorth.limit) players")
    self.playerCount = playerCount
    self.worth = worth
  }

  /// Throws what the first set that has no fit throws.
  public func ofEverySet(jobs: Int) throws -> [Double] {
    let sets = 1 << playerCount
    let results = [Result<Double, any Error>](unsafeUninitializedCapacity: sets) { results, count in
      let shared = Shared(results: results)
      TaskSharing.run(tasks: sets, jobs: jobs) {
      } body: { _, mask in
        let players = (0..<playerCount).filter { mask >> $0 & 1 == 1 }
        (shared.results.baseAddress! + mask).initialize(to: Result { try worth(players) })
      }
      count = sets
    }
    let nobody = try results[0].get()
    return try results.map { try $0.get() - nobody }
  }

  private struct Shared: @unchecked Sendable {
    let results: UnsafeMutableBufferPointer<Result<Double, any Error>>
  }
}
