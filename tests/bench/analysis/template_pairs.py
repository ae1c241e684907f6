#!/usr/bin/env python3
"""How long verification of a list of template pairs takes: template_pairs.py FACESPACE_CLI FOLDER

Makes features as large as IJB-C's (469,375 images × 512, 23,124 templates, 15.7 million labelled pairs) in FOLDER, unless
they are there, and times `facespace-cli verify`: list read, templates pooled, pairs compared, tables written.
"""
import os
import subprocess
import sys
import time

import numpy as np

IMAGES, TEMPLATES, PAIRS, DIMENSION, SUBJECTS, MEDIA = 469_375, 23_124, 15_658_489, 512, 3_531, 150_000
SAME_SHARE = 0.00125


def make(cli):
    rng = np.random.default_rng(1)
    subject = rng.integers(0, SUBJECTS, TEMPLATES)
    template = np.sort(np.concatenate([np.arange(TEMPLATES), rng.integers(0, TEMPLATES, IMAGES - TEMPLATES)]))
    media, score = rng.integers(0, MEDIA, IMAGES), rng.random(IMAGES)
    with open("m.csv", "w", encoding="ascii") as f:
        f.write("path,identity,TEMPLATE_ID,MEDIA_ID,DETECTOR_SCORE\n")
        f.writelines(f"{i + 1}.jpg,s{subject[t]},{t + 1},{m},{s:.4f}\n"
                     for i, (t, m, s) in enumerate(zip(template, media, score)))
    centre = rng.standard_normal((SUBJECTS, DIMENSION), dtype=np.float32)
    features = np.lib.format.open_memmap("x.npy", "w+", np.float32, (IMAGES, DIMENSION))
    for first in range(0, IMAGES, 50_000):
        part = slice(first, min(IMAGES, first + 50_000))
        noise = rng.standard_normal((part.stop - part.start, DIMENSION), dtype=np.float32)
        features[part] = centre[subject[template[part]]] + 2 * noise
    features.flush()
    a, b, same = rng.integers(0, TEMPLATES, PAIRS), rng.integers(0, TEMPLATES, PAIRS), rng.random(PAIRS) < SAME_SHARE
    order = np.argsort(subject, kind="stable")
    start = np.searchsorted(subject[order], np.arange(SUBJECTS + 1))
    of = subject[a[same]]
    b[same] = order[start[of] + (rng.random(len(of)) * (start[of + 1] - start[of])).astype(int)]
    keep = a != b
    np.savetxt("pairs.txt", np.stack([a + 1, b + 1, subject[a] == subject[b]], 1)[keep], fmt="%d")
    subprocess.run([cli, "import", ".", "--manifest", "m.csv", "--no-images", "-o", "p.facespace"], check=True)
    subprocess.run([cli, "import-features", "p.facespace", "x.npy", "--name", "x"], check=True)


def main():
    cli = os.path.abspath(sys.argv[1])
    os.makedirs(sys.argv[2], exist_ok=True)
    os.chdir(sys.argv[2])
    if not os.path.exists("p.facespace"):
        make(cli)
    start, before = time.monotonic(), os.times()
    subprocess.run([cli, "verify", "p.facespace", "--protocol", "pairs.txt", "--templates", "TEMPLATE_ID",
                    "--template-media", "MEDIA_ID", "--template-weights", "DETECTOR_SCORE", "-o", "v"], check=True)
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{time.monotonic() - start:.1f} s, {processor:.1f} s of processor time")


if __name__ == "__main__":
    main()
