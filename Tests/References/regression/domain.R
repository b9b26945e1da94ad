suppressMessages(library(survey))
# A domain (selected rows) of a stratified cluster sample, after survey::subset: sampling units without a selected respondent
# still count. R 4.2.2, survey. Made-up but fixed data: 2 strata, 6 and 5 clusters.
set.seed(11)
d <- data.frame(st = rep(c("north", "south"), c(30, 25)), cl = c(rep(1:6, each = 5), rep(1:5, each = 5)))
d$w <- round(runif(55, 0.5, 2), 2); d$a <- round(rnorm(55), 2); d$b <- round(0.4 * d$a + rnorm(55), 2)
d$y <- round(1 + 0.5 * d$a + 0.3 * d$b + rep(rnorm(11, sd = .5), each = 5) + rnorm(55), 2)
d$g <- ifelse(d$st == "north" & d$cl %in% c(2, 5) | d$st == "south" & d$cl == 3, "no", ifelse(runif(55) < .7, "yes", "no"))
write.csv(d, "domain.csv", row.names = FALSE, quote = FALSE)
design <- svydesign(ids = ~cl, strata = ~st, weights = ~w, data = d, nest = TRUE)
m <- svyglm(y ~ a + b, subset(design, g == "yes"))
s <- summary(m)
cat(sprintf('{"n": %d, "df": %d, "estimate": [%s], "std_error": [%s]}\n', length(residuals(m)), m$df.residual,
  paste(format(coef(m), digits = 16), collapse = ", "), paste(format(s$coefficients[, 2], digits = 16), collapse = ", ")), file = "domain.json")
