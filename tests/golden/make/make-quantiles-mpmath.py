"""Writes quantiles-mpmath.csv: beta, Student and normal quantiles to 25 digits. From the repository root:

    python3 tests/golden/make/make-quantiles-mpmath.py
"""
import os
import sys
from mpmath import mpf, exp, sqrt, nstr
sys.dont_write_bytecode = True
from high_precision import beta_quantile_u, expit, normal_quantile_upper

PROBABILITIES = ["0.25", "0.1", "0.05", "0.025", "0.005", "0.0005", "5e-7", "5e-11"]
BETA = [(a, b) for a in ("0.5", "1", "1.5", "2.5", "10", "38.5", "1000") for b in ("0.5", "1", "1.5", "2", "10.5", "1000")]
BETA += [("2", "2"), ("15", "134"), ("16", "133"), ("81", "183"), ("81.5", "182.5"), ("0.5", "20.5"), ("1.5", "28.5"),
         ("1e6", "1e6"), ("1e6", "1"), ("1", "1e6"), ("1e6", "0.5"), ("0.5", "1e6"), ("1e6", "1000"), ("1000", "1e6"),
         ("380000", "620001"), ("380000.5", "620000.5"), ("50000", "950001"),
         ("5e8", "5e8"), ("5e8", "500000001"), ("500000000.5", "500000000.5"), ("5e8", "0.5"), ("5e8", "1.5"), ("0.5", "5e8"),
         ("5e8", "1000"), ("1000", "5e8"), ("5e8", "1e6"), ("1e6", "5e8"), ("38e7", "620000001"), ("5e7", "950000001"),
         ("1", "1e9"), ("2", "1e9"), ("1e9", "1"), ("1e9", "2"), ("0.5", "1000000000.5"), ("1000000000.5", "0.5"),
         ("1.5", "999999999.5"), ("999999999.5", "1.5"), ("3", "999999998"), ("999999998", "3")]
STUDENT = ["1", "2", "3", "5", "7", "10", "30", "44", "100", "1000", "1e6"]


def text(v):
    s = nstr(v, 25, min_fixed=-5, max_fixed=25, strip_zeros=True)
    return s[:-2] if s.endswith(".0") else s


def student_upper(tail, df):
    """P(T > t) = I_x(df/2, 1/2)/2 with x = df/(df + t^2), so t = sqrt(df (1-x)/x) = sqrt(df exp(-u))."""
    return sqrt(df * exp(-beta_quantile_u(2 * tail, df / 2, mpf(1) / 2)))


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "quantiles-mpmath.csv")
    with open(path + ".new", "w", newline="\n") as out:
        out.write("distribution,a,b,tail,probability,value,complement\n")
        for a, b in BETA:
            for p in PROBABILITIES:
                u = beta_quantile_u(mpf(p), mpf(a), mpf(b))
                out.write(f"beta,{a},{b},lower,{p},{text(expit(u))},{text(expit(-u))}\n")
                u = -beta_quantile_u(mpf(p), mpf(b), mpf(a))
                out.write(f"beta,{a},{b},upper,{p},{text(expit(u))},{text(expit(-u))}\n")
        for df in STUDENT:
            for p in PROBABILITIES:
                t = student_upper(mpf(p), mpf(df))
                out.write(f"student-t,{df},,lower,{p},{text(-t)},\nstudent-t,{df},,upper,{p},{text(t)},\n")
        for p in PROBABILITIES:
            z = normal_quantile_upper(p)
            out.write(f"normal,,,lower,{p},{text(-z)},\nnormal,,,upper,{p},{text(z)},\n")
    os.replace(path + ".new", path)


if __name__ == "__main__":
    main()
