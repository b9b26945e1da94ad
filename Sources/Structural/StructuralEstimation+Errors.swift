import LinearAlgebra
import Measures
import Optimization
import Platform

extension StructuralEstimation {
  func makeErrors(_ solution: StructuralSolution, _ statistics: inout StructuralStatistics) throws {
    guard solution.hasErrors else { return }
    if !ordered.isEmpty {
      try makeOrdered(solution, &statistics)
      solution.degrees = try degrees()
    } else if let covariances = momentCovariances {
      try makeFromMoments(solution, covariances, &statistics)
      solution.degrees = try degrees()
    } else if let rows, model.estimator.needsRows {
      try makeRobust(solution, rows, &statistics)
      solution.degrees = try degrees()
      if isReplicated { try takeReplicates(solution, rows) }
    } else if kind == .unweighted {
      makeNormalSandwich(solution)
    } else if model.information == .observed || !answers.isEmpty {
      let information = solution.problem.observedInformation(at: solution.point)
      let inverse = try Cholesky(solution.tangent.project(information)).inverse
      solution.covariance = solution.tangent.expand(
        SymmetricMatrix(order: inverse.order, packed: inverse.packed.map { $0 / multiplier }))
      if let rows, !answers.isEmpty { try makeCompleted(solution, rows, &statistics) }
    }
  }

  /// Of t, which clusters, strata or replicate weights leave to each group.
  ///
  /// - Throws: `StructuralFault.noDegrees`.
  private func degrees() throws -> [Double] {
    let found = units.compactMap(\.degrees)
    guard found.count == units.count else { return [] }
    if found.contains(where: { !($0 > 0) }) { throw StructuralFault.noDegrees }
    return found
  }

  /// Puts the errors of the replicates in the place of those of one step; χ² keeps its scaling.
  private func takeReplicates(_ solution: StructuralSolution, _ rows: [StructuralRows]) throws {
    let refits = ReplicateRefits(
      table: table, kind: kind, estimator: model.estimator, rows: rows, samples: samples, point: solution.point)
    let found = try refits.covariance(jobs: jobs)
    solution.covariance = found.covariance
    takeFailures(found.failed, of: found.count)
  }

  private func makeOrdered(_ solution: StructuralSolution, _ statistics: inout StructuralStatistics) throws {
    _ = solution.problem.value(at: solution.point)
    let groups = solution.problem.groups.compactMap { $0 as? OrderedDiscrepancy }.map(WeighedMoments.init)
    let robust = try MomentRobustness(solution.problem, groups, tangent: solution.tangent)
    let own = robust.covariance
    solution.covariance = SymmetricMatrix(order: own.order, packed: own.packed.map { $0 / multiplier })
    if let own = robust.shifted(statistics.degreesOfFreedom) {
      (statistics.scaling, statistics.shift) = (own.scaling, own.shift)
    }
  }

  /// Of each group, where errors and χ² come from the moments' own covariance as a whole; `nil` elsewhere.
  private var momentCovariances: [MomentCovariance]? {
    if !correlations.isEmpty { return correlations.map(\.covariance) }
    guard model.estimator == .mlmv else { return nil }
    return rows?.map { MomentCovariance($0, withMeans: table.hasMeans) }
  }

  /// All variances of the model may be 1 whatever else it says: else it has fewer degrees of freedom than it seems.
  ///
  /// - Throws: `StructuralFault.restrictsVariances`.
  private func checkVariances(_ solution: StructuralSolution) throws {
    var slopes: [[Double]] = []
    for g in samples.indices {
      for i in 0..<table.observedCount {
        let own = solution.tangent.project(solution.gradient(ofCovariance: i, i, group: g))
        let length = own.product(own).squareRoot()
        slopes.append(length > 0 ? own.map { $0 / length } : own)
      }
    }
    var products = SymmetricMatrix(order: slopes.count)
    for i in slopes.indices { for j in 0...i { products[i, j] = slopes[i].product(slopes[j]) } }
    guard let least = SymmetricEigen(products).values.last, least > 1e-8 else {
      throw StructuralFault.restrictsVariances(correlation: model.correlation.rawValue)
    }
  }

  private func makeFromMoments(
    _ solution: StructuralSolution, _ covariances: [MomentCovariance], _ statistics: inout StructuralStatistics
  ) throws {
    func robustness(_ problem: StructuralProblem, _ point: [Double], _ tangent: Tangent) throws -> MomentRobustness {
      _ = problem.value(at: point)
      return try MomentRobustness(
        problem, zip(problem.groups, covariances).map { try WeighedMoments($0, $1) }, tangent: tangent)
    }
    if !correlations.isEmpty { try checkVariances(solution) }
    guard let wide = try widened(solution) else { return }
    let robust = try robustness(wide.problem, wide.point, wide.tangent)
    solution.covariance = SymmetricMatrix(
      order: robust.covariance.order, packed: robust.covariance.packed.map { $0 / multiplier }
    ).selecting(wide.own)
    guard statistics.chiSquared != nil else { return }
    if model.estimator == .mlm {
      if statistics.degreesOfFreedom > 0, robust.trace > 0 {
        statistics.scaling = robust.trace / Double(statistics.degreesOfFreedom)
      }
    } else if let own = robust.shifted(statistics.degreesOfFreedom) {
      (statistics.scaling, statistics.shift) = (own.scaling, own.shift)
    }
    let base = try baseline(freesExogenous: true)
    guard let free = Tangent(Matrix(rows: 0, columns: base.point.count)), statistics.baselineDegrees > 0 else { return }
    let null = try robustness(base.problem, base.point, free)
    if model.estimator == .mlm {
      statistics.baselineScaling = null.trace / Double(statistics.baselineDegrees)
    } else if let own = null.shifted(statistics.baselineDegrees) {
      (statistics.baselineScaling, statistics.baselineShift) = (own.scaling, own.shift)
    }
  }

  /// The problem with the moments of exogenous variables among its parameters, at a solution of the one without.
  private struct Widened {
    let problem: StructuralProblem
    let point: [Double]
    let tangent: Tangent
    /// Where each free parameter of the narrow one is.
    let own: [Int]
  }

  private func widened(_ solution: StructuralSolution) throws -> Widened? {
    var open = model
    open.fixesExogenous = false
    let wide = try ParameterTable(open, groups: samples.count, hasMeans: table.hasMeans)
    let problem = StructuralProblem(table: wide, kind: kind, answers: answers)
    try problem.take(samples)
    var point = [Double](repeating: 0, count: wide.freeCount)
    var own: [Int: Int] = [:]
    for parameter in wide.parameters {
      guard let free = parameter.free else { continue }
      let narrow = table.parameters.first { $0.group == parameter.group && $0.place == parameter.place }
      point[free] = narrow.map(solution.value) ?? 0
      if let index = narrow?.free { own[index] = free }
    }
    var constraints = ConstraintSet(wide)
    constraints.active = solution.constraints.active
    guard let tangent = Tangent(constraints.jacobian(at: point)) else { return nil }
    return Widened(problem: problem, point: point, tangent: tangent, own: (0..<table.freeCount).map { own[$0]! })
  }

  private func saturations(_ problem: StructuralProblem, _ rows: [StructuralRows]) throws -> [IncompleteSaturation] {
    try zip(problem.groups, rows).compactMap { group, rows in
      try (group as? IncompleteDiscrepancy).map { try IncompleteSaturation($0, rows.units) }
    }
  }

  private func makeRobust(
    _ solution: StructuralSolution, _ rows: [StructuralRows], _ statistics: inout StructuralStatistics
  ) throws {
    guard let wide = try widened(solution) else { return }
    let saturations = try saturations(wide.problem, rows)
    let robust = try StructuralRobustness(
      wide.problem, at: wide.point, tangent: wide.tangent, rows: rows, saturations: saturations,
      estimator: model.estimator, multiplier: multiplier)
    solution.covariance = robust.covariance.selecting(wide.own)
    if statistics.degreesOfFreedom > 0 {
      let scaling = robust.trace / Double(statistics.degreesOfFreedom)
      if scaling > 0 { statistics.scaling = scaling }
    }
    let base = try baseline(freesExogenous: true)
    guard let free = Tangent(Matrix(rows: 0, columns: base.point.count)), statistics.baselineDegrees > 0 else { return }
    let null = try StructuralRobustness(
      base.problem, at: base.point, tangent: free, rows: rows, saturations: saturations, estimator: model.estimator,
      multiplier: multiplier)
    statistics.baselineScaling = null.trace / Double(statistics.baselineDegrees)
    if !answers.isEmpty { try complete(wide, base, saturations, isRobust: true, &statistics) }
  }

  /// CFI, TLI and RMSEA as they would be had everybody answered.
  private func makeCompleted(
    _ solution: StructuralSolution, _ rows: [StructuralRows], _ statistics: inout StructuralStatistics
  ) throws {
    guard let wide = try widened(solution) else { return }
    let saturations = try saturations(wide.problem, rows)
    try complete(wide, baseline(freesExogenous: true), saturations, isRobust: false, &statistics)
  }

  private func complete(
    _ wide: Widened, _ base: Baseline,
    _ saturations: [IncompleteSaturation], isRobust: Bool, _ statistics: inout StructuralStatistics
  ) throws {
    let (df, df0) = (Double(statistics.degreesOfFreedom), Double(statistics.baselineDegrees))
    guard df > 0, df0 > 0, let free = Tangent(Matrix(rows: 0, columns: base.point.count)) else { return }
    let own = try IncompleteScores(problem: wide.problem, saturations: saturations)
      .completed(at: wide.point, tangent: wide.tangent, isRobust: isRobust)
    let null = try IncompleteScores(problem: base.problem, saturations: saturations)
      .completed(at: base.point, tangent: free, isRobust: isRobust)
    statistics.completed = .init(
      chiSquared: multiplier * own.value, scaling: own.trace / df, baseline: multiplier * null.value,
      baselineScaling: null.trace / df0)
  }

  /// Errors of unweighted least squares under normality: (Δ'Δ)⁻¹Δ'ΓΔ(Δ'Δ)⁻¹ with Γ of the model's covariances.
  private func makeNormalSandwich(_ solution: StructuralSolution) {
    let problem = solution.problem
    var meat = SymmetricMatrix(order: problem.count)
    for (g, group) in problem.groups.enumerated() {
      let structure = group.structure
      let p = structure.p
      // ½tr(WΣ_aWΣ_b) with W = I becomes ½tr(ΣΣ_aΣΣ_b): Γ is twice Σ ⊗ Σ.
      var implied = [Double](repeating: 0, count: p * p)
      for i in 0..<p { for j in 0..<p { implied[i * p + j] = structure.implied[SymmetricMatrix.position(i, j)] } }
      structure.prepare(implied, needsBoth: true)
      let free = problem.free[g]
      for a in free.indices {
        for b in 0...a {
          let value =
            problem.shares[g] * structure.information(free[a].place, free[b].place, withMeans: group.withMeans)
          let (i, j) = (max(free[a].index, free[b].index), min(free[a].index, free[b].index))
          meat[i, j] += i == j && a != b ? 2 * value : value
        }
      }
    }
    guard let factor = try? Cholesky(solution.tangent.project(solution.information)) else { return }
    let sandwich = factor.inverse.sandwiching(solution.tangent.project(meat))
    solution.covariance = solution.tangent.expand(
      SymmetricMatrix(order: sandwich.order, packed: sandwich.packed.map { $0 / multiplier }))
  }
}
