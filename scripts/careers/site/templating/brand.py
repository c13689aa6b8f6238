"""The company's logo, where it can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from posixpath import splitext
from typing import TYPE_CHECKING

from careers.site.content.links import IMAGE_TYPES, is_active
from careers.site.model.urls import address

if TYPE_CHECKING:
    from careers.site.model.site import Site


@dataclass(frozen=True, slots=True)
class Brand:
    """The logo of the company: its path in the site, its bytes and its size."""

    path: str
    data: bytes
    width: int
    height: int


def brand(site: Site) -> Brand | None:
    """The logo for the top of the pages; None where there is none, or one that could act."""
    name = site.settings.theme.logo or ""
    stem, ending = splitext(name.rpartition("/")[2])
    data = site.image("careers.toml", name) if ending.lower() in IMAGE_TYPES else None
    if data is None or (ending.lower() == ".svg" and is_active(data)):
        return None
    size = site.picture(data)
    digest = sha256(data).hexdigest()[:10]
    path = f"images/{address(stem)}-{digest}{ending.lower()}"
    height = 32
    width = round(size.width * height / size.height) if size else height
    return Brand(path, data, width, height)
