# Errors of standardised loadings and the scaling of chi-squared of one factor by maximum likelihood, under samples of two stages and
# calibrated weights: the covariance of the items' covariances is that of totals by R's survey (svytotal; calibrate), loadings are
# differentiated by fitting again, the scaling is that of lavaan's MLR (Yuan & Bentler, Mplus' variant): written out here, and compared
# with lavaan's own on clusters. Writes designs.json. R 4.2.2, survey 4.1.1, lavaan's robust.json; Rscript designs.R
suppressMessages({library(survey); library(jsonlite)})
options(digits = 17)
data(api)
pairs <- function(p) { e <- expand.grid(i = 1:p, j = 1:p); e[e$i >= e$j, ] }
gradient <- function(t, S) { p <- nrow(S); l <- t[1:p]; V <- solve(l %*% t(l) + diag(t[p + 1:p])); G <- V - V %*% S %*% V; c(2 * G %*% l, diag(G)) }
hessian <- function(t, S) { h <- 1e-5; H <- sapply(seq_along(t), function(k) { e <- replace(0 * t, k, h); (gradient(t + e, S) - gradient(t - e, S)) / (2 * h) }); (H + t(H)) / 2 }
fit <- function(S, t) { for (k in 1:60) { d <- solve(hessian(t, S), gradient(t, S)); t <- t - d; if (max(abs(d)) < 1e-13) break }; t }
start <- function(S) { p <- nrow(S); f <- factanal(covmat = S, factors = 1); l <- as.numeric(f$loadings); c(l * sign(sum(l)), 1 - l^2) }
study <- function(design, items) {
  design <- design[complete.cases(design$variables[, items]), ]
  x <- as.matrix(design$variables[, items]); w <- weights(design); W <- sum(w); n <- sum(w > 0); p <- ncol(x)
  z <- sweep(x, 2, colSums(w * x) / W); z <- sweep(z, 2, sqrt(colSums(w * z^2) / W), "/"); R <- crossprod(z * sqrt(w)) / W
  e <- pairs(p)
  D <- sapply(seq_len(nrow(e)), function(k) (z[, e$i[k]] * z[, e$j[k]] - R[e$i[k], e$j[k]]) / W)
  parts <- cbind(D, z / W); colnames(parts) <- paste0("part", seq_len(ncol(parts)))
  design$variables <- cbind(design$variables, parts)
  V <- vcov(svytotal(as.formula(paste("~", paste(colnames(parts), collapse = "+"))), design))
  own <- seq_len(ncol(D)); Gamma <- V[own, own]; means <- V[-own, -own]
  t <- fit(R, start(R))
  matrixOf <- function(v) { M <- matrix(0, p, p); for (k in seq_along(v)) { M[e$i[k], e$j[k]] <- v[k]; M[e$j[k], e$i[k]] <- v[k] }; M }
  h <- 1e-4
  J <- sapply(own, function(k) { step <- matrixOf(replace(0 * own, k, h)); (fit(cov2cor(R + step), t) - fit(cov2cor(R - step), t)) / (2 * h) })
  weight <- function(S) { V <- solve(S); outer(own, own, Vectorize(function(a, b) {
    s <- V[e$i[a], e$i[b]] * V[e$j[a], e$j[b]] + V[e$i[a], e$j[b]] * V[e$j[a], e$i[b]]
    s / (1 + (e$i[a] == e$j[a])) / (1 + (e$i[b] == e$j[b])) })) }
  l <- t[1:p]; Sigma <- l %*% t(l) + diag(t[p + 1:p])
  Delta <- cbind(sapply(1:p, function(k) (e$i == k) * l[e$j] + (e$j == k) * l[e$i]), sapply(1:p, function(k) (e$i == k) * (e$j == k)))
  U <- weight(Sigma) %*% Delta
  total <- n * (sum(weight(R) * Gamma) + sum(solve(R) * means) - sum(solve(hessian(t, R) / 2) * (t(U) %*% Gamma %*% U)) - sum(solve(Sigma) * means))
  list(loadings = l, errors = sqrt(diag(J %*% Gamma %*% t(J)))[1:p], scaling = total / (p * (p - 3) / 2))
}
known <- fromJSON("robust.json")
clustered <- read.csv("clustered.csv")
check <- study(svydesign(ids = ~g, weights = rep(1, nrow(clustered)), data = clustered), paste0("i", 1:6))
g <- length(unique(clustered$g))
print(c(check$scaling, known$one_cluster$scaling, check$scaling / known$one_cluster$scaling - 1, max(abs(check$errors / known$one_cluster$errors - 1))))
both <- read.csv("../designs/stages-both.csv")
items <- c("y", "a", "b", "c", "d"); schools <- c("api00", "ell", "meals", "full", "emer")
out <- list()
add <- function(name, file, options, design, items) out[[name]] <<- c(list(file = file, options = options, items = paste(items, collapse = ",")), study(design, items))
B <- svydesign(id = ~town + shop, strata = ~region, fpc = ~towns + shops, weights = ~w, data = both, nest = TRUE)
add("two stages", "designs/stages-both.csv", "--weights w --strata region --cluster town,shop --fpc towns,shops", B, items)
add("two stages, a domain", "designs/stages-both.csv", "--weights w --strata region --cluster town,shop --fpc towns,shops --where 'a > 45'", B[both$a > 45, ], items)
strat <- read.csv("../raking/strat.csv"); clus <- read.csv("../raking/clus.csv")
strat[, schools] <- apistrat[, schools]; clus[, schools] <- apiclus1[, schools]
write.csv(strat, "raked-strat.csv", row.names = FALSE, quote = FALSE, na = ""); write.csv(clus, "raked-clus.csv", row.names = FALSE, quote = FALSE, na = "")
targets <- colSums(model.matrix(~stype + sch.wide, apipop))
raked <- function(design) calibrate(design, ~stype + sch.wide, targets, calfun = "raking", epsilon = 1e-13, maxit = 200)
margins <- list(stype = as.list(table(apipop$stype)), sch.wide = as.list(table(apipop$sch.wide)))
rake <- function(name, file, options, design) { add(name, file, options, design, schools); out[[name]]$margins <<- margins }
rake("raked", "factors/raked-strat.csv", "", raked(svydesign(ids = ~1, weights = ~w, data = strat)))
rake("raked, strata", "factors/raked-strat.csv", "strata: stype", raked(svydesign(ids = ~1, strata = ~stype, weights = ~w, data = strat)))
rake("raked, clusters", "factors/raked-clus.csv", "cluster: dnum", raked(svydesign(ids = ~dnum, weights = ~w, data = clus)))
write_json(out, "designs.json", digits = NA, auto_unbox = TRUE, pretty = TRUE)
