# Fits of completed data, pooled: completed.csv is holes.csv imputed five times (mainspring impute holes.csv --variables x1:x9
# --imputations 5). R 4.2.2, lavaan 0.6-14, semTools 0.5-6 (chi-squared by D2, fit indices), mice 3.15 (Barnard and Rubin).
# Run in this folder: Rscript pooled.R   (writes pooled.json)
suppressMessages({library(lavaan); library(semTools); library(jsonlite)})
completed <- read.csv("completed.csv")
sets <- split(completed, completed$imputation)
tight <- list(rel.tol = 1e-14, x.tol = 1e-12, iter.max = 5000, eval.max = 10000)
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
models <- list(
  paths = list(model = paste(three, "speed ~ a*visual + textual\ntextual ~ b*visual\nproduct := a*b", sep = "\n"), options = list()),
  robust = list(model = three, options = list(estimator = "MLR")),
  gls = list(model = three, options = list(estimator = "GLS")),
  groups = list(model = three, options = list(group = "school", group.label = c("Pasteur", "Grant-White"), group.equal = "loadings")),
  observed = list(model = "x4 ~ a*x1 + x2\nx7 ~ b*x4 + x1\nproduct := a*b", options = list()))
result <- lapply(models, function(m) {
  fits <- lapply(sets, function(d) {
    f <- suppressWarnings(do.call("sem", c(list(m$model, d, control = tight), m$options)))
    if (!lavInspect(f, "converged")) f <- suppressWarnings(do.call("sem", c(list(m$model, d), m$options)))
    stopifnot(lavInspect(f, "converged")); f
  })
  est <- lapply(fits, coef, type = "user"); q <- fitMeasures(fits[[1]], "npar")[[1]]; n <- sum(lavInspect(fits[[1]], "nobs"))
  table <- parTable(fits[[1]]); rows <- which(table$free > 0 & !duplicated(table$free) | table$op == ":=")
  free <- which(table$free > 0)
  # Covariances of the free parameters, in the order of the table; a definition is worked out at the means of the estimates.
  v <- lapply(fits, function(f) unclass(vcov(f)))
  e <- sapply(fits, function(f) unclass(coef(f))); u <- sapply(v, diag)
  p <- lapply(seq_len(nrow(e)), function(k) mice::pool.scalar(e[k, ], u[k, ], n = n, k = q))
  mean_e <- rowMeans(e); total <- Reduce(`+`, v)/length(v) + (1 + 1/length(v)) * cov(t(e))
  out <- data.frame(lhs = table$lhs[free], op = table$op[free], rhs = table$rhs[free], group = table$group[free],
    est = unname(mean_e), se = sqrt(sapply(p, `[[`, "t")), df = sapply(p, `[[`, "df"), fmi = sapply(p, `[[`, "fmi"))
  # The product at the means of the estimates, by the delta method.
  defined <- if (any(table$op == ":=")) {
    names <- paste0(table$lhs[free], table$op[free], table$rhs[free]); i <- match(c("a", "b"), table$label[free]); e <- mean_e[i]
    data.frame(lhs = "product", est = prod(e), se = sqrt(drop(rev(e) %*% total[i, i] %*% rev(e))))
  }
  # Li, Meng, Raghunathan and Rubin (1991).
  d2 <- function(d, k) {
    m <- length(d); r <- (1 + 1/m) * var(sqrt(d)); f <- max(0, (mean(d)/k - (m + 1)/(m - 1) * r)/(1 + r))
    c(f * k, pf(f, k, k^(-3/m) * (m - 1) * (1 + 1/r)^2, lower.tail = FALSE))
  }
  chisq <- unname(sapply(fits, fitMeasures, "chisq")); base <- unname(sapply(fits, fitMeasures, "baseline.chisq"))
  own <- d2(chisq, fitMeasures(fits[[1]], "df"))
  mi <- try(suppressWarnings(do.call(semTools::runMI, c(list(m$model, data = unname(sets), fun = "sem"), m$options))), silent = TRUE)
  theirs <- if (!inherits(mi, "try-error")) try(suppressWarnings(fitMeasures(mi, test = "D2")), silent = TRUE) else mi
  if (inherits(theirs, "try-error")) { message(m$model, ": ", theirs); theirs <- c() }
  list(model = m$model, options = m$options, n = n, parameters = out, defined = defined, chisq = chisq, baseline = base,
    scaling = if (identical(m$options$estimator, "MLR")) mean(sapply(fits, fitMeasures, "chisq.scaling.factor")),
    d2 = own[[1]], f_p = own[[2]], fit = as.list(unclass(theirs)))
})
writeLines(toJSON(c(result, list(version = paste(R.version.string, "lavaan", packageVersion("lavaan"), "semTools", packageVersion("semTools"), "mice", packageVersion("mice")))),
  digits = 15, auto_unbox = TRUE, na = "null", null = "null", dataframe = "rows", pretty = TRUE), "pooled.json")
