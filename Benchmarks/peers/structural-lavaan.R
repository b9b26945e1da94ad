# structural-lavaan.R WORK FILE: a model of constructs by lavaan; FILE is the survey of the work, which cfa-abilities and bootstrap do
# without (lavaan holds their data). Prints the seconds without start-up.
suppressPackageStartupMessages(library(lavaan))
words <- commandArgs(TRUE)
work <- words[1]
abilities <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
six <- paste(sapply(0:5, function(f) paste0("f", f + 1, " =~ ", paste0("x", 5 * f + 1:5, collapse = " + "))), collapse = "\n")
one <- paste("f =~", paste0("x", 1:15, collapse = " + "))
mediation <- paste(abilities, "textual ~ a*visual", "speed ~ b*textual + visual", "carried := a*b", sep = "\n")
data <- if (length(words) > 1) read.csv(words[2]) else HolzingerSwineford1939
fitted_by <- switch(work,
  "cfa-abilities" = function() cfa(abilities, data),
  "cfa-six" = function() cfa(six, data),
  "bootstrap" = function() sem(mediation, data, se = "bootstrap", bootstrap = 1000),
  "fiml" = function() cfa(one, data, missing = "ml"),
  "wlsmv" = function() cfa(six, data, ordered = TRUE))
# The first call loads what the others find loaded.
if (work == "cfa-abilities") invisible(fitted_by())
time <- system.time(fit <- suppressWarnings(fitted_by()))[["elapsed"]]
stopifnot(lavInspect(fit, "converged"))
cat(time, "\n")
