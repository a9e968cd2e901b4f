"""Writes intervals-statsmodels.csv: binomial intervals from statsmodels to 17 digits. From the repository root:

    python3 tests/golden/make/make-intervals-statsmodels.py
"""
import os
from statsmodels.stats.proportion import proportion_confint

# method here: method of proportion_confint
WITNESS = {"wilson": "wilson", "clopper-pearson": "beta", "jeffreys": "jeffreys",
           "agresti-coull": "agresti_coull", "wald": "normal"}
ALPHAS = {"0.8": 0.2, "0.9": 0.1, "0.95": 0.05, "0.99": 0.01, "0.999": 0.001, "0.999999": 1e-6, "0.9999999999": 1e-10}
PERSONS = [1, 2, 5, 10, 20, 29, 50, 148, 263, 1000, 15322, 10**6, 10**9]


def cases_for(n):
    xs = {0, 1, 2, 3, round(n * 0.05), round(n * 0.38), n // 2, n - 2, n - 1, n}
    xs |= {148: {15}, 263: {81}, 15322: {5164}}.get(n, set())
    return sorted(x for x in xs if 0 <= x <= n)


path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "intervals-statsmodels.csv")
with open(path, "w", newline="\n") as out:
    out.write("method,cases,persons,level,lower,upper,witness\n")
    for n in PERSONS:
        for x in cases_for(n):
            for level, alpha in ALPHAS.items():
                for method, name in WITNESS.items():
                    low, upp = (float(v) + 0.0 for v in proportion_confint(x, n, alpha, name))
                    out.write(f"{method},{x},{n},{level},{low:.17g},{upp:.17g},proportion_confint(method={name})\n")
