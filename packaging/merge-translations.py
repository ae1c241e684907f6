#!/usr/bin/python3
"""Brings a translators' file up to date with what lupdate found: merge-translations.py TS_FILE WINDOW_TS CORE_TS OUT_TS

WINDOW_TS holds the texts of the window, CORE_TS those of the core. lupdate guesses a context for each text of the core, not
always the same; here all of them stand in the one that the window looks them up in. Translations come from TS_FILE: by
context and text, or by the text alone where all its translations agree."""
import sys
import xml.etree.ElementTree as ET

CORE = "facespace"


def key_of(message: ET.Element) -> tuple:
    return message.findtext("source") or "", message.findtext("comment") or "", message.get("numerus") or ""


def forms_of(translation: ET.Element | None) -> tuple:
    if translation is None:
        return ()
    return (translation.get("type"), translation.text or "", *(form.text or "" for form in translation.findall("numerusform")))


class Translations:
    def __init__(self, root: ET.Element):
        self._of, self._by_text = {}, {}
        for context in root.findall("context"):
            for message in context.findall("message"):
                translation, key = message.find("translation"), key_of(message)
                if translation is None or not any(forms_of(translation)[1:]) or "".join(forms_of(translation)[1:]).isspace():
                    continue
                self._of[context.findtext("name"), key] = message
                self._by_text.setdefault(key, {})[forms_of(translation)] = message

    def of(self, context: str, message: ET.Element) -> ET.Element:
        """The message with its translation, unfinished where there is none or several."""
        key = key_of(message)
        same = self._of.get((context, key))
        if same is not None:
            return same
        others = self._by_text.get(key, {})
        if not others:
            return message
        found = next(iter(others.values()))
        if len(others) > 1:
            found.find("translation").set("type", "unfinished")
        return found


def main() -> None:
    old, window, core = (ET.parse(file).getroot() for file in sys.argv[1:4])
    translations = Translations(old)
    merged: dict[str, dict[tuple, ET.Element]] = {}
    for root, always in ((window, None), (core, CORE)):
        for context in root.findall("context"):
            name = always or context.findtext("name")
            for message in context.findall("message"):
                merged.setdefault(name, {}).setdefault(key_of(message), translations.of(name, message))
    out = ET.Element("TS", old.attrib)
    for name in sorted(merged):
        context = ET.SubElement(out, "context")
        ET.SubElement(context, "name").text = name
        messages = merged[name]
        # The order in which lupdate meets the texts of the core is not always the same.
        context.extend(messages[key] for key in (sorted(messages) if name == CORE else messages))
    ET.ElementTree(out).write(sys.argv[4], encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
