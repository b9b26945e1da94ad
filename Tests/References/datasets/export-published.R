# Writes the bundled data that R's own package datasets (swiss) and psych (the CAHPS correlations, Reise) hold, and what
# the tests compare with them: sums and largest values in hundredths (swiss) and billionths (cahps), which are whole.
# Run in the root of the repository: Rscript Tests/References/datasets/export-published.R
# Written with R 4.2.2 and psych 2.2.9 (Debian r-base-core, r-cran-psych).
data(Reise, package = "psych")
write.csv(datasets::swiss, "datasets/swiss/swiss.csv", row.names = FALSE, quote = FALSE)
write.csv(
  data.frame(item = rownames(Reise), Reise), "datasets/cahps/cahps.csv", row.names = FALSE, quote = FALSE)

summaries <- function(name, d, unit) {
  whole <- round(as.data.frame(d) * unit)
  stopifnot(max(abs(whole / unit - d)) < 1e-12)
  data.frame(dataset = name, variable = names(whole), n = nrow(whole), unit = format(unit, scientific = FALSE),
             sum = format(colSums(whole), scientific = FALSE, trim = TRUE),
             largest = format(apply(whole, 2, max), scientific = FALSE, trim = TRUE))
}
write.csv(
  rbind(summaries("swiss", datasets::swiss, 100), summaries("cahps", Reise, 1e9)),
  "Tests/References/datasets/published-sums.csv", row.names = FALSE, quote = FALSE)
