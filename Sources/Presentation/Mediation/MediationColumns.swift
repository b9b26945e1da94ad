import Insight
import Regression
import Rendering
import Studies
import Survey

/// The tables of `mediate`.
enum MediationColumns {
  /// A number of the fit, with what its variables are called.
  typealias Labelled<Row: Sendable> = (row: Row, labels: [String: String])
  typealias EffectRow = Labelled<MediationAnalysis.Effect>
  typealias PathRow = Labelled<MediationAnalysis.Path>
  typealias ConditionalRow = (row: MediationAnalysis.ConditionalEffect, labels: [String: String], moderator: String)
  typealias ModeratedRow = (row: MediationAnalysis.ModeratedMediation, labels: [String: String], moderator: String)
  typealias RegionRow = (row: MediationAnalysis.Region, labels: [String: String], moderator: String)
  typealias SensitivityRow = Labelled<MediationAnalysis.Sensitivity>

  private static let noModerator = EmptyTable("It is made with --moderator.")

  static let effects = effects(verb: "mediate")
  /// Of `drivers`.
  static let effectsOfDrivers = effects(verb: "drivers", empty: EmptyTable("It is made with --through."))

  private static func effects(verb: String, empty: EmptyTable? = nil) -> TableDeclaration<EffectRow> {
    TableDeclaration("effects", "Direct and indirect effects", verb: verb, shown: false, empty: empty) {
      Column.outcome { ($0.row.outcome, $0.labels) }
      Column.driver { ($0.row.driver, $0.labels) }
      Column.through { ($0.row.through, $0.labels) }
      Column(
        "answer", "Answer", .decimals(0),
        "of an outcome of two answers the upper one, of ordered answers one of them: effects are on the chance of this answer or a higher one; null: they are points of the outcome",
        shown: false
      ) { $0.row.answer }
      Column(
        "from_value", "From", .decimals(2),
        "of chances the driver's value that is compared with `to_value`: its mean, or the lower of two; null of categories, and where effects are per one more of the driver",
        shown: false
      ) { $0.row.values?.lowerBound }
      Column("to_value", "To", .decimals(2), "one more than that, or the upper of two values", shown: false) {
        $0.row.values?.upperBound
      }
      Column(
        "indirect", "Indirect", .decimals(3), "through the mediators: the product along the way, or the sum of all"
      ) {
        $0.row.indirect.value
      }
      Column(
        "indirect_std_error", "s.e.", .decimals(3),
        "its standard error: of resamples, of draws, or by the delta method, as `--inference` says; null where there is none"
      ) { $0.row.indirect.standardError }
      Column("indirect_low", "low", .decimals(3), "lower end of its interval") { $0.row.indirect.low }
      Column("indirect_high", "high", .decimals(3), "upper end of its interval") { $0.row.indirect.high }
      Column("direct", "Direct", .decimals(3), "past the mediators; null of one way among several") {
        $0.row.direct?.value
      }
      Column("direct_std_error", "s.e.", .decimals(3), "its standard error") { $0.row.direct?.standardError }
      Column("direct_low", "low", .decimals(3), "lower end of its interval") { $0.row.direct?.low }
      Column("direct_high", "high", .decimals(3), "upper end of its interval") { $0.row.direct?.high }
      Column("total", "Total", .decimals(3), "both together; null of one way among several") { $0.row.total?.value }
      Column("total_std_error", "s.e.", .decimals(3), "its standard error") { $0.row.total?.standardError }
      Column("total_low", "low", .decimals(3), "lower end of its interval") { $0.row.total?.low }
      Column("total_high", "high", .decimals(3), "upper end of its interval") { $0.row.total?.high }
      Column(
        "share", "Share", .decimals(3),
        "indirect / total: below 0 or above 1 where the two work against each other; null where the interval of the total holds zero"
      ) { $0.row.share.low == nil ? nil : $0.row.share.value }
      Column("share_low", "low", .decimals(3), "lower end of its interval; null where that of the total holds zero") {
        $0.row.share.low
      }
      Column("share_high", "high", .decimals(3), "upper end of its interval") { $0.row.share.high }
      Column(
        "std_all", "β", .proportion(3), "the indirect effect with driver and outcome of variance 1; null of categories"
      ) { $0.row.standardized }
      Column(
        "verdict", "Verdict", .text,
        "`wholly` (the share's interval lies above 0.8, that of the direct effect holds zero), `in_part` (both leave zero out), `against` (both, on opposite sides), `at_least_in_part` (how much goes past is open), `open` (the interval of the indirect effect holds zero); null without intervals and of one way among several"
      ) { $0.row.verdict?.rawValue }
    }
  }

  static let paths = TableDeclaration<PathRow>("paths", "Regressions", verb: "mediate", shown: false) {
    Column(
      names: "dependent", "Explained", "the mediator or outcome that is explained", value: { $0.row.dependent },
      labels: "what it is called; null without a label", label: { $0.labels[$0.row.dependent] })
    Column(
      names: "term", "Term", "`(Intercept)`, a column, `variable=level`, or `a:b` of a product",
      value: { $0.row.term.name }, labels: "what it is called; null without a label",
      label: { $0.labels[$0.row.term.name] })
    Column(
      "path", "Path", .text,
      "`a` driver to mediator, `d` mediator to mediator, `b` mediator to outcome, `c'` past the mediators; with `·w` how it changes with the moderator; null of others"
    ) { $0.row.role }
    Column("estimate", "b", .decimals(3), "the coefficient") { $0.row.term.estimate }
    Column("std_error", "s.e.", .decimals(3), "its standard error, of the kind in `run`") { $0.row.term.stdError }
    Column("statistic", "t", .decimals(2), "estimate / std_error") { $0.row.term.statistic }
    Column("df", "df", .decimals(1), "degrees of freedom of t; null: the normal distribution") { $0.row.term.df }
    Column("p_value", "p", .pValue, "its two-sided p-value") { $0.row.term.pValue }
    Column("conf_low", "low", .decimals(3), "lower end of its interval") { $0.row.term.low }
    Column("conf_high", "high", .decimals(3), "upper end of its interval") { $0.row.term.high }
    Column("beta", "β", .proportion(3), "with all columns of variance 1") { $0.row.term.beta }
    Column("r_squared", "R²", .proportion(3), "of the regression") { $0.row.rSquared }
  }

  static let sensitivity = TableDeclaration<SensitivityRow>(
    "sensitivity", "What would undo it", verb: "mediate", shown: false,
    empty: EmptyTable(
      "With a moderator there is one for each of its values, and none is told; of the chances of answers (two, or those of --ordinal) there is none."
    )
  ) {
    Column.outcome { ($0.row.outcome, $0.labels) }
    Column(
      names: "through", "Through", "the mediator", value: { $0.row.through },
      labels: "what it is called; null without a label", label: { $0.labels[$0.row.through] })
    Column(
      "rho", "ρ", .proportion(3),
      "the correlation of what is left of mediator and outcome, made by something unmeasured, at which every indirect effect whose last mediator this is would be zero"
    ) { $0.row.rho.value }
    Column("rho_low", "low", .proportion(3), "lower end of its interval; null where there is none") {
      $0.row.rho.low
    }
    Column("rho_high", "high", .proportion(3), "upper end of its interval") { $0.row.rho.high }
    Column(
      "of_rest", "Of the rest", .proportion(3),
      "ρ²: the product of the shares that it would have to explain of what is left of both"
    ) { $0.row.rho.value * $0.row.rho.value }
    Column("of_all", "Of all", .proportion(3), "the product of the shares of all their variance") {
      $0.row.ofAllVariance
    }
  }

  static let conditional = TableDeclaration<ConditionalRow>(
    "conditional_effects", "Effects at values of the moderator", verb: "mediate", sections: "outcome",
    empty: noModerator
  ) {
    Column.outcome { ($0.row.effect.outcome, $0.labels) }
    Column.driver { ($0.row.effect.driver, $0.labels) }
    Column.through { ($0.row.effect.through, $0.labels) }
    Column("moderator", "Moderator", .text, "what changes the effects", shown: false) { $0.moderator }
    Column(
      "level", "Level", .text, "the category; of numbers `low` (mean − sd), `mean`, `high` (mean + sd), or `value`"
    ) { $0.row.level }
    Column("value", "Value", .decimals(2), "the moderator's value; null of a category") { $0.row.value }
    Column("indirect", "Indirect", .decimals(3), "through the mediators there") { $0.row.effect.indirect.value }
    Column("indirect_std_error", "s.e.", .decimals(3), "its standard error", shown: false) {
      $0.row.effect.indirect.standardError
    }
    Column("indirect_low", "low", .decimals(3), "lower end of its interval") { $0.row.effect.indirect.low }
    Column("indirect_high", "high", .decimals(3), "upper end of its interval") { $0.row.effect.indirect.high }
    Column("direct", "Direct", .decimals(3), "past the mediators there; null of one way among several") {
      $0.row.effect.direct?.value
    }
    Column("direct_std_error", "s.e.", .decimals(3), "its standard error", shown: false) {
      $0.row.effect.direct?.standardError
    }
    Column("direct_low", "low", .decimals(3), "lower end of its interval") { $0.row.effect.direct?.low }
    Column("direct_high", "high", .decimals(3), "upper end of its interval") { $0.row.effect.direct?.high }
    Column("total", "Total", .decimals(3), "both together there", shown: false) { $0.row.effect.total?.value }
    Column("total_std_error", "s.e.", .decimals(3), "its standard error", shown: false) {
      $0.row.effect.total?.standardError
    }
    Column("total_low", "low", .decimals(3), "lower end of its interval", shown: false) {
      $0.row.effect.total?.low
    }
    Column("total_high", "high", .decimals(3), "upper end of its interval", shown: false) {
      $0.row.effect.total?.high
    }
  }

  static let moderated = TableDeclaration<ModeratedRow>(
    "moderated_mediation", "How indirect effects change with the moderator", verb: "mediate", sections: "outcome",
    empty: EmptyTable("It is made with --moderator that changes the first or the second part of the way.")
  ) {
    Column.outcome { ($0.row.outcome, $0.labels) }
    Column.driver { ($0.row.driver, $0.labels) }
    Column.through { ($0.row.through, $0.labels) }
    Column("moderator", "Moderator", .text, "what changes the effects", shown: false) { $0.moderator }
    Column(
      "quantity", "Quantity", .text,
      "`index`: per unit of the moderator, where the effect is a line of it (one part of the way is moderated); `difference`: at `level` less at `versus`"
    ) { $0.row.quantity }
    Column("level", "Level", .text, "a value or category of the moderator; null of an index") { $0.row.level }
    Column("versus", "Versus", .text, "another one; null of an index") { $0.row.versus }
    Column("estimate", "b", .decimals(3), "the change of the indirect effect") { $0.row.estimate.value }
    Column("std_error", "s.e.", .decimals(3), "its standard error", shown: false) {
      $0.row.estimate.standardError
    }
    Column("conf_low", "low", .decimals(3), "lower end of its interval") { $0.row.estimate.low }
    Column("conf_high", "high", .decimals(3), "upper end of its interval") { $0.row.estimate.high }
  }

  static let johnsonNeyman = TableDeclaration<RegionRow>(
    "johnson_neyman", "Where along the moderator a coefficient differs from zero", verb: "mediate", shown: false,
    empty: EmptyTable("It is made with --moderator of numbers.")
  ) {
    Column(
      names: "dependent", "Explained", "the mediator or outcome that is explained", value: { $0.row.outcome },
      labels: "what it is called; null without a label", label: { $0.labels[$0.row.outcome] })
    Column(
      names: "term", "Term", "whose coefficient it is", value: { $0.row.from },
      labels: "what it is called; null without a label", label: { $0.labels[$0.row.from] })
    Column("moderator", "Moderator", .text, "what the coefficient changes with") { $0.moderator }
    Column("from_value", "From", .decimals(3), "the region begins at this value of the moderator") { $0.row.low }
    Column("to_value", "To", .decimals(3), "and ends at this one; outside the values observed nothing is told") {
      $0.row.high
    }
    Column(
      "sign", "Sign", .integer,
      "1 or -1 where the interval of the coefficient leaves zero out, value by value; 0 where it holds zero"
    ) { $0.row.sign }
    Column("share", "Share", .percent(0), "of the respondents, weighted") { $0.row.share }
  }
}
