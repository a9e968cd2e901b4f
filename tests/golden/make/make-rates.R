# Writes rates-r.csv: the rows of rates-mpmath.csv by R's own distributions and, where R has them, tests. From the repository root:
#
#     Rscript tests/golden/make/make-rates.R
options(digits = 17)
rows <- read.csv("tests/golden/rates-mpmath.csv", colClasses = "character")
number <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))
of.strata <- function(text, method, level) {
  s <- do.call(rbind, strsplit(strsplit(text, " ")[[1]], "/")); x <- as.numeric(s[, 1]); n <- as.numeric(s[, 2]); c <- as.numeric(s[, 3]); c <- c / sum(c)
  a <- (1 - level) / 2; theta <- sum(c * x / n); w <- c / n; y <- sum(w * x); v <- sum(w^2 * x); X <- sum(x)
  edge <- all(x == 0) || all(x == n); V <- sum(c^2 * (x / n) * (1 - x / n) / n); se <- if (edge || method %in% c("fay-feuer", "tiwari", "dobson")) NA else sqrt(V)
  if (edge) theta <- as.numeric(X > 0)
  gamma <- function(m, m2) c(if (X > 0) qgamma(a, y^2 / v, scale = v / y) else 0, qgamma(a, (y + m)^2 / (v + m2), scale = (v + m2) / (y + m), lower.tail = FALSE))
  size <- if (edge) 1 / sum(c^2 / n) else theta * (1 - theta) / V; z <- qnorm(a, lower.tail = FALSE)
  l <- switch(method,
    "fay-feuer" = gamma(max(w), max(w)^2), tiwari = gamma(mean(w), mean(w^2)),
    dobson = { p <- poisson.test(X, conf.level = level)$conf.int; y + (if (X > 0) sqrt(v / X) else max(w)) * (p - X) },
    wilson = (theta + z^2 / (2 * size) + c(-1, 1) * z * sqrt(theta * (1 - theta) / size + z^2 / (4 * size^2))) / (1 + z^2 / size),
    logit = if (!edge) plogis(qlogis(theta) + c(-1, 1) * z / sqrt(size * theta * (1 - theta))))
  if (is.null(l)) l <- c(if (theta > 0) qbeta(a, theta * size, (1 - theta) * size + 1) else 0, if (theta < 1) qbeta(a, theta * size + 1, (1 - theta) * size, lower.tail = FALSE) else 1)
  l <- pmin(pmax(l, 0), 1); if (theta == 0) l[1] <- 0; if (theta == 1) l[2] <- 1
  c(theta, se, l)
}
of.count <- function(o, method, level) {
  a <- (1 - level) / 2; z <- qnorm(a, lower.tail = FALSE); cube <- function(k, s) k * (1 - 1 / (9 * k) + s * z / (3 * sqrt(k)))^3
  solve <- function(f, from, to) uniroot(f, c(from, to), tol = 1e-13 * max(1, o))$root
  l <- switch(method, "poisson-exact" = poisson.test(o, conf.level = level)$conf.int, byar = c(if (o > 0) max(0, cube(o, -1)) else 0, cube(o + 1, 1)),
    "poisson-mid-p" = c(if (o > 0) solve(function(m) ppois(o - 1, m, lower.tail = FALSE) + ppois(o, m, lower.tail = FALSE) - 2 * a, o * 1e-6, o) else 0,
                        solve(function(m) 2 * a - ppois(o, m) - (if (o > 0) ppois(o - 1, m) else 0), 1e-9, o + 20 * sqrt(o + 1) + 20)))
  c(o, NA, l)
}
out <- file("tests/golden/rates-r.csv", "wb"); cat(paste(names(rows), collapse = ","), "\n", sep = "", file = out)
for (i in seq_len(nrow(rows))) { r <- rows[i, ]; v <- if (r$name == "count") of.count(as.numeric(r$strata), r$method, as.numeric(r$level)) else of.strata(r$strata, r$method, as.numeric(r$level))
  cat(paste(c(r$name, r$strata, r$method, r$level, number(v)), collapse = ","), "\n", sep = "", file = out) }
close(out)
found <- read.csv("tests/golden/rates-r.csv")
for (m in unique(found$method)) { f <- found[found$method == m, ]; e <- rows[rows$method == m, ]
  off <- sapply(c("estimate", "se", "lower", "upper"), function(k) { w <- as.numeric(e[[k]]); max(0, abs(f[[k]] - w) / pmax(abs(w), 1e-300) * (w != 0), na.rm = TRUE) })
  cat(sprintf("%-16s", m), sprintf("%.1e", off), "\n") }
