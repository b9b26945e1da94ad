import Probability
import Survey

/// The answer below or at which a share of the respondents lie, with its interval.
public struct QuantileEstimate: Sendable, Equatable {
  /// The quartiles.
  public static let probabilities = [0.25, 0.5, 0.75]

  /// The share, 0 … 1.
  public var probability: Double
  /// The least answer q that a share of at least p answered or went below, F(q) ≥ p (R's type 1, `svyquantile`'s "math").
  public var estimate: Double
  /// The least answer whose share may reach p: F(q) + t·SE ≥ p. `nil` without an error.
  public var low: Double?
  /// The least answer whose share is sure to reach p: F(q) − t·SE ≥ p.
  public var high: Double?
}

/// How many answered what or less.
///
/// Intervals of quantiles turn those of shares round (Francisco & Fuller 1991, doi:10.1214/aos/1176347993): an answer is left out when
/// the share at or below it is surely short of p, or the share below it surely reaches p. Woodruff's (1952) are centred at the share of
/// the estimate itself, which lies far above p where many give the same answer.
struct AnswerDistribution {
  private let answers: [Double]
  /// Of the respondents who gave each answer or a lower one, 0 … 1.
  private let shares: [Double]
  /// Sums of squared weights up to each answer.
  private let squares: [Double]
  private let total: Double
  private let n: Double
  private let kind: WeightsKind?
  private let sampled: Double?

  /// - Parameters:
  ///   - ascending: different answers, at least one.
  ///   - n: respondents who answered.
  ///   - sampled: respondents of the whole sample where no design says how sure shares are.
  init(_ ascending: [AnswerTable.Entry], n: Double, kind: WeightsKind?, sampled: Double?) {
    var (sum, square) = (0.0, 0.0)
    var shares: [Double] = []
    var squares: [Double] = []
    for entry in ascending {
      sum += entry.weight
      square += entry.squaredWeight
      shares.append(sum)
      squares.append(square)
    }
    answers = ascending.map(\.value)
    total = sum
    self.shares = shares.map { $0 / sum }
    self.squares = squares
    (self.n, self.kind, self.sampled) = (n, kind, sampled)
  }

  /// - Parameter designError: of the share at or below an answer, under a design.
  func quantile(
    _ probability: Double, confidence: Double,
    designError: (_ answer: Double, _ share: Double) throws -> (standardError: Double, degrees: Double)?
  ) throws -> QuantileEstimate {
    // Sums of weights are off by their last digits: a share that is p but for them reaches it.
    let reached = first { shares[$0] >= probability - 1e-12 }
    var result = QuantileEstimate(probability: probability, estimate: answers[reached])
    func limit(_ place: Int, _ sign: Double) throws -> Double? {
      guard let error = try error(place, designError), error.degrees > 0 else { return nil }
      let t = StudentT(degrees: error.degrees).quantile((1 + confidence) / 2)
      return shares[place] + sign * t * error.standardError
    }
    guard try limit(reached, 1) != nil else { return result }
    result.low = answers[try first { try limit($0, 1) ?? 1 >= probability - 1e-12 }]
    result.high = answers[try first { try limit($0, -1) ?? 0 >= probability - 1e-12 }]
    return result
  }

  /// The first place from which something holds; at the last it does.
  private func first(_ holds: (Int) throws -> Bool) rethrows -> Int {
    var (low, high) = (0, answers.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if try holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func error(
    _ place: Int, _ designError: (Double, Double) throws -> (standardError: Double, degrees: Double)?
  ) throws -> (standardError: Double, degrees: Double)? {
    guard let sampled else { return try designError(answers[place], shares[place]) }
    guard n > 1 else { return nil }
    let share = shares[place]
    guard kind == .sampling else { return ((max(0, share * (1 - share)) / (n - 1)).squareRoot(), n - 1) }
    // Each weight's part is w(1 − F) of those at or below the answer, −wF of the others.
    let (below, all) = (squares[place], squares[squares.count - 1])
    let units = max(n, sampled)
    let sum = below * (1 - share) * (1 - share) + (all - below) * share * share
    return ((max(0, sum) * units / (units - 1)).squareRoot() / total, n - 1)
  }
}
