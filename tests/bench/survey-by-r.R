# The job of `backpain prevalence FILE --point pain --weight weight --strata stratum --psu psu --by sex --by region --by smoking` in R's survey:
# prevalence, standard error, design effect and logit interval, overall and by three columns.
suppressMessages({library(data.table); library(survey)})
file <- commandArgs(TRUE)[1]
persons <- as.data.frame(fread(file, select = c("stratum", "psu", "weight", "sex", "region", "smoking", "pain")))
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = persons, nest = TRUE)
print(svymean(~pain, design, deff = "replace"))
print(svyciprop(~pain, design, method = "logit"))
for (by in list(~sex, ~region, ~smoking)) {
  print(svyby(~pain, by, design, svymean, deff = "replace"))
  print(svyby(~pain, by, design, svyciprop, method = "logit", vartype = "ci"))
}
