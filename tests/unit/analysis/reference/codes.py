#!/usr/bin/env python3
"""Writes codes.json: η² of a one-way analysis of variance from SciPy's f_oneway (Debian 12: 1.10)."""
import json
import numpy as np
from scipy.stats import f_oneway

rng = np.random.default_rng(51)
people, per, dims = 8, 4, 3
identity = np.repeat(np.arange(people), per)
x = np.round(rng.normal(size=(people, dims))[identity] + rng.normal(size=(len(identity), dims)), 3)
sex = identity % 3

def eta(labels):
    f = f_oneway(*[x[labels == k] for k in np.unique(labels)])[0]
    between, within = len(np.unique(labels)) - 1, len(labels) - len(np.unique(labels))
    return (f * between / (f * between + within)).tolist()

json.dump({"x": x.tolist(), "identity": identity.tolist(), "sex": sex.tolist(), "eta_identity": eta(identity),
           "eta_sex": eta(sex)}, open("codes.json", "w"))
