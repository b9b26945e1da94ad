import Insight
import Measures
import Probability
import Regression
import Resampling
import Survey

// What a test asks of a population: whether its samples are what it says they are.
extension RatingPopulation {
  /// Of two drivers' answers.
  public func meanCorrelationOfAnswers() throws -> Double { try RatingTruth(self).meanCorrelation }

  /// The share of 5 in each driver's answers.
  public func sampleOfTopBoxes(respondents: Int, seed: UInt64) throws -> [Double] {
    var stream = RandomStream(seed: seed, stream: 0)
    let sample = draw(respondents, try RatingTruth(self), from: &stream)
    return sample.variables.prefix(drivers).map { variable in
      Double(variable.doubles.count { $0 == 5 }) / Double(respondents)
    }
  }

  /// How far a sample's R² and shares lie from the truth, at most.
  public func distance(ofSample respondents: Int, seed: UInt64) throws -> (rSquared: Double, shares: Double) {
    let truth = try RatingTruth(self)
    var stream = RandomStream(seed: seed, stream: 0)
    let sample = draw(respondents, truth, from: &stream)
    let fit = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0), dominance: false)
      .fit(to: ModelFrame(sample, roles: roles))
    let outcome = fit.outcomes[0]
    let shares = zip(outcome.methods[0].drivers, truth.shares).map { abs(($0.share.value ?? .nan) - $1) }
    return (abs(outcome.regression.rSquared - truth.rSquared), shares.max() ?? .nan)
  }
}
