import Measures
import Platform
import Probability
import Regression
import Survey
import Testing

/// Simulated size of tests and coverage of intervals: the bounds are four Monte Carlo standard errors.
@Suite struct CoverageTests {
  /// The share of simulations in which the interval of term x1 holds its true slope.
  private func coverage(
    _ errors: [LinearRegression.ErrorKind], simulations: Int, weights: String? = nil, clusters: String? = nil,
    draw: (inout RandomStream) -> SmallTable
  ) throws -> [Double] {
    var hits = errors.map { _ in 0 }
    for simulation in 0..<simulations {
      var stream = RandomStream(seed: 7, stream: UInt64(simulation))
      let frame = draw(&stream).frame(
        "y", on: ["x1", "x2"], weights: weights, kind: weights == nil ? nil : .sampling, clusters: clusters)
      for (k, kind) in errors.enumerated() {
        let term = try LinearRegression(errors: kind).fit(to: frame, outcome: 0).terms[1]
        if term.low! <= 0.5 && 0.5 <= term.high! { hits[k] += 1 }
      }
    }
    return hits.map { Double($0) / Double(simulations) }
  }

  private func columns(_ n: Int, _ stream: inout RandomStream) -> (x1: [Double], x2: [Double]) {
    let x1 = (0..<n).map { _ in stream.normal() }
    let x2 = x1.map { 0.6 * $0 + 0.8 * stream.normal() }
    return (x1, x2)
  }

  @Test("with equal normal errors classical intervals hold exactly as often as they say")
  func classical() throws {
    let simulations = 4000
    let share = try coverage([.classical], simulations: simulations) { stream in
      let (x1, x2) = columns(12, &stream)
      let y = zip(x1, x2).map { 1 + 0.5 * $0 - 0.3 * $1 + 2 * stream.normal() }
      return SmallTable(["x1": x1, "x2": x2, "y": y])
    }
    let error = (0.95 * 0.05 / Double(simulations)).squareRoot()
    #expect(abs(share[0] - 0.95) < 4 * error, "\(share)")
  }

  @Test("the F test of nothing at all rejects as often as it says, robust ones nearly so")
  func size() throws {
    let simulations = 3000
    var rejections: [LinearRegression.ErrorKind: Double] = [.classical: 0, .hc3: 0]
    for simulation in 0..<simulations {
      var stream = RandomStream(seed: 8, stream: UInt64(simulation))
      let (x1, x2) = columns(60, &stream)
      let table = SmallTable(["x1": x1, "x2": x2, "y": x1.map { _ in stream.normal() }])
      for kind in rejections.keys {
        let fit = try LinearRegression(errors: kind).fit(to: table.frame("y", on: ["x1", "x2"]), outcome: 0)
        if fit.pValue! < 0.05 { rejections[kind]! += 1 / Double(simulations) }
      }
    }
    let error = (0.05 * 0.95 / Double(simulations)).squareRoot()
    #expect(abs(rejections[.classical]! - 0.05) < 4 * error, "\(rejections)")
    // HC3 is conservative in small samples: two points of allowance.
    #expect(abs(rejections[.hc3]! - 0.05) < 0.02 + 4 * error, "\(rejections)")
  }

  @Test("with unequal errors robust intervals hold and classical ones do not")
  func heteroscedastic() throws {
    let simulations = 2000
    let share = try coverage([.classical, .hc2, .hc3, .hc4, .design], simulations: simulations) { stream in
      let (x1, x2) = columns(250, &stream)
      let y = zip(x1, x2).map { 0.5 * $0 - 0.3 * $1 + (0.3 + $0 * $0) * stream.normal() }
      return SmallTable(["x1": x1, "x2": x2, "y": y])
    }
    let error = (0.95 * 0.05 / Double(simulations)).squareRoot()
    #expect(share[0] < 0.85, "\(share)")
    // Their theory is asymptotic: at n = 250 up to one and a half points are lost (HC0's kin) beyond chance.
    for k in 1...4 { #expect(abs(share[k] - 0.95) < 0.015 + 4 * error, "\(share)") }
  }

  @Test("with clustered errors clustered intervals hold and classical ones do not")
  func clustered() throws {
    let simulations = 1500
    let share = try coverage([.classical, .cluster], simulations: simulations, clusters: "g") { stream in
      let groups = (0..<300).map { $0 / 6 }
      let shift = (0..<50).map { _ in stream.normal() }
      let place = (0..<50).map { _ in stream.normal() }
      let x1 = groups.map { place[$0] + 0.3 * stream.normal() }
      let x2 = groups.map { _ in stream.normal() }
      let y = (0..<300).map { 0.5 * x1[$0] + x2[$0] + shift[groups[$0]] + 0.5 * stream.normal() }
      return SmallTable(["x1": x1, "x2": x2, "y": y, "g": groups.map(Double.init)])
    }
    let error = (0.95 * 0.05 / Double(simulations)).squareRoot()
    #expect(share[0] < 0.75, "\(share)")
    #expect(abs(share[1] - 0.95) < 0.02 + 4 * error, "\(share)")
  }

  @Test("with sampling weights that go with the errors, linearised intervals hold")
  func weighted() throws {
    let simulations = 1500
    let share = try coverage([.classical, .design], simulations: simulations, weights: "w") { stream in
      let (x1, x2) = columns(300, &stream)
      let w = x1.map { exp(0.6 * abs($0)) }
      let y = zip(x1, x2).map { 0.5 * $0 - 0.3 * $1 + exp(0.3 * abs($0)) * stream.normal() }
      return SmallTable(["x1": x1, "x2": x2, "y": y, "w": w])
    }
    let error = (0.95 * 0.05 / Double(simulations)).squareRoot()
    #expect(share[0] < 0.92, "\(share)")
    #expect(abs(share[1] - 0.95) < 0.02 + 4 * error, "\(share)")
  }

  @Test(
    "with normal errors the classical interval of R² holds exactly as often as it says when predictors are found, not set"
  )
  func rSquared() throws {
    let simulations = 3000
    // y = .5x₁ + .4x₂ + e, x₁ and x₂ correlate at .6.
    let explained = 0.25 + 0.16 + 2 * 0.5 * 0.4 * 0.6
    let truth = explained / (explained + 1)
    var hits = 0
    for simulation in 0..<simulations {
      var stream = RandomStream(seed: 10, stream: UInt64(simulation))
      let x1 = (0..<40).map { _ in stream.normal() }
      let x2 = x1.map { 0.6 * $0 + 0.8 * stream.normal() }
      let y = zip(x1, x2).map { 0.5 * $0 + 0.4 * $1 + stream.normal() }
      let fit = try LinearRegression(errors: .classical).fit(
        to: SmallTable(["x1": x1, "x2": x2, "y": y]).frame("y", on: ["x1", "x2"]), outcome: 0)
      if fit.rSquaredLow! <= truth && truth <= fit.rSquaredHigh! { hits += 1 }
    }
    let share = Double(hits) / Double(simulations)
    #expect(abs(share - 0.95) < 4 * (0.95 * 0.05 / Double(simulations)).squareRoot(), "\(share)")
  }
}
