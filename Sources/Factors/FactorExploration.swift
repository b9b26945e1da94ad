import LinearAlgebra
public import Measures
public import Resampling
public import Survey

/// The whole of an exploratory factor analysis: whether the items suit it, how many factors, the rotated solution, how sure
/// it is, and the weights of scores. A specification: options without data.
public struct FactorExploration: Sendable {
  /// `nil`: as many as `FactorCount` recommends.
  public var factors: Int?
  /// Everything but the number of factors, which the first member decides.
  public var analysis: FactorAnalysis
  /// Random samples of each parallel analysis; 0 for none.
  public var parallelReplicates: Int
  /// Zero replicates: no resampling.
  public var bootstrap: BootstrapSpecification
  /// How factor scores are estimated.
  public var scores: FactorScores.Method
  /// What sort of correlations everything starts from. Others than `.pearson` need the rows, and have no χ².
  public var correlation: CorrelationMethod

  public init(
    factors: Int? = nil, analysis: FactorAnalysis = FactorAnalysis(factors: 1), parallelReplicates: Int = 1000,
    bootstrap: BootstrapSpecification = BootstrapSpecification(replicates: 0),
    scores: FactorScores.Method = .regression, correlation: CorrelationMethod = .pearson
  ) {
    precondition(factors ?? 1 >= 1, "at least one factor")
    precondition(parallelReplicates >= 0, "a number of replicates is not negative")
    self.factors = factors
    self.analysis = analysis
    self.parallelReplicates = parallelReplicates
    self.bootstrap = bootstrap
    self.scores = scores
    self.correlation = correlation
  }

  /// Pearson's correlations of very many rows are summed, others are made of rows; a matrix does where there are none.
  ///
  /// - Parameter scores: whether factor scores of respondents are wanted.
  public static func need(_ correlation: CorrelationMethod, scores: Bool) -> DataNeed {
    correlation == .pearson && !scores ? .sums : .moments
  }

  /// Everything that an exploration finds, complete.
  public struct Fit: Sendable {
    /// Whether the items have anything in common.
    public var suitability: Suitability
    /// How many factors the rules keep.
    public var count: FactorCount
    /// The factors, extracted and rotated.
    public var solution: FactorAnalysis.Fit
    /// Resampled errors of loadings and correlations of factors; `nil` unless resamples were asked for.
    public var bootstrap: FactorBootstrap?
    /// Weights that make factor scores of items.
    public var scores: FactorScores
    /// Whether the number of factors was chosen by `count`.
    public var isAutomatic: Bool
    /// Means and standard deviations of the items, which scores are made with; `nil` of correlations alone.
    public var means: [Double]?
    /// Standard deviations of the items, which scores of rows need.
    public var deviations: [Double]
    /// Complete rows; `nil` from a matrix.
    public var rowsUsed: Int?
    /// `nil` when only moments were given.
    public var rowLoss: RowLoss?
    /// What the analyst should know, of all parts together.
    public var notes: [Note]
  }

  /// Fits the rows of a frame whose columns are the items, and auxiliary ones that maximum likelihood moments rest on too.
  public func fit(
    to whole: ModelFrame, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    let frame = whole.withoutAuxiliary
    let items = frame.columnCount
    if frame.weightsKind != .frequency, frame.missing == .listwise, frame.rowCount <= items {
      throw FactorFault.tooFewRespondents(rows: frame.rowCount, items: items, analysis: "a factor analysis")
    }
    try ModelExtent.requireItems(items, analysis: "a factor analysis")
    if correlation == .pearson, let model = ModelMoments(dealing: frame, seed: analysis.seed) {
      return try fit(to: model, jobs: jobs, progress: progress)
    }
    if bootstrap.replicates > 0 { try frame.requireUnits() }
    let source = try CorrelationSource(whole, correlation)
    var fit = try fit(
      source.input, rows: (frame, source.engine, source.maximumLikelihood), jobs: jobs, progress: progress)
    fit.means = source.means
    fit.deviations = source.deviations
    fit.rowsUsed = frame.rowCount
    fit.rowLoss = RowLoss(frame)
    fit.notes = frame.notes + source.notes + fit.notes
    return fit
  }

  /// Fits a matrix that came without rows.
  public func fit(
    to moments: Moments, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    if correlation != .pearson {
      throw DataFault.needsRows(
        analysis: "\(setting: .correlation, correlation.rawValue)",
        suggestion: "Give the data themselves, or leave it out: the matrix is factored as it is.")
    }
    var fit = try fit(CorrelationInput(moments), rows: nil, jobs: jobs, progress: progress)
    fit.means = moments.means
    fit.deviations = moments.standardDeviations
    fit.notes = moments.notes + fit.notes
    return fit
  }

  /// Fits sums of very many rows that nobody keeps: χ² and errors are those that random blocks of rows tell, replicates reweight
  /// the blocks, and random eigenvalues are those of normal samples.
  ///
  /// - Precondition: correlations are Pearson's.
  public func fit(
    to model: ModelMoments, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    precondition(correlation == .pearson, "sums hold product moments")
    try ModelExtent.requireItems(model.columns.count, analysis: "a factor analysis")
    var fit = try fit(CorrelationInput(model.moments), rows: nil, sums: model, jobs: jobs, progress: progress)
    fit.means = model.moments.means
    fit.deviations = model.moments.standardDeviations
    fit.rowsUsed = model.rowCount
    fit.rowLoss = RowLoss(model)
    fit.notes = model.notes + fit.notes
    return fit
  }

  private func fit(
    _ input: CorrelationInput,
    rows: (frame: ModelFrame, engine: CorrelationEngine?, found: MaximumLikelihoodMoments?)?,
    sums: ModelMoments? = nil, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    var counted = input
    if let sums {
      // Weights make a sample as informative as a smaller one; its random eigenvalues are those of that one.
      counted.n = sums.moments.effectiveCount
      counted.isNormalTheory = true
    }
    let count = FactorCount(
      counted, frame: rows?.frame, method: correlation, replicates: parallelReplicates, seed: analysis.seed, jobs: jobs)
    var specification = analysis
    specification.factors = factors ?? count.recommended
    specification.confidence = bootstrap.confidence
    var solution = try specification.fit(to: input)
    if let rows { solution.makeRobust(rows.frame, engine: rows.engine, rows.found) }
    if let sums, let blocks = sums.blocks {
      solution.makeRobust(SampledUnits(blocks.products, moments: sums.moments, correlation: input.correlation))
    }
    var notes: [Note] = []
    if let sums, parallelReplicates > 0 {
      notes.append(
        Note(
          .summedFactors,
          "With so many rows random eigenvalues are those of normal samples of \(Int(sums.moments.effectiveCount.rounded())) respondents; the rules that shuffle or draw from the answers themselves are left out."
        ))
    }
    if factors == nil, count.rules.first(where: { $0.name == count.recommendation })?.factors == 0 {
      notes.append(
        Note(
          .noCommonFactor,
          "The rule that recommends keeps no factor: the items hardly correlate. One was extracted all the same."))
    }
    notes += count.notes(n: input.n)
    if rows?.frame.unitClusters != nil, count.permuted != nil {
      notes.append(
        Note(
          .clustersPermuted,
          "The rules for the number of factors take respondents for independent: answers that are alike within clusters may pass for a factor."
        ))
    }
    var resampled: FactorBootstrap?
    if bootstrap.replicates > 0 {
      if let rows {
        resampled = FactorBootstrap(
          solution, frame: rows.frame, engine: rows.engine, found: rows.found, bootstrap, jobs: jobs, progress: progress
        )
      } else if let blocks = sums?.blocks {
        resampled = FactorBootstrap(solution, blocks: blocks, bootstrap, jobs: jobs, progress: progress)
        notes.append(blocks.note)
      } else {
        resampled = FactorBootstrap(solution, bootstrap, jobs: jobs, progress: progress)
        if resampled == nil {
          notes.append(Note(.noResampling, "Nothing can be drawn from correlations without n. Say \(setting: .n)."))
        }
      }
    }
    notes += solution.notes + (resampled?.notes ?? [])
    return Fit(
      suitability: try Suitability(input), count: count, solution: solution, bootstrap: resampled,
      scores: try FactorScores(solution, method: scores), isAutomatic: factors == nil, means: nil, deviations: [],
      rowsUsed: nil, notes: notes)
  }
}

extension FactorExploration.Fit {
  /// The confidence interval of a loading: resampled when there are replicates, else by the normal distribution from its
  /// standard error; `nil` when there is neither. `at` counts column by column.
  public func loadingSpread(_ at: Int) -> FactorBootstrap.Spread {
    if let bootstrap { return bootstrap.loadings[at] }
    guard let errors = solution.loadingErrors else { return FactorBootstrap.Spread() }
    return normalSpread(solution.loadings.storage[at], errors.storage[at])
  }

  /// The same for the correlation of two factors, `row` > `column`.
  public func correlationSpread(_ row: Int, _ column: Int) -> FactorBootstrap.Spread {
    if let bootstrap { return bootstrap.factorCorrelations[row * (row - 1) / 2 + column] }
    guard let errors = solution.correlationErrors, solution.isOblique else { return FactorBootstrap.Spread() }
    return normalSpread(solution.factorCorrelations[row, column], errors[row, column])
  }

  private func normalSpread(_ estimate: Double, _ error: Double) -> FactorBootstrap.Spread {
    let z = FactorAnalysis.normalQuantile(solution.specification.confidence)
    return FactorBootstrap.Spread(
      standardError: error, interval: Interval(low: estimate - z * error, high: estimate + z * error))
  }
}
