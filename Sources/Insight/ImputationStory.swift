public import Imputation
public import Measures
import Survey

/// How missing answers were imputed, and what they cost.
public struct ImputationStory: Sendable {
  /// Of each variable with missing answers.
  public var variables: [ImputedAnswers.Summary]
  /// How often missing answers were drawn.
  public var imputations: Int
  /// How many the fraction of missing information asks for (`MultipleImputation.needed`).
  public var needed: Int
  /// The largest of any coefficient.
  public var fraction: Double
  /// The number was given, not chosen.
  public var isChosen: Bool
  /// What missing answers cost each estimate; see `PooledQuantity`.
  public var quantities: [PooledQuantity] = []

  init(
    _ variables: [ImputedAnswers.Summary], imputations: Int, needed: Int, fraction: Double, isChosen: Bool
  ) {
    (self.variables, self.imputations, self.needed) = (variables, imputations, needed)
    (self.fraction, self.isChosen) = (fraction, isChosen)
  }

  func notes(_ model: ImputationModel, resamples: Int, anew: Bool) -> [Note] {
    let answers = model.missingCount
    guard answers > 0 else {
      return [Note(.imputed, "Nothing is missing: all completed data are the data themselves.")]
    }
    let percent = "\(Int((min(1, fraction) * 100).rounded()))"
    let rows = model.dataset.rowCount
    var notes = [
      Note(
        .imputed,
        isChosen
          ? "Nobody is left out: \(answers) missing answers of \(rows) respondents are drawn \(imputations) times by chained equations (\(model.specification.sweeps) sweeps), and the results pooled by Rubin's rules. They hold when what is missing depends on nothing beyond the answers given."
          : "Nobody is left out: \(answers) missing answers of \(rows) respondents are drawn \(imputations) times by chained equations (\(model.specification.sweeps) sweeps), as many as a pilot of \(MultipleImputation.fewest) asks for by von Hippel's rule, and the results pooled by Rubin's rules. They hold when what is missing depends on nothing beyond the answers given."
      ),
      Note(
        .imputed,
        "Missing answers cost the coefficients up to \(percent) % of their information."),
    ]
    if resamples > 0 {
      notes.append(
        Note(
          .imputed,
          anew
            ? "Intervals of importance, shares and performance are of \(resamples) resamples of the incomplete data, each imputed \(ResampledImputation.draws) times anew."
            : "Intervals of importance, shares and performance are of \(resamples) resamples dealt among the \(imputations) completed data."
        ))
    }
    if isChosen, needed > imputations {
      notes.append(
        Note(
          .fewImputations,
          "\(imputations) imputations are few for so much missing information: another seed would move standard errors noticeably. Give \(setting: .imputations, "\(needed)"), or leave it out."
        ))
    }
    return notes
  }
}

/// One pooled number with what missing answers cost it.
public struct PooledQuantity: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case coefficient, share, performance
  }
  /// The outcome's column; `nil` of performance.
  public var outcome: String?
  /// What was pooled.
  public var kind: Kind
  /// A term or a driver.
  public var term: String
  /// With its variance within and between completed data.
  public var pooled: PooledEstimate
}
