# Scaled chi-squared and sandwich errors of maximum likelihood factor analysis by lavaan. Writes robust.csv (its data, made here)
# and robust.json; clustered.csv is data of one factor whose respondents come in 40 clusters. R 4.2.2, lavaan 0.6-14; Rscript robust.R
suppressMessages({library(lavaan); library(jsonlite)})
set.seed(11)
n <- 360; cluster <- rep(1:36, each = 10)
f <- matrix(rnorm(n * 2), n) + matrix(rnorm(72), 36)[cluster, ] * .6
f[, 2] <- .6 * f[, 1] + .8 * f[, 2]
load <- rbind(cbind(seq(.8, .55, length = 4), c(0, 0, .2, 0)), cbind(c(0, .15, 0, 0), seq(.5, .8, length = 4)))
x <- f %*% t(load) + matrix(rnorm(n * 8), n) * .7
x <- apply(x, 2, function(v) findInterval(v, quantile(v, c(.05, .12, .25, .45))) + 1)
data <- data.frame(x, cluster, weight = round(exp(rnorm(n, 0, .4)), 3)); names(data)[1:8] <- paste0("x", 1:8)
write.csv(data, "robust.csv", row.names = FALSE, quote = FALSE)
clustered <- read.csv("clustered.csv")
sharp <- list(rel.tol = 1e-14, iter.max = 10000)
words <- c(chi_squared = "chisq", df = "df", scaled = "chisq.scaled", scaling = "chisq.scaling.factor",
  baseline_scaling = "baseline.chisq.scaling.factor", rmsea = "rmsea.robust", tli = "tli.robust", cfi = "cfi.robust")
found <- function(fit) setNames(as.list(as.numeric(fitMeasures(fit, words))), names(words))
one <- "f =~ i1 + i2 + i3 + i4 + i5 + i6"
# Two unrestricted factors: the second does not load on the first item.
two <- paste("a =~", paste0("x", 1:8, collapse = " + "), "\n b =~ 0*x1 +", paste0("x", 2:8, collapse = " + "), "\n a ~~ 0*b")
rotated <- paste("efa('e')*a + efa('e')*b =~", paste0("x", 1:8, collapse = " + "))
out <- list()
errors <- function(fit) { s <- standardizedSolution(fit); s$se[s$op == "=~"] }
for (design in list(c("one_cluster", "MLR"), c("one_mlm", "MLM"), c("one_mlr", "MLR"))) {
  fit <- cfa(one, clustered, std.lv = TRUE, estimator = design[2], cluster = if (design[1] == "one_cluster") "g", control = sharp, optim.force.converged = TRUE)
  out[[design[1]]] <- c(found(fit), list(errors = errors(fit)))
}
out$two_mlm <- found(cfa(two, data, std.lv = TRUE, estimator = "MLM", control = sharp, optim.force.converged = TRUE))
out$two_cluster <- found(cfa(two, data, std.lv = TRUE, estimator = "MLR", cluster = "cluster", control = sharp, optim.force.converged = TRUE))
out$two_weights <- found(cfa(two, data, std.lv = TRUE, estimator = "MLR", sampling.weights = "weight", meanstructure = TRUE, control = sharp, optim.force.converged = TRUE))
turn <- list(std.ov = TRUE, row.weights = "none", rstarts = 0, tol = 1e-12, max.iter = 100000)
for (design in c("mlm", "cluster", "weights")) {
  fit <- sem(rotated, data, estimator = if (design == "mlm") "MLM" else "MLR", rotation = "oblimin", rotation.args = turn,
    cluster = if (design == "cluster") "cluster", sampling.weights = if (design == "weights") "weight", control = sharp, optim.force.converged = TRUE)
  s <- standardizedSolution(fit)
  out[[paste0("rotated_", design)]] <- list(loadings = s$est.std[s$op == "=~"], errors = s$se[s$op == "=~"],
    phi = s$est.std[s$lhs == "a" & s$rhs == "b"], phi_error = s$se[s$lhs == "a" & s$rhs == "b"])
}
write_json(out, "robust.json", digits = NA, auto_unbox = TRUE, pretty = TRUE)
