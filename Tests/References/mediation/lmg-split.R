# Importance (lmg) split into what mediators carry and what goes past them, by its definition: every subset of four drivers is fitted by
# lm, what its fitted values share with b·M̂ and with Σ c'·x is their covariance, and Shapley's weights average the increments.
# Reads political.csv (mediation.R writes it), writes lmg-split.json.
options(digits = 17)
d <- read.csv("political.csv", stringsAsFactors = TRUE)
drivers <- c("x1", "x2", "y2", "z"); out <- list()
split <- function(y, mediators, always = NULL, weights = NULL) {
  d$weight <- if (is.null(weights)) 1 else d[[weights]]
  fit <- function(y, x) fitted(lm(reformulate(if (length(x)) x else "1", y), d, weights = weight))
  cv <- function(a, b) { w <- d$weight / sum(d$weight); sum(w * (a - sum(w * a)) * (b - sum(w * b))) }
  base <- fit(y, always)
  b <- coef(lm(reformulate(c(always, drivers, mediators), y), d, weights = weight))[mediators]
  left <- function(x) x - fit_of(x, always)
  fit_of <- function(v, x) { d$v <- v; fitted(lm(reformulate(if (length(x)) x else "1", "v"), d, weights = weight)) }
  all <- left(fit(y, c(always, drivers)))
  part <- lapply(mediators, function(m) b[[m]] * left(fit(m, c(always, drivers))))
  part$direct <- all - Reduce(`+`, part)
  games <- lapply(part, function(t) sapply(0:15, function(s) {
    set <- drivers[bitwAnd(s, 2^(0:3)) > 0]
    cv(fit(y, c(always, set)) - base, t) / cv(d[[y]], d[[y]]) }))
  shapley <- function(v) sapply(1:4, function(k) { bit <- 2^(k - 1); sum(sapply(0:15, function(s) if (bitwAnd(s, bit)) 0 else {
    size <- sum(bitwAnd(s, 2^(0:3)) > 0); factorial(size) * factorial(3 - size) / 24 * (v[s + bit + 1] - v[s + 1]) })) })
  unlist(lapply(games, shapley)) }
out$one <- split("y5", "y1")
out$two <- split("y5", c("y1", "y3"))
out$always <- split("y5", "y1", always = "x3")
out$weighted <- split("y5", c("y1", "y3"), always = "x3", weights = "w")
num <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ","), "]")
writeLines(paste0("{", paste(sprintf('"%s":%s', names(out), sapply(out, num)), collapse = ","), "}"), "lmg-split.json")
