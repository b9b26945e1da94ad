# Courses of points by R's lowess(), for Lowess: Rscript lowess.R > lowess.csv
set.seed(20261129)
sets <- list(
  cars = cars[order(cars$speed), c("speed", "dist")],
  outliers = { x <- sort(round(runif(60) * 10, 2)); y <- sin(x) + rnorm(60, sd = .2); y[c(5, 30)] <- 9; data.frame(x, y) },
  ratings = { x <- sort(rep(1:7, each = 9)); data.frame(x, y = round(x / 2 + rnorm(63), 3)) },
  wide = { x <- sort(c(rexp(150), 40)); data.frame(x, y = x^2 / 10 + rnorm(151)) })
cat("set,f,iter,delta,x,y,course\n")
for (name in names(sets)) for (f in c(2/3, 0.3)) for (iter in c(0, 3)) for (zero in c(FALSE, TRUE)) {
  d <- sets[[name]]; x <- d[[1]]; y <- d[[2]]
  delta <- if (zero) 0 else 0.01 * diff(range(x))
  course <- lowess(x, y, f = f, iter = iter, delta = delta)$y
  cat(sprintf("%s,%.17g,%d,%.17g,%.17g,%.17g,%.17g\n", name, f, iter, delta, x, y, course), sep = "")
}
