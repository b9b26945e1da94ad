import Measures
import Reliability
import Rendering
import Resampling

/// The tables of `reliability`, each from the closed list of columns.
struct ReliabilityTables {
  /// The `--by` variable and the group's value, or `nil` for the whole.
  let group: (by: String, value: String)?
  let fit: ReliabilityAnalysis.Fit
  let constructs: Labels
  let items: Labels

  private var key: [Cell] { group.map { [.text($0.by), .text($0.value)] } ?? [] }
  private var isGrouped: Bool { group != nil }

  private func cells(_ estimated: ReliabilityAnalysis.Estimated) -> [Cell] {
    [Cell(estimated.value), Cell(estimated.interval?.low), Cell(estimated.interval?.high)]
  }

  func reliability() -> Table {
    let hasIntervals = fit.scales.contains { $0.omegaTotal.interval != nil }
    let hasAlphaIntervals = fit.scales.contains { $0.alpha.interval != nil }
    let confidence = Words.percent(fit.specification.bootstrap.confidence)
    var table = TableContract.reliability.table(
      by: isGrouped,
      caption: (hasAlphaIntervals ? "low, high: \(confidence) interval\(hasIntervals ? "s" : " of α"). " : "")
        + "ω, composite reliability (CR) and AVE are of one factor; CR and AVE by maximum likelihood.",
      hiding: (hasIntervals ? Set<String>() : ["omega_low", "omega_high"])
        .union(hasAlphaIntervals ? [] : ["alpha_low", "alpha_high"]))
    for own in fit.scales {
      var row = key + [.text(own.scale.name), Cell(whole: own.n), .integer(own.scale.items.count)] + cells(own.alpha)
      row += [Cell(own.standardizedAlpha), Cell(own.lambda2), Cell(own.halves?.best), Cell(own.lambda6)]
      row += cells(own.omegaTotal)
      row += [Cell(own.omegaHierarchical), Cell(own.ordinalAlpha), Cell(own.ordinalOmega)]
      row += cells(own.compositeReliability) + cells(own.averageVarianceExtracted)
      row.append(constructs.cell(own.scale.name))
      table.append(row)
    }
    return table
  }

  /// What the first table has no room for.
  func others() -> Table? {
    guard fit.scales.contains(where: { $0.standardizedAlpha != nil }) else { return nil }
    let columns = TableContract.reliability.columns
    let names = [
      "construct", "alpha_standardized", "lambda2", "lambda4", "lambda6", "omega_hierarchical", "ordinal_alpha",
      "ordinal_omega",
    ]
    let chosen = names.map { name in columns.first { $0.name == name }! }
    var table = Table(
      name: "coefficients", title: "Other coefficients",
      columns: chosen.map { Table.Column($0.name, $0.heading, $0.style) },
      caption:
        "λ4: the best split half. ω h: a general factor's share, from six items on. ord.: of polychoric correlations.")
    for own in fit.scales where own.scale.items.count > 1 {
      table.append([
        .text(own.scale.title), Cell(own.standardizedAlpha), Cell(own.lambda2), Cell(own.halves?.best),
        Cell(own.lambda6), Cell(own.omegaHierarchical), Cell(own.ordinalAlpha), Cell(own.ordinalOmega),
      ])
    }
    return table
  }

  func discriminant() -> Table {
    let hasIntervals = fit.pairs.contains { $0.htmt.interval != nil }
    var table = TableContract.discriminant.table(
      by: isGrouped,
      caption:
        "HTMT near 1 says that two constructs are one; 0.85 and 0.90 are the usual limits. r, corrected for error, should lie below both roots of AVE.",
      hiding: hasIntervals ? [] : ["htmt_low", "htmt_high"])
    for pair in fit.pairs {
      let (a, b) = (fit.scales[pair.b], fit.scales[pair.a])
      var row = key + [.text(a.scale.name), .text(b.scale.name)]
      row += cells(pair.htmt) + cells(pair.htmt2) + cells(pair.correlation)
      row += [
        Cell(a.averageVarianceExtracted.value?.squareRoot()), Cell(b.averageVarianceExtracted.value?.squareRoot()),
        Cell(whole: pair.n), constructs.cell(a.scale.name), constructs.cell(b.scale.name),
      ]
      table.append(row)
    }
    table.isShown = !fit.pairs.isEmpty
    return table
  }

  func itemStatistics() -> Table {
    var table = TableContract.itemStatistics.table(
      by: isGrouped, caption: "Total, Rest: correlation with the sum of all items, and of the others.")
    for own in fit.scales {
      for item in own.items {
        table.append(
          key + [
            .text(own.scale.name), .text(item.variable), Cell(item.mean), Cell(item.standardDeviation),
            .number(item.itemTotal), .number(item.itemRest), Cell(item.alphaIfDropped),
            constructs.cell(own.scale.name), items.cell(item.variable),
          ])
      }
    }
    table.isShown = !table.rows.isEmpty
    return table
  }

  func oneFactor() -> Table {
    let isTested = fit.scales.contains { $0.check?.chiSquared != nil }
    var table = TableContract.oneFactor.table(
      by: isGrouped, caption: isTested ? "RMSEA's interval has 90 %." : nil,
      hiding: isTested ? [] : ["chi_squared", "p_value", "cfi", "rmsea", "rmsea_low", "rmsea_high"])
    for own in fit.scales {
      guard let check = own.check else { continue }
      table.append(
        key + [
          .text(own.scale.name), Cell(whole: own.n), Cell(check.chiSquared), .integer(check.degreesOfFreedom),
          Cell(check.pValue), Cell(check.cfi), Cell(check.rmsea), Cell(check.rmseaLow), Cell(check.rmseaHigh),
          .number(check.srmr), constructs.cell(own.scale.name),
        ])
    }
    table.isShown = !table.rows.isEmpty
    return table
  }

  func splitHalves() -> Table {
    var table = TableContract.splitHalves.table(by: isGrouped)
    for own in fit.scales {
      guard let halves = own.halves else { continue }
      table.append(
        key + [
          .text(own.scale.name), .number(halves.best), .number(halves.mean), .number(halves.worst),
          .integer(halves.count), .flag(halves.isExact), constructs.cell(own.scale.name),
        ])
    }
    return table
  }

  func commonMethod() -> Table {
    var table = TableContract.commonMethod.table(by: isGrouped)
    if let shares = fit.commonMethod {
      table.append(
        key + [
          Cell(whole: shares.n), .integer(shares.items), .number(shares.componentShare), Cell(shares.factorShare),
        ])
    }
    return table
  }
}
