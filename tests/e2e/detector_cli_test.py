"""SCRFD face detectors as a user gives them to the command line: python3 detector_cli_test.py PATH/TO/facespace-cli

The detectors are made here (make_scrfd.py): graphs of the shape of InsightFace's, which find planted marks in place of faces. What
the program keeps of each image is held against PyTorch's own outputs, decoded here with NumPy as InsightFace's scrfd.py does.
"""
import csv
import hashlib
import importlib.util
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import numpy as np

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "facespace-cli"
HERE = os.path.dirname(os.path.abspath(__file__))
NETWORK = os.path.join(os.path.dirname(CLI), "../share/facespace/networks/rendered-a.json")
RED, GREEN, BLUE, GREY = (255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128)


def picture(width, height, *marks):
    """Grey with squares: (colour, left, top, side)."""
    image = np.empty((height, width, 3), np.uint8)
    image[:] = GREY
    for colour, x, y, side in marks:
        image[y:y + side, x:x + side] = colour
    return image


# Marks that fill one cell and parts of its neighbours, so that no two scores are equal; several in one image; images that are
# scaled down, up, and turned.
PICTURES = {
    "small_cells": picture(640, 480, (RED, 103, 118, 15)),
    "middle_cells": picture(640, 480, (GREEN, 303, 206, 32)),
    "large_cells": picture(640, 480, (BLUE, 410, 284, 63)),
    "all": picture(640, 640, (RED, 103, 118, 15), (GREEN, 303, 406, 32), (BLUE, 410, 124, 63), (GREEN, 462, 559, 31)),
    "shrunk": picture(1280, 720, (GREEN, 604, 316, 64)),
    "upright": picture(480, 640, (GREEN, 206, 398, 31)),
    "enlarged": picture(40, 30, (BLUE, 16, 12, 3)),
}
NO_FACE = {"plain": picture(320, 200), "pixel": picture(1, 1), "line": picture(2, 700)}


def bilinear(image, height, width):
    """cv2.resize(…, INTER_LINEAR), rounded to bytes."""
    def axis(x, length, to):
        at = np.clip((np.arange(to) + 0.5) * length / to - 0.5, 0, length - 1)
        low = np.floor(at).astype(int)
        high, part = np.minimum(low + 1, length - 1), (at - low).reshape(-1, *[1] * (x.ndim - 1))
        return x[low] * (1 - part) + x[high] * part
    rows = axis(image.astype(np.float64), image.shape[0], height)
    return np.rint(axis(rows.swapaxes(0, 1), image.shape[1], width).swapaxes(0, 1)).astype(np.uint8)


def faces_of(net, image, side=640, score=0.6, overlap=0.4):
    """(score, box x y w h, points 5 × 2) of all faces, best first: SCRFD.detect() of InsightFace, with a scale for each side."""
    height, width = image.shape[:2]
    if height > width:
        new_height, new_width = side, int(side / (height / width))
    else:
        new_width, new_height = side, int(side * (height / width))
    canvas = np.zeros((side, side, 3), np.uint8)
    same = (new_height, new_width) == (height, width)
    canvas[:new_height, :new_width] = image if same else bilinear(image, new_height, new_width)
    outputs, scale, found = MAKER.outputs(net, canvas), np.array([width / new_width, height / new_height]), []
    for level, stride in enumerate(MAKER.STRIDES):
        centres = np.stack(np.mgrid[:side // stride, :side // stride][::-1], -1).reshape(-1, 2) * stride
        centres = np.repeat(centres, 2, axis=0)
        scores, boxes = outputs[level].ravel(), outputs[3 + level] * stride
        points = outputs[6 + level].reshape(-1, 5, 2) * stride if net.landmarks else None
        for i in np.flatnonzero(scores >= score):
            low, high = (centres[i] - boxes[i, :2]) * scale, (centres[i] + boxes[i, 2:]) * scale
            found.append((scores[i], np.concatenate([low, high - low]), None if points is None else (centres[i] + points[i]) * scale))
    found.sort(key=lambda f: -f[0])
    kept = []
    for face in found:
        def share(other):
            a, b = face[1], other[1]
            both = np.prod(np.maximum(0, np.minimum(a[:2] + a[2:], b[:2] + b[2:]) - np.maximum(a[:2], b[:2]) + 1))
            return both / (np.prod(a[2:] + 1) + np.prod(b[2:] + 1) - both)
        if all(share(k) <= overlap for k in kept):
            kept.append(face)
    return kept


def prominent(faces, image):
    """The face that the image is of, as core/face/detect.cpp says it."""
    def weight(face):
        off = (face[1][:2] + face[1][2:] / 2) / image.shape[1::-1] - 0.5
        return np.prod(face[1][2:]) * np.exp(-4 * (off ** 2).sum())
    return max(faces, key=weight)


class Detectors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        global MAKER
        if not os.path.exists(NETWORK):
            raise unittest.SkipTest("the networks that come with FaceSpace are not here")
        try:
            where = importlib.util.spec_from_file_location("make_scrfd", os.path.join(HERE, "../unit/network/make_scrfd.py"))
            MAKER = importlib.util.module_from_spec(where)
            where.loader.exec_module(MAKER)
        except ImportError:
            raise unittest.SkipTest("no PyTorch here that could export networks") from None
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.dir = cls.temporary.name
        cls.env = os.environ | {"FACESPACE_TRUSTED_NETWORKS": cls.file("trusted.json")}
        cls.nets = {"scrfd": MAKER.Scrfd(), "scrfd_boxes": MAKER.Scrfd(landmarks=False), "scrfd_batched": MAKER.Scrfd(batched=True)}
        for name, net in cls.nets.items():
            MAKER.onnx.save_model(MAKER.exported(net), cls.file(name + ".onnx"))
        os.makedirs(cls.file("set/someone"))
        for name, image in (PICTURES | NO_FACE).items():
            with open(cls.file(f"set/someone/{name}.ppm"), "wb") as f:
                f.write(b"P6 %d %d 255\n" % image.shape[1::-1] + image.tobytes())
        with open(cls.file("set/someone/torn.ppm"), "wb") as f:
            f.write(b"P6 100 100 255\n" + b"x" * 50)

    @classmethod
    def file(cls, name):
        return os.path.join(cls.dir, name)

    def cli(self, *words, ok=0, env=None):
        run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=240, env=env or self.env)
        self.assertEqual(run.returncode, ok, f"{words}\n{run.stdout}\n{run.stderr}")
        return run.stdout + run.stderr

    def project(self, name):
        self.cli("import", self.file("set"), "-o", self.file(name))
        return self.file(name)

    def extracted(self, name, detector, *more):
        project = self.project(name)
        self.cli("extract", project, "--network", NETWORK, "--detector", self.file(detector + ".onnx"), "--no-gpu", "--trust", *more)
        return project

    def kept(self, project):
        """{name: (score, box, points)}, as the project holds them."""
        base = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
        rows = base.execute("SELECT path, score, box, landmarks FROM detected_face JOIN image ON image.id = image_id").fetchall()
        base.close()
        name = lambda path: os.path.splitext(os.path.basename(path.decode() if isinstance(path, bytes) else path))[0]
        return {name(p): (s, np.frombuffer(b, np.float32), np.frombuffer(m or b"", np.float32)) for p, s, b, m in rows}

    def skipped(self, project):
        self.cli("export", project, "--skipped", self.file("skipped.csv"))
        with open(self.file("skipped.csv"), newline="", encoding="utf-8") as f:
            return {os.path.splitext(os.path.basename(r["path"]))[0]: r["reason"] for r in csv.DictReader(f)}

    def check(self, project, net, **options):
        kept = self.kept(project)
        faces = {name: faces_of(net, image, **options) for name, image in PICTURES.items()}
        self.assertEqual(set(kept), {name for name, found in faces.items() if found})
        self.assertGreater(len(kept), 3)
        for name in kept:
            with self.subTest(name):
                image = PICTURES[name]
                score, box, points = prominent(faces[name], image)
                # Scaled images differ by one level in some pixels.
                exact = max(image.shape[:2]) == options.get("side", 640)
                self.assertAlmostEqual(kept[name][0], score, delta=1e-4 if exact else 0.02)
                scale = max(image.shape[:2]) / options.get("side", 640)
                np.testing.assert_allclose(kept[name][1], box, atol=0.01 if exact else 1.5 * scale)
                if points is not None:
                    np.testing.assert_allclose(kept[name][2], points.ravel(), atol=0.01 if exact else 1.5 * scale)

    def test_what_was_found_is_in_table_filter_and_export(self):
        project = self.extracted("columns.facespace", "scrfd")
        kept = self.kept(project)
        self.cli("export", project, "--table", self.file("faces.csv"))
        with open(self.file("faces.csv"), newline="", encoding="utf-8") as f:
            rows = {os.path.splitext(os.path.basename(r["path"]))[0]: r for r in csv.DictReader(f)}
        for name, row in rows.items():
            with self.subTest(name):
                if name not in kept:
                    self.assertEqual((row["box_x"], row["detector_score"], row["lm_x1"], row["landmark_yaw"]), ("", "", "", ""))
                    continue
                score, box, points = kept[name]
                self.assertAlmostEqual(float(row["detector_score"]), score, places=6)
                np.testing.assert_allclose([float(row[f"box_{side}"]) for side in "xywh"], box, rtol=1e-6)
                np.testing.assert_allclose([float(row[f"lm_{a}{i}"]) for i in range(1, 6) for a in "xy"], points, rtol=1e-6)
                self.assertTrue(-180 <= float(row["landmark_yaw"]) <= 180 and -180 <= float(row["landmark_roll"]) <= 180)
        middle = sorted(score for score, _, _ in kept.values())[len(kept) // 2]
        self.cli("export", project, "--filter", f"detector_score >= {middle:.6f}", "--table", self.file("sure.csv"))
        with open(self.file("sure.csv"), newline="", encoding="utf-8") as f:
            self.assertEqual(sum(1 for _ in csv.DictReader(f)), sum(s >= float(f"{middle:.6f}") for s, _, _ in kept.values()))
        # The exported table is a manifest: the same faces, without a detector.
        self.cli("import", self.file("set"), "--manifest", self.file("faces.csv"), "-o", self.file("again.facespace"))
        self.cli("export", self.file("again.facespace"), "--table", self.file("again.csv"))
        with open(self.file("again.csv"), newline="", encoding="utf-8") as f:
            for row in csv.DictReader(f):
                name = os.path.splitext(os.path.basename(row["path"]))[0]
                self.assertEqual([row[f"lm_{a}{i}"] for i in range(1, 6) for a in "xy"],
                                 [rows[name][f"lm_{a}{i}"] for i in range(1, 6) for a in "xy"])

    def test_faces_are_those_of_insightfaces_decoding(self):
        self.assertGreater(len(faces_of(self.nets["scrfd"], PICTURES["all"])), 2, "several faces to choose from")
        for name in ("scrfd", "scrfd_batched"):
            self.check(self.extracted(name + ".facespace", name), self.nets[name])

    def test_images_without_a_face_are_skipped_one_by_one(self):
        project = self.extracted("skips.facespace", "scrfd")
        reasons = self.skipped(project)
        self.assertEqual(set(reasons), {*NO_FACE, "torn"})
        for name in NO_FACE:
            self.assertEqual(reasons[name], "No face was found.")
        self.assertIn("torn.ppm", reasons["torn"])

    def test_size_and_score_are_options(self):
        project = self.extracted("small.facespace", "scrfd", "--detector-size", "512", "--detector-score", "0.55")
        self.check(project, self.nets["scrfd"], side=512, score=0.55)
        project = self.extracted("strict.facespace", "scrfd", "--detector-score", "1", "--no-face", "centre")
        self.assertEqual(self.kept(project), {})

    def test_a_detector_may_give_boxes_only(self):
        project = self.extracted("boxes.facespace", "scrfd_boxes")
        self.check(project, self.nets["scrfd_boxes"])
        self.assertTrue(all(len(points) == 0 for _, _, points in self.kept(project).values()))
        self.assertEqual(set(self.skipped(project)), {*NO_FACE, "torn"})
        # What was kept serves the next extraction.
        said = self.cli("extract", project, "--network", NETWORK, "--align", "box", "--name", "again", "--no-gpu")
        self.assertIn(f"{len(PICTURES)} features extracted", said)
        project = self.extracted("points.facespace", "scrfd_boxes", "--align", "landmarks")
        reasons = self.skipped(project)
        for name in PICTURES:
            self.assertIn("gives no landmarks", reasons[name])
        for name in NO_FACE:
            self.assertEqual(reasons[name], "No face was found.")

    def test_a_detector_runs_only_where_it_is_allowed(self):
        with open(self.file("scrfd.onnx"), "rb") as f:
            sha256 = hashlib.sha256(f.read()).hexdigest()
        env = self.env | {"FACESPACE_TRUSTED_NETWORKS": self.file("others.json")}
        project = self.project("asked.facespace")
        words = ("extract", project, "--network", NETWORK, "--detector", self.file("scrfd.onnx"), "--no-gpu")
        said = self.cli(*words, ok=1, env=env)
        self.assertIn("--trust", said)
        self.assertIn(sha256, said)
        self.assertEqual(self.kept(project), {})
        self.cli(*words, "--trust", env=env)
        self.cli(*words, "--name", "listed", env=env)
        self.assertEqual(set(self.kept(project)), set(PICTURES))

    def test_it_is_called_what_it_is(self):
        self.assertIn("an SCRFD detector; choose it", self.cli("network", self.file("scrfd.onnx"), ok=1))
        self.assertIn("an SCRFD detector without landmarks", self.cli("network", self.file("scrfd_boxes.onnx"), ok=1))
        # As a network it is no YuNet, and other files are no detectors.
        with open(self.file("none.onnx"), "wb") as f:
            f.write(b"nothing")
        said = self.cli("extract", self.project("none.facespace"), "--network", NETWORK, "--detector", self.file("none.onnx"), ok=1)
        self.assertIn("choose a YuNet or SCRFD ONNX file", said)


if __name__ == "__main__":
    unittest.main()
