#!/usr/bin/env python3
"""Writes spaces.json: distances of centroids by SciPy's pdist, ρ by spearmanr, Procrustes by scipy.spatial (Debian 12: 1.10), and
the unbiased HSIC of Song et al. (2012, eq. 5) written out with NumPy; that over images of different identities only as a mean over
all of them, four identities at a time."""
import json
from itertools import permutations
import numpy as np
from scipy.spatial import procrustes
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr

rng = np.random.default_rng(41)
people = 9
identity = np.repeat(np.arange(people), [2, 3, 4, 5, 4, 3, 4, 6, 5])
n = len(identity)
x = np.round(rng.normal(size=(people, 5))[identity] + 0.5 * rng.normal(size=(n, 5)) + 1, 3)
y = np.round(x @ rng.normal(size=(5, 5)) * 0.4 + rng.normal(size=(n, 5)), 3)

def centroids(a):
    unit = a / np.linalg.norm(a, axis=1, keepdims=True)
    return np.array([unit[identity == i].mean(axis=0) for i in range(people)])

def hsic(k, l):
    k, l = k.copy(), l.copy()
    np.fill_diagonal(k, 0), np.fill_diagonal(l, 0)
    one = np.ones(n)
    return (np.trace(k @ l) + (one @ k @ one) * (one @ l @ one) / ((n - 1) * (n - 2)) - 2 / (n - 2) * (one @ k @ l @ one)) / (n * (n - 3))

def across(k, l):
    of = [np.flatnonzero(identity == i) for i in range(people)]
    sums, counts = np.zeros(3), np.zeros(3)
    for a, b in permutations(range(people), 2):
        block = np.ix_(of[a], of[b])
        sums[0] += (k[block] * l[block]).sum()
        counts[0] += len(of[a]) * len(of[b])
    for a, b, c in permutations(range(people), 3):
        sums[1] += (k[np.ix_(of[a], of[b])].sum(axis=1) * l[np.ix_(of[a], of[c])].sum(axis=1)).sum()
        counts[1] += len(of[a]) * len(of[b]) * len(of[c])
    for a, b, c, d in permutations(range(people), 4):
        sums[2] += k[np.ix_(of[a], of[b])].sum() * l[np.ix_(of[c], of[d])].sum()
        counts[2] += len(of[a]) * len(of[b]) * len(of[c]) * len(of[d])
    first, third, second = sums / counts
    return first + second - 2 * third

k, l = x @ x.T, y @ y.T
xc, yc = x - x.mean(axis=0), y - y.mean(axis=0)
kc, lc = xc @ xc.T, yc @ yc.T
json.dump({"x": x.tolist(), "y": y.tolist(), "identity": identity.tolist(),
           "spearman": spearmanr(pdist(centroids(x), "cosine"), pdist(centroids(y), "cosine"))[0],
           "cka": hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l)),
           "cka_across": across(kc, lc) / np.sqrt(across(kc, kc) * across(lc, lc)), "disparity": procrustes(x, y)[2]}, open("spaces.json", "w"))
