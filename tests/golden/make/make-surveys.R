# Writes the data in surveys/ and survey-r.csv, the estimates of R's survey package from them. From the repository root:
#
#     Rscript tests/golden/make/make-surveys.R
#
# Every estimate is made from the file as it was written, read back, except that of nhanes-highchol.csv, which is made from
# the rows that its sums were added up from. Domains are subset() of the whole design, never rows left out of the data.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE, digits = 17)
version <- paste("survey", sub("^(\\d+\\.\\d+)\\.", "\\1-", packageVersion("survey")))
seed <- function(n) set.seed(n, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

folder <- "tests/golden/surveys"
dir.create(folder, showWarnings = FALSE)
text <- function(v) if (is.numeric(v)) ifelse(is.na(v), "", sprintf("%.17g", v)) else ifelse(is.na(v), "", as.character(v))
# 17 digits only where 15 do not read back to the same double
shortest <- function(v) if (is.numeric(v)) { s <- ifelse(is.na(v), "", sprintf("%.15g", v)); ifelse(!is.na(v) & as.numeric(s) != v, text(v), s) } else text(v)
save <- function(name, d) {
  f <- file(file.path(folder, name), "wb"); on.exit(close(f))
  writeLines(c(paste(names(d), collapse = ","), do.call(paste, c(unname(lapply(d, shortest)), sep = ","))), f, sep = "\n")
}
load <- function(name) read.csv(file.path(folder, name), na.strings = "", check.names = FALSE, stringsAsFactors = FALSE)
saved <- function(name, d) { save(name, d); load(name) }

# ---- data -----------------------------------------------------------------------------------------------------------
data(api); data(scd); data(nhanes)
plain <- function(d, columns) { d <- d[, columns]; names(d) <- gsub(".", "_", columns, fixed = TRUE); rownames(d) <- NULL; d[] <- lapply(d, function(v) if (is.factor(v)) as.character(v) else as.vector(v)); d }
strat <- saved("apistrat.csv", plain(apistrat, c("stype", "pw", "fpc", "sch.wide", "awards", "comp.imp")))
clus1 <- saved("apiclus1.csv", plain(apiclus1, c("dnum", "snum", "stype", "pw", "fpc", "sch.wide", "awards", "comp.imp")))
clus2 <- saved("apiclus2.csv", plain(apiclus2, c("dnum", "snum", "stype", "pw", "fpc1", "fpc2", "sch.wide", "awards", "comp.imp")))

# NHANES only as sums. A cell of one person would be that person's row, and of two persons the sums of w and w^2 give both
# weights. So where a cell holds fewer than smallest.cell persons they all get the level "pooled" in the columns to break
# down by; the overall estimate is not touched by it.
smallest.cell <- 3
high <- data.frame(SDMVSTRA = nhanes$SDMVSTRA, SDMVPSU = nhanes$SDMVPSU, race = as.character(nhanes$race),
                   agecat = c("1-19", "20-39", "40-59", "60+")[as.integer(nhanes$agecat)], RIAGENDR = as.character(nhanes$RIAGENDR),
                   HI_CHOL = nhanes$HI_CHOL, w = nhanes$WTMEC2YR, stringsAsFactors = FALSE)
group <- paste(high$SDMVSTRA, high$SDMVPSU, high$HI_CHOL)
cell <- function() paste(group, high$race, high$agecat, high$RIAGENDR)
size <- function(key) as.vector(table(key)[key])
small <- size(cell()) < smallest.cell
repeat {
  high[small, c("race", "agecat", "RIAGENDR")] <- "pooled"
  counts <- size(cell())
  alone <- unique(group[high$race == "pooled" & counts < smallest.cell])
  if (!length(alone)) break                      # too few pooled are joined by the smallest cell beside
  small <- rep(FALSE, nrow(high))
  for (g in alone) { rest <- which(group == g & high$race != "pooled"); stopifnot(length(rest) > 0); small[rest[cell()[rest] == cell()[rest[order(counts[rest], cell()[rest])[1]]]]] <- TRUE }
}
stopifnot(all(size(cell()) >= smallest.cell), all(high$w > 0))
key <- with(high, list(RIAGENDR, agecat, race, ifelse(is.na(HI_CHOL), 2, 1 - HI_CHOL), SDMVPSU, SDMVSTRA))
sums <- aggregate(list(n = rep(1, nrow(high)), w = high$w, w2 = high$w^2), setNames(key, c("sex", "age", "race", "out", "psu", "str")), sum)
sums <- sums[order(sums$str, sums$psu, sums$race, sums$age, sums$sex, sums$out, method = "radix"), ]
tabulated <- data.frame(sums$str, sums$psu, sums$race, sums$age, sums$sex, c("case", "non-case", "")[sums$out + 1],
                        c("", "", "empty")[sums$out + 1], sums$n, sums$w, sums$w2)
names(tabulated) <- c("strata:SDMVSTRA", "psu:SDMVPSU", "by:race", "by:agecat", "by:RIAGENDR", "point:HI_CHOL", "missing:point:HI_CHOL",
                      "n", "sum_w:WTMEC2YR", "sum_w2:WTMEC2YR")
save("nhanes-highchol.csv", tabulated)

# scd with the balanced half samples of its help page, a row an arrest
halves <- 2 * cbind(c(1, 0, 1, 0, 1, 0), c(1, 0, 0, 1, 0, 1), c(0, 1, 1, 0, 0, 1), c(0, 1, 0, 1, 1, 0))
arrest <- rep(seq_len(nrow(scd)), scd$arrests)
alive <- unlist(lapply(seq_len(nrow(scd)), function(i) rep(1:0, c(scd$alive[i], scd$arrests[i] - scd$alive[i]))))
numbered <- function(m, prefix = "rw") { m <- as.data.frame(as.matrix(m)); names(m) <- paste0(prefix, seq_along(m)); m }
brr <- saved("replicates-brr.csv", cbind(data.frame(ESA = scd$ESA[arrest], ambulance = scd$ambulance[arrest], alive = alive, w = 1), numbered(halves[arrest, ])))

# eight strata of two PSUs; the replicate weights have four decimals
seed(320)
pairs <- expand.grid(person = 1:20, psu = 1:2, stratum = 1:8)
pairs <- with(pairs, data.frame(stratum, psu, sex = c("f", "m")[1 + (person + psu) %% 2], age = sample(c("20-39", "40-59", "60+"), 320, TRUE),
                                pain = rbinom(320, 1, plogis(rep(rnorm(16, -0.6, 0.7), each = 20))), w = round(runif(320, 40, 400), 6)))
pairs$pain[sample(320, 9)] <- NA
fay.made <- as.svrepdesign(svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = pairs), type = "Fay", fay.rho = 0.3, mse = TRUE)
fay <- saved("replicates-fay.csv", cbind(pairs, numbered(round(weights(fay.made, "analysis"), 4))))

# the same persons, some of weight 0 whose replicate weights are not: every ninth, and all of one group
nobody <- pairs; nobody$group <- c("north", "south", "east")[1 + seq_len(320) %% 3]; nobody$group[nobody$age == "60+" & nobody$sex == "m"] <- "west"
nobody$w[seq(4, 320, 9)] <- 0; nobody$w[nobody$group == "west"] <- 0
zero <- saved("replicates-zero.csv", cbind(nobody, numbered(round(weights(fay.made, "analysis"), 4))))

# successive differences: rows i and i+1 of a Hadamard matrix of order 20, the constant row left out, taken in turn
h <- 2 * hadamard(18) - 1; stopifnot(nrow(h) == 20, crossprod(h) == diag(20, 20))
h <- h[apply(h, 1, function(r) length(unique(r)) == 2), ]; h <- h[1:19, ]
at <- (seq_len(nrow(pairs)) - 1) %% 19 + 1
factors <- 1 + 2^-1.5 * (h[at, ] - h[at %% 19 + 1, ])
sdr <- saved("replicates-sdr.csv", cbind(pairs, numbered(round(pairs$w * factors, 6))))

jk1.made <- as.svrepdesign(svydesign(id = ~dnum, weights = ~pw, data = clus1), type = "JK1", mse = TRUE)
jk1 <- saved("replicates-jk1.csv", cbind(clus1[, c("dnum", "stype", "sch_wide", "comp_imp")], w = clus1$pw, numbered(weights(jk1.made, "analysis"))))

# apistrat dealt into 9, 6 and 5 clusters, with weights that vary within strata. The jackknife weights have four decimals, as
# published files have few, so that their rank is 18 only within a tolerance (R's is 1e-5)
deal <- c(E = 9, H = 6, M = 5)
clustered <- strat; clustered$cluster <- ave(seq_len(nrow(strat)), strat$stype, FUN = seq_along)
clustered$cluster <- (clustered$cluster - 1) %% deal[clustered$stype] + 1
clustered$w <- round(clustered$pw * (1 + (7 * seq_len(nrow(strat))) %% 13 / 40), 4)
clustered.design <- svydesign(id = ~cluster, strata = ~stype, weights = ~w, nest = TRUE, data = clustered)
jkn.made <- as.svrepdesign(clustered.design, type = "JKn", mse = TRUE)
columns <- c("stype", "cluster", "sch_wide", "comp_imp", "w")
jkn <- saved("replicates-jkn.csv", cbind(clustered[, columns], numbered(round(weights(jkn.made, "analysis"), 4))))
jkn.scales <- saved("replicates-jkn-scales.csv", data.frame(replicate = paste0("rw", 1:20), scale = jkn.made$scale * jkn.made$rscales))
some.scales <- saved("replicates-some-scales.csv", transform(jkn.scales, scale = ifelse(1:20 %% 4 == 1, 0, scale)))    # replicates that do not count
seed(20)
boot.made <- as.svrepdesign(clustered.design, type = "subbootstrap", replicates = 20, mse = TRUE)
boot <- saved("replicates-bootstrap.csv", cbind(clustered[, columns], numbered(weights(boot.made, "analysis"))))
boot.scales <- saved("replicates-bootstrap-scales.csv", data.frame(replicate = paste0("rw", 1:20), scale = boot.made$scale * boot.made$rscales))

# strata A and B have one PSU. g: "one" lies in one PSU, "all" are all cases, "spread" is not in G and H. h: "never" has no case,
# "thin" lies in one PSU of each of two strata (0 df, but a variance), two rows have none
seed(18)
psus <- c(A = 1, B = 1, C = 2, D = 3, E = 4, F = 2, G = 3, H = 2)
lonely <- do.call(rbind, lapply(names(psus), function(s) expand.grid(person = 1:11, psu = seq_len(psus[[s]]), stratum = s, stringsAsFactors = FALSE)))
n <- nrow(lonely)
effect <- rnorm(sum(psus), -0.6, 0.6)
lonely <- within(lonely, {
  w <- round(runif(n, 15, 240), 2)
  g <- ifelse(stratum %in% c("G", "H"), "all", ifelse(runif(n) < 0.15, "all", "spread"))
  g[stratum == "G" & psu == 2 & person <= 8] <- "one"
  y <- ifelse(g == "all", 1, rbinom(n, 1, plogis(rep(effect, each = 11))))
  y[g == "one"] <- c(1, 0, 0, 1, 1, 0, 1, 0)
  h <- ifelse(stratum %in% c("A", "C", "D", "E") & g == "spread" & y == 0 & runif(n) < 0.5, "never", "some")
  h[((stratum == "E" & psu == 1) | (stratum == "F" & psu == 2)) & h == "some"] <- "thin"
  h[c(30, 120)] <- NA
  y[c(5, 17, 60, 99, 131, 171)] <- NA
})
lonely <- saved("lonely.csv", lonely[, c("stratum", "psu", "w", "g", "h", "y")])

# four strata of single persons; stratum 4 was taken whole; every 23rd person has weight 0
seed(162)
taken <- c(60, 50, 40, 12); people <- c(900, 400, 100, 12)
elements <- data.frame(stratum = rep(1:4, taken), N = rep(people, taken), f = rep(taken / people, taken))
elements$area <- sample(c("north", "south"), 162, TRUE)
elements$area[elements$stratum %in% 2:3 & runif(162) < 0.3] <- "rural"
elements$w <- round(rep(people / taken, taken) * runif(162, 0.6, 1.4), 3)
elements$w[seq(7, 162, 23)] <- 0
elements$y <- rbinom(162, 1, rep(c(0.3, 0.45, 0.2, 0.6), taken))
elements$y[c(12, 77, 125)] <- NA
elements <- saved("elements.csv", elements)

# two stages: SSUs (households) of several persons in PSUs, numbered anew in each. N and f1 are the PSUs of the stratum and the fraction
# sampled, M and f2 the same of the SSUs of the PSU, P and fp of its persons. Stratum C was taken whole; in PSU A 2 all SSUs were. g: "rural"
# is in few PSUs, "one" within one PSU of A, "whole" within one of C; h: "never" has no case. In the second file some PSUs have a single SSU
# (that of B 1 is all there is), and stratum D a single PSU
two.stages <- function(lonely) {
  shape <- list(A = c(3, 4, 2, 3), B = c(2, 3, 4), C = c(3, 2), E = c(2, 2, 3, 2))
  if (lonely) shape <- list(A = c(3, 1, 2, 3), B = c(1, 3, 4), C = c(3, 1), D = 3, E = c(2, 1, 3, 1))
  people <- c(A = 11, B = 20, C = 2, D = 9, E = 40)
  seed(if (lonely) 76 else 75)
  d <- do.call(rbind, lapply(names(shape), function(s) do.call(rbind, lapply(seq_along(shape[[s]]), function(p) {
    m <- shape[[s]][p]; size <- 2 + (seq_len(m) * p + nchar(s)) %% 4
    all <- if ((s == "A" && p == 2 && !lonely) || (lonely && s == "B" && p == 1)) m else m + 2 * p + 1
    data.frame(stratum = s, psu = p, ssu = rep(seq_len(m), size), N = people[[s]], f1 = length(shape[[s]]) / people[[s]], M = all, f2 = m / all,
               P = 10 * all, fp = sum(size) / (10 * all), effect = rnorm(1, -0.4, 0.5) + rep(rnorm(m, 0, 0.6), size))
  }))))
  n <- nrow(d)
  d$w <- round(1 / (d$f1 * d$f2) * runif(n, 0.7, 1.3), 3)
  d$w[seq(9, n, 17)] <- 0
  d$g <- ifelse((d$stratum == "A" & d$psu %in% 2:3) | (d$stratum == "E" & d$psu == 1 & d$ssu == 1), "rural", "town")
  d$g[d$stratum == "A" & d$psu == 1] <- "one"
  d$g[d$stratum == "C" & d$psu == 1] <- "whole"
  d$y <- rbinom(n, 1, plogis(d$effect))
  fixed <- d$g %in% c("one", "whole"); d$y[fixed] <- rep_len(c(1, 0, 0, 1, 0), sum(fixed))
  d$h <- ifelse(runif(n) < 0.4 & d$y == 0, "never", "some")
  d$y[seq(4, n, 29)] <- NA
  d[, c("stratum", "psu", "ssu", "N", "f1", "M", "f2", "P", "fp", "w", "g", "h", "y")]
}
twostage <- saved("twostage.csv", two.stages(FALSE))
alone <- saved("twostage-lonely.csv", two.stages(TRUE))

seed(120)
only <- data.frame(sex = sample(c("f", "m"), 120, TRUE), w = round(exp(rnorm(120, 4, 0.7)), 2), y = rbinom(120, 1, 0.3))
only$y[c(9, 64)] <- NA
only <- saved("weights.csv", only)

# ---- estimates ------------------------------------------------------------------------------------------------------
alpha.for <- c("0.95" = 0.05, "0.99" = 0.01, "0.9" = 0.1)
out <- file("tests/golden/survey-r.csv", "wb")
cat("data,options,row,cases,n,estimate,se,df,deff,n_eff,weighted_n,method,level,lower,upper,witness\n", file = out)
number <- function(v) ifelse(is.na(v), "", ifelse(is.infinite(v), "inf", sprintf("%.17g", v)))
worst <- c(logit = 0, xlogit = 0, mean = 0, beta = 0)
saw <- function(what, a, b) { stopifnot(identical(is.na(a), is.na(b))); worst[[what]] <<- max(worst[[what]], abs(a - b), na.rm = TRUE) }
typed <- c(logit = "logit", wald = "wald", mean = "mean", wilson = "wilson", kg = "clopper-pearson", alias = "korn-graubard",
           n = "clopper-pearson --kg-cap n", none = "clopper-pearson --kg-cap none")
name.of <- c(logit = "logit", wald = "wald", mean = "wald", wilson = "wilson", kg = "clopper-pearson", alias = "clopper-pearson",
             n = "clopper-pearson", none = "clopper-pearson")

# the domains of a design: known outcome, positive weight, where, and the level of each column to break down by. Persons of weight 0
# stay in a domain of a replicated design, since their replicate weights need not be 0; they are not counted
estimates <- function(data, options, design, y, by = NULL, where = NULL, methods = c("logit", "wilson", "kg", "none", "mean"),
                      level = "0.95", df = "", whole = NULL, note = "") {
  v <- design$variables
  v$.y <- if (is.character(v[[y]])) as.numeric(v[[y]] == "Yes") else v[[y]]
  design$variables <- v
  replicated <- inherits(design, "svyrep.design")
  w <- as.vector(weights(design, "sampling"))
  base <- !is.na(v$.y) & (w > 0 | replicated)
  for (column in names(where)) base <- base & !is.na(v[[column]]) & v[[column]] == where[[column]]
  levels <- if (is.null(by)) list(NULL) else {
    seen <- unique(v[rowSums(is.na(v[by])) == 0, by, drop = FALSE])
    seen <- seen[do.call(order, c(unname(as.list(seen)), method = "radix")), , drop = FALSE]
    lapply(seq_len(nrow(seen)), function(i) seen[i, , drop = FALSE])
  }
  for (l in levels) {
    inside <- base
    for (column in by) inside <- inside & !is.na(v[[column]]) & v[[column]] == l[[column]]
    n <- sum(inside & w > 0); if (n == 0) next
    x <- sum(v$.y[inside & w > 0])
    domain <- design[which(inside), ]
    m <- svymean(~.y, domain); p <- coef(m)[[1]]; se <- sqrt(vcov(m)[[1]])
    lost <- length(attr(attr(m, "var"), "na.replicates"))
    own <- degf(domain)
    d <- switch(df, domain = , "default" = own, design = degf(design), inf = Inf, if (df == "") own else as.numeric(df))
    edge <- x == 0 || x == n
    nothing <- !edge && se < 1e-10                   # a domain within one PSU
    stopifnot(!edge || se < 1e-10)
    # a domain within one PSU of those that were sampled: in two stages R has the variance inside this PSU alone
    one.psu <- !replicated && NCOL(design$cluster) > 1 && length(unique(design$cluster[inside & w > 0, 1])) == 1 &&
      with(design$fpc, popsize[inside, 1] > sampsize[inside, 1])[1]
    known <- !edge && !nothing
    n.eff <- if (known) p * (1 - p) / se^2 else NA
    deff <- if (known) se^2 / (p * (1 - p) / n) else NA
    a <- alpha.for[[level]]; lev <- as.numeric(level)
    t <- suppressWarnings(qt(a / 2, d, lower.tail = FALSE))
    asked <- if (edge) intersect(methods, c("kg", "alias")) else if (nothing) intersect(methods, c("logit", "mean", "wald")) else methods
    for (method in asked) {
      ci <- function(which) suppressWarnings(as.vector(attr(svyciprop(~.y, domain, method = which, level = lev, df = d), "ci")))
      witness <- version
      if (edge) {
        limits <- if (x == 0) c(0, -expm1(log(a / 2) / n)) else c(exp(log(a / 2) / n), 1)
        witness <- "R gives SE 0; limits are Clopper-Pearson with n* = n in closed form; qbeta agrees"
        q <- if (x == 0) qbeta(a / 2, 1, n, lower.tail = FALSE) else qbeta(a / 2, n, 1)
        stopifnot(abs(limits[if (x == 0) 2 else 1] / q - 1) < 1e-12)
      } else if (method == "logit") {
        limits <- ci("xlogit")
        saw("xlogit", limits, plogis(qlogis(p) + c(-1, 1) * t * se / (p * (1 - p))))
        if (!replicated && known && is.finite(t) && NCOL(design$cluster) == 1) saw("logit", limits, ci("logit"))    # in two stages its df may be NaN
        witness <- paste(version, "svyciprop(method=xlogit)")
      } else if (method %in% c("mean", "wald")) {
        limits <- ci("mean"); saw("mean", limits, p + c(-1, 1) * t * se)
        witness <- paste(version, "svyciprop(method=mean)")
        if (!anyNA(limits) && (limits[1] < 0 || limits[2] > 1)) witness <- paste(witness, "clipped to 0-1")
        limits <- pmin(pmax(limits, 0), 1)
      } else if (method == "wilson") {
        limits <- (p + t^2 / (2 * n.eff) + c(-1, 1) * t * sqrt(p * (1 - p) / n.eff + t^2 / (4 * n.eff^2))) / (1 + t^2 / n.eff)
        witness <- paste(version, "svymean; Wilson formula with n_eff and qt")
      } else {
        star <- suppressWarnings(n.eff * (qt(a / 2, n - 1) / qt(a / 2, d))^2)
        capped <- method != "none" && is.finite(star) && star > n
        if (capped) star <- n
        limits <- suppressWarnings(c(qbeta(a / 2, p * star, (1 - p) * star + 1), qbeta(a / 2, p * star + 1, (1 - p) * star, lower.tail = FALSE)))
        witness <- paste(version, "svymean; qbeta with n*", if (capped) "capped at n" else "below n or uncapped")
        if (!capped && d == own && !anyNA(limits) && min(w[inside]) > 0) {    # R counts rows of weight 0
          beta <- ci("beta"); saw("beta", limits, beta); limits <- beta
          witness <- paste(version, "svyciprop(method=beta)")
        }
      }
      if (nothing) witness <- paste0(witness, "; R gives SE 0")
      if (one.psu && known) witness <- paste0(witness, "; R gives the SE inside one PSU")
      if (known && d <= 0) witness <- paste0(witness, "; R gives NaN at 0 df")
      if (lost) witness <- sprintf("%s; R discards %d of the replicates", witness, lost)
      if (note != "") witness <- paste0(witness, "; ", note)
      asked.for <- paste(c(options, if (length(where)) paste0("--where ", names(where), "=", unlist(where)), if (!is.null(by)) paste("--by", paste(by, collapse = ";")),
                           paste("--method", typed[[method]]), if (level != "0.95") paste("--level", level), if (df != "") paste("--df", df)), collapse = " ")
      row <- if (is.null(by)) "overall" else paste0(by, "=", unlist(l), collapse = ";")
      fields <- c(data, asked.for, row, x, n, number(c(p, se, d, deff, n.eff, sum(w[inside]))), name.of[[method]], level, number(limits), witness)
      stopifnot(!grepl("[\",]", fields))
      cat(paste(fields, collapse = ","), "\n", sep = "", file = out)
    }
  }
}

more <- function(...) { for (df in c("design", "inf", "7")) estimates(..., df = df) }
high.level <- c("logit", "wilson", "kg", "none")

# apistrat: strata with and without fpc, and weights alone
one <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat)
fpc <- "--weight pw --strata stype --fpc fpc"
for (y in c("sch_wide", "awards")) {
  o <- paste0("--point ", y, "=Yes/No ", fpc)
  estimates("apistrat.csv", o, one, y, methods = names(typed))
  for (by in c("comp_imp", "stype")) estimates("apistrat.csv", o, one, y, by)
  estimates("apistrat.csv", o, one, y, c("stype", "comp_imp"))
  estimates("apistrat.csv", o, one, y, where = list(comp_imp = "No"))
  estimates("apistrat.csv", o, one, y, "stype", where = list(comp_imp = "No"))
  estimates("apistrat.csv", o, one, y, "comp_imp", level = "0.99", methods = high.level)
}
estimates("apistrat.csv", o, one, "awards", "sch_wide")
more("apistrat.csv", o, one, "awards", "stype")
more("apistrat.csv", o, one, "awards", where = list(comp_imp = "Yes"), methods = c("logit", "wilson", "kg"))
# no weights: R infers N/n from the finite populations
for (y in c("sch_wide", "awards")) for (by in list(NULL, "stype", "comp_imp"))
  estimates("apistrat.csv", paste0("--point ", y, "=Yes/No --strata stype --fpc fpc"), svydesign(id = ~1, strata = ~stype, fpc = ~fpc, data = strat), y, by)
for (by in list(NULL, "stype")) estimates("apiclus1.csv", "--point sch_wide=Yes/No --psu dnum --fpc fpc", svydesign(id = ~dnum, fpc = ~fpc, data = clus1), "sch_wide", by)
for (by in list(NULL, "area")) estimates("elements.csv", "--point y --strata stratum --fpc f", svydesign(id = ~1, strata = ~stratum, fpc = ~f, data = elements), "y", by)
free <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = strat)
estimates("apistrat.csv", "--point sch_wide=Yes/No --weight pw --strata stype", free, "sch_wide")
estimates("apistrat.csv", "--point sch_wide=Yes/No --weight pw --strata stype", free, "sch_wide", "comp_imp")
estimates("apistrat.csv", "--point sch_wide=Yes/No --weight pw", svydesign(id = ~1, weights = ~pw, data = strat), "sch_wide", "stype")

# apiclus1: clusters with fpc, without, and without weights
one <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = clus1)
for (y in c("sch_wide", "awards")) {
  o <- paste0("--point ", y, "=Yes/No --weight pw --psu dnum --fpc fpc")
  estimates("apiclus1.csv", o, one, y)
  for (by in c("stype", "comp_imp")) estimates("apiclus1.csv", o, one, y, by)
  estimates("apiclus1.csv", o, one, y, "stype", level = "0.99", methods = high.level)
}
more("apiclus1.csv", o, one, "awards", "stype")
free <- svydesign(id = ~dnum, weights = ~pw, data = clus1)
for (by in list(NULL, "stype", c("stype", "comp_imp"))) estimates("apiclus1.csv", "--point sch_wide=Yes/No --weight pw --psu dnum", free, "sch_wide", by)
estimates("apiclus1.csv", "--point sch_wide=Yes/No --psu dnum", svydesign(id = ~dnum, weights = ~1, data = clus1), "sch_wide", "stype")

# apiclus2: the first stage only, as if whole clusters had been taken; then both
one <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc1, data = clus2)
for (y in c("sch_wide", "awards")) for (by in list(NULL, "stype", "comp_imp"))
  estimates("apiclus2.csv", paste0("--point ", y, "=Yes/No --weight pw --psu dnum --fpc fpc1"), one, y, by)
estimates("apiclus2.csv", "--point awards=Yes/No --weight pw --psu dnum", svydesign(id = ~dnum, weights = ~pw, data = clus2), "awards", "stype")
both <- svydesign(id = ~dnum + snum, weights = ~pw, fpc = ~fpc1 + fpc2, data = clus2)
cat(sprintf("apiclus2 awards: SE %.10f in one stage, %.10f in two\n", SE(svymean(~I(awards == "Yes"), one))[2], SE(svymean(~I(awards == "Yes"), both))[2]))
o <- function(y) paste0("--point ", y, "=Yes/No --weight pw --psu dnum --ssu snum --fpc fpc1;fpc2")
for (y in c("sch_wide", "awards")) for (by in list(NULL, "stype", "comp_imp", c("stype", "comp_imp"))) estimates("apiclus2.csv", o(y), both, y, by)
more("apiclus2.csv", o("awards"), both, "awards", "comp_imp")
estimates("apiclus2.csv", o("awards"), both, "awards", level = "0.99", methods = high.level)
# schools are single rows, so that they are the second stage without --ssu too; and the weights follow from the finite populations
for (by in list(NULL, "stype")) {
  estimates("apiclus2.csv", "--point awards=Yes/No --weight pw --psu dnum --fpc fpc1;fpc2", both, "awards", by)
  estimates("apiclus2.csv", "--point awards=Yes/No --psu dnum --ssu snum --fpc fpc1;fpc2", svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = clus2), "awards", by)
}

# nhanes
one <- svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~w, nest = TRUE, data = high)
o <- "--point HI_CHOL"
estimates("nhanes-highchol.csv", o, one, "HI_CHOL", methods = names(typed))
for (by in list("race", "agecat", "RIAGENDR", c("race", "RIAGENDR"), c("agecat", "RIAGENDR"))) estimates("nhanes-highchol.csv", o, one, "HI_CHOL", by)
for (by in list(NULL, "agecat")) estimates("nhanes-highchol.csv", o, one, "HI_CHOL", by, level = "0.99", methods = high.level)
estimates("nhanes-highchol.csv", o, one, "HI_CHOL", "race", where = list(RIAGENDR = "2"))
more("nhanes-highchol.csv", o, one, "HI_CHOL", "agecat")
raw <- svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = nhanes)
a <- svymean(~HI_CHOL, raw, na.rm = TRUE); b <- svymean(~HI_CHOL, one, na.rm = TRUE)
stopifnot(abs(coef(a) - coef(b)) < 1e-15, abs(SE(a) / SE(b) - 1) < 1e-12)

# lonely PSUs
one <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = lonely)
for (rule in c("certainty", "adjust", "average")) {
  options(survey.lonely.psu = rule)
  o <- paste("--point y --weight w --strata stratum --psu psu --lonely-psu", rule)
  for (by in list(NULL, "g", "h")) estimates("lonely.csv", o, one, "y", by)
  for (by in list(NULL, "g", "h")) estimates("lonely.csv", o, one, "y", by, df = "design")
  estimates("lonely.csv", o, one, "y", "g", where = list(h = "some"))
  estimates("lonely.csv", o, one, "y", level = "0.99", methods = high.level)
}
options(survey.lonely.psu = "adjust")
for (domain in list(one, subset(one, g == "spread"))) {    # R centres a lonely PSU at 0, which is the grand mean of the totals
  z <- attr(svymean(~y, subset(domain, !is.na(y)), influence = TRUE), "influence")
  stopifnot(abs(sum(z)) < 1e-14)
}
options(survey.lonely.psu = "fail")

# elements: fpc as counts, as fractions, not at all
o <- "--point y --weight w --strata stratum"
for (column in c("N", "f")) {
  one <- svydesign(id = ~1, strata = ~stratum, weights = ~w, fpc = as.formula(paste0("~", column)), data = elements)
  estimates("elements.csv", paste(o, "--fpc", column), one, "y")
  estimates("elements.csv", paste(o, "--fpc", column), one, "y", "area")
}
estimates("elements.csv", paste(o, "--fpc f"), one, "y", "stratum")
estimates("elements.csv", paste(o, "--fpc f"), one, "y", "area", where = list(stratum = 2))
for (df in c("inf", "7")) estimates("elements.csv", paste(o, "--fpc N"), one, "y", "area", df = df)
estimates("elements.csv", paste(o, "--fpc N"), one, "y", "area", df = "design", note = "R's degf leaves out rows of weight 0")
free <- svydesign(id = ~1, strata = ~stratum, weights = ~w, data = elements)
for (by in list(NULL, "area")) estimates("elements.csv", o, free, "y", by)

# two stages of several strata
prepared <- function(d) transform(d, cluster = paste(stratum, psu), household = paste(stratum, psu, ssu), person = seq_along(w), endless = Inf)
two <- prepared(twostage)
of <- function(inside, sizes, d, ...) svydesign(id = as.formula(paste("~cluster +", inside)), strata = ~stratum, fpc = as.formula(paste("~", sizes)), data = d, ...)
units <- "--point y --weight w --strata stratum --psu psu"
for (kind in list(c("household", "N + M", "--ssu ssu --fpc N;M"), c("household", "f1 + f2", "--ssu ssu --fpc f1;f2"),
                  c("person", "N + P", "--fpc N;P"), c("person", "f1 + fp", "--fpc f1;fp"), c("household", "N + endless", "--ssu ssu --fpc N"))) {
  one <- of(kind[1], kind[2], two, weights = ~w)
  for (by in list(NULL, "g", "h", c("g", "h"))) estimates("twostage.csv", paste(units, kind[3]), one, "y", by)
  estimates("twostage.csv", paste(units, kind[3]), one, "y", "h", where = list(g = "town"))
}
one <- of("household", "N + M", two, weights = ~w)
o <- paste(units, "--ssu ssu --fpc N;M")
for (df in c("inf", "7")) for (by in list("g", "h")) estimates("twostage.csv", o, one, "y", by, df = df)
estimates("twostage.csv", o, one, "y", "h", level = "0.99", methods = high.level)
for (kind in list(c("household", "N + M", "--ssu ssu --fpc N;M"), c("household", "f1 + f2", "--ssu ssu --fpc f1;f2"), c("person", "N + P", "--fpc N;P")))
  for (by in list(NULL, "g")) estimates("twostage.csv", paste("--point y --strata stratum --psu psu", kind[3]), of(kind[1], kind[2], two), "y", by)
two <- prepared(alone)
for (rule in c("certainty", "adjust")) {
  options(survey.lonely.psu = rule)
  for (kind in list(c("household", "N + M", "--ssu ssu --fpc N;M"), c("household", "f1 + f2", "--ssu ssu --fpc f1;f2"))) {
    one <- of(kind[1], kind[2], two, weights = ~w)
    o <- paste(units, kind[3], "--lonely-psu", rule)
    for (by in list(NULL, "g", "h", c("g", "h"))) estimates("twostage-lonely.csv", o, one, "y", by)
    estimates("twostage-lonely.csv", o, one, "y", "g", where = list(h = "some"))
  }
  estimates("twostage-lonely.csv", o, one, "y", level = "0.99", methods = high.level)
}
options(survey.lonely.psu = "fail")

# weights alone
one <- svydesign(id = ~1, weights = ~w, data = only)
for (by in list(NULL, "sex")) { estimates("weights.csv", "--point y --weight w", one, "y", by); estimates("weights.csv", "--point y --weight w", one, "y", by, level = "0.9", methods = high.level) }
more("weights.csv", "--point y --weight w", one, "y", "sex")

# replicate weights
replicates <- function(d) d[, grep("^rw[0-9]+$", names(d))]
rows <- function(d) d[, -grep("^rw[0-9]+$", names(d))]
for (centre in c("estimate", "mean")) {
  mse <- centre == "estimate"
  o <- function(y, type) paste0("--point ", y, " --weight w --replicates rw* --replicate-type ", type, if (!mse) " --replicate-centre mean")
  made <- function(d, ...) svrepdesign(variables = rows(d), repweights = replicates(d), weights = d$w, combined.weights = TRUE, mse = mse, ...)
  all <- function(file, options, design, y, bys) {
    for (by in bys) estimates(file, options, design, y, by)
    estimates(file, options, design, y, bys[[2]], level = "0.99", methods = high.level)
    for (df in c("inf", "7")) estimates(file, options, design, y, bys[[2]], df = df)
  }
  suppressWarnings(all("replicates-brr.csv", o("alive", "brr"), made(brr, type = "BRR"), "alive", list(NULL, "ESA", "ambulance")))
  all("replicates-fay.csv", o("pain", "fay:0.3"), made(fay, type = "Fay", rho = 0.3), "pain", list(NULL, "sex", "age", c("sex", "age")))
  all("replicates-zero.csv", o("pain", "fay:0.3"), made(zero, type = "Fay", rho = 0.3), "pain", list(NULL, "sex", "group", c("sex", "group")))
  all("replicates-jkn.csv", paste(o("sch_wide=Yes/No", "jkn"), "--replicate-scales replicates-some-scales.csv"),
      made(jkn, type = "JKn", scale = 1, rscales = some.scales$scale), "sch_wide", list(NULL, "comp_imp", "stype"))
  all("replicates-sdr.csv", o("pain", "sdr"), made(sdr, type = "successive-difference"), "pain", list(NULL, "sex", "age"))
  all("replicates-jk1.csv", o("sch_wide=Yes/No", "jk1"), made(jk1, type = "JK1", scale = 14 / 15, rscales = rep(1, 15)), "sch_wide", list(NULL, "comp_imp", "stype"))
  all("replicates-jkn.csv", paste(o("sch_wide=Yes/No", "jkn"), "--replicate-scales replicates-jkn-scales.csv"),
      made(jkn, type = "JKn", scale = 1, rscales = jkn.scales$scale), "sch_wide", list(NULL, "comp_imp", "stype"))
  all("replicates-bootstrap.csv", paste(o("sch_wide=Yes/No", "bootstrap"), "--replicate-scales replicates-bootstrap-scales.csv"),
      made(boot, type = "bootstrap", scale = 1, rscales = boot.scales$scale), "sch_wide", list(NULL, "comp_imp", "stype"))
  all("replicates-bootstrap.csv", o("sch_wide=Yes/No", "bootstrap"), made(boot, type = "bootstrap", scale = 1 / 20), "sch_wide", list(NULL, "stype"))
  # the files give what the designs gave that they were written from
  if (mse) for (pair in list(list(jk1.made, made(jk1, type = "JK1", scale = 14 / 15, rscales = rep(1, 15)), 1e-12), list(jkn.made, made(jkn, type = "JKn", scale = 1, rscales = jkn.scales$scale), 1e-6),
                             list(boot.made, made(boot, type = "bootstrap", scale = 1, rscales = boot.scales$scale), 1e-12)))
    stopifnot(abs(SE(svymean(~I(sch_wide == "Yes"), pair[[1]])) / SE(svymean(~I(sch_wide == "Yes"), pair[[2]])) - 1) < pair[[3]])
}
close(out)
cat("largest absolute differences within R:", paste(names(worst), format(worst, digits = 2), collapse = ", "), "\n")
cat(sprintf("Korn-Graubard, no case among 100: upper limit %.16g\n", qbeta(0.025, 1, 100, lower.tail = FALSE)))
stopifnot(worst[["xlogit"]] < 1e-13, worst[["mean"]] < 1e-13, worst[["beta"]] < 1e-13, worst[["logit"]] < 1e-6,
          abs(qbeta(0.025, 1, 100, lower.tail = FALSE) - 0.0362167) < 5e-8)
