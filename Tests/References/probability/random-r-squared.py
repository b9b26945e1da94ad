# The distribution of a sample's R² under joint normality, and intervals of the population's from it.
# python3 random-r-squared.py > random-r-squared.csv   (Python 3.11, mpmath 1.3.0, scipy 1.17.1; a minute)
#
# Not by the mixture that the program sums: Fisher's (1928) density is integrated by quadrature at 40 digits,
#   f(r) = (1 - rho2)^((n-1)/2) / B(m/2, v/2) * r^(m/2-1) (1-r)^(v/2-1) * 2F1((n-1)/2, (n-1)/2; m/2; rho2 r),
# n = m + v + 1. The limits of intervals, on the other hand, are found with scipy in doubles, good to some 1e-10.
import sys

import mpmath as mp
import numpy as np
from scipy.optimize import brentq
from scipy.stats import beta, nbinom

mp.mp.dps = 40

def density(r, m, v, rho2):
    k = mp.mpf(m + v) / 2
    # Euler's transformation keeps the series short: 2F1(k, k; m/2; z) = (1-z)^(m/2-2k) 2F1(m/2-k, m/2-k; m/2; z).
    z = rho2 * r
    series = (1 - z) ** (mp.mpf(m) / 2 - 2 * k) * mp.hyp2f1(mp.mpf(m) / 2 - k, mp.mpf(m) / 2 - k, mp.mpf(m) / 2, z)
    return (1 - rho2) ** k / mp.beta(mp.mpf(m) / 2, mp.mpf(v) / 2) * r ** (mp.mpf(m) / 2 - 1) \
        * (1 - r) ** (mp.mpf(v) / 2 - 1) * series

def tails(r, m, v, rho2):
    r, rho2 = mp.mpf(r), mp.mpf(rho2)
    # The density's bulk lies within some 8 standard deviations of rho2.
    spread = 2 * mp.sqrt(rho2 + mp.mpf(m) / (m + v)) * (1 - rho2) / mp.sqrt(m + v) + mp.mpf(1) / (m + v)
    nodes = sorted({min(max(rho2 + s * spread, mp.mpf(0)), mp.mpf(1)) for s in (-8, -4, -2, -1, 0, 1, 2, 4, 8)} | {mp.mpf(0), mp.mpf(1), r})
    f = lambda x: density(x, m, v, rho2)
    low = mp.quad(f, [x for x in nodes if x <= r]) if r > 0 else mp.mpf(0)
    high = mp.quad(f, [x for x in nodes if x >= r])
    assert abs(low + high - 1) < mp.mpf(10) ** -15, (r, m, v, rho2, low + high)
    return low, high

def limits(r2, m, v, confidence):
    # In doubles, by the mixture written out term by term and scipy's own distributions.
    k, r2, tail = (m + v) / 2, float(r2), (1 - float(confidence)) / 2
    def mixed(rho2, lower):
        mean = k * rho2 / (1 - rho2)
        j = np.arange(0, int(mean + 12 * np.sqrt(mean / (1 - rho2)) + 60 / (1 - rho2) + 100))
        part = beta.cdf if lower else beta.sf
        return float(np.sum(nbinom.pmf(j, k, 1 - rho2) * part(r2, m / 2 + j, v / 2)))
    top = 1 - 0.05 * (1 - r2)
    def solve(g):
        return 0.0 if g(0.0) >= 0 else brentq(g, 0, top, xtol=1e-14, rtol=1e-13)
    return solve(lambda p: mixed(p, False) - tail), solve(lambda p: tail - mixed(p, True))

print("kind,r2,m,v,rho2_or_confidence,lower_or_low,upper_or_high")
show = lambda x: mp.nstr(x, 17)
for r2, m, v, rho2 in [
    ("0.1", 6, 143, "0.0"), ("0.1", 6, 143, "0.1"), ("0.3", 6, 493, "0.3"), ("0.27", 6, 493, "0.3"),
    ("0.36", 6, 493, "0.3"), ("0.5", 6, 993, "0.45"), ("0.8", 6, 143, "0.8"), ("0.9", 1, 1, "0.5"), ("0.2", 1, 1, "0.9"),
    ("0.7", 3, 5, "0.99"), ("0.02", 10, 40, "0.2"), ("0.999", 2, 27, "0.9985"), ("0.5", 20, 9, "0.1"),
    ("0.62", 8, 3188, "0.6"),
]:
    low, high = tails(r2, m, v, rho2)
    print("tails", r2, m, v, rho2, show(low), show(high), sep=",")
    sys.stdout.flush()
for r2, m, v, confidence in [
    ("0.3", 6, 493, "0.95"), ("0.8", 6, 493, "0.95"), ("0.1", 6, 143, "0.95"), ("0.02", 3, 96, "0.95"),
    ("0.2", 1, 3, "0.95"), ("0.5", 4, 25, "0.9"), ("0.99", 2, 27, "0.95"), ("0.78", 8, 388, "0.99"),
    ("0.6", 5, 19993, "0.95"),
]:
    low, high = limits(r2, m, v, confidence)
    print("interval", r2, m, v, confidence, repr(low), repr(high), sep=",")
    sys.stdout.flush()
