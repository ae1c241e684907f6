#!/usr/bin/env python3
"""Writes lda.json: nested leave-one-identity-out regularised LDA by scikit-learn (Debian 12: 1.2.1, NumPy 1.24)."""
import json
import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics import accuracy_score, balanced_accuracy_score, roc_auc_score
from sklearn.model_selection import LeaveOneGroupOut

rng = np.random.default_rng(21)
identities, per, dims = 6, 12, 5
group = np.repeat(np.arange(identities), per)
y = (rng.random(identities * per) < 0.35).astype(int)
x = (rng.normal(size=(len(y), dims)) @ rng.normal(size=(dims, dims)) + rng.normal(size=(identities, dims))[group]
     + 1.3 * np.outer(y, rng.normal(size=dims)) + 2).astype(np.float32)
shrinkages = [0.01, 0.1, 0.4, 0.9]
xd = x.astype(np.float64)

def fitted(rows, g):
    return LinearDiscriminantAnalysis(solver="lsqr", shrinkage=g).fit(xd[rows], y[rows])

def choose(rows):
    inner = list(LeaveOneGroupOut().split(rows, groups=group[rows]))
    return shrinkages[int(np.argmax(np.round([sum(roc_auc_score(y[rows[b]], fitted(rows[a], g).decision_function(xd[rows[b]]))
                                         for a, b in inner) for g in shrinkages], 9)))]

out = np.zeros(len(y))
for train, test in LeaveOneGroupOut().split(xd, groups=group):
    out[test] = fitted(train, choose(train)).decision_function(xd[test])
best = choose(np.arange(len(y)))
final = fitted(np.arange(len(y)), best)
json.dump({"x": x.astype(float).tolist(), "y": y.tolist(), "group": group.tolist(), "shrinkages": shrinkages,
           "out_of_fold": out.tolist(), "shrinkage": best, "weights": final.coef_[0].tolist(),
           "intercept": final.intercept_[0], "accuracy": accuracy_score(y, out > 0),
           "balanced_accuracy": balanced_accuracy_score(y, out > 0), "auc": roc_auc_score(y, out)}, open("lda.json", "w"))
