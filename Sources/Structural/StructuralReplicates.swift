import LinearAlgebra
import Measures
import ModelSyntax
import Optimization
import Platform
import Probability
import Resampling

/// The model estimated again from the moments of a replicate, all groups at once: the search begins at the sample's estimates, and
/// without constraints nothing is allocated.
struct StructuralReplicates: GroupedReplicateMap {
  /// What is made of the estimates.
  enum Output: Sendable {
    /// Effects, defined parameters and differences between groups.
    case numbers(ReplicatedNumbers)
    /// F alone.
    case discrepancy
  }

  /// How the moments of one group are taken.
  struct Group: Sendable {
    /// The model's observed variables among the columns of the moments.
    var columns: [Int]
    /// What the scatter is divided by where the source does not say; then times `factor`: (n − 1)/n of likelihoods.
    var unit: Double
    var factor: Double
    /// Σw of the sample's rows, where there are some: by it the group's share moves in replicates.
    var weight: Double?
    /// Moves the moments to where the model holds.
    var transform: BollenStineTransform?
    /// Of measured variables beside ordered ones, by their place among `columns`: all values, which give their deviations.
    var measured: [(column: Int, values: [Double])] = []
  }

  let table: ParameterTable
  let kind: Discrepancy.Kind
  let groups: [Group]
  /// The sample's estimates.
  let start: [Double]
  let output: Output
  /// Where some are missing: the replicate's weights are those of these respondents, and there are no moments.
  var answers: [IncompleteAnswers] = []
  /// Of ordered answers: the scatter is one of correlations.
  var ordered: [OrderedMoments] = []
  /// The sample's, and the second derivative of F at its estimates: replicates are as near as the square root of n says.
  var samples: [SampleMoments] = []
  var curvature: [Double]?

  /// The square of a remaining step that is no more than a ten-thousandth of a standard error.
  private var tolerance: Double { 1e-8 / max(1, samples.reduce(0) { $0 + $1.n }) }

  var width: Int {
    switch output {
    case .numbers(let numbers): numbers.width
    case .discrepancy: 1
    }
  }

  final class Workspace {
    fileprivate let moments: [ReplicateMoments]
    fileprivate let problem: StructuralProblem
    fileprivate let search: ScoringWorkspace
    fileprivate let point: OwnedBuffer<Double>
    fileprivate let covariance: OwnedBuffer<Double>
    fileprivate let means: OwnedBuffer<Double>
    fileprivate let deviations: OwnedBuffer<Double>
    fileprivate let square: OwnedBuffer<Double>

    init(_ map: StructuralReplicates, _ moments: [ReplicateMoments]) {
      self.moments = moments
      problem = map.makeProblem()
      // What causes are distributed like does not bear on effects: theirs stay the sample's.
      if !map.samples.isEmpty { try? problem.take(map.samples) }
      search = ScoringWorkspace(count: map.table.freeCount)
      point = OwnedBuffer(repeating: 0, count: max(1, map.start.count))
      let p = map.table.observedCount
      covariance = OwnedBuffer(repeating: 0, count: p * (p + 1) / 2)
      means = OwnedBuffer(repeating: 0, count: p)
      deviations = OwnedBuffer(repeating: 1, count: p)
      square = OwnedBuffer(repeating: 0, count: p * p)
    }
  }

  func makeWorkspace(_ moments: [ReplicateMoments]) -> Workspace { Workspace(self, moments) }

  fileprivate func makeProblem() -> StructuralProblem {
    StructuralProblem(table: table, kind: kind, answers: answers, ordered: ordered)
  }

  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    let problem = workspace.problem
    for g in groups.indices { if let failure = take(g, workspace) { return failure } }
    share(workspace)
    problem.setFixed()
    for k in start.indices { workspace.point[k] = start[k] }
    if table.constraints.isEmpty {
      let story = workspace.search.minimise(
        problem, from: workspace.point.pointer, limit: 100, tolerance: curvature == nil ? 1e-13 : tolerance,
        known: curvature)
      guard story.isConverged else { return .modelNotFound }
    } else {
      var point = start
      var constraints = ConstraintSet(table)
      guard let story = try? ScoringSearch(problem: problem).minimise(&point, &constraints), story.isConverged else {
        return .modelNotFound
      }
      for k in point.indices { workspace.point[k] = point[k] }
    }
    switch output {
    case .discrepancy: row[0] = problem.value(at: workspace.point.pointer)
    case .numbers(let numbers): write(numbers, workspace, into: row)
    }
    return nil
  }

  private func write(
    _ numbers: ReplicatedNumbers, _ workspace: Workspace, into row: UnsafeMutableBufferPointer<Double>
  ) {
    let groups = workspace.problem.groups
    var next = row.baseAddress!
    for (plan, group) in zip(numbers.effects, groups) {
      plan.write(group.structure, into: next)
      next += plan.count
    }
    for (k, contrast) in numbers.contrasts.enumerated() {
      row[numbers.firstContrast + k] = contrast.difference(groups)
    }
    guard !table.definitions.isEmpty else { return }
    let point = start.indices.map { workspace.point[$0] }
    for (k, definition) in table.definitions.enumerated() {
      let value = table.value(of: definition.expression, at: point)
      if value.isFinite { row[numbers.firstDefinition + k] = value }
    }
  }
}

extension StructuralReplicates {
  /// Looks up what searches begin with.
  mutating func prepare() {
    let problem = makeProblem()
    guard table.constraints.isEmpty, !start.isEmpty, (try? problem.take(samples)) != nil else { return }
    let observed = problem.observedInformation(at: start)
    if (try? Cholesky(observed)) != nil {
      curvature = observed.packed
    } else {
      _ = problem.value(at: start)
      curvature = problem.information().packed
    }
  }

  /// Puts the replicate's moments, or its respondents, in the place of the sample's.
  private func take(_ g: Int, _ workspace: Workspace) -> ReplicateFailure? {
    let (moments, discrepancy, group) = (workspace.moments[g], workspace.problem.groups[g], groups[g])
    if let incomplete = discrepancy as? IncompleteDiscrepancy {
      incomplete.likelihood.reweight(moments.weights.baseAddress!)
      return incomplete.likelihood.coversPairs ? nil : .momentsNotFound
    }
    for (column, values) in group.measured {
      workspace.deviations[column] = deviation(values, moments.weights.baseAddress!)
    }
    let scale = group.factor / (moments.unit.isNaN ? group.unit : moments.unit)
    for (i, a) in group.columns.enumerated() {
      for j in 0...i {
        let value =
          moments.scatter[SymmetricMatrix.position(a, group.columns[j])] * scale * workspace.deviations[i]
          * workspace.deviations[j]
        guard value.isFinite else { return .momentsNotFinite }
        workspace.covariance[i * (i + 1) / 2 + j] = value
      }
      workspace.means[i] = moments.means[a]
    }
    group.transform?.move(workspace.covariance.pointer, means: workspace.means.pointer, work: workspace.square.pointer)
    return discrepancy.take(workspace.covariance.pointer, means: workspace.means.pointer)
      ? nil : .correlationsIndefinite
  }

  /// Of maximum likelihood, under a replicate's weights.
  private func deviation(_ values: [Double], _ weights: UnsafePointer<Double>) -> Double {
    // About the first value: sums of large, close numbers would lose digits.
    let first = values.first { !$0.isNaN } ?? 0
    var (total, sum, squares) = (0.0, 0.0, 0.0)
    for row in values.indices where !values[row].isNaN {
      let own = values[row] - first
      total += weights[row]
      sum += weights[row] * own
      squares += weights[row] * own * own
    }
    return max(0, squares / total - sum / total * (sum / total)).squareRoot()
  }

  /// Of several groups of a sample whose weights vary each counts as much as its respondents in the replicate do.
  private func share(_ workspace: Workspace) {
    guard groups.count > 1, groups.allSatisfy({ $0.weight != nil }) else { return }
    for (g, group) in groups.enumerated() {
      let sum = workspace.moments[g].weights.reduce(0, +)
      workspace.problem.setShare(samples[g].share * sum / group.weight!, of: g)
    }
    workspace.problem.normaliseShares()
  }
}

extension StructuralModel.Fit {
  /// Puts resampled errors and intervals in the place of those of the delta method.
  mutating func take(_ resampled: Resampled, _ numbers: ReplicatedNumbers, _ bootstrap: BootstrapSpecification) {
    let kind = resampled.missingForBca == nil || bootstrap.interval != .bca ? bootstrap.interval : .percentile
    func renewed(_ value: StructuralEffect.Value, _ column: Int) -> StructuralEffect.Value {
      if resampled.failsTooOften {
        return .init(estimate: value.estimate, standardError: value.standardError, degrees: value.degrees)
      }
      // What is fixed does not vary.
      guard let error = resampled.standardError(column: column), error > 1e-12 else { return value }
      let interval = resampled.interval(
        kind, column: column, estimate: value.estimate, confidence: bootstrap.confidence)
      return .init(estimate: value.estimate, standardError: error, low: interval?.low, high: interval?.high)
    }
    for k in effects.indices {
      effects[k].direct = effects[k].direct.map { renewed($0, 3 * k) }
      effects[k].indirect = renewed(effects[k].indirect, 3 * k + 1)
      effects[k].total = effects[k].total.map { renewed($0, 3 * k + 2) }
    }
    var next = numbers.firstDefinition
    for k in parameters.indices where parameters[k].sign == ":=" {
      let own = renewed(.init(estimate: parameters[k].estimate), next)
      (parameters[k].standardError, parameters[k].low, parameters[k].high) = (own.standardError, own.low, own.high)
      next += 1
    }
    for k in contrasts.indices {
      let known = StructuralEffect.Value(
        estimate: contrasts[k].difference, standardError: contrasts[k].standardError, low: contrasts[k].low,
        high: contrasts[k].high)
      let own = renewed(known, numbers.firstContrast + k)
      (contrasts[k].standardError, contrasts[k].low, contrasts[k].high) = (own.standardError, own.low, own.high)
    }
    replicatesUsed = resampled.bootstrap.count
    replicatesFailed = resampled.bootstrap.failureCount
  }
}
