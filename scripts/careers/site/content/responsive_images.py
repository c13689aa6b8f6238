"""Local images of a text with their size and a modern format, so that nothing moves or weighs."""

from __future__ import annotations

import re
from posixpath import splitext
from typing import TYPE_CHECKING

from markupsafe import Markup

from careers.site.model.picture import Picture

if TYPE_CHECKING:
    from careers.site.content.render import Text
    from careers.site.model.site import Site

# What nh3 writes: a tag's end is the first `>` outside of a value.
_IMAGE = re.compile(r'<img(?: [\w-]+="[^"]*")*>')
_SOURCE = re.compile(r' src="((?:\.\./)+)(images/[^"]+)"')
_SIDE = re.compile(r' (width|height)="(\d+)"')
_SIZES = "(min-width: 46rem) 42rem, 100vw"


def picture(site: Site, path: str, data: bytes) -> Picture | None:
    """An image of the site, measured once; None where it cannot be read."""
    known: dict[str, Picture | None] = site.shared.setdefault("pictures", {})
    if path not in known:
        known[path] = site.picture(data)
    return known[path]


def variants(path: str, found: Picture) -> list[tuple[str, int, bytes]]:
    """The WebP files of an image: (path in the site, width, bytes)."""
    stem = splitext(path)[0]
    return [(f"{stem}-{width}.webp", width, data) for width, data in found.webp]


def with_pictures(site: Site, html: Markup, images: dict[str, bytes]) -> Markup:
    """The text with each local image as a ``picture`` that knows its size."""
    if not images:
        return html

    def figure(tag: re.Match[str]) -> str:
        source = _SOURCE.search(tag[0])
        path = source[2] if source else ""
        found = picture(site, path, images[path]) if path in images else None
        if source is None or found is None:
            return tag[0]
        image = _sized(tag[0], found)
        sets = ", ".join(f"{source[1]}{name} {width}w" for name, width, _ in variants(path, found))
        webp = f'<source type="image/webp" srcset="{sets}" sizes="{_SIZES}">' if sets else ""
        return f"<picture>{webp}{image}</picture>" if webp else image

    return Markup(_IMAGE.sub(figure, html))  # noqa: S704 - sanitised, and paths of our own


def _sized(image: str, found: Picture) -> str:
    """The tag with both sides, in the image's own shape: of one of them its author may tell."""
    told = {name: int(value[:6]) for name, value in _SIDE.findall(image)}
    width, height = found.width, found.height
    if "width" in told:
        width, height = told["width"], round(told["width"] * height / width)
    elif "height" in told:
        width, height = round(told["height"] * width / height), told["height"]
    return f'{_SIDE.sub("", image)[:-1]} width="{width}" height="{height}">'


def shown(site: Site, text: Text) -> dict[str, bytes]:
    """The files that the images of a text need: themselves, and their WebP."""
    files = dict(text.images)
    for path, data in text.images.items():
        found = picture(site, path, data)
        files |= {name: made for name, _, made in variants(path, found)} if found else {}
    return files
