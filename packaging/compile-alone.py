#!/usr/bin/python3
"""Compiles every file by itself, as far as errors and warnings go: compile-alone.py BUILD [--seconds N]

A unity build hides an include that is missing. BUILD is configured with -DCMAKE_UNITY_BUILD=OFF and
-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, and what moc makes is made. No code is made of any file (-fsyntax-only), which takes half
as long as a build. The files that were changed last come first, so that where the seconds do not suffice for all of them, those
are left out that have been looked at before; how many is said.
"""
import argparse
import json
import os
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def changed_last() -> dict[str, int]:
    """Path → place in the order of the last change; what is not committed yet comes before all."""
    def git(*words: str) -> list[str]:
        done = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False)
        return [line for line in done.stdout.splitlines() if line]

    paths = [line[3:] for line in git("status", "--porcelain")] + git("log", "--format=", "--name-only", "--max-count=2000")
    places: dict[str, int] = {}
    for path in paths:
        places.setdefault(path, len(places))
    return places


def commands_of(build: Path) -> list[dict]:
    """The commands for our own files, those of headers' neighbours first whose change is the latest."""
    places = changed_last()

    def place(command: dict) -> int:
        path = Path(command["file"]).relative_to(ROOT)
        return min(places.get(str(path), len(places)), places.get(str(path.with_suffix(".h")), len(places)))

    commands = json.loads((build / "compile_commands.json").read_text())
    ours = [c for c in commands if Path(c["file"]).is_relative_to(ROOT) and not Path(c["file"]).is_relative_to(build)]
    return sorted(ours, key=place)


def look_at(command: dict, deadline: float) -> str | None:
    """What the compiler says of it, "" where it is content, None where time was up before."""
    left = deadline - time.monotonic()
    if left <= 0:
        return None
    words = shlex.split(command["command"])
    at = words.index("-o")
    del words[at:at + 2]
    words = [w for w in words if not w.startswith("-O")] + ["-O0", "-fsyntax-only"]
    try:
        done = subprocess.run(words, cwd=command["directory"], capture_output=True, text=True, timeout=left, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode == 0:
        return ""
    return done.stderr or f"{command['file']}: the compiler ended with {done.returncode}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    options = parser.parse_args()
    deadline = time.monotonic() + options.seconds
    commands = commands_of(options.build.resolve())
    if not commands:
        print(f"{options.build} has no commands: configure it with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON.", file=sys.stderr)
        return 1
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda command: look_at(command, deadline), commands))
    wrong = [text for text in said if text]
    for text in wrong:
        print(text, file=sys.stderr)
    left_out = said.count(None)
    print(f"{len(said) - left_out} of {len(said)} files compiled by themselves, {len(wrong)} with errors"
          + (f"; for the {left_out} that were not changed for longest there was no time." if left_out else "."), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
