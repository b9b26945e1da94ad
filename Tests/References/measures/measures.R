# Reference figures for moments and descriptives. Written by R 4.2.2 with survey 4.1-1 and e1071 1.7-13 (versions used are
# the first rows of the output). Run in this directory: Rscript measures.R
suppressMessages({library(survey); library(e1071)})
set.seed(20)
n <- 60
mood <- rnorm(n)
rate <- function(m, lo, hi) pmin(hi, pmax(lo, round((lo + hi) / 2 + m)))
d <- data.frame(y = rate(1.4 * mood + rnorm(n), 0, 10), a = rate(mood + rnorm(n), 1, 7), b = rate(.8 * mood + rnorm(n), 1, 7),
  c = rate(rnorm(n), 1, 5), income = round(exp(rnorm(n, 10, .5)), 2), w = round(rgamma(n, 4, 4), 3) + .01,
  f = rpois(n, 1.5))
complete <- d
for (v in c("y", "a", "b", "c", "income")) d[[v]][sample(n, 6)] <- NA
write.csv(d, "survey.csv", row.names = FALSE, na = "", quote = FALSE)
write.csv(complete, "complete.csv", row.names = FALSE, quote = FALSE)
out <- data.frame(statistic = character(), a = character(), b = character(), value = numeric())
put <- function(s, a, b, v) out[nrow(out) + 1, ] <<- list(s, a, b, v)
V <- c("a", "b", "c", "income", "y")
matrix_rows <- function(s, m) for (i in V) for (j in V) put(s, i, j, m[i, j])
matrix_rows("cov_listwise", cov(d[V], use = "complete.obs"))
matrix_rows("cor_pairwise", cor(d[V], use = "pairwise.complete.obs"))
matrix_rows("n_pairwise", crossprod(!is.na(as.matrix(d[V]))))
for (v in V) { put("mean_available", v, "", mean(d[[v]], na.rm = TRUE)); put("sd_available", v, "", sd(d[[v]], na.rm = TRUE)) }
# Weighted pairwise correlations: cov.wt on the rows that answer both.
for (i in V) for (j in V) { k <- !is.na(d[[i]]) & !is.na(d[[j]]); put("cor_pairwise_weighted", i, j, cov.wt(d[k, c(i, j)], d$w[k], cor = TRUE)$cor[1, 2]) }
s <- svydesign(~1, weights = ~w, data = complete)
m <- svymean(~a + b + c + income + y, s)
matrix_rows("svyvar", as.matrix(svyvar(~a + b + c + income + y, s)))
ci <- confint(m, df = n - 1)
for (v in V) { put("svymean", v, "", coef(m)[[v]]); put("svymean_low", v, "", ci[v, 1]); put("svymean_high", v, "", ci[v, 2]) }
for (v in V) {
  x <- complete[[v]]; t <- t.test(x)$conf.int
  put("mean_low", v, "", t[1]); put("mean_high", v, "", t[2])
  put("skewness", v, "", skewness(x, type = 2)); put("kurtosis", v, "", kurtosis(x, type = 2))
  r <- rep(x, complete$f)
  put("frequency_mean", v, "", mean(r)); put("frequency_sd", v, "", sd(r))
  put("frequency_skewness", v, "", skewness(r, type = 2)); put("frequency_kurtosis", v, "", kurtosis(r, type = 2))
}
matrix_rows("cov_frequency", cov(complete[rep(1:n, complete$f), V]))
matrix_rows("cov_precision", { c <- cov.wt(complete[V], complete$w / sum(complete$w), method = "ML")$cov * n / (n - 1); dimnames(c) <- list(V, V); c })
put("kish", "", "", sum(complete$w)^2 / sum(complete$w^2))
out$value <- trimws(formatC(out$value, digits = 17, format = "g"))
versions <- sprintf("# R %s, survey %s, e1071 %s", getRversion(), packageVersion("survey"), packageVersion("e1071"))
writeLines(c(versions, "statistic,a,b,value", do.call(paste, c(out, sep = ","))), "measures.csv")
