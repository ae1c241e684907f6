#!/usr/bin/env python3
"""Writes statistics.json: rank correlations by SciPy (Debian 12: 1.10), isotonic regression by scikit-learn (1.2.1)."""
import json
import numpy as np
from scipy import stats
from sklearn.isotonic import IsotonicRegression

rng = np.random.default_rng(23)
n = 150
c1 = np.round(rng.normal(size=n), 1)
c2 = rng.normal(size=n)
x = np.round(c1 + rng.normal(size=n), 1)
y = np.round(0.4 * x + c1 - c2 + rng.normal(size=n), 1)
ranks = [stats.rankdata(v) for v in (x, y, c1, c2)]
design = np.column_stack([np.ones(n), ranks[2], ranks[3]])
residual = [r - design @ np.linalg.lstsq(design, r, rcond=None)[0] for r in ranks[:2]]
partial = stats.pearsonr(*residual)[0]
df = n - 4
spearman, kendall = stats.spearmanr(x, y), stats.kendalltau(x, y, method="asymptotic")
iso = IsotonicRegression().fit(x, y)
ux = np.unique(x)
fit = iso.predict(x)
json.dump({"x": x.tolist(), "y": y.tolist(), "c1": c1.tolist(), "c2": c2.tolist(), "spearman": spearman[0],
           "spearman_p": spearman[1], "kendall": kendall[0], "kendall_p": kendall[1], "partial": partial,
           "partial_p": 2 * stats.t.sf(abs(partial) * np.sqrt(df / (1 - partial ** 2)), df), "iso_x": ux.tolist(),
           "iso_y": iso.predict(ux).tolist(), "iso_r2": ((fit - y.mean()) ** 2).sum() / ((y - y.mean()) ** 2).sum()},
          open("statistics.json", "w"))
