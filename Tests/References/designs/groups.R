suppressMessages(library(survey))
# Whether groups differ: svychisq (Rao and Scott's second correction, as an F) and Wald tests of means (regTermTest of svyglm) of R's
# survey on the schools of its data `api`.
options(digits = 17)
data(api)
prepare <- function(d) {
  d <- d[, c("stype", "dnum", "snum", "pw", "sch.wide", "awards", "yr.rnd", "api00", "ell", "meals")]
  d$grade <- cut(d$api00, c(0, 560, 640, 720, 1000), labels = FALSE)
  d
}
strat <- prepare(apistrat); clus <- prepare(apiclus1)
strat$one <- 1
write.csv(strat, "groups-strat.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(clus, "groups-clus.csv", row.names = FALSE, quote = FALSE, na = "")
number <- function(x) paste(ifelse(is.finite(x), format(x, digits = 17, trim = TRUE, scientific = TRUE), "null"), collapse = ", ")
cases <- character()
add <- function(name, file, options, by, design) {
  chi <- svychisq(as.formula(paste("~grade +", by)), design, statistic = "F")
  m <- svyglm(as.formula(paste("ell ~ factor(", by, ")")), design)
  w <- regTermTest(m, as.formula(paste("~factor(", by, ")")), method = "Wald")
  cases <<- c(cases, sprintf('{"name": "%s", "file": "%s", "options": "%s", "by": "%s", "chi": [%s], "wald": [%s]}', name, file, options, by,
    number(c(chi$statistic, chi$parameter, chi$p.value)), number(c(w$Ftest, w$df, w$ddf, w$p))))
}
add("a simple sample", "groups-strat", "", "stype", svydesign(ids = ~1, weights = ~one, data = strat))
add("weights", "groups-strat", "--weights pw", "stype", svydesign(ids = ~1, weights = ~pw, data = strat))
add("weights and strata, two groups", "groups-strat", "--weights pw --strata stype", "awards", svydesign(ids = ~1, strata = ~stype, weights = ~pw, data = strat))
add("clusters", "groups-clus", "--weights pw --cluster dnum", "sch.wide", svydesign(ids = ~dnum, weights = ~pw, data = clus))
add("clusters, three groups", "groups-clus", "--weights pw --cluster dnum", "stype", svydesign(ids = ~dnum, weights = ~pw, data = clus))
cat("[\n", paste(cases, collapse = ",\n"), "\n]\n", sep = "", file = "groups.json")
