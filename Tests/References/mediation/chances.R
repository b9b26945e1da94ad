# Natural effects on the chance of a yes: glm's probit (polr's of ordered answers), lm's mediators, and the mediation formula by a sum over a grid of the mediators'
# residuals (Gauss-Hermite nodes by Golub and Welsch), without the closed form. Reads political.csv, writes chances.csv and chances.json.
options(digits = 17)
d <- read.csv("political.csv", stringsAsFactors = TRUE)
d$yes <- as.integer(d$y5 > 5.5); d$half <- as.integer(d$x3 > median(d$x3))
write.csv(d, "chances.csv", row.names = FALSE, quote = FALSE)
k <- 60; J <- diag(0, k); for (i in 1:(k - 1)) J[i, i + 1] <- J[i + 1, i] <- sqrt(i)
e <- eigen(J, symmetric = TRUE); node <- e$values; mass <- e$vectors[1, ]^2
effects <- function(drivers, mediators, driver, weights = NULL) {
  d$weight <- if (is.null(weights)) 1 else d[[weights]] / mean(d[[weights]])
  out <- suppressWarnings(glm(reformulate(c(drivers, mediators), "yes"), binomial("probit"), d, weights = weight, epsilon = 1e-300, maxit = 200))
  fits <- lapply(mediators, function(m) lm(reformulate(drivers, m), d, weights = weight))
  u <- sapply(fits, resid); S <- crossprod(u, u * d$weight) / sum(d$weight) * nrow(d) / fits[[1]]$df.residual
  L <- t(chol(S)); two <- length(unique(d[[driver]])) == 2
  x <- if (two) sort(unique(d[[driver]])) else weighted.mean(d[[driver]], d$weight) + 0:1
  chance <- function(own, other) { at <- d; at[[driver]] <- own; before <- d; before[[driver]] <- other
    p <- 0
    grid <- if (length(mediators) == 1) cbind(node) else as.matrix(expand.grid(node, node))
    weight <- if (length(mediators) == 1) mass else as.vector(outer(mass, mass))
    for (g in which(weight > 1e-18)) { shift <- L %*% grid[g, ]
      for (m in seq_along(mediators)) at[[mediators[m]]] <- predict(fits[[m]], before) + shift[m]
      p <- p + weight[g] * weighted.mean(predict(out, at, type = "response"), d$weight) }
    p }
  a <- chance(x[1], x[1]); b <- chance(x[2], x[1]); c <- chance(x[2], x[2])
  c(c - b, b - a, c - a, x) }
out <- list(one = effects(c("x1", "x2"), "y1", "x1"), half = effects(c("half", "x2"), "y1", "half"),
  two = effects(c("x1", "x2"), c("y1", "y3"), "x1"), weighted = effects(c("x1", "x2"), "y1", "x1", "w"))
# Ordered answers: MASS's polr, of each answer or a higher one.
suppressMessages(library(MASS))
d$grade <- cut(d$y5, c(-Inf, 2.5, 4.5, 6.5, Inf), labels = FALSE)
write.csv(d, "chances.csv", row.names = FALSE, quote = FALSE)
graded <- function(drivers, mediator, driver, weights = NULL) {
  d$weight <- if (is.null(weights)) 1 else d[[weights]] / mean(d[[weights]])
  out <- suppressWarnings(polr(reformulate(c(drivers, mediator), "factor(grade)"), d, weights = weight, method = "probit", control = list(reltol = 1e-16, maxit = 5000)))
  out <- suppressWarnings(polr(reformulate(c(drivers, mediator), "factor(grade)"), d, weights = weight, method = "probit", start = c(out$coefficients, out$zeta), control = list(reltol = 1e-16, maxit = 5000)))
  fit <- lm(reformulate(drivers, mediator), d, weights = weight)
  s <- sqrt(sum(d$weight * resid(fit)^2) / sum(d$weight) * nrow(d) / fit$df.residual)
  x <- weighted.mean(d[[driver]], d$weight) + 0:1
  chance <- function(own, other, k) { at <- d; at[[driver]] <- own; before <- d; before[[driver]] <- other
    p <- 0
    for (g in which(mass > 1e-18)) { at[[mediator]] <- predict(fit, before) + s * node[g]
      eta <- as.matrix(at[c(drivers, mediator)]) %*% out$coefficients
      p <- p + mass[g] * weighted.mean(pnorm(eta - out$zeta[k]), d$weight) }
    p }
  unlist(lapply(1:3, function(k) { a <- chance(x[1], x[1], k); b <- chance(x[2], x[1], k); c <- chance(x[2], x[2], k); c(c - b, b - a, c - a) }))
}
out$graded <- graded(c("x1", "x2"), "y1", "x1")
out$graded_weights <- graded(c("x1", "x2"), "y1", "x1", "w")
num <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ","), "]")
writeLines(paste0("{", paste(sprintf('"%s":%s', names(out), sapply(out, num)), collapse = ","), "}"), "chances.json")
