"""The images for social networks before their words: the ground, the drawing, the logo."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from posixpath import splitext
from typing import TYPE_CHECKING

from careers.site.brand.signature import Grid, signature
from careers.site.brand.stylesheet import palettes, signed
from careers.site.model.card import Card
from careers.site.model.image_files import IMAGE_TYPES, OwnImage

if TYPE_CHECKING:
    from careers.settings import Settings

TEMPLATE = "social.svg.j2"
_GRID = Grid(5, 9, 70)
"""The drawing, as high as the card."""
_DRAWN = (".svg", ".png", ".jpg", ".jpeg")
"""What can be drawn on it as a logo."""


def blank_card(settings: Settings, templates: Mapping[str, str], logo: OwnImage | None) -> Card:
    """A card that names the company and nothing else."""
    light, _ = palettes(settings.theme)
    ending = splitext(logo.path)[1] if logo else ""
    address = ""
    if logo and ending in _DRAWN:
        address = f"data:{IMAGE_TYPES[ending]};base64,{b64encode(logo.data).decode()}"
    return Card(
        template=templates[TEMPLATE],
        title="",
        company=settings.company.name,
        where="",
        pay="",
        fill=light["fill"],
        ink=light["on"],
        drawing=signature(signed(settings), _GRID),
        logo=address,
        ratio=logo.ratio if logo and address else 1.0,
    )
