# Reference figures for covariance structure models. R 4.2.2, lavaan 0.6-14.
# Run in this folder: Rscript lavaan.R   (writes lavaan.json and the two sets of data, which come with lavaan)
# With names of models, Rscript lavaan.R equal_loadings …, only these are fitted again and put into lavaan.json.
suppressMessages({library(lavaan); library(jsonlite)})
write.csv(HolzingerSwineford1939, "HolzingerSwineford1939.csv", row.names = FALSE, na = "", quote = FALSE)
write.csv(PoliticalDemocracy, "PoliticalDemocracy.csv", row.names = FALSE, na = "", quote = FALSE)
hs <- read.csv("HolzingerSwineford1939.csv")
pd <- read.csv("PoliticalDemocracy.csv")
# Answers taken out by a rule, for full information under missing answers.
holes <- hs
holes$x1[hs$id %% 7 == 0] <- NA
holes$x5[hs$id %% 5 == 1] <- NA
holes$x9[hs$x2 > 7] <- NA
holes$x2[hs$id %% 11 == 3] <- NA
write.csv(holes[, c("id", "school", paste0("x", 1:9))], "holes.csv", row.names = FALSE, na = "", quote = FALSE)
holes <- read.csv("holes.csv")
gaps <- pd
gaps$y1[c(3, 11, 24, 40, 58)] <- NA
gaps$y6[pd$y2 > 6] <- NA
gaps$x2[c(7, 19, 33, 61)] <- NA
gaps$y8[pd$x1 > 5.9] <- NA
write.csv(gaps, "gaps.csv", row.names = FALSE, na = "", quote = FALSE)
gaps <- read.csv("gaps.csv")
# Weights, clusters and strata by a rule.
weighted <- hs[, c("id", "school", "ageyr", paste0("x", 1:9))]
weighted$w <- 1 + (hs$id %% 5) / 2 + (hs$x1 > 5)
weighted$c <- 1 + (hs$id %/% 7) %% 40
weighted$x4[hs$id %% 9 == 2] <- NA
weighted$x9[hs$x2 > 7.5] <- NA
write.csv(weighted, "weighted.csv", row.names = FALSE, na = "", quote = FALSE)
weighted <- read.csv("weighted.csv")
complete <- weighted; complete[, c("x4", "x9")] <- hs[, c("x4", "x9")]
write.csv(complete, "weights.csv", row.names = FALSE, na = "", quote = FALSE)
complete <- read.csv("weights.csv")
# Answers in three categories, for thresholds.
cut3 <- function(x) as.integer(cut(x, quantile(x, c(0, .3, .75, 1)), include.lowest = TRUE))
ordered3 <- as.data.frame(lapply(hs[, paste0("x", 1:9)], cut3))
write.csv(ordered3, "ordered.csv", row.names = FALSE, quote = FALSE)
cut5 <- function(x) as.integer(cut(x, quantile(x, c(0, .1, .3, .6, .85, 1)), include.lowest = TRUE))
ordered5 <- data.frame(school = hs$school, lapply(hs[, paste0("x", 1:9)], cut5))
write.csv(ordered5, "ordered5.csv", row.names = FALSE, quote = FALSE)
# Ordered and measured variables beside each other, with weights, clusters and strata.
mixed <- ordered5
mixed$x1 <- hs$x1; mixed$x5 <- hs$x5; mixed$x9 <- hs$x9; mixed$ageyr <- hs$ageyr
mixed$w <- complete$w; mixed$c <- complete$c; mixed$s <- mixed$c %% 3
write.csv(mixed, "mixed.csv", row.names = FALSE, quote = FALSE)
mixed <- read.csv("mixed.csv")
weighted5 <- cbind(ordered5, w = complete$w)
write.csv(weighted5, "weighted5.csv", row.names = FALSE, quote = FALSE)
some <- c("x2", "x3", "x4", "x6", "x7", "x8")

three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
democracy <- "ind60 =~ x1 + x2 + x3
dem60 =~ y1 + y2 + y3 + y4
dem65 =~ y5 + y6 + y7 + y8
dem60 ~ ind60
dem65 ~ ind60 + dem60
y1 ~~ y5
y2 ~~ y4 + y6
y3 ~~ y7
y4 ~~ y8
y6 ~~ y8"
equal <- "ind60 =~ x1 + x2 + x3
dem60 =~ y1 + a*y2 + b*y3 + c*y4
dem65 =~ y5 + a*y6 + b*y7 + c*y8
dem60 ~ p*ind60
dem65 ~ q*ind60 + r*dem60
y1 ~~ y5
y2 ~~ y4 + y6
y3 ~~ y7
y4 ~~ y8
y6 ~~ y8
through := p*r
total := q + p*r
share := through/total"
models <- list(
  holzinger = list(model = three, data = "HolzingerSwineford1939", call = "cfa"),
  democracy = list(model = democracy, data = "PoliticalDemocracy", call = "sem"),
  equal_loadings = list(polish = TRUE, model = equal, data = "PoliticalDemocracy", call = "sem"),
  unit_variances = list(model = "visual =~ NA*x1 + x2 + x3\ntextual =~ NA*x4 + x5 + x6\nspeed =~ NA*x7 + x8 + x9\nvisual ~~ 1*visual\ntextual ~~ 1*textual\nspeed ~~ 1*speed", data = "HolzingerSwineford1939", call = "cfa"),
  mediation = list(model = "x4 ~ a*x1 + b*x2\nx7 ~ c*x4 + d*x1\nind := a*c\ntot := d + a*c", data = "HolzingerSwineford1939", call = "sem"),
  means = list(model = paste0(three, "\nx1 ~ 1\nx2 ~ i*1\nx3 ~ i*1"), data = "HolzingerSwineford1939", call = "cfa", options = list(meanstructure = TRUE)),
  mimic = list(model = paste0(three, "\nvisual ~ ageyr + sex\ntextual ~ ageyr + sex\nspeed ~ ageyr + sex + visual"), data = "HolzingerSwineford1939", call = "sem"),
  second_order = list(model = paste0(three, "\ng =~ visual + textual + speed"), data = "HolzingerSwineford1939", call = "cfa"),
  constraints = list(model = "visual =~ x1 + a*x2 + b*x3\ntextual =~ x4 + c*x5 + d*x6\na + b == 1.5\nc == d^2 + 0.2", data = "HolzingerSwineford1939", call = "cfa"),
  inequality = list(model = "visual =~ x1 + a*x2 + b*x3\ntextual =~ x4 + c*x5 + d*x6\na > 0.8\nc < 5", data = "HolzingerSwineford1939", call = "cfa"),
  nonrecursive = list(model = "x7 ~ x4 + x1\nx4 ~ x7 + x2\nx4 ~~ x7", data = "HolzingerSwineford1939", call = "sem"),
  configural = list(polish = TRUE, model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(group = "school")),
  metric = list(model = "visual =~ x1 + c(a,a)*x2 + c(b,b)*x3\ntextual =~ x4 + c(d,d)*x5 + c(e,e)*x6", data = "HolzingerSwineford1939", call = "cfa", options = list(group = "school", meanstructure = FALSE)),
  scalar = list(model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(group = "school", group.equal = c("loadings", "intercepts"))),
  formative = list(model = "made <~ 1*x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\ntextual ~ made\nspeed ~ made", data = "HolzingerSwineford1939", call = "sem"),
  mlmv = list(model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(estimator = "MLMV")),
  mlmv_democracy = list(model = democracy, data = "PoliticalDemocracy", call = "sem", options = list(estimator = "MLMV")),
  mlmv_mimic = list(model = paste0(three, "\nvisual ~ ageyr\ntextual ~ ageyr\nspeed ~ visual"), data = "HolzingerSwineford1939", call = "sem", options = list(estimator = "MLMV", fixed.x = FALSE)),
  mlmv_scalar = list(polish = TRUE, model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(group = "school", group.equal = c("loadings", "intercepts"), estimator = "MLMV")),
  mlm = list(model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(estimator = "MLM")),
  mlm_scalar = list(polish = TRUE, model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(group = "school", group.equal = c("loadings", "intercepts"), estimator = "MLM")),
  unit_metric = list(polish = TRUE, model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(group = "school", group.equal = "loadings", std.lv = TRUE)),
  mlr = list(model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(estimator = "MLR")),
  mlm_democracy = list(model = democracy, data = "PoliticalDemocracy", call = "sem", options = list(estimator = "MLM")),
  mlr_democracy = list(polish = TRUE, model = equal, data = "PoliticalDemocracy", call = "sem", options = list(estimator = "MLR")),
  mlr_mediation = list(model = "x4 ~ a*x1 + b*x2\nx7 ~ c*x4 + d*x1\nind := a*c", data = "HolzingerSwineford1939", call = "sem", options = list(estimator = "MLR")),
  observed = list(model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(information = "observed")),
  uls = list(model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(estimator = "ULS")),
  gls = list(model = three, data = "HolzingerSwineford1939", call = "cfa", options = list(estimator = "GLS")),
  gls_democracy = list(model = democracy, data = "PoliticalDemocracy", call = "sem", options = list(estimator = "GLS")),
  fiml = list(model = three, data = "holes", call = "cfa", options = list(missing = "ml")),
  fiml_mlr = list(model = three, data = "holes", call = "cfa", options = list(missing = "ml", estimator = "MLR")),
  fiml_democracy = list(polish = TRUE, model = democracy, data = "gaps", call = "sem", options = list(missing = "ml")),
  fiml_mlr_democracy = list(polish = TRUE, model = equal, data = "gaps", call = "sem", options = list(missing = "ml", estimator = "MLR")),
  fiml_mimic = list(polish = TRUE, model = paste0(three, "\nvisual ~ ageyr\ntextual ~ ageyr\nspeed ~ ageyr + visual"), data = "weighted", call = "sem", options = list(missing = "ml", estimator = "MLR", fixed.x = TRUE)),
  fiml_causes = list(polish = TRUE, model = "x4 ~ a*x1 + b*x2\nx7 ~ c*x4 + d*x1\nind := a*c", data = "holes", call = "sem", options = list(missing = "ml", fixed.x = FALSE)),
  fiml_groups = list(polish = TRUE, model = three, data = "holes", call = "cfa", options = list(missing = "ml", group = "school", group.equal = "loadings")),
  weights = list(polish = TRUE, model = three, data = "weights", call = "cfa", options = list(estimator = "MLR", sampling.weights = "w")),
  weights_groups = list(polish = TRUE, model = three, data = "weights", call = "cfa", options = list(estimator = "MLR", sampling.weights = "w", group = "school", group.equal = c("loadings", "intercepts"))),
  clusters = list(polish = TRUE, model = three, data = "weights", call = "cfa", options = list(estimator = "MLR", cluster = "c", meanstructure = TRUE)),
  weights_clusters = list(polish = TRUE, model = three, data = "weights", call = "cfa", options = list(estimator = "MLR", sampling.weights = "w", cluster = "c", meanstructure = TRUE)),
  fiml_weights = list(polish = TRUE, model = three, data = "weighted", call = "cfa", options = list(missing = "ml", estimator = "MLR", sampling.weights = "w")),
  wlsmv_equal = list(polish = TRUE, model = "visual =~ x1 + a*x2 + a*x3\ntextual =~ x4 + b*x5 + c*x6\nspeed =~ x7 + x8 + x9\nspeed ~ visual + textual\nb == 2 - c", data = "ordered5", call = "sem", options = list(ordered = TRUE)),
  wlsmv_groups = list(polish = TRUE, model = three, data = "ordered5", call = "cfa", options = list(ordered = TRUE, group = "school", group.equal = "loadings")),
  wlsmv_mixed = list(polish = TRUE, model = three, data = "mixed", call = "cfa", options = list(ordered = some)),
  wlsmv_mixed_paths = list(polish = TRUE, model = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\ntextual ~ visual + a*ageyr\nx7 ~ b*textual + visual + ageyr\nx9 ~ textual + ageyr\nthrough := a*b", data = "mixed", call = "sem", options = list(ordered = some, conditional.x = FALSE, fixed.x = FALSE)),
  wlsmv_mixed_groups = list(polish = TRUE, model = three, data = "mixed", call = "cfa", options = list(ordered = some, group = "school", group.equal = "loadings")),
  wlsmv_weights = list(polish = TRUE, model = three, data = "weighted5", call = "cfa", options = list(ordered = TRUE, sampling.weights = "w")),
  wlsmv_mixed_weights = list(polish = TRUE, model = three, data = "mixed", call = "cfa", options = list(ordered = some, sampling.weights = "w")),
  wlsmv_mixed_weights_groups = list(polish = TRUE, model = three, data = "mixed", call = "cfa", options = list(ordered = some, sampling.weights = "w", group = "school")),
  wlsmv = list(model = three, data = "ordered", call = "cfa", options = list(ordered = TRUE)),
  dwls = list(model = three, data = "ordered", call = "cfa", options = list(ordered = TRUE, estimator = "DWLS"))
)
frames <- list(HolzingerSwineford1939 = hs, PoliticalDemocracy = pd, holes = holes, gaps = gaps, weighted = weighted, weights = complete, ordered = ordered3, ordered5 = ordered5, mixed = mixed, weighted5 = weighted5)
# The default search stops at a relative change of 1e-10, which leaves errors of 1e-4 in some estimates.
tight <- list(rel.tol = 1e-14, x.tol = 1e-12, iter.max = 5000, eval.max = 10000)
one <- function(m) {
  f <- suppressWarnings(do.call(m$call, c(list(m$model, data = frames[[m$data]], control = if (isTRUE(m$polish)) list() else tight), m$options)))
  if (!lavInspect(f, "converged")) {
    message("tight search not converged: default")
    f <- suppressWarnings(do.call(m$call, c(list(m$model, data = frames[[m$data]]), m$options)))
  }
  # Where that still leaves the slope too large, BFGS goes on from there.
  if (isTRUE(m$polish)) for (k in 1:3) f <- suppressWarnings(do.call(m$call, c(list(m$model, data = frames[[m$data]],
    start = f, optim.method = "BFGS", control = list(reltol = 1e-16, maxit = 5000)), m$options)))
  e <- parameterEstimates(f, standardized = TRUE, remove.nonfree = FALSE)
  s <- standardizedSolution(f)
  s2 <- standardizedSolution(f, type = "std.lv")
  # A label that nobody wrote, such as .p1., is none.
  e$std_error_all <- s$se; e$std_error_lv <- s2$se
  out <- list(model = m$model, data = m$data, call = m$call, options = m$options, parameters = e,
    fit = as.list(unclass(fitMeasures(f))), free = sum(parTable(f)$free > 0))
  mi <- try(suppressWarnings(modindices(f, sort. = FALSE)), silent = TRUE)
  if (!inherits(mi, "try-error")) out$modification <- as.data.frame(mi)
  r2 <- lavInspect(f, "rsquare"); out$r_squared <- if (is.list(r2)) lapply(r2, as.list) else as.list(r2)
  res <- try(suppressWarnings(lavResiduals(f)), silent = TRUE)
  if (!inherits(res, "try-error") && !is.null(res$cov)) out$residuals <- list(names = rownames(res$cov), cov = unclass(res$cov), z = if (is.null(res$cov.z)) NULL else unclass(res$cov.z))
  if (identical(m$options$estimator, "ULS")) {
    # Errors under normality, by the formula: (D'D)^-1 D'GD (D'D)^-1 / (n - 1), G the covariances of a normal sample's covariances.
    # D has the rows of vech, of which those off the diagonal stand for two elements.
    sigma <- fitted(f)$cov; p <- nrow(sigma); dup <- lav_matrix_duplication(p); d <- lavInspect(f, "delta")
    v <- 0.5 * crossprod(dup); plus <- solve(crossprod(dup), t(dup)); gamma <- 2 * plus %*% (sigma %x% sigma) %*% t(plus)
    bread <- solve(t(d) %*% v %*% d); out$normal_errors <- sqrt(diag(bread %*% t(d) %*% v %*% gamma %*% v %*% d %*% bread) / (nobs(f) - 1))
    out$normal_names <- names(coef(f))
  }
  implied <- fitted(f); if (!is.null(implied$cov)) out$implied <- list(names = rownames(implied$cov), cov = unclass(implied$cov))
  out
}
only <- commandArgs(TRUE)
if (length(only) > 0) models <- models[only]
result <- lapply(models, function(m) { t <- Sys.time(); r <- try(one(m)); message(substr(m$model, 1, 30), ' ', format(Sys.time() - t)); if (inherits(r, "try-error")) list(model = m$model, failed = as.character(r)) else r })
if (length(only) > 0) {
  # Numbers that were written before are read and written as they stand.
  old <- fromJSON("lavaan.json", simplifyVector = FALSE)
  new <- fromJSON(toJSON(result, digits = 15, auto_unbox = TRUE, na = "null", dataframe = "rows"), simplifyVector = FALSE)
  old[names(new)] <- new; result <- old
}
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE, na = "null", null = "null", dataframe = "rows"), "lavaan.json")
writeLines(c(R.version.string, paste("lavaan", packageVersion("lavaan"))), "version.txt")
