extension Explanation {
  /// What `correlate` computes, and `--correlation` starts from.
  static var correlationKinds: [Explanation] {
    [
      Explanation(
        name: "correlations", title: "Correlations: pearson, spearman, kendall, partial, mixed",
        definition:
          "Pearson's correlation measures a straight line; Spearman's is Pearson's of the ranks; Kendall's (τ-b) is the surplus of pairs of respondents whom both variables put in the same order. A partial correlation is what is left of one when the other variables, or those of --always, are held constant. Mixed takes each pair as it is measured: whole numbers with at most eleven different answers are ratings, everything else is measured. Every correlation has an interval on Fisher's scale, or a resampled one with --bootstrap. Pearson's and partial ones take it from what each respondent does to the correlation; --errors classical gives Fisher's own, for normal answers, as R's cor.test and SPSS print it. Of two items on five points with 60 % in the top box and a correlation of .66 the first held 94 % of 95, Fisher's 86 %. With weights, strata or clusters the errors are the design's. The p-value of a Pearson correlation asks whether the two have anything to do with each other (Student's t), which does not need that. p-values of ranks are exact for at most nine respondents without equal answers and approximate otherwise. Under pairwise deletion each pair has its own n, and the smallest of them is what a test of the whole matrix uses.",
        use:
          "Pearson for means, regressions and scales of seven points and more; ranks when only the order of the answers can be trusted or a few respondents stand far out; partial to see which associations are not those of other variables.",
        avoid:
          "Many pairs give some small p-values by chance: --adjust holm keeps the chance of any false one, --adjust bh the share of false ones. A matrix of pairwise correlations may contradict itself; the nearest one that does not takes its place before factors start from it, with a note that says by how much.",
        reference:
          "Bonett & Wright 2000, doi:10.1007/BF02294183; Higham 2002, doi:10.1093/imanum/22.3.329; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.",
        command: "mainspring correlate webshop --method spearman --adjust holm"),
      Explanation(
        name: "polychoric", title: "Polychoric and polyserial correlations",
        definition:
          "The correlation of the normal variables that are thought to lie behind ratings. Each rating's thresholds come from its shares of answers, and then the correlation of a pair is the one that makes its table of answers most likely (two-step maximum likelihood); with one rating and one measured variable it is called polyserial. Standard errors count in the thresholds (Muthén 1984); the p-value is the score test's at a correlation of 0, which is the correlation of the answers' normal scores and needs no standard error: in small samples of skewed answers Wald's test calls too much significant. Empty cells are left as they are; where they let the likelihood rise to the end the correlation is ±1, without interval and p-value.",
        use:
          "Short scales (two to five points) and skewed answers, where Pearson's correlation is too small because answers are coarse. In factor analysis and reliability they show what the items would do on a finer scale.",
        avoid:
          "With few respondents or many empty cells they waver. What they correlate cannot be observed: importance and reliability from them speak of latent variables, not of the scores that a firm reports. Every resample estimates them anew, which takes longer than other correlations.",
        reference:
          "Olsson 1979, doi:10.1007/BF02296207; Olsson, Drasgow & Dorans 1982, doi:10.1007/BF02294164; Muthén 1984, doi:10.1007/BF02294210.",
        command: "mainspring correlate webshop --method polychoric"),
    ]
  }
}
