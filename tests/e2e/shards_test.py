"""Several machines on one project, as processes: python3 shards_test.py PATH/TO/facespace-cli

What shards give when merged is bit for bit what one machine gives, whatever was killed on the way.
"""
import csv
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

CLI = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "facespace-cli"
NETWORKS = os.path.join(os.path.dirname(os.path.dirname(CLI)), "share", "facespace", "networks")
SYNTH = ["--identities", 9, "--images", 90, "--size", 64]


def cli(*words, ok=0):
    run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=300)
    if run.returncode != ok:
        raise AssertionError(f"{words}: exit {run.returncode}, not {ok}\n{run.stdout}\n{run.stderr}")
    return run


def digest(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def tree(folder):
    return {os.path.relpath(os.path.join(where, name), folder): digest(os.path.join(where, name))
            for where, _, files in os.walk(folder) for name in files}


def rows(project, query):
    db = sqlite3.connect(f"file:{project}?mode=ro", uri=True, timeout=30)
    try:
        return db.execute(query).fetchall()
    finally:
        db.close()


class Shards(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.dir = cls.temporary.name
        cls.set, cls.one = os.path.join(cls.dir, "set"), os.path.join(cls.dir, "one.facespace")
        cli("synth", "-o", cls.set, *SYNTH)
        # One image that cannot be read.
        with open(os.path.join(cls.set, "manifest.csv"), encoding="utf-8") as f:
            torn = f.readlines()[40].split(",")[0]
        with open(os.path.join(cls.set, torn), "wb") as f:
            f.write(b"not an image")
        cls.network = os.path.join(NETWORKS, "rendered-a.json")
        cls.import_to(cls.one)
        cli("extract", cls.one, "--network", cls.network)
        cli("measure", cls.one)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def import_to(cls, project):
        cli("import", cls.set, "--manifest", os.path.join(cls.set, "manifest.csv"), "-o", project)

    def whole(self):
        folder = tempfile.mkdtemp(dir=self.dir)
        self.addCleanup(shutil.rmtree, folder)
        project = os.path.join(folder, "many.facespace")
        self.import_to(project)
        return project

    def shard(self, project, number, count):
        return f"{project[:-len('.facespace')]}.shard-{number}-of-{count}.facespace"

    def same(self, a, b):
        """Tables of features, metadata and qualities, and all that a project keeps of images."""
        out = []
        for project in (a, b):
            folder = tempfile.mkdtemp(dir=self.dir)
            self.addCleanup(shutil.rmtree, folder)
            cli("export", project, "--table", os.path.join(folder, "t.csv"), "--features", os.path.join(folder, "f.npy"), "--skipped",
                os.path.join(folder, "s.csv"))
            out.append(tree(folder))
        self.assertEqual(*out)
        for query in ("SELECT * FROM image ORDER BY id", "SELECT * FROM metadata ORDER BY 1, 2", "SELECT * FROM detected_face ORDER BY 1",
                      "SELECT name, sha256, dimension, normalised, descriptor_file, descriptor_json, settings_json FROM network",
                      "SELECT image_id, vector FROM feature ORDER BY 1", "SELECT * FROM skipped ORDER BY image_id",
                      "SELECT * FROM measure ORDER BY id", "SELECT * FROM measured ORDER BY image_id"):
            self.assertEqual(rows(a, query), rows(b, query), query)

    def test_merged_shards_are_what_one_machine_makes(self):
        many = self.whole()
        before = digest(many)
        for number in (4, 2, 1, 3):
            cli("extract", many, "--network", self.network, "--shard", f"{number}/4")
            cli("measure", many, "--shard", f"{number}/4")
        self.assertEqual(digest(many), before, "the project is only read")
        parts = [self.shard(many, n, 4) for n in (3, 1, 4, 2)]
        for number, size in zip((1, 2, 3, 4), (22, 23, 22, 23)):
            self.assertEqual(len(rows(self.shard(many, number, 4), "SELECT id FROM image")), size)
        run = cli("merge", many, *parts)
        self.assertIn("rendered-a: 89 merged, 0 there before, 1 images skipped", run.stdout)
        self.assertIn("image quality: 89 merged, 0 there before, 1 images skipped", run.stdout)
        self.same(self.one, many)
        merged = digest(many)
        facts = json.loads(cli("merge", many, *reversed(parts), "--json").stdout)
        self.assertEqual([p["merged"] for p in facts["parts"]], [0, 0])
        self.assertEqual(digest(many), merged, "merging again changes nothing")
        script = cli("commands", many).stdout
        for step in ("extract", "quality"):
            self.assertEqual(len(re.findall(f"facespace-cli {step}", script)), 1, script)
        # A shard is a project: it can be looked into.
        self.assertIn("22", cli("info", parts[1]).stdout)

    def test_what_is_missing_is_named(self):
        many = self.whole()
        for number in (1, 4):
            cli("extract", many, "--network", self.network, "--shard", f"{number}/5", "-o", os.path.join(self.dir, f"part{number}"))
        parts = [os.path.join(self.dir, f"part{number}") for number in (1, 4)]
        run = cli("merge", many, *parts, ok=1)
        self.assertIn("Shards 2, 3, 5 of 5 are missing or not finished", run.stderr)
        run = cli("merge", many, *parts, "--partial")
        self.assertIn("missing or not finished: 2, 3, 5", run.stderr)
        self.assertEqual(len(rows(many, "SELECT id FROM feature")), 36)
        # Ordinary extraction does the rest.
        cli("extract", many, "--network", self.network)
        cli("measure", many)
        self.same(self.one, many)

    def test_mixtures_are_refused(self):
        many = self.whole()
        cli("extract", many, "--network", self.network, "--shard", "1/2")
        cli("extract", many, "--network", os.path.join(NETWORKS, "rendered-b.json"), "--shard", "2/2")
        run = cli("merge", many, self.shard(many, 1, 2), self.shard(many, 2, 2), ok=1)
        self.assertRegex(run.stderr, "(?m)^error: .*hold features of different networks\\.$")
        self.assertEqual(rows(many, "SELECT * FROM network"), [])
        run = cli("extract", many, "--network", self.network, "--shard", "1/2", "--batch", 8, ok=1)
        self.assertIn("--batch 16", run.stderr)
        for wrong in ("0/2", "3/2", "2", "x"):
            self.assertIn("is no shard", cli("extract", many, "--network", self.network, "--shard", wrong, ok=2).stderr)
        cli("extract", many, "--network", self.network, "-o", "x.facespace", ok=2)
        self.assertIn("at most 90", cli("measure", many, "--shard", "1/91", ok=1).stderr)

    def test_a_killed_shard_and_a_killed_merge_go_on(self):
        many = self.whole()
        words = [CLI, "extract", many, "--network", self.network, "--shard", "2/2", "--batch", "1"]
        cli(*words[1:-3], "1/2", "--batch", 1)
        for delay in (0.05, 0.3, 0.6, 1.0):
            run = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
            try:
                run.communicate(timeout=delay)
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                run.communicate()
        cli(*words[1:])
        merge = [CLI, "merge", many, self.shard(many, 1, 2), self.shard(many, 2, 2)]
        for delay in (0.01, 0.03, 0.05, 0.08):
            run = subprocess.Popen(merge, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            time.sleep(delay)
            run.kill()
            run.communicate()
        cli(*merge[1:])
        one = os.path.join(self.dir, "batches of one.facespace")
        self.import_to(one)
        cli("extract", one, "--network", self.network, "--batch", 1)
        self.same(one, many)
        os.remove(one)

    def test_synth_and_probe_shard_alike(self):
        folder, project = os.path.join(self.dir, "sharded"), self.one
        for number in (2, 3, 1):
            cli("synth", "-o", folder, *SYNTH, "--shard", f"{number}/3")
        self.assertFalse(os.path.exists(os.path.join(folder, "manifest.csv")))
        self.assertIn("90 were there already", cli("synth", "-o", folder, *SYNTH).stdout)
        whole = os.path.join(self.dir, "unsharded")
        cli("synth", "-o", whole, *SYNTH)
        self.assertEqual(tree(folder), tree(whole))

        path = rows(project, "SELECT path FROM image LIMIT 1")[0][0]
        words = ["probe", project, "--image", path, "--sweep", "blur=0:8:5", "--sweep", "exposure=0:-4:3", "--no-gpu"]
        cli(*words, "-o", os.path.join(self.dir, "probe"))
        for number in (3, 1, 2):
            cli(*words, "--shard", f"{number}/3", "-o", os.path.join(self.dir, f"probe-{number}"))
        for table in ("probe.csv", "probe_neighbours.csv"):
            with open(os.path.join(self.dir, "probe", table), encoding="utf-8") as f:
                lines = f.readlines()
            joined = lines[:1]
            for number in (1, 2, 3):
                with open(os.path.join(self.dir, f"probe-{number}", table), encoding="utf-8") as f:
                    joined += f.readlines()[1:]
            self.assertEqual(joined, lines)
        with open(os.path.join(self.dir, "probe", "probe.csv"), newline="", encoding="utf-8") as f:
            self.assertEqual([r["step"] for r in csv.DictReader(f)], [str(i) for i in range(9)])


if __name__ == "__main__":
    unittest.main()
