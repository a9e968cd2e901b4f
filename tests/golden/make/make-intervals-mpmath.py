"""Writes intervals-mpmath.csv: twelve binomial intervals to 25 digits. Run from the repository root:

    python3 tests/golden/make/make-intervals-mpmath.py [largest n]

Every lower limit is solved; the upper one is 1 - lower(n - x), which holds for all twelve.
"""
import os
import sys
from mpmath import mpf, exp, log, sqrt, sin, asin, nstr
sys.dont_write_bytecode = True
from high_precision import (beta_tail, beta_density_u, beta_quantile_u, newton, logit, expit,
                            normal_quantile_upper)

LEVELS = ["0.8", "0.9", "0.95", "0.99", "0.999", "0.999999", "0.9999999999"]
PERSONS = [1, 2, 5, 10, 20, 29, 50, 148, 263, 1000, 15322, 10**6, 10**9]


def cases_for(n):
    xs = {0, 1, 2, 3, round(n * 0.05), round(n * 0.38), n // 2, n - 2, n - 1, n}
    xs |= {148: {15}, 263: {81}, 15322: {5164}}.get(n, set())
    return sorted(x for x in xs if 0 <= x <= n)


# ---- tails of the binomial, at p = expit(u), with their slopes in u -------------------------
def at_least(u, x, n):                    # P(X >= x), 0 < x <= n
    return beta_tail(u, x, n - x + 1), beta_density_u(u, mpf(x), mpf(n - x + 1))


def at_most(u, k, n):                     # P(X <= k), slope negative
    if k < 0: return mpf(0), mpf(0)
    if k >= n: return mpf(1), mpf(0)
    v, s = beta_tail(-u, n - k, k + 1), beta_density_u(-u, mpf(n - k), mpf(k + 1))
    return v, -s


# ---- lower limits as u = logit(p), for x > 0 --------------------------------------------------
def wilson_u(x, n, a):
    return logit(wilson(x, n, a))


def clopper_pearson_u(x, n, a):
    return beta_quantile_u(a / 2, x, n - x + 1, wilson_u(x, n, a))


def jeffreys_u(x, n, a):
    h = mpf(1) / 2
    return beta_quantile_u(a / 2, x + h, n - x + h)


def mid_p_u(x, n, a):
    """P(X >= x) - P(X = x)/2 = alpha/2; P(X = x) = density_u(x, n-x+1) / (x (1-p))."""
    def f(u):
        v, s = at_least(u, x, n)
        q = expit(-u)
        point = s / (x * q)
        value = v - point / 2
        slope = s - point * (x * q - (n - x) * expit(u)) / 2
        return log(value) - log(a / 2), slope / value
    return newton(f, wilson_u(x, n, a))


def blaker_u(x, n, a):
    """Acceptability A(p) below p^ is G(p) + F(k;p), G = P(X >= x), F(k) = P(X <= k), k the largest
    with F(k) <= G. k changes at t_k, where F(k) = G; there A jumps up to 2G(t_k), which grows with k;
    between jumps A has no inner maximum. So with p0 the point where G = alpha/2 (Clopper-Pearson) and
    K the first k with F(k;p0) > alpha/2, A <= alpha everywhere below t_K but, perhaps, on the piece
    just left of t_K, where A = G + F(K-1). The limit is the root of that = alpha if A passes alpha
    before t_K, and t_K itself (a jump) if not."""
    u0 = clopper_pearson_u(x, n, a)
    low, high = -1, x - 1                 # F(low) <= alpha/2 < F(high), at p0; bisect for K = high
    p0 = expit(u0)
    if n > 2000:                          # first narrow the bisection about the mirror image of x
        guess = int(2 * n * p0 - x)
        for width in (4, 64, 4096):
            l, h = max(low, guess - width), min(high, guess + width)
            if l >= h: continue
            if (l < 0 or at_most(u0, l, n)[0] <= a / 2) and at_most(u0, h, n)[0] > a / 2:
                low, high = l, h
                break
    while high - low > 1:
        k = (low + high) // 2
        if at_most(u0, k, n)[0] <= a / 2: low = k
        else: high = k
    K = high

    def tie(u):
        g, gs = at_least(u, x, n)
        f, fs = at_most(u, K, n)
        return log(g) - log(f), gs / g - fs / f
    jump = newton(tie, u0, low=u0)

    def piece(u):
        g, gs = at_least(u, x, n)
        f, fs = at_most(u, K - 1, n)
        return g + f - a, gs + fs
    if piece(jump)[0] <= 0:
        return jump
    return newton(piece, jump, low=u0, high=jump)


def likelihood_u(x, n, a):
    z2 = normal_quantile_upper(a / 2) ** 2
    if x == n:                            # -2 n log p = z^2
        return logit(exp(-z2 / (2 * n)))
    best = x * log(mpf(x) / n) + (n - x) * log(mpf(n - x) / n)

    def f(u):
        p, q = expit(u), expit(-u)
        d = 2 * (best - x * log(p) - (n - x) * log(q))
        return z2 - d, 2 * (x * q - (n - x) * p)
    u = logit(mpf(x) / n)
    step = sqrt(z2 * n / (mpf(x) * (n - x)))
    u -= step
    while f(u)[0] > 0: u -= step          # d is convex in u: Newton from outside cannot fail
    return newton(f, u)


# ---- lower limits in closed form ----------------------------------------------------------------
def wilson(x, n, a):
    z = normal_quantile_upper(a / 2)
    p = mpf(x) / n
    return (p + z * z / (2 * n) - z * sqrt(p * (1 - p) / n + z * z / (4 * mpf(n) ** 2))) / (1 + z * z / n)


def wilson_cc(x, n, a):
    z = normal_quantile_upper(a / 2)
    p = mpf(x) / n
    return (2 * x + z * z - 1 - z * sqrt(z * z - 2 - mpf(1) / n + 4 * p * (n - x + 1))) / (2 * (n + z * z))


def agresti_coull(x, n, a):
    z = normal_quantile_upper(a / 2)
    m = n + z * z
    p = (x + z * z / 2) / m
    return p - z * sqrt(p * (1 - p) / m)


def arcsine(x, n, a):
    z = normal_quantile_upper(a / 2)
    angle = asin(sqrt((x + mpf(3) / 8) / (n + mpf(3) / 4))) - z / (2 * sqrt(mpf(n)))
    return min(sin(angle) ** 2 if angle > 0 else mpf(0), mpf(x) / n)


def wald(x, n, a):
    p = mpf(x) / n
    return p - normal_quantile_upper(a / 2) * sqrt(p * (1 - p) / n)


def wald_cc(x, n, a):
    return wald(x, n, a) - mpf(1) / (2 * n)


def logit_u(x, n, a):
    if x == n: return clopper_pearson_u(x, n, a)
    return logit(mpf(x) / n) - normal_quantile_upper(a / 2) * sqrt(mpf(n) / (mpf(x) * (n - x)))


CLOSED = {"wilson": wilson, "wilson-cc": wilson_cc, "agresti-coull": agresti_coull,
          "arcsine": arcsine, "wald": wald, "wald-cc": wald_cc}
SOLVED = {"clopper-pearson": clopper_pearson_u, "mid-p": mid_p_u, "jeffreys": jeffreys_u,
          "likelihood": likelihood_u, "blaker": blaker_u, "logit": logit_u}
METHODS = ["wilson", "wilson-cc", "clopper-pearson", "mid-p", "jeffreys", "agresti-coull",
           "likelihood", "blaker", "arcsine", "logit", "wald", "wald-cc"]


def lower(method, x, n, a):
    """The pair (limit, 1 - limit)."""
    if x == 0: return mpf(0), mpf(1)
    if method in CLOSED:
        v = max(CLOSED[method](x, n, a), mpf(0))
        return v, 1 - v
    u = SOLVED[method](x, n, a)
    return expit(u), expit(-u)


def text(v):
    if v == 0: return "0"
    if v == 1: return "1"
    s = nstr(v, 25, min_fixed=-5, max_fixed=5, strip_zeros=True)
    assert 0 < v < 1 and s not in ("0.0", "1.0")
    return s


def main(largest):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "intervals-mpmath.csv")
    with open(path + ".new", "w", newline="\n") as out:
        out.write("method,cases,persons,level,lower,upper\n")
        for n in [n for n in PERSONS if n <= largest]:
            memo = {}
            for x in cases_for(n):
                for level in LEVELS:
                    a = 1 - mpf(level)
                    for m in METHODS:
                        for y in (x, n - x):
                            if (m, y, level) not in memo:
                                memo[m, y, level] = lower(m, y, n, a)
                        low, high = memo[m, x, level][0], memo[m, n - x, level][1]
                        slack = mpf(10) ** -60
                        assert 0 <= low <= mpf(x) / n + slack and mpf(x) / n <= high + slack and high <= 1
                        # x/n itself (wald at the edges, arcsine held at the estimate) is printed as such
                        out.write(f"{m},{x},{n},{level},{text(low)},{text(high)}\n")
            out.flush()
            print(n, "done", file=sys.stderr)
    os.replace(path + ".new", path)


if __name__ == "__main__":
    main(int(float(sys.argv[1])) if len(sys.argv) > 1 else 10**9)
