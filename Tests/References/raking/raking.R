suppressMessages(library(survey))
# Raked and calibrated weights and the errors of estimates under them, by R's survey (rake, calibrate, svymean, svyglm, as.svrepdesign)
# on the schools of its data `api`: the sample's population is the package's own apipop.
options(digits = 17, survey.replicates.mse = FALSE)
data(api)
columns <- c("stype", "dnum", "snum", "pw", "sch.wide", "yr.rnd", "awards", "api00", "ell", "meals", "mobility")
number <- function(x) paste(ifelse(is.finite(x), format(x, digits = 17, trim = TRUE, scientific = TRUE), "null"), collapse = ", ")
strat <- apistrat[, columns]; strat$row <- seq_len(nrow(strat)); strat$fpc <- apistrat$fpc
clus <- apiclus1[, columns]; clus$row <- seq_len(nrow(clus))
# Weights that a sample comes with add up to the population, so that ratios are the same before and after.
N <- nrow(apipop)
strat$w <- strat$pw * N / sum(strat$pw); clus$w <- clus$pw * N / sum(clus$pw)
strat$w <- round(strat$w, 9); clus$w <- round(clus$w, 9)
strat$mobility[c(3, 50, 111)] <- NA
write.csv(strat, "strat.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(clus, "clus.csv", row.names = FALSE, quote = FALSE, na = "")
cases <- character()
share <- function(v) { t <- table(apipop[[v]]); t }
joint <- function(a, b) table(paste(apipop[[a]], apipop[[b]], sep = ":"))
entry <- function(name, t) sprintf("%s=%s", name, paste0(names(t), ":", as.numeric(t), collapse = ","))
add <- function(name, file, options, design, errors = TRUE) {
  w <- weights(design)
  d <- svydesign(ids = ~1, weights = w, data = design$variables)
  cases <<- c(cases, sprintf('{"name": "%s", "file": "%s", "options": "%s", "weights": [%s], "design_effect": %s, "mean": [%s], "mean_error": [%s], "estimate": [%s], "std_error": [%s], "correlation_error": %s}',
    name, file, options, number(w), number(length(w) * sum(w^2) / sum(w)^2),
    number(coef(svymean(~ell + api00, design))), number(SE(svymean(~ell + api00, design))),
    number(coef(svyglm(api00 ~ ell + meals, design))), number(sqrt(diag(vcov(svyglm(api00 ~ ell + meals, design))))), "null"))
}
S <- svydesign(ids = ~1, weights = ~w, data = strat)
H <- svydesign(ids = ~1, strata = ~stype, weights = ~w, data = strat)
C <- svydesign(ids = ~dnum, weights = ~w, data = clus)
ms <- share("stype"); mw <- share("sch.wide"); ma <- share("awards"); my <- share("yr.rnd")
pop <- function(vars) { mm <- model.matrix(as.formula(paste("~", paste(vars, collapse = "+"))), apipop); colSums(mm) }
full <- function(design, vars, ...) calibrate(design, as.formula(paste("~", paste(vars, collapse = "+"))), pop(vars), epsilon = 1e-13, maxit = 200, ...)
m2 <- paste0("--margins ", entry("stype", ms), " --margins ", entry("sch.wide", mw))
m3 <- paste0(m2, " --margins ", entry("awards", ma))
add("raking, two margins", "strat", paste("--weights w", m2), full(S, c("stype", "sch.wide"), calfun = "raking"))
add("raking, strata", "strat", paste("--weights w --strata stype", m3), full(H, c("stype", "sch.wide", "awards"), calfun = "raking"))
add("raking, clusters", "clus", paste("--weights w --cluster dnum", m2), full(C, c("stype", "sch.wide"), calfun = "raking"))
add("linear", "strat", paste("--weights w --method linear", m3), full(S, c("stype", "sch.wide", "awards"), calfun = "linear"))
# Bounds that bind stop grake from converging; what is optimal within them is tested by its conditions.
add("logit", "strat", paste("--weights w --method logit --bounds 0.7,1.2", m3), full(S, c("stype", "sch.wide", "awards"), calfun = "logit", bounds = c(.7, 1.2)))
mj <- paste0("--margins ", entry("stype:sch.wide", joint("stype", "sch.wide")), " --margins ", entry("awards", ma))
jt <- calibrate(S, ~ interaction(stype, sch.wide) + awards, colSums(model.matrix(~ interaction(stype, sch.wide) + awards, apipop)), calfun = "raking", epsilon = 1e-13, maxit = 200)
add("joint cells", "strat", paste("--weights w", mj), jt)
# Iterative proportional fitting gives the same weights.
ipf <- rake(S, list(~stype, ~sch.wide, ~awards), lapply(list(ms, mw, ma), function(t) { d <- as.data.frame(t); d }) |> (\(l) { names(l[[1]])[1] <- "stype"; names(l[[2]])[1] <- "sch.wide"; names(l[[3]])[1] <- "awards"; l })(), control = list(maxit = 500, epsilon = 1e-10))
newton <- full(S, c("stype", "sch.wide", "awards"), calfun = "raking")
add("iterative proportional fitting", "strat", paste("--weights w", m3), newton)
cat(sprintf('{"ipf": [%s]}\n', number(weights(ipf))), file = "ipf.json")
# Replicates that are raked again.
J <- as.svrepdesign(C, type = "JK1", compress = FALSE)
R <- matrix(as.numeric(weights(J, "analysis")), nrow = nrow(clus)); colnames(R) <- paste0("rw", seq_len(ncol(R)))
write.csv(cbind(clus, round(R, 9)), "clus-replicates.csv", row.names = FALSE, quote = FALSE, na = "")
JR <- svrepdesign(data = clus, repweights = round(R, 9), weights = ~w, type = "JK1", scale = J$scale, combined.weights = TRUE)
JC <- full(JR, c("stype", "sch.wide"), calfun = "raking", compress = FALSE)
m <- svymean(~ell + api00, JC); g <- svyglm(api00 ~ ell + meals, JC)
cat(sprintf('{"mean": [%s], "mean_error": [%s], "estimate": [%s], "std_error": [%s], "df": %d}\n', number(coef(m)), number(SE(m)), number(coef(g)), number(sqrt(diag(vcov(g)))), as.integer(g$df.residual)), file = "replicates.json")
cat("[\n", paste(cases, collapse = ",\n"), "\n]\n", sep = "", file = "raking.json")
cat(R.version.string, "survey", as.character(packageVersion("survey")), "\n", file = "version.txt")
