# Writes the data of the reference: attitude and swiss (R's datasets) as they are, and the exact cross products of
# bayesm's customerSat (means and scatter can be made from them without rounding but the last).
# R 4.2.2, bayesm 3.1-5. Run here: Rscript data.R
write.csv(attitude, "attitude.csv", row.names = FALSE, quote = FALSE)
write.csv(swiss, "swiss.csv", row.names = FALSE, quote = FALSE)
suppressMessages(library(bayesm))
data(customerSat)
x <- as.matrix(customerSat[, paste0("q", 1:10)])
products <- crossprod(cbind(one = 1, x))
stopifnot(all(products == round(products)))
write.csv(as.data.frame(products), "customer-satisfaction-products.csv", row.names = FALSE, quote = FALSE)
