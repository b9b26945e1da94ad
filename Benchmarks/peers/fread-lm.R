# fread-lm.R FILE DRIVERS: data.table's fread, then lm with its summary. Prints the seconds without start-up.
suppressPackageStartupMessages(library(data.table))
given <- commandArgs(TRUE)
time <- system.time({
  data <- fread(given[1], nThread = 2, showProgress = FALSE)
  fit <- summary(lm(reformulate(paste0("x", seq_len(as.integer(given[2]))), "y"), data))
})[["elapsed"]]
stopifnot(nrow(fit$coefficients) == as.integer(given[2]) + 1)
cat(time, "\n")
