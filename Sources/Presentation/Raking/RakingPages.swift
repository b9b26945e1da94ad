extension RakingDocuments {
  /// What weights are, how they are made, and where errors come from under them.
  package static var pages: [Explanation] {
    [
      Explanation(
        name: "raking", title: "Raking and calibration",
        definition:
          "Weights w that add up to known totals of a population, category by category of each margin, and differ as little as can be from the weights d to start from (the column --weights, else 1): w = d·F(x'λ), x the indicators of categories. raking: F = exp, which is what iterative proportional fitting comes to; linear: F = 1 + u; logit: between two bounds, smoothly. λ is found by Newton's method with steps that must descend; that targets are reached is judged by the margins themselves, to 1e-8 of the whole. --bounds limits w/d, --trim limits w in mean weights; both hold while targets are sought, so that no weight is cut off afterwards and no margin is lost. Targets are shares, percentages or counts; margins may be cells of several variables (age:region). Refused by name: a category in which nobody is, respondents in a category without a target or without an answer, targets that do not add up or are of two populations, margins that contradict each other or cannot be reached within the limits. In a study the key `rake` does this before every verb: linearised errors then leave out of each respondent's part what the margins already tell, as R's calibrate does, and every resample is raked again.",
        use:
          "When the shares of a population are known (official statistics, customer records) and the sample's differ. Few margins with categories of thirty respondents and more.",
        avoid:
          "Weights mend only what the margins tell. The design effect, 1 + the squared coefficient of variation of the weights, is what they cost: far above 1.5 a few respondents speak for many. Trimming trades some of the variance for bias that nothing shows.",
        reference:
          "Deming & Stephan 1940, doi:10.1214/aoms/1177731829; Deville & Särndal 1992, doi:10.1080/01621459.1992.10475217; Kish 1992, Journal of Official Statistics 8, 183–200.",
        command: "mainspring rake webshop --margins segment=new:0.4,returning:0.6"),
      Explanation(
        name: "replicates", title: "Replicate weights",
        definition:
          "Columns of weights that each stand for the sample as another draw would have had it; statistical offices give them in place of strata and clusters. Every number is computed again with each of them, and its variance is scale · Σ rscale_r·(θ_r − θ̄)², about the replicates' mean, or with --replicate-mse about the estimate. The kind of replicates says the scale: jk1 (R − 1)/R, jkn 1 with a factor for each replicate, brr 1/R, fay=ρ 1/(R(1 − ρ)²), bootstrap 1/(R − 1), sdr 4/R. Intervals are the estimate ± t times its error, with the rank of the replicate weights less one as degrees of freedom, less the predictors for coefficients; correlations have theirs on Fisher's scale. How often a driver comes first, quadrants and priorities are counted in draws from the normal distribution that the replicates give. R's survey computes the same with svrepdesign.",
        use: "Whenever the data come with them: they hold the design, and often non-response and calibration too.",
        avoid:
          "Other errors, strata and clusters beside them: the design would count twice, or not. Do not take replicates of a jackknife for resamples; they lie far too close together.",
        reference:
          "Wolter 2007, Introduction to Variance Estimation, doi:10.1007/978-0-387-35099-8; Lumley 2004, Journal of Statistical Software 9(8), doi:10.18637/jss.v009.i08.",
        command: "mainspring explain replicates"),
      Explanation(
        name: "weights", title: "What frequency, precision and sampling weights change",
        definition:
          "Means, shares, covariances and coefficients are weighted alike by all three; what differs is n and every error. frequency: a row stands for that many identical respondents; n is the sum of weights, and every number is that of the rows repeated. precision: the inverse of a measurement's error variance; n is the rows, errors are those of weighted least squares (R's lm), and ranks and ratings refuse them. sampling: the inverse of the chance to be drawn; n is the rows, errors are linearised under the design, likelihoods and what rests on them (AIC, exact tests) are not given, and resamples keep weight and row together. Every verb keeps to it: describe (intervals of means and shares), drivers and ipa (errors, R², resamples), correlate, factor (scaled χ²), reliability. Little's test in missing is for respondents who count alike. Rows of weight zero are no respondents.",
        use:
          "sampling for survey weights, which is what is taken when nothing is said; frequency for counted tables; precision for means of groups, with their sizes.",
        avoid:
          "Survey weights taken for frequencies: a sample of 1,000 whose weights add up to a million would have the errors of a million respondents.",
        reference: "Lumley 2010, Complex Surveys, doi:10.1002/9780470580066.",
        command: "mainspring describe webshop --weights weight --weights-kind sampling"),
    ]
  }
}
