import LinearAlgebra
import Platform

/// A sample's moments as the estimator takes them.
struct SampleMoments {
  var names: [String]
  /// Respondents, and their share of all groups'.
  ///
  /// n counts sampling weights that have mean 1 over all groups, `respondents` rows.
  var n: Double
  var respondents: Double
  var share = 1.0
  /// Divided by n for maximum likelihood, else by n − 1.
  var covariance: SymmetricMatrix
  var means: [Double]?
}

/// How far a sample's moments are from those of a model, in one group:
/// ML F = ln|Σ| + tr(SΣ⁻¹) − ln|S| − p + (m − μ)'Σ⁻¹(m − μ); least squares F = ½tr((S − Σ)W(S − Σ)W) + (m − μ)'W(m − μ) with W = S⁻¹
/// (GLS) or the unit matrix (ULS).
class Discrepancy {
  enum Kind: Sendable {
    case likelihood
    case generalized
    case unweighted
    /// Thresholds and polychoric correlations, each by its own variance; see `OrderedDiscrepancy`.
    case diagonal
  }

  let kind: Kind
  let structure: CovarianceStructure
  let p: Int
  let withMeans: Bool
  /// S and W, and Σ⁻¹ of least squares' W: p × p.
  let sample: OwnedBuffer<Double>
  let weight: OwnedBuffer<Double>
  let sampleMeans: OwnedBuffer<Double>
  private(set) var logDeterminant = 0.0
  /// ln|Σ| of the last value.
  private(set) var impliedLogDeterminant = 0.0
  private let packed: OwnedBuffer<Double>
  private let factor: OwnedBuffer<Double>
  /// p × p, to work in.
  let product: OwnedBuffer<Double>
  private let residualProduct: OwnedBuffer<Double>
  private let deviation: OwnedBuffer<Double>
  /// U'Wd, what means add to slopes.
  let slopes: OwnedBuffer<Double>

  init(kind: Kind, structure: CovarianceStructure, withMeans: Bool) {
    self.kind = kind
    self.structure = structure
    self.withMeans = withMeans
    p = structure.p
    sample = OwnedBuffer(repeating: 0, count: p * p)
    weight = OwnedBuffer(repeating: 0, count: p * p)
    sampleMeans = OwnedBuffer(repeating: 0, count: p)
    packed = OwnedBuffer(repeating: 0, count: p * (p + 1) / 2)
    factor = OwnedBuffer(repeating: 0, count: p * (p + 1) / 2)
    product = OwnedBuffer(repeating: 0, count: p * p)
    residualProduct = OwnedBuffer(repeating: 0, count: p * p)
    deviation = OwnedBuffer(repeating: 0, count: p)
    slopes = OwnedBuffer(repeating: 0, count: structure.v)
  }

  /// Takes a sample; `false` where its covariances are not positive definite.
  func take(_ covariance: UnsafePointer<Double>, means: UnsafePointer<Double>?) -> Bool {
    packed.update(from: covariance, count: p * (p + 1) / 2)
    unpack(packed.pointer, into: sample.pointer)
    for i in 0..<p { sampleMeans[i] = means?[i] ?? 0 }
    guard (try? PackedCholesky.factor(covariance, order: p, tolerance: 1e-12, into: factor.pointer)) != nil else {
      return false
    }
    logDeterminant = logarithm()
    switch kind {
    case .likelihood: break
    case .generalized:
      PackedCholesky.invert(factor.pointer, order: p, into: packed.pointer)
      unpack(packed.pointer, into: weight.pointer)
    case .unweighted, .diagonal: for i in 0..<p { for j in 0..<p { weight[i * p + j] = i == j ? 1 : 0 } }
    }
    return true
  }

  private func logarithm() -> Double {
    var sum = 0.0
    for i in 0..<p { sum += log(factor[i * (i + 1) / 2 + i]) }
    return 2 * sum
  }

  private func unpack(_ triangle: UnsafePointer<Double>, into square: UnsafeMutablePointer<Double>) {
    for i in 0..<p {
      for j in 0...i {
        let value = triangle[i * (i + 1) / 2 + j]
        square[i * p + j] = value
        square[j * p + i] = value
      }
    }
  }

  /// F at what the structure was set to; infinite where the model has no covariances.
  func value() -> Double {
    guard structure.update() else { return .infinity }
    for i in 0..<p { deviation[i] = sampleMeans[i] - structure.means[i] }
    if kind == .likelihood {
      guard
        (try? PackedCholesky.factor(structure.implied.pointer, order: p, tolerance: 1e-14, into: factor.pointer)) != nil
      else { return .infinity }
      impliedLogDeterminant = logarithm()
      PackedCholesky.invert(factor.pointer, order: p, into: packed.pointer)
      unpack(packed.pointer, into: weight.pointer)
      var trace = 0.0
      for i in 0..<p * p { trace += weight[i] * sample[i] }
      return impliedLogDeterminant - logDeterminant + trace - Double(p) + distance()
    }
    makeResiduals()
    multiply(weight.pointer, product.pointer, into: residualProduct.pointer)
    var sum = 0.0
    for i in 0..<p { for j in 0..<p { sum += residualProduct[i * p + j] * residualProduct[j * p + i] } }
    return 0.5 * sum + distance()
  }

  /// (m − μ)'W(m − μ).
  private func distance() -> Double {
    guard withMeans else { return 0 }
    var sum = 0.0
    for i in 0..<p { for j in 0..<p { sum += deviation[i] * weight[i * p + j] * deviation[j] } }
    return sum
  }

  /// Σ − S into `product`.
  private func makeResiduals() {
    for i in 0..<p {
      for j in 0..<p { product[i * p + j] = structure.implied[SymmetricMatrix.position(i, j)] - sample[i * p + j] }
    }
  }

  private func multiply(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>
  ) {
    for i in 0..<p {
      let row = c + i * p
      for k in 0..<p { row[k] = 0 }
      for j in 0..<p {
        let factor = a[i * p + j]
        if factor == 0 { continue }
        let source = b + j * p
        for k in 0..<p { row[k] += factor * source[k] }
      }
    }
  }

  /// Prepares the structure for `slope`: Ω = W(Σ − S − dd')W of likelihood, W(Σ − S)W of least squares, and U'Wd for the means.
  func prepareSlopes() {
    makeResiduals()
    if withMeans, kind == .likelihood {
      for i in 0..<p { for j in 0..<p { product[i * p + j] -= deviation[i] * deviation[j] } }
    }
    multiply(weight.pointer, product.pointer, into: residualProduct.pointer)
    multiply(residualProduct.pointer, weight.pointer, into: product.pointer)
    structure.prepare(product.pointer, needsBoth: false)
    if withMeans {
      for i in 0..<p {
        var sum = 0.0
        for j in 0..<p { sum += weight[i * p + j] * deviation[j] }
        product[i] = sum
      }
      structure.transposedEffects(of: product.pointer, into: slopes.pointer)
    }
  }

  /// ½∂F/∂a, after `prepareSlopes`.
  func slope(_ place: ParameterPlace) -> Double {
    let own = structure.slope(place)
    guard withMeans else { return own }
    switch place {
    case .directed(let i, let j): return own - slopes[i] * structure.means[j]
    case .symmetric, .threshold: return own
    case .mean(let i): return -slopes[i]
    }
  }

  /// Prepares the structure for `information` with W.
  func prepareInformation() { structure.prepare(weight.pointer, needsBoth: true) }

  /// What one respondent tells of two parameters, after `prepareInformation`: ½∂²F/∂a∂b where the model holds.
  func information(_ a: ParameterPlace, _ b: ParameterPlace) -> Double {
    structure.information(a, b, withMeans: withMeans)
  }

  /// The same of all free parameters, times `share`, added to the packed lower triangle.
  func addInformation(
    _ free: [(index: Int, place: ParameterPlace)], _ share: Double, to matrix: UnsafeMutablePointer<Double>
  ) {
    prepareInformation()
    for a in free.indices {
      for b in 0...a {
        let value = share * structure.information(free[a].place, free[b].place, withMeans: withMeans)
        let (i, j) = (max(free[a].index, free[b].index), min(free[a].index, free[b].index))
        // Two places of one parameter count twice.
        matrix[i * (i + 1) / 2 + j] += i == j && a != b ? 2 * value : value
      }
    }
  }

  /// What `StructuralProblem.observedInformation` adds to differences of slopes; see `holdsAnswers`.
  func addCurvature(
    _ free: [(index: Int, place: ParameterPlace)], _ share: Double, to matrix: inout SymmetricMatrix
  ) {}

  /// While it is set, slopes are those of the answers' derivatives as they were at the last value: only the structure moves.
  var holdsAnswers: Bool {
    get { false }
    set {}
  }
}
