# alpha-psych.R FILE ITEMS RESAMPLES: psych's alpha of the items x1 ... with resampled intervals, and the seconds that 1000
# resamples would take, worked out from a few.
suppressMessages(library(psych))
arguments <- commandArgs(trailingOnly = TRUE)
items <- as.integer(arguments[2])
resamples <- as.integer(arguments[3])
data <- read.csv(arguments[1])[, paste0("x", seq_len(items))]
point <- system.time(invisible(suppressWarnings(alpha(data, warnings = FALSE))))[["elapsed"]]
both <- system.time(invisible(suppressWarnings(alpha(data, n.iter = resamples, warnings = FALSE))))[["elapsed"]]
cat(point + max(0, both - point) / resamples * 1000, "\n")
