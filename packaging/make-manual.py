#!/usr/bin/env python3
"""The manual as one folder of HTML, with search, that needs no server: packaging/make-manual.py FOLDER [MANUAL]

MANUAL is the folder of its pages (default: resources/manual). The order of the pages is that of the contents (README.md).
"""
import html
import json
import os
import re
import shutil
import sys

try:
    from markdown_it import MarkdownIt
except ImportError:
    sys.exit("error: markdown-it is missing; apt-get install python3-markdown-it.")

STYLE = """
:root { color-scheme: light dark; --text: #1c2330; --ground: #fff; --side: #f4f6f9; --line: #d8dee8; --link: #1f5fbf; --code: #f0f2f6 }
@media (prefers-color-scheme: dark) { :root { --text: #dfe5ee; --ground: #14181f; --side: #1b212a; --line: #333c4a; --link: #7fb0ff; --code: #222a35 } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; color: var(--text); background: var(--ground); display: flex }
nav { width: 17rem; flex: none; height: 100vh; position: sticky; top: 0; overflow: auto; padding: 1rem; background: var(--side); border-right: 1px solid var(--line); font-size: .9rem }
nav a { display: block; padding: .15rem .4rem; border-radius: .3rem } nav a[aria-current] { background: var(--line) } nav h2 { font-size: .8rem; margin: 1rem 0 .2rem }
main { max-width: 52rem; padding: 1rem 2rem 4rem; min-width: 0 }
a { color: var(--link); text-decoration: none } a:hover { text-decoration: underline }
h1, h2 { line-height: 1.25 } img { max-width: 100%; border: 1px solid var(--line); border-radius: .3rem }
code { background: var(--code); padding: .1em .3em; border-radius: .2em; font-size: .9em } pre { background: var(--code); padding: .8rem; overflow: auto; border-radius: .3rem } pre code { padding: 0 }
table { border-collapse: collapse; display: block; overflow: auto } th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top }
input { width: 100%; padding: .4rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .3rem }
#found p { margin: .5rem .4rem } #found a { padding: 0; font-weight: 600 }
@media (max-width: 50rem) { body { display: block } nav { width: auto; height: auto; position: static } }
@media print { nav { display: none } }
"""

SEARCH = """
const field = document.querySelector('input'), found = document.getElementById('found'), list = document.getElementById('list');
const shown = s => s.replace(/[&<>]/g, c => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[c]);
field.addEventListener('input', () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  list.hidden = words.length > 0;
  found.innerHTML = '';
  if (!words.length) return;
  const hits = [];
  for (const part of PARTS) {
    const title = part.title.toLowerCase(), text = part.text.toLowerCase();
    if (!words.every(w => title.includes(w) || text.includes(w))) continue;
    hits.push({part, rank: words.reduce((n, w) => n + (title.includes(w) ? 10 : 0) + Math.min(5, text.split(w).length - 1), 0), at: text.indexOf(words[0])});
  }
  hits.sort((a, b) => b.rank - a.rank);
  found.innerHTML = hits.slice(0, 30).map(({part, at}) => `<p><a href="${part.href}">${shown(part.title)}</a>${
    shown(part.text.slice(Math.max(0, at - 40), Math.max(0, at - 40) + 120))} …</p>`).join('') || '<p>Nothing found.</p>';
});
"""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · FaceSpace</title>
<link rel="stylesheet" href="style.css"></head>
<body><nav aria-label="Pages"><input type="search" placeholder="Search the manual" aria-label="Search the manual"><div id="found" aria-live="polite"></div>
<div id="list">{list}</div></nav>
<main>{body}</main><script src="search.js"></script></body></html>
"""


def anchor(heading):
    return re.sub(r"[^\w]+", "-", heading.lower()).strip("-")


def file_of(page):
    return "index.html" if page == "README.md" else page[:-3] + ".html"


def rendered(markdown, text):
    """HTML, the title, and its parts under each heading for the search."""
    tokens = markdown.parse(text)
    title, parts = "", []
    for i, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = "".join(child.content for child in tokens[i + 1].children)
            token.attrSet("id", anchor(heading))
            title = title or heading
            parts.append([heading, []])
        if token.type == "fence":
            token.info = token.info.split(" ")[0]
        for child in token.children or []:
            if child.type == "link_open" and "://" not in child.attrs["href"]:
                name, _, rest = child.attrs["href"].partition("#")
                if name.endswith(".md") and "/" not in name:
                    child.attrs["href"] = file_of(name) + ("#" + rest if rest else "")
        if token.type in ("inline", "fence") and parts and tokens[i - 1].type != "heading_open":
            parts[-1][1].append("".join(c.content if c.type != "softbreak" else " " for c in token.children) if token.children else token.content)
    return markdown.renderer.render(tokens, markdown.options, {}), title, parts


def main(words):
    if len(words) not in (1, 2):
        sys.exit(__doc__)
    source = words[1] if len(words) == 2 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/manual")
    markdown = MarkdownIt("commonmark").enable("table")
    with open(os.path.join(source, "README.md"), encoding="utf-8") as file:
        contents = file.read()
    order = ["README.md", *dict.fromkeys(re.findall(r"\]\(([\w-]+\.md)\)", contents))]
    pages, parts = {}, []
    for name in order:
        with open(os.path.join(source, name), encoding="utf-8") as file:
            body, title, found = rendered(markdown, file.read())
        pages[name] = (title, body)
        parts += [{"href": f"{file_of(name)}#{anchor(heading)}", "title": heading if heading == title else f"{title}: {heading}",
                   "text": " ".join(" ".join(text).split())} for heading, text in found]
    os.makedirs(words[0], exist_ok=True)
    for name, (title, body) in pages.items():
        listed = ""
        for line in contents.splitlines():
            if line.startswith("## "):
                listed += f"<h2>{html.escape(line[3:])}</h2>"
            listed += "".join(f'<a href="{file_of(page)}"{" aria-current=page" if page == name else ""}>{html.escape(pages[page][0])}</a>'
                              for page in re.findall(r"\]\(([\w-]+\.md)\)", line) if line.startswith("- ") or line.startswith("Each"))
        with open(os.path.join(words[0], file_of(name)), "w", encoding="utf-8") as file:
            file.write(PAGE.format(title=html.escape(title), list='<a href="index.html">Contents</a>' + listed, body=body))
    shutil.copytree(os.path.join(source, "images"), os.path.join(words[0], "images"), dirs_exist_ok=True)
    for name, text in (("style.css", STYLE), ("search.js", f"const PARTS = {json.dumps(parts, ensure_ascii=False)};{SEARCH}")):
        with open(os.path.join(words[0], name), "w", encoding="utf-8") as file:
            file.write(text)
    print(os.path.join(words[0], "index.html"))


if __name__ == "__main__":
    main(sys.argv[1:])
