# Importance with a product that never enters without its factors: the increase of R2 averaged over the orders
# a, b, a:b and b, a, a:b. Run from this folder: Rscript products.R
d <- read.csv("products.csv")
for (shift in c(0, 5, -3.5)) {
  e <- transform(d, a = a + shift, b = b - shift / 2)
  r2 <- function(f) summary(lm(f, e))$r.squared
  a <- r2(y ~ a); b <- r2(y ~ b); ab <- r2(y ~ a + b); all <- r2(y ~ a * b)
  cat(format(c((a + ab - b) / 2, (b + ab - a) / 2, all - ab), digits = 10), "\n")
}
cat(R.version.string, "\n")
