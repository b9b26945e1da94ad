# Exact p-values of rank correlations of three to nine respondents without ties: R's cor.test(exact = TRUE).
# Rscript ranks.R > ranks.csv      (R 4.2.2)
set.seed(20)
cat("n,order,method,estimate,p_value\n")
for (n in 3:9) for (k in 1:6) {
  y <- if (k == 1) seq_len(n) else sample(n)
  for (method in c("kendall", "spearman")) {
    test <- cor.test(seq_len(n), y, method = method, exact = TRUE)
    cat(n, paste(y, collapse = " "), method, format(unname(test$estimate), digits = 17),
        format(test$p.value, digits = 17), sep = ",")
    cat("\n")
  }
}
