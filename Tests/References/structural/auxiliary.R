# Full information maximum likelihood with auxiliary variables (saturated correlates, Graham 2003). R 4.2.2, lavaan 0.6-14,
# semTools 0.5-6. Run in this folder: Rscript auxiliary.R   (writes auxiliary.json; holes.csv is lavaan.R's)
suppressMessages({library(lavaan); library(semTools); library(jsonlite)})
holes <- read.csv("holes.csv")
two <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6"
paths <- paste(two, "x7 ~ a*visual + b*textual\nboth := a + b", sep = "\n")
cause <- paste(two, "textual ~ visual + x7", sep = "\n")
auxiliary <- c("x8", "x9")
one <- function(model, ...) {
  # The default search stops early, which leaves errors of 1e-4 in some estimates: BFGS goes on until the slope vanishes.
  f <- suppressWarnings(sem.auxiliary(model, data = holes, aux = auxiliary, fixed.x = FALSE, ...))
  for (k in 1:3) f <- suppressWarnings(sem.auxiliary(model, data = holes, aux = auxiliary, fixed.x = FALSE, start = f,
    optim.method = "BFGS", control = list(reltol = 1e-16, maxit = 5000), ...))
  stopifnot(lavInspect(f, "converged"))
  e <- cbind(parameterEstimates(f, remove.nonfree = FALSE), std.all = standardizedSolution(f)$est.std)
  own <- !(e$lhs %in% auxiliary | e$rhs %in% auxiliary)
  m <- fitMeasures(f)
  # SRMR of the model's own variables: residuals of covariances over the saturated model's deviations, and of means.
  h1 <- lavInspect(f, "sampstat"); im <- fitted(f); v <- setdiff(rownames(im$cov), auxiliary); d <- sqrt(diag(h1$cov[v, v]))
  r <- ((h1$cov - im$cov)[v, v] / (d %o% d)); r <- c(r[lower.tri(r, diag = TRUE)], (h1$mean[v] - im$mean[v]) / d)
  list(model = model, parameters = e[own, ], fit = as.list(unclass(m)), srmr = sqrt(mean(r^2)), n = nobs(f))
}
result <- list(cfa = one(two), mlr = one(two, estimator = "MLR"), paths = one(paths), cause = one(cause),
  version = paste(R.version.string, "lavaan", packageVersion("lavaan"), "semTools", packageVersion("semTools")))
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE, na = "null", null = "null"), "auxiliary.json")
print(result$cfa$fit[c("chisq","df","baseline.chisq","baseline.df","cfi","tli","rmsea","logl","unrestricted.logl","npar","aic")])
