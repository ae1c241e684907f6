"""Every recipe of the manual's page “Bring your own”: python3 bring_your_own_test.py PATH/TO/facespace-cli

A recipe is a row of a table there, known by its second column. Its function here makes the files that the row speaks of, has the
row's own command run, and holds the outcome against what was planted. A row without function, or a function without row, fails.
"""
import csv
import os
import re
import shlex
import subprocess
import sys
import tempfile
import unicodedata
import unittest

import numpy as np

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "facespace-cli"
MANUAL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../resources/manual/bring-your-own.md")
PEOPLE, EACH, DIMENSION = 6, 4, 8
RECIPES = {}


def recipe(title):
    def add(function):
        assert title not in RECIPES, title
        RECIPES[title] = function
        return function
    return add


def rows_of_manual():
    """{section: {second column: [commands]}}"""
    sections, section = {}, None
    for line in open(MANUAL, encoding="utf-8"):
        if line.startswith("## "):
            section = sections.setdefault(line[3:].strip(), {})
        cells = [c.strip() for c in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if section is not None and len(cells) == 4 and "`facespace-cli" in cells[2]:
            assert cells[1] not in section, cells[1]
            section[cells[1]] = re.findall(r"`facespace-cli ([^`]*)`", cells[2])
    return sections


class Bench:
    """A folder in which a recipe's files lie and its commands run."""

    def __init__(self, folder, commands):
        self.folder, self.commands = folder, commands
        self.rng = np.random.default_rng(5)
        self.said = ""

    def cli(self, *words, ok=0):
        run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=120, cwd=self.folder)
        assert run.returncode == ok, f"{words}: exit {run.returncode}\n{run.stdout}\n{run.stderr}"
        return run.stdout + run.stderr

    def run(self):
        """The manual's commands."""
        for command in self.commands:
            self.said += self.cli(*shlex.split(command))
        return self.said

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as f:
            f.write(text)

    def image(self, name):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(b"P6 8 8 255\n" + self.rng.integers(0, 256, 192, dtype=np.uint8).tobytes())

    def table(self, project="p.facespace"):
        self.cli("export", project, "--table", "t.csv")
        with open(os.path.join(self.folder, "t.csv"), newline="", encoding="utf-8") as f:
            return list(csv.DictReader(f))

    def pairs_of(self, *columns):
        return [tuple(row[c] for c in columns) for row in self.table()]

    # A project with planted features: people 0 … PEOPLE-1 with EACH images.
    def planted(self, path=lambda p, k: f"P{p}/P{p}_{k + 1:04d}.jpg", columns=None, features=True):
        self.paths = [path(p, k) for p in range(PEOPLE) for k in range(EACH)]
        self.person = [p for p in range(PEOPLE) for _ in range(EACH)]
        self.features = (self.rng.normal(size=(PEOPLE, DIMENSION))[self.person]
                         + 0.7 * self.rng.normal(size=(len(self.paths), DIMENSION))).astype(np.float32)
        header = ["path", "identity", *(columns or {})]
        rows = [[p, f"P{who}", *[c[i] for c in (columns or {}).values()]] for i, (p, who) in enumerate(zip(self.paths, self.person))]
        self.write("man.csv", "\n".join(",".join(map(str, r)) for r in [header, *rows]) + "\n")
        self.cli("import", "--manifest", "man.csv", "--no-images", "-o", "p.facespace")
        if features:
            np.save(os.path.join(self.folder, "given.npy"), self.features)
            self.cli("import-features", "p.facespace", "given.npy", "--name", "given")

    def imported_features(self):
        self.cli("export", "p.facespace", "--features", "back.npy")
        return np.load(os.path.join(self.folder, "back.npy"))

    def pairs(self):
        """Rows of pairs with their label, in folds of two genuine and two impostor ones."""
        pairs = []
        for fold in range(3):
            a, b = 2 * fold, 2 * fold + 1
            pairs += [(EACH * a, EACH * a + 1, 1, fold), (EACH * b + 1, EACH * b + 3, 1, fold),
                      (EACH * a, EACH * b, 0, fold), (EACH * a + 2, EACH * b + 3, 0, fold)]
        return pairs

    def verification(self):
        with open(os.path.join(self.folder, "v", "verification.csv"), newline="", encoding="utf-8") as f:
            return next(csv.DictReader(f))


def auc(scores, same):
    genuine, impostor = scores[same == 1], scores[same == 0]
    return np.mean((genuine[:, None] > impostor) + 0.5 * (genuine[:, None] == impostor))


def cosines(x, pairs):
    unit = x / np.linalg.norm(x, axis=1, keepdims=True)
    return np.array([unit[a] @ unit[b] for a, b, *_ in pairs])


def script_accuracy(x, pairs):
    """calculate_roc() and calculate_accuracy() of InsightFace's verification.py, with scikit-learn's KFold(10) written out."""
    distance, same = 2 - 2 * cosines(x.astype(np.float64), pairs), np.array([p[2] for p in pairs]) == 1
    n, begin, accuracy = len(pairs), 0, []
    for fold in range(10):
        end = begin + n // 10 + (1 if fold < n % 10 else 0)
        test = np.zeros(n, bool)
        test[begin:end] = True
        right = [np.mean((distance[~test] < t) == same[~test]) for t in np.arange(0, 4, 0.01)]
        best = np.arange(0, 4, 0.01)[int(np.argmax(right))]
        accuracy.append(np.mean((distance[test] < best) == same[test]))
        begin = end
    return np.mean(accuracy), np.std(accuracy)


def check_pairs(t, b, folds=3, missing=0):
    v = b.verification()
    pairs = b.pairs()
    same = np.array([p[2] for p in pairs])
    t.assertEqual((v["genuine_pairs"], v["impostor_pairs"], v["missing_pairs"]), ("6", "6", str(missing)))
    t.assertAlmostEqual(float(v["auc"]), auc(cosines(b.features.astype(float), pairs), same), places=5)
    mean, sd = script_accuracy(b.features, pairs)
    t.assertAlmostEqual(float(v["script_accuracy"]), mean, places=5)
    t.assertAlmostEqual(float(v["script_accuracy_sd"]), sd, places=5)
    t.assertEqual(v["fold_accuracy"] != "", folds > 1)
    t.assertNotIn("against the identities", v["note"])


# ── Image sets ──────────────────────────────────────────────────────────────────────────────────────────────────────


@recipe("a folder for each person")
def _(t, b):
    for name in ("Ann_Lee/Ann_Lee_0001.ppm", "Ann_Lee/Ann_Lee_0002.ppm", "Bo/Bo_0001.ppm"):
        b.image(f"lfw/{name}")
    b.run()
    t.assertEqual(b.pairs_of("path", "identity"), [("Ann_Lee/Ann_Lee_0001.ppm", "Ann_Lee"), ("Ann_Lee/Ann_Lee_0002.ppm", "Ann_Lee"), ("Bo/Bo_0001.ppm", "Bo")])


@recipe("people in folders of races or splits")
def _(t, b):
    for name in ("African/m.01/1.ppm", "Asian/m.02/1.ppm", "Asian/m.03/1.ppm"):
        b.image(f"rfw/{name}")
    b.run()
    t.assertEqual(b.pairs_of("identity", "folder"), [("m.01", "African"), ("m.02", "Asian"), ("m.03", "Asian")])


@recipe("folders of kinds below each person")
def _(t, b):
    for person in ("001", "002", "003"):
        for kind in ("frontal", "profile"):
            b.image(f"Images/{person}/{kind}/01.ppm")
    b.run()
    t.assertEqual(b.pairs_of("identity", "folder")[:3], [("001", "frontal"), ("001", "profile"), ("002", "frontal")])


@recipe("links")
def _(t, b):
    b.image("pool/A/1.ppm")
    b.image("pool/blob.ppm")
    os.makedirs(os.path.join(b.folder, "subset/B"))
    os.symlink("../pool/A", os.path.join(b.folder, "subset/A"))
    os.symlink("../../pool/blob.ppm", os.path.join(b.folder, "subset/B/2.ppm"))
    t.assertIn("were followed", b.run())
    t.assertEqual(b.pairs_of("path", "identity"), [("A/1.ppm", "A"), ("B/2.ppm", "B")])
    # What was followed can be read.
    b.cli("export", "p.facespace", "--images", "copies")
    t.assertEqual(sorted(f for _, _, files in os.walk(os.path.join(b.folder, "copies")) for f in files), ["1.ppm", "2.ppm"])


@recipe("names, identity first")
def _(t, b):
    for name in ("Ann_Lee_0001.jpg", "Ann_Lee_0002.jpg", "Bo_0001.jpg"):
        b.image(f"frames/{name}")
    b.run()
    t.assertEqual(b.pairs_of("identity", "frame"), [("Ann_Lee", "0001"), ("Ann_Lee", "0002"), ("Bo", "0001")])


@recipe("names with head pose")
def _(t, b):
    for name in ("person01100-90+0.jpg", "person01146+30-15.jpg", "person02203-30+90.jpg"):
        b.image(f"pointing/{name}")
    b.run()
    t.assertEqual(b.pairs_of("identity", "yaw", "pitch", "series", "n"), [
        ("person01", "0", "-90", "1", "00"), ("person01", "15", "30", "1", "46"), ("person02", "-90", "-30", "2", "03")])


@recipe("names with age")
def _(t, b):
    for name in ("0_MariaCallas_35_f.jpg", "1_MariaCallas_47_f.jpg", "10012_LeonardBernstein_61_m.jpg"):
        b.image(f"AgeDB/{name}")
    t.assertIn("AgeDB's", b.run())
    t.assertEqual(b.pairs_of("identity", "age", "gender"),
                  [("MariaCallas", "35", "f"), ("LeonardBernstein", "61", "m"), ("MariaCallas", "47", "f")])


@recipe("identity list without header")
def _(t, b):
    for i in range(1, 4):
        b.image(f"img_align_celeba/{i:06d}.jpg")
    b.write("identity_CelebA.txt", "000001.jpg 2880\n000002.jpg 2937\n000003.jpg 2880\n")
    b.run()
    t.assertEqual(b.pairs_of("path", "identity"), [("000001.jpg", "2880"), ("000002.jpg", "2937"), ("000003.jpg", "2880")])


@recipe(".lst")
def _(t, b):
    for name in ("a/1.jpg", "a/2.jpg", "b/1.jpg"):
        b.image(f"faces/{name}")
    b.write("train.lst", "0\t7.000000\ta/1.jpg\n1\t7.000000\ta/2.jpg\n2\t9.000000\tb/1.jpg\n")
    b.run()
    t.assertEqual([(r["path"], r["identity"]) for r in b.table()], [("a/1.jpg", "7"), ("a/2.jpg", "7"), ("b/1.jpg", "9")])
    t.assertEqual(set(b.table()[0]), {"path", "identity"})


@recipe("paths alone")
def _(t, b):
    b.image("faces/Ann Lee/1.jpg")
    b.image("faces/Bo/2.jpg")
    b.write("list.txt", "Ann Lee/1.jpg\nBo/2.jpg\n")
    b.run()
    t.assertEqual(b.pairs_of("path", "identity"), [("Ann Lee/1.jpg", "Ann Lee"), ("Bo/2.jpg", "Bo")])


@recipe("ijbc_face_tid_mid.txt with its fellows")
def _(t, b):
    for i in range(1, 5):
        b.image(f"loose_crop/{i}.jpg")
    b.write("meta/ijbc_face_tid_mid.txt", "1.jpg 11 7\n2.jpg 11 8\n3.jpg 12 9\n4.jpg 20 10\n")
    b.write("meta/ijbc_name_5pts_score.txt", "".join(f"{i}.jpg 1 2 5 2 3 4 2 6 4 6 0.{i}\n" for i in range(1, 5)))
    b.write("meta/ijbc_template_pair_label.txt", "11 12 1\n11 20 0\n12 20 0\n")
    t.assertIn("name no people", b.run())
    t.assertEqual(b.pairs_of("path", "identity", "TEMPLATE_ID", "MEDIA_ID", "DETECTOR_SCORE"), [
        ("1.jpg", "11", "11", "7", "0.1"), ("2.jpg", "11", "11", "8", "0.2"), ("3.jpg", "11", "12", "9", "0.3"), ("4.jpg", "20", "20", "10", "0.4")])
    t.assertIn("landmarks: 4", b.cli("info", "p.facespace"))


@recipe("CSV with other names")
def _(t, b):
    b.image("faces/a.jpg")
    b.image("faces/b.jpg")
    b.write("labels.csv", "image_path,subject,pan,tilt\na.jpg,Ann,30,-5\nb.jpg,Bo,-12.5,4\n")
    b.run()
    t.assertEqual(b.pairs_of("identity", "yaw", "pitch"), [("Ann", "-30", "-5"), ("Bo", "12.5", "4")])
    t.assertIn("--map pitch=tilt,yaw=pan", b.cli("import", "faces", "--manifest", "labels.csv", "-o", "q.facespace"))


@recipe("CSV with row numbers and NA")
def _(t, b):
    for name in "abc":
        b.image(f"faces/{name}.jpg")
    b.write("meta.csv", ",path,identity,yaw,age\n0,a.jpg,A,NA,30\n1,b.jpg,B,4.5,nan\n2,c.jpg,C,None,31.5\n")
    t.assertIn("numbers the rows", b.run())
    t.assertEqual(b.pairs_of("identity", "yaw", "age"), [("A", "", "30"), ("B", "4.5", ""), ("C", "", "31.5")])
    t.assertIn("2 rows", b.cli("export", "p.facespace", "--table", "u.csv", "--filter", "age > 1"))


@recipe("CSV with rows that cannot be used")
def _(t, b):
    for name in "abc":
        b.image(f"faces/{name}.jpg")
    b.write("labels.csv", "path,identity,yaw\na.jpg,A,1\nb.jpg,,2\nc.jpg,C,wrong\n")
    t.assertIn("--skip-bad-rows", b.cli("import", "faces", "--manifest", "labels.csv", "-o", "q.facespace", ok=1))
    said = b.run()
    t.assertIn("2 rows cannot be used", said)
    t.assertIn("“wrong”", said)
    t.assertEqual(b.pairs_of("identity"), [("A",)])


@recipe("Unicode taken apart (NFD)")
def _(t, b):
    nfc, nfd = (unicodedata.normalize(form, "José") for form in ("NFC", "NFD"))
    b.image(f"faces/{nfd}/1.jpg")
    b.image("faces/x/2.jpg")
    b.write("labels.csv", f"path,identity\n{nfc}/1.jpg,{nfc}\nx/2.jpg,{nfd}\n")
    t.assertNotIn("not in", b.run())
    t.assertEqual(b.pairs_of("identity"), [(nfc,), (nfc,)])


# ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@recipe("CSV with semicolons, file names with their folders")
def _(t, b):
    b.planted(features=False)
    lines = ["Filename;UnifiedQualityScore;Sharpness.scalar"]
    lines += [f"/data/set/{path};{i}.5;{100 - i}" for i, path in enumerate(b.paths[:-1])]
    b.write("ofiq.csv", "\r\n".join([*lines, "/data/set/elsewhere.jpg;1;2"]) + "\r\n")
    said = b.run()
    t.assertIn("elsewhere.jpg", said)
    t.assertIn("1 image has no row", said)
    rows = b.table()
    t.assertEqual([r["ofiq_UnifiedQualityScore"] for r in rows], [f"{i}.5" for i in range(len(rows) - 1)] + [""])
    t.assertEqual(rows[3]["ofiq_Sharpness.scalar"], "97")
    t.assertIn("already", b.cli("join", "p.facespace", "ofiq.csv", "--prefix", "ofiq_", ok=1))
    b.cli("join", "p.facespace", "ofiq.csv", "--prefix", "ofiq_", "--replace")
    t.assertEqual(b.table(), rows)


@recipe("a count above, images without a name")
def _(t, b):
    b.planted(path=lambda p, k: f"{p * EACH + k + 1:06d}.jpg", features=False)
    lines = [f"{path}  {1 if i % 2 else -1} {1 if i % 3 else -1}" for i, path in enumerate(b.paths)]
    b.write("list_attr_celeba.txt", "\n".join([str(len(lines)), "Smiling Young", *lines]) + "\n")
    b.run()
    t.assertEqual(b.pairs_of("Smiling", "Young")[:3], [("-1", "-1"), ("1", "1"), ("-1", "1")])


# ── Features ────────────────────────────────────────────────────────────────────────────────────────────────────────


def check_features(t, b):
    b.run()
    np.testing.assert_array_equal(b.imported_features(), b.features)


def shuffled(b):
    return b.rng.permutation(len(b.paths))


@recipe(".npy in the order of the images")
def _(t, b):
    b.planted(features=False)
    np.save(os.path.join(b.folder, "f.npy"), b.features)
    check_features(t, b)


@recipe(".npy beside a list of paths")
def _(t, b):
    b.planted(path=lambda p, k: f"P {p}/{k}.jpg", features=False)
    order = shuffled(b)
    np.save(os.path.join(b.folder, "f.npy"), b.features[order])
    b.write("paths.txt", "".join(f"/data/set/{b.paths[i]}\n" for i in order))
    check_features(t, b)


@recipe(".npz with features, names and labels")
def _(t, b):
    b.planted(features=False)
    order = shuffled(b)
    np.savez(os.path.join(b.folder, "f.npz"), embeddings=b.features[order], names=np.array(b.paths)[order],
             labels=np.array(b.person)[order])
    check_features(t, b)


@recipe("text separated by blanks")
def _(t, b):
    b.planted(features=False)
    np.savetxt(os.path.join(b.folder, "f.txt"), b.features, header="eight features")
    check_features(t, b)


@recipe("CSV with row numbers")
def _(t, b):
    b.planted(features=False)
    lines = [",".join(map(str, [i, *map(float, row)])) for i, row in enumerate(b.features)]
    b.write("f.csv", "\n".join(["," + ",".join(f"f{j}" for j in range(DIMENSION)), *lines]) + "\n")
    check_features(t, b)
    t.assertIn("numbers the rows", b.said)


@recipe("path v1 v2 …")
def _(t, b):
    b.planted(features=False)
    b.write("f.txt", "".join(f"{b.paths[i]} " + " ".join(map(str, map(float, b.features[i]))) + "\n" for i in shuffled(b)))
    check_features(t, b)


@recipe("vectors.tsv with metadata.tsv")
def _(t, b):
    b.planted(features=False)
    order = shuffled(b)
    b.write("vectors.tsv", "".join("\t".join(map(str, map(float, b.features[i]))) + "\n" for i in order))
    b.write("metadata.tsv", "".join(["label\tfilename\n", *[f"{b.person[i]}\t{b.paths[i]}\n" for i in order]]))
    check_features(t, b)
    # One column, without header.
    b.write("metadata.tsv", "".join(b.paths[i] + "\n" for i in order))
    b.cli("import-features", "p.facespace", "vectors.tsv", "--index", "metadata.tsv", "--name", "m")
    b.cli("export", "p.facespace", "--network", "m", "--features", "m.npy")
    np.testing.assert_array_equal(np.load(os.path.join(b.folder, "m.npy")), b.features)


# ── Pairs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def lfw_lines(b, separator):
    lines = []
    for i, j, same, _ in b.pairs():
        name = [f"P{b.person[k]}" for k in (i, j)]
        number = [str(k % EACH + 1) for k in (i, j)]
        lines.append(separator.join([name[0], *number] if same else [name[0], number[0], name[1], number[1]]))
    return lines


@recipe("pairs.txt")
def _(t, b):
    b.planted()
    b.write("pairs.txt", "\n".join(["3\t2", *lfw_lines(b, "\t")]) + "\n")
    t.assertIn("as the scripts of FaceNet and InsightFace", b.run())
    check_pairs(t, b)


@recipe("pairs without the line above, by blanks or commas")
def _(t, b):
    b.planted(path=lambda p, k: f"race/P{p}/{k + 1}.png")
    b.write("pairs.txt", "\ufeff" + "\r\n".join(lfw_lines(b, " ")) + "\r\n")
    b.run()
    check_pairs(t, b)
    b.write("pairs.txt", "\n".join(["name,imagenum1,imagenum2,", *lfw_lines(b, ",")]) + "\n")
    b.cli("verify", "p.facespace", "--protocol", "pairs.txt", "-o", "w")
    with open(os.path.join(b.folder, "w/verification.csv")) as w, open(os.path.join(b.folder, "v/verification.csv")) as v:
        t.assertEqual(w.read(), v.read())


@recipe("path path label")
def _(t, b):
    b.planted(path=lambda p, k: f"P {p}/{k + 1}.jpg")
    b.write("pairs.txt", "".join(f"{b.paths[i]} {b.paths[j]} {same}\n" for i, j, same, _ in b.pairs()))
    b.run()
    check_pairs(t, b, folds=1)


@recipe("CSV with label and fold")
def _(t, b):
    b.planted()
    b.write("bfw.csv", "".join(["fold,p1,p2,label,att1,att2\n", *[f"{fold + 1},{b.paths[i]},{b.paths[j]},{same},asian_females,asian_males\n"
                                                                 for i, j, same, fold in b.pairs()]]))
    b.run()
    check_pairs(t, b)


@recipe("two lines a pair")
def _(t, b):
    b.planted()
    b.write("pairs_CALFW.txt", "".join(f"{os.path.basename(b.paths[k])} {(fold + 1) * same}\n" for i, j, same, fold in b.pairs() for k in (i, j)))
    b.run()
    check_pairs(t, b, folds=1)


@recipe("a folder of folds")
def _(t, b):
    b.planted(path=lambda p, k: f"Data/Images/{p:03d}/{'frontal' if k < 2 else 'profile'}/{k % 2 + 1:02d}.jpg")
    kinds = {"F": [i for i, p in enumerate(b.paths) if "frontal" in p], "P": [i for i, p in enumerate(b.paths) if "profile" in p]}
    for kind, rows in kinds.items():
        b.write(f"Protocol/Pair_list_{kind}.txt", "".join(f"{n + 1} ../{b.paths[i]}\n" for n, i in enumerate(rows)))
    number = {i: n + 1 for rows in kinds.values() for n, i in enumerate(rows)}
    expected = []
    for fold in range(3):
        a, c = EACH * 2 * fold, EACH * (2 * fold + 1)
        same, diff = [(a, a + 2), (c + 1, c + 3)], [(a, c + 2), (a + 1, c + 3)]
        expected += [(i, j, 1, fold) for i, j in same] + [(i, j, 0, fold) for i, j in diff]
        for name, pairs in (("same", same), ("diff", diff)):
            b.write(f"Protocol/Split/FP/{fold + 1:02d}/{name}.txt", "".join(f"{number[i]},{number[j]}\n" for i, j in pairs))
    b.run()
    b.pairs = lambda: expected
    check_pairs(t, b)


@recipe("template pairs with labels")
def _(t, b):
    n = PEOPLE * EACH
    score = [f"{0.5 + (i % 5) / 10:.1f}" for i in range(n)]
    template = [10 * (i // 2) for i in range(n)]
    medium = list(range(n))
    b.planted(columns={"TEMPLATE_ID": template, "MEDIA_ID": medium, "DETECTOR_SCORE": score})
    pooled = {u: sum(float(score[i]) * b.features[i].astype(float) for i in range(n) if template[i] == u) for u in set(template)}
    ids = sorted(pooled)
    pairs = [(s, u, 1 if s // 20 == u // 20 else 0) for s in ids for u in ids if s < u]
    b.write("ijbc_template_pair_label.txt", "".join(f"{s} {u} {same}\n" for s, u, same in pairs))
    b.run()
    x = np.array([pooled[u] for u in ids])
    expected = auc(cosines(x, [(ids.index(s), ids.index(u)) for s, u, _ in pairs]), np.array([p[2] for p in pairs]))
    t.assertAlmostEqual(float(b.verification()["auc"]), expected, places=4)
    t.assertNotIn("against the identities", b.verification()["note"])


@recipe("scores in a column of the list")
def _(t, b):
    b.planted(features=False)
    scores = b.rng.normal(size=len(b.pairs()))
    b.write("pairs.csv", "".join(["path1,path2,same,mine\n", *[f"{b.paths[i]},{b.paths[j]},{same},{s}\n" for (i, j, same, _), s in zip(b.pairs(), scores)]]))
    b.run()
    t.assertAlmostEqual(float(b.verification()["auc"]), auc(scores, np.array([p[2] for p in b.pairs()])), places=5)
    t.assertEqual((b.verification()["network"], b.verification()["metric"]), ("mine", "given scores"))


@recipe("a file with one score a pair")
def _(t, b):
    b.planted(features=False)
    scores = b.rng.normal(size=len(b.pairs()))
    b.write("pairs.txt", "\n".join(["3\t2", *lfw_lines(b, "\t")]) + "\n")
    np.savetxt(os.path.join(b.folder, "scores.txt"), scores)
    b.run()
    t.assertAlmostEqual(float(b.verification()["auc"]), auc(scores, np.array([p[2] for p in b.pairs()])), places=5)


class BringYourOwn(unittest.TestCase):
    def section(self, name):
        for title, commands in rows_of_manual()[name].items():
            with self.subTest(recipe=title), tempfile.TemporaryDirectory() as folder:
                RECIPES[title](self, Bench(folder, commands))

    def test_image_sets(self):
        self.section("Image sets")

    def test_tables(self):
        self.section("Tables for a project that is there")

    def test_features(self):
        self.section("Features of other programs")

    def test_pairs(self):
        self.section("Pairs")

    def test_rows_and_recipes_are_the_same(self):
        rows = [title for section in rows_of_manual().values() for title in section]
        self.assertEqual(len(rows), len(set(rows)))
        self.assertEqual(set(rows), set(RECIPES))
        self.assertGreater(len(rows), 25)

    def test_maps_of_huge_features(self):
        with tempfile.TemporaryDirectory() as folder:
            b = Bench(folder, [])
            b.planted(features=False)
            maps = {}
            for name, x in {"plain": b.features, "huge": b.features * np.float32(2.0 ** 90), "tiny": b.features * np.float32(2.0 ** -100)}.items():
                np.save(os.path.join(folder, f"{name}.npy"), x)
                b.cli("import-features", "p.facespace", f"{name}.npy", "--name", name)
                for method in ("pca", "tsne", "umap"):
                    b.cli("map", "p.facespace", "--network", name, "--method", method)
                maps[name] = {m: np.array([[float(r[f"map_{a}[{m} 2-D {name}]"]) for a in "xy"] for r in b.table()]) for m in ("pca", "tsne", "umap")}
            for method in ("tsne", "umap"):
                self.assertTrue(np.isfinite(maps["huge"][method]).all())
                # The same power of two away, so the same map.
                np.testing.assert_allclose(maps["huge"][method], maps["tiny"][method], rtol=1e-4, atol=1e-4)
            np.testing.assert_allclose(maps["huge"]["pca"] / 2.0 ** 90, maps["plain"]["pca"], rtol=1e-3, atol=1e-3)
            spoilt = b.features.copy()
            spoilt[3, 2] = 1e30
            np.save(os.path.join(folder, "one.npy"), spoilt)
            b.cli("import-features", "p.facespace", "one.npy", "--name", "one")
            said = b.cli("map", "p.facespace", "--network", "one", "--method", "tsne", ok=1)
            self.assertIn(b.paths[3], said)
            self.assertIn("a million times", said)

    def test_what_is_not_finite_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            b = Bench(folder, [])
            b.planted(features=False)
            x = b.features.astype(np.float64)
            x[0], x[1, 2], x[2, 3], x[3, 0] = np.nan, np.nan, np.inf, 1e39
            np.save(os.path.join(folder, "f.npy"), x)
            said = b.cli("import-features", "p.facespace", "f.npy", "--name", "n")
            self.assertIn("1 row has no feature", said)
            self.assertIn("1 row has NaN in some values", said)
            self.assertIn("2 rows have infinite values", said)


if __name__ == "__main__":
    unittest.main()
