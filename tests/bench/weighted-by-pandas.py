"""Weighted proportions by three columns, without standard errors."""
import sys

import pandas

persons = pandas.read_csv(sys.argv[1], usecols=["weight", "sex", "region", "smoking", "pain"], dtype={"sex": "category", "region": "category", "smoking": "category"})
persons["cases"] = persons.weight * persons.pain
for by in ("sex", "region", "smoking"):
    sums = persons.groupby(by)[["cases", "weight"]].sum()
    print(sums.cases / sums.weight)
