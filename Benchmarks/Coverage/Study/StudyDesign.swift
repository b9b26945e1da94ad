import LinearAlgebra
import Probability
import Simulation
import Survey

/// A population from which the study draws: six drivers, one outcome, and how people answer.
///
/// The drivers are normal variables, any two of which correlate at .5 (but for one that is alone in `zero`); the outcome
/// is a linear combination of them and a normal residual. Answers are these variables themselves, or cut into the
/// points of a scale: drivers 1–3 into seven, 4–6 into five, the outcome into eleven.
public struct StudyDesign: Sendable, Equatable {
  public enum Pattern: String, Sendable, CaseIterable {
    /// Coefficients in proportion to 6, 5, 4, 3, 2, 1: every share is above .05.
    case graded
    /// Driver 5 has no coefficient, but correlates; driver 6 has nothing to do with anything: its share is 0.
    case zero
    /// Coefficients that differ by 4 % from one driver to the next.
    case ties

    var coefficients: [Double] {
      switch self {
      case .graded: [6, 5, 4, 3, 2, 1]
      case .zero: [4, 3, 2, 1, 0, 0]
      case .ties: [1.20, 1.16, 1.12, 1.08, 1.04, 1]
      }
    }
  }

  public enum Items: String, Sendable, CaseIterable {
    case normal
    case likert
  }

  public var pattern: Pattern
  public var items: Items
  /// R² of the answers, in the population.
  public var rSquared: Double

  public init(_ pattern: Pattern, _ items: Items, rSquared: Double) {
    precondition(rSquared >= 0 && rSquared < 1, "a share of variance")
    self.pattern = pattern
    self.items = items
    self.rSquared = rSquared
  }

  public static let drivers = 6
  static let outcome = "y"
  static let names = (1...drivers).map { "x\($0)" }

  /// Where the mean of each driver lies, in its standard deviations: some near the mean of all, some far.
  private static let levels = [-0.5, 0.2, -0.05, 0.5, -0.2, 0.05]

  /// The model whose answers have the R² that is asked for.
  func model() throws -> SurveyModel {
    guard rSquared > 0 else { return try model(explained: 0) }
    func excess(_ explained: Double) -> Double {
      guard let model = try? model(explained: explained), let truth = try? model.populationShares(players: .items)
      else { return .nan }
      return truth[0].rSquared - rSquared
    }
    guard let explained = root(between: 0, and: 1 - 1e-9, relative: 1e-12, of: excess) else {
      throw DataFault.request(
        problem: "Answers of this kind cannot have an R² of \(rSquared)", suggestion: "Take a smaller one.")
    }
    return try model(explained: explained)
  }

  /// The model in which the drivers behind the answers explain this part of the variance of the outcome behind its answer.
  private func model(explained: Double) throws -> SurveyModel {
    let p = StudyDesign.drivers
    var correlations = SymmetricMatrix(order: p)
    for i in 0..<p {
      correlations[i, i] = 1
      for j in 0..<i { correlations[i, j] = pattern == .zero && i == p - 1 ? 0 : 0.5 }
    }
    let weights = pattern.coefficients
    var variance = 0.0
    for i in 0..<p {
      for j in 0..<p { variance += weights[i] * weights[j] * correlations[max(i, j), min(i, j)] }
    }
    let unit = (explained / variance).squareRoot()
    let names = StudyDesign.names
    return SurveyModel(
      respondents: 1000,
      factors: names.map { SurveyModel.Factor(name: "f" + $0, items: [$0]) },
      correlations: correlations,
      items: names.enumerated().map { k, name in
        SurveyModel.Item(name: name, loadings: [.init(from: "f" + name, coefficient: 1)], answer: answer(of: k))
      },
      outcomes: [
        SurveyModel.Outcome(
          name: StudyDesign.outcome,
          paths: zip(names, weights).map { SurveyModel.Path(from: "f" + $0, coefficient: $1 * unit) },
          answer: items == .normal
            ? .init(scale: nil, thresholds: .rounded(mean: 50, deviation: 10))
            : .init(scale: RatingScale(0, 10), thresholds: .rounded(mean: 7, deviation: 2.2)))
      ])
  }

  private func answer(of driver: Int) -> SurveyModel.Answer {
    let level = StudyDesign.levels[driver]
    switch items {
    case .normal:
      // So narrow that no draw leaves the 0–100 on which performance is counted.
      return .init(scale: nil, thresholds: .rounded(mean: 60 + 4 * level, deviation: 4))
    case .likert where driver < 3:
      return .init(scale: RatingScale(1, 7), thresholds: .rounded(mean: 4.9 + 1.4 * level, deviation: 1.4))
    case .likert:
      return .init(scale: RatingScale(1, 5), thresholds: .rounded(mean: 3.6 + level, deviation: 1))
    }
  }

  /// What the analysis is told of the columns.
  var roles: AnalysisRoles {
    AnalysisRoles(
      outcomes: [.init(name: StudyDesign.outcome)],
      players: StudyDesign.names.enumerated().map { k, name in
        .init(name: name, items: [.init(name: name, scale: answer(of: k).scale ?? RatingScale(0, 100))])
      })
  }
}
