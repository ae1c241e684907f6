#!/usr/bin/env python3
"""Writes verification.json: ROC figures by scikit-learn (Debian 12: 1.2.1) and a plain error-versus-discard."""
import json
import numpy as np
from sklearn.metrics import roc_auc_score

rng = np.random.default_rng(24)
identities, per, dims = 12, 5, 8
group = np.repeat(np.arange(identities), per)
x = (rng.normal(size=(identities, dims))[group] + 0.9 * rng.normal(size=(identities * per, dims))).astype(np.float32)
quality = np.round(rng.random(len(x)), 1)

a, b = np.triu_indices(len(x), 1)
genuine = group[a] == group[b]
steps = 1 << 21


def figures(score, low, high):
    step = (high - low) / steps
    level = np.clip(np.floor((score - low) / step + 0.5), 0, steps).astype(int)
    g, i = np.sort(level[genuine]), np.sort(level[~genuine])
    out = {"auc": roc_auc_score(genuine, level)}
    thresholds = np.arange(0, steps + 2)
    fmr = 1 - np.searchsorted(i, thresholds, "left") / len(i)
    fnmr = np.searchsorted(g, thresholds, "left") / len(g)
    k = int(np.argmax(fnmr >= fmr))
    d0, d1 = fmr[k - 1] - fnmr[k - 1], fnmr[k] - fmr[k]
    out["eer"] = fmr[k - 1] + d0 / (d0 + d1) * (fmr[k] - fmr[k - 1])
    out["tar"], out["edc"] = [], []
    for target in (0.1, 0.01):
        t = int(np.argmax(fmr <= target))
        out["tar"].append(1 - fnmr[t])
        rejected, q = level[genuine] < t, np.minimum(quality[a], quality[b])[genuine]
        points = [(np.mean(q < v), np.mean(rejected[q >= v])) for v in np.unique(q)]
        out["edc"].append({"points": points, **{f"{kind}_{limit}": area(points, limit, kind)
                                                for kind in ("stepwise", "linear") for limit in (0.2, 0.55)}})
    return out


def area(points, limit, kind):
    x0 = [p[0] for p in points]
    y0 = [p[1] for p in points]
    if kind == "linear":
        grid = [v for v in x0 if v < limit] + [limit]
        return float(np.trapz(np.interp(grid, x0, y0), grid))
    return sum((min(limit, e) - s) * v for s, e, v in zip(x0, x0[1:] + [1.0], y0) if s < limit)


unit = x.astype(float) / np.linalg.norm(x.astype(float), axis=1, keepdims=True)
cosine = np.einsum("ij,ij->i", unit[a], unit[b])
centred = x.astype(float) - x.astype(float).mean(0)
radius = np.linalg.norm(centred, axis=1).max()
euclid = -np.linalg.norm(centred[a] - centred[b], axis=1)
json.dump({"x": x.astype(float).tolist(), "group": group.tolist(), "quality": quality.tolist(),
           "cosine": figures(cosine, -1, 1), "euclidean": figures(euclid, -2 * radius, 0)}, open("verification.json", "w"))
