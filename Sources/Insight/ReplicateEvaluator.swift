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
}

/// Turns one vector of weights (or one drawn matrix) into all the numbers of a replicate. Everything that has an interval
/// is computed here again: importance, R², coefficients, performance.
struct ReplicateEvaluator: Sendable {
  let subject: Subject
  var engines: [ImportanceEngine]
  let layout: ReplicateLayout
  let ratings: PlayerRatings
  /// Of each outcome, which predictor columns have a coefficient; `nil` when none are kept.
  let kept: [[Bool]]?

  /// What one thread works in.
  final class Workspace {
    let engines: [ImportanceEngine.Workspace]
    let solvers: [CoefficientSolver]
    let scatter: UnsafeMutablePointer<Double>
    let means: UnsafeMutablePointer<Double>
    let coefficients: UnsafeMutableBufferPointer<Double>
    let items: UnsafeMutablePointer<Double>
    let weights: UnsafeMutableBufferPointer<Double>
    let scratch: UnsafeMutablePointer<Double>
    /// Of correlations that are not product moments; made at their first use.
    var correlations: CorrelationEngine.Workspace?
    /// Of constructs that are scored from their items; made at its first use.
    var constructs: ConstructMap.Workspace?

    /// The workspace of a map, whose searches begin at `starts`.
    func constructs(_ map: ConstructMap, _ starts: [[Double]]) -> ConstructMap.Workspace {
      if let constructs { return constructs }
      let made = ConstructMap.Workspace(map)
      made.starts = starts
      constructs = made
      return made
    }

    init(_ evaluator: ReplicateEvaluator, rows: Int, scratch count: Int) {
      engines = evaluator.engines.map { $0.makeWorkspace() }
      let columns = evaluator.subject.predictorColumns
      solvers = (evaluator.kept ?? []).enumerated().map { o, kept in
        CoefficientSolver(
          predictors: zip(columns, kept).filter(\.1).map(\.0), outcome: evaluator.subject.outcomeColumn(o))
      }
      let order = evaluator.subject.moments.names.count
      scatter = .allocate(capacity: order * (order + 1) / 2)
      means = .allocate(capacity: max(1, order))
      means.initialize(repeating: 0, count: max(1, order))
      coefficients = .allocate(capacity: columns.count + 1)
      items = .allocate(capacity: max(1, evaluator.ratings.itemCount))
      weights = .allocate(capacity: rows)
      scratch = .allocate(capacity: max(1, count))
    }

    deinit {
      scatter.deallocate()
      means.deallocate()
      coefficients.deallocate()
      items.deallocate()
      weights.deallocate()
      scratch.deallocate()
    }
  }

  /// The same evaluation with orders of entry drawn once instead of all subsets: what many players allow in every replicate.
  func sampling(_ subsets: ImportanceEngine.Subsets) -> ReplicateEvaluator {
    var copy = self
    copy.engines = engines.map { ImportanceEngine(problem: $0.problem, methods: $0.methods, subsets: subsets) }
    return copy
  }

  /// Everything but ratings, from `workspace.scatter` and `workspace.means`.
  private func fill(_ workspace: Workspace, into row: UnsafeMutableBufferPointer<Double>) -> ReplicateFailure? {
    for (o, engine) in engines.enumerated() {
      let result = UnsafeMutableBufferPointer(rebasing: row[layout.engine(o)])
      if let failure = engine.evaluate(workspace.scatter, workspace: workspace.engines[o], into: result) {
        return failure
      }
      if let kept {
        let target = UnsafeMutableBufferPointer(rebasing: row[layout.coefficients(o)])
        let count = kept[o].count(where: { $0 }) + 1
        let solved = UnsafeMutableBufferPointer(rebasing: workspace.coefficients[0..<count])
        workspace.solvers[o].solve(scatter: workspace.scatter, means: workspace.means, into: solved)
        target[0] = solved[0]
        var next = 1
        for (column, isKept) in kept[o].enumerated() {
          target[column + 1] = isKept ? solved[next] : .nan
          if isKept { next += 1 }
        }
      }
    }
    return nil
  }

  private func ratingsSlot(_ row: UnsafeMutableBufferPointer<Double>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: row[layout.performance.lowerBound..<layout.stated.upperBound])
  }

  /// `nil` when nothing can be drawn from the matrix.
  func resample(
    _ specification: BootstrapSpecification, draw: ReplicateDraw, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) -> ResampledDrivers? {
    switch draw {
    case .rows(let frame):
      let products = WeightedProducts(columns: frame.values, rowCount: frame.rowCount, columnCount: frame.columnCount)
      return resample(
        frame, specification, jobs: jobs, progress: progress, scratch: products.scratchCount
      ) { workspace in
        products.scatter(
          weights: workspace.weights.baseAddress!, into: workspace.scatter, means: workspace.means,
          scratch: workspace.scratch)
        return nil
      }
    case .pairwise(let frame):
      return resample(frame, specification, jobs: jobs, progress: progress, scratch: 0) { workspace in
        let moments = Moments(frame, weights: Array(workspace.weights))
        workspace.scatter.update(from: moments.scatter.packed, count: moments.scatter.packed.count)
        if let means = moments.means { workspace.means.update(from: means, count: means.count) }
        return nil
      }
    case .correlations(let frame, let engine):
      return resample(frame, specification, jobs: jobs, progress: progress, scratch: 0) { workspace in
        if workspace.correlations == nil { workspace.correlations = engine.makeWorkspace() }
        engine.evaluate(
          weights: UnsafePointer(workspace.weights.baseAddress!), workspace: &workspace.correlations!,
          into: workspace.scatter)
        let count = subject.moments.scatter.packed.count
        for k in 0..<count where workspace.scatter[k].isNaN { return .correlationUndefined }
        let matrix = SymmetricMatrix(
          order: subject.moments.names.count,
          packed: Array(UnsafeBufferPointer(start: workspace.scatter, count: count)))
        return Definiteness(matrix).isDefinite ? nil : .correlationsIndefinite
      }
    case .constructs(let frame, let map, let starts):
      let products = WeightedProducts(columns: frame.values, rowCount: frame.rowCount, columnCount: frame.columnCount)
      let share = 1 - 1 / Double(frame.rowCount)
      return resample(
        frame, specification, jobs: jobs, progress: progress, scratch: products.scratchCount
      ) { workspace in
        let items = workspace.constructs(map, starts)
        let sum = products.scatter(
          weights: workspace.weights.baseAddress!, into: items.scatter.pointer, means: items.means.pointer,
          scratch: workspace.scratch)
        return map.apply(items, unit: sum * share, scatter: workspace.scatter, means: workspace.means)
      }
    case .constructWishart(let moments, let map, let starts):
      return resample(moments, specification, jobs: jobs, progress: progress, map: map, starts: starts)
    case .blocks(let blocks):
      // The rows' weights are in the sums: a block counts as often as it is drawn.
      return resample(
        RowResampler(rowCount: blocks.blockCount), specification, jobs: jobs, progress: progress,
        scratch: blocks.products.scratchCount
      ) { workspace in
        blocks.products.scatter(
          weights: workspace.weights.baseAddress!, into: workspace.scatter, means: workspace.means,
          scratch: workspace.scratch)
        return nil
      }
    case .wishart(let moments):
      return resample(moments, specification, jobs: jobs, progress: progress)
    }
  }

  private func resample(
    _ frame: ModelFrame, _ specification: BootstrapSpecification, jobs: Int, progress: (@Sendable (Int) -> Void)?,
    scratch: Int, moments: @escaping @Sendable (Workspace) -> ReplicateFailure?
  ) -> ResampledDrivers {
    let isFrequency = frame.weightsKind == .frequency
    func resampler(_ rows: Range<Int>, _ clusters: [Int32]?, _ strata: [Int32]?) -> RowResampler {
      let weights = frame.ratingWeights.map { Array($0[rows]) }
      return RowResampler(
        rowCount: rows.count, frequency: isFrequency ? weights : nil, multiplier: isFrequency ? nil : weights,
        clusters: clusters, strata: strata)
    }
    let hasDesign = frame.clusters != nil || frame.strata != nil
    guard let raters = frame.raters, !hasDesign else {
      // A cluster is drawn whole, with those in it who only rated.
      return resample(
        resampler(
          0..<frame.ratingRowCount, frame.raters.map(\.clusters) ?? frame.clusters,
          frame.raters.map(\.strata) ?? frame.strata),
        specification, jobs: jobs, progress: progress, scratch: scratch, moments: moments)
    }
    return resample(
      resampler(0..<frame.rowCount, nil, nil),
      raters: resampler(frame.rowCount..<frame.rowCount + raters.count, nil, nil), specification, jobs: jobs,
      progress: progress, scratch: scratch, moments: moments)
  }

  /// Rows or blocks of them: draw weights, then moments, then everything.
  ///
  /// - Parameter raters: the rows that count in ratings only, drawn after the others and apart from them, so that as many
  ///   respondents stand behind the model of every replicate as behind that of the sample.
  private func resample(
    _ resampler: RowResampler, raters: RowResampler? = nil, _ specification: BootstrapSpecification, jobs: Int,
    progress: (@Sendable (Int) -> Void)?, scratch: Int, moments: @escaping @Sendable (Workspace) -> ReplicateFailure?
  ) -> ResampledDrivers {
    let evaluate: @Sendable (Workspace, UnsafeMutableBufferPointer<Double>) -> ReplicateFailure? = { workspace, row in
      if let failure = moments(workspace) { return failure }
      if let failure = fill(workspace, into: row) { return failure }
      ratings.means(
        weights: workspace.weights.baseAddress!, columnMeans: workspace.means, scratch: workspace.items,
        into: ratingsSlot(row))
      return nil
    }
    let rows = resampler.rowCount + (raters?.rowCount ?? 0)
    @Sendable func own(_ workspace: Workspace) -> UnsafeMutableBufferPointer<Double> {
      UnsafeMutableBufferPointer(rebasing: workspace.weights[0..<resampler.rowCount])
    }
    @Sendable func others(_ workspace: Workspace) -> UnsafeMutableBufferPointer<Double> {
      UnsafeMutableBufferPointer(rebasing: workspace.weights[resampler.rowCount..<rows])
    }
    let bootstrap = ReplicateRunner.run(
      count: specification.replicates, width: layout.width, jobs: jobs, seed: specification.seed, progress: progress,
      makeWorkspace: { Workspace(self, rows: rows, scratch: scratch) }
    ) { workspace, _, stream, row in
      resampler.draw(stream: &stream, into: own(workspace))
      raters?.draw(stream: &stream, into: others(workspace))
      return evaluate(workspace, row)
    }
    guard specification.interval == .bca else { return ResampledDrivers(bootstrap: bootstrap) }
    let jackknife = Jackknife(resampler, seed: specification.seed)
    let left = ReplicateRunner.run(
      count: jackknife.count, width: layout.width, jobs: jobs, seed: specification.seed,
      makeWorkspace: { Workspace(self, rows: rows, scratch: scratch) }
    ) { workspace, group, _, row in
      jackknife.omit(group, into: own(workspace))
      raters?.baseWeights(into: others(workspace))
      return evaluate(workspace, row)
    }
    return ResampledDrivers(
      bootstrap: bootstrap, jackknife: left, multiplicities: (0..<jackknife.count).map(jackknife.multiplicity))
  }

  /// A matrix: draw scatter and means.
  private func resample(
    _ moments: Moments, _ specification: BootstrapSpecification, jobs: Int, progress: (@Sendable (Int) -> Void)?,
    map: ConstructMap? = nil, starts: [[Double]] = []
  ) -> ResampledDrivers? {
    guard let wishart = WishartSampler(scatter: moments.scatter, degreesOfFreedom: moments.n - 1) else { return nil }
    let unit = moments.scatterUnit
    let bootstrap = ReplicateRunner.run(
      count: specification.replicates, width: layout.width, jobs: jobs, seed: specification.seed, progress: progress,
      makeWorkspace: { Workspace(self, rows: 0, scratch: wishart.scratchCount) }
    ) { workspace, _, stream, row in
      if let map {
        let items = workspace.constructs(map, starts)
        wishart.draw(stream: &stream, into: items.scatter.pointer, scratch: workspace.scratch)
        if let failure = map.apply(items, unit: unit, scatter: workspace.scatter, means: workspace.means) {
          return failure
        }
      } else {
        wishart.draw(stream: &stream, into: workspace.scatter, scratch: workspace.scratch)
      }
      if let failure = fill(workspace, into: row) { return failure }
      ratings.given(normal: { stream.normal() }, into: ratingsSlot(row))
      return nil
    }
    return ResampledDrivers(bootstrap: bootstrap)
  }

  /// The ratings of the sample itself.
  func pointRatings(_ draw: ReplicateDraw, into point: inout [Double]) {
    point.withUnsafeMutableBufferPointer { row in
      switch draw {
      case .rows(let frame), .pairwise(let frame), .correlations(let frame, _), .constructs(let frame, _, _):
        let workspace = Workspace(self, rows: frame.ratingRowCount, scratch: 0)
        let own = frame.ratingWeights
        for i in 0..<frame.ratingRowCount { workspace.weights[i] = own?[i] ?? 1 }
        ratings.means(
          weights: UnsafePointer(workspace.weights.baseAddress!), columnMeans: workspace.means,
          scratch: workspace.items, into: ratingsSlot(row))
      case .blocks(let blocks):
        let workspace = Workspace(self, rows: blocks.blockCount, scratch: 0)
        workspace.weights.update(repeating: 1)
        for (k, mean) in (subject.moments.means ?? []).enumerated() { workspace.means[k] = mean }
        ratings.means(
          weights: UnsafePointer(workspace.weights.baseAddress!), columnMeans: workspace.means,
          scratch: workspace.items, into: ratingsSlot(row))
      case .wishart, .constructWishart:
        ratings.given(normal: { 0 }, into: ratingsSlot(row))
      }
    }
  }
}
