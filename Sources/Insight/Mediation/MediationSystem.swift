import LinearAlgebra
import Measures
import Regression
import Survey

extension [ModelFrame.Block] {
  /// By name; the first of those that share one.
  var byName: [String: ModelFrame.Block] { Dictionary(map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }) }
}

/// The regressions of a mediation analysis, and where their coefficients stand in one list of all of them: of each regression the
/// intercept, then a coefficient per column.
struct MediationSystem: Sendable {
  /// One column that effects are of.
  struct Unit: Sendable {
    /// The column's term.
    var name: String
    var column: Int
    var isCategory: Bool
  }

  struct Equation: Sendable {
    var dependent: Unit
    var predictors: [ModelFrame.Block]
    /// Where its intercept stands among all coefficients.
    var start: Int
    var columns: [Int] { predictors.flatMap { Array($0.columns) } }
    /// Coefficients with the intercept.
    var count: Int { 1 + columns.count }

    /// Where the coefficient of a column stands.
    func place(_ column: Int) -> Int { start + 1 + columns.firstIndex(of: column)! }
  }

  /// What changes the effects.
  struct Moderator: Sendable {
    var block: ModelFrame.Block
    /// Products of a unit's column with those of the moderator, by the unit's column.
    var products: [Int: Range<Int>]
    var stages: Set<MediationAnalysis.Stage>
  }

  let drivers: [Unit]
  let mediators: [Unit]
  let outcomes: [Unit]
  let isSerial: Bool
  let moderator: Moderator?
  /// Of the mediators, then of the outcomes.
  let equations: [Equation]

  var coefficientCount: Int { equations.reduce(0) { $0 + $1.count } }
  func equation(ofMediator j: Int) -> Equation { equations[j] }
  func equation(ofOutcome o: Int) -> Equation { equations[mediators.count + o] }

  /// - Parameters:
  ///   - blocks: covariates, players and outcomes, by name.
  ///   - moderator: with its products, where there is one.
  init(
    _ specification: MediationAnalysis, always: [ModelFrame.Block], blocks: [String: ModelFrame.Block],
    columns: [ModelFrame.Column], moderator: Moderator?
  ) throws {
    func unit(_ name: String, _ role: String) throws -> Unit {
      guard let block = blocks[name] else {
        throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: Array(blocks.keys)))
      }
      guard !block.isCategorical, block.columns.count == 1 else {
        throw MediationFault.category(variable: name, role: role)
      }
      return Unit(name: columns[block.columns.lowerBound].term, column: block.columns.lowerBound, isCategory: false)
    }
    let driverBlocks = try specification.drivers.map { name in
      guard let block = blocks[name] else {
        throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: Array(blocks.keys)))
      }
      return block
    }
    drivers = driverBlocks.flatMap { block in
      block.columns.map { Unit(name: columns[$0].term, column: $0, isCategory: block.isCategorical) }
    }
    mediators = try specification.mediators.map { try unit($0, "a mediator") }
    outcomes = try specification.outcomes.map { try unit($0, "an outcome") }
    isSerial = specification.isSerial
    self.moderator = moderator

    var covariates = always
    if let own = moderator?.block, !covariates.contains(own) { covariates.append(own) }
    func products(_ units: [Unit]) -> [ModelFrame.Block] {
      units.compactMap { unit in
        moderator?.products[unit.column].map {
          ModelFrame.Block(name: columns[$0.lowerBound].term, label: nil, columns: $0, isCategorical: false)
        }
      }
    }
    let stages = moderator?.stages ?? []
    let mediatorBlocks = specification.mediators.map { blocks[$0]! }
    var equations: [Equation] = []
    var start = 0
    func add(_ dependent: Unit, _ predictors: [ModelFrame.Block]) {
      equations.append(Equation(dependent: dependent, predictors: predictors, start: start))
      start += equations.last!.count
    }
    for (j, mediator) in mediators.enumerated() {
      add(
        mediator,
        covariates + driverBlocks + (stages.contains(.first) ? products(drivers) : [])
          + (isSerial ? Array(mediatorBlocks[..<j]) : []))
    }
    for outcome in outcomes {
      add(
        outcome,
        covariates + driverBlocks + (stages.contains(.direct) ? products(drivers) : []) + mediatorBlocks
          + (stages.contains(.second) ? products(mediators) : []))
    }
    self.equations = equations
  }

  // MARK: Ways

  /// The mediators of every way, by number: each alone, or every rising sequence of those in a row.
  var ways: [[Int]] {
    guard isSerial else { return mediators.indices.map { [$0] } }
    return (1..<(1 << mediators.count)).map { mask in mediators.indices.filter { mask >> $0 & 1 == 1 } }
      .sorted { ($0.count, $0.first!, $0.last!) < ($1.count, $1.first!, $1.last!) }
  }

  /// The coefficient of a unit's column at a value of the moderator.
  ///
  /// - Parameter slope: only what it changes by per unit of the moderator, whose direction `w` then is.
  private func link(
    _ unit: Unit, in equation: Equation, _ stage: MediationAnalysis.Stage?, at w: [Double], slope: Bool = false
  ) -> PathSum.Link {
    let own = equation.place(unit.column)
    guard let stage, let moderator, moderator.stages.contains(stage), let products = moderator.products[unit.column]
    else { return PathSum.Link(own) }
    let places = products.map { equation.place($0) }
    return slope
      ? PathSum.Link(places: places, factors: w) : PathSum.Link(places: [own] + places, factors: [1] + w)
  }

  /// Along one way.
  ///
  /// - Parameter slopeOf: the stage whose change with the moderator takes the place of its coefficient.
  func indirect(
    _ driver: Unit, _ way: [Int], outcome o: Int, at w: [Double], slopeOf: MediationAnalysis.Stage? = nil
  ) -> PathSum {
    var links = [
      link(driver, in: equations[way[0]], .first, at: w, slope: slopeOf == .first)
    ]
    for (from, to) in zip(way, way.dropFirst()) {
      links.append(link(mediators[from], in: equations[to], nil, at: w))
    }
    links.append(
      link(mediators[way.last!], in: equation(ofOutcome: o), .second, at: w, slope: slopeOf == .second))
    return PathSum([links])
  }

  /// Past the mediators.
  func direct(_ driver: Unit, outcome o: Int, at w: [Double]) -> PathSum {
    PathSum([[link(driver, in: equation(ofOutcome: o), .direct, at: w)]])
  }

  /// What stands for a column in formulas; `nil` of covariates.
  func role(_ column: Int, in equation: Int) -> String? {
    let isOfOutcome = equation >= mediators.count
    if drivers.contains(where: { $0.column == column }) { return isOfOutcome ? "c'" : "a" }
    if mediators.contains(where: { $0.column == column }) { return isOfOutcome ? "b" : "d" }
    guard let own = moderator?.products.first(where: { $0.value.contains(column) })?.key,
      let role = role(own, in: equation)
    else { return nil }
    return role + "·w"
  }
}

extension MediationSystem {
  /// Of every regression, the coefficients in these moments.
  private func coefficients(_ moments: Moments) -> [Double] {
    var all = [Double](repeating: .nan, count: coefficientCount)
    let means = moments.means ?? [Double](repeating: 0, count: moments.names.count)
    all.withUnsafeMutableBufferPointer { all in
      moments.scatter.packed.withUnsafeBufferPointer { scatter in
        means.withUnsafeBufferPointer { means in
          guard let scatter = scatter.baseAddress, let means = means.baseAddress else { return }
          for equation in equations {
            CoefficientSolver(predictors: equation.columns, outcome: equation.dependent.column).solve(
              scatter: scatter, means: means,
              into: UnsafeMutableBufferPointer(rebasing: all[equation.start..<equation.start + equation.count]))
          }
        }
      }
    }
    return all
  }

  /// Throws `MediationFault.dependent` for a term that the others determine.
  func requireCoefficients(_ moments: Moments) throws {
    let all = coefficients(moments)
    for equation in equations {
      if let column = equation.columns.first(where: { all[equation.place($0)].isNaN }) {
        throw MediationFault.dependent(variable: moments.names[column], regression: equation.dependent.name)
      }
    }
  }
}
