# References for maximum likelihood moments of answers that are partly missing, and for Little's test.
#
#   Rscript missing.R            writes airquality.csv, ratings.csv and missing.json beside itself
#
# lavaan's saturated model with missing = "ml": means and covariances of maximum likelihood (divided by N), standard errors
# from the observed information and, robust, from it and casewise scores (Huber-White). Its search is told to go on to 1e-11.
suppressMessages({library(lavaan); library(jsonlite)})

saturated <- function(data, names, robust, weights = NULL) {
  pairs <- outer(names, names, paste, sep = " ~~ ")
  model <- c(paste(names, "~ 1"), pairs[lower.tri(pairs, diag = TRUE)])
  fit <- lavaan(paste(model, collapse = "\n"), data = data, missing = "ml", meanstructure = TRUE,
    estimator = if (robust) "MLR" else "ML", sampling.weights = weights, information = "observed",
    em.h1.iter.max = 10000, em.h1.tol = 1e-11,
    control = list(rel.tol = 1e-15, x.tol = 1e-12, iter.max = 100000, eval.max = 100000))
  e <- parameterEstimates(fit)
  list(terms = paste0(e$lhs, e$op, e$rhs), estimates = e$est, errors = e$se, log_likelihood = as.numeric(logLik(fit)))
}

regression <- function(data, formula, robust, weights = NULL) {
  fit <- sem(formula, data = data, missing = "ml", fixed.x = FALSE, meanstructure = TRUE,
    estimator = if (robust) "MLR" else "ML", sampling.weights = weights, information = "observed",
    control = list(rel.tol = 1e-15, x.tol = 1e-12, iter.max = 100000, eval.max = 100000))
  e <- parameterEstimates(fit, rsquare = TRUE)
  y <- sub(" *~.*", "", formula)
  rows <- e[e$lhs == y & (e$op == "~" | e$op == "~1" | e$op == "r2"), ]
  list(terms = paste0(rows$op, rows$rhs), estimates = rows$est, errors = rows$se)
}

air <- airquality[, c("Ozone", "Solar.R", "Wind", "Temp")]
write.csv(air, "airquality.csv", row.names = FALSE, na = "", quote = FALSE)

# Ratings on 1-7 of one common factor, an outcome that depends on them, and what is left out at random given what is there:
# who rates x1 low leaves x4 to x6 out more often; others by chance; and weights.
set.seed(16)
n <- 400
f <- rnorm(n)
z <- sapply(c(.8, .7, .75, .6, .65, .7), function(l) l * f + sqrt(1 - l^2) * rnorm(n))
x <- round(4.8 + 1.3 * z); x[] <- pmin(7, pmax(1, x))
y <- pmin(10, pmax(0, round(6 + .5 * (x[, 1] - 5) + .8 * (x[, 4] - 5) + rnorm(n, 0, 1.5))))
data <- data.frame(y = y, x1 = x[, 1], x2 = x[, 2], x3 = x[, 3], x4 = x[, 4], x5 = x[, 5], x6 = x[, 6])
low <- plogis(-1.6 + .7 * (5 - data$x1))
for (k in c("x4", "x5", "x6")) data[[k]][runif(n) < low] <- NA
for (k in c("y", "x2", "x3")) data[[k]][runif(n) < .1] <- NA
data$w <- round(exp(rnorm(n, 0, .4)), 2)
write.csv(data, "ratings.csv", row.names = FALSE, na = "", quote = FALSE)
items <- c("y", paste0("x", 1:6))

# Robust two-stage estimates (Savalei & Falk 2014): one factor fitted to the moments of maximum likelihood, chi-squared scaled
# by what the rows do to these moments.
two <- cfa("f =~ x1 + x2 + x3 + x4 + x5 + x6", data = data, std.lv = TRUE, missing = "robust.two.stage",
  em.h1.iter.max = 10000, em.h1.tol = 1e-11)
m <- fitMeasures(two, c("chisq", "df", "chisq.scaled", "chisq.scaling.factor", "pvalue.scaled"))

# lavaan takes the weight of the residuals from the sample's moments; from the model's, as its MLM does and as we do, written out:
# c = tr(U Gamma)/df with Gamma n times the robust covariance of the saturated moments.
structured <- local({
  n <- paste0("x", 1:6)
  pairs <- outer(n, n, paste, sep = " ~~ ")
  s <- lavaan(paste(c(paste(n, "~ 1"), pairs[lower.tri(pairs, diag = TRUE)]), collapse = "\n"), data = data, missing = "ml",
    estimator = "MLR", meanstructure = TRUE, information = "observed")
  Gamma <- 400 * vcov(s)[7:27, 7:27]
  g <- cfa("f =~ x1 + x2 + x3 + x4 + x5 + x6", sample.cov = lavInspect(s, "cov.ov"), sample.nobs = 400, std.lv = TRUE,
    sample.cov.rescale = FALSE)
  D <- lavInspect(g, "delta"); A <- solve(fitted(g)$cov); dup <- lavaan:::lav_matrix_duplication(6)
  W <- .5 * t(dup) %*% (A %x% A) %*% dup
  U <- W - W %*% D %*% solve(t(D) %*% W %*% D) %*% t(D) %*% W
  sum(diag(U %*% Gamma)) / 9
})

# Little's test (1988), written out: sum over patterns of n (mean - mu)' S^-1 (mean - mu), mu and S those of maximum likelihood. The
# figure published for airquality, 35.10613, is of an EM that stops a little earlier.
little <- function(data) {
  data <- data[rowSums(!is.na(data)) > 0, ]
  p <- ncol(data)
  fit <- lavaan(paste0(names(data), " ~~ ", names(data)), data = data, missing = "ml", do.fit = FALSE, meanstructure = TRUE,
    em.h1.iter.max = 100000, em.h1.tol = 1e-12)
  s <- lavInspect(fit, "sampstat")
  mu <- as.numeric(s$mean); S <- matrix(as.numeric(s$cov), p, p)
  key <- apply(is.na(data), 1, paste, collapse = "")
  d <- 0; df <- -p
  for (k in unique(key)) {
    own <- as.matrix(data[key == k, , drop = FALSE]); o <- which(!is.na(own[1, ]))
    e <- colMeans(own[, o, drop = FALSE]) - mu[o]
    d <- d + nrow(own) * sum(e * solve(S[o, o], e)); df <- df + length(o)
  }
  list(chi_squared = d, df = df, p_value = pchisq(d, df, lower.tail = FALSE), patterns = length(unique(key)))
}

result <- list(
  versions = paste0("R ", getRversion(), ", lavaan ", packageVersion("lavaan")),
  air = saturated(air, names(air), FALSE), air_robust = saturated(air, names(air), TRUE),
  air_regression = regression(air, "Ozone ~ Solar.R + Wind + Temp", FALSE),
  air_regression_robust = regression(air, "Ozone ~ Solar.R + Wind + Temp", TRUE),
  ratings = saturated(data[items], items, FALSE), ratings_robust = saturated(data[items], items, TRUE),
  ratings_weighted = saturated(data, items, TRUE, "w"),
  ratings_regression = regression(data, "y ~ x1 + x2 + x4", FALSE),
  ratings_regression_robust = regression(data, "y ~ x1 + x2 + x4", TRUE),
  two_stage = c(as.list(m), scaling_structured = structured), little_air = little(airquality), little_ratings = little(data[items]))
writeLines(toJSON(result, auto_unbox = TRUE, digits = 15, na = "null", pretty = TRUE), "missing.json")
