# Standard errors of what goes with ten points more of one or two drivers when the others move along: the regression of the outcome on
# those drivers alone, design-based, of wave 2 of the bundled webshop survey. R's survey; run from the package's folder:
#   Rscript Tests/References/report/ceiling.R > Tests/References/report/ceiling.csv
suppressMessages(library(survey))
data <- read.csv("datasets/webshop/webshop.csv")
data <- data[data$wave == 2, ]
score <- function(items) {
  answers <- as.matrix(data[items])
  answers[answers == 9] <- NA
  mean <- rowMeans(answers, na.rm = TRUE)
  mean[rowSums(!is.na(answers)) < 2] <- NA
  (mean - 1) / 6 * 100
}
data$product_quality <- score(paste0("pq", 1:4))
data$process_ease <- score(paste0("pe", 1:4))
data$staff_courtesy <- score(paste0("sc", 1:4))
data$repurchase[data$repurchase == 9] <- NA
drivers <- c("product_quality", "process_ease", "staff_courtesy")
used <- complete.cases(data[c(drivers, "recommend", "repurchase")])
design <- subset(svydesign(~1, weights = ~weight, data = data), used)
cat(sprintf("# %s, survey %s\n", R.version.string, packageVersion("survey")))
cat("outcome,moved,change,std_error\n")
for (outcome in c("recommend", "repurchase")) {
  for (size in 1:2) {
    for (moved in combn(drivers, size, simplify = FALSE)) {
      fit <- svyglm(reformulate(moved, outcome), design)
      ten <- rep(10, size)
      cat(sprintf("%s,%s,%.10f,%.10f\n", outcome, paste(moved, collapse = "+"),
                  sum(ten * coef(fit)[moved]), sqrt(drop(ten %*% vcov(fit)[moved, moved] %*% ten))))
    }
  }
}
