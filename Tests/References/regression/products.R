# Products and powers, beside the drivers: R's own formulas. Writes products.csv. R 4.2.2.
attitude <- read.csv("attitude.csv")
fit <- lm(rating ~ complaints + learning + complaints:learning + I(complaints^2) + I(complaints^2):learning, attitude)
table <- summary(fit)$coefficients
out <- data.frame(
  term = c("(Intercept)", "complaints", "learning", "complaints^2", "complaints:learning", "complaints^2:learning"),
  estimate = NA, std_error = NA, t = NA, p_value = NA)
rows <- c("(Intercept)", "complaints", "learning", "I(complaints^2)", "complaints:learning", "learning:I(complaints^2)")
out[, -1] <- table[rows, ]
out <- rbind(out, data.frame(term = "fit", estimate = summary(fit)$r.squared, std_error = summary(fit)$sigma,
  t = summary(fit)$fstatistic[[1]], p_value = pf(summary(fit)$fstatistic[[1]], 5, fit$df.residual, lower.tail = FALSE)))
out[, -1] <- lapply(out[, -1], function(x) sprintf("%.17g", x))
write.csv(out, "products.csv", row.names = FALSE, quote = FALSE)
