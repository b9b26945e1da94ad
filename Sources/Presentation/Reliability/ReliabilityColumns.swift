import Rendering
import Reliability
import Resampling

/// The tables of `reliability`.
enum ReliabilityColumns {
  typealias PairRow = (
    a: ReliabilityAnalysis.ScaleFit, b: ReliabilityAnalysis.ScaleFit, pair: ReliabilityAnalysis.Pair
  )
  typealias ItemRow = (
    scale: ReliabilityAnalysis.Scale, item: ItemStatistics, gain: ReliabilityAnalysis.Estimated?, label: String?
  )
  typealias CheckRow = (own: ReliabilityAnalysis.ScaleFit, check: OneFactorCheck)
  typealias HalvesRow = (scale: ReliabilityAnalysis.Scale, halves: SplitHalves)

  static let reliability = TableDeclaration<ReliabilityAnalysis.ScaleFit>(
    "reliability", "Reliability", verb: "reliability"
  ) {
    Column.construct { $0.scale }
    Column(
      "n", "n", .integer,
      "respondents who answered all of its items (with `--missing pairwise` the fewest who answered two of them); null when a matrix does not say"
    ) { Cell(whole: $0.n) }
    Column("items", "Items", .integer, "how many items it has; of a single one nothing else is known") {
      $0.scale.items.count
    }
    Column("alpha", "α", .proportion(2), "Cronbach's α of the items as they are; may be negative") { $0.alpha.value }
    Column(
      "alpha_low", "low", .proportion(2),
      "lower end of its interval: resampled, with `--bootstrap 0` Feldt's, which is null under weights, strata and clusters"
    ) { $0.alpha.interval?.low }
    Column("alpha_high", "high", .proportion(2), "upper end of its interval") { $0.alpha.interval?.high }
    Column("alpha_standardized", "α std.", .proportion(2), "α of standardised items", shown: false) {
      $0.standardizedAlpha
    }
    Column("lambda2", "λ2", .proportion(2), "Guttman's λ₂ of standardised items", shown: false) { $0.lambda2 }
    Column(
      "lambda4", "λ4", .proportion(2), "the best split half of standardised items; rises with chance in small samples",
      shown: false
    ) { $0.halves?.best }
    Column(
      "lambda6", "λ6", .proportion(2), "Guttman's λ₆ of standardised items; null when an item repeats others",
      shown: false
    ) { $0.lambda6 }
    Column("omega_total", "ω", .proportion(2), "McDonald's ω of one factor (minimum residuals), standardised items") {
      $0.omegaTotal.value
    }
    Column("omega_low", "low", .proportion(2), "lower end of its resampled interval") { $0.omegaTotal.interval?.low }
    Column("omega_high", "high", .proportion(2), "upper end of its resampled interval") { $0.omegaTotal.interval?.high }
    Column(
      "omega_hierarchical", "ω h", .proportion(2),
      "share of a general factor behind three group factors (Schmid–Leiman); null below six items, and where these do not correlate as those of one factor do",
      shown: false
    ) { $0.omegaHierarchical }
    Column(
      "ordinal_alpha", "ord. α", .proportion(2),
      "α of polychoric correlations; null where items are no ratings of at most eleven points, and where it would exceed 1",
      shown: false
    ) { $0.ordinalAlpha }
    Column("ordinal_omega", "ord. ω", .proportion(2), "ω of polychoric correlations", shown: false) { $0.ordinalOmega }
    Column(
      "composite_reliability", "CR", .proportion(2),
      "(Σλ)²/((Σλ)² + Σ(1 − λ²)) with the standardised loadings of one factor (maximum likelihood)"
    ) { $0.compositeReliability.value }
    Column("composite_reliability_low", "low", .proportion(2), "lower end of its resampled interval", shown: false) {
      $0.compositeReliability.interval?.low
    }
    Column("composite_reliability_high", "high", .proportion(2), "upper end of its resampled interval", shown: false) {
      $0.compositeReliability.interval?.high
    }
    Column("ave", "AVE", .proportion(2), "average variance extracted: the mean of λ²") {
      $0.averageVarianceExtracted.value
    }
    Column("ave_low", "low", .proportion(2), "lower end of its resampled interval", shown: false) {
      $0.averageVarianceExtracted.interval?.low
    }
    Column("ave_high", "high", .proportion(2), "upper end of its resampled interval", shown: false) {
      $0.averageVarianceExtracted.interval?.high
    }
    Column(
      "verdict", "Verdict", .text,
      "by the lower end of ω's interval: `good` from 0.80 on, `tolerable` from 0.70 on, else `poor`; null without an interval",
      shown: false
    ) { $0.quality?.rawValue }
    Column(
      "omega_raw", "ω raw", .proportion(2),
      "ω of the mean of the items as they are, which `--correct reliability` divides by", shown: false
    ) { $0.rawOmega }
    Column(
      "ordinal_sum_omega", "sum ω", .proportion(2),
      "Green and Yang's ω of the sum of the ratings, whose answers are cut from normal variables with one factor; null as `ordinal_omega` is",
      shown: false
    ) { $0.ordinalSumOmega }
  }

  static let discriminant = TableDeclaration<PairRow>(
    "discriminant", "Are the constructs distinct?", verb: "reliability",
    empty: EmptyTable(
      "It compares constructs with each other, and there is only one.")
  ) {
    Column(
      names: "a", "Construct", "a construct", value: { $0.a.scale.name },
      labels: "the first construct's label; null without one", label: { $0.a.scale.label })
    Column(
      names: "b", "With", "another", value: { $0.b.scale.name }, labels: "the other's label",
      label: { $0.b.scale.label })
    Column(
      "htmt", "HTMT", .decimals(2),
      "heterotrait–monotrait ratio of absolute correlations: the constructs' correlation, were items equally good"
    ) { $0.pair.htmt.value }
    Column("htmt_low", "low", .decimals(2), "lower end of its resampled interval") { $0.pair.htmt.interval?.low }
    Column("htmt_high", "high", .decimals(2), "upper end of its resampled interval") { $0.pair.htmt.interval?.high }
    Column("htmt2", "HTMT2", .decimals(2), "the same with geometric means, for items of unequal loadings") {
      $0.pair.htmt2.value
    }
    Column("htmt2_low", "low", .decimals(2), "lower end of its resampled interval", shown: false) {
      $0.pair.htmt2.interval?.low
    }
    Column("htmt2_high", "high", .decimals(2), "upper end of its resampled interval", shown: false) {
      $0.pair.htmt2.interval?.high
    }
    Column(
      "correlation", "r", .proportion(2),
      "correlation of the sums of standardised items, corrected for their error: divided by √(ω·ω)"
    ) { $0.pair.correlation.value }
    Column("correlation_low", "low", .proportion(2), "lower end of its resampled interval", shown: false) {
      $0.pair.correlation.interval?.low
    }
    Column("correlation_high", "high", .proportion(2), "upper end of its resampled interval", shown: false) {
      $0.pair.correlation.interval?.high
    }
    Column(
      "sqrt_ave_a", "√AVE", .proportion(2),
      "root of the first construct's AVE: Fornell and Larcker ask that it exceed the correlation"
    ) { $0.a.averageVarianceExtracted.value?.squareRoot() }
    Column("sqrt_ave_b", "√AVE", .proportion(2), "root of the second construct's AVE") {
      $0.b.averageVarianceExtracted.value?.squareRoot()
    }
    Column(
      "n", "n", .integer, "respondents who answered all items of both; null when a matrix does not say", shown: false
    ) { Cell(whole: $0.pair.n) }
    Column(
      "verdict", "Verdict", .text,
      "by the upper end of HTMT's interval: `distinct` below 0.85, `overlapping` below 1, else `maybe_one`; null without an interval",
      shown: false
    ) { $0.pair.distinctness?.rawValue }
  }

  static let itemStatistics = TableDeclaration<ItemRow>(
    "item_statistics", "Items", verb: "reliability"
  ) {
    Column.construct { $0.scale }
    Column(
      names: "variable", "Item", "the item's name", value: { $0.item.variable },
      labels: "the item's label; null without one", label: { $0.label })
    Column("mean", "Mean", .decimals(2), "after turning round; null of a correlation matrix") { $0.item.mean }
    Column("std_deviation", "s.d.", .decimals(2), "standard deviation; null of a correlation matrix") {
      $0.item.standardDeviation
    }
    Column("item_total", "Total", .proportion(2), "correlation with the sum of all items") { $0.item.itemTotal }
    Column("item_rest", "Rest", .proportion(2), "correlation with the sum of the others") { $0.item.itemRest }
    Column("alpha_if_dropped", "α without", .proportion(2), "α of the others; null with one other") {
      $0.item.alphaIfDropped
    }
    Column(
      "gain_low", "gain low", .decimals(2), "lower end of the resampled interval of what α gains without the item",
      shown: false
    ) {
      $0.gain?.interval?.low
    }
    Column("gain_high", "gain high", .decimals(2), "upper end of it", shown: false) { $0.gain?.interval?.high }
  }

  static let oneFactor = TableDeclaration<CheckRow>(
    "one_factor", "Does one factor fit?", verb: "reliability"
  ) {
    Column.construct { $0.own.scale }
    Column("n", "n", .integer, "respondents who answered all of the construct's items; null when a matrix does not say")
    { Cell(whole: $0.own.n) }
    Column(
      "chi_squared", "χ²", .decimals(2),
      "n·F by maximum likelihood, divided by `scaling` where there are rows; null with pairwise deletion"
    ) { $0.check.chiSquared }
    Column("df", "df", .integer, "its degrees of freedom; 0 of three items, which one factor always fits") {
      $0.check.degreesOfFreedom
    }
    Column("p_value", "p", .pValue, "its p-value: small when one factor does not reproduce the correlations") {
      $0.check.pValue
    }
    Column("cfi", "CFI", .proportion(3), "comparative fit index") { $0.check.cfi }
    Column("rmsea", "RMSEA", .proportion(3), "√(scaling·max(χ² − df, 0)/(df·n))") { $0.check.rmsea }
    Column("rmsea_low", "low", .proportion(3), "lower end of its 90 % interval") { $0.check.rmseaLow }
    Column("rmsea_high", "high", .proportion(3), "upper end of its 90 % interval") { $0.check.rmseaHigh }
    Column("srmr", "SRMR", .proportion(3), "root of the mean squared residual correlation, diagonal counted") {
      $0.check.srmr
    }
    Column(
      "scaling", "Scaling", .decimals(3),
      "what χ² is divided by, so that answers need not be normal; null where it assumes that they are, as of a matrix",
      shown: false
    ) { $0.check.scaling }
  }

  static let splitHalves = TableDeclaration<HalvesRow>(
    "split_halves", "Split halves", verb: "reliability", shown: false, empty: EmptyTable()
  ) {
    Column.construct { $0.scale }
    Column("best", "Best", .proportion(3), "the largest reliability that a split into halves gives: λ₄") {
      $0.halves.best
    }
    Column("mean", "Mean", .proportion(3), "over the splits; of an even number of items the standardised α") {
      $0.halves.mean
    }
    Column("worst", "Worst", .proportion(3), "the smallest: Revelle's β") { $0.halves.worst }
    Column("splits", "Splits", .integer, "how many were tried") { $0.halves.count }
    Column("exact", "All", .text, "whether these are all; else random ones, some improved by exchanges") {
      $0.halves.isExact
    }
  }

  static let commonMethod = TableDeclaration<ReliabilityAnalysis.CommonMethod>(
    "common_method", "One factor of all items", verb: "reliability", shown: false,
    empty: EmptyTable("It needs the items of at least two constructs.")
  ) {
    Column("n", "n", .integer, "respondents who answered all of them; null when a matrix does not say") {
      Cell(whole: $0.n)
    }
    Column("items", "Items", .integer, "of all constructs together") { $0.items }
    Column("component_share", "Component", .percent(1), "share of their variance that the first component takes") {
      $0.componentShare
    }
    Column("factor_share", "Factor", .percent(1), "share that one factor by minimum residuals explains") {
      $0.factorShare
    }
  }
}

extension Column {
  fileprivate static func construct(_ scale: @escaping @Sendable (Row) -> ReliabilityAnalysis.Scale) -> Column {
    Column(
      names: "construct", "Construct", "the construct's name", value: { scale($0).name },
      labels: "the construct's label; null without one", label: { scale($0).label })
  }
}
