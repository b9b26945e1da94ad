suppressMessages(library(survey))
# Quartiles by R's survey: the estimates are svyquantile's (rule "math"); the intervals turn round those of the shares at or below each
# answer, svymean's with t of degf (Francisco & Fuller 1991). The files are those of designs.R and replicates.R, beside this one.
options(digits = 17)
strat <- read.csv("strat.csv"); both <- read.csv("both.csv"); jk <- read.csv("../replicates/clus1-jk1.csv")
number <- function(x) paste(ifelse(is.finite(x), format(x, digits = 17, trim = TRUE, scientific = TRUE), "null"), collapse = ", ")
cases <- character()
add <- function(name, file, options, design, item) {
  known <- subset(design, !is.na(design$variables[[item]]))
  values <- known$variables[[item]][weights(known, "sampling") > 0]
  t <- qt(.975, degf(known))
  answers <- sort(unique(values))
  shares <- sapply(answers, function(q) { m <- svymean(as.numeric(known$variables[[item]] <= q), known); c(coef(m), SE(m)) })
  for (p in c(.25, .5, .75)) {
    q <- coef(svyquantile(as.formula(paste0("~", item)), known, p, qrule = "math", ci = FALSE))
    low <- answers[which(shares[1, ] + t * shares[2, ] >= p - 1e-12)[1]]
    high <- answers[which(shares[1, ] - t * shares[2, ] >= p - 1e-12)[1]]
    cases <<- c(cases, sprintf('{"name": "%s", "file": "%s", "options": "%s", "item": "%s", "probability": %s, "estimate": %s, "low": %s, "high": %s}',
      name, file, options, item, p, number(q), number(low), number(high)))
  }
}
items <- c("mobility", "meals", "api00")
simple <- svydesign(ids = ~1, weights = ~one, data = cbind(strat, one = 1))
W <- svydesign(ids = ~1, weights = ~pw, data = strat)
S <- svydesign(ids = ~1, strata = ~stype, weights = ~pw, data = strat)
F <- svydesign(ids = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat)
B <- svydesign(ids = ~dnum, strata = ~half, weights = ~pw, data = both)
J <- svrepdesign(data = jk, repweights = as.matrix(jk[, paste0("rw", 1:15)]), weights = ~pw, type = "JK1", combined.weights = TRUE, scale = 14 / 15)
for (item in items) {
  add("simple", "designs/strat.csv", "", simple, item)
  add("weights", "designs/strat.csv", "--weights pw", W, item)
  add("strata", "designs/strat.csv", "--weights pw --strata stype", S, item)
  add("strata of a counted population", "designs/strat.csv", "--weights pw --strata stype --fpc fpc", F, item)
  add("strata and clusters", "designs/both.csv", "--weights pw --strata half --cluster dnum", B, item)
  add("a domain", "designs/both.csv", "--weights pw --strata half --cluster dnum --where 'emer < 20'", subset(B, emer < 20), item)
  add("replicates", "replicates/clus1-jk1.csv", "--weights pw --replicate-weights 'rw*' --replicate-type jk1", J, item)
}
cat("[\n", paste(cases, collapse = ",\n"), "\n]\n", sep = "", file = "quantiles.json")
cat(R.version.string, "survey", as.character(packageVersion("survey")), "\n")
