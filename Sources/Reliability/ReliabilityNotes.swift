import Factors
import Measures
import Resampling
import Survey

/// What a reader must know of a fit.
struct ReliabilityNotes {
  private let fit: ReliabilityAnalysis.Fit
  private let resampled: Resampled?
  private var drawn: Replicates? { resampled?.bootstrap }
  private let isNormalTheory: Bool
  private let hasRows: Bool

  init(_ fit: ReliabilityAnalysis.Fit, _ resampled: Resampled?, isNormalTheory: Bool, hasRows: Bool) {
    self.fit = fit
    self.resampled = resampled
    self.isNormalTheory = isNormalTheory
    self.hasRows = hasRows
  }

  var notes: [Note] { intervals + scales.flatMap { $0 } + beyondOne + commonMethod }

  private var intervals: [Note] {
    var notes: [Note] = []
    let bootstrap = fit.specification.bootstrap
    if let drawn, drawn.failureCount > 0 {
      let reasons = Sentence.joined(
        drawn.failuresByReason.map { "\($0.count) (\(Sentence(stringLiteral: $0.reason.words)))" }, separator: ", ")
      let text: Sentence = "\(drawn.failureCount) of \(drawn.count) replicates gave nothing: \(reasons)."
      notes.append(
        Note(
          .replicatesFailed,
          drawn.failsTooOften ? text + " These are too many for intervals, of which there are none." : text))
    }
    if bootstrap.interval == .bca, let missing = resampled?.missingForBca {
      notes.append(
        Note(.noBca, "Intervals are percentile ones. There are no BCa intervals: \(Sentence(stringLiteral: missing))."))
    }
    if drawn == nil {
      if bootstrap.replicates > 0 {
        notes.append(
          Note(
            .noResampling,
            "Nothing can be drawn from a matrix without n, so there are no intervals. Say \(setting: .n)."))
      } else {
        notes.append(
          Note(
            .feldtInterval,
            isNormalTheory
              ? "Without resampling only α has an interval, Feldt's, which assumes normal items of equal covariances."
              : "Without resampling there is no interval: Feldt's, of α, assumes complete rows without sampling weights, strata or clusters."
          ))
      }
    }
    if fit.scales.contains(where: { $0.check != nil && $0.n != nil && $0.check?.chiSquared == nil }) {
      notes.append(
        Note(
          .noChiSquared,
          "χ² of the one-factor models and what follows from it need complete rows, or correlations of independent respondents; under a design as many clusters beyond strata as degrees of freedom: they are left out."
        ))
    }
    if !hasRows {
      notes.append(
        Note(
          .noRows,
          fit.rowsUsed == nil
            ? "Ordinal coefficients need the respondents' rows and are left out."
            : "With so many rows they were summed: ordinal coefficients are left out, which need unweighted ratings of at most \(PairTables.mostAnswers) different answers."
        ))
    }
    return notes
  }

  private var scales: [[Note]] {
    fit.scales.map { own in
      let name = own.scale.title
      if own.scale.items.count == 1 {
        return [
          Note(
            .singleItem,
            "'\(name)' has one item: its reliability cannot be seen in one survey, and it takes no part in the comparison of constructs."
          )
        ]
      }
      var notes: [Note] = []
      if own.alpha.value == nil {
        notes.append(
          Note(
            .tooFewRows,
            "Too few respondents answered all items of '\(name)' (\(own.n.map { Sentence(plain($0)) } ?? "none")), or one of the items is the same in all their answers: nothing can be said of it."
          ))
        return notes
      }
      notes += turned(own) + limits(own)
      if let alpha = own.alpha.value, alpha < 0 {
        notes.append(
          Note(
            .negativeAlpha,
            "α of '\(name)' is negative: the items go against each other on the whole. Look for reversed ones, or they do not belong together."
          ))
      }
      if own.check?.isHeywood == true {
        notes.append(
          Note(
            .heywoodCase,
            "In the one-factor model of '\(name)' an item has no uniqueness left (Heywood case): do not read its composite reliability and AVE as they stand."
          ))
      }
      if own.scale.items.count >= 3, own.check == nil {
        notes.append(
          Note(
            .noOneFactorModel,
            "The correlations of '\(name)' are not positive definite (an item repeats others, or there are fewer respondents than items): there is no one-factor model by maximum likelihood."
          ))
      }
      if let halves = own.halves, !halves.isExact {
        notes.append(
          Note(
            .splitHalvesDrawn,
            "'\(name)' has too many split halves to try all: best and worst of \(halves.count) random ones, some of them improved by exchanges."
          ))
      }
      return notes
    }
  }

  /// Items to be turned round, with the scale's own ends.
  private func turned(_ own: ReliabilityAnalysis.ScaleFit) -> [Note] {
    guard !own.turned.isEmpty else { return [] }
    let names = own.turned.map { own.items[$0].variable }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    // As a declared scale reads once it is turned round.
    let ends = own.turned.map { own.scale.bounds.indices.contains($0) ? own.scale.bounds[$0] : nil }
    let scales = zip(names, ends).map { name, scale in
      scale.map { Setting(.scale, "\(name)=\(plain($0.last)):\(plain($0.first))") }
    }
    let advice: Sentence =
      scales.allSatisfy { $0 != nil }
      ? scales.compactMap { $0 }.dropFirst().reduce("\(scales[0]!)") { "\($0) \($1)" }
      : "\(setting: .scale, "\(names[0])=highest:lowest") with the ends of its scale"
    return [
      Note(
        .reversedItems,
        names.count == 1
          ? "\(list) of '\(own.scale.title)' goes against the other items (sign on their first principal component). If worded the other way round, turn it: reversed: [\(names.joined(separator: ", "))] in the study, or \(advice)."
          : "\(list) of '\(own.scale.title)' go against the other items (sign on their first principal component). If worded the other way round, turn them: reversed: [\(names.joined(separator: ", "))] in the study, or \(advice)."
      )
    ]
  }

  /// What is not defined of a construct although it has rows.
  private func limits(_ own: ReliabilityAnalysis.ScaleFit) -> [Note] {
    var notes: [Note] = []
    let name = own.scale.title
    if let drawn, own.undefinedReplicates > 0, own.omegaTotal.interval == nil, own.omegaTotal.value != nil,
      !drawn.failsTooOften
    {
      notes.append(
        Note(
          .replicatesFailed,
          "\(own.undefinedReplicates) of \(drawn.count) resamples give no ω of '\(name)' (an item has the same answer throughout, or there is no solution): these are too many for an interval, of which there is none."
        ))
    }
    if own.lacksGeneralFactor {
      notes.append(
        Note(
          .noGeneralFactor,
          "'\(name)' has no ω hierarchical: the correlations of its three group factors are not those of one factor behind them, as when the items have a single factor and the groups are chance."
        ))
    }
    if own.hasImproperOrdinalAlpha {
      notes.append(
        Note(
          .noOrdinalAlpha,
          "The polychoric correlations of '\(name)' contradict each other so much that α of them would exceed 1: there are no ordinal coefficients. Answers of few kinds, or few respondents, bring that about."
        ))
    }
    return notes
  }

  /// Ratios and corrected correlations that no correlation can be.
  private var beyondOne: [Note] {
    let beyond = fit.pairs.filter {
      abs($0.correlation.value ?? 0) > 1 || ($0.htmt.value ?? 0) > 1 || ($0.htmt2.value ?? 0) > 1
    }
    guard let first = beyond.first else { return [] }
    let (a, b) = (fit.scales[first.b].scale.title, fit.scales[first.a].scale.title)
    let names: Sentence =
      beyond.count > 2
      ? "'\(a)' and '\(b)' and \(beyond.count - 1) more pairs"
      : beyond.count > 1 ? "'\(a)' and '\(b)' and 1 more pair" : "'\(a)' and '\(b)'"
    return [
      Note(
        .beyondOne,
        "HTMT or the corrected correlation of \(names) lies outside −1 … 1, where no correlation can be: the items of the two constructs correlate as closely as those within them (they may be one), or the reliabilities are too low, or estimated on too few answers, to correct with."
      )
    ]
  }

  private var commonMethod: [Note] {
    guard let shares = fit.commonMethod else { return [] }
    let percent = Int((shares.componentShare * 100).rounded())
    return [
      Note(
        .commonMethod,
        "The first component of all \(shares.items) items takes \(percent) % of their variance (Harman's check). Less than half does not show that a common method left no trace, and more may be one strong trait (Podsakoff, MacKenzie, Lee & Podsakoff 2003): read nothing into it."
      )
    ]
  }
}

private func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
