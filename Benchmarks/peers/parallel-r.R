# parallel-r.R FILE ITEMS SAMPLES: Horn's parallel analysis by its definition in plain R: eigenvalues of the correlations of
# normal samples of the file's size. Prints the seconds that 1000 samples would take without start-up.
given <- commandArgs(TRUE)
n <- nrow(read.csv(given[1])); p <- as.integer(given[2]); samples <- as.integer(given[3])
time <- system.time(for (i in seq_len(samples))
  eigen(cor(matrix(rnorm(n * p), n)), symmetric = TRUE, only.values = TRUE))[["elapsed"]]
cat(time * 1000 / samples, "\n")
