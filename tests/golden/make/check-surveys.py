"""Computes every row of survey-r.csv again, from the files in surveys/ and the definitions. From the repository root:

    python3 tests/golden/make/check-surveys.py

No survey library: linearized values row by row, PSU totals, stratum means; replicates by their sums; the rank of the replicate
weights from singular values. Student quantiles are solved with mpmath, because scipy's are off by 1e-9. Beta limits are scipy's,
put back into the beta distribution by mpmath.
Ends with 1 where R and this differ by more than 1e-9 (logit and beta limits 1e-8).
"""
import csv
import os
import sys
from collections import defaultdict
from fractions import Fraction
from math import fsum, inf, isnan, log, log1p, expm1, exp, nan, sqrt
import numpy
from mpmath import mp, mpf, betainc, findroot
from scipy.stats import beta, norm, t as student
sys.dont_write_bytecode = True
mp.dps = 30
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def table(name):
    with open(os.path.join(HERE, "surveys", name), newline="") as f:
        return list(csv.DictReader(f))


def parse(options):
    words, found = options.replace(";", ",").split(" "), defaultdict(list)
    for name, value in zip(words[::2], words[1::2]):
        assert name.startswith("--")
        found[name[2:]].append(value)
    return found


class Unit:
    """A person, or the persons of one cell of a tabulation."""
    __slots__ = ("row", "case", "n", "w", "w2", "y", "stratum", "psu", "ssu", "fpc", "fpc2", "replicates")


def units(name, o):
    units = []
    rows = table(name)
    grouped = "n" in rows[0]
    names = {}
    if grouped:
        for header in rows[0]:
            names[header.rsplit(":", 1)[-1] if not header.startswith("missing:") else header] = header
        names["w2"] = next(h for h in rows[0] if h.startswith("sum_w2"))
        # A tabulation carries its design: what the header says stands for the options.
        for option, prefix in (("weight", "sum_w:"), ("strata", "strata:"), ("psu", "psu:")):
            o[option] = [h.partition(":")[2] for h in rows[0] if h.startswith(prefix)]
        names[o["weight"][0]] = next(h for h in rows[0] if h.startswith("sum_w:"))
    at = lambda row, column: row[names.get(column, column)]
    outcome, _, codes = o["point"][0].partition("=")
    case, _, other = (codes or "1/0").partition("/")
    if grouped: case, other = "case", "non-case"
    pattern = o["replicates"][0].rstrip("*") if o["replicates"] else None
    columns = [c for c in rows[0] if pattern and c.startswith(pattern) and c != "w"]
    for i, row in enumerate(rows):
        u = Unit()
        u.row = {c: at(row, c) for c in ([h.rsplit(":", 1)[-1] for h in row if h.startswith("by:")] if grouped else row)}
        value = at(row, outcome)
        assert value in (case, other, "")
        u.y = None if value == "" else int(value == case)
        u.w = float(at(row, o["weight"][0])) if o["weight"] else None
        u.n = int(row["n"]) if grouped else 1
        u.stratum = at(row, o["strata"][0]) if o["strata"] else ""
        u.psu = (u.stratum, at(row, o["psu"][0]) if o["psu"] else i)
        # Of the second stage SSUs are the units, or persons where there are none.
        sizes = o["fpc"][0].split(",") if o["fpc"] else []
        u.fpc, u.fpc2 = ([float(at(row, column)) for column in sizes] + [None, None])[:2]
        u.ssu = (u.psu, at(row, o["ssu"][0]) if o["ssu"] else i) if o["ssu"] or u.fpc2 else None
        u.replicates = [float(row[c]) for c in columns]
        units.append(u)
    return units, columns


def design_of(name, o):
    all_units, columns = units(name, o)
    psus = {}
    for u in all_units: psus.setdefault(u.stratum, {}).setdefault(u.psu, None)
    fpc = {}
    for u in all_units:
        if u.fpc is not None: assert fpc.setdefault(u.stratum, u.fpc) == u.fpc
    ssus = {}
    for u in all_units:
        if u.ssu is not None: ssus.setdefault(u.psu, {}).setdefault(u.ssu, u.fpc2)
    # Without weights these are N/n, the units of the stratum in the population over those in the sample, times the same of the PSU.
    for u in all_units:
        if u.w is None: u.w = 1 / (fraction(u.fpc, psus[u.stratum]) or 1) / (fraction(u.fpc2, ssus.get(u.psu)) or 1)
    rank, gap = None, None
    if columns:
        rank, gap = rank_of(all_units)
    return all_units, columns, psus, fpc, ssus, rank, gap


def rank_of(chosen):
    singular = numpy.linalg.svd(numpy.array([u.replicates for u in chosen]), compute_uv=False)
    rank = int((singular > 1e-5 * singular[0]).sum())
    return rank, (singular[rank - 1] / singular[0], singular[rank] / singular[0] if rank < len(singular) else 0)


def degrees(chosen):
    return len({u.psu for u in chosen}) - len({u.stratum for u in chosen})


def fraction(size, units):
    """The fraction sampled, from itself or from the size of the population; 0 where that is not known."""
    return 0.0 if size is None else size if size <= 1 else len(units) / size    # a size of 1 is all of it either way


def among(z, f, lonely, grand):
    """(1 - f) n / (n - 1) times the squares about the mean, for the totals of the n units of a stratum or of a PSU."""
    n = len(z)
    if n > 1:
        mean = fsum(z) / n
        return (1 - f) * n / (n - 1) * fsum((v - mean) ** 2 for v in z)
    if f == 1 or lonely in ("certainty", "average"): return 0.0
    if lonely == "adjust": return (1 - f) * (z[0] - grand) ** 2
    raise ValueError("lonely unit")


def inside(p, total, domain, psus, fpc, ssus, lonely):
    """f1 times what the second stage adds: the same formula over the units of each PSU, of each stratum that was sampled from a finite population."""
    totals = {unit: [] for units in ssus.values() for unit in units}
    for u in domain: totals[u.ssu].append((u.w if u.y else 0.0) / total - u.w * p / total)
    terms = []
    for stratum, clusters in psus.items():
        f1 = fraction(fpc.get(stratum), clusters)
        for psu in clusters if f1 > 0 else ():
            units = ssus[psu]
            assert len(set(units.values())) == 1
            terms.append(f1 * among([fsum(totals[unit]) for unit in units], fraction(next(iter(units.values())), units), lonely, 0.0))
    return fsum(terms)


def linearized(p, total, domain, psus, fpc, lonely, by_domain):
    inside, totals = {id(u) for u in domain}, {}
    for stratum in psus:
        for c in psus[stratum]: totals[c] = []
    for u in domain: totals[u.psu].append((u.w if u.y else 0.0) / total - u.w * p / total)
    totals = {c: fsum(z) for c, z in totals.items()}
    grand = fsum(totals.values()) / len(totals)
    terms = []
    for stratum, clusters in psus.items():
        terms.append(among([totals[c] for c in clusters], fraction(fpc.get(stratum), clusters), lonely, grand))
    v = fsum(terms)
    if lonely == "average":
        count = lambda these: len(these) / max(1, sum(len(psus[s]) > 1 for s in these))
        v *= count({u.stratum for u in domain} if by_domain else set(psus))
    return v


def replicated(p, domain, columns, kind, scales, centre):
    r = len(columns)
    estimates = []
    for i, column in enumerate(columns):
        total = fsum(u.replicates[i] for u in domain)
        if total > 0: estimates.append((fsum(u.replicates[i] for u in domain if u.y) / total, scales.get(column)))
    counting = [e for e, s in estimates if s is None or s > 0]
    kind, _, rho = kind.partition(":")
    scale = {"brr": 1 / r, "jk1": (r - 1) / r, "bootstrap": 1 / r, "sdr": 4 / r, "fay": 1 / (r * (1 - float(rho or 0)) ** 2), "jkn": None}[kind]
    middle = p if centre == "estimate" else fsum(counting) / len(counting)
    return fsum((scale if s is None else s) * (e - middle) ** 2 for e, s in estimates)


proved, quantiles, scipy_off = 0.0, {}, 0.0


def student_quantile(tail, df):
    """P(T > t) = I_x(df/2, 1/2) / 2 with x = df / (df + t^2), solved near scipy's answer."""
    global scipy_off
    if (tail, df) not in quantiles:
        near = student.isf(tail, df)
        t = findroot(lambda t: betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2 - mpf(tail), near)
        quantiles[tail, df] = float(t)
        scipy_off = max(scipy_off, abs(near / float(t) - 1))
    return quantiles[tail, df]


def beta_limit(probability, a, b):
    """scipy's quantile, and how far mpmath finds its probability from the one asked for (relative to the smaller tail)."""
    global proved
    x = beta.ppf(probability, a, b) if probability < 0.5 else beta.isf(1 - probability, a, b)
    if x > 1 - 1e-6: return x    # with few degrees of freedom n* is below 1, and what is left above the limit is too little for a double to show
    tail = min(probability, 1 - probability)
    lower = betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True)
    proved = max(proved, abs(float((lower if probability < 0.5 else 1 - lower) / mpf(tail) - 1)))
    return x


def limits(method, cap, p, se, n, cases, df, alpha):
    if cases == 0: return 0.0, -expm1(log(alpha / 2) / n)
    if cases == n: return exp(log(alpha / 2) / n), 1.0
    if df <= 0: return nan, nan
    t = norm.isf(alpha / 2) if df == inf else student_quantile(alpha / 2, df)
    q = 1 - p
    if method == "logit":
        u, h = log(p) - log(q), t * se / (p * q)
        return 1 / (1 + exp(h - u)), 1 / (1 + exp(-h - u))
    if method == "wald": return max(0.0, p - t * se), min(1.0, p + t * se)
    n_eff = p * q / se ** 2
    if method == "wilson":
        # the roots of (p - x)^2 = t^2 x (1 - x) / n_eff, the smaller from their product
        a, b, c = 1 + t * t / n_eff, 2 * p + t * t / n_eff, p * p
        upper = (b + sqrt(b * b - 4 * a * c)) / (2 * a)
        return c / a / upper, upper
    star = n_eff * (student_quantile(alpha / 2, n - 1) / t) ** 2
    if cap != "none": star = min(star, n)
    x = p * star
    return beta_limit(alpha / 2, x, star - x + 1), beta_limit(1 - alpha / 2, x + 1, star - x)


with open(os.path.join(HERE, "survey-r.csv"), newline="") as f:
    rows = list(csv.DictReader(f))
canonical = {"mean": "wald", "korn-graubard": "clopper-pearson"}
designs, gaps, worst, faults = {}, {}, defaultdict(lambda: (0.0, "")), 0
whole_average, zero = 0.0, 0
for row in rows:
    o = parse(row["options"])
    key = (row["data"],) + tuple(tuple(o[k]) for k in ("point", "weight", "strata", "psu", "ssu", "fpc", "replicates"))
    if key not in designs: designs[key] = design_of(row["data"], o)
    all_units, columns, psus, fpc, ssus, rank, gap = designs[key]
    if gap: gaps[row["data"]] = (rank, *gap)
    conditions = [w.split("=") for w in o["where"]]
    if row["row"] != "overall":
        levels = [part.split("=") for part in row["row"].split(";")]
        assert [c for c, _ in levels] == o["by"][0].split(",")
        conditions += levels
    everybody = [u for u in all_units if u.y is not None and all(u.row[c] == v for c, v in conditions)]
    domain = [u for u in everybody if u.w > 0]
    n, cases = sum(u.n for u in domain), sum(u.n for u in domain if u.y)
    total = fsum(u.w for u in domain)
    p = fsum(u.w for u in domain if u.y) / total
    if columns:
        scales = {s["replicate"]: float(s["scale"]) for s in table(o["replicate-scales"][0])} if o["replicate-scales"] else {}
        v = replicated(p, everybody, columns, o["replicate-type"][0], scales, (o["replicate-centre"] or ["estimate"])[0])
        lost = sum(not any(u.replicates[i] for u in everybody) for i in range(len(columns)))
        faults += (lost > 0) != ("discards %d " % lost in row["witness"])
    else:
        lonely = (o["lonely-psu"] or ["fail"])[0]
        v = linearized(p, total, domain, psus, fpc, lonely, True)
        if ssus:
            touched = {u.psu for u in domain}
            one_psu = len(touched) == 1 and fraction(fpc.get(domain[0].stratum), psus[domain[0].stratum]) < 1
            faults += (one_psu and cases not in (0, n)) != ("inside one PSU" in row["witness"])
            v += inside(p, total, domain, psus, fpc, ssus, lonely)
        if lonely == "average" and v > 1e-20:
            whole_average = max(whole_average, abs(sqrt(linearized(p, total, domain, psus, fpc, lonely, False) / v) - 1))
    choice = (o["df"] or ["default"])[0]
    df = {"inf": inf, "design": rank - 1 if columns else degrees([u for u in all_units if u.w > 0]),
          "default": rank_of(everybody)[0] - 1 if columns else degrees(domain)}.get(choice)
    if df is None: df = float(choice)
    se, method = sqrt(v), (o["method"] or ["logit"])[0]
    faults += canonical.get(method, method) != row["method"] or (o["level"] or ["0.95"])[0] != row["level"]
    alpha = float(1 - Fraction(row["level"]))
    expected = {"cases": cases, "n": n, "estimate": p, "df": df, "weighted_n": total}
    if "SE 0" in row["witness"]:                      # R's rounding is not ours
        zero += 1
        faults += not (abs(float(row["se"])) < 1e-15 and se < 1e-15 and row["deff"] == row["n_eff"] == "")
        if cases in (0, n): low, high = limits("clopper-pearson", None, p, se, n, cases, df, alpha)
        else: low, high = (nan, nan) if df <= 0 else (p, p)
    else:
        expected |= {"se": se, "deff": v / (p * (1 - p) / n), "n_eff": p * (1 - p) / v}
        low, high = limits(row["method"], (o["kg-cap"] or ["n"])[0], p, se, n, cases, df, alpha)
    expected |= {"lower": low, "upper": high}
    for column, value in expected.items():
        given = float(row[column]) if row[column] else nan
        if isnan(value) or isnan(given) or value == inf or given == inf:
            difference = 0.0 if isnan(value) and isnan(given) or value == given else inf
        else:
            difference = abs(value - given) / abs(given) if given else abs(value)
        name = f"{column} {row['method']}" if column in ("lower", "upper") else column
        if difference >= worst[name][0]: worst[name] = (difference, f"{row['data']} {row['options']} {row['row']}")
        if difference > (1e-8 if column in ("lower", "upper") and row["method"] in ("logit", "clopper-pearson") else 1e-9):
            faults += 1
            print("BAD", row["data"], row["options"], row["row"], column, "R", row[column], "here", value)
print(len(rows), "rows,", zero, "of them with a variance of 0")
for name, (difference, where) in sorted(worst.items()):
    print(f"{name:24} {difference:.1e}  {where if difference > 1e-13 else ''}")
print(f"scipy's Student quantiles are off by up to {scipy_off:.1e}")
print(f"scipy's beta limits put back by mpmath: probability off by at most {proved:.1e} of the tail")
print(f"average over the strata of the design instead of those of the domain: SE off by up to {whole_average:.1%}")
for name, (rank, last, next_one) in sorted(gaps.items()):
    print(f"{name}: rank {rank}, smallest singular value kept {last:.1e}, first left out {next_one:.1e} of the largest")
nchs = 1 - 0.025 ** (1 / 100)
faults += abs(nchs - 0.0362167) > 5e-8 or abs(beta.isf(0.025, 1, 100) / nchs - 1) > 1e-12
print(f"Korn-Graubard, no case among 100: upper limit {nchs:.16g}")
print("faults", faults)
sys.exit(1 if faults else 0)
