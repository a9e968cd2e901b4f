"""Checks the golden files against their definitions and against each other. From the repository root:

    python3 tests/golden/make/check-witnesses.py [definitions|blaker|quantiles|compare ...]

The tails here are not those of high_precision.py: exact binomial sums up to 263 persons, mpmath.betainc
for 1000 and 15322, and Gauss-Legendre quadrature of the beta density above. Only the Blaker check beyond
50 persons uses the sums of high_precision.py. It takes some minutes.
"""
import csv
import os
import sys
from collections import defaultdict
import numpy
sys.dont_write_bytecode = True
from mpmath import mp, mpf, atan, binomial, betainc, exp, log, log1p, loggamma, quad, sqrt, erfinv, gamma, inf
mp.dps = 60
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


faults = 0


def bad(*what):
    global faults
    faults += 1
    print("BAD", *what)


def rows(name):
    with open(os.path.join(HERE, name)) as f:
        return list(csv.DictReader(f))


# ---- independent tails --------------------------------------------------------------------------
def beta_tail_quad(p, q, a, b):
    """I_p(a,b) by quadrature in u = logit p, leftwards from p; p must not lie far above the mode."""
    u0 = log(p) - log(q)

    def logdens(u):
        return (-a * log1p(exp(-u)) - b * (u + log1p(exp(-u)))) if u > 0 else (a * u - (a + b) * log1p(exp(u)))
    top = logdens(u0)
    h = 4 / sqrt((a + b) * p * q + (a * q - b * p) ** 2 + mpf(1) / 10)
    points = [u0]
    while len(points) < 4000:
        points.append(points[-1] - h)
        if logdens(points[-1]) - top < -105 and len(points) > 3: break
        if len(points) > 8: h *= mpf(5) / 4
    s = quad(lambda u: exp(logdens(u) - top), points[::-1], method="gauss-legendre", maxdegree=8)
    return s * exp(top - (loggamma(a) + loggamma(b) - loggamma(a + b)))


def beta_tail(p, q, a, b):
    a, b = mpf(a), mpf(b)
    n = a + b - 1
    if a == int(a) and b == int(b) and n <= 263:
        k, n = int(a), int(n)
        return sum(binomial(n, j) * p ** j * q ** (n - j) for j in range(k, n + 1))
    if n <= 20000 and q > p * mpf(10) ** -6:
        try:
            with mp.workdps(90): v = betainc(a, b, 0, p, regularized=True)
            return +v
        except ValueError: pass                   # hypsum() does not converge; quadrature instead
    return beta_tail_quad(p, q, a, b)


def point(p, q, x, n):
    return exp(loggamma(mpf(n + 1)) - loggamma(mpf(x + 1)) - loggamma(mpf(n - x + 1)) + x * log(p) + (n - x) * log(q))


# ---- every limit satisfies its defining equation --------------------------------------------------
def check_definitions():
    worst = defaultdict(mpf)
    count = defaultdict(int)
    for r in rows("intervals-mpmath.csv"):
        m, x, n, a = r["method"], int(r["cases"]), int(r["persons"]), 1 - mpf(r["level"])
        z = sqrt(mpf(2)) * erfinv(1 - a)
        if x == 0: assert r["lower"] == "0"
        if x == n: assert r["upper"] == "1"
        for side in ("lower", "upper"):
            t = mpf(r[side])
            # reflected, so that it is always a lower limit p for y cases
            p, y = (t, x) if side == "lower" else (1 - t, n - x)
            q = 1 - p
            if y == 0 or p == 0: continue
            est = mpf(y) / n
            # relative error in p and q that printing 25 digits allows
            allowed = mpf(10) ** -24 * t * (1 / p + 1 / q) if q else mpf(0)
            mm = "clopper-pearson" if m == "logit" and y == n else m
            if mm in ("clopper-pearson", "jeffreys", "mid-p"):
                if mm == "clopper-pearson": v = beta_tail(p, q, y, n - y + 1)
                elif mm == "jeffreys": v = beta_tail(p, q, mpf(y) + mpf(1) / 2, n - y + mpf(1) / 2)
                else: v = beta_tail(p, q, y, n - y + 1) - point(p, q, y, n) / 2
                d = p * q * sqrt(mpf(n) / (p * q)) * 20 + y * q * 2     # bound for the slope of log tail in u
                e = abs(v / (a / 2) - 1) / max(d, 1)
            elif mm == "wilson": e = abs((p - est) ** 2 - z * z * p * q / n) / (z * z * p * q / n) / (1 + y)
            elif mm == "wilson-cc": e = abs((est - p - mpf(1) / (2 * n)) - z * sqrt(p * q / n)) / p
            elif mm == "likelihood":
                d = 2 * (y * log(est / p) + ((n - y) * log((1 - est) / q) if y < n else 0))
                e = abs(d - z * z) / (y * q + (n - y) * p + 1)
            elif mm == "logit": e = abs(log(p / q) - log(est / (1 - est)) + z * sqrt(mpf(n) / (mpf(y) * (n - y))))
            elif mm == "agresti-coull":
                e = abs((y + z * z / 2) / (n + z * z) - p - z * sqrt((y + z * z / 2) * (n - y + z * z / 2) / (n + z * z) ** 3)) / p
            elif mm == "wald": e = abs(est - p - z * sqrt(est * (1 - est) / n)) / p
            elif mm == "wald-cc": e = abs(est - p - z * sqrt(est * (1 - est) / n) - mpf(1) / (2 * n)) / p
            elif mm == "blaker": continue         # see check_blaker
            else:                                 # arcsine
                e = abs(atan(sqrt(p / q)) + z / (2 * sqrt(mpf(n))) - atan(sqrt((y + mpf(3) / 8) / (n - y + mpf(3) / 8)))) if p != est else 0
                if p == est: count["arcsine held at the estimate"] += 1; worst["arcsine held at the estimate"] = 0
            if e > 50 * allowed: bad( r, side, mp.nstr(e, 5), mp.nstr(allowed, 5))
            worst[m] = max(worst[m], e / allowed if allowed else 0); count[m] += 1
    for m in worst: print(f"definition {m}: {count[m]} limits, largest error / printing error {mp.nstr(worst[m], 3)}")


# ---- Blaker by brute force ---------------------------------------------------------------------------
def check_blaker():
    """The acceptability from its first definition, P(g(X) <= g(x)) with g = the smaller tail, on a fine grid."""
    wide = 0.
    for r in rows("intervals-mpmath.csv"):
        n, x = int(r["persons"]), int(r["cases"])
        if r["method"] != "blaker" or n > 50: continue
        a = float(1 - mpf(r["level"]))
        for side in ("lower", "upper"):
            y, limit = (x, mpf(r[side])) if side == "lower" else (n - x, 1 - mpf(r[side]))
            if y == 0: assert limit == 0; continue
            l = float(log(limit / (1 - limit)))
            # whole line below the estimate coarsely, the neighbourhood of the limit finely
            top = 30. if y == n else float(numpy.log(y / (n - y)))
            grid = numpy.concatenate([numpy.linspace(l - 25, top, 4001), numpy.linspace(l - 1e-3, l + 1e-3, 4001)])
            p, q = 1 / (1 + numpy.exp(-grid)), 1 / (1 + numpy.exp(grid))
            k = numpy.arange(n + 1)[:, None]
            coef = numpy.array([float(binomial(n, j)) for j in range(n + 1)])[:, None]
            pmf = coef * p ** k * q ** (n - k)
            low = numpy.cumsum(pmf, 0); high = numpy.cumsum(pmf[::-1], 0)[::-1]
            g = numpy.minimum(low, high)
            accepted = numpy.where(g <= g[y] * (1 + 1e-13), pmf, 0).sum(0) > a
            first = grid[accepted].min()
            wide = max(wide, abs(first - l))
            if not -1e-9 <= first - l <= 1e-6: bad( r, side, first - l)
    print("blaker brute force, n <= 50: first accepted grid point is off by at most", wide, "in log-odds (grid step 5e-7)")
    # large n, in high precision: just left not accepted, just right accepted, nothing accepted on the way
    import random
    random.seed(1)
    done = defaultdict(int)
    for r in rows("intervals-mpmath.csv"):
        n, x = int(r["persons"]), int(r["cases"])
        if r["method"] != "blaker" or n < 148 or r["level"] not in ("0.8", "0.95", "0.9999999999"): continue
        if n > 10**6 and r["level"] != "0.95": continue
        a = 1 - mpf(r["level"])
        limit = mpf(r["lower"])
        if x == 0: continue
        u = log(limit) - log1p(-limit)
        width = log(mpf(x)) - log(mpf(n - x)) - u if x < n else mpf(5)
        tests = [(u - mpf(10) ** -13, False), (u + mpf(10) ** -13, True)]
        tests += [(u - width * random.random() ** 3, False) for _ in range(1 if n > 10**6 else 6)]
        done[n] += 1
        for v, want in tests:
            got = acceptability(v, x, n) > a
            if got != want: bad( r, mp.nstr(v - u, 5), want)
    print("blaker in high precision, lower limits checked by persons:", dict(done))


def acceptability(u, x, n):
    """For p below x/n, with k found by bisection of a bracket grown about the mirror image 2np - x."""
    from high_precision import beta_tail as series

    def tail(*args):
        try: return series(*args)
        except AssertionError: return mpf(0)      # refused because below 1e-20
    g = tail(u, x, n - x + 1)
    guess, w = int(2 * n / (1 + exp(-u))) - x, 8
    while True:
        low, high = max(-1, guess - w), min(x, guess + w)
        if low < high and (low < 0 or tail(-u, n - low, low + 1) <= g) and (high == x or tail(-u, n - high, high + 1) > g): break
        w *= 8
    while high - low > 1:
        k = (low + high) // 2
        if tail(-u, n - k, k + 1) <= g: low = k
        else: high = k
    return g + (tail(-u, n - low, low + 1) if low >= 0 else 0)


# ---- quantiles -----------------------------------------------------------------------------------------
def check_quantiles():
    worst = defaultdict(mpf)
    for r in rows("quantiles-mpmath.csv"):
        t, d = mpf(r["probability"]), r["distribution"]
        if d == "beta":
            p, q = mpf(r["value"]), mpf(r["complement"])
            a, b = mpf(r["a"]), mpf(r["b"])
            # the printed smaller one of p and q carries the digits
            if p < q: q = 1 - p
            else: p = 1 - q
            if r["tail"] == "upper": p, q, a, b = q, p, b, a
            v = beta_tail(p, q, a, b)
            e = abs(v / t - 1) / max(1, a, b) ** mpf("0.5")
            worst["beta, n <= 20001" if a + b <= 20001 else "beta, larger"] = max(worst["beta, n <= 20001" if a + b <= 20001 else "beta, larger"], e)
        elif d == "student-t":
            x, f = abs(mpf(r["value"])), mpf(r["a"])
            c = gamma((f + 1) / 2) / gamma(f / 2) / sqrt(f * mp.pi) if f < 2000 else exp(loggamma((f + 1) / 2) - loggamma(f / 2)) / sqrt(f * mp.pi)
            v = mpf(1) / 2 - c * quad(lambda s: exp(-(f + 1) / 2 * log1p(s * s / f)), numpy.linspace(0, 1, 41) * x)
            e = abs(v / t - 1)
            worst[d] = max(worst[d], e)
        else:
            x = abs(mpf(r["value"]))
            v = quad(lambda s: exp(-s * s / 2), [x, x + 3, x + 8, x + 30]) / sqrt(2 * mp.pi)
            e = abs(v / t - 1)
            worst[d] = max(worst[d], e)
        if e > mpf(10) ** -22: bad( r, mp.nstr(e, 5))
    for k in worst: print("quantiles", k, "largest relative error of the tail", mp.nstr(worst[k], 3))


# ---- files against each other ------------------------------------------------------------------------------
def check_compare():
    base = {(r["method"], r["cases"], r["persons"], r["level"]): r for r in rows("intervals-mpmath.csv")}
    for r in rows("newcombe-1998-table-1.csv"):
        m = base[r["method"], r["cases"], r["persons"], r["level"]]
        for s in ("lower", "upper"):
            if abs(mpf(m[s]) - mpf(r[s])) > mpf("0.00005"): bad("newcombe", r, m[s])
    for name in ("intervals-r.csv", "intervals-statsmodels.csv"):
        stats = defaultdict(lambda: [0, mpf(0), None, mpf(0), None, 0])
        for r in rows(name):
            m = base.get((r["method"], r["cases"], r["persons"], r["level"]))
            if m is None: continue
            s = stats[r["method"], r["witness"]]
            s[0] += 1
            for side in ("lower", "upper"):
                v, w = mpf(r[side]), mpf(m[side])
                if v == w: continue
                if not (v == v) or v < 0 or v > 1 or (w in (0, 1)): e = mpf(inf)
                else: e = abs(v / w - 1)
                key = f'{r["cases"]}/{r["persons"]} {r["level"]} {side} {r[side]} for {m[side][:22]}'
                if e == inf:
                    s[5] += 1
                    if s[4] is None: s[4] = key
                elif e > s[1]: s[1], s[2] = e, key
        for k, s in stats.items():
            print(f"{name} {k[0]} [{k[1]}]: {s[0]} rows, largest relative difference {mp.nstr(s[1], 3)} ({s[2]}); edges broken {s[5]} ({s[4]})")


if __name__ == "__main__":
    for part in sys.argv[1:] or ["definitions", "blaker", "quantiles", "compare"]:
        globals()["check_" + part]()
    sys.exit(faults > 0)
