# Ordered and measured variables of a sample with weights, clusters and strata, and of measured variables that are not normal.
# R 4.2.2, lavaan 0.6-14, survey 4.1. Run in this folder, after lavaan.R: Rscript ordered.R   (writes ordered.json)
#
# What a respondent does to thresholds, means, variances and covariances is lavaan's (muthen1984: scores and information, with the
# derivatives H that make covariances of correlations); what that adds up to is survey's linearisation (svyrecvar); model, weights and
# derivatives are those of lavaan's weighted fit; errors and the scaled and shifted statistic are then written out.
suppressMessages({library(lavaan); library(survey); library(jsonlite)})
mixed <- read.csv("mixed.csv")
some <- c("x2", "x3", "x4", "x6", "x7", "x8")
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
tight <- list(reltol = 1e-16, maxit = 5000)
fitted <- function(data, ...) {
  f <- cfa(three, data, ordered = some, ...)
  for (k in 1:3) f <- suppressWarnings(cfa(three, data, ordered = some, start = f, optim.method = "BFGS", control = tight, ...))
  f
}
# What each row does to the moments, weight included, in the order of lavaan's gamma.
influence <- function(f) {
  d <- f@Data; names <- d@ov.names[[1]]; types <- d@ov$type[match(names, d@ov$name)]
  m <- lavaan:::muthen1984(Data = d@X[[1]], ov.names = names, ov.types = types,
    ov.levels = d@ov$nlev[match(names, d@ov$name)], wt = d@weights[[1]], WLS.W = TRUE)
  a <- nrow(m$A11); p <- nrow(m$A22)
  i11 <- solve(m$A11); i22 <- diag(1 / diag(m$A22))
  inverse <- rbind(cbind(i11, matrix(0, a, p)), cbind(-i22 %*% m$A21 %*% i11, i22))
  moved <- m$SC %*% t(m$H %*% inverse)
  flip <- which(unlist(m$TH.IDX) == 0)
  moved[, flip] <- -moved[, flip]
  # lavaan's order of gamma is that of the scores: thresholds and means, variances, then covariances.
  moved
}
# Errors of the estimates, and a·T + b, of the covariance V of the moments.
robust <- function(f, V) {
  delta <- lavInspect(f, "delta"); w <- diag(lavInspect(f, "WLS.V")); n <- lavInspect(f, "nobs")
  bread <- solve(t(delta) %*% (w * delta)); meat <- t(delta) %*% (w * V %*% (w * delta))
  U <- diag(w) - (w * delta) %*% bread %*% t(w * delta)
  # Of one respondent: n times V, of which n - 1 is counted where F is.
  gamma <- V * (n - 1)
  traces <- c(sum(diag(U %*% gamma)), sum(diag(U %*% gamma %*% U %*% gamma)))
  df <- fitMeasures(f, "df"); a <- sqrt(df / traces[2]); b <- df - a * traces[1]
  list(names = names(coef(f)), estimate = unname(coef(f)), se = sqrt(diag(bread %*% meat %*% bread)),
    chisq = unname(fitMeasures(f, "chisq")), scaling = unname(1 / a), shift = unname(b),
    scaled = unname(a * fitMeasures(f, "chisq") + b))
}
options(survey.lonely.psu = "fail")
of <- function(x, design) svyrecvar(x, design$cluster, design$strata, design$fpc)
weighted <- fitted(mixed, sampling.weights = "w")
x <- influence(weighted)
stopifnot(max(abs(crossprod(x) * nrow(x) - lavInspect(weighted, "gamma"))) < 1e-8 * max(abs(lavInspect(weighted, "gamma"))))
plain <- fitted(mixed)
y <- influence(plain)
# Clusters alone: no weights. The design of strata that cut clusters takes a cluster in a stratum for a unit.
result <- list(
  versions = c(R.version.string, paste("lavaan", packageVersion("lavaan")), paste("survey", packageVersion("survey"))),
  weights = robust(weighted, of(x, svydesign(ids = ~1, weights = ~w, data = mixed))),
  clusters = robust(plain, of(y, svydesign(ids = ~c, weights = ~1, data = mixed))),
  strata = robust(weighted, of(x, svydesign(ids = ~c, strata = ~s, weights = ~w, data = mixed, nest = TRUE))))
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE), "ordered.json")
