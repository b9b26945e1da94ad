import LinearAlgebra
import ModelSyntax
import Platform
import Probability

extension StructuralModel {
  /// A parameter that the model holds, and what would come of setting it free.
  public struct Modification: Sendable, Equatable {
    /// Left of the sign.
    public var left: String
    /// The relation.
    public var sign: String
    /// Right of the sign.
    public var right: String
    /// From 0.
    public var group: Int
    /// By how much χ² would fall (a score test: Sörbom 1989, doi:10.1007/BF02294623).
    public var index: Double
    /// Upper tail of χ² with one degree of freedom.
    public var pValue: Double
    /// The value that the parameter would move to.
    public var expectedChange: Double
    /// The same with all variables of variance 1.
    public var standardizedChange: Double?
  }
}

/// Score tests of parameters one by one: with s the slope, I the information of all, V = I_kk − I_kθ I_θθ⁻¹ I_θk:
/// index = n·s²/V, expected change −s/V.
///
/// Loadings of other constructs, covariances of residuals and effects that the model does not have, and parameters that it holds
/// at a value. None where χ² does not hold or nothing is left to free.
struct ModificationList {
  let solution: StructuralSolution
  /// What χ² is divided by where the sample has a design.
  var scaling = 1.0

  private var table: ParameterTable { solution.table }

  private struct Candidate {
    var left: String
    var relation: ModelSyntax.Relation
    var right: String
    var place: ParameterPlace
    /// Where it is held.
    var value: Double
  }

  func all() -> [StructuralModel.Modification] {
    guard solution.hasErrors, let factor = try? Cholesky(solution.tangent.project(solution.information)) else {
      return []
    }
    _ = solution.problem.value(at: solution.point)
    var result: [StructuralModel.Modification] = []
    for group in 0..<table.groupCount {
      let problem = solution.problem
      let own = problem.groups[group]
      let candidates = candidates(group)
      own.prepareSlopes()
      let slopes = candidates.map { problem.shares[group] * own.slope($0.place) }
      own.prepareInformation()
      for (candidate, slope) in zip(candidates, slopes) {
        func information(_ place: ParameterPlace) -> Double {
          problem.shares[group] * own.information(candidate.place, place)
        }
        var cross = [Double](repeating: 0, count: problem.count)
        for (index, place) in problem.free[group] { cross[index] += information(place) }
        let whole = information(candidate.place)
        let projected = solution.tangent.project(cross)
        let explained = zip(projected, factor.solve(projected)).reduce(0) { $0 + $1.0 * $1.1 }
        let variance = whole - explained
        // What the free parameters can do as well, no test is of.
        guard whole > 0, variance > 1e-8 * whole else { continue }
        let index = solution.multiplier * slope * slope / variance / scaling
        let change = -slope / variance
        result.append(
          .init(
            left: candidate.left, sign: candidate.relation.rawValue, right: candidate.right, group: group, index: index,
            pValue: ChiSquared(degrees: 1).upperTail(index), expectedChange: change,
            standardizedChange: standardized(change, candidate.place, group)))
      }
    }
    return result.sorted { $0.index > $1.index }
  }

  private func standardized(_ change: Double, _ place: ParameterPlace, _ group: Int) -> Double? {
    let structure = solution.structure(group)
    let v = structure.v
    func variance(_ i: Int) -> Double { structure.covariance[i * v + i] }
    func residual(_ i: Int) -> Double { abs(structure.residual[i * v + i]) }
    let ratio: Double =
      switch place {
      case .directed(let to, let from): variance(from) / variance(to)
      case .symmetric(let i, let j):
        i == j ? 1 / (variance(i) * variance(i)) : 1 / (residual(i) * residual(j))
      case .mean(let i): 1 / variance(i)
      case .threshold: 0
      }
    return ratio > 0 && ratio.isFinite ? change * ratio.squareRoot() : nil
  }

  private func candidates(_ group: Int) -> [Candidate] {
    let own = table.parameters.filter { $0.group == group }
    let taken = Set(own.map(\.place))
    let names = table.variables
    let exogenous = Set(table.exogenous)
    var result: [Candidate] = []
    func add(_ left: Int, _ relation: ModelSyntax.Relation, _ right: Int, _ place: ParameterPlace) {
      guard !taken.contains(place) else { return }
      result.append(
        Candidate(left: names[left], relation: relation, right: names[right], place: place, value: 0))
    }
    let measured = Set(own.filter { $0.relation == .measuredBy }.map { table.index($0.right) })
    let constructs = Array(table.observedCount..<names.count).filter { index in
      own.contains { $0.relation == .measuredBy && $0.left == names[index] }
    }
    for construct in constructs {
      for item in measured.sorted() where item < table.modelledCount {
        add(construct, .measuredBy, item, .directed(to: item, from: construct))
      }
    }
    for i in 0..<table.modelledCount where !exogenous.contains(i) {
      for j in 0..<i where !exogenous.contains(j) { add(j, .covaries, i, .symmetric(i, j)) }
    }
    let paths = own.filter { $0.relation == .regressedOn }
    let dependent = Set(paths.map { table.index($0.left) })
    let structural = dependent.union(paths.map { table.index($0.right) })
    for i in structural.sorted() where i >= table.observedCount {
      for j in structural.sorted() where j >= table.observedCount && j < i { add(j, .covaries, i, .symmetric(i, j)) }
    }
    for to in dependent.sorted() {
      for from in structural.sorted() where from != to && !taken.contains(.directed(to: from, from: to)) {
        add(to, .regressedOn, from, .directed(to: to, from: from))
      }
    }
    // What is held at a value that is neither a marker's nor the sample's.
    for parameter in own where parameter.free == nil && !parameter.isSample && parameter.isWritten {
      let isMarker =
        parameter.relation == .measuredBy || parameter.relation == .covaries && parameter.left == parameter.right
      if isMarker { continue }
      result.append(
        Candidate(
          left: parameter.left, relation: parameter.relation, right: parameter.right, place: parameter.place,
          value: parameter.value))
    }
    return result
  }
}
