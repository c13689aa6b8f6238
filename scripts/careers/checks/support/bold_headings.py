"""Lines that stand for headings: `**Requirements:**` or `REQUIREMENTS` alone in a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from careers.language.vocabulary import SectionKind, vocabulary
from careers.markdown.inline import Inline
from careers.posting.posting import Posting

_LONGEST = 60
_SHORTEST = 6  # of a line in capitals: others are abbreviations


class BoldHeading(NamedTuple):
    """Such a line and what it announces; ``at`` is the index of its token."""

    at: int
    inline: Inline
    text: str
    kind: SectionKind

    @property
    def capitals(self) -> bool:
        """Whether it is one in capitals."""
        return not self.inline.content.startswith("**")


def bold_headings(posting: Posting) -> Iterator[BoldHeading]:
    """The lines that announce a section, in the posting's language or in English."""
    words = vocabulary(posting.language.tag or "en")
    if words is None:
        return
    for index, inline in posting.body.inlines.items():
        alone = posting.body.tokens[index - 1].type == "paragraph_open"
        text = (_bold(inline) or _capitals(inline)) if alone else None
        if text and (kind := words.section(text)):
            yield BoldHeading(index, inline, text, kind)


def _capitals(inline: Inline) -> str | None:
    """The words of a line in capitals, as a heading has them."""
    text = inline.content.strip(" :")
    # "**RAL:** 30.000 €" is a fact.
    if "*" in text or any(map(str.isdigit, text)):
        return None
    shouted = text.isupper() and _SHORTEST <= len(text) <= _LONGEST and "\n" not in text
    return text.capitalize() if shouted and inline.token.level == 1 else None


def _bold(inline: Inline) -> str | None:
    """The words of a paragraph that is nothing but bold, a colon aside."""
    content = inline.content.strip()
    if inline.token.level != 1 or len(content) > _LONGEST or not content.startswith("**"):
        return None
    children = [t for t in inline.token.children or [] if t.type != "text" or t.content.strip(" :")]
    types = [child.type for child in children]
    if types != ["strong_open", "text", "strong_close"]:
        return None
    return str(children[1].content).strip(" :") or None
