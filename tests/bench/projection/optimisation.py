#!/usr/bin/env python3
"""Compares the optimisation alone, on one common P, with every peer that is at hand; the tools take turns.

    python3 optimisation.py BUILD/bin/projection_bench [--points 24000] [--rounds 1] [-o table.md]
                            [--opentsne FOLDER] [--fitsne FOLDER] [--onedal PROGRAM] [--skip scikit …]

scikit-learn comes from Debian. The others are used where they are named: a folder with openTSNE's Python package built in it,
FIt-SNE's folder with `fast_tsne.py` and the built `fast_tsne`, and a program `ONEDAL INPUT OUTPUT THETA RATE ITERATIONS` around
oneDAL's kernel that prints `optimise_s SECONDS`. Its input: int64 N and entries; P as CSR (int64 rows, int32 columns, float32
values); the start as float32 rows. Perplexity 30 on exact neighbours of the raw features, the start from two principal components
and 1,000 iterations for the peers; FaceSpace runs its default schedule until it has converged, all of it after the
neighbours are found.
Quality as in compare.py.
"""
import argparse
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import numpy

import compare

THREADS = os.cpu_count()


def processor_seconds():
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


class Problem:
    """Features, the common P and the start, in memory and as files for programs."""

    def __init__(self, points, columns, folder):
        x, identity = compare.faces(points, columns)
        self.columns, self.folder, self.features = columns, folder, folder / "features.f32"
        x.tofile(self.features)
        self.judge = compare.Judge(x, identity)
        self.p = self.judge.p.tocsr()
        self.p.sort_indices()
        centred = x - x.mean(0)
        _, axes = numpy.linalg.eigh(centred.T @ centred)
        start = centred @ axes[:, ::-1][:, :2]
        self.start = (start / start[:, 0].std() * 1e-4).astype(numpy.float32)
        with open(folder / "p.bin", "wb") as file:
            numpy.array([points, self.p.nnz], numpy.int64).tofile(file)
            for part, kind in ((self.p.indptr, numpy.int64), (self.p.indices, numpy.int32), (self.p.data, numpy.float32)):
                part.astype(kind).tofile(file)
            self.start.tofile(file)


def facespace(problem, args):
    out = problem.folder / "map.f32"
    text = subprocess.run([args.bench, str(problem.features), "--columns", str(problem.columns), "--search-iterations", "0",
                           "--map", str(out)], check=True, capture_output=True, text=True).stdout
    wall, processor = re.search(r"optimise_s ([\d.]+) cpu ([\d.]+)", text).groups()
    return float(wall), float(processor), numpy.fromfile(out, numpy.float32).reshape(-1, 2)


def timed(run):
    wall, processor = time.perf_counter(), processor_seconds()
    y = run()
    return time.perf_counter() - wall, processor_seconds() - processor, y


def scikit_learn(problem, args):
    from sklearn.manifold import TSNE

    tsne = TSNE(n_jobs=THREADS, random_state=1)
    tsne.learning_rate_ = max(problem.p.shape[0] / 12 / 4, 50)
    return timed(lambda: tsne._tsne(problem.p, 1, problem.p.shape[0], problem.start.copy(), neighbors=None))


def open_tsne(problem, args):
    sys.path.insert(0, args.opentsne)
    import openTSNE

    def run():
        affinities = openTSNE.affinity.PrecomputedAffinities(problem.p.astype(float), normalize=False)
        map = openTSNE.TSNEEmbedding(problem.start.astype(float), affinities, negative_gradient_method="fft",
                                     learning_rate="auto", n_jobs=THREADS, random_state=1)
        map.optimize(250, exaggeration=12, momentum=0.5, inplace=True)
        map.optimize(750, momentum=0.8, inplace=True)
        return numpy.asarray(map)

    return timed(run)


def fit_sne(problem, args):
    sys.path.insert(0, args.fitsne)
    import fast_tsne

    # It reads P from, and writes its data to, the working folder, and looks for its program in bin/.
    os.makedirs(os.path.join(args.fitsne, "bin"), exist_ok=True)
    if not os.path.exists(os.path.join(args.fitsne, "bin", "fast_tsne")):
        shutil.copy(os.path.join(args.fitsne, "fast_tsne"), os.path.join(args.fitsne, "bin", "fast_tsne"))
    here = os.getcwd()
    os.chdir(problem.folder)
    problem.p.indptr.astype(numpy.uint32).tofile("P_row.dat")
    problem.p.indices.astype(numpy.uint32).tofile("P_col.dat")
    problem.p.data.astype(numpy.float64).tofile("P_val.dat")
    try:
        return timed(lambda: fast_tsne.fast_tsne(
            numpy.zeros(problem.start.shape), perplexity=30, max_iter=1000, initialization=problem.start.astype(float),
            load_affinities="load", nthreads=THREADS, seed=1))
    finally:
        os.chdir(here)


def onedal(problem, args):
    out = problem.folder / "onedal.f32"
    before = processor_seconds()
    text = subprocess.run([args.onedal, str(problem.folder / "p.bin"), str(out), "0.25", str(problem.p.shape[0] / 12), "1000"],
                          check=True, capture_output=True, text=True).stdout
    return (float(re.search(r"optimise_s ([\d.]+)", text)[1]), processor_seconds() - before,
            numpy.fromfile(out, numpy.float32).reshape(-1, 2))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--points", type=int, default=24000)
    parser.add_argument("--columns", type=int, default=512)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--opentsne", type=os.path.abspath)
    parser.add_argument("--fitsne", type=os.path.abspath)
    parser.add_argument("--onedal", type=os.path.abspath)
    parser.add_argument("--skip", nargs="*", default=[])
    parser.add_argument("-o", "--output")
    args = parser.parse_args()
    tools = {"FaceSpace": facespace, "scikit-learn": scikit_learn}
    for name, run, wanted in (("openTSNE, FFT", open_tsne, args.opentsne), ("FIt-SNE", fit_sne, args.fitsne),
                              ("oneDAL, theta 0.25", onedal, args.onedal)):
        if wanted:
            tools[name] = run
    tools = {name: run for name, run in tools.items() if not any(s in name.lower() for s in args.skip)}
    with tempfile.TemporaryDirectory() as folder:
        problem = Problem(args.points, args.columns, pathlib.Path(folder))
        runs, quality = {name: [] for name in tools}, {}
        for _ in range(args.rounds):
            for name, run in tools.items():
                wall, processor, y = run(problem, args)
                runs[name].append((wall, processor))
                if name not in quality:
                    quality[name] = problem.judge.measures(y)
                print(f"{name}: {wall:.1f} s, processor {processor:.1f} s", flush=True)
    best = {name: min(times) for name, times in runs.items()}
    own = next(iter(best.values()))
    lines = [f"{args.points:,} × {args.columns}, {THREADS} cores, load {os.getloadavg()[0]:.1f}", "",
             "| tool | s | processor s | times FaceSpace's | " + " | ".join(compare.MEASURES) + " |",
             "|---" * (len(compare.MEASURES) + 4) + "|"]
    for name, (wall, processor) in best.items():
        cells = compare.quality_cells(quality[name])
        lines.append(f"| {name} | {wall:.2f} | {processor:.2f} | {wall / own[0]:.1f} | {cells} |")
    text = "\n".join(lines) + "\n"
    print(text)
    if args.output:
        pathlib.Path(args.output).write_text(text)


if __name__ == "__main__":
    main()
