import Factors
import LinearAlgebra
import Measures
import Optimization
import Rendering
import Resampling
import Studies
import Survey

/// The tables of `factor`, each from the closed list of columns, and the views that people read.
struct FactorTables {
  /// The `--by` variable and the group's value, or `nil` for the whole.
  let group: GroupKey?
  let fit: FactorExploration.Fit
  let labels: [String: String]

  private var solution: FactorAnalysis.Fit { fit.solution }
  private var names: [String] { solution.names }
  private var factors: [String] { solution.factorNames }

  // MARK: For machines

  func loadings() -> Table {
    let rows = names.indices.flatMap { i in
      factors.indices.map { j in
        FactorColumns.LoadingRow(
          names[i], labels[names[i]], factors[j], solution.loadings[i, j], fit.loadingSpread(i + j * names.count),
          solution.structure[i, j])
      }
    }
    return FactorColumns.loadings.table(rows, group: group)
  }

  static func congruence(_ pairs: [GroupCongruence]) -> Table {
    let rows = pairs.flatMap { pair in
      let values = pair.congruence.factors + [pair.congruence.total]
      let identical = pair.congruence.identical
      return values.indices.map { j in
        FactorColumns.CongruenceRow(
          pair, j < values.count - 1 ? "F\(j + 1)" : "all", values[j],
          identical.indices.contains(j) ? identical[j] : nil)
      }
    }
    let same: Sentence =
      "From \(Words.proportion(0.95, 2)) on factors count as the same, from \(Words.proportion(0.85, 2)) on as alike."
    var table = FactorColumns.congruence.table(
      rows, group: nil,
      caption: rows.contains { $0.identical != nil }
        ? same
          + " Identical: what identical groups of these sizes show, or less, in 5 % of samples (1 − --confidence). p: how often they show no more than these."
        : same + " \(setting: .bootstrap) tells what identical groups of these sizes would show.")
    table.isShown = !pairs.isEmpty
    return table
  }

  func communalities() -> Table {
    FactorColumns.communalities.table(
      names.indices.map { i in
        (names[i], labels[names[i]], solution.communalities[i], solution.remainders[i], solution.complexities[i])
      }, group: group)
  }

  func factorCorrelations() -> Table {
    let rows = factors.indices.flatMap { r in
      (0..<r).map { s in
        FactorColumns.FactorPairRow(
          factors[s], factors[r], solution.factorCorrelations[r, s], fit.correlationSpread(r, s))
      }
    }
    return FactorColumns.factorCorrelations.table(rows, group: group)
  }

  func varianceExplained() -> Table {
    var cumulative = 0.0
    let rows = solution.proportions.enumerated().map { j, proportion in
      cumulative += proportion
      return FactorColumns.ExplainedRow(
        factors[j], solution.sumsOfSquares[j], proportion, cumulative, fit.scores.determinacies[j],
        fit.scores.leastCorrelations[j])
    }
    return FactorColumns.varianceExplained.table(rows, group: group)
  }

  /// What a reader of the fit must know.
  private func caption(_ statistics: FactorFitStatistics) -> [Sentence] {
    var sentences: [Sentence] = []
    if let scaling = statistics.scaling {
      sentences.append(
        "χ² is divided by \(Words.fixed(scaling, 2)), so that answers need not be normal (Satorra–Bentler).")
    }
    if statistics.rmsea != nil { sentences.append("RMSEA's interval has 90 %.") }
    sentences.append("KMO: above 0.8 the items suit a factor analysis well, below 0.5 they do not.")
    return sentences
  }

  func model() -> Table {
    let statistics = solution.statistics
    return FactorColumns.fit.table(
      [fit], group: group,
      caption: Words.joined(caption(statistics)),
      hiding: statistics.chiSquared == nil ? ["chi_squared", "p_value", "rmsea", "rmsea_low", "rmsea_high", "tli"] : [])
  }

  func factorCount() -> Table {
    var table = FactorColumns.factorCount.table(fit.count.rules, group: group)
    // Programs read it in English, people in the language of the document.
    for i in table.columns.indices where table.columns[i].name == "detail" {
      table.columns[i].words = Dictionary(
        fit.count.rules.map { ($0.detail.description, said($0.detail)) }, uniquingKeysWith: { first, _ in first })
    }
    return table
  }

  func eigenvalues() -> Table {
    let analyses = [fit.count.parallel, fit.count.permuted].compactMap { $0 }
    var rows: [FactorColumns.EigenvalueRow] = []
    for analysis in analyses {
      let source = analysis.source.rawValue
      for place in names.indices {
        rows.append(
          (
            "components", source, place + 1, analysis.components[place], analysis.componentMeans[place],
            analysis.componentPercentiles[place]
          ))
      }
      for place in names.indices {
        rows.append(
          (
            "common_factors", source, place + 1, analysis.commonFactors[place], analysis.commonFactorMeans[place],
            analysis.commonFactorPercentiles[place]
          ))
      }
    }
    if analyses.isEmpty {
      rows = solution.eigenvalues.enumerated().map { ("components", nil, $0 + 1, $1, nil, nil) }
    }
    return FactorColumns.eigenvalues.table(rows, group: group)
  }

  func suitability() -> Table {
    FactorColumns.suitability.table(
      zip(names, fit.suitability.itemKMO).map { FactorColumns.SuitabilityRow($0, labels[$0], $1) }, group: group)
  }

  func residuals() -> Table {
    let rows = names.indices.flatMap { i in
      (0..<i).map { j in
        FactorColumns.ResidualRow(
          names[j], names[i], labels[names[j]], labels[names[i]], solution.input.correlation[i, j],
          solution.residuals[i, j], fit.suitability.antiImage[i, j])
      }
    }
    return FactorColumns.residualCorrelations.table(rows, group: group)
  }

  func scoreWeights() -> Table {
    let rows = names.indices.flatMap { i in
      factors.indices.map { j in
        FactorColumns.WeightRow(names[i], labels[names[i]], factors[j], fit.scores.method, fit.scores.weights[i, j])
      }
    }
    return FactorColumns.scoreWeights.table(rows, group: group)
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
    var columns = [Table.Column("variable", said("Item"), .text)]
    if !labels.isEmpty { columns.append(Table.Column("label", "", .text)) }
    columns += factors.map { Table.Column($0, $0, .proportion(2)) }
    columns += [
      Table.Column("communality", "h²", .proportion(2)), Table.Column("complexity", said("Compl."), .decimals(1)),
    ]
    let isOrthogonal = !solution.isOblique
    var table = Table(
      name: "loadings", title: said(isOrthogonal ? "Loadings" : "Loadings (pattern)"), columns: columns,
      caption: said(
        "Loadings below \(Words.proportion(cut, 2)) in size are left blank. h²: share of the item's variance that the factors explain. Compl.: on how many factors the item loads."
      ))
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
      name: "factor_correlations", title: said("Correlations of factors"),
      columns: [Table.Column("factor", "", .text)] + factors.map { Table.Column($0, $0, .proportion(2)) })
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
