#!/usr/bin/python3
"""What every command costs against the number of images: time, processor time and peak memory.

    costs.py BUILD/bin/facespace-cli FOLDER [--sizes 6000,24000,…] [--limit SECONDS] [--columns 64] [COMMAND …]

Plants sets of images without files (labels and features × 64 of two networks, 48 images an identity; a fifth of the
identities' features depend on view, lengths fall with blur and occlusion), runs each command on them, and writes
FOLDER/costs.csv, FOLDER/costs.md (the manual's table, with the exponent of time between the two largest sizes) and
FOLDER/costs.svg. A command that takes longer than the limit is ended and not tried on larger sets. Rows of an earlier run in
FOLDER stay and are not measured again; COMMANDs: only these.
"""
import argparse
import csv
import math
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

EACH = 48  # Images of an identity.
FIELDS = ["command", "images", "seconds", "processor_s", "mb", "outcome"]


def plant(folder, images, columns):
    """Labels and features of two networks that code the same things in different directions."""
    rng = np.random.default_rng(1)
    people = -(-images // EACH)
    person = np.repeat(np.arange(people), EACH)[:images]
    yaw, pitch = np.clip(rng.normal(0, 40, images), -90, 90), rng.normal(0, 15, images)
    video, blur, age = rng.random(images) < 0.8, rng.random(images), rng.integers(20, 60, people)[person] + rng.integers(0, 9, images)
    group = rng.integers(0, 4, people)[person]
    for network in ("a", "b"):
        x = np.empty((images, columns), np.float32)
        centre = 2 * rng.normal(size=(people, columns)).astype(np.float32)
        for begin in range(0, images, 50_000):
            rows = slice(begin, min(begin + 50_000, images))
            x[rows] = centre[person[rows]] + 1.5 * rng.normal(size=(rows.stop - begin, columns))
        x[:, 0] += yaw / 20
        x[:, 1] += pitch / 8
        x[:, 2] += np.where(video, 1.5, -1.5)
        x[:, 10:20] += 1.5 * ((person % 5 == 0) & (np.abs(yaw) > 45))[:, None]
        x *= ((30 - 12 * blur) / np.linalg.norm(x, axis=1))[:, None]
        np.save(folder / f"{network}.npy", x)
    with open(folder / "labels.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["path", "identity", "yaw", "pitch", "media", "video", "blur", "age", "group"])
        for i in range(images):
            rows.writerow([f"{person[i]}/{i}.jpg", f"p{person[i]:05}", f"{yaw[i]:.2f}", f"{pitch[i]:.2f}", "video" if video[i] else "still",
                           f"p{person[i]}v{i % 6}" if video[i] else "", f"{blur[i]:.4f}", age[i], "wxyz"[group[i]]])


def commands(folder):
    """Name and words of each, in an order in which every one finds what it needs."""
    project, out = folder / "p.facespace", folder / "out"
    yield "import", ["import", folder / "labels.csv", "--no-images", "-o", project]
    for network in ("a", "b"):
        yield f"import-features {network}", ["import-features", project, folder / f"{network}.npy", "--name", network]
    yield "info", ["info", project]
    first = ["--network", "a"]
    yield "map --method pca", ["map", project, "--method", "pca", *first]
    yield "predict", ["predict", project, *first]
    for method in ("tsne", "umap"):
        yield f"map --method {method}", ["map", project, "--method", method, *first]
    yield "trust", ["trust", project, "--map", "tsne 2-D a"]
    yield "export --table", ["export", project, "--table", folder / "table.csv"]
    yield "export --features", ["export", project, "--features", folder / "features.npz", *first]
    yield "figure", ["figure", project, *first, "-o", folder / "map.png"]
    for one in ("view-dependence", "quality", "discard", "quality-scores", "mixed", "verify", "identify", "suspects", "codes",
                "nesting", "ageing"):
        yield one, [one, project, *first, "-o", out / one]
    yield "groups", ["groups", project, *first, "--group", "group", "-o", out / "groups"]
    for two in ("compare", "spaces"):
        yield two, [two, project, "-o", out / two]
    yield "report", ["report", project, "-o", folder / "report", "--no-measuring"]


def cost(command, limit):
    """(seconds, processor seconds, MB, outcome) of a command and of what it started and waited for."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    os.set_blocking(process.stderr.fileno(), False)
    said = b""
    while True:
        said += process.stderr.read() or b""
        done, status, use = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        if time.monotonic() - started > limit:
            os.killpg(process.pid, signal.SIGKILL)
        time.sleep(0.02)
    seconds = time.monotonic() - started
    code = os.waitstatus_to_exitcode(status)
    outcome = "" if code == 0 else f"over {limit} s" if code == -signal.SIGKILL and seconds > limit else "failed"
    if outcome == "failed":
        print((said + (process.stderr.read() or b"")).decode(errors="replace")[-300:], file=sys.stderr)
    return seconds, use.ru_utime + use.ru_stime, use.ru_maxrss * 1024 / 1e6, outcome


def exponent(rows):
    """Of time against size between the two largest sizes at which it took more than half a second."""
    known = sorted((int(r["images"]), float(r["seconds"])) for r in rows if not r["outcome"] and float(r["seconds"]) > 0.5)
    if len(known) < 2:
        return ""
    (n, s), (m, t) = known[-2:]
    return f"{math.log(t / s) / math.log(m / n):.1f}"


def table(rows, sizes):
    lines = ["| command | " + " | ".join(f"{n:,}" for n in sizes) + " | exponent |", "|---|" + "---|" * (len(sizes) + 1)]
    for name in dict.fromkeys(r["command"] for r in rows):
        own = [r for r in rows if r["command"] == name]
        cells = []
        for n in sizes:
            found = next((r for r in own if int(r["images"]) == n), None)
            seconds = found and float(found["seconds"])
            cells.append("" if not found else found["outcome"] or f"{seconds:.{1 if seconds < 20 else 0}f} s, {float(found['mb']):,.0f} MB")
        lines.append(f"| `{name}` | " + " | ".join(cells) + f" | {exponent(own)} |")
    return "\n".join(lines) + "\n"


def chart(rows, file):
    import matplotlib
    matplotlib.use("svg")
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(1, 2, figsize=(11, 5.5), sharex=True)
    for name in dict.fromkeys(r["command"] for r in rows):
        own = sorted((int(r["images"]), float(r["seconds"]), float(r["mb"])) for r in rows if r["command"] == name and not r["outcome"])
        for axis, column in zip(axes, (1, 2)):
            axis.loglog([o[0] for o in own], [o[column] for o in own], marker="o", markersize=3, label=name)
    axes[0].set_ylabel("Seconds"), axes[1].set_ylabel("Peak memory (MB)")
    for axis in axes:
        axis.set_xlabel("Images")
    axes[1].legend(fontsize=7, loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    figure.tight_layout()
    figure.savefig(file)


def main():
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("cli", type=Path), parse.add_argument("folder", type=Path), parse.add_argument("only", nargs="*")
    parse.add_argument("--sizes", default="6000,24000,100000,300000,1000000"), parse.add_argument("--limit", type=float, default=900)
    parse.add_argument("--columns", type=int, default=64)
    a = parse.parse_args()
    sizes = [int(n) for n in a.sizes.split(",")]
    a.folder.mkdir(parents=True, exist_ok=True)
    kept = a.folder / "costs.csv"
    rows = list(csv.DictReader(open(kept, encoding="utf-8"))) if kept.exists() else []
    for n in sizes:
        set_ = a.folder / str(n)
        set_.mkdir(exist_ok=True)
        if not (set_ / "labels.csv").exists():
            plant(set_, n, a.columns)
        for name, words in commands(set_):
            there = any(r["command"] == name and int(r["images"]) == n for r in rows)
            if there or (a.only and name not in a.only):
                continue
            if any(r["command"] == name and r["outcome"].startswith("over") and int(r["images"]) < n for r in rows):
                continue
            if name == "import":
                (set_ / "p.facespace").unlink(missing_ok=True)
            seconds, processor, mb, outcome = cost([a.cli.resolve(), *map(str, words)], a.limit)
            print(f"{n:>9,} {name:<22} {seconds:8.1f} s {processor:8.1f} s {mb:8.0f} MB {outcome}", flush=True)
            rows.append(dict(zip(FIELDS, [name, n, f"{seconds:.2f}", f"{processor:.2f}", f"{mb:.1f}", outcome])))
            with open(kept, "w", newline="", encoding="utf-8") as file:
                out = csv.DictWriter(file, FIELDS)
                out.writeheader()
                out.writerows(rows)
        shutil.rmtree(set_ / "out", ignore_errors=True)
    shown = sorted({int(r["images"]) for r in rows})
    (a.folder / "costs.md").write_text(table(rows, shown), encoding="utf-8")
    try:
        chart(rows, a.folder / "costs.svg")
    except ImportError:
        print("no chart: python3-matplotlib is not here", file=sys.stderr)
    sys.exit(any(r["outcome"] == "failed" for r in rows))


if __name__ == "__main__":
    main()
