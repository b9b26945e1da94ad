import LinearAlgebra
import Measures
import Platform

/// What the saturated model of one group with missing answers says: information and scores of its means and covariances β, one
/// respondent's, in the units and order of the patterns.
struct IncompleteSaturation {
  /// A₁: the observed information.
  let information: SymmetricMatrix
  let inverse: SymmetricMatrix
  /// B₁: the covariance of the scores.
  let scores: SymmetricMatrix
  /// A₁ had everybody answered everything.
  let completed: SymmetricMatrix

  /// - Throws: `StructuralFault.notPositiveDefinite`.
  init(_ group: IncompleteDiscrepancy, _ units: ScoreUnits) throws {
    let (likelihood, theta) = (group.likelihood, group.answers.saturated.estimate)
    let sum = NormalInformation.information(likelihood, at: theta)
    guard let sum, let factor = try? Cholesky(sum) else {
      throw StructuralFault.notPositiveDefinite(
        group: nil, what: "The information that the answers give on means and covariances")
    }
    let total = likelihood.total
    information = SymmetricMatrix(order: sum.order, packed: sum.packed.map { $0 / total })
    let inverse = factor.inverse
    self.inverse = SymmetricMatrix(order: sum.order, packed: inverse.packed.map { $0 * total })
    scores = units.covariance(Self.scores(likelihood, theta), count: theta.count)
    completed = try Self.completed(theta, group.p)
  }

  /// The scores of β: a row of as many numbers for each respondent, in the order of the table.
  static func scores(_ likelihood: NormalLikelihood, _ theta: [Double]) -> [Double] {
    let (p, q) = (likelihood.width, theta.count)
    var result = [Double](repeating: 0, count: likelihood.patterns.rows.count * q)
    result.withUnsafeMutableBufferPointer { result in
      theta.withUnsafeBufferPointer { theta in
        likelihood.forEachRow(mean: theta.baseAddress!, covariance: theta.baseAddress! + p) { row, _, answered, u in
          let w = likelihood.precision.pointer
          let own = result.baseAddress! + row * q
          for a in answered.indices {
            own[answered[a]] = u[a]
            let start = p + answered[a] * (answered[a] + 1) / 2
            for b in 0..<a { own[start + answered[b]] = u[a] * u[b] - w[a * p + b] }
            own[start + answered[a]] = 0.5 * (u[a] * u[a] - w[a * p + a])
          }
        }
      }
    }
    return result
  }

  /// Σ⁻¹ of means, ½D'(Σ⁻¹ ⊗ Σ⁻¹)D of covariances.
  private static func completed(_ theta: [Double], _ p: Int) throws -> SymmetricMatrix {
    let w = try Cholesky(SymmetricMatrix(order: p, packed: Array(theta[p...]))).inverse
    var result = SymmetricMatrix(order: theta.count)
    for a in 0..<p { for b in 0...a { result[a, b] = w[a, b] } }
    for a in 0..<p {
      for b in 0...a {
        for c in 0...a {
          for d in 0...c {
            let (i, j) = (p + SymmetricMatrix.position(a, b), p + SymmetricMatrix.position(c, d))
            if j > i { continue }
            let half = (a == b ? 0.5 : 1) * (c == d ? 0.5 : 1)
            result[i, j] = half * (w[a, c] * w[b, d] + w[a, d] * w[b, c])
          }
        }
      }
    }
    return result
  }
}

/// Scores of a model's parameters under missing answers, and what CFI, TLI and RMSEA would be without any.
struct IncompleteScores {
  let problem: StructuralProblem
  let saturations: [IncompleteSaturation]

  private func group(_ g: Int) -> IncompleteDiscrepancy { problem.groups[g] as! IncompleteDiscrepancy }

  /// ∂β/∂θ' of a group: a column for each free parameter, with zeros where it is of another group.
  private func deltas(_ g: Int) -> [[Double]] {
    var columns = [[Double]](
      repeating: [Double](repeating: 0, count: group(g).momentCount), count: problem.count)
    for (index, place) in problem.free[g] {
      for (k, value) in group(g).delta(place).enumerated() { columns[index][k] += value }
    }
    return columns
  }

  /// B of the parameters, one respondent's, at a point.
  func covariance(at point: [Double], _ units: [ScoreUnits]) -> SymmetricMatrix {
    _ = problem.value(at: point)
    var result = SymmetricMatrix(order: problem.count)
    for g in problem.groups.indices {
      let own = group(g)
      let (count, q) = (problem.count, own.momentCount)
      let columns = deltas(g)
      let moments = IncompleteSaturation.scores(own.likelihood, own.modelMoments)
      let rowCount = moments.count / q
      var scores = [Double](repeating: 0, count: rowCount * count)
      // Row by row of β, so that answers that are missing cost nothing.
      let rows = (0..<q).map { k in columns.map { $0[k] } }
      scores.withUnsafeMutableBufferPointer { scores in
        for row in 0..<rowCount {
          let target = scores.baseAddress! + row * count
          for k in 0..<q where moments[row * q + k] != 0 {
            let factor = moments[row * q + k]
            rows[k].withUnsafeBufferPointer { for j in 0..<count { target[j] += factor * $0[j] } }
          }
        }
      }
      let meat = units[g].covariance(scores, count: count)
      for k in meat.packed.indices { result.packed[k] += problem.shares[g] * meat.packed[k] }
    }
    return result
  }

  /// tr(A₁⁻¹B₁).
  var saturatedTrace: Double { saturations.reduce(0) { $0 + $1.inverse.traceOfProduct($1.scores) } }

  /// F and c·df with which CFI, TLI and RMSEA estimate what they would be had everybody answered (Zhang & Savalei 2023,
  /// doi:10.1037/met0000445): F of the saturated model's moments at the estimates, and the expectation of n·F under the model: with
  /// W and Wc the information of the saturated model as it is and completed, U = W − WΔ(Δ'WΔ)⁻¹Δ'W: tr(Wc W⁻¹UW⁻¹), or, with the
  /// answers' own variation Γ = W⁻¹B₁W⁻¹, tr(UW⁻¹WcW⁻¹UΓ).
  func completed(at point: [Double], tangent: Tangent, isRobust: Bool) throws -> (value: Double, trace: Double) {
    _ = problem.value(at: point)
    var value = 0.0
    var (information, meat, bread) = (SymmetricMatrix(order: problem.count), SymmetricMatrix(order: problem.count), 0.0)
    var own = information
    var mixed = Matrix(rows: problem.count, columns: problem.count)
    for g in problem.groups.indices {
      let (share, saturation) = (problem.shares[g], saturations[g])
      value += share * group(g).completedValue()
      let columns = deltas(g)
      func add(_ matrix: SymmetricMatrix, to result: inout SymmetricMatrix) {
        let products = columns.map { matrix.times($0) }
        for i in columns.indices { for j in 0...i { result[i, j] += share * columns[j].product(products[i]) } }
      }
      add(saturation.information, to: &information)
      add(saturation.completed, to: &own)
      if isRobust {
        add(saturation.scores, to: &meat)
        let gamma = saturation.inverse.sandwiching(saturation.scores)
        bread += saturation.completed.traceOfProduct(gamma)
        // Δ'B₁W⁻¹WcΔ.
        let right = columns.map { saturation.inverse.times(saturation.completed.times($0)) }
        let left = columns.map { saturation.scores.times($0) }
        for i in columns.indices {
          for j in columns.indices { mixed[i, j] += share * left[i].product(right[j]) }
        }
      } else {
        bread += saturation.completed.traceOfProduct(saturation.inverse)
      }
    }
    let inverse = tangent.expand(try Cholesky(tangent.project(information)).inverse)
    guard isRobust else { return (value, bread - inverse.traceOfProduct(own)) }
    var trace = bread
    for i in 0..<problem.count { for j in 0..<problem.count { trace -= 2 * inverse[i, j] * mixed[j, i] } }
    return (value, trace + inverse.sandwiching(own).traceOfProduct(meat))
  }
}
