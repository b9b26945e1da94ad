# moments-lavaan.R FILE: lavaan's maximum likelihood means and covariances of all columns. Prints the seconds without start-up.
suppressPackageStartupMessages(library(lavaan))
data <- read.csv(commandArgs(TRUE)[1])
time <- system.time(found <- lavCor(data, missing = "ml", output = "cov"))[["elapsed"]]
stopifnot(dim(found) == ncol(data))
cat(time, "\n")
