#!/usr/bin/env python3
"""Makes the reference of Tsne.ReachesTheDivergenceOfTheExactMethod with scikit-learn's exact method (python3-sklearn).

The perplexity is far below the size of an identity, so that the affinities beyond 3 × perplexity neighbours, which only the exact
method keeps, do not count.

FACESPACE_WRITE_PLANTED=planted.f32 projection_test --gtest_filter=PlantedFaces.CanBeWritten   # 2,000 × 50, float32
python3 exact_reference.py planted.f32
"""
import sys

import numpy
from sklearn.manifold import TSNE

features = numpy.fromfile(sys.argv[1], numpy.float32).reshape(-1, 50)
tsne = TSNE(method="exact", init="pca", learning_rate="auto", perplexity=8, n_iter=1000, random_state=1)
tsne.fit(features)
print(f"{len(features)} rows, KL {tsne.kl_divergence_:.5f}")
