"""Tells how large an image is."""

from __future__ import annotations

import warnings
from typing import BinaryIO


def dimensions(file: BinaryIO) -> tuple[int, int] | tuple[None, None]:
    """Width and height in pixels, as an image's first bytes have them; None where they do not."""
    from PIL import Image  # noqa: PLC0415 - where there is an image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(file) as image:
                return image.size
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None, None
