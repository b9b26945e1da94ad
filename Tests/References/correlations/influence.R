# Intervals of Pearson's and partial correlations by influence values and the score test of polychoric ones, each from its
# definition, by R 4.2.2. Rscript influence.R   writes influence.csv beside itself, from survey.csv.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
m <- read.csv(file.path(here, "survey.csv"))
rows <- list()
put <- function(statistic, a, b, low, high, p) rows[[length(rows) + 1]] <<- data.frame(statistic, a, b, low, high, p)
limits <- function(r, se, df) tanh(atanh(r) + c(-1, 1) * qt(.975, df) * se)
# Leaving out each row in turn, in full: no update of sums.
deleted <- function(x, y) {
  n <- length(x); z <- sapply(seq_len(n), function(i) atanh(cor(x[-i], y[-i])))
  limits(cor(x, y), sqrt((n - 1) / n * sum((z - mean(z))^2)), n - 2)
}
vars <- c("q1", "q2", "q3", "q4", "nps", "rare", "yes", "spend", "age", "wait")
d <- m[complete.cases(m[, vars]), ]
for (pair in list(c("q2", "q1"), c("q3", "q1"), c("spend", "rare"), c("wait", "yes"))) {
  l <- deleted(d[[pair[1]]], d[[pair[2]]]); put("pearson", pair[1], pair[2], l[1], l[2], NA)
  e <- d[rep(seq_len(nrow(d)), d$count), ]
  l <- deleted(e[[pair[1]]], e[[pair[2]]]); put("pearson count", pair[1], pair[2], l[1], l[2], NA)
}
# A partial correlation: the rows' parts in the correlation of residuals, over 1 - h of the regression that leaves them.
partial <- function(a, b, given) {
  f <- function(v) residuals(lm(reformulate(given, v), d)); x <- f(a); y <- f(b)
  h <- hatvalues(lm(reformulate(given, a), d)); n <- nrow(d); r <- cor(x, y)
  u <- x / sqrt(mean(x^2)); v <- y / sqrt(mean(y^2))
  psi <- (u * v - r / 2 * (u^2 + v^2)) / (1 - h)
  limits(r, sqrt(sum(psi^2)) / n / (1 - r^2), n - 2 - length(given))
}
for (pair in list(c("q2", "q1"), c("age", "q3"))) {
  l <- partial(pair[1], pair[2], c("nps", "spend")); put("partial", pair[1], pair[2], l[1], l[2], NA)
}
# The score of a bivariate normal table at 0, given its margins, over the variance under exchange of the answers.
scores <- function(x) {
  if (length(unique(x)) > 11) return(as.numeric(scale(x)))
  p <- prop.table(table(x)); t <- c(-Inf, qnorm(cumsum(p)[-length(p)]), Inf)
  u <- -diff(dnorm(t)) / p; as.numeric(u[as.character(x)])
}
for (pair in list(c("q2", "q1"), c("yes", "rare"), c("wait", "rare"), c("spend", "yes"))) for (n in c(40, 300)) {
  u <- scores(d[[pair[1]]][1:n]); v <- scores(d[[pair[2]]][1:n])
  s <- sum(u * v) / sqrt(sum((u - mean(u))^2) * sum((v - mean(v))^2) / (n - 1))
  put(paste("score", n), pair[1], pair[2], NA, NA, 2 * pnorm(-abs(s)))
}
out <- do.call(rbind, rows); out[4:6] <- lapply(out[4:6], \(x) ifelse(is.na(x), "", sprintf("%.17g", x)))
write.csv(out, file.path(here, "influence.csv"), row.names = FALSE, quote = FALSE)
