"""The Python package as a notebook uses it: python3 python_bridge_test.py PATH/TO/facespace-cli

A project of rendered faces with features of a network that comes with FaceSpace, maps and predictions; another of labels
whose names are as odd as names may be. What the package gives is held against the files that went in.
"""
import contextlib
import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import warnings
from unittest import mock

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "packaging", "python"))
sys.dont_write_bytecode = True

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402

import facespace  # noqa: E402

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "facespace-cli"
NETWORKS = os.path.join(HERE, "..", "..", "resources", "networks")


def cli(*words):
    run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=240, check=False)
    if run.returncode != 0:
        raise AssertionError(f"{words}: exit {run.returncode}\n{run.stdout}\n{run.stderr}")
    return run.stdout


class RenderedFaces(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.dir = cls.temporary.name
        faces, cls.made = os.path.join(cls.dir, "faces"), os.path.join(cls.dir, "made.facespace")
        cli("synth", "-o", faces, "--identities", 8, "--images", 120, "--longest-video", 2)
        cli("import", "--manifest", os.path.join(faces, "manifest.csv"), "-o", cls.made)
        cli("extract", cls.made, "--network", os.path.join(NETWORKS, "rendered-b.json"), "--trust", "--name", "rendered b")
        cli("map", cls.made, "--method", "pca")
        cli("map", cls.made, "--method", "tsne", "--dims", 3, "--iterations", 60)
        cli("predict", cls.made)
        with open(os.path.join(faces, "manifest.csv"), newline="", encoding="utf-8") as f:
            cls.manifest = list(csv.DictReader(f))

    def setUp(self):
        warnings.simplefilter("ignore", facespace.FaceSpaceNote)
        self.file = os.path.join(self.dir, self.id().split(".")[-1] + ".facespace")
        shutil.copy(self.made, self.file)
        # Copies lie where the original does, so the images are found.
        self.project = facespace.open(self.file, cli=CLI)

    def test_images_and_metadata_are_those_of_the_manifest(self):
        images, metadata = self.project.images, self.project.metadata
        self.assertEqual(list(images["path"]), [row["path"] for row in self.manifest])
        self.assertEqual(list(images["identity"]), [row["identity"] for row in self.manifest])
        self.assertEqual(list(images["yaw"]), [float(row["yaw"]) for row in self.manifest])
        self.assertTrue(all(map(os.path.isfile, images["file"])))
        for name in ("blur", "camera"):
            if name in metadata and metadata[name].dtype == float:
                self.assertEqual(list(metadata[name]), [float(row[name]) for row in self.manifest])
        self.assertGreater(len(metadata.columns), 3)

    def test_features_are_memory_mapped_and_equal_bit_for_bit(self):
        npy = os.path.join(self.dir, "reference.npy")
        cli("export", self.file, "--features", npy)
        features = self.project.features()
        self.assertIsInstance(features, np.memmap)
        self.assertEqual(features.dtype, np.float32)
        self.assertEqual(features.tobytes(), np.load(npy).tobytes())
        with self.assertRaises(ValueError):
            features[0, 0] = 1
        distance = self.project.table()["distance[rendered b]"]
        np.testing.assert_allclose(distance, np.linalg.norm(features.astype(float), axis=1), rtol=1e-6)

    def test_maps_and_predictions(self):
        maps = self.project.maps
        self.assertEqual({maps[name].shape for name in maps}, {(120, 2), (120, 3)})
        pca = next(maps[name] for name in maps if maps[name].shape[1] == 2)
        x = self.project.features().astype(float)
        u, s, _ = np.linalg.svd(x - x.mean(0), full_matrices=False)
        self.assertGreater(abs(np.corrcoef(pca[:, 0], u[:, 0] * s[0])[0, 1]), 0.999999)
        yaw = self.project.predictions["rendered b", "yaw"]
        label = np.array([float(row["yaw"]) for row in self.manifest])
        np.testing.assert_allclose(yaw["predicted"] - yaw["error"], label, atol=1e-4)
        np.testing.assert_array_equal(yaw["predicted"], self.project.table()["predicted_yaw[rendered b]"])

    def test_analyses_give_their_tables(self):
        found = self.project.analyse("verify", filter="abs(yaw) < 50", worst=5)
        self.assertIn("parameters", dir(found))
        folder = os.path.join(self.dir, "verify")
        cli("verify", self.file, "--filter", "abs(yaw) < 50", "--worst", 5, "-o", folder)
        self.assertEqual(set(found), {f[:-5] for f in os.listdir(folder) if f.endswith(".json")} - {"parameters"})
        for name in found:
            expected = pd.read_csv(os.path.join(folder, name + ".csv"), float_precision="round_trip")
            self.assertEqual(list(found[name].columns), list(expected.columns))
            for column in expected.select_dtypes("number"):
                np.testing.assert_array_equal(found[name][column].astype(float), expected[column].astype(float))
        self.assertTrue(found.summary.strip())
        self.assertIn("column", found.columns)
        with self.assertRaisesRegex(facespace.FaceSpaceError, "filter"):
            self.project.analyse("verify", filter="yav <")

    def test_figures(self):
        self.assertTrue(self.project.figure(colour="yaw")._repr_svg_().lstrip().startswith("<?xml"))
        png = os.path.join(self.dir, "roc.png")
        self.project.figure(png, page="roc")
        with open(png, "rb") as file:
            self.assertEqual(file.read(4), b"\x89PNG")

    def test_what_is_written_back_is_what_is_read(self):
        p = self.project
        rng = np.random.default_rng(4)
        mine = rng.normal(size=(len(p), 7)).astype(np.float32)
        mine[3] = np.nan
        p.add_features("-mine", mine)
        self.assertEqual(p.features("-mine").tobytes(), mine.tobytes())
        old = p.features("rendered b")
        p.add_columns({"score": rng.normal(size=len(p)), "group": ["a, \"b\"\n", None] * (len(p) // 2)})
        scores = p.table()["score"]
        p.add_columns(pd.Series({5: 0.1, 7: np.nan}, name="score"))
        changed = p.table()["score"]
        self.assertEqual(changed[5], 0.1)
        self.assertTrue(np.isnan(changed[7]))
        pd.testing.assert_series_equal(changed.drop([5, 7]), scores.drop([5, 7]))
        self.assertEqual(list(p.metadata["group"][:2].fillna("none")), ["a, \"b\"\n", "none"])
        p.remove_columns("group")
        self.assertNotIn("group", p.table())
        self.assertEqual(old.tobytes(), p.features("rendered b").tobytes())

    def test_tags_and_selections(self):
        p = self.project
        near = p.rows("distance < p10")
        distance = p.table()["distance[rendered b]"].to_numpy()
        np.testing.assert_array_equal(near, np.flatnonzero(distance < np.percentile(distance, 10)))
        p.tag("look; \"at\" 'this", near)
        p.tag("twice", np.arange(len(p)) < 3)
        p.untag("twice", [1])
        self.assertEqual(list(p.tags), sorted(p.tags))
        np.testing.assert_array_equal(p.tags["look; \"at\" 'this"], near)
        self.assertEqual(list(p.tags["twice"]), [0, 2])
        p.keep_selection("turned", "abs(yaw) > 60")
        p.keep_selection("none", [])
        np.testing.assert_array_equal(p.selections["turned"], np.flatnonzero(np.abs(p.images["yaw"]) > 60))
        self.assertEqual(len(p.selections["none"]), 0)
        p.forget_selection("none")
        self.assertEqual(list(p.selections), ["turned"])
        self.assertEqual(p.info["selections"], {"turned": len(p.selections["turned"])})
        with self.assertRaisesRegex(facespace.FaceSpaceError, "“120” is no row of the project"):
            p.tag("beyond", [119, 120])
        self.assertNotIn("beyond", p.tags)

    def test_the_notebook_runs(self):
        with open(os.path.join(HERE, "..", "..", "resources", "notebooks", "tour.ipynb"), encoding="utf-8") as file:
            cells = [cell["source"] for cell in json.load(file)["cells"] if cell["cell_type"] == "code"]
        self.assertGreater(len(cells), 10)
        before = os.path.getsize(self.file)
        names, said = {}, io.StringIO()
        with mock.patch.dict(os.environ, FACESPACE_PROJECT=self.file, FACESPACE_CLI=CLI), contextlib.redirect_stdout(said):
            for number, source in enumerate(cells):
                if number == len(cells) - 1:
                    mine = names["p"]
                    self.assertIn("untypical", mine.tags)
                    self.assertEqual(mine.features("telling dimensions").shape, (120, 8))
                exec(compile(source, f"cell {number}", "exec"), names)  # noqa: S102: our own file
        self.assertIn("facespace --live", said.getvalue())
        self.assertEqual(os.path.getsize(self.file), before)
        self.assertFalse(os.path.exists(names["folder"]))

    def test_what_others_change_is_seen(self):
        before = self.project.networks
        cli("tag", self.file, "--name", "elsewhere", "--filter", "yaw > 0")
        self.assertIn("elsewhere", self.project.tags)
        self.assertEqual(self.project.networks, before)


class OddNames(unittest.TestCase):
    def setUp(self):
        warnings.simplefilter("ignore", facespace.FaceSpaceNote)
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.dir = self.temporary.name
        self.file = os.path.join(self.dir, "-p.facespace")
        manifest = os.path.join(self.dir, "m.csv")
        self.paths = ["a/Zoë, \"x\".jpg", "b/001.jpg", "b/NA.jpg"]
        with open(manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path", "identity", "code", "big"], [self.paths[0], "007", "01", 16777217],
                                     [self.paths[1], "007", "x", 0.1], [self.paths[2], "nul", "", 1e300]])
        cli("import", self.dir, "--manifest", manifest, "--no-images", "-o", self.file)

    def test_texts_stay_texts_and_numbers_lose_nothing(self):
        p = facespace.open(self.file, cli=CLI)
        self.assertEqual(list(p.images["path"]), self.paths)
        self.assertEqual(list(p.images["identity"]), ["007", "007", "nul"])
        self.assertEqual(list(p.metadata["code"].fillna("none")), ["01", "x", "none"])
        self.assertEqual(list(p.metadata["big"]), [16777217, 0.1, 1e300])
        self.assertEqual(list(p.images["file"]), ["", "", ""])

    def test_what_cannot_be_is_one_sentence(self):
        with self.assertRaisesRegex(facespace.FaceSpaceError, "FACESPACE_CLI|cannot be run"):
            facespace.open(self.file, cli=os.path.join(self.dir, "nothing"))
        with self.assertRaisesRegex(facespace.FaceSpaceError, "absent.facespace"):
            facespace.open(os.path.join(self.dir, "absent.facespace"), cli=CLI)
        p = facespace.open(self.file, cli=CLI)
        with self.assertRaisesRegex(facespace.FaceSpaceError, "no features yet"):
            p.features()
        with self.assertRaisesRegex(facespace.FaceSpaceError, "3 rows, one per image"):
            p.add_features("n", np.zeros((2, 4)))
        with self.assertRaisesRegex(facespace.FaceSpaceError, "“yaw” is read when images are imported"):
            p.add_columns({"yaw": [1, 2, 3]})
        with self.assertRaisesRegex(facespace.FaceSpaceError, "A mask has a value for each"):
            p.tag("t", np.array([True]))
        with self.assertRaisesRegex(facespace.FaceSpaceError, "no column “nothing” of metadata"):
            p.remove_columns("nothing")
        before = os.path.getsize(self.file)
        with self.assertRaises(facespace.FaceSpaceError):
            p.add_columns(pd.DataFrame({"x": [1, 2]}, index=[0, 0]))
        self.assertNotIn("x", p.table())
        self.assertEqual(before, os.path.getsize(self.file))

    def test_lists_go_from_one_command_to_the_next(self):
        rows = cli("export", self.file, "--rows", "-", "--filter", 'identity == "007"')
        self.assertEqual(rows.splitlines()[0], "row,path")
        run = subprocess.run([CLI, "tag", self.file, "--name", "agents", "--images", "-"], input=rows, text=True,
                             capture_output=True, check=True)
        self.assertEqual(run.stdout, "agents: given to 2 images\n")
        table = cli("export", self.file, "--table", "-")
        self.assertEqual(len(list(csv.DictReader(table.splitlines()))), 3)
        self.assertNotIn("rows,", table)
        both = subprocess.run([CLI, "export", self.file, "--table", "-", "--rows", "-"], text=True, capture_output=True,
                              check=False)
        self.assertEqual(both.returncode, 2)
        self.assertIn("Only one of the files", both.stderr)


if __name__ == "__main__":
    unittest.main()
