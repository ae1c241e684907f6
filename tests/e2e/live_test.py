"""A notebook and an open window: python3 live_test.py PATH/TO/facespace-cli PATH/TO/facespace

Run it where there is a display (tests/gui/with_display.sh). The window is the real program; the notebook's side is the Python
package. Nothing of the user's settings is read or written.
"""
import csv
import os
import socket
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "packaging", "python"))
sys.dont_write_bytecode = True

import numpy as np  # noqa: E402

import facespace  # noqa: E402

CLI, WINDOW = sys.argv.pop(1), sys.argv.pop(1)


class OpenWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        home = os.path.join(cls.temporary.name, "home")
        os.mkdir(home, 0o700)
        for name in ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        cls.file = os.path.join(cls.temporary.name, "p.facespace")
        cls.make_project()
        log = open(os.path.join(cls.temporary.name, "log"), "wb")  # noqa: SIM115
        cls.window = subprocess.Popen([WINDOW, "--live", cls.file], stdout=log, stderr=log)
        cls.addClassCleanup(log.close)
        cls.addClassCleanup(cls.end)
        cls.project = facespace.open(cls.file, cli=CLI)
        cls.live = cls.first_visit()
        cls.addClassCleanup(cls.live.close)

    @classmethod
    def make_project(cls):
        rng = np.random.default_rng(2)
        manifest, npy = os.path.join(cls.temporary.name, "m.csv"), os.path.join(cls.temporary.name, "x.npy")
        with open(manifest, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows([["path", "identity", "yaw"],
                                     *([f"{i}.jpg", f"p{i % 20}", rng.uniform(-60, 60)] for i in range(400))])
        np.save(npy, rng.normal(size=(400, 16)).astype(np.float32))
        for words in (["import", cls.temporary.name, "--manifest", manifest, "--no-images", "-o", cls.file],
                      ["import-features", cls.file, npy, "--name", "net"], ["map", cls.file, "--method", "pca"],
                      ["map", cls.file, "--method", "pca", "--dims", "3"]):
            subprocess.run([CLI, *words], check=True, capture_output=True)

    @classmethod
    def end(cls):
        cls.window.terminate()
        cls.window.wait(30)

    @classmethod
    def first_visit(cls):
        until = time.monotonic() + 60
        while True:
            try:
                return cls.project.live()
            except facespace.FaceSpaceError:
                if time.monotonic() > until or cls.window.poll() is not None:
                    with open(os.path.join(cls.temporary.name, "log"), encoding="utf-8") as log:
                        print(log.read())
                    raise
                time.sleep(0.2)

    def setUp(self):
        warnings.simplefilter("ignore", facespace.FaceSpaceNote)
        self.live.set(filter="", selection=[], colour="identity")

    def within_a_second(self, do):
        before = time.monotonic()
        got = do()
        self.assertLess(time.monotonic() - before, 1)
        return got

    def test_selection_filter_colour_and_view_are_set_and_read(self):
        p, w = self.project, self.live
        turned = p.rows("yaw > 45")
        self.within_a_second(lambda: setattr(w, "selection", turned))
        np.testing.assert_array_equal(self.within_a_second(lambda: w.selection), turned)
        w.selection = p.images["yaw"] < 0
        np.testing.assert_array_equal(w.selection, np.flatnonzero(p.images["yaw"] < 0))
        self.within_a_second(lambda: setattr(w, "filter", "distance < p10"))
        self.assertEqual(w.filter, "distance < p10")
        self.within_a_second(lambda: setattr(w, "colour", "yaw"))
        self.assertEqual(w.colour, "yaw")
        for name in p.maps:
            self.within_a_second(lambda name=name: setattr(w, "map", name))
            self.assertEqual(w.map, name)
        w.page, w.current = "verify", 17
        self.assertEqual((w.page, w.current, w.network), ("verify", 17, "net"))
        w.current = None
        self.assertIsNone(w.current)

    def test_a_view_comes_back(self):
        w = self.live
        w.set(selection=[1, 2], filter="yaw > 0", colour="yaw", page="gallery",
              camera={"whole": False, "centre": [0.5, 0.25, 0], "rotation": [1, 0, 0, 0], "halfHeight": 1.5})
        view = w.view
        w.set(selection=[], filter="", colour="", page="table", camera={"whole": True})
        self.assertNotEqual(w.view, view)
        w.view = view
        self.assertEqual(w.view, view)

    def test_what_happens_in_the_window_is_told(self):
        with self.project.live() as other:
            while other.wait(0.3):
                pass
            self.live.selection = [7]
            self.assertTrue(self.within_a_second(lambda: other.wait(1)))
            self.assertEqual(list(other.selection), [7])
            self.assertFalse(other.wait(0.3))

    def test_mistakes_are_sentences_and_change_nothing(self):
        w = self.live
        w.selection = [3]
        for wrong, says in (({"selection": [400]}, "rows from 0 to 399"), ({"colour": "nothing"}, "no column “nothing”"),
                            ({"selection": [1], "filter": "yav > 1"}, "yav"), ({"map": "none"}, "no map “none”"),
                            ({"selection": [1], "nothing": 1}, "has no “nothing”")):
            with self.assertRaisesRegex(facespace.FaceSpaceError, says):
                w.set(**wrong)
            self.assertEqual(list(w.selection), [3])

    def test_what_is_written_back_appears_in_the_window(self):
        self.project.add_columns({"score": np.arange(400) / 7})
        until = time.monotonic() + 20
        while True:
            try:
                self.live.set(colour="score")
                break
            except facespace.FaceSpaceError:
                self.assertLess(time.monotonic(), until)
                time.sleep(0.2)
        self.assertEqual(self.live.colour, "score")

    def test_the_socket_is_this_users_and_rubbish_is_survived(self):
        folder = os.path.join(os.environ["XDG_RUNTIME_DIR"], "facespace")
        (name,) = os.listdir(folder)
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode) & 0o77, 0)
        rng = np.random.default_rng(1)
        for _ in range(6):
            with socket.socket(socket.AF_UNIX) as rubbish:
                rubbish.connect(os.path.join(folder, name))
                rubbish.sendall(rng.integers(0, 256, 100_000, dtype=np.uint8).tobytes() + b"\n{\"do\": \"get\"")
        self.assertEqual(list(self.within_a_second(lambda: self.live.selection)), [])

    def test_without_a_window_it_says_how_to_open_one(self):
        other = os.path.join(self.temporary.name, "q.facespace")
        if not os.path.exists(other):
            subprocess.run(["cp", self.file, other], check=True)
        with self.assertRaisesRegex(facespace.FaceSpaceError, "facespace --live"):
            facespace.open(other, cli=CLI).live()


if __name__ == "__main__":
    unittest.main()
