#!/usr/bin/env python3
"""Peak memory of each command on the demo of 6,000 images, as the table of the manual's page “Measurements”.

    peaks.py BUILD/bin/facespace-cli FOLDER [COMMAND …]

Makes the demo in FOLDER where it is not there yet, works on copies of its project, and prints a line of Markdown for each
command: the most memory that its largest process had resident, in MB (10⁶ bytes), and how long it took. COMMANDs: only these.
"""
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path


def peak(command):
    """(MB, seconds, status) of a command and of what it started and waited for, the largest process alone."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read().decode(errors="replace")
    _, status, use = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        print(said[-400:], file=sys.stderr)
    return use.ru_maxrss * 1024 / 1e6, time.monotonic() - started, process.returncode


def measured(name, command):
    """Prints the line of a command. (name, status)"""
    mb, seconds, status = peak(command)
    print(f"| `{name}` | {mb:.0f} | {seconds:.0f} s |" + (" failed" if status else ""), flush=True)
    return name, status


def commands(folder, networks):
    """Name and words of each command, in an order in which every one finds what it needs."""
    demo, made, out = folder / "demo" / "demo.facespace", folder / "made.facespace", folder / "out"
    first = ["--network", "rendered-a"]
    yield "synth", ["synth", "-o", folder / "set", "--identities", "122", "--images", "6000", "--size", "96"]
    yield "import", ["import", folder / "set", "--manifest", folder / "set" / "manifest.csv", "-o", made]
    yield "extract", ["extract", made, "--network", networks / "rendered-a.json"]
    for method in ("pca", "umap", "tsne"):
        yield f"map --method {method}", ["map", made, "--method", method, *first]
    yield "trust", ["trust", made, "--map", "tsne 2-D rendered-a"]
    yield "info", ["info", demo]
    yield "export --table", ["export", demo, "--table", folder / "table.csv"]
    yield "export --features", ["export", demo, "--features", folder / "features.npz", *first]
    for one in ("predict", "view-dependence", "codes", "nesting", "quality", "discard", "quality-scores", "mixed", "verify",
                "identify", "groups", "suspects"):  # the demo's faces have no ages
        yield one, [one, demo, *first, "-o", out / one]
    yield "overlap", ["overlap", demo, "--against", made, *first, "-o", out / "overlap"]
    for two in ("compare", "spaces"):
        yield two, [two, demo, "-o", out / two]
    yield "figure", ["figure", demo, *first, "-o", folder / "map.png"]
    yield "report", ["report", demo, "-o", folder / "report"]


def main():
    cli, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    wanted = sys.argv[3:]
    networks = cli.parent.parent / "share" / "facespace" / "networks"
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    if not (folder / "demo.made").exists():
        shutil.rmtree(folder / "demo", ignore_errors=True)
        rows.append(measured("demo", [cli, "demo", "-o", folder / "demo"]))
        (folder / "demo.made").touch()
    for name in ("set", "made.facespace", "out", "report"):
        if not wanted:
            path = folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    for name, words in commands(folder, networks):
        if not wanted or name in wanted:
            rows.append(measured(name, [cli, *words]))
    failed = [name for name, status in rows if status != 0]
    if failed:
        sys.exit(f"error: these failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
