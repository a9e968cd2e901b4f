# Writes intervals-r.csv: binomial intervals from R to 17 digits. From the repository root:
#
#     Rscript tests/golden/make/make-intervals.R
#
# Base R, except the rows whose witness column begins with epitools::.
suppressPackageStartupMessages(library(epitools))

persons <- c(1, 2, 5, 10, 20, 29, 50, 100, 148, 263, 500, 1000)
levels <- c("0.9", "0.95", "0.99")
cases.for <- function(n) {
  x <- c(0, 1, 2, 3, round(n * 0.05), round(n * 0.38), n %/% 2, n - 2, n - 1, n)
  if (n == 148) x <- c(x, 15)
  if (n == 263) x <- c(x, 81)
  if (n == 15322) x <- c(x, 5164)
  sort(unique(x[x >= 0 & x <= n]))
}

# alpha = 1 - level as the double nearest to the decimal, not the double 1 - 0.95
alpha.for <- c("0.9" = 0.1, "0.95" = 0.05, "0.99" = 0.01)

# all roots are found on the log-odds scale, so that the tolerance is relative in p and in 1 - p
root <- function(f, a, b) plogis(uniroot(f, c(a, b), tol = 1e-14, maxiter = 10000)$root)

clopper <- function(x, n, a) c(if (x == 0) 0 else qbeta(a / 2, x, n - x + 1),
                               if (x == n) 1 else qbeta(a / 2, x + 1, n - x, lower.tail = FALSE))
jeffreys <- function(x, n, a) c(if (x == 0) 0 else qbeta(a / 2, x + 0.5, n - x + 0.5),
                                if (x == n) 1 else qbeta(a / 2, x + 0.5, n - x + 0.5, lower.tail = FALSE))
mid.p <- function(x, n, a) {
  cp <- qlogis(clopper(x, n, a))                  # mid-P lies inside Clopper-Pearson
  low <- function(u) pbinom(x, n, plogis(u), lower.tail = FALSE) + dbinom(x, n, plogis(u)) / 2 - a / 2
  upp <- function(u) pbinom(x - 1, n, plogis(u)) + dbinom(x, n, plogis(u)) / 2 - a / 2
  c(if (x == 0) 0 else root(low, cp[1] - 1, min(qlogis(x / n), 30)),
    if (x == n) 1 else root(upp, max(qlogis(x / n), -30), cp[2] + 1))
}
likelihood <- function(x, n, a) {
  z2 <- qnorm(a / 2)^2
  term <- function(k, q, logp) if (k == 0) 0 else k * (log(q) - logp)
  d <- function(u) 2 * (term(x, x / n, plogis(u, log.p = TRUE)) +
                        term(n - x, 1 - x / n, plogis(u, lower.tail = FALSE, log.p = TRUE))) - z2
  c(if (x == 0) 0 else root(d, -30, min(qlogis(x / n), 30)),
    if (x == n) 1 else root(d, max(qlogis(x / n), -30), 30))
}

# Blaker 2000, the acceptability function with the names of his Appendix (p1, p2, a1, a2)
acceptability <- function(x, n, p) {
  p1 <- pbinom(x - 1, n, p, lower.tail = FALSE)
  p2 <- pbinom(x, n, p)
  a1 <- p1 + pbinom(qbinom(p1, n, p) - 1, n, p)
  a2 <- p2 + pbinom(qbinom(p2, n, p, lower.tail = FALSE), n, p, lower.tail = FALSE)
  pmin(a1, a2)
}
blaker <- function(x, n, a) {
  accepted <- function(u) acceptability(x, n, plogis(u)) > a
  edge <- function(outside, inside) {             # first accepted grid point, then bisection
    grid <- seq(outside, inside, length.out = 20001)
    i <- which(accepted(grid))[1]
    if (i == 1) stop("the grid begins inside")
    out <- grid[i - 1]; inn <- grid[i]
    for (k in 1:80) { m <- (out + inn) / 2; if (accepted(m)) inn <- m else out <- m }
    plogis(inn)
  }
  cp <- qlogis(clopper(x, n, a))                  # Blaker lies inside Clopper-Pearson
  c(if (x == 0) 0 else edge(cp[1] - 1e-6, min(qlogis(x / n), qlogis(1 - 1e-9))),
    if (x == n) 1 else edge(cp[2] + 1e-6, max(qlogis(x / n), qlogis(1e-9))))
}
arcsine <- function(x, n, a) {                    # typed from Anscombe's formula
  angle <- asin(sqrt((x + 3/8) / (n + 3/4))) + c(-1, 1) * qnorm(a / 2, lower.tail = FALSE) / (2 * sqrt(n))
  l <- sin(pmin(pmax(angle, 0), pi / 2))^2
  c(if (x == 0) 0 else min(l[1], x / n), if (x == n) 1 else max(l[2], x / n))
}
wald.cc <- function(x, n, a) {
  h <- qnorm(a / 2, lower.tail = FALSE) * sqrt(x / n * (1 - x / n) / n) + 1 / (2 * n)
  c(max(0, x / n - h), min(1, x / n + h))
}
agresti.coull <- function(x, n, a) {
  z <- qnorm(a / 2, lower.tail = FALSE); m <- n + z^2; p <- (x + z^2 / 2) / m
  h <- z * sqrt(p * (1 - p) / m)
  c(max(0, p - h), min(1, p + h))
}
logit.glm <- function(x, n, level) {              # not at 0 and n
  # an epsilon below what doubles can show: it warns of non-convergence where the deviance still flickers
  fit <- suppressWarnings(glm(cbind(x, n - x) ~ 1, binomial, control = list(epsilon = 1e-16, maxit = 100)))
  plogis(as.vector(confint.default(fit, level = level)))
}

out <- file("tests/golden/intervals-r.csv", "wb")
cat("method,cases,persons,level,lower,upper,witness\n", file = out)
row <- function(method, x, n, level, limits, witness)
  cat(sprintf("%s,%d,%d,%s,%.17g,%.17g,%s\n", method, as.integer(x), as.integer(n), level,
              limits[1] + 0, limits[2] + 0, witness), file = out)
for (n in persons) for (x in cases.for(n)) for (level in levels) {
  v <- as.numeric(level); a <- alpha.for[[level]]
  row("wilson", x, n, level, suppressWarnings(prop.test(x, n, conf.level = v, correct = FALSE))$conf.int, "prop.test(correct=FALSE)")
  # prop.test corrects by min(1/2; |x - n/2|), so it is Newcombe's method 4 except at x = n/2
  if (2 * x != n)
    row("wilson-cc", x, n, level, suppressWarnings(prop.test(x, n, conf.level = v, correct = TRUE))$conf.int, "prop.test(correct=TRUE)")
  row("clopper-pearson", x, n, level, binom.test(x, n, conf.level = v)$conf.int, "binom.test")
  row("clopper-pearson", x, n, level, clopper(x, n, a), "qbeta")
  row("mid-p", x, n, level, mid.p(x, n, a), "uniroot on pbinom and dbinom")
  row("jeffreys", x, n, level, jeffreys(x, n, a), "qbeta")
  row("agresti-coull", x, n, level, agresti.coull(x, n, a), "formula with qnorm")
  row("likelihood", x, n, level, likelihood(x, n, a), "uniroot")
  row("blaker", x, n, level, blaker(x, n, a), "acceptability of Blaker 2000 with grid and bisection")
  row("arcsine", x, n, level, arcsine(x, n, a), "formula with qnorm")
  if (x > 0 && x < n) row("logit", x, n, level, logit.glm(x, n, v), "glm and confint.default")
  row("wald-cc", x, n, level, wald.cc(x, n, a), "formula with qnorm")
  if (level == "0.95" && n %in% c(20, 29, 148, 263)) {
    e <- binom.exact(x, n, v); row("clopper-pearson", x, n, level, c(e$lower, e$upper), "epitools::binom.exact")
    e <- binom.wilson(x, n, v); row("wilson", x, n, level, c(e$lower, e$upper), "epitools::binom.wilson")
    e <- binom.approx(x, n, v); row("wald", x, n, level, c(e$lower, e$upper), "epitools::binom.approx")
  }
}
# beyond 1000 persons and the usual levels only qbeta, which holds its precision there
alpha.large <- c("0.8" = 0.2, alpha.for, "0.999" = 0.001, "0.999999" = 1e-6, "0.9999999999" = 1e-10)
for (n in c(15322, 1e6, 1e9)) for (x in cases.for(n)) for (level in names(alpha.large)) {
  row("clopper-pearson", x, n, level, suppressWarnings(clopper(x, n, alpha.large[[level]])), "qbeta")
  row("jeffreys", x, n, level, suppressWarnings(jeffreys(x, n, alpha.large[[level]])), "qbeta")
}
close(out)
