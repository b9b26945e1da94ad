extension Explanation {
  /// What `sem` does: the syntax, estimation, fit, modification, groups.
  static var structuralProcedures: [Explanation] {
    [
      Explanation(
        name: "path-model", title: "Models of constructs and paths (sem, cfa)",
        definition:
          "Each line says one thing, as in lavaan. `satisfaction =~ sat1 + sat2 + sat3`: a construct and the items that measure it. `recommend ~ satisfaction + price`: a path. `sat1 ~~ sat2`: a covariance, of residuals where there are some. `x1 ~ 1`: an intercept. `made <~ a + b`: a composite. `0.5*x` holds a parameter, `NA*x` frees it, `start(0.8)*x` begins there, `a*x` labels it; equal labels are equal parameters, and c(…) gives each group its own. `indirect := a*b` defines one of others, `a == b` and `a > 0` constrain. `#` begins a comment; ';' or a new line parts statements. Constructs of the study need no `=~` line. Added are, as lavaan's sem and cfa add them: all variances, covariances of constructs that depend on nothing and of residuals of last outcomes; the first loading is 1 (--unit-variances: variances are). `cfa` is another name of the verb; without a model the constructs alone are fitted.",
        use:
          "When one thing comes before another: quality before satisfaction, satisfaction before recommendation. Constructs take the error of their items out, and the table effects tells what goes through what: direct, indirect, total, each way alone. A picture file (--output paths.png) holds the path diagram.",
        avoid:
          "The arrows are what you assume; another model with other arrows may fit as well, and no fit says that the arrows are right. With few respondents to a parameter (fewer than about ten) estimates are unsteady.",
        reference:
          "Bollen 1989, Structural Equations with Latent Variables, doi:10.1002/9781118619179; Rosseel 2012, doi:10.18637/jss.v048.i02.",
        command: "mainspring sem webshop --model 'satisfaction ~ product_quality; recommend ~ satisfaction'"),
      Explanation(
        name: "sem-estimators", title: "Estimators of a path model: ml, mlm, mlmv, mlr, gls, uls, wlsmv",
        definition:
          "All make the model's covariances like those of the data. ml makes the data most likely if answers are normal; gls weighs what is left by the inverse covariances, uls not at all. mlm and mlr have the estimates of ml with errors and χ² that hold for answers that need not be normal, from the fourth moments of the rows (Satorra and Bentler) or a sandwich with the observed information (Yuan and Bentler); mlmv has the errors of mlm, and a χ² of which mean and variance are adjusted, which rejects a true model less often than that of mlm in samples of a few hundred. The search is Fisher scoring from start values of instruments. wlsmv takes answers for ordered ones with thresholds between them, cut from normal variables: whole numbers with at most eleven different ones, or those that --ordinal names; all else, or what --continuous names, is measured, with a mean and a variance (thresholds and means first, then polychoric, polyserial and Pearson correlations, then diagonally weighted least squares of all of them, with robust errors and a χ² that is scaled and shifted). Its errors take measured variables for normal; --information observed takes them as they are. --correlation spearman, kendall, polychoric or mixed fits correlations of that kind in place of covariances, by ml, mlm, mlmv, gls or uls: every variable has variance 1, errors come from what each respondent does to the correlations (their influence functions), and χ² is scaled and shifted by the correlations' own covariance (mlm: scaled). With sampling weights, strata and clusters estimates are weighted (pseudo maximum likelihood), errors linearised and χ² scaled by the design, with t of as many degrees of freedom as clusters less strata; replicate weights fit the model anew under each of them (wlsmv and correlations: by one step). With --missing em every respondent with at least one answer counts, with what was answered (full information maximum likelihood), and columns of --auxiliary covary freely with all, so that what is missing may depend on them. --missing impute draws missing answers by chained equations within each group, fits every completed set and pools the fits: estimates and errors by Rubin's rules with t of Barnard and Rubin, χ² by D₂ (Li, Meng, Raghunathan and Rubin 1991) with p of its F, fit indices from the pooled χ². Errors of standardised values, effects and defined parameters are those of the delta method. --bootstrap 1000 resamples effects, defined parameters and differences between groups (each group from its own rows), with intervals by --interval percentile, basic or bca; --inference monte-carlo draws the estimates from their normal distribution instead, without fitting anything again.",
        use:
          "ml for a matrix or moments; mlr when there are rows and ratings have ceilings, as those of satisfied customers have; wlsmv for ratings of few points, or yes and no, beside amounts and ages. --bootstrap for indirect effects, whose distribution is skewed.",
        avoid:
          "uls has no χ². wlsmv takes even observed causes for normal variables or for cut from them. Respondents with a missing answer in the model are left out, unless --missing em or impute keeps them. Sampling weights, strata, clusters and replicate weights belong to ml, mlr and wlsmv.",
        reference:
          "Satorra & Bentler 1994; Muthén 1984, doi:10.1007/BF02294210; Yuan & Bentler 2000, doi:10.1111/0081-1750.00078; MacKinnon, Lockwood & Williams 2004, doi:10.1207/s15327906mbr3901_4.",
        command: "mainspring sem holzinger-swineford --estimator mlr"),
      Explanation(
        name: "sem-fit", title: "How well a path model fits: χ², RMSEA, CFI, SRMR",
        definition:
          "χ² tests that the model reproduces all covariances; with many respondents any model fails. RMSEA is the misfit per degree of freedom, of the population, with a 90 % interval. CFI and TLI say how far the model is from the one without covariances to a perfect one. SRMR is what is left of the correlations on average. AIC and BIC compare models of the same variables: the smaller the better. --bollen-stine 1000 tests χ² without any distribution: rows are moved to where the model holds and drawn anew, and p is the share of resamples with as large a χ², the sample counted among them. The table residuals shows where something is left, modification which parameter would take it away.",
        use:
          "Look at the intervals and at the largest residuals before any index. Compare the model with the ones that you would have believed otherwise.",
        avoid:
          "Cut-offs such as .95 and .06 come from a few simulated models: fit grows with poor measurement and falls with many items. A modification that is made because its index was largest fits this sample better, and perhaps no other.",
        reference:
          "Bentler 1990, doi:10.1037/0033-2909.107.2.238; Steiger 1990, doi:10.1207/s15327906mbr2502_4; Marsh, Hau & Wen 2004, doi:10.1207/s15328007sem1103_2; Sörbom 1989, doi:10.1007/BF02294623.",
        command: "mainspring sem holzinger-swineford --table modification"),
      Explanation(
        name: "invariance", title: "Are constructs measured alike in all groups?",
        definition:
          "One model is fitted to all groups of --by at once, four times: the same model (configural), and the same loadings (metric), and intercepts (scalar), and residual variances (strict). Each step is tested by the difference of χ² from the one before, scaled for robust estimators. Where a step is rejected, the parameter whose score test of equality is the largest is set free in each group, and the next, until the step holds (table partial_invariance); each construct keeps two items that are the same in all groups, the first, whose loading is fixed, among them, and an item with its own loading has its own intercept. The table group_differences then compares paths (from equal loadings on) and means of constructs (from equal intercepts on), pair by pair, adjusted by Holm. From equal intercepts on, means of constructs are free in all groups but the first, whose are zero.",
        use:
          "Before paths (metric) or means (scalar) of constructs are compared between segments or waves. --equal loadings,intercepts fits one of the steps with all its tables.",
        avoid:
          "Many groups or very many respondents find differences that do not matter: look at the change of CFI and at the parameters themselves. A step that is not rejected in small groups is not proved. What is set free is chosen by the data, and the test of the step that holds in the end is too kind; another first item may lead elsewhere.",
        reference:
          "Meredith 1993, doi:10.1007/BF02294825; Cheung & Rensvold 2002, doi:10.1207/S15328007SEM0902_5; Satorra & Bentler 2001, doi:10.1007/BF02296192; Byrne, Shavelson & Muthén 1989, doi:10.1037/0033-2909.105.3.456.",
        command: "mainspring sem holzinger-swineford --by school --invariance"),
    ]
  }
}
