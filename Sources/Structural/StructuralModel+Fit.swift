import LinearAlgebra
public import Measures
import ModelSyntax
import Optimization
import Platform
import Probability
import Resampling
import Survey

extension StructuralModel {
  /// Observed variables that the model names.
  public var observed: [String] { ParameterTable.roles(syntax).observed }
  /// Constructs.
  public var latent: [String] { ParameterTable.roles(syntax).latent }

  /// Fits moments of one group or several, each with the model's variables among its names.
  ///
  /// - Parameters:
  ///   - frames: the rows behind the moments, which robust errors need.
  ///   - modifications: whether to look what would fit better.
  /// - Throws: `StructuralFault`, `MatrixFault.needsN`, `DataFault.needsRows`.
  public func fit(
    to moments: [Moments], frames: [ModelFrame]? = nil, modifications: Bool = false, jobs: Int = 1,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    try fit(
      to: moments, frames: frames, blocks: nil, modifications: modifications, jobs: jobs, progress: progress)
  }

  /// The same of very many rows.
  ///
  /// - Parameter blocks: random blocks of them, which are resampled in their place.
  package func fit(
    to moments: [Moments], frames: [ModelFrame]? = nil, blocks: BlockMoments?, modifications: Bool, jobs: Int,
    progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    precondition(!moments.isEmpty, "at least one group")
    precondition(frames == nil || frames!.count == moments.count, "rows of every group")
    if estimator.needsRows, frames == nil {
      throw DataFault.needsRows(
        analysis: "The estimator '\(estimator.rawValue)'",
        suggestion: "Give the data file, or leave it out: errors are then those of normal answers.")
    }
    let isSpoken = syntax.terms.contains { $0.relation == .intercept }
    let hasMeans = hasMeans ?? (isSpoken || moments.count > 1 && moments.allSatisfy { $0.means != nil })
    if hasMeans, !moments.allSatisfy({ $0.means != nil }) { throw StructuralFault.needsMeans }
    let table = try ParameterTable(self, groups: moments.count, hasMeans: hasMeans)
    let names = Array(table.variables.prefix(table.observedCount))
    try check(columns: moments[0].names)
    let samples = try samples(moments, names)
    let rows = try estimator.needsRows ? frames?.map { try self.rows($0, names) } : nil
    var fit = try StructuralEstimation(
      model: self, table: table, samples: samples, rows: rows, moments: moments, wantsModifications: modifications
    ).fit()
    if bootstrap.replicates > 0, moments.count == 1 {
      resample(&fit, table, moments[0], frames?.first, blocks, jobs: jobs, progress: progress)
    }
    return fit
  }

  /// Fits moments of one group.
  public func fit(to moments: Moments) throws -> Fit { try fit(to: [moments]) }

  /// Every observed variable is a column, and no construct is one.
  ///
  /// - Throws: `StructuralFault.noSuchVariable` and `.constructIsColumn`.
  package func check(columns: [String]) throws {
    let known = Set(columns)
    for construct in latent where known.contains(construct) {
      throw StructuralFault.constructIsColumn(name: construct)
    }
    for name in observed where !known.contains(name) {
      let place =
        syntax.terms.first { $0.right == name }?.place ?? syntax.terms.first { $0.left == name }?.leftPlace
        ?? .init(line: 1, column: 1)
      throw StructuralFault.noSuchVariable(
        name: name, line: place.line, column: place.column,
        nearest: Spelling.nearest(to: name, among: columns + syntax.constructs, limit: 2))
    }
  }

  private func resample(
    _ fit: inout Fit, _ table: ParameterTable, _ moments: Moments, _ frame: ModelFrame?, _ blocks: BlockMoments?,
    jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) {
    let source =
      frame.map { ReplicateSource.rows($0) }
      ?? blocks.map { ReplicateSource.blocks($0, order: moments.names.count) } ?? ReplicateSource.wishart(moments)
    guard let source else { return }
    let names = frame.map { $0.columns.map(\.term) } ?? moments.names
    let plan = EffectPlan(fit.effects, table)
    let map = StructuralReplicates(
      table: table, kind: estimator.kind, columns: fit.observed.map { name in names.firstIndex(of: name)! },
      start: fit.freeEstimates, unit: moments.scatterUnit,
      factor: estimator.isLikelihood ? (moments.n - 1) / moments.n : 1, plan: plan)
    let resampled = ReplicatePlan(source, map, bootstrap).run(jobs: jobs, progress: progress)
    fit.take(resampled, plan, bootstrap)
    fit.notes += StructuralNotes.resampling(resampled, bootstrap)
  }

  private func samples(_ moments: [Moments], _ names: [String]) throws -> [SampleMoments] {
    var samples: [SampleMoments] = []
    for (g, whole) in moments.enumerated() {
      let indices = names.map { name in whole.names.firstIndex(of: name)! }
      let own = whole.selecting(indices)
      let n = try own.requireN()
      try own.requireVariances()
      guard n > Double(names.count) else {
        throw StructuralFault.tooFewRows(rows: n, variables: names.count, group: moments.count > 1 ? g + 1 : nil)
      }
      let scale = estimator.isLikelihood ? (n - 1) / n : 1
      let covariance = own.covariance
      samples.append(
        SampleMoments(
          names: names, n: n,
          covariance: SymmetricMatrix(order: covariance.order, packed: covariance.packed.map { $0 * scale }),
          means: own.means))
    }
    let total = samples.reduce(0) { $0 + $1.n }
    for g in samples.indices { samples[g].share = samples[g].n / total }
    return samples
  }

  private func rows(_ frame: ModelFrame, _ names: [String]) throws -> StructuralRows {
    let columns = frame.columns.map(\.term)
    return StructuralRows(
      columns: names.map { name in
        let at = columns.firstIndex(of: name)!
        return Array(frame.values[at * frame.rowCount..<(at + 1) * frame.rowCount])
      })
  }
}

extension StructuralModel.Estimator {
  var kind: Discrepancy.Kind {
    switch self {
    case .ml, .mlm, .mlr: .likelihood
    case .gls: .generalized
    case .uls: .unweighted
    }
  }
}

/// One estimation, step by step.
struct StructuralEstimation {
  let model: StructuralModel
  let table: ParameterTable
  let samples: [SampleMoments]
  let rows: [StructuralRows]?
  let moments: [Moments]
  var wantsModifications = false

  private var kind: Discrepancy.Kind { model.estimator.kind }

  private var total: Double { samples.reduce(0) { $0 + $1.n } }
  private var multiplier: Double { model.estimator.isLikelihood ? total : total - Double(samples.count) }

  /// Moments that the model speaks of.
  private var momentCount: Int {
    func count(_ variables: Int) -> Int { variables * (variables + 1) / 2 + (table.hasMeans ? variables : 0) }
    let own = count(table.observedCount) - (model.fixesExogenous ? count(table.exogenous.count) : 0)
    return own * samples.count
  }

  func fit() throws -> StructuralModel.Fit {
    let problem = StructuralProblem(table: table, kind: kind)
    try problem.take(samples)
    var constraints = ConstraintSet(table)
    var point = StartValues(table: table, samples: samples).point()
    let equalities = constraints.active.count
    if table.freeCount - equalities > momentCount {
      throw StructuralFault.tooManyParameters(parameters: table.freeCount - equalities, moments: momentCount)
    }
    widen(&point, problem)
    let search = try ScoringSearch(problem: problem).minimise(&point, &constraints)
    let solution = try StructuralSolution(
      problem: problem, samples: samples, point: point, constraints: constraints, multiplier: multiplier)
    if !search.isConverged {
      let slopes = problem.slopes()
      let worst = slopes.indices.max { abs(slopes[$0]) < abs(slopes[$1]) } ?? 0
      throw StructuralFault.notConverged(
        iterations: search.iterations, gradient: search.gradientNorm, parameter: table.name(ofFree: worst))
    }
    solution.hasErrors = moments.allSatisfy(\.treatment.hasNormalTheory)
    var statistics = try statistics(solution, equalities)
    try makeErrors(solution, &statistics)
    statistics.derive(groups: samples.count, count: multiplier)
    _ = problem.value(at: point)
    var fit = assemble(solution, statistics, search)
    if wantsModifications, statistics.chiSquared != nil, statistics.degreesOfFreedom > 0 {
      fit.modifications = ModificationList(solution: solution).all()
    }
    return fit
  }

  /// Start values at which the model has no covariances are drawn in: residual variances grow.
  private func widen(_ point: inout [Double], _ problem: StructuralProblem) {
    for _ in 0..<6 where !problem.value(at: point).isFinite {
      for parameter in table.parameters {
        guard let free = parameter.free else { continue }
        if case .symmetric(let i, let j) = parameter.place { point[free] *= i == j ? 2 : 0.5 }
      }
    }
  }

  // MARK: Fit

  private func statistics(_ solution: StructuralSolution, _ equalities: Int) throws -> StructuralStatistics {
    var result = StructuralStatistics()
    result.n = total
    result.freeParameters = table.freeCount - equalities
    result.degreesOfFreedom = momentCount - result.freeParameters
    result.srmr = residualSize(solution)
    // What unweighted least squares leave, times n, is no χ².
    guard solution.hasErrors, kind != .unweighted else { return result }
    result.chiSquared = max(0, multiplier * solution.problem.value(at: solution.point))
    let base = table.baseline(freesExogenous: !model.fixesExogenous)
    let px = model.fixesExogenous ? table.exogenous.count : 0
    let perGroup = table.observedCount * (table.observedCount - 1) / 2 - px * (px - 1) / 2
    result.baselineDegrees = perGroup * samples.count
    let baseline = StructuralProblem(table: base, kind: kind)
    try baseline.take(samples)
    var point = StartValues(table: base, samples: samples).point()
    var none = ConstraintSet(base)
    let story = try ScoringSearch(problem: baseline).minimise(&point, &none)
    result.baselineChiSquared = multiplier * story.end
    if model.estimator.isLikelihood { addLikelihood(solution, &result) }
    return result
  }

  private func addLikelihood(_ solution: StructuralSolution, _ result: inout StructuralStatistics) {
    var saturated = 0.0
    for (g, sample) in samples.enumerated() {
      let p = Double(table.observedCount)
      saturated -= 0.5 * sample.n * (p * log(2 * .pi) + solution.problem.groups[g].logDeterminant + p)
      guard model.fixesExogenous, !table.exogenous.isEmpty else { continue }
      let own = sample.covariance.selecting(table.exogenous)
      if let factor = try? Cholesky(own) {
        let px = Double(table.exogenous.count)
        saturated += 0.5 * sample.n * (px * log(2 * .pi) + factor.logDeterminant + px)
      }
    }
    let own = saturated - 0.5 * (result.chiSquared ?? 0)
    (result.saturatedLogLikelihood, result.logLikelihood) = (saturated, own)
    result.aic = -2 * own + 2 * Double(result.freeParameters)
    result.bic = -2 * own + Double(result.freeParameters) * log(total)
  }

  private func residualSize(_ solution: StructuralSolution) -> Double {
    var sum = 0.0
    for (g, sample) in samples.enumerated() {
      let structure = solution.structure(g)
      let p = table.observedCount
      var squares = 0.0
      for i in 0..<p {
        for j in 0...i {
          let scale = (sample.covariance[i, i] * sample.covariance[j, j]).squareRoot()
          let residual = (sample.covariance[i, j] - structure.implied[SymmetricMatrix.position(i, j)]) / scale
          squares += residual * residual
        }
        if table.hasMeans, let means = sample.means {
          squares += (means[i] - structure.means[i]) * (means[i] - structure.means[i]) / sample.covariance[i, i]
        }
      }
      let count = Double(p * (p + 1) / 2 + (table.hasMeans ? p : 0))
      sum += sample.share * (squares / count).squareRoot()
    }
    return sum
  }

  // MARK: Errors

  private func makeErrors(_ solution: StructuralSolution, _ statistics: inout StructuralStatistics) throws {
    guard solution.hasErrors else { return }
    if let rows {
      try makeRobust(solution, rows, &statistics)
    } else if kind == .unweighted {
      makeNormalSandwich(solution)
    } else if model.information == .observed {
      let inverse = try Cholesky(solution.tangent.project(solution.problem.observedInformation(at: solution.point)))
        .inverse
      solution.covariance = solution.tangent.expand(
        SymmetricMatrix(order: inverse.order, packed: inverse.packed.map { $0 / multiplier }))
    }
  }

  private func makeRobust(
    _ solution: StructuralSolution, _ rows: [StructuralRows], _ statistics: inout StructuralStatistics
  ) throws {
    var open = model
    open.fixesExogenous = false
    let wide = try ParameterTable(open, groups: samples.count, hasMeans: table.hasMeans)
    let problem = StructuralProblem(table: wide, kind: kind)
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
    guard let tangent = Tangent(constraints.jacobian(at: point)) else { return }
    let robust = try StructuralRobustness(
      problem, at: point, tangent: tangent, rows: rows, estimator: model.estimator, multiplier: multiplier)
    solution.covariance = robust.covariance.selecting((0..<table.freeCount).map { own[$0]! })
    if statistics.degreesOfFreedom > 0 {
      let scaling = robust.trace / Double(statistics.degreesOfFreedom)
      if scaling > 0 { statistics.scaling = scaling }
    }
    let base = table.baseline(freesExogenous: true)
    let baseline = StructuralProblem(table: base, kind: kind)
    try baseline.take(samples)
    var start = StartValues(table: base, samples: samples).point()
    var none = ConstraintSet(base)
    _ = try ScoringSearch(problem: baseline).minimise(&start, &none)
    guard let free = Tangent(Matrix(rows: 0, columns: base.freeCount)), statistics.baselineDegrees > 0 else { return }
    let null = try StructuralRobustness(
      baseline, at: start, tangent: free, rows: rows, estimator: model.estimator, multiplier: multiplier)
    statistics.baselineScaling = null.trace / Double(statistics.baselineDegrees)
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
