"""Takes the words out of a drawing, where whoever draws letter by letter can draw them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_TEXT, _GROUP = f"{_SVG}text", f"{_SVG}g"
# What is known of a text and of the groups around it.
_STYLE = {"fill": "#000000", "font-family": "", "font-size": "16", "font-weight": "400"}
_PLACE = {"x", "y"}
_BOLD = "700"


class TextLine(NamedTuple):
    """A line of text: its baseline begins at ``x``, ``y`` (px), in a size of px to the em."""

    text: str
    x: float
    y: float
    size: int
    bold: bool
    fill: str


def split(svg: str) -> tuple[str, tuple[TextLine, ...]] | None:
    """A drawing without its words, and these, which stand upon it.

    None where they cannot be taken apart: a text that has more than a place and a style, or is
    written from right to left or with marks above its letters; a shape drawn over one.
    """
    try:
        root = ET.fromstring(svg)  # noqa: S314 - of a template of the company, its values escaped
        words = tuple(_words(root, _STYLE))
    except (ET.ParseError, ValueError):
        return None
    return ET.tostring(root, encoding="unicode"), words


def _words(parent: ET.Element, style: dict[str, str], depth: int = 0) -> Iterator[TextLine]:
    """The words below an element, which loses them. Raises ValueError where it cannot."""
    found = False
    for child in list(parent):
        if child.tag == _TEXT:
            parent.remove(child)
            found = True
            yield _line(child, style)
        elif child.tag == _GROUP and child.find(f".//{_TEXT}") is not None:
            found = True
            yield from _words(child, _styled(child, style), depth + 1)
        elif found:
            raise ValueError("a shape is drawn over a text")


def _line(element: ET.Element, style: dict[str, str]) -> TextLine:
    text = " ".join((element.text or "").split())
    if len(element) or any(_needs_shaping(char) for char in text):
        raise ValueError("a text is more than a line of letters")
    style = _styled(element, style)
    return TextLine(
        text,
        float(element.get("x", "0")),
        float(element.get("y", "0")),
        int(style["font-size"]),
        style["font-weight"] == _BOLD,
        style["fill"],
    )


def _styled(element: ET.Element, style: dict[str, str]) -> dict[str, str]:
    if element.attrib.keys() - style.keys() - _PLACE:
        raise ValueError("an attribute that is not known")
    return {name: element.get(name, value) for name, value in style.items()}


def _needs_shaping(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL", "AN") or bool(unicodedata.combining(char))
