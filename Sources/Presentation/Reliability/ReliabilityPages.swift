extension Explanation {
  /// What `reliability` does.
  static var reliabilityProcedures: [Explanation] {
    [
      Explanation(
        name: "reliability", title: "Reliability: α, ω, λ, composite reliability",
        definition:
          "How much of the variance of a sum of items is that of what they have in common. Cronbach's α is a lower bound when errors are uncorrelated and equals it when all items load alike; ω takes each item's own loading on one factor (minimum residuals), composite reliability the same by maximum likelihood; ω hierarchical is the share of one general factor behind three groups of items, from six items on and where the groups correlate as those of one factor do (of a scale with a single factor they do not, and ω is the figure). Guttman's λ₂, λ₄ (the best split half) and λ₆ are other lower bounds. Ordinal α and ω start from polychoric correlations: they are of what lies behind the answers; Green and Yang's ω is of the sum of the ratings that are cut from it. α is of the items as they are, everything else of standardised items. Every construct is on the respondents who answered all of its items.",
        use:
          "Before a construct is used as a driver. ω with its interval is the figure to report, and its lower end is judged: from .80 on well, from .70 on tolerably measured. Leave an item out only where the interval of α's gain lies above zero; the table of items shows which ones weaken the scale, and a note names items that seem to be worded the other way round, by their signs on the first principal component.",
        avoid:
          "A high α does not show that the items measure one thing: look at the fit of one factor, and at ω hierarchical. λ₄ rises with chance in small samples. The reliability of a single item cannot be seen in one survey.",
        reference:
          "Cronbach 1951, doi:10.1007/BF02310555; McDonald 1999, Test Theory; Guttman 1945, doi:10.1007/BF02288892; Zinbarg, Revelle, Yovel & Li 2005, doi:10.1007/s11336-003-0974-7; Feldt 1965, doi:10.1007/BF02289499; Green & Yang 2009, doi:10.1007/s11336-008-9099-3.",
        command: "mainspring reliability webshop --bootstrap 500"),
      Explanation(
        name: "discriminant-validity", title: "Discriminant validity: HTMT, HTMT2, Fornell–Larcker",
        definition:
          "HTMT is the mean size of the correlations between the items of two constructs, over the geometric mean of those within each: what the constructs would correlate at, were all items equally good. HTMT2 takes geometric means throughout and allows for unequal loadings. Fornell and Larcker ask that a construct share more with its items (root of the average variance extracted) than with another construct (here the correlation of the sums, corrected for error).",
        use:
          "Before two constructs compete as drivers. When the upper end of HTMT's interval stays below 0.85 (or 0.90 for neighbouring ideas) they are distinct; when it reaches 1 they may be one.",
        avoid:
          "Absolute correlations are taken, so items worded the other way round do not show here: turn them first. Constructs that really are close may exceed 0.90; importance cannot be divided sharply between them, whatever the method.",
        reference:
          "Henseler, Ringle & Sarstedt 2015, doi:10.1007/s11747-014-0403-8; Roemer, Schuberth & Henseler 2021, doi:10.1108/IMDS-02-2021-0082; Fornell & Larcker 1981, doi:10.1177/002224378101800104.",
        command: "mainspring reliability webshop --table discriminant"),
      Explanation(
        name: "common-method", title: "One factor of all items (Harman's check)",
        definition:
          "The share of the variance of all items together that their first component takes, and that one common factor explains. If answers came mostly from one way of answering, one factor would explain most of them.",
        use: "Because reviewers ask for it.",
        avoid:
          "As evidence that there is no common-method bias: it has little power against it, and a strong real trait raises the share as well. Separate the sources of answers, or the times of asking, when the survey is designed.",
        reference:
          "Podsakoff, MacKenzie, Lee & Podsakoff 2003, doi:10.1037/0021-9010.88.5.879; Harman 1976, Modern Factor Analysis.",
        command: "mainspring reliability webshop --table common_method"),
    ]
  }
}
