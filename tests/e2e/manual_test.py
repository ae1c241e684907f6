"""Every command of the manual and the README: python3 manual_test.py PATH/TO/facespace-cli

All fenced blocks of a page run one after the other in one folder, where P.facespace is a small demo: the same people, networks and maps
as “facespace-cli demo” makes, of fewer images. A block that cannot run says why behind its language: ```sh not run: needs podman
Commands within the text are held against what the commands say of themselves; links and pictures against the files; messages of the page
“What a message means” against the sources.
"""
import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "facespace-cli"
ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
PAGES = {os.path.relpath(os.path.join(folder, name), ROOT): open(os.path.join(folder, name), encoding="utf-8").read()
         for folder in (os.path.join(ROOT, "resources/manual"), ROOT) for name in sorted(os.listdir(folder))
         if name.endswith(".md") and (folder != ROOT or name == "README.md")}
IDENTITIES, IMAGES = 12, 300
# Fewer shuffles and resamples than by themselves, as a file of options: the commands are tried here, not their statistics.
QUICK = """
[predict]
permutations = 9
bootstrap = 20
repeats = 2
feature-repeats = 1
[view-dependence]
permutations = 9
resamples = 20
[quality]
leave-out = 12
kendall-leave-out = 0
bootstrap = 20
[discard]
leave-out = 12
[codes]
repeats = 2
pairs = 1000
leave-out = 12
[nesting]
leave-out = 12
[identify]
leave-out = 12
[spaces]
splits = 2
leave-out = 12
[report]
no-faces = true
permutations = 9
bootstrap = 20
repeats = 2
feature-repeats = 1
resamples = 20
leave-out = 12
kendall-leave-out = 0
"""
# Languages that are looked at, not run.
READ = {"json": json.loads, "": lambda text: None, "toml": lambda text: None, "python": lambda text: compile(text, "manual", "exec")}


def blocks(text):
    """[(what stands behind the ticks, content, line)]"""
    found = []
    for match in re.finditer(r"^```([^\n]*)\n(.*?)^```$", text, re.M | re.S):
        found.append((match[1].strip(), match[2], text[:match.start()].count("\n") + 1))
    return found


def without_blocks(text):
    return re.sub(r"^```[^\n]*\n.*?^```$", "", text, flags=re.M | re.S)


def run(words, folder, **options):
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=240, check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{words}: exit {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


class Manual(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.dir = cls.temporary.name
        cls.demo = os.path.join(cls.dir, "demo")
        networks = os.path.join(os.path.dirname(CLI), "../share/facespace/networks")
        if not os.path.isdir(networks):
            networks = os.path.join(ROOT, "resources/networks")
        cls.networks = networks
        project = os.path.join(cls.demo, "demo.facespace")
        run([CLI, "synth", "-o", os.path.join(cls.demo, "faces"), "--identities", str(IDENTITIES), "--images", str(IMAGES)], cls.dir)
        run([CLI, "import", "--manifest", os.path.join(cls.demo, "faces/manifest.csv"), "-o", project], cls.dir)
        for network in ("rendered-a", "rendered-b"):
            run([CLI, "extract", project, "--network", os.path.join(networks, network + ".json")], cls.dir)
            for method in ("pca", "tsne"):
                run([CLI, "map", project, "--network", network, "--method", method], cls.dir)
        run([CLI, "quality", project, "--network", "rendered-a", "--no-discard", "--leave-out", "20", "--kendall-leave-out", "0"], cls.dir)
        cls.options = os.path.join(cls.dir, "quick.toml")
        with open(cls.options, "w", encoding="utf-8") as file:
            file.write(QUICK)
        cls.programs = os.path.join(cls.dir, "bin")
        os.mkdir(cls.programs)
        # The whole demo takes a minute: here it is there already.
        cls.program("facespace-cli", f'[ "$1" != demo ] || exec cp -r {shlex.quote(cls.demo)} "$3"\nexec {shlex.quote(CLI)} "$@"')
        # The window is tried elsewhere; the command must name what is there.
        cls.program("facespace", '[ -e "$1" ]')
        cls.program("display", "cat >/dev/null")

    @classmethod
    def program(cls, name, text):
        path = os.path.join(cls.programs, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + text + "\n")
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)

    def folder_for(self, page):
        """A place of its own with what the pages speak of."""
        folder = os.path.join(self.dir, os.path.basename(page))
        os.mkdir(folder)
        if page not in ("README.md", "resources/manual/tour.md"):  # which make the demo themselves
            os.symlink(self.demo, os.path.join(folder, "demo"))
            shutil.copy(os.path.join(self.demo, "demo.facespace"), os.path.join(folder, "P.facespace"))
        for name in ("rendered-a.json", "rendered-a.pt"):
            shutil.copy(os.path.join(self.networks, name), folder)
        shutil.copy(os.path.join(self.networks, "rendered-a.json"), os.path.join(folder, "NETWORK.json"))
        with open(os.path.join(folder, "scores.csv"), "w", encoding="utf-8") as file:
            file.write("row,score\n" + "".join(f"{row},{row % 7}.5\n" for row in range(IMAGES)))
        return folder

    def test_blocks_run_or_say_why_not(self):
        ran = 0
        for page, text in PAGES.items():
            commands = [(line, content) for head, content, line in blocks(text) if head == "sh"]
            if not commands:
                continue
            folder = self.folder_for(page)
            env = {**os.environ, "PATH": self.programs + os.pathsep + os.environ["PATH"], "HOME": folder, "FACESPACE_CONFIG": self.options}
            for line, content in commands:
                with self.subTest(page=page, line=line):
                    done = subprocess.run(["bash", "-euo", "pipefail", "-c", content], cwd=folder, env=env, capture_output=True, text=True,
                                          timeout=240, check=False)
                    self.assertEqual(done.returncode, 0, f"{page}, line {line}:\n{content}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}")
                    ran += content.count("facespace-cli ")
            shutil.rmtree(folder)
        self.assertGreater(ran, 40)

    def test_blocks_are_of_a_known_kind(self):
        for page, text in PAGES.items():
            self.assertEqual(text.count("\n```") % 2, 0, page)
            for head, content, line in blocks(text):
                with self.subTest(page=page, line=line):
                    language, _, rest = head.partition(" ")
                    if rest:
                        self.assertRegex(rest, r"^not run: \S.{8,}")
                    elif language != "sh":
                        self.assertIn(language, READ)
                        READ[language](content.replace("…", "0") if language == "json" else content)
                    if not language:
                        self.assertNotIn("facespace-cli", content, "a command is fenced as sh")

    def test_commands_in_the_text_are_there(self):
        program, *rest = json.loads(run([CLI, "completions", "json"], self.dir))
        commands = {command["name"]: command for command in rest}
        everywhere = {name for option in program["options"] for name in option["names"]}
        seen = 0
        for page, text in PAGES.items():
            for code in re.findall(r"`facespace-cli ([^`\n]+)`", without_blocks(text).replace("\n", " ")):
                words = shlex.split(code.replace("…", ""))
                names = [w for w in words if w in commands]
                with self.subTest(page=page, command=code):
                    if not names:
                        self.assertTrue(words[0].isupper() or words[0].startswith("--"), "no such command")
                        continue
                    known = everywhere | {name for option in commands[names[0]]["options"] for name in option["names"]} | {"--help"}
                    self.assertLessEqual({w.split("=")[0] for w in words if re.match(r"--?[a-z]", w)}, known)
                    seen += 1
        self.assertGreater(seen, 60)

    def test_links_and_pictures_lead_somewhere(self):
        for page, text in PAGES.items():
            for target in re.findall(r"\]\(([^)#\s]+)", text):
                if "://" not in target:
                    self.assertTrue(os.path.exists(os.path.join(ROOT, os.path.dirname(page), target)), f"{page}: {target}")

    def test_every_page_is_in_the_contents(self):
        contents = PAGES["resources/manual/README.md"]
        for page in PAGES:
            name = os.path.basename(page)
            if page.startswith("resources/manual/") and name != "README.md":
                self.assertIn(f"]({name})", contents)

    def test_pages_of_analyses_say_what_they_compute_and_how_they_mislead(self):
        """Every page that the contents list under “Analyses” but the lists of parameters and columns, and every view."""
        contents = PAGES["resources/manual/README.md"]
        listed = contents.split("## Analyses")[1].split("## Networks")[0]
        pages = set(re.findall(r"\]\(([a-z-]+)\.md\)", listed)) - {"analyses", "parameters", "columns"}
        self.assertGreaterEqual(len(pages), 9)
        for name in pages:
            for heading in ("## What it computes", "## How to read it", "## How it misleads"):
                self.assertIn("\n" + heading + "\n", PAGES[f"resources/manual/{name}.md"], name)

    def test_one_folder_of_html_with_search(self):
        try:
            import markdown_it  # noqa: F401
        except ImportError:
            self.skipTest("python3-markdown-it is not installed")
        with tempfile.TemporaryDirectory() as folder:
            run([sys.executable, os.path.join(ROOT, "packaging/make-manual.py"), folder], folder)
            made = {name for name in os.listdir(folder) if name.endswith(".html")}
            self.assertEqual(len(made), len(PAGES) - 1)
            for name in made:
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    text = file.read()
                for target, heading in re.findall(r'(?:href|src)="([^"#:]+)(?:#([^"]*))?"', text):
                    self.assertTrue(os.path.exists(os.path.join(folder, target)), f"{name}: {target}")
            with open(os.path.join(folder, "search.js"), encoding="utf-8") as file:
                script = file.read()
            self.assertIn('"href": "quality.html#how-it-misleads"', script)
            self.assertIn("Networks differ", script)

    def test_messages_are_the_programs(self):
        said = []
        for folder in ("core", "app"):
            for where, _, names in os.walk(os.path.join(ROOT, folder)):
                for name in names:
                    if name.endswith(".cpp"):
                        with open(os.path.join(where, name), encoding="utf-8") as file:
                            for match in re.finditer(r'(?:"(?:[^"\\\n]|\\.)*"\s*)+', file.read()):
                                literal = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', match[0]))
                                said.append(re.sub(r"\{[^{}]*\}", "…", literal.replace('\\"', '"')))
        whole = "\0".join(said)
        messages = re.findall(r"^- \*\*(.+?)\*\*", PAGES["resources/manual/troubleshooting.md"], re.M)
        self.assertGreater(len(messages), 40)
        for message in messages:
            with self.subTest(message=message):
                self.assertIn(message, whole)


if __name__ == "__main__":
    unittest.main()
