import LinearAlgebra
import Measures
import ModelSyntax
import Optimization
import Platform
import Probability
import Resampling

/// Effects and defined parameters of the model, estimated again from the moments of a replicate: the search begins at the
/// sample's estimates, and without constraints nothing is allocated.
struct StructuralReplicates: ReplicateMap {
  let table: ParameterTable
  let kind: Discrepancy.Kind
  /// The model's observed variables among the columns of the moments.
  let columns: [Int]
  /// The sample's estimates.
  let start: [Double]
  /// What the scatter is divided by where the source does not say; then times `factor`: (n − 1)/n of likelihoods.
  let unit: Double
  let factor: Double
  let plan: EffectPlan
  /// Where some are missing: the replicate's weights are those of these respondents, and there are no moments.
  var answers: IncompleteAnswers?
  /// Of ordered answers: the scatter is one of correlations.
  var ordered: OrderedMoments?
  /// Of measured variables beside them, by their place among `columns`: all values, which give their deviations.
  var measured: [(column: Int, values: [Double])] = []
  /// The sample's, and the second derivative of F at its estimates: replicates are as near as the square root of n says.
  var samples: [SampleMoments] = []
  var curvature: [Double]?

  /// The square of a remaining step that is no more than a ten-thousandth of a standard error.
  private var tolerance: Double { 1e-8 / max(1, samples.first?.n ?? 1) }

  var width: Int { plan.count + table.definitions.count }

  final class Workspace {
    fileprivate let moments: ReplicateMoments
    fileprivate let problem: StructuralProblem
    fileprivate let search: ScoringWorkspace
    fileprivate let point: OwnedBuffer<Double>
    fileprivate let covariance: OwnedBuffer<Double>
    fileprivate let means: OwnedBuffer<Double>
    fileprivate let deviations: OwnedBuffer<Double>

    init(_ map: StructuralReplicates, _ moments: ReplicateMoments) {
      self.moments = moments
      problem = StructuralProblem(
        table: map.table, kind: map.kind, answers: map.answers.map { [$0] } ?? [],
        ordered: map.ordered.map { [$0] } ?? [])
      // What causes are distributed like does not bear on effects: theirs stay the sample's.
      if !map.samples.isEmpty { try? problem.take(map.samples) }
      search = ScoringWorkspace(count: map.table.freeCount)
      point = OwnedBuffer(repeating: 0, count: max(1, map.start.count))
      let p = map.columns.count
      covariance = OwnedBuffer(repeating: 0, count: p * (p + 1) / 2)
      means = OwnedBuffer(repeating: 0, count: p)
      deviations = OwnedBuffer(repeating: 1, count: p)
    }
  }

  func makeWorkspace(_ moments: ReplicateMoments) -> Workspace { Workspace(self, moments) }

  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    let problem = workspace.problem
    if let failure = take(workspace) { return failure }
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
    plan.write(problem.groups[0].structure, into: row.baseAddress!)
    guard !table.definitions.isEmpty else { return nil }
    let point = start.indices.map { workspace.point[$0] }
    for (k, definition) in table.definitions.enumerated() {
      let value = table.value(of: definition.expression, at: point)
      if value.isFinite { row[plan.count + k] = value }
    }
    return nil
  }
}

extension StructuralReplicates {
  /// Looks up what searches begin with.
  mutating func prepare() {
    let problem = StructuralProblem(
      table: table, kind: kind, answers: answers.map { [$0] } ?? [], ordered: ordered.map { [$0] } ?? [])
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
  private func take(_ workspace: Workspace) -> ReplicateFailure? {
    let (moments, problem) = (workspace.moments, workspace.problem)
    if let group = problem.groups[0] as? IncompleteDiscrepancy {
      group.likelihood.reweight(moments.weights.baseAddress!)
      return group.likelihood.coversPairs ? nil : .momentsNotFound
    }
    for (column, values) in measured { workspace.deviations[column] = deviation(values, moments.weights.baseAddress!) }
    let scale = factor / (moments.unit.isNaN ? unit : moments.unit)
    for (i, a) in columns.enumerated() {
      for j in 0...i {
        let value =
          moments.scatter[SymmetricMatrix.position(a, columns[j])] * scale * workspace.deviations[i]
          * workspace.deviations[j]
        guard value.isFinite else { return .momentsNotFinite }
        workspace.covariance[i * (i + 1) / 2 + j] = value
      }
      workspace.means[i] = moments.means[a]
    }
    guard problem.groups[0].take(workspace.covariance.pointer, means: workspace.means.pointer) else {
      return .correlationsIndefinite
    }
    problem.setFixed()
    return nil
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
}

/// Which numbers of B and (I − B)⁻¹ the effects are: of each direct, indirect and total, or of one way its product.
struct EffectPlan: Sendable {
  enum Entry: Sendable {
    case all(from: Int, to: Int)
    /// The variables along it, first and last included.
    case way([Int])
  }

  let entries: [Entry]

  /// Three numbers for each effect.
  var count: Int { 3 * entries.count }

  init(_ effects: [StructuralEffect], _ table: ParameterTable) {
    entries = effects.map { effect in
      let (from, to) = (table.index(effect.from), table.index(effect.to))
      guard let through = effect.through else { return .all(from: from, to: to) }
      return .way([from] + through.map(table.index) + [to])
    }
  }

  func write(_ structure: CovarianceStructure, into row: UnsafeMutablePointer<Double>) {
    let v = structure.v
    for (k, entry) in entries.enumerated() {
      switch entry {
      case .all(let from, let to):
        let direct = structure.effects[to * v + from]
        let total = structure.total[to * v + from] - (from == to ? 1 : 0)
        row[3 * k] = direct
        row[3 * k + 1] = total - direct
        row[3 * k + 2] = total
      case .way(let variables):
        var product = 1.0
        for at in 1..<variables.count { product *= structure.effects[variables[at] * v + variables[at - 1]] }
        row[3 * k + 1] = product
      }
    }
  }
}

extension StructuralModel.Fit {
  /// Puts resampled errors and intervals in the place of those of the delta method.
  mutating func take(_ resampled: Resampled, _ plan: EffectPlan, _ bootstrap: BootstrapSpecification) {
    let kind = resampled.missingForBca == nil || bootstrap.interval != .bca ? bootstrap.interval : .percentile
    func renewed(_ value: StructuralEffect.Value, _ column: Int) -> StructuralEffect.Value {
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
    var next = plan.count
    for k in parameters.indices where parameters[k].sign == ":=" {
      let own = renewed(.init(estimate: parameters[k].estimate), next)
      (parameters[k].standardError, parameters[k].low, parameters[k].high) = (own.standardError, own.low, own.high)
      next += 1
    }
    replicatesUsed = resampled.bootstrap.count
    replicatesFailed = resampled.bootstrap.failureCount
  }
}
