"""An image as pages show it: measured, and small in a modern format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """Width and height in CSS pixels, and the image in WebP by width where that gains."""

    width: int
    height: int
    webp: tuple[tuple[int, bytes], ...] = ()
