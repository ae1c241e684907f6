#!/usr/bin/env python3
"""Compares the search for neighbours with the peers that Debian carries, in one interleaved run: time at a recall that is reached.

    apt-get install python3-hnswlib python3-faiss python3-pynndescent
    python3 neighbours.py BUILD/bin/projection_bench [--kind even faces real] [--points 24000] [--columns 512] [-k 90]
                          [--recall 0.98] [--rounds 1] [--before OLDER/bin/projection_bench] [--skip pynndescent] [-o table.md]

Kinds of features: `even` has no sharp clusters (20 shared directions and noise, norms gamma-distributed); `faces` are those of
compare.py, 50 views of each identity; `real` draws new identities and views from the means and residuals of the features in
FACESPACE_TEST_DATA. `--before` is the same program of an older version. `exact` is the search without any loss.

The recall is measured alike for all: the share of neighbours found that are no farther than the true k-th, on 500 rows. What a
peer needs to reach it (probes, breadth of the search) is looked for beforehand and not timed; building its index is.
"""
import argparse
import csv
import os
import pathlib
import re
import subprocess
import tempfile
import time

import numpy

import compare

THREADS = len(os.sched_getaffinity(0))
SAMPLE = 500


def even(points, columns):
    rng = numpy.random.default_rng(0)
    shared = rng.normal(size=(20, columns)).astype(numpy.float32) / numpy.float32(20**0.5)
    x = rng.normal(size=(points, 20)).astype(numpy.float32) @ shared
    x += rng.normal(size=x.shape).astype(numpy.float32) / 2
    x /= numpy.linalg.norm(x, axis=1, keepdims=True)
    return x * rng.gamma(9, 2, size=(points, 1)).astype(numpy.float32)


def faces(points, columns):
    return compare.faces(points, columns)[0]


def real(points, columns):
    folder = pathlib.Path(os.environ["FACESPACE_TEST_DATA"])
    features, people = [], []
    for name in ("lfw_dev", "london_dev", "pointing04_dev"):
        features.append(numpy.load(folder / "reference_features" / f"{name}.mobilefacenet_ms1m_512d.npy"))
        with open(folder / "sets" / name / "labels.csv") as file:
            people += [name + line["identity"] for line in csv.DictReader(file)]
    x = numpy.concatenate(features)
    known = numpy.isfinite(x).all(1)
    x, person = x[known], numpy.unique(numpy.array(people)[known], return_inverse=True)[1]
    mean = x.mean(0)
    centres = numpy.stack([x[person == p].mean(0) for p in range(person.max() + 1)])
    residuals = x - centres[person]
    residuals = residuals[numpy.bincount(person)[person] > 1]
    rng = numpy.random.default_rng(0)

    def mixed(rows, count):  # two at a time, as long as one
        return (rows[rng.integers(len(rows), size=count)] + rows[rng.integers(len(rows), size=count)]) / numpy.float32(2**0.5)

    identities = mixed(centres - mean, points // 30 + 1)
    x = identities[rng.integers(len(identities), size=points)]
    x += mixed(residuals, points)
    if columns < x.shape[1]:
        some = x[:20000] - x.mean(0)
        x = x @ numpy.linalg.eigh(some.T @ some)[1][:, ::-1][:, :columns]
    return numpy.ascontiguousarray(x, numpy.float32)


class Truth:
    def __init__(self, x, k):
        self.x, self.k = x, k
        self.rows = numpy.random.default_rng(1).choice(len(x), SAMPLE, replace=False)
        squared = (x * x).sum(1)
        self.farthest = numpy.empty(SAMPLE)
        for s in range(0, SAMPLE, 50):
            rows = self.rows[s:s + 50]
            d2 = squared[rows, None] + squared - 2 * x[rows] @ x.T
            d2[numpy.arange(len(rows)), rows] = numpy.inf
            near = numpy.argpartition(d2, k, axis=1)[:, :k + 8]
            exact = ((x[rows, None].astype(float) - x[near])**2).sum(2)
            self.farthest[s:s + 50] = numpy.sort(exact, axis=1)[:, k - 1]

    def recall(self, index):
        """@param index  For each of `rows`, k others, or k + 1 with the row itself among them; −1 is none."""
        found = 0
        for row, farthest, near in zip(self.rows, self.farthest, index):
            near = near[(near != row) & (near >= 0)][:self.k]
            found += (((self.x[row].astype(float) - self.x[near])**2).sum(1) <= farthest * (1 + 1e-5)).sum()
        return found / (SAMPLE * self.k)


class Own:
    def __init__(self, bench, flag):
        self.bench, self.flag = bench, flag

    def prepare(self, x, truth, recall, folder):
        self.input, self.output, self.shape = folder / "x.f32", folder / "graph.i32", (len(x), truth.k)
        self.arguments = [self.bench, str(self.input), "--columns", str(x.shape[1]), "--neighbours", str(truth.k), *self.flag]
        if "--before" not in self.flag:
            self.arguments += ["--recall", str(recall), "--graph", str(self.output)]
        else:
            self.arguments.remove("--before")

    def run(self):
        text = subprocess.run(self.arguments, check=True, capture_output=True, text=True).stdout
        wall, processor = re.search(r"(?:clustered|neighbours)_s ([\d.]+) cpu ([\d.]+)", text).groups()
        stated = re.search(r"recall ([\d.]+) clusters (\d+) probes (\d+)", text)
        note = f"{stated[3]} of {stated[2]} clusters, says {stated[1]}" if stated else ""
        index = None
        if self.output.exists():
            index = numpy.fromfile(self.output, numpy.int32).reshape(self.shape)
            self.output.unlink()
        return float(wall), float(processor), index, note if index is not None or not stated else float(stated[1])


class Peer:
    """Of libraries: build() makes an index, search(rows) asks it, with the settings of `tries` in turn until one does."""

    def prepare(self, x, truth, recall, folder):
        self.x, self.k = x, truth.k
        self.build()
        for self.setting in self.tries:
            self.reached = truth.recall(self.search(x[truth.rows]))
            if self.reached >= recall:
                break
        self.index = None

    def run(self):
        wall, processor = time.perf_counter(), time.process_time()
        self.build()
        index = self.search(self.x)
        return time.perf_counter() - wall, time.process_time() - processor, index, f"{self.named} {self.setting}"


class Hnswlib(Peer):
    named, tries = "ef", (100, 150, 200, 300, 450, 700, 1000, 1500)

    def build(self):
        import hnswlib

        self.index = hnswlib.Index("l2", self.x.shape[1])
        self.index.init_index(len(self.x), M=16, ef_construction=200, random_seed=1)
        self.index.set_num_threads(THREADS)
        self.index.add_items(self.x)

    def search(self, rows):
        self.index.set_ef(self.setting)
        return self.index.knn_query(rows, self.k + 1)[0].astype(numpy.int64)


class FaissIvf(Peer):
    named, tries = "probes", (4, 8, 16, 32, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048)

    def build(self):
        import faiss

        faiss.omp_set_num_threads(THREADS)
        columns = self.x.shape[1]
        self.quantiser = faiss.IndexFlatL2(columns)
        self.index = faiss.IndexIVFFlat(self.quantiser, columns, int(2 * len(self.x)**0.5))
        self.index.train(self.x)
        self.index.add(self.x)

    def search(self, rows):
        self.index.nprobe = self.setting
        return self.index.search(rows, self.k + 1)[1]


class FaissFlat(Peer):
    named, tries = "all", ("",)

    def build(self):
        import faiss

        faiss.omp_set_num_threads(THREADS)
        self.index = faiss.IndexFlatL2(self.x.shape[1])
        self.index.add(self.x)

    def search(self, rows):
        return self.index.search(rows, self.k + 1)[1]


class PyNNDescent:
    def prepare(self, x, truth, recall, folder):
        import pynndescent

        self.x, self.k = x, truth.k
        pynndescent.NNDescent(x[:2000], n_neighbors=truth.k + 1, random_state=1)  # compiles

    def run(self):
        import pynndescent

        wall, processor = time.perf_counter(), time.process_time()
        index = pynndescent.NNDescent(self.x, n_neighbors=self.k + 1, random_state=1, n_jobs=THREADS).neighbor_graph[0]
        return time.perf_counter() - wall, time.process_time() - processor, index, "as it comes"


def tools_for(args):
    tools = {"FaceSpace": Own(args.bench, ["--clustered"]), "FaceSpace, exact": Own(args.bench, ["--exact"])}
    if args.before:
        tools["before"] = Own(args.before, ["--clustered", "--before"])
    tools.update({"hnswlib": Hnswlib(), "faiss IVF": FaissIvf(), "faiss flat": FaissFlat(), "PyNNDescent": PyNNDescent()})
    return {name: tool for name, tool in tools.items() if not any(s in name.lower() for s in args.skip)}


def compared(kind, points, args, folder):
    x = globals()[kind](points, args.columns)
    x.tofile(folder / "x.f32")
    truth, tools, best = Truth(x, args.k), tools_for(args), {}
    for name in list(tools):
        try:
            tools[name].prepare(x, truth, args.recall, folder)
        except ImportError as error:
            print(f"{name} is left out: {error}", flush=True)
            del tools[name]
    for _ in range(args.rounds):
        for name, tool in tools.items():
            wall, processor, index, note = tool.run()
            recall = note if index is None else truth.recall(index[truth.rows])
            note = "its own measure" if index is None else note
            print(f"{kind} {len(x)} {name}: {wall:.2f} s, processor {processor:.2f} s, recall {recall:.4f}, {note}", flush=True)
            if name not in best or processor < best[name][1]:
                best[name] = (wall, processor, recall, note)
    own = best["FaceSpace"][1]
    return [f"| {kind} | {len(x):,} × {x.shape[1]} | {name} | {wall:.2f} | {processor:.2f} | {processor / own:.1f} | {recall:.4f} | {note} |"
            for name, (wall, processor, recall, note) in best.items()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--kind", nargs="+", default=["even", "faces"])
    parser.add_argument("--points", type=int, nargs="+", default=[24000])
    parser.add_argument("--columns", type=int, default=512)
    parser.add_argument("-k", type=int, default=90)
    parser.add_argument("--recall", type=float, default=0.98)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--before")
    parser.add_argument("--skip", nargs="*", default=[])
    parser.add_argument("-o", "--output")
    args = parser.parse_args()
    lines = ["| features | size | search | s | processor s | times FaceSpace's | recall | |", "|---" * 8 + "|"]
    with tempfile.TemporaryDirectory() as folder:
        for points in args.points:
            for kind in args.kind:
                lines += compared(kind, points, args, pathlib.Path(folder))
    text = f"{THREADS} cores, load {os.getloadavg()[0]:.1f}, k = {args.k}\n\n" + "\n".join(lines) + "\n"
    print(text)
    if args.output:
        pathlib.Path(args.output).write_text(text)


if __name__ == "__main__":
    main()
