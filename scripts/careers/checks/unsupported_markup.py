"""The page shows what the text means to show, not the marks of another program.

Postings are Markdown as GitHub shows it. What other site generators add to Markdown is published
as it is written, and so is what GitHub draws by programs of its own. Found are, once a kind:

- Jekyll's tags and values (`{% include x %}`, `{{ site.title }}`), Hugo's shortcodes
  (`{{< x >}}`), kramdown's attributes (`{:target="_blank"}`), ids and classes in braces
  (`## Benefits {#benefits}`), Pelican's targets (`{filename}x.md`), imports of
  MDX, admonitions (`:::note`, `!!! note`), `[TOC]`;
- diagrams, maps and formulas (fences such as `mermaid` and `math`, `$$…$$`), and GitHub's own
  pictures (`:octocat:`), for which there is no character;
- a note that GitHub does not know (`> [!INFO]`), has within a list or a quotation, or with text
  behind its mark.

Code is left alone. Raw HTML has a check of its own.

**Bad:**

```markdown
## Benefits {#benefits}

{% include benefits.md %}
```

**Good:**

```markdown
## Benefits

{{ shared("benefits") }}
```

**Allow:** `<!-- careers: allow unsupported-markup: we teach Jekyll -->` at the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from careers.checks.support.context import Context
from careers.checks.support.html import blocks
from careers.checks.support.placeholders import LIQUID
from careers.markdown.emoji import NAME, PICTURES
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.WARNING

_SHARED = 'write the text itself, or `{{ shared("…") }}` for one that postings share'
_LEFT_OUT = "leave it out: the page has its own"


class _Kind(NamedTuple):
    """Markup by its pattern: what it is, and what to do instead."""

    pattern: re.Pattern[str]
    what: str
    cure: str


_KINDS = (
    _Kind(re.compile(r"\{\{[<%][^{}\n]{0,300}[>%]\}\}"), "a shortcode of Hugo", _SHARED),
    _Kind(re.compile(r"(?<!\{)\{%[^{}\n]{0,300}%\}(?!\})"), "a tag of Jekyll (Liquid)", _SHARED),
    _Kind(re.compile(LIQUID), "a value of Jekyll or Hugo", "write the value itself"),
    _Kind(re.compile(r"\{:[^{}\n]{1,300}\}"), "an attribute of kramdown", _LEFT_OUT),
    _Kind(
        re.compile(r"(?<![\w`$/])\{(?:[#.][A-Za-z][\w:,-]{0,60}[ \t]{0,3}){1,5}\}"),
        "an id or a class",
        _LEFT_OUT,
    ),
    _Kind(
        re.compile(r"\A(?::{3,}[ \t]*\{?\w|!!![ \t]+\w)[^\n]{0,100}"),
        "an admonition of another program",
        "write `> [!NOTE]`, and each line below it with `> `",
    ),
    _Kind(
        re.compile(r"\A(?:import|export)\s[^\n]{0,200}\sfrom\s['\"][^\n]{0,200}"),
        "an import of MDX",
        "leave it out, and write what it brings as text",
    ),
    _Kind(
        re.compile(r"<%[=#-]?[^%\n]{0,300}%>"),
        "a tag of ERB or EJS",
        "write the value itself",
    ),
    _Kind(
        re.compile(r"(?<![\[!\w])\[\[(?!_?TOC)[^\[\]\n]{1,200}\]\](?![(\[])"),
        "a link of a wiki",
        "write `[text](page.md)`",
    ),
    _Kind(
        re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]{1,200}(?<=[^\s=])==(?![=\w])"),
        "highlighted text of another program",
        "write it in bold: `**…**`",
    ),
    _Kind(re.compile(r"\A\[?\[_?TOC_?\]\]?\Z"), "a table of contents", "leave it out"),
    _Kind(
        re.compile(
            r"(?<![\\$\w])(?:\$\$[^$\n]{1,500}\$\$(?![$\d])"
            r"|\$(?=[^\s$])[^$\n]{0,200}[\\^_{][^$\n]{0,200}(?<=[^\s$])\$(?![\w$]))"
        ),
        "a formula",
        "write it in words, or show it as an image",
    ),
)
_MARKS = ("{", "$", "[[", "<%", "==")
_FENCES = frozenset({"mermaid", "math", "geojson", "topojson", "stl"})
_TARGET = re.compile(r"\{(?:filename|static|attach|author|category|tag)\}|\|filename\|")
_NOTE = re.compile(r"\[!(?P<kind>[A-Za-z]{2,20})\][^\n]{0,80}")
_NOTES = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
_PICTURE = "a picture of GitHub's own"


class _Found(NamedTuple):
    what: str
    span: Span
    text: str
    cure: str


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield each kind once, at the first of it."""
    kinds: dict[str, list[_Found]] = {}
    for found in _all(posting):
        kinds.setdefault(found.what, []).append(found)
    for what, (first, *more) in kinds.items():
        again = f" (and {len(more)} more of them)" if more else ""
        quoted = " ".join(first.text.split())[:60]
        message = f"`{quoted}` is {what}: the page shows it as it is written{again}"
        yield Problem(first.span, message, first.cure)


def _all(posting: Posting) -> Iterator[_Found]:
    yield from _fences(posting)
    yield from _targets(posting)
    for inline in posting.body.inlines.values():
        content = inline.content
        if any(mark in content for mark in _MARKS) or content.startswith(
            (":::", "!!!", "[", "import", "export")
        ):
            for kind in _KINDS:
                for match in kind.pattern.finditer(inline.prose):
                    yield _Found(kind.what, inline.span(*match.span()), match[0], kind.cure)
        for match in NAME.finditer(inline.prose) if ":" in content else ():
            if match[1] in PICTURES:
                yield _Found(_PICTURE, inline.span(*match.span()), match[0], "leave it out")
    for region in blocks(posting) if "{" in posting.source.text else ():
        for kind in _KINDS[:3]:
            for match in kind.pattern.finditer(region.text):
                yield _Found(kind.what, region.place(*match.span()), match[0], kind.cure)
    yield from _notes(posting)


def _fences(posting: Posting) -> Iterator[_Found]:
    for token in posting.body.tokens:
        name = token.info.split()[0].lower() if token.type == "fence" and token.info.strip() else ""
        if name in _FENCES:
            span = posting.source.line_span(posting.body.lines(token)[0])
            what = "a formula" if name == "math" else "drawn by GitHub alone"
            yield _Found(what, span, name, "show it as an image")


def _targets(posting: Posting) -> Iterator[_Found]:
    for link in posting.body.links:
        target = unquote(link.target)
        if _TARGET.match(target):
            yield _Found(
                "a target of Pelican", link.span, target, "write the path relative to this file"
            )


def _notes(posting: Posting) -> Iterator[_Found]:
    """The first lines of quotations that were meant as a note."""
    if "[!" not in posting.source.text:
        return
    tokens = posting.body.tokens
    for index, inline in posting.body.inlines.items():
        match = _NOTE.match(inline.content)
        if match is None or index <= 1 or tokens[index - 2].type != "blockquote_open":
            continue
        span = inline.span(*match.span())
        if match["kind"].upper() not in _NOTES:
            cure = f"GitHub knows {', '.join(f'`[!{kind}]`' for kind in _NOTES)}"
            yield _Found("no kind of note", span, match[0], cure)
        else:
            cure = "begin it at the margin, its mark alone on the first line"
            yield _Found("no note here", span, match[0], cure)
