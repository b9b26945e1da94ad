import Factors
import LinearAlgebra
public import Measures
import Probability
import Resampling
import Survey

extension ReliabilityAnalysis {
  /// Fits the rows of a frame whose columns are the items that the scales name by position.
  ///
  /// - Throws: `DataFault` of the items' moments.
  public func fit(
    to frame: ModelFrame, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    for scale in scales { try ModelExtent.requireItems(scale.items.count, analysis: "a construct") }
    var fit = try fit(Moments(frame), frame: frame, jobs: jobs, progress: progress)
    fit.rowsUsed = frame.rowCount
    fit.notes = frame.notes + fit.notes
    return fit
  }

  /// Fits a matrix that came without rows; intervals are drawn from the Wishart distribution when n is known.
  public func fit(
    to moments: Moments, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    try fit(moments, frame: nil, jobs: jobs, progress: progress)
  }

  private func fit(
    _ moments: Moments, frame: ModelFrame?, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    let p = moments.names.count
    precondition(scales.allSatisfy { $0.items.allSatisfy { $0 < p } }, "items are columns of the moments")
    try moments.requireVariances()
    for scale in scales { try ModelExtent.requireItems(scale.items.count, analysis: "a construct") }
    let evaluator = ReliabilityReplicates(scales.map(\.items), order: p)
    let workspace = ReliabilityReplicates.Workspace(evaluator, rows: 0, scratch: 0)
    let point = evaluator.point(moments.scatter, workspace)
    let drawn = resample(evaluator, workspace, moments, frame, jobs: jobs, progress: progress)
    // Bias corrections need a jackknife, which is not run here.
    let kind: IntervalKind = bootstrap.interval == .basic ? .basic : .percentile
    func estimated(_ column: Int) -> Estimated {
      guard point[column].isFinite else { return Estimated() }
      return Estimated(
        point[column],
        interval: drawn.flatMap {
          Interval.of(
            kind, estimate: point[column], replicates: $0.column(column), confidence: bootstrap.confidence)
        })
    }
    let n = moments.n.isNaN ? nil : moments.n
    let isNormalTheory = moments.treatment.missing == .listwise && moments.treatment.hasNormalTheory
    var fits: [ScaleFit] = []
    for (s, scale) in scales.enumerated() {
      var own = ScaleFit(scale: scale)
      defer { fits.append(own) }
      guard scale.items.count > 1 else { continue }
      own.alpha = estimated(evaluator.column(scale: s, 0))
      own.omegaTotal = estimated(evaluator.column(scale: s, 1))
      own.compositeReliability = estimated(evaluator.column(scale: s, 2))
      own.averageVarianceExtracted = estimated(evaluator.column(scale: s, 3))
      if drawn == nil, isNormalTheory, let n, let alpha = own.alpha.value {
        own.alpha.interval = FeldtInterval.of(
          alpha: alpha, n: n, items: scale.items.count, confidence: bootstrap.confidence)
      }
      describe(&own, moments.selecting(scale.items), frame: frame, n: isNormalTheory ? n : nil)
    }
    let pairs = evaluator.pairs.enumerated().filter { scales[$1.a].items.count > 1 && scales[$1.b].items.count > 1 }
      .map { k, pair in
        Pair(
          a: pair.a, b: pair.b, htmt: estimated(evaluator.column(pair: k, 0)),
          htmt2: estimated(evaluator.column(pair: k, 1)), correlation: estimated(evaluator.column(pair: k, 2)))
      }
    var fit = Fit(
      specification: self, n: n, rowsUsed: nil, replicatesUsed: drawn?.successCount ?? 0, scales: fits, pairs: pairs,
      commonMethod: scales.count > 1 ? commonMethod(moments) : nil, notes: moments.notes)
    fit.notes += ReliabilityNotes(fit, drawn, isNormalTheory: isNormalTheory, hasRows: frame != nil).notes
    return fit
  }

  /// What needs no replicates.
  private func describe(_ own: inout ScaleFit, _ moments: Moments, frame: ModelFrame?, n: Double?) {
    let covariance = moments.covariance
    let coefficients = ScaleCoefficients(covariance: covariance)
    own.standardizedAlpha = coefficients.standardizedAlpha
    own.lambda2 = coefficients.lambda2
    own.lambda6 = coefficients.lambda6
    let correlation = moments.correlation
    own.halves = SplitHalves(correlation: correlation, seed: bootstrap.seed)
    own.check = OneFactorCheck(correlation: correlation, n: n)
    own.items = ItemStatistics.of(
      names: moments.names, covariance: covariance, means: moments.means, isCorrelation: moments.isCorrelation)
    if let input = try? CorrelationInput(
      names: moments.names, correlation: correlation, n: moments.n, isNormalTheory: n != nil)
    {
      own.omegaHierarchical = SchmidLeiman(input)?.omegaHierarchical
    }
    if let frame {
      let weights = frame.weights ?? [Double](repeating: 1, count: frame.rowCount)
      if let engine = try? CorrelationEngine(frame, columns: own.scale.items, method: .polychoric) {
        let packed = engine.correlations(weights)
        let model = OneFactorModel(items: own.scale.items.count)
        if packed.allSatisfy(\.isFinite) {
          own.ordinalAlpha = ScaleCoefficients.alpha(
            SymmetricMatrix(order: own.scale.items.count, packed: packed))
          if packed.withUnsafeBufferPointer({ model.fit($0.baseAddress!) }) { own.ordinalOmega = model.omega() }
        }
      }
    }
  }

  private func commonMethod(_ moments: Moments) -> CommonMethod {
    let correlation = moments.correlation
    let p = Double(correlation.order)
    let model = OneFactorModel(items: correlation.order)
    let hasFactor = correlation.packed.withUnsafeBufferPointer { model.fit($0.baseAddress!) }
    var squares = 0.0
    for i in 0..<correlation.order { squares += model.loadings[i] * model.loadings[i] }
    return CommonMethod(
      items: correlation.order, componentShare: (SymmetricEigen(correlation).values.first ?? 0) / p,
      factorShare: hasFactor ? squares / p : nil)
  }

  private func resample(
    _ evaluator: ReliabilityReplicates, _ sample: ReliabilityReplicates.Workspace, _ moments: Moments,
    _ frame: ModelFrame?, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) -> Replicates? {
    guard bootstrap.replicates > 0 else { return nil }
    let starts = sample.starts
    func run(
      _ rows: Int, _ scratch: Int,
      _ draw: @escaping @Sendable (ReliabilityReplicates.Workspace, inout RandomStream) -> Void
    ) -> Replicates {
      ReplicateRunner.run(
        count: bootstrap.replicates, width: evaluator.width, jobs: jobs, seed: bootstrap.seed, progress: progress,
        makeWorkspace: {
          let workspace = ReliabilityReplicates.Workspace(evaluator, rows: rows, scratch: scratch)
          workspace.starts = starts
          return workspace
        }
      ) { workspace, _, stream, row in
        draw(workspace, &stream)
        return evaluator.evaluate(workspace, into: row)
      }
    }
    guard let frame else {
      guard !moments.n.isNaN,
        let wishart = WishartSampler(scatter: moments.scatter, degreesOfFreedom: moments.n - 1)
      else { return nil }
      return run(0, wishart.scratchCount) { workspace, stream in
        wishart.draw(stream: &stream, into: workspace.scatter, scratch: workspace.scratch)
      }
    }
    let isFrequency = frame.weightsKind == .frequency
    let resampler = RowResampler(
      rowCount: frame.rowCount, frequency: isFrequency ? frame.weights : nil,
      multiplier: isFrequency ? nil : frame.weights, clusters: frame.clusters, strata: frame.strata)
    if frame.missing == .pairwise && frame.values.contains(where: \.isNaN) {
      return run(frame.rowCount, 0) { workspace, stream in
        resampler.draw(stream: &stream, into: workspace.weights)
        let drawn = Moments(frame, weights: Array(workspace.weights))
        workspace.scatter.update(from: drawn.scatter.packed, count: drawn.scatter.packed.count)
      }
    }
    let products = WeightedProducts(
      columns: frame.values, rowCount: frame.rowCount, columnCount: frame.columnCount)
    return run(frame.rowCount, products.scratchCount) { workspace, stream in
      resampler.draw(stream: &stream, into: workspace.weights)
      products.scatter(
        weights: workspace.weights.baseAddress!, into: workspace.scatter, scratch: workspace.scratch)
    }
  }
}
