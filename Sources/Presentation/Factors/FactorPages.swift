extension Explanation {
  /// What `factor` does: the number of factors, extraction, rotation, scores.
  static var factorProcedures: [Explanation] {
    [
      Explanation(
        name: "factor-count", title: "How many factors",
        definition:
          "Parallel analysis compares the eigenvalues of the items' correlations with those of random data of the same size and keeps as many as lead before one falls below: components (ones in the diagonal) or common factors (squared multiple correlations there), against the mean or the 95th percentile, random data being normal or the answers themselves in random order. The minimum average partial takes the number of components whose removal leaves the smallest partial correlations. The next-eigenvalue-sufficiency test draws samples from the model with k factors and asks whether the data's next eigenvalue is larger than theirs. Comparison data are samples of a population of k factors whose items have the answers' own distributions: k grows while their eigenvalues come nearer to the data's. Kaiser counts eigenvalues above 1, the empirical Kaiser criterion eigenvalues above what sampling and the factors before leave room for. Hull looks for the sharpest bend of fit against degrees of freedom.",
        use:
          "Before anything else. Common factors against the 95th percentile are the recommendation: with three factors of four items that correlate .7 they are right where components find one. Look at the solutions with one factor more and one less when rules disagree.",
        avoid:
          "No rule knows what a factor means. Components cannot see factors that correlate above about .6. With many respondents common factors also finds minor ones. Kaiser keeps too many. The revised minimum average partial keeps too few when factors have few items.",
        reference:
          "Horn 1965, doi:10.1007/BF02289447; Velicer 1976, doi:10.1007/BF02293557; Braeken & van Assen 2017, doi:10.1037/met0000074; Lorenzo-Seva, Timmerman & Kiers 2011, doi:10.1080/00273171.2011.564527; Achim 2017, doi:10.20982/tqmp.13.1.p064; Ruscio & Roche 2012, doi:10.1037/a0025697.",
        command: "mainspring factor webshop --table factor_count"),
      Explanation(
        name: "extraction", title: "Extraction: minres, ml, principal-axis, gls, components",
        definition:
          "Factors explain the items' correlations, and each item keeps a unique part. Minres makes the squared residual correlations smallest; ml (maximum likelihood) makes the data most likely under normality; gls weighs residuals by the inverse correlations; principal-axis puts communalities in the diagonal until they stay, which ends at the minres solution. All are found by Newton's method on the unique variances with exact second derivatives, none of which may fall below 0.005: an item that stands there is a Heywood case. Components are not factors: they take all of the items' variance, error included.",
        use:
          "Minres, the default, for ratings of any kind. Ml when standard errors and intervals of loadings are wanted without resampling.",
        avoid:
          "Of a matrix χ², RMSEA, TLI and the errors of ml assume normal answers of independent respondents. With rows they do not: errors are sandwiches and χ² is divided by its mean over degrees of freedom (Satorra and Bentler; under weights, strata and clusters as lavaan's MLR, by maximum likelihood), for other than Pearson correlations from what the rows do to these. They are left out with pairwise deletion. A solution with a Heywood case is not to be read as it stands.",
        reference:
          "Harman & Jones 1966, doi:10.1007/BF02289468; Jöreskog 1967, doi:10.1007/BF02289658; Jöreskog & Goldberger 1972, doi:10.1007/BF02306782; Satorra & Bentler 2001, doi:10.1007/BF02296192; Yuan & Bentler 2000, doi:10.1111/0081-1750.00078.",
        command: "mainspring factor webshop --extraction ml --factors 3"),
      Explanation(
        name: "rotation", title: "Rotation",
        definition:
          "Loadings can be turned without any change of fit; a rotation chooses the simplest by a criterion. Orthogonal ones keep factors uncorrelated (varimax, quartimax, equamax, geomin-orthogonal, bifactor), oblique ones let them correlate (oblimin, quartimin, promax, geomin, target, biquartimin). Target turns the factors towards the constructs of the study, or those of --group: every item free on its own, zero on the others. The criterion is made smallest by gradient projection from a hundred starts (--starts), one of them the unrotated loadings, and the output says how many ended at the best solution. Columns come in the order of what they explain, each with a positive sum. Rows are brought to length one first (Kaiser) for varimax and promax, as psych does; SPSS does it always: --kaiser. Promax raises varimax loadings to the fourth power as a target: row-normalised throughout (promax, psych's), not at all (promax-plain, R's), or in the target only (promax-spss).",
        use:
          "Oblimin, the default: parts of an experience correlate, and an oblique rotation shows by how much. Bifactor when one general impression runs through all items.",
        avoid:
          "With many local minima (few starts at the best) a small change of the data may give another solution: see --bootstrap.",
        reference:
          "Bernaards & Jennrich 2005, doi:10.1177/0013164404272507; Browne 2001, doi:10.1207/S15327906MBR3601_05; Jennrich & Bentler 2011, doi:10.1007/s11336-011-9218-4.",
        command: "mainspring factor webshop --rotation geomin --factors 3"),
      Explanation(
        name: "congruence", title: "Are the factors of groups or waves alike?",
        definition:
          "Groups are factored one by one. The loadings of the second are turned as near to those of the first as they go (Procrustes: orthogonally, or after an oblique rotation by least squares), and Tucker's coefficient compares them factor by factor: the sum of products of loadings over the root of the product of their sums of squares. With --bootstrap respondents are exchanged between the two groups at random, that many times, and everything is done again: this is what identical groups of these sizes would show. Clusters are exchanged whole, and everybody within his stratum.",
        use:
          "Before scores, or importance, are compared between segments or waves: from 0.95 on factors count as the same, from 0.85 on as alike. Ask for the same number of factors with --factors.",
        avoid:
          "Turning one solution towards another finds some likeness in noise too, and small groups are unlike by chance: compare the congruence with what identical groups would show, and look at single loadings as well. Resamples of a group are less alike than samples of it, so there is no interval. It says nothing of equal means or equal loadings, which a model of several groups tests.",
        reference:
          "Tucker 1951; Schönemann 1966, doi:10.1007/BF02289451; Lorenzo-Seva & ten Berge 2006, doi:10.1027/1614-2241.2.2.57.",
        command: "mainspring factor webshop --by segment --factors 3 --parallel 0 --table congruence"),
      Explanation(
        name: "factor-scores", title: "Factor scores",
        definition:
          "A respondent's factor values as weighted sums of standardised items. Regression scores are the closest to the factors; Bartlett's are unbiased given the factors; ten Berge's correlate with each other exactly as the factors do. Determinacy is the correlation of a score with its factor; 2ρ² − 1 of regression scores is how little two equally good sets may correlate.",
        use:
          "Regression scores as drivers of something, Bartlett scores as outcomes, ten Berge's to keep the factors' correlations.",
        avoid: "When determinacy is below about 0.9: respondents cannot be ranked by such scores.",
        reference:
          "Grice 2001, doi:10.1037/1082-989X.6.4.430; ten Berge, Krijnen, Wansbeek & Shapiro 1999, doi:10.1016/S0024-3795(97)10007-6; Skrondal & Laake 2001, doi:10.1007/BF02296196.",
        command: "mainspring factor webshop --factors 3 --table score_weights"),
    ]
  }
}
