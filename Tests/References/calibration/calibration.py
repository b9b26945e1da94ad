"""How often statements about who is first, what lies in a field and what to work on first are true.

Samples are drawn from populations whose shares, means and coefficients are known (from a million draws); each is analysed as the program
does it, with `replicates` resamples, in numpy alone; statements are counted. The rules compared:
  resamples  the frequency over the resamples, the percentile interval, the plain potential;
  drawn in   the same after `shrinkage.py`'s model: near-ties are drawn in towards each other.
What it printed stands in the page on calibration of the documentation.
Run: python3 calibration.py 100 > calibration.out   (numpy 2.4; some eight minutes of one processor)
"""

import sys
from math import lgamma, exp, erf
import numpy as np

samples = int(sys.argv[1]) if len(sys.argv) > 1 else 100
replicates = 199
populations = 5


def quantile(p):
    """Of the normal distribution, by bisection: once per threshold."""
    low, high = -9.0, 9.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if 0.5 * (1 + erf(middle / 2**0.5)) < p else (low, middle)
    return low


def answers(z, top):
    """Five points, `top` of them in the highest, the others falling off downwards."""
    cuts = np.cumsum(np.array([0.12, 0.18, 0.28, 0.42]) * (1 - top))
    return 1.0 + np.searchsorted([quantile(c) for c in cuts], z)


outcome_cuts = [quantile(c) for c in np.cumsum([0.02, 0.01, 0.015, 0.02, 0.025, 0.06, 0.07, 0.13, 0.2, 0.18])]


class Population:
    """Drivers of one common factor; `tops` makes ratings of them, else they stay normal with means `levels`."""

    def __init__(self, weights, explained, correlation, tops=None, levels=None):
        self.p, self.tops, self.levels, self.correlation = len(weights), tops, levels, correlation
        weights = np.array(weights, float)
        variance = (1 - correlation) * (weights**2).sum() + correlation * weights.sum() ** 2
        self.weights, self.explained = weights * np.sqrt(explained / variance), explained
        self.best = 5.0 if tops is not None else 4.0

    def draw(self, n, rng):
        common = rng.standard_normal((n, 1))
        f = np.sqrt(self.correlation) * common + np.sqrt(1 - self.correlation) * rng.standard_normal((n, self.p))
        y = f @ self.weights + np.sqrt(1 - self.explained) * rng.standard_normal(n)
        if self.tops is None:
            return np.column_stack([f + self.levels, y])
        items = [answers(f[:, k], self.tops[k]) for k in range(self.p)]
        return np.column_stack([*items, np.searchsorted(outcome_cuts, y).astype(float)])

    def truth(self):
        rng = np.random.default_rng(99)
        x = np.concatenate([self.draw(100_000, rng) for _ in range(10)])
        covariance, p = np.cov(x.T), self.p
        shares = lmg(covariance[None])[0]
        slopes = np.linalg.solve(covariance[:p, :p], covariance[:p, p])
        return shares / shares.sum(), x[:, :p].mean(0), slopes * (self.best - x[:, :p].mean(0))


def lmg(c):
    """Shapley values of R² for a stack of covariances, the outcome last."""
    count, p = len(c), c.shape[1] - 1
    value = np.empty((1 << p, count))

    def walk(k, mask, m):
        if k == p:
            value[mask] = m[:, 0, 0]
            return
        walk(k + 1, mask, m[:, 1:, 1:])
        f = m[:, 1:, :1] / m[:, :1, :1]
        walk(k + 1, mask | 1 << k, m[:, 1:, 1:] - f * m[:, :1, 1:])

    walk(0, 0, c)
    size = np.array([bin(s).count("1") for s in range(1 << p)])
    weight = np.array([exp(lgamma(s + 1) + lgamma(p - s) - lgamma(p + 1)) for s in range(p)])
    result = np.empty((count, p))
    for k in range(p):
        without = np.array([s for s in range(1 << p) if not s >> k & 1])
        result[:, k] = weight[size[without]] @ (value[without] - value[without | 1 << k])
    return result / c[:, p, p][:, None]


def analyse(x, rng):
    """Shares, coefficients and means of the sample (row 0) and of each resample."""
    n, p = len(x), x.shape[1] - 1
    counts = np.vstack([np.ones(n), rng.multinomial(n, np.full(n, 1 / n), size=replicates)])
    mean = counts @ x / n
    pairs = (x[:, :, None] * x[:, None, :]).reshape(n, -1)
    c = (counts @ pairs).reshape(-1, p + 1, p + 1) / n - mean[:, :, None] * mean[:, None, :]
    shares = lmg(c)
    slopes = np.linalg.solve(c[:, :p, :p], c[:, :p, p:])[:, :, 0]
    return shares / shares.sum(1, keepdims=True), slopes, mean[:, :p], c[0]


def drawn_in(x, rows):
    """The model of shrinkage.py: weights, draws (component × resample × driver), and the means."""
    p, centre = len(x), x.mean()
    v = np.cov(rows.T)
    variance = np.trace(v) / p
    if abs(v.sum()) < 1e-6 * p * variance:
        v = v + variance / p
    v = v + 1e-9 * variance * np.eye(p)
    m = max(np.sqrt(p - 1) * abs(centre), x.std())
    factor = np.linalg.cholesky(v)
    inverse = np.linalg.inv(factor)
    priors, logs = [], []
    for outlier in [None, *range(p)]:
        for tau in m * np.arange(1, 21) / 20:
            s = tau**2 * np.eye(p) + 1000 * m * m / p
            if outlier is not None:
                s[outlier, outlier] += (m / 2) ** 2
            priors.append(s)
            logs.append(np.log(0.5 if outlier is None else 0.5 / p))
    values, vectors = np.linalg.eigh(inverse @ np.array(priors) @ inverse.T)
    values = values.clip(0)
    z = np.einsum("cij,i->cj", vectors, inverse @ (x - centre))
    logs = np.array(logs) - 0.5 * (np.log1p(values) + z * z / (1 + values)).sum(1)
    w = np.exp(logs - logs.max())
    kept = values / (1 + values)
    left = factor @ vectors
    means = centre + np.einsum("cij,cj->ci", left, kept * z)
    use = np.where(w > 1e-3)[0]
    scores = np.einsum("rj,cjk->crk", (rows - rows.mean(0)) @ inverse.T, vectors[use])
    draws = means[use][:, None, :] + np.einsum("cik,crk->cri", left[use] * np.sqrt(kept[use])[:, None, :], scores)
    return w[use] / w[use].sum(), draws, (w @ means) / w.sum()


def frequency(w, hits):
    return float((w[:, None] * hits).sum() / hits.shape[1])


def ends(w, values):
    order = np.argsort(values, axis=None)
    flat = values.ravel()[order]
    total = np.cumsum(np.repeat(w, values.shape[1])[order])
    total /= total[-1]
    return flat[np.searchsorted(total, 0.025)], flat[np.searchsorted(total, 0.975)]


def may_be_first(x, rows):
    result = []
    for j in range(len(x)):
        others = [k for k in range(len(x)) if k != j]
        d, rd = (x - x[j])[others], (rows - rows[:, [j]])[:, others]
        error = rd.std(0, ddof=1)
        result.append((d / error).max() <= np.quantile(((rd - d) / error).max(1), 0.95))
    return np.array(result)


def designs():
    rng = np.random.default_rng(5)
    tops, ten = np.linspace(0.30, 0.68, 10), np.arange(1, 11)
    levels = [-0.5, 0.2, -0.05, 0.5, -0.2, 0.05]

    def halo(make):
        return [Population(make(), 0.62, 0.72, tops=rng.permutation(tops)) for _ in range(populations)]

    def normal(explained):
        return [
            Population(rng.permutation([6, 5, 4, 3, 2, 1]), explained, 0.5, levels=rng.permutation(levels))
            for _ in range(populations)
        ]

    eight = halo(lambda: rng.permutation([1.0] * 8 + [0.4] * 2))
    graded = halo(lambda: rng.permutation(ten))
    one = halo(lambda: rng.permutation([4.0] + [0.5] * 9))
    yield from (("halo, eight ties", eight, n) for n in (60, 100, 200, 500))
    yield from (("halo, graded", graded, n) for n in (60, 200, 500))
    yield from (("halo, one stands out", one, n) for n in (100, 200))
    yield "graded, normal, R² .5", normal(0.5), 150
    yield "graded, normal, R² .1", normal(0.1), 150
    yield "graded, normal, R² .02", normal(0.02), 500


def one_sample(population, truth, n, rng, note):
    shares_true, means_true, potential_true = truth
    p = population.p
    x = population.draw(n, rng)
    shares, slopes, means, c = analyse(x, rng)
    s, rows = shares[0], shares[1:]
    leader = s.argmax()
    w, draws, _ = drawn_in(s, rows)
    first = float(shares_true.argmax() == leader)
    plain, calm = (rows.argmax(1) == leader).mean(), frequency(w, draws.argmax(2) == leader)
    note("first", plain, calm, first)
    own = np.quantile(rows[:, leader], [0.025, 0.975])
    low, high = ends(w, draws[:, :, leader])
    hull = min(own[0], low), max(own[1], high)
    t = shares_true[leader]
    note("leader", own[0] <= t <= own[1], hull[0] <= t <= hull[1])
    open_ = may_be_first(s, rows)
    note("set", open_[shares_true.argmax()], open_.sum())

    high_p = means[1:] >= means[1:].mean(1, keepdims=True)
    field = 2 * (shares_true >= 1 / p) + (means_true >= means_true.mean())
    for k in range(p):
        for name, weight, values in (("resamples", np.ones(1), rows[None]), ("drawn in", w, draws)):
            up = values[:, :, k] >= 1 / p
            f = [frequency(weight, (up == a) & (high_p[None, :, k] == b)) for a in (0, 1) for b in (0, 1)]
            note("field " + name, max(f), int(np.argmax(f)) == field[k])

    room = population.best - means
    raw = slopes[0] * room[0]
    w, draws, mean = drawn_in(slopes[0], slopes[1:])
    potential = mean * room[0]
    pick = int(np.where(slopes[0] > 0, potential, -np.inf).argmax())
    best = int(potential_true.argmax())
    deviation = np.sqrt(np.diag(c))
    r = c[:p, p] / deviation[:p] / deviation[p]
    low_p = room[0] > room[0].mean()
    fields = (s >= 1 / p) & low_p & (slopes[0] > 0)
    naive = (r >= r.mean()) & low_p
    picks = {
        "drawn in": pick,
        "largest potential": int(raw.argmax()),
        "best of the field": int((np.where(fields, raw, -9) if fields.any() else raw).argmax()),
        "correlations": int((np.where(naive, r, -9) if naive.any() else r).argmax()),
    }
    for name, k in picks.items():
        note("pick " + name, k == best, potential_true[best] - potential_true[k])
    gains = draws * room[1:][None]
    stated = frequency(w, gains.argmax(2) == pick)
    plain = ((slopes[1:] * room[1:]).argmax(1) == pick).mean()
    note("best", plain, stated, float(pick == best))
    regret = float((w[:, None] * (gains.max(2) - gains[:, :, pick])).sum() / gains.shape[1])
    note("regret", regret, potential_true[best] - potential_true[pick])
    low, high = ends(w, gains[:, :, pick])
    own = np.quantile((slopes[1:] * room[1:])[:, pick], [0.025, 0.975])
    t = potential_true[pick]
    note("potential", own[0] <= t <= own[1], low <= t <= high, raw[int(raw.argmax())] - potential_true[int(raw.argmax())], potential[pick] - t)
    open_ = may_be_first(raw, slopes[1:] * room[1:])
    note("open", open_[best] or best == pick, open_.sum())


def main():
    firsts, picks, potentials, bands = [], [], [], {"resamples": [], "drawn in": []}
    for name, group, n in designs():
        notes = {}
        rng = np.random.default_rng(n)
        for population in group:
            truth = population.known = getattr(population, "known", None) or population.truth()
            for _ in range(samples // populations):
                one_sample(population, truth, n, rng, lambda key, *v: notes.setdefault(key, []).append(v))
        a = {key: np.array(v, float) for key, v in notes.items()}
        f, l, s = a["first"], a["leader"], a["set"]
        brier = lambda column, z: ((z[:, column] - z[:, 2]) ** 2).mean()
        firsts.append(
            f"| {name} | {n} | {f[:, 2].mean():.2f} | {f[:, 0].mean():.2f} | {f[:, 1].mean():.2f} | {brier(0, f):.3f} | {brier(1, f):.3f} "
            f"| {100 * l[:, 0].mean():.1f} | {100 * l[:, 1].mean():.1f} | {100 * s[:, 0].mean():.1f} | {s[:, 1].mean():.1f} |")
        rules = ["drawn in", "largest potential", "best of the field", "correlations"]
        b, g = a["best"], a["regret"]
        picks.append(
            f"| {name} | {n} | " + " | ".join(f"{100 * a['pick ' + q][:, 0].mean():.0f}" for q in rules)
            + f" | {b[:, 0].mean():.2f} | {b[:, 1].mean():.2f} | {brier(0, b):.3f} | {brier(1, b):.3f} |")
        o, q = a["open"], a["potential"]
        potentials.append(
            f"| {name} | {n} | {q[:, 2].mean():+.2f} | {q[:, 3].mean():+.2f} | {100 * q[:, 0].mean():.1f} | {100 * q[:, 1].mean():.1f} "
            f"| {g[:, 0].mean():.3f} | {g[:, 1].mean():.3f} | {100 * o[:, 0].mean():.1f} | {o[:, 1].mean():.1f} |")
        for key in bands:
            bands[key].append(a["field " + key])
        print(firsts[-1], picks[-1], potentials[-1], sep="\n", file=sys.stderr, flush=True)
    print(f"{samples} samples a row, {replicates} resamples each, five populations a design.\n\n**First place**\n")
    print("| design | n | true | stated, resamples | stated, drawn in | Brier, resamples | Brier, drawn in | leader, percentile | leader, as printed | set holds | drivers in it |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|", *firsts, sep="\n")
    print("\n**The pick: how often it is the best driver to work on**\n")
    print("| design | n | drawn in | largest potential | best of the field | correlations | stated, resamples | stated, drawn in | Brier, resamples | Brier, drawn in |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|", *picks, sep="\n")
    print("\n**Potentials**\n")
    print("| design | n | excess of the largest | excess of the pick | percentile | as printed | regret, stated | regret, true | set holds | drivers in it |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|", *potentials, sep="\n")
    print("\n**Fields of the matrix by their frequency**\n")
    print("| frequency | resamples: statements | true | drawn in: statements | true |\n|---|--:|--:|--:|--:|")
    for low, high in ((0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        line = f"| {100 * low:.0f}–{min(100, 100 * high):.0f} % |"
        for key in ("resamples", "drawn in"):
            z = np.concatenate(bands[key])
            z = z[(z[:, 0] >= low) & (z[:, 0] < high)]
            line += f" {len(z)} | {100 * z[:, 1].mean():.1f} |"
        print(line)


if __name__ == "__main__":
    main()
