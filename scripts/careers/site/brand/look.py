"""What every page shows of the company: its colours, its logo or mark, its picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from posixpath import splitext
from typing import TYPE_CHECKING

from careers.site.brand.mark import SIZE, mark
from careers.site.brand.palette import Palette
from careers.site.brand.stylesheet import palettes
from careers.site.content.links import IMAGE_TYPES, is_active
from careers.site.model.urls import address

if TYPE_CHECKING:
    from careers.site.model.site import Site

_LOGO_HEIGHT = 28
_SQUARE = 1.25
"""A logo that is wider than this many times its height holds the company's name."""


@dataclass(frozen=True, slots=True)
class Image:
    """A path in the site, and the size that it is shown in; one that is ``alone`` needs no name."""

    path: str
    width: int
    height: int
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """``light`` and ``dark`` are colours by token; ``icon`` is the path of the pages' icon.

    ``hero`` takes the place of the drawing; ``files`` are the bytes of all that, by path.
    """

    light: Palette
    dark: Palette
    logo: Image
    icon: str
    hero: Image | None
    files: Mapping[str, bytes] = field(repr=False)


def look(site: Site) -> Look:
    """The look of a site. An image that is missing or could act is left out."""
    light, dark = palettes(site.settings.theme)
    letter = mark(site.settings.company.name, light["fill"], light["on"]).encode()
    files = {"images/mark.svg": letter}
    logo, icon = Image("images/mark.svg", _LOGO_HEIGHT, _LOGO_HEIGHT), "images/mark.svg"
    if found := _image(site, site.settings.theme.logo, _LOGO_HEIGHT):
        logo, data = found
        files[logo.path] = data
        icon = icon if logo.alone else logo.path
    hero = None
    if found := _image(site, site.settings.theme.hero):
        hero, data = found
        files[hero.path] = data
    return Look(light, dark, logo, icon, hero, files)


def _image(site: Site, name: str | None, height: int = 0) -> tuple[Image, bytes] | None:
    """A local image at a height, or as large as it is; None where it cannot be shown."""
    stem, ending = splitext((name or "").rpartition("/")[2])
    data = site.image("careers.toml", name or "") if ending.lower() in IMAGE_TYPES else None
    if data is None or (ending.lower() == ".svg" and is_active(data)):
        return None
    size = site.picture(data)
    wide, high = (size.width, size.height) if size else (SIZE, SIZE)
    shown = height or high
    path = f"images/{address(stem)}-{sha256(data).hexdigest()[:10]}{ending.lower()}"
    return Image(path, round(wide * shown / high), shown, alone=wide > high * _SQUARE), data
