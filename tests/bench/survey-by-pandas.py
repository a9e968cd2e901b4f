"""Prevalence and its linearized standard error, overall and by three columns, by hand: sums by PSU and stratum in one pass, and the rest from these."""
import sys

import pandas

persons = pandas.read_csv(
    sys.argv[1],
    usecols=["stratum", "psu", "weight", "sex", "region", "smoking", "pain"],
    dtype={"stratum": "int32", "psu": "int32", "sex": "category", "region": "category", "smoking": "category", "pain": "int8"},
)
persons["x"] = persons.weight * persons.pain
keys = ["stratum", "psu", "sex", "region", "smoking"]
cells = persons.groupby(keys, observed=True, sort=False)[["x", "weight"]].sum().reset_index()
units = cells[["stratum", "psu"]].drop_duplicates().groupby("stratum").size()


def domain(part):
    weight = part.weight.sum()
    p = part.x.sum() / weight
    z = ((part.x - p * part.weight) / weight).groupby([part.stratum, part.psu], sort=False).sum()
    sums = z.groupby(level=0).sum().reindex(units.index, fill_value=0)
    squares = (z**2).groupby(level=0).sum().reindex(units.index, fill_value=0)
    return p, (units / (units - 1) * (squares - sums**2 / units)).sum() ** 0.5


print("%.10g %.10g" % domain(cells))
for by in ("sex", "region", "smoking"):
    for level, part in cells.groupby(by, observed=True):
        print(level, "%.10g %.10g" % domain(part))
