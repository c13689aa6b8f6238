"""Measures images and makes them small, each once: what was made before is read from a folder."""

from __future__ import annotations

import io
import json
import re
import warnings
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from careers.files.cache_file import keep
from careers.files.versions import version
from careers.site.model.picture import Picture

CACHE = Path(".careers_cache", "images")
MAX_IMAGE = 5 * 1024 * 1024
"""Bytes; a larger image is not published."""

# Twice the width of a posting's text, for screens that show two points for each.
_WIDTHS = (672, 1344)
_QUALITY = 80
# Counts up when the same image is made differently.
_MAKING = 1
_MOST_PIXELS = 40_000_000
_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_SIDE = re.compile(rb"\s(width|height)\s*=\s*[\"'](\d+(?:\.\d+)?)(?:px)?[\"']")
_BOX = re.compile(rb"\sviewBox\s*=\s*[\"'][\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)[\"']")


def measurer(folder: Path = CACHE) -> Callable[[bytes], Picture | None]:
    """What measures an image and makes its WebP, or finds both in ``folder``.

    None for what is no image. The same image gives the same bytes with the same Pillow.
    """

    def measure(data: bytes) -> Picture | None:
        size = _drawing(data)
        if size:
            return Picture(size[0], size[1])
        maker = f"{version('pillow')} {_MAKING} {_QUALITY} {_WIDTHS}"
        name = sha256(maker.encode() + data).hexdigest()
        known = _read(folder, name)
        if known is not None:
            return known
        made = _made(data)
        if made:
            for width, image in made.webp:
                keep(folder / f"{name}-{width}.webp", image)
            told = {"size": [made.width, made.height], "webp": [width for width, _ in made.webp]}
            keep(folder / f"{name}.json", json.dumps(told).encode())
        return made

    return measure


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


def _read(folder: Path, name: str) -> Picture | None:
    try:
        told = json.loads((folder / f"{name}.json").read_bytes())
        files = [(width, (folder / f"{name}-{width}.webp").read_bytes()) for width in told["webp"]]
        width, height = told["size"]
        return Picture(width, height, tuple(files))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _made(data: bytes) -> Picture | None:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - for a new image alone

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


def _webp(image: object, width: int) -> tuple[int, bytes]:
    from PIL import Image  # noqa: PLC0415 - for a new image alone

    assert isinstance(image, Image.Image)  # noqa: S101 - it is ours
    mode = "RGBA" if image.has_transparency_data else "RGB"
    height = max(1, round(image.height * width / image.width))
    made = image.convert(mode)
    if width != image.width:
        made = made.resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    made.save(out, "WEBP", quality=_QUALITY, method=4)
    return width, out.getvalue()
