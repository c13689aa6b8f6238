"""Draws the images for social networks: the drawing once, and the words of each upon it.

To draw a template whole takes ten times as long, and most of that is writing its pixels; it is
what an own template with more than plain lines of text still gets.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import resvg_py
from jinja2 import TemplateError
from PIL import Image, ImageColor, ImageDraw

from careers.site.assets.card_svg import Font, draw
from careers.site.assets.svg_text import Words, split
from careers.site.model.card import Card
from careers.text.diagnostics import CareersError

_FONTS = ("OpenSans-Bold.ttf", "OpenSans-Regular.ttf")
_SHADES = 16
"""Steps from the paper to the colour of a text, at the edges of its letters."""
_MOST_COLOURS = 256


def render(card: Card) -> bytes:
    """A card as PNG, the same bytes on every machine: no font of the system is looked at.

    Raises CareersError where the template gives no drawing.
    """
    try:
        svg = draw(card, *fonts())
        parts = split(svg)
        return _whole(svg) if parts is None else _written(*parts)
    except (TemplateError, ValueError) as error:
        message = f"templates/site/social.svg.j2: {error}"
        raise CareersError(message, "mend the template, or set [site] social_images = false") from (
            None
        )


def _whole(svg: str) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[str(path) for path in _paths()],
        font_family="Open Sans",
    )


@lru_cache(maxsize=4)
def _drawn(svg: str) -> Image.Image:
    return Image.open(io.BytesIO(_whole(svg))).convert("RGB")


def _written(background: str, lines: tuple[Words, ...]) -> bytes:
    """The lines upon the drawing, in few colours where these are enough."""
    image = _drawn(background).copy()
    canvas = ImageDraw.Draw(image)
    bold, regular = fonts()
    for line in lines:
        font = (bold if line.bold else regular).sized(line.size)
        canvas.text((line.x, line.y), line.text, line.fill, font, anchor="ls")
    palette = _palette(background, tuple(sorted({line.fill for line in lines})))
    if palette is not None:
        image = image.quantize(palette=palette, dither=Image.Dither.NONE)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=16)
def _palette(background: str, fills: tuple[str, ...]) -> Image.Image | None:
    """The colours of a drawing with texts upon the most of them; None where they are too many."""
    found = _drawn(background).getcolors(_MOST_COLOURS)
    if not found or len(found) + len(fills) * _SHADES > _MOST_COLOURS:
        return None
    colours = [colour for _, colour in sorted(found, reverse=True)]
    for fill in map(ImageColor.getrgb, fills):
        for shade in range(1, _SHADES + 1):
            pairs = zip(colours[0], fill, strict=False)
            colours.append(tuple(a + round((b - a) * shade / _SHADES) for a, b in pairs))
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour in colours for channel in colour])
    return palette


def _paths() -> list[Path]:
    folder = Path(str(files("ttf_opensans"))) / "ttf"
    return [folder / name for name in _FONTS]


@cache
def fonts() -> tuple[Font, Font]:
    """What is drawn with: bold, and regular."""
    bold, regular = (Font(path.read_bytes()) for path in _paths())
    return bold, regular
