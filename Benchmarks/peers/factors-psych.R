# factors-psych.R FILE ITEMS FACTORS: psych's minres and oblimin of x1 … xITEMS, least of ten. Prints the seconds without
# start-up.
suppressPackageStartupMessages({library(psych); library(GPArotation)})
given <- commandArgs(TRUE)
r <- cor(read.csv(given[1])[paste0("x", seq_len(as.integer(given[2])))])
time <- min(replicate(10, system.time(
  found <<- suppressWarnings(suppressMessages(fa(r, as.integer(given[3]), n.obs = 2436, rotate = "oblimin"))))[["elapsed"]]))
stopifnot(ncol(found$loadings) == as.integer(given[3]))
cat(time, "\n")
