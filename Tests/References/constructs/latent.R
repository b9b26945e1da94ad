suppressMessages(library(lavaan))
# Importance of constructs on the covariances of a confirmatory factor model, by R's lavaan: the webshop's second wave, unweighted,
# complete, as constructs.R takes it. The unit of a construct is that of the mean of its items (loadings with mean 1).
d <- read.csv("../../../datasets/webshop/webshop.csv")
items <- c(paste0("pq", 1:4), paste0("pe", 1:4), paste0("sc", 1:4))
d <- d[d$wave == 2, c(items, "recommend")]
d[items][d[items] == 9] <- NA
d <- d[complete.cases(d), ]
model <- "
product_quality =~ pq1 + pq2 + pq3 + pq4
process_ease =~ pe1 + pe2 + pe3 + pe4
staff_courtesy =~ sc1 + sc2 + sc3 + sc4
recommend ~~ product_quality + process_ease + staff_courtesy
recommend ~~ recommend"
fit <- cfa(model, d, std.lv = TRUE)
names <- c("product_quality", "process_ease", "staff_courtesy")
v <- lavInspect(fit, "cov.all")[c(names, "recommend"), c(names, "recommend")]
loadings <- lavInspect(fit, "est")$lambda
scale <- c(sapply(names, function(f) { l <- loadings[, f]; mean(l[abs(l) > 0 & rownames(loadings) != "recommend"]) }), 1)
v <- v * outer(scale, scale)
r2 <- function(x) if (length(x) == 0) 0 else drop(v[4, x, drop = FALSE] %*% solve(v[x, x, drop = FALSE], v[x, 4])) / v[4, 4]
orders <- list(c(1, 2, 3), c(1, 3, 2), c(2, 1, 3), c(2, 3, 1), c(3, 1, 2), c(3, 2, 1))
lmg <- numeric(3)
for (o in orders) for (k in 1:3) lmg[o[k]] <- lmg[o[k]] + (r2(o[seq_len(k)]) - r2(o[seq_len(k - 1)])) / 6
m <- fitMeasures(fit, c("cfi", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper"))
text <- function(x) paste(format(unname(x), digits = 17, trim = TRUE, scientific = TRUE), collapse = ", ")
cat(sprintf('{"n": %d, "lmg": [%s], "coefficients": [%s], "correlations": [%s], "cfi": %s, "rmsea": %s, "rmsea_low": %s, "rmsea_high": %s}\n',
  nrow(d), text(lmg), text(solve(v[1:3, 1:3], v[1:3, 4])), text(cov2cor(v)[lower.tri(v)]), text(m[1]), text(m[2]), text(m[3]), text(m[4])), file = "latent.json")
cat(R.version.string, "lavaan", as.character(packageVersion("lavaan")), "\n")
