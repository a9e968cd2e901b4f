"""Checks intervals-large-mpmath.csv by a second program: R's qbeta (TOMS 708, shares nothing with the quadrature and the series) for
Clopper-Pearson and Jeffreys, and for mid-P its equation, put back with R's pbeta (up to ten cases or non-cases), and for the others but Blaker their
equation or closed form in decimals of 60 digits. Run from the repository root; ends with 1 if a row is farther off than 1e-9:

    python3 tests/golden/make/check-intervals-large.py
"""
import csv
import os
import subprocess
import sys
from decimal import Decimal as D, getcontext
getcontext().prec = 60
HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = list(csv.DictReader(open(os.path.join(HERE, "..", "intervals-large-mpmath.csv"))))
Z = {"0.9": D("1.644853626951472714863848907991632136083"), "0.95": D("1.959963984540054235524594430520551527955"),
     "0.99": D("2.575829303548900760966207155255424331284")}


def r(lines):
    script = """t <- read.table(file("stdin"), colClasses="numeric")
f <- function(v) ifelse(v[1] == 0, qbeta(v[2], v[3], v[4]), pbeta(v[2], v[3], v[4]))
cat(sprintf("%.17g", apply(t, 1, f)), sep="\\n")"""
    out = subprocess.run(["Rscript", "-e", script], input="\n".join(lines), capture_output=True, text=True, check=True)
    return [float(v) for v in out.stdout.split()]


def closed(method, x, y, n, z):
    """The lower limit and its distance from 1, in decimals; y = n - x."""
    x, y, n = D(x), D(y), D(n)
    if method in ("wilson", "wilson-cc"):
        if method == "wilson-cc": x, y = x - D("0.5"), y + D("0.5")
        # the lower root of (x - np)^2 = z^2 n p q, a quadratic in p
        a, b, c = n * n + z * z * n, -(2 * n * x + z * z * n), x * x
        p = 2 * c / (-b + (b * b - 4 * a * c).sqrt())
    elif method == "agresti-coull":
        m = n + z * z
        p, q = (x + z * z / 2) / m, (y + z * z / 2) / m
        p -= z * (p * q / m).sqrt()
    elif method in ("wald", "wald-cc"):
        p = x / n - z * (x * y / n**3).sqrt() - (1 / (2 * n) if method == "wald-cc" else 0)
    else:                                   # logit
        p = 1 / (1 + y / x * (z * (n / (x * y)).sqrt()).exp())
    return max(p, D(0)), min(1 - p, D(1))


def lower_sides():
    """Each limit as the lower one of some x: the row, x, y, the limit and its distance from 1."""
    for row in ROWS:
        x, n = int(row["cases"]), int(row["persons"])
        if x > 0: yield row, x, n - x, row["lower"], row["above_lower"]
        if x < n: yield row, n - x, x, row["above_upper"], row["upper"]


lines, checks, compared, worst = [], [], {}, {}
for row, x, y, p, q in lower_sides():
    m, tail = row["method"], (1 - D(row["level"])) / 2
    if m in ("wilson", "wilson-cc", "agresti-coull", "wald", "wald-cc") or (m == "logit" and y > 0):
        for have, want in zip((p, q), closed(m, x, y, x + y, Z[row["level"]])):
            error = abs(D(have) - want) / want if want else abs(D(have))
            worst[m] = max(worst.get(m, 0), float(error)); compared[m] = compared.get(m, 0) + 1
    elif m == "likelihood":                 # 2[l(p^) - l(p)] = z^2
        n, z = D(x + y), Z[row["level"]]
        p, q = (D(p), 1 - D(p)) if D(p) < D(q) else (1 - D(q), D(q))
        deviance = 2 * (x * (x / (n * p)).ln() + (y * (y / (n * q)).ln() if y else 0))
        error = float(abs(deviance / (z * z) - 1))
        worst[m] = max(worst.get(m, 0), error); compared[m] = compared.get(m, 0) + 1
    elif m in ("clopper-pearson", "jeffreys"):
        a, b = (x, y + 1) if m == "clopper-pearson" else (x + D("0.5"), y + D("0.5"))
        # R's qbeta has no answer that is closer to 1 than a double can be; its distance from 1 is compared then.
        sides = [s for s in ((p, tail, a, b), (q, 1 - tail, b, a)) if float(s[0]) < 1]
        lines += [f"0 {at} {c} {d}" for _, at, c, d in sides]
        checks += [(m, have, 0) for have, *_ in sides]
    elif m == "mid-p" and min(x, y) <= 10:  # for large shapes pbeta of a double has no digits left
        at, flip = (p, False) if float(p) < 0.5 else (q, True)
        for a, b in ((x, y + 1), (x + 1, y)):
            lines.append(f"1 {at} {a} {b}" if not flip else f"1 {at} {b} {a}")
        checks += [("mid-p", tail, "first" + str(flip)), ("mid-p", y, "second")]
values = r(lines)
for i, (m, have, kind) in enumerate(checks):
    if kind == 0:
        error = abs(values[i] - float(have)) / float(have)
    elif kind != "second" and int(checks[i + 1][1]) > 0:
        one, two = values[i], values[i + 1]
        if kind == "firstTrue": one, two = 1 - one, 1 - two
        error = abs((one + two) / 2 / float(have) - 1)
    else:
        continue
    worst[m] = max(worst.get(m, 0), error); compared[m] = compared.get(m, 0) + 1
for m in worst:
    print(f"{m}: {compared[m]} compared, largest relative difference {worst[m]:.1e}")
sys.exit(any(v > 1e-9 for v in worst.values()))
