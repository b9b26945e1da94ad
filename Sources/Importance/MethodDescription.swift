/// What one method of importance is, when it serves, and where it comes from: the text of `explain`.
package struct MethodDescription: Sendable, Equatable {
  /// The word of the command line.
  package let name: String
  package let title: String
  package let definition: String
  package let whenToUse: String
  package let whenNotToUse: String
  package let reference: String

  package static func describing(_ method: ImportanceMethod) -> MethodDescription {
    all.first { $0.name == method.rawValue }!
  }

  /// The methods in their order, then dominance.
  package static let all: [MethodDescription] = [
    MethodDescription(
      name: "lmg",
      title: "Shapley value of R² (LMG, general dominance)",
      definition: """
        The increase of R² when the driver enters the model, averaged over all orders in which the drivers can enter. The \
        values are never negative and add up to R² (less the R² of covariates that always stay). A driver that explains \
        nothing in any model gets zero; two drivers that are interchangeable get the same. A product enters only after its \
        factors: the average is over the orders in which it does (the Shapley value under precedence constraints), so that \
        nobody's importance depends on where a scale has its zero.
        """,
      whenToUse: """
        The default for correlated drivers: it credits each with its own part and a fair share of what it has in common with \
        others. Also for groups of items and categorical drivers, each as one.
        """,
      whenNotToUse: """
        To ask what one driver adds when all others are known (use last, or the coefficient's test), or for the effect of \
        changing a driver (use the coefficient). A driver without an effect of its own still gets a share through its \
        correlations, so an importance above zero proves nothing.
        """,
      reference: """
        Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis; Kruskal (1987), The American \
        Statistician 41, 6–10, doi:10.1080/00031305.1987.10475432; Grömping (2006), Journal of Statistical Software 17(1), \
        doi:10.18637/jss.v017.i01; with products: Faigle & Kern (1992), International Journal of Game Theory 21, 249–266, \
        doi:10.1007/BF01258278. Feldman's proportional marginal values (PMVD), which give a driver without a coefficient \
        no share, are left out for now: they were patented in the United States.
        """),
    MethodDescription(
      name: "last",
      title: "Increase of R² when entered last",
      definition: """
        R² of the full model less R² of the model without the driver: the squared semipartial correlation. The values add up \
        to R² only when the drivers are uncorrelated; usually to less.
        """,
      whenToUse:
        "To see what a driver explains that no other can: the part of R² that is lost when its question is dropped.",
      whenNotToUse: """
        To divide R² among correlated drivers: what they explain in common is given to none, so two good questions about the \
        same thing both look useless.
        """,
      reference: "Darlington (1968), Psychological Bulletin 69, 161–182, doi:10.1037/h0025471."),
    MethodDescription(
      name: "first",
      title: "R² of the driver alone",
      definition: """
        The squared correlation of driver and outcome; with covariates that always stay, the increase of R² over them alone. \
        The values add up to more than R² when positively correlated drivers explain the same.
        """,
      whenToUse: "As a first look, and where drivers are nearly uncorrelated.",
      whenNotToUse: "To compare correlated drivers: each is credited with everything it shares with the others.",
      reference: "Darlington (1968), Psychological Bulletin 69, 161–182, doi:10.1037/h0025471."),
    MethodDescription(
      name: "betasq",
      title: "Squared standardised coefficient",
      definition: """
        (b·s_x/s_y)² with the coefficient b of the full model. With covariates that always stay, s_x is the standard deviation \
        that they leave. The values add up to R² only when the drivers are uncorrelated. Not defined for groups, \
        for drivers of more than two categories, and beside products.
        """,
      whenToUse: "To compare with published results that rank drivers by their beta weights.",
      whenNotToUse: """
        To divide R²: among correlated drivers the values may add up to far more than 1, and a coefficient jumps when a similar \
        driver enters or leaves.
        """,
      reference: "Darlington (1968), Psychological Bulletin 69, 161–182, doi:10.1037/h0025471."),
    MethodDescription(
      name: "pratt",
      title: "Pratt's product of coefficient and correlation",
      definition: """
        Standardised coefficient times correlation with the outcome, summed over the columns of a group. The values add up to \
        R², but one is negative where coefficient and correlation differ in sign.
        """,
      whenToUse: "Quick and exact additivity with any number of drivers, when no driver is a suppressor.",
      whenNotToUse: """
        With a suppressor: a negative part of an explained variance has no meaning, and the other shares then exceed what \
        they explain. Such values are printed as they are, never set to zero.
        """,
      reference: """
        Hoffman (1960), Psychological Bulletin 57, 116–131, doi:10.1037/h0047807; Pratt (1987), in Proceedings of the Second \
        International Tampere Conference in Statistics, 245–260; Thomas, Hughes & Zumbo (1998), Social Indicators Research 45, \
        253–275, doi:10.1023/A:1006954016433.
        """),
    MethodDescription(
      name: "genizi",
      title: "Genizi's decomposition",
      definition: """
        With the symmetric square root R^½ of the drivers' correlations and ω = R^−½ r, r the correlations with the outcome: \
        Σ over j of (R^½)ₖⱼ² ωⱼ². The uncorrelated variables closest to the drivers explain ωⱼ² each, and each passes it on to \
        the drivers in proportion to their squared correlations with it. The values are not negative and add up to R². \
        Johnson's relative weights are the same numbers. Not defined for groups, for drivers of more than two categories, and beside products.
        """,
      whenToUse:
        "When drivers are too many for lmg: its work grows with the cube of their number, and it is often close to lmg.",
      whenNotToUse: "As relative weights: where lmg can be had, its definition needs no auxiliary variables.",
      reference: "Genizi (1993), Statistica Sinica 3, 407–420."),
    MethodDescription(
      name: "relative-weights",
      title: "Johnson's relative weights",
      definition: """
        Genizi's decomposition under the name by which the field knows it: the drivers are replaced by the uncorrelated \
        variables closest to them, and what these explain is passed back in proportion to the squared correlations. The \
        values are not negative and add up to R². Not defined for groups, for drivers of more than two categories, and beside products.
        """,
      whenToUse: "To compare with published relative weights, and when drivers are too many for lmg.",
      whenNotToUse: """
        Where lmg can be had. Thomas and co-authors show that the step back from the uncorrelated variables to the drivers \
        has no theoretical ground, that the results can differ materially from general dominance (lmg), and recommend that the \
        method no longer be used in multiple regression. Never test a relative weight against zero: a sum of squares is \
        always above it.
        """,
      reference: """
        Johnson (2000), Multivariate Behavioral Research 35, 1–19, doi:10.1207/S15327906MBR3501_1; criticism: Thomas, Zumbo, \
        Kwan & Schweitzer (2014), Multivariate Behavioral Research 49, 329–338, doi:10.1080/00273171.2014.905766.
        """),
    MethodDescription(
      name: "car",
      title: "Squared correlation-adjusted marginal correlations (CAR scores)",
      definition: """
        ωₖ², where ω = R^−½ r: the squared correlation of the outcome with the k-th of the uncorrelated variables closest to \
        the drivers. The values are not negative and add up to R². Not defined for groups, for drivers of more than two categories, and beside products.
        """,
      whenToUse: "To select among many drivers: of highly correlated ones with the same sign all stand out together.",
      whenNotToUse: """
        To credit a driver with what it shares: with strong correlations the uncorrelated variable that stands in for a driver \
        may be quite unlike it.
        """,
      reference: """
        Zuber & Strimmer (2011), Statistical Applications in Genetics and Molecular Biology 10(1), article 34, \
        doi:10.2202/1544-6115.1730.
        """),
    MethodDescription(
      name: "dominance",
      title: "Dominance analysis",
      definition: """
        One driver completely dominates another when it adds more to R² in every model made of the remaining drivers; \
        conditionally, when its average increase is larger at every number of drivers already present; generally, when its \
        average over those numbers (lmg) is larger. Printed are the proportion of comparisons won (a tie is won by neither; \
        1 means dominance) and the averages by level. A product is compared in the models that hold its factors.
        """,
      whenToUse: "To say not only which driver is more important but in how many of the possible models it is.",
      whenNotToUse: """
        With very many drivers: complete dominance looks at all models and is worked out for up to 22. Sampling error is not \
        in the table: use the intervals of the differences.
        """,
      reference: """
        Budescu (1993), Psychological Bulletin 114, 542–551, doi:10.1037/0033-2909.114.3.542; Azen & Budescu (2003), \
        Psychological Methods 8, 129–148, doi:10.1037/1082-989X.8.2.129.
        """),
  ]
}
