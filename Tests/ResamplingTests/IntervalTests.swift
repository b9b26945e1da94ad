import Probability
import Resampling
import Testing

@Suite struct IntervalTests {
  @Test func `percentile and basic intervals are quantiles and their mirror image`() {
    let replicates = (1...999).reversed().map(Double.init)
    #expect(
      Interval.of(.percentile, estimate: 400, replicates: replicates, confidence: 0.95) == Interval(low: 25, high: 975))
    #expect(
      Interval.of(.basic, estimate: 400, replicates: replicates, confidence: 0.95) == Interval(low: -175, high: 775))
  }

  @Test func `a median estimate without skewness makes BCa the percentile interval`() throws {
    let replicates = (1...999).map(Double.init)
    let jackknife = JackknifeValues(values: [1, 2, 3, 4, 5])
    #expect(jackknife.acceleration == 0)
    let bca = try #require(
      Interval.of(.bca, estimate: 500, replicates: replicates, confidence: 0.95, jackknife: jackknife))
    #expect(abs(bca.low - 25) < 1e-9 && abs(bca.high - 975) < 1e-9)
  }

  @Test func `BCa agrees with its formula worked out in R`() throws {
    // R 4.2.2: t <- 1:999; z0 <- qnorm((599 + .5)/999); l <- c(1,2,3,4,10); d <- mean(l) - l; a <- sum(d^3)/(6*sum(d^2)^1.5)
    // z <- z0 + qnorm(c(.05, .95)); al <- pnorm(z0 + z/(1 - a*z)); quantile(t, al, type = 6)
    let replicates = (1...999).map(Double.init)
    let jackknife = JackknifeValues(values: [1, 2, 3, 4, 10])
    let bca = try #require(
      Interval.of(.bca, estimate: 600, replicates: replicates, confidence: 0.9, jackknife: jackknife))
    #expect(abs(try #require(jackknife.acceleration) - -0.084852813742385708) < 1e-14)
    #expect(abs(bca.low - 92.774192301248789) < 1e-8 && abs(bca.high - 970.532210641652455) < 1e-8)
    let doubled = JackknifeValues(values: [1, 2, 3, 4, 10], multiplicities: [1, 1, 1, 2, 1])
    let written = JackknifeValues(values: [1, 2, 3, 4, 4, 10])
    #expect(abs(doubled.acceleration! - written.acceleration!) < 1e-15)
  }

  @Test func `no interval where there is none`() {
    let replicates = (1...100).map(Double.init)
    let jackknife = JackknifeValues(values: [1, 2, 4])
    #expect(Interval.of(.bca, estimate: 0, replicates: replicates, confidence: 0.95, jackknife: jackknife) == nil)
    #expect(Interval.of(.bca, estimate: 101, replicates: replicates, confidence: 0.95, jackknife: jackknife) == nil)
    #expect(Interval.of(.bca, estimate: 50, replicates: replicates, confidence: 0.95) == nil)
    #expect(Interval.of(.percentile, estimate: .nan, replicates: replicates, confidence: 0.95) == nil)
    #expect(Interval.of(.percentile, estimate: 1, replicates: [], confidence: 0.95) == nil)
    #expect(Interval.of(.percentile, estimate: 1, replicates: [2], confidence: 0.95) == nil)
    let undefined = [Double](repeating: .nan, count: 6)
    #expect(Interval.of(.percentile, estimate: 1, replicates: undefined, confidence: 0.95) == nil)
    #expect(Interval.of(.percentile, estimate: 1, replicates: replicates + undefined, confidence: 0.95) == nil)
    #expect(
      Interval.of(.percentile, estimate: 1, replicates: replicates + undefined.prefix(5), confidence: 0.95) != nil)
  }

  @Test func `percentile intervals of a mean cover as they say`() {
    // 400 samples of 40 exponential numbers, 299 resamples each: nominal 90 %; for this skewness the bootstrap's own theory
    // gives some 88 %, and 400 trials have a standard error of 1.6 %.
    let n = 40
    var covered = 0
    for trial in 0..<400 {
      var stream = RandomStream(seed: 9, stream: UInt64(trial))
      let x = (0..<n).map { _ in stream.exponential() }
      let resampler = RowResampler(rowCount: n)
      let replicates = ReplicateRunner.run(
        count: 299, width: 1, jobs: 2, seed: UInt64(1000 + trial),
        makeWorkspace: { [Double](repeating: 0, count: n) }
      ) { weights, _, stream, row in
        weights.withUnsafeMutableBufferPointer { resampler.draw(stream: &stream, into: $0) }
        row[0] = zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
        return nil
      }
      let interval = Interval.of(
        .percentile, estimate: x.reduce(0, +) / Double(n), replicates: replicates.column(0), confidence: 0.9)
      if interval!.contains(1) { covered += 1 }
    }
    #expect(covered >= 330 && covered <= 376)
  }
}
