import Optimization
import Rendering
import Structural
import Studies
import Survey

/// How well a model fits, alone and step by step.
extension StructuralColumns {
  static let fit = TableDeclaration<StructuralModel.Fit>("fit", "Fit", verb: "sem") {
    Column("n", "n", .integer, "respondents, of all groups together") { Cell(whole: $0.statistics.n) }
    Column(
      "estimator", "Estimator", .text, "`ml`, `mlm`, `mlmv`, `mlr`, `uls`, `gls` or `wlsmv`", shown: false
    ) { $0.specification.estimator.rawValue }
    Column("parameters", "Parameters", .integer, "free ones; equal ones count once", shown: false) { $0.freeCount }
    Column(
      "chi_squared", "χ²", .decimals(2), "n·F of maximum likelihood, (n − 1)·F of gls; null of uls"
    ) { $0.statistics.chiSquared }
    Column("df", "df", .integer, "its degrees of freedom: variances, covariances (and means) less parameters") {
      $0.statistics.degreesOfFreedom
    }
    Column("p_value", "p", .pValue, "its p-value: small when the model does not reproduce the covariances") {
      $0.statistics.pValue
    }
    Column("baseline_chi_squared", "χ² of none", .decimals(2), "of the model without any covariances", shown: false) {
      $0.statistics.baselineChiSquared
    }
    Column("baseline_df", "df", .integer, "its degrees of freedom", shown: false) { $0.statistics.baselineDegrees }
    Column("cfi", "CFI", .proportion(3), "1 − max(χ² − df, 0)/max(χ² − df, χ²₀ − df₀, 0)") { $0.statistics.cfi }
    Column("tli", "TLI", .proportion(3), "(χ²₀/df₀ − χ²/df)/(χ²₀/df₀ − 1)") { $0.statistics.tli }
    Column("rmsea", "RMSEA", .proportion(3), "√(G·max(χ² − df, 0)/(n·df)) of G groups") { $0.statistics.rmsea }
    Column("rmsea_low", "low", .proportion(3), "lower end of its 90 % interval (noncentral χ²)") {
      $0.statistics.rmseaLow
    }
    Column("rmsea_high", "high", .proportion(3), "upper end of its 90 % interval") { $0.statistics.rmseaHigh }
    Column("close_fit", "p close", .pValue, "p-value of the hypothesis that RMSEA is at most .05", shown: false) {
      $0.statistics.closeFit
    }
    Column("srmr", "SRMR", .proportion(3), "root of the mean squared residual correlation") { $0.statistics.srmr }
    Column("log_lik", "ln L", .decimals(1), "log-likelihood; null but for maximum likelihood", shown: false) {
      $0.statistics.logLikelihood
    }
    Column("saturated_log_lik", "ln L of all", .decimals(1), "of the model that fits exactly", shown: false) {
      $0.statistics.saturatedLogLikelihood
    }
    Column("aic", "AIC", .decimals(1), "−2·log L + 2·parameters", shown: false) { $0.statistics.aic }
    Column("bic", "BIC", .decimals(1), "−2·log L + ln(n)·parameters", shown: false) { $0.statistics.bic }
    Column(
      "scaling", "Scaling", .decimals(3),
      "what χ² is divided by; null but for mlm, mlmv, mlr, wlsmv, correlations and designs",
      shown: false
    ) {
      $0.statistics.scaling
    }
    Column(
      "chi_squared_robust", "χ², robust", .decimals(2),
      "chi_squared / scaling; of mlmv, wlsmv and correlations also shifted so that its variance is that of df"
    ) {
      $0.statistics.robustChiSquared
    }
    Column("p_value_robust", "p", .pValue, "its p-value") { $0.statistics.robustPValue }
    Column("cfi_robust", "CFI, robust", .proportion(3), "of the population, by scaling·df in place of df") {
      $0.statistics.robustCfi
    }
    Column("tli_robust", "TLI, robust", .proportion(3), "likewise", shown: false) { $0.statistics.robustTli }
    Column("rmsea_robust", "RMSEA, robust", .proportion(3), "likewise") { $0.statistics.robustRmsea }
    Column("rmsea_low_robust", "low", .proportion(3), "lower end of its 90 % interval") {
      $0.statistics.robustRmseaLow
    }
    Column("rmsea_high_robust", "high", .proportion(3), "upper end of its 90 % interval") {
      $0.statistics.robustRmseaHigh
    }
    Column(
      "p_value_bollen_stine", "p, Bollen–Stine", .pValue,
      "share of resamples for which the model holds whose χ² is as large, the sample counted among them (`--bollen-stine`)"
    ) { $0.statistics.bollenStine?.pValue }
    Column(
      "bollen_stine_replicates", "Resamples", .integer, "how many they are, those without a result left out",
      shown: false
    ) {
      $0.statistics.bollenStine.map { $0.replicates - $0.failed }
    }
    Column(
      "imputations", "Imputations", .integer,
      "completed data whose fits are pooled, χ² by D₂ (p of F); null but with `--missing impute`", shown: false
    ) { $0.imputations }
    Column("iterations", "Steps", .integer, "of the search for the estimates", shown: false) { $0.search.iterations }
  }

  /// Columns of what is not said of this fit.
  static func hidden(_ statistics: StructuralStatistics) -> Set<String> {
    let robust: Set = [
      "chi_squared_robust", "p_value_robust", "cfi_robust", "rmsea_robust", "rmsea_low_robust", "rmsea_high_robust",
    ]
    let plain: Set = ["chi_squared", "p_value", "cfi", "tli", "rmsea", "rmsea_low", "rmsea_high"]
    let test: Set<String> = statistics.bollenStine?.pValue == nil ? ["p_value_bollen_stine"] : []
    if statistics.robustChiSquared != nil { return plain.union(test) }
    return (statistics.chiSquared == nil ? robust.union(plain) : robust).union(test)
  }

  /// A step beside the one before.
  typealias InvarianceRow = (test: InvarianceTest, before: InvarianceTest?)

  static let invariance = TableDeclaration<InvarianceRow>(
    "invariance", "Are the groups measured alike?", verb: "sem", isOfGroups: true,
    empty: EmptyTable("It compares the groups of --by, with --invariance.")
  ) {
    Column(
      "model", "Model", .text,
      "`configural`: the same model; `metric`: and loadings; `scalar`: and intercepts; `strict`: and residual variances"
    ) { $0.test.level.rawValue }
    Column("chi_squared", "χ²", .decimals(2), "of the model; of robust estimators as it is before scaling") {
      $0.test.statistics.chiSquared
    }
    Column("df", "df", .integer, "its degrees of freedom") { $0.test.statistics.degreesOfFreedom }
    Column("p_value", "p", .pValue, "its p-value; scaled for robust estimators", shown: false) {
      $0.test.statistics.robustPValue ?? $0.test.statistics.pValue
    }
    Column(
      "delta_chi_squared", "Δχ²", .decimals(2),
      "more than that of the model before; of robust estimators scaled (Satorra and Bentler 2001)"
    ) { $0.test.difference?.chiSquared }
    Column("delta_df", "Δdf", .integer, "degrees of freedom more") { $0.test.difference?.degrees }
    Column("delta_p_value", "p", .pValue, "small: what this step makes equal is not") { $0.test.difference?.pValue }
    Column("cfi", "CFI", .proportion(3), "of the model; robust for robust estimators") { cfi(of: $0.test) }
    Column("delta_cfi", "ΔCFI", .proportion(3), "less the CFI of the model before") { change(of: $0) { cfi(of: $0) } }
    Column("rmsea", "RMSEA", .proportion(3), "of the model; robust for robust estimators") {
      $0.test.statistics.robustRmsea ?? $0.test.statistics.rmsea
    }
    Column("srmr", "SRMR", .proportion(3), "root of the mean squared residual correlation") {
      $0.test.statistics.srmr
    }
    Column("bic", "BIC", .decimals(1), "−2·log L + ln(n)·parameters", shown: false) { $0.test.statistics.bic }
  }

  private static func cfi(of test: InvarianceTest) -> Double? { test.statistics.robustCfi ?? test.statistics.cfi }

  /// By how much a number differs from that of the step before.
  private static func change(of row: InvarianceRow, _ number: (InvarianceTest) -> Double?) -> Double? {
    guard let before = row.before.flatMap(number), let own = number(row.test) else { return nil }
    return own - before
  }
}
