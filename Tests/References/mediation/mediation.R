suppressMessages({library(lavaan); library(survey)})
# Direct and indirect effects of observed variables: estimates and delta errors by lavaan's :=, the same from lm's covariances, HC3 errors
# and regions of Johnson and Neyman by hand, the closed form of Imai, Keele & Yamamoto (2010), quantiles of the product of two normals.
options(digits = 17)
d <- PoliticalDemocracy
d$z <- ifelse(d$x3 > median(d$x3), "high", "low")
d$w <- round(1 + (d$x2 - min(d$x2)) / 2, 3)
write.csv(d, "political.csv", row.names = FALSE, quote = FALSE)
out <- list()
put <- function(name, value) out[[name]] <<- value
se <- function(fit, names) { p <- parameterEstimates(fit); p <- p[p$op == ":=", ]; p$se[match(names, p$label)] }
est <- function(fit, names) { p <- parameterEstimates(fit); p <- p[p$op == ":=", ]; p$est[match(names, p$label)] }
n <- nrow(d)

# Two drivers, one mediator.
simple <- sem("y1 ~ a1*x1 + a2*x2
  y5 ~ b*y1 + c1*x1 + c2*x2
  i1 := a1*b
  i2 := a2*b
  t1 := c1 + a1*b
  t2 := c2 + a2*b
  s1 := a1*b/(c1 + a1*b)", d)
put("simple_estimate", est(simple, c("i1", "i2", "t1", "t2", "s1"))); put("simple_lavaan", se(simple, c("i1", "i2", "t1", "t2", "s1")))

# The delta method on any function of the coefficients of several regressions: g'Vg by numbers.
delta <- function(f, theta, V) { h <- 1e-6
  g <- sapply(seq_along(theta), function(k) { e <- theta * 0; e[k] <- h; (f(theta + e) - f(theta - e)) / (2 * h) })
  sqrt(drop(t(g) %*% V %*% g)) }
hc3 <- function(fit) { X <- model.matrix(fit); u <- resid(fit) / (1 - hatvalues(fit)); (X %*% solve(crossprod(X))) * u }  # influence of each row
joint <- function(fits, robust, cross) { k <- sapply(fits, function(f) length(coef(f))); s <- cumsum(c(0, k)); V <- matrix(0, sum(k), sum(k))
  for (i in seq_along(fits)) for (j in seq_along(fits)) if (i == j || (cross && i <= 2 && j <= 2)) {
    block <- if (robust) crossprod(hc3(fits[[i]]), hc3(fits[[j]])) else {
      df <- df.residual(fits[[i]]); X <- model.matrix(fits[[i]]); solve(crossprod(X)) * sum(resid(fits[[i]]) * resid(fits[[j]])) / df }
    V[s[i] + seq_len(k[i]), s[j] + seq_len(k[j])] <- block }
  V }
m1 <- lm(y1 ~ x1 + x2, d); y <- lm(y5 ~ x1 + x2 + y1, d); th <- c(coef(m1), coef(y))
for (kind in c("classical", "hc3")) { V <- joint(list(m1, y), kind == "hc3", FALSE)
  put(paste0("simple_", kind), c(delta(function(t) t[2] * t[7], th, V), delta(function(t) t[3] * t[7], th, V),
    delta(function(t) t[5] + t[2] * t[7], th, V), delta(function(t) t[6] + t[3] * t[7], th, V),
    delta(function(t) t[2] * t[7] / (t[5] + t[2] * t[7]), th, V))) }

# Two mediators side by side.
parallel <- sem("y1 ~ a1*x1 + x2
  y2 ~ a2*x1 + x2
  y1 ~~ y2
  y5 ~ b1*y1 + b2*y2 + c*x1 + x2
  i1 := a1*b1
  i2 := a2*b2
  i := a1*b1 + a2*b2
  t := c + a1*b1 + a2*b2", d)
put("parallel_estimate", est(parallel, c("i1", "i2", "i", "t"))); put("parallel_lavaan", se(parallel, c("i1", "i2", "i", "t")))
m2 <- lm(y2 ~ x1 + x2, d); y <- lm(y5 ~ x1 + x2 + y1 + y2, d); th <- c(coef(m1), coef(m2), coef(y))
for (kind in c("classical", "hc3")) { V <- joint(list(m1, m2, y), kind == "hc3", TRUE)
  put(paste0("parallel_", kind), c(delta(function(t) t[2] * t[10], th, V), delta(function(t) t[5] * t[11], th, V),
    delta(function(t) t[2] * t[10] + t[5] * t[11], th, V), delta(function(t) t[8] + t[2] * t[10] + t[5] * t[11], th, V))) }

# One behind the other.
serial <- sem("y1 ~ a1*x1 + x2
  y2 ~ a2*x1 + x2 + d*y1
  y5 ~ b1*y1 + b2*y2 + c*x1 + x2
  i1 := a1*b1
  i2 := a2*b2
  i12 := a1*d*b2
  i := a1*b1 + a2*b2 + a1*d*b2
  t := c + a1*b1 + a2*b2 + a1*d*b2", d)
put("serial_estimate", est(serial, c("i1", "i2", "i12", "i", "t"))); put("serial_lavaan", se(serial, c("i1", "i2", "i12", "i", "t")))
m2 <- lm(y2 ~ x1 + x2 + y1, d); y <- lm(y5 ~ x1 + x2 + y1 + y2, d); th <- c(coef(m1), coef(m2), coef(y))
V <- joint(list(m1, m2, y), FALSE, FALSE)
put("serial_classical", c(delta(function(t) t[2] * t[11], th, V), delta(function(t) t[5] * t[12], th, V),
  delta(function(t) t[2] * t[7] * t[12], th, V), delta(function(t) t[2] * t[11] + t[5] * t[12] + t[2] * t[7] * t[12], th, V),
  delta(function(t) t[9] + t[2] * t[11] + t[5] * t[12] + t[2] * t[7] * t[12], th, V)))

# A moderator of the first part, and of the second: index of moderated mediation, effects at mean and mean -+ sd.
d$xw <- d$x1 * d$x3; d$mw <- d$y1 * d$x3; mw <- mean(d$x3); sw <- sd(d$x3)
first <- sem(sprintf("y1 ~ a*x1 + x3 + aw*xw
  y5 ~ b*y1 + x1 + x3
  index := aw*b
  low := (a + aw*%.15f)*b
  mean := (a + aw*%.15f)*b
  high := (a + aw*%.15f)*b", mw - sw, mw, mw + sw), d)
put("first_estimate", est(first, c("index", "low", "mean", "high"))); put("first_lavaan", se(first, c("index", "low", "mean", "high")))
second <- sem(sprintf("y1 ~ a*x1 + x3
  y5 ~ b*y1 + x1 + x3 + bw*mw
  index := a*bw
  low := a*(b + bw*%.15f)
  mean := a*(b + bw*%.15f)
  high := a*(b + bw*%.15f)", mw - sw, mw, mw + sw), d)
put("second_estimate", est(second, c("index", "low", "mean", "high"))); put("second_lavaan", se(second, c("index", "low", "mean", "high")))
mf <- lm(y1 ~ x3 + x1 + xw, d); yf <- lm(y5 ~ x3 + x1 + y1, d); th <- c(coef(mf), coef(yf)); V <- joint(list(mf, yf), FALSE, FALSE)
put("first_classical", c(delta(function(t) t[4] * t[8], th, V), sapply(mw + c(-1, 0, 1) * sw, function(w) delta(function(t) (t[3] + t[4] * w) * t[8], th, V))))
# Categories: the difference of the indirect effects of two groups, where both parts and the direct effect differ.
d$g <- as.numeric(d$z == "low"); d$xg <- d$x1 * d$g; d$mg <- d$y1 * d$g
groups <- sem("y1 ~ a*x1 + g + ag*xg
  y5 ~ b*y1 + c*x1 + g + bg*mg + cg*xg
  high := a*b
  low := (a + ag)*(b + bg)
  difference := (a + ag)*(b + bg) - a*b", d)
put("groups_estimate", est(groups, c("high", "low", "difference"))); put("groups_lavaan", se(groups, c("high", "low", "difference")))

# Johnson and Neyman by hand, with lm's covariances: the first part of the way, and the second.
regions <- function(fit, b, bw) { V <- vcov(fit); q <- qt(0.975, df.residual(fit)); e <- coef(fit)
  A <- e[[bw]]^2 - q^2 * V[bw, bw]; B <- 2 * (e[[b]] * e[[bw]] - q^2 * V[b, bw]); C <- e[[b]]^2 - q^2 * V[b, b]
  suppressWarnings(sort((-B + c(-1, 1) * sqrt(B^2 - 4 * A * C)) / (2 * A))) }
jn <- lm(y5 ~ w + x1 + y1 + I(x1 * w) + I(y1 * w), d); jm <- lm(y1 ~ w + x1 + I(x1 * w), d)
put("regions_first", regions(jm, "x1", "I(x1 * w)")); put("regions_second", regions(jn, "y1", "I(y1 * w)"))
put("regions_direct", regions(jn, "x1", "I(x1 * w)")); put("range", range(d$w))

# The correlation that undoes an indirect effect: the zero of delta(rho) of Imai, Keele & Yamamoto (2010), theorem 2.
r1 <- lm(y5 ~ x1 + x2, d); r2 <- m1; s1 <- sqrt(mean(resid(r1)^2)); s2 <- sqrt(mean(resid(r2)^2)); rt <- cor(resid(r1), resid(r2))
acme <- function(rho) coef(r2)[["x1"]] * s1 / s2 * (rt - rho * sqrt((1 - rt^2) / (1 - rho^2)))
put("rho", uniroot(acme, c(-0.99, 0.99), tol = 1e-14)$root); put("acme_at_zero", acme(0))
put("of_rest", out$rho^2); put("of_all", out$rho^2 * (1 - summary(r1)$r.squared) * (1 - summary(r2)$r.squared))

# The product of two independent normals: its quantiles, P(AB <= q) by integration.
y <- lm(y5 ~ x1 + x2 + y1, d)
a <- coef(m1)[["x1"]]; sa <- sqrt(vcov(m1)["x1", "x1"]); b <- coef(y)[["y1"]]; sb <- sqrt(vcov(y)["y1", "y1"])
p <- function(q) integrate(function(z) { t <- b + sb * z; ifelse(t > 0, pnorm((q / t - a) / sa), pnorm((q / t - a) / sa, lower.tail = FALSE)) * dnorm(z) },
  -9, 9, subdivisions = 5000, rel.tol = 1e-10)$value
put("product", sapply(c(0.025, 0.975), function(t) uniroot(function(q) p(q) - t, c(-5, 5), tol = 1e-10)$root))

# Weights, strata and clusters: linearised errors of both regressions by survey, then delta.
d$weight <- round(0.5 + (seq_len(n) %% 7) / 4, 4); d$team <- (seq_len(n) - 1) %/% 3
s <- svydesign(ids = ~team, weights = ~weight, data = d)
sm <- svyglm(y1 ~ x1, s); sy <- svyglm(y5 ~ x1 + y1, s)
a <- coef(sm)[["x1"]]; b <- coef(sy)[["y1"]]
put("design_estimate", a * b); put("design", sqrt(b^2 * vcov(sm)["x1", "x1"] + a^2 * vcov(sy)["y1", "y1"]))
write.csv(d[, c("x1", "y1", "y5", "weight", "team")], "design.csv", row.names = FALSE, quote = FALSE)

lines <- sapply(names(out), function(k) sprintf('  "%s": [%s]', k, paste(format(out[[k]], digits = 17, trim = TRUE, scientific = TRUE), collapse = ", ")))
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), "mediation.json")
writeLines(c(R.version.string, paste("lavaan", packageVersion("lavaan")), paste("survey", packageVersion("survey"))), "version.txt")
