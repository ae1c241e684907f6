#!/usr/bin/python3
"""Kills programs at random moments and looks whether anything is lost:

    kill_test.py FACESPACE_CLI [--kills 20] [--seed 1] [--window GUI_WINDOW_TEST]

Every command that writes is killed (SIGKILL, with its network host) again and again on one project, the window while it is
driven by its own tests (tags, notes, selections, views, a map that moves), and the set that is being rendered. After each kill
SQLite finds the project whole, what was there before is there still, and nothing half written has a name. At the end every
command is run to its end: tables, features, maps, figures and exported images are bit for bit those of a set that nobody
disturbed. A long form: --kills 200.
"""
import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

IDENTITIES, IMAGES = 12, 144


class Lost(Exception):
    pass


def run(words, kill_after=None, env=None):
    """The exit code, None if it was killed, and what it said."""
    program = subprocess.Popen(list(map(str, words)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               start_new_session=True, env=env)
    try:
        out, err = program.communicate(timeout=kill_after if kill_after is not None else 600)
        return program.returncode, out, err
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        out, err = program.communicate()
        if kill_after is None:
            raise Lost(f"{words} does not come to an end: {err}")
        return None, out, err


def is_done(code, err):
    """Done, or killed after it was done: an import is not made twice."""
    return code == 0 or (code == 1 and re.search(r"exists already|already; choose another name", err))


def require_whole_import(project):
    """Imported features are all there or none: half of them would pass for the whole."""
    db = sqlite3.connect(f"file:{project}?mode=rw", uri=True, timeout=30)
    rows = db.execute("SELECT count(*) FROM feature JOIN network n ON n.id = network_id WHERE n.name = 'other'").fetchone()[0]
    db.close()
    if rows not in (0, IMAGES):
        raise Lost(f"{rows} of {IMAGES} imported features")


def must(words, env=None):
    code, out, err = run(words, env=env)
    if not is_done(code, err):
        raise Lost(f"{' '.join(map(str, words))}: exit {code}\n{out}\n{err}")
    return out


def tree(folder):
    """Every file's bytes, by its name."""
    found = {}
    for where, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(where, name)
            with open(path, "rb") as f:
                found[os.path.relpath(path, folder)] = hashlib.sha256(f.read()).hexdigest()
    return found


def counts(project):
    """Rows of each table that only grow; SQLite must find the file whole."""
    db = sqlite3.connect(f"file:{project}?mode=rw", uri=True, timeout=30)
    try:
        word = db.execute("PRAGMA integrity_check").fetchone()[0]
        if word != "ok":
            raise Lost(f"{project}: {word}")
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise Lost(f"{project}: rows refer to what is not there")
        tables = ("image", "feature", "detected_face", "map", "prediction", "tag", "selection")
        rows = {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}
        rows["note"] = db.execute("SELECT count(*) FROM setting WHERE key GLOB 'note/*'").fetchone()[0]
        return rows
    finally:
        db.close()


class Place:
    """A folder with a set, a project and what was written of it; the steps that make them, in order."""

    def __init__(self, cli, folder, networks):
        self.cli, self.folder = cli, folder
        self.set, self.project = os.path.join(folder, "set"), os.path.join(folder, "p.facespace")
        self.features = os.path.join(folder, "imported.npy")
        network = os.path.join(networks, "rendered-a.json")
        self.steps = [
            ("synth", [cli, "synth", "-o", self.set, "--identities", IDENTITIES, "--images", IMAGES, "--size", 64]),
            ("import", [cli, "import", self.set, "--manifest", os.path.join(self.set, "manifest.csv"), "-o", self.project]),
            ("extract", [cli, "extract", self.project, "--network", network, "--batch", 4]),
            ("import-features", [cli, "import-features", self.project, self.features, "--name", "other"]),
            ("pca", [cli, "map", self.project, "--network", "rendered-a", "--method", "pca"]),
            ("tsne", [cli, "map", self.project, "--network", "rendered-a", "--method", "tsne", "--iterations", 300]),
            ("trust", [cli, "trust", self.project, "--all"]),
            ("predict", [cli, "predict", self.project, "--network", "rendered-a"]),
            ("quality", [cli, "quality", self.project, "--network", "rendered-a", "-o", self.out("quality")]),
            ("report", [cli, "report", self.project, "--network", "rendered-a", "--permutations", 19, "--repeats", 2, "--bootstrap", 50,
                        "--resamples", 50, "--feature-repeats", 1, "-o", self.out("report")]),
            ("figure", [cli, "figure", self.project, "--map", "tsne 2-D rendered-a", "-o", self.out("map.svg")]),
            ("table", [cli, "export", self.project, "--network", "rendered-a", "--table", self.out("t.csv"), "--features",
                       self.out("f.npy")]),
            ("images", [cli, "export", self.project, "--images", self.out("images")]),
        ]

    def out(self, name):
        return os.path.join(self.folder, "out", name)

    def prepare(self):
        os.makedirs(os.path.join(self.folder, "out"), exist_ok=True)
        # A NumPy file of zeros but for one value in each row.
        rows, dimension = IMAGES, 16
        header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {dimension}), }}"
        header += " " * (63 - (10 + len(header)) % 64) + "\n"
        import struct
        with open(self.features, "wb") as f:
            f.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode())
            for row in range(rows):
                values = [0.0] * dimension
                values[row % dimension] = 1.0 + row
                f.write(struct.pack(f"<{dimension}f", *values))

    def result(self):
        """All that must not depend on kills. The report and the map's figure say when each step was done."""
        when = ("report/report.html", "map.svg")
        files = {name: digest for name, digest in tree(os.path.join(self.folder, "out")).items() if name not in when}
        files.update({"set/" + name: digest for name, digest in tree(self.set).items()})
        return files


def nothing_half_written(folder):
    """A file that has its name is whole: CSV ends with a line's end, NumPy files have their length, pictures can be read."""
    for where, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(where, name)
            size = os.path.getsize(path)
            if name.startswith("."):
                continue  # temporary
            if size == 0 or (name.endswith(".csv") and open(path, "rb").read()[-1:] != b"\n"):
                raise Lost(f"{path} has its name and is not whole ({size} bytes)")


def attack_commands(place, undisturbed, kills, dice):
    killed = 0
    for name, words in place.steps:
        before = counts(place.project) if os.path.exists(place.project) else {}
        start = time.monotonic()
        must(undisturbed[name])
        takes = time.monotonic() - start
        for _ in range(max(1, round(kills / len(place.steps)))):
            code, _, err = run(words, kill_after=dice.uniform(0.005, max(0.02, takes)))
            killed += code is None
            if code is not None and not is_done(code, err):
                raise Lost(f"{name} after a kill: exit {code}: {err}")
            nothing_half_written(os.path.join(place.folder, "out"))
            if not os.path.exists(place.project):
                continue
            after = counts(place.project)
            require_whole_import(place.project)
            for table, rows in before.items():
                if after[table] < rows:
                    raise Lost(f"{name}: {rows - after[table]} of {rows} rows of “{table}” are gone")
            before = after
        must(words)
        print(f"{name:16} {takes:6.2f} s, {killed} killed so far", flush=True)
    return killed


def attack_window(test, folder, kills, dice):
    """The window's own tests drive it; their project is looked at after the kill."""
    filters = ["TriageStory.*", "ViewsStory.*", "SelectionStory.*", "MapRunTest.*"]
    killed = projects = 0
    for _ in range(kills):
        place = tempfile.mkdtemp(dir=folder)
        env = {**os.environ, "TMPDIR": place, "XDG_CONFIG_HOME": place, "LIBGL_ALWAYS_SOFTWARE": "1"}
        code, _, _ = run(["xvfb-run", "-a", test, "--gtest_filter=" + dice.choice(filters)], dice.uniform(1.5, 8), env)
        killed += code is None
        for where, _, files in os.walk(place):
            for name in files:
                if name.endswith(".facespace") and not name.startswith("."):
                    counts(os.path.join(where, name))
                    projects += 1
        shutil.rmtree(place, ignore_errors=True)
    print(f"window           {killed} killed, {projects} projects looked at", flush=True)
    return killed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--window")
    words = parser.parse_args()
    cli = os.path.abspath(words.cli)
    networks = os.path.join(os.path.dirname(os.path.dirname(cli)), "share", "facespace", "networks")
    dice = random.Random(words.seed)
    with tempfile.TemporaryDirectory() as folder:
        quiet, place = Place(cli, os.path.join(folder, "quiet"), networks), Place(cli, os.path.join(folder, "killed"), networks)
        for each in (quiet, place):
            each.prepare()
        killed = attack_commands(place, dict(quiet.steps), words.kills, dice)
        hidden = [os.path.join(where, name) for where, _, files in os.walk(place.folder) for name in files
                  if name.startswith(".facespace-")]
        if hidden:
            raise Lost(f"left behind: {hidden[:10]}")
        expected, found = quiet.result(), place.result()
        # The one thing that a table may say of it: where the project lies.
        differing = sorted(k for k in expected.keys() | found.keys() if expected.get(k) != found.get(k))
        if differing:
            raise Lost(f"not as in the set that nobody disturbed: {differing[:10]}")
        if words.window:
            killed += attack_window(os.path.abspath(words.window), folder, max(1, words.kills // 4), dice)
    print(json.dumps({"kills": killed, "lost": 0}))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Lost as problem:
        print(f"LOST: {problem}", file=sys.stderr)
        sys.exit(1)
