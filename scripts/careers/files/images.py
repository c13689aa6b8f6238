"""Measures images and makes them small."""

from __future__ import annotations

import io
import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from careers.site.model.picture import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_IMAGE = 5 * 1024 * 1024
"""Bytes; a larger image is not published."""

# Twice the width of a posting's text, for screens that show two points for each.
_WIDTHS = (672, 1344)
_QUALITY = 80
_MOST_PIXELS = 40_000_000
_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_SIDE = re.compile(rb"\s(width|height)\s*=\s*[\"'](\d+(?:\.\d+)?)(?:px)?[\"']")
_BOX = re.compile(rb"\sviewBox\s*=\s*[\"'][\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)[\"']")


@lru_cache(maxsize=64)
def measure(data: bytes) -> Picture | None:
    """Measure an image and make its WebP, once for the many pages that show a logo.

    None for what is no image. The same image gives the same bytes with the same Pillow.
    """
    size = _drawing(data)
    return Picture(*size) if size else _made(data)


def _drawing(data: bytes) -> tuple[int, int] | None:
    """The size that an SVG says it has."""
    tag = _SVG.search(data[:4096])
    if not tag:
        return None
    sides = {name: float(value) for name, value in _SIDE.findall(tag[0])}
    box = _BOX.search(tag[0])
    size = (sides.get(b"width"), sides.get(b"height"))
    if None in size and box:
        size = (float(box[1]), float(box[2]))
    width, height = size
    return (round(width), round(height)) if width and height else None


def _made(data: bytes) -> Picture | None:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - where there is an image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(io.BytesIO(data))
            moves = getattr(image, "n_frames", 1) > 1
            if image.width * image.height > _MOST_PIXELS:
                return Picture(*image.size)
            upright = ImageOps.exif_transpose(image)
            if moves:
                return Picture(*upright.size)
            files = tuple(_webp(upright, width) for width in _widths(upright.width))
        except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Warning):
            return None
    # A format that gains nothing is left out.
    small = tuple((width, made) for width, made in files if len(made) < len(data))
    return Picture(*upright.size, small)


def _widths(width: int) -> list[int]:
    return [w for w in _WIDTHS if w < width] + [min(width, _WIDTHS[-1])] * (width <= _WIDTHS[-1])


def _webp(image: Image, width: int) -> tuple[int, bytes]:
    from PIL.Image import Resampling  # noqa: PLC0415 - where there is an image

    mode = "RGBA" if image.has_transparency_data else "RGB"
    height = max(1, round(image.height * width / image.width))
    made = image.convert(mode)
    if width != image.width:
        made = made.resize((width, height), Resampling.LANCZOS)
    out = io.BytesIO()
    made.save(out, "WEBP", quality=_QUALITY, method=4)
    return width, out.getvalue()
