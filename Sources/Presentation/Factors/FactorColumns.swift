import Factors
import Optimization
import Rendering
import Resampling
import Studies
import Survey

/// The tables of `factor`.
enum FactorColumns {
  typealias LoadingRow = (
    item: String, label: String?, factor: String, loading: Double, spread: FactorBootstrap.Spread, structure: Double
  )
  typealias CommunalityRow = (
    item: String, label: String?, communality: Double, uniqueness: Double, complexity: Double
  )
  typealias FactorPairRow = (a: String, b: String, correlation: Double, spread: FactorBootstrap.Spread)
  typealias ExplainedRow = (
    factor: String, sumOfSquares: Double, proportion: Double, cumulative: Double, determinacy: Double,
    leastCorrelation: Double
  )
  typealias EigenvalueRow = (
    matrix: String, source: String?, place: Int, value: Double, mean: Double?, percentile: Double?
  )
  typealias SuitabilityRow = (item: String, label: String?, kmo: Double)
  typealias ResidualRow = (
    a: String, b: String, labelOfA: String?, labelOfB: String?, correlation: Double, residual: Double, antiImage: Double
  )
  typealias WeightRow = (item: String, label: String?, factor: String, method: FactorScores.Method, weight: Double)
  typealias CongruenceRow = (
    pair: GroupCongruence, factor: String, congruence: Double, identical: FactorCongruence.Identical?
  )

  static let loadings = TableDeclaration<LoadingRow>(
    "loadings", "Loadings", verb: "factor", shown: false
  ) {
    Column(
      names: "variable", "Item", "the item's name", value: { $0.item }, labels: "the item's label; null without one",
      label: { $0.label })
    Column.factor { $0.factor }
    Column(
      "loading", "Loading", .proportion(3), "pattern: the item's regression weight on the factor, both standardised"
    ) { $0.loading }
    Column(
      "std_error", "s.e.", .proportion(3),
      "its standard error: resampled with `--bootstrap`, else of maximum likelihood (from the rows, where there are any, so that answers need not be normal); null where there is none"
    ) { $0.spread.standardError }
    Column("conf_low", "low", .proportion(3), "lower end of its confidence interval") { $0.spread.interval?.low }
    Column("conf_high", "high", .proportion(3), "upper end of its confidence interval") { $0.spread.interval?.high }
    Column(
      "structure", "Structure", .proportion(3), "correlation of item and factor; with orthogonal factors the loading"
    ) { $0.structure }
  }

  static let communalities = TableDeclaration<CommunalityRow>(
    "communalities", "Communalities", verb: "factor", shown: false
  ) {
    Column(
      names: "variable", "Item", "the item's name", value: { $0.item }, labels: "the item's label; null without one",
      label: { $0.label })
    Column("communality", "h²", .proportion(3), "share of the item's variance that the factors explain") {
      $0.communality
    }
    Column(
      "uniqueness", "u²", .proportion(3),
      "the rest, 1 − communality; where the estimate stands at its bound (Heywood case) it may be negative"
    ) { $0.uniqueness }
    Column("complexity", "Complexity", .decimals(2), "Hofmann's: on how many factors the item loads") { $0.complexity }
  }

  static let factorCorrelations = TableDeclaration<FactorPairRow>(
    "factor_correlations", "Correlations of factors", verb: "factor", shown: false,
    empty: EmptyTable(
      "There is one factor, or factors were not allowed to correlate: use an oblique --rotation.")
  ) {
    Column("a", "Factor", .text, "a factor") { $0.a }
    Column("b", "With", .text, "another") { $0.b }
    Column("correlation", "r", .proportion(3), "their correlation; 0 after an orthogonal rotation") { $0.correlation }
    Column("std_error", "s.e.", .proportion(3), "its standard error, as that of loadings") { $0.spread.standardError }
    Column("conf_low", "low", .proportion(3), "lower end of its confidence interval") { $0.spread.interval?.low }
    Column("conf_high", "high", .proportion(3), "upper end of its confidence interval") { $0.spread.interval?.high }
  }

  static let varianceExplained = TableDeclaration<ExplainedRow>(
    "variance_explained", "Variance explained", verb: "factor"
  ) {
    Column.factor { $0.factor }
    Column("ss_loadings", "SS loadings", .decimals(2), "items' worth of variance: diagonal of ΦΛ'Λ") { $0.sumOfSquares }
    Column("proportion", "Proportion", .percent(1), "ss_loadings / number of items") { $0.proportion }
    Column("cumulative", "Cumulative", .percent(1), "proportions added up") { $0.cumulative }
    Column(
      "determinacy", "Determinacy", .proportion(2),
      "correlation of the factor with its scores of the kind that `--score-method` names"
    ) { $0.determinacy }
    Column(
      "least_correlation", "Least r", .proportion(2),
      "how little two equally good sets of regression scores may correlate: 2ρ² − 1", shown: false
    ) { $0.leastCorrelation }
  }

  static let fit = TableDeclaration<FactorExploration.Fit>(
    "fit", "Fit", verb: "factor"
  ) {
    Column("n", "n", .integer, "respondents used; null when a matrix does not say") { Cell(whole: $0.solution.input.n) }
    Column("factors", "Factors", .integer, "how many were extracted") { $0.solution.specification.factors }
    Column(
      "chi_squared", "χ²", .decimals(2),
      "(n − 1 − (2p + 5)/6 − 2k/3)·F at the solution, divided by `scaling` where there are rows; null with pairwise deletion"
    ) { $0.solution.statistics.chiSquared }
    Column("df", "df", .integer, "its degrees of freedom; null of components") {
      $0.solution.statistics.degreesOfFreedom
    }
    Column("p_value", "p", .pValue, "its p-value: small when so few factors do not reproduce the correlations") {
      $0.solution.statistics.pValue
    }
    Column("rmsea", "RMSEA", .proportion(3), "√(scaling·max(χ² − df, 0)/(df·n))") { $0.solution.statistics.rmsea }
    Column("rmsea_low", "low", .proportion(3), "lower end of its 90 % interval (noncentral χ²)") {
      $0.solution.statistics.rmseaLow
    }
    Column("rmsea_high", "high", .proportion(3), "upper end of its 90 % interval") { $0.solution.statistics.rmseaHigh }
    Column("tli", "TLI", .proportion(3), "(χ²₀/df₀ − χ²/df)/(χ²₀/df₀ − 1), with each χ² and the 1 as scaling has them")
    {
      $0.solution.statistics.tli
    }
    Column("rmsr", "RMSR", .proportion(3), "root of the mean squared residual correlation") {
      $0.solution.statistics.rmsr
    }
    Column(
      "bic", "BIC", .decimals(1),
      "χ² − df·ln n, χ² not scaled; null under weights, strata, clusters and for other than Pearson correlations",
      shown: false
    ) { $0.solution.statistics.bic }
    Column("extraction", "Extraction", .text, "`minres`, `ml`, `principal-axis`, `gls` or `components`", shown: false) {
      $0.solution.specification.extraction.rawValue
    }
    Column("rotation", "Rotation", .text, "the rotation's name", shown: false) {
      $0.solution.specification.rotation.criterion.rawValue
    }
    Column("starts", "Starts", .integer, "starts of the rotation; null when nothing is rotated", shown: false) {
      $0.solution.rotation?.starts
    }
    Column("starts_at_best", "at best", .integer, "how many of them ended at the best solution", shown: false) {
      $0.solution.rotation?.startsAtBest
    }
    Column("converged", "Converged", .text, "whether extraction and rotation did", shown: false) {
      ($0.solution.extraction?.isConverged ?? true) && ($0.solution.rotation?.convergence.isConverged ?? true)
    }
    Column("kmo", "KMO", .proportion(2), "Kaiser–Meyer–Olkin measure of sampling adequacy of all items") {
      $0.suitability.kmo
    }
    Column("bartlett", "Bartlett's χ²", .decimals(1), "test that no items correlate; null as `bic` is", shown: false) {
      $0.suitability.bartlett
    }
    Column("bartlett_df", "df", .integer, "its degrees of freedom", shown: false) {
      $0.suitability.bartlettDegreesOfFreedom
    }
    Column("bartlett_p", "p", .pValue, "its p-value", shown: false) { $0.suitability.bartlettPValue }
    Column("determinant", "|R|", .significant(3), "determinant of the correlations", shown: false) {
      $0.suitability.determinant
    }
    Column(
      "kmo_verdict", "KMO's verdict", .text,
      "how well the items suit a factor analysis: `good` from 0.80 on, `tolerable` from 0.60 on, `bare` from 0.50 on, else `unsuited`",
      shown: false
    ) { $0.suitability.adequacy.rawValue }
    Column(
      "scaling", "Scaling", .decimals(3),
      "what χ² is divided by, its mean over degrees of freedom among answers like these; null where χ² assumes normal answers of independent respondents, as of a matrix",
      shown: false
    ) { $0.solution.statistics.scaling }
  }

  static let factorCount = TableDeclaration<FactorCount.Rule>(
    "factor_count", "How many factors", verb: "factor"
  ) {
    Column(
      "rule", "Rule", .text,
      "`parallel_factors_95` and `_mean`, `parallel_components_95` and `_mean` (with `_permuted` against permuted answers), `next_eigenvalue`, `comparison_data`, `map`, `map_revised`, `kaiser`, `empirical_kaiser`, `hull`"
    ) { $0.name }
    Column("factors", "Factors", .integer, "how many it keeps; null where it cannot be applied") { $0.factors }
    Column("detail", "Because", .text, "what the answer rests on") { $0.detail.description }
  }

  static let eigenvalues = TableDeclaration<EigenvalueRow>(
    "eigenvalues", "Eigenvalues and those of random data", verb: "factor", shown: false
  ) {
    Column(
      "matrix", "Matrix", .text,
      "`components` (correlations) or `common_factors` (squared multiple correlations in the diagonal)"
    ) { $0.matrix }
    Column("source", "Random data", .text, "`normal` or `permuted`; null without a parallel analysis") { $0.source }
    Column("place", "Place", .integer, "1 is the largest") { $0.place }
    Column("eigenvalue", "Eigenvalue", .decimals(3), "of the data") { $0.value }
    Column("random_mean", "Random mean", .decimals(3), "mean over random samples") { $0.mean }
    Column("random_95", "Random 95 %", .decimals(3), "their 95th percentile") { $0.percentile }
  }

  static let suitability = TableDeclaration<SuitabilityRow>(
    "suitability", "Suitability of items", verb: "factor", shown: false
  ) {
    Column(
      names: "variable", "Item", "the item's name", value: { $0.item }, labels: "the item's label; null without one",
      label: { $0.label })
    Column("kmo", "KMO", .proportion(2), "measure of sampling adequacy of the item: below 0.5 it does not belong") {
      $0.kmo
    }
    Column("verdict", "Verdict", .text, "as `fit.kmo_verdict`, of the item", shown: false) {
      SamplingAdequacy(kmo: $0.kmo).rawValue
    }
  }

  static let residualCorrelations = TableDeclaration<ResidualRow>(
    "residual_correlations", "Residual correlations", verb: "factor", shown: false
  ) {
    Column(
      names: "a", "Item", "an item", value: { $0.a }, labels: "the first item's label; null without one",
      label: { $0.labelOfA })
    Column(names: "b", "With", "another", value: { $0.b }, labels: "the other's label", label: { $0.labelOfB })
    Column("correlation", "r", .proportion(3), "their correlation") { $0.correlation }
    Column("residual", "Residual", .proportion(3), "what the factors leave of it") { $0.residual }
    Column(
      "anti_image", "Anti-image", .proportion(3),
      "their partial correlation, all other items held constant, with its sign turned"
    ) { $0.antiImage }
  }

  static let scoreWeights = TableDeclaration<WeightRow>(
    "score_weights", "Weights of factor scores", verb: "factor", shown: false
  ) {
    Column(
      names: "variable", "Item", "the item's name", value: { $0.item }, labels: "the item's label; null without one",
      label: { $0.label })
    Column.factor { $0.factor }
    Column("method", "Method", .text, "`regression`, `bartlett` or `ten-berge`") { $0.method.rawValue }
    Column("weight", "Weight", .decimals(3), "of the item, standardised, in the factor's score") { $0.weight }
  }

  static let congruence = TableDeclaration<CongruenceRow>(
    "congruence", "Are the factors of the groups alike?", verb: "factor", isOfGroups: true,
    empty: EmptyTable("It compares the groups of --by.")
  ) {
    Column(
      names: "a", "Group", "the group whose factors are the target", value: { $0.pair.a },
      labels: "the value label of that group; null without one", label: { $0.pair.aLabel })
    Column(
      names: "b", "With", "the group whose loadings are turned towards them", value: { $0.pair.b },
      labels: "the value label of that group; null without one", label: { $0.pair.bLabel })
    Column("factor", "Factor", .text, "a factor of the first group, or `all` loadings together") { $0.factor }
    Column(
      "congruence", "Congruence", .proportion(3),
      "Tucker's coefficient: from 0.95 on the same factor, from 0.85 on alike"
    ) { $0.congruence }
    Column(
      "identical_low", "Identical", .proportion(3),
      "identical groups of these sizes would show this or less in 5 % of samples (1 − `--confidence`), by exchanging respondents between them; null without `--bootstrap`"
    ) { $0.identical?.low }
    Column(
      "p_value", "p", .pValue,
      "how often identical groups would show no more than the congruence; null without `--bootstrap`"
    ) { $0.identical?.pValue }
    Column(
      "verdict", "Verdict", .text, "`same` from 0.95 on, `alike` from 0.85 on, else `different`", shown: false
    ) { FactorLikeness(congruence: $0.congruence).rawValue }
  }
}

extension Column {
  fileprivate static func factor(_ value: @escaping @Sendable (Row) -> String) -> Column {
    Column(
      "factor", "Factor", .text,
      "`F1`, `F2`, …: in the order of what they explain; general factor and targets keep their place", value: value)
  }
}
