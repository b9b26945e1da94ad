import LinearAlgebra
import ModelSyntax
import Platform
import Probability

extension StructuralModel {
  /// A parameter that all groups have in common, and what would come of giving each group its own.
  public struct EqualityTest: Sendable, Equatable {
    /// Left of the sign.
    public var left: String
    /// The relation.
    public var sign: String
    /// Right of the sign; empty of intercepts.
    public var right: String
    /// By how much χ² would fall (a score test, as lavaan's `lavTestScore`); under a design scaled as χ² is.
    public var index: Double
    /// Groups less one.
    public var degrees: Int
    /// Upper tail of χ² with these degrees of freedom.
    public var pValue: Double
    /// By how much the parameter of each group after the first would move away from the first group's.
    public var changes: [Double]

    /// As `Parameter.name`.
    public var name: String { sign == "~1" ? "\(left) ~ 1" : "\(left) \(sign) \(right)" }
  }
}

/// Score tests of what groups share, parameter by parameter: with s the slopes of the parameter in the groups after the first, I the
/// information of all, V = I_ss − I_sθ I_θθ⁻¹ I_θs: index = n·s'V⁻¹s with G − 1 degrees of freedom, changes −V⁻¹s.
///
/// Of several groups the test is that the parameter is the same in all of them (Satorra 1989, doi:10.1007/BF02294453).
struct EqualityTestList {
  let solution: StructuralSolution
  /// What χ² is divided by where the sample has a design.
  var scaling = 1.0

  func all() -> [StructuralModel.EqualityTest] {
    guard solution.hasErrors, let factor = try? Cholesky(solution.tangent.project(solution.information)) else {
      return []
    }
    _ = solution.problem.value(at: solution.point)
    // What slopes are made of makes way for what information is made of.
    let problem = solution.problem
    for group in problem.groups { group.prepareSlopes() }
    let shared = shared().map { places in
      (places, places.dropFirst().map { problem.shares[$0.group] * problem.groups[$0.group].slope($0.place) })
    }
    for group in problem.groups { group.prepareInformation() }
    return shared.compactMap { test($0, slopes: $1, factor) }.sorted { $0.index > $1.index }
  }

  /// By parameter, its places in the groups.
  private func shared() -> [[ModelParameter]] {
    let table = solution.table
    var byName: [String: [ModelParameter]] = [:]
    var order: [String] = []
    for parameter in table.parameters where parameter.free != nil && parameter.label == nil {
      if byName[parameter.name] == nil { order.append(parameter.name) }
      byName[parameter.name, default: []].append(parameter)
    }
    return order.compactMap { byName[$0] }.filter { own in
      own.count == table.groupCount && own.count > 1 && own.allSatisfy { $0.free == own[0].free }
    }
  }

  private func test(_ places: [ModelParameter], slopes: [Double], _ factor: Cholesky) -> StructuralModel.EqualityTest? {
    let problem = solution.problem
    let others = Array(places.dropFirst())
    // Of each the information that it shares with what is free, without what that can do as well.
    let crosses = others.map { own -> [Double] in
      var cross = [Double](repeating: 0, count: problem.count)
      for (index, place) in problem.free[own.group] {
        cross[index] += problem.shares[own.group] * problem.groups[own.group].information(own.place, place)
      }
      return solution.tangent.project(cross)
    }
    let solved = crosses.map { factor.solve($0) }
    var variance = SymmetricMatrix(order: others.count)
    for (i, own) in others.enumerated() {
      variance[i, i] = problem.shares[own.group] * problem.groups[own.group].information(own.place, own.place)
      for j in 0...i { variance[i, j] -= zip(crosses[i], solved[j]).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    guard let inner = try? Cholesky(variance) else { return nil }
    let moved = inner.solve(slopes)
    let index = solution.multiplier * zip(slopes, moved).reduce(0) { $0 + $1.0 * $1.1 } / scaling
    let first = places[0]
    return .init(
      left: first.left, sign: first.relation.rawValue, right: first.right, index: index, degrees: others.count,
      pValue: ChiSquared(degrees: Double(others.count)).upperTail(index), changes: moved.map { -$0 })
  }
}
