"""Draws the images for social networks; what draws is loaded with this module."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import resvg_py
from jinja2 import TemplateError

from careers.site.assets.card_svg import Font, draw
from careers.site.model.card import Card
from careers.text.diagnostics import CareersError

_FONTS = ("OpenSans-Bold", "OpenSans-Regular")
# Made from the fonts by `make bless`: to read them takes a library of 23 MB.
_WIDTHS = Path(__file__).with_name("font_widths.json")


def render(card: Card) -> bytes:
    """A card as PNG. Raises CareersError where the template gives no drawing."""
    try:
        return resvg_py.svg_to_bytes(
            svg_string=draw(card, *_fonts()),
            skip_system_fonts=True,
            font_files=[str(path) for path in _paths()],
            font_family="Open Sans",
        )
    except (TemplateError, ValueError) as error:
        message = f"templates/site/social.svg.j2: {error}"
        raise CareersError(message, "mend the template, or set [site] social_images = false") from (
            None
        )


def _paths() -> list[Path]:
    folder = Path(str(files("ttf_opensans"))) / "ttf"
    return [folder / f"{name}.ttf" for name in _FONTS]


@cache
def _fonts() -> tuple[Font, Font]:
    widths = json.loads(_WIDTHS.read_text(encoding="utf-8"))
    bold, regular = (Font(widths[name]) for name in _FONTS)
    return bold, regular
