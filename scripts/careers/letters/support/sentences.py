"""The sentences of a template: where each ends, and which lack words once it is filled in."""

from __future__ import annotations

import re

HOLE, END = "\x00", "\x01"
_TAGS = re.compile(r"(\{[{%#].*?[}%#]\})", re.DOTALL)
_SENTENCE = re.compile(r"([.!?][\"'”“)]?)(?=\s|\Z)")


def with_ends(template: str) -> str:
    """The template with the end of each of its own sentences marked: a value's are not ends."""
    parts = _TAGS.split(template.replace("\r\n", "\n"))
    return "".join(
        part if number % 2 else _SENTENCE.sub(rf"\1{END}", part)
        for number, part in enumerate(parts)
    )


def without_holes(text: str) -> str:
    """The paragraphs without the sentences that lack their words."""
    paragraphs = []
    for paragraph in text.strip().split("\n\n"):
        sentences = [s for s in paragraph.split(END) if HOLE not in s]
        lines = "".join(sentences).strip().split("\n")
        if kept := "\n".join(re.sub(r" {2,}", " ", line).strip() for line in lines).strip():
            paragraphs.append(kept)
    return "\n\n".join(paragraphs) + "\n"
