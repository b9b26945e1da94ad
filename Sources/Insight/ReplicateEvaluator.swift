import Importance
import LinearAlgebra
import Measures
import Platform
import Probability
import Resampling
import Survey

/// Where the moments of a replicate come from.
enum ReplicateDraw: Sendable {
  /// Complete rows, drawn with replacement.
  case rows(ModelFrame)
  /// Rows with missing values, drawn with replacement; each pair of columns on the rows that have both.
  case pairwise(ModelFrame)
  /// Rows with missing values, drawn with replacement; the moments of each replicate are those of maximum likelihood.
  case maximumLikelihood(ModelFrame, MaximumLikelihoodMoments)
  /// Several completed data, rows drawn with replacement from each in turn.
  case imputed(ImputedSets)
  /// Random blocks of very many rows, drawn with replacement.
  case blocks(BlockMoments)
  /// Rows drawn with replacement, and correlations of another kind than product moments.
  case correlations(ModelFrame, CorrelationEngine)
  /// Complete rows of items, drawn with replacement, and constructs scored or corrected anew; `starts` of their models.
  case constructs(ModelFrame, ConstructMap, starts: [[Double]])
  /// The same of a matrix of items without rows.
  case constructWishart(Moments, ConstructMap, starts: [[Double]])
  /// A matrix without rows: scatter drawn from the Wishart distribution about it.
  case wishart(Moments)

  /// `nil` when nothing can be drawn from the matrix.
  func source(order: Int) -> ReplicateSource? {
    switch self {
    case .rows(let frame), .constructs(let frame, _, _): .rows(frame, withRaters: true)
    case .pairwise(let frame): .pairwise(frame, makesDefinite: false, withRaters: true)
    case .maximumLikelihood(let frame, let found):
      .maximumLikelihood(frame, found, columns: Array(0..<order))
    case .correlations(let frame, let engine): .correlations(frame, engine, .definite, withRaters: true)
    case .blocks(let blocks): .blocks(blocks, order: order)
    case .wishart(let moments), .constructWishart(let moments, _, _): .wishart(moments)
    case .imputed: nil
    }
  }

  /// The rows that are drawn; `nil` of blocks and matrices.
  var frame: ModelFrame? {
    switch self {
    case .rows(let frame), .pairwise(let frame), .maximumLikelihood(let frame, _), .correlations(let frame, _),
      .constructs(let frame, _, _):
      frame
    case .blocks, .wishart, .constructWishart, .imputed: nil
    }
  }

  /// What makes constructs of the items drawn.
  var constructs: (map: ConstructMap, starts: [[Double]])? {
    switch self {
    case .constructs(_, let map, let starts), .constructWishart(_, let map, let starts): (map, starts)
    default: nil
    }
  }
}

/// Turns one vector of weights (or one drawn matrix) into all the numbers of a replicate. Everything that has an interval
/// is computed here again: importance, R², coefficients, performance.
struct ReplicateEvaluator: ReplicateMap {
  let subject: Subject
  var engines: [ImportanceEngine]
  let layout: ReplicateLayout
  var ratings: PlayerRatings
  /// Of each outcome, which predictor columns have a coefficient; `nil` when none are kept.
  let kept: [[Bool]]?
  /// What makes the subject's constructs of the items drawn; `nil` when its own moments are drawn.
  var constructs: (map: ConstructMap, starts: [[Double]])?
  /// What mediators carry; `nil` where none are named.
  var split: CarriedSplit?

  var width: Int { layout.width }

  /// What one thread works in.
  final class Workspace {
    fileprivate let drawn: ReplicateMoments
    let engines: [ImportanceEngine.Workspace]
    let solvers: [CoefficientSolver]
    /// Of the constructs, where the moments drawn are those of their items.
    fileprivate let scored: ReplicateMoments?
    fileprivate let constructs: ConstructMap.Workspace?
    fileprivate let split: CarriedSplit.Workspace?
    let coefficients: OwnedBuffer<Double>
    let items: OwnedBuffer<Double>

    fileprivate var scatter: UnsafeMutablePointer<Double> { (scored ?? drawn).scatter }
    fileprivate var means: UnsafeMutablePointer<Double> { (scored ?? drawn).means }

    init(_ evaluator: ReplicateEvaluator, _ moments: ReplicateMoments) {
      drawn = moments
      engines = evaluator.engines.map { $0.makeWorkspace() }
      let columns = evaluator.subject.predictorColumns
      solvers = (evaluator.kept ?? []).enumerated().map { o, kept in
        CoefficientSolver(
          predictors: zip(columns, kept).filter(\.1).map(\.0), outcome: evaluator.subject.outcomeColumn(o))
      }
      let order = evaluator.subject.moments.names.count
      scored = evaluator.constructs == nil ? nil : ReplicateMoments(order: order, rows: 0)
      constructs = evaluator.constructs.map { map, starts in
        let made = ConstructMap.Workspace(map)
        made.starts = starts
        return made
      }
      split = evaluator.split.map { CarriedSplit.Workspace($0) }
      coefficients = OwnedBuffer(count: columns.count + 1)
      items = OwnedBuffer(count: max(1, evaluator.ratings.itemCount))
    }
  }

  func makeWorkspace(_ moments: ReplicateMoments) -> Workspace { Workspace(self, moments) }

  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    let drawn = workspace.drawn
    if let map = constructs?.map, let scored = workspace.scored, let items = workspace.constructs {
      items.scatter.update(from: drawn.scatter, count: drawn.order * (drawn.order + 1) / 2)
      items.means.update(from: drawn.means, count: drawn.order)
      if let failure = map.apply(items, unit: drawn.unit, scatter: scored.scatter, means: scored.means) {
        return failure
      }
    }
    if let failure = fill(workspace, into: row) { return failure }
    if drawn.weights.isEmpty {
      ratings.given(normal: { stream.normal() }, into: ratingsSlot(row))
    } else {
      ratings.means(
        weights: drawn.weights.baseAddress!, columnMeans: workspace.means, scratch: workspace.items.pointer,
        into: ratingsSlot(row))
    }
    return nil
  }

  /// The same evaluation with orders of entry drawn once instead of all subsets: what many players allow in every replicate.
  func sampling(_ subsets: ImportanceEngine.Subsets) -> ReplicateEvaluator {
    var copy = self
    copy.engines = engines.map { ImportanceEngine(problem: $0.problem, methods: $0.methods, subsets: subsets) }
    copy.split = split?.sampling(subsets)
    return copy
  }

  /// Everything but ratings, from the moments of the subject.
  private func fill(_ workspace: Workspace, into row: UnsafeMutableBufferPointer<Double>) -> ReplicateFailure? {
    for (o, engine) in engines.enumerated() {
      let result = UnsafeMutableBufferPointer(rebasing: row[layout.engine(o)])
      if let failure = engine.evaluate(workspace.scatter, workspace: workspace.engines[o], into: result) {
        return failure
      }
      if let kept {
        let target = UnsafeMutableBufferPointer(rebasing: row[layout.coefficients(o)])
        // Without covariates, and with every column of the sample's model, importance has found them already.
        if subject.always.isEmpty, kept[o].allSatisfy({ $0 }) {
          engine.writeCoefficients(workspace.engines[o], means: workspace.means, into: target)
          continue
        }
        let count = kept[o].count(where: { $0 }) + 1
        let solved = UnsafeMutableBufferPointer(rebasing: workspace.coefficients.values[0..<count])
        workspace.solvers[o].solve(scatter: workspace.scatter, means: workspace.means, into: solved)
        target[0] = solved[0]
        var next = 1
        for (column, isKept) in kept[o].enumerated() {
          target[column + 1] = isKept ? solved[next] : .nan
          if isKept { next += 1 }
        }
      }
    }
    if let split, let own = workspace.split {
      return split.evaluate(own, scatter: workspace.scatter, means: workspace.means, layout, into: row)
    }
    return nil
  }

  private func ratingsSlot(_ row: UnsafeMutableBufferPointer<Double>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: row[layout.performance.lowerBound..<layout.stated.upperBound])
  }

  /// `nil` when nothing can be drawn from the matrix.
  func resample(
    _ specification: BootstrapSpecification, draw: ReplicateDraw, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) -> Resampled? {
    guard let source = draw.source(order: subject.moments.names.count) else { return nil }
    var map = self
    map.constructs = draw.constructs
    return ReplicatePlan(source, map, specification).run(jobs: jobs, progress: progress)
  }

  /// The ratings of the sample itself.
  func pointRatings(_ draw: ReplicateDraw, into point: inout [Double]) {
    point.withUnsafeMutableBufferPointer { row in
      switch draw {
      case .rows(let frame), .pairwise(let frame), .correlations(let frame, _), .constructs(let frame, _, _),
        .maximumLikelihood(let frame, _):
        let weights = frame.ratingWeights ?? [Double](repeating: 1, count: frame.ratingRowCount)
        let means = subject.moments.means ?? [Double](repeating: 0, count: subject.moments.names.count)
        pointRatings(weights: weights, columnMeans: means, into: row)
      case .blocks(let blocks):
        let weights = [Double](repeating: 1, count: blocks.blockCount)
        pointRatings(weights: weights, columnMeans: subject.moments.means ?? [], into: row)
      case .imputed(let sets):
        let slot = ratingsSlot(row)
        for k in 0..<slot.count { slot[k] = sets.ratings.reduce(0) { $0 + $1[k] } / Double(sets.count) }
      case .wishart, .constructWishart:
        ratings.given(normal: { 0 }, into: ratingsSlot(row))
      }
    }
  }

  private func pointRatings(
    weights: [Double], columnMeans: [Double], into row: UnsafeMutableBufferPointer<Double>
  ) {
    var items = [Double](repeating: 0, count: max(1, ratings.itemCount))
    weights.withUnsafeBufferPointer { weights in
      columnMeans.withUnsafeBufferPointer { means in
        items.withUnsafeMutableBufferPointer { items in
          guard let weights = weights.baseAddress, let means = means.baseAddress, let items = items.baseAddress else {
            return
          }
          ratings.means(weights: weights, columnMeans: means, scratch: items, into: ratingsSlot(row))
        }
      }
    }
  }
}
