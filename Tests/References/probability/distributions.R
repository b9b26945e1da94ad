# Tails and quantiles of the central distributions, noncentral F, and intervals of R² for fixed predictors.
# Rscript distributions.R > distributions.json   (R 4.2.2, jsonlite 1.8.4)
library(jsonlite)
tails <- list()
add <- function(name, x, ...) {
  d <- list(...)
  p <- get(paste0("p", name)); q <- get(paste0("q", name))
  lower <- do.call(p, c(list(x), d)); upper <- do.call(p, c(list(x), d, list(lower.tail = FALSE)))
  tails[[length(tails) + 1]] <<- list(distribution = name, x = x, degrees = unlist(d), lower = lower, upper = upper,
    p = c(.001, .025, .5, .9, .975, .9999), quantiles = do.call(q, c(list(c(.001, .025, .5, .9, .975, .9999)), d)))
}
for (x in c(-9, -1.3, 0, .4, 2, 12, 37)) add("norm", x)
for (df in c(.5, 1, 3, 27, 3188.5, 1e7)) for (x in c(-5, 0, .7, 2.1, 40)) add("t", x, df)
for (df in c(.5, 1, 4, 300)) for (x in c(0, .2, 3, 250, 900)) add("chisq", x, df)
for (df in list(c(1, 1), c(2, 7), c(8, 3188), c(6, 2.5))) for (x in c(0, .3, 1.9, 60, 1422.8)) add("f", x, df[1], df[2])

# The same mixture written out term by term, all of them: R's own pnf is good to 1e-9 only (pnbeta's errmax).
mixture <- function(f, m, v, ncp, lower) {
  j <- 0:ceiling(ncp / 2 + 40 * sqrt(ncp / 2) + 200)
  sum(dpois(j, ncp / 2) * pbeta(m * f / (m * f + v), m / 2 + j, v / 2, lower.tail = lower))
}
grid <- rbind(expand.grid(f = c(.1, 1, 2.5, 10), m = c(1, 4, 12.5), v = c(1, 9, 400), ncp = c(0, .3, 5, 60, 900)),
  expand.grid(f = 1422.8, m = 8, v = 3188, ncp = c(9000, 11400, 14000)),
  expand.grid(f = c(79000, 80000, 81000), m = 10, v = 199989, ncp = 8e5))
noncentral <- lapply(seq_len(nrow(grid)), function(i) {
  g <- grid[i, ]
  list(f = g$f, m = g$m, v = g$v, ncp = g$ncp, lower = mixture(g$f, g$m, g$v, g$ncp, TRUE),
    upper = mixture(g$f, g$m, g$v, g$ncp, FALSE),
    pf = if (g$ncp < 1e5) pf(g$f, g$m, g$v, ncp = g$ncp) else NA_real_)
})

# Smithson 2001; Kelley 2007 (MBESS::ci.R2 with Random.Predictors = FALSE): the pivot inverted by uniroot.
interval <- function(r2, m, v, confidence) {
  f <- (r2 / m) / ((1 - r2) / v); n <- m + v + 1; tail <- (1 - confidence) / 2
  solve <- function(g) if (g(0) >= 0) 0 else {
    top <- 1; while (g(top) < 0) top <- top * 2
    lambda <- uniroot(g, c(0, top), tol = 1e-12 * top)$root
    lambda / (lambda + n)
  }
  c(solve(function(l) mixture(f, m, v, l, FALSE) - tail), solve(function(l) tail - mixture(f, m, v, l, TRUE)))
}
cases <- data.frame(r2 = c(.732602, .7067, .02, .2, 1e-6, .999, .7812033423642253, .5, .3),
  m = c(6, 5, 3, 1, 4, 2, 8, 10, 1), v = c(23, 41, 96, 1, 200, 27, 3188, 19989, 48),
  confidence = c(.95, .95, .95, .95, .95, .95, .95, .95, .9))
intervals <- lapply(seq_len(nrow(cases)), function(i) {
  c <- cases[i, ]
  limits <- interval(c$r2, c$m, c$v, c$confidence)
  list(r2 = c$r2, m = c$m, v = c$v, confidence = c$confidence, low = limits[1], high = limits[2])
})
cat(toJSON(list(version = R.version.string, tails = tails, noncentral = noncentral, intervals = intervals),
  digits = NA, auto_unbox = TRUE, na = "null", pretty = FALSE), "\n")
