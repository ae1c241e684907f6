"""What packaging/check-arrows.py finds in small source trees, and that this one is as ARCHITECTURE.md says:
arrows_test.py CHECK_ARROWS SOURCE_FOLDER"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT, SOURCE = sys.argv.pop(1), sys.argv.pop(1)
TABLE = "# A\n\n## Arrows\n\n| module | includes |\n|---|---|\n"


def check(folder):
    run = subprocess.run([sys.executable, SCRIPT, str(folder)], capture_output=True, text=True, timeout=60)
    return run.returncode, run.stderr


class Arrows(unittest.TestCase):
    def tree(self, arrows, files):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        rows = "".join(f"| `{module}` | {', '.join(ends) or '–'} |\n" for module, ends in arrows.items())
        (Path(folder.name) / "ARCHITECTURE.md").write_text(TABLE + rows + "\n## More\n| `core/z` | y |\n", encoding="utf-8")
        for name, text in files.items():
            file = Path(folder.name) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder.name

    def test_what_is_listed_may_be_included(self):
        tree = self.tree({"core/a": [], "widgets/b": ["core/a"], "app": ["widgets/b"]},
                         {"core/a/a.h": "#include <vector>\n", "widgets/b/b.cpp": '#include "core/a/a.h"\n#include "widgets/b/b.h"\n',
                          "app/main.cpp": '#include "widgets/b/b.h"\n'})
        self.assertEqual(check(tree), (0, ""))

    def test_another_include_is_a_mistake(self):
        tree = self.tree({"core/a": [], "core/b": []}, {"core/b/deep/b.cpp": '  #  include "core/a/a.h"\n'})
        self.assertEqual(check(tree), (1, "core/b/deep/b.cpp includes core/a/a.h: ARCHITECTURE.md has no arrow from core/b to core/a.\n"))

    def test_a_module_that_is_not_listed_is_a_mistake(self):
        tree = self.tree({"core/a": []}, {"core/new/x.h": '#include "core/a/a.h"\n'})
        code, said = check(tree)
        self.assertEqual(code, 1)
        self.assertIn("core/new is not in the list", said)

    def test_an_arrow_that_is_not_used_is_a_mistake(self):
        tree = self.tree({"core/a": [], "core/b": ["a"]}, {"core/b/b.h": "\n"})
        self.assertIn("from core/b to core/a, but nothing goes along it", check(tree)[1])

    def test_arrows_that_go_round_are_a_mistake(self):
        tree = self.tree({"core/a": ["b"], "core/b": ["a"]},
                         {"core/a/a.h": '#include "core/b/b.h"\n', "core/b/c.h": '#include "core/a/c.h"\n'})
        self.assertIn("go round: core/a → core/b → core/a", check(tree)[1])

    def test_the_command_line_is_a_module_of_its_own(self):
        tree = self.tree({"app": [], "app/cli": []}, {"app/cli/main.cpp": '#include "app/actions.h"\n'})
        self.assertIn("no arrow from app/cli to app", check(tree)[1])

    def test_this_source_is_as_architecture_says(self):
        code, said = check(SOURCE)
        self.assertEqual(code, 0, said)


if __name__ == "__main__":
    unittest.main()
