"""Local images of a text with their size and a modern format, so that nothing moves or weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import splitext
from typing import TYPE_CHECKING

from markupsafe import Markup

from careers.site.model.picture import Picture

if TYPE_CHECKING:
    from careers.site.model.site import Site

# What nh3 writes: a tag's end is the first `>` outside of a value.
_IMAGE = re.compile(r'<img(?: [\w-]+="[^"]*")*>')
_SOURCE = re.compile(r' src="((?:\.\./)+)(images/[^"]+)"')
_SIDE = re.compile(r' (width|height)="(\d+)"')
_SIZES = "(min-width: 46rem) 42rem, 100vw"


def variants(path: str, found: Picture) -> list[tuple[str, int, bytes]]:
    """The WebP files of an image: (path in the site, width, bytes)."""
    stem = splitext(path)[0]
    return [(f"{stem}-{width}.webp", width, data) for width, data in found.webp]


def with_pictures(site: Site, html: Markup, images: Mapping[str, bytes]) -> Markup:
    """The text with each local image as a ``picture`` that knows its size."""
    if not images:
        return html

    def figure(tag: re.Match[str]) -> str:
        source = _SOURCE.search(tag[0])
        path = source[2] if source else ""
        found = site.picture(images[path]) if path in images else None
        if source is None or found is None:
            return tag[0]
        image = _sized(tag[0], found)
        sets = ", ".join(f"{source[1]}{name} {width}w" for name, width, _ in variants(path, found))
        webp = f'<source type="image/webp" srcset="{sets}" sizes="{_SIZES}">' if sets else ""
        return f"<picture>{webp}{image}</picture>" if webp else image

    return Markup(_IMAGE.sub(figure, html))  # noqa: S704 - sanitised, and paths of our own


def _sized(image: str, found: Picture) -> str:
    """The tag with both sides, in the image's own shape: its author may give one of them."""
    given = {name: int(value[:6]) for name, value in _SIDE.findall(image)}
    width, height = found.width, found.height
    if "width" in given:
        width, height = given["width"], round(given["width"] * height / width)
    elif "height" in given:
        width, height = round(given["height"] * width / height), given["height"]
    return f'{_SIDE.sub("", image)[:-1]} width="{width}" height="{height}">'


def image_files(site: Site, images: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that the images of a text need: themselves, and their WebP."""
    files = dict(images)
    for path, data in images.items():
        found = site.picture(data)
        files |= {name: webp for name, _, webp in variants(path, found)} if found else {}
    return files
