import Insight
import Measures
import Resampling
import Survey

/// What carries what, by the intervals of both parts, in sentences of one group. None of them calls an effect causal: they say what
/// goes with what along the ways that are assumed.
struct MediationSentences {
  let fit: MediationAnalysis.Fit

  /// Drivers of one outcome that the opening tells; the table holds all.
  private static let most = 4

  private var confidence: Sentence { Words.percent(fit.specification.bootstrap.confidence) }

  private func range(_ estimate: MediationAnalysis.Estimate) -> Sentence {
    guard let low = estimate.low, let high = estimate.high else { return "" }
    return "\(confidence) interval \(Words.fixed(low, 2)) to \(Words.fixed(high, 2))"
  }

  private func mediators(_ effect: MediationAnalysis.Effect) -> [String] {
    (effect.through.isEmpty ? fit.specification.mediators : effect.through).map(fit.title)
  }

  /// Who carries, as the subject of a sentence: of several the way through them, which is one.
  static func carrier(_ names: [String], begins: Bool = false) -> String {
    if names.count == 1 { return names[0] }
    let list = Words.list(names)
    return begins ? said("The way through \(list)") : said("the way through \(list)")
  }

  // MARK: The answer

  func answer() -> [Sentence] {
    var sentences = effects()
    if let basis = Basis.sentence(n: fit.n, fit.rowLoss, takesPairwise: false) { sentences.append(basis) }
    return sentences
  }

  /// What is carried to each outcome, driver by driver.
  ///
  /// - Parameter outcomes: to tell of; `nil`: of all.
  func effects(on chosen: Set<String>? = nil) -> [Sentence] {
    var sentences: [Sentence] = []
    if let moderator = fit.specification.moderator {
      let isCategorical = fit.conditional.contains { $0.value == nil }
      sentences.append(
        isCategorical
          ? "On average over the categories of \(fit.title(moderator)):" : "With \(fit.title(moderator)) at its mean:")
    }
    let whole = fit.foremostEffects.filter { $0.isWhole && chosen?.contains($0.outcome) ?? true }
    var outcomes: [String] = []
    for effect in whole where !outcomes.contains(effect.outcome) { outcomes.append(effect.outcome) }
    for outcome in outcomes {
      let own = whole.filter { $0.outcome == outcome }
      if let answer = own.first?.answer {
        let value = Sentence.number(answer)
        sentences.append(
          own.contains { $0.values == nil }
            ? "Of \(fit.title(outcome)) the chance of the answer \(value) is told, with each driver moved from its mean to one more, from one of its two values to the other, or to a category from the one compared with."
            : "Of \(fit.title(outcome)) the chance of the answer \(value) is told, with each driver moved from its mean to one more, or from one of its two values to the other."
        )
      }
      sentences += own.prefix(Self.most).map(sentence)
      if own.count > Self.most { sentences.append("\(own.count - Self.most) more are in the table of effects.") }
    }
    return sentences
  }

  func sentence(_ effect: MediationAnalysis.Effect) -> Sentence {
    let (driver, outcome) = (fit.title(effect.driver), fit.title(effect.outcome))
    let names = mediators(effect)
    let (carrier, first) = (Self.carrier(names), Self.carrier(names, begins: true))
    let through = said(Words.list(names))
    let indirect = Words.fixed(effect.indirect.value, 2)
    guard let direct = effect.direct, let total = effect.total, let verdict = effect.verdict else {
      let amount = Words.fixed(abs(effect.indirect.value), 2)
      let isMore = effect.indirect.value >= 0
      guard effect.answer == nil else {
        return isMore
          ? "Through \(through), moving \(driver) goes with a chance that is higher by \(amount)."
          : "Through \(through), moving \(driver) goes with a chance that is lower by \(amount)."
      }
      return isMore
        ? "Through \(through), one more of \(driver) goes with \(amount) more of \(outcome)."
        : "Through \(through), one more of \(driver) goes with \(amount) less of \(outcome)."
    }
    let (past, all) = (Words.fixed(direct.value, 2), Words.fixed(total.value, 2))
    switch verdict {
    case .wholly:
      return
        "Of what goes from \(driver) to \(outcome), \(carrier) carries at least \(Words.percent(effect.share.low ?? 0)): \(indirect) of \(all) (\(range(effect.indirect))); of the rest the interval holds zero."
    case .inPart:
      return
        "\(first) carries a part of what goes from \(driver) to \(outcome): \(indirect) of \(all) (\(range(effect.indirect))); \(past) goes past it (\(range(direct)))."
    case .against:
      return
        "From \(driver) to \(outcome) two ways work against each other: \(indirect) through \(through) (\(range(effect.indirect))) and \(past) past it (\(range(direct)))."
    case .atLeastInPart:
      return
        "\(first) carries at least a part of what goes from \(driver) to \(outcome): \(indirect) of \(all) (\(range(effect.indirect))); whether anything goes past it cannot be told (\(range(direct)))."
    case .open:
      return "Whether \(carrier) carries anything of \(driver) to \(outcome) is open: the interval holds zero."
    }
  }

  // MARK: The moderator

  /// Whether indirect effects change with the moderator, where one number says it.
  func moderation() -> [Sentence] {
    guard let moderator = fit.specification.moderator else { return [] }
    let name = fit.title(moderator)
    let levels = Set(fit.conditional.map(\.level)).count
    let differences = fit.moderated.filter { $0.quantity == "difference" }
    let isOfTwo = fit.conditional.allSatisfy { $0.value != nil } || levels == 2
    guard isOfTwo else {
      return differences.isEmpty
        ? []
        : [
          "How what is carried differs between the \(levels) categories of \(name) is in the table moderated_mediation."
        ]
    }
    return differences.prefix(Self.most).map { row -> Sentence in
      let carrier = Self.carrier(row.through.map(fit.title))
      let (driver, outcome) = (fit.title(row.driver), fit.title(row.outcome))
      guard let isClear = row.estimate.isClear else { return "" }
      guard isClear else {
        return
          "Whether what \(carrier) carries from \(driver) to \(outcome) changes with \(name) is open: the interval of the difference holds zero."
      }
      return
        "What \(carrier) carries from \(driver) to \(outcome) changes with \(name): by \(Words.fixed(row.estimate.value, 2)) from \(told(row.versus)) to \(told(row.level)) (\(range(row.estimate)))."
    }.filter { !$0.isEmpty }
  }

  /// Values by the words that tables have are in sentences what they are.
  private func told(_ level: String?) -> String {
    let value = fit.conditional.first { $0.level == level }?.value
    return value.map { Words.fixed($0, 2) } ?? level ?? ""
  }

  // MARK: What would undo it

  /// Of the mediators that carry something, how strong the unmeasured would have to be.
  func sensitivity() -> [Sentence] {
    let clear = fit.effects.filter { $0.indirect.isClear == true }
    let told = fit.sensitivity.filter { row in
      clear.contains { $0.outcome == row.outcome && $0.through.last == row.through }
    }
    return told.sorted { abs($0.rho.value) < abs($1.rho.value) }.prefix(2).map { row -> Sentence in
      let (mediator, outcome) = (fit.title(row.through), fit.title(row.outcome))
      let (rho, share) = (Words.proportion(row.rho.value, 2), Words.percent(abs(row.rho.value)))
      // In a row a mediator also carries what goes on through those behind it.
      guard !fit.specification.isSerial || row.through == fit.specification.mediators.last else {
        return
          "This takes for granted that nothing left out moves both \(mediator) and \(outcome). What is left of the two would have to correlate by \(rho) for such a reason alone, as when something explains \(share) of what is left of each; then nothing would remain of the ways whose last mediator is \(mediator)."
      }
      return
        "This takes for granted that nothing left out moves both \(mediator) and \(outcome). What is left of the two would have to correlate by \(rho) for such a reason alone, as when something explains \(share) of what is left of each; then nothing would remain of what \(mediator) carries."
    }
  }
}
