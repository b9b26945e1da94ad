# Replicate weights as svrep makes them: bootstraps of two stages, generalised bootstrap, Fay's generalised replication,
# and weights that respondents took over from those who did not answer. R 4.2.2, survey 4.1.1, svrep 0.9.1 (of CRAN; built from its source).
# Run in this folder: Rscript svrep.R   (writes svrep.json and its sets of data)
source("figures.R")
suppressMessages(library(svrep))
set.seed(20261130)
one <- function(name, file, data, design, type = "bootstrap") {
  W <- as.matrix(weights(design, "analysis")); r <- design$rscales
  add(name, file, data, "other", scale = design$scale, rscales = r, mse = isTRUE(design$mse), weights = W,
    options = paste0("--replicate-type ", type, " --replicate-scale ", format(design$scale, digits = 17),
      if (any(r != 1)) paste0(" --replicate-rscales ", paste(format(r, digits = 17, trim = TRUE), collapse = ",")),
      if (isTRUE(design$mse)) " --replicate-mse"))
}
clus2 <- prepare(apiclus2); clus2$fpc1 <- apiclus2$fpc1; clus2$fpc2 <- apiclus2$fpc2
two <- svydesign(ids = ~dnum + snum, fpc = ~fpc1 + fpc2, weights = ~pw, data = clus2)
one("Rao-Wu-Yue-Beaumont", "svrep-two", clus2, as_bootstrap_design(two, type = "Rao-Wu-Yue-Beaumont", replicates = 60, mse = TRUE, compress = FALSE))
strat <- prepare(apistrat)
by <- svydesign(ids = ~1, strata = ~stype, weights = ~pw, data = strat)
one("generalised bootstrap", "svrep-general", strat, as_gen_boot_design(by, variance_estimator = "SD1", replicates = 60, tau = "auto", mse = TRUE, compress = FALSE))
strat$unit <- ave(seq_len(nrow(strat)), strat$stype, FUN = function(i) rep(1:8, length.out = length(i)))
units <- svydesign(ids = ~unit, strata = ~stype, weights = ~pw, data = strat, nest = TRUE)
one("Fay's generalised replication", "svrep-fay", strat, as_fays_gen_rep_design(units, variance_estimator = "Ultimate Cluster", max_replicates = 40, mse = TRUE, compress = FALSE))
one("Preston", "svrep-preston", clus2, as_bootstrap_design(two, type = "Preston", replicates = 50, mse = FALSE, compress = FALSE))
strat$status <- ifelse(seq_len(nrow(strat)) %% 7 == 3, "no", "yes")
answered <- as_bootstrap_design(svydesign(ids = ~unit, strata = ~stype, weights = ~pw, data = strat, nest = TRUE), replicates = 50, mse = FALSE, compress = FALSE)
moved <- redistribute_weights(answered, reduce_if = status == "no", increase_if = status == "yes", by = "stype")
kept <- moved[moved$variables$status == "yes", ]
one("nonresponse adjusted", "svrep-adjusted", { k <- kept$variables; k$pw <- weights(kept, "sampling"); k }, kept)
cat("[\n", paste(cases, collapse = ",\n"), "\n]\n", sep = "", file = "svrep.json")
cat(R.version.string, "survey", as.character(packageVersion("survey")), "svrep", as.character(packageVersion("svrep")), "\n", file = "svrep-version.txt")
