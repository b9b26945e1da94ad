# Coverage and expected length of intervals of shares and net promoter scores in simple samples, counted over all samples.
# Rscript coverage.R > coverage.txt
z <- qnorm(.975)
line <- function(name, hit, width, chance)
  cat(name, format(c(sum(chance * hit), 100 * sum(chance * width)), digits = 12), "\n")
for (p in c(.05, .3, .9)) for (n in c(20, 100)) {
  x <- 0:n; chance <- dbinom(x, n, p); e <- x / n
  wald <- cbind(e - z * sqrt(e * (1 - e) / n), e + z * sqrt(e * (1 - e) / n))
  m <- (x + z^2 / 2) / (n + z^2); ac <- cbind(m - z * sqrt(m * (1 - m) / (n + z^2)), m + z * sqrt(m * (1 - m) / (n + z^2)))
  wilson <- t(sapply(x, function(k) prop.test(k, n, correct = FALSE)$conf.int))
  for (k in list(list("wald", wald), list("adjusted", ac), list("score", wilson))) {
    ends <- cbind(pmax(0, k[[2]][, 1]), pmin(1, k[[2]][, 2]))
    line(paste("share", k[[1]], p, n), ends[, 1] <= p + 1e-12 & p <= ends[, 2] + 1e-12, ends[, 2] - ends[, 1], chance)
  }
}
for (pq in list(c(.5, .15), c(.9, .02))) for (n in c(20, 50)) {
  g <- subset(expand.grid(a = 0:n, b = 0:n), a + b <= n)
  chance <- apply(g, 1, function(r) dmultinom(c(r, n - sum(r)), n, c(pq, 1 - sum(pq))))
  for (add in c(0, .75)) {
    w <- n + 4 * add; a <- (g$a + add) / w; b <- (g$b + add) / w
    s <- z * sqrt(pmax(0, a + b - (a - b)^2) / w)
    low <- pmax(-1, a - b - s); high <- pmin(1, a - b + s); t <- pq[1] - pq[2]
    line(paste("nps", c("wald", "adjusted")[1 + (add > 0)], pq[1], pq[2], n), low <= t + 1e-12 & t <= high + 1e-12, high - low, chance)
  }
}
# Two shares: size of the score test and coverage of Newcombe's interval (method 10).
for (k in list(c(.3, .3, 50, 50), c(.9, .9, 50, 20), c(.5, .3, 40, 60))) {
  n <- k[3]; m <- k[4]
  ci <- function(n) t(sapply(0:n, function(x) prop.test(x, n, correct = FALSE)$conf.int))
  cn <- ci(n); cm <- ci(m); g <- expand.grid(x = 0:n, y = 0:m)
  chance <- dbinom(g$x, n, k[1]) * dbinom(g$y, m, k[2])
  p <- g$x / n; q <- g$y / m; d <- p - q; t <- k[1] - k[2]
  low <- d - sqrt((p - cn[g$x + 1, 1])^2 + (cm[g$y + 1, 2] - q)^2); high <- d + sqrt((cn[g$x + 1, 2] - p)^2 + (q - cm[g$y + 1, 1])^2)
  pool <- (g$x + g$y) / (n + m); se <- sqrt(pool * (1 - pool) * (1 / n + 1 / m))
  rejects <- se > 0 & abs(d) > z * se
  cat("pair score", k, format(c(sum(chance * (low <= t + 1e-12 & t <= high + 1e-12)), 100 * sum(chance * (high - low)),
                                sum(chance * rejects)), digits = 12), "\n")
}
cat(R.version.string, "\n")
