# lmg-replicates.R FILE DRIVERS REPLICATES: LMG by its definition, each subset's R² from the correlations, on resampled rows.
# Prints the seconds that 1000 replicates take at this speed. relaimpo's own algorithm is of the same order.
given <- commandArgs(TRUE)
p <- as.integer(given[2])
data <- as.matrix(read.csv(given[1])[, 1:(p + 1)])
members <- lapply(1:(2^p - 1), function(m) which(bitwAnd(m, 2^(0:(p - 1))) > 0))
sizes <- c(0, lengths(members))
lmg <- function(S) {
  v <- c(0, vapply(members, function(i) sum(S[1, i + 1] * solve(S[i + 1, i + 1], S[i + 1, 1])), 0))
  vapply(1:p, function(k) {
    with <- which(bitwAnd(0:(2^p - 1), 2^(k - 1)) > 0)
    without <- with - 2^(k - 1)
    sum((v[with] - v[without]) / (p * choose(p - 1, sizes[without])))
  }, 0)
}
replicates <- as.integer(given[3])
set.seed(1)
time <- system.time(for (r in seq_len(replicates)) {
  S <- cor(data[sample(nrow(data), replace = TRUE), ])
  shares <- lmg(S)
})[["elapsed"]]
stopifnot(abs(sum(shares) - (1 - 1 / solve(S)[1, 1])) < 1e-8)
cat(time / replicates * 1000, "\n")
