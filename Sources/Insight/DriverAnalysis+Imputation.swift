import Importance
public import Imputation
import LinearAlgebra
package import Measures
import Regression
import Resampling
public import Survey

extension DriverAnalysis {
  /// Fits all outcomes to data whose missing answers are imputed several times, and pools the results.
  ///
  /// Drivers, items of constructs, covariates, outcomes and auxiliary variables are imputed from each other; means of items follow
  /// their items. Coefficients are pooled by Rubin's rules with Barnard and Rubin's degrees of freedom; importance, shares,
  /// R² and performance are means over the completed data, and their intervals come from resamples of all of them (`ImputedSets`).
  ///
  /// - Parameters:
  ///   - dataset: rows, incomplete ones among them.
  ///   - imputations: how many; `nil`: `MultipleImputation.fewest`, and more where the fraction of missing information asks
  ///     for them (`MultipleImputation.needed`).
  ///   - imputesResamples: whether rows are resampled first and every resample imputed anew (`ResampledImputation`), which takes
  ///     as long as two imputations for each.
  ///   - jobs: threads; the result does not depend on it.
  /// - Throws: `DataFault`, `ImputationFault`.
  public func fit(
    imputing dataset: Dataset, roles: AnalysisRoles, by specification: MultipleImputation, imputations: Int? = nil,
    imputesResamples: Bool = false, jobs: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Fit {
    precondition(imputations ?? 2 > 1, "at least two imputations")
    try refuseImputation(roles)
    let open = try ModelFrame(dataset, roles: roles.treating(.impute))
    if bootstrap.replicates > 0 { try open.requireUnits() }
    let model = try specification.model(dataset, roles: roles, rows: open)
    let collector = CompletedFits(
      specification: specification, roles: roles.treating(.listwise),
      regression: LinearRegression(errors: errors, confidence: bootstrap.confidence))
    var answers = try model.draw(0..<(imputations ?? MultipleImputation.fewest), jobs: jobs)
    var found = try collector.fits(answers, 0..<answers.count, jobs: jobs)
    let pilot = try collector.pooled(found)
    let fraction = pilot.flatMap(\.missingInformation).max() ?? 0
    let needed = MultipleImputation.needed(fraction: fraction, pilot: answers.count)
    if imputations == nil, needed > answers.count, model.missingCount > 0 {
      let first = answers.count
      answers.append(try model.draw(first..<needed, jobs: jobs))
      found += try collector.fits(answers, first..<needed, jobs: jobs)
    }
    let regressions = try collector.pooled(found)
    let sets = ImputedSets(
      moments: found.map(\.moments), regressions: found.map(\.regressions), ratings: found.map(\.ratings),
      frame: { [answers] in try collector.frame(answers, $0) },
      anew: imputesResamples && model.missingCount > 0 ? ResampledImputation(model, open, roles: roles) : nil)
    let subject = Subject(open, sets.pooledMoments)
    var fit = try fit(
      subject, regressions, draw: .imputed(sets), ratings: PlayerRatings(open), slopes: found[0].slopes, jobs: jobs,
      progress: progress)
    fit.describe(open)
    fit.countsIncomplete = true
    fit.imputation = ImputationStory(
      answers.summaries, imputations: answers.count, needed: needed, fraction: fraction,
      isChosen: imputations != nil)
    fit.imputation!.quantities = sets.quantities(of: fit)
    // Every item is there once it is drawn.
    fit.notes =
      open.notes.filter { $0.kind != .partialScores }
      + fit.imputation!.notes(model, resamples: fit.replicatesUsed, anew: sets.anew != nil)
      + answers.notes + fit.notes
    return fit
  }

  /// What needs one set of complete rows, or other moments than those of the completed data.
  func refuseImputation(_ roles: AnalysisRoles) throws {
    func unsuitable(_ what: Sentence, _ suggestion: Sentence) -> ImputationFault {
      .unsuitable(what: what, suggestion: suggestion)
    }
    if let product = roles.players.first(where: { $0.kind == .product }) {
      throw unsuitable(
        "The product '\(product.name)', which answers drawn without it would make too small,",
        "Leave it out, or use \(setting: .missing, "listwise").")
    }
    if let weights = roles.weights, weights.kind != .sampling {
      throw unsuitable(
        weights.kind == .frequency
          ? "A frequency weight, whose respondents would all be given the same answer,"
          : "A precision weight",
        "Say what the weights are with \(setting: .weightsKind, "sampling"), or use \(setting: .missing, "em").")
    }
    if roles.replicates != nil {
      // Resamples of completed data, which intervals of shares come from, would know nothing of the sample's design.
      throw unsuitable(
        "A design that replicate weights hold", "Use \(setting: .missing, "em"), which takes every number from them.")
    }
    if correlation != .pearson {
      throw unsuitable(
        "\(setting: .correlation, correlation.rawValue), which is no product moment,", "Leave one of them out.")
    }
    if scoring.needsItems {
      throw unsuitable(
        "Factor scores, or a correction for reliability,",
        "Take means of items, or use \(setting: .missing, "listwise").")
    }
    if errors == .bootstrap || errors == .jackknife {
      throw unsuitable(
        "\(setting: .errors, errors!.rawValue)", "Leave the kind of errors out: those of completed data are pooled.")
    }
    if bootstrap.interval == .bca, bootstrap.replicates > 0 {
      throw unsuitable(
        "\(setting: .interval, "bca"), which leaves out respondents of complete data one by one,",
        "Use \(setting: .interval, "percentile").")
    }
    let asked = [
      (diagnostics, Setting(.diagnostics)), (permutations > 0, Setting(.permutations)),
      (folds ?? 0 > 0, Setting(.folds)), (!blocks.isEmpty, Setting(.blocks)),
    ].first(where: \.0)
    if let asked {
      throw unsuitable(
        "\(asked.1), which looks at rows of one set of data,",
        "Leave it out, or use \(setting: .missing, "listwise").")
    }
  }
}

extension AnalysisRoles {
  func treating(_ missing: MissingTreatment) -> AnalysisRoles {
    var roles = self
    roles.missing = missing
    if missing == .listwise { roles.auxiliary = [] }
    return roles
  }

  /// What is imputed: every variable of the analysis once, with its scale where it has one.
  package var imputedItems: [Item] {
    var seen = Set<String>()
    return (always + (players + mediators).flatMap(\.items) + outcomes + auxiliary).filter {
      seen.insert($0.name).inserted
    }
  }
}

extension MultipleImputation {
  /// The model of the rows that a frame of incomplete rows keeps.
  package func model(_ dataset: Dataset, roles: AnalysisRoles, rows frame: ModelFrame) throws -> ImputationModel {
    var place: [Int32: Int32] = [:]
    for i in 0..<dataset.rowCount { place[Int32(dataset.rowNumber(i))] = Int32(i) }
    let rows = frame.rowNumbers.compactMap { place[$0] }
    return try ImputationModel(
      self, rows.count == dataset.rowCount ? dataset : dataset.selecting(rows), variables: roles.imputedItems,
      complete: roles.weights.map { [$0.variable] } ?? [])
  }
}

extension LinearRegression.Fit {
  /// The fraction of missing information about each coefficient, the intercept left out.
  package var missingInformation: [Double] {
    let slopes = Set(terms.filter { $0.blockIndex != nil }.map(\.name))
    return pooledTerms.filter { slopes.contains($0.term) }.map(\.pooled.missingInformation)
  }
}
