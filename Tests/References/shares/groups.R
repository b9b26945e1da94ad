# Differences of net promoter scores and top boxes between three groups, in an export with holes: prop.test and Wald's z of a simple sample,
# survey's contrasts under weights and two clusters a stratum; Holm's adjustment over the pairs.
# Rscript groups.R writes groups.csv and prints groups.txt
library(survey)
set.seed(5)
n <- 480
s <- data.frame(stratum = rep(1:12, each = 40), cluster = rep(1:24, each = 20), w = sample(c(.4, .8, 1, 1.7, 2.5), n, TRUE),
                g = sample(c(1, 2, 3), n, TRUE, c(.5, .3, .2)))
level <- rnorm(n) + .4 * (s$cluster %% 2) + .3 * s$g
s$rec <- pmax(0, pmin(10, round(7 + 2 * level))); s$sat <- pmax(1, pmin(5, round(3.4 + level)))
s$rec[runif(n) < .12] <- NA; s$sat[runif(n) < .2] <- NA
write.csv(s, "groups.csv", row.names = FALSE, quote = FALSE, na = "")
s$nps <- ifelse(s$rec >= 9, 1, ifelse(s$rec <= 6, -1, 0)); s$top_box <- as.numeric(s$sat == 5)
pairs <- list(c(1, 2), c(1, 3), c(2, 3))
show <- function(name, m) { m <- cbind(m, p.adjust(m[, 3], "holm"))
  for (k in 1:3) cat(name, paste(pairs[[k]], collapse = "-"), format(m[k, ], digits = 12, trim = TRUE), "\n") }
# Simple: difference in points, z, p.
show("simple nps", t(sapply(pairs, function(k) {
  a <- na.omit(s$nps[s$g == k[1]]); b <- na.omit(s$nps[s$g == k[2]])
  v <- function(x) mean((x - mean(x))^2) / length(x)
  z <- (mean(a) - mean(b)) / sqrt(v(a) + v(b)); c(100 * (mean(a) - mean(b)), z, 2 * pnorm(-abs(z))) })))
show("simple top_box", t(sapply(pairs, function(k) {
  a <- na.omit(s$top_box[s$g == k[1]]); b <- na.omit(s$top_box[s$g == k[2]])
  t <- prop.test(c(sum(a), sum(b)), c(length(a), length(b)), correct = FALSE); d <- mean(a) - mean(b)
  c(100 * d, sign(d) * sqrt(unname(t$statistic)), t$p.value) })))
# Design: difference, t, p, ends of the interval.
des <- svydesign(~cluster, strata = ~stratum, weights = ~w, data = s, nest = TRUE)
for (y in c("nps", "top_box")) {
  b <- svyby(reformulate(y), ~g, subset(des, !is.na(get(y))), svymean, covmat = TRUE); df <- degf(des)
  found <- t(sapply(pairs, function(k) { v <- c(0, 0, 0); v[k[1]] <- 1; v[k[2]] <- -1
    e <- svycontrast(b, v); t <- coef(e) / SE(e)
    c(100 * coef(e), t, 2 * pt(-abs(t), df), 100 * (coef(e) + c(-1, 1) * qt(.975, df) * SE(e))) }))
  show(paste("design", y), found)
}
cat(R.version.string, "survey", format(packageVersion("survey")), "\n")
