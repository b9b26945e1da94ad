import LinearAlgebra
public import Measures
import Probability
import Regression
import Resampling
public import Survey

extension MediationAnalysis {
  /// Fits the rows of a frame that holds drivers and mediators as players, or outcomes, and covariates.
  ///
  /// - Parameters:
  ///   - jobs: threads; the result does not depend on it.
  ///   - progress: told now and then how many replicates are done.
  /// - Throws: `MediationFault`, and the faults of the regressions (constant columns, too few rows, …).
  public func fit(
    to frame: ModelFrame, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    try check(ordinal: frame)
    let chances = outcomes.filter { ordinal.contains($0) || frame.hasTwoAnswers($0) }
    guard chances.isEmpty else { return try fit(to: frame, chances: chances, jobs: jobs, progress: progress) }
    let data = try MediationData(frame, self)
    var fit = try fit(data, source: .rows(data.frame!), jobs: jobs, progress: progress)
    fit.rowsUsed = frame.rowCount
    fit.rowLoss = RowLoss(frame)
    return fit
  }

  /// Fits a matrix that came without rows: errors are classical, and resamples are drawn from the Wishart distribution.
  public func fit(
    to moments: Moments, roles: AnalysisRoles, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    if let name = ordinal.first {
      throw DataFault.needsRows(
        analysis: "The chances of answers of '\(name)'",
        suggestion: "Give the data themselves, or leave \(setting: .ordinal) out.")
    }
    let data = try MediationData(ModelMoments(moments, roles: roles), self)
    return try fit(data, source: .wishart(data.moments), jobs: jobs, progress: progress)
  }

  private func fit(
    _ data: MediationData, source: ReplicateSource?, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    try check()
    let system = try MediationSystem(
      self, always: data.always, blocks: data.blocks, columns: data.columns, moderator: data.moderator)
    let regression = LinearRegression(errors: errors, confidence: bootstrap.confidence)
    let fits = try system.equations.map { try data.regression($0, regression) }
    var coefficients = [Double](repeating: .nan, count: system.coefficientCount)
    for (equation, fit) in zip(system.equations, fits) {
      for (k, term) in fit.terms.enumerated() { coefficients[equation.start + k] = term.estimate ?? .nan }
    }
    let levels = data.moderator.map { ModeratorLevels(data, $0) }
    let plan = MediationPlan(system, levels)
    let map = MediationReplicates(
      system: system, sums: plan.sums, shares: plan.shares,
      partials: data.moderator == nil ? system.partials : [])

    var notes = data.notes
    let (basis, used) = try basis(
      map, coefficients, of: fits, system, data, regression, source: source, jobs: jobs, progress: progress, &notes)
    let numbers = MediationNumbers(
      map: map, coefficients: coefficients, basis: basis, confidence: bootstrap.confidence)
    var seen: Set<Note> = []
    for (equation, fit) in zip(system.equations, fits) {
      notes += fit.notes.filter { $0.kind != .signReversal && seen.insert($0).inserted }
        .map { Note($0.kind, "\(data.title(equation.dependent.name)): \($0.sentence)") }
    }
    let reader = MediationReader(data: data, system: system, plan: plan, numbers: numbers, fits: fits, levels: levels)
    var fit = Fit(
      specification: self, inference: chosenInference, effects: reader.effects, paths: reader.paths,
      labels: data.labels, n: data.moments.n, replicatesUsed: used, notes: notes)
    fit.conditional = reader.conditional
    fit.moderated = reader.moderated
    fit.regions = reader.regions
    if data.moderator == nil { fit.sensitivity = reader.sensitivity }
    return fit
  }

  /// What intervals are read off, and how many resamples or draws that are.
  private func basis(
    _ map: MediationReplicates, _ coefficients: [Double], of fits: [LinearRegression.Fit], _ system: MediationSystem,
    _ data: MediationData, _ regression: LinearRegression, source: ReplicateSource?, jobs: Int,
    progress: (@Sendable (Int) -> Void)?, _ notes: inout [Note]
  ) throws -> (MediationNumbers.Basis, Int) {
    var used = 0
    var basis = MediationNumbers.Basis.none
    if system.outcomes.isEmpty { return (basis, used) }
    switch chosenInference {
    case .bootstrap:
      if let source {
        let resampled = ReplicatePlan(source, map, bootstrap).run(jobs: jobs, progress: progress)
        used = resampled.bootstrap.successCount
        notes += self.notes(on: resampled)
        basis = .resampled(resampled, bootstrap.interval)
      } else {
        notes.append(
          Note(
            .noResampling,
            "Nothing can be drawn from this matrix: it has negative eigenvalues, or n is not above its number of columns. There are no resampled intervals."
          ))
      }
    case .monteCarlo, .delta:
      let covariance = try covariance(data, system, fits, regression)
      guard let covariance else { throw MediationFault.noErrors }
      if chosenInference == .delta {
        let degrees = fits.compactMap(\.dfResidual).min()
        let half = (1 + bootstrap.confidence) / 2
        basis = .delta(
          covariance,
          quantile: degrees.flatMap { $0 > 0 ? StudentT(degrees: $0).quantile(half) : nil } ?? Normal().quantile(half))
      } else {
        used = EffectInference.draws
        basis = .drawn(
          MediationNumbers.drawn(map, coefficients, covariance, count: used, seed: bootstrap.seed))
      }
    }
    return (basis, used)
  }

  /// What resamples did not give.
  func notes(on resampled: Resampled) -> [Note] {
    var notes: [Note] = []
    if bootstrap.interval == .bca, let missing = resampled.missingForBca {
      notes.append(
        Note(.noBca, "There are no BCa intervals: \(Sentence(stringLiteral: missing)). Use percentile intervals."))
    }
    let drawn = resampled.bootstrap
    guard drawn.failureCount > 0 else { return notes }
    notes.append(
      Note(
        .replicatesFailed,
        resampled.failsTooOften
          ? "\(drawn.failureCount) of \(drawn.count) resamples gave no result: \(Sentence.reasons(drawn)). Those that did are no fair picture of what might have been, so there are no intervals."
          : "\(drawn.failureCount) of \(drawn.count) resamples gave no result and are left out: \(Sentence.reasons(drawn))."
      ))
    return notes
  }

  private func check() throws {
    if isSerial, mediators.count > Self.mostInARow { throw MediationFault.inARow(count: mediators.count) }
    if mediators.count > Self.mostMediators { throw MediationFault.sideBySide(count: mediators.count) }
    if let errors, errors == .bootstrap { throw MediationFault.unsuitableErrors(errors.rawValue) }
    if inference == .bootstrap, bootstrap.replicates == 0 { throw MediationFault.needsReplicates }
  }

  /// Of all coefficients. The regression of an outcome and those of its mediators have residuals that do not go together, as least
  /// squares on all earlier columns makes them; those of mediators side by side do.
  private func covariance(
    _ data: MediationData, _ system: MediationSystem, _ fits: [LinearRegression.Fit], _ regression: LinearRegression
  ) throws -> SymmetricMatrix? {
    var all = SymmetricMatrix(order: system.coefficientCount)
    func write(_ own: SymmetricMatrix, _ a: Int, _ b: Int) {
      // What has no estimate, as the intercept of a correlation matrix, has no row.
      let known = fits[a].terms.indices.filter { fits[a].terms[$0].estimate != nil }
      let (rows, columns) = (system.equations[a].start, system.equations[b].start)
      for (i, first) in known.enumerated() {
        for (j, second) in known.enumerated() { all[rows + first, columns + second] = own[i, j] }
      }
    }
    for (k, fit) in fits.enumerated() {
      guard let own = fit.covariance else { return nil }
      write(own, k, k)
    }
    guard !system.isSerial else { return all }
    for a in system.mediators.indices {
      for b in 0..<a {
        guard
          let own = try data.crossed(
            (system.equations[a], fits[a]), (system.equations[b], fits[b]), regression)
        else { return nil }
        write(own, a, b)
      }
    }
    return all
  }
}

extension MediationSystem {
  /// Each outcome with its predictors.
  var partials: [MediationReplicates.Partials] {
    outcomes.indices.map { o in
      let columns = equation(ofOutcome: o).columns
      return MediationReplicates.Partials(
        columns: columns + [outcomes[o].column], mediators: mediators.map { columns.firstIndex(of: $0.column)! })
    }
  }
}

extension MediationData {
  /// What columns are called, by term.
  var labels: [String: String] { ModelFrame.Block.labels(Array(blocks.values), terms: columns.map(\.term)) }

  func title(_ name: String) -> String { labels[name] ?? name }
}

extension ModelFrame.Block {
  /// What these blocks and their columns are called, by name and by term.
  static func labels(_ blocks: [ModelFrame.Block], terms: [String]) -> [String: String] {
    var labels: [String: String] = [:]
    for block in blocks where !block.isCategorical {
      if let label = block.label, block.columns.count == 1 { labels[terms[block.columns.lowerBound]] = label }
      labels[block.name] = block.label
    }
    return labels
  }
}
