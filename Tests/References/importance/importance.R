# The figures of importance.json once more, from their definitions in base R: R² of every set of drivers by Cholesky factors of
# the cross products, Shapley weights, roots of the correlation matrix. relaimpo and domir are not needed; where they stood for
# a figure, this is the second opinion. Writes what differs most to importance.out.
# R 4.2.2, jsonlite 1.8.4. Run here: Rscript importance.R
suppressMessages(library(jsonlite))
known <- fromJSON("importance.json", simplifyVector = FALSE)
numbers <- function(x) vapply(x, function(v) if (is.null(v)) NA_real_ else as.numeric(v), 0)

# R² of a set of columns of a scatter matrix whose first row is the outcome.
explained <- function(scatter, set) {
  if (length(set) == 0) return(0)
  sum(scatter[1, set] * solve(scatter[set, set, drop = FALSE], scatter[set, 1])) / scatter[1, 1]
}

# Every set of players (each a vector of columns), by bits.
values <- function(scatter, players, always = integer()) {
  p <- length(players)
  vapply(0:(2^p - 1), function(s) {
    explained(scatter, c(always, unlist(players[bitwAnd(s, 2^(0:(p - 1))) > 0])))
  }, 0)
}

readings <- function(v, p) {
  sets <- 0:(2^p - 1)
  size <- vapply(sets, function(s) sum(bitwAnd(s, 2^(0:(p - 1))) > 0), 0)
  out <- list(lmg = numeric(p), last = numeric(p), first = numeric(p), conditional = matrix(0, p, p))
  for (k in 1:p) {
    without <- sets[bitwAnd(sets, 2^(k - 1)) == 0]
    gain <- v[without + 2^(k - 1) + 1] - v[without + 1]
    at <- size[without + 1]
    out$lmg[k] <- sum(gain * factorial(at) * factorial(p - 1 - at) / factorial(p))
    out$last[k] <- gain[at == p - 1]
    out$first[k] <- gain[at == 0]
    out$conditional[k, ] <- tapply(gain, at, mean)
  }
  out$complete <- outer(1:p, 1:p, Vectorize(function(a, b) {
    if (a == b) return(NA)
    both <- 2^(a - 1) + 2^(b - 1)
    without <- sets[bitwAnd(sets, both) == 0]
    mean(v[without + 2^(a - 1) + 1] > v[without + 2^(b - 1) + 1])
  }))
  out
}

roots <- function(r, r_xy) {
  e <- eigen(r, symmetric = TRUE)
  half <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
  inverse <- e$vectors %*% diag(1 / sqrt(e$values)) %*% t(e$vectors)
  b <- inverse %*% r_xy
  list(genizi = as.vector(half^2 %*% b^2), car = as.vector(b^2))
}

scatter <- function(x) { x <- as.matrix(x); crossprod(sweep(x, 2, colMeans(x))) }
products <- as.matrix(read.csv("customer-satisfaction-products.csv"))
n <- products[1, 1]
customers <- (products - outer(products[1, ], products[1, ]) / n)[-1, -1]

worst <- c()
note <- function(name, found, wanted) worst[[name]] <<- max(abs(found - numbers(wanted)), na.rm = TRUE)
for (set in list(list("attitude", scatter(attitude)), list("swiss", scatter(swiss)),
                 list("customer_satisfaction", customers))) {
  s <- set[[2]]
  one <- known[[set[[1]]]]
  stopifnot(all(rownames(s)[-1] == unlist(one$drivers)) || set[[1]] == "customer_satisfaction")
  p <- nrow(s) - 1
  v <- values(s, as.list(2:(p + 1)))
  found <- readings(v, p)
  r <- cov2cor(s)
  beta <- solve(r[-1, -1], r[-1, 1])
  found <- c(found, list(betasq = beta^2, pratt = beta * r[-1, 1]), roots(r[-1, -1], r[-1, 1]))
  note(paste(set[[1]], "r_squared"), v[2^p], list(one$r_squared))
  for (m in names(one$metrics)) note(paste(set[[1]], m), found[[m]], one$metrics[[m]])
  for (k in 1:p) {
    note(paste(set[[1]], "conditional", k), found$conditional[k, ], one$conditional_dominance[[k]])
    note(paste(set[[1]], "complete", k), found$complete[k, ], one$complete_dominance[[k]])
  }
}

# Precision weights |-23| ... |23|; Examination and Education are one player.
w <- abs(-23:23)
centred <- sweep(as.matrix(swiss), 2, colSums(swiss * w) / sum(w))
v <- values(crossprod(centred * sqrt(w)), list(c(3, 4), 2, 5, 6))
found <- readings(v, 4)
for (m in c("lmg", "last", "first")) note(paste("grouped, weighted", m), found[[m]], known$swiss_grouped_weighted[[m]])
note("grouped, weighted r_squared", v[16], list(known$swiss_grouped_weighted$r_squared))

v <- values(scatter(swiss), list(2, 3, 5, 6), always = 4)
found <- readings(v, 4)
for (m in c("lmg", "last", "first")) note(paste("always Education", m), found[[m]], known$swiss_always_education[[m]])
note("always Education decomposed", v[16] - v[1], list(known$swiss_always_education$r_squared_decomposed))

# Percentile intervals of 5000 resamples: both have Monte Carlo error.
set.seed(2)
draws <- replicate(5000, {
  s <- scatter(attitude[sample(30, replace = TRUE), ])
  readings(values(s, as.list(2:7)), 6)$lmg
})
limits <- apply(draws, 1, quantile, c(.025, .975))
note("bootstrap lower", limits[1, ], known$attitude_bootstrap$lmg_lower)
note("bootstrap upper", limits[2, ], known$attitude_bootstrap$lmg_upper)
exact <- !grepl("bootstrap", names(worst))
stopifnot(all(unlist(worst[exact]) < 1e-12), all(unlist(worst[!exact]) < .02))
writeLines(c(R.version.string, sprintf("%s: %d figures or rows of figures, the largest difference is %.1e",
  c("definitions", "bootstrap"), c(sum(exact), sum(!exact)), c(max(unlist(worst[exact])), max(unlist(worst[!exact]))))),
  "importance.out")
