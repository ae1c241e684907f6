#!/usr/bin/env python3
"""Extraction from a container against extraction from files: containers.py FACESPACE_CLI NETWORK.json IMAGES [RUNS]

IMAGES is a folder of people. The same images are written as RecordIO, and both projects extracted in turns, each time from
a copy without features; the ratio is taken run by run, so that it stands when the machine's speed drifts.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile


def extracted(cli, network, project, at):
    shutil.copy(project, at)
    run = subprocess.run([cli, "extract", at, "--network", network, "--trust", "--no-gpu", "--align", "centre", "--json"],
                         check=True, capture_output=True, text=True)
    facts = json.loads(run.stdout)
    facts = facts[0] if isinstance(facts, list) else facts
    os.remove(at)
    return facts["extracted"] / facts["seconds"]


def main():
    cli, network, images = (os.path.abspath(path) for path in sys.argv[1:4])
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    with tempfile.TemporaryDirectory() as folder:
        files, records = os.path.join(folder, "files.facespace"), os.path.join(folder, "records.facespace")
        rec = os.path.join(folder, "set", "train.rec")
        os.mkdir(os.path.dirname(rec))
        for command in (["import", images, "-o", files], ["export", files, "--rec", rec], ["import", rec, "-o", records]):
            subprocess.run([cli, *command], check=True)
        ratios = []
        for i in range(runs + 1):
            a, b = (extracted(cli, network, p, os.path.join(folder, "run.facespace")) for p in (files, records))
            print(f"{a:.1f} images/s from files, {b:.1f} from the container: {b / a:.3f}{' (not counted)' if i == 0 else ''}",
                  flush=True)
            if i > 0:
                ratios.append(b / a)
        print(f"median {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    main()
