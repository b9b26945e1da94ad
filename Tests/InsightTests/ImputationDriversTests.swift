import Imputation
import Insight
import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

/// Importance from imputed answers.
@Suite struct ImputationDriversTests {
  private static func fit(
    _ data: Dataset, _ analysis: DriverAnalysis, imputations: Int? = nil, seed: UInt64 = 1, jobs: Int = 2
  ) throws -> DriverAnalysis.Fit {
    try analysis.fit(
      imputing: data, roles: Samples.roles(missing: .impute), by: MultipleImputation(seed: seed),
      imputations: imputations, jobs: jobs)
  }

  @Test("without missing answers estimates and their errors are those of complete rows") func complete() throws {
    let data = Samples.ratings(300, seed: 5)
    let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 60))
    let imputed = try Self.fit(data, analysis)
    let plain = try analysis.fit(to: ModelFrame(data, roles: Samples.roles()), jobs: 2)
    #expect(imputed.n == plain.n && imputed.imputation?.imputations == MultipleImputation.fewest)
    for (a, b) in zip(imputed.outcomes[0].methods[0].drivers, plain.outcomes[0].methods[0].drivers) {
      #expect(abs(a.share.value! - b.share.value!) < 1e-12 && a.rank == b.rank)
    }
    for (a, b) in zip(imputed.outcomes[0].regression.terms, plain.outcomes[0].regression.terms) {
      #expect(abs(a.estimate! - b.estimate!) < 1e-12 && abs(a.stdError! - b.stdError!) < 1e-12)
      // Barnard and Rubin's ν_obs is a little below ν.
      #expect(a.df! < b.df! && a.df! > 0.98 * b.df!)
    }
    #expect(abs(imputed.outcomes[0].rSquared.value! - plain.outcomes[0].rSquared.value!) < 1e-12)
    #expect(abs(imputed.outcomes[0].rSquared.low! - plain.outcomes[0].rSquared.low!) < 0.01)
    #expect(imputed.outcomes[0].methods[0].drivers.allSatisfy { $0.share.low! < $0.share.value! })
  }

  @Test("the same on any number of threads; importance adds up to R²; the number follows what is missing")
  func pooled() throws {
    let data = Samples.ratings(250, seed: 8, missing: 0.25)
    let analysis = DriverAnalysis(bootstrap: BootstrapSpecification(replicates: 80))
    let one = try Self.fit(data, analysis, jobs: 1)
    let two = try Self.fit(data, analysis, jobs: 2)
    #expect(one.outcomes[0].methods[0].drivers.map(\.share) == two.outcomes[0].methods[0].drivers.map(\.share))
    #expect(one.outcomes[0].regression.terms == two.outcomes[0].regression.terms)
    let outcome = one.outcomes[0]
    let sum = outcome.methods[0].drivers.reduce(0) { $0 + $1.importance.value! }
    #expect(abs(sum - outcome.regression.rSquared) < 1e-12)
    let story = try #require(one.imputation)
    #expect(story.imputations == story.needed && story.imputations > MultipleImputation.fewest)
    #expect(story.imputations == MultipleImputation.needed(fraction: story.fraction, pilot: 20))
    #expect(story.quantities.filter { $0.kind == .coefficient }.count == 5)
    #expect(story.quantities.filter { $0.kind == .share }.count == 4)
    #expect(story.quantities.allSatisfy { (0...1).contains($0.pooled.missingInformation) })
    #expect(one.notes.contains { $0.kind == .imputed } && one.replicatesUsed == 80)
    // Matrix and priorities are read off the same resamples.
    let matrix = try ImportancePerformance().fit(one)
    #expect(matrix.maps[0].positions.allSatisfy { $0.frequencies != nil && $0.performance.low! < $0.performance.high! })
    #expect(throws: ImputationFault.self) {
      try Self.fit(data, DriverAnalysis(diagnostics: true))
    }
  }

  @Test("the spread of resamples is Rubin's total variance of the coefficients") func spread() throws {
    let data = Samples.ratings(400, seed: 12, missing: 0.3)
    let fit = try Self.fit(
      data, DriverAnalysis(errors: .hc0, bootstrap: BootstrapSpecification(replicates: 1200), dominance: false),
      imputations: 40)
    let columns = fit.layout.coefficients(0)
    for (column, term) in zip(columns, fit.outcomes[0].regression.terms) {
      let spread = try #require(fit.resampled?.standardError(column: column))
      #expect(abs(spread / term.stdError! - 1) < 0.1, "\(term.name): \(spread) \(term.stdError!)")
    }
  }

  @Test("resamples imputed anew vary as Rubin's rules say where imputation and analysis share their model") func anew()
    throws
  {
    // Normal answers and outcome, so that regressions are what the chains draw from.
    var stream = RandomStream(seed: 31, stream: 0)
    var columns = [[Double]](repeating: [], count: 5)
    for _ in 0..<300 {
      let common = stream.normal()
      let x = (0..<4).map { _ in 0.6 * common + 0.8 * stream.normal() }
      columns[4].append(x[0] + 0.6 * x[1] + 0.3 * x[2] + 1.2 * stream.normal())
      for k in 0..<4 { columns[k].append(k > 0 && stream.uniform() < 0.3 ? .nan : x[k]) }
    }
    let data = Samples.dataset(zip(["x1", "x2", "x3", "x4", "y"], columns).map { ($0, $1) })
    let analysis = DriverAnalysis(
      errors: .hc0, bootstrap: BootstrapSpecification(replicates: 500), dominance: false)
    func fit(jobs: Int) throws -> DriverAnalysis.Fit {
      try analysis.fit(
        imputing: data, roles: Samples.roles(scale: nil, missing: .impute),
        by: MultipleImputation(common: .normal, sweeps: 5), imputations: 60, imputesResamples: true, jobs: jobs)
    }
    let found = try fit(jobs: 2)
    #expect(found.replicatesUsed == 500)
    #expect(
      found.notes.contains { $0.kind == .imputed && $0.sentence.description.contains("each imputed 2 times anew") })
    for (column, term) in zip(found.layout.coefficients(0), found.outcomes[0].regression.terms) {
      let spread = try #require(found.resampled?.standardError(column: column))
      // √(1/1000) = 3.2 % of the resamples, as much again of so few chains, and what n = 300 leaves.
      #expect(abs(spread / term.stdError! - 1) < 0.15, "\(term.name): \(spread) \(term.stdError!)")
    }
    let shares = found.imputation?.quantities.filter { $0.kind == .share } ?? []
    #expect(shares.count == 4 && shares.allSatisfy { $0.pooled.within > 0 })
    #expect(
      try fit(jobs: 1).outcomes[0].methods[0].drivers.map(\.share) == found.outcomes[0].methods[0].drivers.map(\.share))
  }
}
