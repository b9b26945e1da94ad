import Insight
import Measures
import Regression
import Rendering

/// The tables of blocks and of diagnostics, made only when they are asked for.
struct DiagnosticTables {
  /// The `--by` variable and the group's value, or `nil` for the whole.
  let group: (by: String, value: String)?
  let fit: DriverAnalysis.Fit

  /// Rows that people see of a table of all respondents.
  private static let shownRows = 10

  private var key: [Cell] { group.map { [.text($0.by), .text($0.value)] } ?? [] }
  private var loneOutcome: Set<String> { fit.outcomes.count == 1 ? ["outcome"] : [] }

  /// `nil` without blocks.
  func blocks() -> Table? {
    guard fit.outcomes.contains(where: { !$0.blocks.isEmpty }) else { return nil }
    var table = TableContract.blocks.table(
      by: group != nil,
      caption: "ΔR²: what the block adds to those before it, tested with the errors of the model up to it.",
      hiding: loneOutcome)
    for outcome in fit.outcomes {
      for step in outcome.blocks {
        table.append(
          key + [
            .text(outcome.outcome.name), .text(step.block), .text(step.members.joined(separator: ", ")),
            Cell(whole: step.addedTerms), Cell(step.rSquared), Cell(step.adjustedRSquared), Cell(step.change),
            Cell(step.fStatistic), Cell(whole: step.modelDegrees), Cell(whole: step.residualDegrees),
            Cell(step.pValue), Cell(outcome.outcome.label), labels(step.members, outcome.regression),
          ])
      }
    }
    return table
  }

  /// Labels of a block's members, names where there is none; missing when none has a label.
  private func labels(_ members: [String], _ regression: LinearRegression.Fit) -> Cell {
    let blocks = members.map { name in regression.blocks.first { $0.name == name } }
    guard blocks.contains(where: { $0?.label != nil }) else { return .missing }
    return .text(zip(members, blocks).map { $1?.label ?? $0 }.joined(separator: ", "))
  }

  /// Empty unless the regressions were examined.
  func all() -> [Table] {
    fit.outcomes.contains { $0.diagnostics != nil } ? [tests(), influence(), collinearity(), vif()] : []
  }

  private func tests() -> Table {
    var table = TableContract.diagnostics.table(
      by: group != nil,
      caption:
        "breusch_pagan: do the errors vary with the predictors? reset: is a curve or an interaction missing? A small p says yes.",
      hiding: loneOutcome)
    for outcome in fit.outcomes {
      for test in outcome.diagnostics?.tests ?? [] {
        table.append(
          key + [
            .text(outcome.outcome.name), .text(test.kind.rawValue), Cell(test.statistic), Cell(whole: test.df),
            Cell(whole: test.dfResidual), Cell(test.pValue), Cell(outcome.outcome.label),
          ])
      }
    }
    return table
  }

  /// All rows; people see those that move the coefficients most.
  private func influence() -> Table {
    var table = TableContract.influence.table(
      by: group != nil, caption: "The rows that move the coefficients most; JSON and CSV hold all.",
      hiding: loneOutcome)
    var shown: [Int] = []
    for outcome in fit.outcomes {
      let rows = outcome.diagnostics?.influence ?? []
      let first = table.rows.count
      shown += RegressionDiagnostics.mostInfluential(rows, count: Self.shownRows).map { first + $0 }
      for row in rows {
        table.append(
          key + [
            .text(outcome.outcome.name), .integer(row.row), .number(row.fitted), .number(row.residual),
            .number(row.leverage), Cell(row.standardised), Cell(row.studentised), Cell(row.cooksDistance),
            Cell(outcome.outcome.label),
          ])
      }
    }
    table.shownRows = shown
    return table
  }

  /// All dimensions; people see the near dependencies, and what takes part in them.
  private func collinearity() -> Table {
    var table = TableContract.collinearity.table(
      by: group != nil,
      caption: "Dimensions of condition index above 10, with the terms of which they make over 30 % of the variance.",
      hiding: loneOutcome)
    var shown: [Int] = []
    for outcome in fit.outcomes {
      guard let found = outcome.diagnostics else { continue }
      for (k, dimension) in found.dimensions.enumerated() {
        for (term, proportion) in zip(found.collinearityTerms, dimension.proportions) {
          if dimension.conditionIndex > 10, proportion > 0.3 { shown.append(table.rows.count) }
          table.append(
            key + [
              .text(outcome.outcome.name), .integer(k + 1), .number(dimension.eigenvalue),
              .number(dimension.conditionIndex), .text(term), .number(proportion), Cell(outcome.outcome.label),
              DriverTables.label(ofTerm: term, in: outcome.regression),
            ])
        }
      }
    }
    table.shownRows = shown
    table.isShown = !shown.isEmpty
    return table
  }

  private func vif() -> Table {
    let dropped = fit.outcomes.first?.regression.terms.filter(\.isDropped).map { "'\($0.name)'" } ?? []
    var table = TableContract.vif.table(
      by: group != nil,
      caption: dropped.isEmpty ? nil : "Not listed: \(Words.list(dropped)), fixed by the columns before.",
      hiding: loneOutcome)
    for outcome in fit.outcomes {
      for term in outcome.diagnostics?.inflation ?? [] {
        table.append(
          key + [
            .text(outcome.outcome.name), .text(term.term), Cell(term.factor), .integer(term.df), Cell(term.scaled),
            Cell(outcome.outcome.label), DriverTables.label(ofTerm: term.term, in: outcome.regression),
          ])
      }
    }
    return table
  }
}
