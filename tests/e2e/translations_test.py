#!/usr/bin/python3
"""Every text of the window has a finished translation: translations_test.py LUPDATE SOURCE_FOLDER TS_FILE"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path


def said_by_the_core(source: Path) -> str:
    """Everything in quotes in the core's sources, literals that follow each other joined."""
    literals = []
    for file in sorted((source / "core").rglob("*.cpp")):
        text = file.read_text(encoding="utf-8")
        end = None
        for match in re.finditer(r'"((?:[^"\\\n]|\\.)*)"', text):
            if end is not None and not text[end:match.start()].strip():
                literals[-1] += match.group(1)
            else:
                literals.append(match.group(1))
            end = match.end()
    return "\n".join(literals).replace('\\"', '"')


def main() -> int:
    lupdate, source, ts = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ts.name
        shutil.copy(ts, fresh)
        subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", "-I", ".", "-recursive", "app", "widgets",
                        "-ts", str(fresh)], cwd=source, check=True, stderr=subprocess.DEVNULL)
        root = ET.parse(fresh).getroot()
    problems = []
    count = 0
    core = said_by_the_core(source)
    for context in root.findall("context"):
        for message in context.findall("message"):
            count += 1
            text = message.findtext("source") or ""
            translation = message.find("translation")
            said = translation.text or "" if translation is not None else ""
            where = f"{context.findtext('name')}: “{text}”"
            if context.findtext("name") == "facespace::core":
                # Its texts are copies of the core's (widgets/words): none may stay when the core says it otherwise.
                parts = re.split(r"%\d", text.removesuffix(" (0–100)"))
                if not all(part in core or part.lower() in core for part in parts):
                    problems.append(f"{where} is not what the core says")
            if translation is None or translation.get("type") == "unfinished" or not said:
                problems.append(f"{where} is not translated")
            elif sorted(re.findall(r"%\d", text)) != sorted(re.findall(r"%\d", said)):
                problems.append(f"{where} has other places for values in “{said}”")
            elif (text[:1] == " ") != (said[:1] == " ") or (text[-1:] == " ") != (said[-1:] == " "):
                problems.append(f"{where} begins or ends with other spaces")
    if count < 500:
        problems.append(f"only {count} texts were found")
    print("\n".join(problems) or f"{count} texts, all translated")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
