# What replicates.R and svrep.R take their figures with: estimates and errors of one set of replicate weights.
suppressMessages(library(survey))
options(digits = 17)
data(api)
columns <- c("stype", "dnum", "snum", "pw", "yr.rnd", "api00", "ell", "meals", "mobility", "full", "emer")
prepare <- function(d) {
  d <- d[, columns]
  d$grade <- cut(d$api00, c(0, 520, 600, 680, 760, 1000), labels = FALSE)
  d$mobility[c(3, 50, 111)] <- NA
  d
}
number <- function(x) paste(ifelse(is.finite(x), format(x, digits = 17, trim = TRUE, scientific = TRUE), "null"), collapse = ", ")
cases <- character()

# lmg of three predictors: the mean over the orders of entry of what each adds to R squared.
r2 <- function(S, y, x) if (length(x) == 0) 0 else drop(S[y, x, drop = FALSE] %*% solve(S[x, x, drop = FALSE], S[x, y])) / S[y, y]
orders <- list(c(1, 2, 3), c(1, 3, 2), c(2, 1, 3), c(2, 3, 1), c(3, 1, 2), c(3, 2, 1))
lmg <- function(S, y, x) {
  total <- setNames(numeric(3), x)
  for (o in orders) for (k in 1:3) {
    before <- x[o[seq_len(k - 1)]]
    total[o[k]] <- total[o[k]] + r2(S, y, c(before, x[o[k]])) - r2(S, y, before)
  }
  total / 6
}
covariance <- function(w, d) cov.wt(as.matrix(d), w / sum(w), method = "ML")$cov
alpha <- function(S) { k <- ncol(S); k / (k - 1) * (1 - sum(diag(S)) / sum(S)) }
load1 <- function(S) { e <- eigen(cov2cor(S)); l <- e$vectors[, 1] * sqrt(e$values[1]); l * sign(sum(l * c(-1, 1, -1, 1, 1))) }
error <- function(x) sqrt(diag(as.matrix(attr(x, "var"))))

add <- function(name, file, d, type, ..., options = "", where = NULL, whereText = "", weights = NULL) {
  R <- ncol(weights); W <- as.data.frame(unclass(weights)); names(W) <- paste0("rw", seq_len(R))
  write.csv(cbind(d, round(W, 10)), paste0(file, ".csv"), row.names = FALSE, quote = FALSE, na = "")
  design <- svrepdesign(data = d, repweights = as.matrix(round(W, 10)), weights = ~pw, type = type, combined.weights = TRUE, ...)
  if (!is.null(where)) design <- design[where(design$variables), ]
  m <- svyglm(api00 ~ ell + meals + mobility, design)
  known <- design[!is.na(design$variables$mobility), ]
  vars <- c("api00", "ell", "meals", "mobility")
  mean <- svymean(~mobility, known)
  r <- withReplicates(known, function(w, data) cov2cor(covariance(w, data[, vars]))["ell", "meals"])
  rr <- withReplicates(known, function(w, data) r2(covariance(w, data[, vars]), "api00", vars[-1]))
  imp <- withReplicates(known, function(w, data) lmg(covariance(w, data[, vars]), "api00", vars[-1]))
  share <- withReplicates(known, function(w, data) { v <- lmg(covariance(w, data[, vars]), "api00", vars[-1]); v / sum(v) })
  items <- c("ell", "meals", "emer")
  a <- withReplicates(design, function(w, data) alpha(covariance(w, data[, items])))
  f <- withReplicates(design, function(w, data) load1(covariance(w, data[, c("api00", "meals", "full", "emer", "ell")])))
  top <- svyby(~I(grade == 5), ~yr.rnd, design, svymean, covmat = TRUE)
  est <- coef(top)[grep("TRUE", names(coef(top)))]
  V <- vcov(top)[grep("TRUE", names(coef(top))), grep("TRUE", names(coef(top)))]
  diff <- est[1] - est[2]; se <- sqrt(V[1, 1] + V[2, 2] - 2 * V[1, 2])
  deff <- function() { n <- nrow(known); w <- weights(known, "sampling"); x <- known$variables$mobility; mm <- sum(w * x) / sum(w); s2 <- sum(w * (x - mm)^2) / sum(w) * n / (n - 1); SE(mean)^2 / (s2 / n) }
  cases <<- c(cases, sprintf('{"name": "%s", "file": "%s", "options": "%s", "n": %d, "degf": %d, "degf_known": %d, "df": %d, "estimate": [%s], "std_error": [%s], "mean": %s, "mean_error": %s, "deff": %s, "correlation": %s, "correlation_error": %s, "r_squared": %s, "r_squared_error": %s, "lmg": [%s], "lmg_error": [%s], "share": [%s], "share_error": [%s], "alpha": %s, "alpha_error": %s, "loadings": [%s], "loading_errors": [%s], "top": [%s], "difference": %s, "difference_error": %s, "t": %s}',
    name, file, paste0("--weights pw --replicate-weights 'rw*' ", options, whereText), nrow(known), degf(design), degf(known), as.integer(m$df.residual), number(coef(m)), number(sqrt(diag(vcov(m)))),
    number(coef(mean)), number(SE(mean)), number(deff()), number(coef(r)), number(error(r)), number(coef(rr)), number(error(rr)), number(coef(imp)), number(error(imp)), number(coef(share)), number(error(share)),
    number(coef(a)), number(error(a)), number(coef(f)), number(error(f)), number(est), number(diff), number(se), number(qt(.975, degf(design)))))
}
replicates <- function(design, ...) { r <- as.svrepdesign(design, ..., compress = FALSE); list(w = matrix(as.numeric(weights(r, "analysis")), nrow = nrow(r$variables)), scale = r$scale, rscales = r$rscales) }
