# A factor model and paths under raked weights. R 4.2.2, survey 4.1, lavaan 0.6-14. Run in this folder: Rscript raked.R (writes raked.json;
# weights.csv is lavaan.R's).
#
# Errors are A^-1 B A^-1/n with A the observed information and B the linearised covariance of the respondents' scores: that of their
# totals under the raked design, which survey gives.
suppressMessages({library(survey); library(lavaan); library(jsonlite)})
d <- read.csv("weights.csv")
d$high <- as.integer(d$x1 > 5)
d$w <- d$w * 1000 / sum(d$w)
total <- function(design) calibrate(design, ~ factor(school, levels = c("Pasteur", "Grant-White")) + factor(high), c(1000, 450, 350), calfun = "raking", epsilon = 1e-13, maxit = 200)
designs <- list(
  rows = total(svydesign(ids = ~1, weights = ~w, data = d)), clusters = total(svydesign(ids = ~c, weights = ~w, data = d)))
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\nspeed ~ visual + textual"
one <- function(design) {
  d$rw <- weights(design)
  f <- sem(three, d, sampling.weights = "rw", estimator = "MLR", meanstructure = TRUE)
  for (k in 1:3) f <- sem(three, d, sampling.weights = "rw", estimator = "MLR", meanstructure = TRUE, start = f, optim.method = "BFGS", control = list(reltol = 1e-16, maxit = 5000))
  w <- d$rw * nrow(d) / sum(d$rw)
  s <- lavScores(f)
  stopifnot(max(abs(colSums(s * w))) < 1e-4)
  V <- vcov(svytotal(s, design)) * (nrow(d) / sum(d$rw))^2
  A <- solve(lavInspect(f, "information.observed")) / nrow(d)
  v <- A %*% V %*% A
  k <- !duplicated(names(coef(f)))
  list(names = names(coef(f)), estimate = unname(coef(f)), std_error = unname(sqrt(diag(v))), plain = unname(sqrt(diag(vcov(f)))))
}
regression <- function(design) {
  g <- svyglm(x4 ~ x1 + x2, design)
  list(names = names(coef(g)), estimate = unname(coef(g)), std_error = unname(SE(g)))
}
result <- list(rows = one(designs$rows), clusters = one(designs$clusters), regression = regression(designs$clusters),
  weights = unname(weights(designs$rows)),
  version = paste(R.version.string, "survey", packageVersion("survey"), "lavaan", packageVersion("lavaan")))
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE), "raked.json")
print(data.frame(result$rows[1:4])[1:12,])
