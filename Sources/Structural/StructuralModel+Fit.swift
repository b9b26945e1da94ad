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
      to: moments, frames: frames, blocks: [], modifications: modifications, jobs: jobs, progress: progress)
  }

  /// The same of very many rows.
  ///
  /// - Parameter blocks: random blocks of those of each group, which are resampled in their place; empty where there are none.
  package func fit(
    to moments: [Moments], frames: [ModelFrame]? = nil, blocks: [BlockMoments], modifications: Bool, jobs: Int,
    progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    precondition(!moments.isEmpty, "at least one group")
    precondition(frames == nil || frames!.count == moments.count, "rows of every group")
    if estimator.needsRows, frames == nil {
      throw DataFault.needsRows(
        analysis: "The estimator '\(estimator.rawValue)'",
        suggestion: "Give the data file, or leave it out: errors are then those of normal answers.")
    }
    try checkCorrelations(frames)
    var model = try frames.map(adapted) ?? self
    if correlation != .pearson, let frames {
      return try model.fitCorrelations(
        to: frames, moments, modifications: modifications, jobs: jobs, progress: progress)
    }
    let isIncomplete = frames?.contains { $0.missing == .em } ?? false
    if model.estimator.isOrdered {
      return try model.fitOrdered(to: frames!, jobs: jobs, progress: progress)
    }
    let isSpoken = syntax.terms.contains { $0.relation == .intercept }
    let hasMeans =
      isIncomplete || (hasMeans ?? (isSpoken || moments.count > 1 && moments.allSatisfy { $0.means != nil }))
    if hasMeans, !moments.allSatisfy({ $0.means != nil }) { throw StructuralFault.needsMeans }
    var table = try ParameterTable(model, groups: moments.count, hasMeans: hasMeans)
    try check(columns: moments[0].names, beside: auxiliary)
    let wanted = model.estimator.needsRows || isIncomplete ? frames : nil
    let isMissing = wanted?.contains { $0.misses(observed) } ?? false
    let misses = isIncomplete && wanted?.contains { $0.misses(table.exogenous.map { table.variables[$0] }) } ?? false
    if misses || !table.auxiliary.isEmpty {
      // The likelihood of incomplete causes needs their distribution, and so does what goes along with them.
      if misses || isMissing { model.fixesExogenous = false }
      if !isMissing { model.auxiliary = [] }
      table = try ParameterTable(model, groups: moments.count, hasMeans: hasMeans)
    }
    let names = Array(table.variables.prefix(table.observedCount))
    let own = wanted?.map { $0.selecting(names) }
    let weights = Self.meanWeights(moments)
    let rows = try own.map { own in
      try zip(own, weights).map { try StructuralRows($0, isIncomplete: isMissing, meanWeight: $1) }
    }
    let given = isMissing ? rows!.map { $0.answers!.saturated.moments } : moments
    let estimation = StructuralEstimation(
      model: model, table: table, samples: try model.samples(given, names), rows: rows, moments: given,
      wantsModifications: modifications, jobs: jobs)
    var fit = try estimation.fit()
    let resampling = StructuralResampling(
      model: model, fit: fit, samples: estimation.samples, moments: moments, frames: frames, blocks: blocks, rows: rows,
      jobs: jobs)
    try resampling.renew(&fit, progress: progress)
    return drawing(fit)
  }

  /// With the intervals of draws, where they are asked for and nothing was resampled.
  func drawing(_ fit: Fit) -> Fit {
    guard monteCarloDraws > 0, fit.replicatesUsed == 0 else { return fit }
    return fit.withMonteCarloIntervals(draws: monteCarloDraws, seed: bootstrap.seed)
  }

  /// Of each group's respondents, where those of all have mean 1.
  static func meanWeights(_ moments: [Moments]) -> [Double] {
    let sum = moments.reduce(0) { $0 + $1.sumOfWeights }
    let n = moments.reduce(0) { $0 + $1.n }
    return moments.map { $0.treatment.weights == .sampling ? $0.sumOfWeights / sum * n / $0.n : 1 }
  }

  /// The same of rows.
  static func meanWeights(_ frames: [ModelFrame]) -> [Double] {
    let sums = frames.map { $0.weights?.reduce(0, +) ?? Double($0.rowCount) }
    let (sum, n) = (sums.reduce(0, +), frames.reduce(0) { $0 + Double($1.rowCount) })
    return zip(frames, sums).map { $0.weightsKind == .sampling ? $1 / sum * n / Double($0.rowCount) : 1 }
  }

  /// What rows allow: errors of a sample with weights, strata or clusters are linearised, those of missing answers of likelihood.
  ///
  /// - Throws: `StructuralFault.notBuilt`.
  private func adapted(to frames: [ModelFrame]) throws -> StructuralModel {
    var model = self
    if frames.contains(where: { $0.weightsKind == .precision }) {
      throw StructuralFault.notBuilt(
        what: "A model of constructs with precision weights",
        suggestion: "Say what the weights are with \(setting: .weightsKind, "sampling") or frequency.")
    }
    if correlation == .pearson, frames.contains(where: \.hasSamplingDesign) {
      switch estimator {
      case .ml, .mlr: model.estimator = .mlr
      case .wlsmv: break
      case .mlm, .mlmv, .gls, .uls:
        throw StructuralFault.notBuilt(
          what: "A sample with weights, strata or clusters by '\(estimator.rawValue)'",
          suggestion:
            "Use maximum likelihood, 'ml' or 'mlr', or 'wlsmv' for ordered answers: their errors follow the design.")
      }
    }
    if frames.contains(where: { $0.missing == .em }), model.estimator != .ml, model.estimator != .mlr {
      throw StructuralFault.notBuilt(
        what: "A model of answers with gaps by '\(estimator.rawValue)'",
        suggestion: "Use maximum likelihood, 'ml' or 'mlr', or \(setting: .missing, "listwise").")
    }
    if model.estimator.needsRows, !model.estimator.isOrdered, frames.contains(where: { $0.missing == .pairwise }) {
      throw StructuralFault.notBuilt(
        what: "A model with robust errors of pairs of answers",
        suggestion: "Use \(setting: .missing, "em"), which takes every answer, or listwise.")
    }
    if model.estimator.isOrdered {
      if bollenStine > 0 { throw StructuralFault.untested(what: "an order of answers in place of numbers") }
      model.fixesExogenous = false
      if model.invariance.contains(.intercepts) || model.invariance.contains(.residuals) {
        throw StructuralFault.notBuilt(
          what: "Equal intercepts or residuals of ordered answers",
          suggestion: "Keep loadings alone equal, or take answers as numbers with 'ml' or 'mlr'.")
      }
    }
    return model
  }

  /// Fits the respondents of one group or several: by their moments, or, where they are kept with their gaps (`missing: em`), by
  /// every answer (full information maximum likelihood).
  ///
  /// - Throws: also `MissingFault`, `DesignFault`, `DataFault.tooFewClusters`.
  public func fit(
    to frames: [ModelFrame], modifications: Bool = false, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    precondition(!frames.isEmpty, "at least one group")
    try check(columns: frames[0].columns.map(\.term), beside: auxiliary)
    let own = frames.map { $0.selecting(observed + auxiliary) }
    let moments = try own.map { $0.missing == .em ? try MaximumLikelihoodMoments($0).moments : Moments($0) }
    return try fit(to: moments, frames: own, modifications: modifications, jobs: jobs, progress: progress)
  }

  /// Fits moments of one group.
  public func fit(to moments: Moments) throws -> Fit { try fit(to: [moments]) }

  /// Every observed variable is a column, and no construct is one.
  ///
  /// - Parameter others: variables beside the model that must be columns too.
  /// - Throws: `StructuralFault.noSuchVariable` and `.constructIsColumn`.
  package func check(columns: [String], beside others: [String] = []) throws {
    let known = Set(columns)
    for construct in latent where known.contains(construct) {
      throw StructuralFault.constructIsColumn(name: construct)
    }
    for name in observed + others where !known.contains(name) {
      let place =
        syntax.terms.first { $0.right == name }?.place ?? syntax.terms.first { $0.left == name }?.leftPlace
        ?? .init(line: 1, column: 1)
      throw StructuralFault.noSuchVariable(
        name: name, line: place.line, column: place.column,
        nearest: Spelling.nearest(to: name, among: columns + syntax.constructs, limit: 2))
    }
  }

  func samples(_ moments: [Moments], _ names: [String]) throws -> [SampleMoments] {
    var samples: [SampleMoments] = []
    let weights = Self.meanWeights(moments)
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
          names: names, n: n * weights[g], respondents: n,
          covariance: SymmetricMatrix(order: covariance.order, packed: covariance.packed.map { $0 * scale }),
          means: own.means))
    }
    return estimator.sharing(samples)
  }
}

extension ModelFrame {
  /// The columns of these names, in their order, with all rows.
  func selecting(_ names: [String]) -> ModelFrame {
    let terms = columns.map(\.term)
    var result = self
    let indices = names.map { name in terms.firstIndex(of: name)! }
    result.columns = indices.map { columns[$0] }
    result.values = indices.flatMap { values[$0 * rowCount..<($0 + 1) * rowCount] }
    result.remainders = [:]
    (result.always, result.players, result.outcomes) = ([], [], [])
    (result.performance, result.stated, result.raters) = (Ratings(), Ratings(), nil)
    return result
  }

  /// An answer to one of these columns is missing.
  fileprivate func misses(_ names: [String]) -> Bool {
    let chosen = Set(names)
    return columns.indices.contains {
      chosen.contains(columns[$0].term) && values[$0 * rowCount..<($0 + 1) * rowCount].contains { $0.isNaN }
    }
  }
}

extension StructuralModel.Estimator {
  /// Groups count in F as in χ²: n of likelihood, n − 1 of least squares.
  func sharing(_ samples: [SampleMoments]) -> [SampleMoments] {
    let counts = samples.map { isLikelihood ? $0.n : $0.n - 1 }
    let total = counts.reduce(0, +)
    return zip(samples, counts).map { sample, count in
      var own = sample
      own.share = count / total
      return own
    }
  }

  var kind: Discrepancy.Kind {
    switch self {
    case .ml, .mlm, .mlmv, .mlr: .likelihood
    case .gls: .generalized
    case .uls: .unweighted
    case .wlsmv: .diagonal
    }
  }
}
