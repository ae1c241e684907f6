"""What surrounds the programs where they are installed: python3 desktop_test.py PATH/TO/facespace-cli BUILD_FOLDER

The desktop's files by the desktop's own validators, completion by the shells, the manual page by man. What is not installed here
is left out, and said.
"""
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

CLI, BUILD = sys.argv.pop(1), sys.argv.pop(1)
SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
DESKTOP = os.path.join(SOURCE, "packaging", "desktop")
ID = "org.facespace.FaceSpace"


def run(*words, **more):
    return subprocess.run([*map(str, words)], capture_output=True, text=True, timeout=60, check=False, **more)


def cli(*words):
    done = run(CLI, *words)
    if done.returncode != 0:
        raise AssertionError(f"{words}: {done.stderr}")
    return done.stdout


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


class Desktop(unittest.TestCase):
    @needs("desktop-file-validate")
    def test_desktop_file(self):
        done = run("desktop-file-validate", os.path.join(DESKTOP, ID + ".desktop"))
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    @needs("appstreamcli")
    def test_metainfo(self):
        made = os.path.join(BUILD, "packaging", ID + ".metainfo.xml")
        if not os.path.exists(made):
            self.skipTest("built without the window")
        with open(made, encoding="utf-8") as f:
            text = f.read()
        # AppStream 1.0 wants the address that a build may have been given; nothing else may be missing.
        if 'type="homepage"' not in text:
            text = text.replace("</component>", '<url type="homepage">https://example.org</url>\n</component>')
        with tempfile.TemporaryDirectory() as folder:
            made = os.path.join(folder, ID + ".metainfo.xml")
            with open(made, "w", encoding="utf-8") as f:
                f.write(text)
            done = run("appstreamcli", "validate", "--no-net", made)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_version_is_one(self):
        with open(os.path.join(SOURCE, "CMakeLists.txt"), encoding="utf-8") as f:
            version = re.search(r"VERSION ([0-9.]+)", f.read()[100:]).group(1)
        with open(os.path.join(SOURCE, "packaging", "python", "pyproject.toml"), encoding="utf-8") as f:
            self.assertIn(f'version = "{version}"', f.read())
        self.assertIn(version, cli("--version"))


class Project(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.dir = cls.temporary.name
        cls.project = os.path.join(cls.dir, "p.facespace")
        manifest, features = os.path.join(cls.dir, "m.csv"), os.path.join(cls.dir, "f.csv")
        with open(manifest, "w", encoding="utf-8") as f:
            f.write("path,identity\n" + "".join(f"{i}.jpg,p{i % 4}\n" for i in range(40)))
        with open(features, "w", encoding="utf-8") as f:
            f.write("a,b,c\n" + "".join(f"{i * 7 % 11},{i * i % 13},{i % 5}\n" for i in range(40)))
        cli("import", cls.dir, "--manifest", manifest, "--no-images", "-o", cls.project)
        cli("import-features", cls.project, features, "--name", "net")
        cli("map", cls.project, "--method", "pca")

    @needs("update-mime-database")
    @needs("gio")
    def test_type_is_known_by_name_and_by_content(self):
        data = os.path.join(self.dir, "data")
        os.makedirs(os.path.join(data, "mime", "packages"))
        shutil.copy(os.path.join(DESKTOP, ID + ".xml"), os.path.join(data, "mime", "packages"))
        done = run("update-mime-database", os.path.join(data, "mime"))
        self.assertEqual(done.returncode, 0, done.stderr)
        nameless, other = os.path.join(self.dir, "nameless"), os.path.join(self.dir, "other")
        shutil.copy(self.project, nameless)
        with open(self.project, "rb") as f:
            head = bytearray(f.read())
        head[68:72] = b"\0\0\0\0"  # A database of somebody else.
        with open(other, "wb") as f:
            f.write(head)
        environment = {**os.environ, "XDG_DATA_HOME": data}
        for file, own in ((self.project, True), (nameless, True), (other, False)):
            said = run("gio", "info", "-a", "standard::content-type", file, env=environment).stdout
            self.assertEqual("application/vnd.facespace.project" in said, own, said)

    def test_thumbnail(self):
        picture = os.path.join(self.dir, "no ending")
        for size in (128, 256):
            cli("thumbnail", self.project, "-o", picture, "--size", size)
            with open(picture, "rb") as f:
                head = f.read(24)
            self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
            self.assertEqual(struct.unpack(">II", head[16:24]), (size, size))
        with open(os.path.join(DESKTOP, ID + ".thumbnailer"), encoding="utf-8") as f:
            words = re.search(r"^Exec=facespace-cli (.*)$", f.read(), re.M).group(1).split()
        filled = {"%i": self.project, "%o": picture, "%s": "64"}
        cli(*(filled.get(word, word) for word in words))
        empty = os.path.join(self.dir, "empty.facespace")
        cli("import", self.dir, "--manifest", os.path.join(self.dir, "m.csv"), "--no-images", "-o", empty)
        done = run(CLI, "thumbnail", empty, "-o", picture)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith("error: "), done.stderr)


class Completion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.commands = {c["name"]: c for c in json.loads(cli("completions", "json"))}
        cls.names = set(cls.commands) - {"facespace-cli"}

    def test_every_command_and_option_is_in_the_help_and_everywhere(self):
        listed = cli("--help")
        for name in self.names:
            self.assertRegex(listed, rf"(?m)^  {name} ")
        bash, zsh, fish, man = (cli("completions", kind) for kind in ("bash", "zsh", "fish", "man"))
        for name, command in self.commands.items():
            shown = cli(*([name] if name in self.names else []), "--help")
            for option in command["options"]:
                for word in option["names"]:
                    self.assertIn(word, shown)
                    self.assertIn(word, bash)
                    self.assertIn(word, zsh)
                    self.assertIn(word.lstrip("-"), fish)
                    self.assertIn(word.replace("-", "\\-"), man)

    def bash(self, *words):
        script = cli("completions", "bash") + (
            f"\nCOMP_WORDS=({' '.join(map(repr, words))})\nCOMP_CWORD={len(words) - 1}\n_facespace_cli\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"")
        done = run("bash", "-c", script, cwd=self.folder)
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split("\n")) - {""}

    @needs("bash")
    def test_bash_completes_commands_options_values_and_files(self):
        with tempfile.TemporaryDirectory() as self.folder:
            for name in ("a b.facespace", "a.txt"):
                open(os.path.join(self.folder, name), "w", encoding="utf-8").close()
            self.assertEqual(self.bash("facespace-cli", ""), self.names)
            self.assertEqual(self.bash("facespace-cli", "import-"), {"import-features", "import-columns"})
            self.assertIn("--method", self.bash("facespace-cli", "map", "P", "--"))
            self.assertNotIn("--page", self.bash("facespace-cli", "map", "P", "--"))
            self.assertIn("umap", self.bash("facespace-cli", "map", "P", "--method", ""))
            self.assertEqual(self.bash("facespace-cli", "extract", "P", "--no-face", ""), {"skip", "centre"})
            self.assertEqual(self.bash("facespace-cli", "info", "a"), {"a b.facespace", "a.txt"})
            self.assertIn("--threads", self.bash("facespace-cli", "--"))

    def test_shells_can_read_it(self):
        for shell in ("bash", "zsh", "fish"):
            if not shutil.which(shell):
                continue
            with tempfile.NamedTemporaryFile("w", suffix="." + shell, encoding="utf-8") as file:
                file.write(cli("completions", shell))
                file.flush()
                done = run(shell, "-n", file.name)
                self.assertEqual((done.returncode, done.stderr), (0, ""), shell)

    @needs("man")
    def test_manual_pages_have_no_faults(self):
        pages = {"facespace-cli.1": cli("completions", "man")}
        window = os.path.join(BUILD, "packaging", "facespace.1")
        if os.path.exists(window):
            with open(window, encoding="utf-8") as file:
                pages["facespace.1"] = file.read()
        with tempfile.TemporaryDirectory() as folder:
            for name, text in pages.items():
                file = os.path.join(folder, name)
                with open(file, "w", encoding="utf-8") as page:
                    page.write(text)
                done = run("man", "--warnings", "-E", "UTF-8", "-l", file, env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
                # A path or option that is longer than a line can only be told of.
                faults = [line for line in done.stderr.splitlines() if not re.search("(adjust|break) line", line)]
                self.assertEqual((done.returncode, faults), (0, []))
                self.assertIn("EXIT STATUS" if "cli" in name else "OPTIONS", re.sub(".\b", "", done.stdout))


if __name__ == "__main__":
    unittest.main()
