#!/usr/bin/env python3
"""Compares FaceSpace's t-SNE with the peers that Debian carries, in one interleaved run: time beside quality.

    apt-get install python3-sklearn r-cran-rtsne
    python3 compare.py BUILD/bin/projection_bench [--kind faces] [--points 24000] [--columns 512] [--rounds 1]
                       [--skip rtsne] [-o table.md]

Kinds of features: `faces` are sharp clusters, 50 views of each identity; `even` and `real` those of neighbours.py, whose identity says nothing.
Several --points give one table each and, last, the cost against N.

Quality is measured alike for all maps, on one set of exact neighbours: the divergence KL of one common P (perplexity 30), with Z
summed over all pairs; neighbours preserved at 10 and 30; trustworthiness T(10) (Venna and Kaski, 2001) over at most 5,000 rows; and how
often the ten nearest on the map vote for the right identity.
"""
import argparse
import os
import pathlib
import subprocess
import tempfile
import time

import numpy

MEASURES = ("KL", "preserved 10", "preserved 30", "trust 10", "identity")


def faces(points, columns, seed=0):
    """Identity clusters in groups, each a two-dimensional manifold of views, as raw float32 features; columns < 512 by PCA."""
    rng = numpy.random.default_rng(seed)
    views, depth = 50, 512
    identities = points // views
    turns = rng.normal(size=(3, depth))
    groups = rng.normal(size=(60, depth))
    centres = rng.normal(size=(identities, 60)) @ groups / 8 * 0.9 + 0.25 * rng.normal(size=(identities, depth))
    x = numpy.empty((identities * views, depth), numpy.float32)
    for i in range(identities):
        own = rng.normal(size=(2, depth))
        yaw, pitch = rng.uniform(-1, 1, views), rng.normal(size=views) * 0.4
        x[i * views:(i + 1) * views] = (
            centres[i] + 0.5 * numpy.outer(yaw, turns[0]) + 0.4 * numpy.outer(yaw**2, turns[1]) + 0.4 * numpy.outer(pitch, turns[2])
            + 0.35 * numpy.outer(yaw, own[0]) + 0.25 * numpy.outer(pitch, own[1]) + 0.35 * rng.normal(size=(views, depth)))
    order = rng.permutation(len(x))
    x, identity = x[order], numpy.repeat(numpy.arange(identities), views)[order]
    if columns < depth:
        centred = x - x.mean(0)
        _, axes = numpy.linalg.eigh(centred.T @ centred)
        x = (centred @ axes[:, ::-1][:, :columns]).astype(numpy.float32)
    return x, identity


def features(kind, points, columns):
    if kind == "faces":
        return faces(points, columns)
    import neighbours

    x = getattr(neighbours, kind)(points, columns)
    return x, numpy.zeros(len(x), int)


class Judge:
    """Holds the exact neighbours and P of the features."""

    def __init__(self, x, identity, perplexity=30):
        from sklearn.manifold._utils import _binary_search_perplexity
        from sklearn.neighbors import NearestNeighbors
        import scipy.sparse

        n, k = len(x), 3 * perplexity
        distance, index = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(x).kneighbors()
        self.index, self.identity, self.x = index, identity, x
        rows = _binary_search_perplexity((distance**2).astype(numpy.float32), perplexity, 0)
        p = scipy.sparse.csr_matrix((rows.ravel(), index.ravel(), numpy.arange(0, n * k + 1, k)), shape=(n, n))
        self.p = ((p + p.T) / (2 * n)).tocoo()

    def measures(self, y):
        from sklearn.neighbors import NearestNeighbors

        y = y.astype(numpy.float64)
        n = len(y)
        z = 0.0
        squared = (y**2).sum(1)
        for begin in range(0, n, 1000):
            block = y[begin:begin + 1000]
            d2 = numpy.maximum(squared[begin:begin + 1000, None] + squared[None] - 2 * block @ y.T, 0)
            z += (1 / (1 + d2)).sum()
        z -= n
        d2 = ((y[self.p.row] - y[self.p.col])**2).sum(1)
        kl = (self.p.data * (numpy.log(numpy.maximum(self.p.data, 1e-30)) + numpy.log1p(d2) + numpy.log(z))).sum()
        near = NearestNeighbors(n_neighbors=30).fit(y).kneighbors(return_distance=False)
        kept = [numpy.mean([len(set(a[:k]) & set(b[:k])) / k for a, b in zip(self.index, near)]) for k in (10, 30)]
        trust = self.trustworthiness(near[:, :10])
        votes = self.identity[near[:, :10]]
        winner = numpy.array([numpy.bincount(v).argmax() for v in votes])
        return kl, kept[0], kept[1], trust, (winner == self.identity).mean()

    def trustworthiness(self, near, rows=5000, block=500):
        """T(k) of the map's k neighbours `near` (N × k), each row's ranks taken over all N; the same rows for every map."""
        n, k = near.shape
        chosen = numpy.sort(numpy.random.default_rng(1).permutation(n)[:rows])
        squared = numpy.einsum("ij,ij->i", self.x, self.x)
        excess = 0
        for begin in range(0, len(chosen), block):
            part = chosen[begin:begin + block]
            # Without the row's own length, which does not change ranks.
            distance = squared[None] - 2 * self.x[part] @ self.x.T
            distance[numpy.arange(len(part)), part] = -numpy.inf
            own = numpy.take_along_axis(distance, near[part], 1)
            distance.sort(1)
            for row, values in zip(distance, own):
                excess += numpy.maximum(numpy.searchsorted(row, values) - k, 0).sum()
        return 1 - excess * 2 / (len(chosen) * k * (2 * n - 3 * k - 1))


def ours(args, data, folder, extra=()):
    out = folder / "map.f32"
    subprocess.run([args.bench, str(data), "--columns", str(args.columns), "--map", str(out), *extra], check=True,
                   stdout=subprocess.DEVNULL)
    return numpy.fromfile(out, numpy.float32).reshape(-1, 2)


def scikit_learn(args, data, folder):
    from sklearn.manifold import TSNE

    x = numpy.fromfile(data, numpy.float32).reshape(-1, args.columns)
    return TSNE(init="pca", learning_rate="auto", perplexity=30, n_jobs=os.cpu_count(), random_state=1).fit_transform(x)


def rtsne(args, data, folder):
    out = folder / "rtsne.f64"
    script = f"""
        x <- matrix(readBin("{data}", "numeric", n = 1e9, size = 4), ncol = {args.columns}, byrow = TRUE)
        y <- Rtsne::Rtsne(x, pca = FALSE, perplexity = 30, num_threads = {os.cpu_count()}, check_duplicates = FALSE)$Y
        writeBin(as.vector(t(y)), "{out}")"""
    subprocess.run(["Rscript", "-e", script], check=True, stdout=subprocess.DEVNULL)
    return numpy.fromfile(out, numpy.float64).reshape(-1, 2)


def measured(args, points, tools, folder):
    """Fastest total seconds and quality of each tool on so many points; the tools take turns."""
    x, identity = features(args.kind, points, args.columns)
    data = folder / "features.f32"
    x.tofile(data)
    judge = Judge(x, identity)
    times = {tool: [] for tool in tools}
    quality = {}
    for _ in range(args.rounds):
        for tool, run in tools.items():
            start = time.perf_counter()
            y = run(args, data, folder)
            times[tool].append(time.perf_counter() - start)
            if tool not in quality:
                quality[tool] = judge.measures(y)
            print(f"{points:,}", tool, f"{times[tool][-1]:.1f} s", flush=True)
    return {tool: min(t) for tool, t in times.items()}, quality


def quality_cells(quality):
    return " | ".join(f"{v:.5f}" if name.startswith("trust") else f"{v:.3f}" for name, v in zip(MEASURES, quality))


def quality_table(args, points, seconds, quality):
    lines = [f"{args.kind}, {points:,} × {args.columns}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", "",
             "| tool | total s (fastest) | " + " | ".join(MEASURES) + " |", "|---" * (len(MEASURES) + 2) + "|"]
    for tool in seconds:
        lines.append(f"| {tool} | {seconds[tool]:.1f} | " + quality_cells(quality[tool]) + " |")
    return "\n".join(lines) + "\n"


def cost_table(costs):
    tools = list(next(iter(costs.values())))
    lines = ["| N | " + " | ".join(f"{tool}, s" for tool in tools) + " |", "|---" * (len(tools) + 1) + "|"]
    for points, seconds in costs.items():
        lines.append(f"| {points:,} | " + " | ".join(f"{seconds[tool]:.1f}" for tool in tools) + " |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--points", type=int, nargs="+", default=[24000])
    parser.add_argument("--columns", type=int, default=512)
    parser.add_argument("--kind", choices=("faces", "even", "real"), default="faces")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--skip", nargs="*", default=[])
    parser.add_argument("-o", "--output")
    args = parser.parse_args()
    tools = {
        "FaceSpace t-SNE": ours,
        "scikit-learn TSNE": scikit_learn,
        "Rtsne": rtsne,
        "FaceSpace UMAP-style": lambda a, d, f: ours(a, d, f, ["--umap"]),
    }
    tools = {name: tool for name, tool in tools.items() if not any(s in name.lower() for s in args.skip)}
    text, costs = "", {}
    with tempfile.TemporaryDirectory() as name:
        for points in args.points:
            costs[points], quality = measured(args, points, tools, pathlib.Path(name))
            text += quality_table(args, points, costs[points], quality) + "\n"
    if len(costs) > 1:
        text += cost_table(costs)
    print(text)
    if args.output:
        pathlib.Path(args.output).write_text(text)


if __name__ == "__main__":
    main()
