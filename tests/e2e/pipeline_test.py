"""The command line in a pipeline: python3 pipeline_test.py PATH/TO/facespace-cli

Standard input and output in place of files, results, progress and errors as JSON, options from a file, and exit codes.
"""
import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import numpy as np

CLI = sys.argv.pop(1)
MANUAL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "resources", "manual", "scripting.md")


def cli(*words, ok=0, text=None, env=None, raw=False):
    run = subprocess.run([CLI, *map(str, words)], input=text, capture_output=True, text=not raw, timeout=120, check=False,
                         env={**os.environ, **(env or {})})
    if run.returncode != ok:
        raise AssertionError(f"{words}: exit {run.returncode}, not {ok}\n{run.stdout}\n{run.stderr}")
    return run


class Pipelines(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.dir = cls.temporary.name
        cls.project = os.path.join(cls.dir, "p.facespace")
        rng = np.random.default_rng(5)
        cls.manifest = "path,identity,yaw\n" + "".join(f"{i}.jpg,p{i % 8},{rng.uniform(-60, 60):.2f}\n" for i in range(120))
        cls.npy = os.path.join(cls.dir, "x.npy")
        np.save(cls.npy, (rng.normal(size=(120, 8)) + rng.normal(size=(8, 8))[np.arange(120) % 8]).astype(np.float32))
        cls.said = {}
        cls.said["import"] = cli("import", cls.dir, "--manifest", "-", "--no-images", "-o", cls.project, "--json", text=cls.manifest)
        cls.said["import-features"] = cli("import-features", cls.project, cls.npy, "--name", "net", "--json")
        cls.said["map"] = cli("map", cls.project, "--method", "pca", "--json")

    def test_results_are_json_with_the_fields_of_the_manual(self):
        figure = os.path.join(self.dir, "f.svg")
        self.said["figure"] = cli("--json", "figure", self.project, "-o", figure)
        self.said["tag"] = cli("tag", self.project, "--name", "t", "--filter", "yaw > 0", "--json")
        self.said["select"] = cli("select", self.project, "--name", "s", "--filter", "yaw > 0", "--json")
        self.said["import-columns"] = cli("import-columns", self.project, "-", "--json", text="row,score\n3,7\n")
        self.said["export"] = cli("export", self.project, "--table", os.path.join(self.dir, "t.csv"), "--json")
        self.said["info"] = cli("info", self.project, "--json")
        with open(MANUAL, encoding="utf-8") as file:
            rows = re.findall(r"^\| `([a-z-]+)`(?:, `([a-z-]+)`)? \| (.*) \|$", file.read(), re.M)
        fields = {name: text for one, other, text in rows for name in (one, other) if name}
        for command, run in self.said.items():
            said = json.loads(run.stdout)
            self.assertTrue(said, command)
            for name in said:
                self.assertIn(f"`{name}`", fields[command], command)
        self.assertEqual(json.loads(self.said["import"].stdout)["images"], 120)
        self.assertEqual(json.loads(self.said["map"].stdout)["dims"], 2)
        tables = json.loads(cli("--json", "verify", self.project).stdout)
        self.assertEqual(tables, json.loads(cli("verify", self.project, "--json").stdout))
        self.assertEqual(set(tables["verification"]), {"title", "columns", "rows"})
        self.assertEqual(len(json.loads(cli("trust", self.project, "--json").stdout)), 1)

    def test_files_may_be_standard_output(self):
        table = cli("export", self.project, "--table", "-").stdout
        self.assertEqual([row["path"] for row in csv.DictReader(io.StringIO(table))], [f"{i}.jpg" for i in range(120)])
        features = cli("export", self.project, "--features", "-", raw=True).stdout
        with open(self.npy, "rb") as file:
            np.testing.assert_array_equal(np.load(io.BytesIO(features)), np.load(file))
        for kind, head in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
            made = os.path.join(self.dir, "same." + kind)
            cli("figure", self.project, "-o", made)
            with open(made, "rb") as file:
                self.assertEqual(cli("figure", self.project, "-o", "-", "--format", kind, raw=True).stdout, file.read())
            with open(made, "rb") as file:
                self.assertTrue(file.read(8).startswith(head))
        self.assertIn("--format", cli("figure", self.project, "-o", "-", ok=1).stderr)
        self.assertEqual(len(cli("trust", self.project, "--csv", "-").stdout.splitlines()[0].split(",")) > 3, True)
        self.assertFalse(os.path.exists("-"))

    def test_progress_notes_and_errors_as_json(self):
        run = cli("map", self.project, "--method", "tsne", "--iterations", 50, "--progress", "json")
        lines = [json.loads(line) for line in run.stderr.splitlines()]
        stages = [line for line in lines if "stage" in line]
        self.assertTrue(stages)
        self.assertTrue(all(line["done"] <= line["total"] or line["total"] == 0 for line in stages))
        run = cli("--progress", "json", "info", os.path.join(self.dir, "none.facespace"), ok=1)
        (error,) = [json.loads(line) for line in run.stderr.splitlines()]
        self.assertEqual(set(error), {"error", "code"})
        self.assertIn(error["code"], ("io", "not found"))
        run = cli("verify", self.project, "--filter", "yaw <", "--progress", "json", ok=1)
        self.assertEqual(json.loads(run.stderr.splitlines()[-1])["code"], "invalid")

    def test_quiet_leaves_errors_alone(self):
        self.assertTrue(cli("map", self.project, "--method", "tsne", "--iterations", 30).stderr)
        self.assertEqual(cli("map", self.project, "--method", "tsne", "--iterations", 30, "--quiet").stderr, "")
        self.assertEqual(cli("--quiet", "verify", self.project).stderr, "")
        self.assertTrue(cli("--quiet", "info", os.path.join(self.dir, "none"), ok=1).stderr.startswith("error: "))

    def test_options_from_a_file(self):
        options = os.path.join(self.dir, "options.toml")
        with open(options, "w", encoding="utf-8") as file:
            file.write("quiet = true\n[map]\nmethod = \"tsne\"\niterations = 40\nname = \"by file\"\n")
        run = cli("--config", options, "map", self.project, "--json")
        said = json.loads(run.stdout)
        self.assertEqual((said["map"], said["parameters"]["iterations"], run.stderr), ("by file", 40, ""))
        # What is said in words takes precedence, and the environment may name the file.
        run = cli("map", self.project, "--iterations", 45, "--json", env={"FACESPACE_CONFIG": options})
        self.assertEqual(json.loads(run.stdout)["parameters"]["iterations"], 45)
        self.assertEqual(json.loads(cli("--config", options, "info", self.project, "--json").stdout)["images"]["count"], 120)
        with open(options, "w", encoding="utf-8") as file:
            file.write("[map]\nmetod = \"tsne\"\n")
        self.assertIn("metod", cli("--config", options, "map", self.project, ok=2).stderr)
        cli("--config", os.path.join(self.dir, "none.toml"), "info", self.project, ok=2)
        cli("info", self.project, ok=2, env={"FACESPACE_CONFIG": os.path.join(self.dir, "none.toml")})

    def test_exit_codes(self):
        cli("info", ok=2)
        cli("info", self.project, "--nonsense", ok=2)
        cli("tag", self.project, "--name", "t", ok=2)
        cli("tag", self.project, "--name", "t", "--images", "-", ok=1, text="nothing\n1\n")
        run = subprocess.Popen([CLI, "synth", "-o", os.path.join(self.dir, "faces"), "--images", "100000", "--identities", "1000"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(1)
        run.send_signal(signal.SIGINT)
        said = run.communicate(timeout=60)[1]
        self.assertEqual(run.returncode, 130, said)
        self.assertIn("Cancelled.", said)


if __name__ == "__main__":
    unittest.main()
