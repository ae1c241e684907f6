"""What a network's features of a rendered set tell: verification, and whether distance from the origin follows quality.

    facespace-cli synth -o SET --seed 1 --identities 500 --images 24000
    facespace-cli import SET -o SET.facespace
    facespace-cli extract SET.facespace --network ../rendered-a.json
    facespace-cli export SET.facespace --network rendered-a --features X.npy --table T.csv
    evaluate.py SET/manifest.csv X.npy

All pairs, cosine. Good images: |yaw| < 30 degrees, less than 2 % occluded, blur and motion together under one pixel. Spearman's
rho of the distance with each known degradation, 95 % intervals by resampling identities.
"""
import csv
import sys

import numpy as np
from scipy.stats import rankdata

FAR = [1e-2, 1e-3, 1e-4]


def scores(x, labels):
    """Genuine scores sorted, and impostor scores as a fine histogram, row block by row block."""
    unit = (x / np.linalg.norm(x, axis=1, keepdims=True)).astype(np.float32)
    edges = np.linspace(-1, 1, 200001)
    impostor, genuine = np.zeros(len(edges) - 1, np.int64), []
    for start in range(0, len(x), 512):
        rows = np.arange(start, min(start + 512, len(x)))
        s = unit[rows] @ unit.T
        later = np.arange(len(x))[None, :] > rows[:, None]
        same = labels[rows][:, None] == labels[None, :]
        genuine.append(s[later & same])
        impostor += np.histogram(np.clip(s[later & ~same], -1, 1), edges)[0]
    return np.sort(np.concatenate(genuine)), impostor, edges


def verification(name, x, labels):
    genuine, impostor, edges = scores(x, labels)
    below = np.concatenate([[0], np.cumsum(impostor)])
    auc = np.interp(genuine, edges, below).mean() / below[-1]
    rates = []
    for far in FAR:
        threshold = np.interp((1 - far) * below[-1], below, edges)
        rates.append((genuine > threshold).mean())
    cells = " | ".join(f"{r:.3f}" for r in rates)
    print(f"| {name} | {len(x):,} | {len(genuine):,} | {auc:.4f} | {cells} |")


def spearman(a, b):
    return np.corrcoef(rankdata(a), rankdata(b))[0, 1]


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    x = np.load(sys.argv[2])
    labels = np.unique([r["identity"] for r in rows], return_inverse=True)[1]
    number = {k: np.array([float(r[k]) for r in rows])
              for k in ("yaw", "pitch", "blur", "motion_blur", "occluded", "inter_eye_px", "noise", "contrast", "jpeg_quality")}
    still = np.array([r["media"] == "still" for r in rows])
    good = (abs(number["yaw"]) < 30) & (number["occluded"] < 0.02) & (number["blur"] + number["motion_blur"] < 1)
    print("| pairs | images | genuine pairs | AUC | TAR at FAR 1e-2 | 1e-3 | 1e-4 |\n|---|---|---|---|---|---|---|")
    verification("all", x, labels)
    verification("still and still", x[still], labels[still])
    verification("good and good", x[good], labels[good])
    distance = np.linalg.norm(x, axis=1)
    print(f"\nDistance from the origin: minimum {distance.min():.1f}, median {np.median(distance):.1f}, maximum {distance.max():.1f}\n")
    measures = {"abs(yaw)": abs(number["yaw"]), "abs(pitch)": abs(number["pitch"]), "blur": number["blur"],
                "motion_blur": number["motion_blur"], "occluded": number["occluded"], "inter_eye_px": number["inter_eye_px"],
                "noise": number["noise"], "contrast": number["contrast"], "jpeg_quality": number["jpeg_quality"]}
    random = np.random.default_rng(1)
    members = [np.flatnonzero(labels == i) for i in range(labels.max() + 1)]
    samples = [np.concatenate([members[i] for i in random.integers(0, len(members), len(members))]) for _ in range(200)]
    print("| measure | Spearman's rho with the distance | 95 % interval |\n|---|---|---|")
    for name, values in measures.items():
        low, high = np.quantile([spearman(distance[s], values[s]) for s in samples], [0.025, 0.975])
        print(f"| {name} | {spearman(distance, values):+.2f} | {low:+.2f} … {high:+.2f} |")


if __name__ == "__main__":
    main()
