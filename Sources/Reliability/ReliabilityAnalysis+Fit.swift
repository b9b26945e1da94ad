import Factors
import LinearAlgebra
public import Measures
import Platform
import Probability
import Resampling
import Survey

extension ReliabilityAnalysis {
  /// Fits the rows of a frame whose columns are the items that the scales name by position.
  ///
  /// Every construct is analysed on the rows that answer all of its items, every pair on those that answer all of both
  /// (`ModelFrame.ofOwnRows` keeps them); with pairwise treatment each correlation is on its own pair's rows.
  ///
  /// - Throws: `DataFault` of the items' moments, `.tooFewRows` when no construct has three complete rows.
  public func fit(
    to frame: ModelFrame, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    try frame.refuseImputation()
    for scale in scales { try ModelExtent.requireItems(scale.items.count, analysis: "a construct") }
    if let model = ModelMoments(dealingAnswered: frame, seed: bootstrap.seed) {
      return try fit(to: model, jobs: jobs, progress: progress)
    }
    if bootstrap.replicates > 0 { try frame.requireUnits() }
    let rows = frame.missing == .listwise ? OwnRows(frame, scales: scales.map(\.items)) : nil
    var evaluator = ReliabilityReplicates(scales.map(\.items), order: frame.columnCount, rows: rows)
    let isNormalTheory = frame.missing == .listwise && frame.clusters == nil && frame.strata == nil
    var parts: [Part] = []
    var moments: Moments?
    var found: MaximumLikelihoodMoments?
    let point: [Double]
    if rows != nil {
      parts = scales.map { Part(frame.complete(on: $0.items)) }
      if let most = parts.map(\.frame!.rowCount).max(), most < Part.fewestRows {
        if most > 0 { throw DataFault.tooFewRows(rows: most, needed: Part.fewestRows, analysis: "a construct") }
        throw DataFault.noRowsLeft(
          after: "leaving out respondents with a missing answer",
          lost: frame.unanswered.map { DataFault.Loss(variable: $0.variable, rows: $0.rows) })
      }
      let weights = frame.weights ?? [Double](repeating: 1, count: frame.rowCount)
      point = evaluator.point(weights: weights)
    } else {
      found = frame.missing == .em ? try MaximumLikelihoodMoments(frame) : nil
      let all = found?.moments ?? Moments(frame)
      try all.requireVariances()
      let isPairwise = frame.missing.keepsIncompleteRows && frame.values.contains(where: \.isNaN)
      let information = found.flatMap { NormalInformation($0) }
      parts = scales.map {
        var part = Part(all.selecting($0.items), frame: frame.complete(on: $0.items))
        part.isComplete = !isPairwise
        if let information {
          part.units = SampledUnits(
            information, all, frame: frame, columns: $0.items, correlation: part.moments.correlation)
        }
        return part
      }
      point = evaluator.point(all.scatter)
      moments = all
    }
    let drawn = resample(evaluator, jobs: jobs, progress: progress) { source(frame, rows, found) }
    var fit = assemble(evaluator, point, drawn, parts, isNormalTheory: isNormalTheory)
    fit.n = rows == nil ? moments!.n : frame.respondents
    fit.rowsUsed = frame.rowCount
    if frame.missing == .listwise, let fewest = parts.compactMap(\.frame).min(by: { $0.rowCount < $1.rowCount }) {
      let named = Set(fewest.columns.map(\.term))
      fit.rowLoss = RowLoss(
        read: frame.rowsRead - frame.zeroWeights, used: fewest.rowCount,
        lost: frame.unanswered.filter { named.contains($0.variable) }
          .map { DataFault.Loss(variable: $0.variable, rows: $0.rows) })
    }
    for k in fit.pairs.indices {
      let (a, b) = (scales[fit.pairs[k].a].items, scales[fit.pairs[k].b].items)
      fit.pairs[k].n = rows == nil ? moments!.selecting(a + b).leastCount : frame.complete(on: a + b).respondents
    }
    fit.dropPairsOfFewRows()
    if scales.count > 1 {
      let items = Array(0..<frame.auxiliaryColumns.lowerBound)
      let all = moments?.selecting(items) ?? Moments(frame.complete(on: items))
      fit.commonMethod = commonMethod(all)
    }
    fit.notes = frame.notes + (found.map { [$0.note] } ?? moments?.notes ?? [])
    fit.notes +=
      ReliabilityNotes(fit, drawn, isNormalTheory: isNormalTheory && parts.allSatisfy(\.isNormal), hasRows: true)
      .notes
    return fit
  }

  /// Fits sums of very many rows that nobody keeps, all of them on the respondents who answered every item: replicates reweight
  /// random blocks of rows, and χ² of the one-factor models is scaled by what the blocks tell.
  public func fit(
    to model: ModelMoments, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    let moments = model.moments
    try moments.requireVariances()
    for scale in scales { try ModelExtent.requireItems(scale.items.count, analysis: "a construct") }
    var evaluator = ReliabilityReplicates(scales.map(\.items), order: moments.names.count)
    let point = evaluator.point(moments.scatter)
    let drawn = resample(evaluator, jobs: jobs, progress: progress) {
      model.blocks.map { .blocks($0, order: moments.names.count) }
    }
    let parts = scales.map { scale in
      var part = Part(moments.selecting(scale.items), frame: nil)
      part.blocks = model.blocks?.products.selecting(scale.items)
      part.tables = model.pairs
      return part
    }
    var fit = assemble(evaluator, point, drawn, parts, isNormalTheory: moments.treatment.hasNormalTheory)
    fit.n = moments.n
    fit.rowsUsed = model.rowCount
    fit.rowLoss = RowLoss(model)
    for k in fit.pairs.indices { fit.pairs[k].n = fit.n }
    fit.commonMethod = scales.count > 1 ? commonMethod(moments) : nil
    fit.notes = model.notes
    if drawn != nil, let blocks = model.blocks { fit.notes.append(blocks.note) }
    fit.notes +=
      ReliabilityNotes(fit, drawn, isNormalTheory: moments.treatment.hasNormalTheory, hasRows: model.pairs != nil).notes
    return fit
  }

  /// Fits a matrix that came without rows; intervals are drawn from the Wishart distribution when n is known.
  public func fit(
    to moments: Moments, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    let p = moments.names.count
    precondition(scales.allSatisfy { $0.items.allSatisfy { $0 < p } }, "items are columns of the moments")
    try moments.requireVariances()
    for scale in scales { try ModelExtent.requireItems(scale.items.count, analysis: "a construct") }
    var evaluator = ReliabilityReplicates(scales.map(\.items), order: p)
    let point = evaluator.point(moments.scatter)
    let drawn = resample(evaluator, jobs: jobs, progress: progress) { .wishart(moments) }
    let isNormalTheory = moments.treatment.missing == .listwise && moments.treatment.hasNormalTheory
    var fit = assemble(
      evaluator, point, drawn, scales.map { Part(moments.selecting($0.items), frame: nil) },
      isNormalTheory: isNormalTheory)
    fit.n = moments.n.isNaN ? nil : moments.n
    for k in fit.pairs.indices { fit.pairs[k].n = fit.n }
    fit.commonMethod = scales.count > 1 ? commonMethod(moments) : nil
    fit.notes =
      moments.notes
      + ReliabilityNotes(fit, drawn, isNormalTheory: isNormalTheory, hasRows: false).notes
    return fit
  }

  /// One construct's items: their moments on its own rows, and these rows when there are any.
  private struct Part {
    let moments: Moments
    let frame: ModelFrame?
    var isNormal: Bool { moments.treatment.hasNormalTheory }
    /// The moments are those of the frame's rows.
    var isComplete = true
    /// What each respondent does to maximum likelihood moments.
    var units: SampledUnits?
    /// Sums of the items by random block of rows.
    var blocks: BlockProducts?
    /// Counts of pairs of answers to all constructs' items.
    var tables: PairTables?
    /// Too few rows, or an item that is the same in all of them, say nothing.
    let isEmpty: Bool

    static let fewestRows = 3

    init(_ frame: ModelFrame) { self.init(Moments(frame), frame: frame) }

    init(_ moments: Moments, frame: ModelFrame?) {
      self.moments = moments
      self.frame = frame
      isEmpty =
        frame.map { $0.missing == .listwise && $0.rowCount < Part.fewestRows } ?? false
        || (try? moments.requireVariances()) == nil
    }
  }

  private func assemble(
    _ evaluator: ReliabilityReplicates, _ point: [Double], _ resampled: Resampled?, _ parts: [Part],
    isNormalTheory: Bool
  ) -> Fit {
    let drawn = resampled?.bootstrap
    let kind = bootstrap.interval == .bca && resampled?.missingForBca != nil ? .percentile : bootstrap.interval
    func estimated(_ column: Int) -> Estimated {
      guard point[column].isFinite else { return Estimated() }
      return Estimated(
        point[column],
        interval: resampled.flatMap {
          $0.interval(kind, column: column, estimate: point[column], confidence: bootstrap.confidence)
        })
    }
    var fits: [ScaleFit] = []
    for (s, scale) in scales.enumerated() {
      var own = ScaleFit(scale: scale)
      defer { fits.append(own) }
      own.n = parts[s].moments.leastCount
      guard scale.items.count > 1, !parts[s].isEmpty else { continue }
      own.alpha = estimated(evaluator.column(scale: s, 0))
      own.omegaTotal = estimated(evaluator.column(scale: s, 1))
      own.compositeReliability = estimated(evaluator.column(scale: s, 2))
      own.averageVarianceExtracted = estimated(evaluator.column(scale: s, 3))
      let n = isNormalTheory && parts[s].isNormal ? own.n : nil
      if drawn == nil, let n, let alpha = own.alpha.value {
        own.alpha.interval = FeldtInterval.of(
          alpha: alpha, n: n, items: scale.items.count, confidence: bootstrap.confidence)
      }
      if let drawn {
        let column = drawn.column(evaluator.column(scale: s, 1))
        own.undefinedReplicates = column.count { !$0.isFinite } + drawn.failureCount
      }
      own.alphaGains = own.scale.items.indices.map { estimated(evaluator.column(scale: s, gain: $0)) }
      describe(&own, parts[s], n: n)
    }
    let pairs = evaluator.pairs.enumerated().filter { scales[$1.a].items.count > 1 && scales[$1.b].items.count > 1 }
      .map { k, pair in
        Pair(
          a: pair.a, b: pair.b, htmt: estimated(evaluator.column(pair: k, 0)),
          htmt2: estimated(evaluator.column(pair: k, 1)), correlation: estimated(evaluator.column(pair: k, 2)))
      }
    return Fit(
      specification: self, n: nil, rowsUsed: nil, replicatesUsed: drawn?.successCount ?? 0, scales: fits,
      pairs: pairs, commonMethod: nil, notes: [])
  }

  /// What needs no replicates.
  private func describe(_ own: inout ScaleFit, _ part: Part, n: Double?) {
    let (moments, frame) = (part.moments, part.frame)
    let covariance = moments.covariance
    let coefficients = ScaleCoefficients(covariance: covariance)
    own.standardizedAlpha = coefficients.standardizedAlpha
    own.lambda2 = coefficients.lambda2
    own.lambda6 = coefficients.lambda6
    let correlation = moments.correlation
    own.halves = SplitHalves(correlation: correlation, seed: bootstrap.seed)
    let units =
      part.units ?? part.blocks.flatMap { SampledUnits($0, moments: moments, correlation: correlation) }
      ?? (part.isComplete ? frame.flatMap { SampledUnits($0, correlation: correlation) } : nil)
    own.check = OneFactorCheck(correlation: correlation, n: units == nil ? n : own.n, units: units)
    own.rawOmega = rawOmega(covariance)
    own.items = ItemStatistics.of(
      names: moments.names, covariance: covariance, means: moments.means, isCorrelation: moments.isCorrelation)
    own.turned = ReversedItems(covariance: covariance, n: own.n).positions
    if let input = try? CorrelationInput(
      names: moments.names, correlation: correlation, n: moments.n, isNormalTheory: n != nil),
      let general = SchmidLeiman(input)
    {
      own.omegaHierarchical = general.isAdmissible ? general.omegaHierarchical : nil
      own.lacksGeneralFactor = !general.isAdmissible
    }
    if let frame {
      describeOrdinal(&own, frame)
    } else if let tables = part.tables {
      describeOrdinal(&own, tables, own.scale.items)
    }
  }

  /// ω of the mean of the items as they are.
  private func rawOmega(_ covariance: SymmetricMatrix) -> Double? {
    let model = OneFactorModel(items: covariance.order)
    let correlations = ScaleCoefficients.correlations(covariance)
    guard correlations.packed.withUnsafeBufferPointer({ model.fit($0.baseAddress!) }) else { return nil }
    return (0..<covariance.order).map { covariance[$0, $0].squareRoot() }.withUnsafeBufferPointer {
      model.omega(deviations: $0.baseAddress!)
    }
  }

  /// α and ω of polychoric correlations; α is none where the correlations, estimated pair by pair, give it no value below 1.
  private func describeOrdinal(_ own: inout ScaleFit, _ frame: ModelFrame) {
    let weights = frame.weights ?? [Double](repeating: 1, count: frame.rowCount)
    let items = frame.columnCount
    guard let engine = try? CorrelationEngine(frame, columns: Array(0..<items), method: .polychoric) else { return }
    let packed = engine.correlations(weights)
    guard packed.allSatisfy(\.isFinite) else { return }
    describeOrdinal(&own, SymmetricMatrix(order: items, packed: packed)) { OrdinalSum(frame) }
  }

  /// The same from counts of pairs of answers.
  ///
  /// - Parameter items: their places in the tables.
  private func describeOrdinal(_ own: inout ScaleFit, _ tables: PairTables, _ items: [Int]) {
    var matrix = SymmetricMatrix(order: items.count)
    for i in items.indices {
      matrix[i, i] = 1
      for j in 0..<i {
        guard let frame = try? tables.frame(items[i], items[j]),
          let engine = try? CorrelationEngine(frame, columns: [0, 1], method: .polychoric)
        else { return }
        matrix[i, j] = engine.correlations(frame.weights!)[SymmetricMatrix.position(1, 0)]
      }
    }
    guard matrix.packed.allSatisfy(\.isFinite) else { return }
    describeOrdinal(&own, matrix) { OrdinalSum(margins: items.map { tables.margin($0) }) }
  }

  private func describeOrdinal(_ own: inout ScaleFit, _ correlation: SymmetricMatrix, _ sum: () -> OrdinalSum?) {
    let alpha = ScaleCoefficients.alpha(correlation)
    own.hasImproperOrdinalAlpha = !(alpha <= 1)
    guard alpha <= 1 else { return }
    own.ordinalAlpha = alpha
    let model = OneFactorModel(items: correlation.order)
    guard correlation.packed.withUnsafeBufferPointer({ model.fit($0.baseAddress!) }) else { return }
    own.ordinalOmega = model.omega()
    own.ordinalSumOmega = sum()?.omega(
      loadings: (0..<correlation.order).map { model.loadings[$0] }, correlation: correlation)
  }

  /// `nil` where the items do not all vary among the rows that answer everything.
  private func commonMethod(_ moments: Moments) -> CommonMethod? {
    guard !(moments.n < Double(Part.fewestRows)), (try? moments.requireVariances()) != nil else { return nil }
    let correlation = moments.correlation
    let p = Double(correlation.order)
    let model = OneFactorModel(items: correlation.order)
    let hasFactor = correlation.packed.withUnsafeBufferPointer { model.fit($0.baseAddress!) }
    var squares = 0.0
    for i in 0..<correlation.order { squares += model.loadings[i] * model.loadings[i] }
    return CommonMethod(
      items: correlation.order, n: moments.leastCount,
      componentShare: (SymmetricEigen(correlation).values.first ?? 0) / p,
      factorShare: hasFactor ? squares / p : nil)
  }

  private func resample(
    _ evaluator: ReliabilityReplicates, jobs: Int, progress: (@Sendable (Int) -> Void)?,
    source: () -> ReplicateSource?
  ) -> Resampled? {
    guard bootstrap.replicates > 0, let source = source() else { return nil }
    return ReplicatePlan(source, evaluator, bootstrap).run(jobs: jobs, progress: progress)
  }

  private func source(_ frame: ModelFrame, _ rows: OwnRows?, _ found: MaximumLikelihoodMoments?) -> ReplicateSource {
    if let found { return .maximumLikelihood(frame, found) }
    if let rows { return .weights(frame, scratchCount: rows.products.scratchCount) }
    return frame.missing == .pairwise && frame.values.contains(where: \.isNaN)
      ? .pairwise(frame, makesDefinite: false) : .rows(frame)
  }
}

extension ModelMoments {
  /// Of very many rows dealt into random blocks, when every one of them answers every item; `nil` otherwise.
  fileprivate init?(dealingAnswered frame: ModelFrame, seed: UInt64) {
    guard !frame.values.contains(where: \.isNaN) else { return nil }
    self.init(dealing: frame, seed: seed)
    if frame.weights == nil || frame.weightsKind == .frequency {
      pairs = PairTables(frame, columns: Array(0..<frame.columnCount))
    }
  }

  /// Whether no row was left out for a missing answer.
  package var isComplete: Bool { rowCount.map { $0 + zeroWeights } == rowsRead }
}
