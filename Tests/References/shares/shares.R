# Intervals of shares and net promoter scores, and their differences, by other ways than the program's.
# Rscript shares.R > shares.txt
library(survey)
options(digits = 12)
show <- function(name, ...) cat(name, format(c(...), digits = 12), "\n")

# Score interval of p - q of a trinomial: the constrained likelihood is maximised numerically.
score <- function(plus, minus, n, level = .95) {
  z <- qnorm((1 + level) / 2)
  statistic <- function(d) {
    logl <- function(q) {
      p <- q + d; r <- 1 - p - q
      sum(ifelse(c(plus, minus, n - plus - minus) > 0,
                 c(plus, minus, n - plus - minus) * log(pmax(c(p, q, r), 1e-300)), 0))
    }
    q <- optimize(logl, c(max(0, -d), (1 - d) / 2), maximum = TRUE, tol = 1e-14)$maximum
    (plus - minus - n * d) / sqrt(n * (2 * q + d - d^2))
  }
  e <- (plus - minus) / n
  c(uniroot(function(d) statistic(d) - z, c(-1 + 1e-9, e), tol = 1e-13)$root,
    uniroot(function(d) statistic(d) + z, c(e, 1 - 1e-9), tol = 1e-13)$root)
}
cases <- list(c(30, 10, 60), c(5, 40, 50), c(90, 3, 120), c(1, 0, 20), c(200, 100, 500))
for (k in cases) show(paste("nps score", paste(k, collapse = " ")), 100 * score(k[1], k[2], k[3]))
# Wald of the scores 1, 0, -1 with divisor n, as given and with 3/4, 3/4 and 3/2 answers added.
for (k in cases) for (add in c(0, .75)) {
  w <- c(k[1] + add, k[2] + add, k[3] - k[1] - k[2] + 2 * add)
  m <- weighted.mean(c(1, -1, 0), w); v <- weighted.mean((c(1, -1, 0) - m)^2, w)
  show(paste("nps", c("wald", "adjusted")[1 + (add > 0)], paste(k, collapse = " ")),
       pmax(-100, pmin(100, 100 * (m + c(-1, 1) * qnorm(.975) * sqrt(v / sum(w))))))
}
for (k in list(c(30, 60), c(0, 20), c(119, 120))) {
  show(paste("share score", k[1], k[2]), 100 * prop.test(k[1], k[2], correct = FALSE)$conf.int)
}
# Two shares: test of R, interval of Newcombe (method 10).
t <- prop.test(c(30, 45), c(60, 70), correct = FALSE)
w1 <- prop.test(30, 60, correct = FALSE)$conf.int; w2 <- prop.test(45, 70, correct = FALSE)$conf.int
d <- 30 / 60 - 45 / 70
show("two shares z p low high", -sqrt(unname(t$statistic)), t$p.value,
     100 * c(d - sqrt((.5 - w1[1])^2 + (w2[2] - 45 / 70)^2), d + sqrt((w1[2] - .5)^2 + (45 / 70 - w2[1])^2)))
# A design: 12 clusters in 3 strata, weights, two groups that share clusters.
set.seed(1)
s <- data.frame(stratum = rep(1:3, each = 40), cluster = rep(1:12, each = 10),
                w = round(runif(120, .5, 2), 2), g = sample(c("a", "b"), 120, TRUE))
s$rec <- pmax(0, pmin(10, round(rnorm(120, 7 + s$cluster %% 3 + (s$g == "a"), 2.2))))
write.csv(s, "design.csv", row.names = FALSE, quote = FALSE)
s$score <- ifelse(s$rec >= 9, 1, ifelse(s$rec <= 6, -1, 0))
report <- function(name, des) {
  m <- svymean(~score, des); df <- degf(des)
  show(paste(name, "all"), 100 * c(coef(m), coef(m) + c(-1, 1) * qt(.975, df) * SE(m)))
  b <- svyby(~score, ~g, des, svymean, covmat = TRUE)
  k <- svycontrast(b, c(a = 1, b = -1))
  show(paste(name, "a-b"), 100 * c(coef(k), SE(k)), coef(k) / SE(k), 2 * pt(-abs(coef(k) / SE(k)), df))
}
report("design", svydesign(~cluster, strata = ~stratum, weights = ~w, data = s, nest = TRUE))
weighted <- svydesign(~1, weights = ~w, data = s)
report("weights", weighted)
cat(R.version.string, "survey", format(packageVersion("survey")), "\n")
