"""What led to a project, as commands: python3 session_test.py PATH/TO/facespace-cli

Three projects are made, each with another kind of steps; the script that “commands” writes is run by sh in another folder, and
what comes out is held against the first by SHA-256: features, tables, figures.
"""
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import numpy as np

CLI = os.path.abspath(sys.argv.pop(1))
NETWORKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "resources", "networks")


def cli(*words, cwd=None, text=None):
    run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=240, check=False, cwd=cwd, input=text)
    if run.returncode != 0:
        raise AssertionError(f"{words}: exit {run.returncode}\n{run.stdout}\n{run.stderr}")
    return run


class Sessions(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.dir = os.path.join(self.temporary.name, "it's \"mine\" $HOME")
        os.mkdir(self.dir)
        self.project = os.path.join(self.dir, "p.facespace")

    def hashes(self, project, pages=()):
        """SHA-256 of everything that leaves a project."""
        found = {}
        with tempfile.TemporaryDirectory() as folder:
            networks = [n for n in cli("info", project).stdout.splitlines() if n.startswith("network ")]
            for network in (line[len("network "):].split(":")[0] for line in networks):
                cli("export", project, "--features", os.path.join(folder, network + ".npy"), "--network", network)
            cli("export", project, "--table", os.path.join(folder, "t.csv"), "--selections", os.path.join(folder, "s.csv"))
            cli("figure", project, "-o", os.path.join(folder, "map.svg"))
            for page in pages:
                cli("figure", project, "-o", os.path.join(folder, page + ".svg"), "--page", page)
            for name in os.listdir(folder):
                with open(os.path.join(folder, name), "rb") as file:
                    # A figure tells when its map was made.
                    content = re.sub(rb"Map created: [^\n]*", b"", file.read())
                    found[name] = hashlib.sha256(content).hexdigest()
        return found

    def again(self, **places):
        script = cli("commands", self.project)
        elsewhere = os.path.join(self.temporary.name, "elsewhere")
        os.mkdir(elsewhere)
        # “facespace-cli” of the script is the one that is tested.
        os.symlink(CLI, os.path.join(elsewhere, "facespace-cli"))
        file = os.path.join(elsewhere, "again.sh")
        with open(file, "w", encoding="utf-8") as text:
            text.write(script.stdout)
        made = os.path.join(elsewhere, "p.facespace")
        run = subprocess.run(["sh", file, made], capture_output=True, text=True, timeout=240, check=False, cwd=elsewhere,
                             env={**os.environ, "PATH": os.path.dirname(CLI) + ":" + os.environ["PATH"], **places})
        self.assertEqual(run.returncode, 0, script.stdout + run.stderr)
        return made, script

    def test_images_a_network_maps_and_predictions(self):
        faces = os.path.join(self.dir, "faces")
        cli("synth", "-o", faces, "--identities", 6, "--images", 72, "--longest-video", 2)
        cli("import", "--manifest", "faces/manifest.csv", "-o", self.project, cwd=self.dir)
        cli("extract", self.project, "--network", os.path.join(NETWORKS, "rendered-b.json"), "--trust", "--batch", 8)
        cli("map", self.project, "--method", "pca", "--dims", 3, "--name", "first")
        cli("map", self.project, "--iterations", 60, "--seed", 5)
        cli("predict", self.project, "--target", "yaw,pitch", "--seed", 3)
        cli("tag", self.project, "--name", "it's odd", "--filter", "yaw > 20")
        cli("select", self.project, "--name", "left", "--filter", "yaw > 0")
        moved = os.path.join(self.temporary.name, "moved faces")
        expected = self.hashes(self.project, ["agreement"])
        shutil.copytree(faces, moved)
        made, script = self.again(MANIFEST=os.path.join(moved, "manifest.csv"))
        self.assertNotIn("# Not done here", script.stdout)
        self.assertEqual(self.hashes(made, ["agreement"]), expected)

    def labels(self, images=60):
        rng = np.random.default_rng(8)
        with open(os.path.join(self.dir, "m.csv"), "w", encoding="utf-8") as file:
            file.write("path,who,pan\n" + "".join(f"{i}.jpg,p{i % 6},{rng.uniform(-60, 60):.3f}\n" for i in range(images)))
        for name in ("x", "y"):
            np.save(os.path.join(self.dir, name + ".npy"), rng.normal(size=(images, 9)).astype(np.float32))
        cli("import", ".", "--manifest", "m.csv", "--map", "identity=who,yaw=-pan", "--no-images", "-o", self.project, cwd=self.dir)

    def test_labels_features_of_others_columns_and_trust(self):
        self.labels()
        cli("import-features", self.project, "x.npy", "--name", "a, b", cwd=self.dir)
        cli("import-features", self.project, "y.npy", "--name", "c", cwd=self.dir)
        with open(os.path.join(self.dir, "c.csv"), "w", encoding="utf-8") as file:
            file.write("row,score\n" + "".join(f"{i},{i * i % 17}\n" for i in range(60)))
        cli("import-columns", self.project, "c.csv", cwd=self.dir)
        cli("map", self.project, "--network", "c", "--method", "umap", "--iterations", 50, "--neighbours", 7, "--name", "u")
        cli("map", self.project, "--network", "a, b", "--perplexity", "4,9", "--iterations", 40, "--metric", "cosine", "--name", "t")
        cli("trust", self.project, "--map", "t")
        expected = self.hashes(self.project, ["map-trust"])
        made, script = self.again()
        self.assertNotIn("# Not done here", script.stdout)
        self.assertEqual(self.hashes(made, ["map-trust"]), expected)

    def test_what_was_done_again_is_done_once_and_what_no_command_does_is_named(self):
        self.labels()
        cli("import-features", self.project, "x.npy", "--name", "n", cwd=self.dir)
        cli("map", self.project, "--iterations", 30, "--name", "m")
        cli("map", self.project, "--method", "pca", "--name", "m")
        cli("import-columns", self.project, "-", text="row,c\n1,2\n")
        cli("import-columns", self.project, "--remove", "c")
        made, script = self.again()
        self.assertEqual(script.stdout.count("facespace-cli map "), 1)
        self.assertIn("# Not done here: Columns came from standard input", script.stdout)
        self.assertIn("note: Columns came from standard input", script.stderr)
        self.assertEqual(self.hashes(made), self.hashes(self.project))

    def test_a_log_of_a_stranger_stays_text(self):
        self.labels()
        cli("import-features", self.project, "x.npy", "--name", "n", cwd=self.dir)
        db = sqlite3.connect(self.project)
        victim = os.path.join(self.dir, "victim")
        evil = f"'; touch '{victim}'; '\n$(touch '{victim}')`touch '{victim}'`"
        for kind, parameters in (("import columns", '{"file": %s}'), ("extract", '{"network": "n", "descriptor": %s}'),
                                 ("map", '{"name": 3}'), ("predict", '{"folds": "many"}'), ("trust", '{"map": %s}'),
                                 ("\nrm -rf /\n", "[]"), ("predict", '{"targets": [%s]}')):
            text = parameters.replace("%s", '"' + evil.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"')
            db.execute("INSERT INTO job (kind, parameters_json, started_utc, finished_utc, status, message) "
                       "VALUES (?, ?, '', '', 'done', '')", (kind, text))
        db.commit()
        db.close()
        script = cli("commands", self.project).stdout
        file = os.path.join(self.temporary.name, "again.sh")
        with open(file, "w", encoding="utf-8") as out:
            out.write(script)
        elsewhere = os.path.join(self.temporary.name, "elsewhere")
        os.mkdir(elsewhere)
        stub = os.path.join(elsewhere, "facespace-cli")  # takes any words and does nothing
        with open(stub, "w", encoding="utf-8") as out:
            out.write("#!/bin/sh\nexit 0\n")
        os.chmod(stub, 0o755)
        subprocess.run(["sh", file], check=True, capture_output=True, cwd=elsewhere,
                       env={**os.environ, "PATH": elsewhere + ":" + os.environ["PATH"]})
        self.assertFalse(os.path.exists(victim))
        self.assertEqual(sorted(os.listdir(elsewhere)), ["facespace-cli"])


if __name__ == "__main__":
    unittest.main()
