import Rendering
import Structural
import Studies
import Survey

/// What carries what, how constructs are measured, and how well the model fits, in sentences of one group.
struct StructuralSentences {
  let fit: StructuralModel.Fit
  let group: Int
  let labels: [String: String]

  /// Effects and dependent variables that the opening tells; the tables hold all.
  private static let most = 3

  private func title(_ name: String) -> String { labels[name] ?? name }

  private var parameters: [StructuralModel.Parameter] { fit.parameters.filter { $0.group == group } }
  private var paths: [StructuralModel.Parameter] { parameters.filter { $0.sign == "~" && $0.isFree } }
  private var confidence: Sentence { Words.percent(fit.specification.confidence) }

  /// The answer: what is carried, what depends on what; of a model without paths how the constructs are measured.
  func answer() -> [Sentence] {
    let told = carried() + dependence()
    return told.isEmpty ? measurement() : told
  }

  // MARK: What carries what

  /// Indirect effects of single ways, the largest first.
  private func carried() -> [Sentence] {
    let ways = fit.effects.filter { $0.group == group && $0.through != nil }
      .sorted { abs($0.standardized ?? 0) > abs($1.standardized ?? 0) }
    guard !ways.isEmpty else { return [] }
    guard ways.contains(where: { $0.indirect.isClear != nil }) else { return ways.prefix(Self.most).map(way) }
    let clear = ways.filter { $0.indirect.isClear == true }
    guard !clear.isEmpty else {
      return ["Of no effect that other variables carry does the \(confidence) interval leave zero out."]
    }
    var sentences = clear.prefix(Self.most).map(way)
    if clear.count > Self.most {
      sentences.append(
        "Of \(clear.count - Self.most) more ways the interval leaves zero out; the table of effects has them.")
    }
    let unclear = ways.filter { $0.indirect.isClear == false }
    if let first = unclear.first {
      sentences.append(
        unclear.count == 1
          ? "Whether \(Words.list((first.through ?? []).map(title))) carries anything of \(title(first.from)) to \(title(first.to)) is open: the interval holds zero."
          : "Of \(unclear.count) other ways the interval holds zero.")
    }
    return sentences
  }

  private func way(_ effect: StructuralEffect) -> Sentence {
    let value = effect.indirect
    let (from, to) = (title(effect.from), title(effect.to))
    let through = Words.list((effect.through ?? []).map(title))
    let amount = Words.fixed(abs(value.estimate), 2)
    let isMore = value.estimate >= 0
    guard let low = value.low, let high = value.high else {
      return isMore
        ? "Through \(through), one more of \(from) goes with \(amount) more of \(to)."
        : "Through \(through), one more of \(from) goes with \(amount) less of \(to)."
    }
    // Of what is less the interval is told as less too.
    let ends = isMore ? (low, high) : (-high, -low)
    let interval: Sentence = "\(confidence) interval \(Words.fixed(ends.0, 2)) to \(Words.fixed(ends.1, 2))"
    if !fit.specification.hasUnits {
      let numbers: Sentence =
        "b \(Words.fixed(value.estimate, 2)), \(confidence) interval \(Words.fixed(low, 2)) to \(Words.fixed(high, 2))"
      return isMore
        ? "Through \(through), more of \(from) goes with more of \(to) (\(numbers))."
        : "Through \(through), more of \(from) goes with less of \(to) (\(numbers))."
    }
    return isMore
      ? "Through \(through), one more of \(from) goes with \(amount) more of \(to) (\(interval))."
      : "Through \(through), one more of \(from) goes with \(amount) less of \(to) (\(interval))."
  }

  /// What each dependent variable depends on, those first that nothing depends on.
  private func dependence() -> [Sentence] {
    var names: [String] = []
    for path in paths where !names.contains(path.left) { names.append(path.left) }
    let causes = Set(paths.map(\.right))
    let ordered = names.filter { !causes.contains($0) } + names.filter { causes.contains($0) }
    var sentences = ordered.prefix(Self.most).map(dependence)
    if ordered.count > Self.most { sentences.append("\(ordered.count - Self.most) more are in the table of paths.") }
    return sentences
  }

  private func dependence(_ name: String) -> Sentence {
    let own = paths.filter { $0.left == name }.sorted { abs($0.standardized ?? 0) > abs($1.standardized ?? 0) }
    let shares = fit.rSquared.filter { $0.group == group && $0.variable == name }.map(\.value)
    func explained(_ count: Int) -> Sentence {
      // Where effects go in a circle it need not be a share.
      guard let share = shares.first, count == own.count, (0...1).contains(share) else { return "" }
      return count == 1
        ? ", which explains \(Words.percent(share)) of it" : ", which explain \(Words.percent(share)) of it"
    }
    let intervals = own.map { fit.standardizedInterval($0) }
    guard intervals.contains(where: { $0 != nil }) else {
      return "\(title(name)) goes with \(Words.list(own.map(plain)))\(explained(own.count))."
    }
    // Both intervals, of β and of b, leave zero out.
    let clear = zip(own, intervals).filter { path, interval in
      func excludes(_ low: Double?, _ high: Double?) -> Bool {
        low.map { $0 > 0 } ?? true || high.map { $0 < 0 } ?? true
      }
      return interval.map { excludes($0.low, $0.high) && excludes(path.low, path.high) } ?? false
    }.map(\.0)
    let unclear = own.filter { path in !clear.contains { $0 == path } }
    let open = Words.list(unclear.map { title($0.right) })
    guard !clear.isEmpty else {
      return "That \(title(name)) depends on \(open) cannot be told: the \(confidence) intervals hold zero."
    }
    let text: Sentence =
      "\(title(name)) depends on \(Words.list(clear.map(told)))\(explained(clear.count))."
    guard !unclear.isEmpty else { return text }
    return text + " " + "That it depends on \(open) too cannot be told: the interval holds zero."
  }

  private func plain(_ path: StructuralModel.Parameter) -> String {
    said("\(title(path.right)) (β \(Words.proportion(path.standardized ?? path.estimate, 2)))")
  }

  private func told(_ path: StructuralModel.Parameter) -> String {
    guard let interval = fit.standardizedInterval(path), let estimate = path.standardized else { return plain(path) }
    return said(
      "\(title(path.right)) (β \(Words.proportion(estimate, 2)), \(confidence) interval \(Words.proportion(interval.low, 2)) to \(Words.proportion(interval.high, 2)))"
    )
  }

  // MARK: Measurement

  private func measurement() -> [Sentence] {
    let loadings = parameters.filter { $0.sign == "=~" && $0.standardized != nil }
    guard let least = loadings.min(by: { abs($0.standardized!) < abs($1.standardized!) }),
      let most = loadings.max(by: { abs($0.standardized!) < abs($1.standardized!) })
    else { return [] }
    func named(_ loading: StructuralModel.Parameter) -> String {
      said(
        "\(Words.proportion(loading.standardized!, 2)) (\(loading.right) of \(title(loading.left)))")
    }
    let constructs = Words.plural(fit.latent.count, { "\($0) construct" }, { "\($0) constructs" })
    let items = Words.count(Double(Set(loadings.map(\.right)).count))
    var sentences: [Sentence] = [
      "\(constructs), measured by \(items) items with standardised loadings from \(named(least)) to \(named(most))."
    ]
    if let open = open(loadings) { sentences.append(open) }
    if let closest = closest() { sentences.append(closest) }
    return sentences
  }

  /// Items of which the data leave open that they measure anything.
  private func open(_ loadings: [StructuralModel.Parameter]) -> Sentence? {
    let names = loadings.filter { loading in
      fit.standardizedInterval(loading).map { $0.low <= 0 && $0.high >= 0 } ?? false
    }.map { title($0.right) }
    switch names.count {
    case 0: return nil
    case 1:
      return
        "That \(names[0]) measures its construct cannot be told: the \(confidence) interval of its loading holds zero."
    default:
      return
        "That \(Words.few(names)) measure their constructs cannot be told: the \(confidence) intervals of their loadings hold zero."
    }
  }

  private func closest() -> Sentence? {
    let latent = Set(fit.latent)
    let pairs = parameters.filter {
      $0.sign == "~~" && $0.left != $0.right && $0.isFree && latent.contains($0.left) && latent.contains($0.right)
        && $0.standardized != nil
    }
    guard let pair = pairs.max(by: { abs($0.standardized!) < abs($1.standardized!) }) else { return nil }
    let r = Words.proportion(pair.standardized!, 2)
    guard let interval = fit.standardizedInterval(pair) else {
      return "The closest constructs, \(title(pair.left)) and \(title(pair.right)), correlate at \(r)."
    }
    return
      "The closest constructs, \(title(pair.left)) and \(title(pair.right)), correlate at \(r) (\(confidence) interval \(Words.proportion(interval.low, 2)) to \(Words.proportion(interval.high, 2)))."
  }
}

extension StructuralSentences {
  /// How well the model fits, all groups together.
  static func quality(_ fit: StructuralModel.Fit) -> [Sentence] {
    let statistics = fit.statistics
    let srmr = Words.proportion(statistics.srmr, 3)
    guard statistics.degreesOfFreedom > 0 else {
      return [
        "The model has as many parameters as the data have moments: it fits whatever they are, and nothing tests it."
      ]
    }
    let left: Sentence = "What the model leaves of the correlations is \(srmr) on average (SRMR)."
    let resampled: [Sentence] =
      statistics.bollenStine?.pValue.map {
        ["Bollen and Stine's bootstrap, which assumes no distribution of the answers, gives p \(compared($0))."]
      } ?? []
    guard let chiSquared = statistics.robustChiSquared ?? statistics.chiSquared,
      let p = statistics.robustPValue ?? statistics.pValue
    else { return [left] + resampled }
    // Of completed data that differ too much D₂ is set to zero, and with it all that follows.
    if fit.imputations != nil, chiSquared == 0 {
      return [left, "χ² of the completed data differ too much for the test to tell how well the model fits."]
        + resampled
    }
    let value = compared(p)
    var test: Sentence =
      statistics.degreesOfFreedom == 1
      ? "χ² is \(Words.fixed(chiSquared, 1)) with one degree of freedom (p \(value))"
      : "χ² is \(Words.fixed(chiSquared, 1)) with \(Words.count(Double(statistics.degreesOfFreedom))) degrees of freedom (p \(value))"
    if let rmsea = statistics.robustRmsea ?? statistics.rmsea,
      let low = statistics.robustRmseaLow ?? statistics.rmseaLow,
      let high = statistics.robustRmseaHigh ?? statistics.rmseaHigh
    {
      let cfi = Words.proportion(statistics.robustCfi ?? statistics.cfi ?? .nan, 3)
      test =
        "\(test), RMSEA \(Words.proportion(rmsea, 3)) (90 % interval \(Words.proportion(low, 3)) to \(Words.proportion(high, 3))), CFI \(cfi)."
    } else {
      test = "\(test)."
    }
    return [left, test] + resampled
  }

  private static func compared(_ p: Double) -> String {
    p < 0.001 ? "< \(Words.proportion(0.001, 3))" : "= \(Words.proportion(p, 3))"
  }

  /// What makes a solution one that is not to be read.
  static func warning(_ fit: StructuralModel.Fit) -> Sentence? {
    let kinds = ["negative_variance", "improper_constructs", "improper_residuals"]
    return fit.notes.first { kinds.contains($0.kind.name) }?.sentence
  }

  /// Which step of invariance the groups do not bear.
  static func invariance(_ tests: [InvarianceTest]) -> Sentence? {
    let steps = tests.filter { $0.difference != nil }
    guard !steps.isEmpty else { return nil }
    guard let first = steps.first(where: { $0.difference!.pValue < 0.05 }) else {
      return
        "Nothing tells the groups apart in loadings, intercepts and residual variances: no step of invariance makes the fit clearly worse."
    }
    let p = first.difference!.pValue
    let value = p < 0.001 ? "< \(Words.proportion(0.001, 3))" : "= \(Words.proportion(p, 3))"
    switch first.level {
    case .configural, .metric:
      return
        "The groups differ in loadings (p \(value)): what their constructs mean is not quite the same, and paths and means are not to be compared as they stand."
    case .scalar:
      return
        "Loadings may be the same in all groups, intercepts are not (p \(value)): compare paths, and means of constructs only with care."
    case .strict:
      return
        "Loadings and intercepts may be the same in all groups, residual variances are not (p \(value)): paths and means of constructs can be compared."
    }
  }
}
