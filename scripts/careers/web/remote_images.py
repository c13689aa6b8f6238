"""Fetches images of other hosts, and finds a file for each that takes the place of no other.

What an image is, its bytes say, and not its name or its host.
"""

from __future__ import annotations

import io
import os
import re
import warnings
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from careers.files.images import MAX_IMAGE
from careers.site.model.image_files import is_active
from careers.text.diagnostics import CareersError
from careers.web.connection import public
from careers.web.download import NotFetchedError, download

# The types that a page may show, by Pillow's names for them.
_ENDINGS = {"AVIF": ".avif", "GIF": ".gif", "JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
_MOST_PIXELS = 40_000_000
_SVG = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]{0,200}>|<!--.{0,2000}?-->)*<svg[\s>]", re.DOTALL
)


class Fetched(NamedTuple):
    """An image's bytes, and the ending that a file of its type has."""

    data: bytes
    ending: str


def fetch_image(url: str) -> Fetched:
    """The image at an https address. Raises NotFetchedError where no page could show it."""
    data = download(url, MAX_IMAGE, public)
    return Fetched(data, _svg(data) if _SVG.match(data) else _raster(data))


def _svg(data: bytes) -> str:
    if is_active(data):
        raise NotFetchedError("it is a drawing that could act: it holds a script, a style or data")
    return ".svg"


def _raster(data: bytes) -> str:
    """The ending, once the whole image was decoded."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - for a new image alone

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=tuple(_ENDINGS)) as image:
                if image.width * image.height > _MOST_PIXELS:
                    message = f"it has {image.width:,} by {image.height:,} pixels"
                    raise NotFetchedError(message)
                image.load()
                return _ENDINGS[str(image.format)]
        except UnidentifiedImageError:
            message = "it is no image: neither PNG, JPEG, GIF, WebP, AVIF nor SVG"
            raise NotFetchedError(message) from None
        except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
            raise NotFetchedError("it is a broken image") from None


def place(image: Fetched, folder: Path, stem: str, new: dict[Path, bytes]) -> Path:
    """The file for an image: one that holds it already, else a new one, which is put into ``new``.

    Raises CareersError where the folder is a symbolic link: no page shows what lies behind one.
    """
    if folder.is_symlink():
        raise CareersError(f"{folder} is a symbolic link", "put the folder itself there")
    digest = sha256(image.data).hexdigest()
    for name in (stem, f"{stem}-{digest[:8]}", f"{stem}-{digest}"):
        path = folder / f"{name}{image.ending}"
        there = new.get(path) or _there(path)
        if there is None:
            new[path] = image.data
        if there in (None, image.data):
            return path
    raise CareersError(f"{path} holds another image", "rename it")


def _there(path: Path) -> bytes | None:
    """What stands at a path: a file's bytes, no bytes for anything else; None where it is free."""
    if not os.path.lexists(path):
        return None
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    except OSError:
        return b""
