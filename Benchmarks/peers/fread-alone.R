# fread-alone.R FILE: data.table's fread on one thread, every column. Prints the seconds without start-up.
suppressPackageStartupMessages(library(data.table))
time <- system.time(data <- fread(commandArgs(TRUE)[1], nThread = 1, showProgress = FALSE))[["elapsed"]]
stopifnot(nrow(data) > 0)
cat(time, "\n")
