"""Computes every row of design-comparisons-r.csv again from the rows in surveys/ and the definitions. From the repository root:

    python3 tests/golden/make/check-design-comparisons.py

No survey library: influence values row by row, totals of PSUs, spread about their mean within strata; replicates on the scale of the interval.
Student and F tails by mpmath. Ends with 1 where R and this differ by more than 1e-9.
"""
import csv
import os
import sys
from collections import defaultdict
from math import exp, log, sqrt

from mpmath import betainc, findroot, gammainc, mp, mpf

mp.dps = 30
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def table(name):
    with open(os.path.join(HERE, "surveys", name), newline="") as f:
        return list(csv.DictReader(f))


def parse(options):
    words = options.replace(";", ",").split(" ")
    return {name[2:]: value for name, value in zip(words[::2], words[1::2])}


def t_tails(t, df):
    return betainc(mpf(df) / 2, mpf(1) / 2, 0, mpf(df) / (df + mpf(t) ** 2), regularized=True)


def f_tail(f, d1, d2):
    return betainc(mpf(d2) / 2, mpf(d1) / 2, 0, mpf(d2) / (d2 + d1 * mpf(f)), regularized=True)


def t_quantile(df, level):
    return findroot(lambda t: t_tails(t, df) - (1 - mpf(str(level))), 2.2)


class Sample:
    def __init__(self, data, options):
        self.o = o = parse(options)
        outcome, _, codes = o["point"].partition("=")
        case, _, other = (codes or "1/0").partition("/")
        self.rows = []
        for i, r in enumerate(table(data)):
            r["y"] = 1 if r[outcome] == case else 0 if r[outcome] == other else None
            r["in"] = not ("where" in o and r["h"] == "never")
            r["g"] = r[o["groups"]] if r["in"] and r["y"] is not None and r[o["groups"]] else None
            r["w0"] = float(r[o["weight"]])
            r["s"] = r[o["strata"]] if "strata" in o else ""
            r["c"] = r[o["psu"]] if "psu" in o else str(i)
            self.rows.append(r)
        self.names = [n for n in self.rows[0] if n.startswith("rw")] if "replicates" in o else []
        self.groups = sorted({r["g"] for r in self.rows if r["g"] is not None})
        kind = o.get("replicate-type", "")
        R = len(self.names)
        if "replicate-scales" in o:
            scales = {r["replicate"]: float(r["scale"]) for r in table(o["replicate-scales"])}
            self.scales = [scales[n] for n in self.names]
        else:
            self.scales = [1 / R / (1 - float(kind[4:])) ** 2 if kind.startswith("fay") else 1 / R if kind == "brr" else (R - 1) / R] * R if R else []

    def p(self, g, weight="w0"):
        w = [(float(r[weight]), r["y"]) for r in self.rows if r["g"] == g]
        return sum(a * y for a, y in w) / sum(a for a, _ in w)

    def shares(self, weight="w0"):
        known = [(float(r[weight]), r["g"], r["y"]) for r in self.rows if r["g"] is not None]
        total = sum(w for w, _, _ in known)
        return [sum(w for w, h, z in known if h == g and z == y) / total for g in self.groups for y in (1, 0)]

    def spread(self, z):
        """The covariance of totals of z, a list of k values for each row."""
        k = len(z[0])
        strata = defaultdict(lambda: defaultdict(list))
        for r, v in zip(self.rows, z):
            strata[r["s"]][r["c"]].append((r, v))
        V = [[0.0] * k for _ in range(k)]
        everything = [[sum(v[i] for _, v in members) for i in range(k)] for psus in strata.values() for members in psus.values()]
        grand = [sum(t[i] for t in everything) / len(everything) for i in range(k)]
        fpc = self.o["fpc"].split(",") if "fpc" in self.o else []
        for psus in strata.values():
            n = len(psus)
            totals = [[sum(v[i] for _, v in members) for i in range(k)] for members in psus.values()]
            first = next(iter(psus.values()))[0][0]
            f = n / float(first[fpc[0]]) if fpc else 0.0
            mean = [sum(t[i] for t in totals) / n for i in range(k)] if n > 1 else [0.0] * k   # lonely: about 0, the mean of all totals
            factor = (1 - f) * (n / (n - 1) if n > 1 else 1)
            for t in totals:
                for a in range(k):
                    for b in range(k):
                        V[a][b] += factor * (t[a] - mean[a]) * (t[b] - mean[b])
            if len(fpc) > 1:
                for members in psus.values():
                    units = defaultdict(lambda: [0.0] * k)
                    for r, v in members:
                        units[r[self.o["ssu"]]] = [x + y for x, y in zip(units[r[self.o["ssu"]]], v)]
                    m = len(units)
                    f2 = m / float(members[0][0][fpc[1]])
                    if m < 2 or f2 >= 1:
                        continue
                    mean2 = [sum(u[i] for u in units.values()) / m for i in range(k)]
                    for u in units.values():
                        for a in range(k):
                            for b in range(k):
                                V[a][b] += f * (1 - f2) * m / (m - 1) * (u[a] - mean2[a]) * (u[b] - mean2[b])
        return V

    def covariance(self, statistics, influences):
        """Of statistics by replicates; or of sums of influences."""
        if not self.names:
            return self.spread([influences(r) for r in self.rows])
        full, by = statistics("w0"), [statistics(n) for n in self.names]
        k = len(full)
        return [[sum(c * (t[a] - full[a]) * (t[b] - full[b]) for c, t in zip(self.scales, by)) for b in range(k)] for a in range(k)]

    def df(self):
        if self.names:
            return rank([[float(r[n]) for n in self.names] for r in self.rows if r["g"] is not None]) - 1
        known = [r for r in self.rows if r["g"] is not None and r["w0"] != 0]
        return len({(r["s"], r["c"]) for r in known}) - len({r["s"] for r in known})


def rank(rows):
    """The rank of a matrix, by elimination; its columns are replicates."""
    basis = []
    for row in {tuple(r) for r in rows}:
        row = list(row)
        for pivot, b in basis:
            if row[pivot]:
                factor = row[pivot] / b[pivot]
                row = [x - factor * y for x, y in zip(row, b)]
        pivot = max(range(len(row)), key=lambda i: abs(row[i]))
        if abs(row[pivot]) > 1e-2:
            basis.append((pivot, row))
    return len(basis)


def solve(A, B):
    from mpmath import matrix, lu_solve
    n = len(A)
    columns = [lu_solve(matrix(A), matrix([row[j] for row in B])) for j in range(len(B[0]))]
    return [[columns[j][i] for j in range(len(columns))] for i in range(n)]


def scaled(measure, a, b):
    if measure == "difference":
        return a - b, 1.0, -1.0
    if measure == "ratio":
        return log(a / b), 1 / a, -1 / b
    return log(a / (1 - a)) - log(b / (1 - b)), 1 / (a * (1 - a)), -1 / (b * (1 - b))


def expected(sample, row):
    names, df = sample.groups, sample.df()
    weights = {g: sum(r["w0"] for r in sample.rows if r["g"] == g) for g in names}
    p = {g: sample.p(g) for g in names}
    k = len(names)
    if row["measure"] != "test":
        g, h = row["group"], row["reference"]
        theta, ga, gb = scaled(row["measure"], p[g], p[h])

        def influence(r):
            if r["g"] not in (g, h):
                return [0.0]
            return [(ga if r["g"] == g else gb) * r["w0"] * (r["y"] - p[r["g"]]) / weights[r["g"]]]

        V = sample.covariance(lambda w: [scaled(row["measure"], sample.p(g, w), sample.p(h, w))[0]], influence)
        se = sqrt(V[0][0])
        half = t_quantile(df, row["level"]) * se
        back = (lambda x: x) if row["measure"] == "difference" else exp
        return dict(estimate=back(theta), lower=back(theta - half), upper=back(theta + half), se=se, df1="", df=df, statistic=theta / se, p=t_tails(theta / se, df))
    if row["method"] == "wald":
        V = sample.covariance(lambda w: [sample.p(g, w) for g in names],
                              lambda r: [r["w0"] * (r["y"] - p[g]) / weights[g] if r["g"] == g else 0.0 for g in names])
        d = [p[g] - p[names[0]] for g in names[1:]]
        C = [[V[i][j] - V[0][j] - V[i][0] + V[0][0] for j in range(1, k)] for i in range(1, k)]
        x = solve(C, [[v] for v in d])
        wald = sum(a * b[0] for a, b in zip(d, x))
        d2 = df - k + 2
        f = wald * d2 / (df * (k - 1))
        return dict(estimate="", lower="", upper="", se="", df1=k - 1, df=d2, statistic=f, p=f_tail(f, k - 1, d2))
    shares, total, n = sample.shares(), sum(weights.values()), sum(1 for r in sample.rows if r["g"] is not None)
    cells = [(g, y) for g in names for y in (1, 0)]
    V = sample.covariance(sample.shares, lambda r: [r["w0"] * ((1 if (r["g"], r["y"]) == c else 0) - s) / total if r["g"] is not None else 0.0 for c, s in zip(cells, shares)])
    cases = sum(shares[::2])
    x2 = 0.0
    for i, s in enumerate(shares):
        e = (shares[i - i % 2] + shares[i - i % 2 + 1]) * (cases if i % 2 == 0 else 1 - cases)
        x2 += n * (s - e) ** 2 / e
    # another basis of the interactions than the program's: Helmert contrasts of groups
    C = [[(1 if i % 2 == 0 else -1) * (a + 1 if i // 2 == a + 1 else -1 if i // 2 <= a else 0) for i in range(2 * k)] for a in range(k - 1)]
    inverse = [1 / s for s in shares]
    den = [[sum(C[a][i] * C[b][i] * inverse[i] for i in range(2 * k)) / n for b in range(k - 1)] for a in range(k - 1)]
    num = [[sum(C[a][i] * inverse[i] * V[i][j] * inverse[j] * C[b][j] for i in range(2 * k) for j in range(2 * k)) for b in range(k - 1)] for a in range(k - 1)]
    delta = solve(den, num)
    trace = sum(delta[i][i] for i in range(k - 1))
    square = sum(delta[i][j] * delta[j][i] for i in range(k - 1) for j in range(k - 1))
    if row["method"] == "rao-scott-1":
        chi = x2 / (trace / (k - 1))
        return dict(estimate="", lower="", upper="", se="", df1=k - 1, df="", statistic=chi, p=gammainc(mpf(k - 1) / 2, chi / 2, regularized=True))
    d0 = trace**2 / square
    f = x2 / trace
    return dict(estimate="", lower="", upper="", se="", df1=d0, df=d0 * df, statistic=f, p=f_tail(f, d0, d0 * df))


worst = 0.0
with open(os.path.join(HERE, "design-comparisons-r.csv"), newline="") as f:
    samples = {}
    for row in csv.DictReader(f):
        key = (row["data"], row["options"])
        sample = samples.setdefault(key, None) or samples.update({key: Sample(*key)}) or samples[key]
        for figure, value in expected(sample, row).items():
            if row[figure] == "" or value == "":
                error = 0.0 if row[figure] == "" and value == "" else 1.0
            else:
                error = abs(float(row[figure]) - float(value)) / max(abs(float(value)), 1e-300)
            worst = max(worst, error)
            if error > 1e-9:
                print(row["data"], row["options"][-40:], row["measure"], row["group"], row["method"], figure, row[figure], value)
print(f"largest relative difference {worst:.1e}")
sys.exit(worst > 1e-9)
