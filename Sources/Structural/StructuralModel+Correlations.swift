import LinearAlgebra
import Measures
import ModelSyntax
import Platform
import Survey

extension StructuralModel {
  /// Fits correlations other than product moments as what variables of variance 1 have in common, with errors and χ² from their own
  /// covariance: S in F is R, and Γ is that of the correlations alone (Browne & Shapiro 1986, doi:10.1016/0024-3795(86)90232-1).
  ///
  /// - Throws: `StructuralFault`, `DataFault`, `DesignFault`.
  func fitCorrelations(
    to frames: [ModelFrame], _ moments: [Moments], modifications: Bool, jobs: Int, progress: (@Sendable (Int) -> Void)?
  ) throws -> Fit {
    try check(columns: frames[0].columns.map(\.term))
    for own in moments { try own.requireVariances() }
    var model = self
    // Variances of causes are 1 as those of all others: they have no part in errors.
    (model.fixesExogenous, model.auxiliary) = (false, [])
    let names = observed
    let own = frames.map { $0.selecting(names) }
    let table = try ParameterTable(model, groups: frames.count, hasMeans: false)
    let weights = Self.meanWeights(own)
    let groups = try own.indices.map { g -> CorrelationMoments in
      let group = frames.count > 1 ? g + 1 : nil
      guard own[g].rowCount > names.count else {
        throw StructuralFault.tooFewRows(rows: Double(own[g].rowCount), variables: names.count, group: group)
      }
      return try CorrelationMoments(own[g], correlation, group: group, meanWeight: weights[g])
    }
    let samples = estimator.sharing(
      groups.map {
        SampleMoments(
          names: names, n: $0.units.total, respondents: $0.frame.respondents, covariance: $0.matrix, means: nil)
      })
    let estimation = StructuralEstimation(
      model: model, table: table, samples: samples, rows: nil, moments: [], wantsModifications: modifications,
      correlations: groups, jobs: jobs)
    var fit = try estimation.fit()
    let resampling = StructuralResampling(
      model: model, fit: fit, samples: samples, moments: own.map { Moments($0) }, frames: own, blocks: [], rows: nil,
      correlations: groups, jobs: jobs)
    try resampling.renew(&fit, progress: progress)
    return drawing(fit)
  }

  /// What is known of covariances alone.
  ///
  /// - Throws: `DataFault.needsRows`, `StructuralFault.notBuilt` and `.untested`.
  func checkCorrelations(_ frames: [ModelFrame]?) throws {
    guard correlation != .pearson else { return }
    guard let frames else {
      throw DataFault.needsRows(
        analysis: "\(setting: .correlation, correlation.rawValue)",
        suggestion: "Give the data file, or a file of correlations and leave \(setting: .correlation) out.")
    }
    let what: Sentence = "Correlations other than product moments (\(setting: .correlation, correlation.rawValue))"
    func refuse(_ with: String, _ suggestion: Sentence) -> StructuralFault {
      .notBuilt(what: "\(what) \(with)", suggestion: suggestion)
    }
    if correlation == .partial {
      throw DataFault.request(
        problem: "Partial correlations hold the other variables constant, which is what paths are about",
        suggestion: "Use \(setting: .correlation, "pearson"), spearman, kendall, polychoric or mixed.")
    }
    switch estimator {
    case .ml, .mlm, .mlmv, .uls, .gls: break
    case .mlr:
      throw refuse(
        "by 'mlr'", "Use 'ml': its errors and χ² are those of the correlations, whatever the answers' distribution.")
    case .wlsmv:
      throw refuse(
        "by 'wlsmv'", "It finds polychoric correlations itself: leave \(setting: .correlation) or the estimator out.")
    }
    if information == .observed {
      throw refuse("with observed information", "Leave \(setting: .information) out.")
    }
    if frames.contains(where: { $0.missing != .listwise }) {
      throw refuse(
        "of answers with gaps", "Use \(setting: .missing, "listwise"), or leave \(setting: .correlation) out.")
    }
    if hasMeans == true || syntax.terms.contains(where: { $0.relation == .intercept }) {
      throw refuse(
        "with means and intercepts", "Leave these out: variables of correlations have mean 0 and variance 1.")
    }
    if !invariance.isEmpty {
      throw refuse(
        "with the same parameters in all groups",
        "Leave \(setting: .correlation) out: every group's variances are 1, so that its loadings have units of their own."
      )
    }
    if bollenStine > 0 { throw StructuralFault.untested(what: "a correlation in place of every covariance") }
  }
}
