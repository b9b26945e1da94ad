# Correlations of three five-item scales of psych's bfi (Debian's r-cran-psych), respondents with all five answers: their
# key turns C4 and C5, O2 and O5, E1 and E2. R 4.2.2, psych 2.2.9: Rscript scales.R > scales.csv
suppressMessages(library(psych))
cat("scale,n,correlations\n")
for (scale in c("C", "O", "E", "N")) {
  x <- na.omit(bfi[paste0(scale, 1:5)]); r <- cor(x)
  cat(scale, nrow(x), paste(sprintf("%.4f", r[upper.tri(r)]), collapse = " "), sep = ",")
  cat("\n")
}
