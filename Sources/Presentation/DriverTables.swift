import Importance
import Insight
import Measures
import Regression
import Rendering
import Resampling

/// The tables of `drivers`, each from the closed list of columns.
struct DriverTables {
  /// The `--by` variable and the group's value, or `nil` for the whole.
  let group: (by: String, value: String)?
  let fit: DriverAnalysis.Fit

  private var key: [Cell] { group.map { [.text($0.by), .text($0.value)] } ?? [] }
  private var isGrouped: Bool { group != nil }
  /// People need not read the name of the only outcome in every row.
  private var loneOutcome: Set<String> { fit.outcomes.count == 1 ? ["outcome"] : [] }

  func model() -> Table {
    // People see a column less where eighty characters do not hold all; JSON and CSV hold every one.
    var hidden = loneOutcome
    if fit.outcomes.allSatisfy({ $0.crossValidatedRSquared == nil }) {
      hidden.insert("cv_r_squared")
    } else if hidden.isEmpty {
      hidden.insert("sigma")
    }
    var table = TableContract.fit.table(by: isGrouped, hiding: hidden)
    for outcome in fit.outcomes {
      let model = outcome.regression
      table.append(
        key + [
          .text(outcome.outcome.name), Cell(whole: model.n), Cell(outcome.rSquared.value), Cell(outcome.rSquared.low),
          Cell(outcome.rSquared.high), Cell(model.adjustedRSquared), Cell(model.sigma), Cell(model.fStatistic),
          Cell(whole: model.dfModel), Cell(whole: model.dfResidual), Cell(model.pValue), Cell(model.logLikelihood),
          Cell(model.aic), Cell(model.bic), Cell(outcome.crossValidatedRSquared), Cell(outcome.outcome.label),
        ])
    }
    return table
  }

  func coefficients() -> Table {
    var table = TableContract.coefficients.table(by: isGrouped, hiding: loneOutcome)
    for outcome in fit.outcomes {
      for term in outcome.regression.terms {
        table.append(
          key + [
            .text(outcome.outcome.name), .text(term.name), Cell(term.estimate), Cell(term.stdError),
            Cell(term.statistic), Cell(whole: term.df), Cell(term.pValue), Cell(term.low), Cell(term.high),
            Cell(term.beta), Cell(term.partialCorrelation), Cell(term.partCorrelation), Cell(term.vif),
            Cell(outcome.outcome.label), DriverTables.label(of: term, in: outcome.regression),
          ])
      }
    }
    return table
  }

  func importance() -> Table {
    var hidden = loneOutcome
    if fit.specification.methods.count == 1 { hidden.insert("method") }
    if fit.resampled == nil { hidden.formUnion(["share_low", "share_high", "rank_low", "rank_high", "p_first"]) }
    let isPermuted = fit.specification.permutations > 0
    if !isPermuted { hidden.insert("p_permutation") }
    var table = TableContract.importance.table(
      by: isGrouped,
      caption: fit.resampled == nil
        ? "Share: of what the drivers explain together. Sign: of the coefficient in the full model."
        : "Share: of what the drivers explain together, with its interval. Best and worst: the ranks that the data leave open, for all drivers at once. First in: frequency of resamples. Sign: of the coefficient in the full model.",
      hiding: hidden)
    for outcome in fit.outcomes {
      for method in outcome.methods {
        let order = method.drivers.indices.sorted {
          (method.drivers[$0].rank ?? Int.max, $0) < (method.drivers[$1].rank ?? Int.max, $1)
        }
        for k in order {
          let driver = method.drivers[k]
          table.append(
            key + [
              .text(outcome.outcome.name), .text(fit.players[k].name), .text(method.method.rawValue),
              Cell(driver.importance.value), Cell(driver.share.value), DriverTables.sign(outcome.signs[k]),
              Cell(driver.rank), Cell(driver.importance.low), Cell(driver.importance.high), Cell(driver.share.low),
              Cell(driver.share.high), Cell(driver.rankLow), Cell(driver.rankHigh), Cell(driver.frequencyOfFirst),
              Cell(driver.permutationPValue), Cell(outcome.outcome.label), Cell(fit.players[k].label),
            ])
        }
      }
    }
    return table
  }

  func differences() -> Table {
    var table = TableContract.differences.table(by: isGrouped)
    for outcome in fit.outcomes {
      for method in outcome.methods {
        for pair in method.differences {
          table.append(
            key + [
              .text(outcome.outcome.name), .text(method.method.rawValue), .text(fit.players[pair.driver].name),
              .text(fit.players[pair.versus].name), Cell(pair.difference.value), Cell(pair.difference.low),
              Cell(pair.difference.high), Cell(outcome.outcome.label), Cell(fit.players[pair.driver].label),
              Cell(fit.players[pair.versus].label),
            ])
        }
      }
    }
    return table
  }

  func dominance() -> Table {
    var table = TableContract.dominance.table(by: isGrouped)
    for outcome in fit.outcomes {
      guard let dominance = outcome.dominance else { continue }
      for i in fit.players.indices {
        for j in fit.players.indices where i != j {
          table.append(
            key + [
              .text(outcome.outcome.name), .text(fit.players[i].name), .text(fit.players[j].name),
              Cell(dominance.complete?[i][j]), Cell(dominance.conditional?[i][j]),
              Cell(dominance.isGreater(i, than: j).map { $0 ? 1.0 : 0.0 }), Cell(outcome.outcome.label),
              Cell(fit.players[i].label), Cell(fit.players[j].label),
            ])
        }
      }
    }
    return table
  }

  func dominanceLevels() -> Table {
    var table = TableContract.dominanceLevels.table(by: isGrouped)
    for outcome in fit.outcomes {
      guard let dominance = outcome.dominance else { continue }
      for (i, levels) in (dominance.levels ?? []).enumerated() {
        for (level, value) in levels.enumerated() {
          table.append(
            key + [
              .text(outcome.outcome.name), .text(fit.players[i].name), .integer(level), Cell(value),
              Cell(outcome.outcome.label), Cell(fit.players[i].label),
            ])
        }
      }
    }
    return table
  }

  /// The label of a term's variable or construct; of a category with its level.
  static func label(of term: LinearRegression.Fit.Term, in regression: LinearRegression.Fit) -> Cell {
    guard let block = term.blockIndex.map({ regression.blocks[$0] }) else { return .missing }
    return label(of: term.name, block)
  }

  /// The same of a term known by its name: `variable`, or `variable=level`.
  static func label(ofTerm name: String, in regression: LinearRegression.Fit) -> Cell {
    let term = regression.terms.first { $0.name == name }
    if let term { return label(of: term, in: regression) }
    return regression.blocks.first { $0.name == name }.map { Cell($0.label) } ?? .missing
  }

  private static func label(of term: String, _ block: ModelFrame.Block) -> Cell {
    guard let label = block.label else { return .missing }
    guard block.isCategorical, term.hasPrefix(block.name + "=") else { return .text(label) }
    return .text("\(label) = \(term.dropFirst(block.name.count + 1))")
  }

  static func sign(_ sign: Int?) -> Cell {
    switch sign {
    case .some(let value) where value > 0: .text("+")
    case .some(let value) where value < 0: .text("-")
    default: .missing
    }
  }
}
