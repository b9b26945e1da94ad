# Writes the two bundled data sets that come from R: attitude from R's own package datasets, customerSat from bayesm.
# Run in the root of the repository: Rscript Tests/References/datasets/export.R
# Written with R 4.2.2 and bayesm 3.1-5 (Debian r-base-core, r-cran-bayesm).
stopifnot(requireNamespace("bayesm"))

write.csv(datasets::attitude, "datasets/attitude/attitude.csv", row.names = FALSE, quote = FALSE)

data(customerSat, package = "bayesm")
write.csv(customerSat, "datasets/customer-satisfaction/customer-satisfaction.csv", row.names = FALSE, quote = FALSE)

# What the tests compare: sums and sums of squares of every column, exact in integers.
summaries <- function(name, d) {
  data.frame(dataset = name, variable = names(d), n = nrow(d), sum = colSums(d), sum_of_squares = colSums(d^2))
}
write.csv(
  rbind(summaries("attitude", datasets::attitude), summaries("customer-satisfaction", customerSat)),
  "Tests/References/datasets/sums.csv", row.names = FALSE, quote = FALSE)
