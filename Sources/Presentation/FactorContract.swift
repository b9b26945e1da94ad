import Rendering

/// The tables of `factor`.
extension TableContract {
  private static let variable = Column("variable", "Item", .text, "the item's name")
  private static let variableLabel = label(of: "variable", "the item's label; null without one")
  private static let factor = Column(
    "factor", "Factor", .text,
    "`F1`, `F2`, …: in the order of what they explain; general factor and targets keep their place")

  package static let loadings = TableContract(
    "loadings", "Loadings", verb: "factor", shown: false,
    [
      variable, factor,
      Column(
        "loading", "Loading", .decimals(3), "pattern: the item's regression weight on the factor, both standardised"),
      Column(
        "std_error", "s.e.", .decimals(3),
        "its standard error: resampled with `--bootstrap`, else of maximum likelihood; null where there is none"),
      Column("conf_low", "low", .decimals(3), "lower end of its confidence interval"),
      Column("conf_high", "high", .decimals(3), "upper end of its confidence interval"),
      Column(
        "structure", "Structure", .decimals(3), "correlation of item and factor; with orthogonal factors the loading"),
      variableLabel,
    ])

  package static let communalities = TableContract(
    "communalities", "Communalities", verb: "factor", shown: false,
    [
      variable,
      Column("communality", "h²", .decimals(3), "share of the item's variance that the factors explain"),
      Column(
        "uniqueness", "u²", .decimals(3),
        "the rest, 1 − communality; where the estimate stands at its bound (Heywood case) it may be negative"),
      Column("complexity", "Complexity", .decimals(2), "Hofmann's: on how many factors the item loads"),
      variableLabel,
    ])

  package static let factorCorrelations = TableContract(
    "factor_correlations", "Correlations of factors", verb: "factor", shown: false,
    [
      Column("a", "Factor", .text, "a factor"),
      Column("b", "With", .text, "another"),
      Column("correlation", "r", .decimals(3), "their correlation; 0 after an orthogonal rotation"),
      Column("std_error", "s.e.", .decimals(3), "its standard error, as that of loadings"),
      Column("conf_low", "low", .decimals(3), "lower end of its confidence interval"),
      Column("conf_high", "high", .decimals(3), "upper end of its confidence interval"),
    ])

  package static let varianceExplained = TableContract(
    "variance_explained", "Variance explained", verb: "factor",
    [
      factor,
      Column("ss_loadings", "SS loadings", .decimals(2), "items' worth of variance: diagonal of ΦΛ'Λ"),
      Column("proportion", "Proportion", .percent(1), "ss_loadings / number of items"),
      Column("cumulative", "Cumulative", .percent(1), "proportions added up"),
      Column(
        "determinacy", "Determinacy", .decimals(2),
        "correlation of the factor with its scores of the kind that `--score-method` names"),
      Column(
        "least_correlation", "Least r", .decimals(2),
        "how little two equally good sets of regression scores may correlate: 2ρ² − 1", shown: false),
    ])

  package static let factorFit = TableContract(
    "fit", "Fit", verb: "factor",
    [
      Column("n", "n", .integer, "respondents used; null when a matrix does not say"),
      Column("factors", "Factors", .integer, "how many were extracted"),
      Column(
        "chi_squared", "χ²", .decimals(2),
        "(n − 1 − (2p + 5)/6 − 2k/3)·F at the solution; null under weights, strata, clusters, pairwise deletion and for other than Pearson correlations"
      ),
      Column("df", "df", .integer, "its degrees of freedom; null of components"),
      Column("p_value", "p", .pValue, "its p-value: small when so few factors do not reproduce the correlations"),
      Column("rmsea", "RMSEA", .decimals(3), "√(max(χ² − df, 0)/(df·n))"),
      Column("rmsea_low", "low", .decimals(3), "lower end of its 90 % interval (noncentral χ²)"),
      Column("rmsea_high", "high", .decimals(3), "upper end of its 90 % interval"),
      Column("tli", "TLI", .decimals(3), "(χ²₀/df₀ − χ²/df)/(χ²₀/df₀ − 1)"),
      Column("rmsr", "RMSR", .decimals(3), "root of the mean squared residual correlation"),
      Column("bic", "BIC", .decimals(1), "χ² − df·ln n", shown: false),
      Column(
        "extraction", "Extraction", .text, "`minres`, `ml`, `principal-axis`, `gls` or `components`", shown: false),
      Column("rotation", "Rotation", .text, "the rotation's name", shown: false),
      Column("starts", "Starts", .integer, "starts of the rotation; null when nothing is rotated", shown: false),
      Column("starts_at_best", "at best", .integer, "how many of them ended at the best solution", shown: false),
      Column("converged", "Converged", .text, "whether extraction and rotation did", shown: false),
      Column("kmo", "KMO", .decimals(2), "Kaiser–Meyer–Olkin measure of sampling adequacy of all items"),
      Column("bartlett", "Bartlett's χ²", .decimals(1), "test that no items correlate; null where χ² is", shown: false),
      Column("bartlett_df", "df", .integer, "its degrees of freedom", shown: false),
      Column("bartlett_p", "p", .pValue, "its p-value", shown: false),
      Column("determinant", "|R|", .significant(3), "determinant of the correlations", shown: false),
    ])

  package static let factorCount = TableContract(
    "factor_count", "How many factors", verb: "factor",
    [
      Column(
        "rule", "Rule", .text,
        "`parallel_components_95` and `_mean`, `parallel_factors_95` and `_mean` (with `_permuted` against permuted answers), `map`, `map_revised`, `kaiser`, `empirical_kaiser`, `hull`"
      ),
      Column("factors", "Factors", .integer, "how many it keeps; null where it cannot be applied"),
      Column("detail", "Because", .text, "what the answer rests on"),
    ])

  package static let eigenvalues = TableContract(
    "eigenvalues", "Eigenvalues and those of random data", verb: "factor", shown: false,
    [
      Column(
        "matrix", "Matrix", .text,
        "`components` (correlations) or `common_factors` (squared multiple correlations in the diagonal)"),
      Column("source", "Random data", .text, "`normal` or `permuted`; null without a parallel analysis"),
      Column("place", "Place", .integer, "1 is the largest"),
      Column("eigenvalue", "Eigenvalue", .decimals(3), "of the data"),
      Column("random_mean", "Random mean", .decimals(3), "mean over random samples"),
      Column("random_95", "Random 95 %", .decimals(3), "their 95th percentile"),
    ])

  package static let suitability = TableContract(
    "suitability", "Suitability of items", verb: "factor", shown: false,
    [
      variable,
      Column("kmo", "KMO", .decimals(2), "measure of sampling adequacy of the item: below 0.5 it does not belong"),
      variableLabel,
    ])

  package static let residualCorrelations = TableContract(
    "residual_correlations", "Residual correlations", verb: "factor", shown: false,
    [
      Column("a", "Item", .text, "an item"),
      Column("b", "With", .text, "another"),
      Column("correlation", "r", .decimals(3), "their correlation"),
      Column("residual", "Residual", .decimals(3), "what the factors leave of it"),
      Column(
        "anti_image", "Anti-image", .decimals(3),
        "their partial correlation, all other items held constant, with its sign turned"),
      label(of: "a", "the first item's label; null without one"), label(of: "b", "the other's label"),
    ])

  package static let scoreWeights = TableContract(
    "score_weights", "Weights of factor scores", verb: "factor", shown: false,
    [
      variable, factor,
      Column("method", "Method", .text, "`regression`, `bartlett` or `ten-berge`"),
      Column("weight", "Weight", .decimals(3), "of the item, standardised, in the factor's score"),
      variableLabel,
    ])

  package static let congruence = TableContract(
    "congruence", "Are the factors of the groups alike?", verb: "factor", isOfGroups: true,
    [
      Column("a", "Group", .text, "the group whose factors are the target"),
      Column("b", "With", .text, "the group whose loadings are turned towards them"),
      Column("factor", "Factor", .text, "a factor of the first group, or `all` loadings together"),
      Column(
        "congruence", "Congruence", .decimals(3),
        "Tucker's coefficient: from 0.95 on the same factor, from 0.85 on alike"),
      Column("conf_low", "low", .decimals(3), "lower end of its resampled interval; null without `--bootstrap`"),
      Column("conf_high", "high", .decimals(3), "upper end of its resampled interval"),
    ])

  /// In the order of the contract's page.
  static let ofFactor = [
    loadings, communalities, factorCorrelations, varianceExplained, factorFit, factorCount, eigenvalues, suitability,
    residualCorrelations, scoreWeights, congruence,
  ]
}
