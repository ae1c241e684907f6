#!/usr/bin/env python3
"""Writes identification.json: CMC by scikit-learn's top_k_accuracy_score, TPIR at FPIR by plain NumPy (Debian 12: 1.2.1, 1.24)."""
import json
import numpy as np
from sklearn.metrics import top_k_accuracy_score

rng = np.random.default_rng(31)
people, per, dims, enrolled = 14, 5, 6, 9
identity = np.repeat(np.arange(people), per)
x = np.round(rng.normal(size=(people, dims))[identity] + 0.8 * rng.normal(size=(len(identity), dims)), 3)
gallery = (np.arange(len(identity)) % per < 2) & (identity < enrolled)
probes = np.arange(len(identity)) % per >= 2
unit = x / np.linalg.norm(x, axis=1, keepdims=True)
scores = np.array([[max(unit[p] @ unit[e] for e in np.flatnonzero(gallery & (identity == i))) for i in range(enrolled)]
                   for p in np.flatnonzero(probes)])
who = identity[probes]
mated = who < enrolled
cmc = [top_k_accuracy_score(who[mated], scores[mated], k=k, labels=np.arange(enrolled)) for k in range(1, enrolled)]
best = np.sort(scores[~mated].max(axis=1))[::-1]
first = scores[mated].argmax(axis=1) == who[mated]
mate = scores[mated][np.arange(mated.sum()), who[mated]]
tpir = {}
for fpir in (0.1, 0.25, 0.5):
    above = best[int(np.floor(fpir * len(best) + 1e-9))]
    tpir[str(fpir)] = float(np.mean(first & (mate > above)))
json.dump({"x": x.tolist(), "identity": identity.tolist(), "gallery": gallery.astype(int).tolist(),
           "probes": probes.astype(int).tolist(), "cmc": cmc, "tpir": tpir}, open("identification.json", "w"))
