suppressMessages(library(survey))
# Selections of a sample as domains, lonely strata and finite populations, by R's survey: svyglm and svymean on subset(design).
# The data are those of the package (api: schools of California); text has no commas, so that the files need no quotes.
options(digits = 17)
data(api)
columns <- c("cds", "stype", "dnum", "snum", "pw", "fpc", "yr.rnd", "api00", "api99", "ell", "meals", "mobility", "full", "emer")
strat <- apistrat[, columns]; clus <- apiclus1[, columns]
strat$row <- seq_len(nrow(strat)); clus$row <- seq_len(nrow(clus))
# Some answers are missing: who did not answer is a part of the sample all the same.
strat$mobility[c(3, 50, 111, 160)] <- NA; clus$mobility[c(5, 60, 100)] <- NA
# A stratum with a single school in the whole sample, and districts within school types.
lone <- strat[c(which(strat$stype == "E"), which(strat$stype == "M"), which(strat$stype == "H")[3]), ]
both <- clus[, columns]; both$half <- ifelse(both$dnum %in% sort(unique(both$dnum))[1:7], "a", "b"); both$row <- seq_len(nrow(both))
write.csv(strat, "strat.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(lone, "lone.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(both, "both.csv", row.names = FALSE, quote = FALSE, na = "")

number <- function(x) paste(ifelse(is.finite(x), format(x, digits = 17, trim = TRUE, scientific = TRUE), "null"), collapse = ", ")
cases <- character()
add <- function(name, file, options, design, formula = api00 ~ ell + meals + mobility, item = "mobility") {
  m <- svyglm(formula, design); s <- coef(summary(m))
  known <- subset(design, !is.na(design$variables[[item]]))
  mean <- svymean(as.formula(paste0("~", item)), known); df <- degf(known)
  cases <<- c(cases, sprintf('{"name": "%s", "file": "%s", "options": "%s", "n": %d, "df": %d, "estimate": [%s], "std_error": [%s], "item": "%s", "mean": %s, "mean_low": %s, "mean_high": %s}',
    name, file, options, length(residuals(m)), m$df.residual, number(coef(m)), number(sqrt(diag(vcov(m)))), item,
    number(coef(mean)), number(coef(mean) - qt(.975, df) * SE(mean)), number(coef(mean) + qt(.975, df) * SE(mean))))
}
year <- "--where yr.rnd=Yes"
S <- svydesign(ids = ~1, strata = ~stype, weights = ~pw, data = strat)
add("strata", "strat", "--weights pw --strata stype", S)
add("strata, a domain that leaves a stratum one school", "strat", "--weights pw --strata stype --where 'yr.rnd = Yes'", subset(S, yr.rnd == "Yes"), api00 ~ ell + meals)
add("strata, no weights, a domain", "strat", "--strata stype --where 'meals > 30'", subset(svydesign(ids = ~1, strata = ~stype, weights = ~1, data = cbind(strat, one = 1)), meals > 30))
W <- svydesign(ids = ~1, weights = ~pw, data = strat)
add("weights, a domain", "strat", "--weights pw --where 'meals > 30'", subset(W, meals > 30))
C <- svydesign(ids = ~dnum, weights = ~pw, data = clus)
add("clusters", "both", "--weights pw --cluster dnum", C)
add("clusters, a domain", "both", "--weights pw --cluster dnum --where 'meals > 40'", subset(C, meals > 40))
B <- svydesign(ids = ~dnum, strata = ~half, weights = ~pw, data = both)
add("strata and clusters, a domain", "both", "--weights pw --strata half --cluster dnum --where 'meals > 40'", subset(B, meals > 40))
F <- svydesign(ids = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat)
add("population counts", "strat", "--weights pw --strata stype --fpc fpc", F)
add("population counts, a domain", "strat", "--weights pw --strata stype --fpc fpc --where 'meals > 30'", subset(F, meals > 30))
G <- svydesign(ids = ~dnum, weights = ~pw, fpc = ~fpc, data = clus)
add("clusters of a counted population", "both", "--weights pw --cluster dnum --fpc fpc", G)
L <- svydesign(ids = ~1, strata = ~stype, weights = ~pw, data = lone)
for (kind in c("certainty", "average", "adjust")) {
  options(survey.lonely.psu = kind)
  add(paste("a lone school,", kind), "lone", paste("--weights pw --strata stype --lonely", kind), L)
}
cat("[\n", paste(cases, collapse = ",\n"), "\n]\n", sep = "", file = "designs.json")
cat(R.version.string, "survey", as.character(packageVersion("survey")), "\n")
