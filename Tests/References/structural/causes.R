# CFI, TLI and RMSEA as they would be had everybody answered, of a model with observed causes. R 4.2.2, lavaan 0.6-14.
# Run in this folder, after lavaan.R: Rscript causes.R   (writes causes.json)
#
# The formula of Zhang & Savalei (2023) for likelihoods that hold: c*df = tr(Wc W^-1 U W^-1), with W lavaan's observed information of the
# saturated model and Wc that of complete answers, written out. lavaan's own (lav_fit_fiml_corrected) takes the causes for fixed in Wc and
# for random in W, so that it differs where there are causes.
suppressMessages({library(lavaan); library(jsonlite)})
d <- read.csv("holes.csv")
f <- sem("x4 ~ a*x1 + b*x2\nx7 ~ c*x4 + d*x1", d, missing = "ml", fixed.x = FALSE, em.h1.tol = 1e-12, em.h1.iter.max = 10000)
f@Options$h1.information <- c("unstructured", "unstructured"); f@Options$observed.information <- c("h1", "h1")
W <- lavaan:::lav_model_h1_information_observed(f)[[1]]; h1 <- lavTech(f, "h1", add.labels = TRUE)[[1]]
D <- lav_matrix_duplication(4); S <- solve(h1$cov); Wc <- lav_matrix_bdiag(S, 0.5 * t(D) %*% (S %x% S) %*% D)
scaling <- function(f) {
  delta <- lavTech(f, "delta")[[1]]; U <- W - W %*% delta %*% solve(t(delta) %*% W %*% delta) %*% t(delta) %*% W
  sum(diag(Wc %*% solve(W) %*% U %*% solve(W)))
}
own <- lavaan:::lav_fit_fiml_corrected(f, version = "V6"); null <- lavaan:::lav_object_independence(f)
df <- c(own$df3, own$df3.null); c <- c(scaling(f), scaling(null)); x <- c(own$XX3, own$XX3.null)
excess <- (x - c) / df
result <- list(cfi = 1 - (x[1] - c[1]) / (x[2] - c[2]), tli = 1 - excess[1] / excess[2], rmsea = sqrt(excess[1] / nobs(f)), df = df)
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE), "causes.json")
