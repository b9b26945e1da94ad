# The next-eigenvalue-sufficiency test's references (Achim 2017) by plain simulation, and comparison data (Ruscio & Roche 2012) after
# the articles: writes counts.csv, for Holzinger and Swineford's correlations (n = 301) the 95th percentile of eigenvalue k + 1 of 4000
# normal samples of the k-factor model, and for the items of robust.csv the median difference of eigenvalues of 300 samples from
# populations of k factors. R 4.2.2, psych 2.2.9; Rscript counts.R
suppressMessages(library(psych)); set.seed(5)
r <- as.matrix(read.csv("holzinger.csv", row.names = 1)); n <- 301; p <- ncol(r)
out <- NULL
for (k in 0:3) {
  sigma <- diag(p)
  if (k > 0) { f <- fa(r, k, n.obs = n, rotate = "none", fm = "minres"); sigma <- f$loadings %*% t(f$loadings); diag(sigma) <- 1 }
  root <- chol(sigma)
  draws <- replicate(4000, eigen(cor(matrix(rnorm(n * p), n) %*% root), TRUE, only.values = TRUE)$values[k + 1])
  out <- rbind(out, data.frame(rule = "next_eigenvalue", k = k, value = quantile(draws, .95, names = FALSE)))
}
x <- as.matrix(read.csv("robust.csv")[, 1:8]); n <- nrow(x); p <- ncol(x); size <- 10000
own <- eigen(cor(x))$values
population <- function(k) {
  answers <- apply(x, 2, function(v) sort(sample(v, size, TRUE)))
  common <- matrix(rnorm(size * k), size); unique <- matrix(rnorm(size * p), size)
  target <- cor(x); middle <- target; least <- Inf; trials <- 0
  make <- function(load) {
    rest <- sqrt(pmax(0, 1 - rowSums(load^2)))
    y <- common %*% t(load) + sweep(unique, 2, rest, "*")
    for (j in 1:p) y[order(y[, j]), j] <- answers[, j]
    y
  }
  while (trials < 5) {
    load <- matrix(unclass(suppressWarnings(suppressMessages(fa(middle, k, rotate = "none", fm = "minres")))$loadings), p)
    load[load > 1] <- 1; load[load < -1] <- -1
    residual <- target - cor(make(load)); rmsr <- sqrt(mean(residual[lower.tri(residual)]^2))
    if (rmsr < least) { least <- rmsr; best <- list(load, middle, residual); middle <- middle + residual; trials <- 0 }
    else { trials <- trials + 1; middle <- best[[2]] + .5^trials * best[[3]] }
  }
  make(best[[1]])
}
for (k in 1:4) {
  y <- population(k)
  d <- replicate(300, sqrt(mean((eigen(cor(y[sample(size, n, TRUE), ]), TRUE, only.values = TRUE)$values - own)^2)))
  out <- rbind(out, data.frame(rule = "comparison_data", k = k, value = median(d)))
}
write.csv(out, "counts.csv", row.names = FALSE, quote = FALSE)
