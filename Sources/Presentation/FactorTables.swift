import Factors
import LinearAlgebra
import Measures
import Optimization
import Rendering
import Studies
import Resampling

/// The tables of `factor`, each from the closed list of columns, and the views that people read.
struct FactorTables {
  /// The `--by` variable and the group's value, or `nil` for the whole.
  let group: (by: String, value: String)?
  let fit: FactorExploration.Fit
  let labels: [String: String]

  private var solution: FactorAnalysis.Fit { fit.solution }
  private var key: [Cell] { group.map { [.text($0.by), .text($0.value)] } ?? [] }
  private var isGrouped: Bool { group != nil }
  private var names: [String] { solution.names }
  private var factors: [String] { solution.factorNames }

  // MARK: For machines

  func loadings() -> Table {
    var table = TableContract.loadings.table(by: isGrouped)
    for i in names.indices {
      for j in factors.indices {
        let spread = fit.loadingSpread(i + j * names.count)
        table.append(
          key + [
            .text(names[i]), .text(factors[j]), .number(solution.loadings[i, j]), Cell(spread.standardError),
            Cell(spread.interval?.low), Cell(spread.interval?.high), .number(solution.structure[i, j]),
            Cell(labels[names[i]]),
          ])
      }
    }
    return table
  }

  static func congruence(_ pairs: [GroupCongruence]) -> Table {
    var table = TableContract.congruence.table(
      by: false, caption: "From 0.95 on factors count as the same, from 0.85 on as alike.")
    for pair in pairs {
      let values = pair.congruence.factors + [pair.congruence.total]
      for (j, value) in values.enumerated() {
        let interval = pair.congruence.intervals.indices.contains(j) ? pair.congruence.intervals[j] : nil
        table.append([
          .text(pair.a), .text(pair.b), .text(j < values.count - 1 ? "F\(j + 1)" : "all"), .number(value),
          Cell(interval?.low), Cell(interval?.high),
        ])
      }
    }
    table.isShown = !pairs.isEmpty
    return table
  }

  func communalities() -> Table {
    var table = TableContract.communalities.table(by: isGrouped)
    for i in names.indices {
      table.append(
        key + [
          .text(names[i]), .number(solution.communalities[i]), .number(solution.remainders[i]),
          .number(solution.complexities[i]), Cell(labels[names[i]]),
        ])
    }
    return table
  }

  func factorCorrelations() -> Table {
    var table = TableContract.factorCorrelations.table(by: isGrouped)
    for r in factors.indices {
      for s in 0..<r {
        let spread = fit.correlationSpread(r, s)
        table.append(
          key + [
            .text(factors[s]), .text(factors[r]), .number(solution.factorCorrelations[r, s]),
            Cell(spread.standardError), Cell(spread.interval?.low), Cell(spread.interval?.high),
          ])
      }
    }
    return table
  }

  func varianceExplained() -> Table {
    var table = TableContract.varianceExplained.table(by: isGrouped)
    var cumulative = 0.0
    for (j, proportion) in solution.proportions.enumerated() {
      cumulative += proportion
      table.append(
        key + [
          .text(factors[j]), .number(solution.sumsOfSquares[j]), .number(proportion), .number(cumulative),
          .number(fit.scores.determinacies[j]), .number(fit.scores.leastCorrelations[j]),
        ])
    }
    return table
  }

  func model() -> Table {
    let statistics = solution.statistics
    let hidden: Set<String> =
      statistics.chiSquared == nil ? ["chi_squared", "p_value", "rmsea", "rmsea_low", "rmsea_high", "tli"] : []
    var table = TableContract.factorFit.table(
      by: isGrouped,
      caption: (statistics.rmsea == nil ? "" : "RMSEA's interval has 90 %. ")
        + "KMO: above 0.8 the items suit a factor analysis well, below 0.5 they do not.",
      hiding: hidden)
    let suitability = fit.suitability
    let isConverged =
      (solution.extraction?.isConverged ?? true) && (solution.rotation?.convergence.isConverged ?? true)
    table.append(
      key + [
        Cell(whole: solution.input.n), .integer(solution.specification.factors), Cell(statistics.chiSquared),
        Cell(statistics.degreesOfFreedom), Cell(statistics.pValue), Cell(statistics.rmsea),
        Cell(statistics.rmseaLow), Cell(statistics.rmseaHigh), Cell(statistics.tli), .number(statistics.rmsr),
        Cell(statistics.bic), .text(solution.specification.extraction.rawValue),
        .text(solution.specification.rotation.criterion.rawValue), Cell(solution.rotation?.starts),
        Cell(solution.rotation?.startsAtBest), .flag(isConverged), .number(suitability.kmo),
        Cell(suitability.bartlett), .integer(suitability.bartlettDegreesOfFreedom),
        Cell(suitability.bartlettPValue), .number(suitability.determinant),
      ])
    return table
  }

  func factorCount() -> Table {
    var table = TableContract.factorCount.table(by: isGrouped)
    for rule in fit.count.rules { table.append(key + [.text(rule.name), Cell(rule.factors), .text(rule.detail)]) }
    return table
  }

  func eigenvalues() -> Table {
    var table = TableContract.eigenvalues.table(by: isGrouped)
    let analyses = [fit.count.parallel, fit.count.permuted].compactMap { $0 }
    for analysis in analyses {
      for place in names.indices {
        table.append(
          key + [
            .text("components"), .text(analysis.source.rawValue), .integer(place + 1),
            .number(analysis.components[place]), .number(analysis.componentMeans[place]),
            .number(analysis.componentPercentiles[place]),
          ])
      }
      for place in names.indices {
        table.append(
          key + [
            .text("common_factors"), .text(analysis.source.rawValue), .integer(place + 1),
            .number(analysis.commonFactors[place]), .number(analysis.commonFactorMeans[place]),
            .number(analysis.commonFactorPercentiles[place]),
          ])
      }
    }
    if analyses.isEmpty {
      for (place, value) in solution.eigenvalues.enumerated() {
        table.append(key + [.text("components"), .missing, .integer(place + 1), .number(value), .missing, .missing])
      }
    }
    return table
  }

  func suitability() -> Table {
    var table = TableContract.suitability.table(by: isGrouped)
    for (name, kmo) in zip(names, fit.suitability.itemKMO) {
      table.append(key + [.text(name), .number(kmo), Cell(labels[name])])
    }
    return table
  }

  func residuals() -> Table {
    var table = TableContract.residualCorrelations.table(by: isGrouped)
    for i in names.indices {
      for j in 0..<i {
        table.append(
          key + [
            .text(names[j]), .text(names[i]), .number(solution.input.correlation[i, j]),
            .number(solution.residuals[i, j]), .number(fit.suitability.antiImage[i, j]),
            Cell(labels[names[j]]), Cell(labels[names[i]]),
          ])
      }
    }
    return table
  }

  func scoreWeights() -> Table {
    var table = TableContract.scoreWeights.table(by: isGrouped)
    for i in names.indices {
      for j in factors.indices {
        table.append(
          key + [
            .text(names[i]), .text(factors[j]), .text(fit.scores.method.rawValue), .number(fit.scores.weights[i, j]),
            Cell(labels[names[i]]),
          ])
      }
    }
    return table
  }

  // MARK: For people

  /// The items' order in views: as given, or by the factor on which they load most and how much.
  static func order(_ solution: FactorAnalysis.Fit, isSorted: Bool) -> [Int] {
    let items = Array(solution.names.indices)
    guard isSorted else { return items }
    let factors = 0..<solution.specification.factors
    func main(_ i: Int) -> Int { factors.max { abs(solution.loadings[i, $0]) < abs(solution.loadings[i, $1]) }! }
    return items.sorted { a, b in
      let (x, y) = (main(a), main(b))
      if x != y { return x < y }
      let (u, v) = (abs(solution.loadings[a, x]), abs(solution.loadings[b, y]))
      return u != v ? u > v : a < b
    }
  }

  /// A row per item, a column per factor, blank under the cut.
  func pattern(cut: Double, isSorted: Bool) -> Table {
    var columns = [Table.Column("variable", "Item", .text)]
    if !labels.isEmpty { columns.append(Table.Column("label", "", .text)) }
    columns += factors.map { Table.Column($0, $0, .decimals(2)) }
    columns += [
      Table.Column("communality", "h²", .decimals(2)), Table.Column("complexity", "Compl.", .decimals(1)),
    ]
    let isOrthogonal = !solution.isOblique
    var table = Table(
      name: "loadings", title: isOrthogonal ? "Loadings" : "Loadings (pattern)", columns: columns,
      caption:
        "Loadings below \(Words.fixed(cut, 2)) in size are left blank. h²: share of the item's variance that the factors explain. Compl.: on how many factors the item loads."
    )
    for i in Self.order(solution, isSorted: isSorted) {
      var row: [Cell] = [.text(names[i])]
      if !labels.isEmpty { row.append(.text(labels[names[i]] ?? "")) }
      row += factors.indices.map { j in
        let value = solution.loadings[i, j]
        return abs(value) < cut ? .text("") : .number(value)
      }
      row += [.number(solution.communalities[i]), .number(solution.complexities[i])]
      table.append(row)
    }
    return table
  }

  /// Φ as a triangle; `nil` for one factor or orthogonal ones.
  func triangle() -> Table? {
    guard solution.isOblique else { return nil }
    var table = Table(
      name: "factor_correlations", title: "Correlations of factors",
      columns: [Table.Column("factor", "", .text)] + factors.map { Table.Column($0, $0, .decimals(2)) })
    for r in factors.indices {
      table.append(
        [.text(factors[r])]
          + factors.indices.map { s in
            s > r ? .text("") : .number(s == r ? 1 : solution.factorCorrelations[r, s])
          })
    }
    return table
  }
}
