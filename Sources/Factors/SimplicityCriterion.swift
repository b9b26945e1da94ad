import Optimization
import Platform

/// The value and the derivative of a rotation criterion at p × k loadings L, to be made small.
///
/// With ∘ the product by elements, L² the squared loadings and N the k × k matrix of ones with zeros on its diagonal:
///
/// | criterion | f | ∂f/∂L |
/// |---|---|---|
/// | orthomax ω | −¼(ΣL⁴ − ω/p·Σⱼ(Σᵢ L²)²) | −(L³ − ω/p·L∘(column sums of L²)) |
/// | oblimin γ | ¼ΣL²∘X, X = (I − γ/p·11')L²N | L∘X |
/// | geomin δ | Σᵢ gᵢ, gᵢ = Πⱼ(L² + δ)^(1/k) | (2/k)·L/(L² + δ)·gᵢ |
/// | target | Σ(L − B)² over the given elements | 2(L − B) there |
/// | bifactor | ΣL²∘(L²N) of columns 2 … k | 4L∘(L²N) there |
///
/// Varimax is orthomax with ω = 1, quartimax with 0, equamax with k/2 (Bernaards & Jennrich 2005,
/// doi:10.1177/0013164404272507).
final class SimplicityCriterion: RotationCriterion {
  private enum Kind {
    case orthomax(Double)
    case oblimin(Double)
    case geomin(Double)
    case target
    case bifactor
  }

  private let kind: Kind
  private let rows: Int
  private let columns: Int
  /// Column-major target; NaN where it is free.
  private let target: [Double]
  private let sums: OwnedBuffer<Double>

  init(_ rotation: Rotation, rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    var target: [Double] = []
    switch rotation.criterion {
    case .varimax, .promax: kind = .orthomax(1)
    case .none, .quartimax: kind = .orthomax(0)
    case .equamax: kind = .orthomax(Double(columns) / 2)
    case .oblimin: kind = .oblimin(rotation.gamma)
    case .quartimin: kind = .oblimin(0)
    case .geomin, .geominOrthogonal: kind = .geomin(rotation.delta)
    case .bifactor, .biquartimin: kind = .bifactor
    case .target, .targetOrthogonal:
      kind = .target
      let given = rotation.target!
      precondition(
        given.count == rows && given.allSatisfy { $0.count == columns },
        "a target has a row per item, a column per factor")
      for j in 0..<columns { for i in 0..<rows { target.append(given[i][j] ?? .nan) } }
    }
    self.target = target
    sums = OwnedBuffer(count: max(rows, columns))
  }

  func evaluate(_ loadings: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>) -> Double {
    switch kind {
    case .orthomax(let weight): orthomax(loadings, gradient, weight)
    case .oblimin(let gamma): oblimin(loadings, gradient, gamma)
    case .geomin(let delta): geomin(loadings, gradient, delta)
    case .target: distance(loadings, gradient)
    case .bifactor: bifactor(loadings, gradient)
    }
  }

  private func orthomax(_ l: UnsafePointer<Double>, _ g: UnsafeMutablePointer<Double>, _ weight: Double) -> Double {
    var value = 0.0
    for j in 0..<columns {
      let column = l + j * rows
      let out = g + j * rows
      var squares = 0.0
      var fourths = 0.0
      for i in 0..<rows {
        let square = column[i] * column[i]
        squares += square
        fourths += square * square
      }
      let mean = weight * squares / Double(rows)
      for i in 0..<rows { out[i] = -column[i] * (column[i] * column[i] - mean) }
      value -= 0.25 * (fourths - mean * squares)
    }
    return value
  }

  /// Sums of squares by row, over the columns from `first` on.
  private func addRows(_ l: UnsafePointer<Double>, from first: Int = 0) {
    for i in 0..<rows { sums[i] = 0 }
    for j in first..<max(first, columns) {
      let column = l + j * rows
      for i in 0..<rows { sums[i] += column[i] * column[i] }
    }
  }

  private func oblimin(_ l: UnsafePointer<Double>, _ g: UnsafeMutablePointer<Double>, _ gamma: Double) -> Double {
    addRows(l)
    var value = 0.0
    for j in 0..<columns {
      let column = l + j * rows
      let out = g + j * rows
      var mean = 0.0
      if gamma != 0 {
        for i in 0..<rows { mean += sums[i] - column[i] * column[i] }
        mean *= gamma / Double(rows)
      }
      for i in 0..<rows {
        let square = column[i] * column[i]
        let other = sums[i] - square - mean
        out[i] = column[i] * other
        value += square * other
      }
    }
    return 0.25 * value
  }

  private func geomin(_ l: UnsafePointer<Double>, _ g: UnsafeMutablePointer<Double>, _ delta: Double) -> Double {
    for i in 0..<rows { sums[i] = 0 }
    for j in 0..<columns {
      let column = l + j * rows
      for i in 0..<rows { sums[i] += log(column[i] * column[i] + delta) }
    }
    var value = 0.0
    for i in 0..<rows {
      sums[i] = exp(sums[i] / Double(columns))
      value += sums[i]
    }
    let factor = 2 / Double(columns)
    for j in 0..<columns {
      let column = l + j * rows
      let out = g + j * rows
      for i in 0..<rows { out[i] = factor * column[i] / (column[i] * column[i] + delta) * sums[i] }
    }
    return value
  }

  private func distance(_ l: UnsafePointer<Double>, _ g: UnsafeMutablePointer<Double>) -> Double {
    var value = 0.0
    for i in 0..<rows * columns {
      let difference = target[i].isNaN ? 0 : l[i] - target[i]
      value += difference * difference
      g[i] = 2 * difference
    }
    return value
  }

  private func bifactor(_ l: UnsafePointer<Double>, _ g: UnsafeMutablePointer<Double>) -> Double {
    addRows(l, from: 1)
    for i in 0..<rows { g[i] = 0 }
    var value = 0.0
    for j in 1..<max(1, columns) {
      let column = l + j * rows
      let out = g + j * rows
      for i in 0..<rows {
        let square = column[i] * column[i]
        let other = sums[i] - square
        out[i] = 4 * column[i] * other
        value += square * other
      }
    }
    return value
  }
}
