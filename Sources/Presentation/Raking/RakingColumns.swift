import Measures
import Rendering

/// The tables of `rake`.
enum RakingColumns {
  static let margins = TableDeclaration<RakedSample.Category>("margins", "Margins", verb: "rake") {
    Column("margin", "Margin", .text, "the variable, or several with colons between them") { $0.margin }
    Column("category", "Category", .text, "one of its categories, by label where there is one") { $0.category }
    Column("n", "n", .integer, "respondents in it") { $0.n }
    Column("before", "before", .percent(2), "share of the weights to start from") { $0.before }
    Column("target", "target", .percent(2), "the share that was to be reached") { $0.target }
    Column("achieved", "achieved", .percent(2), "share of the raked weights") { $0.achieved }
    Column("total", "Total", .decimals(1), "the sum of weights that was to be reached") { $0.total }
  }

  static let weights = TableDeclaration<RakedSample.Summary>("weights", "Weights", verb: "rake") {
    Column("n", "n", .integer, "respondents with a weight") { $0.n }
    Column("sum", "Sum", .decimals(1), "of the weights") { $0.sum }
    Column("mean", "Mean", .significant(4), "of the weights") { $0.mean }
    Column("min", "least", .significant(4), "the smallest weight") { $0.least }
    Column("max", "largest", .significant(4), "the largest weight") { $0.largest }
    Column(
      "ratio_min", "least ratio", .decimals(2),
      "the smallest ratio of a weight to the one to start from, both in their means"
    ) { $0.leastRatio }
    Column("ratio_max", "largest ratio", .decimals(2), "the largest such ratio") { $0.largestRatio }
    Column(
      "design_effect", "design effect", .decimals(3),
      "Kish's 1 + cv² of the weights: by what unequal weights multiply the variance of a mean that has nothing to do with them"
    ) { $0.designEffect }
    Column("design_effect_before", "before", .decimals(3), "the same of the weights to start from") {
      $0.designEffectBefore
    }
    Column("effective_n", "effective n", .decimals(0), "n over the design effect") { $0.effective }
    Column("at_limits", "at limits", .integer, "respondents whose weight stopped at a limit") { $0.stopped }
    Column("steps", "steps", .integer, "Newton's steps to the targets") { $0.steps }
    Column(
      "discrepancy", "discrepancy", .significant(2),
      "the largest distance of a category from its target, as a share of the whole"
    ) { $0.discrepancy }
  }
}
