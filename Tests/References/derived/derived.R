# Derived columns by R's own ways: base R, and survey for what is weighted.
# Rscript derived.R writes survey.csv (the input) and derived.csv (what it makes of it).
library(survey)
set.seed(13)
n <- 80
hole <- function(x, share) { x[runif(length(x)) < share] <- NA; x }
s <- data.frame(
  a = hole(sample(1:5, n, TRUE), .2), b = hole(sample(1:5, n, TRUE), .3), c = hole(sample(1:5, n, TRUE), .1),
  nps = hole(sample(0:10, n, TRUE), .15), region = hole(sample(c(1, 2, 3, 7), n, TRUE), .1),
  w = sample(c(0, .25, .5, 1, 1.75, 3), n, TRUE), f = sample(0:3, n, TRUE))
write.csv(s, "survey.csv", row.names = FALSE, quote = FALSE, na = "")

answered <- rowSums(!is.na(s[c("a", "b", "c")]))
mean2 <- ifelse(answered >= 2, rowMeans(s[c("a", "b", "c")], na.rm = TRUE), NA)
sum1 <- ifelse(answered >= 1, rowSums(s[c("a", "b", "c")], na.rm = TRUE), NA)
spread <- function(design) c(coef(svymean(~x, design)), sqrt(coef(svyvar(~x, design))))
# Rows with an answer and a weight above zero are the sample.
use <- !is.na(s$nps) & s$w > 0
k <- spread(svydesign(~1, weights = ~w, data = data.frame(x = s$nps, w = s$w)[use, ]))
# Frequencies are rows written so many times.
many <- rep(s$nps, s$f); many <- many[!is.na(many)]
made <- data.frame(
  reverse_a = 6 - s$a, mean_two = mean2, mean_all = rowMeans(s[c("a", "b", "c")]), sum_one = sum1,
  top2 = as.numeric(s$nps >= 9), bottom7 = as.numeric(s$nps <= 6),
  recoded = unname(c(`1` = 10, `2` = 20, `3` = 10, `7` = 20)[as.character(s$region)]),
  is_one_seven = as.numeric(s$region %in% c(1, 7)) + ifelse(is.na(s$region), NA, 0),
  standardized = as.numeric(scale(s$nps)), weighted = (s$nps - k[1]) / k[2],
  frequency = (s$nps - mean(many)) / sd(many))
write.csv(format(made, digits = 15, trim = TRUE), "derived.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "survey", format(packageVersion("survey")), "\n")
