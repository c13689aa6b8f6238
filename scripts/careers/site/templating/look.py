"""What every page shows of the company: its colours, its logo or mark, its picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careers.site.brand.mark import mark
from careers.site.brand.palette import Palette
from careers.site.brand.stylesheet import palettes

if TYPE_CHECKING:
    from careers.site.model.image_files import OwnImage
    from careers.site.model.site import Site

_MARK = "images/mark.svg"
_LOGO_HEIGHT = 28
_SQUARE = 1.25
"""A logo that is wider than this many times its height holds the company's name."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A path in the site, and the size that it is shown in; one that is ``alone`` needs no name."""

    path: str
    width: int
    height: int
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """``light`` and ``dark`` are colours by token; ``icon`` is the path of the pages' icon.

    ``hero`` takes the place of the drawing; ``files`` are the bytes of all these, by path.
    """

    light: Palette
    dark: Palette
    logo: Logo
    icon: str
    hero: OwnImage | None
    files: Mapping[str, bytes] = field(repr=False)


def look(site: Site) -> Look:
    """The look of a site. Where no logo can be shown, a mark takes its place."""
    light, dark = palettes(site.settings.theme)
    letter = mark(site.settings.company.name, light["fill"], light["on"]).encode()
    logo, icon, files = Logo(_MARK, _LOGO_HEIGHT, _LOGO_HEIGHT), _MARK, {_MARK: letter}
    if own := site.logo:
        wide = own.ratio > _SQUARE
        logo = Logo(own.path, round(_LOGO_HEIGHT * own.ratio), _LOGO_HEIGHT, alone=wide)
        icon = _MARK if wide else own.path
    files |= {image.path: image.data for image in (site.logo, site.hero) if image}
    return Look(light, dark, logo, icon, site.hero, files)
