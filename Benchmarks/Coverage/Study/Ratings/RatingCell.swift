import Resampling

/// One population of ratings with one size of sample.
public struct RatingCell: Sendable, Equatable {
  /// What tables call the population.
  public var populationName: String
  public var population: RatingPopulation
  public var respondents: Int

  public init(_ name: String, _ population: RatingPopulation, respondents: Int) {
    populationName = name
    self.population = population
    self.respondents = respondents
  }

  /// `halo-200`.
  public var name: String { "\(populationName)-\(respondents)" }

  /// Every cell of the study, in the order of its tables.
  public static let all: [RatingCell] =
    [60, 100, 200, 500].map { RatingCell("halo", RatingPopulation(), respondents: $0) }
    + [RatingCell("halo-ties", RatingPopulation(pattern: .ties), respondents: 200)]
    + [RatingCell("halo-15", RatingPopulation(drivers: 15, correlation: 0.715), respondents: 200)]
    + [RatingPopulation.Outcome.unequal, .skewed, .heavy].map {
      RatingCell("halo-\($0.rawValue)", RatingPopulation(outcome: $0), respondents: 200)
    }
    + [RatingCell("halo-clusters", RatingPopulation(sampling: .clusters), respondents: 400)]

  /// Sample i draws from stream i of a seed of the cell's own, so that the result depends neither on the number of threads nor
  /// on which other cells are run.
  func run(_ study: CoverageStudy, jobs: Int) throws -> RatingTally {
    let findings = try RatingFindings(self, replicates: study.replicates)
    let rows = ReplicateRunner.run(
      count: study.samples, width: findings.width, jobs: jobs, seed: study.seed(of: name), makeWorkspace: { () }
    ) { _, _, stream, row in
      findings.fill(row, from: &stream)
    }
    return RatingTally(findings, rows)
  }
}

extension CoverageStudy {
  /// One cell of ratings.
  public func run(_ cell: RatingCell, jobs: Int) throws -> RatingTally { try cell.run(self, jobs: jobs) }
}
