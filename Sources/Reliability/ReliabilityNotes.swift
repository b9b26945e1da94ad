import Resampling
import Survey

/// What a reader must know of a fit.
struct ReliabilityNotes {
  private let fit: ReliabilityAnalysis.Fit
  private let drawn: Replicates?
  private let isNormalTheory: Bool
  private let hasRows: Bool

  init(_ fit: ReliabilityAnalysis.Fit, _ drawn: Replicates?, isNormalTheory: Bool, hasRows: Bool) {
    self.fit = fit
    self.drawn = drawn
    self.isNormalTheory = isNormalTheory
    self.hasRows = hasRows
  }

  var notes: [Note] { intervals + scales.flatMap { $0 } + commonMethod }

  private var intervals: [Note] {
    var notes: [Note] = []
    let bootstrap = fit.specification.bootstrap
    if let drawn, drawn.failureCount > 0 {
      let reasons = drawn.failuresByReason.map { "\($0.count) (\($0.reason))" }.joined(separator: ", ")
      notes.append(
        Note("failed_replicates", "\(drawn.failureCount) of \(drawn.count) replicates gave nothing: \(reasons)."))
    }
    if drawn != nil, bootstrap.interval == .bca {
      notes.append(
        Note("percentile_intervals", "Intervals are percentile ones: BCa is not built for reliability."))
    }
    if drawn == nil {
      if bootstrap.replicates > 0 {
        notes.append(
          Note(
            "no_resampling", "Nothing can be drawn from a matrix without n, so there are no intervals. Say --n."))
      } else if isNormalTheory {
        notes.append(
          Note(
            "feldt_interval",
            "Without resampling only α has an interval, Feldt's, which assumes normal items of equal covariances."))
      }
    }
    if !isNormalTheory {
      notes.append(
        Note(
          "no_chi_squared",
          "χ² of the one-factor models and what follows from it assume unweighted complete rows: they are left out."))
    }
    if !hasRows {
      notes.append(Note("no_rows", "Ordinal coefficients need the respondents' rows and are left out."))
    }
    return notes
  }

  private var scales: [[Note]] {
    fit.scales.map { own in
      let name = own.scale.title
      if own.scale.items.count == 1 {
        return [
          Note(
            "single_item",
            "'\(name)' has one item: its reliability cannot be seen in one survey, and it takes no part in the comparison of constructs."
          )
        ]
      }
      var notes: [Note] = []
      let turned = own.items.filter { $0.itemRest < 0 }.map(\.variable)
      if !turned.isEmpty, turned.count < own.items.count {
        let list = turned.map { "'\($0)'" }.joined(separator: ", ")
        notes.append(
          Note(
            "reversed_items",
            "\(list) of '\(name)' \(turned.count == 1 ? "goes" : "go") against the other items (negative item–rest correlation). If worded the other way round, turn \(turned.count == 1 ? "it" : "them"): reversed: [\(turned.joined(separator: ", "))] in the study, or --scale \(turned[0])=7:1 with the scale's ends."
          ))
      }
      if let alpha = own.alpha.value, alpha < 0 {
        notes.append(
          Note(
            "negative_alpha",
            "α of '\(name)' is negative: the items go against each other on the whole. Look for reversed ones, or they do not belong together."
          ))
      }
      if own.check?.isHeywood == true {
        notes.append(
          Note(
            "heywood_case",
            "In the one-factor model of '\(name)' an item has no uniqueness left (Heywood case): do not read its composite reliability and AVE as they stand."
          ))
      }
      if own.scale.items.count >= 3, own.check == nil {
        notes.append(
          Note(
            "no_one_factor_model",
            "The correlations of '\(name)' are not positive definite (an item repeats others, or there are fewer respondents than items): there is no one-factor model by maximum likelihood."
          ))
      }
      if let halves = own.halves, !halves.isExact {
        notes.append(
          Note(
            "split_halves_drawn",
            "'\(name)' has too many split halves to try all: best and worst of \(halves.count) random ones, some of them improved by exchanges."
          ))
      }
      return notes
    }
  }

  private var commonMethod: [Note] {
    guard let shares = fit.commonMethod else { return [] }
    let percent = Int((shares.componentShare * 100).rounded())
    return [
      Note(
        "common_method",
        "The first component of all \(shares.items) items takes \(percent) % of their variance (Harman's check). Less than half does not show that a common method left no trace, and more may be one strong trait (Podsakoff, MacKenzie, Lee & Podsakoff 2003): read nothing into it."
      )
    ]
  }
}
