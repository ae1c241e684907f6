"""Attacks on the command line: python3 hostile_cli_test.py PATH/TO/facespace-cli

Files from a stranger, a disk that is full, a program that is killed. Each ends as one sentence, and no file of the user is read out,
changed or deleted. All inputs are made here.
"""
import csv
import fcntl
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zlib

CLI = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "facespace-cli"
MAGIC = bytes([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
IMAGES = 60


def run(*words, **how):
    return subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=60, **how)


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(content if isinstance(content, bytes) else content.encode())


def contents(path):
    with open(path, "rb") as f:
        return f.read()


class Attacks(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.dir = self.temporary.name
        self.set = os.path.join(self.dir, "set")
        for i in range(IMAGES):
            write(self.path(f"set/id{i // 6}/{i}.ppm"), b"P6 8 8 255\n" + bytes([i] * 192))
        self.secret = self.path("secret.txt")
        write(self.secret, "the password")
        self.project = self.path("p.facespace")
        done = run("import", self.set, "-o", self.project)
        self.assertEqual(done.returncode, 0, done.stderr)

    def tearDown(self):
        self.temporary.cleanup()

    def path(self, name):
        return os.path.join(self.dir, name)

    def refused(self, *words, says, seconds=5, **how):
        start = time.monotonic()
        done = run(*words, **how)
        self.assertLess(time.monotonic() - start, seconds, words)
        self.assertEqual(done.returncode, 1, f"{words}\n{done.stdout}\n{done.stderr}")
        last = done.stderr.strip().splitlines()[-1]
        self.assertTrue(last.startswith("error: "), last)
        self.assertIn(says, last)
        return done

    def change(self, *statements):
        db = sqlite3.connect(self.project)
        for statement in statements:
            db.executescript(statement)
        db.close()

    def test_a_journal_that_names_a_file_of_the_user(self):
        victim = self.secret.encode()
        size, page = os.path.getsize(self.project), 16384
        journal = MAGIC + struct.pack(">IIIII", 0, 0x1234, size // page, 512, page)
        journal += b"\0" * (512 - len(journal))
        journal += struct.pack(">I", (1 << 30) // page + 1) + victim + struct.pack(">II", len(victim), sum(victim)) + MAGIC
        for command in (["info"], ["export", "--table", self.path("t.csv")], ["map"], ["predict"]):
            write(self.project + "-journal", journal)
            self.refused(command[0], self.project, *command[1:], says="-journal")
            self.assertEqual(contents(self.secret), b"the password")

    def test_a_view_that_never_ends(self):
        self.change("ALTER TABLE network RENAME TO n2; CREATE VIEW network AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 "
                    "FROM c) SELECT x AS id, 'n'||x AS name, '' AS sha256, 16 AS dimension, 0 AS normalised, '' AS descriptor_file, "
                    "'' AS descriptor_json, '' AS settings_json, 0 AS revision FROM c")
        self.refused("info", self.project, says="not as FaceSpace makes projects")

    def test_paths_that_lead_out_of_the_images(self):
        for path in ("../secret.txt", self.secret, "/etc/hostname", "id0/../../secret.txt"):
            self.change(f"UPDATE image SET path = '{path}' WHERE id = 3")
            out = self.path("out")
            self.refused("export", self.project, "--images", out, says="leads out of the images' folder")
            self.refused("quality", self.project, says="leads out of the images' folder")
            self.refused("probe", self.project, "--image", path, says="leads out of the images' folder")
            self.assertFalse(os.path.exists(out))

    def test_a_root_of_other_files_copies_only_images(self):
        # The whole images' folder is a stranger's word: nothing that is not an image leaves it.
        self.change(f"UPDATE image_root SET relative = '', absolute = '{self.dir}'",
                    "UPDATE image SET path = 'set/' || path", "UPDATE image SET path = 'secret.txt' WHERE id = 1")
        done = run("export", self.project, "--images", self.path("../" + os.path.basename(self.dir) + "-out"))
        out = self.dir + "-out"
        try:
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("secret.txt", done.stderr)
            found = [f for _, _, files in os.walk(out) for f in files]
            self.assertEqual(len(found), IMAGES - 1)
            self.assertNotIn("secret.txt", found)
        finally:
            shutil.rmtree(out, ignore_errors=True)
        self.assertIn(self.dir, run("info", self.project).stdout)  # and whoever looks sees where the images are

    def test_only_files_are_read(self):
        pipe = self.path("pipe")
        os.mkfifo(pipe)
        npy = self.path("f.csv")
        write(npy, "1,2\n" * IMAGES)
        for odd, says in ((pipe, "pipe or a device"), ("/dev/zero", "pipe or a device"), (self.dir, "folder")):
            self.refused("info", odd, says=says)
            self.refused("import", self.set, "--manifest", odd, "-o", self.path("n.facespace"), says=says)
            self.refused("extract", self.project, "--network", odd, says=says)
            self.refused("import-features", self.project, npy, "--index", odd, "--name", "a", says=says)
            self.refused("import-features", self.project, odd, "--name", "b", says="is not a file")
        run("import-features", self.project, npy, "--name", "net")
        self.refused("verify", self.project, "--protocol", pipe, says="pipe or a device")

    def test_words_without_meaning(self):
        self.refused("info", "", says="empty")
        self.refused("import", self.set, "-o", "", says="empty")
        gone = self.path("gone")
        os.mkdir(gone)
        for words in (["info", "p.facespace"], ["import", "set", "-o", "q.facespace"], ["export", "p.facespace", "--table", "t.csv"]):
            os.makedirs(gone, exist_ok=True)
            done = subprocess.run(["sh", "-c", 'cd "$1" && rmdir "$1" && shift && exec "$@"', "sh", gone, CLI, *words],
                                  capture_output=True, text=True, timeout=30)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertTrue(done.stderr.startswith("error: "), done.stderr)

    def test_json_that_nests_150000_deep(self):
        deep = self.path("deep.json")
        write(deep, '{"file": "x", "a": ' + "[" * 150_000 + "]" * 150_000 + "}")
        self.refused("extract", self.project, "--network", deep, says="deep.json")
        self.change("INSERT INTO map (name, method, parameters_json, created_utc, dims, coordinates) VALUES ('m', 'pca', '"
                    + "[" * 150_000 + "]" * 150_000 + "', '', 2, zeroblob(0))")
        self.refused("info", self.project, says="nests too deep")

    def test_a_full_disk_is_a_failure(self):
        out = self.path("out")
        write(self.path("set/id9/59.ppm"), b"P6 200 200 255\n" + bytes(120_000))

        def full():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

        done = run("export", self.project, "--images", out, preexec_fn=full, restore_signals=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("disk is full", done.stderr)
        for folder, _, files in os.walk(out):
            for name in files:
                self.assertGreater(os.path.getsize(os.path.join(folder, name)), 100, name)
        again = run("export", self.project, "--images", out)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(sum(len(files) for _, _, files in os.walk(out)), IMAGES)

    def test_killed_imports_leave_nothing_that_blocks(self):
        manifest = self.path("many.csv")
        with open(manifest, "w") as f:
            f.write("path,identity\n" + "".join(f"a/{i}.jpg,p{i % 99}\n" for i in range(60_000)))
        project = self.path("many.facespace")
        words = [CLI, "import", self.set, "--manifest", manifest, "--no-images", "-o", project]
        start = time.monotonic()
        subprocess.run(words, check=True, capture_output=True)
        whole = time.monotonic() - start
        os.remove(project)
        killed = 0
        for i in range(12):
            process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(whole * (i + 0.5) / 12)
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            if os.path.exists(project):  # it was done: then it is whole
                self.assertIn("60000", run("info", project).stdout.replace(",", ""))
                os.remove(project)
        self.assertGreater(killed, 3)
        subprocess.run(words, check=True, capture_output=True)

    def test_a_command_that_reads_takes_back_what_a_killed_one_left(self):
        # A writer that dies in the middle of a transaction whose pages have left its cache.
        script = ("import os, sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('PRAGMA cache_size=2'); "
                  "[db.execute(\"INSERT INTO setting VALUES ('k%d', hex(randomblob(3000)))\" % i) for i in range(200)]; os.kill(os.getpid(), 9)")
        subprocess.run([sys.executable, "-c", script, self.project])
        self.assertTrue(os.path.exists(self.project + "-journal"))
        done = run("info", self.project)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(os.path.exists(self.project + "-journal"))
        self.assertEqual(run("export", self.project, "--table", self.path("t.csv")).returncode, 0)

    def wait_for_handler(self, process, number):
        """Until the process handles that signal itself."""
        for _ in range(500):
            caught = int(re.search(r"SigCgt:\s*(\w+)", contents(f"/proc/{process}/status").decode()).group(1), 16)
            if caught >> (number - 1) & 1:
                return
            time.sleep(0.02)
        self.fail("the signal is not handled")

    def test_a_second_signal_always_ends_the_program(self):
        # A reader that waits for a lock, which the first signal cuts short but does not end at once.
        holder = sqlite3.connect(self.project, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        for first, second in ((signal.SIGINT, signal.SIGTERM), (signal.SIGTERM, signal.SIGTERM), (signal.SIGINT, signal.SIGINT)):
            process = subprocess.Popen([CLI, "info", self.project], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.wait_for_handler(process.pid, first)
            process.send_signal(first)
            time.sleep(0.1)
            start = time.monotonic()
            process.send_signal(second)
            self.assertEqual(process.wait(timeout=5), -second)
            self.assertLess(time.monotonic() - start, 0.5)
        holder.close()

    def test_tables_guard_formulas_on_request(self):
        manifest, project, table = self.path("m.csv"), self.path("q.facespace"), self.path("t.csv")
        write(manifest, "path,identity,note\nid0/0.ppm,\"=cmd|'/C calc'!A0\",-5\nid0/1.ppm,Ann,@x\n")
        self.assertEqual(run("import", self.set, "--manifest", manifest, "-o", project).returncode, 0)
        for words, first, note in ((["export", project, "--table", table], "=cmd|'/C calc'!A0", "@x"),
                                   (["export", project, "--table", table, "--safe-csv"], "'=cmd|'/C calc'!A0", "'@x"),
                                   (["--safe-csv", "export", project, "--table", table], "'=cmd|'/C calc'!A0", "'@x")):
            self.assertEqual(run(*words).returncode, 0)
            with open(table, newline="", encoding="utf-8") as f:
                rows = list(csv.DictReader(f))
            self.assertEqual(rows[0]["identity"], first)
            self.assertEqual([r["note"] for r in rows], ["-5", note])

    def test_private_files_are_for_the_user_alone(self):
        for number, (words, env, mode) in enumerate((([], {}, 0o644), (["--private"], {}, 0o600),
                                                     ([], {"FACESPACE_PRIVATE": "1"}, 0o600))):
            project = self.path(f"private{number}.facespace")
            env = {**os.environ, **env}
            self.assertEqual(run(*words, "import", self.set, "-o", project, env=env, umask=0o022).returncode, 0)
            self.assertEqual(run(*words, "export", project, "--table", project + ".csv", env=env, umask=0o022).returncode, 0)
            for made in (project, project + ".csv"):
                self.assertEqual(os.stat(made).st_mode & 0o777, mode, (words, env))

    def test_two_programs_know_of_each_other(self):
        lock = self.path(".p.facespace.open")
        with open(lock, "w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            held.write(json.dumps({"program": "the window", "user": "ann", "host": "lab3", "process": 4711,
                                   "since": "2026-01-02 03:04"}))
            held.flush()
            self.assertIn("also in use by ann on lab3, since 2026-01-02 03:04 UTC (the window, process 4711)",
                          run("predict", self.project).stderr)
        self.assertNotIn("in use", run("predict", self.project).stderr)
        self.assertFalse(os.path.exists(lock))

    def test_decoders_say_nothing_on_stderr(self):
        def png(*chunks):
            return b"\x89PNG\r\n\x1a\n" + b"".join(
                struct.pack(">I", len(data)) + kind + data + struct.pack(">I", (zlib.crc32(kind + data) + wrong) & 0xffffffff)
                for kind, data, wrong in chunks)

        size = (b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0), 0)
        pixels, end = zlib.compress(bytes(64 * 193)), (b"IEND", b"", 0)
        profile = (b"iCCP", b"x\0\0" + zlib.compress(b"no profile"), 0)
        write(self.path("set/id0/0.ppm"), b"II*\0" + struct.pack("<I", 8) + b"\1\0" + b"\xff" * 40)
        write(self.path("set/id0/1.ppm"), png(size, profile, (b"IDAT", pixels, 0), end))  # warns
        write(self.path("set/id0/2.ppm"), png(size, (b"IDAT", pixels, 1), end))  # a wrong checksum
        write(self.path("set/id0/3.ppm"), png(size, (b"IDAT", pixels[:20] + b"\xff" * 30, 0), end))  # a broken stream
        write(self.path("set/id0/4.ppm"), png(size, (b"IDAT", pixels[:9], 0)))  # ends
        done = run("quality", self.project)
        self.assertIsNone(re.search("libtiff|libpng|OpenCV|TIFF(Read|Fetch|Open)|imdecode", done.stderr), done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=1)
