# Correlations of every kind by R 4.2.2, psych's bfi, lavaan 0.6.14, polycor 0.8.1, Matrix 1.5.3 (Debian 12),
# pbivnorm 0.6.0. Writes, beside itself: survey.csv (simulated here), correlations.csv (one number a row), lavaan-bfi.csv.
# Run in this folder: Rscript correlations.R [path of bfi.csv]
suppressMessages({library(lavaan); library(polycor); library(Matrix); library(MASS)})
options(digits = 17, warn = -1)
set.seed(20261125)
n <- 400
# Ten variables: five-point items (webshop-like), an eleven-point one, a skewed one whose table has empty cells, a yes/no,
# and two measured ones, one of them skewed.
L <- c(.8, .7, .6, .75, .7, .65, .5, .6, .7, -.5)
f <- rnorm(n)
z <- sapply(L, function(l) l * f + sqrt(1 - l^2) * rnorm(n))
cutat <- function(x, p) findInterval(x, qnorm(cumsum(p)[-length(p)])) + 1
d <- data.frame(
  q1 = cutat(z[, 1], c(.1, .2, .3, .25, .15)), q2 = cutat(z[, 2], c(.05, .1, .25, .35, .25)),
  q3 = cutat(z[, 3], c(.2, .2, .2, .2, .2)), q4 = cutat(z[, 4], c(.02, .08, .2, .4, .3)),
  nps = cutat(z[, 5], c(.02, .02, .03, .05, .08, .1, .15, .15, .2, .12, .08)) - 1,
  rare = cutat(z[, 6], c(.7, .2, .06, .03, .01)), yes = cutat(z[, 7], c(.6, .4)) - 1,
  spend = round(exp(z[, 8]), 3), age = round(40 + 10 * z[, 9], 1), wait = cutat(z[, 10], c(.3, .3, .2, .2)))
d$w <- round(exp(rnorm(n, 0, .4)), 3)
d$count <- rpois(n, 2)
m <- d
for (v in c("q1", "q3", "nps", "age")) m[sample(n, 30), v] <- NA
write.csv(m, "survey.csv", row.names = FALSE, na = "", quote = FALSE)

rows <- list()
put <- function(statistic, a, b, value) rows[[length(rows) + 1]] <<- data.frame(statistic, a, b, value = sprintf("%.17g", value))
vars <- c("q1", "q2", "q3", "q4", "nps", "rare", "yes", "spend", "age", "wait")
each <- function(vars, body) for (i in 2:length(vars)) for (j in 1:(i - 1)) body(vars[i], vars[j])
complete <- m[stats::complete.cases(m[, vars]), ]
put("n", "", "", nrow(complete))

for (method in c("pearson", "spearman", "kendall")) {
  each(vars, function(a, b) {
    t <- suppressWarnings(cor.test(complete[[a]], complete[[b]], method = method, exact = FALSE))
    put(method, a, b, t$estimate)
    # cor.test's own Spearman test rounds S; the t of the estimate is what it documents.
    p <- if (method == "spearman") {
      r <- t$estimate; 2 * pt(-abs(r * sqrt((nrow(complete) - 2) / (1 - r^2))), nrow(complete) - 2)
    } else t$p.value
    put(paste0(method, "_p"), a, b, p)
    if (method == "pearson") { put("pearson_low", a, b, t$conf.int[1]); put("pearson_high", a, b, t$conf.int[2]) }
    put(paste0("pairwise_", method), a, b, cor(m[[a]], m[[b]], use = "complete.obs", method = method))
    if (method == "pearson") put("pair_n", a, b, sum(!is.na(m[[a]]) & !is.na(m[[b]])))
  })
}
each(vars, function(a, b) {
  r <- cor(complete[[a]], complete[[b]], method = "spearman")
  s <- sqrt((1 + r^2 / 2) / (nrow(complete) - 3))
  put("spearman_low", a, b, tanh(atanh(r) - qnorm(.975) * s)); put("spearman_high", a, b, tanh(atanh(r) + qnorm(.975) * s))
})
p <- sapply(2:10, function(i) cor.test(complete[[vars[i]]], complete$q1)$p.value)
for (method in c("holm", "BH", "bonferroni"))
  for (i in 2:10) put(paste0("adjusted_", tolower(method)), vars[i], "q1", p.adjust(p, method)[i - 1])
for (i in 2:10) put("adjusted_none", vars[i], "q1", p[i - 1])

# Partial: given all others by the inverse, given age by the correlation of residuals.
P <- solve(cor(complete[, vars]))
each(vars, function(a, b) {
  r <- -P[a, b] / sqrt(P[a, a] * P[b, b]); put("partial", a, b, r)
  k <- length(vars) - 2; free <- nrow(complete) - 2 - k
  put("partial_p", a, b, 2 * pt(-abs(r * sqrt(free / (1 - r^2))), free))
  put("partial_low", a, b, tanh(atanh(r) - qnorm(.975) / sqrt(nrow(complete) - 3 - k)))
})
each(setdiff(vars, "age"), function(a, b) put("partial_age", a, b,
  cor(resid(lm(complete[[a]] ~ complete$age)), resid(lm(complete[[b]] ~ complete$age)))))

# Weighted and repeated rows.
W <- cov.wt(as.matrix(complete[, vars]), wt = complete$w, cor = TRUE)$cor
each(vars, function(a, b) put("pearson_weighted", a, b, W[a, b]))
repeated <- complete[rep(seq_len(nrow(complete)), complete$count), ]
for (method in c("pearson", "spearman", "kendall")) each(vars, function(a, b) {
  t <- suppressWarnings(cor.test(repeated[[a]], repeated[[b]], method = method, exact = FALSE))
  put(paste0(method, "_repeated"), a, b, t$estimate)
  if (method != "spearman") put(paste0(method, "_repeated_p"), a, b, t$p.value)
})

# Polychoric and polyserial: lavaan, two steps, tight convergence; nothing added to empty cells.
ordered <- c("q1", "q2", "q3", "q4", "nps", "rare", "yes", "wait")
polychoric <- function(data, vars, ord, prefix) {
  R <- unclass(lavCor(data[, vars], ordered = ord, zero.add = c(0, 0), zero.keep.margins = FALSE))
  each(vars, function(a, b) put(prefix, a, b, R[a, b]))
}
polychoric(complete, ordered, ordered, "polychoric")
polychoric(complete, c(ordered, "age"), ordered, "mixed")
polychoric(repeated, ordered, ordered, "polychoric_repeated")
# Pairs on their own rows, thresholds on all answers.
P <- unclass(lavCor(m[, ordered], ordered = ordered, missing = "pairwise", zero.add = c(0, 0), zero.keep.margins = FALSE))
each(ordered, function(a, b) put("polychoric_pairwise", a, b, P[a, b]))

# Two things lavCor cannot be asked for are maximised here, by `optimize` on the likelihood as it is written: polyserials of
# the skewed 'spend' (its search stops elsewhere: 0.995 for q1, where the likelihood is lower), and sampling weights (ignored).
cuts <- function(y, w) c(-Inf, qnorm(cumsum(tapply(w, y, sum))[-length(unique(y))] / sum(w)), Inf)
polyserial <- function(x, y) {
  z <- (x - mean(x)) / sqrt(mean((x - mean(x))^2)); t <- cuts(y, rep(1, length(y))); y <- as.integer(factor(y))
  optimize(function(r) sum(log(pnorm((t[y + 1] - r * z) / sqrt(1 - r^2)) - pnorm((t[y] - r * z) / sqrt(1 - r^2)))),
           c(-.99, .99), maximum = TRUE, tol = 1e-10)$maximum
}
for (v in ordered) put("polyserial_skewed", "spend", v, polyserial(complete$spend, complete[[v]]))
weighted <- function(x, y, w) {
  n <- tapply(w, list(x, y), sum, default = 0); tx <- cuts(x, w); ty <- cuts(y, w)
  corner <- function(r) outer(seq_along(tx), seq_along(ty), Vectorize(function(i, j)
    if (i == 1 || j == 1) 0 else if (is.infinite(tx[i])) pnorm(ty[j]) else if (is.infinite(ty[j])) pnorm(tx[i]) else
      pbivnorm::pbivnorm(tx[i], ty[j], r)))
  optimize(function(r) {
    F <- corner(r); p <- F[-1, -1] - F[-nrow(F), -1] - F[-1, -ncol(F)] + F[-nrow(F), -ncol(F)]
    sum(ifelse(n > 0, n * log(pmax(p, 1e-15)), 0))
  }, c(-.95, .95), maximum = TRUE, tol = 1e-10)$maximum
}
each(ordered, function(a, b) put("polychoric_weighted", a, b, weighted(complete[[a]], complete[[b]], complete$w)))

# Asymptotic covariance, of items without empty cells.
some <- c("q1", "q2", "q3", "yes")
fit <- lavCor(complete[, some], ordered = some, output = "fit", se = "none", zero.add = c(0, 0), estimator = "WLSMV")
G <- lavInspect(fit, "gamma")
nm <- rownames(G)
for (i in seq_along(nm)) for (j in seq_len(i)) put("gamma", nm[i], nm[j], G[i, j])
th <- lavInspect(fit, "thresholds"); for (k in seq_along(th)) put("threshold", names(th)[k], "", th[k])

# Standard errors by the numbers of polycor (full maximum likelihood: another estimator, close to this one).
H <- hetcor(data.frame(lapply(complete[, some], factor, ordered = TRUE)), ML = FALSE, std.err = TRUE)
each(some, function(a, b) { put("polycor", a, b, H$correlations[a, b]); put("polycor_se", a, b, H$std.errors[a, b]) })

# Nearest correlation matrices.
near <- function(name, A) {
  X <- as.matrix(nearPD(A, corr = TRUE, do2eigen = FALSE, eig.tol = 1e-15, conv.tol = 1e-14, maxit = 100000)$mat)
  for (i in 1:nrow(A)) for (j in 1:i) { put(paste0(name, "_given"), i, j, A[i, j]); put(name, i, j, X[i, j]) }
}
near("higham", matrix(c(1, 1, 0, 1, 1, 1, 0, 1, 1), 3))
A <- cor(matrix(rnorm(8 * 12), 12)); A[lower.tri(A)] <- pmin(.95, A[lower.tri(A)] * 1.9 + .3); A[upper.tri(A)] <- t(A)[upper.tri(A)]
near("indefinite", A)
out <- do.call(rbind, rows)
write.csv(out, "correlations.csv", row.names = FALSE, quote = FALSE)
cat(nrow(out), "numbers\n")

path <- commandArgs(TRUE)
if (length(path)) {
  bfi <- read.csv(path[1])[, 1:25]
  bfi <- bfi[stats::complete.cases(bfi), ]
  R <- unclass(lavCor(bfi, ordered = names(bfi), zero.add = c(0, 0)))
  lines <- c("a,b,polychoric")
  for (i in 2:25) for (j in 1:(i - 1)) lines <- c(lines, sprintf("%s,%s,%.17g", names(bfi)[i], names(bfi)[j], R[i, j]))
  writeLines(lines, "lavaan-bfi.csv")
}
