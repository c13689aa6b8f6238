"""Draws a job's card as SVG: text wrapped by the widths of the font that it will be shown in.

Slow to import and to run; nothing but the making of a new image does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined

from careers.site.model.card import HEIGHT, WIDTH, Card

MARGIN = 80
_ROOM = WIDTH - 2 * MARGIN
# (size in px, most lines): the largest in which the title fits, else the last, cut short.
_SIZES = ((80, 2), (66, 3), (54, 4), (44, 5))
_SMALL = 34
_MORE = "…"


@dataclass(frozen=True)
class Font:
    """A font: how wide each character is that it can show, in thousandths of an em."""

    widths: Mapping[str, int]

    def has(self, text: str) -> bool:
        """Whether the font can show every character."""
        return all(char in self.widths for char in text)

    def width(self, text: str, size: int) -> float:
        """How wide a text is, in px, at ``size`` px to the em. Kerning could but narrow it."""
        return sum(self.widths[char] for char in text) * size / 1000


def draw(card: Card, bold: Font, regular: Font) -> str:
    """The card as SVG.

    What the font cannot show is left out, never shown as boxes: a symbol by itself, any other
    text whole. Raises jinja2.TemplateError where the template is broken.
    """
    size, lines = _fitted(shown(card.title, bold), bold)
    small = [_cut(shown(text, regular), regular, _SMALL) for text in (card.where, card.pay)]
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(card.template).render(
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
        accent=card.accent,
        company=_cut(shown(card.company, bold), bold, _SMALL),
        title=lines,
        size=size,
        where=small[0],
        pay=small[1],
    )


def shown(text: str, font: Font) -> str:
    """The text as the font can show it; empty where letters of it are missing."""
    kept = "".join(
        char
        for char in unicodedata.normalize("NFC", " ".join(text.split()))
        if font.has(char) or unicodedata.category(char) not in ("So", "Sk", "Cf", "Cc", "Mn", "Me")
    )
    return " ".join(kept.split()) if font.has(kept) else ""


def _fitted(title: str, font: Font) -> tuple[int, list[str]]:
    size, lines = 0, [""]
    for size, most in _SIZES:
        lines = list(wrapped(title, font, size))
        if len(lines) <= most:
            return size, lines
    lines = lines[:most]
    lines[-1] = _cut(lines[-1] + _MORE, font, size)
    return size, lines


def wrapped(text: str, font: Font, size: int) -> Iterator[str]:
    """The text in lines that fit; a word that does not is broken where the line ends."""
    line = ""
    for word in text.split():
        rest = word
        longer = f"{line} {rest}".lstrip()
        if font.width(longer, size) <= _ROOM:
            line = longer
            continue
        if line:
            yield line
        while font.width(rest, size) > _ROOM:
            part = _fitting(rest, font, size, "-")
            yield f"{part}-"
            rest = rest[len(part) :]
        line = rest
    if line:
        yield line


def _cut(text: str, font: Font, size: int) -> str:
    """One line, shortened where it is too long."""
    if font.width(text, size) <= _ROOM:
        return text
    return _fitting(text.rstrip(_MORE), font, size, _MORE).rstrip() + _MORE


def _fitting(text: str, font: Font, size: int, end: str) -> str:
    """The longest beginning that fits with ``end`` behind it; one character at least."""
    room = _ROOM - font.width(end, size)
    for at, char in enumerate(text):
        room -= font.width(char, size)
        if room < 0 and at:
            return text[:at]
    return text
