extension Explanation {
  /// What `mediate` does: indirect effects, moderation, what would undo them.
  static var mediationProcedures: [Explanation] {
    [
      Explanation(
        name: "mediation", title: "What carries an effect (mediate)",
        definition:
          "Each mediator M is regressed on the drivers X and covariates (coefficients a), each outcome on the drivers, the mediators and the covariates (c' and b). What goes through M is a·b, past it c', in all c' + Σ a·b, which is the coefficient of X without mediators. --through a,b stand side by side; with --serial each acts on those behind it, and every way is a product of its own. Constructs are means of their items, as in `drivers`. Intervals are those of --bootstrap resamples (percentile, bca, basic); --inference monte-carlo draws the coefficients from their normal distribution, delta takes the product for normal (Sobel). Coefficients have robust errors (hc3), those of the design, or of clusters. The verdict rests on the intervals of both parts: a direct effect whose interval holds zero is not therefore absent, so `wholly` asks that the interval of the share that is carried lie above 0.8.",
        use:
          "When one thing comes before another: does satisfaction carry what quality does for recommendation? `sem` asks the same of constructs without the error of their items.",
        avoid:
          "An arrow is an assumption: in one survey at one time a mediator that is a consequence of the outcome gives the same numbers. Error of measurement in the mediator makes the carried part too small and the direct one too large. The product of driver and mediator is left out. Of an outcome of two answers a·b is no effect: there the table has natural effects on the chance of the upper answer (of ordered ones, --ordinal, on that of each or a higher one), from a probit model and normal mediators (the mediation formula), between two values of the driver; they are resampled, side by side and without a moderator. Mediators of two answers are refused. Respondents who left anything out are left out; `sem --missing em` counts them, with the paths labelled and indirect := a*b.",
        reference:
          "Hayes 2022, Introduction to Mediation, Moderation, and Conditional Process Analysis; MacKinnon, Lockwood & Williams 2004, doi:10.1207/s15327906mbr3901_4; Zhao, Lynch & Chen 2010, doi:10.1086/651257; Imai, Keele & Tingley 2010, doi:10.1037/a0020761.",
        command: "mainspring mediate webshop --through satisfaction"),
      Explanation(
        name: "moderated-mediation", title: "Does what is carried change? (--moderator)",
        definition:
          "A moderator W changes parts of the way: --moderates first (X to M: a + a'·w), second (M to Y: b + b'·w), direct (X to Y), all without it. The table conditional_effects has the effects at the mean of W and a standard deviation to each side, or in each of its categories. moderated_mediation has the index, by how much the indirect effect changes per unit of W, where it is a line of W (a'·b or a·b'), and the difference between the outer values or between categories. johnson_neyman parts the observed values of W into regions where the interval of a coefficient leaves zero out or holds it. Effects of the table effects are those at the mean of W.",
        use:
          "To ask whether satisfaction carries more for some customers than for others. The interval of the index or of the difference answers it; that one group's effect is clear and another's is not does not.",
        avoid:
          "Products need many respondents. Regions hold value by value, and with W far from its mean they rest on few respondents.",
        reference:
          "Hayes 2015, doi:10.1080/00273171.2014.962683; Edwards & Lambert 2007, doi:10.1037/1082-989X.12.1.1; Bauer & Curran 2005, doi:10.1207/s15327906mbr4003_5.",
        command: "mainspring mediate webshop --through satisfaction --moderator segment"),
      Explanation(
        name: "mediation-sensitivity", title: "What would undo an indirect effect",
        definition:
          "Something unmeasured that moves mediator and outcome makes their residuals correlate. The table sensitivity has the correlation ρ at which b, and so every indirect effect that ends with this mediator, would be zero. In the linear model it is the partial correlation of mediator and outcome given drivers, covariates and the other mediators. ρ² is the product of the shares of what is left of both that it would have to explain; of_all is the product of the shares of all their variance.",
        use:
          "To say how much the answer rests on the assumption: compare ρ with what the strongest measured covariate does.",
        avoid:
          "It says nothing of what moves the driver and the mediator, or of arrows that run the other way. Other mediators are held as they are.",
        reference:
          "Imai, Keele & Yamamoto 2010, doi:10.1214/10-STS321; Imai, Keele & Tingley 2010, doi:10.1037/a0020761.",
        command: "mainspring mediate webshop --through satisfaction --table sensitivity"),
    ]
  }
}
