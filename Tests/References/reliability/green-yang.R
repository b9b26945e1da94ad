# Green & Yang's (2009, equation 21) reliability of the sum of ratings, plainly: one factor of polychoric correlations by least
# squares (lavaan), bivariate normal probabilities (pbivnorm). Reads ../factors/robust.csv, writes green-yang.json. R 4.2.2, lavaan 0.6-14.
suppressMessages({library(lavaan); library(pbivnorm); library(jsonlite)})
data <- read.csv(if (file.exists("../factors/robust.csv")) "../factors/robust.csv" else "robust.csv")
omega <- function(items) {
  x <- data[items]; k <- length(items)
  r <- unclass(lavCor(x, ordered = items))
  fit <- function(psi) { e <- eigen(r - diag(psi)); e$vectors[, 1] * sqrt(max(e$values[1], 0)) }
  loss <- function(l) { d <- r - l %o% l; sum(d[lower.tri(d)]^2) }
  l <- optim(fit(rep(.5, k)), loss, method = "BFGS", control = list(reltol = 1e-16, maxit = 10000))$par
  if (sum(l) < 0) l <- -l
  cuts <- lapply(x, function(v) { p <- cumsum(table(v)) / length(v); qnorm(p[-length(p)]) })
  covariance <- function(i, j, rho) {
    g <- expand.grid(a = cuts[[i]], b = cuts[[j]])
    sum(pbivnorm(g$a, g$b, rho) - pnorm(g$a) * pnorm(g$b))
  }
  common <- 0; total <- 0
  for (i in 1:k) for (j in 1:k) {
    common <- common + covariance(i, j, l[i] * l[j])
    total <- total + if (i == j) mean((x[, i] - mean(x[, i]))^2) else covariance(i, j, r[i, j])
  }
  list(loadings = l, omega = common / total)
}
write_json(list(four = omega(paste0("x", 1:4)), eight = omega(paste0("x", 1:8))), "green-yang.json", digits = NA, auto_unbox = TRUE)
