"""High-precision tails and quantiles, shared by the two mpmath scripts.

The incomplete beta function is a plain sum of positive terms,

    I_x(a,b) = x^a (1-x)^b / (a B(a,b)) * sum_j x^j (a+b)(a+b+1)...(a+b+j-1) / ((a+1)...(a+j)),

added up in fixed point (Python integers, 320 bits); no continued fraction and
no saddle-point form of the binomial probability. For x > 1/2 the complement
1 - I_{1-x}(b,a) is used; it costs at most 20 of the 80 digits carried.
All roots are found in u = log(p/(1-p)), so that p and 1-p are both known to
full relative precision, and each root is proved by a change of sign.
"""
from functools import lru_cache
from mpmath import mp, mpf, exp, log, log1p, loggamma, sqrt, erfinv, erfc

mp.dps = 80
BITS = 320
STEP = mpf(10) ** -30      # stop Newton when a step is below this: the next error is about its square
PROOF = mpf(10) ** -33     # half width (in u) of the sign-change proof


def expit(u):
    return 1 / (1 + exp(-u)) if u > 0 else exp(u) / (1 + exp(u))


def logit(p):
    return log(p) - log1p(-p)


@lru_cache(maxsize=None)
def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


@lru_cache(maxsize=None)
def normal_quantile_upper(tail):
    """z with P(Z > z) = tail, for tail < 1/2; tail is an mpf or decimal text."""
    with mp.workdps(120):
        z = sqrt(mpf(2)) * erfinv(1 - 2 * mpf(tail))
        assert abs(erfc(z / sqrt(mpf(2))) / (2 * mpf(tail)) - 1) < mpf(10) ** -90
    return +z


def beta_density_u(u, a, b):
    """x^a (1-x)^b / B(a,b): the derivative of I_x(a,b) with respect to u = logit x."""
    # log x and log(1-x) from u, without cancellation at either end
    if u > 0:
        lx = -log1p(exp(-u)); ly = lx - u
    else:
        ly = -log1p(exp(u)); lx = u + ly
    return exp(a * lx + b * ly - log_beta(a, b))


def _series(x, a, b):
    """1 + x(a+b)/(a+1) + ...; a and b are multiples of 1/2."""
    one = 1 << BITS
    xf = int(x * one)
    num = int(2 * (a + b)); den = int(2 * a) + 2
    assert num == 2 * (a + b) and den == 2 * a + 2
    term = total = one
    while term > 0:
        term = (term * xf >> BITS) * num // den
        total += term
        num += 2; den += 2
        # every later ratio is smaller than x*num/den; a term below 2^-280 of the sum whose
        # ratio is below 1/2 ends it, otherwise go on until the terms vanish
        if term << 280 < total and 2 * xf * num < den << BITS:
            break
    return mpf(total) / one


def beta_tail(u, a, b):
    """I_x(a,b) at x = expit(u)."""
    a, b = mpf(a), mpf(b)
    d = beta_density_u(u, a, b)
    if u > 0:
        tail = 1 - d / b * _series(expit(-u), b, a)
        if tail > mpf(10) ** -20 or u > 12:
            assert tail > mpf(10) ** -20, "too far out for the complement"
            return tail
    return d / a * _series(expit(u), a, b)


def newton(f, u, low=None, high=None):
    """Root of an increasing f; f(u) -> (value, slope). low and high, when given, bracket it."""
    for _ in range(200):
        value, slope = f(u)
        if value < 0: low = u
        elif value > 0: high = u
        new = u - value / slope if slope > 0 else None
        outside = new is None or (low is not None and new < low) or (high is not None and new > high)
        if outside:
            if low is not None and high is not None: new = (low + high) / 2
            elif new is None: raise ArithmeticError("slope")
        if abs(new - u) <= STEP * max(1, abs(new)):
            break
        u = new
    else:
        raise ArithmeticError("no convergence")
    h = PROOF * max(1, abs(new))
    if not (f(new - h)[0] < 0 < f(new + h)[0]):
        raise ArithmeticError("root not proved")
    return new


def beta_quantile_u(tail, a, b, start=None):
    """u = logit of the point with I_x(a,b) = tail. log I is concave in u, so Newton cannot fail."""
    a, b = mpf(a), mpf(b)
    target = log(tail)

    def f(u):
        i = beta_tail(u, a, b)
        return log(i) - target, beta_density_u(u, a, b) / i

    if start is None:                     # a score (Wilson) limit with a cases of a + b
        z, n, x = normal_quantile_upper(tail), a + b, a
        p = x / n
        start = logit((p + z * z / (2 * n) - z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n))
    return newton(f, start)
