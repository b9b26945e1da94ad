# Reference results of factor analysis. Writes <set>.csv (correlations, square) and factors.json.
# R 4.2.2 with psych 2.2.9, GPArotation 2022.10-2, lavaan 0.6-14, jsonlite; OPENBLAS_NUM_THREADS=1 Rscript factors.R
suppressMessages({library(psych); library(GPArotation); library(lavaan); library(jsonlite)})
set.seed(1)

webshop <- read.csv("../../../datasets/webshop/webshop.csv")
webshop <- webshop[webshop$wave == 2, c(paste0("pq", 1:4), paste0("pe", 1:4), paste0("sc", 1:4))]
webshop[webshop == 9] <- NA
webshop <- na.omit(webshop)
items <- na.omit(bfi[, 1:25])
hs <- HolzingerSwineford1939[, paste0("x", 1:9)]
sets <- list(
  thurstone = list(r = as.matrix(Thurstone), n = 213, k = 3),
  harman = list(r = as.matrix(Harman.Holzinger), n = 696, k = 3),
  holzinger = list(r = cor(hs), n = nrow(hs), k = 3),
  attitude = list(r = cor(attitude), n = 30, k = 2),
  webshop = list(r = cor(webshop), n = nrow(webshop), k = 3),
  cahps = list(r = as.matrix(Reise), n = 35000, k = 5),
  bfi = list(r = cor(items), n = nrow(items), k = 5))

# Columns by the variance they explain, those before `first` where they are; signs by positive sums.
canonical <- function(l, phi = diag(ncol(l)), first = 1) {
  l <- unclass(as.matrix(l))
  s <- ifelse(colSums(l) < 0, -1, 1)
  l <- l %*% diag(s, ncol(l)); phi <- diag(s, ncol(l)) %*% phi %*% diag(s, ncol(l))
  o <- order(c(rep(-Inf, first - 1), -diag(phi %*% crossprod(l))[seq_len(ncol(l)) >= first]))
  l <- l[, o, drop = FALSE]; phi <- phi[o, o, drop = FALSE]
  list(loadings = unname(l), phi = unname(phi))
}

# Discrepancy functions of the uniquenesses, minimised to the end of double precision.
minimise <- function(r, k, kind) {
  p <- nrow(r)
  parts <- function(psi) switch(kind,
    minres = { e <- eigen(r - diag(psi), symmetric = TRUE); list(e = e, f = sum(e$values[-(1:k)]^2) / 2,
      g = -rowSums(sweep(e$vectors[, -(1:k)]^2, 2, e$values[-(1:k)], "*"))) },
    ml = { e <- eigen(r / sqrt(outer(psi, psi)), symmetric = TRUE); v <- e$values[-(1:k)]
      list(e = e, f = sum(v - log(v) - 1), g = rowSums(sweep(e$vectors[, -(1:k)]^2, 2, 1 - v, "*")) / psi) },
    gls = { e <- eigen(solve(r) * sqrt(outer(psi, psi)), symmetric = TRUE); v <- rev(e$values)[-(1:k)]
      w <- e$vectors[, p:1][, -(1:k)]
      list(e = e, f = sum((v - 1)^2) / 2, g = rowSums(sweep(w^2, 2, v * (v - 1), "*")) / psi) })
  best <- NULL
  for (start in 1:2) {
    psi <- if (start == 1) (1 - k / (2 * p)) / diag(solve(r)) else runif(p, .1, .9)
    for (again in 1:2) {
      o <- optim(psi, function(x) parts(x)$f, function(x) parts(x)$g, method = "L-BFGS-B", lower = .005, upper = 1,
                 control = list(factr = 0, pgtol = 0, maxit = 5000, lmm = 20, parscale = rep(.01, p)))
      psi <- o$par
    }
    if (is.null(best) || o$value < best$value) best <- o
  }
  # Newton's step by numerical second derivatives polishes what the line search leaves.
  psi <- best$par
  for (step in 1:6) {
    g <- parts(psi)$g; free <- !(psi <= .005 + 1e-12 & g > 0)
    h <- sapply(which(free), function(i) { d <- 1e-6; a <- psi; b <- psi; a[i] <- a[i] + d; b[i] <- b[i] - d
      (parts(a)$g - parts(b)$g)[free] / (2 * d) })
    new <- psi; new[free] <- psi[free] - solve(h, g[free])
    if (all(is.finite(new)) && all(new >= .005) && max(abs(parts(new)$g[free])) < max(abs(g[free]))) psi <- new
  }
  x <- parts(psi); e <- x$e
  l <- switch(kind, minres = e$vectors[, 1:k] %*% diag(sqrt(e$values[1:k]), k),
    ml = sqrt(psi) * e$vectors[, 1:k] %*% diag(sqrt(e$values[1:k] - 1), k),
    gls = sqrt(psi) * e$vectors[, p:1][, 1:k] %*% diag(sqrt(1 / rev(e$values)[1:k] - 1), k))
  list(psi = psi, value = x$f, gradient = max(abs(x$g[psi > .0050001])), loadings = l)
}

# The best of six starts, taken to the end of what the line search can resolve.
rotate <- function(name, a, ...) {
  f <- getFromNamespace(name, "GPArotation"); k <- ncol(a); best <- NULL
  run <- function(t, eps, maxit) {
    x <- try(suppressWarnings(f(a, Tmat = t, eps = eps, maxit = maxit, ...)), silent = TRUE)
    if (inherits(x, "try-error")) NULL else list(x = x, v = x$Table[nrow(x$Table), 2])
  }
  for (i in 1:6) {
    x <- run(if (i == 1) diag(k) else qr.Q(qr(matrix(rnorm(k * k), k))), 1e-5, 1000)
    if (!is.null(x) && (is.null(best) || x$v < best$v - 1e-10)) best <- x
  }
  # The bifactor criteria are flat: their line search needs tens of thousands of steps.
  best <- run(best$x$Th, 1e-10, if (grepl("bifactor", name)) 40000 else 3000)
  phi <- if (is.null(best$x$Phi)) diag(k) else best$x$Phi
  c(canonical(best$x$loadings, phi, if (grepl("bifactor", name)) 2 else if (name == "pstQ") k + 1 else 1), value = unname(best$v))
}
powers <- function(v, aim, fit, kappa = 4) {
  q <- aim * abs(aim)^(kappa - 1)
  u <- lm.fit(fit, q)$coefficients
  u <- u %*% diag(sqrt(diag(solve(crossprod(u)))))
  ui <- solve(u)
  canonical(v %*% u, ui %*% t(ui))
}

result <- list(); started <- Sys.time()
for (name in names(sets)) {
  s <- sets[[name]]; r <- s$r; n <- s$n; k <- s$k; p <- nrow(r)
  colnames(r) <- rownames(r) <- if (is.null(colnames(r))) paste0("v", 1:p) else make.names(colnames(r))
  write.csv(format(as.data.frame(r), digits = 17), paste0(name, ".csv"), quote = FALSE)
  out <- list(n = n, factors = k)
  for (kind in c("minres", "ml", "gls")) {
    m <- minimise(r, k, kind)
    out[[kind]] <- c(canonical(m$loadings)["loadings"], list(uniquenesses = m$psi, value = m$value, gradient = m$gradient))
  }
  fa0 <- suppressWarnings(factanal(covmat = r, n.obs = n, factors = k, rotation = "none",
    control = list(nstart = 6, lower = .005, opt = list(factr = 1, maxit = 5000))))
  out$factanal <- list(uniquenesses = unname(fa0$uniquenesses), criterion = unname(fa0$criteria["objective"]),
    statistic = unname(fa0$STATISTIC), p_value = unname(fa0$PVAL))
  a <- canonical(minimise(r, k, "minres")$loadings)$loadings
  ps <- suppressWarnings(fa(r, k, n.obs = n, rotate = "none"))
  out$psych_residual <- sum((r - ps$loadings %*% t(ps$loadings))[lower.tri(r)]^2)
  model <- tcrossprod(a); diag(model) <- 1
  f <- sum(diag(solve(model, r))) - log(det(solve(model, r))) - p
  df <- ((p - k)^2 - p - k) / 2; chi <- (n - 1 - (2 * p + 5) / 6 - 2 * k / 3) * f
  chi0 <- -(n - 1 - (2 * p + 5) / 6) * log(det(r)); df0 <- p * (p - 1) / 2
  end <- function(q) if (df == 0 || pchisq(chi, df) < q) 0 else
    sqrt(uniroot(function(l) pchisq(chi, df, l) - q, c(0, 10 * chi + 10), tol = 1e-12)$root / (df * n))
  st <- suppressWarnings(fa.stats(r, a, n.obs = n))
  out$fit <- list(chi_squared = chi, df = df, p_value = pchisq(chi, df, lower.tail = FALSE),
    rmsea = sqrt(max(chi - df, 0) / (df * n)), rmsea_low = end(.95), rmsea_high = end(.05),
    tli = (chi0 / df0 - chi / df) / (chi0 / df0 - 1), rmsr = sqrt(mean((r - model)[lower.tri(r)]^2)),
    bic = chi - df * log(n), psych_chi = st$STATISTIC, psych_rms = st$rms, psych_tli = st$TLI, psych_bic = st$BIC)
  v <- unclass(varimax(a, eps = 1e-15)$loadings); h <- sqrt(rowSums(a^2)); vn <- v / h
  rot <- list(varimax = canonical(v), promax_plain = canonical(unclass(promax(v)$loadings), {
      u <- solve(promax(v)$rotmat); u %*% t(u) }),
    promax_normalized = powers(v, vn, vn), promax_spss = powers(v, vn, v))
  rot$quartimax <- rotate("quartimax", a); rot$equamax <- rotate("cfT", a, kappa = k / (2 * p))
  rot$oblimin <- rotate("oblimin", a); rot$`oblimin_half` <- rotate("oblimin", a, gam = -.5)
  rot$geomin <- rotate("geominQ", a, delta = .01); rot$`geomin-orthogonal` <- rotate("geominT", a, delta = .01)
  if (k > 2) { rot$bifactor <- rotate("bifactorT", a); rot$biquartimin <- rotate("bifactorQ", a) }
  w <- (abs(rot$oblimin$loadings) < .15) * 1
  if (all(colSums(w) >= k - 1)) {
    rot$target <- c(rotate("pstQ", a, W = w, Target = matrix(0, p, k)), list(free = 1 - w))
  }
  out$rotations <- rot
  o <- rot$oblimin; rownames(o$loadings) <- rownames(r)
  fit <- list(loadings = o$loadings, Phi = o$phi); class(fit) <- c("psych", "fa")
  weights <- function(method) unname(factor.scores(r, o$loadings, Phi = o$phi, method = method)$weights)
  out$scores <- list(regression = weights("Thurstone"), `ten-berge` = weights("tenBerge"))
  # psych's Bartlett takes uniquenesses from the loadings, as here.
  out$scores$bartlett <- weights("Bartlett")
  kmo <- KMO(r); b <- cortest.bartlett(r, n)
  out$suitability <- list(kmo = kmo$MSA, items = unname(kmo$MSAi), bartlett = b$chisq, df = b$df, p_value = b$p.value,
    determinant = det(r))
  # Velicer's averages by Revelle's function, which begins with one component.
  out$map <- suppressWarnings(VSS(r, n = p - 1, rotate = "none", fm = "pc", n.obs = n, plot = FALSE)$map)
  out$smc <- unname(smc(r)); out$eigenvalues <- eigen(r)$values
  result[[name]] <- out; message(name, " ", format(Sys.time() - started))
}

# Standard errors of standardised rotated loadings: lavaan's bordered information.
# Its derivatives of the rotation are numerical: between gpa.tol 1e-6 and 1e-7 errors move by 1e-4.
block <- function(rotation, args = list()) {
  f <- paste0('efa("e")*f1 + efa("e")*f2 + efa("e")*f3 =~ ', paste0("x", 1:9, collapse = " + "))
  x <- suppressWarnings(sem(f, data = HolzingerSwineford1939, rotation = rotation, rotation.se = "bordered",
    rotation.args = c(list(rstarts = 0, algorithm = "gpa", gpa.tol = 1e-7, row.weights = "none"), args), std.lv = TRUE))
  z <- standardizedSolution(x); z <- z[z$op == "=~", ]
  l <- matrix(z$est.std, 9); se <- matrix(z$se, 9)
  y <- standardizedSolution(x); y <- y[y$op == "~~" & y$lhs != y$rhs, ]
  o <- order(-colSums(l^2))
  list(loadings = l, errors = se, phi = y$est.std, phi_errors = y$se)
}
result$lavaan <- list(oblimin = block("oblimin"), geomin = block("geomin", list(geomin.epsilon = .01)),
  quartimax = block("cf-quartimax", list(orthogonal = TRUE)), varimax = block("varimax", list(orthogonal = TRUE)))
result$versions <- list(R = R.version.string, psych = packageDescription("psych")$Version,
  GPArotation = packageDescription("GPArotation")$Version, lavaan = packageDescription("lavaan")$Version)
write(toJSON(result, digits = 15, auto_unbox = TRUE, matrix = "rowmajor"), "factors.json")
