# BCa intervals by boot::boot.ci: of Cronbach's alpha, of the loadings of one factor, of omega and of a correlation. Three items have one factor in closed form: lambda1 = sqrt(r12 * r13 / r23).
#
#   Rscript bca.R > bca.csv
#
# Every end of an interval is given as the mean over twenty bootstraps of 4000 resamples each, with the standard deviation of
# one of them: what another bootstrap of 4000 may differ by.
suppressMessages(library(boot))
# A hundred respondents whose common factor and errors are skewed, so that the intervals are corrected visibly.
set.seed(7)
n <- 100
f <- rexp(n) - 1
x <- round(cbind(a = 0.8 * f, b = 0.8 * f, c = 0.85 * f) + 0.6 * (matrix(rexp(3 * n), n) - 1) + 4, 3)
write.csv(x, "bca-items.csv", row.names = FALSE, quote = FALSE)
loadings <- function(r) {
  sqrt(c(r[1, 2] * r[1, 3] / r[2, 3], r[1, 2] * r[2, 3] / r[1, 3], r[1, 3] * r[2, 3] / r[1, 2]))
}
statistic <- function(d, i) {
  own <- d[i, ]
  v <- cov(own)
  r <- cov2cor(v)
  l <- loadings(r)
  c(alpha = 3 / 2 * (1 - sum(diag(v)) / sum(v)), loading1 = l[1], loading2 = l[2], loading3 = l[3],
    omega = sum(l)^2 / (sum(l)^2 + sum(1 - l^2)), correlation = r[1, 2])
}
estimate <- statistic(x, seq_len(nrow(x)))
influence <- sapply(seq_along(estimate), function(k)
  empinf(data = x, statistic = function(d, i) statistic(d, i)[k], stype = "i", type = "jack"))
set.seed(20261128)
ends <- replicate(20, {
  drawn <- boot(x, statistic, R = 4000)
  sapply(seq_along(estimate), function(k) {
    own <- boot.ci(drawn, type = c("bca", "perc"), t0 = estimate[k], t = drawn$t[, k], L = influence[, k])
    c(own$bca[4:5], own$percent[4:5])
  })
})
cat("# ", R.version.string, ", boot ", as.character(packageVersion("boot")), "\n", sep = "")
cat("quantity,estimate,low,high,low_sd,high_sd,percentile_low,percentile_high\n")
for (k in seq_along(estimate)) {
  m <- rowMeans(ends[, k, ])
  s <- apply(ends[, k, ], 1, sd)
  cat(names(estimate)[k], ",", paste(format(c(estimate[k], m[1:2], s[1:2], m[3:4]), digits = 10, trim = TRUE), collapse = ","), "\n", sep = "")
}
