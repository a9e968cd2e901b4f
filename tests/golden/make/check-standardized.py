"""Computes every row of standardized-r.csv again, from the files in surveys/ and the definitions. From the repository root:

    python3 tests/golden/make/check-standardized.py

No survey library: for each person the residual from the prevalence of the stratum of the standard, PSU totals, means of design strata;
replicates by computing the statistic anew. Student quantiles are solved and beta limits put back into the distribution by mpmath.
Ends with 1 where R and this differ by more than 1e-9.
"""
import csv
import os
import sys
from collections import defaultdict
from functools import cache
from math import fsum, inf, log, exp, sqrt
import mpmath
from mpmath import mp, mpf, betainc, findroot
mp.dps = 25
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


@cache
def table(name):
    with open(os.path.join(HERE, "surveys", name), newline="") as f: return list(csv.DictReader(f))


def parse(options):
    found, words, i = defaultdict(list), options.replace(";", ",").split(" "), 0
    while i < len(words):
        alone = i + 1 == len(words) or words[i + 1].startswith("--")
        found[words[i][2:]].append("" if alone else words[i + 1])
        i += 1 if alone else 2
    return found


def one(o, name, other=None): return o[name][0] if o[name] else other


@cache
def t_quantile(tail, df):
    if df == inf: return float(mpmath.sqrt(2) * mpmath.erfinv(1 - 2 * mpf(tail)))
    start = mpmath.sqrt(2) * mpmath.erfinv(1 - 2 * mpf(tail))
    upper = lambda t: betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2 - tail
    low, high = start, start * 2
    while upper(high) > 0: high *= 2
    return float(findroot(upper, (low, high), solver="anderson", tol=1e-40, verify=False))


class Design:
    def __init__(self, name, o):
        self.o, self.rows = o, table(name)
        outcome, _, codes = one(o, "point").partition("=")
        case = (codes or "1/0").split("/")[0]
        strata, psu, ssu, weight = (one(o, k) for k in ("strata", "psu", "ssu", "weight"))
        fpc = one(o, "fpc", "").split(",")
        self.y = [None if r[outcome] == "" else float(r[outcome] == case) for r in self.rows]
        self.w = [float(r[weight]) for r in self.rows]
        self.h = [r[strata] if strata else "" for r in self.rows]
        self.c = [(h, r[psu] if psu else i) for i, (h, r) in enumerate(zip(self.h, self.rows))]
        self.s = [(c, r[ssu] if ssu else i) for i, (c, r) in enumerate(zip(self.c, self.rows))]
        size = lambda r, k: (float(r[fpc[k]]) if len(fpc) > k and fpc[k] else None)
        self.n1, self.n2 = [size(r, 0) for r in self.rows], [size(r, 1) for r in self.rows]
        pattern = one(o, "replicates", "")[:-1]
        self.replicates = [k for k in self.rows[0] if pattern and k.startswith(pattern)]
        self.weights = {k: [float(r[k]) for r in self.rows] for k in self.replicates}
        self.where = [w.partition("!=")[::2] for w in o["where"]]

    def inside(self, column=None, level=None):
        keep = []
        for i, r in enumerate(self.rows):
            known = self.y[i] is not None and (self.w[i] > 0 or self.replicates) and all(r[k] not in ("", v) for k, v in self.where)
            keep.append(known and (column is None or r[column] == level))
        return keep

    def among(self, totals, units_in_population, n):
        f = 0 if units_in_population is None else units_in_population if units_in_population <= 1 else n / units_in_population
        if n == 1:
            return {"adjust": (1 - f) * totals[0] ** 2 if totals else 0.0}.get(one(self.o, "lonely-psu"), 0.0), f
        mean = fsum(totals) / n
        return (1 - f) * n / (n - 1) * (fsum((t - mean) ** 2 for t in totals) + (n - len(totals)) * mean ** 2), f

    def variance(self, z, keep):
        strata, insides = defaultdict(lambda: defaultdict(float)), defaultdict(lambda: defaultdict(float))
        for i in range(len(self.rows)):
            strata[self.h[i]][self.c[i]] += z[i]
            insides[self.c[i]][self.s[i]] += z[i]
        population = {h: n for h, n in zip(self.h, self.n1)}
        second = {c: n for c, n in zip(self.c, self.n2)}
        touched = {self.h[i] for i in range(len(self.rows)) if keep[i]}
        total, lonely = [], 0
        for h, psus in strata.items():
            v, f = self.among(list(psus.values()), population[h], len(psus))
            total.append(v)
            if f and self.n2[0] is not None:
                total.extend(f * self.among(list(insides[c].values()), second[c], len(insides[c]))[0] for c in psus)
        v = fsum(total)
        if one(self.o, "lonely-psu") == "average":
            v *= len(touched) / sum(len(strata[h]) > 1 for h in touched)
        return v

    def by_replicates(self, statistic):
        full, r, kind = statistic(self.w), len(self.replicates), one(self.o, "replicate-type")
        scales = {s["replicate"]: float(s["scale"]) for s in table(one(self.o, "replicate-scales"))} if self.o["replicate-scales"] else {}
        rho = float(kind.partition(":")[2] or 0)
        scale = {"brr": 1 / r, "fay": 1 / (r * (1 - rho) ** 2), "jk1": (r - 1) / r, "sdr": 4 / r, "jkn": None}[kind.partition(":")[0]]
        return fsum(scales.get(k, scale) * (statistic(self.weights[k]) - full) ** 2 for k in self.replicates)

    def df(self, keep):
        if self.replicates:
            a = mpmath.matrix([[self.weights[k][i] for k in self.replicates] for i in range(len(keep)) if keep[i]])
            return rank(a) - 1
        used = [i for i in range(len(keep)) if keep[i] and self.w[i] > 0]
        return len({self.c[i] for i in used}) - len({self.h[i] for i in used})


def rank(matrix):
    """By Gram-Schmidt, a column counting where 1e-5 of its length or more is left."""
    rows, columns, basis = matrix.rows, matrix.cols, []
    for k in range(columns):
        v = [float(matrix[i, k]) for i in range(rows)]
        length = sqrt(fsum(x * x for x in v))
        for _ in range(2):
            for b in basis:
                d = fsum(x * y for x, y in zip(v, b))
                v = [x - d * y for x, y in zip(v, b)]
        rest = sqrt(fsum(x * x for x in v))
        if length and rest > 1e-5 * length: basis.append([x / rest for x in v])
    return len(basis)


def standardized(d, keep, o):
    over, groups = one(o, "over").split(","), table(one(o, "standard-population"))
    total = fsum(float(g["weight"]) for g in groups)
    strata = [(float(g["weight"]) / total, [i for i, r in enumerate(d.rows) if keep[i] and all(r[k] == g[k] for k in over)]) for g in groups]
    value = lambda w: fsum(c * fsum(w[i] * d.y[i] for i in these) / fsum(w[i] for i in these) for c, these in strata)
    z = [0.0] * len(d.rows)
    for c, these in strata:
        weight = fsum(d.w[i] for i in these)
        p = fsum(d.w[i] * d.y[i] for i in these) / weight
        for i in these: z[i] = c * d.w[i] * (d.y[i] - p) / weight
    return value, z


def variance_of(d, value, z, keep): return d.by_replicates(value) if d.replicates else d.variance(z, keep)


worst, faults = defaultdict(float), []


def compare(what, row, witness, own):
    if witness == "": return
    error = abs(own - float(witness)) / max(abs(float(witness)), 1e-300) if float(witness) else abs(own)
    worst[what] = max(worst[what], error)
    if error > 1e-9: faults.append((what, row["data"], row["options"], row["row"], witness, own))


designs = {}
with open(os.path.join(HERE, "standardized-r.csv"), newline="") as f: rows = list(csv.DictReader(f))
degrees = {}
for row in rows:
    o = parse(row["options"])
    d = Design(row["data"], o)
    tail = (1 - float(row["level"])) / 2
    groups = [part.split("=") for part in row["row"].split(";")] if row["row"] != "overall" else [(None, None)]
    keeps = [d.inside(*g) for g in groups]
    keep = [any(k) for k in zip(*keeps)]
    key = (row["data"], tuple(keep), one(o, "psu"))
    if key not in degrees: degrees[key] = d.df(keep)
    df = degrees[key]
    compare("df", row, row["df"], df)
    t = t_quantile(tail, df) if df > 0 else None
    if row["kind"] in ("difference", "log-ratio"):
        (va, za), (vb, zb) = (standardized(d, k, o) for k in keeps)
        a, b = va(d.w), vb(d.w)
        value = (lambda w: va(w) - vb(w)) if row["kind"] == "difference" else (lambda w: log(va(w) / vb(w)))
        z = [x - y if row["kind"] == "difference" else x / a - y / b for x, y in zip(za, zb)]
        compare("estimate", row, row["estimate"], value(d.w))
        compare("se", row, row["se"], sqrt(variance_of(d, value, z, keep)))
        continue
    people = [i for i in range(len(keep)) if keep[i] and d.w[i] > 0]
    compare("counts", row, row["n"], len(people))
    compare("counts", row, row["cases"], sum(d.y[i] for i in people))
    total = fsum(d.w[i] * d.y[i] for i in people)
    if row["total_se"]:
        all_kept = [i for i in range(len(keep)) if keep[i]]
        z = [d.w[i] * d.y[i] if keep[i] else 0.0 for i in range(len(keep))]
        se = sqrt(variance_of(d, lambda w: fsum(w[i] * d.y[i] for i in all_kept), z, keep))
        compare("total_se", row, row["total_se"], se)
        if t: compare("total_lower", row, row["total_lower"], max(0, total - t * se)); compare("total_upper", row, row["total_upper"], total + t * se)
    compare("total", row, row["total"], total)
    if row["kind"] == "total": continue
    compare("crude", row, row["crude"], total / fsum(d.w[i] for i in people))
    if row["kind"] == "indirect":
        over, rates = one(o, "over"), {g[one(o, "over")]: (float(g["cases"]), float(g["persons"])) for g in table(one(o, "rates"))}
        kept = [i for i in range(len(keep)) if keep[i]]
        r = [rates[d.rows[i][over]][0] / rates[d.rows[i][over]][1] if keep[i] else 0.0 for i in range(len(keep))]
        value = lambda w: log(fsum(w[i] * d.y[i] for i in kept) / fsum(w[i] * r[i] for i in kept))
        expected = fsum(d.w[i] * r[i] for i in kept)
        z = [d.w[i] * (d.y[i] / total - r[i] / expected) if keep[i] else 0.0 for i in range(len(keep))]
        crude, se = fsum(v[0] for v in rates.values()) / fsum(v[1] for v in rates.values()), sqrt(variance_of(d, value, z, keep))
        p = exp(value(d.w)) * crude
        for what, own in (("estimate", p), ("se", p * se), ("lower", p * exp(-t * se)), ("upper", p * exp(t * se))): compare(what, row, row[what], own)
        continue
    value, z = standardized(d, keep, o)
    p, se, n = value(d.w), sqrt(variance_of(d, value, z, keep)), len(people)
    compare("estimate", row, row["estimate"], p)
    compare("se", row, row["se"], se)
    size = p * (1 - p) / se ** 2
    if row["method"] == "logit": low, high = (1 / (1 + exp(-(log(p / (1 - p)) + s * t * se / (p * (1 - p))))) for s in (-1, 1))
    elif row["method"] == "wald": low, high = max(0.0, p - t * se), min(1.0, p + t * se)
    elif row["method"] == "wilson": low, high = ((p + t * t / (2 * size) + s * t * sqrt(p * (1 - p) / size + t * t / (4 * size * size))) / (1 + t * t / size) for s in (-1, 1))
    else:
        star = size * (t_quantile(tail, n - 1) / t) ** 2
        if "none" not in o["kg-cap"]: star = min(star, n)
        # R's limits must have the tails asked for
        lower = betainc(p * star, star - p * star + 1, 0, mpf(row["lower"]), regularized=True)
        upper = 1 - betainc(p * star + 1, star - p * star, 0, mpf(row["upper"]), regularized=True)
        compare("beta tail", row, str(tail), float(lower)); compare("beta tail", row, str(tail), float(upper))
        continue
    compare("lower", row, row["lower"], low); compare("upper", row, row["upper"], high)
print(len(rows), "rows;", ", ".join(f"{k} {v:.1e}" for k, v in worst.items()))
for fault in faults[:20]: print("differs:", *fault)
sys.exit(bool(faults))
