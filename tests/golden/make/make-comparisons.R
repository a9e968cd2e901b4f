# Intervals and tests for two independent groups, from R packages. Writes comparisons-r.csv and comparison-tests-r.csv.
#
#     Rscript tests/golden/make/make-comparisons.R FOLDER
#
# FOLDER holds the sources of the CRAN packages ratesci 1.0.0 and PropCIs 0.3-0, one folder each (they need no compilation and are
# sourced, not installed); epitools and stats are installed.
folder <- commandArgs(trailingOnly = TRUE)[1]
package <- function(name, skip = "data.R|package") {
  e <- new.env()
  for (f in list.files(file.path(folder, name, "R"), full.names = TRUE)) if (!grepl(skip, f)) sys.source(f, e)
  e
}
ratesci <- package("ratesci")
prop.cis <- package("PropCIs", "bayes")
suppressPackageStartupMessages(library(epitools))
cases <- rbind(
  c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7), c(5, 56, 0, 29), c(0, 10, 0, 20), c(10, 10, 0, 20), c(15, 148, 30, 160),
  c(7, 34, 1, 34), c(3, 3, 5, 5), c(3, 3, 4, 5), c(0, 3, 4, 5), c(2, 3, 5, 5), c(0, 12, 3, 50), c(1, 29, 0, 20), c(81, 263, 15, 148),
  c(12, 15, 14, 15), c(2, 14, 8, 16), c(1, 20, 19, 20), c(489, 1913, 351, 1602), c(299, 300, 4, 4), c(2, 40, 3, 41), c(33, 33, 33, 34))
digits <- function(v) ifelse(is.na(v), "", ifelse(v == Inf, "inf", formatC(v, digits = 17, format = "g")))

# Noncentral hypergeometric tails, with the roots solved to the last digits (fisher.test stops at 3 to 5).
conditional <- function(x1, n1, x2, n2, level, observed) {
  m <- x1 + x2; k <- max(0, m - n2):min(n1, m); d <- dhyper(k, n1, n2, m, log = TRUE)
  share <- function(t, above) {
    w <- d + k * t; w <- exp(w - max(w)); w <- w / sum(w)
    sum(w[if (above) k > x1 else k < x1]) + observed * w[k == x1]
  }
  solve <- function(above) exp(uniroot(function(t) log(share(t, above)) - log((1 - level) / 2), c(-40, 40), tol = 1e-15, maxiter = 5000)$root)
  c(if (x1 == min(k)) 0 else solve(TRUE), if (x1 == max(k)) Inf else solve(FALSE))
}

rows <- list(); tests <- list()
add <- function(measure, method, level, case, limits, witness) {
  rows[[length(rows) + 1]] <<- paste(c(measure, method, level, case, digits(limits[1]), digits(limits[2]), witness), collapse = ",")
}
for (i in seq_len(nrow(cases))) {
  x1 <- cases[i, 1]; n1 <- cases[i, 2]; x2 <- cases[i, 3]; n2 <- cases[i, 4]; case <- cases[i, ]
  alike <- x1 + x2 == 0 || x1 + x2 == n1 + n2
  for (level in c(0.9, 0.95, 0.99)) {
    score <- function(contrast, bcf) {
      e <- suppressWarnings(ratesci$scoreci(x1, n1, x2, n2, contrast = contrast, skew = FALSE, bcf = bcf, or_bias = FALSE, precis = 13,
                                            level = level)$estimates)
      c(e[1, "lower"], e[1, "upper"])
    }
    if (!alike) for (bcf in c(TRUE, FALSE)) {
      add("difference", if (bcf) "miettinen-nurminen" else "mee", level, case, score("RD", bcf), "ratesci::scoreci")
      add("ratio", if (bcf) "miettinen-nurminen" else "koopman", level, case, score("RR", bcf), "ratesci::scoreci")
      add("odds-ratio", if (bcf) "miettinen-nurminen" else "score-uncorrected", level, case, score("OR", bcf), "ratesci::scoreci")
    }
    wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE, conf.level = level)$conf.int)
    a <- wilson(x1, n1); b <- wilson(x2, n2); p1 <- x1 / n1; p2 <- x2 / n2
    add("difference", "newcombe", level, case, p1 - p2 + c(-1, 1) * sqrt(c((p1 - a[1])^2 + (b[2] - p2)^2, (a[2] - p1)^2 + (p2 - b[1])^2)), "prop.test")
    for (kind in c("AC", "Wald")) {
      limits <- prop.cis$wald2ci(x1, n1, x2, n2, level, kind)$conf.int
      limits <- c(min(max(limits[1], -1), p1 - p2), max(min(limits[2], 1), p1 - p2))
      add("difference", if (kind == "AC") "agresti-caffo" else "wald", level, case, limits, "PropCIs::wald2ci")
    }
    if (x1 * x2 * (n1 - x1) * (n2 - x2) > 0) {
      table <- matrix(c(n2 - x2, n1 - x1, x2, x1), 2)
      add("odds-ratio", "woolf", level, case, epitools::oddsratio.wald(table, conf.level = level)$measure[2, 2:3], "epitools::oddsratio.wald")
      add("ratio", "katz-log", level, case, epitools::riskratio.wald(table, conf.level = level)$measure[2, 2:3], "epitools::riskratio.wald")
    }
    if (!alike) for (midp in c(FALSE, TRUE))
      add("odds-ratio", if (midp) "conditional-mid-p" else "conditional-exact", level, case,
          conditional(x1, n1, x2, n2, level, if (midp) 0.5 else 1), "dhyper + uniroot")
  }
  test <- function(name, statistic, p, witness) tests[[length(tests) + 1]] <<- paste(c(name, case, digits(statistic), digits(p), witness), collapse = ",")
  table <- matrix(c(x1, n1 - x1, x2, n2 - x2), 2)
  if (!alike) {
    plain <- suppressWarnings(chisq.test(table, correct = FALSE)); yates <- suppressWarnings(chisq.test(table, correct = TRUE))
    n.1 <- unname(plain$statistic) * (n1 + n2 - 1) / (n1 + n2)
    test("pearson", plain$statistic, plain$p.value, "chisq.test")
    test("yates", yates$statistic, yates$p.value, "chisq.test")
    test("n-1", n.1, pchisq(n.1, 1, lower.tail = FALSE), "chisq.test")
    g <- anova(glm(cbind(c(x1, x2), c(n1 - x1, n2 - x2)) ~ factor(1:2), family = binomial, control = list(epsilon = 1e-16, maxit = 100)), test = "LRT")
    if (min(table) > 0) test("g", g$Deviance[2], g$`Pr(>Chi)`[2], "glm")
  }
  test("fisher", NA, fisher.test(table)$p.value, "fisher.test")
  lower <- phyper(x1, n1, n2, x1 + x2); upper <- phyper(x1 - 1, n1, n2, x1 + x2, lower.tail = FALSE); seen <- dhyper(x1, n1, n2, x1 + x2)
  test("fisher-central", NA, min(1, 2 * min(lower, upper)), "phyper")
  test("fisher-midp", NA, min(1, 2 * min(lower, upper) - seen), "phyper")
}
writeLines(c("measure,method,level,cases,n,reference_cases,reference_n,lower,upper,witness", unlist(rows)), "tests/golden/comparisons-r.csv")
writeLines(c("test,cases,n,reference_cases,reference_n,statistic,p,witness", unlist(tests)), "tests/golden/comparison-tests-r.csv")
