"""Containers of images as a user gives them to the command line: python3 container_cli_test.py PATH/TO/facespace-cli

Faces are rendered by the program; the containers are written here from their files, by the formats' own rules. What a
network says of an image may not depend on where it lies.
"""
import csv
import io
import os
import pickle
import struct
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

import numpy as np

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "facespace-cli"
NETWORK = os.path.join(os.path.dirname(CLI), "../share/facespace/networks/rendered-a.json")
MAGIC = 0xCED7230A


def cli(*words, ok=0):
    run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=240)
    if run.returncode != ok:
        raise AssertionError(f"{words}: exit {run.returncode}, not {ok}\n{run.stdout}\n{run.stderr}")
    return run


def rows(path):
    with open(path, newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


def record(label, key, image):
    """MXNet's IRHeader and image as one RecordIO record; none of these images holds the magic number."""
    data = struct.pack("<IfQQ", 0, label, key, 0) + image
    assert struct.pack("<I", MAGIC) not in data
    return struct.pack("<II", MAGIC, len(data)) + data + b"\0" * (-len(data) % 4)


class Containers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not os.path.exists(NETWORK):
            raise unittest.SkipTest("the networks that come with FaceSpace are not here")
        cls.temporary = tempfile.TemporaryDirectory()
        cls.dir = cls.temporary.name
        cls.faces = os.path.join(cls.dir, "faces")
        cli("synth", "-o", cls.faces, "--identities", 4, "--images", 24, "--size", 96)
        # Without landmarks: a container of images has none.
        cls.images = [(r["path"], r["identity"]) for r in rows(os.path.join(cls.faces, "manifest.csv"))]
        manifest = os.path.join(cls.faces, "plain.csv")
        with open(manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path", "identity"], *cls.images])
        cls.project = os.path.join(cls.dir, "files.facespace")
        cli("import", cls.faces, "--manifest", manifest, "-o", cls.project)
        cls.features = cls.extracted(cls.project)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def extracted(cls, project):
        cli("extract", project, "--network", NETWORK, "--trust")
        npy = project + ".npy"
        cli("export", project, "--features", npy)
        return np.load(npy)

    def bytes_of(self, image):
        with open(os.path.join(self.faces, image), "rb") as f:
            return f.read()

    def same_as_files(self, project, images=None):
        """All that reads images does so in the container as in files; returns the table."""
        at = [i for i, _ in enumerate(self.images)] if images is None else images
        np.testing.assert_array_equal(self.extracted(project), self.features[at])
        cli("quality", project, "--no-discard", "-o", project + ".quality")
        table = project + ".csv"
        cli("export", project, "--table", table, "--images", project + ".images")
        written = rows(table)
        measured = [c for c in written[0] if c in ("sharpness", "brightness", "contrast")]
        cli("probe", project, "--image", written[3]["path"], "--sweep", "blur=0:4:2", "-o", project + ".probe")
        copies = sorted(os.path.join(d, f) for d, _, files in os.walk(project + ".images") for f in files)
        self.assertEqual(len(copies), len(at))
        for copy in copies:
            with open(copy, "rb") as f:
                self.assertIn(f.read(), self.contents)
        return written, measured

    @property
    def contents(self):
        return {self.bytes_of(path) for path, _ in self.images}

    def test_recordio(self):
        people = sorted({identity for _, identity in self.images})
        rec, index = b"", ""
        for key, (path, identity) in enumerate(self.images, start=1):
            index += f"{key}\t{len(rec)}\n"
            rec += record(people.index(identity), key, self.bytes_of(path))
        folder = os.path.join(self.dir, "rec")
        os.makedirs(folder)
        for name, data in (("train.rec", rec), ("train.idx", index.encode())):
            with open(os.path.join(folder, name), "wb") as f:
                f.write(data)
        project = os.path.join(self.dir, "rec.facespace")
        run = cli("import", os.path.join(folder, "train.rec"), "-o", project)
        self.assertIn(f"{len(self.images)} images of {len(people)} identities (RecordIO)", run.stdout)
        table, _ = self.same_as_files(project)
        self.assertEqual([r["path"] for r in table], [f"train.rec/{i + 1:06d}" for i in range(len(self.images))])
        self.assertEqual([r["identity"] for r in table], [str(people.index(i)) for _, i in self.images])
        # Moved together, the project finds its images again; without them it says so.
        os.rename(folder, folder + " elsewhere")
        self.assertIn("not there", cli("extract", project, "--network", NETWORK, "--trust", "--name", "again", ok=1).stderr)

    def test_verification_set(self):
        rng = np.random.default_rng(5)
        people = {}
        for i, (_, identity) in enumerate(self.images):
            people.setdefault(identity, []).append(i)
        names, pairs = sorted(people), []
        for k in range(30):
            if k % 2 == 0:
                pairs.append((*rng.choice(people[names[k % len(names)]], 2, replace=False), True))
            else:
                a, b = rng.choice(len(names), 2, replace=False)
                pairs.append((rng.choice(people[names[a]]), rng.choice(people[names[b]]), False))
        at = [i for a, b, _ in pairs for i in (a, b)]
        same = [bool(s) for _, _, s in pairs]
        path = os.path.join(self.dir, "lfw.bin")
        accuracy = set()
        for protocol in (3, 4, 5):
            with open(path, "wb") as f:
                pickle.dump(([self.bytes_of(self.images[i][0]) for i in at], same), f, protocol=protocol)
            project = os.path.join(self.dir, f"pairs{protocol}.facespace")
            self.assertIn("60 images", cli("import", path, "-o", project).stdout)
            np.testing.assert_array_equal(self.extracted(project), self.features[at])
            out = project + ".verify"
            cli("verify", project, "-o", out)
            result, = rows(os.path.join(out, "verification.csv"))
            self.assertEqual((result["genuine_pairs"], result["impostor_pairs"]), (str(sum(same)), str(30 - sum(same))))
            self.assertIn("lfw.bin", result["pairs"])
            accuracy.add(result["fold_accuracy"])
        self.assertEqual(len(accuracy), 1)
        # The same pairs, named for another project of the same file.
        x = self.features.astype(float)
        cosine = np.array([x[a] @ x[b] / np.linalg.norm(x[a]) / np.linalg.norm(x[b]) for a, b, _ in pairs])
        auc = np.mean([(g > i) + (g == i) / 2 for g in cosine[same] for i in cosine[~np.array(same)]])
        self.assertAlmostEqual(float(result["auc"]), auc, places=6)
        # calculate_roc() of InsightFace's verification.py: ten folds of three pairs in the file's order, none shuffled.
        distance, truth, grid, right = 2 - 2 * cosine, np.array(same), np.arange(0, 4, 0.01), []
        for fold in np.arange(30) // 3 == np.arange(10)[:, None]:
            best = np.argmax([np.mean((distance[~fold] < t) == truth[~fold]) for t in grid])
            right.append(np.mean((distance[fold] < grid[best]) == truth[fold]))
        self.assertGreater(np.std(right), 0, "folds that differ")
        self.assertAlmostEqual(float(result["script_accuracy"]), np.mean(right), places=6)
        self.assertAlmostEqual(float(result["script_accuracy_sd"]), np.std(right), places=6)
        with open(path, "wb") as f:
            pickle.dump((np.zeros(3), [True]), f, protocol=4)
        refused = cli("import", path, "-o", os.path.join(self.dir, "none.facespace"), ok=1)
        self.assertIn("nothing in it is executed", refused.stderr)

    def test_archives(self):
        people = {identity: f"person {i}" for i, identity in enumerate(sorted({i for _, i in self.images}))}
        order = sorted(range(len(self.images)), key=lambda i: (people[self.images[i][1]], f"{i:03d}.png"))
        folder = os.path.join(self.dir, "archives")
        os.makedirs(folder)
        names = [f"set/{people[identity]}/{i:03d}{os.path.splitext(path)[1]}" for i, (path, identity) in enumerate(self.images)]
        with tarfile.open(os.path.join(folder, "set.tar"), "w") as tar, zipfile.ZipFile(os.path.join(folder, "set.zip"), "w") as z:
            for (path, _), name in zip(self.images, names):
                tar.add(os.path.join(self.faces, path), name)
                z.write(os.path.join(self.faces, path), name, zipfile.ZIP_DEFLATED)
        for name in ("set.tar", "set.zip"):
            project = os.path.join(self.dir, name + ".facespace")
            run = cli("import", os.path.join(folder, name), "-o", project)
            self.assertIn(f"{len(order)} images of {len(people)} identities", run.stdout)
            table, _ = self.same_as_files(project, order)
            self.assertEqual([r["path"] for r in table], [f"{name}/{names[i]}" for i in order])
        shards = os.path.join(self.dir, "shards")
        os.makedirs(shards)
        for shard in range(2):
            with tarfile.open(os.path.join(shards, f"train-{shard:06d}.tar"), "w") as tar:
                for i in range(shard * 12, shard * 12 + 12):
                    path, identity = self.images[i]
                    tar.add(os.path.join(self.faces, path), f"{i:06d}{os.path.splitext(path)[1]}")
                    label = people[identity].encode()
                    info = tarfile.TarInfo(f"{i:06d}.cls")
                    info.size = len(label)
                    tar.addfile(info, io.BytesIO(label))
        project = os.path.join(self.dir, "shards.facespace")
        self.assertIn("(WebDataset)", cli("import", shards, "-o", project).stdout)
        table, _ = self.same_as_files(project)
        self.assertEqual([r["identity"] for r in table], [people[identity] for _, identity in self.images])

    def test_export_of_containers(self):
        out = os.path.join(self.dir, "out")
        os.makedirs(out)
        rec, pairs = os.path.join(out, "train.rec"), os.path.join(out, "own.bin")
        self.assertIn("24 images", cli("export", self.project, "--rec", rec).stdout)
        with open(os.path.join(out, "property"), encoding="ascii") as f:
            self.assertEqual(f.read().strip(), "4,96,96")
        lines = self.bytes_of(os.path.join(out, "train.idx")).decode().splitlines()
        index = dict(map(int, line.split("\t")) for line in lines)
        data = self.bytes_of(rec)

        def labels(key):
            magic, length, flag, label = struct.unpack_from("<IIIf", data, index[key])
            self.assertEqual(magic, MAGIC)
            return struct.unpack_from(f"<{flag}f", data, index[key] + 32) if flag else (label,)

        self.assertEqual(labels(0), (25, 29))
        self.assertEqual([labels(key) for key in range(25, 29)], [(1 + 6 * i, 7 + 6 * i) for i in range(4)])
        self.assertEqual([labels(key)[0] for key in range(1, 25)], [i // 6 for i in range(24)])
        project = os.path.join(self.dir, "again.facespace")
        run = cli("import", rec, "-o", project)
        self.assertNotIn("note", run.stderr.lower())
        cli("export", project, "--table", project + ".csv")
        table = rows(project + ".csv")
        identities = {r["label"]: r["identity"] for r in rows(os.path.join(out, "train.identities.csv"))}
        self.assertEqual([(r["source"], identities[r["identity"]]) for r in table],
                         sorted(self.images, key=lambda image: image[1]))

        self.assertIn("40 pairs", cli("export", self.project, "--bin", pairs, "--pairs", 40).stdout)
        with open(pairs, "rb") as f:
            images, same = pickle.load(f)
        self.assertEqual((len(images), sum(same), len(same)), (80, 20, 40))
        known = {self.bytes_of(path): identity for path, identity in self.images}
        for i, one in enumerate(same):
            self.assertEqual(known[images[2 * i]] == known[images[2 * i + 1]], one)
        again = os.path.join(self.dir, "again", "again.bin")
        os.mkdir(os.path.dirname(again))
        cli("import", pairs, "-o", os.path.join(self.dir, "own.facespace"))
        cli("export", os.path.join(self.dir, "own.facespace"), "--bin", again)
        with open(again, "rb") as f:
            self.assertEqual(pickle.load(f), (images, same))
        self.assertIn("should end in .rec", cli("export", self.project, "--rec", os.path.join(out, "a.csv"), ok=1).stderr)
        self.assertIn("privacy", cli("export", self.project, "--rec", rec, "--privacy", ok=1).stderr)
        inside = os.path.join(self.faces, "a.rec")
        self.assertIn("lies in the image set", cli("export", self.project, "--rec", inside, ok=1).stderr)


if __name__ == "__main__":
    unittest.main()
