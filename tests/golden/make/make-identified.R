# Writes identified-r.csv: which counts and which methods print a published figure, by trying everything. From the repository root:
#
#     Rscript tests/golden/make/make-identified.R
#
# The limits are those of make-intervals.R, of which everything before its first output is read.
functions <- readLines("tests/golden/make/make-intervals.R")
eval(parse(text = functions[seq_len(grep("^out <- file", functions)[1] - 1)]))

wald <- function(x, n, a) pmin(pmax(x / n + c(-1, 1) * qnorm(a / 2, lower.tail = FALSE) * sqrt(x / n * (1 - x / n) / n), 0), 1)
score <- function(correct) function(x, n, a) suppressWarnings(prop.test(x, n, conf.level = 1 - a, correct = correct))$conf.int[1:2]
# prop.test does not correct in full at x = n/2 (see make-intervals.R), so no figure below is 50 %; it leaves 1e-17 for 0
methods <- list(
  "wilson" = score(FALSE), "wilson-cc" = score(TRUE), "clopper-pearson" = clopper, "mid-p" = mid.p, "jeffreys" = jeffreys,
  "agresti-coull" = agresti.coull, "likelihood" = likelihood, "blaker" = blaker, "arcsine" = arcsine,
  "logit" = function(x, n, a) if (x == 0 || x == n) clopper(x, n, a) else plogis(qlogis(x / n) + c(-1, 1) * qnorm(a / 2, lower.tail = FALSE) * sqrt(n / x / (n - x))),
  "wald" = wald, "wald-cc" = wald.cc)

# value, low, high as printed; n; level. Percentages, except the two with a leading 0.
figures <- read.table(text = "
25.6 23.6 27.5 1913 0.95
67.6 65.5 69.7 1913 0.95
42.6 40.4 44.8 1913 0.95
79.2 77.3 81.0 1913 0.95
13.7 12.8 14.7 5103 0.95
10.1 5.8 16.2 148 0.95
30.8 25.5 36.6 263 0.95
31 24 38 263 0.99
37.9 37.1 38.6 15322 0.95
0% 0% 16.8% 20 0.95
100 83.2 100 20 0.95
0.101 0.058 0.162 148 0.95
0.379 0.372 0.385 15322 0.9", colClasses = "character", col.names = c("value", "lower", "upper", "persons", "level"))

places <- function(text) { text <- sub("%", "", text); if (grepl(".", text, fixed = TRUE)) nchar(sub(".*[.]", "", text)) else 0 }
number <- function(text) as.numeric(sub("%", "", text))
prints <- function(p, text, unit) abs(p * unit - number(text)) <= 0.5 * 10^-places(text) + 1e-12 * unit

out <- file("tests/golden/identified-r.csv", "wb")
cat("value,lower,upper,persons,level,cases,method,match\n", file = out)
for (i in seq_len(nrow(figures))) {
  f <- figures[i, ]; n <- as.numeric(f$persons)
  unit <- if (startsWith(f$value, "0.")) 1 else 100
  for (x in which(prints((0:n) / n, f$value, unit)) - 1) for (name in names(methods)) {
    limits <- methods[[name]](x, n, alpha.for[[f$level]])
    found <- c(prints(limits[1], f$lower, unit), prints(limits[2], f$upper, unit))
    if (any(found))
      cat(paste(f$value, f$lower, f$upper, f$persons, f$level, x, name, if (all(found)) "both" else if (found[1]) "lower" else "upper", sep = ","), "\n", sep = "", file = out)
  }
}
close(out)
