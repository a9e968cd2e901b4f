# Mantel-Haenszel, homogeneity, trend and adjusted p values from R: stratified-r.csv, trend-r.csv, multiplicity-r.csv. From the repository root:
#
#     Rscript tests/golden/make/make-stratified.R
#
# metafor (rma.mh, rma), stats (mantelhaen.test, prop.trend.test, glm, lm, p.adjust). Sandwich variances are written out from the model matrix.
suppressPackageStartupMessages(library(metafor))
text <- function(v) if (length(v) == 0 || is.na(v) || is.nan(v)) "" else if (is.infinite(v)) "inf" else sprintf("%.17g", v)
rows <- character(0)
add <- function(set, quantity, estimate = NA, lower = NA, upper = NA, se = NA, statistic = NA, df = NA, p = NA, witness)
  rows[[length(rows) + 1]] <<- paste(c(set, quantity, sapply(list(estimate, lower, upper, se, statistic, df, p), text), witness), collapse = ",")
tables <- read.csv("tests/golden/stratified-tables.csv", colClasses = c("character", "character", rep("numeric", 4)))
for (set in unique(tables$set)) {
  d <- tables[tables$set == set, ]; a <- d$cases; b <- d$n - a; c <- d$reference_cases; e <- d$reference_n - c
  for (m in c("OR", "RR", "RD")) {
    f <- suppressWarnings(rma.mh(ai = a, bi = b, ci = c, di = e, measure = m, correct = FALSE, drop00 = FALSE, add = 0, to = "none"))
    back <- if (m == "RD") identity else exp
    add(set, c(OR = "odds-ratio", RR = "ratio", RD = "difference")[[m]], back(f$beta), back(f$ci.lb), back(f$ci.ub), f$se, witness = "metafor::rma.mh")
    if (m == "OR") {
      add(set, "breslow-day", statistic = f$BD, df = f$k.pos - 1, p = f$BDp, witness = "metafor::rma.mh")
      add(set, "tarone", statistic = f$TA, df = f$k.pos - 1, p = f$TAp, witness = "metafor::rma.mh")
    }
  }
  cells <- array(rbind(a, c, b, e), c(2, 2, nrow(d)))
  keep <- apply(cells, 3, sum) > 1
  t <- mantelhaen.test(cells[, , keep], correct = FALSE)
  add(set, "cmh", statistic = t$statistic, df = 1, p = t$p.value, witness = "mantelhaen.test")
  some <- a > 0 & c > 0 & b + e > 0
  if (sum(some) > 1) {
    q <- suppressWarnings(rma(ai = a[some], bi = b[some], ci = c[some], di = e[some], measure = "RR", method = "FE", add = 0, to = "none"))
    add(set, "cochran-q-ratio", statistic = q$QE, df = sum(some) - 1, p = q$QEp, witness = "metafor::rma")
  }
  v <- a * b / d$n^3 + c * e / d$reference_n^3; some <- v > 0
  q <- rma(yi = (a / d$n - c / d$reference_n)[some], vi = v[some], method = "FE")
  add(set, "cochran-q-difference", statistic = q$QE, df = sum(some) - 1, p = q$QEp, witness = "metafor::rma")
}
writeLines(c("set,quantity,estimate,lower,upper,se,statistic,df,p,witness", rows), "tests/golden/stratified-r.csv")

rows <- character(0)
trends <- read.csv("tests/golden/trend-tables.csv", colClasses = c("character", rep("numeric", 3)))
for (set in unique(trends$set)) {
  d <- trends[trends$set == set, ]; x <- d$cases; n <- d$n; s <- d$score
  t <- suppressWarnings(prop.trend.test(x, n, s)); all <- suppressWarnings(prop.test(x, n, correct = FALSE))
  add(set, "trend", statistic = t$statistic, df = 1, p = t$p.value, witness = "prop.trend.test")
  if (nrow(d) > 2) {
    rest <- unname(all$statistic - t$statistic)
    add(set, "departure", statistic = rest, df = nrow(d) - 2, p = pchisq(rest, nrow(d) - 2, lower.tail = FALSE), witness = "prop.test less prop.trend.test")
  }
  long <- data.frame(y = rep(c(1, 0), each = nrow(d)), s = rep(s, 2), w = c(x, n - x)); long <- long[long$w > 0, ]
  sandwich <- function(X, mu, bread) { meat <- t(X * (long$w * (long$y - mu)^2)) %*% X; sqrt((bread %*% meat %*% bread)[2, 2]) }
  X <- cbind(1, long$s)
  f <- lm(y ~ s, data = long, weights = w)
  se <- sandwich(X, fitted(f), solve(t(X * long$w) %*% X)); b <- coef(f)[[2]]
  add(set, "linear", b, b - qnorm(.975) * se, b + qnorm(.975) * se, se, witness = "lm with HC0")
  f <- suppressWarnings(glm(y ~ s, data = long, weights = w, family = poisson, control = list(epsilon = 1e-15, maxit = 200)))
  se <- sandwich(X, fitted(f), solve(t(X * (long$w * fitted(f))) %*% X)); b <- coef(f)[[2]]
  add(set, "modified-poisson", exp(b), exp(b - qnorm(.975) * se), exp(b + qnorm(.975) * se), se, witness = "glm with HC0")
  f <- glm(cbind(x, n - x) ~ s, family = binomial, control = list(epsilon = 1e-15, maxit = 200))
  X <- cbind(1, s); mu <- fitted(f); se <- sqrt(solve(t(X * (n * mu * (1 - mu))) %*% X)[2, 2]); b <- coef(f)[[2]]
  add(set, "logistic", exp(b), exp(b - qnorm(.975) * se), exp(b + qnorm(.975) * se), se, witness = "glm")
}
writeLines(c("set,quantity,estimate,lower,upper,se,statistic,df,p,witness", rows), "tests/golden/trend-r.csv")

families <- list(c(0.01), c(0.04, 0.03, 0.005), c(0.2, 0.0001, 0.0001, 0.04, 0.9), c(1, 0.5, 0.5), c(1e-12, 0, 0.3, 0.049, 0.051, 0.6, 0.02))
methods <- c(holm = "holm", bonferroni = "bonferroni", hochberg = "hochberg", bh = "BH", by = "BY", none = "none")
out <- character(0)
for (p in families) {
  for (m in names(methods)) out <- c(out, paste(m, paste(sapply(p, text), collapse = " "), paste(sapply(p.adjust(p, methods[[m]]), text), collapse = " "), "p.adjust", sep = ","))
  m <- length(p); o <- order(p)
  out <- c(out, paste("sidak", paste(sapply(p, text), collapse = " "), paste(sapply(-expm1(m * log1p(-p)), text), collapse = " "), "the formula", sep = ","))
  stepped <- cummax(-expm1((m - seq_len(m) + 1) * log1p(-p[o])))[order(o)]
  out <- c(out, paste("holm-sidak", paste(sapply(p, text), collapse = " "), paste(sapply(stepped, text), collapse = " "), "the formula", sep = ","))
}
writeLines(c("method,p,adjusted,witness", out), "tests/golden/multiplicity-r.csv")
