# imputation-mice.R FILE IMPUTATIONS SWEEPS: mice's predictive mean matching of all columns. Prints the seconds without start-up.
suppressPackageStartupMessages(library(mice))
given <- commandArgs(TRUE)
data <- read.csv(given[1])
time <- system.time(found <- mice(data, m = as.integer(given[2]), maxit = as.integer(given[3]), method = "pmm", printFlag = FALSE, seed = 1))[["elapsed"]]
stopifnot(!anyNA(complete(found)))
cat(time, "\n")
