# fread-crossprod.R FILE DRIVERS: data.table's fread, then the normal equations, with standard errors. Prints the seconds
# without start-up.
suppressPackageStartupMessages(library(data.table))
given <- commandArgs(TRUE)
p <- as.integer(given[2])
time <- system.time({
  data <- fread(given[1], nThread = 2, showProgress = FALSE, select = c("y", paste0("x", seq_len(p))))
  X <- cbind(1, as.matrix(data[, -1]))
  y <- data$y
  A <- crossprod(X)
  b <- solve(A, crossprod(X, y))
  sigma <- sqrt((sum(y^2) - sum(b * crossprod(X, y))) / (nrow(X) - p - 1))
  errors <- sigma * sqrt(diag(solve(A)))
})[["elapsed"]]
stopifnot(length(errors) == p + 1)
cat(time, "\n")
