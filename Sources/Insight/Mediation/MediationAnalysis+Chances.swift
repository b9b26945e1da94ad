import LinearAlgebra
import Measures
import Regression
import Resampling
import Survey

extension MediationAnalysis {
  /// - Throws: `MediationFault.notOrdered` for what has no ordered answers, or too many.
  func check(ordinal frame: ModelFrame) throws {
    for name in ordinal {
      guard outcomes.contains(name), let block = (frame.players + frame.outcomes).first(where: { $0.name == name }),
        block.columns.count == 1, !block.isCategorical
      else { throw MediationFault.notOrdered(variable: name) }
      let answers = Set(frame.column(block.columns.lowerBound))
      if answers.count > OrderedProbit.mostAnswers {
        throw MediationFault.tooManyAnswers(variable: name, answers.count)
      }
    }
  }

  /// Fits outcomes of two answers, and ordered ones, by `NaturalEffects`, and all others and the mediators by least squares.
  func fit(
    to frame: ModelFrame, chances: [String], jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    for name in chances {
      if isSerial { throw MediationFault.chances(variable: name, Setting(.serial)) }
      if moderator != nil { throw MediationFault.chances(variable: name, Setting(.moderator)) }
      if chosenInference != .bootstrap {
        throw MediationFault.chances(
          variable: name,
          inference.map { Setting(.inference, $0.rawValue) } ?? Setting(.bootstrap, String(bootstrap.replicates)))
      }
    }
    var linear = self
    linear.outcomes = outcomes.filter { !chances.contains($0) }
    linear.ordinal = []
    var fit = try linear.fit(to: frame, jobs: jobs, progress: progress)
    fit.specification = self
    try requireCoefficients(frame)
    for name in chances {
      let found = try natural(frame, outcome: name, fit.labels, jobs: jobs, progress: progress)
      fit.effects += found.effects
      fit.notes += found.notes
      fit.replicatesUsed = max(fit.replicatesUsed, found.used)
    }
    fit.effects = outcomes.flatMap { name in fit.effects.filter { $0.outcome == name } }
    fit.notes.append(
      Note(
        .effectsAssumed,
        "\(quoted(chances)): effects are on the chance of the upper answer (of several, of each or a higher one), from a probit model with the mediators as least squares explains them, their residuals normal: the mean over respondents of what the driver alone changes. What is carried is with the driver at its higher value, what goes past with the mediators as they are at its lower one."
      ))
    return fit
  }

  /// Throws `MediationFault.dependent` where drivers, covariates and mediators determine one another, which a probit could not tell
  /// from answers without chance.
  private func requireCoefficients(_ frame: ModelFrame) throws {
    try MediationSystem(
      self, always: frame.always, blocks: (frame.always + frame.players + frame.outcomes).byName,
      columns: frame.columns, moderator: nil
    ).requireCoefficients(Moments(frame))
  }

  private func natural(
    _ frame: ModelFrame, outcome: String, _ labels: [String: String], jobs: Int,
    progress: (@Sendable (Int) -> Void)?
  ) throws -> (effects: [Effect], notes: [Note], used: Int) {
    let blocks = (frame.always + frame.players + frame.outcomes).byName
    let moments = Moments(frame)
    let own = drivers.compactMap { blocks[$0] }
    guard let column = blocks[outcome]?.columns.lowerBound else {
      throw DataFault.noSuchVariable(name: outcome, nearest: [])
    }
    let effects = NaturalEffects(
      frame, outcome: column, mediators: mediators.compactMap { blocks[$0]?.columns.lowerBound },
      contrasts: own.flatMap { NaturalEffects.contrasts($0, frame, moments) },
      predictors: (frame.always + own).flatMap { Array($0.columns) })
    guard let point = effects.sample(moments) else { throw MediationFault.separated(variable: outcome) }
    let resampled = ReplicatePlan(.rows(frame), effects, bootstrap).run(jobs: jobs, progress: progress)
    let title = labels[outcome] ?? outcome
    let notes = notes(on: resampled).map { Note($0.kind, "\(title): \($0.sentence)") }
    return (
      effects.contrasts.indices.flatMap { c in
        (0..<effects.probit.thresholdCount).map { effect(outcome, effects, c, $0, point, resampled) }
      }, notes, resampled.bootstrap.successCount
    )
  }

  private func effect(
    _ outcome: String, _ effects: NaturalEffects, _ c: Int, _ threshold: Int, _ point: [Double],
    _ resampled: Resampled
  ) -> Effect {
    func told(_ quantity: NaturalEffects.Quantity) -> Estimate {
      let column = effects.column(c, threshold: threshold, quantity)
      let interval = resampled.interval(
        bootstrap.interval, column: column, estimate: point[column], confidence: bootstrap.confidence)
      return Estimate(
        point[column], standardError: resampled.standardError(column: column), low: interval?.low,
        high: interval?.high)
    }
    let contrast = effects.contrasts[c]
    let (indirect, direct, total) = (told(.indirect), told(.direct), told(.total))
    let share = total.isClear == true ? told(.share) : Estimate(told(.share).value)
    var effect = Effect(
      outcome: outcome, driver: contrast.name, through: mediators.count == 1 ? mediators : [], indirect: indirect,
      direct: direct, total: total, share: share, standardized: nil,
      verdict: Verdict(indirect: indirect, direct: direct, share: share), isWhole: true)
    effect.answer = effects.probit.answers[threshold + 1]
    if contrast.columns.count == 1, !contrast.isCategory { effect.values = contrast.from[0]...contrast.to[0] }
    return effect
  }
}

extension NaturalEffects {
  /// Of numbers from the mean to one more, of two values from one to the other, of categories from the reference to each.
  static func contrasts(_ block: ModelFrame.Block, _ frame: ModelFrame, _ moments: Moments) -> [Contrast] {
    let columns = Array(block.columns)
    if block.isCategorical {
      return columns.indices.map { k in
        Contrast(
          name: frame.columns[columns[k]].term, columns: columns, from: columns.map { _ in 0 },
          to: columns.indices.map { $0 == k ? 1 : 0 }, isCategory: true)
      }
    }
    return columns.map { column in
      let values = frame.column(column)
      let mean = moments.means?[column] ?? 0
      let isOfTwo = frame.hasTwoAnswers(block.name)
      let (from, to) = isOfTwo ? (values.min() ?? 0, values.max() ?? 1) : (mean, mean + 1)
      return Contrast(
        name: frame.columns[column].term, columns: [column], from: [from], to: [to], isCategory: false)
    }
  }

  /// Of the rows as they are; `nil` where the probit has no estimates.
  func sample(_ moments: Moments) -> [Double]? {
    let workspace = Workspace(self)
    var row = [Double](repeating: .nan, count: width)
    let means = moments.means ?? []
    let weights = frame.weights ?? [Double](repeating: 1, count: frame.rowCount)
    let failure = row.withUnsafeMutableBufferPointer { row in
      moments.scatter.packed.withUnsafeBufferPointer { scatter in
        means.withUnsafeBufferPointer { means in
          weights.withUnsafeBufferPointer { weights -> ReplicateFailure? in
            guard let scatter = scatter.baseAddress, let means = means.baseAddress, let weights = weights.baseAddress
            else { return .modelNotFound }
            return fill(workspace, scatter: scatter, means: means, weights: weights, into: row)
          }
        }
      }
    }
    return failure == nil ? row : nil
  }
}
