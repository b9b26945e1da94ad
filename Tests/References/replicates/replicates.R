suppressMessages(library(survey))
# Replicate weights: variances of means, regressions, correlations, importance, reliability, components and differences between groups,
# by R's survey (svrepdesign, svymean, svyglm, withReplicates, svyby and svycontrast).
# The data are those of the package (api: schools of California); text has no commas, so that the files need no quotes.
options(digits = 17)
set.seed(20261129)
data(api)
columns <- c("stype", "dnum", "snum", "pw", "yr.rnd", "api00", "ell", "meals", "mobility", "full", "emer")
prepare <- function(d) {
  d <- d[, columns]
  d$grade <- cut(d$api00, c(0, 520, 600, 680, 760, 1000), labels = FALSE)
  d$mobility[c(3, 50, 111)] <- NA
  d
}
number <- function(x) paste(ifelse(is.finite(x), format(x, digits = 17, trim = TRUE, scientific = TRUE), "null"), collapse = ", ")
cases <- character()

# lmg of three predictors: the mean over the orders of entry of what each adds to R squared.
r2 <- function(S, y, x) if (length(x) == 0) 0 else drop(S[y, x, drop = FALSE] %*% solve(S[x, x, drop = FALSE], S[x, y])) / S[y, y]
orders <- list(c(1, 2, 3), c(1, 3, 2), c(2, 1, 3), c(2, 3, 1), c(3, 1, 2), c(3, 2, 1))
lmg <- function(S, y, x) {
  total <- setNames(numeric(3), x)
  for (o in orders) for (k in 1:3) {
    before <- x[o[seq_len(k - 1)]]
    total[o[k]] <- total[o[k]] + r2(S, y, c(before, x[o[k]])) - r2(S, y, before)
  }
  total / 6
}
covariance <- function(w, d) cov.wt(as.matrix(d), w / sum(w), method = "ML")$cov
alpha <- function(S) { k <- ncol(S); k / (k - 1) * (1 - sum(diag(S)) / sum(S)) }
load1 <- function(S) { e <- eigen(cov2cor(S)); l <- e$vectors[, 1] * sqrt(e$values[1]); l * sign(sum(l * c(-1, 1, -1, 1, 1))) }
error <- function(x) sqrt(diag(as.matrix(attr(x, "var"))))

add <- function(name, file, d, type, ..., options = "", where = NULL, whereText = "", weights = NULL) {
  R <- ncol(weights); W <- as.data.frame(unclass(weights)); names(W) <- paste0("rw", seq_len(R))
  write.csv(cbind(d, round(W, 10)), paste0(file, ".csv"), row.names = FALSE, quote = FALSE, na = "")
  design <- svrepdesign(data = d, repweights = as.matrix(round(W, 10)), weights = ~pw, type = type, combined.weights = TRUE, ...)
  if (!is.null(where)) design <- design[where(design$variables), ]
  m <- svyglm(api00 ~ ell + meals + mobility, design)
  known <- design[!is.na(design$variables$mobility), ]
  vars <- c("api00", "ell", "meals", "mobility")
  mean <- svymean(~mobility, known)
  r <- withReplicates(known, function(w, data) cov2cor(covariance(w, data[, vars]))["ell", "meals"])
  rr <- withReplicates(known, function(w, data) r2(covariance(w, data[, vars]), "api00", vars[-1]))
  imp <- withReplicates(known, function(w, data) lmg(covariance(w, data[, vars]), "api00", vars[-1]))
  share <- withReplicates(known, function(w, data) { v <- lmg(covariance(w, data[, vars]), "api00", vars[-1]); v / sum(v) })
  items <- c("ell", "meals", "emer")
  a <- withReplicates(design, function(w, data) alpha(covariance(w, data[, items])))
  f <- withReplicates(design, function(w, data) load1(covariance(w, data[, c("api00", "meals", "full", "emer", "ell")])))
  top <- svyby(~I(grade == 5), ~yr.rnd, design, svymean, covmat = TRUE)
  est <- coef(top)[grep("TRUE", names(coef(top)))]
  V <- vcov(top)[grep("TRUE", names(coef(top))), grep("TRUE", names(coef(top)))]
  diff <- est[1] - est[2]; se <- sqrt(V[1, 1] + V[2, 2] - 2 * V[1, 2])
  deff <- function() { n <- nrow(known); w <- weights(known, "sampling"); x <- known$variables$mobility; mm <- sum(w * x) / sum(w); s2 <- sum(w * (x - mm)^2) / sum(w) * n / (n - 1); SE(mean)^2 / (s2 / n) }
  cases <<- c(cases, sprintf('{"name": "%s", "file": "%s", "options": "%s", "n": %d, "degf": %d, "degf_known": %d, "df": %d, "estimate": [%s], "std_error": [%s], "mean": %s, "mean_error": %s, "deff": %s, "correlation": %s, "correlation_error": %s, "r_squared": %s, "r_squared_error": %s, "lmg": [%s], "lmg_error": [%s], "share": [%s], "share_error": [%s], "alpha": %s, "alpha_error": %s, "loadings": [%s], "loading_errors": [%s], "top": [%s], "difference": %s, "difference_error": %s, "t": %s}',
    name, file, paste0("--weights pw --replicate-weights 'rw*' ", options, whereText), nrow(known), degf(design), degf(known), as.integer(m$df.residual), number(coef(m)), number(sqrt(diag(vcov(m)))),
    number(coef(mean)), number(SE(mean)), number(deff()), number(coef(r)), number(error(r)), number(coef(rr)), number(error(rr)), number(coef(imp)), number(error(imp)), number(coef(share)), number(error(share)),
    number(coef(a)), number(error(a)), number(coef(f)), number(error(f)), number(est), number(diff), number(se), number(qt(.975, degf(design)))))
}
replicates <- function(design, ...) { r <- as.svrepdesign(design, ..., compress = FALSE); list(w = matrix(as.numeric(weights(r, "analysis")), nrow = nrow(r$variables)), scale = r$scale, rscales = r$rscales) }

clus1 <- prepare(apiclus1)
D1 <- svydesign(ids = ~dnum, weights = ~pw, data = clus1)
j1 <- replicates(D1, type = "JK1")
add("jk1", "clus1-jk1", clus1, "JK1", scale = j1$scale, weights = j1$w, options = "--replicate-type jk1")
add("jk1 about the estimate, a domain", "clus1-jk1", clus1, "JK1", scale = j1$scale, mse = TRUE, weights = j1$w, options = "--replicate-type jk1 --replicate-mse", where = function(v) v$meals > 20, whereText = " --where 'meals > 20'")
add("jk1 with a scale", "clus1-jk1", clus1, "JK1", scale = .8, weights = j1$w, options = "--replicate-type jk1 --replicate-scale 0.8")
clus2 <- prepare(apiclus2)
D2 <- svydesign(ids = ~dnum, weights = ~pw, data = clus2)
j2 <- replicates(D2, type = "JK1")
add("jk1 of districts with few schools", "clus2-jk1", clus2, "JK1", scale = j2$scale, weights = j2$w, options = "--replicate-type jk1")
strat <- prepare(apistrat)
# Clusters of schools within strata, so that replicates are few.
strat$unit <- ave(seq_len(nrow(strat)), strat$stype, FUN = function(i) rep(1:8, length.out = length(i)))
DS <- svydesign(ids = ~unit, strata = ~stype, weights = ~pw, data = strat, nest = TRUE)
jn <- replicates(DS, type = "JKn")
add("jkn", "strat-jkn", strat, "JKn", scale = 1, rscales = jn$rscales, weights = jn$w, options = paste0("--replicate-type jkn --replicate-rscales ", paste(format(jn$rscales, digits = 17, trim = TRUE), collapse = ",")))
strat$pair <- ave(seq_len(nrow(strat)), strat$stype, FUN = function(i) rep(1:6, length.out = length(i)))
strat$half <- ave(seq_len(nrow(strat)), strat$stype, strat$pair, FUN = function(i) rep(1:2, length.out = length(i)))
strat$cell <- paste0(strat$stype, strat$pair)
DP <- svydesign(ids = ~half, strata = ~cell, weights = ~pw, data = strat, nest = TRUE)
b <- replicates(DP, type = "BRR")
add("brr", "strat-brr", strat, "BRR", weights = b$w, options = "--replicate-type brr")
fy <- replicates(DP, type = "Fay", fay.rho = .3)
add("fay", "strat-fay", strat, "Fay", rho = .3, weights = fy$w, options = "--replicate-type fay=0.3")
bo <- replicates(DS, type = "subbootstrap", replicates = 40)
add("bootstrap", "strat-boot", strat, "bootstrap", weights = bo$w, options = "--replicate-type bootstrap")
H <- hadamard(39); H <- 2 * H - 1; R <- ncol(H)
rows <- (seq_len(nrow(strat)) - 1) %% (R - 2) + 2; after <- rows %% (R - 1) + 2
s <- strat$pw * (1 + 2^-1.5 * t(H[, rows] - H[, after]))
add("successive differences", "strat-sdr", strat, "successive-difference", mse = TRUE, weights = s, options = "--replicate-type sdr --replicate-mse")
cat("[\n", paste(cases, collapse = ",\n"), "\n]\n", sep = "", file = "replicates.json")
cat(R.version.string, "survey", as.character(packageVersion("survey")), "\n", file = "version.txt")
