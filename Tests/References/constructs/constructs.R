# Reference results of constructs as drivers: factor scores and importance without the error of measurement. Writes
# constructs.json. R 4.2.2 with jsonlite and psych 2.2.9; OPENBLAS_NUM_THREADS=1 Rscript constructs.R
suppressMessages({library(psych); library(jsonlite)})
webshop <- read.csv("../../../datasets/webshop/webshop.csv")
blocks <- list(product_quality = paste0("pq", 1:4), process_ease = paste0("pe", 1:4), staff_courtesy = paste0("sc", 1:4))
webshop <- webshop[webshop$wave == 2, c(unlist(blocks), "recommend")]
for (v in unlist(blocks)) webshop[[v]][webshop[[v]] == 9] <- NA
webshop <- na.omit(webshop)

# One factor by minimum residuals to the end of double precision.
minres <- function(r) {
  f <- function(l) sum((r - tcrossprod(l))[lower.tri(r)]^2)
  g <- function(l) { e <- r - tcrossprod(l); diag(e) <- 0; as.vector(-2 * e %*% l) }
  l <- sqrt(pmax(smc(r), .1))
  for (i in 1:3) l <- optim(l, f, g, method = "BFGS", control = list(reltol = 1e-20, maxit = 5000))$par
  l
}
# LMG by its definition: averages of R² gained over all orders, from the correlations of drivers and outcome (the last).
lmg <- function(r) {
  p <- nrow(r) - 1; y <- p + 1
  r2 <- function(s) if (length(s) == 0) 0 else drop(r[y, s] %*% solve(r[s, s, drop = FALSE], r[s, y])) / r[y, y]
  sapply(1:p, function(i) {
    others <- setdiff(1:p, i); total <- 0
    for (k in 0:(p - 1)) for (s in if (k == 0) list(integer(0)) else combn(others, k, simplify = FALSE))
      total <- total + (r2(c(s, i)) - r2(s)) * factorial(k) * factorial(p - 1 - k) / factorial(p)
    total
  })
}
result <- list(n = nrow(webshop))
means <- sapply(blocks, function(b) rowMeans(webshop[b])); y <- webshop$recommend
omega <- sapply(blocks, function(b) {
  l <- minres(cor(webshop[b])); s <- apply(webshop[b], 2, sd)
  sum(s * l)^2 / (sum(s * l)^2 + sum(s^2 * (1 - l^2)))
})
v <- cov(cbind(means, y)); corrected <- v; diag(corrected)[1:3] <- omega * diag(v)[1:3]
result$omega <- as.list(omega)
result$mean <- list(lmg = lmg(v))
result$corrected <- list(lmg = lmg(corrected), coefficients = unname(drop(solve(corrected[1:3, 1:3], corrected[1:3, 4]))))
with_outcome <- corrected; with_outcome[4, 4] <- .8 * v[4, 4]
result$corrected_outcome <- list(lmg = lmg(with_outcome))
for (method in c("regression", "bartlett")) {
  scores <- sapply(blocks, function(b) {
    l <- minres(cor(webshop[b])); u <- 1 - l^2; info <- sum(l^2 / u)
    w <- l / u / (if (method == "regression") 1 + info else info)
    drop(scale(webshop[b]) %*% w)
  })
  fit <- lm(y ~ scores)
  result[[method]] <- list(lmg = lmg(cov(cbind(scores, y))), coefficients = unname(coef(fit)), r2 = summary(fit)$r.squared)
}
write(toJSON(result, digits = 15, auto_unbox = TRUE, pretty = TRUE), "constructs.json")
