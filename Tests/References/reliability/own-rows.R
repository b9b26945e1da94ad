# Every construct on the respondents who answered all of its items, every pair on those who answered all of both.
# By their definitions, in R 4.2.2: Rscript own-rows.R > own-rows.csv
d <- read.csv("../correlations/survey.csv")
scales <- list(first = c("q1", "q2", "q4"), second = c("q3", "nps", "yes"), third = c("rare", "wait"))
put <- function(quantity, name, value) cat(quantity, name, sprintf("%.17g", value), sep = ",", fill = TRUE)
cat("quantity,name,value\n")
alpha <- function(s) nrow(s) / (nrow(s) - 1) * (1 - sum(diag(s)) / sum(s))
complete <- function(items) d[stats::complete.cases(d[items]), items]
for (name in names(scales)) {
  x <- complete(scales[[name]])
  put("n", name, nrow(x))
  put("alpha", name, alpha(cov(x)))
}
for (b in 2:3) for (a in 1:(b - 1)) {
  x <- complete(c(scales[[a]], scales[[b]])); r <- abs(cor(x))
  within <- function(items) { s <- r[items, items]; mean(s[lower.tri(s)]) }
  pair <- paste(names(scales)[a], names(scales)[b], sep = "-")
  put("pair_n", pair, nrow(x))
  put("htmt", pair, mean(r[scales[[a]], scales[[b]]]) / sqrt(within(scales[[a]]) * within(scales[[b]])))
}
