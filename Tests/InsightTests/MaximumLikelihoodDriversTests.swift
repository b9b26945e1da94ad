import Insight
import Measures
import Regression
import Resampling
import Survey
import Testing

/// Importance from maximum likelihood moments.
@Suite struct MaximumLikelihoodDriversTests {
  @Test("without missing answers all is as with complete rows") func complete() throws {
    let data = Samples.ratings(300, seed: 5)
    let analysis = DriverAnalysis(errors: .hc1, bootstrap: BootstrapSpecification(replicates: 60))
    let em = try analysis.fit(to: ModelFrame(data, roles: Samples.roles(missing: .em)), jobs: 2)
    let plain = try analysis.fit(to: ModelFrame(data, roles: Samples.roles()), jobs: 2)
    #expect(em.n == plain.n)
    for (a, b) in zip(em.outcomes[0].methods[0].drivers, plain.outcomes[0].methods[0].drivers) {
      #expect(abs(a.share.value! - b.share.value!) < 1e-8)
      // The same resamples.
      #expect(abs(a.share.low! - b.share.low!) < 1e-4 && abs(a.share.high! - b.share.high!) < 1e-4)
    }
    for (a, b) in zip(em.outcomes[0].regression.terms, plain.outcomes[0].regression.terms) {
      #expect(abs(a.estimate! - b.estimate!) < 1e-8 && abs(a.stdError! - b.stdError!) < 1e-8)
    }
  }

  @Test("resamples find their own moments: their spread is that of the formula, on any number of threads") func spread()
    throws
  {
    let frame = try ModelFrame(Samples.ratings(500, seed: 8, missing: 0.15), roles: Samples.roles(missing: .em))
    func fit(_ kind: LinearRegression.ErrorKind, _ replicates: Int, jobs: Int) throws -> DriverAnalysis.Fit {
      try DriverAnalysis(errors: kind, bootstrap: BootstrapSpecification(replicates: replicates), dominance: false)
        .fit(to: frame, jobs: jobs)
    }
    let resampled = try fit(.bootstrap, 600, jobs: 2)
    #expect(resampled.replicatesUsed == 600 && resampled.rowsUsed == frame.rowCount)
    #expect(resampled.notes.contains { $0.kind == .maximumLikelihood })
    let ratios = zip(resampled.outcomes[0].regression.terms, try fit(.hc0, 0, jobs: 1).outcomes[0].regression.terms)
      .map { $0.stdError! / $1.stdError! }
    // √(1/1200) = 2.9 % from the resamples, and a little for n.
    for ratio in ratios { #expect(abs(ratio - 1) < 0.13, "\(ratios)") }
    let few = [1, 2].map { jobs in try! fit(.bootstrap, 40, jobs: jobs).outcomes[0].methods[0].drivers.map(\.share) }
    #expect(few[0] == few[1])
  }
}
