import Rendering

/// The tables of `reliability`.
extension TableContract {
  private static let construct = Column("construct", "Construct", .text, "the construct's name")
  private static let constructLabel = label(of: "construct", "the construct's label; null without one")
  private static let a = Column("a", "Construct", .text, "a construct")
  private static let b = Column("b", "With", .text, "another")

  package static let reliability = TableContract(
    "reliability", "Reliability", verb: "reliability",
    [
      construct,
      Column(
        "n", "n", .integer,
        "respondents who answered all of its items (with `--missing pairwise` the fewest who answered two of them); null when a matrix does not say"
      ),
      Column("items", "Items", .integer, "how many items it has; of a single one nothing else is known"),
      Column("alpha", "α", .decimals(2), "Cronbach's α of the items as they are; may be negative"),
      Column(
        "alpha_low", "low", .decimals(2),
        "lower end of its interval: resampled, with `--bootstrap 0` Feldt's, which is null under weights, strata and clusters"
      ),
      Column("alpha_high", "high", .decimals(2), "upper end of its interval"),
      Column("alpha_standardized", "α std.", .decimals(2), "α of standardised items", shown: false),
      Column("lambda2", "λ2", .decimals(2), "Guttman's λ₂ of standardised items", shown: false),
      Column(
        "lambda4", "λ4", .decimals(2), "the best split half of standardised items; rises with chance in small samples",
        shown: false),
      Column(
        "lambda6", "λ6", .decimals(2), "Guttman's λ₆ of standardised items; null when an item repeats others",
        shown: false),
      Column("omega_total", "ω", .decimals(2), "McDonald's ω of one factor (minimum residuals), standardised items"),
      Column("omega_low", "low", .decimals(2), "lower end of its resampled interval"),
      Column("omega_high", "high", .decimals(2), "upper end of its resampled interval"),
      Column(
        "omega_hierarchical", "ω h", .decimals(2),
        "share of a general factor behind three group factors (Schmid–Leiman); null below six items, and where these do not correlate as those of one factor do",
        shown: false),
      Column(
        "ordinal_alpha", "ord. α", .decimals(2),
        "α of polychoric correlations; null where items are no ratings of at most eleven points, and where it would exceed 1",
        shown: false),
      Column("ordinal_omega", "ord. ω", .decimals(2), "ω of polychoric correlations", shown: false),
      Column(
        "composite_reliability", "CR", .decimals(2),
        "(Σλ)²/((Σλ)² + Σ(1 − λ²)) with the standardised loadings of one factor (maximum likelihood)"),
      Column("composite_reliability_low", "low", .decimals(2), "lower end of its resampled interval", shown: false),
      Column("composite_reliability_high", "high", .decimals(2), "upper end of its resampled interval", shown: false),
      Column("ave", "AVE", .decimals(2), "average variance extracted: the mean of λ²"),
      Column("ave_low", "low", .decimals(2), "lower end of its resampled interval", shown: false),
      Column("ave_high", "high", .decimals(2), "upper end of its resampled interval", shown: false),
      constructLabel,
    ])

  package static let discriminant = TableContract(
    "discriminant", "Are the constructs distinct?", verb: "reliability",
    [
      a, b,
      Column(
        "htmt", "HTMT", .decimals(2),
        "heterotrait–monotrait ratio of absolute correlations: the constructs' correlation, were items equally good"),
      Column("htmt_low", "low", .decimals(2), "lower end of its resampled interval"),
      Column("htmt_high", "high", .decimals(2), "upper end of its resampled interval"),
      Column("htmt2", "HTMT2", .decimals(2), "the same with geometric means, for items of unequal loadings"),
      Column("htmt2_low", "low", .decimals(2), "lower end of its resampled interval", shown: false),
      Column("htmt2_high", "high", .decimals(2), "upper end of its resampled interval", shown: false),
      Column(
        "correlation", "r", .decimals(2),
        "correlation of the sums of standardised items, corrected for their error: divided by √(ω·ω)"),
      Column("correlation_low", "low", .decimals(2), "lower end of its resampled interval", shown: false),
      Column("correlation_high", "high", .decimals(2), "upper end of its resampled interval", shown: false),
      Column(
        "sqrt_ave_a", "√AVE", .decimals(2),
        "root of the first construct's AVE: Fornell and Larcker ask that it exceed the correlation"),
      Column("sqrt_ave_b", "√AVE", .decimals(2), "root of the second construct's AVE"),
      Column(
        "n", "n", .integer, "respondents who answered all items of both; null when a matrix does not say", shown: false),
      label(of: "a", "the first construct's label; null without one"),
      label(of: "b", "the other's label"),
    ])

  package static let itemStatistics = TableContract(
    "item_statistics", "Items", verb: "reliability",
    [
      construct,
      Column("variable", "Item", .text, "the item's name"),
      Column("mean", "Mean", .decimals(2), "after turning round; null of a correlation matrix"),
      Column("std_deviation", "s.d.", .decimals(2), "standard deviation; null of a correlation matrix"),
      Column("item_total", "Total", .decimals(2), "correlation with the sum of all items"),
      Column("item_rest", "Rest", .decimals(2), "correlation with the sum of the others"),
      Column("alpha_if_dropped", "α without", .decimals(2), "α of the others; null with one other"),
      constructLabel, label(of: "variable", "the item's label; null without one"),
    ])

  package static let oneFactor = TableContract(
    "one_factor", "Does one factor fit?", verb: "reliability",
    [
      construct,
      Column(
        "n", "n", .integer, "respondents who answered all of the construct's items; null when a matrix does not say"),
      Column(
        "chi_squared", "χ²", .decimals(2),
        "n·F by maximum likelihood; null under weights, strata, clusters and pairwise deletion"),
      Column("df", "df", .integer, "its degrees of freedom; 0 of three items, which one factor always fits"),
      Column("p_value", "p", .pValue, "its p-value: small when one factor does not reproduce the correlations"),
      Column("cfi", "CFI", .decimals(3), "comparative fit index"),
      Column("rmsea", "RMSEA", .decimals(3), "√(max(χ² − df, 0)/(df·n))"),
      Column("rmsea_low", "low", .decimals(3), "lower end of its 90 % interval"),
      Column("rmsea_high", "high", .decimals(3), "upper end of its 90 % interval"),
      Column("srmr", "SRMR", .decimals(3), "root of the mean squared residual correlation, diagonal counted"),
      constructLabel,
    ])

  package static let splitHalves = TableContract(
    "split_halves", "Split halves", verb: "reliability", shown: false,
    [
      construct,
      Column("best", "Best", .decimals(3), "the largest reliability that a split into halves gives: λ₄"),
      Column("mean", "Mean", .decimals(3), "over the splits; of an even number of items the standardised α"),
      Column("worst", "Worst", .decimals(3), "the smallest: Revelle's β"),
      Column("splits", "Splits", .integer, "how many were tried"),
      Column("exact", "All", .text, "whether these are all; else random ones, some improved by exchanges"),
      constructLabel,
    ])

  package static let commonMethod = TableContract(
    "common_method", "One factor of all items", verb: "reliability", shown: false,
    [
      Column("n", "n", .integer, "respondents who answered all of them; null when a matrix does not say"),
      Column("items", "Items", .integer, "of all constructs together"),
      Column("component_share", "Component", .percent(1), "share of their variance that the first component takes"),
      Column("factor_share", "Factor", .percent(1), "share that one factor by minimum residuals explains"),
    ])

  /// In the order of the contract's page.
  static let ofReliability = [reliability, discriminant, itemStatistics, oneFactor, splitHalves, commonMethod]
}
