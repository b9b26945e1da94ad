import LinearAlgebra
import Platform

extension SymmetricMatrix {
  /// The first variable that those before it determine, and the one of these that it correlates with most; empty where there is none.
  func dependent(_ names: [String]) -> [String] {
    let scales = (0..<order).map { self[$0, $0].squareRoot() }
    guard scales.allSatisfy({ $0 > 0 }) else { return [] }
    var correlations = self
    for i in 0..<order { for j in 0...i { correlations[i, j] /= scales[i] * scales[j] } }
    for last in 1..<Swift.max(order, 1) {
      let own = correlations.selecting(Array(0...last))
      if let factor = try? Cholesky(own), factor.packed[SymmetricMatrix.position(last, last)] > 1e-5 { continue }
      guard let closest = (0..<last).max(by: { abs(own[last, $0]) < abs(own[last, $1]) }) else { return [] }
      return [names[last], names[closest]]
    }
    return []
  }
}

/// What an estimator minimises over the free parameters of all groups: F = Σ (n_g/n)·F_g.
final class StructuralProblem {
  let table: ParameterTable
  let count: Int
  let groups: [Discrepancy]
  private(set) var shares: [Double]
  /// Of each group the free parameters with their places.
  let free: [[(index: Int, place: ParameterPlace)]]

  /// - Parameters:
  ///   - answers: of each group where not everybody answered everything; empty where moments say all.
  ///   - ordered: of each group of ordered answers.
  init(
    table: ParameterTable, kind: Discrepancy.Kind, answers: [IncompleteAnswers] = [], ordered: [OrderedMoments] = []
  ) {
    self.table = table
    count = table.freeCount
    groups = (0..<table.groupCount).map { group in
      let structure = CovarianceStructure(
        variables: table.variables.count, observed: table.observedCount,
        places: table.parameters.filter { $0.group == group }.map(\.place),
        standard: (0..<table.observedCount).filter(table.isOrdered), thresholds: table.thresholdStarts.last ?? 0)
      if !ordered.isEmpty { return OrderedDiscrepancy(ordered[group], structure: structure) }
      return answers.isEmpty
        ? Discrepancy(kind: kind, structure: structure, withMeans: table.hasMeans)
        : IncompleteDiscrepancy(answers[group], structure: structure)
    }
    shares = [Double](repeating: 1 / Double(table.groupCount), count: table.groupCount)
    free = (0..<table.groupCount).map { group in
      table.parameters.filter { $0.group == group }.compactMap { parameter in
        parameter.free.map { ($0, parameter.place) }
      }
    }
  }

  /// Takes the samples, sets what is fixed.
  ///
  /// - Throws: `StructuralFault.notPositiveDefinite`.
  func take(_ samples: [SampleMoments]) throws {
    shares = samples.map(\.share)
    for (g, sample) in samples.enumerated() {
      let isTaken = sample.covariance.packed.withUnsafeBufferPointer { covariance in
        guard let means = sample.means else { return groups[g].take(covariance.baseAddress!, means: nil) }
        return means.withUnsafeBufferPointer { groups[g].take(covariance.baseAddress!, means: $0.baseAddress!) }
      }
      guard isTaken else {
        throw StructuralFault.notPositiveDefinite(
          group: samples.count > 1 ? g + 1 : nil, what: "The matrix of the variables' covariances",
          variables: sample.covariance.dependent(sample.names))
      }
    }
    setFixed()
  }

  /// What a group counts for, before all are brought to a sum of 1.
  func setShare(_ share: Double, of group: Int) { shares[group] = share }

  func normaliseShares() {
    let sum = shares.reduce(0, +)
    for g in shares.indices { shares[g] /= sum }
  }

  /// Sets the parameters that are fixed, those of the sample as it is.
  func setFixed() {
    for parameter in table.parameters where parameter.free == nil && !parameter.isDerived {
      groups[parameter.group].structure.set(parameter.place, fixedValue(parameter))
    }
  }

  func fixedValue(_ parameter: ModelParameter) -> Double {
    if parameter.isDerived, case .symmetric(let i, _) = parameter.place {
      let structure = groups[parameter.group].structure
      return structure.residual[i * structure.v + i]
    }
    guard parameter.isSample else { return parameter.value }
    let group = groups[parameter.group]
    switch parameter.place {
    case .symmetric(let i, let j): return group.sample[i * table.observedCount + j]
    case .mean(let i): return group.sampleMeans[i]
    case .directed, .threshold: return parameter.value
    }
  }

  /// F at a point.
  func value(at point: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for (g, group) in groups.enumerated() {
      for (index, place) in free[g] { group.structure.set(place, point[index]) }
      sum += shares[g] * group.value()
    }
    return sum.isNaN ? .infinity : sum
  }

  func value(at point: [Double]) -> Double {
    // A point of no numbers has no address.
    (point.isEmpty ? [0] : point).withUnsafeBufferPointer { value(at: $0.baseAddress!) }
  }

  /// ½∂F/∂θ at the point of the last value.
  func slopes(into gradient: UnsafeMutablePointer<Double>) {
    for k in 0..<count { gradient[k] = 0 }
    for (g, group) in groups.enumerated() {
      group.prepareSlopes()
      for (index, place) in free[g] { gradient[index] += shares[g] * group.slope(place) }
    }
  }

  /// The expected information of one respondent at the point of the last value, packed: ½∂²F/∂θ∂θ' where the model holds.
  func information(into matrix: UnsafeMutablePointer<Double>) {
    for k in 0..<count * (count + 1) / 2 { matrix[k] = 0 }
    for (g, group) in groups.enumerated() { group.addInformation(free[g], shares[g], to: matrix) }
  }

  func slopes() -> [Double] {
    var gradient = [Double](repeating: 0, count: count)
    gradient.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { slopes(into: base) } }
    return gradient
  }

  func information() -> SymmetricMatrix {
    var matrix = SymmetricMatrix(order: count)
    matrix.packed.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { information(into: base) } }
    return matrix
  }

  /// ½∂²F/∂θ∂θ' at a point: central differences of the analytic slopes. Of incomplete answers, of which slopes are dear, the
  /// differences are of the structure alone, and the answers' part is analytic.
  func observedInformation(at point: [Double]) -> SymmetricMatrix {
    var matrix = SymmetricMatrix(order: count)
    var full = [[Double]](repeating: [], count: count)
    _ = value(at: point)
    for group in groups { group.holdsAnswers = true }
    for k in 0..<count {
      func slopes(_ step: Double) -> [Double] {
        var moved = point
        moved[k] += step
        _ = value(at: moved)
        return self.slopes()
      }
      let h = 1e-4 * max(abs(point[k]), 0.1)
      let (near, far) = ((slopes(h), slopes(-h)), (slopes(2 * h), slopes(-2 * h)))
      // Of fourth order in h.
      full[k] = (0..<count).map { (8 * (near.0[$0] - near.1[$0]) - (far.0[$0] - far.1[$0])) / (12 * h) }
    }
    for i in 0..<count { for j in 0...i { matrix[i, j] = 0.5 * (full[i][j] + full[j][i]) } }
    for group in groups { group.holdsAnswers = false }
    _ = value(at: point)
    for (g, group) in groups.enumerated() { group.addCurvature(free[g], shares[g], to: &matrix) }
    return matrix
  }
}
