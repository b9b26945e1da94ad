import LinearAlgebra
import Platform

/// The model's moments of one group at given parameters, and what their derivatives are made of.
///
/// With E = (I − B)⁻¹, C = EΨE' and U = FE: a parameter's derivative of Σ is xy' + yx' with x and y columns of U and FC
/// (halved for a variance): B(i, j) has uᵢ and Fcⱼ, Ψ(i, j) has uᵢ and uⱼ. So every trace that gradient and information need
/// is two products of elements of U'WU, U'WFC and C'F'WFC, each of which is made once, along the arrows of the model alone.
/// All v × v matrices are stored row by row; nothing is allocated after `init`.
final class CovarianceStructure {
  /// Observed variables, and all.
  let p: Int
  let v: Int
  /// B, Ψ, E and C.
  let effects: OwnedBuffer<Double>
  let residual: OwnedBuffer<Double>
  let total: OwnedBuffer<Double>
  let covariance: OwnedBuffer<Double>
  /// α and Eα.
  let intercepts: OwnedBuffer<Double>
  let means: OwnedBuffer<Double>
  /// Σ: packed, p.
  let implied: OwnedBuffer<Double>
  /// U'WU, and of other matrices in place of W.
  let uu: OwnedBuffer<Double>
  /// C'F'WU, rows by C.
  let cu: OwnedBuffer<Double>
  let cc: OwnedBuffer<Double>
  /// Effects and covariances that may be other than zero; the effects in the order in which they act, where there is one.
  private let arrows: [(to: Int, from: Int)]
  private let arcs: [(i: Int, j: Int)]
  let isRecursive: Bool
  private let work: OwnedBuffer<Double>
  private let other: OwnedBuffer<Double>
  /// Variables whose whole variance is 1: their residual variances follow from all else. Nothing depends on what is only a result.
  private let standard: [Int]
  private let areResults: Bool
  /// Of these the inverse of the squares of E: from whole variances to residual ones.
  private var unmixing: Matrix?
  /// Of ordered variables.
  let thresholds: OwnedBuffer<Double>

  /// - Parameters:
  ///   - standard: variables whose whole variance is 1.
  ///   - thresholds: how many there are.
  init(
    variables: Int, observed: Int, places: [ParameterPlace], standard: [Int] = [], thresholds thresholdCount: Int = 0
  ) {
    (v, p) = (variables, observed)
    self.standard = standard
    thresholds = OwnedBuffer(repeating: 0, count: max(1, thresholdCount))
    let square = v * v
    effects = OwnedBuffer(repeating: 0, count: square)
    residual = OwnedBuffer(repeating: 0, count: square)
    total = OwnedBuffer(repeating: 0, count: square)
    covariance = OwnedBuffer(repeating: 0, count: square)
    intercepts = OwnedBuffer(repeating: 0, count: v)
    means = OwnedBuffer(repeating: 0, count: v)
    implied = OwnedBuffer(repeating: 0, count: observed * (observed + 1) / 2)
    uu = OwnedBuffer(repeating: 0, count: square)
    cu = OwnedBuffer(repeating: 0, count: square)
    cc = OwnedBuffer(repeating: 0, count: square)
    work = OwnedBuffer(repeating: 0, count: square)
    other = OwnedBuffer(repeating: 0, count: square)
    var arrows: [(to: Int, from: Int)] = []
    var arcs: [(i: Int, j: Int)] = []
    for place in Set(places) {
      switch place {
      case .directed(let to, let from): arrows.append((to, from))
      case .symmetric(let i, let j): arcs.append((i, j))
      case .mean, .threshold: break
      }
    }
    self.arcs = arcs.sorted { ($0.i, $0.j) < ($1.i, $1.j) }
    areResults = !arrows.contains { standard.contains($0.from) }
    // A set has another order in every run, and sums must not.
    arrows.sort { ($0.to, $0.from) < ($1.to, $1.from) }
    (self.arrows, isRecursive) = Self.ordered(arrows, variables: variables)
  }

  /// Arrows sorted so that what acts on a cause comes before what the cause acts on; `false` where there is a circle.
  private static func ordered(
    _ arrows: [(to: Int, from: Int)], variables: Int
  ) -> ([(to: Int, from: Int)], Bool) {
    var waiting = [Int](repeating: 0, count: variables)
    for arrow in arrows { waiting[arrow.to] += 1 }
    var ready = (0..<variables).filter { waiting[$0] == 0 }
    var rank = [Int](repeating: -1, count: variables)
    var next = 0
    while next < ready.count {
      rank[ready[next]] = next
      for arrow in arrows where arrow.from == ready[next] {
        waiting[arrow.to] -= 1
        if waiting[arrow.to] == 0 { ready.append(arrow.to) }
      }
      next += 1
    }
    let sorted = arrows.sorted { (rank[$0.to], $0.to, $0.from) < (rank[$1.to], $1.to, $1.from) }
    return (sorted, ready.count == variables)
  }

  func set(_ place: ParameterPlace, _ value: Double) {
    switch place {
    case .directed(let to, let from): effects[to * v + from] = value
    case .symmetric(let i, let j):
      residual[i * v + j] = value
      residual[j * v + i] = value
    case .mean(let i): intercepts[i] = value
    case .threshold(let k): thresholds[k] = value
    }
  }

  // MARK: Products with E

  /// X ← E·X.
  private func applyEffects(_ x: UnsafeMutablePointer<Double>) {
    guard isRecursive else { return multiply(x, transposed: false) }
    for arrow in arrows {
      let value = effects[arrow.to * v + arrow.from]
      if value != 0 { add(value, x + arrow.from * v, to: x + arrow.to * v) }
    }
  }

  /// X ← E'·X.
  private func applyTransposedEffects(_ x: UnsafeMutablePointer<Double>) {
    guard isRecursive else { return multiply(x, transposed: true) }
    for arrow in arrows.reversed() {
      let value = effects[arrow.to * v + arrow.from]
      if value != 0 { add(value, x + arrow.to * v, to: x + arrow.from * v) }
    }
  }

  @inline(__always) private func add(
    _ factor: Double, _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>
  ) {
    for k in 0..<v { target[k] += factor * source[k] }
  }

  private func multiply(_ x: UnsafeMutablePointer<Double>, transposed: Bool) {
    for i in 0..<v {
      for k in 0..<v { other[i * v + k] = 0 }
      for j in 0..<v {
        let factor = transposed ? total[j * v + i] : total[i * v + j]
        if factor != 0 { add(factor, x + j * v, to: other + i * v) }
      }
    }
    x.update(from: other.pointer, count: v * v)
  }

  private func transpose(_ x: UnsafeMutablePointer<Double>) {
    for i in 0..<v {
      for j in 0..<i { (x[i * v + j], x[j * v + i]) = (x[j * v + i], x[i * v + j]) }
    }
  }

  /// Y = X·Ψ.
  private func timesResidual(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>) {
    for k in 0..<v * v { y[k] = 0 }
    for arc in arcs {
      let value = residual[arc.i * v + arc.j]
      if value == 0 { continue }
      for k in 0..<v { y[k * v + arc.j] += value * x[k * v + arc.i] }
      if arc.i != arc.j { for k in 0..<v { y[k * v + arc.i] += value * x[k * v + arc.j] } }
    }
  }

  // MARK: The model's moments

  /// Makes E, C, Σ and the means of what was set; `false` where I − B has no inverse.
  func update() -> Bool {
    for k in 0..<v * v { total[k] = 0 }
    if isRecursive {
      for i in 0..<v { total[i * v + i] = 1 }
      applyEffects(total.pointer)
    } else {
      for i in 0..<v { for j in 0..<v { covariance[i * v + j] = (i == j ? 1 : 0) - effects[i * v + j] } }
      // Of the transpose the inverse is the transpose: row by row or column by column does not matter.
      guard SmallMatrix.invert(covariance.pointer, order: v, into: total.pointer, work: work.pointer) else {
        return false
      }
    }
    if !standard.isEmpty { for i in standard { residual[i * v + i] = 0 } }
    makeCovariance()
    if !standard.isEmpty, !standardize() { return false }
    for i in 0..<p { for j in 0...i { implied[i * (i + 1) / 2 + j] = covariance[i * v + j] } }
    for i in 0..<v {
      var sum = 0.0
      for j in 0..<v { sum += total[i * v + j] * intercepts[j] }
      means[i] = sum
    }
    return true
  }

  /// C = E(EΨ)'.
  private func makeCovariance() {
    timesResidual(total.pointer, into: covariance.pointer)
    transpose(covariance.pointer)
    applyEffects(covariance.pointer)
  }

  /// The residual variances that bring whole ones to 1; `false` where there are none.
  private func standardize() -> Bool {
    if areResults {
      for i in standard {
        residual[i * v + i] = 1 - covariance[i * v + i]
        covariance[i * v + i] = 1
      }
      return true
    }
    let count = standard.count
    var (squares, inverse) = (
      [Double](repeating: 0, count: count * count), [Double](repeating: 0, count: count * count)
    )
    var work = squares
    for (a, i) in standard.enumerated() {
      for (b, k) in standard.enumerated() { squares[a * count + b] = total[i * v + k] * total[i * v + k] }
    }
    guard SmallMatrix.invert(&squares, order: count, into: &inverse, work: &work) else { return false }
    var matrix = Matrix(rows: count, columns: count)
    for a in 0..<count { for b in 0..<count { matrix[a, b] = inverse[a * count + b] } }
    unmixing = matrix
    for (a, i) in standard.enumerated() {
      residual[i * v + i] = standard.indices.reduce(0) {
        $0 + matrix[a, $1] * (1 - covariance[standard[$1] * v + standard[$1]])
      }
    }
    makeCovariance()
    return true
  }

  // MARK: What derivatives are made of

  /// `uu`, `cu` and, where the information is wanted, `cc` of a symmetric p × p matrix, row by row.
  func prepare(_ matrix: UnsafePointer<Double>, needsBoth: Bool) {
    for k in 0..<v * v { uu[k] = 0 }
    for i in 0..<p { for j in 0..<p { uu[i * v + j] = matrix[i * p + j] } }
    applyTransposedEffects(uu.pointer)
    transpose(uu.pointer)
    applyTransposedEffects(uu.pointer)
    // C'F'WU = E·Ψ·(U'WU), the middle one symmetric.
    timesResidual(uu.pointer, into: cu.pointer)
    transpose(cu.pointer)
    applyEffects(cu.pointer)
    guard needsBoth else { return }
    // C'F'WFC = E·(C'F'WU·Ψ)'.
    timesResidual(cu.pointer, into: cc.pointer)
    transpose(cc.pointer)
    applyEffects(cc.pointer)
  }

  /// ½tr(W·∂Σ/∂a) of the prepared matrix.
  func slope(_ place: ParameterPlace) -> Double {
    switch place {
    case .directed(let i, let j): cu[j * v + i]
    case .symmetric(let i, let j): i == j ? 0.5 * uu[i * v + i] : uu[i * v + j]
    case .mean, .threshold: 0
    }
  }

  /// ½tr(W·∂Σ/∂a·W·∂Σ/∂b) + ∂μ'/∂a·W·∂μ/∂b of the prepared matrix.
  func information(_ a: ParameterPlace, _ b: ParameterPlace, withMeans: Bool) -> Double {
    switch (a, b) {
    case (.directed(let i, let j), .directed(let k, let l)):
      let own = uu[i * v + k] * cc[j * v + l] + cu[l * v + i] * cu[j * v + k]
      return withMeans ? own + means[j] * means[l] * uu[i * v + k] : own
    case (.directed(let i, let j), .symmetric(let k, let l)), (.symmetric(let k, let l), .directed(let i, let j)):
      let sum = uu[i * v + k] * cu[j * v + l] + uu[i * v + l] * cu[j * v + k]
      return k == l ? 0.5 * sum : sum
    case (.symmetric(let i, let j), .symmetric(let k, let l)):
      let sum = uu[i * v + k] * uu[j * v + l] + uu[i * v + l] * uu[j * v + k]
      return sum * (i == j ? 0.5 : 1) * (k == l ? 0.5 : 1)
    case (.mean(let i), .mean(let k)): return uu[i * v + k]
    case (.directed(let i, let j), .mean(let k)), (.mean(let k), .directed(let i, let j)):
      return means[j] * uu[i * v + k]
    case (.symmetric, .mean), (.mean, .symmetric), (.threshold, _), (_, .threshold): return 0
    }
  }

  /// U'x: of an observed vector, v numbers.
  func transposedEffects(of x: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>) {
    for k in 0..<v {
      var sum = 0.0
      for i in 0..<p { sum += total[i * v + k] * x[i] }
      result[k] = sum
    }
  }

  /// ∂C(a, b) of a parameter: what the variance of any variable, or the covariance of two, gains.
  func derivative(ofCovariance a: Int, _ b: Int, _ place: ParameterPlace) -> Double {
    derivative(ofCovariance: a, b, place, residuals: residualSlopes(place))
  }

  /// The same with what `residualSlopes` gave.
  func derivative(ofCovariance a: Int, _ b: Int, _ place: ParameterPlace, residuals: [Double]) -> Double {
    var result = plainDerivative(a, b, place)
    for (k, slope) in residuals.enumerated() where slope != 0 {
      result += total[a * v + standard[k]] * total[b * v + standard[k]] * slope
    }
    return result
  }

  /// What the residual variances of variables of variance 1 gain; empty without such variables.
  func residualSlopes(_ place: ParameterPlace) -> [Double] {
    if standard.isEmpty { return [] }
    if case .threshold = place { return [] }
    let whole = standard.map { plainDerivative($0, $0, place) }
    guard let unmixing, !areResults else { return whole.map { -$0 } }
    return standard.indices.map { a in -standard.indices.reduce(0) { $0 + unmixing[a, $1] * whole[$1] } }
  }

  /// ∂Ψ(a, a).
  func derivative(ofResidual a: Int, _ place: ParameterPlace) -> Double {
    if let k = standard.firstIndex(of: a) { return residualSlopes(place).isEmpty ? 0 : residualSlopes(place)[k] }
    return place == .symmetric(a, a) ? 1 : 0
  }

  private func plainDerivative(_ a: Int, _ b: Int, _ place: ParameterPlace) -> Double {
    switch place {
    case .directed(let i, let j):
      return total[a * v + i] * covariance[j * v + b] + total[b * v + i] * covariance[j * v + a]
    case .symmetric(let i, let j):
      let one = total[a * v + i] * total[b * v + j]
      return i == j ? one : one + total[a * v + j] * total[b * v + i]
    case .mean, .threshold: return 0
    }
  }

  /// ∂(Eα)(a).
  func derivative(ofMean a: Int, _ place: ParameterPlace) -> Double {
    switch place {
    case .directed(let i, let j): total[a * v + i] * means[j]
    case .symmetric, .threshold: 0
    case .mean(let i): total[a * v + i]
    }
  }
}
