# Score tests of equality, partial invariance and differences of groups, as `sem --invariance` has them. R 4.2.2, lavaan 0.6-14.
# Run in this folder: Rscript partial.R   (writes partial.json)
suppressMessages({library(lavaan); library(jsonlite)})
hs <- read.csv("HolzingerSwineford1939.csv")
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
paths <- paste(three, "speed ~ visual + textual", sep = "\n")
tight <- list(rel.tol = 1e-14, x.tol = 1e-12, iter.max = 5000, eval.max = 10000)
fitted_to <- function(call, model, data, ...) {
  f <- suppressWarnings(call(model, data, control = tight, ...))
  if (lavInspect(f, "converged")) return(f)
  f <- suppressWarnings(call(model, data, ...))
  for (k in 1:3) f <- suppressWarnings(call(model, data, start = f, optim.method = "BFGS", control = list(reltol = 1e-16, maxit = 5000), ...))
  stopifnot(lavInspect(f, "converged"))
  f
}
schools <- c("Grant-White", "Pasteur")
fit <- function(equal, partial = "", model = three, call = cfa, ...)
  fitted_to(call, model, hs, group = "school", group.label = schools, group.equal = equal, group.partial = partial, meanstructure = TRUE, ...)
# The score test of each parameter that both groups share.
scores <- function(f) {
  table <- parTable(f); tests <- lavTestScore(f)$uni
  rows <- match(tests$lhs, table$plabel)
  data.frame(name = trimws(paste(table$lhs[rows], table$op[rows], table$rhs[rows])), index = tests$X2, p = tests$p.value)
}
metric <- fit("loadings"); equal <- c("loadings", "intercepts")
released <- character(); steps <- list(); tables <- list(metric = scores(metric))
repeat {
  own <- fit(equal, if (length(released)) released else "")
  difference <- lavTestLRT(metric, own)
  steps[[length(steps) + 1]] <- list(released = as.list(released), chisq = fitMeasures(own, "chisq")[[1]], df = fitMeasures(own, "df")[[1]],
    difference = difference[["Chisq diff"]][2], p = difference[["Pr(>Chisq)"]][2])
  if (difference[["Pr(>Chisq)"]][2] >= .05) break
  s <- scores(own); s <- s[grepl("~1", s$name, fixed = TRUE), ]; s <- s[order(-s$index), ]
  if (!length(released)) tables$scalar <- s
  released <- c(released, gsub(" ~1", "~1", s$name[1]))
}
strict <- fit(c(equal, "residuals"), released)
# Differences of Pasteur from Grant-White in the partly scalar model: means of the second group, for those of the first are zero.
p <- parameterEstimates(own)
means <- p[p$op == "~1" & p$group == 2 & p$lhs %in% c("visual", "textual", "speed"), c("lhs", "est", "se", "pvalue")]
v <- lapply(lavInspect(own, "cov.lv"), diag); n <- lavInspect(own, "nobs")
means$standardized <- means$est / sqrt((n[1] * v[[1]] + n[2] * v[[2]])[means$lhs] / sum(n))
# Paths with equal loadings: differences as defined parameters.
defined <- paste(three, "speed ~ c(a1, a2)*visual + c(b1, b2)*textual", "da := a2 - a1", "db := b2 - b1", sep = "\n")
q <- parameterEstimates(fit("loadings", model = defined, call = sem))
result <- list(scores = tables, steps = steps, means = means, differences = q[q$op == ":=", c("lhs", "est", "se", "pvalue")],
  strict = list(chisq = fitMeasures(strict, "chisq")[[1]], p = lavTestLRT(own, strict)[["Pr(>Chisq)"]][2]),
  version = paste(R.version.string, "lavaan", packageVersion("lavaan")))
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE, na = "null", null = "null", dataframe = "rows", pretty = TRUE), "partial.json")
