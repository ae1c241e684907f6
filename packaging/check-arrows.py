#!/usr/bin/python3
"""Checks that modules include each other only along the arrows of ARCHITECTURE.md: check-arrows.py [SOURCE_FOLDER]

CMake cannot see this: every target exports the repository's root, and a header may be included that needs no library. An
arrow in the list that nothing goes along is a mistake, too, and so is a ring of arrows.
"""
import re
import sys
from pathlib import Path

HEADING = "## Arrows"
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)


def module_of(path: str) -> str | None:
    """core/figure/chart.h → core/figure; app/main.cpp → app; app/cli/main.cpp → app/cli."""
    parts = path.split("/")
    if parts[0] in ("core", "widgets") and len(parts) > 2:
        return "/".join(parts[:2])
    if parts[0] == "app":
        return "app/cli" if len(parts) > 2 and parts[1] == "cli" else "app"
    return None


def allowed_arrows(text: str) -> dict[str, set[str]]:
    """The table below the heading: | `core/image` | common, … |, names without a folder being of the same one."""
    if HEADING not in text:
        raise SystemExit(f"ARCHITECTURE.md has no section “{HEADING}”.")
    section = text.split(HEADING, 1)[1].split("\n## ", 1)[0]
    allowed = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 2 or not cells[0].startswith("`"):
            continue
        module = cells[0].strip("`")
        folder = module.split("/")[0]
        names = [name.strip().strip("`") for name in cells[1].split(",") if name.strip() not in ("", "–")]
        allowed[module] = {name if "/" in name else f"{folder}/{name}" for name in names}
    return allowed


def used_arrows(source: Path) -> dict[tuple[str, str], list[str]]:
    """Each arrow with the files that go along it."""
    used = {}
    for folder in ("core", "widgets", "app"):
        for file in sorted((source / folder).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            name = file.relative_to(source).as_posix()
            start = module_of(name)
            for included in INCLUDE.findall(file.read_text(encoding="utf-8")):
                end = module_of(included)
                if end is not None and end != start:
                    used.setdefault((start, end), []).append(f"{name} includes {included}")
    return used


def ring(allowed: dict[str, set[str]]) -> list[str]:
    """Modules that reach themselves, in order; empty if there are none."""
    done, path = set(), []

    def walk(module):
        if module in path:
            return path[path.index(module):] + [module]
        if module in done:
            return []
        path.append(module)
        for following in sorted(allowed.get(module, ())):
            if found := walk(following):
                return found
        path.pop()
        done.add(module)
        return []

    for module in sorted(allowed):
        if found := walk(module):
            return found
    return []


def mistakes(source: Path) -> list[str]:
    allowed = allowed_arrows((source / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    used = used_arrows(source)
    found = []
    modules = {module for arrow in used for module in arrow}
    for module in sorted(modules - set(allowed)):
        found.append(f"{module} is not in the list of ARCHITECTURE.md.")
    for (start, end), files in sorted(used.items()):
        if start in allowed and end not in allowed[start]:
            found += [f"{file}: ARCHITECTURE.md has no arrow from {start} to {end}." for file in files]
    for start, ends in sorted(allowed.items()):
        found += [f"ARCHITECTURE.md has an arrow from {start} to {end}, but nothing goes along it."
                  for end in sorted(ends) if (start, end) not in used]
    if circle := ring(allowed):
        found.append("The arrows of ARCHITECTURE.md go round: " + " → ".join(circle) + ".")
    return found


def main() -> int:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    found = mistakes(source)
    for mistake in found:
        print(mistake, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
