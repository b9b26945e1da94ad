# What R makes of NIST's sets: lm (tol = 1e-14, so that Filip keeps its eleven columns), mean, sd, acf, aov.
# Writes peers.csv with 17 significant digits. Run here: Rscript peers.R  (R 4.2.2; Debian's reference or OpenBLAS does not
# matter: lm uses LINPACK's dqrdc2). "Filip" and "Filip powers rounded" are the same to R, which forms powers as columns.
folder <- "../../../datasets/nist"
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")))
rows <- list()
add <- function(dataset, statistic, term, value) {
  rows[[length(rows) + 1]] <<- data.frame(
    dataset = dataset, statistic = statistic, term = term, value = sprintf("%.17g", value))
}
powers <- c(Pontius = 2, Filip = 10, setNames(rep(5, 5), paste0("Wampler", 1:5)))
for (name in c("Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley", paste0("Wampler", 1:5))) {
  d <- read(name)
  model <- if (startsWith(name, "NoInt")) y ~ x - 1
    else if (name %in% names(powers))
      as.formula(paste("y ~ x", paste0("+ I(x^", 2:powers[[name]], ")", collapse = " ")))
    else y ~ .
  fit <- summary(lm(model, data = d, tol = 1e-14))
  stopifnot(!anyNA(fit$coefficients))
  terms <- paste0("B", seq_len(nrow(fit$coefficients)) - as.integer(!startsWith(name, "NoInt")))
  for (label in if (name == "Filip") c(name, "Filip powers rounded") else name) {
    for (k in seq_along(terms)) add(label, "coef", terms[k], fit$coefficients[k, 1])
    for (k in seq_along(terms)) add(label, "se", terms[k], fit$coefficients[k, 2])
    add(label, "residual_sd", "", fit$sigma)
    add(label, "r_squared", "", fit$r.squared)
    add(label, "F", "", fit$fstatistic[[1]])
  }
}
for (name in c("PiDigits", "Lottery", "Lew", "Mavro", "Michelso", paste0("NumAcc", 1:4))) {
  y <- read(name)$y
  add(name, "mean", "", mean(y))
  add(name, "sd", "", sd(y))
  add(name, "acf1", "", acf(y, lag.max = 1, plot = FALSE)$acf[2])
}
for (name in c("SiRstv", paste0("SmLs0", 1:9), "AtmWtAg")) {
  d <- read(name)
  fit <- aov(y ~ factor(treatment), data = d)
  table <- summary(fit)[[1]]
  add(name, "ss_between", "", table[1, 2])
  add(name, "ms_between", "", table[1, 3])
  add(name, "ss_within", "", table[2, 2])
  add(name, "ms_within", "", table[2, 3])
  add(name, "F", "", table[1, 4])
  add(name, "r_squared", "", summary.lm(fit)$r.squared)
  add(name, "residual_sd", "", summary.lm(fit)$sigma)
}
all <- do.call(rbind, rows)
write.csv(all, "peers.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
