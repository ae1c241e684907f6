"""The command line as a user calls it: python3 cli_test.py PATH/TO/facespace-cli

Images and features are made here; nothing else is needed but NumPy. Checks results, exit codes (0 done, 1 failed,
2 wrong usage), that results go to stdout and progress to stderr, and one clear sentence for each bad input.
"""
import csv
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser

import numpy as np

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "facespace-cli"
IDENTITIES, PER_IDENTITY, DIMENSION = 12, 15, 24


def cli(*words, ok=0, env=None):
    run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=120, env=env)
    if run.returncode != ok:
        raise AssertionError(f"{words}: exit {run.returncode}, not {ok}\n{run.stdout}\n{run.stderr}")
    return run


def contents(path):
    with open(path, "rb") as f:
        return f.read()


def write_ppm(path, rng):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(b"P6 24 24 255\n" + rng.integers(0, 256, 24 * 24 * 3, dtype=np.uint8).tobytes())


class CommandLine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.dir = cls.temporary.name
        rng = np.random.default_rng(7)
        cls.paths, cls.rows = [], []
        for i in range(IDENTITIES):
            for k in range(PER_IDENTITY):
                path = f"person {i:02d}/bild ä{k}.ppm"
                write_ppm(os.path.join(cls.dir, "set", path), rng)
                cls.paths.append(path)
                cls.rows.append([path, f"person {i:02d}", f"{rng.uniform(-60, 60):.3f}", f"{rng.uniform(-30, 30):.3f}", "studio, \"A\""])
        cls.manifest = os.path.join(cls.dir, "set", "labels.csv")
        with open(cls.manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path", "identity", "pan", "tilt", "place"], *cls.rows])
        # Features that hold identity, yaw and pitch: truth for the predictions.
        centres = rng.normal(size=(IDENTITIES, DIMENSION))
        cls.features = 0.3 * np.repeat(centres, PER_IDENTITY, axis=0) + 0.05 * rng.normal(size=(len(cls.rows), DIMENSION))
        direction = rng.normal(size=(2, DIMENSION))
        cls.yaw = -np.array([float(r[2]) for r in cls.rows])
        cls.pitch = np.array([float(r[3]) for r in cls.rows])
        cls.features += np.outer(cls.yaw / 30, direction[0]) + np.outer(cls.pitch / 30, direction[1])
        cls.features = cls.features.astype(np.float32)
        cls.npy = os.path.join(cls.dir, "f.npy")
        np.save(cls.npy, cls.features)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def file(self, name):
        return os.path.join(self.dir, f"{self.id().split('.')[-1]}_{name}")

    def imported(self):
        project = self.file("p.facespace")
        cli("import", os.path.join(self.dir, "set"), "--manifest", self.manifest, "--map", "yaw=-pan,pitch=tilt", "-o", project)
        return project

    def with_features(self):
        project = self.imported()
        cli("import-features", project, self.npy, "--name", "net")
        return project

    def refused(self, *words, says, code=1, env=None):
        run = cli(*words, ok=code, env=env)
        self.assertEqual(run.stdout, "")
        self.assertTrue(run.stderr.strip())
        if code == 1:
            last = run.stderr.strip().splitlines()[-1]
            self.assertTrue(last.startswith("error: "), last)
            self.assertNotIn("\n", last)
        self.assertIn(says.lower(), run.stderr.lower())
        return run

    def test_images_that_moved(self):
        project, old, new = self.file("p.facespace"), self.file("old"), self.file("new")
        shutil.copytree(os.path.join(self.dir, "set"), old)
        cli("import", old, "--manifest", os.path.join(old, "labels.csv"), "-o", project)
        os.rename(old, new)
        os.remove(os.path.join(new, self.paths[3]))
        os.makedirs(old)
        self.refused("relocate", project, old, says="None of the 180 images is in")
        self.refused("relocate", project, os.path.join(new, "nowhere"), says="There is no folder")
        self.assertEqual(json.loads(cli("info", project, "--json").stdout)["images"]["folder"], old)
        said = json.loads(cli("relocate", project, new, "--json").stdout)
        self.assertEqual(said, {"folder": os.path.realpath(new), "found": 179, "images": 180})
        self.assertEqual(json.loads(cli("info", project, "--json").stdout)["images"]["folder"], os.path.realpath(new))
        self.refused("relocate", self.bare(), new, says="labels without images")

    def bare(self):
        project = self.file("bare.facespace")
        cli("import", "--manifest", self.manifest, "--no-images", "-o", project)
        return project

    def test_features_to_table(self):
        project = self.with_features()
        for method in ("pca", "tsne"):
            cli("map", project, "--method", method, "--iterations", 100)
        cli("map", project, "--method", "tsne", "--dims", 3, "--iterations", 50)
        cli("predict", project)
        table = self.file("t.csv")
        cli("export", project, "--table", table, "--features", self.file("back.npy"))
        with open(table, newline="", encoding="utf-8") as f:
            rows = list(csv.DictReader(f))
        self.assertEqual([r["path"] for r in rows], self.paths)
        self.assertEqual(rows[0]["place"], 'studio, "A"')
        np.testing.assert_array_equal(np.load(self.file("back.npy")), self.features)
        distance = np.array([float(r["distance[net]"]) for r in rows])
        np.testing.assert_allclose(distance, np.linalg.norm(self.features.astype(float), axis=1), rtol=1e-6)
        for column, truth in (("predicted_yaw[net]", self.yaw), ("predicted_pitch[net]", self.pitch)):
            predicted = np.array([float(r[column]) for r in rows])
            self.assertGreater(np.corrcoef(predicted, truth)[0, 1], 0.95, column)
        maps = [c for c in rows[0] if c.startswith("map_")]
        self.assertEqual(len(maps), 2 + 2 + 3)
        for column in maps:
            self.assertTrue(np.isfinite([float(r[column]) for r in rows]).all())

    def test_filter(self):
        project = self.with_features()
        table, features = self.file("t.csv"), self.file("f.npy")
        run = cli("export", project, "--table", table, "--features", features, "--filter",
                  'abs(yaw) > 20 and distance < p70 and identity in ("person 02", "person 03", "person 04", "person 05", "person 06")')
        distance = np.linalg.norm(self.features.astype(float), axis=1)
        expected = [i for i in range(len(self.rows))
                    if abs(self.yaw[i]) > 20 and distance[i] < np.percentile(distance, 70) and 2 <= i // PER_IDENTITY <= 6]
        self.assertGreater(len(expected), 2)
        with open(table, newline="", encoding="utf-8") as f:
            self.assertEqual([r["path"] for r in csv.DictReader(f)], [self.paths[i] for i in expected])
        np.testing.assert_array_equal(np.load(features), self.features[expected])
        self.assertIn(f"{len(expected)} rows", run.stdout)
        self.refused("export", project, "--table", table, "--filter", "yav > 30", says="There is no column “yav”. Did you mean “yaw”?")

    def test_images_and_decisions(self):
        project, folder = self.with_features(), self.file("out")
        run = cli("export", project, "--images", folder, "--filter", 'identity == "person 03" and abs(yaw) > 20')
        expected = [p for p, r, y in zip(self.paths, self.rows, self.yaw) if r[1] == "person 03" and abs(y) > 20]
        self.assertEqual(sorted(os.listdir(os.path.join(folder, "person 03"))), sorted(os.path.basename(p) for p in expected))
        self.assertIn(f"{len(expected)} images", run.stdout)
        for path in expected:
            name = os.path.join(folder, "person 03", os.path.basename(path))
            self.assertEqual(contents(name), contents(os.path.join(self.dir, "set", path)))
        self.refused("export", project, "--images", os.path.join(self.dir, "set", "new"), says="never written to")
        decisions = self.file("d.csv")
        cli("export", project, "--decisions", decisions)
        self.assertRegex(contents(decisions), rb"\Apath,identity,decision,tags,note,.*distance.*\r\n\Z")

    def test_pca_agrees_with_numpy(self):
        project = self.with_features()
        cli("map", project, "--method", "pca")
        table = self.file("t.csv")
        cli("export", project, "--table", table)
        with open(table, newline="", encoding="utf-8") as f:
            rows = list(csv.DictReader(f))
        keys = sorted(c for c in rows[0] if c.startswith("map_"))
        ours = np.array([[float(r[k]) for k in keys] for r in rows])
        x = self.features.astype(float)
        u, s, _ = np.linalg.svd(x - x.mean(0), full_matrices=False)
        for d in range(2):
            self.assertGreater(abs(np.corrcoef(ours[:, d], u[:, d])[0, 1]), 0.999999)
            self.assertAlmostEqual(np.std(ours[:, d]) / np.std(u[:, d] * s[d]), 1, places=4)

    def test_threads_and_seed(self):
        maps = {}
        for threads, seed in ((1, 3), (2, 3), (2, 4)):
            project = self.file(f"{threads}{seed}.facespace")
            cli("import", os.path.join(self.dir, "set"), "--manifest", self.manifest, "-o", project)
            cli("import-features", project, self.npy, "--name", "net")
            cli("--threads", threads, "map", project, "--seed", seed, "--iterations", 60)
            table = self.file(f"{threads}{seed}.csv")
            cli("export", project, "--table", table)
            with open(table, newline="", encoding="utf-8") as f:
                maps[threads, seed] = [[v for k, v in r.items() if k.startswith("map_")] for r in csv.DictReader(f)]
        self.assertEqual(maps[1, 3], maps[2, 3])

    def table(self, folder, name):
        """A table's rows as dictionaries, after checking that its JSON says the same."""
        with open(os.path.join(folder, name + ".csv"), newline="", encoding="utf-8") as f:
            rows = list(csv.DictReader(f))
        with open(os.path.join(folder, name + ".json"), encoding="utf-8") as f:
            twin = json.load(f)
        self.assertEqual(len(rows), len(twin["rows"]))
        for row, other in zip(rows, twin["rows"]):
            for column, value in zip(twin["columns"], other):
                if value is None:
                    self.assertEqual(row[column], "")
                elif isinstance(value, str):
                    self.assertEqual(row[column], value)
                else:
                    self.assertEqual(float(row[column]), value)
        return rows

    def test_experiment_1_of_both_networks_in_one_table(self):
        project = self.with_features()
        cli("import-features", project, self.npy, "--name", "other")
        out = self.file("out")
        run = cli("predict", project, "--target", "yaw,pitch_centred,media", "-o", out, "--repeats", 3, "--bootstrap", 50, "--permutations", 19)
        rows = self.table(out, "prediction")
        self.assertEqual([(r["network"], r["target"]) for r in rows],
                         [(n, t) for n in ("net", "other") for t in ("yaw", "pitch_centred", "media")])
        self.assertGreater(float(rows[0]["r2"]), 0.9)
        self.assertLessEqual(float(rows[0]["permutation_p"]), 0.05)
        self.assertEqual(sum(int(r["images"]) for r in self.table(out, "prediction_confusion")), 2 * int(rows[1]["images"]))
        self.assertIn("media", rows[2]["note"])
        self.assertIn("import", rows[2]["note"])
        self.assertTrue(self.table(out, "prediction_features"))
        self.assertIn("R²", run.stdout)

    def test_view_dependence(self):
        project, out = self.with_features(), self.file("out")
        cli("view-dependence", project, "--frontal", 30, "--profile", 35, "--minimum", 3, "--permutations", 99, "-o", out)
        test = self.table(out, "view_test")[0]
        identities = self.table(out, "view_identities")
        self.assertEqual(int(test["identities"]), len(identities))
        # Welch's t of one cell by its formula.
        t = self.table(out, "view_t")
        who = identities[0]["identity"]
        of = np.array([p.startswith(who) for p in self.paths])
        yaw, x = np.abs(self.yaw), self.features[:, 3].astype(float)
        a, b = x[of & (yaw <= 30)], x[of & (yaw >= 35)]
        expected = (a.mean() - b.mean()) / np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
        self.assertAlmostEqual(float(t[0]["3"]) / expected, 1, places=9)
        self.refused("view-dependence", project, "--profile", 89, says="profile")

    def test_quality(self):
        project, out = self.with_features(), self.file("out")
        run = cli("quality", project, "-o", out, "--bootstrap", 50, "--leave-out", 50)
        relations = {r["measure"]: r for r in self.table(out, "quality_relations")}
        self.assertIn("measured_contrast", relations)
        distance = np.linalg.norm(self.features.astype(float), axis=1)
        ranks = lambda v: np.argsort(np.argsort(v))
        self.assertAlmostEqual(float(relations["abs_yaw"]["spearman"]),
                               np.corrcoef(ranks(distance), ranks(np.abs(self.yaw)))[0, 1], places=4)
        self.assertTrue(self.table(out, "edc_areas"))
        self.assertIn(f"measured {len(self.paths)} images", run.stdout)
        again = cli("quality", project, "--json", "--measures", "abs_yaw", "--no-discard")
        self.assertEqual(len(json.loads(again.stdout)["quality_relations"]["rows"]), 1)
        self.assertNotRegex(again.stdout, r"measured \d")
        self.refused("quality", project, "--measures", "beauty", says="beauty")

    def test_verify(self):
        project, out = self.with_features(), self.file("out")
        cli("verify", project, "-o", out, "--worst", 5)
        unit = self.features / np.linalg.norm(self.features, axis=1, keepdims=True)
        who = np.array([r[1] for r in self.rows])
        i, j = np.triu_indices(len(who), 1)
        score, same = (unit.astype(float) @ unit.T.astype(float))[i, j], who[i] == who[j]
        genuine, impostor = np.sort(score[same]), np.sort(score[~same])
        auc = np.searchsorted(impostor, genuine).sum() / (len(genuine) * len(impostor))
        row = self.table(out, "verification")[0]
        self.assertEqual((int(row["genuine_pairs"]), int(row["impostor_pairs"])), (len(genuine), len(impostor)))
        self.assertAlmostEqual(float(row["auc"]), auc, places=5)
        worst = self.table(out, "verification_worst")
        self.assertEqual(len(worst), 10)
        self.assertAlmostEqual(float(worst[0]["score"]), genuine[0], places=5)
        self.refused("verify", project, "--protocol", self.file("none.txt"), says="none.txt")

    def test_networks_run_only_where_they_are_allowed(self):
        """Without the folder of what comes with FaceSpace its networks are those of a stranger."""
        networks = os.path.join(os.path.dirname(CLI), "../share/facespace/networks")
        if not os.path.exists(os.path.join(networks, "rendered-a.pt")):
            self.skipTest("the networks that come with FaceSpace are not here")
        network, listed = os.path.join(networks, "rendered-a.json"), self.file("conf/list.json")
        with open(os.path.join(networks, "rendered-a.pt"), "rb") as f:
            sha256 = hashlib.sha256(f.read()).hexdigest()
        env = os.environ | {"FACESPACE_RESOURCES": self.file("empty"), "FACESPACE_TRUSTED_NETWORKS": listed}
        faces, project, figure = self.file("faces"), self.file("q.facespace"), self.file("probe.svg")
        cli("synth", "-o", faces, "--identities", 2, "--images", 8, "--size", 96)
        cli("import", faces, "-o", project)
        run = self.refused("extract", project, "--network", network, "--no-gpu", says="--trust", env=env)
        self.assertIn(sha256, run.stderr)
        self.assertEqual(json.loads(cli("info", project, "--json").stdout)["networks"], [])
        # The features are another user's; looking at them, exporting and probing them here runs nothing.
        cli("extract", project, "--network", network, "--no-gpu")
        cli("map", project, "--method", "pca", env=env)
        cli("info", project, env=env)
        cli("export", project, "--table", self.file("t.csv"), "--features", self.file("f.npy"), env=env)
        cli("report", project, "-o", self.file("report"), env=env)
        with open(self.file("t.csv"), newline="", encoding="utf-8") as f:
            path = next(csv.DictReader(f))["path"]
        self.refused("probe", project, "--image", path, "--no-gpu", says=sha256, env=env)
        self.refused("figure", project, "--page", "probe", "--image", path, "-o", figure, "--no-gpu", says=sha256, env=env)
        self.assertFalse(os.path.exists(listed))
        # A yes is remembered.
        cli("probe", project, "--image", path, "--no-gpu", "--trust", env=env)
        self.assertEqual(os.stat(listed).st_mode & 0o777, 0o600)
        self.assertIn(sha256, contents(listed).decode())
        cli("figure", project, "--page", "probe", "--image", path, "-o", figure, "--no-gpu", env=env)
        # A path of the project that is no full path is not looked for where the command runs.
        with sqlite3.connect(project) as db:
            db.execute("UPDATE network SET descriptor_file = 'rendered-a.json'")
        db.close()
        self.refused("probe", project, "--image", path, "--no-gpu", says="no full path")

    def test_what_is_in_a_network(self):
        """Its layers, one of them as the feature; and numbers that cannot be right."""
        networks = os.path.join(os.path.dirname(CLI), "../share/facespace/networks")
        if not os.path.exists(os.path.join(networks, "rendered-a.pt")):
            self.skipTest("the networks that come with FaceSpace are not here")
        with open(os.path.join(networks, "rendered-a.json"), encoding="utf-8") as f:
            descriptor = json.load(f)
        shutil.copy(os.path.join(networks, "rendered-a.pt"), self.file("rendered-a.pt"))
        descriptor["file"] = os.path.basename(self.file("rendered-a.pt"))

        def written(name, change):
            changed = json.loads(json.dumps(descriptor))
            change(changed)
            with open(self.file(name), "w", encoding="utf-8") as out:
                json.dump(changed, out)
            return self.file(name)

        self.assertIn("512 features", cli("network", written("a.json", lambda d: None)).stdout)
        layers = [line.split(maxsplit=2) for line in
                  cli("network", self.file("a.json"), "--layers", "--no-gpu").stdout.splitlines()]
        self.assertGreater(len(layers), 10)
        name, shape = next((l[0], l[2]) for l in layers if l[2].count("×") == 3)
        size = np.prod([int(n) for n in shape.split("×")])
        faces, project = self.file("faces"), self.file("q.facespace")
        cli("synth", "-o", faces, "--identities", 2, "--images", 3, "--size", 96)
        cli("import", faces, "-o", project)
        inner = written("inner.json", lambda d: d["output"].update(inner_layer=name, dim=int(size)))
        cli("extract", project, "--network", inner, "--no-gpu", "--name", "inner")
        run = cli("extract", project, "--network", self.file("a.json"), "--layers", name, layers[-2][0], "--no-gpu",
                  "--name", "all")
        self.assertEqual(run.stdout.count("3 features extracted"), 2, run.stdout)
        run = cli("info", project)
        self.assertIn(f"all {name}", run.stdout)
        self.refused("extract", project, "--network", self.file("a.json"), "--layers", "attic", "--no-gpu",
                     says="has no layer “attic”")
        cli("extract", project, "--network", written("b.json", lambda d: d["output"].update(flip="mean")), "--no-gpu",
            "--name", "both")
        run = cli("extract", project, "--network", self.file("a.json"), "--no-gpu", "--name", "again")
        self.assertNotIn("are the same for every image", run.stderr)
        run = cli("extract", project, "--network", self.file("a.json"), "--no-gpu", "--name", "once more")
        self.assertIn("“once more” and “again” are the same for every image", run.stderr)
        unit = written("unit.json", lambda d: d["input"].update(mean=[0.5] * 3, std=[0.5] * 3))
        self.refused("extract", project, "--network", unit, "--no-gpu", says="127.5, 127.5, 127.5")

    def test_weights_without_descriptor(self):
        """A descriptor is guessed, kept, and held against faces; what is there stays."""
        weights = os.path.join(os.path.dirname(CLI), "../share/facespace/networks/rendered-a.pt")
        if not os.path.exists(weights):
            self.skipTest("the networks that come with FaceSpace are not here")
        mine, project = self.file("mine.pt"), self.file("q.facespace")
        shutil.copy(weights, mine)
        said = cli("network", mine, "--no-gpu", "--dry-run").stdout
        self.assertIn("512 features", said)
        self.assertIn("guessed: ", said)
        self.assertFalse(os.path.exists(self.file("mine.json")))
        cli("synth", "-o", self.file("faces"), "--identities", 5, "--images", 20, "--size", 96)
        cli("import", self.file("faces"), "-o", project)
        tried = cli("network", mine, "--no-gpu", "--dry-run", "--try", project).stdout.splitlines()
        aucs = [float(line.split()[1]) for line in tried if line.startswith("  AUC ")]
        self.assertGreaterEqual(len(aucs), 8)
        self.assertEqual(aucs, sorted(aucs, reverse=True))
        self.assertGreater(aucs[0], .8)
        self.assertEqual(sum("(as it stands)" in line for line in tried), 1)
        run = cli("extract", project, "--network", mine, "--no-gpu")
        self.assertIn("mine.json", run.stderr)
        with open(self.file("mine.json"), encoding="utf-8") as f:
            made = json.load(f)
        self.assertTrue(made["guessed"])
        self.assertEqual(made["output"]["dim"], 512)
        self.refused("network", mine, "--no-gpu", says="is there already")
        cli("extract", project, "--network", mine, "--no-gpu", "--name", "with its descriptor")
        os.makedirs(self.file("pack"))
        self.refused("network", self.file("pack"), says="No ONNX file")

    def test_probe(self):
        network = os.path.join(os.path.dirname(CLI), "../share/facespace/networks/rendered-a.json")
        if not os.path.exists(os.path.splitext(network)[0] + ".pt"):
            self.skipTest("the networks that come with FaceSpace are not here")
        faces, project, out = self.file("faces"), self.file("q.facespace"), self.file("out")
        cli("synth", "-o", faces, "--identities", 6, "--images", 48, "--size", 96)
        cli("import", faces, "-o", project)
        cli("extract", project, "--network", network, "--no-gpu")
        cli("map", project, "--method", "pca")
        cli("export", project, "--table", self.file("t.csv"), "--features", self.file("f.npy"))
        with open(self.file("t.csv"), newline="", encoding="utf-8") as f:
            paths = [r["path"] for r in csv.DictReader(f)]
        before = contents(project)
        run = cli("probe", project, "--image", paths[7], "--sweep", "blur=0:8:5", "--sweep", "exposure=0:-4:3", "-o", out,
                  "--crops", "--no-gpu")
        self.assertIn("blur 8 px", run.stdout)
        rows = self.table(out, "probe")
        self.assertEqual(len(rows), 9)
        self.assertEqual([float(r["blur"]) for r in rows], [0, 0, 2, 4, 6, 8, 0, 0, 0])
        stored = np.load(self.file("f.npy"))[7].astype(float)
        self.assertAlmostEqual(float(rows[0]["distance"]), np.linalg.norm(stored), places=3)
        # The undegraded image gives the stored feature and its own place again; a blurred one leaves both.
        self.assertGreater(float(rows[1]["cosine_to_stored"]), 0.9999)
        for axis in ("map_x", "map_y"):
            self.assertAlmostEqual(float(rows[1][axis]), float(rows[0][axis]), places=2)
        cosines = [float(r["cosine_to_stored"]) for r in rows]
        self.assertLess(cosines[5], cosines[3])
        self.assertLess(cosines[3], 0.99)
        self.assertTrue(all(r["predicted_yaw"] for r in rows))
        self.assertTrue(all(1 <= int(r["rank_of_own_identity"]) <= 47 for r in rows))
        self.assertEqual(len(self.table(out, "probe_neighbours")), 9 * 10)
        self.assertEqual(contents(os.path.join(out, "probe_008.png"))[:4], b"\x89PNG")
        self.assertEqual(contents(project), before)  # nothing is written
        one = json.loads(cli("probe", project, "--image", os.path.join(faces, paths[7]), "--occlusion", 0.4, "--side", "top",
                             "--json", "--no-pose", "--no-gpu").stdout)["probe"]
        row = dict(zip(one["columns"], one["rows"][1]))
        self.assertEqual((row["occlusion"], row["side"], row["predicted_yaw"]), (0.4, "top", None))
        # The same as a figure: faces, and what becomes of them.
        for ending in ("pdf", "svg"):
            figure = self.file("probe." + ending)
            cli("figure", project, "--page", "probe", "--image", paths[7], "--sweep", "blur=0:8:5", "--no-gpu", "-o", figure)
        svg = contents(figure).decode()
        self.assertEqual(svg.count("<image"), 5)
        for words in (">Rank of the own identity</text>", ">Blur (px)</text>", "Network: rendered-a", "Image: " + paths[7]):
            self.assertIn(words, svg)
        cli("figure", project, "--page", "probe", "--image", paths[7], "--sweep", "scale=1:0.1:4", "--occlusion", 0.3, "--privacy",
            "--width", "two-columns", "--no-gpu", "-o", figure)
        svg = contents(figure).decode()
        self.assertIn("Occlusion (%) is 30 throughout.", svg)
        self.assertIn("Image: image 8", svg)
        self.assertNotIn(paths[7], svg)
        self.refused("figure", project, "--page", "probe", "-o", figure, says="--image")
        self.refused("figure", project, "--page", "probe", "--image", "nobody.jpg", "-o", figure, says="nobody.jpg")
        self.refused("figure", project, "--page", "probe", "--image", paths[7], "--sweep", "fog=0:1:2", "-o", figure, says="fog")
        self.refused("probe", project, "--image", "nobody.jpg", says="nobody.jpg")
        self.refused("probe", project, "--image", paths[0], "--sweep", "fog=0:1:2", says="fog")
        self.refused("probe", project, "--image", paths[0], "--crops", says="-o")
        self.refused("probe", project, "--image", paths[0], "--blur", 99, says="blur", code=2)
        self.refused("probe", project, says="--image", code=2)
        os.remove(os.path.join(faces, paths[0]))
        self.refused("probe", project, "--image", paths[0], "--no-gpu", says=os.path.basename(paths[0]))
        # Features that came without their network cannot be probed.
        self.refused("probe", self.with_features(), "--image", self.paths[0], says="without their network")

    def test_suspects(self):
        manifest, rows = self.file("m.csv"), [list(r) for r in self.rows]
        rows[3][1], rows[40][1] = rows[40][1], rows[3][1]
        with open(manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path", "identity", "pan", "tilt", "place"], *rows])
        centres = np.repeat(np.eye(IDENTITIES, DIMENSION), PER_IDENTITY, axis=0)
        npy = self.file("f.npy")
        np.save(npy, (centres + 0.1 * np.random.default_rng(1).normal(size=centres.shape)).astype(np.float32))
        project, out = self.file("p.facespace"), self.file("out")
        cli("import", os.path.join(self.dir, "set"), "--manifest", manifest, "-o", project)
        cli("import-features", project, npy, "--name", "net")
        cli("suspects", project, "-o", out)
        found = self.table(out, "suspects")
        self.assertEqual({r["path"] for r in found}, {self.paths[3], self.paths[40]})
        of = {r[0]: r[1] for r in rows}
        for r in found:
            self.assertEqual((of[r["identity_example"]], of[r["nearest_example"]]), (r["identity"], r["nearest"]))
        figure = self.file("suspects.svg")
        cli("figure", project, "--page", "suspects", "--suspects", "2", "-o", figure)
        self.assertIn(b"Nearer to", contents(figure))
        self.assertIn(found[0]["identity"].encode(), contents(figure))
        cli("figure", project, "--page", "suspects", "--privacy", "-o", figure)
        self.assertNotIn(found[0]["identity"].encode(), contents(figure))

    def drawn(self, project, page, *words):
        figure = self.file(page + ".svg")
        cli("figure", project, "--page", page, *words, "-o", figure)
        return contents(figure)

    def test_identify(self):
        """All against all, and people of whom half are enrolled; its figure and its part of the report, with those of groups and codes."""
        project, out, report = self.lacking("p", {"half": [str(i % 2) for i in range(len(self.rows))]}), self.file("out"), self.file("report")
        self.assertIn("comes first in", cli("identify", project, "-o", out, "--leave-out", 12).stdout)
        cmc = [float(r["found"]) for r in self.table(out, "identify_cmc")]
        self.assertEqual(cmc, sorted(cmc))
        self.assertEqual(cmc[-1], 1)
        cli("identify", project, "-o", out, "--gallery", 'half == 0', "--probes", 'half == 1', "--leave-out", 12)
        gallery = self.table(out, "identify")[0]
        self.assertEqual((gallery["entries"], gallery["mated_searches"]), ("90", "90"))
        self.refused("identify", project, "--gallery", self.file("none.csv"), says="none.csv")
        self.assertIn(b"Rank", self.drawn(project, "cmc"))
        cli("report", project, "--no-faces", "--repeats", 1, "--bootstrap", 10, "--permutations", 9, "--leave-out", 12, "--pairs", 1000, "-o", report)
        page = contents(os.path.join(report, "report.html")).decode()
        for title in ("Identification", "Single units and populations"):
            self.assertIn(f">{title}<", page)
        self.assertIn("Left out: Errors by group", page, "numbers label no groups")

    def test_groups(self):
        """People of one site lie together, so that they are taken for each other."""
        people = [int(r[1].split()[-1]) for r in self.rows]
        features = self.features.copy()
        features[[p % 2 == 1 for p in people]] += 1.5
        project, out = self.lacking("p", {"site": ["south" if p % 2 else "north" for p in people]}, features), self.file("out")
        said = cli("groups", project, "-o", out, "--by", "site", "--fmr", "0.05").stdout
        self.assertIn("as labelled in column “site”", said)
        fmr = {r["group"]: float(r["fmr"]) for r in self.table(out, "groups")}
        self.assertGreater(fmr["south"], 3 * fmr["north"])
        self.assertEqual(self.table(out, "groups_spread")[0]["most"], "south")
        self.assertIn(b"south", self.drawn(project, "groups-across", "--by", "site"))
        self.refused("groups", project, "--by", "nothing", says="site")

    def test_spaces(self):
        """A space, and the same turned with noise; ratings of pairs that follow it."""
        project, out, ratings, npy = self.lacking("p"), self.file("out"), self.file("ratings.csv"), self.file("turned.npy")
        rng = np.random.default_rng(3)
        turned = self.features @ np.linalg.qr(rng.normal(size=(DIMENSION, DIMENSION)))[0]
        np.save(npy, (turned + 0.01 * rng.normal(size=turned.shape)).astype(np.float32))
        cli("import-features", project, npy, "--name", "turned")
        unit = self.features / np.linalg.norm(self.features, axis=1, keepdims=True)
        with open(ratings, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["a", "b", "alike"], *([self.paths[i], self.paths[i + 15], unit[i] @ unit[i + 15]] for i in range(0, 165, 5))])
        words = ["--first", "net", "--second", "turned", "--leave-out", 12]
        cli("spaces", project, *words, "--ratings", ratings, "-o", out)
        found = {r["measure"]: float(r["value"]) for r in self.table(out, "spaces")}
        for measure in ("rsa", "cka", "procrustes_held_out"):
            self.assertGreater(found[measure], 0.9, measure)
        self.assertGreater(float(self.table(out, "spaces_pairs")[0]["rho"]), 0.999)
        self.assertIn(b"CKA", self.drawn(project, "spaces", *words))
        self.refused("figure", project, "--page", "spaces-ratings", *words[:4], "-o", self.file("none.svg"), says="--ratings")

    def test_codes(self):
        """An attribute in one unit, and yaw in many."""
        people = [int(r[1].split()[-1]) for r in self.rows]
        features = self.features.copy()
        features[[p % 2 == 1 for p in people], 3] += 3
        columns = {"yaw": [f"{y:.2f}" for y in self.yaw], "site": ["s" if p % 2 else "n" for p in people]}
        project, out = self.lacking("p", columns, features), self.file("out")
        said = cli("codes", project, "--attributes", "site,view", "--pairs", 1000, "--repeats", 2, "-o", out).stdout
        self.assertIn("“site” is in the units", said)
        self.assertEqual(self.table(out, "codes")[1]["code"], "cannot tell", "of twelve people")
        directions = {r["attribute"]: r for r in self.table(out, "codes_directions")}
        self.assertEqual(directions["site"]["nearest_unit"], "3")
        self.assertEqual({r["units"] for r in self.table(out, "codes_subsets")}, {"1", "2", "4", "8", "16", "24"})
        self.assertIn(b"Units drawn at random", self.drawn(project, "code-subsets", "--pairs", "1000", "--repeats", 2))

    def test_ageing(self):
        """Images turn away from the first of their person with the years, by 0.02 of the cosine each."""
        years, features = [], []
        for r, _ in enumerate(self.rows):
            k = r % PER_IDENTITY
            years.append(0 if k == 0 else 1 + (5 * k) % 9)
            cosine = 0.8 - 0.02 * years[-1] + 0.01 * np.cos(3.1 * r) if k else 1
            features.append([cosine, np.sqrt(1 - cosine**2)] + [0] * (DIMENSION - 2))
        dates = {"taken": [f"{2001 + y}-05-17" for y in years]}
        project, out = self.lacking("p", dates, 5 * np.array(features, dtype=np.float32)), self.file("out")
        said = cli("ageing", project, "-o", out).stdout
        self.assertIn("Ten years change the score of two images of a person by −0.2".replace("−", "-"), said.replace("−", "-"))
        found = self.table(out, "ageing")[0]
        self.assertAlmostEqual(float(found["per_ten_years"]), -0.2, delta=0.01)
        self.assertLess(float(found["per_ten_years_high"]), -0.15)
        self.assertEqual(found["column"], "taken")
        self.assertEqual(len(self.table(out, "ageing_people")), IDENTITIES)
        self.assertIn(b"mean line", self.drawn(project, "ageing"))
        self.refused("ageing", project, "--time", "path", says="there are")
        self.refused("ageing", self.lacking("q"), says="--time")

    def test_mixed(self):
        project, out = self.lacking("p", {"yaw": [f"{y:.2f}" for y in self.yaw]}), self.file("out")
        said = cli("mixed", project, "-o", out, "--explained-by", "abs_yaw").stdout
        self.assertIn("A standard deviation more of “|yaw|”", said)
        self.assertEqual([r["predictor"] for r in self.table(out, "mixed")], ["abs_yaw"])
        self.assertAlmostEqual(sum(float(r["share"]) for r in self.table(out, "mixed_variance")), 1, places=6)
        self.assertIn(b"people", self.drawn(project, "mixed-variance"))
        self.refused("mixed", project, "--outcome", "nothing", says="there are distance")

    def test_a_chapter_of_the_report_alone(self):
        project, out = self.lacking("p", {"yaw": [f"{y:.2f}" for y in self.yaw]}), self.file("out")
        quick = ["--no-faces", "--repeats", 1, "--bootstrap", 10, "--permutations", 9, "--leave-out", 12, "--pairs", 1000]
        cli("report", project, *quick, "--paper", "parde2021", "-o", out)
        page = contents(os.path.join(out, "report.html")).decode()
        self.assertIn("Single units and populations", page)
        self.assertNotIn("The image in the features", page)
        again = self.file("again")
        cli("report", project, "--parameters", os.path.join(out, "parameters.json"), "-o", again)
        self.assertEqual(contents(os.path.join(again, "report.html")).decode(), page)
        self.refused("report", project, "--paper", "parde2020", "-o", self.file("none"), says="there are parde2017, parde2021", code=2)
        self.assertIn("parde2017, parde2021", cli("report", "--help").stdout.replace("\n", " "))

    def test_nesting(self):
        """Two sites far apart, people in them, and light within people; identification within each light."""
        people = [int(r[1].split()[-1]) for r in self.rows]
        light = [i % 3 for i in range(len(self.rows))]
        features = self.features.copy()
        features += np.array([[3 if p % 2 else -3] for p in people])
        features[:, 5] += 0.3 * np.array(light)
        project, out = self.lacking("p", {"site": ["s" if p % 2 else "n" for p in people], "light": [f"l{v}" for v in light]}, features), self.file("out")
        said = cli("nesting", project, "--conditions", "light", "-o", out).stdout
        self.assertIn("Classes as labelled by “site” (n; s).", said)
        self.assertIn("site > identity", said)
        shares = {r["factor"]: float(r["share"]) for r in self.table(out, "nesting")}
        self.assertAlmostEqual(sum(shares.values()), 1, 9)
        self.assertGreater(shares["site"], shares["identity"])
        self.assertGreater(shares["identity"], shares["light"])
        ladder = [float(r["cosine"]) for r in self.table(out, "nesting_ladder")]
        self.assertEqual(len(ladder), 6)
        self.assertGreater(ladder[0], ladder[-1])
        self.assertEqual({r["factor"]: r["own_branch"] for r in self.table(out, "nesting_branches")}["site"], "2")
        self.assertIn(b"centroids", self.drawn(project, "nesting-tree", "--conditions", "light"))
        self.refused("nesting", project, "--class", "light", says="condition")
        cli("identify", project, "--by", "light", "-o", out, "--leave-out", 12)
        self.assertEqual([r["value"] for r in self.table(out, "identify_within")], ["l0", "l1", "l2"])

    def test_layers(self):
        """Imported features stand for layers: noise that is taken away."""
        project, out, npy = self.lacking("p"), self.file("out"), self.file("early.npy")
        np.save(npy, (self.features + 2 * np.random.default_rng(5).normal(size=self.features.shape)).astype(np.float32))
        cli("import-features", project, npy, "--name", "early")
        self.assertIn("2 layers of “net”", cli("layers", project, "--layers", "early,net", "-o", out).stdout)
        auc = [float(r["value"]) for r in self.table(out, "layers") if r["attribute"] == "identity"]
        self.assertLess(auc[0], auc[1])
        self.assertIn(b"Layer", self.drawn(project, "layers", "--layers", "early,net"))
        self.refused("layers", project, says="--layers")

    def test_strengths_of_identity(self):
        """The same people at several strengths, in one set."""
        folder = self.file("faces")
        said = cli("synth", "-o", folder, "--identities", 2, "--images", 6, "--size", 64, "--identity-strength", "0.5,1.5").stdout
        self.assertIn("12 images of 2 identities", said)
        with open(os.path.join(folder, "manifest.csv"), newline="", encoding="utf-8") as f:
            rows = list(csv.DictReader(f))
        self.assertEqual(sorted({r["identity_strength"] for r in rows}), ["0.50", "1.50"])
        self.assertEqual(len({r["scene"] for r in rows}), len({(r["identity"], r["video"] or r["path"][:-10]) for r in rows}))
        self.refused("synth", "-o", self.file("no"), "--identity-strength", "2", says="identity-strength", code=2)

    def test_names_that_are_wrong(self):
        """Two people under one name, one person under two, and the same feature twice."""
        rows = [list(r) for r in self.rows]
        for k, row in enumerate(rows):
            row[1] = {"person 01": "person 00", "person 02": "also 02" if k % 2 else "person 02"}.get(row[1], row[1])
        centres = np.repeat(np.eye(IDENTITIES, DIMENSION), PER_IDENTITY, axis=0)
        features = (centres + 0.08 * np.random.default_rng(1).normal(size=centres.shape)).astype(np.float32)
        features[100] = features[90]
        manifest, npy, project, out = (self.file(n) for n in ("m.csv", "f.npy", "q.facespace", "out"))
        with open(manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path", "identity", "pan", "tilt", "place"], *rows])
        np.save(npy, features)
        cli("import", os.path.join(self.dir, "set"), "--manifest", manifest, "--no-images", "-o", project)
        cli("import-features", project, npy, "--name", "net")
        said = cli("suspects", project, "-o", out).stdout
        self.assertIn("1 name looks like two people", said)
        self.assertEqual([r["identity"] for r in self.table(out, "suspect_names")], ["person 00"])
        halves = self.table(out, "suspect_halves")
        for half in ("1", "2"):
            self.assertEqual(len({r["path"][:9] for r in halves if r["half"] == half}), 1, "one person in each half")
        self.assertEqual(len(halves), 2 * PER_IDENTITY)
        pairs = self.table(out, "suspect_pairs_of_names")
        self.assertEqual([{r["first"], r["second"]} for r in pairs], [{"person 02", "also 02"}])
        twice = self.table(out, "duplicates")
        self.assertEqual([(r["first"], r["second"], r["kind"]) for r in twice],
                         [(self.paths[90], self.paths[100], "alike features")])
        for page in ("mixed-names", "same-names", "duplicates"):
            cli("figure", project, "--page", page, "-o", self.file(page + ".svg"))
        self.assertIn(b"One half", contents(self.file("mixed-names.svg")))
        self.refused("figure", self.with_features(), "--page", "duplicates", "-o", self.file("none.svg"),
                     says="No image is there twice")

    def lacking(self, name, columns=(), features=None):
        """A project without images that has just these columns of labels."""
        manifest, project, npy = (self.file(name + ending) for ending in (".csv", ".facespace", ".npy"))
        values = list(columns.values()) if columns else []
        with open(manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path", "identity", *columns], *([*r[:2], *v] for r, *v in zip(self.rows, *values))])
        np.save(npy, self.features if features is None else features)
        cli("import", os.path.join(self.dir, "set"), "--manifest", manifest, "--no-images", "-o", project)
        cli("import-features", project, npy, "--name", "net")
        return project

    QUICK = {"predict": ["--repeats", 1, "--bootstrap", 10, "--permutations", 9], "view-dependence": ["--minimum", 2],
             "quality": ["--bootstrap", 20, "--leave-out", 20], "verify": ["--leave-out", 20], "suspects": []}

    def quick(self, command, project):
        return cli(command, project, *self.QUICK[command])

    def test_without_pose(self):
        project, out = self.lacking("p"), self.file("report")
        self.refused("predict", project, says="import a manifest with a column “yaw”")
        self.refused("view-dependence", project, says="import yaw with a manifest")
        self.assertIn("No image has a yaw label", self.quick("quality", project).stderr)
        self.assertIn("AUC", self.quick("verify", project).stdout)
        self.quick("suspects", project)
        self.assertIn("cannot tell", cli("report", project, "-o", out).stdout)
        self.assertIn("import", contents(os.path.join(out, "report.html")).decode())

    def test_one_media_type_and_no_profiles(self):
        project = self.lacking("p", {"yaw": [f"{y / 4:.2f}" for y in self.yaw], "media": ["still"] * len(self.rows)})
        self.assertIn("R²", self.quick("predict", project).stdout)
        run = cli("predict", project, "--target", "yaw,media", *self.QUICK["predict"])
        self.assertIn("R²", run.stdout)
        self.assertIn("video", run.stderr)
        self.refused("view-dependence", project, says="180 frontal and 0 profile ones")
        self.assertIn("abs_yaw", self.quick("quality", project).stdout)

    def test_features_that_do_not_vary(self):
        same = np.tile(self.features[:1], (len(self.rows), 1))
        project = self.lacking("p", {"yaw": [f"{y:.2f}" for y in self.yaw]}, same)
        self.refused("predict", project, says="features of all labelled images are equal")
        self.assertIn("do not vary", self.quick("view-dependence", project).stderr)
        self.assertIn("distance", self.quick("quality", project).stderr)
        self.assertIn("AUC 0.5000", self.quick("verify", project).stdout)
        self.assertNotIn("labelled", self.quick("suspects", project).stdout)

    def test_features_with_nan(self):
        features = self.features.copy()
        features[::7] = np.nan
        project = self.lacking("p", {"yaw": [f"{y:.2f}" for y in self.yaw]}, features)
        for command in self.QUICK:
            self.assertNotIn("nan", self.quick(command, project).stdout.lower(), command)
        self.assertIn("154 labelled", self.quick("predict", project).stdout)

    def test_quality_scores(self):
        """A joined column that knows how noisy each feature is is the best score; one that knows nothing is not."""
        rng = np.random.default_rng(11)
        people, each = 60, 8
        quality = rng.normal(size=people * each)
        centres = np.repeat(rng.normal(size=(people, 32)), each, axis=0)
        features = centres + 0.7 * np.exp(-0.6 * quality)[:, None] * rng.normal(size=centres.shape)
        paths = [f"{i // each:02d}/{i % each}.jpg" for i in range(len(quality))]
        manifest, npy, table, project, out = (self.file(n) for n in ("m.csv", "f.npy", "scores.csv", "p.facespace", "out"))
        with open(manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([("path", "identity"), *((p, p[:2]) for p in paths)])
        with open(table, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([("path", "unified", "chance"), *zip(paths, -quality, rng.normal(size=len(paths)))])
        np.save(npy, features.astype(np.float32))
        cli("import", "--manifest", manifest, "--no-images", "-o", project)
        cli("import-features", project, npy, "--name", "net")
        cli("join", project, table)
        said = cli("quality-scores", project, "--fmr", "0.01", "-o", out).stdout
        rows = {r["score"]: r for r in self.table(out, "quality_scores")}
        self.assertEqual({"distance", "unified", "chance", "measures", "measures_and_distance"}, set(rows))
        self.assertEqual(rows["unified"]["kind"], "direction learned")
        self.assertIn("better", rows["unified"]["verdict"])
        self.assertGreater(float(rows["unified"]["gain_low"]), 0)
        self.assertEqual((rows["unified"]["may_be_best"], rows["chance"]["may_be_best"]), ("yes", "no"))
        self.assertIn("At FMR 0.01", said)
        for page in ("score-gains", "score-curves"):
            figure = self.file(page + ".svg")
            cli("figure", project, "--page", page, "--fmr", "0.01", "-o", figure)
            self.assertIn(b"unified", contents(figure))
        self.refused("quality-scores", project, "--measures", "nobody", says="nobody")

    def test_overlap(self):
        """A second project under other names: 20 people of 60 and five pictures are in both; they are listed, joined and left out."""
        rng = np.random.default_rng(5)
        people = rng.normal(size=(100, 64))
        people /= np.linalg.norm(people, axis=1, keepdims=True)

        def made(name, who, called, size):
            rows = [(f"{called} {w:02d}/{k}.ppm", f"{called} {w:02d}") for w in who for k in range(3)]
            features = np.array([people[w] + 0.08 * rng.normal(size=64) for w in who for k in range(3)])
            for path, _ in rows:
                os.makedirs(os.path.join(self.file(name), os.path.dirname(path)), exist_ok=True)
                with open(os.path.join(self.file(name), path), "wb") as f:
                    f.write(b"P6 %d %d 255\n" % (size, size) + pictures(rng, size).tobytes())
            return rows, features

        def pictures(source, size):
            return np.kron(source.integers(30, 220, (8, 8, 3), dtype=np.uint8), np.ones((size // 8, size // 8, 1), np.uint8))

        here, x = made("here", range(60), "person", 64)
        there, y = made("there", range(40, 100), "subject", 64)
        for k in range(5):  # The same picture at half the size, of people who are not in both.
            a, b = 3 * k, 90 + 3 * k
            y[b] = x[a]
            picture = pictures(rng, 64)
            for name, path, step in (("here", here[a][0], 1), ("there", there[b][0], 2)):
                with open(os.path.join(self.file(name), path), "wb") as f:
                    f.write(b"P6 %d %d 255\n" % (64 // step, 64 // step) + np.ascontiguousarray(picture[::step, ::step]).tobytes())
        projects = []
        for name, rows, features in (("here", here, x), ("there", there, y)):
            projects.append(self.file(name + ".facespace"))
            manifest, npy = os.path.join(self.file(name), "labels.csv"), self.file(name + ".npy")
            with open(manifest, "w", newline="", encoding="utf-8") as f:
                csv.writer(f).writerows([("path", "identity"), *rows])
            np.save(npy, features.astype(np.float32))
            cli("import", self.file(name), "--manifest", manifest, "-o", projects[-1])
            cli("import-features", projects[-1], npy, "--name", "net")
        before = contents(projects[1])
        out = self.file("out")
        said = cli("overlap", projects[0], "--against", projects[1], "-o", out)
        self.assertIn("20 of 60 identities are in", said.stdout)
        found = self.table(out, "overlap_identities")
        self.assertEqual({(r["identity"][-2:], r["other_identity"][-2:]) for r in found}, {(f"{w}", f"{w}") for w in range(40, 60)})
        images = self.table(out, "overlap_images")
        self.assertEqual({(r["path"], r["other_path"], r["kind"]) for r in images},
                         {(here[3 * k][0], there[90 + 3 * k][0], "same picture") for k in range(5)})
        self.assertEqual(contents(projects[1]), before, "the other project is only read")
        # The images to leave out, as a column.
        cli("join", projects[0], os.path.join(out, "overlap_here.csv"))
        left = self.file("left.csv")
        cli("export", projects[0], "--table", left, "--filter", "missing(overlap)")
        with open(left, newline="", encoding="utf-8") as f:
            self.assertEqual(len(list(csv.DictReader(f))), 180 - 60 - 5)
        hidden = json.loads(cli("overlap", projects[0], "--against", projects[1], "--privacy", "--json").stdout)
        self.assertNotIn("subject", json.dumps(hidden["overlap_identities"]["rows"]))
        figure = self.file("overlap.svg")
        for page in ("overlap-cosines", "overlap-identities", "overlap-images"):
            cli("figure", projects[0], "--page", page, "--against", projects[1], "-o", figure)
            self.assertIn(b"<svg", contents(figure))
        report = self.file("report")
        cli("report", projects[0], "-o", report, "--against", projects[1], "--no-measuring", "--permutations", 9, "--bootstrap", 20,
            "--repeats", 2, "--feature-repeats", 1, "--leave-out", 20, "--kendall-leave-out", 0, "--resamples", 20)
        self.assertIn(b"20 of 60 identities are in", contents(os.path.join(report, "report.html")))
        self.refused("overlap", projects[0], says="--against")
        self.refused("overlap", projects[0], "--against", self.file("here.npy"), says="here.npy")

    def test_compare(self):
        project, out = self.with_features(), self.file("out")
        self.refused("compare", project, says="one network only")
        # A second network that sees the first ten images in each other's place and lacks the last.
        other = self.features.copy()
        other[:10] = other[9::-1] * 3
        other[-1] = np.nan
        npy = self.file("other.npy")
        np.save(npy, other)
        cli("import-features", project, npy, "--name", "other")
        run = cli("compare", project, "-o", out, "--k", 5, "--neighbours")
        self.assertIn("179 images in both", run.stdout)
        self.assertIn("One image is left out", run.stderr)

        def nearest(x):
            unit = x[:-1] / np.linalg.norm(x[:-1].astype(float), axis=1, keepdims=True)
            score = unit @ unit.T
            np.fill_diagonal(score, -9)
            return [set(r) for r in np.argsort(-score, axis=1)[:, :5]]

        shared = [len(a & b) / 5 for a, b in zip(nearest(self.features), nearest(other))]
        images = self.table(out, "compare_images")
        self.assertEqual(len(images), len(self.rows))
        np.testing.assert_allclose([float(r["neighbours_shared"]) for r in images[:-1]], shared, atol=1e-6)
        self.assertEqual(images[-1]["neighbours_shared"], "")
        self.assertAlmostEqual(float(images[0]["second_distance"]), 3 * float(images[9]["first_distance"]), places=3)
        ranks = [np.argsort(np.argsort(np.linalg.norm(x[:-1], axis=1))) for x in (self.features, other)]
        shift = (ranks[1] - ranks[0]) / 179 * 100
        np.testing.assert_allclose([float(r["percentile_shift"]) for r in images[:-1]], shift, atol=1e-6)
        row = self.table(out, "compare")[0]
        self.assertAlmostEqual(float(row["neighbours_shared"]), np.mean(shared), places=6)
        self.assertAlmostEqual(float(row["spearman"]), np.corrcoef(*ranks)[0, 1], places=9)
        self.assertEqual(len(self.table(out, "compare_neighbours")), 179 * 5)
        self.assertEqual(self.table(out, "compare_identities")[0]["identity"], "person 00")
        said = json.loads(cli("compare", project, "--first", "net", "--second", "other", "--k", 5, "--json").stdout)
        self.assertEqual(said["compare"]["rows"][0][:2], ["net", "other"])
        self.assertNotIn("compare_images", said)
        self.assertIn("verification_differences", said)
        quick = json.loads(cli("compare", project, "--no-verification", "--json").stdout)
        self.assertNotIn("verification_differences", quick)
        report = self.file("report")
        cli("report", project, "--paper", "compare", "--no-measuring", "--k", 5, "--no-verification", "-o", report)
        page = contents(os.path.join(report, "report.html")).decode()
        self.assertIn("Of the 5 nearest neighbours of an image", page)
        self.assertIn("--chapters compare --k", page)
        self.assertIn("--no-verification", page)
        self.assertTrue(os.path.exists(os.path.join(report, "tables", "net", "compare_identities.csv")))
        back = json.loads(cli("compare", project, "--first", "other", "--k", 5, "--json").stdout)["compare"]
        self.assertEqual(back["rows"][0][back["columns"].index("neighbours_shared")], float(row["neighbours_shared"]))
        self.refused("compare", project, "--first", "nett", says="“other”")
        self.refused("compare", project, "--first", "net", "--second", "net", says="choose a second network")
        self.refused("compare", project, "--k", 0, says="--k", code=2)
        # Features of other images.
        apart = self.features.copy()
        apart[2:] = np.nan
        np.save(npy, apart)
        cli("import-features", project, npy, "--name", "apart")
        self.refused("compare", project, "--second", "apart", says="Only 2 of the images")
        # The page as a figure: with maps once both have one, in three formats and both widths.
        figure = self.file("compare.svg")
        cli("figure", project, "--page", "compare", "--second", "other", "-o", figure)
        self.assertNotIn(b"pca", contents(figure))
        for name in ("net", "other"):
            cli("map", project, "--network", name, "--method", "pca")
        for ending in ("svg", "pdf", "png"):
            for width in ("one-column", "two-columns"):
                figure = self.file("compare." + ending)
                cli("figure", project, "--page", "compare", "--second", "other", "--width", width, "-o", figure)
        cli("figure", project, "--page", "compare", "--second", "other", "--k", 5, "-o", self.file("compare.svg"))
        svg = contents(self.file("compare.svg")).decode()
        self.assertIn(f"{100 * np.mean(shared):.1f} % in common", svg)
        self.assertIn("<text", svg)
        # Two maps of one network.
        cli("map", project, "--network", "net", "--method", "tsne", "--iterations", 100)
        maps = [m["name"] for m in json.loads(cli("info", project, "--json").stdout)["maps"]]
        ours = [m for m in maps if m.endswith("net")]
        run = cli("compare", project, "--first", ours[0], "--second", ours[1], "-o", self.file("maps"))
        self.assertIn("on the maps", run.stdout)
        self.assertEqual(self.table(self.file("maps"), "compare")[0]["spearman"], "")
        self.refused("compare", project, "--first", "net", "--second", ours[0], says="a map of the network")

    def test_privacy_hides_names_in_every_file(self):
        project = self.with_features()
        cli("map", project, "--method", "pca")
        cli("predict", project)
        open_files, hidden = self.file("open"), self.file("hidden")
        for folder, words in ((open_files, []), (hidden, ["--privacy"])):
            cli("report", project, "-o", os.path.join(folder, "report"), "--permutations", 19, "--filter",
                'identity != "person 11"', *words)
            for analysis in ("suspects", "verify", "view-dependence"):
                cli(analysis, project, "-o", os.path.join(folder, analysis), *words)
            cli("export", project, "--table", os.path.join(folder, "table.csv"), "--images", os.path.join(folder, "images"),
                "--filter", 'identity == "person 03"', *words)
            cli("figure", project, "--page", "suspects", "-o", os.path.join(folder, "suspects.svg"), *words)
        told = {}
        for folder in (open_files, hidden):
            told[folder] = 0
            for where, folders, files in os.walk(folder):
                told[folder] += sum(b"person 0" in name.encode() for name in folders + files)
                told[folder] += sum(len(re.findall(rb"person \d|bild", contents(os.path.join(where, f)))) for f in files)
        self.assertGreater(told[open_files], 100)
        self.assertEqual(told[hidden], 0)
        # The numbers are the same, and a name is the same number everywhere.
        with open(os.path.join(open_files, "verify", "verification.csv"), "rb") as f:
            numbers = f.read()
        self.assertEqual(numbers, contents(os.path.join(hidden, "verify", "verification.csv")))
        pictures = sorted(os.listdir(os.path.join(hidden, "images", "identity 04")))
        self.assertEqual(pictures, [f"image {n:03d}.jpg" for n in range(46, 61)])
        self.assertEqual(cli("export", project, "--images", os.path.join(hidden, "images"), "--filter",
                             'identity == "person 03"', "--privacy").stdout.count("15 were there already"), 1)
        self.refused("export", project, "--decisions", self.file("d.csv"), "--privacy", says="lists of paths")
        self.refused("export", project, "--images", self.file("i"), "--link", "--privacy", says="leads to the face")

    def test_report_is_one_whole_page(self):
        project = self.with_features()
        run = cli("report", project, "-o", self.file("a"))
        cli("--threads", 1, "report", project, "-o", self.file("b"))
        page = contents(os.path.join(self.file("a"), "report.html"))
        self.assertEqual(page, contents(os.path.join(self.file("b"), "report.html")))
        open_tags = []
        void = {"meta", "img", "br", "link", "input", "hr"}

        class Checker(HTMLParser):
            def handle_starttag(self, tag, attributes):
                for name, value in attributes:
                    if name in ("src", "href", "xlink:href") and not value.startswith(("data:", "#")):
                        raise AssertionError(f"loads {value}")
                if tag not in void:
                    open_tags.append(tag)

            def handle_endtag(self, tag):
                if open_tags.pop() != tag:
                    raise AssertionError(f"{tag} closed in a wrong place")

        Checker().feed(page.decode("utf-8"))
        self.assertEqual(open_tags, [])
        self.assertIn(b"data:image/jpeg;base64,", page)
        self.assertIn("support", run.stdout)
        with open(os.path.join(self.file("a"), "tables", "claims.csv"), newline="", encoding="utf-8") as f:
            claims = {r["claim"]: r["here"] for r in csv.DictReader(f)}
        self.assertEqual([v for c, v in claims.items() if "yaw" in c], ["strong support"])
        self.assertEqual([v for c, v in claims.items() if "video" in c], ["cannot tell"])
        self.assertTrue(os.path.exists(os.path.join(self.file("a"), "tables", "net", "verification_curve.csv")))

    def test_import_by_folders(self):
        project = self.file("p.facespace")
        cli("import", os.path.join(self.dir, "set"), "-o", project)
        info = json.loads(cli("info", project, "--json").stdout)
        self.assertEqual(info["images"]["count"], IDENTITIES * PER_IDENTITY)
        self.assertEqual(info["images"]["identities"], IDENTITIES)

    def test_info(self):
        project = self.with_features()
        info = json.loads(cli("info", project, "--json").stdout)
        self.assertEqual(info["networks"][0]["features"], len(self.paths))
        self.assertEqual(info["jobs"][0]["kind"], "import")
        self.assertIn("net", cli("info", project).stdout)

    def test_features_by_index(self):
        project = self.imported()
        order = np.random.default_rng(1).permutation(len(self.paths))[:100]
        np.savez_compressed(self.file("f.npz"), self.features[order].astype(np.float64))
        with open(self.file("i.csv"), "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path"], *[[self.paths[i]] for i in order]])
        cli("import-features", project, self.file("f.npz"), "--name", "part", "--index", self.file("i.csv"))
        cli("export", project, "--features", self.file("back.npy"))
        back = np.load(self.file("back.npy"))
        np.testing.assert_array_equal(back[order], self.features[order])
        self.assertEqual(np.isnan(back).all(axis=1).sum(), len(self.paths) - 100)

    def test_labels_without_images(self):
        project = self.file("p.facespace")
        manifest = self.file("gone.csv")
        with open(manifest, "w") as f:
            f.write("path,identity\na/1.jpg,a\nb/1.jpg,b\n")
        cli("import", "--manifest", manifest, "--no-images", "-o", project)
        np.save(self.file("two.npy"), np.array([[1, 2, 3], [4, 5, 7]], dtype=np.float32))
        cli("import-features", project, self.file("two.npy"), "--name", "n")
        cli("map", project, "--method", "pca")
        cli("map", project, "--method", "tsne")

    def test_feature_mismatches(self):
        project = self.imported()
        np.save(self.file("short.npy"), self.features[:-1])
        self.refused("import-features", project, self.file("short.npy"), "--name", "x", says="179")
        np.save(self.file("one.npy"), self.features[:, 0])
        self.refused("import-features", project, self.file("one.npy"), "--name", "x", says="dimension")
        with open(self.file("bad.npy"), "wb") as f:
            f.write(b"not numpy")
        self.refused("import-features", project, self.file("bad.npy"), "--name", "x", says="bad.npy")
        with open(self.file("i.csv"), "w") as f:
            f.write("path\nnowhere.jpg\n")
        np.save(self.file("single.npy"), self.features[:1])
        self.refused("import-features", project, self.file("single.npy"), "--name", "x", "--index", self.file("i.csv"), says="nowhere.jpg")
        self.assertEqual(json.loads(cli("info", project, "--json").stdout)["networks"], [])

    def test_degenerate_features(self):
        for name, features in {
            "equal": np.ones_like(self.features),
            "zero": np.zeros_like(self.features),
            "nanrow": np.where(np.arange(len(self.features))[:, None] < 3, np.nan, self.features),
            "unit": self.features / np.linalg.norm(self.features, axis=1, keepdims=True),
        }.items():
            project = self.file(f"{name}.facespace")
            cli("import", os.path.join(self.dir, "set"), "--manifest", self.manifest, "-o", project)
            np.save(self.file("f.npy"), features.astype(np.float32))
            cli("import-features", project, self.file("f.npy"), "--name", name)
            for method in ("pca", "tsne", "umap"):
                cli("map", project, "--method", method, "--metric", "cosine", "--iterations", 30)
            cli("export", project, "--table", self.file("t.csv"))
            with open(self.file("t.csv"), newline="", encoding="utf-8") as f:
                rows = list(csv.DictReader(f))
            empty = sum(any(r[k] == "" for k in r if k.startswith("map_")) for r in rows)
            self.assertEqual(empty, 3 if name == "nanrow" else 0)

    def test_maps_and_their_trust(self):
        project = self.with_features()
        run = cli("map", project, "--preset", "belkina-2019", "--perplexity", "5,200", "--late-exaggeration", 2, "--iterations", 80,
                  "--name", "a")
        self.assertIn("KL divergence", run.stdout)
        self.assertIn("lowered from 200", run.stderr)
        cli("map", project, "--start-from", "a", "--name", "b", "--iterations", 20, "--stop-when-still", 0.9)
        self.assertIn("0 new images", cli("map", project, "--place-new", "a").stdout)
        self.refused("trust", project, says="“a”")
        self.refused("trust", project, "--map", "c", says="“c”")
        figure = self.file("trust.svg")
        self.refused("figure", project, "--page", "map-trust", "-o", figure, says="No map has been measured")
        self.refused("figure", project, "--page", "map-trust", "--map", "a", "-o", figure, says="“a” has not been measured")
        table, figures = self.file("t.csv"), self.file("t.json")
        run = cli("trust", project, "--all", "--k", "5,20", "--image-k", 5, "--seeds", 1, "--csv", table, "--json", figures)
        self.assertIn("trustworthiness", run.stdout)
        with open(table, newline="", encoding="utf-8") as f:
            rows = list(csv.DictReader(f))
        self.assertEqual([(r["map"], r["k"]) for r in rows], [("a", "5"), ("a", "20"), ("b", "5"), ("b", "20")])
        reports = json.loads(contents(figures))
        self.assertEqual(reports[1]["seeds"][0]["seed"], 2)
        # As a figure: the newest map, or the one that is named, beside the others.
        for words, name in (([], "b"), (["--map", "a"], "a")):
            cli("figure", project, "--page", "map-trust", *words, "--width", "two-columns", "-o", figure)
            svg = contents(figure).decode()
            for text in (">Trustworthiness</text>", ">Preserved by chance</text>", f"Map: {name}", "Network: net", ">At k = 5 (1 is best)</text>"):
                self.assertIn(text, svg)
        cli("figure", project, "--page", "map-trust", "-o", self.file("trust.pdf"))
        self.assertTrue(contents(self.file("trust.pdf")).startswith(b"%PDF"))
        cli("export", project, "--table", self.file("columns.csv"))
        with open(self.file("columns.csv"), newline="", encoding="utf-8") as f:
            kept = [float(r["preserved[a]"]) for r in csv.DictReader(f)]
        self.assertAlmostEqual(sum(kept) / len(kept), float(rows[0]["preservation"]), places=5)

    def test_few_images(self):
        for n in (1, 2, 5):
            project, manifest = self.file(f"{n}.facespace"), self.file(f"{n}.csv")
            with open(manifest, "w") as f:
                f.write("path,identity,yaw\n" + "".join(f"{i}.jpg,a,{i}\n" for i in range(n)))
            cli("import", "--manifest", manifest, "--no-images", "-o", project)
            np.save(self.file("f.npy"), self.features[:n])
            cli("import-features", project, self.file("f.npy"), "--name", "n")
            for method in ("pca", "tsne", "umap"):
                for dims in (2, 3):
                    cli("map", project, "--method", method, "--dims", dims)
            self.refused("predict", project, says="label")

    def test_bad_import(self):
        out = self.file("p.facespace")
        os.makedirs(self.file("empty"))
        self.refused("import", self.file("empty"), "-o", out, says="empty")
        self.refused("import", self.file("missing"), "-o", out, says="missing")
        manifest = self.file("m.csv")
        for text, says in (
            ("path,yaw\na.jpg,1\n", "identity"),
            ("path,identity,yaw\na.jpg,a,left\n", "left"),
            ("path,identity\na.jpg,a\na.jpg,a\n", "a.jpg"),
            ("path,identity\n../a.jpg,a\n", "../a.jpg"),
            ("", "m.csv"),
        ):
            with open(manifest, "w") as f:
                f.write(text)
            self.refused("import", "--manifest", manifest, "--no-images", "-o", out, says=says)
            self.assertFalse(os.path.exists(out), "a failed import leaves nothing behind")

    def test_bad_projects(self):
        project = self.imported()
        self.refused("map", project, says="no features")
        for name, content in (("zero", b""), ("text", b"hello"), ("cut", contents(project)[:9000])):
            path = self.file(name + ".facespace")
            with open(path, "wb") as f:
                f.write(content)
            self.refused("info", path, says=name)
        self.refused("info", self.file("nothere.facespace"), says="nothere")

    def test_figures_need_no_display(self):
        project = self.with_features()
        cli("map", project, "--method", "pca")
        for ending, start in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
            file = self.file("map." + ending)
            for _ in range(2):
                previous = contents(file) if os.path.exists(file) else None
                cli("figure", project, "-o", file, "--colour", "identity", "--labels", "all", "--privacy", "--dpi", 100)
                self.assertTrue(contents(file).startswith(start))
            self.assertEqual(contents(file), previous, "the same figure is the same file")
        svg = contents(self.file("map.svg")).decode()
        self.assertIn('width="85mm"', svg)
        self.assertIn(">PC 1</text>", svg)
        self.assertIn("Network: net", svg)
        cli("figure", project, "--page", "distance", "-o", self.file("distance.svg"))
        self.assertIn(">Distance from origin (net)</text>", contents(self.file("distance.svg")).decode())
        for ending, start in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
            cli("figure", project, "--page", "roc", "-o", self.file("roc." + ending), "--dpi", 100)
            self.assertTrue(contents(self.file("roc." + ending)).startswith(start))
        self.assertIn(">1 − FNMR (true accept rate)</text>", contents(self.file("roc.svg")).decode())
        refused = cli("figure", project, "--page", "rock", "-o", self.file("rock.svg"), ok=2)
        self.assertIn("view-dependence", refused.stderr)
        self.refused("figure", project, "-o", self.file("map.gif"), says=".pdf")
        self.refused("figure", project, "-o", self.file("map.pdf"), "--colour", "hue", says="identity")
        self.refused("figure", project, "-o", self.file("map.pdf"), "--width", "wide", says="85mm")

    def test_figures_are_of_the_newest_map_s_network(self):
        project, other = self.with_features(), self.file("other.npy")
        np.save(other, self.features * 2)
        cli("import-features", project, other, "--name", "other")

        def network_of(page, *words):
            file = self.file(page + ".svg")
            cli("figure", project, "--page", page, *words, "-o", file)
            return re.search("^Network: (.*)$", contents(file).decode(), re.M)[1]

        for page in ("distance", "mosaic", "roc"):
            self.assertEqual(network_of(page), "net", "without a map: the first")
        cli("map", project, "--method", "pca", "--network", "net")
        cli("map", project, "--method", "pca", "--network", "other")
        for page in ("map", "distance", "mosaic", "roc"):
            self.assertEqual(network_of(page), "other", "that of the newest map")
            self.assertEqual(network_of(page, "--network", "net"), "net")

    def test_a_project_from_a_newer_version(self):
        project = self.imported()
        with sqlite3.connect(project) as db:
            db.execute("PRAGMA user_version=99")
        db.close()
        before = contents(project)
        self.refused("info", project, says="newer version")
        self.refused("predict", project, says="newer version")
        self.assertEqual(contents(project), before)

    def test_a_full_disk_loses_nothing(self):
        """A limit on the size of files stands for the end of the disk: writing beyond it fails."""
        project = self.with_features()
        np.save(self.file("more.npy"), np.tile(self.features, (1, 200)))

        def limited(size, *words):
            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

            run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=120, preexec_fn=limit,
                                 restore_signals=False)
            self.assertEqual(run.returncode, 1, run.stderr)
            last = run.stderr.strip().splitlines()[-1]
            self.assertTrue(last.startswith("error: The disk is full"), last)

        before = json.loads(cli("info", project, "--json").stdout)
        limited(os.path.getsize(project), "import-features", project, self.file("more.npy"), "--name", "more")
        limited(20_000, "import", "--manifest", self.manifest, "--no-images", "-o", self.file("q.facespace"))
        self.assertFalse(os.path.exists(self.file("q.facespace")))
        after = json.loads(cli("info", project, "--json").stdout)
        for what in ("images", "networks", "maps"):
            self.assertEqual(before[what], after[what])
        cli("map", project, "--method", "pca")

    def test_one_identity(self):
        project, manifest = self.file("p.facespace"), self.file("m.csv")
        with open(manifest, "w") as f:
            f.write("path,identity,yaw,pitch\n" + "".join(f"{i}.jpg,a,{i},{-i}\n" for i in range(20)))
        cli("import", "--manifest", manifest, "--no-images", "-o", project)
        np.save(self.file("f.npy"), self.features[:20])
        cli("import-features", project, self.file("f.npy"), "--name", "n")
        cli("map", project, "--iterations", 30)
        # Folds never split an identity, so with one there is nothing to hold out. Said once, not for each target.
        run = self.refused("predict", project, says="identit")
        self.assertEqual(run.stderr.count("All labelled images"), 1, run.stderr)
        cli("export", project, "--table", self.file("t.csv"))

    def test_existing_project_is_kept(self):
        project = self.imported()
        before = contents(project)
        self.refused("import", os.path.join(self.dir, "set"), "-o", project, says="exists")
        self.assertEqual(contents(project), before)

    def test_wrong_usage(self):
        cli("--help")
        for command in ("import", "extract", "map", "trust", "predict", "export", "import-features", "info", "probe"):
            self.assertIn("project" if command != "import" else "--manifest", cli(command, "--help").stdout.lower())
        self.refused(says="subcommand", code=2)
        self.refused("frobnicate", says="frobnicate", code=2)
        self.refused("map", "p", "--method", "umbrella", says="umbrella", code=2)
        self.refused("import", says="required", code=2)
        self.refused("export", self.imported(), says="required", code=2)

    def test_network_that_is_not_there(self):
        self.refused("extract", self.imported(), "--network", self.file("n.json"), says="n.json")


if __name__ == "__main__":
    unittest.main(verbosity=1)
