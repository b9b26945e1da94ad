import Foundation
import LinearAlgebra
import Measures
import ModelSyntax
import Platform
import Probability
import Resampling
import Structural
import Survey
import Testing

/// Intervals of indirect effects, and how often they and the test of fit hold.
@Suite("Effects: draws, resamples and their coverage") struct EffectTests {
  private static let text = "m ~ a*x\ny ~ b*m + c*x\nthrough := a*b"

  private func rows(_ n: Int, _ stream: inout RandomStream, a: Double, b: Double) -> [[Double]] {
    var columns = [[Double]](repeating: [], count: 3)
    for _ in 0..<n {
      let x = stream.normal()
      let m = a * x + stream.normal()
      columns[0].append(x)
      columns[1].append(m)
      columns[2].append(b * m + 0.2 * x + stream.normal())
    }
    return columns
  }

  /// P(ab ≤ t) of independent normal a and b, by the trapezoidal rule over a.
  private func probability(_ t: Double, _ a: (Double, Double), _ b: (Double, Double)) -> Double {
    let normal = Normal()
    var sum = 0.0
    let count = 40_000
    for k in 0...count {
      let z = -8 + 16 * Double(k) / Double(count)
      let own = a.0 + a.1 * z
      if own == 0 { continue }
      let below = normal.lowerTail((t / own - b.0) / b.1)
      sum += exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() * (own > 0 ? below : 1 - below) * 16 / Double(count)
    }
    return sum
  }

  @Test func `draws give the quantiles of the product`() throws {
    try prepareLinearAlgebra()
    var stream = RandomStream(seed: 5, stream: 0)
    let frame = try LavaanData.frame(["x", "m", "y"], rows(120, &stream, a: 0.25, b: 0.3))
    let fit = try StructuralModel(ModelSyntax(Self.text)).fit(to: [frame])
    let drawn = fit.withMonteCarloIntervals(draws: 40_000, seed: 3)
    func path(_ label: String) -> (Double, Double) {
      let own = fit.parameters.first { $0.label == label }!
      return (own.estimate, own.standardError!)
    }
    let effect = try #require(drawn.effects.first { $0.through == ["m"] })
    let defined = try #require(drawn.parameters.first { $0.sign == ":=" })
    #expect(effect.indirect.low == defined.low && effect.indirect.high == defined.high)
    #expect(effect.indirect.standardError == fit.effects.first { $0.through == ["m"] }!.indirect.standardError)
    // Four standard deviations of a share of 40,000.
    #expect(abs(probability(defined.low!, path("a"), path("b")) - 0.025) < 0.0032)
    #expect(abs(probability(defined.high!, path("a"), path("b")) - 0.975) < 0.0032)
    // A product of positive paths is skewed upwards.
    #expect(defined.high! - defined.estimate > defined.estimate - defined.low!)
    // The same draws, by the specification.
    var model = try StructuralModel(ModelSyntax(Self.text))
    (model.monteCarloDraws, model.bootstrap.seed) = (40_000, 3)
    #expect(try model.fit(to: [frame]).parameters.first { $0.sign == ":=" }!.low == defined.low)
  }

  @Test func `percentile intervals of an indirect effect hold`() throws {
    try prepareLinearAlgebra()
    let model = StructuralModel(
      try ModelSyntax(Self.text), bootstrap: BootstrapSpecification(replicates: 399, seed: 2))
    let (samples, truth) = (400, 0.4 * 0.4)
    var held = 0
    for sample in 0..<samples {
      var stream = RandomStream(seed: 11, stream: UInt64(sample))
      let frame = try LavaanData.frame(["x", "m", "y"], rows(150, &stream, a: 0.4, b: 0.4))
      let effect = try model.fit(to: [frame]).effects.first { $0.through == ["m"] }!.indirect
      held += effect.low! <= truth && truth <= effect.high! ? 1 : 0
    }
    // 95 % within two standard deviations of 400.
    #expect(held >= 371 && held <= 389, "\(held) of 400")
  }

  @Test func `the test of fit has its size`() throws {
    try prepareLinearAlgebra()
    let names = (1...6).map { "y\($0)" }
    let model = StructuralModel(try ModelSyntax("f =~ y1 + y2 + y3\ng =~ y4 + y5 + y6"))
    let samples = 3000
    var rejected = 0
    for sample in 0..<samples {
      var stream = RandomStream(seed: 13, stream: UInt64(sample))
      var columns = [[Double]](repeating: [], count: 6)
      for _ in 0..<250 {
        let f = stream.normal()
        let g = 0.5 * f + 0.75.squareRoot() * stream.normal()
        for k in 0..<6 { columns[k].append(0.8 * (k < 3 ? f : g) + 0.6 * stream.normal()) }
      }
      rejected += try model.fit(to: [LavaanData.frame(names, columns)]).statistics.pValue! < 0.05 ? 1 : 0
    }
    #expect(rejected >= samples * 4 / 100 && rejected <= samples * 6 / 100, "\(rejected) of \(samples)")
  }

  /// Searches that begin at the sample's estimates end where others do: a replicate is the fit of its weights as frequencies.
  @Test func `replicates are fits`() throws {
    try prepareLinearAlgebra()
    var stream = RandomStream(seed: 7, stream: 0)
    let names = (1...6).map { "y\($0)" }
    var columns = [[Double]](repeating: [], count: 6)
    for _ in 0..<200 {
      let f = stream.normal()
      let g = 0.5 * f + 0.8 * stream.normal()
      for k in 0..<6 { columns[k].append(0.8 * (k < 3 ? f : g) + 0.6 * stream.normal()) }
    }
    let frame = try LavaanData.frame(names, columns)
    let syntax = try ModelSyntax("f =~ y1 + y2 + y3\ng =~ y4 + y5 + y6\ng ~ b*f\nsame := b")
    let plain = StructuralModel(syntax)
    var model = plain
    model.bootstrap = BootstrapSpecification(replicates: 60, seed: 4)
    let resampled = try model.fit(to: [frame]).parameters.first { $0.sign == ":=" }!
    var estimates: [Double] = []
    let resampler = frame.resampler
    for replicate in 0..<60 {
      var own = RandomStream(seed: 4, stream: UInt64(replicate))
      var weights = [Double](repeating: 0, count: 200)
      weights.withUnsafeMutableBufferPointer { resampler.draw(stream: &own, into: $0) }
      let drawn = (0..<200).flatMap { row in [Int](repeating: row, count: Int(weights[row])) }
      let again = try LavaanData.frame(names, columns.map { column in drawn.map { column[$0] } })
      estimates.append(try plain.fit(to: [again]).parameters.first { $0.label == "b" }!.estimate)
    }
    let ends = Quantile.of(estimates, [0.025, 0.975])
    #expect(abs(resampled.low! - ends[0]) < 1e-5 && abs(resampled.high! - ends[1]) < 1e-5)
  }

  @Test func `answers with gaps and ordered ones are resampled`() throws {
    try prepareLinearAlgebra()
    let text = "x5 ~ a*x1\nx9 ~ b*x5 + x1\nthrough := a*b"
    var model = StructuralModel(try ModelSyntax(text), bootstrap: BootstrapSpecification(replicates: 100))
    let open = try model.fit(to: LavaanData("holes").frames(model.observed, .init(isIncomplete: true)))
    model.estimator = .wlsmv
    let ordered = try model.fit(to: LavaanData("ordered").frames(model.observed))
    for fit in [open, ordered] {
      let effect = try #require(fit.effects.first { $0.through == ["x5"] }).indirect
      #expect(fit.replicatesUsed == 100 && fit.replicatesFailed == 0)
      #expect(effect.low! < effect.estimate && effect.estimate < effect.high!)
      let plain = try #require(fit.parameters.first { $0.label == "a" })
      #expect(effect.standardError! > 0 && plain.standardError! > 0)
    }
  }
}
