import Foundation
import Optimization
import Platform
import Testing

/// Kaiser's raw varimax criterion with its sign turned: −¼Σⱼ(ΣL⁴ − (ΣL²)²/p).
private struct RawVarimax: RotationCriterion {
  let rows: Int
  let columns: Int

  func evaluate(_ loadings: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>) -> Double {
    var value = 0.0
    for j in 0..<columns {
      let squares = (0..<rows).map { loadings[$0 + j * rows] * loadings[$0 + j * rows] }
      let mean = squares.reduce(0, +) / Double(rows)
      for i in 0..<rows {
        value -= 0.25 * (squares[i] - mean) * (squares[i] - mean)
        gradient[i + j * rows] = -loadings[i + j * rows] * (squares[i] - mean)
      }
    }
    return value
  }
}

/// Quartimin ½Σ over pairs of columns of Σ L²ᵢⱼL²ᵢₗ: 0 at perfect simple structure.
private struct Quartimin: RotationCriterion {
  let rows: Int
  let columns: Int

  func evaluate(_ loadings: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>) -> Double {
    var value = 0.0
    for i in 0..<rows {
      let squares = (0..<columns).map { loadings[i + $0 * rows] * loadings[i + $0 * rows] }
      let sum = squares.reduce(0, +)
      for j in 0..<columns {
        value += 0.25 * squares[j] * (sum - squares[j])
        gradient[i + j * rows] = loadings[i + j * rows] * (sum - squares[j])
      }
    }
    return value
  }
}

@Suite struct GradientProjectionTests {
  @Test func `varimax of two factors takes Kaiser's angle`() {
    let a = [0.7, 0.6, 0.5, 0.65, 0.3, 0.55]
    let b = [0.3, -0.2, 0.5, -0.45, 0.6, -0.35]
    // Kaiser 1958: tan 4φ = (D − 2AB/p)/(C − (A² − B²)/p) with u = a² − b², v = 2ab.
    let u = zip(a, b).map { $0 * $0 - $1 * $1 }
    let v = zip(a, b).map { 2 * $0 * $1 }
    let (sumU, sumV) = (u.reduce(0, +), v.reduce(0, +))
    let c = zip(u, v).reduce(0) { $0 + $1.0 * $1.0 - $1.1 * $1.1 }
    let d = 2 * zip(u, v).reduce(0) { $0 + $1.0 * $1.1 }
    let p = 6.0
    let angle = atan2(d - 2 * sumU * sumV / p, c - (sumU * sumU - sumV * sumV) / p) / 4
    let expected = zip(a, b).map { (cos(angle) * $0 + sin(angle) * $1, -sin(angle) * $0 + cos(angle) * $1) }
    let search = GradientProjection(rows: 6, columns: 2, manifold: .orthogonal)
    search.transformation[0] = 1
    search.transformation[3] = 1
    let story = search.minimise(RawVarimax(rows: 6, columns: 2), initial: a + b)
    #expect(story.isConverged)
    // Columns may be exchanged and turned round.
    let first = (0..<6).map { search.loadings[$0] }
    let candidates = [expected.map(\.0), expected.map(\.1)].flatMap { [$0, $0.map { -$0 }] }
    let far = candidates.map { zip($0, first).reduce(0) { max($0, abs($1.0 - $1.1)) } }.min()!
    #expect(far < 1e-8)
  }

  @Test func `quartimin finds perfect simple structure behind an oblique transformation`() {
    // L simple, A = L·T' with unit columns of T, so that L = A·T'⁻¹.
    let simple =
      [0.8, 0.7, 0.6, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0.75, 0.65, 0.55, 0, 0, 0] + [0, 0, 0, 0, 0, 0, 0.9, 0.5, 0.4]
    let p = 9
    let t: [[Double]] = [[1, 0, 0], [0.4, (1 - 0.16).squareRoot(), 0], [0.3, 0.2, (1 - 0.13).squareRoot()]]
    var a = [Double](repeating: 0, count: 3 * p)
    for i in 0..<p {
      for j in 0..<3 { for l in 0..<3 { a[i + j * p] += simple[i + l * p] * t[l][j] } }
    }
    let search = GradientProjection(rows: p, columns: 3, manifold: .oblique)
    for j in 0..<3 { search.transformation[4 * j] = 1 }
    let story = search.minimise(Quartimin(rows: p, columns: 3), initial: a)
    #expect(story.isConverged && story.end < 1e-14)
    for j in 0..<3 {
      let nonzero = (0..<p).filter { abs(search.loadings[$0 + j * p]) > 1e-6 }
      #expect(nonzero.count == 3)
      let length = (0..<3).reduce(0) { $0 + search.transformation[$1 + 3 * j] * search.transformation[$1 + 3 * j] }
      #expect(abs(length - 1) < 1e-12)
    }
  }
}
