# Weighted proportions by three columns, without standard errors.
suppressMessages(library(data.table))
persons <- fread(commandArgs(TRUE)[1], select = c("weight", "sex", "region", "smoking", "pain"))
for (by in c("sex", "region", "smoking")) print(persons[, .(sum(weight * pain) / sum(weight), .N), by = by])
