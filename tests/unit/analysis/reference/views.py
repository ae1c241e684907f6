#!/usr/bin/env python3
"""Writes views.json: Welch's t-tests by SciPy (Debian 12: 1.10), Hedges' g by its formula, adjusted p-values by theirs."""
import json
import numpy as np
from scipy import special, stats

rng = np.random.default_rng(22)
dims, sizes = 12, [(5, 9), (8, 6), (20, 5)]
x, yaw, group = [], [], []
for p, (front, side) in enumerate(sizes):
    shift = np.where(np.arange(dims) < 4 * p, 3.0, 0.0)
    x += [rng.normal(size=dims) for _ in range(front)] + [rng.normal(size=dims) * 1.7 + shift for _ in range(side)]
    yaw += list(rng.uniform(-20, 20, front)) + list(rng.choice([-1, 1], side) * rng.uniform(45, 90, side))
    group += [p] * (front + side)
x = (np.array(x) + 5).astype(np.float32)
x[:, 11] = 2.5
yaw, group = np.array(yaw), np.array(group)
keys = ["t", "df", "p", "bonferroni", "bh", "g"]
out = {k: [] for k in keys}
for p in range(len(sizes)):
    a = x[(group == p) & (abs(yaw) <= 20)].astype(float)[:, :11]
    b = x[(group == p) & (abs(yaw) >= 45)].astype(float)[:, :11]
    test = stats.ttest_ind(a, b, equal_var=False)
    n1, n2, v1, v2 = len(a), len(b), a.var(0, ddof=1), b.var(0, ddof=1)
    df = (v1 / n1 + v2 / n2) ** 2 / ((v1 / n1) ** 2 / (n1 - 1) + (v2 / n2) ** 2 / (n2 - 1))
    m = n1 + n2 - 2
    j = np.exp(special.gammaln(m / 2) - special.gammaln((m - 1) / 2)) / np.sqrt(m / 2)
    g = j * (a.mean(0) - b.mean(0)) / np.sqrt(((n1 - 1) * v1 + (n2 - 1) * v2) / m)
    order = np.argsort(test.pvalue)
    ranked = test.pvalue[order] * 11 / np.arange(1, 12)
    bh = np.empty(11)
    bh[order] = np.minimum(1, np.minimum.accumulate(ranked[::-1])[::-1])
    for k, v in zip(keys, [test.statistic, df, test.pvalue, np.minimum(1, 11 * test.pvalue), bh, g]):
        out[k].append(v.tolist())
json.dump({"x": x.astype(float).tolist(), "yaw": yaw.tolist(), "group": group.tolist(), **out}, open("views.json", "w"))
