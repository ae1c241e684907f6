#!/usr/bin/env python3
"""Writes FOLDER/manifest.csv and FOLDER/features.npy: 24,000 images of 500 identities with planted 512-d features.

Identity, yaw, pitch and medium are linear in the features, a fifth of the identities are coded by view, and the length
falls with occlusion and blur. The image files are empty: the analyses beyond the pixel measures never read them.
"""
import csv
import os
import sys

import numpy as np

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
rng = np.random.default_rng(1)
identities, each, dims = 500, 48, 512
person = np.repeat(np.arange(identities), each)
n = len(person)
yaw, pitch = np.clip(rng.normal(0, 40, n), -90, 90), rng.normal(0, 15, n)
video, occlusion, blur = rng.random(n) < 0.8, rng.random(n), rng.random(n)
x = 2 * rng.normal(size=(identities, dims))[person] + 1.5 * rng.normal(size=(n, dims))
x[:, 0] += yaw / 20
x[:, 1] += pitch / 8
x[:, 2] += np.where(video, 1.5, -1.5)
x[:, 10:60] += 1.5 * ((person % 5 == 0) & (np.abs(yaw) > 45))[:, None]
x *= ((30 - 15 * occlusion - 3 * blur) / np.linalg.norm(x, axis=1))[:, None]
np.save(os.path.join(folder, "features.npy"), x.astype(np.float32))
with open(os.path.join(folder, "manifest.csv"), "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["path", "identity", "yaw", "pitch", "media", "occlusion", "blur"])
    for i in range(n):
        os.makedirs(os.path.join(folder, str(person[i])), exist_ok=True)
        open(os.path.join(folder, f"{person[i]}/{i}.jpg"), "w").close()
        rows.writerow([f"{person[i]}/{i}.jpg", f"p{person[i]:03}", f"{yaw[i]:.2f}", f"{pitch[i]:.2f}",
                       "video" if video[i] else "still", f"{occlusion[i]:.4f}", f"{blur[i]:.4f}"])
