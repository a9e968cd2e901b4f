# Writes the standard populations and reference rates in surveys/ and standardized-r.csv: directly and indirectly standardized prevalences,
# their differences and ratios, and totals, by R's survey package. From the repository root, after make-surveys.R:
#
#     Rscript tests/golden/make/make-standardized.R
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE, digits = 17)
version <- paste("survey", sub("^(\\d+\\.\\d+)\\.", "\\1-", packageVersion("survey")))
folder <- "tests/golden/surveys"
load <- function(name) read.csv(file.path(folder, name), na.strings = "", check.names = FALSE, stringsAsFactors = FALSE)
save <- function(name, d) { f <- file(file.path(folder, name), "wb"); write.csv(d, f, row.names = FALSE, quote = FALSE, eol = "\n"); close(f); load(name) }

stype <- save("standard-stype.csv", data.frame(stype = c("E", "H", "M"), weight = c(45, 20, 35)))
area <- save("standard-area.csv", data.frame(area = c("north", "rural", "south"), weight = c(2.5, 1, 4)))
level <- save("standard-h.csv", data.frame(h = c("never", "some"), weight = c(0.35, 0.65)))
three <- save("standard-age.csv", data.frame(age = c("20-39", "40-59", "60+"), weight = c(.396579, .371795, .231626)))
both <- save("standard-sex-age.csv", data.frame(sex = rep(c("f", "m"), each = 3), age = c("20-39", "40-59", "60+"), weight = c(12, 15, 9, 13, 14, 7)))
esa <- save("standard-esa.csv", data.frame(ESA = 1:3, weight = c(5, 3, 2)))
sexes <- save("standard-sex.csv", data.frame(sex = c("f", "m"), weight = c(1, 1)))
rates <- save("rates-stype.csv", data.frame(stype = c("E", "H", "M"), cases = c(610, 145, 301), persons = c(800, 420, 505)))
ages <- save("rates-age.csv", data.frame(age = c("20-39", "40-59", "60+"), cases = c(310.5, 420.25, 190), persons = c(1000, 1100, 640)))
levels.h <- save("rates-h.csv", data.frame(h = c("never", "some"), cases = c(3, 60), persons = c(50, 110)))

out <- file("tests/golden/standardized-r.csv", "wb")
cat("kind,data,options,row,cases,n,crude,estimate,se,df,method,level,lower,upper,total,total_se,total_lower,total_upper,witness\n", file = out)
number <- function(v) ifelse(is.na(v), "", ifelse(is.infinite(v), "inf", sprintf("%.17g", v)))
write <- function(kind, data, options, row, x, n, crude, estimate, se, df, method, level, limits, total = rep(NA, 4), witness = version) {
  fields <- c(kind, data, options, row, x, n, number(c(crude, estimate, se, df)), method, level, number(limits), number(total), witness)
  stopifnot(!grepl("[\",]", fields)); cat(paste(fields, collapse = ","), "\n", sep = "", file = out)
}
clip <- function(v) pmin(pmax(v, 0), 1)
typed <- c(logit = "logit", wald = "wald", wilson = "wilson", kg = "clopper-pearson", none = "clopper-pearson --kg-cap none")
name.of <- c(logit = "logit", wald = "wald", wilson = "wilson", kg = "clopper-pearson", none = "clopper-pearson")
limits.of <- function(method, p, se, n, d, a) {
  t <- qt(a / 2, d, lower.tail = FALSE); n.eff <- p * (1 - p) / se^2
  star <- n.eff * (qt(a / 2, n - 1) / qt(a / 2, d))^2; if (method == "kg") star <- min(star, n)
  switch(method, logit = plogis(qlogis(p) + c(-1, 1) * t * se / (p * (1 - p))), wald = clip(p + c(-1, 1) * t * se),
         wilson = (p + t^2 / (2 * n.eff) + c(-1, 1) * t * sqrt(p * (1 - p) / n.eff + t^2 / (4 * n.eff^2))) / (1 + t^2 / n.eff),
         c(qbeta(a / 2, p * star, (1 - p) * star + 1), qbeta(a / 2, p * star + 1, (1 - p) * star, lower.tail = FALSE)))
}
prepared <- function(design, y) { v <- design$variables; v$.y <- if (is.character(v[[y]])) as.numeric(v[[y]] == "Yes") else v[[y]]; design$variables <- v; design }
is.replicated <- function(design) inherits(design, "svyrep.design")
inside <- function(design, over) {
  v <- design$variables
  !is.na(v$.y) & (as.vector(weights(design, "sampling")) > 0 | is.replicated(design)) & rowSums(is.na(v[over])) == 0
}
population.of <- function(domain, over, standard) {
  groups <- as.data.frame(svytable(reformulate(over), domain))
  weight <- standard$weight[match(do.call(paste, groups[over]), do.call(paste, standard[over]))]
  stopifnot(!anyNA(weight)); weight
}
levels.in <- function(v, keep, by) if (is.null(by)) list(NULL) else as.list(sort(unique(v[[by]][keep & !is.na(v[[by]])])))
total.of <- function(domain, d, a) {
  m <- svytotal(~.y, domain); s <- sqrt(vcov(m)[[1]]); t <- qt(a / 2, d, lower.tail = FALSE)
  if (coef(m)[[1]] == 0) return(c(0, NA, NA, NA))
  c(coef(m)[[1]], s, max(0, coef(m)[[1]] - t * s), coef(m)[[1]] + t * s)
}

direct <- function(data, options, design, y, over, standard, file, by = NULL, methods = c("logit", "wilson", "kg", "none", "wald"), level = "0.95") {
  design <- prepared(design, y); v <- design$variables; w <- as.vector(weights(design, "sampling"))
  base <- inside(design, over); a <- 1 - as.numeric(level)
  for (l in levels.in(v, base, by)) {
    keep <- base & (if (is.null(l)) TRUE else !is.na(v[[by]]) & v[[by]] == l)
    domain <- design[which(keep), ]; d <- degf(domain)
    standardized <- svystandardize(domain, by = reformulate(over), over = ~1, population = population.of(domain, over, standard))
    m <- svymean(~.y, standardized); p <- coef(m)[[1]]; se <- sqrt(vcov(m)[[1]])
    n <- sum(keep & w > 0); x <- sum(v$.y[keep & w > 0])
    if (x == 0 || x == n) next                       # the edges are in the transcripts and laws
    stopifnot(se > 1e-9)
    for (method in methods) {
      asked <- paste(c(options, paste("--over", paste(over, collapse = ";"), "--standard-population", file), if (!is.null(by)) paste("--by", by),
                       paste("--method", typed[[method]]), "--totals", if (level != "0.95") paste("--level", level)), collapse = " ")
      write("direct", data, asked, if (is.null(l)) "overall" else paste0(by, "=", l), x, n, coef(svymean(~.y, domain))[[1]], p, se, d, name.of[[method]], level,
            limits.of(method, p, se, n, d, a), total.of(domain, d, a), paste(version, "svystandardize; svymean; svytotal"))
    }
  }
}

# the same p from influence functions: the residual of a person from the prevalence of the stratum, times share over weight
score <- function(design, keep, over, standard) {
  v <- design$variables; w <- as.vector(weights(design, "sampling")); z <- numeric(nrow(v)); p <- 0
  key <- do.call(paste, v[over]); standard$share <- standard$weight / sum(standard$weight)
  for (k in seq_len(nrow(standard))) {
    these <- keep & key == do.call(paste, standard[k, over, drop = FALSE])
    pk <- sum(w[these] * v$.y[these]) / sum(w[these]); p <- p + standard$share[k] * pk
    z[these] <- standard$share[k] * w[these] * (v$.y[these] - pk) / sum(w[these])
  }
  list(p = p, z = z)
}
two <- function(data, options, design, y, over, standard, file, by, a, b) {
  design <- prepared(design, y); v <- design$variables; base <- inside(design, over); base[is.na(v[[by]])] <- FALSE
  own <- degf(design[which(base & v[[by]] %in% c(a, b)), ])
  if (is.replicated(design)) {
    theta <- function(w, data) { s <- function(g) { key <- do.call(paste, v[over]); sum(sapply(seq_len(nrow(standard)), function(k) {
      these <- base & v[[by]] == g & key == do.call(paste, standard[k, over, drop = FALSE]); standard$weight[k] / sum(standard$weight) * sum(w[these] * v$.y[these]) / sum(w[these]) })) }
      c(s(a) - s(b), log(s(a) / s(b))) }
    m <- withReplicates(design, theta); est <- as.vector(m); se <- sqrt(diag(as.matrix(attr(m, "var"))))
  } else {
    sa <- score(design, base & v[[by]] == a, over, standard); sb <- score(design, base & v[[by]] == b, over, standard)
    z <- cbind(sa$z - sb$z, sa$z / sa$p - sb$z / sb$p)
    V <- svyrecvar(z, design$cluster, design$strata, design$fpc); est <- c(sa$p - sb$p, log(sa$p / sb$p)); se <- sqrt(diag(V))
  }
  asked <- paste(options, "--over", paste(over, collapse = ";"), "--standard-population", file, "--by", by)
  row <- sprintf("%s=%s;%s=%s", by, a, by, b)
  for (i in 1:2) write(c("difference", "log-ratio")[i], data, asked, row, "", "", NA, est[i], se[i], own, "", "0.95", c(NA, NA), witness = paste(version, if (is.replicated(design)) "withReplicates" else "svyrecvar"))
}

indirect <- function(data, options, design, y, over, reference, file, by = NULL, level = "0.95") {
  design <- prepared(design, y); v <- design$variables; w <- as.vector(weights(design, "sampling")); a <- 1 - as.numeric(level)
  base <- inside(design, over)
  v$.r <- (reference$cases / reference$persons)[match(v[[over]], reference[[over]])]; v$.r[is.na(v$.r)] <- 0; design$variables <- v
  crude <- sum(reference$cases) / sum(reference$persons)
  for (l in levels.in(v, base, by)) {
    keep <- base & (if (is.null(l)) TRUE else !is.na(v[[by]]) & v[[by]] == l)
    domain <- design[which(keep), ]; d <- degf(domain)
    if (sum(v$.y[keep & w > 0]) %in% c(0, sum(keep & w > 0))) next
    r <- svyratio(~.y, ~.r, domain); spr <- coef(r)[[1]]; se.log <- SE(r)[[1]] / spr
    if (is.replicated(design)) { yy <- domain$variables$.y; rr <- domain$variables$.r; se.log <- sqrt(attr(withReplicates(domain, function(w, data) log(sum(w * yy) / sum(w * rr))), "var")[[1]]) }
    t <- qt(a / 2, d, lower.tail = FALSE); limits <- spr * exp(c(-1, 1) * t * se.log)
    asked <- paste(c(options, paste("--indirect --over", over, "--rates", file), if (!is.null(by)) paste("--by", by), if (level != "0.95") paste("--level", level)), collapse = " ")
    write("indirect", data, asked, if (is.null(l)) "overall" else paste0(by, "=", l), sum(v$.y[keep & w > 0]), sum(keep & w > 0), coef(svymean(~.y, domain))[[1]], spr * crude, spr * crude * se.log, d,
          "log-ratio", level, limits * crude, witness = paste(version, if (is.replicated(design)) "withReplicates" else "svyratio", "and the delta rule"))
  }
}
totals <- function(data, options, design, y, by = NULL, level = "0.95") {
  design <- prepared(design, y); v <- design$variables; w <- as.vector(weights(design, "sampling")); a <- 1 - as.numeric(level)
  base <- inside(design, character(0))
  for (l in levels.in(v, base, by)) {
    keep <- base & (if (is.null(l)) TRUE else !is.na(v[[by]]) & v[[by]] == l)
    domain <- design[which(keep), ]; d <- degf(domain)
    asked <- paste(c(options, "--totals", if (!is.null(by)) paste("--by", by), if (level != "0.95") paste("--level", level)), collapse = " ")
    t <- total.of(domain, d, a)
    if (d == 0) t[3:4] <- NA
    write("total", data, asked, if (is.null(l)) "overall" else paste0(by, "=", l), sum(v$.y[keep & w > 0]), sum(keep & w > 0), NA, NA, NA, d, "", level, c(NA, NA), t, paste(version, "svytotal"))
  }
}
everything <- function(data, options, design, y, over, standard, file, by = NULL) {
  for (b in c(list(NULL), by)) { direct(data, options, design, y, over, standard, file, b); totals(data, options, design, y, b) }
  if (length(by)) direct(data, options, design, y, over, standard, file, by[[1]], methods = c("logit", "kg"), level = "0.99")
}

# strata and persons, finite populations; clusters; two stages
strat <- load("apistrat.csv"); clus1 <- load("apiclus1.csv"); clus2 <- load("apiclus2.csv"); elements <- load("elements.csv")
one <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat)
o <- "--point sch_wide=Yes/No --weight pw --strata stype --fpc fpc"
everything("apistrat.csv", o, one, "sch_wide", "stype", stype, "standard-stype.csv", "comp_imp")
two("apistrat.csv", o, one, "sch_wide", "stype", stype, "standard-stype.csv", "comp_imp", "No", "Yes")
indirect("apistrat.csv", o, one, "sch_wide", "stype", rates, "rates-stype.csv"); indirect("apistrat.csv", o, one, "sch_wide", "stype", rates, "rates-stype.csv", "comp_imp", "0.9")
o <- "--point sch_wide=Yes/No --weight pw --psu dnum --fpc fpc"
one <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = clus1)
everything("apiclus1.csv", o, one, "sch_wide", "stype", stype, "standard-stype.csv", "awards")
indirect("apiclus1.csv", o, one, "sch_wide", "stype", rates, "rates-stype.csv", "awards")
o <- "--point sch_wide=Yes/No --weight pw --psu dnum --ssu snum --fpc fpc1;fpc2"
one <- svydesign(id = ~dnum + snum, weights = ~pw, fpc = ~fpc1 + fpc2, data = clus2)
everything("apiclus2.csv", o, one, "sch_wide", "stype", stype, "standard-stype.csv", "comp_imp")
two("apiclus2.csv", o, one, "sch_wide", "stype", stype, "standard-stype.csv", "comp_imp", "No", "Yes")
o <- "--point y --weight w --strata stratum --fpc N"
one <- svydesign(id = ~1, strata = ~stratum, weights = ~w, fpc = ~N, data = elements)
everything("elements.csv", o, one, "y", "area", area, "standard-area.csv", "area"[0])
# lonely PSUs
lonely <- load("lonely.csv"); lonely.two <- subset(lonely, TRUE)
for (policy in c("certainty", "adjust", "average")) {
  options(survey.lonely.psu = policy)
  one <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = lonely)
  o <- paste("--point y --weight w --strata stratum --psu psu --where h!=thin --lonely-psu", policy)
  thin <- one; thin$variables$y[!is.na(thin$variables$h) & thin$variables$h == "thin"] <- NA; thin$variables$y[is.na(thin$variables$h)] <- NA
  direct("lonely.csv", o, thin, "y", "h", level, "standard-h.csv")
  totals("lonely.csv", paste("--point y --weight w --strata stratum --psu psu --lonely-psu", policy), one, "y", if (policy != "average") "g")
  if (policy == "adjust") indirect("lonely.csv", o, thin, "y", "h", levels.h, "rates-h.csv")
}
options(survey.lonely.psu = "fail")
# replicates
age <- list(data = "replicates-fay.csv", over = "age")
fay <- load("replicates-fay.csv"); jk1 <- load("replicates-jk1.csv"); jkn <- load("replicates-jkn.csv"); brr <- load("replicates-brr.csv"); zero <- load("replicates-zero.csv"); sdr <- load("replicates-sdr.csv")
rep.of <- function(d, ...) { rw <- as.matrix(d[grep("^rw", names(d))]); svrepdesign(data = d[!grepl("^rw", names(d))], weights = d$w, repweights = rw, combined.weights = TRUE, mse = TRUE, ...) }
one <- rep.of(fay, type = "Fay", rho = 0.3); o <- "--point pain --weight w --replicates rw* --replicate-type fay:0.3"
everything("replicates-fay.csv", o, one, "pain", "age", three, "standard-age.csv", "sex")
direct("replicates-fay.csv", o, one, "pain", c("sex", "age"), both, "standard-sex-age.csv")
two("replicates-fay.csv", o, one, "pain", "age", three, "standard-age.csv", "sex", "f", "m")
indirect("replicates-fay.csv", o, one, "pain", "age", ages, "rates-age.csv", "sex")
one <- rep.of(sdr, type = "other", scale = 4 / 20, rscales = rep(1, 20))
everything("replicates-sdr.csv", "--point pain --weight w --replicates rw* --replicate-type sdr", one, "pain", "age", three, "standard-age.csv", "sex")
one <- rep.of(zero, type = "Fay", rho = 0.3)
direct("replicates-zero.csv", o, one, "pain", "sex", sexes, "standard-sex.csv", methods = c("logit", "wilson"))
one <- rep.of(jk1, type = "JK1", scale = 14 / 15); o <- "--point sch_wide=Yes/No --weight w --replicates rw* --replicate-type jk1"
everything("replicates-jk1.csv", o, one, "sch_wide", "stype", stype, "standard-stype.csv", "comp_imp"[0])
indirect("replicates-jk1.csv", o, one, "sch_wide", "stype", rates, "rates-stype.csv")
one <- rep.of(jkn, type = "JKn", scale = 1, rscales = load("replicates-jkn-scales.csv")$scale); o <- "--point sch_wide=Yes/No --weight w --replicates rw* --replicate-type jkn --replicate-scales replicates-jkn-scales.csv"
everything("replicates-jkn.csv", o, one, "sch_wide", "stype", stype, "standard-stype.csv", "comp_imp")
two("replicates-jkn.csv", o, one, "sch_wide", "stype", stype, "standard-stype.csv", "comp_imp", "No", "Yes")
one <- rep.of(brr, type = "BRR"); o <- "--point alive --weight w --replicates rw* --replicate-type brr"
everything("replicates-brr.csv", o, one, "alive", "ESA", esa, "standard-esa.csv", "ESA"[0])
close(out)
