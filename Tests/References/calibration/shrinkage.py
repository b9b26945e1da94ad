"""Reference for Tests/ResamplingTests/ShrinkageTests.swift: the model of `Shrinkage`, naively, with dense matrices.

theta_hat ~ N(theta, V), theta ~ N(mu 1, tau^2 I) and, with probability 1/2, one of them by N(0, omega^2) more; mu is left
open (variance 1000 m^2 / p); tau on twenty equal steps up to m = max(sqrt(p - 1) |mean|, spread of the estimates), omega = m/2.
Run: python3 shrinkage.py > shrinkage.csv  (numpy 2.4)
"""

import numpy as np

estimates = np.array([0.30, 0.22, 0.20, 0.16, 0.12])
sd = np.array([0.05, 0.04, 0.04, 0.03, 0.03])
p = len(estimates)
V = np.outer(sd, sd) * (np.eye(p) * 1.25 - 0.25)


def components(x, V):
    m = max(np.sqrt(p - 1) * abs(x.mean()), x.std())
    for tau in m * np.arange(1, 21) / 20:
        for outlier in [None, *range(p)]:
            S = tau**2 * np.eye(p) + 1000 * m * m / p * np.ones((p, p))
            if outlier is not None:
                S[outlier, outlier] += (m / 2) ** 2
            prior = 0.5 if outlier is None else 0.5 / p
            yield prior, S


d = estimates - estimates.mean()
E = V + 1e-9 * np.trace(V) / p * np.eye(p)
logs, means = [], []
for prior, S in components(estimates, V):
    T = E + S
    logs.append(np.log(prior) - 0.5 * np.linalg.slogdet(T)[1] - 0.5 * d @ np.linalg.solve(T, d))
    means.append(estimates.mean() + S @ np.linalg.solve(T, d))
w = np.exp(np.array(logs) - max(logs))
print("quantity,index,value")
for k, value in enumerate(w @ np.array(means) / w.sum()):
    print(f"mean,{k},{value:.15g}")

# One spread and nothing that stands out: the posterior of theta is normal with covariance (V^-1 + S^-1)^-1.
tau = 0.05
S = tau**2 * np.eye(p) + 1000 * tau**2 / p * np.ones((p, p))
for k, value in enumerate(estimates.mean() + S @ np.linalg.solve(E + S, d)):
    print(f"single_mean,{k},{value:.15g}")
C = np.linalg.inv(np.linalg.inv(E) + np.linalg.inv(S))
for i in range(p):
    for j in range(i + 1):
        print(f"single_covariance,{i * (i + 1) // 2 + j},{C[i, j]:.15g}")
for k, value in enumerate(np.linalg.cholesky(V).flatten()):
    print(f"factor,{k},{value:.17g}")
