# Diagnostics of regressions, hierarchical blocks and the permutation test of a correlation, from programs we did not write.
# Rscript diagnostics.R   writes diagnostics.json beside itself; the data are those of ../regression.
# R 4.2.2: stats (hatvalues, rstandard, rstudent, cooks.distance, anova), lmtest 0.9-40 (bptest, resettest),
# car 3.1-1 (vif, linearHypothesis), sandwich 3.0-2, survey 4.1-1 (regTermTest), jsonlite 1.8.4.
# Condition indices and variance proportions: the formulas of Belsley, Kuh & Welsch (1980), written out below.
suppressPackageStartupMessages({ library(lmtest); library(car); library(sandwich); library(survey); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
read <- function(name) read.csv(file.path(here, "..", "regression", paste0(name, ".csv")), check.names = FALSE)
quoted <- function(names) paste0("`", names, "`")

collinearity <- function(m) {
  x <- model.matrix(m) * sqrt(if (is.null(weights(m))) 1 else weights(m))
  x <- sweep(x, 2, sqrt(colSums(x^2)), "/")
  s <- svd(x)
  phi <- (s$v %*% diag(1 / s$d))^2
  list(eigenvalue = s$d^2, condition_index = s$d[1] / s$d, proportions = t(phi / rowSums(phi)))
}
# R² of prediction when each row in turn is left out: as many refits as rows.
leave_one_out <- function(f, d, outcome) {
  environment(f) <- environment()
  parts <- sapply(seq_len(nrow(d)), function(i) {
    r <- d[-i, ]
    m <- lm(f, r, weights = .w)
    y <- d[[outcome]][i]
    d$.w[i] * c((y - predict(m, d[i, ]))^2, (y - weighted.mean(r[[outcome]], r$.w))^2)
  })
  1 - sum(parts[1, ]) / sum(parts[2, ])
}
examine <- function(name, data, outcome, predictors, weights = NULL, factors = NULL, terms = NULL) {
  d <- read(data)
  d$.w <- if (is.null(weights)) 1 else d[[weights]]
  f <- reformulate(quoted(predictors), outcome)
  m <- if (is.null(weights)) lm(f, d) else lm(f, d, weights = .w)
  d$.fit <- fitted(m)
  d$.u <- residuals(m)^2 * d$.w
  bp <- if (is.null(weights)) {
    b <- bptest(m); list(statistic = unname(b$statistic), df = unname(b$parameter), p = unname(b$p.value))
  } else {
    # Squared weighted residuals on the predictors: Koenker's form for the transformed model.
    a <- summary(lm(update(f, .u ~ .), d)); s <- nrow(d) * a$r.squared
    list(statistic = s, df = length(predictors), p = pchisq(s, length(predictors), lower.tail = FALSE))
  }
  larger <- if (is.null(weights)) lm(update(f, . ~ . + I(.fit^2) + I(.fit^3)), d)
            else lm(update(f, . ~ . + I(.fit^2) + I(.fit^3)), d, weights = .w)
  a <- anova(m, larger)
  if (is.null(weights)) stopifnot(all.equal(unname(resettest(m)$statistic), a$F[2]))
  gvif <- if (is.null(factors)) cbind(vif(m), 1, sqrt(vif(m))) else vif(lm(factors, d))
  list(name = name, data = data, outcome = outcome, predictors = I(predictors), weights = weights,
    fitted = unname(fitted(m)), residual = unname(residuals(m)), leverage = unname(hatvalues(m)),
    standardised = unname(rstandard(m)), studentised = unname(rstudent(m)), cooks = unname(cooks.distance(m)),
    breusch_pagan = bp, reset = list(statistic = a$F[2], df = 2, df_residual = a$Res.Df[2], p = a$`Pr(>F)`[2]),
    # `resettest(vcov =)` gives the same F but the smaller model's residual degrees of freedom.
    reset_hc3 = if (is.null(weights)) { k <- length(coef(larger))
      h <- linearHypothesis(larger, cbind(matrix(0, 2, k - 2), diag(2)), vcov. = vcovHC(larger, "HC3"))
      stopifnot(all.equal(h$F[2], unname(resettest(m, vcov = vcovHC)$statistic), tolerance = 1e-6))
      list(statistic = h$F[2], df = 2, df_residual = h$Res.Df[2], p = h$`Pr(>F)`[2]) },
    leave_one_out = leave_one_out(f, d, outcome),
    collinearity = collinearity(m), gvif = unname(gvif[, 1]), gvif_df = unname(gvif[, 2]), gvif_scaled = unname(gvif[, 3]))
}
attitude <- c("complaints", "privileges", "learning", "raises", "critical", "advance")
cases <- list(
  examine("attitude", "attitude", "rating", attitude),
  examine("attitude, precision weights", "attitude", "rating", attitude, "w"),
  examine("swiss", "swiss", "Fertility", c("Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality")),
  examine("mtcars with factors", "mtcars", "mpg", c("wt", "hp", "cyl=6", "cyl=8", "gear=4", "gear=5"),
    factors = mpg ~ wt + hp + factor(cyl) + factor(gear)))

# Blocks in order of entry; `test` is that of the block in the model up to it.
steps <- function(name, data, outcome, blocks, kind, fit, test, weights = NULL, strata = NULL, weights_kind = NULL) {
  d <- read(data); seen <- c(); result <- list(); before <- 0
  for (b in blocks) {
    seen <- c(seen, b)
    m <- fit(reformulate(quoted(seen), outcome), d)
    y <- d[[outcome]]; w <- if (is.null(weights)) rep(1, nrow(d)) else d[[weights]]
    r2 <- 1 - sum(w * residuals(m, "response")^2) / sum(w * (y - weighted.mean(y, w))^2)
    t <- test(m, quoted(b), d, seen, outcome)
    result[[length(result) + 1]] <- c(list(members = I(b), r_squared = r2, change = r2 - before), t)
    before <- r2
  }
  list(name = name, data = data, outcome = outcome, errors = kind, weights = weights, weights_kind = weights_kind,
    strata = strata, steps = result)
}
classical <- function(m, b, d, seen, outcome) {
  smaller <- lm(reformulate(c("1", setdiff(quoted(seen), b)), outcome), d)
  a <- anova(smaller, m); list(f = a$F[2], df = a$Df[2], df_residual = a$Res.Df[2], p = a$`Pr(>F)`[2])
}
robust <- function(m, b, d, seen, outcome) {
  h <- linearHypothesis(m, paste(gsub("`", "", b), "= 0"), vcov. = vcovHC(m, "HC3")); list(f = h$F[2], df = h$Df[2], df_residual = h$Res.Df[2], p = h$`Pr(>F)`[2])
}
design <- function(m, b, d, seen, outcome) {
  t <- regTermTest(m, reformulate(b)); list(f = unname(t$Ftest[1]), df = t$df, df_residual = t$ddf, p = unname(t$p[1]))
}
svy <- function(f, d) { s <- svydesign(~1, strata = ~stype, weights = ~pw, data = d); svyglm(f, s) }
environment(svy) <- globalenv()
two <- list(c("complaints", "privileges"), c("learning"), c("raises", "critical", "advance"))
blocks <- list(
  steps("attitude, F change", "attitude", "rating", two, "classical", \(f, d) lm(f, d), classical),
  steps("attitude, HC3", "attitude", "rating", two, "hc3", \(f, d) lm(f, d), robust),
  steps("apistrat, design", "apistrat", "api00", list("ell", c("meals", "mobility")), "design", svy, design,
    weights = "pw", strata = "stype", weights_kind = "sampling"))

writeLines(toJSON(list(cases = cases, blocks = blocks),
  digits = I(17), auto_unbox = TRUE, null = "null"), file.path(here, "diagnostics.json"))
