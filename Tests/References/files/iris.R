# The files of flowers that come with haven, and what haven reads in them. Run in this folder:
#   Rscript iris.R
# R 4.2.2, haven 2.5.1, whose licence (MIT) is in haven-LICENSE.
# iris.sas7bdat is packed by gzip, since most of it is room that SAS leaves.
library(haven)
out <- "../../SurveyFilesTests/Fixtures"
from <- system.file("examples", package = "haven")
for (name in c("iris.sav", "iris.dta")) file.copy(file.path(from, name), file.path(out, name), overwrite = TRUE)
system(paste("gzip -9 -n -c", file.path(from, "iris.sas7bdat"), ">", file.path(out, "iris.sas7bdat.gz")))
zap <- function(x) if (is.labelled(x)) as.numeric(zap_labels(x)) else zap_formats(x)
for (name in c("sas7bdat", "sav", "dta")) {
  d <- switch(name, sas7bdat = read_sas, sav = read_sav, dta = read_dta)(file.path(from, paste0("iris.", name)))
  write.csv(as.data.frame(lapply(d, zap)), paste0("iris-", name, ".csv"), row.names = FALSE, quote = FALSE)
}
