import Rendering
import Structural
import Studies
import Survey

/// What groups have in common and what they differ in.
extension StructuralColumns {
  /// A parameter that was set free, or a step that nothing could make hold.
  typealias ReleaseRow = (
    partial: PartialInvariance, number: Int?, release: PartialInvariance.Release?, labels: [String: String]
  )
  typealias ContrastRow = (contrast: StructuralModel.GroupContrast, keys: [GroupKey?], labels: [String: String])

  static let partialInvariance = TableDeclaration<ReleaseRow>(
    "partial_invariance", "What is not the same in all groups", verb: "sem", isOfGroups: true,
    empty: EmptyTable("No step of --invariance is rejected, or none was asked for.")
  ) {
    Column("model", "Model", .text, "the step: `metric`, `scalar` or `strict`") { $0.partial.level.rawValue }
    Column("release", "Order", .integer, "the order in which parameters were set free; null where none could be") {
      $0.number
    }
    Column(
      names: "lhs", "Left", "the construct of a loading, else the item", value: { $0.release?.test.left },
      labels: "what it is called; null without a label",
      label: { row in
        row.release.flatMap { row.labels[$0.test.left] }
      })
    Column("op", "Sign", .text, "`=~` loading, `~1` intercept, `~~` residual variance") { $0.release?.test.sign }
    Column(
      names: "rhs", "Right", "the item of a loading; empty of intercepts", value: { $0.release?.test.right },
      labels: "what it is called; null without a label",
      label: { row in
        row.release.flatMap { row.labels[$0.test.right] }
      })
    Column("index", "Index", .decimals(2), "by how much χ² would fall if groups had each their own (score test)") {
      $0.release?.test.index
    }
    Column("index_df", "df", .integer, "its degrees of freedom: groups less one", shown: false) {
      $0.release?.test.degrees
    }
    Column("index_p_value", "p", .pValue, "its p-value; of the largest of many it is too small", shown: false) {
      $0.release?.test.pValue
    }
    Column("chi_squared", "χ²", .decimals(2), "of the step without it and what was set free before", shown: false) {
      $0.release?.after.statistics.chiSquared
    }
    Column("df", "df", .integer, "its degrees of freedom", shown: false) {
      $0.release?.after.statistics.degreesOfFreedom
    }
    Column(
      "delta_chi_squared", "Δχ²", .decimals(2),
      "then more than that of the last step that held; scaled as in `invariance`"
    ) { $0.release?.after.difference?.chiSquared }
    Column("delta_df", "Δdf", .integer, "degrees of freedom more") { $0.release?.after.difference?.degrees }
    Column("delta_p_value", "p", .pValue, "from .05 on the step holds without it") {
      $0.release?.after.difference?.pValue
    }
    Column("holds", "Holds", .text, "whether the step holds in the end", shown: false) { $0.partial.holds }
  }

  static let contrasts = TableDeclaration<ContrastRow>(
    "group_differences", "What the groups differ in", verb: "sem", isOfGroups: true,
    empty: EmptyTable(
      "It compares paths and means of constructs that the groups of --by have measured alike: with --invariance, or --equal loadings,intercepts."
    )
  ) {
    Column("quantity", "Of", .text, "`path`, or `mean` of a construct") { $0.contrast.kind.rawValue }
    Column(
      names: "lhs", "Left", "the construct, or what depends", value: { $0.contrast.left },
      labels: "what it is called; null without a label", label: { $0.labels[$0.contrast.left] })
    Column(
      names: "rhs", "Right", "what a path comes from; empty of means", value: { $0.contrast.right },
      labels: "what it is called; null without a label", label: { $0.labels[$0.contrast.right] })
    Column(
      names: "group", "Group", "the value of the grouping column", value: { $0.keys[$0.contrast.group]?.value },
      labels: "its value label; null without one", label: { $0.keys[$0.contrast.group]?.label })
    Column(
      names: "versus", "Versus", "the value it is compared with", value: { $0.keys[$0.contrast.versus]?.value },
      labels: "its value label; null without one", label: { $0.keys[$0.contrast.versus]?.label })
    Column("estimate", "b", .decimals(3), "in the group", shown: false) { $0.contrast.estimate }
    Column("versus_estimate", "b", .decimals(3), "in the other", shown: false) { $0.contrast.versusEstimate }
    Column("difference", "Difference", .decimals(3), "the group's less the other's") { $0.contrast.difference }
    Column("std_error", "s.e.", .decimals(3), "its standard error", shown: false) { $0.contrast.standardError }
    Column("conf_low", "low", .decimals(3), "lower end of its interval, resampled with `--bootstrap`") {
      $0.contrast.low
    }
    Column("conf_high", "high", .decimals(3), "upper end of its confidence interval") { $0.contrast.high }
    Column("statistic", "z", .decimals(2), "difference / std_error", shown: false) { $0.contrast.statistic }
    Column("df", "df", .decimals(1), "degrees of freedom of t; null: statistic is z", shown: false) {
      $0.contrast.degrees
    }
    Column("p_value", "p", .pValue, "its two-sided p-value") { $0.contrast.pValue }
    Column("p_adjusted", "adj. p", .pValue, "adjusted by Holm for the rows of this table") { $0.contrast.adjusted }
    Column(
      "std_difference", "β", .decimals(2),
      "of means: over the construct's standard deviation within the two groups; null of paths"
    ) { $0.contrast.standardized }
  }
}
