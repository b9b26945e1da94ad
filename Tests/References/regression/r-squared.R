# Intervals of R² by influence values, written out from their definition.
# Rscript r-squared.R   writes r-squared.csv beside itself.
# R 4.2.2: stats::lm (hatvalues), survey 4.1-1 (svymean of the rows' parts). Data: the csv files beside it.
# With deleted residuals d = e/(1 - h), rho the adjusted R² and v = Σw(y - mean)²/Σw, a row's part is
# psi = -(d² - mean d²)/v + (1 - rho)((y - mean)² - v)/v; limits are tanh²(artanh √rho ± t·se/(2√rho(1 - rho))).
suppressPackageStartupMessages(library(survey))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
read <- function(name) read.csv(file.path(here, paste0(name, ".csv")), check.names = FALSE)
rows <- list()
put <- function(name, rho, se, df) {
  d <- qt(.975, df) * se / (2 * sqrt(rho) * (1 - rho)); z <- atanh(sqrt(rho))
  rows[[length(rows) + 1]] <<- data.frame(name, adjusted = rho, se, df, low = tanh(z - d)^2, high = tanh(z + d)^2)
}
parts <- function(m, w, n = length(w)) {
  y <- model.response(model.frame(m)); k <- length(coef(m))
  centred <- y - weighted.mean(y, w); v <- sum(w * centred^2) / sum(w)
  rho <- 1 - (sum(w * resid(m)^2) / sum(w * centred^2)) * (n - 1) / (n - k)
  d2 <- (resid(m) / (1 - hatvalues(m)))^2
  list(rho = rho, psi = (-(d2 - weighted.mean(d2, w)) + (1 - rho) * (centred^2 - v)) / v, df = n - k)
}
simple <- function(name, data, formula, times = NULL) {
  if (!is.null(times)) data <- data[rep(seq_len(nrow(data)), data[[times]]), ]
  p <- parts(lm(formula, data), rep(1, nrow(data)))
  put(name, p$rho, sqrt(sum(p$psi^2)) / nrow(data), p$df)
}
attitude <- rating ~ complaints + privileges + learning + raises + critical + advance
simple("attitude", read("attitude"), attitude)
simple("attitude by f", read("attitude"), attitude, "f")
simple("swiss", read("swiss"), Fertility ~ Agriculture + Examination + Education + Catholic + Infant.Mortality)
# Under a design each row's part, weighted, is summed by cluster within strata; k - 1 degrees go to the slopes, as svyglm's.
designed <- function(name, data, formula, ...) {
  p <- parts(lm(formula, data, weights = pw), data$pw)
  data$psi <- p$psi
  design <- svydesign(..., weights = ~pw, data = data)
  put(name, p$rho, as.numeric(SE(svymean(~psi, design))), degf(design) + 1 - length(coef(lm(formula, data))))
}
api <- api00 ~ ell + meals + mobility
designed("apistrat", read("apistrat"), api, id = ~1, strata = ~stype)
designed("apiclus1", read("apiclus1"), api, id = ~dnum)
# Clusters alone: sums within them, G/(G - 1), G - 1 degrees.
d <- read("attitude"); p <- parts(lm(attitude, d), rep(1, nrow(d))); g <- length(unique(d$g))
put("attitude by g", p$rho, sqrt(g / (g - 1) * sum(tapply(p$psi, d$g, sum)^2)) / nrow(d), g - 1)
out <- do.call(rbind, rows); out[-1] <- lapply(out[-1], \(x) sprintf("%.17g", x))
write.csv(out, file.path(here, "r-squared.csv"), row.names = FALSE, quote = FALSE)
