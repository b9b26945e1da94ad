import Insight
import Measures
import Probability
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

  @Test(
    "drivers that explain nothing are called a finding about as often as stated, though a third of the answers is missing"
  )
  func size() throws {
    let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 0), dominance: false)
    var (rejected, byRSquared) = (0, 0)
    let samples = 200
    for sample in 0..<samples {
      let ratings = Samples.ratings(150, seed: UInt64(1000 + sample), missing: 0.33)
      var stream = RandomStream(seed: UInt64(5000 + sample), stream: 0)
      let noise = (0..<150).map { _ in (5 + 2 * stream.normal()).rounded() }
      let data = Dataset(
        variables: ratings.variables.filter { $0.name != "y" } + [Variable(name: "y", values: .double(noise))],
        rowCount: 150)
      let fit = try analysis.fit(to: ModelFrame(data, roles: Samples.roles(missing: .em)), jobs: 1)
      #expect(fit.countsIncomplete)
      if try #require(fit.jointPValue(of: fit.outcomes[0])) < 0.05 { rejected += 1 }
      let regression = fit.outcomes[0].regression
      if let p = regression.changeTest(of: regression.rSquared, fromBlock: 0), p < 0.05 { byRSquared += 1 }
    }
    // 5 % of 200 with three binomial errors on either side; Wald's test is a little bold at this n.
    #expect((1...19).contains(rejected), "\(rejected)")
    #expect(byRSquared > 2 * rejected, "\(byRSquared)")
  }

  @Test("performance is of everyone: the mean that the regression on what all answered gives (Anderson 1957)")
  func performance() throws {
    // x1 and y are complete, and x2 is not answered by those who recommend little: then the maximum likelihood mean of x2 is the
    // mean of its predictions from x1 and y, made from those who answered it.
    let data = Samples.ratings(400, drivers: 2, seed: 21)
    let (x1, x2, y) = (
      try data.variable("x1").doubles, try data.variable("x2").doubles, try data.variable("y").doubles
    )
    var stream = RandomStream(seed: 3, stream: 0)
    let open = y.indices.map { i in stream.uniform() < (y[i] < 6 ? 0.7 : 0.1) ? Double.nan : x2[i] }
    let survey = Samples.dataset([("x1", x1), ("x2", open), ("y", y)])
    let predicting = AnalysisRoles(
      outcomes: [.init(name: "x2")], players: ["x1", "y"].map { .init(name: $0, items: [.init(name: $0)]) })
    let regression = try LinearRegression(errors: .classical)
      .fit(to: ModelFrame(survey, roles: predicting), outcome: 0)
    let b = regression.terms.map { $0.estimate! }
    var mean = 0.0
    for i in y.indices { mean += (b[0] + b[1] * x1[i] + b[2] * y[i]) / Double(y.count) }
    let roles = Samples.roles(drivers: 2, missing: .em)
    let fit = try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 100), dominance: false)
      .fit(to: ModelFrame(survey, roles: roles), jobs: 2)
    #expect(abs(fit.performance[1].value! - (mean - 1) / 6 * 100) < 1e-5)
    #expect(abs(fit.performance[0].value! - (x1.reduce(0, +) / 400 - 1) / 6 * 100) < 1e-9)
    // Of those who answered it lies far off.
    let answered = open.filter { !$0.isNaN }
    let naive = (answered.reduce(0, +) / Double(answered.count) - 1) / 6 * 100
    #expect(naive - fit.performance[1].value! > 3)
    #expect(fit.performance[1].low! < fit.performance[1].value! && fit.performance[1].high! < naive)
    #expect(fit.performanceCounts[1] == Double(answered.count))
  }
}
