"""Computes every row of stratified-r.csv, trend-r.csv and multiplicity-r.csv again from the definitions, with 40 digits. From the repository root:

    python3 tests/golden/make/check-stratified.py

Textbook forms: the expected table of Breslow-Day by its quadratic equation, regressions by Newton from the scores, adjusted p values by trying
every hypothesis of the closed or stepped procedure in order. Ends with 1 where R and this differ by more than 1e-9. Also prints Klingenberg's limits,
which no R package has: klingenberg-mpmath.csv.
"""
import csv
import os
import sys

from mpmath import exp, gammainc, log, lu_solve, matrix, mp, mpf, nstr, sqrt, erfinv

mp.dps = 40
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
Z = sqrt(mpf(2)) * erfinv(mpf("0.95"))


def rows(name):
    with open(os.path.join(HERE, name), newline="") as f:
        return list(csv.DictReader(f))


def chi(statistic, df):
    return dict(statistic=statistic, df=mpf(df), p=gammainc(mpf(df) / 2, statistic / 2, regularized=True))


def interval(value, se, log_scale):
    if log_scale:
        return dict(estimate=exp(value), lower=exp(value - Z * se), upper=exp(value + Z * se), se=se)
    return dict(estimate=value, lower=value - Z * se, upper=value + Z * se, se=se)


def pooled(tables):
    k = [(mpf(a), mpf(n1) - a, mpf(c), mpf(n0) - c) for a, n1, c, n0 in tables]     # a b c d by rows: exposed, not exposed
    N = [sum(t) for t in k]
    each = list(zip(k, N))
    R, S = [a * d / n for (a, b, c, d), n in each], [b * c / n for (a, b, c, d), n in each]
    P, Q = [(a + d) / n for (a, b, c, d), n in each], [(b + c) / n for (a, b, c, d), n in each]
    r, s = sum(R), sum(S)
    v = sum(p * x for p, x in zip(P, R)) / (2 * r**2) + sum(p * y + q * x for p, q, x, y in zip(P, Q, R, S)) / (2 * r * s) + sum(q * y for q, y in zip(Q, S)) / (2 * s**2)
    yield "odds-ratio", interval(log(r / s), sqrt(v), True)
    psi, tests = r / s, []
    for (a, b, c, d), n in each:
        m1, m0, n1, n0 = a + c, b + d, a + b, c + d
        if m1 == 0 or m0 == 0:
            continue
        A, B, C = 1 - psi, n0 - m1 + psi * (n1 + m1), -psi * m1 * n1
        roots = [(-B + sign * sqrt(B * B - 4 * A * C)) / (2 * A) for sign in (1, -1)]
        e = next(x for x in roots if max(0, m1 - n0) <= x <= min(m1, n1))
        tests.append((a - e, 1 / (1 / e + 1 / (m1 - e) + 1 / (n1 - e) + 1 / (n0 - m1 + e))))
    bd = sum(x * x / w for x, w in tests)
    yield "breslow-day", chi(bd, len(tests) - 1)
    yield "tarone", chi(bd - sum(x for x, _ in tests) ** 2 / sum(w for _, w in tests), len(tests) - 1)
    r, s = sum(a * (c + d) / n for (a, b, c, d), n in each), sum(c * (a + b) / n for (a, b, c, d), n in each)
    v = sum(((a + c) * (a + b) * (c + d) - a * c * n) / n**2 for (a, b, c, d), n in each) / (r * s)
    yield "ratio", interval(log(r / s), sqrt(v), True)
    w = sum((a + b) * (c + d) / n for (a, b, c, d), n in each)
    rd = sum((a * (c + d) - c * (a + b)) / n for (a, b, c, d), n in each) / w
    p = sum(((a + b) ** 2 * c - (c + d) ** 2 * a + (a + b) * (c + d) * ((c + d) - (a + b)) / 2) / n**2 for (a, b, c, d), n in each)
    q = sum((a * d + c * b) / (2 * n) for (a, b, c, d), n in each)
    yield "difference", interval(rd, sqrt((rd * p + q) / w**2), False)
    # Klingenberg: the d with (rd - d)^2 = z^2 (d p + q)/w^2
    half = sqrt((rd + Z**2 * p / (2 * w**2)) ** 2 - rd**2 + Z**2 * q / w**2)
    yield "klingenberg", dict(estimate=rd, lower=rd + Z**2 * p / (2 * w**2) - half, upper=rd + Z**2 * p / (2 * w**2) + half)
    num = sum(a - (a + b) * (a + c) / n for (a, b, c, d), n in each)
    den = sum((a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1)) for (a, b, c, d), n in each)
    yield "cmh", chi(num**2 / den, 1)
    values = [(log(a / (a + b) / (c / (c + d))), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)) for (a, b, c, d), n in each if a and c and b + d]
    if len(values) > 1:
        yield "cochran-q-ratio", cochran(values)
    values = [(a / (a + b) - c / (c + d), a * b / (a + b) ** 3 + c * d / (c + d) ** 3) for (a, b, c, d), n in each]
    yield "cochran-q-difference", cochran([v for v in values if v[1]])


def cochran(values):
    mean = sum(x / v for x, v in values) / sum(1 / v for _, v in values)
    return chi(sum((x - mean) ** 2 / v for x, v in values), len(values) - 1)


def regression(g, mean, weight, robust, log_scale):
    """Newton for the coefficients; the variance of maximum likelihood or the sandwich over persons."""
    total, x = sum(n for _, _, n in g), sum(x for _, x, _ in g)
    beta = matrix([{"identity": x / total, "log": log(x / total), "logit": log(x / (total - x))}[mean], 0])
    link = {"identity": lambda t: t, "log": exp, "logit": lambda t: 1 / (1 + exp(-t))}[mean]
    for _ in range(80):
        mu = [link(beta[0] + beta[1] * s) for s, _, _ in g]
        u = matrix([sum(x - n * m for (s, x, n), m in zip(g, mu)), sum((x - n * m) * s for (s, x, n), m in zip(g, mu))])
        w = [n * weight(m) for (s, x, n), m in zip(g, mu)]
        info = matrix([[sum(w), sum(a * s for a, (s, _, _) in zip(w, g))], [sum(a * s for a, (s, _, _) in zip(w, g)), sum(a * s * s for a, (s, _, _) in zip(w, g))]])
        step = lu_solve(info, u)
        beta += step
        if abs(step[0]) + abs(step[1]) < mpf(10) ** -35:
            break
    bread = info**-1
    if robust:
        meat = matrix(2, 2)
        for (s, x, n), m in zip(g, mu):
            e = x * (1 - m) ** 2 + (n - x) * m**2
            meat += e * matrix([[1, s], [s, s * s]])
        bread = bread * meat * bread
    return interval(beta[1], sqrt(bread[1, 1]), log_scale)


def trends(groups):
    g = [(mpf(s), mpf(x), mpf(n)) for s, x, n in groups]
    N, p = sum(n for _, _, n in g), sum(x for _, x, _ in g) / sum(n for _, _, n in g)
    T = sum(s * (x - n * p) for s, x, n in g)
    V = p * (1 - p) * (sum(n * s * s for s, _, n in g) - sum(n * s for s, _, n in g) ** 2 / N)
    yield "trend", chi(T * T / V, 1)
    if len(g) > 2:
        yield "departure", chi(sum((x - n * p) ** 2 / (n * p) + (x - n * p) ** 2 / (n * (1 - p)) for _, x, n in g) - T * T / V, len(g) - 2)
    yield "linear", regression(g, "identity", lambda m: 1, True, False)
    yield "modified-poisson", regression(g, "log", lambda m: m, True, True)
    yield "logistic", regression(g, "logit", lambda m: m * (1 - m), False, True)


def adjusted(method, ps):
    """Smallest level at which each hypothesis is rejected, by running the procedure at every candidate level."""
    m, order = len(ps), sorted(range(len(ps)), key=lambda i: ps[i])
    out = [mpf(0)] * m
    harmonic = sum(mpf(1) / i for i in range(1, m + 1))
    single = {"none": lambda p, j: p, "bonferroni": lambda p, j: m * p, "sidak": lambda p, j: 1 - (1 - p) ** m,
              "holm": lambda p, j: (m - j + 1) * p, "hochberg": lambda p, j: (m - j + 1) * p, "holm-sidak": lambda p, j: 1 - (1 - p) ** (m - j + 1),
              "bh": lambda p, j: m * p / j, "by": lambda p, j: harmonic * m * p / j}[method]
    needed = [single(ps[i], j) for j, i in enumerate(order, 1)]
    for j, i in enumerate(order):
        if method in ("hochberg", "bh", "by"):
            out[i] = min([mpf(1)] + needed[j:])          # rejected if any later hypothesis is
        elif method in ("holm", "holm-sidak"):
            out[i] = min(mpf(1), max(needed[: j + 1]))   # rejected if all earlier ones are
        else:
            out[i] = min(mpf(1), needed[j])
    return out


worst, klingenberg = mpf(0), []


def check(where, found, row):
    global worst
    for figure in ("estimate", "lower", "upper", "se", "statistic", "df", "p"):
        if row[figure] == "" and figure not in found:
            continue
        error = abs(mpf(row[figure]) - found[figure]) / max(abs(found[figure]), mpf(10) ** -300)
        worst = max(worst, error)
        if error > mpf(10) ** -9:
            print(where, figure, row[figure], nstr(found[figure], 17))


recorded = {(r["set"], r["quantity"]): r for r in rows("stratified-r.csv")}
tables = rows("stratified-tables.csv")
for name in dict.fromkeys(t["set"] for t in tables):
    strata = [tuple(int(t[c]) for c in ("cases", "n", "reference_cases", "reference_n")) for t in tables if t["set"] == name]
    for quantity, found in pooled(strata):
        if quantity == "klingenberg":
            klingenberg.append(f"{name},klingenberg," + ",".join(nstr(found[f], 20) for f in ("estimate", "lower", "upper")))
        else:
            check((name, quantity), found, recorded[name, quantity])
recorded = {(r["set"], r["quantity"]): r for r in rows("trend-r.csv")}
tables = rows("trend-tables.csv")
for name in dict.fromkeys(t["set"] for t in tables):
    for quantity, found in trends([(t["score"], t["cases"], t["n"]) for t in tables if t["set"] == name]):
        if (name, quantity) in recorded:
            check((name, quantity), found, recorded[name, quantity])
for row in rows("multiplicity-r.csv"):
    ps, expected = [mpf(p) for p in row["p"].split(" ")], [mpf(p) for p in row["adjusted"].split(" ")]
    for a, b in zip(adjusted(row["method"], ps), expected):
        worst = max(worst, abs(a - b) / max(abs(a), mpf(10) ** -300))
with open(os.path.join(HERE, "klingenberg-mpmath.csv"), "w", newline="\n") as out:
    out.write("set,quantity,estimate,lower,upper\n" + "\n".join(klingenberg) + "\n")
print(f"largest relative difference {nstr(worst, 2)}")
sys.exit(worst > mpf(10) ** -9)
