"""What the command line concludes from sets with known truth: python3 inference_cli_test.py PATH/TO/facespace-cli

Each set plants a null, or an effect of a known kind, with videos of frames that are alike. Seeds are fixed; how often each
verdict is wrong over a thousand sets is in the manual (calibration.md).
"""
import csv
import os
import subprocess
import sys
import tempfile
import unittest

import numpy as np

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "facespace-cli"


def cli(*words):
    run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=240)
    if run.returncode != 0:
        raise AssertionError(f"{words}: exit {run.returncode}\n{run.stdout}\n{run.stderr}")
    return run.stdout


def read(*parts):
    with open(os.path.join(*parts), newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


class Inference(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.dir = self.temporary.name

    def project(self, columns, features):
        """A project of labels without images; `columns` holds a list for each name."""
        manifest, npy, project = (os.path.join(self.dir, name) for name in ("m.csv", "x.npy", "p.facespace"))
        paths = [f"{i:05d}.jpg" for i in range(len(features))]
        with open(manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path", *columns], *zip(paths, *columns.values())])
        np.save(npy, features.astype(np.float32))
        if os.path.exists(project):
            os.remove(project)
        cli("import", self.dir, "--manifest", manifest, "--no-images", "-o", project)
        cli("import-features", project, npy, "--name", "net")
        return project

    def test_measures_that_follow_nothing_are_found_no_more_often_than_by_chance(self):
        rng = np.random.default_rng(3)
        people, videos, frames, measures = 30, 5, 4, 40
        video = np.repeat(np.arange(people * videos), frames)
        alike = lambda shape: (np.sqrt(0.8) * rng.normal(size=(people * videos, *shape))[video]
                               + np.sqrt(0.2) * rng.normal(size=(len(video), *shape)))
        features = rng.normal(size=(len(video), 16))
        features *= ((20 + 3 * alike(())) / np.linalg.norm(features, axis=1))[:, None]
        columns = {"identity": video // videos, "video": video, "media": ["video"] * len(video)}
        for m, values in enumerate(alike((measures,)).T):
            columns[f"m{m:02d}"] = values
        columns["constant_in_videos"] = rng.normal(size=people * videos)[video]
        out = os.path.join(self.dir, "q")
        cli("quality", self.project(columns, features), "--no-measuring", "--no-discard", "-o", out)
        found = read(out, "quality_relations.csv")
        self.assertEqual(len(found), measures + 1)
        self.assertEqual({r["units"] for r in found}, {str(people * videos)})
        for p in ("spearman_p", "kendall_p", "trend_p"):
            # More than 6 of 41 at 5 % happen once in 300 such sets; of frames taken for independent a quarter is found.
            self.assertLessEqual(sum(float(r[p]) < 0.05 for r in found), 6, p)
        self.assertNotIn("rises throughout", {r["trend"] for r in found})

    def test_what_rises_and_then_falls_does_not_rise_throughout(self):
        rng = np.random.default_rng(4)
        identity = np.repeat(np.arange(30), 20)
        features = rng.normal(size=(len(identity), 16))
        rank = rng.permutation(len(identity)) / len(identity)
        features *= ((10 + 10 * rank) / np.linalg.norm(features, axis=1))[:, None]
        up = np.where(rank < 0.6, rank / 0.6, (1 - rank) / 0.4)
        noise = lambda: 0.1 * rng.normal(size=len(rank))
        columns = {"identity": identity, "yaw": rng.uniform(-30, 30, len(rank)), "occlusion": 1 - up + noise(), "resolution": up + noise()}
        project = self.project(columns, features)
        out = os.path.join(self.dir, "q")
        cli("quality", project, "--no-measuring", "--no-discard", "-o", out)
        found = {r["measure"]: r for r in read(out, "quality_relations.csv")}
        self.assertRegex(found["resolution"]["trend"], "^rises, then falls")
        self.assertRegex(found["occlusion"]["trend"], "^falls, then rises")
        for measure in ("resolution", "occlusion"):
            self.assertAlmostEqual(float(found[measure]["turn_percentile"]), 60, delta=10)
        claims = cli("report", project, "--no-faces", "--no-measuring", "-o", os.path.join(self.dir, "r")).splitlines()
        rises = [line for line in claims if "rises monotonically" in line]
        self.assertEqual(len(rises), 1)
        self.assertTrue(rises[0].startswith("not supported"), rises[0])

    def views(self, rng, counts, effect, frames):
        """Identities with counts[i] videos of each view; features of 64 units, alike within videos."""
        identity, view, video = [], [], []
        for i, count in enumerate(counts):
            for v in range(2 * count):
                for _ in range(frames):
                    identity.append(i), view.append(v % 2), video.append(f"{i}_{v}")
        _, of = np.unique(video, return_inverse=True)
        view = np.array(view)
        share = 0.8 if frames > 1 else 1.0
        noise = np.sqrt(share) * rng.normal(size=(of.max() + 1, 64))[of] + np.sqrt(1 - share) * rng.normal(size=(len(of), 64))
        signs = rng.choice([-1, 1], size=(len(counts), 64))[identity]
        columns = {"identity": identity, "yaw": np.where(view == 1, 60, 0) + rng.uniform(-5, 5, len(view)), "video": video,
                   "media": ["video" if frames > 1 else "still"] * len(view)}
        out = os.path.join(self.dir, "v")
        cli("view-dependence", self.project(columns, 5 + noise + effect * signs * view[:, None]), "-o", out)
        test, = read(out, "view_test.csv")
        return test

    def test_frames_of_a_video_are_no_evidence_of_view_dependence(self):
        low = 0
        for seed in range(5):
            test = self.views(np.random.default_rng(seed), [3] * 40, 0, 4)
            self.assertEqual(test["verdict"], "cannot tell")
            self.assertLess(float(test["mean_squared_effect_low"]), 0.1)
            low += float(test["any_view_dependence_p"]) < 0.05
        self.assertLessEqual(low, 1)  # two of five at 5 % happen in 2 % of such fives; of frames in nearly all

    def test_identities_with_more_images_do_not_vary_more(self):
        counts = np.random.default_rng(1).integers(5, 40, 30)
        test = self.views(np.random.default_rng(2), counts, 1, 1)
        self.assertEqual(test["verdict"], "cannot tell")
        self.assertLess(float(test["difference_low"]), 0)
        self.assertGreater(float(test["difference_high"]), 0)
        self.assertAlmostEqual(float(test["mean_squared_effect"]), 1, delta=0.15)
        self.assertLessEqual(float(test["any_view_dependence_p"]), 0.05)


if __name__ == "__main__":
    unittest.main()
