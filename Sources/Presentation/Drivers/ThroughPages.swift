extension Explanation {
  /// What `drivers --through` does.
  static var throughProcedures: [Explanation] {
    [
      Explanation(
        name: "through", title: "What goes through a mediator (drivers --through)",
        definition:
          "Effects: each driver's coefficient without the mediators M is split into a·b, which goes through them, and c', its coefficient beside them, as `mediate` does. Importance: lmg is the Shapley value of the game v(S) = cov(ŷ_S, y)/s²_y, the R² of the drivers S beyond the covariates. What S leaves over has nothing to do with its fitted values, so y may stand there as its fit on all drivers, Σ c'·x + Σ b·M̂, with M̂ the fit of the mediator on the drivers. So v is a sum of two games, cov(ŷ_S, Σ b·M̂)/s²_y and cov(ŷ_S, Σ c'·x)/s²_y, whose Shapley values are the part of lmg that is carried and the part that goes direct. They add up to lmg exactly, and over the drivers to the part of R² that each of the two holds. With independent drivers they are a·b·(a·b + c')·s²_x/s²_y and c'·(a·b + c')·s²_x/s²_y. Intervals are of the same resamples as those of the shares. Several mediators have a part each, and all together one.",
        use:
          "To see whether what drives recommendation does so by way of satisfaction, or past it: what a driver does directly is not seen in satisfaction scores.",
        avoid:
          "An arrow is an assumption, as in `mediate`. A part can be negative: where what is carried and what goes past have opposite signs, or where a driver shares its variance with one whose effect runs the other way. Respondents who say nothing of the mediator are left out of every table, so that all are of the same people.",
        reference:
          "Grömping 2007, doi:10.1198/000313007X188252; MacKinnon 2008, Introduction to Statistical Mediation Analysis.",
        command: "mainspring drivers webshop --through satisfaction")
    ]
  }
}
