# polychoric-psych.R FILE DRIVERS: psych's polychoric correlations of x1 … xDRIVERS. Prints the seconds without start-up.
suppressPackageStartupMessages(library(psych))
given <- commandArgs(TRUE)
names <- paste0("x", seq_len(as.integer(given[2])))
data <- read.csv(given[1])[names]
time <- system.time(found <- polychoric(data, correct = 0)$rho)[["elapsed"]]
stopifnot(dim(found) == length(names))
cat(time, "\n")
