# Pooling and imputation by mice, for Tests/ImputationTests and Tests/RegressionTests.
#   Rscript mice.R          (mice 3.15.0, mitml 0.4-5; a minute)
suppressPackageStartupMessages(library(mice))
options(digits = 17)
say <- function(x, file) write.csv(x, file, row.names = FALSE, quote = FALSE, na = "")
say(airquality[, 1:4], "airquality.csv")
say(nhanes, "nhanes.csv")

# Rubin's rules on kept fits: what is pooled, and what mice makes of it.
kept <- mice(airquality[, 1:4], m = 7, maxit = 5, seed = 11, printFlag = FALSE)
fits <- with(kept, lm(Ozone ~ Solar.R + Wind + Temp))
parts <- do.call(rbind, lapply(seq_along(fits$analyses), function(m) {
  f <- fits$analyses[[m]]; v <- vcov(f)
  data.frame(imputation = m, term = names(coef(f)), estimate = coef(f), v1 = v[, 1], v2 = v[, 2], v3 = v[, 3],
             v4 = v[, 4])
}))
say(parts, "kept-fits.csv")
stacked <- complete(kept, "long")[, c(".imp", "Ozone", "Solar.R", "Wind", "Temp")]
names(stacked)[1] <- "imputation"
say(stacked, "kept-data.csv")
pooled <- summary(pool(fits), conf.int = TRUE)
more <- pool(fits)$pooled
say(data.frame(term = pooled$term, estimate = pooled$estimate, std_error = pooled$std.error, statistic = pooled$statistic,
               df = pooled$df, p_value = pooled$p.value, low = pooled$`2.5 %`, high = pooled$`97.5 %`,
               within = more$ubar, between = more$b, lambda = more$lambda, riv = more$riv, fmi = more$fmi), "pooled.csv")
whole <- D1(fits, df.com = 149)
part <- D1(fits, with(kept, lm(Ozone ~ Wind)), df.com = 149)
plain <- D1(fits, df.com = Inf)
test <- function(name, d) {
  r <- d$result
  data.frame(test = name, statistic = r[1], df1 = r[2], df2 = r[3], p_value = r[4], riv = r[5])
}
say(rbind(test("all", whole), test("solar_temp", part)), "d1.csv")

# Many imputations, so that what is left of chance is small: their own error is beside them.
pooledBy <- function(data, formula, method, m, seed, maxit = 10) {
  imputed <- mice(data, m = m, maxit = maxit, method = method, seed = seed, printFlag = FALSE)
  fits <- with(imputed, lm(as.formula(formula)))
  p <- pool(fits); s <- summary(p)
  b <- p$pooled$b
  data.frame(method = paste(unique(method), collapse = "+"), term = s$term, estimate = s$estimate,
             std_error = s$std.error, fmi = p$pooled$fmi, simulation_error = sqrt(b / m))
}
air <- rbind(pooledBy(airquality[, 1:4], "Ozone ~ Solar.R + Wind + Temp", "norm", 1000, 1),
             pooledBy(airquality[, 1:4], "Ozone ~ Solar.R + Wind + Temp", "pmm", 1000, 2))
say(air, "airquality-pooled.csv")

# A logit and proportional odds: yes or no, and five steps, missing at random.
set.seed(5)
n <- 1500
x <- rnorm(n); z <- 0.5 * x + rnorm(n)
yes <- rbinom(n, 1, plogis(-0.4 + 0.9 * x))
steps <- cut(0.8 * x + 0.5 * z + rlogis(n), c(-Inf, -1.5, -0.5, 0.6, 1.7, Inf), labels = FALSE)
region <- c("east", "north", "west")[1 + (0.9 * x + rlogis(n) > 0.3) + (0.7 * z + rlogis(n) > 0.8)]
y <- 1 + 0.7 * x + 0.8 * yes + 0.3 * steps + 0.4 * (region == "west") + rnorm(n)
mixed <- data.frame(y, x, z, yes, steps, region)
mixed$yes[runif(n) < plogis(-1.2 + 0.6 * x)] <- NA
mixed$steps[runif(n) < plogis(-1.2 - 0.6 * x)] <- NA
mixed$region[runif(n) < plogis(-1.6 + 0.5 * z)] <- NA
mixed[, 1:3] <- round(mixed[, 1:3], 4)
say(mixed, "mixed.csv")
factors <- mixed
factors$yes <- factor(factors$yes); factors$steps <- ordered(factors$steps); factors$region <- factor(factors$region)
imputed <- mice(factors, m = 200, maxit = 10, seed = 3, printFlag = FALSE,
                method = c("", "", "", "logreg", "polr", "polyreg"))
fits <- with(imputed, lm(y ~ x + z + I(as.numeric(yes) - 1) + as.numeric(steps) + I(region == "north") + I(region == "west")))
p <- pool(fits); s <- summary(p)
say(data.frame(term = c("(Intercept)", "x", "z", "yes", "steps", "region=north", "region=west"), estimate = s$estimate,
               std_error = s$std.error, fmi = p$pooled$fmi, simulation_error = sqrt(p$pooled$b / 200)), "mixed-pooled.csv")
writeLines(c(R.version.string, paste("mice", packageVersion("mice")), paste("mitml", packageVersion("mitml"))), "versions.txt")
