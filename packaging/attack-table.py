#!/usr/bin/python3
"""What was tried against FaceSpace, and what failed: attack-table.py [BUILD_FOLDER]

Reads the tables of the manual's page on security, runs the tests that they name in the build folder (build/release), and prints each
attack with how many tests try it and how many of these failed. The exit code is 1 if one failed or is not there.
"""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def attacks(page):
    """(attack, [names of tests]) of each row; a name that begins with a dot is of the suite before."""
    found = []
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("|") else []
        names, suite = [], ""
        for name in re.findall(r"`([^`]+)`", cells[-1]) if len(cells) > 1 else []:
            if name.startswith("."):
                name = suite + name
            if not re.fullmatch(r"[A-Za-z_]+\.[A-Za-z_0-9*]+", name):
                continue
            suite = name.split(".")[0]
            names.append(name)
        if names:
            found.append((re.sub(r"[`*]", "", cells[0]), names))
    return found


def pattern(name):
    """How CTest calls it: PROGRAM.SUITE.NAME, with a number behind where it has parameters."""
    return r"(^|[./])" + re.escape(name).replace(r"\*", ".*") + r"($|[/ ])"


def main():
    build = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "release")
    rows = attacks((ROOT / "resources/manual/security.md").read_text(encoding="utf-8"))
    names = sorted({name for _, ofRow in rows for name in ofRow})
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "junit.xml"
        subprocess.run(["ctest", "--test-dir", build, "-j2", "-Q", "-R", "|".join(map(pattern, names)), "--output-junit", report],
                       check=False)
        results = {case.get("name"): case.get("status") for case in ET.parse(report).getroot().iter("testcase")}
    wrong = 0
    print("| attack or promise | tests | failed |\n|---|---|---|")
    for attack, ofRow in rows:
        tried = {test for name in ofRow for test in results if re.search(pattern(name), test)}
        missing = [name for name in ofRow if not any(re.search(pattern(name), test) for test in results)]
        failed = sorted(test for test in tried if results[test] == "fail") + [f"{name} is not there" for name in missing]
        wrong += len(failed)
        print(f"| {attack} | {len(tried)} | {'; '.join(failed) or 0} |")
    print(f"\n{len(rows)} attacks, {len(results)} tests, {wrong} failed", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
