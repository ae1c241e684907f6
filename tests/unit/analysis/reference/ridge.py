#!/usr/bin/env python3
"""Writes ridge.json: nested leave-one-identity-out ridge regression by scikit-learn (Debian 12: 1.2.1, NumPy 1.24)."""
import json
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import LeaveOneGroupOut

rng = np.random.default_rng(20)
identities, per, dims = 6, 10, 5
group = np.repeat(np.arange(identities), per)
x = (rng.normal(size=(identities * per, dims)) + rng.normal(size=(identities, dims))[group] + 3).astype(np.float32)
y = np.round(x @ np.array([4.0, -2.0, 0.0, 1.0, 7.0]) + 15 * rng.normal(size=len(x)) + 10, 3)
penalties = [1.0, 10.0, 100.0, 1000.0]
xd = x.astype(np.float64)

def sse(train, test, alpha):
    model = Ridge(alpha=alpha, solver="cholesky").fit(xd[train], y[train])
    return np.sum((model.predict(xd[test]) - y[test]) ** 2)

def choose(rows):
    inner = list(LeaveOneGroupOut().split(rows, groups=group[rows]))
    return penalties[int(np.argmin([sum(sse(rows[a], rows[b], p) for a, b in inner) for p in penalties]))]

out = np.zeros(len(y))
chosen = []
for train, test in LeaveOneGroupOut().split(xd, groups=group):
    chosen.append(choose(train))
    out[test] = Ridge(alpha=chosen[-1], solver="cholesky").fit(xd[train], y[train]).predict(xd[test])
best = choose(np.arange(len(y)))
final = Ridge(alpha=best, solver="cholesky").fit(xd, y)
r2 = 1 - np.sum((out - y) ** 2) / np.sum((y - y.mean()) ** 2)
json.dump({"x": x.astype(float).tolist(), "y": y.tolist(), "group": group.tolist(), "penalties": penalties,
           "out_of_fold": out.tolist(), "fold_penalties": sorted(chosen), "penalty": best, "weights": final.coef_.tolist(),
           "intercept": final.intercept_, "mae": np.mean(np.abs(out - y)), "rmse": np.sqrt(np.mean((out - y) ** 2)),
           "r2": r2}, open("ridge.json", "w"))
