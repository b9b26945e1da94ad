import Factors
import LinearAlgebra
import Testing

@Suite struct FactorCongruenceTests {
  @Test(
    "the same correlations give the same factors, whatever the rotation",
    arguments: [Rotation.Criterion.varimax, .oblimin, .quartimax, .geomin])
  func same(_ criterion: Rotation.Criterion) throws {
    let (input, k, _) = try Reference.set("thurstone")
    let target = try FactorAnalysis(factors: k, rotation: Rotation(criterion)).fit(to: input)
    let other = try FactorAnalysis(factors: k, rotation: Rotation(.none)).fit(to: input)
    let found = FactorCongruence(target, other)
    for value in found.factors + [found.total] { #expect(abs(value - 1) < 1e-9) }
    for (a, b) in zip(found.turned.storage, target.loadings.storage) { #expect(abs(a - b) < 1e-6) }
    #expect(found.identical.isEmpty)
  }

  @Test("orthogonal Procrustes leaves lengths alone and is the best turn there is")
  func procrustes() throws {
    let (input, k, _) = try Reference.set("harman")
    let target = try FactorAnalysis(factors: k, rotation: Rotation(.varimax)).fit(to: input)
    let other = try FactorAnalysis(factors: k, extraction: .components, rotation: Rotation(.none)).fit(to: input)
    let found = FactorCongruence(target, other)
    func squares(_ a: Matrix) -> Double { a.storage.reduce(0) { $0 + $1 * $1 } }
    func distance(_ a: Matrix) -> Double {
      zip(a.storage, target.loadings.storage).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    #expect(abs(squares(found.turned) - squares(other.unrotated)) < 1e-10)
    // Any small turn away from it makes the distance larger.
    let best = distance(found.turned)
    for (r, s) in [(0, 1), (0, 2), (1, 2)] {
      for angle in [-1e-3, 1e-3] {
        var moved = found.turned
        for i in 0..<moved.rows {
          let (a, b) = (found.turned[i, r], found.turned[i, s])
          moved[i, r] = a - angle * b
          moved[i, s] = b + angle * a
        }
        #expect(distance(moved) > best)
      }
    }
    // Components load higher than factors, but on the same items: alike, not equal.
    #expect(found.total > 0.98 && found.total < 1)
  }
}
