# Comparisons of groups under sampling designs, from R's survey package: design-comparisons-r.csv. From the repository root:
#
#     Rscript tests/golden/make/make-design-comparisons.R
#
# Linearized: svyby with the covariance of the groups and svycontrast. Replicates: withReplicates on the scale of the interval. Tests of all
# groups: svychisq, and the adjusted Wald test of the prevalences from their covariance.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 17)
load <- function(name) read.csv(file.path("tests/golden/surveys", name), na.strings = "", check.names = FALSE, stringsAsFactors = FALSE)
out <- character(0)
text <- function(v) if (length(v) == 0 || is.na(v)) "" else if (is.infinite(v)) "inf" else sprintf("%.17g", v)
row <- function(...) out[[length(out) + 1]] <<- paste(c(...), collapse = ",")

compare <- function(data, options, design, y, g, replicates = FALSE, reference = NULL, level = 0.95) {
  design$variables$y <- design$variables[[y]]; design$variables$g <- factor(design$variables[[g]])
  if (is.character(design$variables$y)) design$variables$y <- as.numeric(design$variables$y == "Yes")
  known <- subset(design, !is.na(y) & !is.na(g))
  means <- svyby(~y, ~g, known, svymean, covmat = TRUE, keep.names = TRUE)
  names <- levels(design$variables$g); df <- degf(known); p <- coef(means)
  options <- paste(options, "--groups", g, "--reference", names[1])
  for (i in 2:length(names)) {
    a <- p[[i]]; b <- p[[1]]
    scales <- list(difference = quote(a - b), ratio = quote(log(a / b)), `odds-ratio` = quote(log(a / (1 - a)) - log(b / (1 - b))))
    gradient <- list(difference = c(1, -1), ratio = c(1 / a, -1 / b), `odds-ratio` = c(1 / (a * (1 - a)), -1 / (b * (1 - b))))
    V <- vcov(means)[c(i, 1), c(i, 1)]
    for (measure in names(scales)) {
      theta <- eval(scales[[measure]])
      se <- if (replicates) sqrt(as.vector(vcov(withReplicates(known, function(w, d) {
        a <- weighted.mean(d$y[d$g == names[i]], w[d$g == names[i]]); b <- weighted.mean(d$y[d$g == names[1]], w[d$g == names[1]])
        eval(scales[[measure]])
      })))) else sqrt(as.vector(t(gradient[[measure]]) %*% V %*% gradient[[measure]]))
      limits <- theta + c(-1, 1) * qt(1 - (1 - level) / 2, df) * se
      estimate <- if (measure == "difference") theta else exp(theta)
      if (measure != "difference") limits <- exp(limits)
      row(data, options, measure, names[i], names[1], text(estimate), text(limits[1]), text(limits[2]), level,
          if (measure == "difference") "t" else "log-t", text(se), "", text(df), text(theta / se), text(2 * pt(-abs(theta / se), df)),
          if (replicates) "withReplicates" else "svyby")
    }
  }
  # With finite populations svychisq counts the PSUs of everybody, not those of the domain; the degrees of freedom are put right here.
  f <- svychisq(~g + y, known, statistic = "F"); chi <- svychisq(~g + y, known, statistic = "Chisq")
  row(data, options, "test", "", "", "", "", "", "", "rao-scott", "", text(f$parameter[1]), text(f$parameter[1] * df), text(f$statistic),
      text(pf(f$statistic, f$parameter[1], f$parameter[1] * df, lower.tail = FALSE)), "svychisq with the df of the domain")
  k <- length(names)
  # svychisq prints X2 scaled by the mean design effect only in its p value: X2/mean(delta) is F times the degrees of freedom.
  first <- unname(f$statistic) * (k - 1)
  row(data, options, "test", "", "", "", "", "", "", "rao-scott-1", "", text(k - 1), "", text(first), text(pchisq(first, k - 1, lower.tail = FALSE)), "svychisq")
  C <- cbind(-1, diag(k - 1)); d <- C %*% p
  W <- as.vector(t(d) %*% solve(C %*% vcov(means) %*% t(C), d)); d2 <- df - k + 2
  row(data, options, "test", "", "", "", "", "", "", "wald", "", text(k - 1), text(d2), text(W * d2 / (df * (k - 1))), text(pf(W * d2 / (df * (k - 1)), k - 1, d2, lower.tail = FALSE)), "svyby")
}

clus1 <- load("apiclus1.csv"); clus2 <- load("apiclus2.csv"); strat <- load("apistrat.csv"); elements <- load("elements.csv"); weights <- load("weights.csv")
compare("apiclus1.csv", "--point sch_wide=Yes/No --weight pw --psu dnum --fpc fpc", svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = clus1), "sch_wide", "stype")
compare("apiclus1.csv", "--point awards=Yes/No --weight pw --psu dnum", svydesign(id = ~dnum, weights = ~pw, data = clus1), "awards", "stype")
compare("apiclus2.csv", "--point sch_wide=Yes/No --weight pw --psu dnum --ssu snum --fpc fpc1;fpc2", svydesign(id = ~dnum + snum, weights = ~pw, fpc = ~fpc1 + fpc2, data = clus2), "sch_wide", "stype")
compare("apiclus2.csv", "--point awards=Yes/No --weight pw --psu dnum", svydesign(id = ~dnum, weights = ~pw, data = clus2), "awards", "stype")
compare("apistrat.csv", "--point sch_wide=Yes/No --weight pw --strata stype --fpc fpc", svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat), "sch_wide", "stype")
compare("apistrat.csv", "--point comp_imp=Yes/No --weight pw --strata stype --fpc fpc", svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat), "comp_imp", "stype")
compare("elements.csv", "--point y --weight w --strata stratum --fpc N", svydesign(id = ~1, strata = ~stratum, weights = ~w, fpc = ~N, data = elements), "y", "area")
compare("weights.csv", "--point y --weight w", svydesign(id = ~1, weights = ~w, data = weights), "y", "sex")
options(survey.lonely.psu = "adjust")
lonely <- load("lonely.csv")
compare("lonely.csv", "--point y --weight w --strata stratum --psu psu --lonely-psu adjust --where h!=never",
        subset(svydesign(id = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = lonely), h != "never"), "y", "h")
options(survey.lonely.psu = "fail")
replicated <- function(name, type, ...) {
  d <- load(name); w <- as.matrix(d[, grep("^rw", names(d))])
  svrepdesign(variables = d[, !grepl("^rw", names(d))], repweights = w, weights = d$w, combined.weights = TRUE, mse = TRUE, type = type, ...)
}
# R refuses scaled rows of one; the scales are those of the replicate types.
compare("replicates-brr.csv", "--point alive --weight w --replicates rw* --replicate-type brr", replicated("replicates-brr.csv", "BRR"), "alive", "ESA", TRUE)
compare("replicates-fay.csv", "--point pain --weight w --replicates rw* --replicate-type fay:0.3", replicated("replicates-fay.csv", "Fay", rho = 0.3), "pain", "age", TRUE)
compare("replicates-jk1.csv", "--point sch_wide=Yes/No --weight w --replicates rw* --replicate-type jk1", replicated("replicates-jk1.csv", "JK1", scale = 14 / 15), "sch_wide", "stype", TRUE)
jkn <- load("replicates-jkn-scales.csv")
compare("replicates-jkn.csv", "--point sch_wide=Yes/No --weight w --replicates rw* --replicate-scales replicates-jkn-scales.csv --replicate-type jkn",
        replicated("replicates-jkn.csv", "JKn", scale = 1, rscales = jkn$scale), "sch_wide", "stype", TRUE)
writeLines(c("data,options,measure,group,reference,estimate,lower,upper,level,method,se,df1,df,statistic,p,witness", out), "tests/golden/design-comparisons-r.csv")
