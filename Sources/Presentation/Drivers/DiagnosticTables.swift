import Insight
import Measures
import Regression
import Rendering
import Studies
import Survey

/// The tables of blocks and of diagnostics, made only when they are asked for.
struct DiagnosticTables {
  /// The `--by` variable and the group's value, or `nil` for the whole.
  let group: GroupKey?
  let fit: DriverAnalysis.Fit

  /// Rows that people see of a table of all respondents.
  private static let shownRows = 10

  private var loneOutcome: Set<String> { fit.outcomes.count == 1 ? ["outcome"] : [] }

  /// Without blocks that of the blocks is not among them, and without an examination the others are not.
  func all() -> [Table] {
    var tables: [Table] = []
    if fit.outcomes.contains(where: { !$0.blocks.isEmpty }) { tables.append(blocks()) }
    if fit.outcomes.contains(where: { $0.diagnostics != nil }) {
      tables += [tests(), influence(), collinearity(), vif()]
    }
    return tables
  }

  private func blocks() -> Table {
    let rows = fit.outcomes.flatMap { outcome in
      outcome.blocks.map { DiagnosticColumns.BlockRow(outcome.outcome, outcome.regression, $0) }
    }
    return DiagnosticColumns.blocks.table(
      rows, group: group,
      caption: "ΔR²: what the block adds to those before it, tested with the errors of the model up to it.",
      hiding: loneOutcome)
  }

  private func tests() -> Table {
    let rows = fit.outcomes.flatMap { outcome in
      (outcome.diagnostics?.tests ?? []).map { DiagnosticColumns.TestRow(outcome.outcome, $0) }
    }
    return DiagnosticColumns.tests.table(
      rows, group: group,
      caption:
        "breusch_pagan: do the errors vary with the predictors? reset: is a curve or an interaction missing? A small p says yes.",
      hiding: loneOutcome)
  }

  /// All rows; people see those that move the coefficients most.
  private func influence() -> Table {
    var rows: [DiagnosticColumns.InfluenceRow] = []
    var shown: [Int] = []
    for outcome in fit.outcomes {
      let own = outcome.diagnostics?.influence ?? []
      shown += RegressionDiagnostics.mostInfluential(own, count: Self.shownRows).map { rows.count + $0 }
      rows += own.map { (outcome.outcome, $0) }
    }
    var table = DiagnosticColumns.influence.table(
      rows, group: group, caption: "The rows that move the coefficients most; JSON and CSV hold all.",
      hiding: loneOutcome)
    table.shownRows = shown
    return table
  }

  /// All dimensions; people see the near dependencies, and what takes part in them.
  private func collinearity() -> Table {
    var rows: [DiagnosticColumns.CollinearityRow] = []
    var shown: [Int] = []
    for outcome in fit.outcomes {
      guard let found = outcome.diagnostics else { continue }
      for (k, dimension) in found.dimensions.enumerated() {
        for (term, proportion) in zip(found.collinearityTerms, dimension.proportions) {
          if dimension.conditionIndex > 10, proportion > 0.3 { shown.append(rows.count) }
          rows.append((outcome.outcome, outcome.regression, k + 1, dimension, term, proportion))
        }
      }
    }
    var table = DiagnosticColumns.collinearity.table(
      rows, group: group,
      caption: "Dimensions of condition index above 10, with the terms of which they make over 30 % of the variance.",
      hiding: loneOutcome)
    table.shownRows = shown
    table.isShown = !shown.isEmpty
    return table
  }

  private func vif() -> Table {
    let dropped = fit.outcomes.first?.regression.terms.filter(\.isDropped).map { "'\($0.name)'" } ?? []
    let rows = fit.outcomes.flatMap { outcome in
      (outcome.diagnostics?.inflation ?? []).map {
        DiagnosticColumns.InflationRow(outcome.outcome, outcome.regression, $0)
      }
    }
    return DiagnosticColumns.vif.table(
      rows, group: group,
      caption: dropped.isEmpty ? nil : "Not listed: \(Words.list(dropped)), fixed by the columns before.",
      hiding: loneOutcome)
  }
}
