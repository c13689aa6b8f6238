"""Finds where a posting tells of its interview process."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careers.markdown.document import Markdown
    from careers.markdown.inline import Inline
    from careers.text.diagnostics import Span

_PROCESS = re.compile(
    # "Interview process", "Our hiring process at Acme", "Steps of the selection process"
    r"(?:interview|interviewing|hiring|application|recruiting|recruitment|selection|candidate)s? "
    r"(?:and (?:\w+ )?)?(?:process|procedure|steps|stages|journey|timeline)\b"
    r"|^(?:how|the way) we (?:hire|interview|recruit)\b|^(?:our|the) process$|^interviewing at\b"
    # "So läuft der Bewerbungsprozess ab", "Auswahlverfahren"
    r"|\b(?:bewerbungs|interview|auswahl|einstellungs|recruiting|hiring) ?(?:prozess"
    r"|verfahren|ablauf)"
)
_WORDS_OF_A_HEADING = 8
_NOT_WORD = re.compile(r"[\W\d_]+")


def process_sections(body: Markdown) -> Iterator[tuple[Span, int, int]]:
    """Where the process is told: below a heading, or below a line in bold."""
    for section in body.sections:
        if is_process(section.heading.text):
            yield section.heading.span, section.start, section.end
    bold = [index for index in body.inlines if _is_bold(body, index)]
    ends = sorted([*bold, *(heading.index for heading in body.headings), len(body.tokens)])
    for index in bold:
        inline = body.inlines[index]
        end = ends[bisect_right(ends, index)]
        yield inline.span(0, len(inline.content)), index + 2, end


@lru_cache(maxsize=1024)
def is_process(heading: str) -> bool:
    """Whether a heading announces the interview process; case, numbers and symbols aside."""
    if len(heading) > 100:  # noqa: PLR2004 - no heading of a section is as long
        return False
    folded = unicodedata.normalize("NFKC", heading).lower()
    words = _NOT_WORD.sub(" ", folded).strip()
    return words.count(" ") < _WORDS_OF_A_HEADING and bool(_PROCESS.search(words))


def _is_bold(body: Markdown, index: int) -> bool:
    """Whether a paragraph is nothing but bold words that announce the process."""
    inline = body.inlines[index]
    if body.tokens[index - 1].type != "paragraph_open" or not in_bold(inline):
        return False
    children = [t for t in inline.token.children or [] if t.type != "text" or t.content.strip(" :")]
    bold = (children[0].type, children[-1].type) == ("strong_open", "strong_close")
    return bold and is_process(inline.plain)


def in_bold(inline: Inline) -> bool:
    """Whether a paragraph begins in bold."""
    return inline.content.startswith(("**", "__"))
