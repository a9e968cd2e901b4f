"""Writes rates-mpmath.csv: standardized prevalences of simple random samples and their limits, from the definitions. From the repository root:

    python3 tests/golden/make/make-rates-mpmath.py

Quantiles of the gamma, beta and normal distributions are roots of the tails by mpmath (40 digits), each proved by a change of sign. Strata are
cases/persons/weight, with blanks between them. The births and the cases of Down's syndrome are those of Fleiss 1981, p. 249 (Stark & Mantel 1966),
which Fay & Feuer 1997 standardize in their Table I to all births by the age of the mother; epitools 0.5.10.1 says so of its example.
"""
import os
from functools import cache
from mpmath import mp, mpf, exp, log, sqrt, loggamma, betainc, erfc, findroot
mp.dps = 40
STANDARD = [319933, 931318, 786511, 488235, 237863, 61313]
BIRTHS = [[230061, 329449, 114920, 39487, 14208, 3052], [72202, 326701, 208667, 83228, 28466, 5375], [15050, 175702, 207081, 117300, 45026, 8660],
          [2293, 68800, 132424, 98301, 46075, 9834], [327, 30666, 123419, 149919, 104088, 34392]]
CASES = [[107, 141, 60, 40, 39, 25], [25, 150, 110, 84, 82, 39], [3, 71, 114, 103, 108, 75], [1, 26, 64, 89, 137, 96], [0, 8, 63, 112, 262, 295]]
SAMPLES = [(f"down-{i + 1}", list(zip(CASES[i], BIRTHS[i], STANDARD))) for i in range(5)] + [
    ("thirds", [(3, 10, 1), (5, 20, 1), (2, 8, 1)]), ("zero-in-one", [(0, 12, 3), (4, 30, 5), (9, 25, 2)]), ("one-case", [(0, 50, 2), (1, 40, 3), (0, 60, 5)]),
    ("one-person", [(1, 1, 1), (7, 30, 6), (11, 44, 3)]), ("none", [(0, 20, 1), (0, 35, 3)]), ("all", [(20, 20, 1), (35, 35, 3)]),
    ("common", [(104, 279, 18), (93, 256, 21), (97, 247, 22), (78, 188, 15), (88, 232, 24)]), ("tiny-weights", [(5, 1000000, 0.001), (3, 500, 0.999)]),
    ("large", [(700, 4000, 7), (900, 30000, 3)])]
LEVELS = ["0.9", "0.95", "0.99"]


def root(f, low, high):
    """The root of a rising function between two bounds, by bisection and then Newton by secants; proved by a change of sign."""
    assert f(low) < 0 < f(high)
    for _ in range(30):
        mid = (low + high) / 2
        low, high = (mid, high) if f(mid) < 0 else (low, mid)
    x = findroot(f, (low, high), solver="illinois", tol=mpf(10) ** -66, maxsteps=60, verify=False)
    assert f(x * (1 - mpf(10) ** -25)) <= 0 <= f(x * (1 + mpf(10) ** -25))
    return x


@cache
def normal(tail):
    return root(lambda z: tail - erfc(z / sqrt(mpf(2))) / 2, mpf(0), mpf(12))


def lower_tail(shape, x):
    """P(X <= x) of a gamma variable: the plain sum x^a e^-x / Gamma(a+1) * (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...)."""
    term, total, n = mpf(1), mpf(1), shape
    while term > total * mpf(10) ** -38:
        n += 1
        term *= x / n
        total += term
    return total * exp(shape * log(x) - x - loggamma(shape + 1))


def gamma_lower(shape, tail):
    return root(lambda x: log(lower_tail(shape, x)) - log(tail), shape * mpf(10) ** -6 if shape < 100 else shape / 2, shape)


def gamma_upper(shape, tail):
    return root(lambda x: lower_tail(shape, x) - 1 + tail, shape * mpf("0.3") if shape < 100 else shape / 2, shape + 8 * sqrt(shape) + 40)


def beta_lower(a, b, tail):
    if a == 0: return mpf(0)
    return root(lambda x: log(betainc(a, b, 0, x, regularized=True)) - log(tail), mpf(10) ** -12, mpf(1) - mpf(10) ** -12)


def limits(method, strata, alpha):
    total = sum(mpf(str(w)) for _, _, w in strata)
    c = [mpf(str(w)) / total for _, _, w in strata]
    x, n = [mpf(s[0]) for s in strata], [mpf(s[1]) for s in strata]
    tail = alpha / 2
    theta = sum(ci * xi / ni for ci, xi, ni in zip(c, x, n))
    edge = all(xi == 0 for xi in x) or all(xi == ni for xi, ni in zip(x, n))
    weight = [ci / ni for ci, ni in zip(c, n)]
    if method in ("fay-feuer", "tiwari", "dobson"):
        v, cases = sum(w * w * xi for w, xi in zip(weight, x)), sum(x)
        m, m2 = (max(weight), max(weight) ** 2) if method != "tiwari" else (sum(weight) / len(weight), sum(w * w for w in weight) / len(weight))
        if method == "dobson":
            scale = sqrt(v / cases) if cases > 0 else max(weight)
            low = theta + scale * (gamma_lower(cases, tail) - cases) if cases > 0 else mpf(0)
            high = theta + scale * (gamma_upper(cases + 1, tail) - cases)
        else:
            low = gamma_lower(theta ** 2 / v, tail) * v / theta if cases > 0 else mpf(0)
            high = gamma_upper((theta + m) ** 2 / (v + m2), tail) * (v + m2) / (theta + m)
        return theta, None, max(low, mpf(0)), min(high, mpf(1))
    variance = sum(ci * ci * (xi / ni) * (1 - xi / ni) / ni for ci, xi, ni in zip(c, x, n))
    if variance == 0 and not edge: return theta, None, None, None
    size = 1 / sum(ci * ci / ni for ci, ni in zip(c, n)) if edge else theta * (1 - theta) / variance
    z = normal(tail)
    if method == "wilson":
        centre, half = theta + z * z / (2 * size), z * sqrt(theta * (1 - theta) / size + z * z / (4 * size * size))
        low, high = (centre - half) / (1 + z * z / size), (centre + half) / (1 + z * z / size)
    elif method == "logit" and not edge:
        u, half = log(theta / (1 - theta)), z / sqrt(size * theta * (1 - theta))
        low, high = 1 / (1 + exp(half - u)), 1 / (1 + exp(-half - u))
    else:
        low = beta_lower(theta * size, size - theta * size + 1, tail)
        high = 1 - beta_lower(size - theta * size, theta * size + 1, tail)
    if theta == 0: low = mpf(0)
    if theta == 1: high = mpf(1)
    return theta, None if edge else sqrt(variance), low, high


def mid_p(count, tail, upper):
    lower = lambda a, mu: lower_tail(a, mu) if a > 0 else mpf(1)
    if upper: return root(lambda mu: log(2 * tail) - log(2 - lower(mpf(count), mu) - lower(mpf(count) + 1, mu)) if count else log(2 * tail) + mu, mpf(count) / 2 + mpf(10) ** -9, mpf(count) + 8 * sqrt(mpf(count) + 1) + 20)
    return root(lambda mu: log(lower(mpf(count), mu) + lower(mpf(count) + 1, mu)) - log(2 * tail), mpf(count) * mpf(10) ** -6 if count < 100 else mpf(count) / 2, mpf(count))


def count_limits(method, count, alpha):
    tail, o = alpha / 2, mpf(count)
    if method == "poisson-exact": return gamma_lower(o, tail) if count else mpf(0), gamma_upper(o + 1, tail)
    if method == "poisson-mid-p": return mid_p(count, tail, False) if count else mpf(0), mid_p(count, tail, True)
    z = normal(tail)
    cube = lambda k, s: k * (1 - 1 / (9 * k) + s * z / (3 * sqrt(k))) ** 3
    return max(mpf(0), cube(o, -1)) if count else mpf(0), cube(o + 1, 1)


def text(value):
    return "" if value is None else mp.nstr(value, 20, min_fixed=-5, max_fixed=20)


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rates-mpmath.csv"), "w", newline="") as out:
    out.write("name,strata,method,level,estimate,se,lower,upper\n")
    for name, strata in SAMPLES:
        shown = " ".join("/".join(str(v) for v in s) for s in strata)
        for method in ("wilson", "clopper-pearson", "logit", "fay-feuer", "tiwari", "dobson"):
            if method == "clopper-pearson" and sum(s[1] for s in strata) > 200: continue    # intervals-mpmath.csv has it for large samples
            for level in LEVELS:
                out.write(",".join([name, shown, method, level, *map(text, limits(method, strata, 1 - mpf(level)))]) + "\n")
    for count in (0, 1, 2, 5, 13, 100, 1500):
        for method in ("poisson-exact", "byar", "poisson-mid-p"):
            for level in LEVELS:
                low, high = count_limits(method, count, 1 - mpf(level))
                out.write(",".join(["count", str(count), method, level, str(count), "", text(low), text(high)]) + "\n")
