#!/usr/bin/env python3
"""What CHANGELOG.md says of a version in short: packaging/release-notes.py [--appstream] VERSION

As Markdown for a release's page, or as the description that AppStream's metadata carries.
"""
import html
import os
import re
import sys

CHANGELOG = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../CHANGELOG.md")


def notes(version):
    with open(CHANGELOG, encoding="utf-8") as file:
        section = re.search(rf"^## {re.escape(version)}\b[^\n]*\n+### In short\n(.*?)(?=^##)", file.read(), re.M | re.S)
    if not section:
        sys.exit(f"error: CHANGELOG.md has no section “## {version}” that begins with “### In short”.")
    return [" ".join(item.split()) for item in re.findall(r"^- (.*?)(?=^- |\Z)", section[1], re.M | re.S)]


def main(words):
    appstream = "--appstream" in words
    words = [word for word in words if word != "--appstream"]
    if len(words) != 1:
        sys.exit(__doc__)
    items = notes(words[0])
    if not appstream:
        print("\n".join(f"- {item}" for item in items))
        return
    print("      <description>\n        <ul>")
    for item in items:
        print(f"          <li>{html.escape(item.replace('`', ''), quote=False)}</li>")
    print("        </ul>\n      </description>")


if __name__ == "__main__":
    main(sys.argv[1:])
