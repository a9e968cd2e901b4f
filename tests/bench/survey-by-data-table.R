# Prevalence and its linearized standard error, overall and by three columns, by hand: sums by PSU and stratum in one pass, and the rest from these.
suppressMessages(library(data.table))
persons <- fread(commandArgs(TRUE)[1], select = c("stratum", "psu", "weight", "sex", "region", "smoking", "pain"))
cells <- persons[, .(x = sum(weight * pain), w = sum(weight), n = .N), by = .(stratum, psu, sex, region, smoking)]
frame <- unique(cells[, .(stratum, psu)])[, .(units = .N), by = stratum]
domain <- function(part) {
  weight <- sum(part$w)
  p <- sum(part$x) / weight
  z <- part[, .(z = sum(x - p * w) / weight), by = .(stratum, psu)][, .(s = sum(z), s2 = sum(z^2)), by = stratum][frame, on = "stratum"]
  z[is.na(s), c("s", "s2") := 0]
  c(cases = sum(part$x), n = sum(part$n), p = p, se = sqrt(z[, sum(units / (units - 1) * (s2 - s^2 / units))]))
}
print(domain(cells), digits = 10)
for (by in c("sex", "region", "smoking")) for (level in sort(unique(cells[[by]]))) { cat(level, ""); print(domain(cells[cells[[by]] == level]), digits = 10) }
