import Platform
import ModelSyntax
import LinearAlgebra

/// What one variable does to another: at once, and through others.
public struct StructuralEffect: Sendable, Equatable {
  /// A number with its error and interval; fixed ones have neither.
  public struct Value: Sendable, Equatable {
    /// The effect.
    public var estimate: Double
    /// By the delta method, or of the resamples.
    public var standardError: Double?
    /// Lower end of the interval.
    public var low: Double?
    /// Upper end of the interval.
    public var high: Double?
    /// Of t, where a design leaves few to errors; `nil`: z.
    public var degrees: Double?

    /// z.
    public var statistic: Double? { standardError.flatMap { $0 > 0 ? estimate / $0 : nil } }
  }

  /// Where it begins.
  public var from: String
  /// What it changes.
  public var to: String
  /// The variables in between, in their order, of one way; `nil` of all ways together.
  public var through: [String]?
  /// From 0.
  public var group: Int
  /// B; `nil` of one way through others.
  public var direct: Value?
  /// Through others.
  public var indirect: Value
  /// E − I; `nil` of one way through others.
  public var total: Value?
  /// The total effect, or that of the way, with all variables of variance 1.
  public var standardized: Double?
}

/// Effects among the variables of the regressions: total effects are (I − B)⁻¹ − I, and an indirect one is what is left of it without
/// the direct one; that of one way is the product along it (Bollen 1987, doi:10.2307/271028). Errors by the delta method.
struct EffectList {
  let solution: StructuralSolution
  let confidence: Double

  /// Ways between two variables that are listed one by one.
  static let mostWays = 20

  private struct Arrow {
    var to: Int
    var from: Int
    var parameter: ModelParameter
  }

  func all() -> [StructuralEffect] { (0..<solution.table.groupCount).flatMap(effects) }

  private func effects(_ group: Int) -> [StructuralEffect] {
    let table = solution.table
    let structure = solution.structure(group)
    let arrows: [Arrow] = table.parameters.compactMap { parameter in
      guard parameter.group == group, parameter.relation == .regressedOn || parameter.relation == .formedBy,
        case .directed(let to, let from) = parameter.place
      else { return nil }
      return Arrow(to: to, from: from, parameter: parameter)
    }
    let causes = table.variables.indices.filter { index in arrows.contains { $0.from == index } }
    var effects: [StructuralEffect] = []
    for from in causes {
      for to in reached(from, arrows, table.variables.count) {
        let v = structure.v
        func part(_ derivative: (Int, Int) -> Double, _ estimate: Double) -> StructuralEffect.Value {
          value(
            estimate, group,
            solution.gradient(group) { place in
              guard case .directed(let i, let j) = place else { return 0 }
              return derivative(i, j)
            })
        }
        let b = structure.effects[to * v + from]
        let whole = structure.total[to * v + from] - (from == to ? 1 : 0)
        func ofTotal(_ i: Int, _ j: Int) -> Double { structure.total[to * v + i] * structure.total[j * v + from] }
        func ofDirect(_ i: Int, _ j: Int) -> Double { i == to && j == from ? 1 : 0 }
        let ratio = deviationRatio(from, to, structure)
        effects.append(
          StructuralEffect(
            from: table.variables[from], to: table.variables[to], through: nil, group: group,
            direct: part(ofDirect, b), indirect: part({ ofTotal($0, $1) - ofDirect($0, $1) }, whole - b),
            total: part(ofTotal, whole), standardized: ratio.map { $0 * whole }))
        guard structure.isRecursive else { continue }
        for way in ways(from, to, arrows) where way.count > 1 { effects.append(effect(of: way, group, ratio)) }
      }
    }
    return effects
  }

  private func deviationRatio(_ from: Int, _ to: Int, _ structure: CovarianceStructure) -> Double? {
    let (a, b) = (structure.covariance[from * structure.v + from], structure.covariance[to * structure.v + to])
    return a > 0 && b > 0 ? (a / b).squareRoot() : nil
  }

  private func value(_ estimate: Double, _ group: Int, _ gradient: [Double]) -> StructuralEffect.Value {
    let error = solution.error(gradient)
    guard error > 0, solution.hasErrors else { return .init(estimate: estimate) }
    let reference = solution.reference(group, gradient)
    let half = reference.quantile(confidence) * error
    return .init(
      estimate: estimate, standardError: error, low: estimate - half, high: estimate + half, degrees: reference.degrees)
  }

  private func effect(of way: [Arrow], _ group: Int, _ ratio: Double?) -> StructuralEffect {
    let values = way.map { solution.value($0.parameter) }
    let product = values.reduce(1, *)
    var gradient = [Double](repeating: 0, count: solution.point.count)
    for (k, arrow) in way.enumerated() {
      guard let free = arrow.parameter.free else { continue }
      gradient[free] += values.indices.reduce(1) { $1 == k ? $0 : $0 * values[$1] }
    }
    let names = solution.table.variables
    return StructuralEffect(
      from: names[way.first!.from], to: names[way.last!.to], through: way.dropLast().map { names[$0.to] }, group: group,
      direct: nil, indirect: value(product, group, gradient), total: nil, standardized: ratio.map { $0 * product })
  }

  /// Variables that one acts on, the near ones first.
  private func reached(_ from: Int, _ arrows: [Arrow], _ count: Int) -> [Int] {
    var found: [Int] = []
    var next = [from]
    while let current = next.first {
      next.removeFirst()
      for arrow in arrows where arrow.from == current && !found.contains(arrow.to) {
        found.append(arrow.to)
        next.append(arrow.to)
      }
    }
    return found
  }

  private func ways(_ from: Int, _ to: Int, _ arrows: [Arrow]) -> [[Arrow]] {
    var ways: [[Arrow]] = []
    var open: [[Arrow]] = arrows.filter { $0.from == from }.map { [$0] }
    while let way = open.popLast(), ways.count < Self.mostWays, open.count < 10_000 {
      if way.last!.to == to {
        ways.append(way)
      } else {
        open += arrows.filter { $0.from == way.last!.to }.map { way + [$0] }
      }
    }
    return ways.sorted { ($0.count, $0.map(\.to).description) < ($1.count, $1.map(\.to).description) }
  }
}
