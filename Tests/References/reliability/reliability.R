# Reference results of reliability. Writes reliability.json.
# R 4.2.2 with psych 2.2.9, GPArotation 2022.10-2, lavaan 0.6-14, jsonlite; OPENBLAS_NUM_THREADS=1 Rscript reliability.R
suppressMessages({library(psych); library(GPArotation); library(lavaan); library(jsonlite)})
webshop <- read.csv("../../../datasets/webshop/webshop.csv")
webshop <- webshop[webshop$wave == 2, c(paste0("pq", 1:4), paste0("pe", 1:4), paste0("sc", 1:4))]
webshop[webshop == 9] <- NA
webshop <- na.omit(webshop)
sets <- list(attitude = attitude, pq = webshop[1:4], pe = webshop[5:8], sc = webshop[9:12])

# One factor by minimum residuals to the end of double precision.
minres <- function(r) {
  f <- function(l) sum((r - tcrossprod(l))[lower.tri(r)]^2)
  g <- function(l) { e <- r - tcrossprod(l); diag(e) <- 0; as.vector(-2 * e %*% l) }
  start <- sqrt(pmax(smc(r), .1))
  for (i in 1:3) start <- optim(start, f, g, method = "BFGS", control = list(reltol = 1e-20, maxit = 5000))$par
  start
}
omega1 <- function(r) { l <- minres(r); sum(l)^2 / (sum(l)^2 + sum(1 - l^2)) }

result <- list()
for (name in names(sets)) {
  x <- sets[[name]]; k <- ncol(x); n <- nrow(x); r <- cor(x)
  a <- suppressWarnings(alpha(x, check.keys = FALSE))
  s <- suppressWarnings(splitHalf(r, check.keys = FALSE, brute = TRUE))
  # Every split by definition: of an odd number of items splitHalf(brute = TRUE) tries only half of them.
  splits <- combn(k, k %/% 2, function(a) { w <- rep(-1, k); w[a] <- 1; 1 - sum(outer(w, w) * r) / sum(r) })
  if (k %% 2 == 0) stopifnot(abs(max(splits) - s$maxrb) < 1e-12, abs(min(splits) - s$minrb) < 1e-12)
  out <- list(n = n, alpha = a$total$raw_alpha, standardized = a$total$std.alpha, lambda6 = a$total$`G6(smc)`,
    lambda2 = s$lambda2, best = max(splits), worst = min(splits), mean = mean(splits),
    item_total = a$item.stats$raw.r, item_rest = a$item.stats$r.drop, dropped = a$alpha.drop$raw_alpha,
    mean_item = a$item.stats$mean, sd_item = a$item.stats$sd)
  # Feldt's interval by its definition.
  f <- qf(c(.975, .025), n - 1, (n - 1) * (k - 1)); out$feldt <- 1 - (1 - out$alpha) * f
  out$omega <- omega1(r)
  fit <- cfa(paste("f =~", paste(names(x), collapse = " + ")), x, std.lv = TRUE)
  m <- fitMeasures(fit, c("chisq", "df", "pvalue", "cfi", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "srmr"))
  l <- standardizedSolution(fit); l <- l$est.std[l$op == "=~"]
  out <- c(out, as.list(m), list(loadings = l, composite = sum(l)^2 / (sum(l)^2 + sum(1 - l^2)), ave = mean(l^2)))
  if (name != "attitude") {
    p <- lavCor(x, ordered = names(x), output = "cor"); p <- unclass(p)
    out$ordinal_alpha <- k / (k - 1) * (1 - k / sum(p)); out$ordinal_omega <- omega1(matrix(p, k))
  }
  result[[name]] <- out
}

# Constructs by pairs: means of absolute correlations, and geometric ones.
r <- cor(webshop); blocks <- list(pq = 1:4, pe = 5:8, sc = 9:12)
within <- function(b, f) f(abs(r[b, b][lower.tri(diag(4))]))
geometric <- function(x) exp(mean(log(x)))
pair <- function(a, b) {
  a <- blocks[[a]]; b <- blocks[[b]]
  w <- function(i) as.numeric(seq_len(12) %in% i)
  c(htmt = mean(abs(r[a, b])) / sqrt(within(a, mean) * within(b, mean)),
    htmt2 = geometric(abs(r[a, b])) / sqrt(within(a, geometric) * within(b, geometric)),
    correlation = as.numeric(w(a) %*% r %*% w(b) / sqrt((w(a) %*% r %*% w(a)) * (w(b) %*% r %*% w(b)))) /
      sqrt(omega1(r[a, a]) * omega1(r[b, b])))
}
result$pairs <- list(pe_pq = as.list(pair("pe", "pq")), sc_pq = as.list(pair("sc", "pq")), sc_pe = as.list(pair("sc", "pe")))
result$harman <- list(component = eigen(r)$values[1] / 12, factor = sum(minres(r)^2) / 12)

o <- suppressMessages(suppressWarnings(omega(Thurstone, 3, n.obs = 213, plot = FALSE)))
result$thurstone <- list(omega_h = o$omega_h, omega_t = o$omega.tot, alpha = o$alpha, lambda6 = o$G6)
result$versions <- list(R = R.version.string, psych = packageDescription("psych")$Version,
  lavaan = packageDescription("lavaan")$Version)
write(toJSON(result, digits = 15, auto_unbox = TRUE, pretty = TRUE), "reliability.json")
