# Files of statistical programs for the tests of the readers, written by haven. Run in this folder:
#   Rscript haven.R
# R 4.2.2, haven 2.5.1. The values are those that `StatisticalReaderTests` expects, typed there again by hand.
library(haven)
out <- "../../SurveyFilesTests/Fixtures"
d <- data.frame(id = as.numeric(1:6))
attr(d$id, "label") <- "Respondent"
d$quality <- labelled_spss(c(1, 5, 9, 3, NA, 98),
  labels = c("Very bad" = 1, "Very good" = 5, "Refused" = 9), na_values = 9, na_range = c(97, 99), label = "Quality of it all")
d$region <- labelled_spss(c("n", "s", "n", "", "x", "s"), labels = c(North = "n", South = "s", "No answer" = "x"), na_values = "x")
d$day <- as.Date(c("2024-05-01", "2020-02-29", NA, "1999-12-31", "1900-03-01", "2024-05-01"))
d$moment <- as.POSIXct(c("2024-05-01 10:11:12", "1970-01-01 00:00:00", NA, "2024-12-31 23:59:59", "2000-02-29 12:00:00", "2024-05-01 10:11:12"), tz = "UTC")
d$weight <- c(0.5, 1.5, 1, 1, 0.25, 1.75)
d$city <- c("Zürich", "Århus", "København", "", "São Paulo", "Zürich")
write_sav(d, file.path(out, "haven.sav"), compress = "none")
write_sav(d, file.path(out, "haven.zsav"), compress = "zsav")
s <- d
s$quality <- labelled(c(1, 5, tagged_na("r"), 3, NA, tagged_na("z")), c("Very bad" = 1, "Very good" = 5, Refused = tagged_na("r")), label = "Quality of it all")
s$region <- c("n", "s", "n", "", "x", "s")
write_dta(s, file.path(out, "haven.dta"), version = 14)
s$quality <- c(1, 5, NA, 3, NA, NA)
write_xpt(s, file.path(out, "haven.xpt"), version = 8)
