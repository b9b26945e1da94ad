public import LinearAlgebra
import Platform

extension StructuralModel.Fit {
  /// How scores of the constructs are made of the observed variables in one group: η̂ = Cov(η, y)Σ⁻¹(y − μ), plus the mean of η where
  /// means are modelled. Of all linear scores they are nearest to the constructs (Thurstone's regression scores).
  ///
  /// - Returns: a row for each construct, a column for each observed variable; `nil` where Σ or I − B has no inverse.
  public func scoreWeights(group: Int) -> Matrix? {
    guard let moments = wholeMoments(group: group), let factor = try? Cholesky(groups[group].implied) else {
      return nil
    }
    let (p, v) = (observed.count, observed.count + latent.count)
    var weights = Matrix(rows: latent.count, columns: p)
    for k in latent.indices {
      let cross = (0..<p).map { moments.covariance[(p + k) * v + $0] }
      for (j, weight) in factor.solve(cross).enumerated() { weights[k, j] = weight }
    }
    return weights
  }

  /// Scores of the constructs, a column for each; of rows with these values, column by column in the order of `observed`.
  ///
  /// Without means in the model they are about the means of the rows. `nil` of ordered answers, which are no numbers, and where the
  /// model's covariances are none.
  public func scores(of columns: [[Double]], group: Int) -> [[Double]]? {
    guard !specification.estimator.isOrdered, let weights = scoreWeights(group: group),
      let moments = wholeMoments(group: group)
    else { return nil }
    let n = columns.first?.count ?? 0
    let centres = groups[group].impliedMeans ?? columns.map { $0.reduce(0, +) / Double(max(1, n)) }
    return latent.indices.map { k in
      var scores = [Double](repeating: hasMeans ? moments.means[observed.count + k] : 0, count: n)
      for (j, column) in columns.enumerated() {
        let weight = weights[k, j]
        for row in 0..<n { scores[row] += weight * (column[row] - centres[j]) }
      }
      return scores
    }
  }

  /// (I − B)⁻¹Ψ(I − B)⁻ᵀ and (I − B)⁻¹α of observed variables and constructs, row by row.
  private func wholeMoments(group: Int) -> (covariance: [Double], means: [Double])? {
    let names = observed + latent
    let v = names.count
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var structure = [Double](repeating: 0, count: v * v)
    var residual = structure
    var intercepts = [Double](repeating: 0, count: v)
    for i in 0..<v { structure[i * v + i] = 1 }
    for parameter in parameters where parameter.group == group {
      guard let left = place[parameter.left] else { continue }
      switch parameter.sign {
      case "=~": structure[place[parameter.right]! * v + left] -= parameter.estimate
      case "~", "<~": structure[left * v + place[parameter.right]!] -= parameter.estimate
      case "~~":
        let right = place[parameter.right]!
        residual[left * v + right] = parameter.estimate
        residual[right * v + left] = parameter.estimate
      case "~1": intercepts[left] = parameter.estimate
      default: break
      }
    }
    var total = [Double](repeating: 0, count: v * v)
    var work = total
    let isRegular = structure.withUnsafeMutableBufferPointer { a in
      total.withUnsafeMutableBufferPointer { b in
        work.withUnsafeMutableBufferPointer { c in
          SmallMatrix.invert(a.baseAddress!, order: v, into: b.baseAddress!, work: c.baseAddress!)
        }
      }
    }
    guard isRegular else { return nil }
    func product(_ a: [Double], _ b: (Int, Int) -> Double) -> [Double] {
      var result = [Double](repeating: 0, count: v * v)
      for i in 0..<v {
        for j in 0..<v { for k in 0..<v { result[i * v + j] += a[i * v + k] * b(k, j) } }
      }
      return result
    }
    let half = product(total) { residual[$0 * v + $1] }
    let covariance = product(half) { total[$1 * v + $0] }
    let means = (0..<v).map { i in (0..<v).reduce(0) { $0 + total[i * v + $1] * intercepts[$1] } }
    return (covariance, means)
  }
}
