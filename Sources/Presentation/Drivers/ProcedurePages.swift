import Importance

extension Explanation {
  /// The ways of sharing out R², dominance among them.
  static var importanceMethods: [Explanation] {
    MethodDescription.all.map { page in
      Explanation(
        name: page.name, title: page.title, definition: page.definition, use: page.whenToUse,
        avoid: page.whenNotToUse, reference: page.reference,
        command: page.name == "dominance"
          ? "mainspring drivers attitude --bootstrap 0 --table dominance"
          : "mainspring drivers attitude --methods \(page.name) --bootstrap 500")
    }
  }

  /// What is done with importance: dominance, the matrix, intervals, errors.
  static var procedures: [Explanation] {
    [
      Explanation(
        name: "importance-performance", title: "Importance–performance matrix",
        definition:
          "Each driver is a point: its performance (mean on 0–100 of the scale, 0 the worst answer, 100 the best) across, its importance up. Two lines, the crosshair, cut the plane into four fields: concentrate here (important, done badly), keep up the good work (important, done well), low priority, and possible overkill (done better than its importance asks for). A value on a line counts as high. Effect is how many points of the outcome go with ten points more of performance if nothing else moves, from the regression's coefficients: the floor; the ceiling lets the other drivers move along as they do among the respondents, cov(x, y)/var(x). Potential is what perfect performance would bring, the effects drawn in towards each other as far as their errors warrant, because the largest of several estimates is too large; priority ranks the drivers by it, and 1 is what to work on first, in whatever field it lies. p_best is how often that driver is the best to work on in what the data leave open, expected_regret what the choice forgoes on average, may_be_best who else may be the best. Potentials do not add: potential_together is each one's part of what is left of the outcome's scale.",
        use:
          "To decide what to work on, when drivers are rated on scales whose ends mean worst and best. Every resample computes importance, performance and crosshair again, with shares that differ by chance drawn in towards each other, so the matrix says how often a driver fell into each field.",
        avoid:
          "Some drivers are always below a crosshair of means, and with medians half of them: the fields compare drivers with each other, not with a standard. Use --crosshair with numbers for a standard. A driver near a line belongs to no field for sure: read the frequencies. A driver of which more goes with less of the outcome lies in no field: look whether its scale is turned round. The best driver to work on is found in a third to a half of surveys whose drivers correlate at .6: look at may_be_best. The coefficients describe customers as they are; that work on a driver changes the outcome is an assumption.",
        reference: "Martilla & James 1977, Journal of Marketing 41(1), 77–79, doi:10.1177/002224297704100112.",
        command: "mainspring ipa webshop --bootstrap 500"),
      Explanation(
        name: "percentile", title: "Percentile intervals from resamples",
        definition:
          "Respondents are drawn again with replacement, as many as there are, and everything is computed anew; the interval reaches from the 2.5 % to the 97.5 % quantile of the results. Sampling weights stay with their respondent. Of n clusters, or of n respondents of a stratum, n − 1 are drawn, a cluster whole, and count n/(n − 1) times; respondents and clusters that are not selected, or incomplete, are drawn as well (the page on designs says more). Replicate i draws from random stream i of the seed, so the result is the same on any number of cores. From 50,000 rows on (without strata or clusters) each row is dealt at random into one of 1000 blocks, and resamples draw blocks: no row need be kept, and a width so found has an error of about 2.2 % (√(2/1000)/2) beside that of the resamples.",
        use:
          "The default for importance, shares, performance and their differences. In simulations with six correlated drivers it covered 93–97 % of shares where it promises 95 %, from 150 respondents on; the page on coverage has the figures.",
        avoid:
          "For a driver whose true share is zero: its share cannot be negative, so no such interval can hold the zero. With fewer than about 100 respondents intervals are rough.",
        reference: "Davison & Hinkley 1997, Bootstrap Methods and their Application, doi:10.1017/CBO9780511802843.",
        command: "mainspring drivers webshop --interval percentile --bootstrap 500"),
      Explanation(
        name: "bca", title: "Bias-corrected and accelerated intervals",
        definition:
          "Percentiles of the resamples at levels moved for bias (the share of resamples below the estimate) and for skewness (an acceleration from leaving out respondents, or groups of them, one at a time).",
        use: "When an estimate is clearly skewed and the sample is large enough to leave respondents out.",
        avoid:
          "Ranks and quadrants have none. Where every resample lies on one side of the estimate the interval is not defined and is left empty.",
        reference: "Efron 1987, Journal of the American Statistical Association 82, 171–185, doi:10.2307/2289144.",
        command: "mainspring drivers webshop --interval bca --bootstrap 500"),
      Explanation(
        name: "basic", title: "Basic intervals from resamples",
        definition: "Twice the estimate less the percentiles of the resamples, in reverse.",
        use: "To compare with other programs that report it.",
        avoid:
          "For importance: in simulations it covered 61 % where little was explained for few respondents, and 95 % only where much was explained for many. The default, percentile, does better.",
        reference: "Davison & Hinkley 1997, Bootstrap Methods and their Application, doi:10.1017/CBO9780511802843.",
        command: "mainspring drivers webshop --interval basic --bootstrap 500"),
      Explanation(
        name: "ranks", title: "Rank intervals and the frequency of being first",
        definition:
          "The best rank a driver can have is one more than the number of drivers that are surely above it; the worst, the number of drivers less those surely below. 'Surely' is a test of all differences between shares at once, its limit taken from the largest standardised difference over the resamples. may_be_first tests each driver on its own against all others. p_first is how often a driver comes first when the resamples' shares are drawn in towards each other as far as their error warrants: the true shares are taken to spread normally about their mean, the spread being averaged over what the shares allow, and with probability ½ one of them stands out. Of near-ties the largest share owes its place to chance in part, and its interval (leader_low, leader_high) reaches down to where it may be without it. p_first_resamples is the plain frequency.",
        use: "To say which order of the drivers the data support: all the rank intervals hold together.",
        avoid:
          "Do not read the resamples' own rank percentiles as an interval: under near-ties they held all true ranks in only 60–71 % of samples instead of 95 %. Nor read p_first_resamples as how sure it is that a driver is first: where ten drivers of rated answers were alike, those first in half of the resamples were so in one case of ten.",
        reference:
          "Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91, 476–518, doi:10.1093/restud/rdad006.",
        command: "mainspring drivers webshop --bootstrap 500 --table importance"),
      Explanation(
        name: "r-squared", title: "Interval of R²",
        definition:
          "Each respondent moves R² by what his squared deleted residual and his squared distance from the mean depart from theirs on average; the spread of these parts (of clusters' sums, within strata) is the standard error, whatever the errors look like. The limits lie about the adjusted R², on a scale on which R² is nearly normal. Where the lower one would reach 0, with classical errors, and where only a matrix or sums are known, the interval is the one for errors that are normal and of equal variance: the values of the population's R² under which a sample's R² as large, or as small, would come up in 2.5 % of samples each. Drivers are found, not set, in either.",
        use:
          "Always, beside the adjusted R². Of ten drivers on five points with up to 68 % in the top box and a skewed outcome it held 93 to 95 % (n 60 to 500), of normal answers 94 to 97 %.",
        avoid:
          "Where the spread of errors changes strongly with the drivers it still holds only some 89 to 92 %, the normal one 68 to 88 %. From correlations of ranks, polychorics, pairs and corrected moments no formula is known: the spread of the resamples takes its place, which with few respondents is too small. Percentiles of resampled R² are never shown: resamples explain more than the sample, and percentiles held 47 to 87 %.",
        reference:
          "Olkin & Finn 1995, Psychological Bulletin 118, 155–164, doi:10.1037/0033-2909.118.1.155; Lee 1971, Journal of the Royal Statistical Society B 33, 117–130; Steiger & Fouladi 1992, Behavior Research Methods 24, 581–582, doi:10.3758/BF03203611.",
        command: "mainspring drivers attitude --bootstrap 0 --table fit"),
      Explanation(
        name: "least-squares", title: "Least squares, and how its digits are kept",
        definition:
          "The coefficients that make the sum of squared residuals least. The rows are factored by Householder reflections and the solution is refined in twice the precision of a double until the correction stops shrinking; sums of squares and standard errors come from sums of products of the same precision. What is zero to within the arithmetic is shown as 0. With very many rows the moments serve in place of the rows while the condition number of the correlations is at most 10000 and errors are classical: they agree to eleven digits.",
        use:
          "Always; there is nothing to choose. NIST's certified regressions come out to the digits that their data determine (13.5 or more, but for Wampler 2 with 13.2).",
        avoid:
          "Digits are not truth: with nearly collinear drivers the coefficients are exact and still say little, as their standard errors show. From a published matrix, or a stream whose rows are not kept, a note says how many digits to trust.",
        reference: "Björck 1967, BIT 7, 257–278, doi:10.1007/BF01939321.",
        command: "mainspring drivers attitude --bootstrap 0 --table coefficients"),
      Explanation(
        name: "terms", title: "Products and powers of drivers",
        definition:
          "a:b is the product of two drivers, a^2 a square; each is a driver of its own beside the others, and missing where one of its factors is. The coefficient of a:b says how much more a matters for each point of b; that of a^2 how the effect of a bends. Powers keep what a double lacks of them, so that high ones cost no digits.",
        use:
          "To ask whether a driver matters more where another is low, or whether its effect flattens out. Keep the drivers themselves in the model.",
        avoid:
          "Beside a:b the coefficient of a is its effect where b is 0, which may be no answer at all; it and the importance of a, b and a:b change when a constant is added to a scale. R², predictions and the test of a:b do not. Read the importance of a product together with its factors'.",
        reference:
          "Aiken & West 1991, Multiple Regression: Testing and Interpreting Interactions, ISBN 978-0-7619-0712-1.",
        command: "mainspring drivers webshop --drivers pq1:pq4 --terms 'pq1:pq2,pq1^2' --bootstrap 0"),
      Explanation(
        name: "errors", title: "Standard errors of coefficients",
        definition:
          "classical: equal error variance, as R's lm and SPSS print them. hc0–hc4: from each respondent's own residual, so that unequal variance does no harm; hc3 takes the residual of each respondent from a fit without him. cluster: respondents of a cluster may be alike. design: linearised under sampling weights, strata, clusters and a finite population. jackknife: leaves out each of 1000 random blocks of respondents in turn, which sums alone tell; right whether or not errors have equal variance, and with weights. bootstrap: the spread of the coefficients over the resamples.",
        use:
          "hc3 is the default: on ratings that pile up at the top of their scales intervals from classical errors held 87 to 88 % at any n, from hc3 94 to 96 %. With sampling weights or strata design, with clusters cluster. From 50,000 independent respondents on jackknife, weighted or not, so that no row need be kept. From a matrix errors are classical, with a note.",
        avoid: "Clustered errors from fewer than 40 clusters are too small; a note says so.",
        reference:
          "MacKinnon & White 1985, Journal of Econometrics 29, 305–325, doi:10.1016/0304-4076(85)90158-7; Binder 1983, International Statistical Review 51, 279–292, doi:10.2307/1402588.",
        command: "mainspring drivers attitude --errors classical --bootstrap 0 --table coefficients"),
      Explanation(
        name: "design", title: "Weights, strata, clusters, and parts of a sample",
        definition:
          "Units are clusters (--cluster), else respondents. With the totals t of what each unit does to an estimate the linearised variance is Σ (1 − f)·n/(n − 1)·Σ (t − t̄)² over the strata (--strata), n the units of a stratum and f the share of the population's units that they are (--fpc: n over a population count, or the share itself; else 0). Resamples draw n − 1 of n units and weight one drawn k times by 1 − λ + λ·k·n/(n − 1), λ = √(1 − f): drawing n would make intervals too narrow by (n − 1)/n. Of a sample in two stages (--cluster shop,visit --fpc shops,visits) the units drawn within the clusters add f·(1 − g)·m/(m − 1)·Σ (u − ū)² for each cluster, u their totals, m their number and g the share of the cluster's units that they are; names of units begin anew in every cluster, and without the second column of --cluster respondents are the units. Resamples then multiply the weight of a cluster by one drawn within it in the same way, with λ² = f·(1 − g)/(2 − f), which has that variance. Percentiles are taken further out as Student's t on units less strata lies beyond the normal distribution (Hesterberg 2015): with 20 degrees of freedom 95 % intervals leave out 1.85 % at each end. What --where and --by select, and who answered everything, are a part of the sample: n counts the units of the whole sample, and those without a selected respondent add zeros. Means in `describe` have the same errors. A stratum with one unit is an error unless --lonely says what it adds: certainty (nothing; resamples keep the unit), average (what the other strata add on average) or adjust (the square of its distance from the mean of all; resamples take the unit twice or not at all, under average too).",
        use:
          "Whenever respondents were not drawn one by one from everybody: shops and then their customers, so many from each region, a panel with weights. Errors, intervals, folds and permutations then follow the design.",
        avoid:
          "With few clusters every error is rough: degrees of freedom are clusters less strata. A stratum's clusters must be drawn independently of each other; what was drawn within clusters matters only where a good part of all clusters was drawn: their spread has the rest in it. Merge strata with one unit where they are alike; --lonely is for what cannot be merged.",
        reference:
          "Cochran 1977, Sampling Techniques, chapter 10; Preston 2009, Survey Methodology 35, 227–234; Rao & Wu 1988, Journal of the American Statistical Association 83, 231–241, doi:10.1080/01621459.1988.10478591; Rao, Wu & Yue 1992, Survey Methodology 18, 209–217; Lumley 2010, Complex Surveys, doi:10.1002/9780470580066.",
        command: "mainspring drivers webshop --strata segment --bootstrap 300 --table coefficients"),
      Explanation(
        name: "validation", title: "Are the numbers right?",
        definition:
          "Figures computed again on this machine beside their references: NIST's certified regressions, univariate sets and analyses of variance, and relaimpo's figures of importance. Digits are −log₁₀ of the relative error, at most 15. What is needed is 0.3 below what exact arithmetic reaches on the data as doubles, since decimals such as 0.1 are rounded when they are read; for importance it is 10, because the reference is itself computed in doubles. Standard errors are classical there, since NIST certifies those. R's digits stand beside them.",
        use:
          "After installing the program, on new hardware or with another BLAS; in a report, to say what the numbers rest on. --expected compares with certified values of your own. Exit status 1 says that a figure falls short.",
        avoid:
          "It says that a formula is computed rightly, not that it is the right one for the data, nor that the data are good.",
        reference:
          "NIST, Statistical Reference Datasets, doi:10.18434/T43G6C; McCullough 1998, The American Statistician 52, 358–366, doi:10.2307/2685442.",
        command: "mainspring validate --suite univariate"),
      Explanation(
        name: "permutation", title: "Permutation test of a driver",
        definition:
          "The driver's answers are exchanged at random among the respondents, everything else stays, and its importance is worked out again, --permutations times. p is (1 + the number of exchanges that reach the importance) / (number + 1). A group or a categorical driver is exchanged as whole rows; with strata or clusters only respondents of the same one are exchanged; weights stay with the rows; a frequency counts as so many respondents.",
        use:
          "To ask whether a driver may be unrelated to everything, outcome and other drivers alike: the importance of a sum of squares is never zero, and this says how large chance alone makes it.",
        avoid:
          "To ask whether a driver adds anything beyond the others: that is the test of its coefficient. A driver without an effect of its own passes the permutation test when it goes with drivers that have one. Under sampling weights it takes the driver to be unrelated to the weights too; with clusters it says nothing of differences between them.",
        reference:
          "Phipson & Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9(1), article 39, doi:10.2202/1544-6115.1585; Winkler et al. 2014, NeuroImage 92, 381–397, doi:10.1016/j.neuroimage.2014.01.060.",
        command: "mainspring drivers attitude --permutations 999 --bootstrap 0 --table importance"),
      Explanation(
        name: "blocks", title: "Hierarchical regression in blocks",
        definition:
          "Blocks of drivers enter one after the other, in the order of --block; covariates in no block enter first, drivers in no block last. ΔR² is what a block adds to R². Its test is that of the block's coefficients in the model up to that block: the F of the change with the residual of that model; with robust, clustered or design errors the Wald test.",
        use:
          "To ask what a set of drivers explains beyond others that come before it by reason: touchpoints beyond who the customer is.",
        avoid:
          "To divide R² when the order of entry has no reason: what blocks explain in common goes to the first. Use lmg with --group.",
        reference: "Cohen, Cohen, West & Aiken 2003, Applied Multiple Regression/Correlation Analysis, chapter 5.",
        command:
          "mainspring drivers attitude --block 'staff=complaints,learning' --block 'pay=raises,advance' --bootstrap 0 --table blocks"
      ),
      Explanation(
        name: "cross-validation", title: "R² in respondents that the model has not seen",
        definition:
          "Respondents are dealt at random to ten folds (--folds). Each fold is predicted by the regression of all others: 1 − Σ(y − prediction)² / Σ(y − mean of the others)², weighted like the fit. Clusters stay whole, every fold gets its part of each stratum, and a frequency counts as so many respondents. The seed deals the folds.",
        use:
          "To see how much of R² is real: with many drivers and few respondents it falls far below R², and below zero when the mean predicts better.",
        avoid: "As a precise number in a small sample: another seed deals other folds.",
        reference:
          "Hawinkel, Waegeman & Maere 2024, The American Statistician 78, 15–25, doi:10.1080/00031305.2023.2216252; Wieczorek, Guerin & McMahon 2022, Stat 11, e454, doi:10.1002/sta4.454.",
        command: "mainspring drivers attitude --folds 5 --bootstrap 0 --table fit"),
      Explanation(
        name: "diagnostics", title: "Diagnostics of the regression",
        definition:
          "breusch_pagan (studentised): do the errors vary with the predictors. reset: do squares and cubes of the fitted values add to the model. influence: each row's residual, leverage, studentised residual and Cook's distance. collinearity: condition indices of the scaled columns with the intercept, and the part of each coefficient's variance that a dimension makes. vif: variance inflation, of groups and categories generalised.",
        use:
          "Before believing a regression. Errors that vary ask for --errors hc3; a small p of reset for a curve or an interaction; a row far out for a look at its questionnaire; a condition index above 30 with two proportions above one half for leaving one of the two out.",
        avoid:
          "As a ritual of p-values: in large samples every small deviation is significant. Breusch–Pagan is left out under a sampling design; influence under weights is that of weighted least squares.",
        reference:
          "Koenker 1981, Journal of Econometrics 17, 107–112, doi:10.1016/0304-4076(81)90062-2; Ramsey 1969, Journal of the Royal Statistical Society B 31, 350–371, doi:10.1111/j.2517-6161.1969.tb00796.x; Cook 1977, Technometrics 19, 15–18, doi:10.2307/1268249; Belsley, Kuh & Welsch 1980, Regression Diagnostics, doi:10.1002/0471725153; Fox & Monette 1992, doi:10.1080/01621459.1992.10475190.",
        command: "mainspring drivers attitude --diagnostics --bootstrap 0 --table influence"),
    ]
  }
}
