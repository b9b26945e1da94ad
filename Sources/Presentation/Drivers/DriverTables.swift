import Importance
import Insight
import Measures
import Regression
import Rendering
import Studies
import Survey

/// The tables of `drivers`, made of what its columns declare.
struct DriverTables {
  /// The `--by` variable and the group's value, or `nil` for the whole.
  let group: GroupKey?
  let fit: DriverAnalysis.Fit

  /// People need not read the name of the only outcome in every row.
  private var loneOutcome: Set<String> { fit.outcomes.count == 1 ? ["outcome"] : [] }

  func all() -> [Table] { [importance(), model(), coefficients(), differences(), dominance(), dominanceLevels()] }

  private func model() -> Table {
    // People see a column less where eighty characters do not hold all; JSON and CSV hold every one.
    var hidden = loneOutcome
    if fit.outcomes.allSatisfy({ $0.crossValidatedRSquared == nil }) {
      hidden.insert("cv_r_squared")
    } else if hidden.isEmpty {
      hidden.insert("sigma")
    }
    return DriverColumns.fit.table(fit.outcomes, group: group, caption: ErrorWords.ofModel(fit), hiding: hidden)
  }

  private func coefficients() -> Table {
    let rows = fit.outcomes.flatMap { outcome in
      outcome.regression.terms.map { DriverColumns.CoefficientRow(outcome.outcome, outcome.regression, $0) }
    }
    return DriverColumns.coefficients.table(
      rows, group: group, caption: ErrorWords.ofCoefficients(fit), hiding: loneOutcome)
  }

  private func importance() -> Table {
    var hidden = loneOutcome
    if fit.specification.methods.count == 1 { hidden.insert("method") }
    if fit.resampled == nil { hidden.formUnion(["share_low", "share_high", "rank_low", "rank_high", "p_first"]) }
    if fit.specification.permutations == 0 { hidden.insert("p_permutation") }
    var rows: [DriverColumns.ImportanceRow] = []
    // Programs get the drivers as they were named, people by rank.
    var byRank: [Int] = []
    for outcome in fit.outcomes {
      for method in outcome.methods {
        let drivers = method.drivers
        let order = drivers.indices.sorted {
          (drivers[$0].rank ?? Int.max, $0) < (drivers[$1].rank ?? Int.max, $1)
        }
        byRank += order.map { rows.count + $0 }
        rows += drivers.indices.map {
          (
            outcome.outcome, fit.players[$0], method.method, outcome.signs[$0].flatMap { $0 == 0 ? nil : $0 },
            drivers[$0]
          )
        }
      }
    }
    var table = DriverColumns.importance.table(
      rows, group: group,
      caption: fit.resampled == nil
        ? "Share: of what the drivers explain together. Sign: of the coefficient in the full model."
        : "Share: of what the drivers explain together, with its interval. Best and worst: the ranks that the data leave open, for all drivers at once. First in: how often the driver is first, once shares that differ by chance are drawn in. Sign: of the coefficient in the full model.",
      hiding: hidden)
    table.shownRows = byRank
    return table
  }

  private func differences() -> Table {
    let rows = fit.outcomes.flatMap { outcome in
      outcome.methods.flatMap { method in
        method.differences.map {
          DriverColumns.DifferenceRow(
            outcome.outcome, method.method, fit.players[$0.driver], fit.players[$0.versus], $0.difference)
        }
      }
    }
    return DriverColumns.differences.table(
      rows, group: group,
      caption: fit.resampled == nil
        ? nil
        : "Each interval is for its own difference: with many of them some miss by chance. Ranks (table importance) hold for all drivers at once."
    )
  }

  private func dominance() -> Table {
    var rows: [DriverColumns.DominanceRow] = []
    for outcome in fit.outcomes {
      guard let dominance = outcome.dominance else { continue }
      for i in fit.players.indices {
        for j in fit.players.indices where i != j {
          rows.append(
            (
              outcome.outcome, fit.players[i], fit.players[j], dominance.complete?[i][j], dominance.conditional?[i][j],
              dominance.isGreater(i, than: j)
            ))
        }
      }
    }
    return DriverColumns.dominance.table(rows, group: group)
  }

  private func dominanceLevels() -> Table {
    var rows: [DriverColumns.DominanceLevelRow] = []
    for outcome in fit.outcomes {
      for (i, levels) in (outcome.dominance?.levels ?? []).enumerated() {
        for (level, value) in levels.enumerated() { rows.append((outcome.outcome, fit.players[i], level, value)) }
      }
    }
    return DriverColumns.dominanceLevels.table(rows, group: group)
  }
}
