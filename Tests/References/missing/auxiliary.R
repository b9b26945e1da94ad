# Correlations, one factor and its test under answers that are partly missing, with an auxiliary variable (y) among the saturated
# moments. R 4.2.2, lavaan 0.6-14. Run in this folder: Rscript auxiliary.R   (writes auxiliary.json; ratings.csv is missing.R's)
suppressMessages({library(lavaan); library(jsonlite)})
data <- read.csv("ratings.csv")
x <- paste0("x", 1:6); all <- c("y", x)
pairs <- outer(all, all, paste, sep = " ~~ ")
s <- lavaan(paste(c(paste(all, "~ 1"), pairs[lower.tri(pairs, diag = TRUE)]), collapse = "\n"), data = data, missing = "ml",
  estimator = "MLR", meanstructure = TRUE, information = "observed", em.h1.iter.max = 10000, em.h1.tol = 1e-11,
  control = list(rel.tol = 1e-15, x.tol = 1e-12, iter.max = 100000, eval.max = 100000))
V <- vcov(s); S <- lavInspect(s, "cov.ov")[x, x]
term <- function(a, b) if (paste0(a, "~~", b) %in% rownames(V)) paste0(a, "~~", b) else paste0(b, "~~", a)
# Errors of correlations by the delta method.
correlations <- do.call(rbind, lapply(2:6, function(i) do.call(rbind, lapply(1:(i - 1), function(j) {
  a <- x[j]; b <- x[i]; r <- S[a, b] / sqrt(S[a, a] * S[b, b])
  k <- c(term(a, b), term(a, a), term(b, b)); g <- c(1 / sqrt(S[a, a] * S[b, b]), -r / 2 / S[a, a], -r / 2 / S[b, b])
  data.frame(a = a, b = b, r = r, error = sqrt(drop(t(g) %*% V[k, k] %*% g)))
}))))
g <- cfa(paste("f =~", paste(x, collapse = " + ")), sample.cov = S, sample.nobs = 400, std.lv = TRUE, sample.cov.rescale = FALSE)
D <- lavInspect(g, "delta"); A <- solve(fitted(g)$cov); dup <- lavaan:::lav_matrix_duplication(6)
order <- outer(x, x, Vectorize(term)); order <- order[lower.tri(order, diag = TRUE)]
Gamma <- 400 * V[order, order]
W <- .5 * t(dup) %*% (A %x% A) %*% dup
U <- W - W %*% D %*% solve(t(D) %*% W %*% D) %*% t(D) %*% W
result <- list(correlations = correlations, loadings = standardizedSolution(g)$est.std[1:6],
  chi_squared = fitMeasures(g, "chisq")[[1]], scaling = sum(diag(U %*% Gamma)) / 9,
  version = paste(R.version.string, "lavaan", packageVersion("lavaan")))
writeLines(toJSON(result, digits = 15, auto_unbox = TRUE), "auxiliary.json")
print(result)
