# Eigenvalues of samples of uncorrelated normal variables by plain simulation, for parallel analysis: components, and common
# factors (squared multiple correlations in the diagonal). Writes parallel.csv. R 4.2.2; Rscript parallel.R
set.seed(3)
out <- NULL
for (design in list(c(200, 8), c(449, 12))) {
  n <- design[1]; p <- design[2]
  draws <- replicate(10000, {
    r <- cor(matrix(rnorm(n * p), n))
    reduced <- r; diag(reduced) <- 1 - 1 / diag(solve(r))
    c(eigen(r, symmetric = TRUE, only.values = TRUE)$values, eigen(reduced, symmetric = TRUE, only.values = TRUE)$values)
  })
  out <- rbind(out, data.frame(n = n, p = p, matrix = rep(c("components", "common_factors"), each = p), place = rep(1:p, 2),
    mean = rowMeans(draws), percentile = apply(draws, 1, quantile, .95, names = FALSE)))
}
write.csv(format(out, digits = 8), "parallel.csv", row.names = FALSE, quote = FALSE)
