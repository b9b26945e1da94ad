suppressMessages(library(survey))
# Samples of two stages by R's survey: svymean, svyglm, domains, correlations (from moments, by svycontrast), design effects, tests of
# groups, units that stand alone in their cluster. apiclus2 is the package's (districts, and schools within them); the stratified
# samples are drawn here.
options(digits = 17, survey.lonely.psu = "fail")
set.seed(20261129)
data(api)
clus <- apiclus2[, c("stype", "dnum", "snum", "pw", "fpc1", "fpc2", "yr.rnd", "api00", "ell", "meals", "mobility", "full", "emer")]
clus$grade <- cut(clus$api00, c(0, 560, 640, 720, 1000), labels = FALSE)
clus$share1 <- 40 / clus$fpc1
clus$share2 <- ave(clus$snum, clus$dnum, FUN = length) / clus$fpc2
clus$mobility[c(3, 50, 111)] <- NA
write.csv(clus, "stages-clus.csv", row.names = FALSE, quote = FALSE, na = "")

# A population of towns and their shops; most towns of a region are drawn, shops within them, customers within shops. Names of shops
# begin anew in every town, names of towns in every region.
draw <- function(smallest) {
  rows <- list()
  regions <- data.frame(name = c("north", "south", "west"), towns = c(6, 8, 5), drawn = c(4, 5, 4))
  for (r in 1:3) {
    level <- rnorm(1, 0, 3)
    for (t in sample(regions$towns[r], regions$drawn[r])) {
      shops <- sample(4:9, 1); n <- sample(smallest:4, 1); town <- rnorm(1, 0, 6)
      for (s in sort(sample(shops, n))) {
        shop <- rnorm(1, 0, 5); m <- sample(2:4, 1)
        a <- round(50 + .5 * shop + .4 * town + rnorm(m, 0, 9), 2); b <- round(40 + .6 * (a - 50) - .5 * town + rnorm(m, 0, 8), 2)
        y <- round(60 + level + .4 * a + .3 * b + shop + town + rnorm(m, 0, 7), 2)
        rows[[length(rows) + 1]] <- data.frame(region = regions$name[r], town = paste0("t", t), shop = paste("shop", s),
          towns = regions$towns[r], shops = shops, w = round(regions$towns[r] / regions$drawn[r] * shops / n * runif(m, .7, 1.6), 3), y = y, a = a, b = b)
      }
    }
  }
  d <- do.call(rbind, rows)
  d$c <- round(30 + .5 * d$a + rnorm(nrow(d), 0, 8), 2)
  d$d <- round(20 + .4 * d$b + .3 * d$a + rnorm(nrow(d), 0, 8), 2)
  d$group <- ifelse(runif(nrow(d)) < .4, "x", "z")
  d$grade <- cut(d$y, quantile(d$y, c(0, .3, .6, 1)), labels = FALSE, include.lowest = TRUE)
  d$b[c(7, 20)] <- NA
  d
}
both <- draw(2); lone <- draw(1)
write.csv(both, "stages-both.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(lone, "stages-lone.csv", row.names = FALSE, quote = FALSE, na = "")

number <- function(x) paste(ifelse(is.finite(x), format(x, digits = 17, trim = TRUE, scientific = TRUE), "null"), collapse = ", ")
cases <- character()
add <- function(name, file, options, design, formula, item, pair, by = NULL, subset = NULL) {
  whole <- design
  if (!is.null(subset)) design <- design[subset(design$variables), ]
  m <- svyglm(formula, design); s <- coef(summary(m))
  known <- design[!is.na(design$variables[[item]]), ]
  mean <- svymean(as.formula(paste0("~", item)), known); df <- degf(known)
  x <- known$variables[[item]]; w <- weights(known); n <- length(x); centre <- sum(w * x) / sum(w)
  deff <- drop(SE(mean))^2 / (sum(w * (x - centre)^2) / sum(w) / (n - 1))
  # From five means, as far from the variables' own as nothing matters.
  v <- known$variables; u <- v[[pair[1]]] - mean(v[[pair[1]]]); z <- v[[pair[2]]] - mean(v[[pair[2]]])
  known <- update(known, m1 = u, m2 = z, m11 = u * u, m22 = z * z, m12 = u * z)
  r <- svycontrast(svymean(~m1 + m2 + m11 + m22 + m12, known), quote((m12 - m1 * m2) / sqrt((m11 - m1^2) * (m22 - m2^2))))
  groups <- ""
  if (!is.null(by)) {
    chi <- svychisq(as.formula(paste("~grade +", by)), whole, statistic = "F")
    g <- svyglm(as.formula(paste(pair[1], "~ factor(", by, ")")), whole)
    wald <- regTermTest(g, as.formula(paste("~factor(", by, ")")), method = "Wald")
    groups <- sprintf(', "by": "%s", "chi": [%s], "wald": [%s]', by, number(c(chi$statistic, chi$parameter, chi$p.value)),
      number(c(wald$Ftest, wald$df, wald$ddf, wald$p)))
  }
  cases <<- c(cases, sprintf('{"name": "%s", "file": "%s", "options": "%s", "outcome": "%s", "drivers": "%s", "n": %d, "df": %d, "degf": %d, "estimate": [%s], "std_error": [%s], "item": "%s", "mean": %s, "mean_error": %s, "deff": %s, "pair": "%s", "correlation": %s, "correlation_error": %s%s}',
    name, file, options, all.vars(formula)[1], paste(all.vars(formula)[-1], collapse = ","), length(residuals(m)), as.integer(m$df.residual), df, number(coef(m)), number(sqrt(diag(vcov(m)))), item,
    number(coef(mean)), number(SE(mean)), number(deff), paste(pair, collapse = ","), number(coef(r)), number(SE(r)), groups))
}
api <- api00 ~ ell + meals + mobility
C <- svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = clus)
stopifnot(all.equal(as.numeric(weights(C)), clus$pw))
add("districts and schools", "stages-clus", "--weights pw --cluster dnum,snum --fpc fpc1,fpc2", C, api, "mobility", c("ell", "meals"), "stype")
add("shares in place of counts", "stages-clus", "--weights pw --cluster dnum,snum --fpc share1,share2", svydesign(id = ~dnum + snum, fpc = ~share1 + share2, weights = ~pw, data = clus), api, "mobility", c("ell", "meals"), "stype")
add("respondents are the second stage", "stages-clus", "--weights pw --cluster dnum --fpc fpc1,fpc2", C, api, "mobility", c("ell", "meals"))
add("a domain of districts and schools", "stages-clus", "--weights pw --cluster dnum,snum --fpc fpc1,fpc2 --where 'meals > 40'", C, api, "mobility", c("ell", "meals"), subset = function(v) v$meals > 40)
add("no weights", "stages-clus", "--cluster dnum,snum --fpc fpc1,fpc2", svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, weights = rep(1, nrow(clus)), data = clus), api, "mobility", c("ell", "meals"))
B <- svydesign(id = ~town + shop, strata = ~region, fpc = ~towns + shops, weights = ~w, data = both, nest = TRUE)
add("regions, towns and shops", "stages-both", "--weights w --strata region --cluster town,shop --fpc towns,shops", B, y ~ a + b, "b", c("a", "c"), "group")
add("a domain of regions, towns and shops", "stages-both", "--weights w --strata region --cluster town,shop --fpc towns,shops --where 'a > 53'", B, y ~ a + b, "b", c("a", "c"), subset = function(v) v$a > 53)
both$many <- Inf; S <- svydesign(id = ~town + shop, strata = ~region, fpc = ~towns + many, weights = ~w, data = both, nest = TRUE)
add("shops that are few of very many", "stages-both", "--weights w --strata region --cluster town,shop --fpc towns", S, y ~ a + b, "b", c("a", "c"), "group")
W <- svydesign(id = ~town, strata = ~region, weights = ~w, data = both, nest = TRUE)
add("clusters of which nothing is known", "stages-both", "--weights w --strata region --cluster town,shop", W, y ~ a + b, "b", c("a", "c"), "group")
for (kind in c("certainty", "adjust")) {
  options(survey.lonely.psu = kind)
  L <- svydesign(id = ~town + shop, strata = ~region, fpc = ~towns + shops, weights = ~w, data = lone, nest = TRUE)
  add(paste("a shop alone in its town,", kind), "stages-lone", paste("--weights w --strata region --cluster town,shop --fpc towns,shops --lonely", kind), L, y ~ a + b, "b", c("a", "c"), "group")
}
stopifnot(any(tapply(lone$shop, paste(lone$region, lone$town), function(x) length(unique(x))) == 1))
cat("[\n", paste(cases, collapse = ",\n"), "\n]\n", sep = "", file = "stages.json")
# The average of units that stand alone is not defined in R's survey: each cluster is by itself there.
options(survey.lonely.psu = "average"); print(svymean(~a, L))
cat(R.version.string, "survey", as.character(packageVersion("survey")), "\n")
