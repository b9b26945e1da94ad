import Survey

extension Explanation {
  /// The pages that tell about words which name no page.
  static let pageOfWord: [String: String] = [
    "shapley": "lmg", "relaimpo": "lmg", "importance": "lmg", "drivers": "lmg", "johnson": "relative-weights",
    "beta": "betasq", "ipa": "importance-performance", "quadrants": "importance-performance",
    "crosshair": "importance-performance", "priority": "importance-performance", "potential": "importance-performance",
    "bootstrap": "percentile", "intervals": "percentile",
    "resampling": "percentile",
    "rank": "ranks", "r2": "r-squared", "rsquared": "r-squared", "ols": "least-squares", "regression": "least-squares",
    "interaction": "terms", "interactions": "terms", "moderation": "terms", "hc3": "errors", "robust": "errors",
    "cluster": "design", "clusters": "design", "strata": "design", "fpc": "design", "lonely": "design",
    "stages": "design", "psu": "design", "ssu": "design",
    "domain": "design",
    "rao-wu": "design", "vif": "diagnostics", "collinearity": "diagnostics",
    "multicollinearity": "diagnostics", "influence": "diagnostics", "cook": "diagnostics", "residuals": "diagnostics",
    "breusch-pagan": "diagnostics", "reset": "diagnostics", "hierarchical": "blocks", "folds": "cross-validation",
    "permutations": "permutation", "nist": "validation", "validate": "validation", "composites": "construct-scores",
    "constructs": "construct-scores", "attenuation": "correction", "correct": "correction", "correlate": "correlations",
    "pearson": "correlations", "spearman": "correlations", "kendall": "correlations", "partial": "correlations",
    "mixed": "correlations", "polyserial": "polychoric", "tetrachoric": "polychoric", "factor": "factor-count",
    "factors": "factor-count", "efa": "factor-count", "parallel": "factor-count", "kaiser": "factor-count",
    "map": "factor-count", "hull": "factor-count", "minres": "extraction", "ml": "extraction", "pca": "extraction",
    "components": "extraction", "principal-axis": "extraction", "oblimin": "rotation", "varimax": "rotation",
    "promax": "rotation", "geomin": "rotation", "bifactor": "rotation", "scores": "factor-scores",
    "bartlett": "factor-scores", "alpha": "reliability", "omega": "reliability", "cronbach": "reliability",
    "htmt": "discriminant-validity", "htmt2": "discriminant-validity", "ave": "discriminant-validity",
    "discriminant": "discriminant-validity", "fornell-larcker": "discriminant-validity", "harman": "common-method",
    "net-promoter": "nps", "recommend": "nps", "listwise": "missing", "pairwise": "missing", "em": "missing",
    "missing-codes": "missing", "sem": "path-model", "cfa": "path-model", "lavaan": "path-model", "paths": "path-model",
    "mediate": "mediation", "mediator": "mediation", "indirect": "mediation", "sobel": "mediation",
    "process": "mediation", "moderator": "moderated-mediation", "johnson-neyman": "moderated-mediation",
    "unmeasured": "mediation-sensitivity", "mlr": "sem-estimators", "mlm": "sem-estimators", "mlmv": "sem-estimators",
    "gls": "sem-estimators", "uls": "sem-estimators", "rmsea": "sem-fit", "cfi": "sem-fit", "srmr": "sem-fit",
    "modification": "sem-fit", "metric": "invariance", "scalar": "invariance", "configural": "invariance",
    "measurement-invariance": "invariance", "impute": "imputation", "mice": "imputation", "rubin": "imputation",
    "fmi": "imputation", "pmm": "imputation",
  ]

  /// What to look at in place of a page that does not exist: names like it, or the pages that use the word.
  static func suggestion(for name: String) -> Sentence {
    // Kinds of notes are long words: a short one is near them by chance.
    let kinds = name.count > 5 ? NoteKind.all.map(\.name) : []
    let near = Spelling.nearest(
      to: name, among: all.map(\.name) + pageOfWord.keys.sorted() + ["output", "study", "notes"] + kinds)
    if !near.isEmpty { return "Did you mean \(quoted(near))?" }
    let word = name.lowercased()
    let using = all.filter { word.count > 2 && "\($0.title) \($0.definition) \($0.use)".lowercased().contains(word) }
    return using.isEmpty
      ? "`mainspring explain` lists them."
      : "The word stands in \(quoted(using.prefix(3).map(\.name))); `mainspring explain` lists all pages."
  }

  private static func quoted(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: " or ") }

  /// What is asked about answers rather than methods.
  static var surveyPages: [Explanation] {
    [
      Explanation(
        name: "missing", title: "Missing answers",
        definition:
          "An empty field, a code declared with --missing-codes (or in the study) and a text such as NA are no answers; `describe` counts them by reason. listwise, the default: who misses one variable of the model is left out of it. pairwise: every correlation is of those who answered both questions. em: means and covariances are those of maximum likelihood, from what everybody answered (normal model); regressions, importance, correlations, factors and reliability start from them, errors come from the observed information or from what each respondent does to it, and every resample finds its own. Columns of --auxiliary help to find them and have no part in the model. impute: missing answers are drawn several times, and the results pooled (`explain imputation`). A construct scored as a mean takes the answers there are, when at least half of its items are answered. Performance in `ipa` and the items of `describe` are of everybody who answered the question, with em and impute performance is what the model's means and the completed answers make of it; `reliability` takes the complete rows of each construct by itself.",
        use:
          "Declare the codes for don't know first: an undeclared 99 is an answer. The opening says how many were left out, above one in ten by which question most. Pairwise keeps more respondents when each misses little, and different ones.",
        avoid:
          "Leaving respondents out is harmless when answers are missing by chance alone, and costs only precision; when those who are dissatisfied skip a question, it changes the result. em holds when what is missing depends only on answers that are there. A pairwise matrix may belong to no possible data; what cannot start from it is then refused.",
        reference:
          "Little & Rubin 2019, Statistical Analysis with Missing Data, doi:10.1002/9781119482260; Savalei & Bentler 2009, doi:10.1080/10705510903008238.",
        command: "mainspring missing webshop --variables pq1:sc4"),
      Explanation(
        name: "imputation", title: "Multiple imputation",
        definition:
          "--missing impute draws each missing answer several times from what the respondent did answer: every variable is regressed on all others in turn (chained equations), with coefficients that are drawn themselves, ten rounds long. Numbers are drawn by predictive mean matching (pmm: the answer of one of the five respondents whose predicted answer is nearest), two values by a logit, names of categories by logits; normal and ordinal (proportional odds) when --imputation-methods asks for them. Means of items follow their items. Each completed data set is analysed, and the results are pooled by Rubin's rules: T = within + (1 + 1/m) between, degrees of freedom of Barnard and Rubin. The fraction of missing information (fmi) is the share of what would be known with all answers that is lost. Without --imputations there are 20, or as many as keep standard errors within 5 % of another run's (von Hippel). Intervals of importance, shares and performance come from resamples of the completed data, moved apart to Rubin's variance; with --impute-resamples respondents are resampled first and every resample is imputed twice anew (Schomaker & Heumann's Boot MI, its variance by von Hippel and Bartlett). `impute` writes the completed data for other programs.",
        use:
          "When many left something out, and more so when a column that is no driver tells who did (--auxiliary): imputation, like em, then counts everybody and undoes the bias of complete rows. It is the treatment to choose where constructs are means of items of which some are left out, where variables are names of categories, and where other programs are to have the data.",
        avoid:
          "It holds when what is missing depends only on answers that are there; `missing` shows in its table sensitivity what becomes of the shares if not. Groups and interactions that the imputation does not know are made weaker by it. Never analyse the mean of the imputations, or one of them.",
        reference:
          "Rubin 1987, doi:10.1002/9780470316696; van Buuren & Groothuis-Oudshoorn 2011, doi:10.18637/jss.v045.i03; Barnard & Rubin 1999, doi:10.1093/biomet/86.4.948; von Hippel 2020, doi:10.1177/0049124117747303; Schomaker & Heumann 2018, doi:10.1002/sim.7654; von Hippel & Bartlett 2021, doi:10.1214/20-STS793.",
        command: "mainspring impute webshop --variables pq1:sc4"),
      Explanation(
        name: "nps", title: "The net promoter score, and recommendation as an outcome",
        definition:
          "The question is how likely one is to recommend, from 0 to 10; the score is the share of 9 and 10 less the share of 0 to 6. `describe` tells it of outcomes from 0 to 10, with an interval: Wald's after 3 answers were added (three quarters of a promoter, three quarters of a detractor, the rest passive), with --share-interval Wald's own or Tango's score interval; under weights, strata and clusters the linearised one. With --by the groups are compared pair by pair, p-values adjusted by Holm. As an outcome of drivers the whole answer is taken.",
        use:
          "Name the question with --outcome and its bounds with --scale recommend=0:10: then `drivers` says what goes with it, and `ipa` what to work on. The shares behind the score stand beside it in the table shares.",
        avoid:
          "Making three classes of eleven answers throws away most of what they say about the drivers. Differences of scores between small groups are mostly chance: the score of a few hundred respondents is uncertain by several points.",
        reference:
          "Reichheld 2003, Harvard Business Review 81(12), 46–54; Keiningham, Cooil, Andreassen & Aksoy 2007, Journal of Marketing 71(3), 39–51; Rocks 2016, The American Statistician 70(4), 365–372; Tango 1998, Statistics in Medicine 17(8), 891–908.",
        command: "mainspring describe webshop --variables recommend --table shares"),
    ]
  }
}
