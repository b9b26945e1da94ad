import Measures
import Reliability
import Rendering
import Resampling
import Studies
import Survey

/// The tables of `reliability`, each from the closed list of columns.
struct ReliabilityTables {
  /// The `--by` variable and the group's value, or `nil` for the whole.
  let group: GroupKey?
  let fit: ReliabilityAnalysis.Fit
  /// Labels of items, by name.
  let labels: [String: String]

  func reliability() -> Table {
    let hasIntervals = fit.scales.contains { $0.omegaTotal.interval != nil }
    let hasAlphaIntervals = fit.scales.contains { $0.alpha.interval != nil }
    let confidence = Words.percent(fit.specification.bootstrap.confidence)
    let kinds: Sentence =
      "ω, composite reliability (CR) and AVE are of one factor; CR and AVE by maximum likelihood."
    let intervals: Sentence =
      hasIntervals ? "low, high: \(confidence) intervals." : "low, high: \(confidence) interval of α."
    return ReliabilityColumns.reliability.table(
      fit.scales, group: group, caption: hasAlphaIntervals ? intervals + " " + kinds : kinds,
      hiding: (hasIntervals ? Set<String>() : ["omega_low", "omega_high"])
        .union(hasAlphaIntervals ? [] : ["alpha_low", "alpha_high"]))
  }

  /// What the first table has no room for.
  func others() -> Table? {
    guard fit.scales.contains(where: { $0.standardizedAlpha != nil }) else { return nil }
    let columns = ReliabilityColumns.reliability.contract.columns
    let names = [
      "construct", "alpha_standardized", "lambda2", "lambda4", "lambda6", "omega_hierarchical", "ordinal_alpha",
      "ordinal_omega", "ordinal_sum_omega", "omega_raw",
    ]
    let chosen = names.map { name in columns.first { $0.name == name }! }
    var table = Table(
      name: "coefficients", title: said("Other coefficients"),
      columns: chosen.map { Table.Column($0.name, said(Sentence(stringLiteral: $0.heading)), $0.style) },
      caption: said(
        "λ4: the best split half. ω h: a general factor's share, from six items on. ord.: of polychoric correlations. sum ω: of the sum of the ratings (Green and Yang). ω raw: of the mean of the items as they are, which the correction for error takes."
      ))
    for own in fit.scales where own.scale.items.count > 1 {
      table.append([
        .text(own.scale.title), Cell(own.standardizedAlpha), Cell(own.lambda2), Cell(own.halves?.best),
        Cell(own.lambda6), Cell(own.omegaHierarchical), Cell(own.ordinalAlpha), Cell(own.ordinalOmega),
        Cell(own.ordinalSumOmega), Cell(own.rawOmega),
      ])
    }
    return table
  }

  func discriminant() -> Table {
    let hasIntervals = fit.pairs.contains { $0.htmt.interval != nil }
    var table = ReliabilityColumns.discriminant.table(
      fit.pairs.map { (fit.scales[$0.b], fit.scales[$0.a], $0) }, group: group,
      caption:
        "HTMT near 1 says that two constructs are one; \(Words.proportion(0.85, 2)) and \(Words.proportion(0.9, 2)) are the usual limits. r, corrected for error, should lie below both roots of AVE.",
      hiding: hasIntervals ? [] : ["htmt_low", "htmt_high"])
    table.isShown = !fit.pairs.isEmpty
    return table
  }

  func itemStatistics() -> Table {
    let rows = fit.scales.flatMap { own in
      own.items.indices.map { i in
        ReliabilityColumns.ItemRow(
          own.scale, own.items[i], own.alphaGains.indices.contains(i) ? own.alphaGains[i] : nil,
          labels[own.items[i].variable])
      }
    }
    var table = ReliabilityColumns.itemStatistics.table(
      rows, group: group, caption: "Total, Rest: correlation with the sum of all items, and of the others.")
    table.isShown = !rows.isEmpty
    return table
  }

  func oneFactor() -> Table {
    let isTested = fit.scales.contains { $0.check?.chiSquared != nil }
    let rows = fit.scales.compactMap { own in own.check.map { ReliabilityColumns.CheckRow(own, $0) } }
    var table = ReliabilityColumns.oneFactor.table(
      rows, group: group,
      caption: isTested
        ? rows.contains { $0.check.scaling != nil }
          ? "χ² is scaled, so that answers need not be normal (Satorra–Bentler). RMSEA's interval has 90 %."
          : "RMSEA's interval has 90 %."
        : nil,
      hiding: isTested ? [] : ["chi_squared", "p_value", "cfi", "rmsea", "rmsea_low", "rmsea_high"])
    table.isShown = !rows.isEmpty
    return table
  }

  func splitHalves() -> Table {
    ReliabilityColumns.splitHalves.table(
      fit.scales.compactMap { own in own.halves.map { (own.scale, $0) } }, group: group)
  }

  func commonMethod() -> Table {
    ReliabilityColumns.commonMethod.table(fit.commonMethod.map { [$0] } ?? [], group: group)
  }
}
