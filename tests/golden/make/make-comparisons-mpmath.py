"""Intervals and tests for two independent groups, from their definitions, with 60 digits.

Writes comparisons-mpmath.csv and comparison-tests-mpmath.csv beside this folder. Nothing is shared with the program under test: the constrained
likelihood estimates are those of the closed formulas of Miettinen & Nurminen 1985 (appendix), the limits are found by bisection in the
textbook form of the score, and exact tails are sums of integers.
"""
import os
from fractions import Fraction
from math import comb

import mpmath as mp

mp.mp.dps = 60
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
CASES = [
    (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10), (10, 10, 0, 20), (10, 10, 0, 10),
    (15, 148, 30, 160), (7, 34, 1, 34), (1, 5, 1, 1), (0, 1, 1, 1), (1, 1, 1, 1), (1, 1, 0, 1), (1, 2, 1, 2), (3, 3, 5, 5), (3, 3, 4, 5),
    (0, 3, 4, 5), (2, 3, 5, 5), (0, 12, 3, 50), (1, 29, 0, 20), (81, 263, 15, 148), (12, 15, 14, 15), (2, 14, 8, 16), (1, 20, 19, 20),
    (489, 1913, 351, 1602), (4, 4, 1, 300), (299, 300, 4, 4), (3, 1000000, 1, 1000000), (999998, 1000000, 999999, 1000000),
    (0, 1000000, 3, 900000), (123456, 1000000, 124000, 990000), (5, 1000000000, 1, 2000000000), (500000000, 1000000000, 499990000, 1000000000),
]
LEVELS = ["0.9", "0.95", "0.99", "0.999999"]
SMALL = 5000


def z_of(level):
    return mp.sqrt(2) * mp.erfinv(mp.mpf(level))


def bisect(f, lo, hi):
    """The point where f, positive at lo, becomes negative."""
    for _ in range(230):
        mid = (lo + hi) / 2
        if f(mid) > 0:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


def pair_of_difference(x1, n1, x2, n2, d):
    """p1 and p2 = p1 - d that maximize the likelihood (Miettinen & Nurminen 1985, appendix; Farrington & Manning 1990)."""
    N, m = mp.mpf(n1 + n2), x1 + x2
    l3, l2, l1, l0 = N, (n1 + 2 * n2) * d - N - m, (n2 * d - N - 2 * x2) * d + m, x2 * d * (1 - d)
    q = l2**3 / (3 * l3) ** 3 - l1 * l2 / (6 * l3**2) + l0 / (2 * l3)
    p = mp.sign(q) * mp.sqrt(max(mp.mpf(0), l2**2 / (3 * l3) ** 2 - l1 / (3 * l3)))
    c = q / p**3 if p else mp.mpf(0)
    a = (mp.pi + mp.acos(max(-1, min(1, c)))) / 3
    p2 = 2 * p * mp.cos(a) - l2 / (3 * l3)
    p2 = min(max(p2, max(mp.mpf(0), -d)), min(mp.mpf(1), 1 - d))
    return p2 + d, p2


def difference_limits(x1, n1, x2, n2, z, c):
    d = mp.mpf(x1) / n1 - mp.mpf(x2) / n2

    def excess(t):
        p1, p2 = pair_of_difference(x1, n1, x2, n2, t)
        return (d - t) ** 2 - z**2 * c * (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)

    lower = mp.mpf(-1) if d == -1 else bisect(excess, mp.mpf(-1), d)
    upper = mp.mpf(1) if d == 1 else bisect(excess, mp.mpf(1), d)
    return lower, upper


def ratio_excess(x1, n1, x2, n2, z, c, phi):
    N, m = n1 + n2, x1 + x2
    a, b = N * phi, -(phi * (n1 + x2) + x1 + n2)
    p2 = (-b - mp.sqrt(b * b - 4 * a * m)) / (2 * a)
    p1 = phi * p2
    v = c * (p1 * (1 - p1) / n1 + phi**2 * p2 * (1 - p2) / n2)
    return (mp.mpf(x1) / n1 - phi * mp.mpf(x2) / n2) ** 2 - z**2 * v


def odds_excess(x1, n1, x2, n2, z, c, psi):
    m = x1 + x2
    a, b = n2 * (psi - 1), n1 * psi + n2 - m * (psi - 1)
    p2 = mp.mpf(m) / (n1 + n2) if psi == 1 else (-b + mp.sqrt(b * b + 4 * a * m)) / (2 * a)
    p1 = p2 * psi / (1 + p2 * (psi - 1))
    s = (x1 - n1 * p1) ** 2 * (1 / (n1 * p1 * (1 - p1)) + 1 / (n2 * p2 * (1 - p2))) * c
    return s - z**2


def log_limits(excess, low_is_zero, up_is_infinite, estimate):
    """Both limits by bisection on the logarithm, away from the estimate where that is finite and positive."""
    middle = mp.log(estimate) if estimate not in (0, mp.inf) else None
    lower, upper = mp.mpf(0), mp.inf
    if not low_is_zero:
        start = middle if middle is not None else mp.mpf(60)
        lower = mp.exp(bisect(lambda t: excess(mp.exp(t)), mp.mpf(-60), start))
    if not up_is_infinite:
        start = middle if middle is not None else mp.mpf(-60)
        upper = mp.exp(bisect(lambda t: excess(mp.exp(t)), mp.mpf(60), start))
    return lower, upper


def wilson(x, n, z):
    p = mp.mpf(x) / n
    h = z * mp.sqrt(p * (1 - p) / n + z**2 / (4 * mp.mpf(n) ** 2))
    return (p + z**2 / (2 * n) - h) / (1 + z**2 / n), (p + z**2 / (2 * n) + h) / (1 + z**2 / n)


def wilson_cc(x, n, z):
    p, n = mp.mpf(x) / n, mp.mpf(n)
    q = 1 - p
    low = (2 * n * p + z**2 - 1 - z * mp.sqrt(z**2 - 2 - 1 / n + 4 * p * (n * q + 1))) / (2 * (n + z**2)) if x else mp.mpf(0)
    up = (2 * n * p + z**2 + 1 + z * mp.sqrt(z**2 + 2 - 1 / n + 4 * p * (n * q - 1))) / (2 * (n + z**2)) if x < n else mp.mpf(1)
    return low, up


def hybrid(x1, n1, x2, n2, z, one):
    p1, p2 = mp.mpf(x1) / n1, mp.mpf(x2) / n2
    (l1, u1), (l2, u2) = one(x1, n1, z), one(x2, n2, z)
    return p1 - p2 - mp.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), p1 - p2 + mp.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)


def clipped(lower, upper, estimate, least, most):
    return min(max(lower, least), estimate), max(min(upper, most), estimate)


def exact_limits(x1, n1, x2, n2, tail, observed):
    m = x1 + x2
    low, high = max(0, m - n2), min(n1, m)
    weights = [comb(n1, k) * comb(n2, m - k) for k in range(low, high + 1)]

    def share(psi, above):
        terms = [mp.mpf(w) * psi ** (k - x1) for k, w in zip(range(low, high + 1), weights)]
        beyond = sum(t for k, t in zip(range(low, high + 1), terms) if (k > x1 if above else k < x1))
        return (beyond + observed * terms[x1 - low]) / sum(terms)

    lower = mp.mpf(0) if x1 == low else mp.exp(bisect(lambda t: tail - share(mp.exp(t), True), mp.mpf(-60), mp.mpf(60)))
    upper = mp.inf if x1 == high else mp.exp(bisect(lambda t: share(mp.exp(t), False) - tail, mp.mpf(-60), mp.mpf(60)))
    return lower, upper


def intervals(x1, n1, x2, n2, level):
    z, N = z_of(level), mp.mpf(n1 + n2)
    y1, y2, m = n1 - x1, n2 - x2, x1 + x2
    p1, p2 = mp.mpf(x1) / n1, mp.mpf(x2) / n2
    d = p1 - p2
    yield "difference", "miettinen-nurminen", difference_limits(x1, n1, x2, n2, z, N / (N - 1))
    yield "difference", "mee", difference_limits(x1, n1, x2, n2, z, mp.mpf(1))
    yield "difference", "newcombe", hybrid(x1, n1, x2, n2, z, wilson)
    yield "difference", "newcombe-cc", hybrid(x1, n1, x2, n2, z, wilson_cc)
    a1, a2 = mp.mpf(x1 + 1) / (n1 + 2), mp.mpf(x2 + 1) / (n2 + 2)
    h = z * mp.sqrt(a1 * (1 - a1) / (n1 + 2) + a2 * (1 - a2) / (n2 + 2))
    yield "difference", "agresti-caffo", clipped(a1 - a2 - h, a1 - a2 + h, d, -1, 1)
    h = z * mp.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    yield "difference", "wald", clipped(d - h, d + h, d, -1, 1)
    if m == 0:
        for method in ("miettinen-nurminen", "koopman", "katz-log"):
            yield "ratio", method, (mp.mpf(0), mp.inf)
    else:
        phi = mp.inf if x2 == 0 else p1 / p2
        score = {}
        for method, c in (("miettinen-nurminen", N / (N - 1)), ("koopman", mp.mpf(1))):
            score[method] = log_limits(lambda t: ratio_excess(x1, n1, x2, n2, z, c, t), x1 == 0, x2 == 0, phi)
            yield "ratio", method, score[method]
        if x1 == 0 or x2 == 0 or m == n1 + n2:
            yield "ratio", "katz-log", score["koopman"]
        else:
            h = z * mp.sqrt(mp.mpf(1) / x1 - mp.mpf(1) / n1 + mp.mpf(1) / x2 - mp.mpf(1) / n2)
            yield "ratio", "katz-log", (phi * mp.exp(-h), phi * mp.exp(h))
    alike = m == 0 or m == n1 + n2
    psi = None if alike else mp.inf if x2 * y1 == 0 else mp.mpf(x1 * y2) / (x2 * y1)
    for method, c in (("miettinen-nurminen", (N - 1) / N), ("score-uncorrected", mp.mpf(1))):
        limits = (mp.mpf(0), mp.inf) if alike else log_limits(
            lambda t: odds_excess(x1, n1, x2, n2, z, c, t), x1 * y2 == 0, x2 * y1 == 0, psi)
        yield "odds-ratio", method, limits
    if x1 * x2 * y1 * y2 == 0:
        yield "odds-ratio", "woolf", None
    else:
        h = z * mp.sqrt(sum(mp.mpf(1) / cell for cell in (x1, y1, x2, y2)))
        yield "odds-ratio", "woolf", (psi * mp.exp(-h), psi * mp.exp(h))
    if min(m, n1 + n2 - m, n1, n2) <= SMALL:
        tail = (1 - mp.mpf(level)) / 2
        yield "odds-ratio", "conditional-exact", exact_limits(x1, n1, x2, n2, tail, mp.mpf(1))
        yield "odds-ratio", "conditional-mid-p", exact_limits(x1, n1, x2, n2, tail, mp.mpf(1) / 2)


def tests(x1, n1, x2, n2):
    N, m = n1 + n2, x1 + x2
    if 0 < m < N:
        cells = [(x1, n1, m), (n1 - x1, n1, N - m), (x2, n2, m), (n2 - x2, n2, N - m)]
        expected = [mp.mpf(row) * col / N for _, row, col in cells]
        pearson = sum((o - e) ** 2 / e for (o, _, _), e in zip(cells, expected))
        half = min(mp.mpf("0.5"), abs(cells[0][0] - expected[0]))
        yates = sum((abs(o - e) - half) ** 2 / e for (o, _, _), e in zip(cells, expected))
        g = 2 * sum(o * mp.log(o / e) for (o, _, _), e in zip(cells, expected) if o)
        for name, value in (("n-1", pearson * (N - 1) / N), ("pearson", pearson), ("yates", yates), ("g", g)):
            yield name, value, mp.erfc(mp.sqrt(max(value, 0) / 2))
    else:
        for name in ("n-1", "pearson", "yates", "g"):
            yield name, None, None
    if min(m, N - m, n1, n2) <= SMALL:
        low, high = max(0, m - n2), min(n1, m)
        weights = {k: comb(n1, k) * comb(n2, m - k) for k in range(low, high + 1)}
        total, seen = comb(N, m), weights[x1]
        below, above = sum(w for k, w in weights.items() if k <= x1), sum(w for k, w in weights.items() if k >= x1)
        yield "fisher", None, Fraction(sum(w for w in weights.values() if w <= seen), total)
        yield "fisher-central", None, min(Fraction(1), Fraction(2 * min(below, above), total))
        yield "fisher-midp", None, min(Fraction(1), Fraction(2 * min(below, above) - seen, total))


def text(value):
    if value is None:
        return ""
    if isinstance(value, Fraction):
        value = mp.mpf(value.numerator) / value.denominator
    return "inf" if value == mp.inf else "0" if abs(value) < mp.mpf(10) ** -50 else mp.nstr(value, 20)


with open(os.path.join(HERE, "comparisons-mpmath.csv"), "w", newline="\n") as out:
    out.write("measure,method,level,cases,n,reference_cases,reference_n,lower,upper\n")
    for case in CASES:
        for level in LEVELS:
            for measure, method, limits in intervals(*case, level):
                lower, upper = limits if limits else (None, None)
                out.write(f"{measure},{method},{level},{','.join(map(str, case))},{text(lower)},{text(upper)}\n")
with open(os.path.join(HERE, "comparison-tests-mpmath.csv"), "w", newline="\n") as out:
    out.write("test,cases,n,reference_cases,reference_n,statistic,p\n")
    for case in CASES:
        for name, statistic, p in tests(*case):
            out.write(f"{name},{','.join(map(str, case))},{text(statistic)},{text(p)}\n")
