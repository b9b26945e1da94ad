# Resamples of models of constructs: several groups at once, and the test of Bollen and Stine. R 4.2.2, lavaan 0.6-14.
# Run in this folder: Rscript resampled.R   (writes resampled.json; some minutes)
suppressMessages({library(lavaan); library(jsonlite)})
hs <- read.csv("HolzingerSwineford1939.csv"); pd <- read.csv("PoliticalDemocracy.csv")
schools <- c("Grant-White", "Pasteur")
set.seed(1)
# Bollen and Stine: the share of resamples with as large a chi-squared, and the exact identity that rows moved to where the model
# holds have none.
tested <- list(
  democracy = list(data = "PoliticalDemocracy", R = 400, model = "ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem65 =~ y5 + y6 + y7 + y8\ndem60 ~ ind60\ndem65 ~ ind60 + dem60\ny1 ~~ y5\ny2 ~~ y4 + y6\ny3 ~~ y7\ny4 ~~ y8\ny6 ~~ y8"),
  textual = list(data = "HolzingerSwineford1939", R = 600, group = TRUE, model = "textual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"),
  paths = list(data = "HolzingerSwineford1939", R = 500, model = "x4 ~ x1\nx7 ~ x4 + x8\nx1 ~~ 0*x8"))
frames <- list(HolzingerSwineford1939 = hs, PoliticalDemocracy = pd)
bollen <- lapply(tested, function(m) {
  data <- frames[[m$data]]
  f <- if (isTRUE(m$group)) sem(m$model, data, group = "school", group.label = schools, group.equal = "loadings") else sem(m$model, data)
  t <- unlist(bootstrapLavaan(f, R = m$R, type = "bollen.stine", FUN = fitMeasures, fit.measures = "chisq"))
  moved <- lapply(lavInspect(f, "data") |> (\(x) if (is.list(x)) x else list(x))(), as.matrix)
  implied <- fitted(f); implied <- if (isTRUE(m$group)) implied else list(implied)
  root <- function(s, e) { d <- eigen(s); d$vectors %*% diag(d$values^e) %*% t(d$vectors) }
  own <- do.call(rbind, lapply(seq_along(moved), function(g) {
    x <- scale(moved[[g]], scale = FALSE); s <- crossprod(x) / nrow(x)
    y <- x %*% root(s, -.5) %*% root(unclass(implied[[g]]$cov), .5)
    if (length(implied[[g]]$mean)) y <- sweep(y, 2, implied[[g]]$mean, "+")
    data.frame(setNames(as.data.frame(y), colnames(moved[[g]])), school = schools[g])
  }))
  again <- if (isTRUE(m$group)) sem(m$model, own, group = "school", group.label = schools, group.equal = "loadings") else sem(m$model, own)
  chisq <- fitMeasures(f, "chisq")[[1]]
  list(model = m$model, data = m$data, group = isTRUE(m$group), replicates = length(t), chisq = chisq, p = mean(t >= chisq),
    mean = mean(t), sd = sd(t), moved_chisq = fitMeasures(again, "chisq")[[1]])
})
# Groups: each from its own rows; the difference of paths is a defined parameter.
grouped <- list(
  observed = list(R = 500, equal = "", model = "x4 ~ c(a1, a2)*x1\nx7 ~ c(b1, b2)*x4 + c(c1, c2)*x1\ni1 := a1*b1\ni2 := a2*b2\nda := a2 - a1\ndb := b2 - b1\ndi := i2 - i1"),
  constructs = list(R = 400, equal = "loadings", model = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\ntextual ~ c(a1, a2)*visual\nspeed ~ c(b1, b2)*textual + c(c1, c2)*visual\ni1 := a1*b1\ni2 := a2*b2\nda := a2 - a1\ndb := b2 - b1\ndi := i2 - i1"),
  tied = list(R = 400, equal = "", model = "x4 ~ c(a1, a2)*x1\nx7 ~ c(b1, b2)*x4 + c(c1, c2)*x1\na1 == a2\ni1 := a1*b1\ndb := b2 - b1"))
groups <- lapply(grouped, function(m) {
  f <- sem(m$model, hs, group = "school", group.label = schools, group.equal = m$equal, meanstructure = TRUE)
  defined <- function(f) { e <- parTable(f); setNames(e$est[e$op == ":="], e$lhs[e$op == ":="]) }
  b <- bootstrapLavaan(f, R = m$R, FUN = defined)
  e <- parameterEstimates(f); e <- e[e$op == ":=", ]
  list(model = m$model, equal = as.list(m$equal), replicates = nrow(b), name = e$lhs, estimate = e$est, delta = e$se,
    sd = apply(b, 2, sd), low = apply(b, 2, quantile, .025, type = 6), high = apply(b, 2, quantile, .975, type = 6))
})
writeLines(toJSON(list(bollen_stine = bollen, groups = groups, version = paste(R.version.string, "lavaan", packageVersion("lavaan"))),
  digits = 15, auto_unbox = TRUE, na = "null", null = "null", pretty = TRUE), "resampled.json")
