"""Draws a job's card as SVG: text wrapped by the widths of the font that it will be shown in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup
from PIL.ImageFont import FreeTypeFont, Layout, truetype

from careers.site.model.card import HEIGHT, WIDTH, Card

MARGIN = 80
_ROOM = 760
"""The width of the texts: the drawing stands behind them."""
# (size in px, most lines): the largest in which the title fits, else the last, cut short.
_SIZES = ((72, 2), (60, 3), (50, 4), (42, 5))
_SMALL = 32
MARK = 56
"""The height of the logo or the mark."""
_MORE = "…"


@dataclass(frozen=True)
class Font:
    """A TrueType or OpenType font, by its bytes."""

    data: bytes

    def sized(self, size: int) -> FreeTypeFont:
        """The font at ``size`` px to the em. It shapes nothing: a character is a glyph."""
        return _sized(self.data, size)

    def has(self, text: str) -> bool:
        """Whether the font can show every character."""
        return all(_has(self.data, char) for char in text)

    def width(self, text: str, size: int) -> float:
        """How wide a text is, in px, at ``size`` px to the em."""
        return self.sized(size).getlength(text)


@lru_cache(maxsize=32)
def _sized(data: bytes, size: int) -> FreeTypeFont:
    # What Pillow would shape with depends on the libraries of the machine.
    return truetype(BytesIO(data), size, layout_engine=Layout.BASIC)


@lru_cache(maxsize=4096)
def _has(data: bytes, char: str) -> bool:
    """Whether the font has a glyph of its own: another one than for what is no character."""
    font = _sized(data, _SMALL)
    return char.isspace() or bytes(font.getmask(char)) != bytes(font.getmask("\uffff"))


def draw(card: Card, bold: Font, regular: Font) -> str:
    """The card as SVG.

    What the font cannot show is left out, never shown as boxes: a symbol by itself, any other
    text whole. Raises jinja2.TemplateError where the template is broken.
    """
    size, lines = _fitted(shown(card.title, bold), bold)
    small = [_cut(shown(text, regular), regular, _SMALL) for text in (card.where, card.pay)]
    return _compiled(card.template).render(
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
        fill=card.fill,
        ink=card.ink,
        drawing=Markup(card.drawing),  # noqa: S704 - our own
        mark=MARK,
        **_mark(card, bold),
        company=_cut(shown(card.company, bold), bold, _SMALL),
        title=lines,
        size=size,
        where=small[0],
        pay=small[1],
    )


def _mark(card: Card, bold: Font) -> dict[str, object]:
    """The logo and its width; else a letter and where it begins, in px from the card's edge."""
    width = round(min(MARK * card.ratio, _ROOM / 2))
    letter = shown(next((char for char in card.company if char.isalnum()), ""), bold).upper()[:1]
    size = MARK * 5 // 8
    begin = MARGIN + (MARK - bold.width(letter, size)) / 2
    values = {"logo": card.logo, "logo_width": width, "letter_size": size}
    return {**values, "letter": "" if card.logo else letter, "letter_x": round(begin, 1)}


@lru_cache(maxsize=4)
def _compiled(template: str) -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(template)


def shown(text: str, font: Font) -> str:
    """The text as the font can show it; empty where letters of it are missing."""
    plain = "".join(
        char
        for char in unicodedata.normalize("NFC", " ".join(text.split()))
        if font.has(char) or unicodedata.category(char) not in ("So", "Sk", "Cf", "Cc", "Mn", "Me")
    )
    return " ".join(plain.split()) if font.has(plain) else ""


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
    lengths = range(1, len(text) + 1)
    fitting = [length for length in lengths if font.width(text[:length] + end, size) <= _ROOM]
    return text[: max(fitting, default=1)]
