# P(X > h, Y > k) of two standard normals with correlation r, to 25 digits by adaptive quadrature of
# phi(x) * Q((k - r x) / sqrt(1 - r^2)); written with Python 3.11 and mpmath 1.3.0.
import mpmath as mp

mp.mp.dps = 40


def upper(x):
    return mp.erfc(x / mp.sqrt(2)) / 2


def tail(h, k, r):
    h, k, r = mp.mpf(h), mp.mpf(k), mp.mpf(r)
    s = mp.sqrt(1 - r * r)
    # The integrand turns around x = k / r; split there so that the quadrature sees both sides.
    points = sorted({h, *[p for p in (k / r - 6 * s, k / r, k / r + 6 * s, h + 1, mp.mpf(4), mp.mpf(9)) if p > h]})
    f = lambda x: mp.npdf(x) * upper((k - r * x) / s)
    return mp.quad(f, points + [max(points[-1], mp.mpf(0)) + 40], maxdegree=10)


print("h,k,r,probability")
for r in ("-0.99", "-0.95", "-0.8", "-0.5", "-0.1", "0.05", "0.29", "0.31", "0.6", "0.74", "0.76", "0.9", "0.924",
          "0.93", "0.97", "0.999"):
    for h, k in (("0", "0"), ("0.5", "-0.25"), ("-1.5", "-1.25"), ("2", "1"), ("-3", "0.75"), ("1.2", "1.2"),
                 ("3", "2.5")):
        print(f"{h},{k},{r},{mp.nstr(tail(h, k, r), 25)}")
