import Insight
import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

/// Notes that come of the coverage study: they appear where it found too little coverage, and not elsewhere.
@Suite struct CoverageNotesTests {
  /// Ratings 1–7 that share a factor; `signal` times falling weights moves the outcome, and the last driver may stand
  /// alone, related to nothing.
  private func survey(_ rows: Int, signal: Double, weights: [Double] = [4, 3, 2, 1], lonely: Bool = false) -> Dataset {
    var stream = RandomStream(seed: 5, stream: 0)
    var items = [[Double]](repeating: [], count: weights.count)
    var outcome: [Double] = []
    for _ in 0..<rows {
      let common = stream.normal()
      var sum = 0.0
      for (k, weight) in weights.enumerated() {
        let isLonely = lonely && k == weights.count - 1
        let latent = isLonely ? stream.normal() : 0.6 * common + 0.8 * stream.normal()
        items[k].append(max(1, min(7, (4.4 + 1.3 * latent).rounded())))
        if !isLonely { sum += weight * latent }
      }
      outcome.append(signal * sum + stream.normal())
    }
    return Samples.dataset(items.enumerated().map { ("x\($0 + 1)", $1) } + [("y", outcome)])
  }

  private func fit(
    _ data: Dataset, interval: IntervalKind = .percentile, replicates: Int = 199,
    errors: LinearRegression.ErrorKind? = nil
  ) throws -> DriverAnalysis.Fit {
    try DriverAnalysis(
      errors: errors, bootstrap: BootstrapSpecification(replicates: replicates, interval: interval), dominance: false
    ).fit(to: ModelFrame(data, roles: Samples.roles()))
  }

  private let kinds: Set = ["basic_interval", "weak_signal", "r_squared_interval", "share_near_zero"]

  private func notes(_ fit: DriverAnalysis.Fit) -> Set<String> { kinds.intersection(fit.notes.map(\.kind.name)) }

  @Test("a sample that knows its drivers well needs none of them") func strong() throws {
    let fit = try fit(survey(800, signal: 0.3))
    // Every share is far from zero here.
    #expect(fit.outcomes[0].methods[0].drivers.allSatisfy { $0.share.low! > 0.02 })
    #expect(notes(fit).isEmpty)
    #expect(CoverageNotesTests.matrixKinds(fit).isEmpty)
    #expect(try notes(self.fit(survey(800, signal: 0.3), errors: .hc3)).isEmpty)
    #expect(try notes(self.fit(survey(800, signal: 0.3), interval: .bca)).isEmpty)
  }

  @Test("basic intervals are always told of") func basic() throws {
    #expect(try notes(fit(survey(800, signal: 0.3), interval: .basic)) == ["basic_interval"])
  }

  @Test("little explained for few respondents is told of, in BCa intervals sooner") func weak() throws {
    // n·R² is about 6 here for 4 drivers; percentile intervals are warned of below 20, BCa ones below 60.
    #expect(try notes(fit(survey(100, signal: 0.04))).contains("weak_signal"))
    let middling = survey(100, signal: 0.09)
    let signal = 100 * (try fit(middling).outcomes[0].regression.adjustedRSquared)
    #expect(signal > 20 && signal < 60, "\(signal)")
    #expect(try !notes(fit(middling)).contains("weak_signal"))
    #expect(try notes(fit(middling, interval: .bca)).contains("weak_signal"))
  }

  @Test("without resampling there is nothing to warn of") func unresampled() throws {
    #expect(try notes(fit(survey(100, signal: 0.04), replicates: 0)).isEmpty)
  }

  @Test("R² from the spread of resamples is told of when respondents are few for the drivers; by formula never")
  func rSquared() throws {
    let few = survey(90, signal: 0.3)
    for interval in IntervalKind.allCases {
      #expect(try !notes(fit(few, interval: interval)).contains("r_squared_interval"))
    }
    #expect(try !notes(fit(few, errors: .bootstrap)).contains("r_squared_interval"))
    for (n, isTold) in [(90, true), (200, false)] {
      let fit = try DriverAnalysis(
        bootstrap: BootstrapSpecification(replicates: 100, seed: 1), correlation: .spearman
      ).fit(to: ModelFrame(survey(n, signal: 0.3), roles: Samples.roles()))
      let rSquared = fit.outcomes[0].rSquared
      #expect(notes(fit).contains("r_squared_interval") == isTold)
      // About the estimate less its bias, and never percentiles, which lie above it.
      #expect(rSquared.low! < rSquared.value! && rSquared.high! > rSquared.value! && rSquared.high! < 1)
      #expect((rSquared.low! + rSquared.high!) / 2 < rSquared.value!)
    }
  }

  @Test("a driver that has nothing to do with anything is told of by name, and no other") func nearZero() throws {
    let fit = try fit(survey(800, signal: 0.3, lonely: true))
    let note = try #require(fit.notes.first { $0.kind == .shareNearZero })
    #expect(note.message.contains("'x4'") && !note.message.contains("'x1'"))
    #expect(fit.outcomes[0].methods[0].drivers[3].share.low! > 0, "its interval does not hold the true zero")
  }

  @Test("quadrants are called vague when no two drivers are told apart") func quadrants() throws {
    #expect(
      CoverageNotesTests.matrixKinds(try fit(survey(150, signal: 0.1, weights: [1, 1, 1, 1]))) == ["quadrants_vague"])
  }

  private static func matrixKinds(_ fit: DriverAnalysis.Fit) -> Set<String> {
    let notes = (try? ImportancePerformance().fit(fit).notes) ?? []
    return Set(notes.map(\.kind.name)).intersection(["quadrants_vague"])
  }
}
