#!/usr/bin/python3
"""Every text of the window has a finished translation, and it knows what the core says:
translations_test.py LUPDATE SOURCE_FOLDER TS_FILE"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path


# What the window never shows: the report on a page, and what the network host says to who starts it by hand.
NOT_IN_THE_WINDOW = ("core/report/", "core/network/host/main.cpp")


# What an analysis says in a report on a page: paragraphs, cautions and captions of figures.
REPORT_BLOCK = re.compile(r"(Paragraph\{|Caution\{|FigureBlock\{).*?\}\);", re.DOTALL)


def literals_of(file: Path) -> list[str]:
    """Everything in quotes in a source, literals that follow each other joined."""
    literals = []
    text = file.read_text(encoding="utf-8").replace("'\"'", "' '")  # a quote as a character opens nothing
    if "core/analyses/" in file.as_posix():
        text = REPORT_BLOCK.sub("", text)
    text = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    end = None
    for match in re.finditer(r'"((?:[^"\\\n]|\\.)*)"', text):
        if end is not None and not text[end:match.start()].strip():
            literals[-1] += match.group(1)
        else:
            literals.append(match.group(1))
        end = match.end()
    return [literal.replace('\\"', '"') for literal in literals]


def said_by_the_core(source: Path) -> dict[str, list[str]]:
    """The literals of each file of the core, by its path from the source folder."""
    files = sorted((source / "core").rglob("*.cpp")) + sorted((source / "core").rglob("*.h"))
    return {file.relative_to(source).as_posix(): literals_of(file) for file in files}


def unknown_sentences(core: dict[str, list[str]], texts: set[str]) -> list[str]:
    """Whole sentences of the core that the window may show and that are no template of `say`, `sayCount` or `Phrase`."""
    unknown = []
    for file, literals in core.items():
        if file.startswith(NOT_IN_THE_WINDOW):
            continue
        for literal in literals:
            sentence = re.match(r"[A-Z“{0-9].*\w.* .*[.]\Z", literal, re.DOTALL)
            if sentence and literal not in texts:
                unknown.append(f"{file} says “{literal}” without say()")
    return unknown


def places_of(*templates: str) -> set[int]:
    """The values that templates of the core have places for: {}, {:.2f} in order, {1} by number."""
    places = set()
    for template in templates:
        following = 0
        for number in re.findall(r"(?<!\{)\{(\d?)(?::[^{}]*)?\}", template.replace("{{", "").replace("}}", "")):
            places.add(int(number) if number else following)
            following += not number
    return places


def numbers_of(*texts: str) -> set[str]:
    """What a text itself says in digits: 24,000 and 0.5, places for values left aside."""
    return {number for text in texts for number in re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"\{[^}]*\}|%\d", "", text))}


def main() -> int:
    lupdate, source, ts = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ts.name
        shutil.copy(ts, fresh)
        subprocess.run([source / "packaging/update-translations.sh", fresh], check=True, stderr=subprocess.DEVNULL,
                       env={**os.environ, "LUPDATE": lupdate})
        root = ET.parse(fresh).getroot()
    problems = []
    count = 0
    said_in = said_by_the_core(source)
    texts = set()
    for context in root.findall("context"):
        for message in context.findall("message"):
            count += 1
            text = message.findtext("source") or ""
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] if translation is not None else []
            said = translation.text or "" if translation is not None else ""
            where = f"{context.findtext('name')}: “{text}”"
            for form in forms or [said]:  # numbers are written one way in every language
                if strange := numbers_of(form) - numbers_of(text, message.findtext("comment") or ""):
                    problems.append(f"{where} writes numbers otherwise in “{form}”: {', '.join(sorted(strange))}")
            if context.findtext("name") == "facespace":
                texts |= {text, message.findtext("comment") or ""}  # what the core says
            if translation is None or translation.get("type") == "unfinished" or not (all(forms) if forms else said):
                problems.append(f"{where} is not translated")
            elif message.get("numerus") == "yes" or "{" in text:
                english = [text, message.findtext("comment") or text]
                for form in forms or [said]:
                    has, needs = places_of(form), places_of(*english)
                    if not has <= needs or (not forms and has != needs):
                        problems.append(f"{where} has other places for values in “{form}”")
            elif sorted(re.findall(r"%\d", text)) != sorted(re.findall(r"%\d", said)):
                problems.append(f"{where} has other places for values in “{said}”")
            elif (text[:1] == " ") != (said[:1] == " ") or (text[-1:] == " ") != (said[-1:] == " "):
                problems.append(f"{where} begins or ends with other spaces")
    problems += unknown_sentences(said_in, texts)
    if count < 500:
        problems.append(f"only {count} texts were found")
    print("\n".join(problems) or f"{count} texts, all translated")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
