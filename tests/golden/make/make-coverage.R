# Exact coverage of four intervals for one proportion, by enumeration.
# C(p) = sum of dbinom(x, n, p) over the x whose interval holds p. Between two neighbouring limits these x do not change: they are
# found in the middle of the piece, and C is taken at both its ends. A grid of 20000 p must find nothing lower. The mean is by
# integrate(), piece by piece.
# Run from the root of the repository: Rscript tests/golden/make/make-coverage.R
limits <- function(method, n, level) {
  x <- 0:n; a <- 1 - level; z <- qnorm(1 - a / 2); p <- x / n
  l <- switch(method,
    wald = p - z * sqrt(p * (1 - p) / n),
    wilson = (p + z^2 / (2 * n) - z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n),
    "clopper-pearson" = qbeta(a / 2, x, n - x + 1),
    jeffreys = qbeta(a / 2, x + 0.5, n - x + 0.5))
  u <- switch(method,
    wald = p + z * sqrt(p * (1 - p) / n),
    wilson = (p + z^2 / (2 * n) + z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n),
    "clopper-pearson" = qbeta(1 - a / 2, x + 1, n - x),
    jeffreys = qbeta(1 - a / 2, x + 0.5, n - x + 0.5))
  l[1] <- 0; u[n + 1] <- 1
  list(l = pmin(pmax(l, 0), 1), u = pmin(pmax(u, 0), 1))
}
rows <- NULL
for (n in c(10, 50, 148)) for (level in c(0.90, 0.95, 0.99)) for (method in c("wald", "wilson", "clopper-pearson", "jeffreys")) {
  i <- limits(method, n, level)
  cover <- function(p) sapply(p, function(q) sum(dbinom((0:n)[i$l <= q & q <= i$u], n, q)))
  ends <- sort(unique(c(0, 1, i$l, i$u)))
  ends <- ends[c(TRUE, diff(ends) > 1e-14)]
  from <- ends[-length(ends)]; to <- ends[-1]
  piece <- function(a, b, p) { q <- (a + b) / 2; sum(dbinom((0:n)[i$l <= q & q <= i$u], n, p)) }
  cp <- c(mapply(piece, from, to, from), mapply(piece, from, to, to))
  at <- c(from, to)
  stopifnot(min(cover(seq(1, 20000) / 20001)) >= min(cp) - 1e-12)
  mean <- sum(mapply(function(a, b) integrate(cover, a, b, rel.tol = 1e-10, stop.on.error = FALSE)$value, ends[-length(ends)], ends[-1]))
  rows <- rbind(rows, data.frame(method, persons = n, level, mean = sprintf("%.12g", mean), minimum = sprintf("%.12g", min(cp)), at = sprintf("%.9g", min(at[cp <= min(cp) + 1e-11]))))
}
write.csv(rows, "tests/golden/coverage-r.csv", row.names = FALSE, quote = FALSE)
