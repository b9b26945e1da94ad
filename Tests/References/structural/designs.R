# Invariance and scores of answers with gaps, and models of groups with clusters, as `sem --missing em` and `--cluster` have them.
# R 4.2.2, lavaan 0.6-14. Run in this folder: Rscript designs.R   (writes designs.json)
suppressMessages({library(lavaan); library(jsonlite)})
holes <- read.csv("holes.csv")
whole <- read.csv("weights.csv")
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
paths <- paste(three, "speed ~ a*visual + textual\ntwice := 2*a", sep = "\n")
tight <- list(rel.tol = 1e-14, x.tol = 1e-12, iter.max = 5000, eval.max = 10000)
equal <- list(configural = "", metric = "loadings", scalar = c("loadings", "intercepts"), strict = c("loadings", "intercepts", "residuals"))
# The tight search where it ends; else the default one, from which BFGS goes on to where the slope vanishes.
fitted_to <- function(call, model, data, ...) {
  f <- suppressWarnings(call(model, data, control = tight, ...))
  if (lavInspect(f, "converged")) return(f)
  f <- suppressWarnings(call(model, data, ...))
  for (k in 1:3) f <- suppressWarnings(call(model, data, start = f, optim.method = "BFGS", control = list(reltol = 1e-16, maxit = 5000), ...))
  stopifnot(lavInspect(f, "converged"))
  f
}
invariance <- function(data, estimator, ...) {
  fits <- lapply(equal, function(e) fitted_to(cfa, three, data, group = "school", group.equal = e, estimator = estimator, meanstructure = TRUE, ...))
  tests <- lavTestLRT(fits[[1]], fits[[2]], fits[[3]], fits[[4]])
  list(chisq = tests$Chisq, df = tests$Df, difference = tests[["Chisq diff"]], df_difference = tests[["Df diff"]], p = tests[["Pr(>Chisq)"]])
}
laid <- function(f) {
  list(parameters = cbind(parameterEstimates(f, remove.nonfree = FALSE), std.all = standardizedSolution(f)$est.std),
    fit = as.list(unclass(fitMeasures(f))), n = sum(nobs(f)))
}
holed <- fitted_to(cfa, three, holes, missing = "ml")
holes$c <- whole$c[match(holes$id, whole$id)]
result <- list(
  invariance = invariance(holes, "ML", missing = "ml"), invariance_mlr = invariance(holes, "MLR", missing = "ml"),
  invariance_clusters = invariance(whole, "MLR", cluster = "c"),
  scores = as.data.frame(lavPredict(holed)),
  gaps = laid(fitted_to(sem, paths, holes, missing = "ml")),
  gaps_clusters = laid(fitted_to(sem, paths, holes, missing = "ml", estimator = "MLR", cluster = "c")),
  clusters_weights = laid(fitted_to(sem, paths, whole, cluster = "c", sampling.weights = "w", meanstructure = TRUE)),
  version = paste(R.version.string, "lavaan", packageVersion("lavaan")))
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE, na = "null", null = "null", dataframe = "columns"), "designs.json")
