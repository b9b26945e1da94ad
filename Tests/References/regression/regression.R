# Least squares with every kind of standard error, from programs we did not write.
# Rscript regression.R   writes regression.json and the data (*.csv) beside itself.
# R 4.2.2: stats::lm, sandwich 3.0-2 (vcovHC, vcovCL), survey 4.1-1 (svyglm, regTermTest), car 3.1-1 (vif), jsonlite 1.8.4.
# Data: attitude, swiss, mtcars of R's datasets package (GPL-2 | GPL-3); a few columns of apistrat and apiclus1 of
# the survey package (GPL-2 | GPL-3), the Academic Performance Index of the California Department of Education.
suppressPackageStartupMessages({ library(sandwich); library(survey); library(car); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
data(api)
frames <- list(
  attitude = cbind(attitude, w = c(1.5, .25, 3, 2, .75, 1, 4.5, 2.25, .5, 1.25), f = c(1, 3, 2, 1, 4, 2), g = rep(1:10, each = 3)),
  swiss = cbind(swiss, g = rep(1:12, length.out = 47)),
  mtcars = with(mtcars, data.frame(mpg, wt, hp, `cyl=6` = +(cyl == 6), `cyl=8` = +(cyl == 8), `gear=4` = +(gear == 4),
    `gear=5` = +(gear == 5), cyl, gear, check.names = FALSE)),
  apistrat = with(apistrat, data.frame(api00, ell, meals, mobility, pw, stype = as.integer(stype), dnum)),
  apiclus1 = with(apiclus1, data.frame(api00, ell, meals, mobility, pw, dnum)))
for (n in names(frames)) {
  text <- vapply(frames[[n]], \(v) formatC(v, digits = 15, format = "fg", width = -1) |> trimws(), character(nrow(frames[[n]])))
  writeLines(c(paste(names(frames[[n]]), collapse = ","), apply(text, 1, paste, collapse = ",")), file.path(here, paste0(n, ".csv")))
  frames[[n]] <- read.csv(file.path(here, paste0(n, ".csv")), check.names = FALSE)   # exactly what the tests read
}

inference <- function(b, v, df, wald_df = df, level = .95) {
  se <- sqrt(diag(v)); t <- b / se; q <- qt((1 + level) / 2, df); i <- -1
  wald <- drop(b[i] %*% solve(v[i, i], b[i])) / (length(b) - 1)
  list(std_error = se, statistic = t, df = df, p_value = 2 * pt(-abs(t), df), low = b - q * se, high = b + q * se,
    f = wald, f_p = pf(wald, length(b) - 1, wald_df, lower.tail = FALSE))
}
cases <- list()
add <- function(name, data, outcome, predictors, weights = NULL, kind = NULL, strata = NULL, cluster = NULL, categorical = NULL, level = .95, errors) {
  cases[[length(cases) + 1]] <<- c(list(name = name, data = data, outcome = outcome, predictors = I(predictors), weights = weights,
    kind = kind, strata = strata, cluster = cluster, categorical = categorical, confidence = level), errors)
}
lm_case <- function(name, data, outcome, predictors, weights = NULL, cluster = NULL, categorical = NULL, formula = NULL, level = .95) {
  d <- frames[[data]]
  if (!is.null(weights)) d$.w <- d[[weights]] else d$.w <- 1
  x <- paste0("`", predictors, "`")
  m <- if (is.null(weights)) lm(reformulate(x, outcome), d) else lm(reformulate(x, outcome), d, weights = .w)
  s <- summary(m); b <- coef(m); k <- length(b); df <- m$df.residual; n <- nobs(m)
  classical <- inference(b, vcov(m), df, level = level)
  classical$f <- unname(s$fstatistic[1]); classical$f_p <- unname(pf(s$fstatistic[1], k - 1, df, lower.tail = FALSE))
  kinds <- list(classical = classical)
  for (h in paste0("HC", 0:4)) kinds[[tolower(h)]] <- inference(b, vcovHC(m, type = h), df, level = level)
  if (!is.null(cluster)) {
    g <- length(unique(d[[cluster]]))
    kinds$cluster <- inference(b, vcovCL(m, cluster = d[[cluster]]), g - 1, level = level)
  }
  w <- d$.w
  wsd <- function(v) sqrt(sum(w * (v - weighted.mean(v, w))^2))
  # Partial and part correlations from the residuals of two regressions, as they are defined.
  wcor <- function(a, b) cov.wt(cbind(a, b), w, cor = TRUE)$cor[1, 2]
  others <- function(v, j) residuals(lm(reformulate(c("1", x[-j]), v), d, weights = .w))
  partial <- sapply(seq_along(x), function(j) wcor(others(x[j], j), others(outcome, j)))
  part <- sapply(seq_along(x), function(j) wcor(others(x[j], j), d[[outcome]]))
  vifs <- if (is.null(formula)) unname(vif(m)) else {
    gv <- vif(lm(formula, d))[, 1]
    unname(gv[match(sub("=.*", "", predictors), sub("factor\\((.*)\\)", "\\1", names(gv)))])
  }
  add(name, data, outcome, predictors, weights, if (!is.null(weights)) "precision", NULL, cluster, categorical, level, list(
    estimate = unname(b), r_squared = s$r.squared, adj_r_squared = s$adj.r.squared, sigma = s$sigma, n = n, df_residual = df,
    log_lik = as.numeric(logLik(m)), aic = AIC(m), bic = BIC(m), beta = unname(b[-1] * sapply(predictors, \(p) wsd(d[[p]])) / wsd(d[[outcome]])),
    partial = partial, part = part, vif = vifs, covariance = unname(vcovHC(m, type = "HC3")), kinds = lapply(kinds, \(k) lapply(k, unname))))
}
six <- names(attitude)[-1]
lm_case("attitude", "attitude", "rating", six, cluster = "g")
lm_case("attitude, precision weights", "attitude", "rating", six, weights = "w", cluster = "g")
lm_case("swiss at 90 %", "swiss", "Fertility", names(swiss)[-1], cluster = "g", level = .9)
lm_case("mtcars with two factors", "mtcars", "mpg", c("wt", "hp", "cyl=6", "cyl=8", "gear=4", "gear=5"),
  categorical = c("cyl", "gear"), formula = mpg ~ wt + hp + factor(cyl) + factor(gear))
lm_case("clustered districts", "apiclus1", "api00", c("ell", "meals", "mobility"), cluster = "dnum")

survey_case <- function(name, data, strata = NULL, cluster = NULL, weights = "pw") {
  d <- frames[[data]]; predictors <- c("ell", "meals", "mobility")
  f <- function(v) if (is.null(v)) NULL else reformulate(v)
  design <- svydesign(ids = if (is.null(cluster)) ~1 else f(cluster), strata = f(strata), weights = f(weights), data = d, nest = TRUE)
  m <- svyglm(reformulate(predictors, "api00"), design)
  s <- summary(m); b <- coef(m); k <- length(b); df <- m$df.residual
  kind <- inference(b, vcov(m), df)
  stopifnot(all.equal(unname(kind$statistic), unname(s$coefficients[, 3])), all.equal(unname(kind$p_value), unname(s$coefficients[, 4])))
  w <- regTermTest(m, reformulate(predictors), method = "Wald")
  kind$f <- drop(w$Ftest); kind$f_p <- drop(w$p); stopifnot(w$ddf == df)
  y <- d$api00; pw <- d[[weights]]; e <- y - fitted(lm(reformulate(predictors, "api00"), cbind(d, .p = pw), weights = .p))
  r2 <- 1 - sum(pw * e^2) / sum(pw * (y - weighted.mean(y, pw))^2)
  n <- nrow(d)
  add(name, data, "api00", predictors, weights, "sampling", strata, cluster, NULL, .95, list(estimate = unname(b), r_squared = r2,
    adj_r_squared = 1 - (1 - r2) * (n - 1) / (n - k), sigma = sqrt(sum(pw / mean(pw) * e^2) / (n - k)), n = n, df_residual = df,
    covariance = unname(matrix(vcov(m), k)), kinds = list(design = lapply(kind, unname))))
}
survey_case("weights alone", "apistrat")
survey_case("weights and strata", "apistrat", strata = "stype")
survey_case("weights, strata and clusters", "apistrat", strata = "stype", cluster = "dnum")
survey_case("weights and clusters", "apiclus1", cluster = "dnum")
versions <- c(R = R.version.string, sapply(c("sandwich", "survey", "car"), \(p) as.character(packageVersion(p))))
write_json(list(versions = as.list(versions), cases = cases), file.path(here, "regression.json"), digits = NA, auto_unbox = TRUE, null = "null", na = "null")
