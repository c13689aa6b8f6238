"""Lines that were meant to stand below one another, and are shown as one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.markdown.inline import Inline
from careers.text.diagnostics import Edit, Problem

# What people write where Markdown wants `- `. A dash or a star without a blank is no bullet.
_MARK = re.compile(
    r"(?m)^(?:[•●▪‣◦·∙➢➤►▶→➜✓✔✅☑\u2013\u2014][ \t\u00a0]*(?=\S)"
    r"|[-+](?=[^\W\d_])|\*(?=[^\s*][^*\n]*$))"
)
_START = re.compile(r"(?:\*\*|__)?[\"'“(]?[A-Z0-9\u00c0-\u00dd]")
_FEWEST = 3  # lines without a mark that are a list
_LONGEST = 60  # characters of such a line
_GOES_ON = (",", ";", "-", "\u2013", "(", "&", "/", ".", "!", "?", "…")


def run_together(inline: Inline) -> Iterator[Problem]:
    """Yield that the lines of a paragraph are no list."""
    content = inline.content
    found = list(_MARK.finditer(content))
    if len(found) > 1:
        edits = [Edit(inline.span(*match.span()), "- ") for match in found]
        lines = content.split("\n")
        opened = found[0].start() > 0 and lines[0].rstrip().endswith(":")
        alone = len(lines) == len(found) + opened
        message = "these bullets are no list: they are shown as one paragraph"
        span = inline.span(*found[0].span())
        yield Problem(span, message, "begin each line with `- `", edits=tuple(edits * alone))
    elif _is_list(inline, content.split("\n")):
        message = "these lines are shown as one paragraph"
        cure = "begin each line with `- `, or end it with two blanks"
        yield Problem(inline.span(0, len(content)), message, cure)


def _is_list(inline: Inline, lines: list[str]) -> bool:
    """Whether lines are short, end before the margin does, and each begins anew."""
    if any(t.type == "hardbreak" for t in inline.token.children or []):
        return False
    first = lines[0].rstrip().endswith(":")
    items = lines[1:] if first else lines
    if len(items) < _FEWEST or inline.token.level > 1 or "|" in inline.content:
        return False
    begun = first or all(_START.match(line) for line in items)
    if max(map(len, items)) > _LONGEST or not begun:
        return False
    ends = {line.rstrip()[-1:] for line in items[:-1]}
    if ends != {";"} and ends.intersection(_GOES_ON):
        return False
    # Whoever breaks lines at a margin breaks them where the next word would not fit.
    margin = max(_LONGEST, *map(len, lines))
    words = [line.split(" ", 1)[0] for line in items[1:]]
    fits = [len(a) + 1 + len(b) <= margin for a, b in zip(items, words, strict=False)]
    return sum(fits) * 2 > len(fits)
