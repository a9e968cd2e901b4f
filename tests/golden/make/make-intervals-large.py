"""Writes intervals-large-mpmath.csv: twelve binomial intervals for 10^15 to 2^63-1 persons, to 25 digits, each limit with its
distance from 1. Run from the repository root:

    python3 tests/golden/make/make-intervals-large.py

The equations are those of make-intervals-mpmath.py. Only the tail of a beta distribution with two large shapes is computed in
another way: its series would have 10^9 terms, so the density is integrated by Gauss-Legendre quadrature, in log-odds, over panels
as wide as one standard deviation.
"""
import importlib.util
import os
import sys
from functools import lru_cache
from mpmath import mpf, mp, sqrt, exp, log1p, nstr
from mpmath.calculus.quadrature import GaussLegendre
sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import high_precision

SERIES = high_precision.beta_tail
NODES = GaussLegendre(mp).calc_nodes(4, 200)          # 3*2^3 = 24 nodes
LEVELS = ["0.9", "0.95", "0.99"]
PERSONS = [10**15, 10**16, 10**17, 10**18 - 1, 10**18, 2**63 - 1]


@lru_cache(maxsize=100_000)
def beta_tail(u, a, b):
    """I_x(a,b) at x = expit(u)."""
    a, b = mpf(a), mpf(b)
    if min(a, b) < 10**6:
        return SERIES(u, a, b)
    deviation = sqrt(1 / a + 1 / b)
    mean = mp.log(a / b)
    if abs(u - mean) > 60 * deviation:
        return mpf(0) if u < mean else mpf(1)          # beyond 10^-700
    if u > mean:
        return 1 - beta_tail(-u, b, a)
    with mp.workdps(56):                               # of which a*log(x) with a = 10^18 takes 18
        constant = -high_precision.log_beta(a, b)
        total, upper, half = mpf(0), u, deviation / 2
        while True:
            panel = mpf(0)
            for x, w in NODES:
                v = upper - half + half * x
                ly = -log1p(exp(v))
                panel += w * exp(a * v + (a + b) * ly + constant)
            total += panel
            upper -= deviation
            if panel < total * mpf(10) ** -36:
                return total * half


def load():
    high_precision.beta_tail = beta_tail               # for beta_quantile_u
    spec = importlib.util.spec_from_file_location("intervals", os.path.join(HERE, "make-intervals-mpmath.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text(v):
    if v == 0: return "0"
    if v == 1: return "1"
    return nstr(v, 25, strip_zeros=True)


def main():
    made = load()
    path = os.path.join(HERE, "..", "intervals-large-mpmath.csv")
    with open(path + ".new", "w", newline="\n") as out:
        out.write("method,cases,persons,level,lower,above_lower,upper,above_upper\n")
        for n in PERSONS:
            for x in sorted({0, 1, 2, 10, n // 1000, n // 2, n - 10, n - 2, n - 1, n}):
                for level in LEVELS:
                    a = 1 - mpf(level)
                    for m in made.METHODS:
                        low, above_low = made.lower(m, x, n, a)
                        above_high, high = made.lower(m, n - x, n, a)
                        out.write(f"{m},{x},{n},{level},{text(low)},{text(above_low)},{text(high)},{text(above_high)}\n")
                out.flush()
            print(n, "done", file=sys.stderr)
    os.replace(path + ".new", path)


if __name__ == "__main__":
    main()
