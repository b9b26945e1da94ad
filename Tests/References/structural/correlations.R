# Models fitted to correlations other than product moments. R 4.2.2, lavaan 0.6-14, survey 4.1.
# Run in this folder, after lavaan.R: Rscript correlations.R   (writes correlations.json)
#
# Correlations are R's own (cor), or lavaan's polychoric ones. What a respondent does to them is found from their definition under
# weights: Spearman's by numerical derivatives, Kendall's by that of its ratio, polychoric ones are lavaan's (its gamma). lavaan fits the
# matrix with the covariance of its elements as NACOV; of a sample with weights and clusters that covariance is survey's linearisation.
suppressMessages({library(lavaan); library(survey); library(jsonlite)})
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
paths <- "textual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\ntextual ~ a*x1 + x2\nspeed ~ b*textual + x1\nthrough := a*b"
hs <- read.csv("HolzingerSwineford1939.csv"); five <- read.csv("ordered5.csv"); weighted <- read.csv("weights.csv")
items <- paste0("x", 1:9)

# Of one pair under weights w.
spearman <- function(x, y, w) {
  ranks <- function(v) { o <- rowsum(w, v); below <- cumsum(o) - o / 2; below[match(v, as.numeric(rownames(o)))] }
  a <- ranks(x); b <- ranks(y)
  a <- a - sum(w * a) / sum(w); b <- b - sum(w * b) / sum(w)
  sum(w * a * b) / sqrt(sum(w * a^2) * sum(w * b^2))
}
moved_spearman <- function(x, y, w) {
  sapply(seq_along(x), function(i) {
    h <- 1e-4; up <- w; up[i] <- w[i] + h; down <- w; down[i] <- w[i] - h
    (spearman(x, y, up) - spearman(x, y, down)) / (2 * h)
  })
}
kendall <- function(x, y, w) {
  a <- sign(outer(x, x, "-")); b <- sign(outer(y, y, "-"))
  p <- as.vector((a * b) %*% w); px <- as.vector((a * a) %*% w); py <- as.vector((b * b) %*% w)
  n <- sum(w * p); dx <- sum(w * px); dy <- sum(w * py)
  r <- n / sqrt(dx * dy)
  list(r = r, moved = 2 * p / sqrt(dx * dy) - r * (px / dx + py / dy))
}
# The matrix, and what each row does to the elements below the diagonal, column by column (vech), weight included.
correlations <- function(data, kind, w = rep(1, nrow(data))) {
  p <- ncol(data); R <- diag(p); moved <- NULL
  for (j in 1:p) for (i in j:p) {
    if (i == j) { moved <- cbind(moved, 0 * w); next }
    if (kind == "spearman") {
      R[i, j] <- R[j, i] <- spearman(data[[i]], data[[j]], w)
      moved <- cbind(moved, w * moved_spearman(data[[i]], data[[j]], w))
    } else {
      k <- kendall(data[[i]], data[[j]], w)
      R[i, j] <- R[j, i] <- k$r
      moved <- cbind(moved, w * k$moved)
    }
  }
  dimnames(R) <- list(names(data), names(data))
  list(R = R, moved = moved)
}
tight <- list(rel.tol = 1e-13, x.tol = 1e-10, iter.max = 5000)
fitted <- function(model, R, gamma, n, ...) {
  sem(model, sample.cov = R, sample.nobs = n, sample.cov.rescale = FALSE, NACOV = gamma, fixed.x = FALSE, control = tight, optim.force.converged = TRUE, ...)
}
fits <- c("chisq", "df", "cfi", "tli", "rmsea", "srmr", "chisq.scaled", "pvalue.scaled", "chisq.scaling.factor", "cfi.robust", "tli.robust",
  "rmsea.robust", "rmsea.ci.lower.robust", "rmsea.ci.upper.robust", "baseline.chisq", "baseline.df")
told <- function(f) {
  # nlminb calls a search that ends in rounding a failure.
  stopifnot(max(abs(lavInspect(f, "gradient"))) < 1e-6)
  t <- parameterEstimates(f, standardized = TRUE)
  s <- standardizedSolution(f)
  t$std_error_all <- s$se
  list(parameters = t[, c("lhs", "op", "rhs", "est", "se", "std.all", "std_error_all")],
    fit = as.list(fitMeasures(f)[intersect(fits, names(fitMeasures(f)))]))
}
n <- nrow(hs)
of <- function(data, kind) {
  c <- correlations(data, kind)
  stopifnot(max(abs(c$R - cor(data, method = kind))) < 1e-12)
  c$gamma <- n * crossprod(c$moved)
  c
}
result <- list(versions = c(R.version.string, paste("lavaan", packageVersion("lavaan")), paste("survey", packageVersion("survey"))))
s <- of(hs[, items], "spearman"); k <- of(hs[, items], "kendall"); g <- of(five[, items], "kendall"); r5 <- of(five[, items], "spearman")
robust <- list(estimator = "ML", se = "robust.sem")
run <- function(model, c, test, ...) told(do.call(fitted, c(list(model, c$R, c$gamma, n, test = test), modifyList(robust, list(...)))))
result$spearman <- run(three, s, "scaled.shifted")
result$spearman_mlm <- run(three, s, "satorra.bentler")
# Least squares, of which lavaan gives the estimates: errors are written out, with n - 1 as least squares count.
least <- function(kind) {
  own <- function(...) sem(three, sample.cov = s$R, sample.nobs = n, sample.cov.rescale = FALSE, estimator = kind, ...)
  f <- own()
  for (k in 1:3) f <- own(start = f, optim.method = "BFGS", control = list(reltol = 1e-16, maxit = 5000))
  stopifnot(max(abs(lavInspect(f, "gradient"))) < 1e-6)
  d <- lavInspect(f, "delta"); D <- lav_matrix_duplication(9)
  W <- if (kind == "GLS") solve(s$R) else diag(9)
  V <- 0.5 * t(D) %*% (W %x% W) %*% D
  bread <- solve(t(d) %*% V %*% d); own <- bread %*% t(d) %*% V %*% s$gamma %*% V %*% d %*% bread / (n - 1)
  list(names = names(coef(f)), estimate = unname(coef(f)), se = unname(sqrt(pmax(0, diag(own)))))
}
result$gls <- least("GLS"); result$uls <- least("ULS")
# NACOV is taken in the order of the model's variables.
result$spearman_paths <- run(paths, of(hs[, lavNames(lavaanify(paths), "ov")], "spearman"), "scaled.shifted")
result$spearman_five <- run(three, r5, "scaled.shifted")
result$kendall <- run(three, k, "scaled.shifted")
result$kendall_five <- run(three, g, "scaled.shifted")
# Polychoric: lavaan's correlations and their gamma, without thresholds.
w <- cfa(three, five[, items], ordered = items)
gamma <- lavInspect(w, "gamma"); at <- grep("~~", rownames(gamma)); R <- unclass(lavInspect(w, "sampstat")$cov)
pairs <- lower.tri(diag(9), diag = TRUE); off <- which(lower.tri(diag(9))[pairs])
full <- matrix(0, 45, 45); full[off, off] <- unclass(gamma)[at, at]
result$polychoric <- run(three, list(R = R, gamma = full), "scaled.shifted")
# A design: what respondents do, added up by survey.
c <- correlations(weighted[, items], "spearman", weighted$w)
V <- unclass(vcov(svytotal(c$moved / weighted$w, svydesign(ids = ~c, weights = ~w, data = weighted))))
result$spearman_design <- run(three, list(R = c$R, gamma = n * V), "scaled.shifted")
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE, na = "null", dataframe = "rows"), "correlations.json")
