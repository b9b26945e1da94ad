import LinearAlgebra
import Measures
import Optimization
import Platform
import Survey

/// One estimation, step by step.
struct StructuralEstimation {
  let model: StructuralModel
  let table: ParameterTable
  let samples: [SampleMoments]
  let rows: [StructuralRows]?
  let moments: [Moments]
  var wantsModifications = false
  /// Of each group of ordered answers; else empty.
  var ordered: [OrderedMoments] = []
  /// Of each group of which correlations are fitted; else empty.
  var correlations: [CorrelationMoments] = []
  /// Threads that replicates are fitted in.
  var jobs = 1
  private let baselines = Baselines()

  init(
    model: StructuralModel, table: ParameterTable, samples: [SampleMoments], rows: [StructuralRows]?,
    moments: [Moments], wantsModifications: Bool = false, ordered: [OrderedMoments] = [],
    correlations: [CorrelationMoments] = [], jobs: Int = 1
  ) {
    (self.correlations, self.jobs) = (correlations, jobs)
    (self.model, self.table, self.samples, self.rows) = (model, table, samples, rows)
    (self.moments, self.wantsModifications, self.ordered) = (moments, wantsModifications, ordered)
  }

  /// Of each group where not everybody answered everything; else empty.
  var answers: [IncompleteAnswers] { rows?.compactMap(\.answers) ?? [] }

  var kind: Discrepancy.Kind { model.estimator.kind }

  var total: Double { samples.reduce(0) { $0 + $1.n } }
  var multiplier: Double { model.estimator.isLikelihood ? total : total - Double(samples.count) }

  /// Moments that the model speaks of.
  private var momentCount: Int {
    if !ordered.isEmpty { return ordered.reduce(0) { $0 + $1.count } }
    func count(_ variables: Int) -> Int { variables * (variables + 1) / 2 + (table.hasMeans ? variables : 0) }
    let own = count(table.observedCount) - (model.fixesExogenous ? count(table.exogenous.count) : 0)
    return own * samples.count
  }

  func fit() throws -> StructuralModel.Fit {
    let problem = StructuralProblem(table: table, kind: kind, answers: answers, ordered: ordered)
    try problem.take(samples)
    var constraints = ConstraintSet(table)
    var point = startPoint()
    let equalities = constraints.active.count
    if table.freeCount - equalities > momentCount {
      throw StructuralFault.tooManyParameters(parameters: table.freeCount - equalities, moments: momentCount)
    }
    widen(&point, problem)
    if !answers.isEmpty { approach(&point, constraints) }
    let search = try ScoringSearch(problem: problem).minimise(&point, &constraints)
    let solution = try StructuralSolution(
      problem: problem, samples: samples, point: point, constraints: constraints, multiplier: multiplier)
    if !search.isConverged {
      let slopes = problem.slopes()
      let worst = slopes.indices.max { abs(slopes[$0]) < abs(slopes[$1]) } ?? 0
      throw StructuralFault.notConverged(
        iterations: search.iterations, gradient: search.gradientNorm, parameter: table.name(ofFree: worst))
    }
    solution.hasErrors = hasErrors
    var statistics = try statistics(solution, equalities)
    try makeErrors(solution, &statistics)
    statistics.derive(groups: samples.count, count: multiplier, isOrdered: !ordered.isEmpty)
    if isScaled || !ordered.isEmpty { statistics.dropNormalTheory() }
    _ = problem.value(at: point)
    var fit = assemble(solution, statistics, search)
    if wantsModifications, ordered.isEmpty, statistics.chiSquared != nil, statistics.degreesOfFreedom > 0 {
      fit.modifications = ModificationList(solution: solution, scaling: scaling(statistics)).all()
    }
    // Of correlations every group has units of its own.
    if samples.count > 1, ordered.isEmpty, correlations.isEmpty {
      fit.contrasts = GroupContrastList(solution: solution, confidence: model.confidence).all()
      if wantsModifications, !model.invariance.isEmpty {
        fit.equalityTests = EqualityTestList(solution: solution, scaling: scaling(statistics)).all()
      }
    }
    return fit
  }

  private func startPoint() -> [Double] {
    var point = StartValues(table: table, samples: samples).point()
    for parameter in table.parameters {
      guard let free = parameter.free, parameter.start == nil, !ordered.isEmpty else { continue }
      let own = ordered[parameter.group]
      switch parameter.place {
      case .threshold(let at): point[free] = own.thresholds[at]
      case .mean(let i): point[free] = own.measured.firstIndex(of: i).map { own.means[$0] } ?? 0
      case .directed, .symmetric: break
      }
    }
    return point
  }

  /// Weights, strata or clusters: likelihoods are not those of a sample of independent respondents.
  var isDesign: Bool { units.contains(where: \.isDesign) }

  /// How the respondents of each group add up; empty of moments.
  var units: [ScoreUnits] {
    if !ordered.isEmpty { return ordered.map(\.units) }
    return correlations.isEmpty ? rows?.map(\.units) ?? [] : correlations.map(\.units)
  }

  /// χ² says nothing before it is scaled.
  private var isScaled: Bool { isDesign || !correlations.isEmpty }

  /// What score tests are divided by.
  private func scaling(_ statistics: StructuralStatistics) -> Double {
    isScaled ? statistics.meanScaling ?? 1 : 1
  }

  /// Errors come from replicate weights.
  var isReplicated: Bool { rows?.contains { $0.replicated != nil } ?? false }

  /// Sets of replicate weights under which the model has no estimates.
  var failedReplicates: (failed: Int, count: Int)? { baselines.failedReplicates }

  func takeFailures(_ failed: Int, of count: Int) { if failed > 0 { baselines.failedReplicates = (failed, count) } }

  /// Errors and χ² hold: of rows with their design or their gaps, else of moments of complete and independent respondents.
  private var hasErrors: Bool {
    if let rows, rows.contains(where: { $0.units.isDesign || $0.answers != nil }) { return true }
    func isOfPairs(_ moments: Moments) -> Bool {
      moments.treatment.missing == .pairwise && Set(moments.pairCounts?.packed ?? []).count != 1
    }
    return moments.allSatisfy { $0.treatment.hasNormalTheory && !isOfPairs($0) }
      && (rows != nil || moments.allSatisfy { $0.treatment.missing != .em })
  }

  /// From where to look under missing answers: the estimates of the saturated model's moments, which cost next to nothing.
  private func approach(_ point: inout [Double], _ constraints: ConstraintSet) {
    let problem = StructuralProblem(table: table, kind: kind)
    var (near, own) = (point, constraints)
    guard (try? problem.take(samples)) != nil,
      let story = try? ScoringSearch(problem: problem).minimise(&near, &own), story.isConverged
    else { return }
    point = near
  }

  /// The baseline's problem, solved.
  struct Baseline {
    let problem: StructuralProblem
    let point: [Double]
    let value: Double
  }

  /// What was found on the way.
  final class Baselines {
    fileprivate var failedReplicates: (failed: Int, count: Int)?
    fileprivate var known: [Bool: Baseline] = [:]
  }

  func baseline(freesExogenous: Bool) throws -> Baseline {
    let key = freesExogenous || table.exogenous.isEmpty
    if let known = baselines.known[key] { return known }
    let made = try makeBaseline(freesExogenous: freesExogenous)
    baselines.known[key] = made
    return made
  }

  private func makeBaseline(freesExogenous: Bool) throws -> Baseline {
    let base = table.baseline(freesExogenous: freesExogenous)
    let problem = StructuralProblem(table: base, kind: kind, answers: answers)
    try problem.take(samples)
    var point = StartValues(table: base, samples: samples).point()
    for parameter in base.parameters where !answers.isEmpty {
      // Of one variable by itself the most likely mean and variance are those of its answers.
      guard let free = parameter.free else { continue }
      let patterns = answers[parameter.group].patterns
      func place(_ column: Int) -> Int { patterns.columnAt.firstIndex(of: column)! }
      switch parameter.place {
      case .symmetric(let i, let j) where i == j && !base.exogenous.contains(i):
        point[free] = patterns.scales[place(i)] * patterns.scales[place(i)]
      case .mean(let i) where !base.exogenous.contains(i): point[free] = patterns.centers[place(i)]
      default: break
      }
    }
    if !answers.isEmpty, table.exogenous.isEmpty, table.auxiliary.isEmpty {
      return Baseline(problem: problem, point: point, value: problem.value(at: point))
    }
    var none = ConstraintSet(base)
    let story = try ScoringSearch(problem: problem).minimise(&point, &none)
    return Baseline(problem: problem, point: point, value: story.end)
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

  func statistics(_ solution: StructuralSolution, _ equalities: Int) throws -> StructuralStatistics {
    var result = StructuralStatistics()
    result.n = total
    result.freeParameters = table.freeCount - equalities
    result.degreesOfFreedom = momentCount - result.freeParameters
    result.srmr = residualSize(solution)
    // What unweighted least squares leave, times n, is no χ².
    guard solution.hasErrors, kind != .unweighted else { return result }
    let chiSquared = multiplier * solution.problem.value(at: solution.point)
    result.chiSquared = chiSquared < 1e-9 ? 0 : chiSquared
    if !ordered.isEmpty {
      addOrderedBaseline(&result)
      return result
    }
    // Causes covary in the baseline too, whether what they are distributed like is estimated or not.
    let px = table.exogenous.count
    let perGroup = table.modelledCount * (table.modelledCount - 1) / 2 - px * (px - 1) / 2
    result.baselineDegrees = perGroup * samples.count
    result.baselineChiSquared = multiplier * (try baseline(freesExogenous: !model.fixesExogenous).value)
    if model.estimator.isLikelihood, !isScaled { addLikelihood(solution, &result) }
    return result
  }

  /// In the baseline thresholds, means and variances are as they are, and nothing covaries.
  private func addOrderedBaseline(_ result: inout StructuralStatistics) {
    var (value, trace, squares) = (0.0, 0.0, 0.0)
    for (g, own) in ordered.enumerated() {
      let baseline = own.baseline
      value += samples[g].share * baseline.value
      trace += baseline.trace
      squares += baseline.squares
      result.baselineDegrees += own.count - own.firstCovariance
    }
    result.baselineChiSquared = multiplier * value
    let df = Double(result.baselineDegrees)
    guard squares > 0 else { return }
    let a = (df / squares).squareRoot()
    (result.baselineScaling, result.baselineShift) = (1 / a, df - a * trace)
  }

  private func addLikelihood(_ solution: StructuralSolution, _ result: inout StructuralStatistics) {
    var saturated = 0.0
    for (g, sample) in samples.enumerated() {
      let p = Double(table.observedCount)
      saturated +=
        answers.isEmpty
        ? -0.5 * sample.n * (p * log(2 * .pi) + solution.problem.groups[g].logDeterminant + p)
        : answers[g].saturated.logLikelihood
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
      let p = table.modelledCount
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
    // What is left of a saturated model is rounding.
    return sum < 1e-9 ? 0 : sum
  }
}
