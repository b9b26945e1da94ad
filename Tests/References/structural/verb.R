# Reference figures for `mainspring sem`: a bundled survey with ratings, steps of invariance, scores. R 4.2.2, lavaan 0.6-14.
# Run in this folder: Rscript verb.R   (writes verb.json)
suppressMessages({library(lavaan); library(jsonlite)})
hs <- read.csv("HolzingerSwineford1939.csv")
pd <- read.csv("PoliticalDemocracy.csv")
shop <- read.csv("../../../datasets/webshop/webshop.csv")
items <- c(paste0("pq", 1:4), paste0("pe", 1:4), paste0("sat", 1:3))
# 9 is no answer to an item; it is one to who would recommend, from 0 to 10.
for (name in items) shop[[name]][shop[[name]] == 9] <- NA
shop <- subset(shop, wave == 2)
tight <- list(rel.tol = 1e-14, x.tol = 1e-12, iter.max = 5000, eval.max = 10000)
paths <- "product_quality =~ pq1 + pq2 + pq3 + pq4
process_ease =~ pe1 + pe2 + pe3 + pe4
satisfaction =~ sat1 + sat2 + sat3
satisfaction ~ a*product_quality + process_ease
recommend ~ b*satisfaction
carried := a*b"
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
democracy <- "ind60 =~ x1 + x2 + x3
dem60 =~ y1 + y2 + y3 + y4
dem65 =~ y5 + y6 + y7 + y8
dem60 ~ ind60
dem65 ~ ind60 + dem60
y1 ~~ y5
y2 ~~ y4 + y6
y3 ~~ y7
y4 ~~ y8
y6 ~~ y8"
# The tight search where it ends; else the default one, from which BFGS goes on to where the slope vanishes.
fitted_to <- function(call, model, data, ...) {
  f <- suppressWarnings(call(model, data, control = tight, ...))
  if (lavInspect(f, "converged")) return(f)
  f <- suppressWarnings(call(model, data, ...))
  for (k in 1:3) f <- suppressWarnings(call(model, data, start = f, optim.method = "BFGS", control = list(reltol = 1e-16, maxit = 5000), ...))
  stopifnot(lavInspect(f, "converged"))
  f
}
laid <- function(f) list(parameters = cbind(parameterEstimates(f, remove.nonfree = FALSE), std.all = standardizedSolution(f)$est.std),
  fit = as.list(unclass(fitMeasures(f))), n = nobs(f))
invariance <- function(estimator) {
  equal <- list(configural = "", metric = "loadings", scalar = c("loadings", "intercepts"), strict = c("loadings", "intercepts", "residuals"))
  fits <- lapply(equal, function(e) fitted_to(cfa, three, hs, group = "school", group.equal = e, estimator = estimator, meanstructure = TRUE))
  tests <- lavTestLRT(fits[[1]], fits[[2]], fits[[3]], fits[[4]])
  list(chisq = tests$Chisq, df = tests$Df, difference = tests[["Chisq diff"]], df_difference = tests[["Df diff"]], p = tests[["Pr(>Chisq)"]],
    cfi = sapply(fits, function(f) fitMeasures(f, if (estimator == "MLR") "cfi.robust" else "cfi")[[1]]))
}
means <- fitted_to(cfa, three, hs, group = "school", group.equal = c("loadings", "intercepts"))
result <- list(
  webshop = laid(fitted_to(sem, paths, shop)),
  webshop_mlr = laid(fitted_to(sem, paths, shop, estimator = "MLR")),
  invariance = invariance("ML"), invariance_mlr = invariance("MLR"),
  scores = as.data.frame(lavPredict(fitted_to(cfa, three, hs))),
  scores_of_paths = as.data.frame(lavPredict(fitted_to(sem, democracy, pd))),
  scores_of_groups = lapply(lavPredict(means), as.data.frame))
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE, na = "null", null = "null", dataframe = "columns"), "verb.json")
