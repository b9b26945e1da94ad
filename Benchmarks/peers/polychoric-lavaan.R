# polychoric-lavaan.R FILE DRIVERS: lavaan's polychoric correlations of x1 … xDRIVERS. Prints the seconds without start-up.
suppressPackageStartupMessages(library(lavaan))
given <- commandArgs(TRUE)
names <- paste0("x", seq_len(as.integer(given[2])))
data <- read.csv(given[1])[names]
time <- system.time(found <- lavCor(data, ordered = names, output = "cor"))[["elapsed"]]
stopifnot(dim(found) == length(names))
cat(time, "\n")
