"""Lower tails of the noncentral chi-squared distribution to 30 digits: the Poisson mixture, summed term by term.

Python 3.11, mpmath 1.3. Writes noncentral-chi-squared.csv: degrees, noncentrality, x, lower tail.
"""
from mpmath import mp, mpf, exp, log, loggamma, gammainc, sqrt, floor, ceil

mp.dps = 30


def lower(df, ncp, x):
    mean = mpf(ncp) / 2
    spread = sqrt(mean)
    total = mpf(0)
    j = int(max(0, floor(mean - 14 * spread)))
    last = int(ceil(mean + 14 * spread + 60))
    shape = mpf(df) / 2 + j
    # P(a + 1, x) = P(a, x) - x^a e^-x / Gamma(a + 1), downwards from the smallest tail so that nothing cancels.
    half = mpf(x) / 2
    tail = gammainc(mpf(df) / 2 + last, 0, half, regularized=True)
    for k in range(last, j - 1, -1):
        total += exp(k * log(mean) - mean - loggamma(k + 1)) * tail
        a = mpf(df) / 2 + k - 1
        if k > j:
            tail += exp(a * log(half) - half - loggamma(a + 1))
    return total


with open("noncentral-chi-squared.csv", "w") as out:
    out.write("degrees,noncentrality,x,lower\n")
    for df, ncp, x in [(1, 0.5, 1), (12, 3, 2.9772), (12, 10, 22.55), (33, 100, 120), (33, 100, 60), (89, 13000, 12800),
                       (185, 4000.5, 4300), (7, 1e5, 1e5), (12, 1e6, 1000012), (12, 1e6, 998000)]:
        out.write(f"{df},{ncp},{x},{mp.nstr(lower(df, ncp, x), 20)}\n")
