# Factor scores of fitted models. R 4.2.2, lavaan 0.6-14. Run in this folder: Rscript scores.R (writes scores.json)
suppressMessages({library(lavaan); library(jsonlite)})
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
democracy <- "ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem65 =~ y5 + y6 + y7 + y8\ndem60 ~ ind60\ndem65 ~ ind60 + dem60\ny1 ~~ y5\ny2 ~~ y6"
tight <- list(rel.tol = 1e-14, x.tol = 1e-12, iter.max = 5000, eval.max = 10000)
one <- function(model, data, ...) {
  f <- sem(model, read.csv(paste0(data, ".csv")), control = tight, ...)
  if (!lavInspect(f, "converged")) f <- sem(model, read.csv(paste0(data, ".csv")), ...)
  list(model = model, data = data, missing = list(...)$missing,
    regression = lapply(as.data.frame(lavPredict(f, method = "EBM")), head, 40),
    bartlett = lapply(as.data.frame(lavPredict(f, method = "Bartlett")), head, 40))
}
result <- list(holzinger = one(three, "HolzingerSwineford1939"), democracy = one(democracy, "PoliticalDemocracy"),
  holes = one(three, "holes", missing = "ml"))
writeLines(toJSON(result, digits = 12, auto_unbox = TRUE, na = "null"), "scores.json")
