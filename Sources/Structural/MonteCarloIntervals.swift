import LinearAlgebra
import ModelSyntax
import Probability
import Resampling

/// Intervals of effects and defined parameters from draws of the estimates: normal about them with their covariance, each draw
/// worked out to effects as the estimates are, and percentiles of these (MacKinnon, Lockwood & Williams 2004,
/// doi:10.1207/s15327906mbr3901_4; Preacher & Selig 2012, doi:10.1080/19312458.2012.679848). A product of paths is skewed, which the
/// symmetric intervals of the delta method miss and these do not, without refitting anything.
struct MonteCarloIntervals {
  let table: ParameterTable
  let point: [Double]
  let covariance: SymmetricMatrix
  let draws: Int
  let seed: UInt64

  /// The free parameters that effects and definitions of a group depend on.
  private func relevant(_ group: Int) -> [Int] {
    var found: Set<Int> = []
    for parameter in table.parameters {
      guard let free = parameter.free else { continue }
      if case .directed = parameter.place, parameter.group == group { found.insert(free) }
    }
    found.formUnion(table.labels.values)
    return found.sorted()
  }

  /// By number, then draw: those of the plan, then the definitions.
  func values(_ plan: EffectPlan, group: Int) -> [[Double]] {
    let structure = CovarianceStructure(
      variables: table.variables.count, observed: table.observedCount,
      places: table.parameters.filter { $0.group == group }.map(\.place))
    let own = table.parameters.filter { $0.group == group }
    for parameter in own where parameter.free == nil { structure.set(parameter.place, parameter.value) }
    let moved = relevant(group)
    // Parameters that constraints tie have a covariance without an inverse: its root is of eigenvalues.
    let eigen = SymmetricEigen(covariance.selecting(moved))
    let roots = eigen.values.map { max(0, $0).squareRoot() }
    var columns = [[Double]](
      repeating: [Double](repeating: .nan, count: draws), count: plan.count + table.definitions.count)
    var row = [Double](repeating: .nan, count: max(1, plan.count))
    var drawn = point
    for draw in 0..<draws {
      var stream = RandomStream(seed: seed, stream: UInt64(draw))
      for index in moved { drawn[index] = point[index] }
      for a in moved.indices where roots[a] > 0 {
        let z = roots[a] * stream.normal()
        for (k, index) in moved.enumerated() { drawn[index] += z * eigen.vectors[k, a] }
      }
      for parameter in own {
        if let free = parameter.free { structure.set(parameter.place, drawn[free]) }
      }
      guard structure.update() else { continue }
      row.withUnsafeMutableBufferPointer { plan.write(structure, into: $0.baseAddress!) }
      for k in 0..<plan.count { columns[k][draw] = row[k] }
      for (k, definition) in table.definitions.enumerated() {
        columns[plan.count + k][draw] = table.value(of: definition.expression, at: drawn)
      }
    }
    return columns
  }
}

extension StructuralModel.Fit {
  /// The same fit with Monte Carlo intervals of its effects and defined parameters in the place of those of the delta method;
  /// errors stay as they are.
  ///
  /// - Parameters:
  ///   - draws: 20,000 leave an end uncertain by about a fiftieth of a standard error.
  ///   - confidence: `nil`: the specification's.
  /// - Returns: the fit as it is where there are no errors.
  public func withMonteCarloIntervals(
    draws: Int = 20_000, seed: UInt64 = 1, confidence: Double? = nil
  ) -> StructuralModel.Fit {
    precondition(draws > 0, "at least one draw")
    guard let covariance = freeCovariance else { return self }
    var result = self
    let confidence = confidence ?? specification.confidence
    let intervals = MonteCarloIntervals(
      table: table, point: freeEstimates, covariance: covariance, draws: draws, seed: seed)
    func renew(_ value: inout StructuralEffect.Value, _ drawn: [Double]) {
      guard value.standardError != nil, let ends = Self.ends(drawn, confidence, value.degrees) else { return }
      (value.low, value.high) = ends
    }
    for group in 0..<groupCount {
      let own = effects.indices.filter { effects[$0].group == group }
      let plan = EffectPlan(own.map { effects[$0] }, table)
      let columns = intervals.values(plan, group: group)
      for (k, at) in own.enumerated() {
        if var direct = result.effects[at].direct {
          renew(&direct, columns[3 * k])
          result.effects[at].direct = direct
        }
        renew(&result.effects[at].indirect, columns[3 * k + 1])
        if var total = result.effects[at].total {
          renew(&total, columns[3 * k + 2])
          result.effects[at].total = total
        }
      }
      guard group == 0 else { continue }
      var next = plan.count
      for k in result.parameters.indices where result.parameters[k].sign == ":=" {
        let own = result.parameters[k]
        if own.standardError != nil, let ends = Self.ends(columns[next], confidence, own.degrees) {
          (result.parameters[k].low, result.parameters[k].high) = ends
        }
        next += 1
      }
    }
    return result
  }

  /// Where a design leaves few degrees of freedom to errors, the ends lie as much further out as those of t do.
  private static func ends(_ drawn: [Double], _ confidence: Double, _ degrees: Double?) -> (Double, Double)? {
    let tail = Normal().upperTail(WaldReference(degrees: degrees).quantile(confidence))
    let finite = drawn.filter(\.isFinite)
    guard finite.count > drawn.count / 2 else { return nil }
    let ends = Quantile.of(finite, [tail, 1 - tail])
    return (ends[0], ends[1])
  }
}
