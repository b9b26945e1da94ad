# One-way analysis of variance of attitude's rating in three made-up regions of 7, 13 and 10 departments.
# R 4.2.2. Writes anova.csv. Run here: Rscript anova.R
d <- read.csv("attitude.csv")
region <- rep(c("north", "south", "west"), c(7, 13, 10))
table <- summary(aov(d$rating ~ region))[[1]]
writeLines(
  c("statistic,value", sprintf("%s,%.15g", c("df_between", "df_within", "ss_between", "ss_within", "ms_between",
    "ms_within", "f", "p"), unlist(table)[c(1:7, 9)])), "anova.csv")
