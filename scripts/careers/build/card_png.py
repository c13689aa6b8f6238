"""Draws the images for social networks: the drawing once, and the words of each upon it.

To draw a template whole takes ten times as long, and most of that is writing its pixels; it is
what an own template with more than plain lines of text still gets.
"""

from __future__ import annotations

import io
import zlib
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter
from pathlib import Path
from typing import cast

import resvg_py
from jinja2 import TemplateError
from PIL import Image, ImageColor, ImageDraw

from careers.site.assets.card_svg import Font, draw
from careers.site.assets.svg_text import TextLine, split
from careers.site.model.card import Card
from careers.text.diagnostics import CareersError

_FONTS = ("OpenSans-Bold.ttf", "OpenSans-Regular.ttf")
_SHADES = 16
"""Steps from the paper to the colour of a text, at the edges of its letters."""


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


def _written(background: str, lines: tuple[TextLine, ...]) -> bytes:
    """The lines upon the drawing: in few colours where each stands on plain paper."""
    fills = tuple(sorted({line.fill for line in lines}))
    masks = [(line, *_mask(line)) for line in lines if line.text]
    paper = _paper(background, fills)
    if paper and all(paper.crop(box).getextrema() == (0, 0) for _, _, box in masks):
        image = paper.copy()
        for line, mask, box in masks:
            first = fills.index(line.fill) * _SHADES
            shades = [level * _SHADES // 255 for level in range(256)]
            image.paste(mask.point([shade and first + shade for shade in shades]), box)
    else:
        image = _drawn(background).copy()
        for line, mask, box in masks:
            image.paste(ImageColor.getrgb(line.fill), box, mask)
    out = io.BytesIO()
    # Runs of one colour are all there is: to look for more takes half as long again, for nothing.
    image.save(out, "PNG", compress_type=zlib.Z_RLE)
    return out.getvalue()


def _mask(line: TextLine) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """Where a line has ink, and the place of that in the picture (left, top, right, bottom)."""
    bold, regular = fonts()
    font = (bold if line.bold else regular).sized(line.size)
    left, top, right, bottom = map(round, font.getbbox(line.text, anchor="ls"))
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), line.text, 255, font, anchor="ls")
    x, y = round(line.x), round(line.y)
    return mask, (x + left, y + top, x + right, y + bottom)


@lru_cache(maxsize=16)
def _paper(background: str, fills: tuple[str, ...]) -> Image.Image | None:
    """The drawing in indexed colours; None where these are too many.

    The first is the one that there is most of. Behind it come its shades towards each of the
    ``fills``, then the other colours.
    """
    drawn = _drawn(background)
    found = drawn.getcolors(256 - len(fills) * _SHADES)
    if not found:
        return None
    first, *others = [_rgb(colour) for _, colour in sorted(found, key=itemgetter(0), reverse=True)]
    colours = [first]
    for fill in map(_rgb, map(ImageColor.getrgb, fills)):
        for shade in range(1, _SHADES + 1):
            pairs = zip(first, fill, strict=False)
            colours.append(tuple(a + round((b - a) * shade / _SHADES) for a, b in pairs))
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour in [*colours, *others] for channel in colour])
    return drawn.quantize(palette=palette, dither=Image.Dither.NONE)


def _rgb(colour: object) -> tuple[int, ...]:
    """A colour of a picture in RGB, whose type Pillow leaves open."""
    return cast("tuple[int, ...]", colour)[:3]


def _paths() -> list[Path]:
    folder = Path(str(files("ttf_opensans"))) / "ttf"
    return [folder / name for name in _FONTS]


@cache
def fonts() -> tuple[Font, Font]:
    """What is drawn with: bold, and regular."""
    bold, regular = (Font(path.read_bytes()) for path in _paths())
    return bold, regular
