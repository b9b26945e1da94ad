import Imputation
import Measures
import Resampling
public import Structural
public import Survey

/// A model of constructs and paths, fitted to a survey or to its groups at once.
public struct StructuralStudy: Sendable {
  /// One fit, of all groups together.
  public var result: StudyResult<StructuralModel.Fit>
  /// The groups of the model in their order, each with its respondents; empty of the whole.
  public var groups: [GroupedFit<Double>]
  /// The steps of measurement invariance; empty where nobody asked.
  public var invariance: [InvarianceTest] = []
  /// Steps of invariance that hold in part, or not at all.
  public var partial: [PartialInvariance] = []
  /// Paths and means of constructs that the groups have measured alike, group against group.
  public var contrasts: [StructuralModel.GroupContrast] = []
  /// Scores of the constructs, a row per row of the data in their order; `nil` when nobody asked for them.
  public var scores: Dataset?
}

extension Study {
  /// What carries what: paths between constructs and columns, how constructs are measured, how well the model fits. What
  /// `mainspring sem` prints.
  ///
  /// - Parameter scores: whether scores of the constructs are wanted; they need the rows.
  /// - Throws: `StructuralFault` and `ModelFault` for the model, `DataFault` for data or settings that do not allow it.
  public func structural(
    scores: Bool = false, _ execution: StudyExecution = StudyExecution()
  ) throws -> StructuralStudy {
    do {
      return try structuralStudy(scores, execution)
    } catch let fault as StructuralFault {
      throw (settings.structural.model.flatMap { ModelFault(fault, in: $0) } as (any Fault)?) ?? fault
    }
  }

  private func structuralStudy(_ scores: Bool, _ execution: StudyExecution) throws -> StructuralStudy {
    try settings.checkImputation(specification.missing)
    if specification.missing == .impute { try refuseImputation(scores) }
    if specification.missing == .pairwise {
      throw DataFault.request(
        problem: "A model of constructs is not fitted with \(setting: .missing, "pairwise")",
        suggestion:
          "Use \(setting: .missing, "em"), with which every respondent counts with what was answered, or \(setting: .missing, "listwise")."
      )
    }
    let estimator = settings.structural.chosenEstimator
    try checkLevels(estimator)
    if scores, estimator.isOrdered { throw StructuralFault.noOrderedScores }
    if scores, let method = settings.correlation, method != .pearson {
      throw StructuralFault.noCorrelatedScores(method)
    }
    if let method = settings.correlation, method != .pearson, settings.structural.testsInvariance {
      throw DataFault.request(
        problem:
          "\(setting: .invariance) compares loadings, and of correlations (\(setting: .correlation, method.rawValue)) every group has units of its own",
        suggestion: "Leave one of them out.")
    }
    var study = self
    // Which columns play is the model's affair.
    study.specification.drivers = study.specification.drivers?.filter { $0 != "*" }
    var choice: StructuralChoice?
    let isOfRows =
      estimator.needsRows || scores || settings.structural.bollenStine ?? 0 > 0 || specification.weights != nil
      || specification.hasDesign || (settings.correlation ?? .pearson) != .pearson
      || specification.keepsIncompleteRows
    let need: DataNeed = isOfRows ? .rows : .sums
    var loader = SourceLoader(study: study, need: need, execution: execution) { specification, names, text in
      let own = try StructuralChoice(
        specification, model: settings.structural.model, columns: names, text: text)
      choice = own
      return (own.roles, own.notes)
    }
    loader.resamples = settings.bootstrap(replicates: 0).replicates
    let source = try loader.load()
    guard let choice else { preconditionFailure("a source was resolved") }
    return try StructuralRun(
      study: self, source: source, choice: choice, wantsScores: scores, execution: execution
    ).result()
  }
}

extension Study {
  /// - Throws: `DataFault.request` where levels are named and the estimator takes all for numbers.
  private func checkLevels(_ estimator: StructuralModel.Estimator) throws {
    let levels = [(Setting.Name.ordinal, settings.structural.ordinal), (.continuous, settings.structural.continuous)]
    guard !estimator.isOrdered, let named = levels.first(where: { !$0.1.isEmpty }) else { return }
    throw DataFault.request(
      problem:
        "\(setting: named.0) is for ordered answers, and '\(estimator.rawValue)' takes every answer for a number",
      suggestion: "Use \(setting: .estimator, "wlsmv"), or leave it out.")
  }

  /// What one set of complete rows is needed for.
  private func refuseImputation(_ wantsScores: Bool) throws {
    let correlation = settings.correlation ?? .pearson
    let asked: [(Bool, Setting)] = [
      (wantsScores, Setting(.scores)), (settings.structural.inference == .bootstrap, Setting(.inference, "bootstrap")),
      (settings.structural.bollenStine ?? 0 > 0, Setting(.bollenStine)),
      (settings.structural.testsInvariance, Setting(.invariance)),
      (settings.structural.estimator == .wlsmv, Setting(.estimator, "wlsmv")),
      (settings.structural.estimator == .mlmv, Setting(.estimator, "mlmv")),
      (correlation != .pearson, Setting(.correlation, correlation.rawValue)),
      (!specification.replicateWeights.isEmpty, Setting(.replicateWeights)),
      (settings.imputesResamples == true, Setting(.imputeResamples)),
    ]
    guard let first = asked.first(where: \.0)?.1 else { return }
    throw ImputationFault.unsuitable(
      what: "\(first), which is not known to fits of completed data that are pooled,",
      suggestion: "Leave it out, or use \(setting: .missing, "em") or \(setting: .missing, "listwise").")
  }
}
