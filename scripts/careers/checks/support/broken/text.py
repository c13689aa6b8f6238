"""Slips within a paragraph: links and stars that are shown as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from careers.language.vocabulary import Vocabulary, vocabulary
from careers.markdown.inline import Inline
from careers.posting.posting import Posting
from careers.text.diagnostics import Edit, Problem

_ADDRESS = r"(?:https?://|mailto:|www\.|\.{0,2}/)"
_LINKS = ("link_open", "image")
# What no sound link has; only then is it looked at closely.
_SUSPECT = re.compile(r"\]\([^()\s]*+(?:[\s(]|$)|\][ \t]+\(|\)\[|\)[)>]")
_UNCLOSED = re.compile(rf"(?<!\\)\]\([ \t]*{_ADDRESS}(?:(?!{{{{)[^\s()]){{0,500}}+(?!\)|{{{{)")
_APART = re.compile(
    rf"(?<![\\\]])\[[^][\n]{{1,200}}\](?P<gap>[ \t]{{1,3}})\({_ADDRESS}[^\s()<>]{{1,500}}\)"
)
_SWAPPED = re.compile(
    r"(?<![\w\])])\([^()\[\]\n]{1,100}\)\[(?:https?://|www\.)[^\s\]]{1,500}\](?!\()"
)
_MOST = 8  # of a kind that are named
_FIRST = re.compile(r"#[^\W\d_][^#\n]{2,100}#?")
_HEADING = re.compile(r"(?m)^#{2,6}(?=[^\W\d_])")
# Between words of prose `**` is nothing else; between figures and names it may be a power.
_OPEN = re.compile(r"(?<![^\s(\"'])\*\*(?=[^\W_])|(?<=[^\W_])\*\*(?![^\s.,;:!?)\"'])")
_SPACED = re.compile(
    r"(?<!\S)\*\*[ \t]+[^*\n]{1,100}?[ \t]+\*\*(?!\S)|\*\*[^\s*][^*\n]{0,100}[ \t]\*\*(?!\S)"
)

_LOPSIDED = re.compile(
    r"(?<![*\\\w])(?:(?P<left>\*\*)(?=[^\s*])[^*\n]{0,100}?(?<=[^\s*\\])\*(?![*\w])"
    r"|(?P<one>\*)(?=[^\s*])[^*\n]{0,100}?(?<=[^\s*\\])\*\*(?![*\w]))"
)


def text(posting: Posting) -> Iterator[Problem]:
    """Yield the slips of every paragraph, heading, item and cell."""
    headings: list[Problem] = []
    first = next(iter(posting.body.inlines.values()), None)
    words = vocabulary(posting.language.tag or "en") if "\n#" in posting.source.text else None
    for inline in posting.body.inlines.values():
        content = inline.content
        if "]" in content and _SUSPECT.search(content):
            yield from _links(inline)
        if "**" in content:
            yield from _stars(inline)
        if "##" in content:
            headings += _headings(inline)
        elif content.startswith("#"):
            yield from _title(inline, words, first=inline is first)
    yield from _once(headings)


def _once(found: list[Problem]) -> Iterator[Problem]:
    """Headings without a blank, told at the first; whoever makes one makes them all."""
    sure = [problem for problem in found if problem.edits]
    for group in (sure, [problem for problem in found if not problem.edits]):
        if len(group) > 1:
            edits = tuple(edit for problem in group for edit in problem.edits)
            lines = [str(problem.span.line) for problem in group[1:_MOST]]
            others = (
                f"are those on lines {', '.join(lines)}" if lines[1:] else f"is line {lines[0]}"
            )
            message = f"{group[0].message}, nor {others}"
            yield replace(group[0], message=message, edits=edits)
        else:
            yield from group


def _links(inline: Inline) -> Iterator[Problem]:
    plain = inline.prose
    for pattern, tell in ((_UNCLOSED, _unclosed), (_APART, _apart), (_SWAPPED, _swapped)):
        for match in pattern.finditer(plain):
            yield tell(inline, match)
    children = inline.token.children or []
    depth = done = 0
    for start, end in (t.meta["at"] for t in children if t.type in _LINKS and "at" in t.meta):
        for char in plain[done:start]:
            depth = depth + 1 if char == "(" else max(0, depth - (char == ")"))
        done = max(done, start)
        left = inline.content[end : end + 1]
        opened = depth if left == ")" else "<" in plain[max(0, start - 200) : start]
        if inline.content[end - 1] == ")" and left in (")", ">") and not opened:
            span = inline.span(end, end + 1)
            message = f"a `{left}` is left over behind the link"
            yield Problem(span, message, "delete it", edits=(Edit(span, ""),))


def _unclosed(inline: Inline, match: re.Match[str]) -> Problem:
    message = "this link is never closed: readers see its brackets"
    return Problem(inline.span(*match.span()), message, "end the address with `)`, without blanks")


def _apart(inline: Inline, match: re.Match[str]) -> Problem:
    gap = inline.span(*match.span("gap"))
    message = "a blank parts this link's words from its address: readers see both"
    cure = "delete the blank between `]` and `(`"
    return Problem(inline.span(*match.span()), message, cure, edits=(Edit(gap, ""),))


def _swapped(inline: Inline, match: re.Match[str]) -> Problem:
    message = "this link has its brackets swapped"
    return Problem(inline.span(*match.span()), message, "write `[words](address)`")


def _stars(inline: Inline) -> Iterator[Problem]:
    children = inline.token.children or []
    if any(t.type == "text" and "*" in t.content for t in children):
        yield from _lopsided(inline)
    if not any(t.type == "text" and "**" in t.content for t in children):
        return
    bold = sum(t.type == "strong_open" and t.markup == "**" for t in children)
    plain = inline.prose
    for pattern in (_SPACED, _OPEN):
        found = [m for m in pattern.finditer(plain) if plain[m.start() - 1 : m.start()] != "\\"]
        # With bold words beside it, there is no telling which of the stars is the odd one.
        span = inline.span(*found[0].span()) if found and not bold else inline.span(0, len(plain))
        if found and (pattern is _SPACED or len(found) > 2 * bold):
            message = "`**` stands for itself here: it opens or closes no bold words"
            yield Problem(span, message, "write `**words**`, without blanks inside the stars")
            return


def _title(inline: Inline, words: Vocabulary | None, *, first: bool) -> Iterator[Problem]:
    """`#Engineer` where a text begins, `#Benefits` and `#More#` anywhere; `#tags` are none."""
    section = _opens_section(inline, words)
    begins = _FIRST.fullmatch(inline.content) and (first or section)
    if inline.token.level == 1 and (begins or _closing(inline, "#")):
        message = "`#` without a blank behind it is no heading"
        more = "# " if section else " "
        edits = (Edit(inline.span(1, 1), more), *_closing(inline, "#"))
        yield Problem(inline.span(0, 1), message, f"write `#{more}`", edits=edits)


def _opens_section(inline: Inline, words: Vocabulary | None) -> bool:
    """Whether a line opens a section; `#hiring` is a tag."""
    text = inline.content.strip("# ")
    return words is not None and not text.islower() and words.section(text) is not None


def _closing(inline: Inline, opening: str) -> tuple[Edit, ...]:
    """What takes away the marks that close a line as others opened it; nothing where none do."""
    text, many = inline.content, len(opening)
    words = text.removeprefix(opening).removesuffix(opening)
    marked = len(text) - len(words) == 2 * many and "\n" not in text
    if not marked or words != words.strip("# "):
        return ()
    return (Edit(inline.span(len(text) - many, len(text)), ""),)


def _lopsided(inline: Inline) -> Iterator[Problem]:
    """`**Location:* Paris` and `*Location:** Paris`: a star is missing on one side."""
    for match in _LOPSIDED.finditer(inline.prose):
        at = match.end("one") if match["one"] else match.end()
        message = f"`{match[0][:60]}` has more stars on one side than on the other"
        edit = Edit(inline.span(at, at), "*")
        yield Problem(inline.span(*match.span()), message, "write `**words**`", edits=(edit,))


def _headings(inline: Inline) -> Iterator[Problem]:
    for match in _HEADING.finditer(inline.prose):
        span = inline.span(*match.span())
        after = inline.span(match.end(), match.end())
        message = f"`{match[0]}` without a blank behind it is no heading"
        cure = f"write `{match[0]} `, on a line of its own"
        alone = inline.token.level == 1 and match.start() == 0
        edits = (Edit(after, " "), *_closing(inline, match[0])) if alone else ()
        yield Problem(span, message, cure, edits=edits)
