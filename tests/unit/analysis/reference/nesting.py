"""Variance components of a balanced set by the analysis of variance, one dimension at a time, and average linkage.

All factors random, identities nested in classes, crossed with lights and views: expected mean squares of the full model
(Searle, Casella and McCulloch 1992, chapter 4). Also SciPy's average linkage of a distance matrix.
    python3 nesting.py > nesting.json
"""
import json

import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

A, B, L, V, R, D = 2, 4, 2, 3, 2, 3  # classes, identities in each, lights, views, images, dimensions
rng = np.random.default_rng(7)
x = (
    2 * rng.normal(size=(A, 1, 1, 1, 1, D))
    + rng.normal(size=(A, B, 1, 1, 1, D))
    + rng.normal(size=(1, 1, L, 1, 1, D))
    + rng.normal(size=(1, 1, 1, V, 1, D))
    + 0.5 * rng.normal(size=(A, B, L, 1, 1, D))
    + 0.7 * rng.normal(size=(A, B, L, V, R, D))
)


def mean(keep):
    """Over the axes that are not kept, kept as axes of length one."""
    return x.mean(axis=tuple(i for i in range(5) if i not in keep), keepdims=True)


def square(effect):
    return (np.broadcast_to(effect, x.shape) ** 2).sum()


# Effects as sets of axes: class a, identity b (with its class), light l, view v.
m = {k: mean(axes) for k, axes in {
    "": (), "a": (0,), "ab": (0, 1), "l": (2,), "v": (3,), "lv": (2, 3), "al": (0, 2), "av": (0, 3), "alv": (0, 2, 3),
    "abl": (0, 1, 2), "abv": (0, 1, 3), "ablv": (0, 1, 2, 3)}.items()}
ss = {
    "a": square(m["a"] - m[""]),
    "b": square(m["ab"] - m["a"]),
    "l": square(m["l"] - m[""]),
    "v": square(m["v"] - m[""]),
    "lv": square(m["lv"] - m["l"] - m["v"] + m[""]),
    "al": square(m["al"] - m["a"] - m["l"] + m[""]),
    "av": square(m["av"] - m["a"] - m["v"] + m[""]),
    "bl": square(m["abl"] - m["ab"] - m["al"] + m["a"]),
    "bv": square(m["abv"] - m["ab"] - m["av"] + m["a"]),
    "alv": square(m["alv"] - m["al"] - m["av"] - m["lv"] + m["a"] + m["l"] + m["v"] - m[""]),
    "blv": square(m["ablv"] - m["abl"] - m["abv"] - m["alv"] + m["ab"] + m["al"] + m["av"] - m["a"]),
    "e": square(x - m["ablv"]),
}
df = {"a": A - 1, "b": A * (B - 1), "l": L - 1, "v": V - 1, "lv": (L - 1) * (V - 1), "al": (A - 1) * (L - 1),
      "av": (A - 1) * (V - 1), "bl": A * (B - 1) * (L - 1), "bv": A * (B - 1) * (V - 1),
      "alv": (A - 1) * (L - 1) * (V - 1), "blv": A * (B - 1) * (L - 1) * (V - 1), "e": A * B * L * V * (R - 1)}
ms = {k: ss[k] / df[k] for k in ss}
# How often each level of an effect is seen, which multiplies its component in expected mean squares.
n = {"a": B * L * V * R, "b": L * V * R, "l": A * B * V * R, "v": A * B * L * R, "lv": A * B * R, "al": B * V * R,
     "av": B * L * R, "bl": V * R, "bv": L * R, "alv": B * R, "blv": R, "e": 1}
contains = {"a": "a b al av bl bv alv blv e", "b": "b bl bv blv e", "l": "l lv al bl alv blv e",
            "v": "v lv av bv alv blv e", "lv": "lv alv blv e", "al": "al bl alv blv e", "av": "av bv alv blv e",
            "bl": "bl blv e", "bv": "bv blv e", "alv": "alv blv e", "blv": "blv e", "e": "e"}
names = list(ms)
system = np.array([[n[j] if j in contains[i].split() else 0 for j in names] for i in names], dtype=float)
component = dict(zip(names, np.linalg.solve(system, np.array([ms[k] for k in names]))))
main = {"class": component["a"], "identity": component["b"], "light": component["l"], "view": component["v"]}
together = sum(component[k] for k in names if k not in "a b l v e".split())

points = rng.normal(size=(9, 2))
distances = np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1))
tree = linkage(squareform(distances, checks=False), "average")
print(json.dumps({
    "shape": [A, B, L, V, R, D], "x": x.reshape(-1, D).astype(np.float32).astype(float).tolist(),
    "components": {**main, "together": together, "rest": component["e"]},
    "distances": distances.tolist(), "linkage": tree.tolist()}))
