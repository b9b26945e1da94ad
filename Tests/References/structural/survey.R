# A regression in a sample with strata, clusters and weights. R 4.2.2, survey. Run in this folder: Rscript survey.R (writes survey.json)
suppressMessages({library(survey); library(jsonlite)})
d <- read.csv("weights.csv")
d$s <- 1 + d$c %% 3
one <- function(design) {
  f <- svyglm(x4 ~ x1 + x2, design)
  list(estimate = as.list(coef(f)), error = as.list(setNames(SE(f), names(coef(f)))))
}
result <- list(
  strata = one(svydesign(ids = ~c, strata = ~s, weights = ~w, data = d)),
  weights = one(svydesign(ids = ~1, weights = ~w, data = d)),
  version = paste(R.version.string, "survey", packageVersion("survey")))
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE), "survey.json")
