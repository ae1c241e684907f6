"""Aligned crops of a rendered set, as the program cuts them: similarity from five landmarks, bilinear.

    crops.py SET_FOLDER -o CROPS.npz [--margin 4]

The crops are `margin` pixels larger on each side than the network's input, so that training can shift them.
"""
import argparse
import csv
import os
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np

SIDE = 64
# Where image-left eye, image-right eye, nose tip and the mouth corners go in a 64 x 64 input. Profiles and foreheads need
# room, so the eyes are 20 pixels apart.
TEMPLATE = np.array([[22.0, 27.0], [42.0, 27.0], [32.0, 38.5], [23.7, 49.0], [40.3, 49.0]])


def similarity(source, target):
    """Least-squares similarity without mirror that takes source to target, 2 x 3 (Umeyama 1991)."""
    s = source[:, 0] + 1j * source[:, 1]
    t = target[:, 0] + 1j * target[:, 1]
    a = (np.conj(s - s.mean()) * (t - t.mean())).sum() / (abs(s - s.mean()) ** 2).sum()
    b = t.mean() - a * s.mean()
    return np.array([[a.real, -a.imag, b.real], [a.imag, a.real, b.imag]])


def crop(folder, row, margin):
    image = cv2.imread(os.path.join(folder, row["path"]), cv2.IMREAD_COLOR)[:, :, ::-1]
    landmarks = np.array([[float(row[f"lm_x{i}"]), float(row[f"lm_y{i}"])] for i in range(1, 6)])
    side = SIDE + 2 * margin
    return cv2.warpAffine(image, similarity(landmarks, TEMPLATE + margin), (side, side), flags=cv2.INTER_LINEAR)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--margin", type=int, default=4)
    words = parser.parse_args()
    cv2.setNumThreads(1)
    with open(os.path.join(words.folder, "manifest.csv"), newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        crops = np.stack(list(pool.map(lambda row: crop(words.folder, row, words.margin), rows)))
    names, labels = np.unique([row["identity"] for row in rows], return_inverse=True)
    np.savez(words.output, crops=crops, labels=labels.astype(np.int64), margin=words.margin, identities=names,
             yaw=np.array([float(row["yaw"]) for row in rows]),
             still=np.array([row["media"] == "still" for row in rows]),
             blur=np.array([float(row["blur"]) + float(row["motion_blur"]) for row in rows]),
             occluded=np.array([float(row["occluded"]) for row in rows]))
    print(f"{len(rows)} crops of {len(names)} identities")


if __name__ == "__main__":
    main()
