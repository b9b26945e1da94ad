import CoverageStudy
import Resampling
import Testing

/// The populations of ratings are what they say, and their truth is that of a very large sample.
@Suite struct RatingStudyTests {
  @Test("answers correlate about .61, and 30 to 68 % are at the top") func halo() throws {
    let halo = RatingPopulation()
    #expect(abs(try halo.meanCorrelationOfAnswers() - 0.61) < 0.01)
    let tops = try halo.sampleOfTopBoxes(respondents: 40_000, seed: 3)
    #expect(abs(tops[0] - 0.30) < 0.01 && abs(tops[9] - 0.68) < 0.01)
  }

  @Test("a sample of 200,000 finds the truth", arguments: RatingPopulation.Outcome.allCases) func truth(
    outcome: RatingPopulation.Outcome
  ) throws {
    for sampling in RatingPopulation.Sampling.allCases {
      let distance = try RatingPopulation(outcome: outcome, sampling: sampling).distance(
        ofSample: 200_000, seed: 11)
      // Forty clusters leave a tenth of every variance to chance; simple samples do not.
      let tolerance = sampling == .simple ? 0.012 : 0.12
      #expect(distance.rSquared < tolerance, "\(distance)")
      #expect(distance.shares < tolerance, "\(distance)")
    }
  }

  @Test("the tables do not depend on the number of threads") func threads() throws {
    let study = CoverageStudy(samples: 9, replicates: 49)
    let cell = RatingCell("halo", RatingPopulation(), respondents: 60)
    let one = RatingTables.markdown([try study.run(cell, jobs: 1)], study: study)
    #expect(one == RatingTables.markdown([try study.run(cell, jobs: 3)], study: study))
    #expect(!one.contains("without an analysis"))
  }
}
