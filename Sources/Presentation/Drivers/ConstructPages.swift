extension Explanation {
  /// How constructs become drivers.
  static var constructProcedures: [Explanation] {
    [
      Explanation(
        name: "construct-scores", title: "Constructs as drivers: mean, regression, bartlett",
        definition:
          "A construct is one driver, by the mean of its answered items (the default), or by a factor score of one factor: items count by how well they show the factor. Regression scores (Thurstone's) are closest to the factor, Bartlett's are unbiased given it. Weights are estimated from respondents who answered every item, and anew in every resample. Or its items play side by side as one group: --players groups.",
        use:
          "Means, when others are to compute the same score. Regression scores for drivers of unequal items: the coefficients of the factors are then consistent. As a rule the order of importance hardly changes.",
        avoid:
          "Factor scores with few respondents: their weights waver, as the intervals show. They do not take the error of measurement out of importance; --correct reliability does.",
        reference:
          "Skrondal & Laake 2001, doi:10.1007/BF02296196; Grice 2001, doi:10.1037/1082-989X.6.4.430.",
        command: "mainspring drivers webshop --score-method regression --bootstrap 500"),
      Explanation(
        name: "correction", title: "Importance without the error of measurement",
        definition:
          "What a driver shares with an outcome is too small by the error of its measurement, and most so for the one measured worst, to the gain of the others. The correction takes the error's share (1 − ω of one factor) out of the variance of each construct and leaves the covariances: importance, coefficients and R² are computed from disattenuated correlations. A single item, an outcome or a covariate is corrected by a reliability that is given: --reliability recommend=0.8. Correcting the outcome raises R² and leaves shares alone. Every resample estimates the reliabilities anew. With --correct cfa the constructs are those of one factor model of all their items, fitted by maximum likelihood beside the covariates and outcomes as they are, in every resample anew: importance is computed on the model's covariances of the constructs. A note tells how well that model fits.",
        use:
          "When constructs are measured unequally well, and their order of importance is to be that of the constructs, not of the questionnaires.",
        avoid:
          "Errors of different constructs must be uncorrelated; a general impression that colours all answers violates that. When constructs are close, corrected correlations can contradict each other: the sample then gives a fault, resamples are counted, and above 5 % of them there are no intervals. A single item without a given reliability counts as measured without error.",
        reference: "Spearman 1904, doi:10.2307/1412159; McDonald 1999, Test Theory: A Unified Treatment.",
        command: "mainspring drivers webshop --correct reliability --bootstrap 500"),
    ]
  }
}
